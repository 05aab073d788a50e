import LedgerDocuments
import LedgerDomain
import LedgerOperations

extension Demonstration {
  private var lists: (members: ListKey?, year: ListKey?) {
    let year = plan.publishedMonths[0].year
    return (ListKey("\(year)-1"), ListKey("\(year)-2"))
  }

  /// Issues two lists: what every member does again and again, and the year's own tasks, which are
  /// decomposed from the city to counties and townships.
  func importTasks(_ moment: InventedMoment, today: CalendarDate) async throws {
    guard let members = lists.members, let year = lists.year else { return }
    let office = try performer.by("office")
    let ledger = performer.at(moment)
    _ = try await ledger.importTasks(
      defaults.responsibilities,
      list: ResponsibilityList(
        key: members, title: "成员单位反诈工作职责清单",
        source: "\(members.year)年打击治理电信网络诈骗工作要点", issued: moment.day), by: office)
    _ = try await ledger.importTasks(
      CSVFile(name: "year.csv", text: CSVWriter.text(yearsTasks(today))),
      list: ResponsibilityList(
        key: year, title: "年度重点任务清单",
        source: "\(year.year)年第一次联席会议纪要", issued: moment.day), by: office)
  }

  /// The day from which reports come: after everything else that was done.
  private func base(_ today: CalendarDate) -> CalendarDate {
    min(today.adding(days: -1), plan.timetable.publication(plan.openMonth))
  }

  private func yearsTasks(_ today: CalendarDate) -> [[String]] {
    let (soon, far) = (today.adding(days: 40).description, today.adding(days: 150).description)
    let past = base(today).adding(days: -20).description
    var rows = [["序号", "上级任务", "任务", "牵头单位", "配合单位", "措施", "标准", "指标", "目标值", "期限"]]
    func add(
      _ number: String, _ task: String, _ lead: String, _ due: String, in parent: String = "",
      supporting: String = "", measure: String = "", standard: String = "", of: String = "",
      goal: String = ""
    ) {
      rows.append([number, parent, task, lead, supporting, measure, standard, of, goal, due])
    }
    add(
      "1", "创建无诈社区", "市委政法委（平安办）", far, supporting: "市民政局、市公安局",
      measure: "对照标准自查、验收、命名", standard: "发案下降，宣传到户", of: "个", goal: "60")
    for (position, county) in InventedCity.counties.enumerated() {
      let number = "1.\(position + 1)"
      add(
        number, "\(county.name.zh)创建无诈社区", county.code, soon, in: "1",
        measure: "每月验收一批", standard: "达标一个命名一个", of: "个", goal: "5")
      guard position == 1 else { continue }
      for (place, township) in county.townships.prefix(3).enumerated() {
        add(
          "\(number).\(place + 1)", "\(township.name.zh)创建无诈社区", county.code, soon,
          in: number, standard: "达标一个命名一个", of: "个", goal: "2")
      }
    }
    add(
      "2", "首批无诈校园验收", "市教育局", soon, supporting: "市公安局", measure: "分批验收",
      standard: "校内零发案、宣传全覆盖", of: "所", goal: "18")
    add(
      "3", "对长期不动户限制非柜面业务", "人民银行市分行", past, supporting: "金融监管分局",
      measure: "分行逐户核查，保障正常使用和申诉", standard: "应限尽限，申诉按期办结", of: "家",
      goal: "14")
    add(
      "4", "高校新生反诈第一课", "共青团市委", soon, supporting: "市教育局", standard: "新生全覆盖", of: "所",
      goal: "6")
    add(
      "5", "收银台和自助终端张贴提示", "市市场监督管理局", soon, standard: "每台一张", of: "处", goal: "800")
    add("6", "编印年度宣传资料", "市委宣传部", soon, standard: "一份海报、一个二维码、一套资料")
    add("7", "下一年度反诈经费纳入预算", "市财政局", far, standard: "足额安排")
    return rows
  }

