import LedgerDomain
import LedgerOperations
import LedgerStore

extension Demonstration {
  /// What the ledger is left with: a joint meeting each quarter with resolutions, one dispatch
  /// meeting of the counties, and one meeting that is called and not yet held.
  ///
  /// Held after a month's publication and before anything of the next month is reported, so that no
  /// unit does something before what it did already.
  func meet(after month: Month) async throws -> HeldMeeting? {
    // The last month is corrected in the days in which its meeting would be held.
    guard month < plan.openMonth.adding(months: -1) else { return nil }
    let day = plan.timetable.publication(month)
    if month.number.isMultiple(of: 3) {
      let quarter = month.number / 3
      return try await hold(
        InventedMeeting(
          title: "\(month.year)年第\(["一", "二", "三", "四"][quarter - 1])季度联席会议",
          cadence: .quarter, called: day, invited: Self.everybody,
          resolutions: Self.resolutions(quarter)))
    }
    if month == plan.returnedMonth {
      return try await hold(
        InventedMeeting(
          title: "\(month.number)月份工作调度会", cadence: .month, called: day,
          invited: InventedCity.counties.map(\.code), resolutions: []))
    }
    return nil
  }

  /// Calls the next joint meeting on the last day before today.
  func callNextMeeting(today: CalendarDate) async throws {
    let ledger = performer.at(InventedMoment(today.adding(days: -1), 21))
    let meeting = try await ledger.draftMeeting(
      MeetingPlan(
        title: "专题联席会议（跨部门资金止付）", cadence: .event,
        day: plan.timetable.calendar.workingDay(5, after: today), place: "市政府三楼会议室",
        invited: Self.everybody), by: performer.by("office"))
    _ = try await ledger.addAgendaItem(
      "止付、冻结和返还的衔接流程", unit: nil, to: meeting.key, by: performer.by("office"))
    _ = try await ledger.takeMeetingStep(.call, of: meeting.key, by: performer.by("director"))
  }

  private static let everybody =
    InventedCity.counties.map(\.code) + InventedCity.memberAgencies.map(\.code)

  private static func resolutions(_ quarter: Int) -> [(words: String, slug: String)] {
    switch quarter {
    case 1:
      [("银行网点劝阻流程统一一遍，逐家核对", "central-bank"), ("开学前后校园宣讲全覆盖", "education")]
    case 2:
      [("暑期学生反诈提醒发到每个班级", "education"), ("毕业季兼职骗局专题提示", "publicity")]
    case 3:
      [("农忙后进村宣讲方案定稿并下发", "publicity"), ("收银台提示卡补齐", "market")]
    default:
      [("年度责任清单落实情况自查", "political-legal"), ("春节前返乡人员集中宣传", "publicity")]
    }
  }

  private func hold(_ invented: InventedMeeting) async throws -> HeldMeeting {
    let calendar = plan.timetable.calendar
    let called = performer.at(InventedMoment(invented.called, 16, 30))
    let day = calendar.workingDay(1, after: invented.called)
    let office = try performer.by("office")
    var meeting = try await called.draftMeeting(
      MeetingPlan(
        title: invented.title, cadence: invented.cadence, day: day, place: "市政府三楼会议室",
        invited: invented.invited), by: office)
    let key = meeting.key
    meeting = try await called.addAgendaItem("下步工作安排", unit: nil, to: key, by: office)
    // What the ledger proposes is much; the office keeps the first, and its own item last.
    let order = meeting.agenda.prefix(4).map(\.number) + meeting.agenda.suffix(1).map(\.number)
    var known: Set<Int> = []
    meeting = try await called.orderAgenda(
      order.filter { known.insert($0).inserted }, of: key, over: meeting.agendaVersion, by: office)
    _ = try await called.takeMeetingStep(.call, of: key, by: performer.by("director"))
    try await record(invented, key, on: day)
    return HeldMeeting(invented: invented, key: key, day: day)
  }

