public import LedgerDomain
public import LedgerStore

/// Which submissions are decided, and how.
public struct ReviewRequest: Sendable {
  /// Who decides.
  public var stage: Review.Stage
  /// What is decided.
  public var decision: Review.Decision
  /// The form; nil for every form.
  public var form: String?
  /// The periods.
  public var periods: [Period]
  /// The units; nil for all that the account may decide on.
  public var units: [String]?
  /// Why, for a return.
  public var reason: String

  /// Describes a decision.
  public init(
    stage: Review.Stage, decision: Review.Decision, form: String?, periods: [Period],
    units: [String]?, reason: String = ""
  ) {
    self.stage = stage
    self.decision = decision
    self.form = form
    self.periods = periods
    self.units = units
    self.reason = reason
  }
}

extension Ledger {
  /// Approves or returns the latest revisions that await a decision; returns how many there were.
  ///
  /// Refuses a return without a reason, an unknown form, a period of another frequency than the
  /// form's, and a closed month. What the account submitted itself, is
  /// outside its scope, or (for the office) its unit has not approved is left alone. So is what a
  /// verifier disputes, unless the office accepts it with a reason.
  public func review(_ request: ReviewRequest, by actor: Actor) async throws -> Int {
    try await act(by: actor) { transaction, account in
      guard request.decision == .approve || !request.reason.isEmpty else {
        throw Refusal(SubmissionRefusal.reasonMissing, at: .option("--reason"))
      }
      guard let reason = FreeText.accepted(request.reason) else {
        throw Refusal(SubmissionRefusal.noteRefused, at: .option("--reason"))
      }
      if let form = request.form {
        let today = try transaction.today()
        try Catalogue(transaction, on: today).check(request.periods, of: form)
      }
      try transaction.refuseClosed(request.periods)
      let permission: Permission = request.stage == .unit ? .reviewForUnit : .acceptForOffice
      let scope = try transaction.actingScope(permission.rule.roles)
      guard scope.everywhere || !scope.units.isEmpty else {
        throw Refusal(AccountRefusal.notAllowed)
      }
      let reasons: JSONValue = reason.isEmpty ? [] : [["text": .string(reason)]]
      let isBulk = request.decision == .approve && reason.isEmpty
      let disputed = isBulk ? try transaction.disputed(periods: request.periods) : []
      let reviews = try transaction.submissionStates(
        form: request.form, periods: request.periods, units: request.units
      ).filter { state in
        let isMine =
          scope.everywhere || scope.units.contains(state.latest.unit)
          || scope.units.contains("\(state.latest.unit)/\(state.latest.form)")
        return isMine && state.submittedBy != account && Self.awaits(request.stage, state)
          && (request.stage == .unit || !disputed.contains(state.latest))
      }.map { state in
        Review(
          revision: state.latest, stage: request.stage, decision: request.decision,
          reasons: reasons.canonicalText, decidedBy: account)
      }
      try transaction.append(reviews: reviews, key: nil)
      return reviews.count
    }
  }

  private static func awaits(_ stage: Review.Stage, _ state: SubmissionState) -> Bool {
    switch stage {
    case .unit: state.unitDecision == nil
    case .office:
      state.unitDecision == Review.Decision.approve.rawValue && state.officeDecision == nil
    }
  }
}
