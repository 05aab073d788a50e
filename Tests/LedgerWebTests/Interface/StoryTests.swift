import HTTPTypes
import LedgerDomain
import LedgerStore
import PostgresSupport
import Testing

@testable import LedgerOperations
@testable import LedgerWeb

/// Everything that the interface does, done once, from a sign-in to a correction's edition.
///
/// Each answer is held against its endpoint's description as it comes; no endpoint is left out.
@Suite struct StoryTests {
  private static let place = "/submissions/SQ-A/monthly/\(ServedOffice.open)"

  @Test func `every endpoint does what it says`() async throws {
    let office = try await ServedOffice()
    try await signIn(office)
    try await administer(office)
    try await keepCatalogue(office)
    try await submit(office)
    try await doTasks(office)
    try await doCampaign(office)
    try await doRecords(office)
    try await meet(office)
    try await close(office)
    try await climb(office)
    try await record(office)
    try await assess(office)
    try await prove(office)
    let untried = Set(ServedOffice.endpoints.map(\.name)).subtracting(office.exercised)
    #expect(untried.isEmpty, "\(untried.sorted())")
    #expect(try await office.ledger.verify().findings.isEmpty)
  }

  private func signIn(_ office: ServedOffice) async throws {
    try await office.ledger.setDemonstrationPassword(of: "mayor", to: ServedOffice.password)
    let opened = try await office.post(
      "/sessions", ["account": "mayor", "password": .string(ServedOffice.password), "code": .null])
    #expect(opened.json["purpose"] == "full")
    office.keep(try opened.cookie(), as: "signed-in")
    let changed = try await office.post(
      "/me/password",
      ["from": .string(ServedOffice.password), "to": "Otters-count-31-pebbles"], as: "signed-in")
    office.keep(try changed.cookie(), as: "signed-in")
    let started = try await office.post("/me/second-factor", as: "signed-in")
    let secret = try #require(Base32.bytes(started.json["secret"]?.text ?? ""))
    let code = TimeCode.code(
      secret: secret, step: ServedOffice.now.unixMicroseconds / 30_000_000)
    let confirmed = try await office.send(
      .put, "/me/second-factor", as: "signed-in", [:], .json(["code": .string(code)]))
    office.keep(try confirmed.cookie(), as: "signed-in")
    let me = try await office.get("/me", as: "signed-in")
    #expect(me.json["grants"]?.elements.map { $0["role"] } == ["leader"])
    #expect(try await office.get("/sessions", as: "signed-in").items.count >= 1)
    #expect(
      try await office.send(.delete, "/sessions/current", as: "signed-in").headers[.setCookie]?
        .contains("Max-Age=0") ?? false)
    #expect(try await office.get("/me", as: "signed-in").code == "account.nobody_acts")

