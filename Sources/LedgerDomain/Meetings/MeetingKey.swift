/// Which meeting: the year and its number in it, written `2026-3`.
public struct MeetingKey: Hashable, Comparable, Sendable {
  /// The year for which it was drafted.
  public let year: Int
  /// Its number in the year, from 1.
  public let number: Int

  /// Reads `2026-3`; nil for anything else.
  public init?(_ text: String) {
    guard let key = ListKey(text) else { return nil }
    year = key.year
    number = key.number
  }

  /// The earlier year first, in a year the smaller number.
  public static func < (left: MeetingKey, right: MeetingKey) -> Bool {
    (left.year, left.number) < (right.year, right.number)
  }
}

extension MeetingKey: CustomStringConvertible {
  /// `2026-3`.
  public var description: String { "\(year)-\(number)" }
}

/// How often a meeting is held: 日、周、月、季、次.
public enum MeetingCadence: String, Sendable, CaseIterable {
  case day
  case week
  case month
  case quarter
  /// Whenever there is a reason.
  case event

  /// The day of the next one, moved to a day that is worked; nil where none follows by itself.
  ///
  /// A month after the 31st is the last day of a shorter month.
  public func next(after day: CalendarDate, _ calendar: WorkingCalendar) -> CalendarDate? {
    switch self {
    case .day: calendar.workingDay(1, after: day)
    case .week: calendar.onOrAfter(day.adding(days: 7))
    case .month: calendar.onOrAfter(Self.adding(months: 1, to: day))
    case .quarter: calendar.onOrAfter(Self.adding(months: 3, to: day))
    case .event: nil
    }
  }

  private static func adding(months: Int, to day: CalendarDate) -> CalendarDate {
    let month = Month(containing: day).adding(months: months)
    let length = CalendarDate.length(ofMonth: month.number, year: month.year)
    return CalendarDate(
      prolepticYear: month.year, month: month.number, day: min(day.components.day, length))
  }

  /// What people call it.
  public var text: BilingualText {
    switch self {
    case .day: BilingualText(zh: "每日", en: "daily")
    case .week: BilingualText(zh: "每周", en: "weekly")
    case .month: BilingualText(zh: "每月", en: "monthly")
    case .quarter: BilingualText(zh: "每季", en: "quarterly")
    case .event: BilingualText(zh: "按需（一事一议）", en: "per event")
    }
  }
}
