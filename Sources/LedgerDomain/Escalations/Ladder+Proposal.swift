extension Ladder {
  /// The move that a unit's months give reason for; nil where it stays, and where this was decided
  /// on the same edition already.
  ///
  /// The months are one per month, the earliest first, the latest one the month that is judged. Of
  /// several steps whose triggers hold the highest is proposed. A unit is not let off while the
  /// trigger of its own step or of a higher one holds, and its exit counts only the months after
  /// the one that brought it there.
  public func proposal(_ months: [LadderMonth], _ decisions: [StepDecision]) -> StepProposal? {
    guard let latest = months.last else { return nil }
    let known = decisions.filter { $0.month <= latest.month }
    let standing = StepStanding(known)
    guard let proposal = move(months, known, standing) else { return nil }
    let isDecided = known.contains {
      $0.move == proposal.move && $0.to == proposal.to && $0.month == proposal.month
        && $0.edition == proposal.edition && (!$0.isAccepted || $0.to == standing.step)
    }
    return isDecided ? nil : proposal
  }

  private func move(
    _ months: [LadderMonth], _ decisions: [StepDecision], _ standing: StepStanding
  ) -> StepProposal? {
    guard let latest = months.last else { return nil }
    let view = LadderView(months: months, standing: standing)
    if let higher = steps.last(where: {
      $0.number > standing.step && view.holds($0.entry.condition)
    }) {
      return StepProposal(
        move: .enter, from: standing.step, to: higher.number, month: latest.month,
        evidence: view.evidence(higher.entry.condition))
    }
    if let withdrawal = withdrawal(months, decisions, standing) { return withdrawal }
    guard let own = step(standing.step), let exit = own.exit, let entered = standing.decision,
      !view.holds(own.entry.condition)
    else { return nil }
    let after = LadderView(
      months: months.filter { $0.month > entered.month }, standing: standing)
    guard after.holds(exit.condition) else { return nil }
    return StepProposal(
      move: .exit, from: standing.step, to: 0, month: latest.month,
      evidence: after.evidence(exit.condition))
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
      standing: StepStanding(decisions.filter { $0.number < decision.number }))
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

  func holds(_ condition: LadderCondition) -> Bool {
    switch condition {
    case .all(let conditions): conditions.allSatisfy(holds)
    case .any(let conditions): conditions.contains(where: holds)
    case .inARow(let kind, let wanted):
      months.count >= wanted && row(wanted).allSatisfy { $0?.isA(kind) ?? false }
    case .onStep(let step, let wanted):
      standing.step == step && (monthsOnStep ?? 0) >= wanted
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
    }
  }
}
