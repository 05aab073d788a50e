/// One rule with its condition and inputs resolved.
private struct CompiledRule {
  let rule: RuleSet.Rule
  let condition: MeasureEvaluator.ConditionPlan
  let inputs: [(Measure, MeasureEvaluator.Plan)]
  let indicator: Int?
}

/// A rule set whose conditions are resolved for one evaluator, for rating thousands of units.
struct CompiledRules {
  private let ruleSet: RuleSet
  private let evaluator: MeasureEvaluator
  private let rules: [CompiledRule]
  private let presence: [(code: String, plan: MeasureEvaluator.Plan)]
  private let indicators: [MeasureEvaluator.Plan]

  init(_ ruleSet: RuleSet, _ evaluator: MeasureEvaluator) {
    self.ruleSet = ruleSet
    self.evaluator = evaluator
    let coloured = ruleSet.colouredIndicators
    rules = ruleSet.rules.map { rule in
      var seen: Set<Measure> = []
      let measures = rule.condition.measures.filter { seen.insert($0).inserted }
      return CompiledRule(
        rule: rule, condition: evaluator.plan(rule.condition),
        inputs: measures.map { ($0, evaluator.plan($0)) },
        indicator: rule.indicator.flatMap { coloured.firstIndex(of: $0) })
    }
    // A required indicator must be whole for the year so far.
    presence = ruleSet.requires.map {
      ($0, evaluator.plan(.sum($0, window: .yearToDate, monthsBack: 0)))
    }
    indicators = coloured.map { evaluator.plan(.last($0, monthsBack: 0)) }
  }

  /// Grey when a required figure is absent, else the worst colour that hit, else blue.
  ///
  /// Without reasons, hits name their rules only: what is stored of thousands of units at once.
  func rating(_ unit: Int, withReasons: Bool = true) -> Rating {
    var colour = Colour.blue
    var colours = [Colour](repeating: .blue, count: indicators.count)
    var hits: [Rating.Hit] = []
    for compiled in rules where evaluator.holds(compiled.condition, unit: unit) == true {
      let rule = compiled.rule
      colour = Self.worse(colour, rule.colour)
      if let indicator = compiled.indicator {
        colours[indicator] = Self.worse(colours[indicator], rule.colour)
      }
      hits.append(
        Rating.Hit(
          rule: rule.id,
          inputs: withReasons ? inputs(compiled, unit) : []))
    }
    let absent = presence.filter { evaluator.measured($0.plan, unit: unit).fraction == nil }
    for (position, plan) in indicators.enumerated()
    where evaluator.measured(plan, unit: unit).fraction == nil {
      colours[position] = .grey
    }
    return Rating(
      colour: absent.isEmpty ? colour : .grey, hits: hits, absent: absent.map(\.code),
      indicatorColours: colours)
  }

  private func inputs(_ compiled: CompiledRule, _ unit: Int) -> [Rating.Input] {
    compiled.inputs.map { measure, plan in
      Rating.Input(measure: measure, measured: evaluator.measured(plan, unit: unit))
    }
  }

  private static func worse(_ left: Colour, _ right: Colour) -> Colour {
    if left == .red || right == .red { return .red }
    return left == .yellow || right == .yellow ? .yellow : .blue
  }
}
