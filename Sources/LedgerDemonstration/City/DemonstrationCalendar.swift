import LedgerDomain

/// The days on which work differs from the week, as the State Council's notices set them.
///
/// The years with a notice are listed; in others the holidays fall on their days and no weekend is
/// worked.
enum DemonstrationCalendar {
  /// One day that differs.
  struct Day: Sendable {
    let date: CalendarDate
    let isWorking: Bool
    let name: String
  }

  private struct Holiday {
    let name: String
    let first: (month: Int, day: Int)
    let days: Int
    var worked: [(month: Int, day: Int)] = []
  }

  /// The days of a year, in order.
  static func days(_ year: Int) -> [Day] {
    var days: [Day] = []
    for holiday in notices[year] ?? usual(year) {
      if let first = CalendarDate(
        year: year, month: holiday.first.month, day: holiday.first.day)
      {
        days += (0..<holiday.days).map {
          Day(date: first.adding(days: $0), isWorking: false, name: holiday.name)
        }
      }
      days += holiday.worked.compactMap { month, day in
        CalendarDate(year: year, month: month, day: day).map {
          Day(date: $0, isWorking: true, name: "\(holiday.name)调休")
        }
      }
    }
    return days.sorted { $0.date < $1.date }
  }

  /// The calendar of some years.
  static func calendar(_ years: ClosedRange<Int>) -> WorkingCalendar {
    var exceptions: [CalendarDate: Bool] = [:]
    for day in years.flatMap({ days($0) }) { exceptions[day.date] = day.isWorking }
    return WorkingCalendar(exceptions: exceptions)
  }

  private static let notices: [Int: [Holiday]] = [
    2024: [
      Holiday(name: "元旦", first: (1, 1), days: 1),
      Holiday(name: "春节", first: (2, 10), days: 8, worked: [(2, 4), (2, 18)]),
      Holiday(name: "清明节", first: (4, 4), days: 3, worked: [(4, 7)]),
      Holiday(name: "劳动节", first: (5, 1), days: 5, worked: [(4, 28), (5, 11)]),
      Holiday(name: "端午节", first: (6, 10), days: 1),
      Holiday(name: "中秋节", first: (9, 15), days: 3, worked: [(9, 14)]),
      Holiday(name: "国庆节", first: (10, 1), days: 7, worked: [(9, 29), (10, 12)]),
    ],
    2025: [
      Holiday(name: "元旦", first: (1, 1), days: 1),
      Holiday(name: "春节", first: (1, 28), days: 8, worked: [(1, 26), (2, 8)]),
      Holiday(name: "清明节", first: (4, 4), days: 3),
      Holiday(name: "劳动节", first: (5, 1), days: 5, worked: [(4, 27)]),
      Holiday(name: "端午节", first: (5, 31), days: 3),
      Holiday(name: "国庆节、中秋节", first: (10, 1), days: 8, worked: [(9, 28), (10, 11)]),
    ],
    2026: [
      Holiday(name: "元旦", first: (1, 1), days: 3, worked: [(1, 4)]),
      Holiday(name: "春节", first: (2, 15), days: 9, worked: [(2, 14), (2, 28)]),
      Holiday(name: "清明节", first: (4, 4), days: 3),
      Holiday(name: "劳动节", first: (5, 1), days: 5, worked: [(5, 9)]),
      Holiday(name: "端午节", first: (6, 19), days: 3),
      Holiday(name: "中秋节", first: (9, 25), days: 3),
      Holiday(name: "国庆节", first: (10, 1), days: 7, worked: [(9, 20), (10, 10)]),
    ],
  ]

  /// The first day of the lunar year, where no notice is listed.
  private static let springFestivals: [Int: (month: Int, day: Int)] = [
    2020: (1, 25), 2021: (2, 12), 2022: (2, 1), 2023: (1, 22), 2027: (2, 6), 2028: (1, 26),
    2029: (2, 13), 2030: (2, 3), 2031: (1, 23), 2032: (2, 11), 2033: (1, 31), 2034: (2, 19),
    2035: (2, 8),
  ]

  private static func usual(_ year: Int) -> [Holiday] {
    [
      Holiday(name: "元旦", first: (1, 1), days: 1),
      Holiday(name: "春节", first: springFestivals[year] ?? (2, 5), days: 7),
      Holiday(name: "清明节", first: (4, 5), days: 1),
      Holiday(name: "劳动节", first: (5, 1), days: 3),
      Holiday(name: "国庆节", first: (10, 1), days: 7),
    ]
  }
}
