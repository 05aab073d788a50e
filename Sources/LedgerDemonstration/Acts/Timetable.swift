import LedgerDomain

/// A moment by the city's clocks (UTC+8), to the minute.
struct InventedMoment: Hashable, Comparable, Sendable {
  let day: CalendarDate
  let minute: Int

  init(_ day: CalendarDate, _ hour: Int, _ minute: Int = 0) {
    self.day = day
    self.minute = hour * 60 + minute
  }

  static func < (left: InventedMoment, right: InventedMoment) -> Bool {
    (left.day, left.minute) < (right.day, right.minute)
  }
}

/// When a month's work is done.
struct Timetable: Sendable {
  let calendar: WorkingCalendar

  /// The so-manieth working day after a month.
  func workingDay(_ number: Int, after month: Month) -> CalendarDate {
    calendar.workingDay(number, after: month.lastDay)
  }

  /// The day on which the month is closed: the ninth, or the next working day, and not before the
  /// fifth working day.
  func closing(_ month: Month) -> CalendarDate {
    let eighth = month.adding(months: 1).firstDay.adding(days: 7)
    return max(calendar.workingDay(1, after: eighth), workingDay(5, after: month))
  }

  /// The day on which the second person publishes.
  func publication(_ month: Month) -> CalendarDate {
    calendar.workingDay(1, after: closing(month))
  }

  /// The day on which a correction of a published month is published.
  func correction(_ month: Month) -> CalendarDate {
    calendar.workingDay(6, after: closing(month))
  }

  /// The day on which the ledger was taken into use, before its first month ended.
  func start(_ first: Month) -> CalendarDate {
    calendar.workingDay(1, after: first.firstDay.adding(days: 8))
  }
}
