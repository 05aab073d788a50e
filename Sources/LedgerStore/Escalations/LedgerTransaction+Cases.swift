public import LedgerDomain
import PostgresSupport

extension CaseEvent {
  /// The event as a fact of a case.
  public func fact(of key: CaseKey) -> Fact {
    Fact(
      .stepEvents,
      [
        .text(key.scope), .text(key.unit), .integer(Int64(key.number)), .integer(Int64(number)),
        .text(kind.rawValue), .text(words), .text(evidence), .text(against),
        .text(presidingPost), .text(place), .day(heldOn), .text(role.rawValue), .day(day),
        .text(recordedBy),
      ])
  }
}

extension StepTrigger {
  /// What was entered as a fact of a unit on a ladder.
  public func row(_ unit: String, scope: String) -> Fact {
    Fact(
      .stepTriggers,
      [
        .text(scope), .text(unit), .integer(Int64(number)), .text(fact.rawValue),
        .text(authority), .text(document), .day(issued), .integer(Int64(after)), .day(day),
        .text(recordedBy),
      ])
  }
}

extension KeptDecision {
  /// What was on record and gave reason for the decision, as facts.
  public var grounds: [Fact] {
    decision.facts.sorted { $0.rawValue < $1.rawValue }.map { fact in
      Fact(
        .stepGrounds,
        [
          .text(scope), .text(unit), .integer(Int64(decision.number)), .text(fact.rawValue),
        ])
    }
  }
}

extension LedgerTransaction {
  /// Lets nobody else record anything of a unit on a ladder before this transaction ends.
  public func lockSteps(of unit: String, scope: String) throws {
    try connection.execute(CaseStatements.lock, [.text(scope), .text(unit)])
  }

  /// What happened in the cases below a unit that the account may read, each case's in its order.
  public func stepEvents(scope: String) throws -> [CaseKey: [CaseEvent]] {
    var events: [CaseKey: [CaseEvent]] = [:]
    for row in try connection.execute(CaseStatements.events, [.text(scope)]) {
      guard let kind = CaseEvent.Kind(rawValue: try row.text(3)),
        let role = Role(rawValue: try row.text(10))
      else { throw Unexpected.unreadable("step_events") }
      let key = CaseKey(scope: scope, unit: try row.text(0), number: Int(try row.int4(1)))
      events[key, default: []].append(
        CaseEvent(
          number: Int(try row.int4(2)), kind: kind, words: try row.text(4),
          evidence: try row.text(5), against: try row.text(6), presidingPost: try row.text(7),
          place: try row.text(8), heldOn: try row.date(9).calendar, role: role,
          day: try row.date(11).calendar, recordedBy: try row.text(12)))
    }
    return events
  }

  /// What was entered for the units below a unit that the account may read, each unit's in order.
  public func stepTriggers(scope: String) throws -> [String: [StepTrigger]] {
    var triggers: [String: [StepTrigger]] = [:]
    for row in try connection.execute(CaseStatements.triggers, [.text(scope)]) {
      guard let fact = LadderFact(rawValue: try row.text(2)) else {
        throw Unexpected.unreadable("step_triggers")
      }
      triggers[try row.text(0), default: []].append(
        StepTrigger(
          number: Int(try row.int4(1)), fact: fact, authority: try row.text(3),
          document: try row.text(4), issued: try row.date(5).calendar,
          after: Int(try row.int4(6)), day: try row.date(7).calendar,
          recordedBy: try row.text(8)))
    }
    return triggers
  }

  /// The accounts that accepted a unit's figures of a month for the office, or verified one.
  public func scorers(of unit: String, in month: Month) throws -> Set<String> {
    let rows = try connection.execute(
      CaseStatements.scorers, [.text(unit), .date(month.firstDay.postgres)])
    return Set(try rows.map { try $0.text(0) })
  }
}

enum CaseStatements {
  static let all = [lock, events, triggers, scorers]

  static let lock = Statement(
    "step_lock",
    """
    select pg_advisory_xact_lock(hashtextextended('step ' || $1 || ' ' || $2, 0)) is null as locked
    """
  )
  static let events = Statement(
    "step_events_of",
    """
    select unit, step_decision, number, kind, words, evidence, against, presiding_post, place,
      held_on, role, recorded_on, recorded_by
    from ledger.step_events
    where scope = $1
    order by unit collate "C", step_decision, number
    """)
  static let triggers = Statement(
    "step_triggers_of",
    """
    select unit, number, fact, authority, document, issued_on, after_decision, recorded_on,
      recorded_by
    from ledger.step_triggers
    where scope = $1
    order by unit collate "C", number
    """)
  static let scorers = Statement(
    "step_scorers",
    """
    select distinct reviews.decided_by
    from ledger.reviews as reviews
    where reviews.unit = $1
      and reviews.period = $2
      and reviews.stage = 'office'
      and reviews.decision = 'approve'
    """)
}
