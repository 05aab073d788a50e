/// Ratings of a plain table, without a ledger: what `taizhang rate` prints.
public enum PlainRatings {
  /// The answer's header and rows: `unit,colour,rules`, the rules that hit joined by spaces.
  public static func answer(
    _ rules: RuleSet, _ table: PlainTable
  ) throws(Refusal) -> [[String]] {
    for measure in rules.measures { try measure.refuseUnknownColumns(table) }
    let evaluator = MeasureEvaluator(table)
    let compiled = CompiledRules(rules, evaluator)
    return [["unit", "colour", "rules"]]
      + table.units.indices.map { unit in
        let rating = compiled.rating(unit)
        return [
          table.units[unit], rating.colour.rawValue,
          rating.hits.map(\.rule).joined(separator: " "),
        ]
      }
  }
}
