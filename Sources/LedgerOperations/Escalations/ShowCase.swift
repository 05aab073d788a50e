public import LedgerDomain
public import LedgerStore

/// One case with its whole history.
public struct ShownCase: Sendable {
  /// The case as it stands today.
  public let own: StepCase
  /// The decision that opened it.
  public let kept: KeptDecision
  /// What the unit is called.
  public let name: BilingualText
  /// Whether the unit has ended.
  public let isEnded: Bool
  /// The months that gave reason for it, as they are published now.
  public let ground: [LadderMonth]
  /// The documents that gave reason for it.
  public let documents: [StepTrigger]
  /// Everything that happened, the first first.
  public let entries: [Entry]
  /// The unit as it stands on the ladder in force.
  public let unit: Escalations.Unit
  /// The whole ladder in force.
  public let found: Escalations
  /// What the account may do now.
  public let mayDo: Set<CaseEvent.Kind>

  /// One line of the history.
  public struct Entry: Sendable {
    /// The day.
    public let day: CalendarDate
    /// What.
    public let what: What
    /// Which account.
    public let by: String
    /// In which role; nil where it is not known.
    public let role: Role?

    /// What a line is about.
    public enum What: Sendable {
      /// The edition that gave reason for the step was published.
      case proposed(EditionHead)
      /// A document was entered.
      case entered(StepTrigger)
      /// It was decided on.
      case decided(KeptDecision)
      /// Something happened after it.
      case happened(CaseEvent)
    }
  }
}

extension Ledger {
  /// A case, for who may read the unit's step; refused as unknown for everybody else.
  public func stepCase(_ key: CaseKey, by actor: Actor) async throws -> ShownCase {
    try await act(by: actor, readOnly: true) { transaction, account in
      let (board, all, own) = try transaction.stepCase(key)
      let found = try transaction.escalations(of: key.scope)
      guard let kept = all.first(where: { $0.decision.number == key.number }),
        let unit = found.units.first(where: { $0.code == key.unit })
      else { throw Refusal(EscalationRefusal.caseUnknown, key.description) }
      let triggers = try transaction.stepTriggers(scope: key.scope)[key.unit] ?? []
      let documents = triggers.filter { trigger in
        own.decision.facts.contains(trigger.fact) && trigger.after < key.number
          && !all.contains {
            $0.decision.number > trigger.after && $0.decision.number < key.number
              && $0.decision.facts.contains(trigger.fact)
          }
      }
      let editions = try transaction.editions()
      return ShownCase(
        own: own, kept: kept, name: unit.name, isEnded: unit.isEnded,
        ground: board.ground(of: own.decision, unit.months, all.map(\.decision)),
        documents: documents,
        entries: Self.entries(own, all, documents, editions, board), unit: unit, found: found,
        mayDo: try transaction.mayDo(own, account))
    }
  }

  private static func entries(
    _ own: StepCase, _ all: [KeptDecision], _ documents: [StepTrigger], _ editions: [EditionHead],
    _ board: LadderBoard
  ) -> [ShownCase.Entry] {
    var entries: [ShownCase.Entry] = []
    if let edition = editions.first(where: { $0.number == own.decision.edition }) {
      entries.append(
        ShownCase.Entry(
          day: LedgerTransaction.day(of: edition.recordedAt), what: .proposed(edition),
          by: edition.publishedBy, role: nil))
    }
    entries += documents.map {
      ShownCase.Entry(day: $0.day, what: .entered($0), by: $0.recordedBy, role: .office)
    }
    let end = own.ending?.number ?? .max
    let decisions = all.filter {
      $0.decision.number >= own.key.number && $0.decision.number <= end
    }
    entries += decisions.map { kept in
      let ladder = board.ladder(named: kept.decision.ladder)
      let isUpheld = own.objection?.answer.map { answer in
        answer.kind == .objectionUpheld && kept.decision.move == .withdraw
          && kept.decision.day == answer.day
      }
      return ShownCase.Entry(
        day: kept.decision.day, what: .decided(kept), by: kept.decidedBy,
        role: isUpheld ?? false
          ? own.objection?.answer?.role
          : ladder.own(max(kept.decision.from, kept.decision.to))?.decider)
    }
    entries += own.events.map {
      ShownCase.Entry(day: $0.day, what: .happened($0), by: $0.recordedBy, role: $0.role)
    }
    // Of one day: what gave reason, the decision, what followed, the end.
    return entries.enumerated().sorted { left, right in
      let (one, other) = (left.element, right.element)
      if one.day != other.day { return one.day < other.day }
      return (one.order(own), left.offset) < (other.order(own), right.offset)
    }.map(\.element)
  }
}

extension ShownCase.Entry {
  fileprivate func order(_ own: StepCase) -> Int {
    switch what {
    case .proposed: 0
    case .entered: 1
    case .decided(let kept): kept.decision.number == own.key.number ? 2 : 4
    case .happened: 3
    }
  }
}

extension LedgerTransaction {
  /// A case that the account may read, with everything decided on its unit; refused as unknown.
  func stepCase(_ key: CaseKey) throws -> (LadderBoard, [KeptDecision], StepCase) {
    guard try LadderSight(self).covers(key.unit),
      try methodVersions().contains(where: { $0.kind == .ladder && $0.scope == key.scope })
    else { throw Refusal(EscalationRefusal.caseUnknown, key.description) }
    let (board, _) = try ladderBoard(of: key.scope)
    let kept = try stepDecisions(scope: key.scope).filter { $0.unit == key.unit }
    guard let opened = kept.first(where: { $0.decision.number == key.number }),
      let own = board.stepCase(opened, among: kept)
    else { throw Refusal(EscalationRefusal.caseUnknown, key.description) }
    return (board, kept, own)
  }

  /// What the account may record in a case now.
  func mayDo(_ own: StepCase, _ account: String) throws -> Set<CaseEvent.Kind> {
    let unit = own.key.unit
    let rights: [(Bool, [CaseEvent.Kind])] = [
      (
        try may(.answerStep, unit: unit, form: Permission.tasksForm),
        CaseEvent.Kind.ofUnit + [.objection]
      ),
      (try may(.recordStep, unit: unit), CaseEvent.Kind.ofOffice),
      (
        try may(.decideObjection, unit: unit) && account != own.decidedBy,
        [.objectionUpheld, .objectionRejected]
      ),
      (try decides(own.step, unit), [.continued]),
    ]
    let kinds = rights.filter(\.0).flatMap(\.1).filter { kind in
      // The day of an acceptance is typed: any of its days will do here.
      let day = kind.deed == .acceptance ? own.acceptanceDays?.lowerBound : own.today
      return (try? own.check(kind, heldOn: min(day ?? own.today, own.today))) != nil
    }
    return Set(kinds)
  }

  private func decides(_ step: Ladder.Step, _ unit: String) throws -> Bool {
    let scope = try actingScope([step.decider])
    return scope.everywhere || scope.units.contains(unit)
  }
}
