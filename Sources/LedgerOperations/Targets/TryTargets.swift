public import LedgerDomain
import LedgerStore

/// What a line would have done to each unit over the last months.
public struct TargetTrials: Sendable {
  /// The months, the earlier first.
  public let months: [Month]
  /// The rule set that would have rated; nil when none is in force.
  public let rules: RuleSet?
  /// Whether those rules look at the targets of the indicator at all.
  public let rulesReadTargets: Bool
  /// The units, in the order of their codes.
  public let units: [(unit: String, trial: TargetTrial)]
}

extension Ledger {
  /// Tries targets of one indicator over the twelve months to the last one that is published, by
  /// the rules that would rate them; nothing is kept.
  ///
  /// What is set already and not among `targets` stays. Refused for who may not set targets, for an
  /// indicator that is not reported, for an unknown unit, and for targets that contradict each
  /// other.
  public func tryTargets(
    _ targets: [Target], of indicator: String, year: Int, scope: String?, by actor: Actor
  ) async throws -> TargetTrials {
    try await act(by: actor, readOnly: true) { transaction, _ in
      try transaction.require(.keepTargets)
      let place = try TargetPlace(transaction, indicator, year: year, scope: scope)
      for target in targets where place.catalogue.tree[target.unit] == nil {
        throw Refusal(UnitRefusal.unknown, target.unit)
      }
      var known = try place.targets(transaction)
      for target in targets { known[target.key] = target }
      let line = known.values.sorted { $0.kind.rawValue < $1.kind.rawValue }
      try Target.check(line)
      return try place.trials(TargetLine(line, of: indicator), transaction)
    }
  }
}

/// For what a target is set: an indicator, a year, and the units below one.
struct TargetPlace: Sendable {
  let indicator: Indicator
  let year: Int
  let scope: UnitVersion
  let kind: String
  let catalogue: Catalogue
  /// The month from which on a target that is set now counts; nil when the year is published.
  let effective: Month?
  /// The last published month, or the one before this.
  let last: Month
  private let versions: [MethodVersion]

  static func takesTargets(_ indicator: Indicator) -> Bool { indicator.kind != .ratio }

  /// Finds the place; without a scope the first for which rules or a method stand.
  init(
    _ transaction: LedgerTransaction, _ indicator: String, year: Int, scope: String?
  ) throws {
    guard (2000...2100).contains(year) else {
      throw Refusal(TargetRefusal.yearOutOfRange, at: .option("year"), String(year))
    }
    let today = try transaction.today()
    catalogue = try Catalogue(transaction, on: today)
    versions = try transaction.methodVersions()
    let root = catalogue.tree.all.first { $0.parent == nil }?.code
    let code = scope ?? versions.map(\.scope).min() ?? root ?? ""
    guard let unit = catalogue.tree[code] else {
      throw Refusal(UnitRefusal.unknown, at: .option("of"), code)
    }
    self.scope = unit
    guard let known = catalogue.indicators[indicator], Self.takesTargets(known) else {
      throw Refusal(MeasureRefusal.indicatorUnknown, at: .option("indicator"), indicator)
    }
    self.indicator = known
    self.year = year
    let published = try transaction.editions().filter { $0.scope == code }.map(\.period).max()
    last = published ?? Month(containing: today).adding(months: -1)
    let january = Month(index: year * 12)
    let next = max(published.map { $0.adding(months: 1) } ?? january, january)
    effective = next.year == year ? next : nil
    let plan = try? transaction.evaluationPlan(
      next, scope: code, kind: nil, versions)
    let children = catalogue.tree.all.filter { $0.parent == code }
    guard let kind = plan?.kind ?? children.first?.kind else {
      throw Refusal(MonthRefusal.noUnits, code, next.description, "")
    }
    self.kind = kind
  }

  /// The units that have targets here, in the order of their codes.
  var units: [UnitVersion] { catalogue.tree.units(of: kind, below: scope.code) }

  /// The targets that count, of the units here and of the one above them.
  func targets(_ transaction: LedgerTransaction) throws -> [Target.Key: Target] {
    let members = Set(units.map(\.code)).union([scope.code])
    var targets: [Target.Key: Target] = [:]
    try transaction.forEachTarget(years: [year]) { target in
      if target.indicator == indicator.code, members.contains(target.unit) {
        targets[target.key] = target
      }
    }
    return targets
  }

  /// The rules that rate the months from which on a target counts.
  func rules() throws -> RuleSet? {
    let month = effective ?? Month(index: year * 12 + 11)
    let rules = try versions.inForce(.rules, scope: scope.code, in: month)
      .map { try RuleSet($0.definition) }
    return rules.flatMap { $0.kind == nil || $0.kind == kind ? $0 : nil }
  }

  /// Holds a line against the last twelve months, by the code that rates.
  func trials(_ line: TargetLine, _ transaction: LedgerTransaction) throws -> TargetTrials {
    let rules = try rules()
    let months = (0..<12).reversed().map { last.adding(months: -$0) }
    var trials: [String: TargetTrial] = [:]
    for month in months {
      let catalogue = try Catalogue(transaction, on: month.lastDay)
      guard !catalogue.tree.units(of: kind, below: scope.code).isEmpty else { continue }
      let cube = try transaction.evaluate(
        plan(month, line.read(beside: rules, in: month)), catalogue, withReasons: false,
        line: line
      ).evaluation.cube
      let ratings = try Evaluation(plan(month, rules), cube, withReasons: false).ratings
      let evaluator = MeasureEvaluator(cube)
      for (position, unit) in cube.units.enumerated() {
        trials[unit.code, default: TargetTrial()].add(
          evaluator.measured(line.measure, unit: position),
          ratings.indices.contains(position) ? ratings[position].colour : nil)
      }
    }
    return TargetTrials(
      months: months, rules: rules,
      rulesReadTargets: rules?.readsTargets(
        of: indicator.code, formulas: catalogue.formulas) ?? false,
      units: units.map { ($0.code, trials[$0.code] ?? TargetTrial()) })
  }

  func plan(_ month: Month, _ rules: RuleSet?) -> EvaluationPlan {
    EvaluationPlan(month: month, scope: scope.code, kind: kind, ruleSet: rules, method: nil)
  }
}
