import Foundation
import LedgerDomain

/// An invented city of 13 counties whose figures come from a fixed seed.
struct InventedCity {
  let plan: EvaluationPlan
  let method: IndexMethod
  let cube: FigureCube

  init(methodFile: String, rulesFile: String, indicatorsFile: String) throws {
    func json(_ path: String) throws -> JSONValue {
      try JSONValue(parsing: Array(Data(contentsOf: URL(filePath: path))))
    }
    method = try IndexMethod(json(methodFile))
    let month = Month(index: 2026 * 12 + 5)
    plan = EvaluationPlan(
      month: month, scope: "city", kind: "county", ruleSet: try RuleSet(json(rulesFile)),
      method: method)
    var reported: [Indicator] = []
    var formulas: [String: Measure] = [:]
    for item in try JSONReader(json(indicatorsFile)).elements() {
      let indicator = try Indicator(item)
      if let formula = indicator.formula {
        formulas[indicator.code] = try Measure(JSONReader(formula))
      } else {
        reported.append(indicator)
      }
    }
    let codes = plan.indicatorCodes(formulas: formulas)
    var random = SplitMix64(seed: 13)
    var cube = FigureCube(
      month: month,
      units: (0..<13).map { number in
        CubeUnit(
          code: "C\(number / 10)\(number % 10)", parent: "city",
          populations: [Int64(200_000 + random.next() % 1_000_000)])
      },
      indicators: reported.filter { codes.contains($0.code) }, formulas: formulas,
      monthsBack: plan.monthsBack(formulas: formulas))
    for unit in cube.units.indices {
      for indicator in cube.indicators.indices {
        for back in cube.monthsBack {
          cube.set(
            tenThousandths: Int64(20 + random.next() % 200) * 10_000, unit: unit,
            indicator: indicator, monthsBack: back)
        }
      }
    }
    self.cube = cube
  }
}
