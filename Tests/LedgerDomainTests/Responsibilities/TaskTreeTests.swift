import LedgerDomain
import Testing

/// How far tasks have come: from what was reported, the day, and what they are decomposed into.
struct TaskTreeTests {
  private func day(_ text: String) throws -> CalendarDate { try #require(CalendarDate(text)) }

  private func key(_ number: String) throws -> TaskKey {
    try #require(TaskKey("2026-1-" + number))
  }

  private func task(
    _ number: String, in parent: String? = nil, due: String? = "2026-06-30",
    _ change: (inout ListedTask) -> Void = { _ in }
  ) throws -> ListedTask {
    var task = ListedTask(
      key: try key(number), validFrom: try day("2026-01-05"), words: "宣传", lead: "A")
    task.parent = parent
    task.due = try due.map(day)
    change(&task)
    return task
  }

  private func report(
    _ number: Int, _ when: String, done: Bool = false, amount: Int64? = nil,
    _ accepted: Bool? = nil
  ) throws -> TaskReport {
    let day = try day(when)
    return TaskReport(
      number: number, unit: "A",
      amount: amount.flatMap { FigureNumber(tenThousandths: $0 * 10_000) }, sentence: "x",
      isDone: done, reportedBy: "reporter", day: day,
      decision: accepted.map {
        TaskDecision(isAcceptance: $0, reason: "x", decidedBy: "office", day: day)
      })
  }

  private func statuses(
    _ tasks: [ListedTask], _ reports: [String: [TaskReport]] = [:], on today: String,
    _ calendar: WorkingCalendar = WorkingCalendar(exceptions: [:])
  ) throws -> [TaskKey: TaskStatus] {
    var byKey: [TaskKey: [TaskReport]] = [:]
    for (number, list) in reports { byKey[try key(number)] = list }
    let list = try #require(ListKey("2026-1"))
    return TaskTree(tasks, on: try day(today)).statuses(
      byKey, issued: [list: try day("2026-01-05")], today: try day(today), calendar: calendar)
  }

  private func state(
    _ task: ListedTask, _ reports: [TaskReport], on today: String
  ) throws -> TaskState? {
    try statuses([task], [task.key.number: reports], on: today)[task.key]?.state
  }

  @Test func `a decomposition with a circle or without a beginning is refused`() throws {
    let today = try day("2026-03-01")
    func refusal(_ tasks: [ListedTask]) -> String? {
      do throws(Refusal) {
        try TaskTree(tasks, on: today).check()
        return nil
      } catch { return error.code }
    }
    #expect(refusal([try task("1", in: "1")]) == "task.circle")
    let ring = [try task("1", in: "3"), try task("2", in: "1"), try task("3", in: "2")]
    #expect(refusal(ring) == "task.circle")
    #expect(refusal([try task("1", in: "9")]) == "task.parent_unknown")
    #expect(refusal([try task("1"), try task("1.1", in: "1"), try task("2")]) == nil)
    // Nothing hangs on a ring that is there nevertheless.
    #expect(try statuses(ring, on: "2026-03-01").count == 3)
  }

  @Test func `the state of a task follows from its reports and the day`() throws {
    let task = try task("1")
    #expect(try state(task, [], on: "2026-06-30") == .notStarted)
    #expect(try state(task, [], on: "2026-07-01") == .overdue)
    let begun = try report(1, "2026-03-02")
    #expect(try state(task, [begun], on: "2026-06-30") == .underWay)
    #expect(try state(task, [begun], on: "2026-07-01") == .overdue)
    let done = try report(2, "2026-07-03", done: true)
    #expect(try state(task, [begun, done], on: "2026-07-04") == .done)
    let returned = try report(2, "2026-05-03", done: true, false)
    #expect(try state(task, [begun, returned], on: "2026-06-01") == .returned)
    #expect(try state(task, [begun, returned], on: "2026-07-01") == .overdue)
    let accepted = try report(3, "2026-06-03", done: true, true)
    #expect(try state(task, [begun, returned, accepted], on: "2027-01-01") == .accepted)
    let endless = try self.task("1", due: nil)
    #expect(try state(endless, [], on: "2030-01-01") == .notStarted)
  }

  @Test func `a last day that is not worked moves to the next day that is`() throws {
    // Saturday the 27th; Monday is a holiday, Tuesday is not.
    let calendar = WorkingCalendar(exceptions: [try day("2026-06-29"): false])
    let task = try task("1", due: "2026-06-27")
    let status = try statuses([task], on: "2026-06-30", calendar)[task.key]
    #expect(status?.due == CalendarDate("2026-06-30") && status?.state == .notStarted)
    #expect(try statuses([task], on: "2026-07-01", calendar)[task.key]?.state == .overdue)
  }

  @Test func `a task that recurs starts anew, and is overdue while one before is not done`() throws
  {
    let task = try task("1", due: nil) { $0.recurrence = .month }
    #expect(try state(task, [], on: "2026-01-20") == .notStarted)
    let january = try report(1, "2026-01-28", done: true)
    #expect(try state(task, [january], on: "2026-01-31") == .done)
    #expect(try state(task, [january], on: "2026-02-02") == .notStarted)
    // January ends on a Saturday: Monday is its last day.
    #expect(try state(task, [], on: "2026-02-02") == .notStarted)
    let late = try statuses([task], on: "2026-02-03")[task.key]
    #expect(late?.state == .overdue && late?.due == CalendarDate("2026-02-02"))
    #expect(try state(task, [try report(1, "2026-02-03")], on: "2026-02-03") == .overdue)
    #expect(try state(task, [try report(1, "2026-02-04", done: true)], on: "2026-02-05") == .done)
    let quarter = Recurrence.quarter.occurrence(on: try day("2026-05-14"))
    #expect("\(quarter.first) \(quarter.last)" == "2026-04-01 2026-06-30")
    let week = Recurrence.week.occurrence(on: try day("2026-03-01"))
    #expect("\(week.first) \(week.last)" == "2026-02-23 2026-03-01")
  }

  @Test func `a task is what its parts are, and counts them exactly`() throws {
    func count(_ task: inout ListedTask) {
      task.indicator = "PUB_EVENT_CNT"
      task.goal = TaskGoal(kind: .atLeast, value: .zero)
    }
    let tasks = [
      try task("1", due: "2026-12-31", count), try task("1.1", in: "1", count),
      try task("1.2", in: "1", count), try task("1.10", in: "1.2", count),
      try task("1.11", in: "1.2") { $0.indicator = "OTHER" },
    ]
    let reports = [
      "1.1": [try report(1, "2026-03-01", done: true, amount: 7, true)],
      "1.10": [try report(1, "2026-03-01", amount: 5)],
      "1.11": [try report(1, "2026-03-01", done: true, amount: 99)],
    ]
    let all = try statuses(tasks, reports, on: "2026-04-01")
    let top = try #require(all[key("1")])
    #expect(top.leaves == 3 && top.finished == 2 && top.share == Fraction(2, over: 3))
    #expect(top.state == .underWay && top.amount?.description == "12")
    #expect(try statuses(tasks, reports, on: "2026-07-01")[key("1")]?.state == .overdue)
    let paper = TaskTree(tasks, on: try day("2026-04-01")).all.map(\.key.number)
    #expect(paper == ["1", "1.1", "1.2", "1.10", "1.11"])
  }

  @Test func `a later version counts from its day`() throws {
    var other = try task("1")
    other = ListedTask(key: other.key, validFrom: try day("2026-05-01"), words: "x", lead: "B")
    let versions = [other, try task("1")]
    #expect(TaskTree(versions, on: try day("2026-04-30"))[other.key]?.lead == "A")
    #expect(TaskTree(versions, on: try day("2026-05-01"))[other.key]?.lead == "B")
  }

  @Test func `a thousand tasks in ten levels roll up exactly`() throws {
    var tasks: [ListedTask] = []
    var reports: [String: [TaskReport]] = [:]
    var leaves: Set<Int> = []
    var random = SplitMix64(seed: 20_260_301)
    var levels = [1: 1]
    for number in 1...1_000 {
      // The first ten stand below each other; the others hang anywhere above the tenth level.
      var parent = number <= 10 ? number - 1 : 0
      while number > 10, parent == 0 || levels[parent] == 10 {
        parent = Int(random.next() % UInt64(number - 1)) + 1
      }
      levels[number] = number == 1 ? 1 : (levels[parent] ?? 0) + 1
      tasks.append(try task("\(number)", in: number == 1 ? nil : "\(parent)"))
      leaves.insert(number)
      leaves.remove(parent)
    }
    var finished = 0
    for number in leaves where number % 3 != 0 {
      reports["\(number)"] = [try report(1, "2026-03-01", done: true, number.isMultiple(of: 2))]
      if number.isMultiple(of: 2) { finished += 1 }
    }
    #expect(levels.values.max() == 10)
    let clock = ContinuousClock()
    var all: [TaskKey: TaskStatus] = [:]
    let time = try clock.measure { all = try statuses(tasks, reports, on: "2026-04-01") }
    print("1,000 tasks: \(time)")
    let top = try #require(all[key("1")])
    #expect(all.count == 1_000)
    #expect(top.leaves == leaves.count && top.finished == finished)
    #expect(top.state == .returned)
    #expect(top.share == Fraction(Int128(finished), over: Int128(leaves.count)))
  }

  @Test func `a report by the moved last day belongs to the occurrence that it was due for`() throws
  {
    let task = try task("1", due: nil) { $0.recurrence = .month }
    // January ends on a Saturday: what is done on Monday is January's.
    let monday = try report(1, "2026-02-02", done: true)
    #expect(try statuses([task], ["1": [monday]], on: "2026-02-02")[task.key]?.state == .done)
    let next = try statuses([task], ["1": [monday]], on: "2026-02-03")[task.key]
    #expect(next?.state == .notStarted && next?.due == CalendarDate("2026-03-02"))
    let twice = [monday, try report(2, "2026-02-02", done: true)]
    #expect(try state(task, twice, on: "2026-02-20") == .done)
  }

  @Test func `a duty counts for who answers, in the month of its last day, done by then or not`()
    throws
  {
    let tasks = [
      try task("1", due: nil) {
        $0.recurrence = .month
        $0.responsible = ["B"]
      },
      try task("2", due: "2026-01-31"), try task("3", due: "2026-02-27"),
      try task("4", due: "2026-01-30"), try task("4.1", in: "4", due: "2026-01-30"),
    ]
    let january = try day("2026-01-01")...day("2026-01-31")
    func counts(_ reports: [String: [TaskReport]]) throws -> [String: DutyCount] {
      var byKey: [TaskKey: [TaskReport]] = [:]
      for (number, list) in reports { byKey[try key(number)] = list }
      return TaskTree(tasks, on: january.upperBound).duties(
        byKey, issued: [try #require(ListKey("2026-1")): try day("2026-01-05")],
        endingIn: january, calendar: WorkingCalendar(exceptions: [:]))
    }
    let none = try counts([:])
    #expect(none["A"]?.due.map(\.task.number) == ["1", "2", "4.1"] && none["A"]?.done == 0)
    #expect(none["B"]?.due.map(\.task.number) == ["1"])
    let some = try counts([
      "1": [report(1, "2026-02-02", done: true)], "2": [report(1, "2026-02-03", done: true)],
      "4.1": [report(1, "2026-01-20", done: true, false)],
    ])
    #expect(some["A"]?.late.map(\.task.number) == ["2", "4.1"] && some["B"]?.done == 1)
    #expect(some["A"]?.late.first?.last == CalendarDate("2026-02-02"))
  }
}
