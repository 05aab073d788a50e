/// A day of the Gregorian calendar, without a time zone.
public struct CalendarDate: Hashable, Comparable, Sendable {
  /// Days since 2000-01-01, PostgreSQL's own count.
  public let daysSince2000: Int32

  /// Creates a date from PostgreSQL's day count.
  public init(daysSince2000: Int32) {
    self.daysSince2000 = daysSince2000
  }

  /// Creates a date, or nil when the calendar has no such day between the years 1 and 9999.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= Self.length(ofMonth: month, year: year)
    else { return nil }
    self.init(prolepticYear: year, month: month, day: day)
  }

  /// A date that the calendar has, in any year, 0 and those before it counted like the others.
  ///
  /// Years that no date's count of days reaches are held at ±1,000,000.
  init(prolepticYear year: Int, month: Int, day: Int) {
    let year = min(max(year, -1_000_000), 1_000_000)
    let shifted = month <= 2 ? year - 1 : year
    let era = (shifted >= 0 ? shifted : shifted - 399) / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    self.daysSince2000 = Int32(truncatingIfNeeded: era * 146_097 + dayOfEra - 730_425)
  }

  /// Reads `2026-01-15`; nil for anything else.
  public init?(_ text: String) {
    let parts = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].count == 4, parts[1].count == 2, parts[2].count == 2,
      let year = Self.number(parts[0]), let month = Self.number(parts[1]),
      let day = Self.number(parts[2])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// Year, month (1…12) and day (1…31).
  public var components: (year: Int, month: Int, day: Int) {
    let days = Int(daysSince2000) + 730_425
    let era = (days >= 0 ? days : days - 146_096) / 146_097
    let dayOfEra = days - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shifted = (5 * dayOfYear + 2) / 153
    let month = shifted < 10 ? shifted + 3 : shifted - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return (year, month, dayOfYear - (153 * shifted + 2) / 5 + 1)
  }

  /// 1 for Monday … 7 for Sunday.
  public var weekday: Int {
    // 2000-01-01 was a Saturday.
    let offset = (Int(daysSince2000) + 5) % 7
    return (offset < 0 ? offset + 7 : offset) + 1
  }

  /// The date so many days later (earlier when negative).
  public func adding(days: Int) -> CalendarDate {
    CalendarDate(daysSince2000: daysSince2000 &+ Int32(truncatingIfNeeded: days))
  }

  /// The earlier date first.
  public static func < (left: CalendarDate, right: CalendarDate) -> Bool {
    left.daysSince2000 < right.daysSince2000
  }

  /// 28 … 31.
  public static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  static func number(_ digits: Substring.UTF8View.SubSequence) -> Int? {
    var result = 0
    for byte in digits {
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
      result = result * 10 + Int(byte - UInt8(ascii: "0"))
    }
    return digits.isEmpty ? nil : result
  }
}

extension CalendarDate: CustomStringConvertible {
  /// `2026-01-15`.
  public var description: String {
    let (year, month, day) = components
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
  }
}

func padded(_ number: Int, _ width: Int) -> String {
  let digits = String(number)
  return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
}
