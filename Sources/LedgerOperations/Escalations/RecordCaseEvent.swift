public import LedgerDomain
import LedgerStore

/// Something that somebody records in a case.
public struct CaseEventRequest: Sendable {
  /// The case.
  public var key: CaseKey
  /// What happened.
  public var kind: CaseEvent.Kind
  /// What is said.
  public var words: String
  /// The number of the paper that shows it.
  public var evidence: String
  /// The indicator whose figure is objected to; empty for the step itself.
  public var against: String
  /// The post that held an interview.
  public var presidingPost: String
  /// Where an interview was held.
  public var place: String
  /// The day on which it happened; today unless stated.
  public var heldOn: CalendarDate?

  /// Describes what is recorded.
  public init(
    _ key: CaseKey, _ kind: CaseEvent.Kind, words: String, evidence: String = "",
    against: String = "", presidingPost: String = "", place: String = "",
    heldOn: CalendarDate? = nil
  ) {
    self.key = key
    self.kind = kind
    self.words = words
    self.evidence = evidence
    self.against = against
    self.presidingPost = presidingPost
    self.place = place
    self.heldOn = heldOn
  }
}

extension Ledger {
  /// Records what a unit answers, what the office did, an objection, its decision, or that a
  /// listing is continued.
  ///
  /// Refused, in this order: who may not for the unit; words that are missing or not taken; no such
  /// case; what may not happen in it now (``StepCase/check(_:heldOn:)``); an objection decided by
  /// who decided on the step; a listing continued by another than its decider; an unknown
  /// indicator. An objection that is upheld withdraws the step in the same act.
  public func record(_ request: CaseEventRequest, by actor: Actor) async throws -> CaseEvent {
    try await act(by: actor) { transaction, account in
      let key = request.key
      let role = try transaction.role(for: request.kind, unit: key.unit)
      let request = try request.checked()
      try transaction.lockSteps(of: key.unit, scope: key.scope)
      let (board, kept, known) = try transaction.stepCase(key)
      let today = board.today
      try known.check(request.kind, heldOn: request.heldOn ?? today)
      if request.kind == .objectionUpheld || request.kind == .objectionRejected {
        let isAboutFigure = known.objection.map { !$0.raised.against.isEmpty } ?? false
        try known.checkObjectionDecider(
          account,
          alsoScoredBy: isAboutFigure
            ? transaction.scorers(of: key.unit, in: known.decision.month) : [])
      }
      if request.kind == .continued { try transaction.requireDecider(of: known.step, key.unit) }
      let event = try transaction.event(
        request, number: known.events.count + 1,
        role: request.kind == .continued ? known.step.decider : role, account, today)
      var facts = [event.fact(of: key)]
      if request.kind == .objectionUpheld {
        facts.append(try Self.withdrawal(known, kept, event).fact)
      }
      try transaction.append(
        facts, act: Act("step.\(request.kind.rawValue)", on: "step/\(key)", chain: key.unit))
      return event
    }
  }

  /// The step is withdrawn for the reason for which the objection is upheld; refused where the unit
  /// has gone on from it.
  private static func withdrawal(
    _ known: StepCase, _ kept: [KeptDecision], _ event: CaseEvent
  ) throws -> KeptDecision {
    guard StepStanding(kept.map(\.decision)).decision?.number == known.key.number else {
      throw Refusal(EscalationRefusal.caseEnded)
    }
    let opened = known.decision
    return KeptDecision(
      scope: known.key.scope, unit: known.key.unit,
      decision: StepDecision(
        number: (kept.last?.decision.number ?? 0) + 1, move: .withdraw, from: opened.to,
        to: opened.from, month: opened.month, edition: opened.edition, isAccepted: true,
        day: event.day, ladder: known.ladder.name),
      reason: event.words, document: event.evidence, decidedBy: event.recordedBy)
  }

