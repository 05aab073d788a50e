public import LedgerDomain
public import PostgresSupport

/// The head of a stored evaluation.
public struct EvaluationHead: Hashable, Sendable {
  /// The month.
  public let period: Month
  /// The unit below which units were evaluated.
  public let scope: String
  /// The kind of units.
  public let kind: String
  /// 1 for the first evaluation of the month.
  public let number: Int
  /// Code and version of the rule set; empty when none was in force.
  public let ruleSet: String
  /// Code and version of the index method.
  public let indexMethod: String
  /// SHA-256 over everything that went in.
  public let inputsSHA256: [UInt8]
  /// The indicators whose colours ratings keep.
  public let indicators: [String]
  /// The components whose marks standings keep.
  public let components: [String]
  /// Who closed the month.
  public let evaluatedBy: String

  /// Describes an evaluation.
  public init(
    period: Month, scope: String, kind: String, number: Int, ruleSet: String,
    indexMethod: String, inputsSHA256: [UInt8], indicators: [String], components: [String],
    evaluatedBy: String
  ) {
    self.period = period
    self.scope = scope
    self.kind = kind
    self.number = number
    self.ruleSet = ruleSet
    self.indexMethod = indexMethod
    self.inputsSHA256 = inputsSHA256
    self.indicators = indicators
    self.components = components
    self.evaluatedBy = evaluatedBy
  }

  /// The columns that name the evaluation, with which its rows begin.
  public var key: [FactValue] {
    [.day(period.firstDay), .text(scope), .text(kind), .integer(Int64(number))]
  }

  /// The evaluation as a fact.
  public var fact: Fact {
    Fact(
      .evaluations,
      [
        .day(period.firstDay), .text(scope), .text(kind), .integer(Int64(number)),
        .text(ruleSet), .text(indexMethod), .bytes(inputsSHA256),
        .texts(indicators), .texts(components), .text(evaluatedBy),
      ])
  }
}

/// A published edition without its document.
public struct EditionHead: Hashable, Sendable {
  /// The edition's number in the ledger.
  public let number: Int
  /// The month.
  public let period: Month
  /// The unit below which units were ranked.
  public let scope: String
  /// Their kind.
  public let kind: String
  /// The evaluation that it publishes.
  public let evaluation: Int
  /// The edition that it corrects.
  public let replaces: Int?
  /// The document's hash.
  public let sha256: [UInt8]
  /// Who proposed it.
  public let proposedBy: String
  /// Who published it.
  public let publishedBy: String
  /// When.
  public let recordedAt: PostgresTimestamp
}

extension LedgerTransaction {
  /// Stores an evaluation with all its rows, under one journal entry.
  ///
  /// `ratings` and `standings` are given row by row as the values of their tables' columns.
  public func append(
    _ head: EvaluationHead, ratings: [[FactValue]], standings: [[FactValue]]
  ) throws {
    let ratingDigests = ratings.map { Fact.digest(table: FactTable.ratings.name, $0) }
    let standingDigests = standings.map { Fact.digest(table: FactTable.standings.name, $0) }
    let content = EntryContent.digest(of: [head.fact.digest] + ratingDigests + standingDigests)
    let act = Act(
      "month.evaluate",
      on: "evaluation/\(head.scope)/\(head.kind)/\(head.period)/\(head.number)")
    let entry = try appendEntry(act, content: content)
    let parameters = zip(head.fact.table.columns, head.fact.values).map { $0.type.parameter($1) }
    try connection.execute(FactTable.evaluations.insertion, parameters + [.int8(entry)])
    try copy(FactTable.ratings, FactTable.ratingsCopy, ratings, ratingDigests)
    try copy(FactTable.standings, FactTable.standingsCopy, standings, standingDigests)
  }

  private func copy(
    _ table: FactTable, _ statement: CopyStatement, _ rows: [[FactValue]], _ digests: [[UInt8]]
  ) throws {
    try connection.copyIn(statement) { writer in
      for (row, digest) in zip(rows, digests) {
        try writer.beginRow(fields: row.count + 1)
        for (column, value) in zip(table.columns, row) {
          writer.parameter(column.type.parameter(value))
        }
        writer.bytes(digest)
      }
    }
  }

  /// The latest evaluation of a month, or the one of a number, if any.
  public func latestEvaluation(
    _ month: Month, scope: String, kind: String, number: Int? = nil
  ) throws -> EvaluationHead? {
    let rows = try connection.execute(
      EditionStatements.latestEvaluation,
      [
        .date(month.firstDay.postgres), .text(scope), .text(kind),
        number.map { .int4(Int32(clamping: $0)) } ?? .null(.int4),
      ])
    guard let row = rows.first else { return nil }
    return EvaluationHead(
      period: month, scope: scope, kind: kind, number: Int(try row.int4(0)),
      ruleSet: try row.text(1), indexMethod: try row.text(2), inputsSHA256: try row.bytea(3),
      indicators: try row.textArray(4).compactMap(\.self),
      components: try row.textArray(5).compactMap(\.self), evaluatedBy: try row.text(6))
  }

  /// Every edition, the first first.
  public func editions() throws -> [EditionHead] {
    try connection.execute(EditionStatements.editions).map { row in
      EditionHead(
        number: Int(try row.int4(0)), period: Month(containing: try row.date(1).calendar),
        scope: try row.text(2), kind: try row.text(3), evaluation: Int(try row.int4(4)),
        replaces: try row.optionalInt4(5).map(Int.init), sha256: try row.bytea(6),
        proposedBy: try row.text(7), publishedBy: try row.text(8),
        recordedAt: try row.timestamp(9))
    }
  }

