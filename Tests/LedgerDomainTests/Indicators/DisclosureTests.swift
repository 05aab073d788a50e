import LedgerDomain
import LedgerTestSupport
import Testing

/// What is shown of results that read small counts.
struct DisclosureTests {
  private static func count(
    _ unit: String, _ indicator: String, _ month: String, _ value: Int64, peers: String = "C"
  ) throws -> ReportedCount {
    ReportedCount(
      unit: unit, peers: peers, period: Period(try #require(Month(month))), indicator: indicator,
      number: try #require(FigureNumber(tenThousandths: value * 10_000)))
  }

  private static func disclosure() throws -> Disclosure {
    Disclosure(
      [
        try count("A", "LEFT", "2026-01", 3), try count("B", "LEFT", "2026-01", 9),
        try count("C", "LEFT", "2026-01", 40), try count("A", "CASES", "2026-01", 2),
        try count("A", "LEFT", "2026-02", 6), try count("B", "LEFT", "2026-02", 9),
        try count("D", "LEFT", "2026-01", 7, peers: "other"),
      ], limits: ["LEFT": 5])
  }

  @Test func `only counts with a limit are hidden, each month and table for itself`() throws {
    let disclosure = try Self.disclosure()
    let (january, february) = (Period(Month(index: 24312)), Period(Month(index: 24313)))
    #expect(january.description == "2026-01")
    #expect(disclosure.mark(unit: "A", period: january, indicator: "LEFT") == .below(5))
    #expect(disclosure.mark(unit: "B", period: january, indicator: "LEFT") == .hidden)
    #expect(disclosure.mark(unit: "C", period: january, indicator: "LEFT") == nil)
    #expect(disclosure.mark(unit: "D", period: january, indicator: "LEFT") == nil)
    #expect(disclosure.mark(unit: "A", period: january, indicator: "CASES") == nil)
    #expect(disclosure.mark(unit: "A", period: february, indicator: "LEFT") == nil)
    #expect(Disclosure.complete.isComplete && !disclosure.isComplete)
  }

  @Test(arguments: [
    (#"{"last":"LEFT"}"#, "A", SuppressionMark.below(5)),
    (#"{"sum":"LEFT"}"#, "B", .hidden),
    (#"{"sum":"LEFT"}"#, "C", nil),
    (#"{"sum":"CASES"}"#, "A", nil),
    (#"{"sum":"LEFT","window":"ytd"}"#, "A", .hidden),
    (#"{"share":["CASES","LEFT"],"window":"month"}"#, "A", .hidden),
    (#"{"share":["CASES","LEFT"],"window":"month"}"#, "C", nil),
    (#"{"indicator":"RATE"}"#, "B", .hidden),
    (#"{"yoy":{"sum":"LEFT"}}"#, "A", .hidden),
    (#"{"worst_rank":{"last":"LEFT"}}"#, "C", .hidden),
    (#"{"months_in_a_row":{"measure":{"last":"LEFT"},"op":"<","value":"5"}}"#, "A", .hidden),
  ])
  func `a measure that reads a hidden figure is hidden`(
    json: String, unit: String, expected: SuppressionMark?
  ) throws {
    let measure = try Measure(JSONReader(try JSONValue(parsing: Array(json.utf8))))
    let rate = Measure.share("CASES", of: "LEFT", window: .month)
    let month = try #require(Month("2026-01"))
    let results = ResultDisclosure(
      try Self.disclosure(), month: month, formulas: ["RATE": rate])
    #expect(results.mark(measure, of: unit) == expected)
  }

  @Test func `what one revision hides is hidden in all of them`() throws {
    func row(_ left: Int64, _ more: Int64) throws -> [(indicator: String, figure: Figure)] {
      [("LEFT", left), ("MORE", more), ("CASES", 2)].map { code, value in
        (code, FigureNumber(tenThousandths: value * 10_000).map(Figure.number) ?? .absent(.missing))
      }
    }
    let disclosure = Disclosure([], limits: ["LEFT": 5, "MORE": 5])
    let month = Period(try #require(Month("2026-01")))
    func marks(_ revisions: [[(indicator: String, figure: Figure)]]) -> [[String?]] {
      disclosure.marks(unit: "A", period: month, revisions: revisions).map { $0.map { $0?.text } }
    }
    #expect(try marks([row(7, 9), row(8, 9)]) == [[nil, nil, nil], [nil, nil, nil]])
    #expect(try marks([row(7, 9), row(4, 9)]) == [["*", "*", nil], ["<5", "*", nil]])
    #expect(try marks([row(0, 9)]) == [[nil, nil, nil]])
  }

  @Test func `the defaults set limits for people abroad and for victims in units`() throws {
    let indicators = try Indicator.list(Files.json("defaults/indicators.json"))
    #expect(
      try indicators.countLimits()
        == ["OVS_BASE": 5, "OVS_REDUCED": 5, "OVS_REMAIN": 5, "INSIDER_VICTIM_CNT": 3])
    #expect(indicators.first { $0.code == "OVS_RATE" }?.suppressBelow == 5)
  }

  @Test(arguments: [
    (#""5""#, 0, "stock", nil), ("5", 0, "stock", "json.wrong_type"),
    (#""1""#, 0, "stock", "indicator.limit_malformed"),
    (#""05""#, 0, "flow", "indicator.limit_malformed"),
    (#""1001""#, 0, "flow", "indicator.limit_malformed"),
    (#""5""#, 2, "flow", "indicator.limit_only_for_counts"),
    (#""5""#, 0, "rank", "indicator.limit_only_for_counts"),
  ])
  func `a limit is a whole number of a count`(
    limit: String, decimals: Int, kind: String, expected: String?
  ) throws {
    let json = """
      {"code": "LEFT", "name": {"zh": "数", "en": "Count"}, "unit": {"zh": "人", "en": "persons"},
       "decimals": \(decimals), "direction": "none", "kind": "\(kind)", "suppress_below": \(limit)}
      """
    let reader = JSONReader(try JSONValue(parsing: Array(json.utf8)))
    do {
      #expect(try Indicator(reader).suppressBelow == 5 && expected == nil)
    } catch {
      #expect(error.code == expected)
    }
  }
}
