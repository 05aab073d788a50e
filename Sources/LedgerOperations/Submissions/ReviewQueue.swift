public import LedgerDomain
public import LedgerStore

/// A revision that waits for an account's decision.
public struct ReviewItem: Sendable {
  /// The revision, since when it waits and for whom.
  public let waiting: WaitingRevision
  /// What there is to see.
  public let sheet: ReviewSheet

  /// Whether nothing is unusual, changed, missing or disputed, so that it may be approved with
  /// others at once.
  public var isClean: Bool { sheet.flags == 0 }
}

/// A revision whose figures an account may verify.
public struct VerificationItem: Sendable {
  /// The revision.
  public let waiting: WaitingRevision
  /// What there is to see.
  public let sheet: ReviewSheet

  /// How many figures somebody confirmed or disputed.
  public var verified: Int { sheet.lines.count { $0.isDisputed != nil } }
  /// How many figures somebody disputes.
  public var disputed: Int { sheet.lines.count { $0.isDisputed == true } }
}

/// One submission as its reviewers and verifiers see it.
public struct ReviewCase: Sendable {
  /// Everything kept of it.
  public let view: SubmissionView
  /// The latest revision beside what it is compared with; nil where nothing was submitted.
  public let sheet: ReviewSheet?
  /// The stage at which the account may decide.
  public let stage: Review.Stage?
  /// Why nothing can be decided now; nil where it can.
  public let obstacle: Refusal?
  /// Whether the account may verify the figures now.
  public let mayVerify: Bool
}

extension Ledger {
  /// The revisions that wait for the account's decision, of one form and period or all that are
  /// open: those with something to look at first, then those that wait longest.
  ///
  /// What the account submitted itself waits for others.
  public func reviewQueue(
    form: String? = nil, period: Period? = nil, by actor: Actor
  ) async throws -> [ReviewItem] {
    try await act(by: actor, readOnly: true) { transaction, account in
      let unit = try ActingReach(.reviewForUnit, transaction)
      let office = try ActingReach(.acceptForOffice, transaction)
      let waiting = try transaction.openWaiting(form: form, period: period).filter { item in
        item.submittedBy != account
          && (item.stage == .unit ? unit : office).covers(item.key)
      }
      let sheets = try transaction.sheets(of: waiting)
      let items = waiting.compactMap { item in
        sheets[item.key].map { ReviewItem(waiting: item, sheet: $0) }
      }
      return items.filter { !$0.isClean } + items.filter(\.isClean)
    }
  }

  /// The revisions whose figures the account may verify: those with unverified figures first, then
  /// those that wait longest.
  public func verificationQueue(
    form: String? = nil, period: Period? = nil, by actor: Actor
  ) async throws -> [VerificationItem] {
    try await act(by: actor, readOnly: true) { transaction, account in
      let scope = try ActingReach(.verifyFigure, transaction)
      let waiting = try transaction.openWaiting(form: form, period: period).filter { item in
        item.submittedBy != account && scope.covers(item.key)
      }
      let sheets = try transaction.sheets(of: waiting)
      let items = waiting.compactMap { item in
        sheets[item.key].map { VerificationItem(waiting: item, sheet: $0) }
      }
      func isOpen(_ item: VerificationItem) -> Bool { item.verified < item.sheet.lines.count }
      return items.filter(isOpen) + items.filter { !isOpen($0) }
    }
  }

  /// One submission with its latest revision beside what it is compared with.
  ///
  /// Refused for whoever neither reviews nor verifies the unit's form.
  public func reviewCase(
    _ unit: String, _ form: String, _ period: Period, by actor: Actor
  ) async throws -> ReviewCase {
    try await act(by: actor, readOnly: true) { transaction, account in
      func may(_ permission: Permission) throws -> Bool {
        try transaction.may(permission, unit: unit, form: form)
      }
      let (reviews, accepts) = (try may(.reviewForUnit), try may(.acceptForOffice))
      let verifies = try may(.verifyFigure)
      guard reviews || accepts || verifies else { throw Refusal(AccountRefusal.outOfScope) }
      let view = try Self.view(of: unit, form, period, transaction)
      let states = try transaction.submissionStates(form: form, periods: [period], units: [unit])
      guard let state = states.first else {
        return ReviewCase(
          view: view, sheet: nil, stage: nil,
          obstacle: Refusal(SubmissionRefusal.revisionUnknown), mayVerify: false)
      }
      let isUnits = state.unitDecision == nil
      let stage: Review.Stage? =
        reviews && (isUnits || !accepts) ? .unit : accepts ? .office : nil
      return ReviewCase(
        view: view, sheet: try transaction.reviewSheets([state.latest]).first, stage: stage,
        obstacle: stage.flatMap {
          Self.obstacle(to: $0, state, isOpen: view.isOpen, by: account)
        },
        mayVerify: verifies && view.isOpen && state.submittedBy != account)
    }
  }

  /// Why an account cannot decide on a submission's latest revision at a stage; nil where it can.
  static func obstacle(
    to stage: Review.Stage, _ state: SubmissionState, isOpen: Bool, by account: String
  ) -> Refusal? {
    if !isOpen {
      return Refusal(
        SubmissionRefusal.periodClosed, state.latest.period.description,
        state.latest.period.month.description)
    }
    if state.submittedBy == account { return Refusal(SubmissionRefusal.reviewerIsSubmitter) }
    do throws(Refusal) {
      try refuseDecided(state, stage)
      return nil
    } catch {
      return error
    }
  }
}

/// The units, or `unit/form`, to which an account's grants for something reach.
struct ActingReach {
  private let scope: (everywhere: Bool, units: Set<String>)

  init(_ permission: Permission, _ transaction: LedgerTransaction) throws {
    scope = try transaction.actingScope(permission.rule.roles)
  }

  /// Whether it reaches anywhere at all.
  var isSomewhere: Bool { scope.everywhere || !scope.units.isEmpty }

  func covers(_ key: RevisionKey) -> Bool {
    scope.everywhere || scope.units.contains(key.unit)
      || scope.units.contains("\(key.unit)/\(key.form)")
  }
}

extension LedgerTransaction {
  /// The revisions that wait for a decision, of months that take one.
  func openWaiting(form: String?, period: Period?) throws -> [WaitingRevision] {
    let now = try now()
    let states = try monthStates()
    let closed = Set(states.filter { !$0.state.isOpen(at: now) }.map(\.month))
    let found = try waitingRevisions(form: form, from: Self.firstDay(closed: closed))
    return found.filter { item in
      !closed.contains(item.key.period.month) && (period.map { $0 == item.key.period } ?? true)
    }
  }

  /// The first day on which a period of an open month may begin.
  private static func firstDay(closed: Set<Month>) -> CalendarDate {
    guard var month = closed.min() else { return CalendarDate(daysSince2000: 0) }
    while closed.contains(month) { month = month.adding(months: 1) }
    // A quarter begins two months before the one that governs it.
    return month.adding(months: -2).firstDay
  }

  fileprivate func sheets(
    of waiting: [WaitingRevision]
  ) throws -> [RevisionKey: ReviewSheet] {
    let sheets = try reviewSheets(waiting.map(\.key))
    return Dictionary(sheets.map { ($0.revision.key, $0) }, uniquingKeysWith: { first, _ in first })
  }
}
