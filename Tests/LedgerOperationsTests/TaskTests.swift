import Foundation
import LedgerDocuments
import LedgerDomain
import LedgerOperations
import LedgerTestSupport
import Testing

/// Responsibility lists: imported whole or not at all, reported on by those who answer, accepted by
/// the office.
struct TaskTests {
  private static let header = "序号,上级任务,任务,牵头单位,责任单位,配合单位,目标值,期限,频次\n"

  private func list() throws -> ResponsibilityList {
    try ResponsibilityList(
      key: #require(ListKey("2026-1")), title: "清单", source: "会议纪要",
      issued: #require(CalendarDate("2026-01-05")))
  }

  private func load(
    _ rows: String, _ office: Office, by name: String = "office", from day: String? = nil
  ) async throws -> ImportReport {
    try await office.ledger.importTasks(
      CSVFile(name: "list.csv", text: Self.header + rows), list: list(),
      from: day.flatMap { CalendarDate($0) }, by: office(name))
  }

  private func key(_ number: String) throws -> TaskKey {
    try #require(TaskKey("2026-1-" + number))
  }

  private static let rows = """
    1,,全国宣传,CA,,,18,2099-06-30,
    2,,省级宣传,艾伯塔省,CA-BC、CA,British Columbia,18,2099-06-30,
    2.1,2,进校园,CA-AB,CA-BC,,18,2099-06-30,
    3,,每月例会,CA-AB,,,,,每月

    """

  @Test func `a file with anything wrong is not imported, and every line is told`() async throws {
    let office = try await Office()
    #expect(
      await refusal { try await load(Self.rows, office, by: "reporter") } == "account.not_allowed")
    for (rows, code) in [
      ("1,,x,CA,,,,,", "task.due_missing"), ("1,,x,CA,,,,2026-01-01,每月", "task.due_missing"),
      ("1,,x,CA,,,,,每天", "task.recurrence_unknown"), ("1,,x,CA,,,≥x,,每月", "task.goal_malformed"),
      ("1,,x,,,,,,每月", "task.lead_missing"), ("1,,x,无此局,,,,,每月", "task.unit_unknown"),
      ("1,,x,CA,CA-AB、无此局,,,,每月", "task.unit_unknown"), ("1,,,CA,,,,,每月", "text.missing"),
      ("1/2,,x,CA,,,,,每月", "task.number_malformed"),
      ("1,,x,CA,,,,2026-02-30,", "unit.date_malformed"),
      ("1,,x,CA,,,,,每月\n1,,y,CA,,,,,每月", "task.number_twice"),
      ("1,2,x,CA,,,,,每月\n2,1,y,CA,,,,,每月", "task.circle"),
      ("1,9,x,CA,,,,,每月", "task.parent_unknown"),
    ] {
      #expect(await refusal { try await load(rows + "\n", office) } == code, "\(rows)")
    }
    do {
      _ = try await load("1,,x,甲局,,,,,每月\n2,,x,乙局,,,,,每月\n3,,x,CA,,,,,每月\n", office)
      Issue.record("taken")
    } catch let refusals as Refusals {
      #expect(refusals.refusals.map(\.place) == [.line(2, column: nil), .line(3, column: nil)])
    }
    #expect(try await office.ledger.tasks(by: office("office")).tasks.isEmpty)
  }