  /// Enters what no figure tells: that a higher authority lists a unit, or that figures are
  /// confirmed to be false; the ladder then proposes by it.
  ///
  /// Refused for who may not, what is not entered by people, a unit that is not on the ladder, a
  /// missing authority or number, a document that was entered before.
  public func enterTrigger(
    _ fact: LadderFact, of unit: String, scope: String, authority: String, document: String,
    issued: CalendarDate, by actor: Actor
  ) async throws -> StepTrigger {
    try await act(by: actor) { transaction, account in
      try transaction.require(.recordStep, unit: unit)
      guard LadderFact.entered.contains(fact) else {
        throw Refusal(EscalationRefusal.factNotEntered, at: .option("fact"), fact.rawValue)
      }
      let authority = try FreeText.checked(
        authority, at: .option("authority"), lengthMax: 64, isNeeded: true)
      let document = try FreeText.checked(
        document, at: .option("document"), lengthMax: 64, isNeeded: true)
      try transaction.lockSteps(of: unit, scope: scope)
      let found = try transaction.escalations(of: scope)
      guard let known = found.units.first(where: { $0.code == unit }) else {
        throw Refusal(EscalationRefusal.unitNotOnLadder, unit)
      }
      let today = try transaction.today()
      guard issued <= today else {
        throw Refusal(
          EscalationRefusal.dayOutside, at: .option("on"), "…", today.description)
      }
      let before = try transaction.stepTriggers(scope: scope)[unit] ?? []
      guard !before.contains(where: { $0.fact == fact && $0.document == document }) else {
        throw Refusal(EscalationRefusal.enteredAlready, at: .option("document"), document)
      }
      let trigger = StepTrigger(
        number: before.count + 1, fact: fact, authority: authority, document: document,
        issued: issued, after: known.decisions.count, day: today, recordedBy: account)
      try transaction.append(
        [trigger.row(unit, scope: scope)],
        act: Act("step.trigger", on: "step/\(scope)/\(unit)", chain: unit))
      return trigger
    }
  }
}

extension CaseEventRequest {
  /// The same with its texts trimmed; refused where one names a person, or is missing.
  fileprivate func checked() throws(Refusal) -> CaseEventRequest {
    var request = self
    let isInterview = kind == .interview
    request.words = try FreeText.checked(words, at: .option("words"), isNeeded: true)
    request.evidence = try FreeText.checked(evidence, at: .option("evidence"), lengthMax: 64)
    request.against = try FreeText.checked(against, at: .option("against"), lengthMax: 64)
    request.presidingPost = try FreeText.checked(
      presidingPost, at: .option("presiding_post"), lengthMax: 64, isNeeded: isInterview)
    request.place = try FreeText.checked(
      place, at: .option("place"), lengthMax: 64, isNeeded: isInterview)
    return request
  }
}

extension LedgerTransaction {
  /// The role in which the account records something of a unit; refused where it has none.
  fileprivate func role(for kind: CaseEvent.Kind, unit: String) throws -> Role {
    switch kind {
    case .reply, .plan, .report, .progress, .objection:
      try require(.answerStep, unit: unit, form: Permission.tasksForm)
      return .reporter
    case .interview, .recheckPassed, .recheckFailed, .acceptancePassed, .acceptanceFailed:
      try require(.recordStep, unit: unit)
      return .office
    case .objectionUpheld, .objectionRejected:
      try require(.decideObjection, unit: unit)
      return try holds(.leader, unit) ? .leader : .director
    case .continued:
      try require(.decideStep, unit: unit)
      return .leader
    }
  }

  fileprivate func holds(_ role: Role, _ unit: String) throws -> Bool {
    let scope = try actingScope([role])
    return scope.everywhere || scope.units.contains(unit)
  }

  /// Refuses whoever is not of the role that decides on a step.
  func requireDecider(of step: Ladder.Step, _ unit: String) throws {
    guard try holds(step.decider, unit) else {
      throw Refusal(
        EscalationRefusal.notTheDecider, String(step.number), step.decider.name.zh,
        step.decider.name.en)
    }
  }

  fileprivate func event(
    _ request: CaseEventRequest, number: Int, role: Role, _ account: String,
    _ today: CalendarDate
  ) throws -> CaseEvent {
    if !request.against.isEmpty {
      guard try indicators(on: today).contains(where: { $0.0.code == request.against }) else {
        throw Refusal(
          EscalationRefusal.indicatorUnknown, at: .option("against"), request.against)
      }
    }
    return CaseEvent(
      number: number, kind: request.kind, words: request.words, evidence: request.evidence,
      against: request.against, presidingPost: request.presidingPost, place: request.place,
      heldOn: request.heldOn ?? today, role: role, day: today, recordedBy: account)
  }
}