  /// What units reported since, and what the office said to it.
  func reportTasks(today: CalendarDate) async throws {
    guard let members = lists.members, let year = lists.year else { return }
    var acts = recurring(members, today)
    let counties = InventedCity.counties
    let days = base(today)
    func add(
      _ number: String, _ slug: String, _ share: Int, _ amount: String, _ sentence: String,
      done: Bool = false, _ decision: (accept: Bool, reason: String)? = nil
    ) {
      guard let key = TaskKey(year, number) else { return }
      let span = Int(today.adding(days: -1).daysSince2000 - days.daysSince2000)
      acts.append(
        TaskAct(
          day: days.adding(days: span * share / 100), key: key, slug: slug, amount: amount,
          sentence: sentence, isDone: done, decision: decision))
    }
    for (position, county) in counties.enumerated() where position != 1 && position % 5 != 4 {
      let isDone = position % 3 == 0
      add(
        "1.\(position + 1)", county.slug, 40 + position, isDone ? "5" : "\(position % 4 + 1)",
        isDone ? "五个社区全部通过验收" : "已验收并命名一批，其余正在自查", done: isDone,
        position % 6 == 0 ? (true, "材料齐全，抽查属实") : nil)
    }
    add("1.2.1", counties[1].slug, 35, "2", "两个社区通过验收", done: true, (true, "抽查属实"))
    add("1.2.2", counties[1].slug, 60, "1", "一个社区正在自查")
    add("2", "education", 30, "7", "第一批七所学校通过验收")
    add("2", "education", 80, "11", "第二批验收结束，十一所学校达标")
    add("3", "central-bank", 55, "12", "十二家银行核查完毕，两家正在处理申诉")
    add("4", "youth", 70, "6", "六所高校新生第一课全部完成", done: true)
    add(
      "5", "market", 50, "800", "收银台和自助终端张贴完成", done: true,
      (false, "抽查两个商圈仍有缺漏，请补齐后再报"))
    add(
      "6", "publicity", 20, "", "海报、二维码、资料已印发各县（市、区）", done: true,
      (true, "实物已验收"))
    // Nothing of a unit is done before what was done before it.
    var done: [CalendarDate: Int] = [:]
    for act in acts.sorted(by: { ($0.day, $0.key) < ($1.day, $1.key) }) {
      let minute = done[act.day, default: 0] * 2
      done[act.day, default: 0] += 1
      try await perform(act, at: InventedMoment(act.day, act.day == days ? 18 : 9, minute))
    }
  }

  /// Most members report each time; some are behind.
  private func recurring(_ list: ListKey, _ today: CalendarDate) -> [TaskAct] {
    let first = base(today)
    let last = today.adding(days: -1)
    guard let lines = try? TaskFile.tasks(defaults.responsibilities, of: list, from: first) else {
      return []
    }
    var acts: [TaskAct] = []
    for (position, line) in lines.enumerated() {
      guard let recurrence = line.task.recurrence,
        let agency = InventedCity.memberAgencies.first(where: { $0.name.zh == line.task.lead })
      else { continue }
      let goal = line.task.goal?.value.description ?? ""
      func add(_ day: CalendarDate, _ amount: String, isDone: Bool, _ accept: Bool) {
        acts.append(
          TaskAct(
            day: day, key: line.task.key, slug: agency.slug, amount: amount,
            sentence: isDone ? "本期任务完成，台账备查" : "已启动，正在推进", isDone: isDone,
            decision: accept ? (true, "按标准完成") : nil))
      }
      let now = recurrence.occurrence(on: today)
      let before = recurrence.occurrence(on: now.first.adding(days: -1))
      if before.last >= first, position % 9 != 8 {
        add(max(first, before.last.adding(days: -2)), goal, isDone: true, true)
      }
      let current = max(first, now.first.adding(days: 2))
      guard current <= last else { continue }
      switch position % 4 {
      case 0: add(current, goal, isDone: true, position % 8 == 0)
      case 1, 2: add(current, "1", isDone: false, false)
      default: break
      }
    }
    return acts
  }

  private func perform(_ act: TaskAct, at moment: InventedMoment) async throws {
    let report = try await performer.at(moment).reportTask(
      TaskProgressRequest(
        task: act.key, amount: act.amount, sentence: act.sentence, isDone: act.isDone),
      by: performer.by("reporter.\(act.slug)"))
    guard let decision = act.decision else { return }
    let later = InventedMoment(act.day, 0, moment.minute + 1)
    _ = try await performer.at(later).decideTask(
      act.key, report: report.number, accept: decision.accept, reason: decision.reason,
      by: performer.by("office"))
  }
}

/// One report, and what the office said to it the same day.
private struct TaskAct {
  let day: CalendarDate
  let key: TaskKey
  let slug: String
  let amount: String
  let sentence: String
  let isDone: Bool
  let decision: (accept: Bool, reason: String)?
}
