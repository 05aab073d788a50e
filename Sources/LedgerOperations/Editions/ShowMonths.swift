public import LedgerDomain
public import LedgerStore
public import PostgresSupport

/// Where a month stands.
public struct MonthOverview: Sendable {
  /// The month.
  public let month: Month
  /// `open`, `closed`, `reopening_proposed` or `reopened`.
  public let state: String
  /// Whether it takes figures.
  public let isOpen: Bool
}

/// Everything that the office has to know to close and publish a month.
public struct MonthWork: Sendable {
  /// What is expected, what came, what is lacking.
  public let status: MonthStatus
  /// Whether its last day is over.
  public let hasEnded: Bool
  /// Whether it takes figures.
  public let isOpen: Bool
  /// Until when it takes figures after a reopening; nil for no end.
  public let reopenedUntil: PostgresTimestamp?
  /// What was decided about it, the first first.
  public let events: [MonthEvent]
  /// What is published of it, or could be: for each scope that has a method in force.
  public let publications: [PublicationWork]
}

/// How far the results of a month are published, for the units below a unit.
public struct PublicationWork: Sendable {
  /// The unit below which units are compared.
  public let scope: String
  /// What it is called.
  public let name: BilingualText
  /// The kind of units.
  public let kind: String
  /// How many units there are.
  public let units: Int
  /// Code and version of the rules in force; empty where there are none.
  public let ruleSet: String
  /// Code and version of the method in force; empty where there is none.
  public let indexMethod: String
  /// The number of the evaluation that was stored last; nil before the month was closed.
  public let evaluation: Int?
  /// Who proposed to publish that evaluation.
  public let proposedBy: [String]
  /// The editions of the month, the first first.
  public let editions: [EditionHead]

  /// The edition that publishes the last evaluation, if any.
  public var published: EditionHead? { editions.last { $0.evaluation == evaluation } }
}

extension Ledger {
  /// The months that were ever closed and those after them that have ended, the latest first.
  public func months(by actor: Actor) async throws -> [MonthOverview] {
    try await act(by: actor, readOnly: true) { transaction, _ in
      let now = try transaction.now()
      let last = Month(containing: try transaction.today()).adding(months: -1)
      let states = try transaction.monthStates()
      let first = min(states.first?.month ?? last, last)
      let known = Dictionary(
        states.map { ($0.month.index, $0.state) }, uniquingKeysWith: { $1 })
      let end = max(last, states.last?.month ?? last)
      return (first.index...end.index).reversed().map { index in
        let state = known[index]
        let isOpen = state?.isOpen(at: now) ?? true
        return MonthOverview(
          month: Month(index: index), state: isOpen ? state?.event?.rawValue ?? "open" : "closed",
          isOpen: isOpen)
      }
    }
  }

  /// What a month still needs to be closed and published.
  ///
  /// Refused without an office or director role.
  public func monthWork(_ month: Month, by actor: Actor) async throws -> MonthWork {
    try await act(by: actor, readOnly: true) { transaction, _ in
      try transaction.require(.proposeEdition)
      let catalogue = try Catalogue(transaction, on: month.lastDay)
      let state = try transaction.monthState(month)
      let isOpen = state.isOpen(at: try transaction.now())
      return MonthWork(
        status: try Self.status(month, catalogue, transaction),
        hasEnded: month.lastDay < (try transaction.today()), isOpen: isOpen,
        reopenedUntil: state.event == .reopened ? state.reopenedUntil : nil,
        events: try transaction.monthEvents(month),
        publications: try Self.publications(month, catalogue, transaction))
    }
  }

  private static func publications(
    _ month: Month, _ catalogue: Catalogue, _ transaction: LedgerTransaction
  ) throws -> [PublicationWork] {
    let versions = try transaction.methodVersions()
    let scopes = Set(versions.filter { $0.approvedBy != nil && $0.effective <= month }.map(\.scope))
    let editions = try transaction.editions()
    return try scopes.sorted().compactMap { scope in
      guard let unit = catalogue.tree[scope] else { return nil }
      let plan = try transaction.evaluationPlan(month, scope: scope, kind: nil, versions)
      let head = try transaction.latestEvaluation(month, scope: scope, kind: plan.kind)
      return PublicationWork(
        scope: scope, name: unit.name, kind: plan.kind,
        units: catalogue.tree.units(of: plan.kind, below: scope).count,
        ruleSet: plan.ruleSet.map { "\($0.id)/\($0.version)" } ?? "",
        indexMethod: plan.method.map { "\($0.id)/\($0.version)" } ?? "",
        evaluation: head?.number,
        proposedBy: try head.map { try transaction.editionProposals($0).map(\.account) } ?? [],
        editions: editions.filter {
          $0.period == month && $0.scope == scope && $0.kind == plan.kind
        })
    }
  }
}
