import PostgresSupport

/// What one act adds to one chain of the journal.
public struct Act: Sendable {
  /// The chain of the ledger itself.
  public static let ledgerChain = "*"

  /// The unit whose chain it is, or ``ledgerChain``.
  public let chain: String
  /// What was done, `noun.verb`.
  public let name: String
  /// To what: `revision/CA-AB/fraud-monthly/2022-01/1`.
  public let object: String
  /// What a reader of the journal should know besides.
  public let detail: String
  /// The caller's key, when the act was keyed.
  public let key: String?

  /// Describes an act.
  public init(
    _ name: String, on object: String, chain: String = Act.ledgerChain, detail: String = "",
    key: String? = nil
  ) {
    self.name = name
    self.object = object
    self.chain = chain
    self.detail = detail
    self.key = key
  }
}

/// A submitter's proof: where the act stands in the journal.
public struct Receipt: Hashable, Sendable {
  /// The chain.
  public let chain: String
  /// The entry's number in the chain.
  public let seq: Int64
}

extension LedgerTransaction {
  /// Adds facts and the journal entry that covers them.
  @discardableResult
  public func append(_ facts: [Fact], act: Act) throws -> Receipt {
    let digests = facts.map(\.digest)
    let entry = try appendEntry(act, content: EntryContent.digest(of: digests))
    var calls: [(Statement, [Parameter])] = []
    var start = 0
    while start < facts.count {
      let table = facts[start].table
      let end = facts[start...].firstIndex { $0.table.name != table.name } ?? facts.count
      if let statement = table.insertionOfMany, end - start > 1 {
        // In parts, so that no message grows beyond a few megabytes.
        for part in stride(from: start, to: end, by: 10_000) {
          let rows = facts[part..<min(part + 10_000, end)]
          let columns = table.columns.indices.map { column in
            table.columns[column].type.parameter(rows.map { $0.values[column] })
          }
          calls.append((statement, columns + [.int8(entry)]))
        }
      } else {
        for position in start..<end {
          let fact = facts[position]
          var parameters = zip(table.columns, fact.values).map { $0.type.parameter($1) }
          if table.hasRowDigest { parameters.append(.bytea(digests[position])) }
          if let secret = table.secret { parameters.append(secret.type.parameter(fact.secret)) }
          calls.append((table.insertion, parameters + [.int8(entry)]))
        }
      }
      start = end
    }
    for start in stride(from: 0, to: calls.count, by: 500) {
      _ = try connection.pipeline(Array(calls[start..<min(start + 500, calls.count)]))
    }
    return Receipt(chain: act.chain, seq: entry)
  }

  func appendEntry(_ act: Act, content: [UInt8]) throws -> Int64 {
    let rows = try connection.execute(
      JournalStatements.append,
      [
        .text(act.chain), .text(act.name), .text(act.object), .bytea(content),
        .text(act.detail), .optional(act.key ?? self.key),
      ])
    guard let row = rows.first else { throw Unexpected.noRow("append_journal") }
    return try row.int8(0)
  }

  /// Appends one entry to each of some units' chains.
  func appendEntries(
    _ name: String, _ units: UnitEntries, detail: String, key: String?
  ) throws -> [Int64] {
    let rows = try connection.execute(
      JournalStatements.appendMany,
      [
        .textArray(units.chains), .text(name), .textArray(units.objects),
        .byteaArray(units.contents), .text(detail), .optional(key ?? self.key),
      ])
    guard let row = rows.first else { throw Unexpected.noRow("append_journal_entries") }
    return try row.int8Array(0).map { $0 ?? 0 }
  }
}

enum JournalStatements {
  static let all = [append, appendMany]

  static let append = Statement(
    "journal_append", "select ledger.append_journal($1, $2, $3, $4, $5, $6) as seq")
  static let appendMany = Statement(
    "journal_append_many",
    "select ledger.append_journal_entries($1, $2, $3, $4, $5, $6) as seqs")
}
