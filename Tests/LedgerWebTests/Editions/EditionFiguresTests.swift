import LedgerDomain
import PostgresSupport
import Testing

@testable import LedgerOperations
@testable import LedgerStore
@testable import LedgerWeb

/// The figures behind an edition as pages show them: what is hidden of them, and from whom.
@Suite struct EditionFiguresTests {
  private static let total = Measure.sum("CASES", window: .yearToDate, monthsBack: 0)

  /// March 2026 of three units; A has three cases a month.
  private func month() throws -> PublishedMonth {
    let units = ["A", "B", "C"].map { code -> JSONValue in
      [
        "code": .string(code), "name": ["zh": .string(code), "en": .string(code)], "parent": "X",
        "group": .null, "populations": [10_000], "states": [],
      ]
    }
    let digest = JSONValue.string(String(repeating: "0", count: 64))
    let document: JSONValue = [
      "format": 1, "edition": 1, "replaces": .null, "period": "2026-03", "scope": "X",
      "kind": "county", "rule_set": .null, "index_method": Sample.method(), "indicators": [],
      "targets": [], "previous": .null, "units": .array(units), "ratings": [], "rankings": [],
      "revisions": [
        ["A", "monthly", "2026-03", 1, digest], ["A", "extra", "2026-03", 1, digest],
      ],
    ]
    let head = EditionHead(
      number: 1, period: try #require(Month("2026-03")), scope: "X", kind: "county",
      evaluation: 1, replaces: nil, sha256: [], proposedBy: "", publishedBy: "",
      recordedAt: PostgresTimestamp(microsecondsSince2000: 0))
    return try PublishedMonth(head, document: document, .complete)
  }

  private func figures(limits: [String: Int]) throws -> EditionFigures {
    let month = try month()
    let indicators = try Sample.indicators.elements.map { try Indicator(JSONReader($0)) }
    var cube = FigureCube(
      month: month.head.period, units: month.inputs.units.map(\.unit), indicators: indicators,
      formulas: [:], monthsBack: Set(0..<15))
    for back in 0..<15 {
      for (unit, cases) in [3, 40, 9].enumerated() {
        cube.set(
          tenThousandths: Int64(cases) * 10_000, unit: unit, indicator: 0, monthsBack: back)
      }
    }
    let forms = try [Sample.form("monthly"), Self.lossOnly].map { try Form($0) }
    return EditionFigures(
      month,
      EditionBackground(
        scopeName: nil, frozen: nil, years: cube, disclosure: Disclosure(cube, limits: limits),
        formulas: [:], forms: forms))
  }

  private static let lossOnly: JSONValue = [
    "code": "extra", "name": ["zh": "月报", "en": "Return"], "effective": "2025-01",
    "kind": "county", "frequency": "month", "due_working_days": 5,
    "fields": [["indicator": "LOSS", "minimum": "0"]],
  ]

  @Test func `the rate of each unit and month is there where nothing is hidden`() throws {
    let rate = try #require(try figures(limits: [:]).rate)
    #expect(rate.values["A"]?.now == .value(Fraction(3)))
    #expect(rate.values["B"]?.months == [Fraction?](repeating: Fraction(40), count: 12))
  }

  @Test func `a small count is not shown, nor what would tell it`() throws {
    let figures = try figures(limits: ["CASES": 5])
    let rate = try #require(figures.rate)
    #expect(rate.values["A"]?.now == .absent(.withheld))
    #expect(rate.values["A"]?.months.allSatisfy { $0 == nil } == true)
    #expect(figures.isHidden(Self.total, of: "A", monthsBack: 0))
    #expect(!figures.tells("CASES", of: "A"))
    #expect(["B", "C"].contains { !figures.tells("CASES", of: $0) }, "one other stands beside it")
  }

  @Test func `a grant for one form shows what was reported with it, and nothing else`() throws {
    let (month, figures) = (try month(), try figures(limits: [:]))
    func sight(_ units: Set<String>) -> UnitSight {
      UnitSight("A", VisibleScope(everywhere: false, units: units), month, figures)
    }
    let loss = Measure.sum("LOSS", window: .yearToDate, monthsBack: 0)
    for units in [[], ["B"], ["B/monthly"], ["AA/monthly"]] as [Set<String>] {
      #expect(sight(units).isNone && !sight(units).sees(Self.total), "\(units)")
    }
    let whole = sight(["A"])
    #expect(whole.isWhole && whole.sees(loss) && whole.reads(form: "extra"))
    let monthly = sight(["A/monthly"])
    #expect(!monthly.isWhole && !monthly.isNone)
    #expect(monthly.sees(Self.total) && monthly.sees(.yearOnYear(Self.total)))
    // Losses were reported with another form too: which of the two counts is not told.
    #expect(!monthly.sees(loss) && !monthly.sees(.quotient(loss, Self.total)))
    #expect(!monthly.reads(form: "extra") && monthly.reads(form: "monthly"))
    #expect(sight(["A/monthly", "A/extra"]).sees(loss))
    #expect(!sight(["A/extra"]).sees(Self.total) && !sight(["A/extra"]).sees(loss))
  }
}
