import HTTPTypes
import LedgerDomain
import LedgerStore
import PostgresSupport
import Testing

@testable import LedgerOperations
@testable import LedgerWeb

/// The follow-up in the story: campaigns, records, meetings and the inbox.
extension StoryTests {
  func doCampaign(_ office: ServedOffice) async throws {
    let form: JSONValue = [
      "code": "daily", "name": ["zh": "日报", "en": "Daily"], "effective": "2025-01",
      "kind": "county", "frequency": "day", "due_working_days": 1,
      "fields": [["indicator": "CASES"]],
    ]
    #expect(try await office.post("/forms", form, as: "office").json["added"] == 1)
    let campaign: JSONValue = [
      "code": "winter", "name": ["zh": "冬季攻坚", "en": "Winter"], "start": "2026-01-05",
      "end": .null, "forms": ["daily"],
      "documents": [["number": "1号", "issuer": "联席办", "date": "2026-01-04"]],
    ]
    #expect(try await office.post("/campaigns", campaign, as: "office").json["added"] == 1)
    let listed = try await office.get("/campaigns", as: "leader")
    #expect(listed.items.map { $0["state"] } == ["running"])
    let whole = try await office.get("/campaigns/winter", as: "reporter")
    #expect(whole.json["units"]?.elements.map { $0["unit"] } == ["SQ-A"], "its own row alone")
    let day = office.ledger.today
    let decision: JSONValue = [
      "until": .string(day.description), "document": "2号", "issuer": "联席办",
      "issued": .string(day.description),
    ]
    let refused = try await office.post("/campaigns/winter/extensions", decision, as: "office")
    #expect(refused.json["code"] == "campaign.open_ended")
    let ended = try await office.post("/campaigns/winter/endings", decision, as: "office")
    #expect(ended.status == 201 && ended.json["act"] == "end")
    func other(_ code: String, _ start: Int, _ end: Int) async throws {
      let campaign: JSONValue = [
        "code": .string(code), "name": ["zh": "另一行动", "en": "Another"],
        "start": .string(day.adding(days: start).description),
        "end": .string(day.adding(days: end).description), "forms": ["daily"],
        "documents": [["number": "3号", "issuer": "联席办", "date": "2026-01-04"]],
      ]
      _ = try await office.post("/campaigns", campaign, as: "office")
    }
    try await other("longer", -1, 0)
    let later: JSONValue = [
      "until": .string(day.adding(days: 3).description), "document": "4号", "issuer": "联席办",
      "issued": .string(day.description),
    ]
    let extended = try await office.post("/campaigns/longer/extensions", later, as: "office")
    #expect(extended.status == 201 && extended.json["document"]?["number"] == "4号")
    try await other("over", -3, -1)
    let closed = try await office.post(
      "/campaigns/over/closing", ["closing": "收官"], as: "office")
    #expect(closed.status == 201 && closed.json["digest"]?.text?.utf8.count == 64)
    let read = try await office.get("/campaigns/over", as: "leader")
    #expect(read.json["summary"]?["closing"] == "收官" && read.json["daysOver"] == 3)
  }

  func doRecords(_ office: ServedOffice) async throws {
    let again = try await office.send(
      .post, "/no-fraud-units", as: "office", [:], .csv(Sample.places))
    #expect(again.json["added"] == 0 && again.json["unchanged"] == 2)
    let standards = try await office.send(
      .post, "/no-fraud-standards", as: "office", [:], .csv(Sample.standards))
    #expect(standards.json["added"] == 0)
    let mine = try await office.get("/records?noun=nofraud", as: "reporter")
    #expect(mine.items.map { $0["unit"] } == ["SQ-A"], "another county's is seen")
    let added = try await office.post(
      "/records/notice",
      [
        "unit": "SQ-A", "kind": "listing", "title": "被挂牌整治", "authority": "省联席办",
        "day": "2026-01-20", "document": "省反诈联办〔2026〕3号",
      ], as: "office")
    #expect(added.json["id"] == "notice/2026-1", "\(added.text)")
    let path = "/records/inspection/2026-1"
    let late = try await office.get(path, as: "reporter")
    #expect(late.json["overdue"] == true && late.json["state"] == "to_rectify")
    #expect(late.json["acts"]?.elements.map { $0["act"] } == ["rectify"])
    let rectified = try await office.post(
      path + "/acts", ["act": "rectify", "item": 1, "words": "已补齐"], as: "reporter")
    #expect(rectified.status == 201, "\(rectified.text)")
    let passed = try await office.post(
      path + "/acts", ["act": "pass", "item": 1], as: "office")
    #expect(passed.status == 201, "\(passed.text)")
    let read = try await office.get(path, as: "leader")
    #expect(read.json["state"] == "passed" && read.json["events"]?.elements.count == 2)
  }

