public import LedgerDomain
public import LedgerStore

/// What the record keeps of one unit beside the editions: read in one transaction, since a page
/// shows it together.
public struct UnitRecord: Sendable {
  /// The year's targets that count, by indicator and kind; empty where none are asked for.
  public let targets: [Target]
  /// Its submissions, the newest first; empty where none are asked for.
  public let submissions: [(state: SubmissionState, progress: SubmissionProgress)]
  /// The ladder with this unit alone; nil where none is asked for or in force.
  public let escalations: Escalations?

  /// What of it is asked for.
  public struct Wanted: Sendable {
    /// The year of the targets.
    public var year: Int?
    /// Below which unit the ladder is used.
    public var ladderScope: String?
    /// Whether submissions are asked for.
    public var submissions: Bool

    /// States what is asked for.
    public init(year: Int?, ladderScope: String?, submissions: Bool) {
      self.year = year
      self.ladderScope = ladderScope
      self.submissions = submissions
    }
  }
}

extension Ledger {
  /// What the record keeps of a unit, as far as the account may read it: what it may not is empty.
  public func unitRecord(
    of unit: String, _ wanted: UnitRecord.Wanted, by actor: Actor
  ) async throws -> UnitRecord {
    try await act(by: actor, readOnly: true) { transaction, _ in
      UnitRecord(
        targets: try wanted.year.map { try transaction.targets(year: $0, unit: unit) } ?? [],
        submissions: wanted.submissions ? try Self.submissions(of: unit, transaction) : [],
        escalations: try wanted.ladderScope.flatMap { scope -> Escalations? in
          do {
            return try transaction.escalations(of: scope, only: unit)
          } catch let refusal as Refusal
            where refusal.code == EscalationRefusal.noLadder.rawValue
          {
            return nil
          }
        })
    }
  }

  private static func submissions(
    of unit: String, _ transaction: LedgerTransaction
  ) throws -> [(state: SubmissionState, progress: SubmissionProgress)] {
    let states = try transaction.submissionStates(form: nil, periods: nil, units: [unit])
    let disputed = try transaction.disputed(periods: nil)
    return states.map { ($0, SubmissionProgress($0, disputed: disputed)) }
      .sorted { $0.state.latest.period.firstDay > $1.state.latest.period.firstDay }
  }
}

extension SubmissionProgress {
  /// Where a submission stands, given which revisions are disputed.
  init(_ state: SubmissionState, disputed: Set<RevisionKey>) {
    self.init(
      unitDecision: state.unitDecision, officeDecision: state.officeDecision,
      isDisputed: disputed.contains(state.latest))
  }
}
