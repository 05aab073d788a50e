import LedgerDomain
import Testing

/// What a form's checks say of figures, in the words of the form's own frequency.
struct SubmissionChecksTests {
  private static func form(_ frequency: String) throws -> Form {
    try Form(
      JSONValue(
        parsing: Array(
          """
          {"code": "watch", "name": {"zh": "报表", "en": "Return"}, "effective": "2021-01",
           "kind": "province", "frequency": "\(frequency)", "due_working_days": 2,
           "fields": [
             {"indicator": "TOTAL", "cumulative": true},
             {"indicator": "CASES", "unusual": {
               "month_percent": "50", "year_percent": "50", "unchanged": true, "zero_after": 2}}]}
          """.utf8)))
  }

  private static func figures(_ numbers: Int64...) -> [Figure] {
    numbers.compactMap { FigureNumber(tenThousandths: $0 * 10_000).map(Figure.number) }
  }

  @Test(arguments: [
    ("day", "the day before", "the same day last year", "days"),
    ("week", "last week", "the same week last year", "weeks"),
    ("month", "last month", "the same month last year", "months"),
    ("quarter", "last quarter", "the same quarter last year", "quarters"),
  ])
  func `a figure is compared with the period before and the same one last year`(
    frequency: String, before: String, lastYear: String, several: String
  ) throws {
    let form = try Self.form(frequency)
    let context = SubmissionContext(
      earlier: [1: Self.figures(90, 10), 2: Self.figures(80, 10)],
      yearEarlier: Self.figures(70, 8), isFirstOfYear: false)
    func oddities(_ cases: Int64) -> [String] {
      form.findings(Self.figures(95, cases), context).compactMap { $0.oddity?.en }
    }
    #expect(
      oddities(20) == ["a change of 100.0% on \(before)", "a change of 150.0% on \(lastYear)"])
    #expect(oddities(10) == ["the same as \(before)"])
    #expect(oddities(0).contains("zero after 2 \(several) without one"))
    #expect(oddities(11).isEmpty)
    #expect(form.periodsChecked == 1...2)
  }

  @Test func `a cumulative figure falls only where the year begins`() throws {
    let form = try Self.form("week")
    for isFirst in [false, true] {
      let context = SubmissionContext(
        earlier: [1: Self.figures(90, 10)], yearEarlier: nil, isFirstOfYear: isFirst)
      let found = form.findings(Self.figures(5, 11), context).map(\.reason)
      #expect(found == (isFirst ? [] : [.cumulativeFalls]))
    }
  }

  @Test func `a version with another frequency is refused`() throws {
    let (week, day) = (try Self.form("week"), try Self.form("day"))
    let refusal = #expect(throws: Refusal.self) { try day.check(versions: [week]) }
    #expect(refusal?.code == "form.frequency_changed")
    try week.check(versions: [week])
  }

  @Test func `a period of another frequency is refused with the form's own as the way out`() throws
  {
    let form = try Self.form("week")
    let month = try #require(Period("2021-01"))
    let refusal = #expect(throws: Refusal.self) { try form.check(month, at: .whole) }
    #expect(refusal?.code == "submission.period_malformed")
    #expect(refusal?.wayOut(in: .english).contains("2026-W03") == true)
  }
}
