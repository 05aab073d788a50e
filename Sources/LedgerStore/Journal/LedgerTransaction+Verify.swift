import Crypto
import LedgerDomain
public import PostgresSupport

/// One entry of the journal, as it is stored.
public struct JournalEntry: Sendable {
  /// The chain.
  public let chain: String
  /// The number in the chain.
  public let seq: Int64
  /// When.
  public let recordedAt: PostgresTimestamp
  /// Who; nil for the operator at the console.
  public let actor: String?
  /// What was done.
  public let act: String
  /// To what.
  public let object: String
  /// The digest of the facts.
  public let content: [UInt8]
  /// What else a reader should know.
  public let detail: String
  /// The caller's key.
  public let key: String?
  /// The hash of the entry before.
  public let previousHash: [UInt8]
  /// The entry's own hash, as stored.
  public let hash: [UInt8]

  /// The hash that the fields give: SHA-256 over ``canonicalBytes``.
  public var computedHash: [UInt8] { Array(SHA256.hash(data: canonicalBytes)) }

  /// 0x00 and the fields, each with its length in front.
  public var canonicalBytes: [UInt8] {
    var bytes: [UInt8] = [0]
    func field(_ content: some Collection<UInt8>) { bytes.append(lengthPrefixed: content) }
    func text(_ text: String?) {
      guard let text else { return bytes.append(bigEndian: Int32(-1)) }
      field(text.utf8)
    }
    text("taizhang-journal-1")
    text("sha256")
    text(chain)
    var number: [UInt8] = []
    number.append(bigEndian: seq)
    field(number)
    var moment: [UInt8] = []
    moment.append(bigEndian: recordedAt.microsecondsSince2000)
    field(moment)
    text(actor)
    text(act)
    text(object)
    field(content)
    text(detail)
    text(key)
    field(previousHash)
    return bytes
  }
}

/// A row of a fact table, as it was read back.
public struct StoredFact: Sendable {
  /// The chain of the entry that covers it.
  public let chain: String
  /// The number of that entry; nil when no evaluation covers the row.
  public let entry: Int64?
  /// The digest of the columns as they are now.
  public let digest: [UInt8]
  /// The digest that the row carries, where its table keeps one.
  public let ownDigest: [UInt8]?
  /// How people find the row: its first columns.
  public let label: String
}

extension LedgerTransaction {
  /// Reads the whole journal, chain by chain, in order.
  public func forEachEntry(_ entry: (JournalEntry) throws -> Void) throws {
    try connection.copyOut(VerifyStatements.entries) { row in
      guard let chain = try row.text(), let seq = try row.int8(), let at = try row.timestamp()
      else { throw Unexpected.unreadable("journal_entries") }
      let actor = try row.text()
      guard let act = try row.text(), let object = try row.text(),
        let content = try row.bytes(), let detail = try row.text()
      else { throw Unexpected.unreadable("journal_entries") }
      let key = try row.text()
      guard let previous = try row.bytes(), let hash = try row.bytes() else {
        throw Unexpected.unreadable("journal_entries")
      }
      try entry(
        JournalEntry(
          chain: chain, seq: seq, recordedAt: at, actor: actor, act: act, object: object,
          content: content, detail: detail, key: key, previousHash: previous, hash: hash))
    }
  }

  /// The last entry of each chain, as the heads' table has it, in the order of the chains' bytes.
  public func journalHeads() throws -> [(chain: String, seq: Int64, hash: [UInt8])] {
    try connection.execute(VerifyStatements.heads).map {
      (try $0.text(0), try $0.int8(1), try $0.bytea(2))
    }
  }

  /// Reads every row of a fact table.
  public func forEachFact(
    of table: FactTable, _ fact: (StoredFact) throws -> Void
  ) throws {
    let label = RowLabel(table, frequencies: try frequencies())
    try connection.copyOut(table.reading) { row in
      let chain = try row.text() ?? ""
      let entry = try row.int8()
      var values: [FactValue] = []
      values.reserveCapacity(table.columns.count)
      for column in table.columns { values.append(try row.value(column.type)) }
      try fact(
        StoredFact(
          chain: chain, entry: entry, digest: Fact.digest(table: table.name, values),
          ownDigest: table.hasRowDigest ? try row.bytes() : nil,
          label: label.text(values)))
    }
  }
}

/// How people find a row: by its first columns, `revisions CA-AB/fraud-monthly/2024-03/1`.
private struct RowLabel {
  private let table: String
  private let form: Int?
  private let frequencies: [String: Frequency]

  init(_ table: FactTable, frequencies: [String: Frequency]) {
    self.table = table.name
    form = table.columns.firstIndex { $0.name == "form" }
    self.frequencies = frequencies
  }

  func text(_ values: [FactValue]) -> String {
    var frequency = Frequency.month
    if let form, case .text(let code) = values[form] { frequency = frequencies[code] ?? .month }
    let parts = values.prefix(6).compactMap { value -> String? in
      switch value {
      case .text(let text): text.utf8.count <= 40 ? text : nil
      case .integer(let number): String(number)
      case .date(let date): Period(frequency, containing: date.calendar).description
      default: nil
      }
    }
    return table + " " + parts.joined(separator: "/")
  }
}

extension CopyRow {
  mutating func value(_ type: FactTable.ColumnType) throws -> FactValue {
    switch type {
    case .bool: try bool().map(FactValue.bool) ?? .null
    case .integer: try int4().map { .integer(Int64($0)) } ?? .null
    case .bigint: try int8().map(FactValue.integer) ?? .null
    case .text: try text().map(FactValue.text) ?? .null
    case .bytea: try bytes().map(FactValue.bytes) ?? .null
    case .date: try date().map(FactValue.date) ?? .null
    case .timestamp: try timestamp().map(FactValue.timestamp) ?? .null
    case .bigintArray: try int8Array().map(FactValue.integers) ?? .null
    case .textArray: try textArray().map(FactValue.texts) ?? .null
    }
  }
}

enum VerifyStatements {
  static let all = [heads]

  static let entries = CopyStatement(
    """
    copy (
      select chain, seq, recorded_at, actor, act, object, content, detail, idempotency_key,
        previous_hash, hash
      from ledger.journal_entries
      order by chain collate "C", seq
    ) to stdout (format binary)
    """)
  static let heads = Statement(
    "journal_heads",
    "select chain, seq, hash from ledger.journal_heads order by chain collate \"C\"")
}
