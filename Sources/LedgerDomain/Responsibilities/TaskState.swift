/// How far a task has come; it follows from what was reported and decided, and from the day.
public enum TaskState: String, Sendable, CaseIterable {
  /// The last day is over, and nobody has said that it is done.
  case overdue
  /// The office returned what was reported.
  case returned
  /// Nothing was reported.
  case notStarted = "not_started"
  /// Something was reported.
  case underWay = "under_way"
  /// The unit says that it is done; the office has not decided.
  case done
  /// The office agrees that it is done.
  case accepted

  /// Whether nothing is left for the unit to do.
  public var isFinished: Bool { self == .done || self == .accepted }

  /// What people call it.
  public var text: BilingualText {
    switch self {
    case .overdue: BilingualText(zh: "逾期", en: "Overdue")
    case .returned: BilingualText(zh: "退回", en: "Returned")
    case .notStarted: BilingualText(zh: "未开始", en: "Not started")
    case .underWay: BilingualText(zh: "推进中", en: "Under way")
    case .done: BilingualText(zh: "已完成", en: "Done")
    case .accepted: BilingualText(zh: "销号", en: "Accepted")
    }
  }
}

/// What the office said to a report.
public struct TaskDecision: Hashable, Sendable {
  /// Whether the task is done, or not yet.
  public let isAcceptance: Bool
  /// Why.
  public let reason: String
  /// The account that decided.
  public let decidedBy: String
  /// The day.
  public let day: CalendarDate

  /// Describes a decision.
  public init(isAcceptance: Bool, reason: String, decidedBy: String, day: CalendarDate) {
    self.isAcceptance = isAcceptance
    self.reason = reason
    self.decidedBy = decidedBy
    self.day = day
  }
}

/// What a unit reported on a task, and what the office said to it.
public struct TaskReport: Hashable, Sendable {
  /// Its number among the task's reports, from 1.
  public let number: Int
  /// The unit that reports.
  public let unit: String
  /// How much is done; nil where nothing is counted.
  public let amount: FigureNumber?
  /// One sentence.
  public let sentence: String
  /// Whether the unit says that the task is done.
  public let isDone: Bool
  /// The account that reported.
  public let reportedBy: String
  /// The day.
  public let day: CalendarDate
  /// What the office said; nil while it has not.
  public let decision: TaskDecision?

  /// Describes a report.
  public init(
    number: Int, unit: String, amount: FigureNumber?, sentence: String, isDone: Bool,
    reportedBy: String, day: CalendarDate, decision: TaskDecision? = nil
  ) {
    self.number = number
    self.unit = unit
    self.amount = amount
    self.sentence = sentence
    self.isDone = isDone
    self.reportedBy = reportedBy
    self.day = day
    self.decision = decision
  }
}

/// How far a task has come, with that of everything below it.
public struct TaskStatus: Hashable, Sendable {
  /// Its state.
  public let state: TaskState
  /// The last working day on which it can be done in time; nil where none is stated.
  public let due: CalendarDate?
  /// What was reported last, in this occurrence; nil for none, and for a task with parts.
  public let latest: TaskReport?
  /// How many tasks below it have no parts of their own; 1 for such a task itself.
  public let leaves: Int
  /// How many of them are finished.
  public let finished: Int
  /// How much is done, summed over the leaves that count the same; nil where nothing is counted.
  public let amount: FigureNumber?

  /// The share of leaves that are finished, exact.
  public var share: Fraction { Fraction(Int128(finished), over: Int128(max(leaves, 1))) }
}

extension ListedTask {
  /// How far a task without parts has come.
  ///
  /// Of a task that recurs the occurrence counts that the day lies in, or the one before while its
  /// last day is not over and it is not done; while the current one is not done, an earlier one
  /// that nobody finished makes it overdue. A last day that is not worked moves to the next day
  /// that is.
  func status(
    _ reports: [TaskReport], issued: CalendarDate, today: CalendarDate, _ calendar: WorkingCalendar
  ) -> TaskStatus {
    var (current, last) = (reports, due)
    var (isLate, lateSince) = (false, CalendarDate?.none)
    if let recurrence {
      let own = byOccurrence(reports, issued: issued, calendar)
      let now = recurrence.occurrence(on: today)
      current = own[now.first] ?? []
      last = now.last
      let before = recurrence.occurrence(on: now.first.adding(days: -1))
      let isBehind = before.last >= issued && own[before.first]?.last?.isOpen ?? true
      // What was done for the one before after its month still stands there on that last day.
      let wasLate = own[before.first]?.last.map { $0.day >= now.first } ?? false
      let isStillShown = isBehind || wasLate && own[now.first] == nil
      if isStillShown, calendar.onOrAfter(before.last) >= today {
        current = own[before.first] ?? []
        last = before.last
      } else {
        (isLate, lateSince) = (isBehind, before.last)
      }
    }
    if isLate, current.last?.isOpen ?? true { last = lateSince }
    let due = last.map(calendar.onOrAfter)
    isLate = isLate || due.map { $0 < today } ?? false
    let latest = current.last
    let state: TaskState
    if let latest, !latest.isOpen {
      state = latest.decision == nil ? .done : .accepted
    } else if isLate {
      state = .overdue
    } else {
      state = latest.map { $0.decision == nil ? .underWay : .returned } ?? .notStarted
    }
    return TaskStatus(
      state: state, due: due, latest: latest, leaves: 1, finished: state.isFinished ? 1 : 0,
      amount: latest?.amount)
  }
}

extension TaskReport {
  /// Whether something is left to do after it.
  var isOpen: Bool { decision.map { !$0.isAcceptance } ?? !isDone }
}
