public import LedgerDomain
import LedgerStore

/// Which figure is confirmed or disputed.
public struct VerificationRequest: Sendable {
  /// The unit's code.
  public var unit: String
  /// The form's code.
  public var form: String
  /// The period.
  public var period: Period
  /// The revision that was looked at; nil for the latest.
  public var revision: Int?
  /// The figure's indicator.
  public var indicator: String
  /// The verifier's own figure, as it was typed, to dispute; nil to confirm.
  public var figure: String?
  /// Why, for a dispute.
  public var reason: String

  /// Describes a verification.
  public init(
    unit: String, form: String, period: Period, revision: Int? = nil, indicator: String,
    figure: String? = nil, reason: String = ""
  ) {
    self.unit = unit
    self.form = form
    self.period = period
    self.revision = revision
    self.indicator = indicator
    self.figure = figure
    self.reason = reason
  }
}

extension Ledger {
  /// Confirms or disputes one figure of the latest revision, as the agency that knows its source.
  ///
  /// A disputed submission is not accepted in bulk: the office returns it, or accepts it with a
  /// reason. Refused, in this order: not a verifier of the unit; an unknown form; a period of
  /// another frequency than the form's; a closed month; no such revision, or a newer one; the
  /// verifier's own submission; an indicator that the form lacks; a dispute without a number or a
  /// reason; a figure that is verified already.
  public func verifyFigure(_ request: VerificationRequest, by actor: Actor) async throws {
    try await act(by: actor) { transaction, account in
      try transaction.require(.verifyFigure, unit: request.unit, form: request.form)
      let catalogue = try Catalogue(transaction, on: request.period.lastDay)
      try catalogue.check([request.period], of: request.form)
      try transaction.refuseClosed([request.period])
      let states = try transaction.submissionStates(
        form: request.form, periods: [request.period], units: [request.unit])
      guard let state = states.first, request.revision ?? 1 <= state.latest.number else {
        throw Refusal(SubmissionRefusal.revisionUnknown)
      }
      guard request.revision ?? state.latest.number == state.latest.number else {
        throw Refusal(SubmissionRefusal.revisionStale)
      }
      guard state.submittedBy != account else {
        throw Refusal(SubmissionRefusal.reviewerIsSubmitter)
      }
      guard let revision = try transaction.revision(state.latest),
        let form = catalogue.form(request.form, effective: revision.formEffective),
        form.field(of: request.indicator) != nil,
        let indicator = catalogue.indicators[request.indicator]
      else {
        throw Refusal(
          SubmissionRefusal.indicatorNotInForm, at: .option("--indicator"), request.indicator)
      }
      try transaction.append(
        try Self.verification(request, of: state.latest, indicator, by: account))
    }
  }

  private static func verification(
    _ request: VerificationRequest, of revision: RevisionKey, _ indicator: Indicator,
    by account: String
  ) throws(Refusal) -> FigureVerification {
    guard let reason = FreeText.accepted(request.reason) else {
      throw Refusal(SubmissionRefusal.noteRefused, at: .option("--reason"))
    }
    var figure: FigureNumber?
    if let text = request.figure {
      switch FigureText.number(text, decimals: indicator.decimals) {
      case .success(let number): figure = number
      case .failure(let refusal): throw Refusal(refusal, at: .option("--dispute"), text)
      }
      guard !reason.isEmpty else {
        throw Refusal(SubmissionRefusal.reasonMissing, at: .option("--reason"))
      }
    }
    return FigureVerification(
      revision: revision, indicator: indicator.code, figure: figure, reason: reason,
      decidedBy: account)
  }
}
