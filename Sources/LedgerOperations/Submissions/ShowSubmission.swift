public import LedgerDomain
public import LedgerStore

/// A submission as those who work on it see it.
public struct SubmissionView: Sendable {
  /// Everything kept of it.
  public let submission: Submission
  /// Where it stands.
  public let state: SubmissionProgress
  /// The form's version in force in its period.
  public let form: Form
  /// Whether its month takes figures.
  public let isOpen: Bool
  /// The draft, for reporters.
  public let draft: Draft?
  /// How the figures of each revision are shown instead of themselves: nil for those that are, and
  /// nothing where all are.
  let marks: [[SuppressionMark?]]

  /// How a figure of a revision is shown instead of itself; nil when it is shown.
  public func mark(revision: Int, field: Int) -> SuppressionMark? {
    guard marks.indices.contains(revision), marks[revision].indices.contains(field) else {
      return nil
    }
    return marks[revision][field]
  }

  /// Whether figures of an indicator are hidden.
  public func hides(_ indicator: String) -> Bool {
    form.field(of: indicator).map { field in
      marks.indices.contains { mark(revision: $0, field: field) != nil }
    } ?? false
  }

  /// Whether every figure is shown.
  public var isComplete: Bool { marks.allSatisfy { $0.allSatisfy { $0 == nil } } }
}

/// Where a submission stands.
public enum SubmissionProgress: String, Sendable, CaseIterable {
  case missing
  case submitted
  case approved
  case returned
  case disputed
  case accepted
}

extension SubmissionProgress {
  /// Follows from the latest revision, what was decided about it and whether a figure is disputed.
  public init(unitDecision: String?, officeDecision: String?, isDisputed: Bool) {
    if unitDecision == Review.Decision.return.rawValue
      || officeDecision == Review.Decision.return.rawValue
    {
      self = .returned
    } else if officeDecision == Review.Decision.approve.rawValue {
      self = .accepted
    } else if isDisputed {
      self = .disputed
    } else {
      self = unitDecision == nil ? .submitted : .approved
    }
  }
}

extension Ledger {
  /// A submission with all its revisions, reviews and verifications, inside the account's scope.
  ///
  /// Small counts are shown to those who have to work with them, and hidden from other readers.
  public func submission(
    _ unit: String, _ form: String, _ period: Period, by actor: Actor
  ) async throws -> SubmissionView {
    let (view, mayReadAll) = try await act(by: actor, readOnly: true) { transaction, _ in
      (
        try Self.view(of: unit, form, period, transaction),
        try transaction.may(.readSmallCounts, unit: unit, form: form)
      )
    }
    guard !mayReadAll else { return view }
    let disclosure = try await disclosure(of: [period])
    return SubmissionView(
      submission: view.submission, state: view.state, form: view.form, isOpen: view.isOpen,
      draft: nil,
      marks: disclosure.marks(
        unit: unit, period: period,
        revisions: view.submission.revisions.map { kept in
          zip(view.form.fields, kept.revision.figures).map { ($0.indicator, $1) }
        }))
  }

  static func view(
    of unit: String, _ form: String, _ period: Period, _ transaction: LedgerTransaction
  ) throws -> SubmissionView {
    try transaction.require(.readSubmissions, unit: unit, form: form)
    let version = try Self.form(form, in: period, transaction)
    let submission = try transaction.submission(unit, form, period)
    let state = try transaction.monthState(period.month)
    return SubmissionView(
      submission: submission, state: submission.progress, form: version,
      isOpen: state.isOpen(at: try transaction.now()),
      draft: try transaction.draft(unit, form, period), marks: [])
  }

  /// The latest revisions of some periods, or of all, inside the account's scope, by unit and form.
  public func submissions(
    _ periods: [Period]?, form: String?, units: [String]?, by actor: Actor
  ) async throws -> [(state: SubmissionState, progress: SubmissionProgress)] {
    try await act(by: actor, readOnly: true) { transaction, _ in
      let disputed = try transaction.disputed(periods: periods)
      return try transaction.submissionStates(form: form, periods: periods, units: units).map {
        ($0, SubmissionProgress($0, disputed: disputed))
      }
    }
  }

  /// The version of a form that is in force in a period, which is one of the form's.
  private static func form(
    _ code: String, in period: Period, _ transaction: LedgerTransaction
  ) throws -> Form {
    let known = try transaction.forms().last { $0.code == code && $0.effective <= period.month }
    guard let known else { throw Refusal(FormRefusal.unknown, at: .option("form"), code) }
    try known.check(period, at: .option("period"))
    return known
  }

  /// Saves what a reporter has typed, over the version that it builds on; no fact.
  ///
  /// Returns the draft's new version. Refused, in this order: not a reporter of the unit and form;
  /// an unknown form; a period of another frequency than the form's; a closed month; personal
  /// numbers, as the submission would be; a draft that somebody else saved meanwhile.
  public func saveDraft(
    _ unit: String, _ form: String, _ period: Period, over version: Int, content: JSONValue,
    by actor: Actor
  ) async throws -> Int {
    try await act(by: actor) { transaction, account in
      try transaction.require(.submit, unit: unit, form: form)
      _ = try Self.form(form, in: period, transaction)
      guard try transaction.monthState(period.month).isOpen(at: try transaction.now()) else {
        throw Refusal(
          SubmissionRefusal.periodClosed, at: .option("period"), period.month.description)
      }
      try FreeText.check(content, numbersIn: ["value"])
      guard
        try transaction.saveDraft(
          unit, form, period, over: version, content: content.compactText, by: account)
      else {
        let known = try transaction.draft(unit, form, period)?.version ?? 0
        throw Refusal(SubmissionRefusal.draftStale, String(version), String(known))
      }
      return version + 1
    }
  }
}

extension Submission {
  /// Where it stands.
  var progress: SubmissionProgress {
    guard let latest = revisions.last?.revision.number else { return .missing }
    func decision(_ stage: Review.Stage) -> String? {
      reviews.last { $0.revision == latest && $0.stage == stage.rawValue }?.decision
    }
    return SubmissionProgress(
      unitDecision: decision(.unit), officeDecision: decision(.office),
      isDisputed: verifications.contains {
        $0.revision == latest && $0.decision == FigureVerification.Decision.dispute.rawValue
      })
  }
}
