import LedgerDomain
import Testing

/// Campaigns: what a file may say, what may be done when, and how days are compared.
struct CampaignTests {
  static func day(_ text: String) throws -> CalendarDate { try #require(CalendarDate(text)) }

  static func definition(_ changes: [String: JSONValue] = [:]) -> JSONValue {
    let members: [(String, JSONValue)] = [
      ("code", "winter-2025"), ("name", ["zh": "冬季攻坚", "en": "Winter"]),
      ("start", "2025-12-20"), ("end", "2026-01-05"), ("forms", ["daily"]),
      (
        "documents",
        [["number": "〔2025〕12号", "issuer": "联席办", "date": "2025-12-15"]]
      ),
    ]
    let changed = members.filter { changes[$0.0] == nil } + changes.map { ($0.key, $0.value) }
    return .object(changed.map { JSONValue.Member($0.0, $0.1) })
  }

  private static func phase(_ from: String, _ to: JSONValue) -> JSONValue {
    ["label": ["zh": "阶段", "en": ""], "from": .string(from), "to": to]
  }

  private static let wrong: [(String, JSONValue, String)] = [
    ("code", "冬", "campaign.code_malformed"), ("code", "-a", "campaign.code_malformed"),
    ("start", "2025-02-30", "unit.date_malformed"),
    ("end", "2025-12-19", "campaign.end_before_start"),
    ("days", "weekends", "campaign.days_unknown"), ("forms", [], "campaign.forms_missing"),
    ("documents", [], "campaign.documents_missing"),
    (
      "documents", [["number": " ", "issuer": "x", "date": "2025-12-15"]], "text.missing"
    ),
    ("name", ["zh": "", "en": "x"], "text.missing"),
    ("phases", [phase("2025-12-19", "2025-12-31")], "campaign.phase_outside"),
    ("phases", [phase("2025-12-20", "2026-01-06")], "campaign.phase_outside"),
    (
      "phases", [phase("2025-12-20", "2025-12-25"), phase("2025-12-25", .null)],
      "campaign.phases_cross"
    ),
    ("slogan", "x", "json.member_unknown"),
  ]

  @Test(arguments: wrong)
  func `a file with anything wrong is refused`(
    member: String, value: JSONValue, code: String
  ) {
    let refusal = #expect(throws: Refusal.self) {
      try Campaign(Self.definition([member: value]))
    }
    #expect(refusal?.code == code)
  }

  private func history(
    end: JSONValue = "2026-01-05", _ acts: [CampaignAct] = []
  ) throws -> CampaignHistory {
    let campaign = try Campaign(Self.definition(["end": end]))
    let document = try Campaign.Document(
      number: "1", issuer: "x", issued: Self.day("2025-12-15"))
    return CampaignHistory(
      campaign,
      events: try acts.map {
        CampaignEvent(
          act: $0, document: document, decidedBy: "office", day: try Self.day("2025-12-30"))
      })
  }

  private func refusal(
    _ act: CampaignAct, _ history: CampaignHistory, on day: String
  ) throws -> String? {
    let day = try Self.day(day)
    do throws(Refusal) {
      try history.check(act, on: day)
      return nil
    } catch {
      return error.code
    }
  }

