import LedgerDomain
import Testing

/// Days, weeks, months and quarters: their texts, their ends, and what each is compared with.
struct PeriodTests {
  @Test(arguments: [
    "", "2026", "2026-", "2026-00", "2026-13", "2026-1", "2026-001", "+026-01", "2026-01 ",
    "２０２６-01",
    "2026-W00", "2026-W54", "2025-W53", "2026-w03", "2026-W3", "2026-W003", "2026W03", "0000-W01",
    "2026-W+3", "2026-Q0", "2026-Q5", "2026-q1", "2026-Q01", "2026Q1", "0000-Q1", "2026-02-29",
    "2026-04-31", "2026-1-15", "2026-01-00", "2026-01-15T00:00", "0000-12-31", "-001-01-01",
    "99999-W01", "10000-01", "2026-W03-1", "2026-W\u{301}03", "2026-Q\u{661}", "—",
  ])
  func `what is no period is refused`(text: String) {
    #expect(Period(text) == nil)
    for frequency in Frequency.allCases { #expect(Period(text, frequency) == nil) }
  }

  @Test(arguments: Frequency.allCases)
  func `a period of one frequency is none of another`(frequency: Frequency) throws {
    for other in Frequency.allCases {
      let period = Period(frequency.example, other)
      #expect((period != nil) == (frequency == other), "\(frequency) \(other)")
    }
    #expect(Period(frequency.example)?.frequency == frequency)
  }

  /// Text, first day, last day, the month that governs, the period before, the same a year earlier.
  @Test(arguments: [
    ["2026-01-15", "2026-01-15", "2026-01-15", "2026-01", "2026-01-14", "2025-01-15"],
    ["2026-01-01", "2026-01-01", "2026-01-01", "2026-01", "2025-12-31", "2025-01-01"],
    ["2024-02-29", "2024-02-29", "2024-02-29", "2024-02", "2024-02-28", "2023-02-28"],
    ["2024-03-01", "2024-03-01", "2024-03-01", "2024-03", "2024-02-29", "2023-03-01"],
    ["2026-W01", "2025-12-29", "2026-01-04", "2026-01", "2025-W52", "2025-W01"],
    ["2026-W53", "2026-12-28", "2027-01-03", "2027-01", "2026-W52", "2025-W52"],
    ["2027-W01", "2027-01-04", "2027-01-10", "2027-01", "2026-W53", "2026-W01"],
    ["2020-W53", "2020-12-28", "2021-01-03", "2021-01", "2020-W52", "2019-W52"],
    ["2021-W01", "2021-01-04", "2021-01-10", "2021-01", "2020-W53", "2020-W01"],
    ["2021-W05", "2021-02-01", "2021-02-07", "2021-02", "2021-W04", "2020-W05"],
    ["0001-W01", "0001-01-01", "0001-01-07", "0001-01", "0000-W52", "0000-W01"],
    ["2026-01", "2026-01-01", "2026-01-31", "2026-01", "2025-12", "2025-01"],
    ["2024-02", "2024-02-01", "2024-02-29", "2024-02", "2024-01", "2023-02"],
    ["9999-12", "9999-12-01", "9999-12-31", "9999-12", "9999-11", "9998-12"],
    ["2026-Q1", "2026-01-01", "2026-03-31", "2026-03", "2025-Q4", "2025-Q1"],
    ["2026-Q4", "2026-10-01", "2026-12-31", "2026-12", "2026-Q3", "2025-Q4"],
    ["9999-Q4", "9999-10-01", "9999-12-31", "9999-12", "9999-Q3", "9998-Q4"],
  ])
  func `a period knows its ends, its month and its neighbours`(row: [String]) throws {
    let period = try #require(Period(row[0]))
    #expect(period.description == row[0])
    #expect(period.firstDay.description == row[1])
    #expect(period.lastDay.description == row[2])
    #expect(period.month.description == row[3])
    #expect(period.before.description == row[4])
    #expect(period.yearEarlier.description == row[5])
    #expect(period.before < period && period.before.lastDay.adding(days: 1) == period.firstDay)
  }

  @Test(arguments: [
    ("2026-W01", true), ("2026-W02", false), ("2020-W53", false), ("2026-01", true),
    ("2026-02", false), ("2026-01-01", true), ("2026-01-04", false), ("2025-12-29", false),
    ("2026-Q1", true), ("2026-Q2", false),
  ])
  func `a cumulative series starts anew with the year's first period`(
    text: String, isFirst: Bool
  ) throws {
    #expect(try #require(Period(text)).isFirstOfYear == isFirst)
  }

  @Test(arguments: [
    ("2021-01", Frequency.week, ["2020-W53", "2021-W01", "2021-W02", "2021-W03", "2021-W04"]),
    ("2021-02", .week, ["2021-W05", "2021-W06", "2021-W07", "2021-W08"]),
    ("2021-02", .quarter, []), ("2021-03", .quarter, ["2021-Q1"]),
    ("2021-03", .month, ["2021-03"]),
  ])
  func `a month governs the periods that end in it`(
    text: String, frequency: Frequency, periods: [String]
  ) throws {
    let month = try #require(Month(text))
    #expect(Period.endingIn(month, frequency).map(\.description) == periods)
  }

  @Test(arguments: Frequency.allCases)
  func `the periods of a century follow each other without a gap`(frequency: Frequency) throws {
    let last = try #require(CalendarDate("2100-12-31"))
    var period = Period(frequency, containing: last)
    while period.firstDay.components.year >= 2000 {
      #expect(Period(period.description, frequency) == period)
      #expect(Period(frequency, containing: period.lastDay) == period)
      #expect(Period(frequency, containing: period.firstDay.adding(days: -1)) == period.before)
      #expect(period.earlier(by: 3) == period.before.before.before)
      period = period.before
    }
  }

  @Test(arguments: [Int32.min, Int32.min + 1, -800_000, -730_120, 0, 3_000_000, .max - 1, .max])
  func `no day stops the program`(day: Int32) {
    for frequency in Frequency.allCases {
      let period = Period(frequency, containing: CalendarDate(daysSince2000: day))
      _ = [period.before, period.yearEarlier].map(\.description)
      _ = (period.lastDay, period.month.description, period.isFirstOfYear)
    }
  }

  @Test(arguments: [UInt64(5), 20_260_101])
  func `no text stops the program`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let scalars = Array("0123456789-WQ:.+ 一\u{301}".unicodeScalars)
    for _ in 0..<20_000 {
      var text = String.UnicodeScalarView()
      for _ in 0..<random.next() % 11 {
        text.append(scalars[Int(random.next() % UInt64(scalars.count))])
      }
      guard let period = Period(String(text)) else { continue }
      #expect(period.description.unicodeScalars.elementsEqual(text))
    }
  }
}
