import LedgerDomain
import LedgerOperations
import LedgerStore
import LedgerTestSupport
import PostgresSupport
import Testing

/// Forms of every frequency from submission to closing, and what stays apart between them.
@Suite(.serialized)
struct PeriodActsTests {
  private static func form(
    _ frequency: String, code: String? = nil, effective: String = "2021-01", fields: String? = nil
  ) throws -> JSONValue {
    let fields = fields ?? #"[{"indicator": "REPORTS"}]"#
    return try JSONValue(
      parsing: Array(
        """
        {"code": "\(code ?? "watch-\(frequency)")", "name": {"zh": "报表", "en": "Return"},
         "effective": "\(effective)", "kind": "province", "frequency": "\(frequency)",
         "due_working_days": 2, "fields": \(fields)}
        """.utf8))
  }

  /// A ledger that has, besides the monthly form, one of each other frequency.
  private static func office() async throws -> Office {
    let office = try await Office()
    for frequency in ["day", "week", "quarter"] {
      _ = try await office.ledger.importForm(try form(frequency), by: office("office"))
    }
    return office
  }

  private static func month(_ text: String) throws -> Month { try #require(Month(text)) }

  private static let january = """
    CA-AB,2021-01,REPORTS,10
    CA-AB,2021-01,VICTIM_REPORTS,5
    CA-AB,2021-01,VICTIMS,6
    CA-AB,2021-01,LOSS_CAD,700
    CA-BC,2021-01,REPORTS,20
    CA-BC,2021-01,VICTIM_REPORTS,5
    CA-BC,2021-01,VICTIMS,6
    CA-BC,2021-01,LOSS_CAD,700

    """
  private static let weeks = ["2020-W53", "2021-W01", "2021-W02", "2021-W03", "2021-W04"]

  @Test(arguments: [
    ("day", "2021-01"), ("day", "2021-W01"), ("week", "2021-01-04"), ("week", "2021-01"),
    ("week", "2021-W54"), ("quarter", "2021-01"), ("quarter", "2021-Q5"),
  ])
  func `a form takes only periods of its own frequency`(
    frequency: String, period: String
  ) async throws {
    let office = try await Self.office()
    let code = "watch-\(frequency)"
    #expect(
      await refusal { try await office.submit("CA-AB,\(period),REPORTS,1\n", form: code) }
        == "submission.period_malformed")
    guard Period(period) != nil else { return }
    #expect(
      await refusal { try await office.decide(.unit, "reviewer", [period], form: code) }
        == "submission.period_malformed")
    let request = VerificationRequest(
      unit: "CA-AB", form: code, period: try #require(Period(period)), indicator: "REPORTS")
    #expect(
      await refusal { try await office.ledger.verifyFigure(request, by: office("verifier")) }
        == "submission.period_malformed")
  }

  @Test func `a period before the form or after today is refused`() async throws {
    let office = try await Self.office()
    for (code, row, refused) in [
      ("watch-week", "2020-W52", "submission.form_not_in_force"),
      ("watch-day", "2020-12-31", "submission.form_not_in_force"),
      ("watch-quarter", "2020-Q4", "submission.form_not_in_force"),
      ("fraud-monthly", "2020-12", "submission.form_not_in_force"),
      ("watch-week", "9999-W52", "submission.period_not_ended"),
      ("watch-quarter", "9999-Q4", "submission.period_not_ended"),
    ] {
      #expect(
        await refusal { try await office.submit("CA-AB,\(row),REPORTS,1\n", form: code) }
          == refused, "\(code) \(row)")
    }
    #expect(
      await refusal { try await office.decide(.unit, "reviewer", form: "nobody") }
        == "form.unknown")
  }

  @Test func `a form keeps its frequency, also behind the application's back`() async throws {
    let office = try await Self.office()
    let later = try Self.form("day", code: "watch-week", effective: "2021-06")
    #expect(
      await refusal { try await office.ledger.importForm(later, by: office("office")) }
        == "form.frequency_changed")
    let failure = await #expect(throws: PostgresFailure.self) {
      try await office.database.script(
        """
        insert into ledger.forms (code, effective_from, fields, definition, entry)
        values ('watch-week', '2021-06-01', '{REPORTS}', '{"frequency":"day"}', 1)
        """)
    }
    #expect(failure?.constraint == "forms_frequency_stays")
    let same = try Self.form("week", effective: "2021-06")
    #expect(try await office.ledger.importForm(same, by: office("office")).added == 1)
  }

  @Test func `periods of every frequency go from submission to closing`() async throws {
    let office = try await Self.office()
    let (ledger, january) = (office.ledger, try Self.month("2021-01"))
    _ = try await office.submit(Self.january)
    for unit in ["CA-AB", "CA-BC"] {
      let rows = Self.weeks.map { "\(unit),\($0),REPORTS,3\n" }.joined()
      #expect(try await office.submit(rows, form: "watch-week") == 5)
    }
    #expect(try await office.submit("CA-AB,2021-01-04,REPORTS,1\n", form: "watch-day") == 1)
    #expect(try await office.submit("CA-AB,2021-Q1,REPORTS,99\n", form: "watch-quarter") == 1)

    #expect(try await office.decide(.unit, "reviewer") == 2, "the months alone")
    #expect(try await office.decide(.office, "office") == 2)
    #expect(
      await refusal { try await ledger.closeMonth(january, by: office("office")) }
        == "month.incomplete")
    let status = try await ledger.monthStatus(january, by: office("office"))
    #expect(status.expected == 12, "2 months and 10 weeks; days and the quarter are not due")
    #expect(status.accepted == 2)
    #expect(
      status.lacking.map(\.submission).prefix(2)
        == ["CA-AB/watch-week/2020-W53", "CA-AB/watch-week/2021-W01"])
    #expect(status.lacking.allSatisfy { $0.state == "submitted" })
    #expect(try await office.decide(.unit, "reviewer", Self.weeks) == 10)
    #expect(try await office.decide(.office, "office", Array(Self.weeks.dropLast())) == 8)
    let closing = try await ledger.closeMonth(
      january, exceptions: ["CA-AB/watch-week/2021-W04", "CA-BC"], reason: "补报",
      by: office("office"))
    #expect(closing.exceptions == ["CA-AB/watch-week/2021-W04", "CA-BC/watch-week/2021-W04"])

    // What ends in the month is locked with it; what ends later is not, although it begins there.
    for (code, period) in [
      ("watch-week", "2020-W53"), ("watch-day", "2021-01-31"), ("fraud-monthly", "2021-01"),
    ] {
      #expect(
        await refusal {
          try await office.submit("CA-AB,\(period),REPORTS,4\n", form: code, revises: true)
        } == "submission.period_closed", "\(code) \(period)")
      #expect(
        await refusal { try await office.decide(.office, "office", [period], form: code) }
          == "submission.period_closed", "\(code) \(period)")
    }
    let week = VerificationRequest(
      unit: "CA-AB", form: "watch-week", period: try #require(Period("2021-W04")),
      indicator: "REPORTS")
    #expect(
      await refusal { try await ledger.verifyFigure(week, by: office("verifier")) }
        == "submission.period_closed")
    #expect(try await office.submit("CA-AB,2021-W05,REPORTS,4\n", form: "watch-week") == 1)
    #expect(try await office.decide(.unit, "reviewer", ["2021-Q1"]) == 1)
    #expect(try await office.decide(.office, "office", ["2021-Q1"]) == 1)
    #expect(try await ledger.verify().findings.isEmpty)
  }

  @Test func `the quarter is expected in the month in which it ends`() async throws {
    let office = try await Self.office()
    for (text, isExpected) in [("2021-02", false), ("2021-03", true)] {
      let status = try await office.ledger.monthStatus(
        try Self.month(text), by: office("office"))
      let names = status.lacking.map(\.submission)
      #expect(names.contains("CA-AB/watch-quarter/2021-Q1") == isExpected)
      #expect(!names.contains { $0.contains("watch-day") })
    }
  }

  @Test func `completeness can be asked of every period, and is due after its last day`()
    async throws
  {
    let office = try await Self.office()
    _ = try await office.submit("CA-AB,2021-01-08,REPORTS,1\n", form: "watch-day")
    // 2021-01-08 is a Friday, 2021-01-10 a Sunday, 2021-03-31 a Wednesday.
    for (text, code, due) in [
      ("2021-01-08", "watch-day", "2021-01-12"), ("2021-W01", "watch-week", "2021-01-12"),
      ("2021-Q1", "watch-quarter", "2021-04-02"),
    ] {
      let items = try await office.ledger.completeness(
        of: try #require(Period(text)), by: office("office"))
      #expect(items.map(\.unit) == ["CA-AB", "CA-BC"])
      #expect(items.allSatisfy { $0.form == code && $0.due.description == due })
      #expect((items.first?.received != nil) == (code == "watch-day"))
    }
  }

  @Test func `figures are compared with the form's own earlier periods`() async throws {
    let office = try await Self.office()
    let fields = #"[{"indicator": "REPORTS", "cumulative": true}]"#
    let form = try Self.form("week", code: "total-week", fields: fields)
    _ = try await office.ledger.importForm(form, by: office("office"))
    // The new year begins in week 1, which here is the second week that the form knows.
    let rows = "CA-AB,2020-W53,REPORTS,9\nCA-AB,2021-W01,REPORTS,1\n"
    #expect(try await office.submit(rows, form: "total-week") == 2)
    for stage in [("reviewer", Review.Stage.unit), ("office", .office)] {
      #expect(try await office.decide(stage.1, stage.0, ["2020-W53", "2021-W01"]) == 2)
    }
    #expect(
      await refusal { try await office.submit("CA-AB,2021-W02,REPORTS,0\n", form: "total-week") }
        == "submission.cumulative_falls")
    #expect(try await office.submit("CA-AB,2021-W02,REPORTS,1\n", form: "total-week") == 1)
  }

  /// The digest over everything that the evaluation of January was made of.
  private func evaluationOfJanuary(_ office: Office) async throws -> [UInt8] {
    let ledger = office.ledger
    let month = try Self.month("2021-01")
    let method = try await ledger.proposeMethod(
      Files.json("examples/canada/method.json"), kind: .index, scope: "CA", effective: month,
      by: office("office"))
    try await ledger.approveMethod(
      kind: .index, scope: "CA", code: method.code, version: method.version, by: office("director"))
    _ = try await ledger.closeMonth(
      month, exceptions: ["CA-AB", "CA-BC"], reason: "试", by: office("office"))
    let actor = Store.Actor(session: nil)
    let pool = office.database.pool(role: "ledger_audit", size: 1)
    return try await Store(pool: pool).act(by: actor, readOnly: true) { transaction in
      try transaction.latestEvaluation(month, scope: "CA", kind: "province")?.inputsSHA256 ?? []
    }
  }

  @Test func `a quarter and a day that begin with a month are never evaluated as that month`()
    async throws
  {
    let office = try await Self.office()
    let plain = try await Self.office()
    for office in [plain, office] { _ = try await office.submit(Self.january) }
    _ = try await office.submit("CA-AB,2021-Q1,REPORTS,9999\n", form: "watch-quarter")
    _ = try await office.submit("CA-AB,2021-01-01,REPORTS,9998\n", form: "watch-day")
    let periods = ["2021-01", "2021-Q1", "2021-01-01"]
    for (office, count) in [(plain, 2), (office, 4)] {
      #expect(try await office.decide(.unit, "reviewer", periods) == count)
      #expect(try await office.decide(.office, "office", periods) == count)
    }
    let digest = try await evaluationOfJanuary(office)
    #expect(digest.count == 32)
    #expect(try await evaluationOfJanuary(plain) == digest)
    let exported = try await office.ledger.exportFigures(
      [Period(Self.month("2021-01"))], by: office("office"))
    #expect(exported.count == 8 && exported.allSatisfy { $0[1] == "2021-01" })
    let days = try await office.ledger.exportFigures(
      [try #require(Period("2021-01-01")), try #require(Period("2021-Q1"))], by: office("office"))
    #expect(days.map { $0[1] } == ["2021-01-01", "2021-Q1"])
  }
}
