public import LedgerDomain
public import LedgerStore

/// What became of several revisions that somebody wanted to approve at once.
public struct BulkApproval: Sendable {
  /// Those that are approved now.
  public let approved: [RevisionKey]
  /// Those that are not, each with why.
  public let refused: [(revision: RevisionKey, why: Refusal)]
}

extension Ledger {
  /// How many revisions are approved at once at most.
  public static let approvedAtOnceMax = 400

  /// Approves those of some revisions in which there is nothing to look at, each at the stage at
  /// which it waits.
  ///
  /// Each is looked at again: one that is out of reach, closed, newer, one's own, decided, or not
  /// clean any more is left as it is, and named with the reason. Refuses more than
  /// ``approvedAtOnceMax``.
  public func approveClean(
    _ revisions: [RevisionKey], by actor: Actor
  ) async throws -> BulkApproval {
    guard revisions.count <= Self.approvedAtOnceMax else {
      throw Refusal(RequestRefusal.bodyTooLarge, String(Self.approvedAtOnceMax))
    }
    return try await act(by: actor) { transaction, account in
      try transaction.lockMonths(Set(revisions.map(\.period.month)).sorted())
      let candidates = try ApprovalCandidates(revisions, account, transaction)
      var refused: [(revision: RevisionKey, why: Refusal)] = []
      var approved: [Review.Stage: [Review]] = [:]
      var taken: Set<RevisionKey> = []
      for key in revisions where taken.insert(key).inserted {
        do throws(Refusal) {
          let stage = try candidates.stage(of: key)
          approved[stage, default: []].append(
            Review(
              revision: key, stage: stage, decision: .approve, reasons: "[]", decidedBy: account))
        } catch {
          refused.append((key, error))
        }
      }
      for stage in [Review.Stage.unit, .office] {
        try transaction.append(reviews: approved[stage] ?? [], key: transaction.key)
      }
      return BulkApproval(
        approved: [.unit, .office].flatMap { (approved[$0] ?? []).map(\.revision) },
        refused: refused)
    }
  }
}

/// What decides whether revisions may be approved with others, loaded at once.
private struct ApprovalCandidates {
  private let account: String
  private let unit: ActingReach
  private let office: ActingReach
  private let states: [RevisionKey: SubmissionState]
  private let closed: Set<Month>
  private let flagged: Set<RevisionKey>

  init(_ keys: [RevisionKey], _ account: String, _ transaction: LedgerTransaction) throws {
    self.account = account
    unit = try ActingReach(.reviewForUnit, transaction)
    office = try ActingReach(.acceptForOffice, transaction)
    let found = try transaction.submissionStates(
      form: nil, periods: Set(keys.map(\.period)).sorted(),
      units: Set(keys.map(\.unit)).sorted())
    states = Dictionary(
      found.map { ($0.latest.anyNumber, $0) }, uniquingKeysWith: { first, _ in first })
    let now = try transaction.now()
    closed = Set(
      try Set(keys.map(\.period.month)).filter { !(try transaction.monthState($0).isOpen(at: now)) }
    )
    let sheets = try transaction.reviewSheets(found.map(\.latest))
    flagged = Set(sheets.filter { $0.flags > 0 }.map(\.revision.key))
  }

  /// The stage at which a revision is approved.
  func stage(of key: RevisionKey) throws(Refusal) -> Review.Stage {
    let isUnits = unit.covers(key)
    guard isUnits || office.covers(key) else { throw Refusal(AccountRefusal.outOfScope) }
    guard let state = states[key.anyNumber], (1...state.latest.number).contains(key.number) else {
      throw Refusal(SubmissionRefusal.revisionUnknown)
    }
    guard key.number == state.latest.number else {
      throw Refusal(
        SubmissionRefusal.revisionStale, String(key.number), String(state.latest.number))
    }
    let isOffices = office.covers(key) && (!isUnits || state.unitDecision != nil)
    let stage: Review.Stage = isOffices ? .office : .unit
    if let obstacle = Ledger.obstacle(
      to: stage, state, isOpen: !closed.contains(key.period.month), by: account)
    {
      throw obstacle
    }
    guard !flagged.contains(key) else { throw Refusal(SubmissionRefusal.notClean) }
    return stage
  }
}
