import Crypto
import LedgerDomain
import LedgerOperations
import LedgerStore
import LedgerTestSupport
import PostgresSupport
import Testing

/// Campaigns in a ledger: kept by the office, due on their days, compared exactly, sealed once.
@Suite(.serialized)
struct CampaignTests {
  private static let form: JSONValue = [
    "code": "daily", "name": ["zh": "日报", "en": "Daily"], "effective": "2021-01",
    "kind": "province", "frequency": "day", "due_working_days": 1,
    "fields": [["indicator": "REPORTS"], ["indicator": "LOSS_CAD"]],
  ]

  private static func office() async throws -> Office {
    let office = try await Office()
    _ = try await office.ledger.importForm(form, by: office("office"))
    return office
  }

  private static func definition(
    _ start: CalendarDate, _ end: CalendarDate?, _ changes: [String: JSONValue] = [:]
  ) -> JSONValue {
    let members: [(String, JSONValue)] = [
      ("code", "winter"), ("name", ["zh": "冬季", "en": "Winter"]),
      ("start", .string(start.description)), ("end", end.map { .string($0.description) } ?? .null),
      ("forms", ["daily"]),
      ("documents", [["number": "1号", "issuer": "联席办", "date": "2025-01-01"]]),
    ]
    let changed = members.filter { changes[$0.0] == nil } + changes.map { ($0.key, $0.value) }
    return .object(changed.map { JSONValue.Member($0.0, $0.1) })
  }

  private static func request(
    _ until: CalendarDate, isExtension: Bool = true, document: String = "2号",
    code: String = "winter"
  ) -> CampaignRequest {
    CampaignRequest(
      campaign: code, isExtension: isExtension, until: until, document: document,
      issuer: "联席办", issued: until)
  }