    let token = try await office.post(
      "/me/tokens",
      ["label": "报送程序", "unit": "SQ-A", "form": "monthly", "until": "2026-06-30"],
      as: "reporter")
    office.keep(token.json["token"]?.text ?? "", as: "token")
    #expect(try await office.get("/me/tokens", as: "reporter").items.count == 1)
    #expect(try await office.get("/me", as: "token").json["purpose"] == "token")
    _ = try await office.send(
      .delete, "/sessions/\(token.json["id"]?.text ?? "")", as: "reporter")
    #expect(try await office.get("/me", as: "token").code == "account.nobody_acts")
  }

  private func administer(_ office: ServedOffice) async throws {
    _ = try await office.post(
      "/accounts",
      ["name": "newcomer", "displayName": "新人", "unit": "SQ-A", "post": "填报员"], as: "system")
    let list = try await office.get("/accounts?limit=1000", as: "security")
    #expect(list.items.contains { $0["name"] == "newcomer" && $0["enabled"] == true })
    _ = try await office.post(
      "/accounts/newcomer/expiries", ["until": "2026-12-31"], as: "system")
    let grant = try await office.post(
      "/accounts/newcomer/grants",
      ["role": "reporter", "unit": "SQ-A", "form": "extra", "until": "2026-12-31"],
      as: "security")
    #expect(grant.json["number"] == 1)
    let reset = try await office.post("/accounts/newcomer/password-resets", as: "security")
    #expect(reset.json["oneTimePassword"]?.text?.isEmpty == false)
    _ = try await office.post("/accounts/newcomer/unlocks", ["reason": "本人来电"], as: "security")
    _ = try await office.post(
      "/accounts/newcomer/grants/1/end", ["reason": "调岗"], as: "security")
    _ = try await office.post(
      "/accounts/newcomer/states", ["state": "disabled", "reason": "调离"], as: "system")
    let policy = try await office.get("/policies/accounts", as: "reporter")
    #expect(try await office.post("/policies/accounts", policy.json, as: "security").status == 201)
  }

  private func keepCatalogue(_ office: ServedOffice) async throws {
    func file(_ path: String, _ text: String) async throws -> Answer {
      try await office.send(.post, path, as: "office", [:], .csv(text))
    }
    let units = try await file("/units", Sample.units + "SQ-C,丙县,County C,county,SQ,,2027-01-01,\n")
    #expect(units.json["added"] == 1 && units.json["unchanged"] == 5)
    #expect(try await office.get("/units?kind=county", as: "reporter").items.count == 2)
    let later = try await office.get("/units?kind=county&asOf=2027-06-01", as: "reporter")
    #expect(later.items.count == 3)
    #expect(
      try await office.get("/units/SQ-A", as: "nobody").json["populations"]?.elements.count == 1)
    #expect(try await file("/populations", Sample.populations).json["added"] == 0)
    let sourced = "code,as_of,population,source\nSQ,2020-11-01,900000,第七次人口普查\n"
    #expect(try await file("/populations", sourced).json["added"] == 1)
    let populations = try await office.get("/populations?limit=1", as: "nobody")
    #expect(populations.items.map { $0["source"] } == ["第七次人口普查"])
    for added in [1, 0] {
      let days = try await file("/calendar", "day,kind,name\n2026-02-17,holiday,春节\n")
      #expect(days.json["added"] == .number(String(added)))
    }
    #expect(try await file("/tiles", "unit,row,column\nSQ-A,2,1\n").json["added"] == 1)
    let tiles = try await office.get("/tiles", as: "nobody")
    #expect(tiles.items.map { $0["row"] } == [2])
    let days = try await office.get("/calendar", as: "reporter")
    #expect(days.json["days"]?.elements.count == 1)
    let indicators = try await office.post(
      "/indicators?effective=2026-01", Sample.indicators, as: "office")
    #expect(indicators.json["unchanged"] == 2)
    #expect(try await office.get("/indicators", as: "reporter").items.count == 2)
    let indicator = try await office.get("/indicators/CASES", as: "reporter")
    #expect(indicator.json["versions"]?.elements.map { $0["effective"] } == ["2025-01"])
    #expect(try await office.get("/indicators/OTHER", as: "reporter").code == "indicator.unknown")
    let limit: JSONValue = ["effective": "2026-02", "figures": 7]
    #expect(try await office.post("/burdens", limit, as: "office").json["added"] == true)
    let burden = try await office.get("/burdens/2026-02", as: "reporter")
    #expect(burden.json["figures"] == 8 && burden.json["limit"] == 7)
    _ = try await office.post("/forms", Sample.form("third", from: "2026-06"), as: "office")
    #expect(try await office.get("/forms", as: "reporter").items.count == 3)
    let calendar = try await office.get("/calendar/2026-01", as: "reporter")
    #expect(calendar.json["due"]?.elements.count == 2)
    _ = try await file("/targets", Sample.targets)
    #expect(try await office.get("/targets?year=2026", as: "office").items.count == 2)
    let trial = try await office.post(
      "/targets/trials",
      [
        "year": 2026, "indicator": "CASES",
        "targets": [["unit": "SQ-A", "kind": "at_most", "value": "420"]],
      ], as: "office")
    #expect(trial.json["units"]?.elements.map { $0["unit"] } == ["SQ-A", "SQ-B"])
    let changes = try await office.get(
      "/targets/changes?year=2026&indicator=CASES", as: "reporter")
    #expect(changes.items.map { $0["by"] } == ["office"])

    _ = try await office.post(
      "/methods",
      [
        "of": "SQ", "kind": "rules", "effective": "2026-01",
        "definition": Sample.rules(version: 2),
      ], as: "office")
    let tried = try await office.post(
      "/methods/trials", ["of": "SQ", "kind": "rules", "definition": Sample.rules(version: 3)],
      as: "office")
    #expect(tried.items.map { $0["period"] } == [.string(ServedOffice.published)])
    let again = try await office.get(
      "/methods/rules/SQ/colours/2/trials?months=2", as: "director")
    #expect(again.items.count == 2)
    let approval = try await office.post(
      "/methods/rules/SQ/colours/2/approvals", as: "director")
    #expect(approval.status == 204)
    _ = try await office.post(
      "/methods", ["of": "SQ", "kind": "ladder", "definition": Sample.ladder], as: "office")
    _ = try await office.post("/methods/ladder/SQ/ladder/1/approvals", as: "director")
    let versions = try await office.get("/methods?of=SQ&kind=rules", as: "reporter")
    #expect(versions.items.map { $0["approvedBy"] } == ["director", "director"])
  }

  private func submit(_ office: ServedOffice) async throws {
    let list = try await office.get("/submissions?period=2026-01", as: "office")
    #expect(list.items.map { $0["unit"] } == ["SQ-A", "SQ-B"])
    let draft: JSONValue = ["version": 1, "content": ["CASES": "23"]]
    let saved = try await office.send(
      .put, Self.place + "/draft", as: "reporter", [:], .json(draft))
    #expect(saved.json["version"] == 2)
    let figures: JSONValue = [
      ["indicator": "CASES", "value": "23"], ["indicator": "LOSS", "value": 4.5.json],
    ]
    let request: JSONValue = ["basedOn": 1, "figures": figures]
    #expect(try await office.post(Self.place + "/checks", request, as: "reporter").status == 200)
    let taken = try await office.post(Self.place + "/revisions", request, as: "reporter")
    #expect(taken.json["revision"] == 2 && taken.headers[.location] == "/api/v1" + Self.place)
    let read = try await office.get(Self.place, as: "reviewer")
    #expect(read.json["state"] == "submitted" && read.json["draft"] == .null)
    _ = try await office.post(
      Self.place + "/verifications",
      ["revision": 2, "indicator": "CASES", "decision": "confirm"], as: "verifier")
    let verifications = try await office.get("/verifications", as: "verifier")
    #expect(verifications.items.map { $0["verified"] } == [1])
    let queue = try await office.get("/reviews", as: "reviewer")
    #expect(queue.items.map { $0["revision"] } == [2] && queue.items[0]["flags"] != 0)
    let sheet = try await office.get(Self.place + "/sheet", as: "reviewer")
    #expect(sheet.json["stage"] == "unit" && sheet.json["lines"]?.elements.count == 2)
    let key: JSONValue = [
      "unit": "SQ-A", "form": "monthly", "period": .string(ServedOffice.open), "revision": 2,
    ]
    let bulk = try await office.post(
      "/reviews/approvals", ["revisions": [key]], as: "reviewer")
    #expect(bulk.json["refused"]?.elements.map { $0["code"] } == ["submission.not_clean"])
    for name in ["reviewer", "office"] {
      _ = try await office.post(
        Self.place + "/reviews", ["revision": 2, "decision": "approve"], as: name)
    }
    #expect(try await office.get(Self.place, as: "reporter").json["state"] == "accepted")
    let due = try await office.get("/submissions/due", as: "reporter")
    #expect(due.items.contains { $0["state"] == "accepted" && $0["revision"] == 2 })
    let imported = try await office.send(
      .post, "/figures?form=extra", as: "clerk", [:],
      .csv("unit,period,indicator,value\nSQ-A,2026-01,CASES,1\nSQ-A,2026-01,LOSS,2\n"))
    #expect(imported.json["submissions"] == 1)
    let complete = try await office.get("/completeness?period=2026-01&of=SQ-A", as: "reporter")
    #expect(complete.items.map { $0["revisions"] } == [1, 2])
  }

  private func doTasks(_ office: ServedOffice) async throws {
    let list =
      "/responsibility-lists?list=2026-1&title=%E6%B8%85%E5%8D%95&source=x&issued=2026-01-05"
    let again = try await office.send(.post, list, as: "office", [:], .csv(Sample.tasks))
    #expect(again.json["added"] == 0 && again.json["unchanged"] == 4)
    let lists = try await office.get("/responsibility-lists", as: "reporter")
    #expect(lists.items.map { $0["title"] } == ["清单"] && lists.items[0]["tasks"] == 4)
    let late = try await office.get("/tasks?state=overdue&list=2026-1", as: "leader")
    #expect(late.items.map { $0["id"] } == ["2026-1-2"])
    #expect(late.items[0]["due"] == "2026-02-02", "the last of January is a Saturday")
    let mine = try await office.get("/tasks?unit=SQ-P&limit=1", as: "reporter")
    #expect(mine.items.map { $0["number"] } == ["3"] && mine.items[0]["of"] == 1)
    try await readInbox(office)
    let reported = try await office.post(
      "/tasks/2026-1-2/progress", ["amount": 12, "sentence": "进村宣讲", "done": true],
      as: "reporter")
    #expect(reported.json["report"] == 1 && reported.json["unit"] == "SQ-A")
    let accepted = try await office.post(
      "/tasks/2026-1-2/acceptances",
      ["report": 1, "decision": "accept", "reason": "材料齐全"], as: "office")
    #expect(accepted.status == 201)
    let read = try await office.get("/tasks/2026-1-2", as: "leader")
    #expect(read.json["state"] == "accepted" && read.json["amount"] == "12")
    #expect(read.json["reports"]?.elements.map { $0["reason"] } == ["材料齐全"])
  }

  private func close(_ office: ServedOffice) async throws {
    let months = try await office.get("/months", as: "nobody")
    #expect(months.items.first?["period"] == "2026-01")
    let work = try await office.get("/months/2026-01/work", as: "director")
    #expect(work.json["open"] == true && work.json["publications"]?.elements.count == 1)
    let status = try await office.get("/months/2026-01", as: "office")
    #expect(status.json["lacking"]?.elements.count == 3)
    let unpublished = try await office.get(
      "/rankings/2026-01?of=SQ&state=unpublished", as: "director")
    #expect(unpublished.json["edition"] == .null, "\(unpublished.text)")
    let closed = try await office.post(
      "/months/2026-01/close",
      ["exceptions": ["SQ-B", "SQ-A/extra"], "reason": "乙县延期"], as: "office")
    #expect(closed.json["evaluations"]?.elements.count == 1)
    let edition: JSONValue = ["period": "2026-01", "of": "SQ", "kind": "county"]
    let proposed = try await office.post("/editions", edition, as: "office")
    #expect(proposed.json["proposed"] == true)
    let published = try await office.post("/editions", edition, as: "director")
    #expect(published.json["number"] == 3 && published.headers[.location] != nil)
    #expect(try await office.get("/editions", as: "nobody").items.count == 3)
    #expect(try await office.get("/editions/3", as: "auditor").headers[.eTag] != nil)
    #expect(try await office.get("/editions/2/diff/3", as: "reporter").status == 200)
    let rerun = try await office.get("/editions/3/verification", as: "reporter")
    #expect(rerun.json["identical"] == true)
    let ratings = try await office.get("/ratings/2026-01?of=SQ&edition=3", as: "reporter")
    #expect(ratings.json["ratings"]?.elements.count == 2)
    _ = try await office.post(
      "/months/2026-01/reopenings",
      ["reason": "补录", "until": "2026-02-11T09:00:00+08:00"], as: "office")
    _ = try await office.post("/months/2026-01/reopenings/agreements", as: "director")
    #expect(try await office.get("/months/2026-01", as: "nobody").json["state"] == "reopened")
  }

  private func climb(_ office: ServedOffice) async throws {
    let tried = try await office.post(
      "/escalations/trials", ["of": "SQ", "definition": Sample.ladder], as: "office")
    #expect(tried.items.map { $0["unit"] } == ["SQ-A", "SQ-B"])
    let list = try await office.get("/escalations?of=SQ", as: "director")
    #expect(list.json["period"] == "2026-01")
    #expect(list.items.compactMap { $0["proposal"]?["to"] } == [1, 1], "\(list.text)")
    let yes: JSONValue = [
      "of": "SQ", "to": 1, "edition": 3, "after": 0, "decision": "accept", "document": "〔2026〕1号",
    ]
    let path = "/escalations/SQ-A/decisions"
    #expect(try await office.post(path, yes, as: "office").code == "escalation.not_the_decider")
    let no: JSONValue = ["of": "SQ", "to": 1, "edition": 3, "after": 0, "decision": "refuse"]
    #expect(try await office.post(path, no, as: "director").code == "escalation.reason_missing")
    let decided = try await office.post(path, yes, as: "director")
    #expect(decided.status == 201 && decided.json["number"] == 1, "\(decided.text)")
    #expect(try await office.post(path, yes, as: "director").code == "escalation.decided_already")
    let now = try await office.get("/escalations?of=SQ", as: "reporter")
    #expect(now.items.map { $0["unit"] } == ["SQ-A"])
    #expect(now.items.map { $0["step"] } == [1])
    try await followCases(office)
  }

  /// One county answers, objects and is right; the other is met, checked, listed and kept so.
  private func followCases(_ office: ServedOffice) async throws {
    let path = "/escalations/SQ.SQ-A.1"
    let read = try await office.get(path, as: "reporter")
    #expect(read.json["state"] == "disputable" && read.json["step"] == 1, "\(read.text)")
    let words: JSONValue = ["kind": "reply", "words": "已核实", "evidence": "甲函〔2026〕1号"]
    #expect(try await office.post(path + "/replies", words, as: "reporter").status == 201)
    let objection: JSONValue = ["against": "CASES", "words": "一起应归乙县"]
    #expect(try await office.post(path + "/objections", objection, as: "reporter").status == 201)
    #expect(try await office.get(path, as: "leader").json["state"] == "paused")
    let upheld: JSONValue = ["decision": "uphold", "words": "归属有误"]
    let decisions = path + "/objections/decisions"
    #expect(
      try await office.post(decisions, upheld, as: "director").code
        == "escalation.decider_is_same")
    // The mayor signed out long ago.
    try await office.open("mayor", as: "mayor")
    #expect(try await office.post(decisions, upheld, as: "mayor").status == 201)
    let ended = try await office.get(path, as: "reporter")
    #expect(ended.json["state"] == "ended")
    #expect(
      ended.json["history"]?.elements.compactMap { $0["what"] }
        == ["proposed", "accepted", "happened", "happened", "happened", "accepted"])
    try await list(office)
  }

  private func list(_ office: ServedOffice) async throws {
    let yes: JSONValue = ["of": "SQ", "to": 1, "edition": 3, "after": 0, "decision": "accept"]
    _ = try await office.post("/escalations/SQ-B/decisions", yes, as: "director")
    let path = "/escalations/SQ.SQ-B.1"
    let interview: JSONValue = [
      "kind": "interview", "words": "已约谈", "presidingPost": "副市长", "place": "市政府",
      "on": "2026-02-10",
    ]
    #expect(try await office.post(path + "/records", interview, as: "office").status == 201)
    let trigger: JSONValue = [
      "of": "SQ", "fact": "listed_by_higher", "authority": "省联席办",
      "document": "省反诈〔2026〕3号", "issued": "2026-02-09",
    ]
    let entered = try await office.post("/escalations/SQ-B/triggers", trigger, as: "office")
    #expect(entered.status == 201, "\(entered.text)")
    let up: JSONValue = ["of": "SQ", "to": 2, "edition": 3, "after": 1, "decision": "accept"]
    #expect(
      try await office.post("/escalations/SQ-B/decisions", up, as: "director").status == 201)
    let listed = "/escalations/SQ.SQ-B.2"
    let failed: JSONValue = ["passed": false, "words": "未达标", "on": "2026-02-10"]
    #expect(try await office.post(listed + "/acceptances", failed, as: "office").status == 201)
    let extend: JSONValue = ["words": "再整治一期"]
    #expect(try await office.post(listed + "/continuations", extend, as: "director").status == 201)
    let again = try await office.post(listed + "/continuations", extend, as: "director")
    #expect(again.code == "escalation.continued_already" && again.status == 409)
  }

  private func record(_ office: ServedOffice) async throws {
    let counts = RecordIndicator.allCases.map(\.rawValue)
    _ = try await office.ledger.importIndicators(
      .array(counts.map(Sample.count)), effective: #require(Month("2026-01")),
      by: office.actor("office"))
    _ = try await office.ledger.importForm(
      Sample.form("records", of: counts + ["CASES"]), by: office.actor("office"))
    let path = "/record-figures/2026-01"
    let shown = try await office.get(path, as: "reporter")
    #expect(shown.json["form"] == "records", "\(shown.text)")
    let figures = shown.json["units"]?.elements.first?["figures"]?.elements ?? []
    #expect(figures.map { $0["recorded"] } == ["1", "0", "2", "0", .null], "\(shown.text)")
    let stale = try await office.post(
      path, ["form": "records", "digest": .string(String(repeating: "0", count: 64))],
      as: "reporter")
    #expect(stale.code == "records.changed")
    let given: JSONValue = [["unit": "SQ-A", "indicator": "CASES", "value": "3"]]
    let sent = try await office.post(
      path, ["form": "records", "digest": shown.json["digest"] ?? .null, "given": given],
      as: "reporter")
    #expect(sent.json["submissions"] == 1, "\(sent.text)")
  }

  private func assess(_ office: ServedOffice) async throws {
    let method = try await office.post(
      "/methods", ["of": "SQ", "kind": "assessment", "definition": Sample.assessment],
      as: "office")
    #expect(method.status == 201, "\(method.text)")
    _ = try await office.post("/methods/assessment/SQ/year/1/approvals", as: "director")
    let ahead = try await office.get("/assessments/2025?state=unsealed", as: "director")
    #expect(ahead.json["sheets"]?.elements.map { $0["unit"] } == ["SQ-A", "SQ-B"])
    #expect(
      try await office.get("/assessments/2025", as: "reporter").code == "assessment.not_sealed")
    let sealed = try await office.post(
      "/assessments/2025/seals", ["of": "SQ", "sha256": ahead.json["sha256"] ?? .null],
      as: "judge")
    #expect(sealed.json["version"] == 1, "\(sealed.text)")
    let own = try await office.get("/assessments/2025", as: "reporter")
    #expect(own.json["sheets"]?.elements.map { $0["unit"] } == ["SQ-A"], "\(own.text)")
    #expect(try await office.get("/assessments", as: "leader").items.count == 1)
  }

  private func prove(_ office: ServedOffice) async throws {
    let journal = try await office.get("/journal?act=month.&chain=*", as: "auditor")
    #expect(journal.items.first?["act"] == "month.reopen")
    let csv = try await office.get("/journal?format=csv&limit=3", as: "auditor")
    #expect(csv.text.hasPrefix("chain,seq,at,actor,act,"))
    let read = try await office.get("/journal/*/1", as: "auditor")
    #expect(read.json["facts"]?.elements.isEmpty == false)
    #expect(!read.text.contains("phc"))
    let closing = try await office.get("/journal?period=2026-01&act=month.", as: "auditor")
    #expect(!closing.items.isEmpty)
    let verified = try await office.post("/journal/verifications", as: "auditor")
    #expect(verified.json["findings"] == [])
    let state = try await office.get("/journal/state", as: "auditor")
    #expect(state.json["verified"]?["act"] == "journal.verify")
    let key = [UInt8](repeating: 9, count: 32)
    _ = try await office.ledger.signCheckpoint(key: key, every: .seconds(0))
    let proof = try await office.get("/editions/3/proof/SQ-A", as: "reporter")
    #expect(proof.json["checkpoint"] != .null, "\(proof.text)")
    let sure = try await office.get("/editions/3/robustness", as: "nobody")
    #expect(sure.json["bands"]?.elements.first?["unit"] == "SQ-A", "\(sure.text)")
    let gains = try await office.get("/editions/3/gains/SQ-A", as: "reporter")
    #expect(gains.json["gains"] == [], "\(gains.text)")
    let path = try await office.get("/editions/3/paths/SQ-A/CASES", as: "reporter")
    #expect(path.json["due"]?.elements.last == "300" && path.json["projection"] == .null)
    #expect(path.json["totals"]?.elements.count == 1, "\(path.text)")
    let whole = try await office.get("/editions/3/proof", as: "reporter")
    #expect(whole.json["checkpoint"] != .null && whole.json["entries"]?.elements.isEmpty == false)
    #expect(try await office.send(.head, "/events", as: "nobody").status == 200)
    let checkpoints = try await office.get("/checkpoints", as: "nobody")
    #expect(checkpoints.items.count == 1)
    let one = try await office.get("/checkpoints/1", as: "nobody")
    #expect(one.json["heads"]?.elements.isEmpty == false)
  }
}

extension Double {
  /// A number as JSON writes it.
  fileprivate var json: JSONValue { .number("\(self)") }
}

extension Answer {
  /// The secret in the cookie that an answer sets.
  func cookie() throws -> String {
    let set = try #require(headers[.setCookie])
    #expect(set.hasPrefix(SessionCookie.name + "="))
    return String(set.dropFirst(SessionCookie.name.utf8.count + 1).prefix { $0 != ";" })
  }
}
