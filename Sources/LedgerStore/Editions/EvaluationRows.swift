import LedgerDomain
import PostgresSupport

/// What an evaluation's journal entry covers, row by row.
public struct EvaluationRows: Sendable {
  /// The entry's number in the ledger's own chain.
  public let entry: Int64
  /// The digests of the evaluation's head and of all of its ratings and standings.
  public let digests: [[UInt8]]
  /// The rating and the standings of the wanted unit.
  public let facts: [Fact]
}

extension LedgerTransaction {
  /// The rows of the evaluation that an edition publishes; nil where it is gone.
  public func evaluationRows(of edition: EditionHead, unit: String) throws -> EvaluationRows? {
    let key: [Parameter] = [
      .date(edition.period.firstDay.postgres), .text(edition.scope), .text(edition.kind),
      .int4(Int32(clamping: edition.evaluation)),
    ]
    guard
      let head = try latestEvaluation(
        edition.period, scope: edition.scope, kind: edition.kind, number: edition.evaluation),
      let entry = try connection.execute(RowStatements.entry, key).first?.int8(0)
    else { return nil }
    let digests = try connection.execute(RowStatements.digests, key).map { try $0.bytea(0) }
    let ratings = try connection.execute(RowStatements.rating, key + [.text(unit)]).map { row in
      Fact(
        .ratings,
        head.key + [
          .text(unit), .text(try row.text(0)), .texts(try row.textArray(1)),
          .text(try row.text(2)),
        ])
    }
    let standings = try connection.execute(
      RowStatements.standings, key + [.text(unit)]
    ).map { row in
      Fact(
        .standings,
        head.key + [
          .text(try row.text(0)), .text(unit),
          .optional(try row.optionalInt4(1).map(Int64.init)),
          .integer(Int64(try row.int4(2))), .optional(try row.optionalInt8(3)),
          .integers(try row.int8Array(4)),
        ])
    }
    return EvaluationRows(
      entry: entry, digests: [head.fact.digest] + digests, facts: ratings + standings)
  }

  /// The number of the entry that covers an edition; nil where there is no such edition.
  public func publicationEntry(of edition: Int) throws -> Int64? {
    try connection.execute(
      RowStatements.publication, [.int4(Int32(clamping: edition))]
    ).first?.int8(0)
  }

  /// The entries of the ledger's own chain from one number to another.
  public func ledgerEntries(_ range: ClosedRange<Int64>) throws -> [JournalEntry] {
    try connection.execute(
      RowStatements.entries, [.int8(range.lowerBound), .int8(range.upperBound)]
    ).map(Self.entry)
  }
}

enum RowStatements {
  static let all = [entry, digests, rating, standings, publication, entries]

  static let entry = Statement(
    "evaluation_entry",
    """
    select entry
    from ledger.evaluations
    where period = $1 and scope = $2 and kind = $3 and number = $4
    """)
  static let digests = Statement(
    "evaluation_digests",
    """
    select row_sha256
    from ledger.ratings
    where period = $1 and scope = $2 and kind = $3 and number = $4
    union all
    select row_sha256
    from ledger.standings
    where period = $1 and scope = $2 and kind = $3 and number = $4
    """)
  static let rating = Statement(
    "evaluation_rating",
    """
    select colour, rules, indicator_colours
    from ledger.ratings
    where period = $1 and scope = $2 and kind = $3 and number = $4 and unit = $5
    """)
  static let standings = Statement(
    "evaluation_standings",
    """
    select peers_of, doubled_rank, ranked, score, marks
    from ledger.standings
    where period = $1 and scope = $2 and kind = $3 and number = $4 and unit = $5
    order by peers_of
    """)
  static let publication = Statement(
    "edition_entry", "select entry from ledger.editions where number = $1")
  static let entries = Statement(
    "ledger_entries",
    """
    select chain, seq, recorded_at, actor, act, object, content, detail, idempotency_key,
      previous_hash, hash
    from ledger.journal_entries
    where chain = '*' and seq between $1 and $2
    order by seq
    """)
}