  private func record(
    _ invented: InventedMeeting, _ key: MeetingKey, on day: CalendarDate
  ) async throws {
    let (start, end) = (InventedMoment(day, 9), InventedMoment(day, 11, 30))
    let office = try performer.by("office")
    let meeting = try await performer.at(start).takeMeetingStep(.start, of: key, by: office)
    var attendance: [MeetingAttendance] = []
    for (position, unit) in invented.invited.enumerated() {
      attendance.append(
        try MeetingAttendance(
          unit: unit, isPresent: position % 13 != 12,
          posts: position % 13 == 12 ? "" : position % 3 == 0 ? "分管负责人、联络员" : "分管负责人"))
    }
    let ledger = performer.at(end)
    _ = try await ledger.keepAttendance(
      attendance, of: key, over: meeting.attendanceVersion, by: office)
    for item in meeting.agenda {
      let words =
        item.content.kind == AgendaKind.own.rawValue
        ? "按议定事项抓好落实，联席办每月调度一次。"
        : "听取情况说明，分析原因。责任单位一周内拿出整改措施，联席办跟踪。"
      _ = try await ledger.keepMinutes(
        words, on: item.number, of: key, over: item.minutesVersion, by: office)
    }
    for resolution in invented.resolutions {
      guard let item = meeting.agenda.last?.number,
        let lead = InventedCity.memberAgencies.first(where: { $0.slug == resolution.slug })
      else { continue }
      _ = try await ledger.resolve(
        ResolutionRequest(
          item: item, words: resolution.words, lead: lead.code, due: day.adding(days: 60)),
        in: key, by: office)
    }
    _ = try await ledger.takeMeetingStep(.close, of: key, by: office)
  }

  /// Most units pass a meeting on within days, some late, some not at all; the leads of resolutions
  /// report before the month ends.
  ///
  /// Counties say so when their cases of the month are worked on, agencies before they report what
  /// they do every month: nobody's chain goes back.
  func passOn(_ held: HeldMeeting) async throws {
    let (invented, key, day) = (held.invented, held.key, held.day)
    let slugs =
      InventedCity.counties.map { ($0.code, $0.slug) }
      + InventedCity.memberAgencies.map { ($0.code, $0.slug) }
    let monthEnd = Month(containing: day).lastDay
    let last = monthEnd.adding(days: -3)
    for (position, (unit, slug)) in slugs.enumerated() where position % 7 != 6 {
      guard invented.invited.contains(unit) else { continue }
      let late = position % 5 == 4 ? 9 : 1 + position % 4
      let relayed = min(day.adding(days: late), last)
      let formed = position % 3 == 0 ? min(relayed.adding(days: 2), last) : nil
      let reported = unit.hasPrefix("990100") ? last : monthEnd
      _ = try await performer.at(InventedMoment(reported, 17)).relayMeeting(
        key, unit: unit, relayed: relayed, groupFormed: formed, by: performer.by("reporter.\(slug)")
      )
    }
    let shown = try await performer.ledger.meeting(key, by: performer.by("office")).meeting
    for (resolution, invented) in zip(shown.standing, invented.resolutions) {
      guard let task = resolution.task else { continue }
      let ledger = performer.at(InventedMoment(last, 17, 30))
      let report = try await ledger.reportTask(
        TaskProgressRequest(task: task, sentence: "已按会议要求办结", isDone: true),
        by: performer.by("reporter.\(invented.slug)"))
      _ = try await performer.at(InventedMoment(last, 17, 45)).decideTask(
        task, report: report.number, accept: true, reason: "材料齐全", by: performer.by("office"))
    }
  }
}

/// A meeting that was held, before it is passed on.
struct HeldMeeting: Sendable {
  fileprivate let invented: InventedMeeting
  let key: MeetingKey
  let day: CalendarDate
}

/// A meeting of the demonstration.
private struct InventedMeeting: Sendable {
  let title: String
  let cadence: MeetingCadence
  let called: CalendarDate
  let invited: [String]
  let resolutions: [(words: String, slug: String)]
}
