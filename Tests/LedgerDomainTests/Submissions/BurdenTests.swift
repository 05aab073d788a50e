import LedgerDomain
import Testing

/// How many figures a month asks for, and when they are due.
struct BurdenTests {
  private static func form(
    _ code: String, _ frequency: Frequency, fields: [String], from month: String = "2025-01",
    due: Int = 3
  ) throws -> Form {
    let list = fields.map { #"{"indicator":"\#($0)"}"# }.joined(separator: ",")
    let text =
      #"{"code":"\#(code)","name":{"zh":"表","en":"Form"},"effective":"\#(month)","#
      + #""kind":"county","frequency":"\#(frequency.rawValue)","due_working_days":\#(due),"#
      + #""fields":[\#(list)]}"#
    return try Form(JSONValue(parsing: Array(text.utf8)))
  }

  private static func day(_ text: String) throws -> CalendarDate {
    try #require(CalendarDate(text))
  }

  private static func month(_ text: String) throws -> Month { try #require(Month(text)) }

  @Test(arguments: [(0, "2026-02"), (-1, "2026-02"), (10_000_001, "2026-02"), (5, "2026-01")])
  func `a limit that is none is refused, and one for a month that is over`(
    figures: Int, month: String
  ) throws {
    let limit = BurdenLimit(effective: try Self.month(month), figures: figures)
    #expect(throws: Refusal.self) { try limit.check(on: try Self.day("2026-02-28")) }
  }

  @Test func `a limit for this month is taken, to the greatest`() throws {
    for figures in [1, BurdenLimit.figuresMax] {
      let limit = BurdenLimit(effective: try Self.month("2026-02"), figures: figures)
      try limit.check(on: try Self.day("2026-02-28"))
    }
  }

  @Test func `a month asks for fields by periods by units`() throws {
    let units = try ["A", "B", "C"].map { code in
      UnitVersion(
        code: code, validFrom: try Self.day("2000-01-01"), name: BilingualText(zh: "", en: ""),
        kind: code == "A" ? "city" : "county", parent: code == "A" ? nil : "A", group: nil,
        isEnded: false)
    }
    let month = try Self.month("2026-02")
    let forms = [
      try Self.form("weekly", .week, fields: ["X", "Y"]),
      try Self.form("monthly", .month, fields: ["X", "Y", "Z"]),
      try Self.form("quarterly", .quarter, fields: ["X"]),
    ]
    let limits = [
      BurdenLimit(effective: try Self.month("2026-03"), figures: 1),
      BurdenLimit(effective: try Self.month("2026-01"), figures: 22),
      BurdenLimit(effective: try Self.month("2025-01"), figures: 99),
    ]
    let burden = Burden(
      month, forms: forms, tree: UnitTree(units, on: month.lastDay), limits: limits)
    // Four weeks end in February 2026, and no quarter does.
    #expect(burden.items.map(\.figures) == [16, 6, 0])
    #expect(burden.figures == 22 && burden.figures(of: "county") == 11)
    #expect(burden.limit == 22 && !burden.isOver)
  }

  @Test func `holidays move what is due, and a new version begins with its month`() throws {
    let calendar = WorkingCalendar(exceptions: [
      try Self.day("2026-02-02"): false, try Self.day("2026-02-07"): true,
    ])
    let versions = [
      try Self.form("mm", .month, fields: ["X"], due: 5),
      try Self.form("mm", .month, fields: ["X", "Y"], from: "2026-02", due: 1),
    ]
    let next = DuePeriod.next(
      3, of: versions, from: try Self.day("2026-02-07"), by: calendar)
    #expect(next.map(\.period.description) == ["2026-01", "2026-02", "2026-03"])
    // 3, 4, 5, 6 and, a Saturday that is worked, 7 February.
    #expect(next.map(\.due.description) == ["2026-02-07", "2026-03-02", "2026-04-01"])
    #expect(next.map(\.form.fields.count) == [1, 2, 2])
    let later = DuePeriod.next(1, of: versions, from: try Self.day("2026-02-08"), by: calendar)
    #expect(later.map(\.period.description) == ["2026-02"])
  }

  @Test func `nothing is due of a form before its first month`() throws {
    let versions = [try Self.form("dd", .day, fields: ["X"], from: "2026-03", due: 0)]
    let next = DuePeriod.next(
      2, of: versions, from: try Self.day("2026-01-15"), by: WorkingCalendar(exceptions: [:]))
    #expect(next.map(\.due.description) == ["2026-03-01", "2026-03-02"])
    #expect(
      DuePeriod.next(3, of: [], from: try Self.day("2026-01-15"), by: .init(exceptions: [:])) == [])
  }
}
