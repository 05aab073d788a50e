/// Who would have stood where, had every proposal of a ladder been accepted.
public struct LadderTrial: Sendable {
  /// The unit's code.
  public let unit: String
  /// The moves, the earliest first.
  public let moves: [StepProposal]
  /// The step at the end; 0 for none.
  public let step: Int

  /// Follows a unit's months from the first to the last.
  public init(_ ladder: Ladder, unit: String, months: [LadderMonth]) {
    var decisions: [StepDecision] = []
    var moves: [StepProposal] = []
    for end in months.indices {
      let seen = Array(months[...end])
      // A listing is supposed to be continued at the end of its term.
      let isListed = ladder.step(StepStanding(decisions).step)?.listing != nil
      guard
        let proposal = ladder.proposal(seen, decisions, facts: isListed ? [.continued] : [])
      else { continue }
      moves.append(proposal)
      decisions.append(proposal.accepted(number: decisions.count + 1, ladder))
    }
    self.unit = unit
    self.moves = moves
    step = StepStanding(decisions).step
  }
}

extension StepProposal {
  /// The decision as if it had been accepted at once.
  func accepted(number: Int, _ ladder: Ladder) -> StepDecision {
    StepDecision(
      number: number, move: move, from: from, to: to, month: month, edition: edition ?? 0,
      isAccepted: true, day: month.lastDay, ladder: ladder.name, facts: Set(facts))
  }
}

extension Ladder {
  /// The move that would be proposed if the next month were like the latest one and what is
  /// proposed now were accepted.
  public func forecast(
    _ months: [LadderMonth], _ decisions: [StepDecision], facts: Set<LadderFact> = []
  ) -> StepProposal? {
    guard let latest = months.last else { return nil }
    var decided = decisions
    if let open = proposal(months, decisions, facts: facts) {
      decided.append(open.accepted(number: decisions.count + 1, self))
    }
    return proposal(
      months + [latest.repeated(in: latest.month.adding(months: 1))], decided, facts: facts)
  }
}
