import LedgerDomain
import LedgerOperations
import LedgerStore

extension Demonstration {
  /// Works on every open case after a month's decisions, to the end of the calendar month: counties
  /// answer in time, the office meets them and checks again, a listing is accepted at its end.
  ///
  /// The first step that the director takes a county to is objected to, and rightly; the first
  /// county that is interviewed has not done enough, so that it is listed.
  func followCases(after month: Month, notBefore earliest: InventedMoment?) async throws {
    let last = plan.publishedMonths[plan.publishedMonths.count - 1]
    guard month < last else { return }
    let day = plan.timetable.publication(month)
    let evening = performer.at(InventedMoment(day, 14, 50))
    let found = try await evening.escalations(of: InventedCity.code, by: performer.by("office"))
    let all = found.units.flatMap(\.decisions).filter {
      $0.decision.isAccepted && $0.decision.move == .enter
    }
    func isFirst(_ known: StepCase, of role: Role, move number: Int) -> Bool {
      let same = all.filter { $0.decision.to == number }
      let first = same.min {
        ($0.decision.day, $0.unit) < ($1.decision.day, $1.unit)
      }
      return first?.unit == known.key.unit && first?.decision.number == known.key.number
    }
    var acts: [CaseAct] = []
    for unit in found.units {
      guard let known = unit.openCase else { continue }
      let isObjected = known.step.number == 2 && isFirst(known, of: .director, move: 2)
      let fails = known.step.number == 3 && isFirst(known, of: .leader, move: 3)
      acts += CaseActs(known, from: day, calendar: plan.timetable.calendar)
        .acts(isObjected: isObjected, fails: fails)
    }
    let end = Month(containing: day).lastDay
    for act in acts.sorted(by: CaseAct.precedes) where act.moment.day <= end {
      let moment = earliest.map { max($0, act.moment) } ?? act.moment
      _ = try await performer.at(moment).record(act.request, by: performer.by(act.account))
    }
  }
}

/// One act in a case, by whom and when.
struct CaseAct {
  let moment: InventedMoment
  let account: String
  let request: CaseEventRequest

  static func precedes(_ left: CaseAct, _ right: CaseAct) -> Bool {
    (left.moment, left.request.key.unit) < (right.moment, right.request.key.unit)
  }
}

/// What happens in one case after a day.
private struct CaseActs {
  let known: StepCase
  let day: CalendarDate
  let calendar: WorkingCalendar
  private let county: String

  init(_ known: StepCase, from day: CalendarDate, calendar: WorkingCalendar) {
    self.known = known
    self.day = day
    self.calendar = calendar
    let unit = InventedCity.counties.first { $0.code == known.key.unit }
    county = "reporter.\(unit?.slug ?? "")"
  }

  func acts(isObjected: Bool, fails: Bool) -> [CaseAct] {
    let isNew = known.decision.day == day
    if isNew, isObjected { return objection }
    switch known.step.number {
    case 1 where isNew: return [answer(.reply, 3, "已逐条分析原因，压实到所到镇", "函")]
    case 2 where isNew: return [answer(.plan, 6, "已定整改方案，分三步落实", "方案")]
    case 3 where isNew: return interview
    case 3 where !known.events.contains { $0.kind.deed == .recheck }: return recheck(fails)
    case 4: return listing
    default: return []
    }
  }

  private var objection: [CaseAct] {
    [
      act(2, 10, county, .objection, "当月有一起案件应归邻县，请复核", evidence: "函"),
      act(4, 16, "leader", .objectionUpheld, "经复核案件归属有误，予以撤销", evidence: "复核"),
    ]
  }

  private var interview: [CaseAct] {
    [
      act(
        4, 9, "office", .interview, "指出三项问题，限期整改", evidence: "纪要",
        post: "联席会议召集人", place: "市政府会议室"),
      answer(.report, 9, "三项问题已整改，附台账", "报告"),
    ]
  }

  /// In the month after the report.
  private func recheck(_ fails: Bool) -> [CaseAct] {
    [
      act(
        5, 15, "office", fails ? .recheckFailed : .recheckPassed,
        fails ? "抽查发现预警劝阻仍有空档" : "抽查属实，整改到位", evidence: "复查")
    ]
  }

  private var listing: [CaseAct] {
    var acts = [answer(.progress, 6, "按月推进整改，重点镇已驻点", "月报")]
    if let days = known.acceptanceDays,
      !known.events.contains(where: { $0.kind.deed == .acceptance && days.contains($0.heldOn) })
    {
      let held = max(days.lowerBound, calendar.workingDay(1, after: day))
      guard held <= days.upperBound else { return acts }
      acts.append(
        CaseAct(
          moment: InventedMoment(held, 15, 30), account: "office",
          request: CaseEventRequest(
            known.key, .acceptancePassed, words: "指标和责任逐项验收合格",
            evidence: number("验收"))))
    }
    return acts
  }

  private func answer(
    _ kind: CaseEvent.Kind, _ days: Int, _ words: String, _ paper: String
  ) -> CaseAct {
    act(days, 11, county, kind, words, evidence: paper)
  }

  private func act(
    _ days: Int, _ hour: Int, _ account: String, _ kind: CaseEvent.Kind, _ words: String,
    evidence: String, post: String = "", place: String = ""
  ) -> CaseAct {
    CaseAct(
      moment: InventedMoment(calendar.workingDay(days, after: day), hour), account: account,
      request: CaseEventRequest(
        known.key, kind, words: words, evidence: number(evidence), presidingPost: post,
        place: place))
  }

  private func number(_ paper: String) -> String {
    "\(paper)〔\(day.components.year)〕\(day.components.month)号"
  }
}