  func meet(_ office: ServedOffice) async throws {
    let now = try await office.get("/meetings", as: "reporter")
    #expect(now.items.map { $0["id"] } == ["2026-1"] && now.items[0]["state"] == "called")
    func plan(_ title: String, _ more: [JSONValue.Member] = []) -> JSONValue {
      .object(
        more + [
          .init("title", .string(title)), .init("cadence", "event"), .init("day", "2026-02-10"),
          .init("invited", ["SQ-A"]),
        ])
    }
    let drafted = try await office.post("/meetings", plan("专题会"), as: "office")
    #expect(drafted.json["id"] == "2026-2" && drafted.json["state"] == "draft")
    #expect(try await office.get("/meetings/2026-2", as: "reporter").status == 404)
    let one = "/meetings/2026-2"
    let changed = try await office.post(
      one + "/plans", plan("专题会商", [.init("version", .integer(1))]), as: "office")
    #expect(changed.json["title"] == "专题会商")
    _ = try await office.post(one + "/agenda-builds", as: "office")
    let added = try await office.post(
      one + "/agenda", ["words": "银行网点劝阻", "unit": "SQ-A"], as: "office")
    let item = try #require(added.json["agenda"]?.elements.last?["item"])
    let version = try #require(added.json["agendaVersion"])
    let ordered = try await office.post(
      one + "/agenda-orders", ["order": .array([item]), "version": version], as: "office")
    #expect(ordered.json["agenda"]?.elements.count == 1)
    for (step, account) in [("call", "director"), ("start", "office")] {
      _ = try await office.post(one + "/steps", ["step": .string(step)], as: account)
    }
    try await record(one, item, office)
  }

  func record(_ one: String, _ item: JSONValue, _ office: ServedOffice) async throws {
    let attended = try await office.post(
      one + "/attendance",
      ["version": 0, "units": [["unit": "SQ-A", "present": true, "posts": "副县长"]]],
      as: "office")
    #expect(attended.json["attendanceVersion"] == 1)
    _ = try await office.post(
      one + "/minutes", ["item": item, "version": 0, "words": "逐家核查"], as: "office")
    for words in ["核查网点", "误写"] {
      _ = try await office.post(
        one + "/resolutions",
        ["item": item, "words": .string(words), "lead": "SQ-A", "due": "2026-06-30"],
        as: "office")
    }
    _ = try await office.post(one + "/resolutions/2/withdrawals", as: "office")
    let closed = try await office.post(one + "/steps", ["step": "close"], as: "office")
    #expect(closed.json["resolutions"]?.elements.map { $0["task"] } == ["2026-2-M2.1"])
    let again = try await office.post(one + "/steps", ["step": "close"], as: "office")
    #expect(again.status == 409 && again.json["code"] == "meeting.already_closed")
    let relayed = try await office.post(
      one + "/relays", ["relayed": "2026-02-10"], as: "reporter")
    #expect(relayed.json["unit"] == "SQ-A")
    _ = try await office.post(one + "/addenda", ["words": "补记"], as: "office")
    let read = try await office.get(one, as: "reporter")
    #expect(read.json["tasks"]?.elements.map { $0["state"] } == ["not_started"])
    #expect(read.json["relays"]?.elements.map { $0["relayDays"] } == [0])
  }

  func readInbox(_ office: ServedOffice) async throws {
    let inbox = try await office.get("/inbox", as: "reporter")
    let late = try #require(inbox.items.first { $0["link"] == "/responsibilities/2026-1-2" })
    #expect(late["kind"] == "overdue" && late["due"] == "2026-02-02" && late["read"] == false)
    let marked = try await office.post(
      "/inbox/marks", ["reminder": late["id"] ?? .null, "read": true], as: "reporter")
    #expect(marked.json["unread"] == .integer(inbox.items.count - 1))
  }
}