  @Test func `what may not be imported or decided is refused`() async throws {
    let office = try await Self.office()
    let ledger = office.ledger
    let today = ledger.today
    let start = today.adding(days: -3)
    func load(
      _ changes: [String: JSONValue] = [:], by name: String = "office",
      from start: CalendarDate? = nil
    ) async throws -> ImportReport {
      try await ledger.importCampaign(
        Self.definition(start ?? today.adding(days: -3), today.adding(days: 3), changes),
        by: office(name))
    }
    #expect(await refusal { try await load(by: "director") } == "account.not_allowed")
    for (changes, code) in [
      (["forms": ["none"]], "form.unknown"),
      (["forms": ["fraud-monthly"]], "campaign.form_not_daily"),
      (["indicators": ["VICTIMS"]], "campaign.indicator_not_in_forms"),
      (["units": ["CA"]], "campaign.unit_of_other_kind"), (["units": ["XX"]], "unit.unknown"),
    ] as [([String: JSONValue], String)] {
      #expect(await refusal { try await load(changes) } == code, "\(changes)")
    }
    #expect(try await load(from: today.adding(days: 1)).added == 1)
    #expect(try await load().added == 1, "before it begins, another file takes its place")
    #expect(try await load().unchanged == 1)
    #expect(await refusal { try await load(["days": "working"]) } == "campaign.exists")
    #expect(start < today)
    for (request, name, code) in [
      (Self.request(today.adding(days: 9)), "reporter", "account.not_allowed"),
      (Self.request(today.adding(days: 9), code: "none"), "office", "campaign.unknown"),
      (Self.request(today.adding(days: 9), document: " "), "office", "text.missing"),
      (Self.request(today), "office", "campaign.end_not_later"),
      (Self.request(today.adding(days: 9)), "office", nil),
      (Self.request(today, isExtension: false), "office", nil),
      (Self.request(today, isExtension: false), "office", "campaign.end_decided"),
    ] as [(CampaignRequest, String, String?)] {
      #expect(
        await refusal { try await ledger.decideCampaign(request, by: office(name)) } == code)
    }
    #expect(
      await refusal { try await ledger.closeCampaign("winter", closing: "好", by: office("office")) }
        == "campaign.not_ended")
  }

  @Test func `its form is due on its days only`() async throws {
    let office = try await Self.office()
    let today = office.ledger.today
    let daily = { (item: DueSubmission) in item.form.code == "daily" }
    let before = try await office.ledger.dueSubmissions(by: office("reporter")).filter(daily)
    #expect(before.count == 14, "without a campaign, every day of the last seven and both units")
    _ = try await office.ledger.importCampaign(
      Self.definition(today.adding(days: -2), nil, ["units": ["CA-AB"]]), by: office("office"))
    let due = try await office.ledger.dueSubmissions(by: office("reporter")).filter(daily)
    #expect(due.map(\.unit) == ["CA-AB", "CA-AB"])
    #expect(
      Set(due.map(\.period.firstDay)) == [today.adding(days: -2), today.adding(days: -1)])
    let expected = try await office.ledger.completeness(
      of: Period(.day, containing: today.adding(days: -1)), by: office("office"))
    #expect(expected.map(\.unit) == ["CA-AB"])
  }

  /// Figures of ten days now and before; the second way is one statement over the revisions.
  @Test func `sums and changes are those that the database computes`() async throws {
    let office = try await Self.office()
    let (ledger, today) = (office.ledger, office.ledger.today)
    let start = today.adding(days: -12)
    let yearBefore = Period(.day, containing: start).yearEarlier.firstDay
    var rows = ""
    for offset in 0..<10 {
      for (unit, factor) in [("CA-AB", 7), ("CA-BC", 11)] where (offset * factor) % 8 != 3 {
        for (first, size) in [(start, 3), (start.adding(days: -10), 5), (yearBefore, 2)]
        where (offset + size * factor) % 6 != 4 {
          let day = first.adding(days: offset).description
          rows += "\(unit),\(day),REPORTS,\(offset * size + factor)\n"
          rows += "\(unit),\(day),LOSS_CAD,\(offset * size).25\n"
        }
      }
    }
    _ = try await office.submit(rows, form: "daily")
    _ = try await ledger.importCampaign(
      Self.definition(start, today.adding(days: -3)), by: office("office"))
    let shown = try await ledger.campaign("winter", by: office("office"))
    #expect(shown.standing.state == .ended && shown.board.windows.days.count == 10)
    for (field, position) in [(1, 0), (2, 1)] {
      for (unit, sums) in zip(shown.units, shown.board.sums) {
        let sum = sums[position]
        for (comparison, first) in [
          (sum.before, start.adding(days: -10)), (sum.lastYear, yearBefore),
        ] {
          let known = try await Self.computed(office, unit.code, field, start, first)
          #expect(sum.cumulative == Int128(known[0]) && sum.received == Int(known[1]))
          #expect(comparison.pairs == Int(known[2]) && comparison.pairs < 10)
          #expect(comparison.current == Int128(known[3]))
          #expect(comparison.reference == Int128(known[4]))
        }
      }
    }
    // A correction counts, what was returned does not.
    let last = start.adding(days: 9)
    let kept = try await ledger.campaign("winter", by: office("office")).board.totals[0]
    _ = try await office.submit(
      "CA-AB,\(last),REPORTS,1000\nCA-AB,\(last),LOSS_CAD,1\n", form: "daily", revises: true)
    let corrected = try await ledger.campaign("winter", by: office("office")).board.totals[0]
    #expect(corrected.cumulative > kept.cumulative)
    _ = try await ledger.review(
      ReviewRequest(
        stage: .unit, decision: .return, form: "daily", periods: [Period(.day, containing: last)],
        units: ["CA-AB"], reason: "请核对"), by: office("reviewer"))
    let returned = try await ledger.campaign("winter", by: office("office")).board.totals[0]
    #expect(returned.received < corrected.received)
  }

  /// The campaign's sum and count of one unit, then pairs and both sums beside another time.
  private static func computed(
    _ office: Office, _ unit: String, _ field: Int, _ start: CalendarDate, _ other: CalendarDate
  ) async throws -> [Int64] {
    let statement = Statement(
      "campaign_second_way",
      """
      with figures as (
        select period, figures[$2] as figure from ledger.revisions
        where unit = $1 and form = 'daily'
      )
      select sum(now.figure)::bigint, count(now.figure), count(other.figure),
        coalesce(sum(now.figure) filter (where other.figure is not null), 0)::bigint,
        coalesce(sum(other.figure), 0)::bigint
      from figures as now
      left join figures as other on other.period = now.period + ($4::date - $3::date)
      where now.period between $3 and $3 + 9
      """)
    return try await office.database.pool(size: 1).withConnection { connection in
      let rows = try connection.execute(
        statement,
        [
          .text(unit), .int4(Int32(field)), .date(PostgresDate(daysSince2000: start.daysSince2000)),
          .date(PostgresDate(daysSince2000: other.daysSince2000)),
        ])
      let row = try #require(rows.first)
      return try (0..<5).map { try row.int8($0) }
    }
  }

  @Test func `a summary is sealed once, and the journal keeps its digest`() async throws {
    let office = try await Self.office()
    let (ledger, today) = (office.ledger, office.ledger.today)
    let day = today.adding(days: -1)
    _ = try await office.submit(
      "CA-AB,\(day),REPORTS,4\nCA-AB,\(day),LOSS_CAD,1\n", form: "daily")
    _ = try await ledger.importCampaign(Self.definition(day, day), by: office("office"))
    #expect(
      await refusal { try await ledger.closeCampaign("winter", closing: " ", by: office("office")) }
        == "text.missing")
    #expect(
      await refusal {
        try await ledger.closeCampaign("winter", closing: "电话13800138000", by: office("office"))
      } == "text.personal")
    let event = try await ledger.closeCampaign("winter", closing: "收官", by: office("office"))
    let sealed = try #require(event.summary)
    #expect(event.digest == hexadecimal(SHA256.hash(data: Array(sealed.utf8))))
    #expect(
      await refusal { try await ledger.closeCampaign("winter", closing: "再", by: office("office")) }
        == "campaign.already_closed")
    _ = try await office.submit(
      "CA-BC,\(day),REPORTS,9\nCA-BC,\(day),LOSS_CAD,1\n", form: "daily")
    let shown = try await ledger.campaign("winter", by: office("reporter"))
    #expect(shown.standing.state == .closed && shown.standing.history.closing == event)
    #expect(shown.board.totals[0].received == 2, "the board goes on, the seal stays")
    let statement = Statement(
      "campaign_entry",
      "select detail from ledger.journal_entries where act = 'campaign.close'")
    let details = try await office.database.pool(size: 1).withConnection { connection in
      try connection.execute(statement, []).map { try $0.text(0) }
    }
    #expect(details == [event.digest])
  }

  @Test func `small counts are not told by a board that grows`() async throws {
    let office = try await Self.office()
    let (ledger, today) = (office.ledger, office.ledger.today)
    let limited: JSONValue = [
      [
        "code": "REPORTS", "name": ["zh": "报告", "en": "Reports"],
        "unit": ["zh": "件", "en": "reports"], "decimals": 0, "direction": "lower",
        "kind": "flow", "suppress_below": "5",
      ]
    ]
    _ = try await ledger.importIndicators(
      limited, effective: #require(Month("2021-02")), by: office("office"))
    let (start, last) = (today.adding(days: -3), today.adding(days: -1))
    for (unit, count) in [("CA-AB", 2), ("CA-BC", 40)] {
      for day in [start, today.adding(days: -2), last] {
        _ = try await office.submit(
          "\(unit),\(day),REPORTS,\(count)\n\(unit),\(day),LOSS_CAD,1\n", form: "daily")
      }
    }
    _ = try await ledger.importCampaign(Self.definition(start, last), by: office("office"))
    let leader = try await ledger.campaign("winter", by: office("director"))
    #expect(leader.sight.mark(unit: 0, indicator: 0) == .hidden)
    #expect(leader.sight.mark(unit: 1, indicator: 0) == .hidden)
    #expect(leader.sight.mark(unit: 1, indicator: 1) == nil, "without limit, all is shown")
    #expect(leader.sight.hidesDay(indicator: 0) && !leader.sight.hidesTotal(indicator: 0))
    let worker = try await ledger.campaign("winter", by: office("reporter"))
    #expect(worker.sight.mark(unit: 0, indicator: 0) == nil)
    #expect(!worker.sight.hidesDay(indicator: 0))
    _ = try await ledger.closeCampaign("winter", closing: "好", by: office("office"))
    let closed = try await ledger.campaign("winter", by: office("director"))
    #expect(closed.sight.mark(unit: 0, indicator: 0) == nil, "6 in all are not few")
    #expect(closed.sight.hidesDay(indicator: 0))
  }
}
