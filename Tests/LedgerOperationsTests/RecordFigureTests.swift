import LedgerDocuments
import LedgerDomain
import LedgerOperations
import LedgerStore
import LedgerTestSupport
import Testing

/// What the record knows itself comes into a month as any figure does.
struct RecordFigureTests {
  private static let counts = RecordIndicator.allCases.map(\.rawValue)

  private func office() async throws -> Office {
    let office = try await Office()
    let month = try #require(Month("2021-01"))
    let indicators = (Self.counts + ["LISTED"]).map { code -> JSONValue in
      [
        "code": .string(code), "name": ["zh": .string(code), "en": .string(code)],
        "unit": ["zh": "项", "en": "items"], "decimals": 0, "direction": "none", "kind": "flow",
      ]
    }
    _ = try await office.ledger.importIndicators(
      .array(indicators), effective: month, by: office("office"))
    let fields = (Self.counts + ["LISTED"]).map { code -> JSONValue in
      ["indicator": .string(code), "minimum": "0"]
    }
    _ = try await office.ledger.importForm(
      [
        "code": "office-monthly", "name": ["zh": "考核月报", "en": "Office"],
        "effective": "2021-01", "kind": "province", "frequency": "month", "due_working_days": 5,
        "fields": .array(fields),
      ], by: office("office"))
    let list = try ResponsibilityList(
      key: #require(ListKey("2021-1")), title: "清单", source: "纪要",
      issued: #require(CalendarDate("2021-01-05")))
    _ = try await office.ledger.importTasks(
      CSVFile(
        name: "list.csv",
        text: "序号,任务,牵头单位,期限,频次\n1,宣传,CA-AB,2021-01-29,\n2,例会,CA-AB,,每月\n3,检查,CA-BC,2021-03-01,\n"),
      list: list, by: office("office"))
    return office
  }

  private func recorded(_ preview: RecordPreview, _ unit: String) -> [String?] {
    preview.units.first { $0.code == unit }?.fields.map { $0.recorded?.description } ?? []
  }

  @Test func `what is not known, has changed or is typed over the record is refused`() async throws
  {
    let office = try await office()
    let month = try #require(Month("2021-01"))
    let ledger = office.ledger
    #expect(
      await refusal {
        try await ledger.recordFigures(month, form: "none", by: office("office"))
      } == "records.no_form")
    #expect(
      await refusal { try await ledger.recordFigures(month, by: office("system")) }
        == "account.not_allowed")
    func submit(_ name: String, _ change: (inout RecordSubmission) -> Void = { _ in })
      async throws -> FigureImportReport
    {
      var request = RecordSubmission(month: month, form: "office-monthly")
      change(&request)
      return try await ledger.submitRecordFigures(request, by: office(name))
    }
    #expect(await refusal { try await submit("office") } == "account.not_allowed")
    #expect(await refusal { try await submit("reporter") { $0.digest = "0" } } == "records.changed")
    let typed = RecordSubmission.Given(unit: "CA-AB", indicator: "DUTY_DUE_CNT", value: "1")
    #expect(
      await refusal { try await submit("reporter") { $0.given = [typed] } } == "records.not_typed")
    let unknown = RecordSubmission.Given(unit: "CA-XX", indicator: "LISTED", value: "1")
    #expect(
      await refusal { try await submit("reporter") { $0.given = [unknown] } } == "unit.unknown")
    let wrong = RecordSubmission.Given(unit: "CA-AB", indicator: "LISTED", value: "one")
    #expect(
      await refusal { try await submit("reporter") { $0.given = [wrong] } }?.hasPrefix("figure.")
        == true)
  }

  @Test func `the records count, are submitted once, and are reviewed like any figure`()
    async throws
  {
    let office = try await office()
    let month = try #require(Month("2021-01"))
    let ledger = office.ledger
    let before = try await ledger.recordFigures(month, by: office("reporter"))
    #expect(before.form.code == "office-monthly" && before.maySubmit)
    // A task once, a task each month; the one return that is due, which is late by years.
    #expect(recorded(before, "CA-AB") == ["2", "0", "1", "0", nil])
    #expect(recorded(before, "CA-BC") == ["0", "0", "1", "0", nil])
    #expect(before.units.allSatisfy { $0.latest == 0 && $0.isChanged })
    #expect(before.units[0].fields[1].source?.zh.contains("2021-1-1") == true)
    let listed = RecordSubmission.Given(unit: "CA-AB", indicator: "LISTED", value: "0")
    let request = RecordSubmission(
      month: month, form: "office-monthly", digest: before.digest, given: [listed])
    let report = try await ledger.submitRecordFigures(request, by: office("reporter"))
    #expect(report.submissions == 2 && report.unchanged == 0)
    let again = try await ledger.submitRecordFigures(
      RecordSubmission(month: month, form: "office-monthly"), by: office("reporter"))
    #expect(again.submissions == 0 && again.unchanged == 2)
    let after = try await ledger.recordFigures(month, by: office("office"))
    #expect(after.units.allSatisfy { $0.latest == 1 && !$0.isChanged } && !after.maySubmit)
    #expect(after.units[0].fields[4].submitted == Figure.number(.zero))
    #expect(after.units[1].fields[4].submitted == Figure.absent(.missing))
    #expect(try await office.decide(.unit, "reviewer", form: "office-monthly") == 2)
    let kept = try await ledger.submission(
      "CA-AB", "office-monthly", Period(month), by: office("reviewer"))
    #expect(kept.submission.revisions[0].revision.notes.compactMap { $0 }.count == 4)
    #expect(try await ledger.verify().findings.isEmpty)
  }
}
