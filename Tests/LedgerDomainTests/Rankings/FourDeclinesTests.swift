import LedgerDomain
import LedgerTestSupport
import Testing

/// The worked example of the default method and rules: six invented counties.
struct FourDeclinesTests {
  static let codes = ["A", "B", "C", "D", "E", "F"]
  static let months = (this: 6, last: 18)

  /// Population in 万, then cases, loss, card leads by opening and home (this year, last year),
  /// visit, post-warning, app and no-fraud rates in per cent, recovered, duty and report rates,
  /// big cases.
  static let rows: [[Double]] = [
    [120, 210, 300, 1800, 2600, 150, 260, 90, 120, 92.0, 0.50, 38.0, 20.0, 150, 95, 100, 6],
    [80, 200, 180, 1500, 1300, 120, 130, 60, 70, 85.0, 1.20, 30.0, 10.0, 60, 88, 90, 5],
    [50, 125, 118, 700, 820, 60, 90, 30, 50, 90.0, 0.80, 33.0, 12.0, 40, 90, 100, 2],
    [30, 95, 88, 520, 400, 40, 38, 20, 22, 78.0, 1.50, 26.0, 5.0, 20, 70, 80, 3],
    [20, 9, 8, 60, 90, 8, 12, 5, 5, 96.0, 0.20, 52.0, 55.0, 12, 100, 100, 0],
    [60, 81, 110, 640, 900, 70, 100, 44, 60, 93.0, 0.40, 35.0, 18.0, 70, 97, 100, 1],
  ]

  static func cube() throws -> FigureCube {
    func indicator(_ code: String, _ kind: Indicator.Kind) -> Indicator {
      Indicator(
        code: code, name: BilingualText(zh: code, en: code),
        unitOfMeasure: BilingualText(zh: "", en: ""), decimals: 2, direction: .lower,
        kind: kind, formula: nil)
    }
    let flows = [
      "CASE_CNT", "LOSS_AMT", "CARD_OPEN_LEAD", "CARD_HUKOU_LEAD", "BIGCASE_CNT",
      "RECOVER_AMT", "LATE_CNT", "CORRECTION_CNT",
    ]
    let stocks = ["VISIT", "POST", "APP", "NOFRAUD", "DUTY", "REPORT", "HUNDRED"]
    func rate(_ code: String) -> Measure { .share(code, of: "HUNDRED", window: .month) }
    let formulas: [String: Measure] = [
      "WARN_VISIT_RATE": rate("VISIT"), "POST_WARN_RATE": rate("POST"),
      "APP_REG_RATE": rate("APP"), "NOFRAUD_RATE": rate("NOFRAUD"),
      "DUTY_RATE": rate("DUTY"), "REPORT_RATE": rate("REPORT"),
      "RECOVER_RATE": .share("RECOVER_AMT", of: "LOSS_AMT", window: .yearToDate),
    ]
    let month = try #require(Month("2026-06"))
    let back = Set(0...23)
    var cube = FigureCube(
      month: month,
      units: zip(codes, rows).map { code, row in
        CubeUnit(code: code, parent: "city", populations: [Int64(row[0]) * 10_000])
      },
      indicators: flows.map { indicator($0, .flow) } + stocks.map { indicator($0, .stock) },
      formulas: formulas, monthsBack: back)
    for (unit, row) in rows.enumerated() {
      var figures: [(String, Int, Double)] = []
      for (position, code) in flows.prefix(4).enumerated() {
        figures.append((code, 0, row[1 + 2 * position]))
        figures.append((code, 12, row[2 + 2 * position]))
      }
      figures += [("BIGCASE_CNT", 0, row[16]), ("RECOVER_AMT", 0, row[13])]
      for (code, column) in zip(stocks, [9, 10, 11, 12, 14, 15]) {
        figures.append((code, 0, row[column]))
      }
      figures.append(("HUNDRED", 0, 100))
      for code in flows {
        let column = try #require(cube.column(of: code))
        for back in 0...23 {
          cube.set(.number(.zero), unit: unit, indicator: column, monthsBack: back)
        }
      }
      for (code, back, value) in figures {
        let column = try #require(cube.column(of: code))
        let number = try #require(FigureNumber(tenThousandths: Int64((value * 10_000).rounded())))
        cube.set(.number(number), unit: unit, indicator: column, monthsBack: back)
      }
    }
    return cube
  }

  @Test
  func `six scores and A's marks are those of the worked example`() throws {
    let method = try IndexMethod(Files.json("defaults/methods/four-declines.json"))
    let cube = try Self.cube()
    let inputs = EvaluatedInputs(method: method, cube: cube).units
    let standings = try method.ranking(of: inputs)
    #expect(standings.map { Self.codes[$0.unit] } == ["F", "E", "A", "C", "B", "D"])
    let scores = standings.map { Fraction(Int128($0.score ?? 0), over: 1_000_000) }
    #expect(
      scores.map { $0.text(decimals: 2) }
        == ["92.31", "89.00", "84.83", "60.28", "28.35", "12.52"])
    let marks = standings[2].components.map {
      Fraction(Int128($0.marks ?? 0), over: 1_000_000).text(decimals: 2)
    }
    #expect(
      marks == [
        "11.72", "15.00", "15.00", "2.21", "8.00", "5.83", "7.31", "3.53", "3.00", "1.20",
        "2.78", "5.25", "4.00",
      ])
    for standing in standings {
      let sum = standing.components.reduce(0) { $0 + ($1.marks ?? 0) }
      #expect(sum == standing.score)
    }
  }

  @Test
  func `six colours and the rules that hit are those of the worked example`() throws {
    let rules = try RuleSet(Files.json("defaults/rules/county-colours.json"))
    let evaluator = MeasureEvaluator(try Self.cube())
    let ratings = Self.codes.indices.map { rules.rating(evaluator, unit: $0) }
    #expect(ratings.map(\.colour) == [.blue, .red, .yellow, .red, .yellow, .blue])
    // Y3 is hit as well wherever Y1 is by a change in per cent, and R1 goes with it.
    let expected = [[], ["R1", "Y2", "Y3"], ["Y1", "Y2", "Y3"], ["R2", "Y1", "Y3"], ["Y1"], []]
    // Y4 looks at single months, of which the example says nothing.
    #expect(ratings.map { $0.hits.map(\.rule).filter { $0 != "Y4" } } == expected)
  }
}
