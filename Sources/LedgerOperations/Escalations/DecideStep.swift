public import LedgerDomain
public import LedgerStore

/// A person's yes or no to a move that the ladder proposed.
public struct StepRequest: Sendable {
  /// The unit below which the ladder is used.
  public var scope: String
  /// The unit.
  public var unit: String
  /// The step that was proposed; 0 beside the ladder.
  public var to: Int
  /// The edition that the proposal rested on, as the person saw it.
  public var edition: Int
  /// How many decisions on the unit the person knew of.
  public var after: Int
  /// Whether the move is accepted.
  public var isAccepted: Bool
  /// Why; a refusal needs it.
  public var reason: String
  /// The number of the letter, notice or referral.
  public var document: String

  /// States a decision.
  public init(
    scope: String, unit: String, to: Int, edition: Int, after: Int, isAccepted: Bool,
    reason: String = "", document: String = ""
  ) {
    self.scope = scope
    self.unit = unit
    self.to = to
    self.edition = edition
    self.after = after
    self.isAccepted = isAccepted
    self.reason = reason
    self.document = document
  }
}

extension Ledger {
  /// Records a decision on what the ladder proposes for a unit.
  ///
  /// Refused, in this order: the unit is outside one's scope; somebody has decided since; nothing
  /// is proposed, or something else than what was seen; the step is another role's; a refusal
  /// without reason; an acceptance before what it needs is on record; a referral without its
  /// number. Of two who decide at once one is refused.
  public func decideStep(_ request: StepRequest, by actor: Actor) async throws -> KeptDecision {
    try await act(by: actor) { transaction, account in
      try transaction.require(.decideStep, unit: request.unit)
      try transaction.lockSteps(of: request.unit, scope: request.scope)
      let reason = try FreeText.checked(request.reason, at: .option("reason"))
      let document = try FreeText.checked(
        request.document, at: .option("document"), lengthMax: 64)
      let escalations = try transaction.escalations(of: request.scope)
      guard let unit = escalations.units.first(where: { $0.code == request.unit }) else {
        throw Refusal(EscalationRefusal.unitNotOnLadder, request.unit)
      }
      guard unit.decisions.count == request.after else {
        throw Refusal(EscalationRefusal.decidedAlready)
      }
      guard let proposal = unit.proposal, let edition = escalations.edition(of: proposal, unit)
      else { throw Refusal(EscalationRefusal.nothingProposed, request.unit) }
      guard proposal.to == request.to, edition == request.edition else {
        throw Refusal(EscalationRefusal.proposalChanged, request.unit)
      }
      let step = escalations.decidingStep(proposal)
      if let step {
        let scope = try transaction.actingScope([step.decider])
        guard scope.everywhere || scope.units.contains(request.unit) else {
          throw Refusal(
            EscalationRefusal.notTheDecider, String(step.number), step.decider.name.zh,
            step.decider.name.en)
        }
      }
      guard request.isAccepted || !reason.isEmpty else {
        throw Refusal(EscalationRefusal.reasonMissing, at: .option("reason"))
      }
      guard !request.isAccepted || unit.lacks.isEmpty else {
        throw Refusal(
          EscalationRefusal.recordMissing, at: .option("reason"),
          unit.lacks.map(\.name.zh).joined(separator: "、"),
          unit.lacks.map(\.name.en).joined(separator: ", "))
      }
      let isReferred = request.isAccepted && proposal.move == .enter && step?.isReferral ?? false
      guard !isReferred || !document.isEmpty else {
        throw Refusal(EscalationRefusal.documentMissing, at: .option("document"))
      }
      let kept = KeptDecision(
        scope: request.scope, unit: request.unit,
        decision: StepDecision(
          number: request.after + 1, move: proposal.move, from: proposal.from, to: proposal.to,
          month: proposal.month, edition: edition, isAccepted: request.isAccepted,
          day: try transaction.today(), ladder: escalations.ladder.name,
          facts: Set(proposal.facts)),
        reason: reason, document: document, decidedBy: account)
      try transaction.append(
        [kept.fact] + kept.grounds,
        act: Act(
          request.isAccepted ? "step.accept" : "step.refuse",
          on: "step/\(request.scope)/\(request.unit)/\(request.after + 1)",
          chain: request.unit))
      return kept
    }
  }
}

extension Escalations {
  /// The edition that a proposal rests on: that of its month as it is published now.
  public func edition(of proposal: StepProposal, _ unit: Unit) -> Int? {
    proposal.edition ?? unit.months.first { $0.month == proposal.month }?.edition
  }
}
