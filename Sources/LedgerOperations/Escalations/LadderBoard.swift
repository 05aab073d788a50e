import LedgerDomain
import LedgerStore

/// What every unit on a ladder is read with.
struct LadderBoard {
  let scope: String
  /// The ladder in force.
  let ladder: Ladder
  /// All its versions: a case goes on by the one that it was decided by.
  let versions: [MethodVersion]
  let units: [UnitVersion]
  let events: [CaseKey: [CaseEvent]]
  let today: CalendarDate
  let calendar: WorkingCalendar

  /// The ladder of a name: `county-ladder/1`; the one in force where that is not kept.
  func ladder(named name: String) -> Ladder {
    guard name != ladder.name, let version = versions.first(where: { $0.name == name }),
      let known = try? Ladder(version.definition)
    else { return ladder }
    return known
  }

  /// What a unit is called, and whether it has ended; of one that ended the last name.
  func name(_ code: String) -> (name: BilingualText, isEnded: Bool) {
    if let unit = UnitTree(units.filter { $0.code == code }, on: today)[code] {
      return (unit.name, false)
    }
    let last = units.filter { $0.code == code && $0.validFrom <= today }.last
    return (last?.name ?? BilingualText(zh: code, en: code), last?.isEnded ?? false)
  }

  /// The case of a decision.
  func stepCase(_ kept: KeptDecision, among all: [KeptDecision]) -> StepCase? {
    let key = CaseKey(scope: scope, unit: kept.unit, number: kept.decision.number)
    return StepCase(
      key, all.map(\.decision), decidedBy: kept.decidedBy,
      ladder: ladder(named: kept.decision.ladder), events: events[key] ?? [], today: today,
      calendar: calendar)
  }

  /// One unit as it stands.
  func unit(
    _ code: String, _ months: [LadderMonth], _ kept: [KeptDecision], _ triggers: [StepTrigger],
    isCurrent: Bool
  ) -> Escalations.Unit {
    let known = kept.map(\.decision)
    let standing = StepStanding(known)
    let (name, isEnded) = name(code)
    let openCase = kept.first { $0.decision.number == standing.decision?.number }
      .flatMap { stepCase($0, among: kept) }
    let open = triggers.filter { $0.isOpen(known) }
    let facts = (openCase?.facts ?? []).union(open.map(\.fact))
    var proposal: StepProposal?
    if isEnded {
      proposal = leaving(standing, months)
    } else if isCurrent {
      proposal = ladder.proposal(
        months, known, facts: facts, isPaused: openCase?.isPaused ?? false)
    }
    return Escalations.Unit(
      code: code, name: name, standing: standing, ground: ground(months, known),
      proposal: proposal,
      forecast: isCurrent && !isEnded ? ladder.forecast(months, known, facts: facts) : nil,
      decisions: kept, months: months, openCase: openCase, triggers: open,
      lacks: proposal.map { lacks($0, facts) } ?? [], isEnded: isEnded)
  }

  /// A unit that has ended leaves the ladder, whatever its last months were.
  private func leaving(_ standing: StepStanding, _ months: [LadderMonth]) -> StepProposal? {
    guard standing.step > 0, let latest = months.last else { return nil }
    return StepProposal(
      move: .exit, from: standing.step, to: 0, month: latest.month, evidence: [latest],
      facts: [.unitEnded])
  }

  private func lacks(_ proposal: StepProposal, _ facts: Set<LadderFact>) -> [LadderFact] {
    guard !proposal.facts.contains(.unitEnded) else { return [] }
    let needs: [LadderFact]? =
      switch proposal.move {
      case .enter: ladder.step(proposal.to)?.entry.needs
      case .exit: ladder.own(proposal.from)?.exit?.needs
      case .withdraw: nil
      }
    return (needs ?? []).filter { !facts.contains($0) }
  }

  /// What gave reason for the step on which a unit stands, as it is published now.
  private func ground(_ months: [LadderMonth], _ decisions: [StepDecision]) -> [LadderMonth] {
    guard let entered = StepStanding(decisions).decision else { return [] }
    return ground(of: entered, months, decisions)
  }

  /// What gave reason for a decision.
  func ground(
    of decision: StepDecision, _ months: [LadderMonth], _ decisions: [StepDecision]
  ) -> [LadderMonth] {
    let before = decisions.filter { $0.number < decision.number && $0.isAccepted }
    return ladder(named: decision.ladder).proposal(
      months.filter { $0.month <= decision.month }, before, facts: decision.facts)?.evidence ?? []
  }
}

/// Whose steps the acting account may read.
struct LadderSight {
  private let everywhere: Bool
  private let units: Set<String>

  init(_ transaction: LedgerTransaction) throws {
    (everywhere, units) = try transaction.actingScope(Permission.readSteps.rule.roles)
  }

  /// A grant for one form lets a unit's step be read as well.
  func covers(_ code: String) -> Bool {
    everywhere || units.contains(code) || units.contains { $0.hasPrefix(code + "/") }
  }
}
