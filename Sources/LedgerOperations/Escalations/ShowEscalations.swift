public import LedgerDomain
public import LedgerStore

/// Who stands where on a ladder, and what it proposes.
public struct Escalations: Sendable {
  /// The unit below which the ladder is used.
  public let scope: String
  /// The ladder in force in the month.
  public let ladder: Ladder
  /// The last published month; nil before the first.
  public let month: Month?
  /// Every unit that the reader may see, in the order of their codes.
  public let units: [Unit]
  /// The days that are worked: deadlines count them.
  public let calendar: WorkingCalendar

  /// One unit.
  public struct Unit: Sendable {
    /// Its code.
    public let code: String
    /// Its name.
    public let name: BilingualText
    /// Where it stands.
    public let standing: StepStanding
    /// The months that brought it there, as they are published now; empty beside the ladder.
    public let ground: [LadderMonth]
    /// What is proposed for it; nil where nothing is.
    public let proposal: StepProposal?
    /// What would be proposed if the next month were like the latest one.
    public let forecast: StepProposal?
    /// Everything that was decided on it, the first first.
    public let decisions: [KeptDecision]
    /// The published months that the ladder looks at, the earliest first.
    public let months: [LadderMonth]
    /// The case of the step on which it stands; nil beside the ladder.
    public let openCase: StepCase?
    /// What was entered for it and no decision has used yet.
    public let triggers: [StepTrigger]
    /// What has to be on record before its proposal is accepted, and is not.
    public let lacks: [LadderFact]
    /// Whether it has ended, or become part of another unit.
    public let isEnded: Bool

    /// The edition whose correction took the ground from its step; nil where the step has it.
    public var unsupportedBy: Int? {
      guard let proposal, proposal.move == .withdraw, let decision = standing.decision else {
        return nil
      }
      return months.filter { $0.month <= proposal.month }.compactMap(\.edition)
        .filter { $0 > decision.edition }.max()
    }
  }

  /// The step whose decider decides on a proposal: the one above of the two; where a shorter ladder
  /// lacks it, its gravest one.
  public func decidingStep(_ proposal: StepProposal) -> Ladder.Step? {
    ladder.own(max(proposal.from, proposal.to))
  }
}

extension Ledger {
  /// Who stands where below a unit, computed from the latest edition of each month; what is
  /// proposed is not kept before somebody decides.
  ///
  /// Units outside the reader's scope are left out. Refused where no ladder is in force.
  public func escalations(of scope: String, by actor: Actor) async throws -> Escalations {
    try await act(by: actor, readOnly: true) { transaction, _ in
      try transaction.escalations(of: scope)
    }
  }

  /// Who would have stood where in the last 24 published months, had every proposal of a document
  /// been accepted, and who would be next; nothing is kept.
  public func tryLadder(
    _ document: JSONValue, scope: String, by actor: Actor
  ) async throws -> [LadderTrial] {
    try await act(by: actor, readOnly: true) { transaction, account in
      try transaction.require(.proposeMethod)
      let version = try Self.version(
        document, kind: .ladder, scope: scope, effective: nil, by: account, transaction)
      return try transaction.trials(Ladder(version.definition), scope: scope)
    }
  }

  /// The same for a version that is proposed or approved.
  public func tryLadder(
    _ version: MethodVersion, by actor: Actor
  ) async throws -> [LadderTrial] {
    try await act(by: actor, readOnly: true) { transaction, _ in
      try transaction.require(.readUnpublished, unit: version.scope)
      return try transaction.trials(Ladder(version.definition), scope: version.scope)
    }
  }
}

extension LedgerTransaction {
  /// How many months a trial goes through.
  private static let trialMonths = 24

  /// Of all units, or `only` of one.
  func escalations(of scope: String, only one: String? = nil) throws -> Escalations {
    let (board, published) = try ladderBoard(of: scope)
    let ladder = board.ladder
    let last = published.filter { $0.kind == ladder.kind }.map(\.period).max()
    let decisions = Dictionary(grouping: try stepDecisions(scope: scope), by: \.unit)
    var months: [String: [LadderMonth]] = [:]
    if let last {
      // A correction of the month that put a unit on its step is seen, however long ago.
      let entered = decisions.values.compactMap { kept in
        StepStanding(kept.map(\.decision)).decision?.month
      }.min()
      let first = min(last, entered ?? last).adding(months: -ladder.monthsBack)
      months = try publishedMonths(first...last, scope: scope, kind: ladder.kind)
    }
    let triggers = try stepTriggers(scope: scope)
    let sight = try LadderSight(self)
    let codes = Set(months.keys).union(decisions.keys)
      .filter { (one == nil || $0 == one) && sight.covers($0) }
    let units = codes.sorted().map { code in
      // What a unit is judged by ends with the month that is judged of all.
      let own = (months[code] ?? []).filter { $0.month <= last ?? $0.month }
      return board.unit(
        code, own, decisions[code] ?? [], triggers[code] ?? [],
        isCurrent: own.last?.month == last)
    }
    return Escalations(
      scope: board.scope, ladder: ladder, month: last, units: units, calendar: board.calendar)
  }

  /// What the ladder in force is read with, and the editions of its scope.
  func ladderBoard(of scope: String) throws -> (LadderBoard, [EditionHead]) {
    let today = try today()
    let unitVersions = try unitVersions()
    guard UnitTree(unitVersions, on: today)[scope] != nil else {
      throw Refusal(UnitRefusal.unknown, at: .option("of"), scope)
    }
    let published = try editions().filter { $0.scope == scope }
    let versions = try methodVersions().filter { $0.kind == .ladder && $0.scope == scope }
    let latest = published.map(\.period).max() ?? Month(containing: today)
    guard let version = versions.inForce(.ladder, scope: scope, in: latest) else {
      throw Refusal(EscalationRefusal.noLadder, scope)
    }
    let board = LadderBoard(
      scope: scope, ladder: try Ladder(version.definition), versions: versions,
      units: unitVersions, events: try stepEvents(scope: scope), today: today,
      calendar: try workingCalendar())
    return (board, published)
  }

  func trials(_ ladder: Ladder, scope: String) throws -> [LadderTrial] {
    let published = try editions().filter { $0.scope == scope && $0.kind == ladder.kind }
    guard let last = published.map(\.period).max() else { return [] }
    let first = last.adding(months: 1 - Self.trialMonths)
    let months = try publishedMonths(first...last, scope: scope, kind: ladder.kind)
    return months.keys.sorted().map { unit in
      LadderTrial(ladder, unit: unit, months: months[unit] ?? [])
    }
  }
}
