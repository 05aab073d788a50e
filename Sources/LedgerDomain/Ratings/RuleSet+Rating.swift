extension RuleSet {
  /// Rates one unit: grey when a required figure is absent, else the worst colour that hit, else blue.
  public func rating(_ evaluator: MeasureEvaluator, unit: Int) -> Rating {
    let hits = rules.filter { evaluator.holds($0.condition, unit: unit) == true }
    let absent = requires.filter { code in
      evaluator.measured(Self.presence(of: code), unit: unit).fraction == nil
    }
    let indicators = colouredIndicators
    var colours = [Colour](repeating: .blue, count: indicators.count)
    for (position, code) in indicators.enumerated() {
      let own = hits.filter { $0.indicator == code }.map(\.colour)
      colours[position] =
        evaluator.measured(.last(code, monthsBack: 0), unit: unit).fraction == nil
        ? .grey : Self.worst(own)
    }
    return Rating(
      colour: absent.isEmpty ? Self.worst(hits.map(\.colour)) : .grey,
      hits: hits.map { rule in
        Rating.Hit(
          rule: rule.id,
          inputs: Self.distinct(rule.condition.measures).map { measure in
            Rating.Input(
              measure: measure, measured: evaluator.measured(measure, unit: unit))
          })
      },
      absent: absent, indicatorColours: colours)
  }

  /// A required indicator must be whole for the year so far.
  private static func presence(of code: String) -> Measure {
    .sum(code, window: .yearToDate, monthsBack: 0)
  }

  private static func worst(_ colours: [Colour]) -> Colour {
    if colours.contains(.red) { return .red }
    return colours.contains(.yellow) ? .yellow : .blue
  }

  private static func distinct(_ measures: [Measure]) -> [Measure] {
    var seen: Set<Measure> = []
    return measures.filter { seen.insert($0).inserted }
  }
}
