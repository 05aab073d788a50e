public import LedgerDomain

/// Which months the demonstration has, and what happens in them.
public struct DemonstrationPlan: Sendable {
  /// From what the figures are drawn.
  public let seed: UInt64
  /// The months before the first published one: every figure of a published year has one a year
  /// before it.
  public let baseMonths: [Month]
  /// The months that are published.
  public let publishedMonths: [Month]
  /// The month after them, which is open.
  public let openMonth: Month
  let timetable: Timetable

  /// The seed that is taken where none is named.
  public static let usualSeed: UInt64 = 2026
  private static let earliest = Month(index: 2005 * 12)

  /// Plans a demonstration that ends with a month.
  ///
  /// Refused where the month is before 2005, or its correction is not published yet by `today`.
  public init(
    through last: Month, months: Int = 24, seed: UInt64 = usualSeed, today: CalendarDate
  ) throws(Refusal) {
    guard last >= Self.earliest else {
      throw Refusal(
        DemonstrationRefusal.monthTooEarly, at: .option("--through"), last.description,
        Self.earliest.description)
    }
    self.seed = seed
    let first = last.adding(months: 1 - max(months, 1))
    let base = first.january.adding(months: -12)
    baseMonths = (base.index..<first.index).map(Month.init(index:))
    publishedMonths = (first.index...last.index).map(Month.init(index:))
    openMonth = last.adding(months: 1)
    timetable = Timetable(
      calendar: DemonstrationCalendar.calendar(base.year...(openMonth.year + 1)))
    let end = timetable.correction(last)
    guard end < today else {
      throw Refusal(
        DemonstrationRefusal.monthNotOver, at: .option("--through"), last.description,
        end.description)
    }
  }

  /// The month that is published last where none is named: the one before the last that ended, so
  /// that there is an ended month to work on.
  public static func usualMonth(on today: CalendarDate) -> Month {
    Month(containing: today).adding(months: -2)
  }

  /// Which of the published months, counted from the last one, as far as there are so many.
  private func published(back: Int) -> Month {
    publishedMonths[max(publishedMonths.count - 1 - back, 0)]
  }

  var disputedMonth: Month { published(back: 2) }
  var returnedMonth: Month { published(back: 1) }
  var correctedMonth: Month { published(back: 0) }
  /// The month with whose beginning one township becomes part of another.
  var mergerMonth: Month { publishedMonths[publishedMonths.count / 2] }
}
