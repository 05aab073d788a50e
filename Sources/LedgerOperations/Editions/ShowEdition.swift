public import LedgerDomain
import LedgerStore

/// A month's results as people read them: computed when asked, or read from an edition.
public struct MonthResult: Sendable {
  /// What was evaluated.
  public let plan: EvaluationPlan
  /// The units in the order of the cube.
  public let units: [(unit: CubeUnit, name: BilingualText)]
  /// What the rules and the method gave.
  public let evaluation: Evaluation
  /// The last published places before the month, by unit, among the peers of the scope's ranking.
  public let previous: [String: Int]
  /// Whether the month is closed.
  public let isClosed: Bool
  /// The edition that published the month, if any.
  public let edition: Int?
  /// What of it is not shown.
  public internal(set) var disclosure = ResultDisclosure.complete

  /// How what was measured of a unit, by its position, is shown; nil when its value is.
  public func mark(_ measure: Measure, of unit: Int) -> SuppressionMark? {
    disclosure.mark(measure, of: units[unit].unit.code)
  }
}

extension Ledger {
  /// Computes a month's ratings and rankings from the figures accepted now.
  ///
  /// `rules` and `method` are tried in place of the ones in force.
  public func result(
    of month: Month, scope: String, kind: String?, rules: RuleSet? = nil,
    method: IndexMethod? = nil, by actor: Actor
  ) async throws -> MonthResult {
    var (result, readsSmallCounts) = try await act(by: actor, readOnly: true) { transaction, _ in
      let catalogue = try Catalogue(transaction, on: month.lastDay)
      guard catalogue.tree[scope] != nil else {
        throw Refusal(UnitRefusal.unknown, at: .option("--of"), scope)
      }
      let versions = try transaction.methodVersions()
      let known = try transaction.evaluationPlan(
        month, scope: scope, kind: kind ?? method?.peers.kind ?? rules?.kind, versions)
      let plan = EvaluationPlan(
        month: month, scope: scope, kind: known.kind, ruleSet: rules ?? known.ruleSet,
        method: method ?? known.method)
      let loaded = try transaction.evaluate(plan, catalogue)
      let previous = try transaction.publishedStandings(
        before: month, scope: scope, kind: plan.kind)
      var places: [String: Int] = [:]
      for row in previous?.rows ?? [] where row.peersOf == scope {
        places[row.unit] = row.doubledRank
      }
      let state = try transaction.monthState(month)
      let edition = try transaction.editions().last {
        $0.period == month && $0.scope == scope && $0.kind == plan.kind
      }
      let result = MonthResult(
        plan: plan, units: loaded.units, evaluation: loaded.evaluation, previous: places,
        isClosed: state.event == .closed, edition: edition?.number)
      return (result, try transaction.readsSmallCounts(plan, catalogue))
    }
    if readsSmallCounts { result.disclosure = try await disclosure(of: result.plan) }
    return result
  }
}
