/// A day that differs from the week: a holiday, or a weekend day that is worked.
public struct CalendarDay: Hashable, Sendable {
  /// The day.
  public let day: CalendarDate
  /// Whether it is worked.
  public let isWorking: Bool
  /// What people call it.
  public let name: String

  /// States a day.
  public init(day: CalendarDate, isWorking: Bool, name: String) {
    self.day = day
    self.isWorking = isWorking
    self.name = name
  }
}

/// Which days are worked: Monday to Friday, but for stated exceptions.
public struct WorkingCalendar: Sendable {
  private let exceptions: [CalendarDate: Bool]

  /// Takes the days that differ from the week; true for a day that is worked.
  public init(exceptions: [CalendarDate: Bool]) {
    self.exceptions = exceptions
  }

  /// Whether a day is worked.
  public func isWorking(_ day: CalendarDate) -> Bool { exceptions[day] ?? (day.weekday <= 5) }

  /// The day itself where it is worked, the next one that is otherwise.
  public func onOrAfter(_ day: CalendarDate) -> CalendarDate {
    isWorking(day) ? day : workingDay(1, after: day)
  }

  /// The so-manieth working day after a day; at most 3,000 days are searched.
  public func workingDay(_ count: Int, after day: CalendarDate) -> CalendarDate {
    var date = day
    var left = count
    for _ in 0..<3_000 where left > 0 {
      date = date.adding(days: 1)
      if isWorking(date) { left -= 1 }
    }
    return date
  }
}