  @Test func `a list is imported once, and changed from a day on`() async throws {
    let office = try await Office()
    #expect(try await load(Self.rows, office).added == 4)
    #expect(try await load(Self.rows, office).added == 0)
    let overview = try await office.ledger.tasks(by: office("office"))
    let second = try #require(overview[key("2")])
    #expect(second.task.lead == "CA-AB" && second.task.responsible == ["CA-BC", "CA"])
    #expect(second.task.supporting == ["CA-BC"])
    #expect(second.parts == [try key("2.1")])
    let changed = try await load("3,,每月例会,CA-BC,,,,,每月\n", office, from: "2026-02-01")
    #expect(changed.added == 1)
    // A decomposition that only a later version closes to a circle is refused as well.
    #expect(
      await refusal { try await load("2,2.1,x,CA-AB,,,,,每月\n", office, from: "2030-01-01") }
        == "task.circle")
    #expect(try await office.ledger.tasks(by: office("office"))[key("3")]?.task.lead == "CA-BC")
  }

  @Test func `who answers reports, and the office decides once`() async throws {
    let office = try await Office()
    _ = try await load(Self.rows, office)
    let ledger = office.ledger
    func report(
      _ number: String, _ sentence: String = "推进", amount: String = "3", done: Bool = false,
      unit: String? = nil, by name: String = "reporter"
    ) async throws -> TaskReport {
      try await ledger.reportTask(
        TaskProgressRequest(
          task: key(number), unit: unit, amount: amount, sentence: sentence, isDone: done),
        by: office(name))
    }
    func decide(
      _ number: Int, _ accept: Bool, _ reason: String = "x", by name: String = "office"
    ) async throws -> TaskDecision {
      try await ledger.decideTask(
        key("2.1"), report: number, accept: accept, reason: reason, by: office(name))
    }
    #expect(await refusal { try await report("2.1", by: "office") } == "account.not_allowed")
    #expect(await refusal { try await report("9") } == "task.unknown")
    #expect(await refusal { try await report("1", unit: "CA-AB") } == "task.not_of_unit")
    #expect(await refusal { try await report("2") } == "task.has_parts")
    #expect(await refusal { try await report("2.1", " ") } == "text.missing")
    #expect(await refusal { try await report("2.1", amount: "") } == "task.amount_missing")
    #expect(await refusal { try await report("2.1", amount: "x") } == "figure.not_a_number")
    #expect(await refusal { try await report("2.1", done: true) } == "task.goal_not_reached")
    #expect(await refusal { try await decide(1, true) } == "task.report_unknown")
    #expect(try await report("2.1", unit: "CA-BC").unit == "CA-BC")
    #expect(await refusal { try await decide(1, true, by: "director") } == "account.not_allowed")
    #expect(await refusal { try await decide(1, true) } == "task.not_done")
    #expect(await refusal { try await decide(1, false, "") } == "text.missing")
    #expect(try await decide(1, false, "缺材料").isAcceptance == false)
    #expect(await refusal { try await decide(1, false) } == "task.already_decided")
    #expect(try await report("2.1", amount: "18", done: true).number == 2)
    let overview = try await ledger.tasks(by: office("office"))
    #expect(overview[try key("2")]?.status.state == .done)
    #expect(overview[try key("2.1")]?.mayDecide == true)
    #expect(try await report("2.1", amount: "18", done: true).number == 3)
    #expect(await refusal { try await decide(2, true) } == "task.report_stale")
    _ = try await decide(3, true, "属实")
    #expect(await refusal { try await report("2.1") } == "task.already_accepted")
    let shown = try await ledger.task(key("2.1"), by: office("reporter"))
    #expect(shown.task.status.state == .accepted && !shown.task.mayReport)
    #expect(shown.reports.map(\.decision?.reason) == ["缺材料", nil, "属实"])
    #expect(try await ledger.verify().findings.isEmpty)
  }

  @Test func `one's own report is not one's own to accept`() async throws {
    let office = try await Office()
    _ = try await load(Self.rows, office)
    _ = try await office.ledger.addGrant(
      .reporter, to: "office", unit: "CA", form: Permission.tasksForm, until: nil,
      by: office("security"))
    let request = TaskProgressRequest(task: try key("3"), sentence: "已开", isDone: true)
    _ = try await office.ledger.reportTask(request, by: office("office"))
    let code = await refusal {
      try await office.ledger.decideTask(
        key("3"), report: 1, accept: true, reason: "x", by: office("office"))
    }
    #expect(code == "task.decider_is_reporter")
    let overview = try await office.ledger.tasks(by: office("office"))
    #expect(overview[try key("3")]?.mayDecide == false)
  }

  @Test func `a unit that is renamed or ends keeps its tasks`() async throws {
    let office = try await Office()
    _ = try await load(Self.rows, office)
    let units = try CSV(
      """
      code,name,name_en,kind,parent,group,valid_from,valid_to
      CA-AB,新艾省,New Alberta,province,CA,,2020-01-01,2020-12-31

      """)
    _ = try await office.ledger.importUnits(units.file, by: office("office"))
    let overview = try await office.ledger.tasks(by: office("office"))
    #expect(overview[try key("3")]?.task.lead == "CA-AB")
    #expect(overview.units["CA-AB"]?.name.zh == "新艾省" && overview.units["CA-AB"]?.isEnded == true)
  }

  @Test func `the members' list of the defaults is understood`() throws {
    let file = CSVFile(
      path: Files.root.appending(path: "defaults/responsibilities/member-units.csv").path)
    let day = try #require(CalendarDate("2026-01-05"))
    let lines = try TaskFile.tasks(file, of: list().key, from: day)
    #expect(lines.count == 40 && Set(lines.map(\.task.lead)).count == 40)
  }
}