  /// The entry of the journal by which a month was first published; nil for one that is not.
  public func firstPublication(
    of month: Month, scope: String, kind: String
  ) throws -> Int64? {
    try connection.execute(
      EditionStatements.firstEdition,
      [.date(month.firstDay.postgres), .text(scope), .text(kind)]
    ).first?.int8(0)
  }

  /// An edition's document, if there is one of that number and the account may read it whole.
  public func editionDocument(_ number: Int) throws -> [UInt8]? {
    try connection.execute(
      EditionStatements.document, [.int4(Int32(truncatingIfNeeded: number))]
    ).first?.optionalBytea(0)
  }

  /// Who proposed to publish an evaluation, and the hash they saw.
  public func editionProposals(
    _ head: EvaluationHead
  ) throws -> [(account: String, sha256: [UInt8])] {
    try connection.execute(
      EditionStatements.proposals,
      [
        .date(head.period.firstDay.postgres), .text(head.scope), .text(head.kind),
        .int4(Int32(truncatingIfNeeded: head.number)),
      ]
    ).map { (try $0.text(0), try $0.bytea(1)) }
  }

  /// A proposal to publish as a fact.
  public static func proposalFact(
    _ head: EvaluationHead, sha256: [UInt8], by account: String
  ) -> Fact {
    Fact(
      .editionProposals,
      [
        .day(head.period.firstDay), .text(head.scope), .text(head.kind),
        .integer(Int64(head.number)), .bytes(sha256), .text(account),
      ])
  }

  /// An edition as a fact.
  public static func editionFact(
    number: Int, _ head: EvaluationHead, replaces: Int?, document: [UInt8], sha256: [UInt8],
    proposedBy: String, publishedBy: String
  ) -> Fact {
    Fact(
      .editions,
      [
        .integer(Int64(number)), .day(head.period.firstDay), .text(head.scope),
        .text(head.kind), .integer(Int64(head.number)), .optional(replaces.map(Int64.init)),
        .bytes(document), .bytes(sha256), .text(proposedBy), .text(publishedBy),
      ])
  }

  /// The last published standings of the months before one, for the change of rank: rows of group,
  /// unit, doubled rank, score.
  public func publishedStandings(
    before month: Month, scope: String, kind: String
  ) throws -> (
    edition: Int, rows: [(peersOf: String, unit: String, doubledRank: Int?, score: Int64?)]
  )? {
    let rows = try connection.execute(
      EditionStatements.previousStandings,
      [.date(month.firstDay.postgres), .text(scope), .text(kind)])
    guard let first = rows.first else { return nil }
    return (
      Int(try first.int4(0)),
      try rows.map { row in
        (
          try row.text(1), try row.text(2), try row.optionalInt4(3).map(Int.init),
          try row.optionalInt8(4)
        )
      }
    )
  }

  /// Lets one publisher at a time number an edition.
  public func lockEditions() throws {
    try connection.execute(EditionStatements.lock)
  }
}

enum EditionStatements {
  static let all = [
    monthState, methods, latestEvaluation, editions, firstEdition, document, proposals,
    previousStandings, lock,
  ]

  static let monthState = Statement(
    "month_state",
    """
    select events.number, events.event,
      coalesce(events.reopened_until, proposals.reopened_until), events.decided_by
    from ledger.month_events as events
    left join ledger.month_events as proposals
      on proposals.period = events.period and proposals.number = events.number - 1
    where events.period = $1
    order by events.number desc
    limit 1
    """)
  static let methods = Statement(
    "methods_all",
    """
    select methods.scope, methods.kind, methods.code, methods.version, methods.effective_from,
      methods.definition, methods.sha256, methods.proposed_by, approvals.approved_by
    from ledger.methods as methods
    left join ledger.method_approvals as approvals using (scope, kind, code, version)
    order by methods.effective_from, methods.version, methods.entry
    """)
  static let latestEvaluation = Statement(
    "evaluation_latest",
    """
    select number, rule_set, index_method, inputs_sha256, indicators, components, evaluated_by
    from ledger.evaluations
    where period = $1 and scope = $2 and kind = $3
      and ($4::integer is null or number = $4)
    order by number desc
    limit 1
    """)
  static let editions = Statement(
    "editions_all",
    """
    select number, period, scope, kind, evaluation, replaces, sha256, proposed_by,
      published_by, recorded_at
    from ledger.editions
    order by number
    """)
  static let firstEdition = Statement(
    "edition_first",
    """
    select entry
    from ledger.editions
    where period = $1 and scope = $2 and kind = $3
    order by number
    limit 1
    """)
  static let document = Statement(
    "edition_document", "select ledger.edition_document($1) as document")
  static let proposals = Statement(
    "edition_proposals",
    """
    select proposed_by, sha256
    from ledger.edition_proposals
    where period = $1 and scope = $2 and kind = $3 and evaluation = $4
    order by entry
    """)
  static let previousStandings = Statement(
    "standings_previous",
    """
    select latest.number, standings.peers_of, standings.unit, standings.doubled_rank,
      standings.score
    from (
      select number, period, scope, kind, evaluation
      from ledger.editions
      where period < $1 and scope = $2 and kind = $3
      order by period desc, number desc
      limit 1
    ) as latest
    inner join ledger.visible_standings as standings
      on standings.period = latest.period and standings.scope = latest.scope
      and standings.kind = latest.kind and standings.number = latest.evaluation
    order by standings.peers_of collate "C", standings.unit collate "C"
    """)
  static let lock = Statement(
    "editions_lock", "select pg_advisory_xact_lock(1953656692, -1) is null as locked")
}
