/// How often a form is reported, and so what its periods are.
public enum Frequency: String, Sendable, CaseIterable {
  case day
  case week
  case month
  case quarter

  /// A period as it is written, `2026-W03`, for whoever wrote another.
  public var example: String {
    switch self {
    case .day: "2026-01-15"
    case .week: "2026-W03"
    case .month: "2026-01"
    case .quarter: "2026-Q1"
    }
  }
}

/// What a submission's figures are for: a day, a week, a month or a quarter.
///
/// Weeks are those of ISO 8601: from Monday to Sunday, the first of a year holds its first
/// Thursday, so that a year has 52 or 53. Every operation has an answer for every day that can be
/// stated; only texts are held to the years 1…9999.
public struct Period: Hashable, Sendable {
  /// Whether it is a day, a week, a month or a quarter.
  public let frequency: Frequency
  /// The first day, which with the frequency says everything.
  public let firstDay: CalendarDate

  /// The period of a frequency in which a day lies.
  public init(_ frequency: Frequency, containing day: CalendarDate) {
    self.frequency = frequency
    switch frequency {
    case .day: firstDay = day
    case .week: firstDay = day.adding(days: 1 - day.weekday)
    case .month: firstDay = Month(containing: day).firstDay
    case .quarter:
      let month = Month(containing: day)
      firstDay = month.adding(months: -((month.number - 1) % 3)).firstDay
    }
  }

  /// A month as a period.
  public init(_ month: Month) {
    self.init(.month, containing: month.firstDay)
  }

  /// Reads a period of one frequency; nil for anything else, such as a week that the year lacks.
  public init?(_ text: String, _ frequency: Frequency) {
    switch frequency {
    case .day:
      guard let day = CalendarDate(text) else { return nil }
      self.init(.day, containing: day)
    case .month:
      guard let month = Month(text) else { return nil }
      self.init(month)
    case .week:
      guard let (year, week) = Self.parts(text, mark: "W", digits: 2),
        (1...Self.weeks(ofYear: year)).contains(week)
      else { return nil }
      self.init(week: week, ofYear: year)
    case .quarter:
      guard let (year, quarter) = Self.parts(text, mark: "Q", digits: 1), (1...4).contains(quarter),
        let month = Month(year: year, month: quarter * 3)
      else { return nil }
      self.init(.quarter, containing: month.firstDay)
    }
  }

  /// Reads a period whose text says its frequency; nil for anything else.
  public init?(_ text: String) {
    for frequency in Frequency.allCases where text.utf8.count == frequency.example.utf8.count {
      if let period = Period(text, frequency) {
        self = period
        return
      }
    }
    return nil
  }

  private init(week: Int, ofYear year: Int) {
    let first = Period(.week, containing: CalendarDate(prolepticYear: year, month: 1, day: 4))
    frequency = .week
    firstDay = first.firstDay.adding(days: 7 * (week - 1))
  }

  /// The year, 1…9999, and the number behind the mark in `2026-W03`.
  private static func parts(
    _ text: String, mark: Unicode.Scalar, digits: Int
  ) -> (year: Int, number: Int)? {
    let parts = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0].count == 4, parts[1].first == UInt8(ascii: mark),
      parts[1].count == digits + 1, let year = CalendarDate.number(parts[0]), year >= 1,
      let number = CalendarDate.number(parts[1].dropFirst())
    else { return nil }
    return (year, number)
  }
}

extension Period {
  /// The last day.
  public var lastDay: CalendarDate {
    switch frequency {
    case .day: firstDay
    case .week: firstDay.adding(days: 6)
    case .month: Month(containing: firstDay).lastDay
    case .quarter: Month(containing: firstDay).adding(months: 2).lastDay
    }
  }

  /// The month that governs it, which is the one in which it ends: while that month is open, the
  /// period is submitted, reviewed and verified; closing that month locks it.
  public var month: Month { Month(containing: lastDay) }

  /// The period so many periods before this one.
  public func earlier(by count: Int) -> Period {
    switch frequency {
    case .day: Period(.day, containing: firstDay.adding(days: -count))
    case .week: Period(.week, containing: firstDay.adding(days: -7 * count))
    case .month: Period(Month(containing: firstDay).adding(months: -count))
    case .quarter:
      Period(.quarter, containing: Month(containing: firstDay).adding(months: -3 * count).firstDay)
    }
  }

  /// The period before this one.
  public var before: Period { earlier(by: 1) }

  /// The same period a year earlier: the same date (28 February for the 29th), the same number of
  /// the week (week 52 for week 53), the same month or quarter.
  public var yearEarlier: Period {
    switch frequency {
    case .day:
      let (year, month, day) = firstDay.components
      let length = CalendarDate.length(ofMonth: month, year: year - 1)
      return Period(
        .day,
        containing: CalendarDate(prolepticYear: year - 1, month: month, day: min(day, length)))
    case .week:
      let (year, week) = weekOfYear
      return Period(week: min(week, Self.weeks(ofYear: year - 1)), ofYear: year - 1)
    case .month: return earlier(by: 12)
    case .quarter: return earlier(by: 4)
    }
  }

  /// Whether it is the first of its year, where a cumulative series starts anew.
  public var isFirstOfYear: Bool {
    switch frequency {
    case .week: weekOfYear.week == 1
    case .day, .month, .quarter: firstDay == Month(containing: firstDay).january.firstDay
    }
  }

  /// The periods of a frequency that end in a month, the first first.
  public static func endingIn(_ month: Month, _ frequency: Frequency) -> [Period] {
    var periods: [Period] = []
    var period = Period(frequency, containing: month.lastDay)
    while period.lastDay >= month.firstDay {
      if period.lastDay <= month.lastDay { periods.append(period) }
      period = period.before
    }
    return periods.reversed()
  }

  /// ISO 8601's year of a week, which is that of its Thursday, and the week's number in it.
  private var weekOfYear: (year: Int, week: Int) {
    let thursday = firstDay.adding(days: 3)
    let year = thursday.components.year
    let first = CalendarDate(prolepticYear: year, month: 1, day: 1)
    return (year, (Int(thursday.daysSince2000) - Int(first.daysSince2000)) / 7 + 1)
  }

  private static func weeks(ofYear year: Int) -> Int {
    // 28 December is always in the last week.
    Period(.week, containing: CalendarDate(prolepticYear: year, month: 12, day: 28)).weekOfYear.week
  }
}

extension Period: Comparable {
  /// The one that begins first; of two that begin on one day, the one that ends first.
  public static func < (left: Period, right: Period) -> Bool {
    left.firstDay == right.firstDay
      ? left.lastDay < right.lastDay : left.firstDay < right.firstDay
  }
}

extension Period: CustomStringConvertible {
  /// `2026-01-15`, `2026-W03`, `2026-01` or `2026-Q1`.
  public var description: String {
    let month = Month(containing: firstDay)
    switch frequency {
    case .day: return firstDay.description
    case .month: return month.description
    case .quarter: return "\(padded(month.year, 4))-Q\((month.number + 2) / 3)"
    case .week:
      let (year, week) = weekOfYear
      return "\(padded(year, 4))-W\(padded(week, 2))"
    }
  }
}
