/// An index over a plain table, without a ledger: what `taizhang index` prints.
public enum PlainIndex {
  /// Decimals of normalised values in the answer.
  public static let normalisedDecimals = 9

  /// The answer's header and rows: `unit,rank,score`, then each inner node and component by its
  /// name, each before those below it.
  ///
  /// Rows are in the order of rank within each group; groups in the order of the table.
  public static func answer(
    _ method: IndexMethod, _ table: PlainTable
  ) throws(Refusal) -> [[String]] {
    try refuseUnknownColumns(method, table)
    let evaluator = MeasureEvaluator(table)
    var rows = [["unit", "rank", "score"] + method.root.preorder.map(\.name)]
    for group in table.groupNames.indices {
      let inputs = inputs(of: group, method, table, evaluator)
      for standing in try method.ranking(of: inputs, withNodes: true) {
        let score = standing.score.map {
          (Fraction(Int128($0)) / method.score.unit ?? .zero)
            .text(decimals: method.score.decimals)
        }
        rows.append(
          [inputs[standing.unit].code, standing.rankText ?? "", score ?? ""]
            + standing.nodes.map { $0?.text(decimals: normalisedDecimals) ?? "" })
      }
    }
    return rows
  }

  /// How sure the ranks are: `unit,rank,low,high,in_worst_percent` for each group, in the order of
  /// rank; columns carry no counting error, so that only the method's choices are varied.
  public static func robustness(
    _ method: IndexMethod, _ table: PlainTable, draws: Int, seed: UInt64, worst: Int
  ) throws(Refusal) -> [[String]] {
    try refuseUnknownColumns(method, table)
    let evaluator = MeasureEvaluator(table)
    var rows = [["unit", "rank", "low", "high", "in_worst_percent"]]
    for group in table.groupNames.indices {
      let inputs = inputs(of: group, method, table, evaluator)
      let sure = try method.robustness(of: inputs, draws: draws, seed: seed, worst: worst)
      for standing in try method.ranking(of: inputs) {
        let band = sure.bands[standing.unit]
        rows.append([
          inputs[standing.unit].code, standing.rankText ?? "",
          Standing.rankText(doubled: band.doubledLow) ?? "",
          Standing.rankText(doubled: band.doubledHigh) ?? "", sure.percentInWorst(standing.unit),
        ])
      }
    }
    return rows
  }

  private static func inputs(
    of group: Int, _ method: IndexMethod, _ table: PlainTable, _ evaluator: MeasureEvaluator
  ) -> [UnitInput] {
    table.units.indices.filter { table.group(of: $0) == group }.map { unit in
      method.input(code: table.units[unit], unit: unit, evaluator, isUnranked: false)
    }
  }

  private static func refuseUnknownColumns(
    _ method: IndexMethod, _ table: PlainTable
  ) throws(Refusal) {
    for measure in method.measures { try measure.refuseUnknownColumns(table) }
  }
}

extension Measure {
  /// Refuses a measure that reads a column which the table lacks.
  func refuseUnknownColumns(_ table: PlainTable) throws(Refusal) {
    for name in columnNames.union(indicatorCodes).sorted() where !table.hasColumn(name) {
      throw Refusal(PlainTableRefusal.columnUnknown, name)
    }
  }

  private var columnNames: Set<String> {
    switch self {
    case .column(let name): [name]
    case .yearOnYear(let inner), .monthOnMonth(let inner), .difference(let inner, _),
      .ratioToParent(let inner), .worstRank(let inner):
      inner.columnNames
    case .quotient(let top, let bottom): top.columnNames.union(bottom.columnNames)
    case .monthsInARow(let condition):
      condition.measures.reduce(into: []) { $0.formUnion($1.columnNames) }
    default: []
    }
  }
}

extension IndexMethod {
  /// What the method needs to know of one unit.
  func input(
    code: String, unit: Int, _ evaluator: MeasureEvaluator, isUnranked: Bool
  ) -> UnitInput {
    UnitInput(
      code: code,
      components: components.map { _, component in
        let change =
          component.smallBase == nil
          ? nil : evaluator.change(component.measure, unit: unit)
        return ComponentInput(
          measured: evaluator.measured(component.measure, unit: unit), base: change?.base,
          difference: change.map { MeasureEvaluator.difference($0.current, $0.base) })
      },
      deductions: deductions.map { evaluator.measured($0.measure, unit: unit) },
      keys: ranking.keys.map { evaluator.measured($0, unit: unit) }, isUnranked: isUnranked)
  }
}
