extension RuleSet {
  /// Rates one unit: grey when a required figure is absent, else the worst colour that hit, else
  /// blue.
  public func rating(_ evaluator: MeasureEvaluator, unit: Int) -> Rating {
    CompiledRules(self, evaluator).rating(unit)
  }
}
