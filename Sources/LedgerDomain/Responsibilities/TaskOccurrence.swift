/// One time that a task is to be done: once, or each week, month or quarter.
struct TaskOccurrence: Hashable, Sendable {
  /// The first day of it; nil for a task that is done once.
  let first: CalendarDate?
  /// Its last day as the list states it.
  let last: CalendarDate
}

extension ListedTask {
  /// The occurrences whose last day lies in a span and not before the list was issued.
  func occurrences(
    endingIn span: ClosedRange<CalendarDate>, issued: CalendarDate
  ) -> [TaskOccurrence] {
    guard let recurrence else {
      return due.map { [TaskOccurrence(first: nil, last: $0)] }?
        .filter { span.contains($0.last) && $0.last >= issued } ?? []
    }
    var occurrences: [TaskOccurrence] = []
    var next = recurrence.occurrence(on: span.lowerBound)
    while next.last <= span.upperBound {
      if next.last >= issued {
        occurrences.append(TaskOccurrence(first: next.first, last: next.last))
      }
      next = recurrence.occurrence(on: next.last.adding(days: 1))
    }
    return occurrences
  }

  /// The reports of each occurrence, by its first day; all of them below nil for a task that is
  /// done once.
  ///
  /// A report belongs to the occurrence that its day lies in; while the one before is not done and
  /// its last day, moved to a day that is worked, is not over, to that one.
  func byOccurrence(
    _ reports: [TaskReport], issued: CalendarDate, _ calendar: WorkingCalendar
  ) -> [CalendarDate?: [TaskReport]] {
    guard let recurrence else { return [nil: reports] }
    var occurrences: [CalendarDate?: [TaskReport]] = [:]
    for report in reports {
      let now = recurrence.occurrence(on: report.day)
      let before = recurrence.occurrence(on: now.first.adding(days: -1))
      let isStillDue =
        before.last >= issued && calendar.onOrAfter(before.last) >= report.day
        && occurrences[before.first]?.last?.isOpen ?? true
      occurrences[isStillDue ? before.first : now.first, default: []].append(report)
    }
    return occurrences
  }
}

/// One time that a unit had to do a task.
public struct Duty: Hashable, Sendable {
  /// The task.
  public let task: TaskKey
  /// Until when it could be done in time, moved to a day that is worked.
  public let last: CalendarDate

  /// States a duty.
  public init(task: TaskKey, last: CalendarDate) {
    self.task = task
    self.last = last
  }
}

/// How many of a unit's tasks were due in a span of days, and which were done by then.
public struct DutyCount: Hashable, Sendable {
  /// The tasks that were due, each as often as it was, in the order of the paper.
  public internal(set) var due: [Duty] = []
  /// Those of them that were not done by their last day.
  public internal(set) var late: [Duty] = []

  /// Nothing was due.
  public init() {}

  /// How many were done in time.
  public var done: Int { due.count - late.count }
}

extension TaskTree {
  /// What units that lead or are responsible had to do whose last day lies in a span, and what was
  /// done by then.
  ///
  /// Counts tasks without parts only: one that is decomposed is what its parts are. The last day
  /// that the list states says to which span a task belongs; until when it can be done in time, the
  /// calendar says. What the office returned was not done.
  public func duties(
    _ reports: [TaskKey: [TaskReport]], issued: [ListKey: CalendarDate],
    endingIn span: ClosedRange<CalendarDate>, calendar: WorkingCalendar
  ) -> [String: DutyCount] {
    var counts: [String: DutyCount] = [:]
    for task in all where parts(of: task.key).isEmpty {
      let start = issued[task.key.list] ?? task.validFrom
      let due = task.occurrences(endingIn: span, issued: start)
      guard !due.isEmpty else { continue }
      let own = task.byOccurrence(reports[task.key] ?? [], issued: start, calendar)
      for occurrence in due {
        let last = calendar.onOrAfter(occurrence.last)
        let report = own[occurrence.first]?.last { $0.day <= last }
        for unit in task.reporting {
          let duty = Duty(task: task.key, last: last)
          counts[unit, default: DutyCount()].due.append(duty)
          if report?.isOpen ?? true { counts[unit]?.late.append(duty) }
        }
      }
    }
    return counts
  }
}
