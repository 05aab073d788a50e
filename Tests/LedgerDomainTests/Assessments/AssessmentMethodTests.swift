import LedgerDomain
import Testing

/// A year's marks: what a method may say, and what is lost by what, exactly.
struct AssessmentMethodTests {
  private static func item(_ id: String, _ marks: String, _ rule: JSONValue.Member) -> JSONValue {
    .object([
      JSONValue.Member("id", .string(id)),
      JSONValue.Member("text", ["zh": "项", "en": "Item"]),
      JSONValue.Member("marks", .string(marks)), rule,
    ])
  }

  private static func method(
    _ items: [JSONValue], kinds: [String] = ["county"], full: String = "100"
  ) -> JSONValue {
    [
      "id": "year", "version": 1, "effective": "2025-01",
      "title": ["zh": "考核", "en": "Year"], "full": .string(full),
      "sheets": .array(kinds.map { ["kind": .string($0), "items": .array(items)] }),
    ]
  }

  private static let index = item("index", "60", JSONValue.Member("index", true))
  private static func deductions(_ marks: String, _ list: JSONValue) -> JSONValue {
    item("marks", marks, JSONValue.Member("deduct", list))
  }

  private func refusal(_ document: JSONValue) -> String? {
    do throws(Refusal) {
      _ = try AssessmentMethod(document)
      return nil
    } catch { return error.code }
  }

  @Test func `a method whose marks do not add up, or that says nothing, is refused`() {
    let red: JSONValue = [["on": "red", "marks": "2"]]
    let whole = [Self.index, Self.deductions("40", red)]
    #expect(refusal(Self.method(whole)) == nil)
    #expect(refusal(Self.method(whole, kinds: [])) == "assessment.no_sheets")
    #expect(refusal(Self.method(whole, kinds: ["county", "county"])) == "assessment.kind_twice")
    #expect(refusal(Self.method(whole, full: "99")) == "assessment.marks_not_whole")
    #expect(refusal(Self.method(whole, full: "0")) == "assessment.marks_not_positive")
    #expect(
      refusal(Self.method([Self.item("x", "100", JSONValue.Member("index", false))]))
        == "assessment.rule_missing")
    for (on, code) in [("blue", "event_unknown"), ("theft", "event_unknown")] {
      let list: JSONValue = [["on": .string(on), "marks": "2"]]
      #expect(refusal(Self.method([Self.deductions("100", list)])) == "assessment.\(code)")
    }
    let nothing: JSONValue = [["on": "red", "marks": "0"]]
    #expect(
      refusal(Self.method([Self.deductions("100", nothing)])) == "assessment.marks_not_positive")
    let noStep: JSONValue = [["on": "step", "marks": "1"]]
    #expect(refusal(Self.method([Self.deductions("100", noStep)])) == "json.member_missing")
  }

  private func unit(_ code: String, scores: [Fraction?], red: Int = 0) throws -> AssessedUnit {
    var unit = AssessedUnit(
      unit: code, name: BilingualText(zh: code, en: code), kind: "county")
    for (position, score) in scores.enumerated() {
      unit.months.append(
        AssessedUnit.Month(
          month: Month(index: 2025 * 12 + position), edition: position + 1,
          colour: position < red ? .red : .blue, score: score))
    }
    return unit
  }

  @Test func `each month gives an equal share, and what is lost adds up exactly`() throws {
    let list: JSONValue = [
      ["on": "red", "marks": "2"], ["on": "late_task", "marks": "0.5"],
      ["on": "late_report", "marks": "0.25"], ["on": "step", "step": 2, "marks": "10"],
    ]
    let method = try AssessmentMethod(Self.method([Self.index, Self.deductions("40", list)]))
    let third = Fraction(1, over: 3)
    var one = try unit("A", scores: [third, .one, third], red: 2)
    one.lateTasks = [
      Duty(
        task: try #require(TaskKey("2025-1-7")), last: try #require(CalendarDate("2025-03-31")))
    ]
    one.lateReports = [
      AssessedUnit.Report(form: "monthly", period: Period(Month(index: 2025 * 12)))
    ]
    one.steps = [2, 3].map {
      AssessedUnit.Step(step: $0, month: Month(index: 2025 * 12), edition: 1, document: "1号")
    }
    let sheet = try #require(method.sheets([one]).first)
    // 60 · (1/3 + 1 + 1/3) / 3 = 100/3; 40 − 2·2 − 0.5 − 0.25 − 10 = 25.25.
    #expect(sheet.items[0].score == Fraction(100, over: 3))
    #expect(sheet.items[0].lost.map(\.marks) == [Fraction(40, over: 3), Fraction(40, over: 3)])
    #expect(sheet.items[1].score == Fraction(101, over: 4) && sheet.items[1].lost.count == 5)
    #expect(sheet.score == Fraction(100, over: 3) + Fraction(101, over: 4))
    let document = try ShownSheet(sheet.document(method))
    #expect(document.score == "58.583333" && document.items[1].lost.last?.letter == "1号")
    #expect(document.items[0].lost.first?.edition == 1)
  }

  @Test func `no item falls below nothing, equals share a place, and what is unknown counts not`()
    throws
  {
    let list: JSONValue = [["on": "red", "marks": "30"]]
    let method = try AssessmentMethod(Self.method([Self.index, Self.deductions("40", list)]))
    let sheets = method.sheets([
      try unit("C", scores: [.one, .one], red: 2), try unit("A", scores: [.one, .one]),
      try unit("B", scores: [nil]),
      AssessedUnit(
        unit: "T", name: BilingualText(zh: "", en: ""), kind: "township"),
    ])
    #expect(sheets.map(\.unit) == ["A", "B", "C"])
    #expect(sheets[2].items[1].score == .zero && sheets[2].score == Fraction(60))
    #expect(sheets[1].items[0].score == nil && sheets[1].score == Fraction(100))
    #expect(sheets.map(\.rank) == [1, 1, 3] && sheets.map(\.ranked) == [3, 3, 3])
  }
}
