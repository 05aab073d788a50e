extension Ladder {
  /// The move that a unit's months give reason for; nil where it stays, and where this was decided
  /// on the same edition already.
  ///
  /// The months are one per month, the earliest first, the latest one the month that is judged. Of
  /// several steps whose triggers hold the highest is proposed. A unit is not let off while the
  /// trigger of its own step or of a higher one holds, and its exit counts only the months after
  /// the one that brought it there. `facts` are what is on record now; while an objection is open
  /// nothing is proposed but to withdraw the step.
  public func proposal(
    _ months: [LadderMonth], _ decisions: [StepDecision], facts: Set<LadderFact> = [],
    isPaused: Bool = false
  ) -> StepProposal? {
    guard let latest = months.last else { return nil }
    let known = decisions.filter { $0.month <= latest.month }
    let standing = StepStanding(known)
    let found =
      isPaused
      ? withdrawal(months, known, standing) : move(months, known, standing, facts)
    guard let proposal = found else { return nil }
    let isDecided = known.contains {
      $0.move == proposal.move && $0.to == proposal.to && $0.month == proposal.month
        && $0.edition == proposal.edition && (!$0.isAccepted || $0.to == standing.step)
        && $0.facts.isSuperset(of: proposal.facts)
    }
    return isDecided || isWithdrawn(proposal, known) ? nil : proposal
  }

  /// Whether the same step was withdrawn on the same edition: an objection to it was upheld.
  private func isWithdrawn(_ proposal: StepProposal, _ decisions: [StepDecision]) -> Bool {
    proposal.move == .enter
      && decisions.contains {
        $0.isAccepted && $0.move == .withdraw && $0.from == proposal.to
          && $0.month == proposal.month && $0.edition == proposal.edition
      }
  }

  private func move(
    _ months: [LadderMonth], _ decisions: [StepDecision], _ standing: StepStanding,
    _ facts: Set<LadderFact>
  ) -> StepProposal? {
    guard let latest = months.last else { return nil }
    let facts = facts.union(isDelistedLately(decisions, in: latest.month) ? [.delistedLately] : [])
    let view = LadderView(months: months, standing: standing, facts: facts)
    if let higher = steps.last(where: {
      $0.number > standing.step && view.holds($0.entry.condition)
    }) {
      return StepProposal(
        move: .enter, from: standing.step, to: higher.number, month: latest.month,
        evidence: view.evidence(higher.entry.condition),
        facts: view.found(higher.entry.condition))
    }
    if let withdrawal = withdrawal(months, decisions, standing) { return withdrawal }
    guard let entered = standing.decision, let own = own(standing.step), let exit = own.exit,
      !view.holds(own.entry.condition)
    else { return nil }
    let after = LadderView(
      months: months.filter { $0.month > entered.month }, standing: standing, facts: facts)
    guard after.holds(exit.condition) else { return nil }
    return StepProposal(
      move: .exit, from: standing.step, to: 0, month: latest.month,
      evidence: after.evidence(exit.condition), facts: after.found(exit.condition))
  }

  /// The step on which a unit stands; where a shorter ladder lacks it, its gravest one.
  public func own(_ number: Int) -> Step? { number > steps.count ? steps.last : step(number) }

  /// Whether a unit left a listing so few months before a month that it counts as lately.
  private func isDelistedLately(_ decisions: [StepDecision], in month: Month) -> Bool {
    decisions.contains { decision in
      guard decision.isAccepted, decision.move == .exit,
        let listing = step(decision.from)?.listing
      else { return false }
      return (0...listing.againMonths).contains(month.index - decision.month.index)
    }
  }

  /// A correction after the decision may have taken the ground from it.
  private func withdrawal(
    _ months: [LadderMonth], _ decisions: [StepDecision], _ standing: StepStanding
  ) -> StepProposal? {
    guard let decision = standing.decision, decision.move == .enter,
      let step = step(decision.to),
      months.contains(where: { $0.month <= decision.month && $0.isNewer(than: decision) })
    else { return nil }
    let view = LadderView(
      months: months.filter { $0.month <= decision.month },
      standing: StepStanding(decisions.filter { $0.number < decision.number }),
      facts: decision.facts)
    guard !view.months.isEmpty, !view.holds(step.entry.condition) else { return nil }
    return StepProposal(
      move: .withdraw, from: decision.to, to: decision.from, month: decision.month,
      evidence: view.evidence(step.entry.condition))
  }
}

extension LadderMonth {
  fileprivate func isNewer(than decision: StepDecision) -> Bool {
    edition.map { $0 > decision.edition } ?? false
  }
}

/// A unit's months as a condition sees them.
struct LadderView {
  let months: [LadderMonth]
  let standing: StepStanding
  let facts: Set<LadderFact>

  func holds(_ condition: LadderCondition) -> Bool {
    switch condition {
    case .all(let conditions): conditions.allSatisfy(holds)
    case .any(let conditions): conditions.contains(where: holds)
    case .inARow(let kind, let wanted):
      months.count >= wanted && row(wanted).allSatisfy { $0?.isA(kind) ?? false }
    case .onStep(let step, let wanted):
      standing.step == step && (monthsOnStep ?? 0) >= wanted
    case .fact(let fact): facts.contains(fact)
    }
  }

  /// What is on record of what a condition asks for, in the order of the list of facts.
  func found(_ condition: LadderCondition) -> [LadderFact] {
    let asked = holding(condition)
    return LadderFact.allCases.filter { asked.contains($0) && facts.contains($0) }
  }

  /// The facts in those parts of a condition that hold.
  private func holding(_ condition: LadderCondition) -> Set<LadderFact> {
    switch condition {
    case .all(let conditions): Set(conditions.flatMap(\.facts))
    case .any(let conditions):
      conditions.filter(holds).reduce(into: Set()) { $0.formUnion(holding($1)) }
    case .fact(let fact): [fact]
    case .inARow, .onStep: []
    }
  }

  private var monthsOnStep: Int? {
    guard let latest = months.last, let decision = standing.decision else { return nil }
    return latest.month.index - decision.month.index
  }

  /// The latest months, one after the other; nil for one that is not there.
  private func row(_ count: Int) -> [LadderMonth?] {
    guard let latest = months.last else { return [] }
    return months.suffix(count).enumerated().map { position, month in
      month.month.index == latest.month.index - (count - 1 - position) ? month : nil
    }
  }

  /// The months that the condition looked at.
  func evidence(_ condition: LadderCondition) -> [LadderMonth] {
    Array(months.suffix(max(1, shownMonths(condition))))
  }

  /// Of what holds the shortest row is evidence enough, but at least what held.
  private func shownMonths(_ condition: LadderCondition) -> Int {
    switch condition {
    case .all(let conditions): conditions.map(shownMonths).max() ?? 1
    case .any(let conditions):
      conditions.filter(holds).map(shownMonths).max() ?? condition.months
    case .inARow(_, let months): months
    case .onStep(_, let months): months
    case .fact: 1
    }
  }
}
