/// A calendar month: what units are rated and ranked for, what is closed.
public struct Month: Hashable, Comparable, Sendable {
  /// Months since the year 0; `index % 12` is 0 for January.
  public let index: Int

  /// Creates a month from its index.
  public init(index: Int) {
    self.index = index
  }

  /// Creates a month, or nil outside the years 1…9999.
  public init?(year: Int, month: Int) {
    guard (1...9999).contains(year), (1...12).contains(month) else { return nil }
    self.index = year * 12 + month - 1
  }

  /// Reads `2026-01`; nil for anything else.
  public init?(_ text: String) {
    let parts = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0].count == 4, parts[1].count == 2,
      let year = CalendarDate.number(parts[0]), let month = CalendarDate.number(parts[1])
    else { return nil }
    self.init(year: year, month: month)
  }

  /// The month in which a date lies.
  public init(containing date: CalendarDate) {
    let (year, month, _) = date.components
    self.index = year * 12 + month - 1
  }

  /// The calendar year.
  public var year: Int { (index >= 0 ? index : index - 11) / 12 }

  /// 1 for January … 12.
  public var number: Int { index - year * 12 + 1 }

  /// The month so many months later (earlier when negative).
  public func adding(months: Int) -> Month { Month(index: index + months) }

  /// January of the same year.
  public var january: Month { Month(index: index - number + 1) }

  /// The first day.
  public var firstDay: CalendarDate {
    CalendarDate(prolepticYear: year, month: number, day: 1)
  }

  /// The last day.
  public var lastDay: CalendarDate { adding(months: 1).firstDay.adding(days: -1) }

  /// The earlier month first.
  public static func < (left: Month, right: Month) -> Bool { left.index < right.index }
}

extension Month: CustomStringConvertible {
  /// `2026-01`.
  public var description: String { "\(padded(year, 4))-\(padded(number, 2))" }
}
