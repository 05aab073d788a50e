public import LedgerDomain
import PostgresSupport

/// A decision on a unit's step as it is kept.
public struct KeptDecision: Hashable, Sendable {
  /// The unit below which the ladder is used.
  public let scope: String
  /// The unit.
  public let unit: String
  /// What was decided.
  public let decision: StepDecision
  /// Why; empty where it was accepted without words.
  public let reason: String
  /// The number of the letter, notice or referral; empty for none.
  public let document: String
  /// The account that decided.
  public let decidedBy: String

  /// Describes a decision.
  public init(
    scope: String, unit: String, decision: StepDecision, reason: String, document: String,
    decidedBy: String
  ) {
    self.scope = scope
    self.unit = unit
    self.decision = decision
    self.reason = reason
    self.document = document
    self.decidedBy = decidedBy
  }

  /// The decision as a fact.
  public var fact: Fact {
    Fact(
      .stepDecisions,
      [
        .text(scope), .text(unit), .integer(Int64(decision.number)), .text(decision.ladder),
        .text(decision.move.rawValue), .integer(Int64(decision.from)),
        .integer(Int64(decision.to)), .day(decision.month.firstDay),
        .integer(Int64(decision.edition)), .text(decision.isAccepted ? "accepted" : "refused"),
        .text(reason), .text(document), .day(decision.day), .text(decidedBy),
      ])
  }
}

extension LedgerTransaction {
  /// The decisions on the units below a unit that the account may read, by unit and number.
  public func stepDecisions(scope: String) throws -> [KeptDecision] {
    try connection.execute(EscalationStatements.decisions, [.text(scope)]).map { row in
      guard let move = StepMove(rawValue: try row.text(3)) else {
        throw Unexpected.unreadable("step_decisions")
      }
      let decision = StepDecision(
        number: Int(try row.int4(1)), move: move, from: Int(try row.int4(4)),
        to: Int(try row.int4(5)), month: Month(containing: try row.date(6).calendar),
        edition: Int(try row.int4(7)), isAccepted: try row.text(8) == "accepted",
        day: try row.date(11).calendar, ladder: try row.text(2),
        facts: Set(try row.textArray(13).compactMap { $0.flatMap(LadderFact.init(rawValue:)) }))
      return KeptDecision(
        scope: scope, unit: try row.text(0), decision: decision, reason: try row.text(9),
        document: try row.text(10), decidedBy: try row.text(12))
    }
  }

  /// What the latest edition of each month says of every unit, unit by unit, the earliest month
  /// first.
  ///
  /// A place from the last one counts among those ranked together: below the scope itself where
  /// the method ranks there, otherwise among siblings.
  public func publishedMonths(
    _ months: ClosedRange<Month>, scope: String, kind: String
  ) throws -> [String: [LadderMonth]] {
    let rows = try connection.execute(
      EscalationStatements.months,
      [
        .text(scope), .text(kind), .date(months.lowerBound.firstDay.postgres),
        .date(months.upperBound.firstDay.postgres),
      ])
    var published: [PublishedRow] = []
    for row in rows { published.append(try PublishedRow(row, scope: scope)) }
    return PublishedRow.byUnit(published)
  }
}

/// One unit's colour and one of its ranks in one month.
private struct PublishedRow {
  let month: Month
  let edition: Int
  let unit: String
  let colour: Colour
  let peersOf: String
  let doubledRank: Int?
  let ranked: Int

  init(_ row: Row, scope: String) throws {
    month = Month(containing: try row.date(0).calendar)
    edition = Int(try row.int4(1))
    unit = try row.text(2)
    let letter = try row.text(3)
    guard let colour = Colour.allCases.first(where: { String($0.letter) == letter }) else {
      throw Unexpected.unreadable("ratings")
    }
    self.colour = colour
    peersOf = try row.optionalText(4) ?? scope
    doubledRank = try row.optionalInt4(5).map(Int.init)
    ranked = Int(try row.optionalInt4(6) ?? 0)
  }

  /// Ranks of one month that are compared with each other.
  private struct Peers: Hashable {
    let month: Month
    let of: String
  }

  static func byUnit(_ rows: [PublishedRow]) -> [String: [LadderMonth]] {
    var ranks: [Peers: [Int]] = [:]
    for row in rows {
      if let rank = row.doubledRank {
        ranks[Peers(month: row.month, of: row.peersOf), default: []].append(rank)
      }
    }
    for peers in ranks.keys { ranks[peers]?.sort() }
    var months: [String: [LadderMonth]] = [:]
    for row in rows where months[row.unit]?.last?.month != row.month {
      let peers = ranks[Peers(month: row.month, of: row.peersOf)] ?? []
      let fromLast = row.doubledRank.map { rank in peers.count { $0 > rank } + 1 }
      months[row.unit, default: []].append(
        LadderMonth(
          month: row.month, edition: row.edition, colour: row.colour,
          doubledRank: row.doubledRank, ranked: row.ranked, fromLast: fromLast))
    }
    return months
  }
}

extension FactTable {
  /// Rows of `ledger.step_decisions`.
  public static let stepDecisions = FactTable(
    name: "step_decisions",
    columns: [
      Column("scope", .text),
      Column("unit", .text),
      Column("number", .integer),
      Column("ladder", .text),
      Column("move", .text),
      Column("from_step", .integer),
      Column("to_step", .integer),
      Column("period", .date),
      Column("edition", .integer),
      Column("decision", .text),
      Column("reason", .text),
      Column("document", .text),
      Column("decided_on", .date),
      Column("decided_by", .text),
    ],
    insertion: Statement(
      "step_decisions_add",
      """
      insert into ledger.step_decisions (
        scope, unit, number, ladder, move, from_step, to_step, period, edition, decision,
        reason, document, decided_on, decided_by, entry
      )
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
      """),
    reading: CopyStatement(
      """
      copy (
        select
          unit, entry, scope, unit, number, ladder, move, from_step, to_step, period, edition,
          decision, reason, document, decided_on, decided_by
        from ledger.step_decisions
      ) to stdout (format binary)
      """))
}

enum EscalationStatements {
  static let all = [decisions, months]

  static let decisions = Statement(
    "step_decisions_of",
    """
    select unit, number, ladder, move, from_step, to_step, period, edition, decision, reason,
      document, decided_on, decided_by,
      array(
        select grounds.fact
        from ledger.step_grounds as grounds
        where grounds.scope = step_decisions.scope
          and grounds.unit = step_decisions.unit
          and grounds.number = step_decisions.number
        order by grounds.fact
      ) as facts
    from ledger.step_decisions as step_decisions
    where scope = $1
    order by unit collate "C", number
    """)
  static let months = Statement(
    "step_months",
    """
    select ratings.period, latest.number, ratings.unit, ratings.colour, standings.peers_of,
      standings.doubled_rank, standings.ranked
    from (
      select distinct on (period) period, number, scope, kind, evaluation
      from ledger.editions
      where scope = $1 and kind = $2 and period between $3 and $4
      order by period, number desc
    ) as latest
    inner join ledger.visible_ratings as ratings
      on ratings.period = latest.period and ratings.scope = latest.scope
      and ratings.kind = latest.kind and ratings.number = latest.evaluation
    left join ledger.visible_standings as standings
      on standings.period = ratings.period and standings.scope = ratings.scope
      and standings.kind = ratings.kind and standings.number = ratings.number
      and standings.unit = ratings.unit
    order by ratings.unit collate "C", ratings.period, standings.peers_of <> $1,
      standings.peers_of collate "C"
    """)
}