  @Test func `what may not be done with a campaign is refused, and its state follows`() throws {
    let plain = try history()
    let (later, sooner) = (try Self.day("2026-01-15"), try Self.day("2025-12-31"))
    for (act, on, code) in [
      (.extend(to: later), "2025-12-19", "campaign.not_started"),
      (.end(with: sooner), "2025-12-19", "campaign.not_started"),
      (.close, "2026-01-05", "campaign.not_ended"),
      (.extend(to: try Self.day("2026-01-05")), "2025-12-30", "campaign.end_not_later"),
      (.end(with: try Self.day("2025-12-29")), "2025-12-30", "campaign.end_not_ahead"),
      (.end(with: try Self.day("2026-01-05")), "2025-12-30", "campaign.end_not_ahead"),
      (.extend(to: later), "2026-01-06", "campaign.already_ended"),
      (.end(with: later), "2026-01-06", "campaign.already_ended"),
      (.extend(to: later), "2026-01-05", nil), (.end(with: sooner), "2025-12-31", nil),
      (.close, "2026-01-06", nil),
    ] as [(CampaignAct, String, String?)] {
      #expect(try refusal(act, plain, on: on) == code, "\(act) on \(on)")
    }
    let extended = try history([.extend(to: later)])
    #expect(extended.end == later)
    #expect(extended.state(on: try Self.day("2026-01-15")) == .running)
    let ended = try history([.end(with: sooner)])
    #expect(try refusal(.end(with: sooner), ended, on: "2025-12-30") == "campaign.end_decided")
    #expect(try refusal(.extend(to: later), ended, on: "2025-12-30") == "campaign.end_decided")
    #expect(try refusal(.end(with: sooner), ended, on: "2026-01-01") == "campaign.already_ended")
    let open = try history(end: .null)
    #expect(try refusal(.extend(to: later), open, on: "2025-12-30") == "campaign.open_ended")
    #expect(try refusal(.close, open, on: "2035-12-30") == "campaign.not_ended")
    #expect(try refusal(.end(with: later), open, on: "2025-12-30") == nil)
    let closed = try history([.close])
    for act in [CampaignAct.close, .extend(to: later), .end(with: later)] {
      #expect(try refusal(act, closed, on: "2026-02-01") == "campaign.already_closed")
    }
    let states = ["2025-12-19", "2025-12-20", "2026-01-05", "2026-01-06"]
    #expect(
      try states.map { plain.state(on: try Self.day($0)) }
        == [.planned, .running, .running, .ended])
  }

  @Test func `the last phase goes on when the campaign is extended`() throws {
    let campaign = try Campaign(
      Self.definition([
        "phases": [Self.phase("2025-12-20", "2025-12-25"), Self.phase("2025-12-28", "2026-01-05")]
      ]))
    #expect(try campaign.phase(on: Self.day("2025-12-25")) == campaign.phases[0])
    #expect(try campaign.phase(on: Self.day("2025-12-26")) == nil)
    #expect(try campaign.phase(on: Self.day("2026-01-09")) == campaign.phases[1])
  }

  @Test func `forms of campaigns are due on their days only, of who takes part`() throws {
    let calendar = WorkingCalendar(exceptions: [:])
    let campaigns = [
      try history(),
      CampaignHistory(
        try Campaign(
          Self.definition([
            "code": "other", "start": "2026-01-03", "end": "2026-01-06", "days": "working",
            "units": ["B"],
          ]))),
    ]
    let days = CampaignDays(campaigns, calendar)
    func asks(_ day: String, _ unit: String?, _ form: String = "daily") throws -> Bool {
      days.asks(form, Period(.day, containing: try Self.day(day)), unit: unit)
    }
    #expect(try !asks("2025-12-19", "A") && asks("2025-12-20", "A"))
    #expect(try asks("2026-01-05", "A") && !asks("2026-01-06", "A"))
    #expect(try asks("2026-01-06", "B") && asks("2026-01-06", nil))
    #expect(try !asks("2026-01-07", nil) && asks("2026-01-07", nil, "another"))
    // 3 January 2026 is a Saturday: the working campaign does not ask, the other one does.
    #expect(!campaigns[1].covers(try Self.day("2026-01-03"), calendar))
    #expect(try asks("2026-01-03", "B"))
  }

  @Test func `windows have as many days, across the year and over weekends`() throws {
    let calendar = WorkingCalendar(exceptions: [try Self.day("2026-01-01"): false])
    let all = CampaignWindows(try history(), today: try Self.day("2026-01-03"), calendar)
    #expect(all.days.map(\.description).first == "2025-12-20")
    #expect(all.days.map(\.description).last == "2026-01-02" && all.days.count == 14)
    #expect(all.before.map(\.description).first == "2025-12-06")
    #expect(all.before.map(\.description).last == "2025-12-19" && all.before.count == 14)
    #expect(all.lastYear.map(\.description).first == "2024-12-20")
    #expect(all.lastYear.map(\.description).last == "2025-01-02")
    let over = CampaignWindows(try history(), today: try Self.day("2027-01-03"), calendar)
    #expect(over.days.last?.description == "2026-01-05")
    let working = CampaignWindows(
      CampaignHistory(try Campaign(Self.definition(["days": "working"]))),
      today: try Self.day("2026-01-03"), calendar)
    // 22–26 and 29–31 December and 2 January: nine days that are worked.
    #expect(working.days.count == 9 && working.before.first?.description == "2025-12-09")
    #expect(working.lastYear.first?.description == "2024-12-20")
    let none = CampaignWindows(try history(), today: try Self.day("2025-12-20"), calendar)
    #expect(none.days.isEmpty && none.spans.isEmpty)
  }

  /// Worked by hand: three days, unit A lacks the second now, unit B the first a year before.
  @Test func `a day that is missing on one side counts on neither`() throws {
    let windows = CampaignWindows(
      try history(), today: try Self.day("2025-12-23"), WorkingCalendar(exceptions: [:]))
    func number(_ value: Int64) -> FigureNumber? { FigureNumber(tenThousandths: value * 10_000) }
    func rows(_ values: [Int64?], from day: String) throws -> [(CalendarDate, [FigureNumber?])] {
      let first = try Self.day(day)
      return values.enumerated().compactMap { offset, value in
        value.map { (first.adding(days: offset), [number($0)]) }
      }
    }
    func unit(
      _ now: [Int64?], _ before: [Int64?], _ lastYear: [Int64?]
    ) throws -> [CalendarDate: [FigureNumber?]] {
      Dictionary(
        try rows(now, from: "2025-12-20") + rows(before, from: "2025-12-17")
          + rows(lastYear, from: "2024-12-20")
      ) { $1 }
    }
    let board = CampaignBoard(
      windows, indicators: ["X"], units: ["A", "B", "C"],
      figures: [
        "A": try unit([10, nil, 30], [20, 100, 20], [5, 5, 5]),
        "B": try unit([1, 2, 3], [1, 1, 1], [nil, 4, 4]),
      ])
    let (a, b, c, all) = (
      board.sums[0][0], board.sums[1][0], board.sums[2][0], board.totals[0]
    )
    #expect(a.cumulative == 400_000 && a.received == 2 && a.missing == 1 && a.last == number(30))
    #expect(a.before.pairs == 2 && a.before.change?.exactText == "0")
    #expect(a.lastYear.change?.exactText == "3")
    #expect(b.before.change?.exactText == "1" && b.lastYear.pairs == 2)
    #expect(b.lastYear.change?.exactText == "-0.375", "2 + 3 beside 4 + 4")
    #expect(c.received == 0 && c.last == nil && c.before.change == nil)
    #expect(all.received == 5 && all.expected == 9 && all.last == nil)
    #expect(all.lastYear.change == Fraction(45 - 18, over: 18))
    #expect(board.daily[0] == [nil, nil, nil], "C has reported nothing")
    let two = CampaignBoard(
      windows, indicators: ["X"], units: ["A", "B"],
      figures: [
        "A": try unit([10, nil, 30], [20, 100, 20], [5, 5, 5]),
        "B": try unit([1, 2, 3], [1, 1, 1], [nil, 4, 4]),
      ])
    #expect(two.daily[0] == [Fraction(11), nil, Fraction(33)])
    #expect(two.dailyLastYear[0] == [nil, Fraction(9), Fraction(9)])
  }

  @Test func `what is sealed says the gaps, and is read back`() throws {
    let windows = CampaignWindows(
      try history(), today: try Self.day("2025-12-22"), WorkingCalendar(exceptions: [:]))
    let number = FigureNumber(tenThousandths: 20_000)
    let board = CampaignBoard(
      windows, indicators: ["X"], units: ["A"],
      figures: ["A": [try Self.day("2025-12-20"): [number], try Self.day("2025-12-18"): [number]]])
    let indicator = Indicator(
      code: "X", name: BilingualText(zh: "劝阻", en: "Dissuaded"),
      unitOfMeasure: BilingualText(zh: "人次", en: "times"), decimals: 0, direction: .higher,
      kind: .flow, formula: nil)
    let summary = CampaignSummary(
      try history(), board, ["X": indicator], closing: "转入常态")
    #expect(
      summary.sentences.map(\.zh) == [
        "冬季攻坚自 2025-12-20 至 2025-12-21，共 2 天，1 个单位参加。",
        "劝阻累计 2 人次（应报 2 份，缺 1 份）；与启动前同天数相比持平（可比 1/2 份），与上年同期相比无可比数。",
      ])
    let read = try CampaignSummary.read(
      JSONValue(parsing: summary.document.canonicalBytes))
    #expect(read.sentences == summary.sentences && read.closing == "转入常态")
  }
}
