import LedgerDomain
public import LedgerStore

/// A decision about one revision, with a reason for each figure that is returned.
public struct RevisionReview: Sendable {
  /// The revision.
  public var revision: RevisionKey
  /// Who decides; nil for the stage at which the account may.
  public var stage: Review.Stage?
  /// What is decided.
  public var decision: Review.Decision
  /// Why: an indicator, or none for the whole, and a text.
  public var reasons: [(indicator: String?, text: String)]

  /// Describes a decision.
  public init(
    revision: RevisionKey, stage: Review.Stage? = nil, decision: Review.Decision,
    reasons: [(indicator: String?, text: String)] = []
  ) {
    self.revision = revision
    self.stage = stage
    self.decision = decision
    self.reasons = reasons
  }
}

extension Ledger {
  /// Approves or returns one revision: the unit's reviewer, and after that the office.
  ///
  /// Refused, in this order: neither reviewer nor office for the unit; a closed month; no such
  /// revision, or a newer one; one's own submission; one that is decided at this stage; for the
  /// office, one that the unit has not approved; a return without a reason; a reason about an
  /// indicator that the form lacks, or with personal data; the office's approval of a disputed
  /// figure without a reason.
  public func review(_ request: RevisionReview, by actor: Actor) async throws -> Review {
    try await act(by: actor) { transaction, account in
      let key = request.revision
      let stage = try Self.stage(of: request, transaction)
      try transaction.lockMonths([key.period.month])
      guard try transaction.monthState(key.period.month).isOpen(at: try transaction.now()) else {
        throw Refusal(SubmissionRefusal.periodClosed, key.period.month.description)
      }
      let states = try transaction.submissionStates(
        form: key.form, periods: [key.period], units: [key.unit])
      guard let state = states.first, key.number <= state.latest.number, key.number > 0 else {
        throw Refusal(SubmissionRefusal.revisionUnknown, at: .pointer("/revision"))
      }
      guard key.number == state.latest.number else {
        throw Refusal(
          SubmissionRefusal.revisionStale, at: .pointer("/revision"), String(key.number),
          String(state.latest.number))
      }
      guard state.submittedBy != account else {
        throw Refusal(SubmissionRefusal.reviewerIsSubmitter)
      }
      try Self.refuseDecided(state, stage)
      let isDisputed = try transaction.disputed(periods: [key.period]).contains(key)
      let reasons = try Self.reasons(request, stage, isDisputed: isDisputed, transaction)
      let review = Review(
        revision: key, stage: stage, decision: request.decision,
        reasons: reasons.canonicalText, decidedBy: account)
      try transaction.append(reviews: [review], key: nil)
      return review
    }
  }

  private static func stage(
    of request: RevisionReview, _ transaction: LedgerTransaction
  ) throws -> Review.Stage {
    let key = request.revision
    func may(_ permission: Permission) throws -> Bool {
      try transaction.may(permission, unit: key.unit, form: key.form)
    }
    if request.stage != .office, try may(.reviewForUnit) { return .unit }
    if request.stage != .unit, try may(.acceptForOffice) { return .office }
    throw Refusal(AccountRefusal.outOfScope)
  }

  /// Refuses what is decided at a stage, or is not there yet.
  static func refuseDecided(
    _ state: SubmissionState, _ stage: Review.Stage
  ) throws(Refusal) {
    switch stage {
    case .unit:
      guard state.unitDecision == nil else { throw Refusal(SubmissionRefusal.alreadyReviewed) }
    case .office:
      guard state.unitDecision == Review.Decision.approve.rawValue else {
        throw Refusal(SubmissionRefusal.notApproved)
      }
      guard state.officeDecision == nil else { throw Refusal(SubmissionRefusal.alreadyReviewed) }
    }
  }

  private static func reasons(
    _ request: RevisionReview, _ stage: Review.Stage, isDisputed: Bool,
    _ transaction: LedgerTransaction
  ) throws -> JSONValue {
    let needsReason =
      request.decision == .return || (stage == .office && isDisputed)
    guard !needsReason || !request.reasons.isEmpty else {
      throw Refusal(SubmissionRefusal.reasonMissing, at: .pointer("/reasons"))
    }
    let form = try transaction.forms().last {
      $0.code == request.revision.form && $0.effective <= request.revision.period.month
    }
    var reasons: [JSONValue] = []
    for (position, reason) in request.reasons.enumerated() {
      let place = "/reasons/\(position)"
      if let indicator = reason.indicator, form?.field(of: indicator) == nil {
        throw Refusal(
          SubmissionRefusal.indicatorNotInForm, at: .pointer(place + "/indicator"), indicator)
      }
      guard let text = FreeText.accepted(reason.text), !text.isEmpty else {
        throw Refusal(SubmissionRefusal.noteRefused, at: .pointer(place + "/text"))
      }
      var members = [JSONValue.Member("text", .string(text))]
      if let indicator = reason.indicator {
        members.append(JSONValue.Member("indicator", .string(indicator)))
      }
      reasons.append(.object(members))
    }
    return .array(reasons)
  }
}
