/// What is evaluated: which units, in which month, by which rules and method.
public struct EvaluationPlan: Hashable, Sendable {
  /// The month.
  public let month: Month
  /// The unit below which units are evaluated.
  public let scope: String
  /// Their kind.
  public let kind: String
  /// The rules in force; nil when units are not rated.
  public let ruleSet: RuleSet?
  /// The method in force; nil when units are not ranked.
  public let method: IndexMethod?

  /// Describes an evaluation.
  public init(
    month: Month, scope: String, kind: String, ruleSet: RuleSet?, method: IndexMethod?
  ) {
    self.month = month
    self.scope = scope
    self.kind = kind
    self.ruleSet = ruleSet
    self.method = method
  }

  /// The indicators whose figures are read, formulas opened.
  public func indicatorCodes(formulas: [String: Measure]) -> Set<String> {
    var codes = (ruleSet?.indicatorCodes ?? [])
      .union((method?.measures ?? []).flatMap(\.indicatorCodes))
    for code in codes {
      if let formula = formulas[code] {
        codes.remove(code)
        codes.formUnion(formula.indicatorCodes)
      }
    }
    return codes
  }

  /// The ratio indicators that are read, whose formulas are opened.
  public func usedFormulas(_ formulas: [String: Measure]) -> Set<String> {
    (ruleSet?.indicatorCodes ?? []).union((method?.measures ?? []).flatMap(\.indicatorCodes))
      .filter { formulas[$0] != nil }
  }

  /// How many months before the evaluated one figures are read of.
  public func monthsBack(formulas: [String: Measure]) -> Set<Int> {
    var measures = (ruleSet?.measures ?? []) + (method?.measures ?? [])
    measures += (ruleSet?.requires ?? []).map { .sum($0, window: .yearToDate, monthsBack: 0) }
    var months: Set<Int> = [0]
    for measure in measures {
      months.formUnion(measure.monthsNeeded(for: month, formulas: formulas))
    }
    return months.filter { $0 >= 0 }
  }

  /// The years whose targets are read.
  public func targetYears(formulas: [String: Measure]) -> Set<Int> {
    let measures = (ruleSet?.measures ?? []) + (method?.measures ?? [])
    return Set(
      measures.flatMap { $0.targetMonths(formulas: formulas) }
        .map { month.adding(months: -$0).year })
  }
}

/// What the rules and the method gave.
public struct Evaluation: Sendable {
  /// Everything that went in.
  public let cube: FigureCube
  /// One rating per unit of the cube; empty when units are not rated.
  public let ratings: [Rating]
  /// The rankings: within each parent, and in the whole scope where the method says so.
  public let rankings: [PeerRanking]

  /// One ranking.
  public struct PeerRanking: Sendable {
    /// The unit below which the peers stand.
    public let peersOf: String
    /// The standings in the order of display; `unit` is the position in the cube.
    public let standings: [Standing]

    /// How many units have a rank; counted once, since every stored standing names it.
    public let ranked: Int

    /// Counts who is ranked.
    public init(peersOf: String, standings: [Standing]) {
      self.peersOf = peersOf
      self.standings = standings
      ranked = standings.count { $0.doubledRank != nil }
    }
  }

  /// Rates and ranks the units of a cube; without reasons, ratings name their rules only.
  public init(
    _ plan: EvaluationPlan, _ cube: FigureCube, withReasons: Bool = true
  ) throws(Refusal) {
    let evaluator = MeasureEvaluator(cube)
    self.cube = cube
    if let ruleSet = plan.ruleSet {
      let compiled = CompiledRules(ruleSet, evaluator)
      ratings = cube.units.indices.map { compiled.rating($0, withReasons: withReasons) }
    } else {
      ratings = []
    }
    guard let method = plan.method else {
      rankings = []
      return
    }
    let inputs = EvaluatedInputs(method: method, cube: cube, evaluator: evaluator).units
    var rankings: [PeerRanking] = []
    func rank(_ peersOf: String, _ members: [Int]) throws(Refusal) {
      let standings = try method.ranking(of: members.map { inputs[$0] })
      rankings.append(
        PeerRanking(peersOf: peersOf, standings: standings.map { $0.moved(to: members[$0.unit]) }))
    }
    let isMember = { (unit: Int) in
      method.peers.group == nil || cube.units[unit].group == method.peers.group
    }
    var members = [[Int]](repeating: [], count: cube.parents.count)
    for unit in cube.units.indices where isMember(unit) {
      members[cube.group(of: unit)].append(unit)
    }
    let order = cube.parents.indices.sorted {
      cube.parents[$0].utf8.lexicographicallyPrecedes(cube.parents[$1].utf8)
    }
    if method.peers.withinParent {
      for group in order where !members[group].isEmpty {
        try rank(cube.parents[group], members[group])
      }
    }
    let isSame = method.peers.withinParent && order.count == 1 && cube.parents[0] == plan.scope
    if method.peers.withinScope, !isSame {
      try rank(plan.scope, members.flatMap(\.self).sorted())
    }
    self.rankings = rankings
  }
}
