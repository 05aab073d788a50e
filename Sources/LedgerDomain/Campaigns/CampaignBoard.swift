/// What one unit, or all of them together, did in a campaign by one indicator.
public struct CampaignSum: Hashable, Sendable {
  /// The figure of the last day that is over; nil where it is missing.
  public var last: FigureNumber?
  /// The sum since the start, in ten-thousandths, of the days that there are figures for.
  public var cumulative: Int128 = 0
  /// How many figures there are.
  public var received = 0
  /// How many days of the campaign are over, once for each unit.
  public var expected = 0
  /// Beside the same number of days right before the start.
  public var before = CampaignComparison()
  /// Beside the same number of days from the same date of the year before.
  public var lastYear = CampaignComparison()

  /// How many figures are missing.
  public var missing: Int { expected - received }

  /// Nothing yet.
  public init() {}

  /// The sum as an exact fraction.
  public var total: Fraction { Fraction(cumulative, over: 10_000) }

  static func + (left: CampaignSum, right: CampaignSum) -> CampaignSum {
    var sum = CampaignSum()
    if let one = left.last, let other = right.last {
      sum.last = FigureNumber(tenThousandths: one.tenThousandths + other.tenThousandths)
    }
    sum.cumulative = left.cumulative + right.cumulative
    sum.received = left.received + right.received
    sum.expected = left.expected + right.expected
    sum.before = left.before + right.before
    sum.lastYear = left.lastYear + right.lastYear
    return sum
  }
}

/// The first days of a campaign beside as many days of another time.
///
/// The first day stands beside the first, the second beside the second; a pair counts where both
/// have a figure, so that a missing day is missing on both sides.
public struct CampaignComparison: Hashable, Sendable {
  /// How many pairs count.
  public var pairs = 0
  /// How many there would be.
  public var of = 0
  /// The campaign's sum over the pairs that count, in ten-thousandths.
  public var current: Int128 = 0
  /// The other time's sum over them, in ten-thousandths.
  public var reference: Int128 = 0

  /// Nothing yet.
  public init() {}

  /// The exact change as a share of the other time; nil where nothing is to compare with.
  public var change: Fraction? {
    guard pairs > 0, reference > 0 else { return nil }
    return Fraction(current - reference, over: reference)
  }

  static func + (left: CampaignComparison, right: CampaignComparison) -> CampaignComparison {
    var sum = CampaignComparison()
    sum.pairs = left.pairs + right.pairs
    sum.of = left.of + right.of
    sum.current = left.current + right.current
    sum.reference = left.reference + right.reference
    return sum
  }
}

/// The days that a campaign's board shows, and those it is compared with.
public struct CampaignWindows: Hashable, Sendable {
  /// The days of the campaign that are over.
  public let days: [CalendarDate]
  /// As many counting days right before the start, the earlier first.
  public let before: [CalendarDate]
  /// As many counting days from the start's date of the year before on.
  public let lastYear: [CalendarDate]

  /// Finds the days that are over before `today`; at most ten years of them.
  public init(_ history: CampaignHistory, today: CalendarDate, _ calendar: WorkingCalendar) {
    let campaign = history.campaign
    let yesterday = today.adding(days: -1)
    let last = history.end.map { min($0, yesterday) } ?? yesterday
    var days: [CalendarDate] = []
    var day = campaign.start
    while day <= last, days.count < Self.daysMax {
      if campaign.counts(day, calendar) { days.append(day) }
      day = day.adding(days: 1)
    }
    self.days = days
    func counting(
      _ count: Int, from first: CalendarDate, step: Int
    ) -> [CalendarDate] {
      var found: [CalendarDate] = []
      var day = first
      while found.count < count {
        if campaign.counts(day, calendar) { found.append(day) }
        day = day.adding(days: step)
      }
      return found
    }
    before = counting(days.count, from: campaign.start.adding(days: -1), step: -1).reversed()
    lastYear = counting(
      days.count, from: Period(.day, containing: campaign.start).yearEarlier.firstDay, step: 1)
  }

  private static let daysMax = 3_660

  /// The spans of days that figures are read for: the first and the last of each.
  public var spans: [ClosedRange<CalendarDate>] {
    [days, before, lastYear].compactMap { days in
      guard let first = days.first, let last = days.last else { return nil }
      return first...last
    }
  }
}

/// The board of a campaign: units × indicators, and each day's sum.
///
/// It ranks nobody.
public struct CampaignBoard: Sendable {
  /// The days.
  public let windows: CampaignWindows
  /// The indicators' codes, in the campaign's order.
  public let indicators: [String]
  /// The units' codes, in their order.
  public let units: [String]
  /// By unit and indicator, in those orders.
  public let sums: [[CampaignSum]]
  /// By indicator, all units together.
  public let totals: [CampaignSum]
  /// By indicator: each day's sum; nil where a unit's figure is missing.
  public let daily: [[Fraction?]]
  /// By indicator: the same of the days before.
  public let dailyBefore: [[Fraction?]]
  /// By indicator: the same of the year before.
  public let dailyLastYear: [[Fraction?]]

  /// The figures of units by day, one per indicator; nil where there is no number.
  public typealias Figures = [String: [CalendarDate: [FigureNumber?]]]

  /// Sums up.
  public init(
    _ windows: CampaignWindows, indicators: [String], units: [String], figures: Figures
  ) {
    self.windows = windows
    self.indicators = indicators
    self.units = units
    func figure(_ unit: String, _ day: CalendarDate, _ indicator: Int) -> FigureNumber? {
      guard let row = figures[unit]?[day], row.indices.contains(indicator) else { return nil }
      return row[indicator]
    }
    sums = units.map { unit in
      indicators.indices.map { indicator in
        Self.sum(windows) { figure(unit, $0, indicator) }
      }
    }
    totals = indicators.indices.map { [sums] indicator in
      let column = sums.map { $0[indicator] }
      guard let first = column.first else { return CampaignSum() }
      return column.dropFirst().reduce(first, +)
    }
    func daily(_ days: [CalendarDate]) -> [[Fraction?]] {
      indicators.indices.map { indicator in
        days.map { day in
          var sum: Int128 = 0
          for unit in units {
            guard let number = figure(unit, day, indicator) else { return nil }
            sum += Int128(number.tenThousandths)
          }
          return units.isEmpty ? nil : Fraction(sum, over: 10_000)
        }
      }
    }
    self.daily = daily(windows.days)
    dailyBefore = daily(windows.before)
    dailyLastYear = daily(windows.lastYear)
  }

  private static func sum(
    _ windows: CampaignWindows, _ figure: (CalendarDate) -> FigureNumber?
  ) -> CampaignSum {
    var sum = CampaignSum()
    let current = windows.days.map(figure)
    sum.expected = current.count
    sum.received = current.count { $0 != nil }
    sum.cumulative = current.reduce(0) { $0 + Int128($1?.tenThousandths ?? 0) }
    sum.last = current.last.flatMap(\.self)
    sum.before = compare(current, windows.before.map(figure))
    sum.lastYear = compare(current, windows.lastYear.map(figure))
    return sum
  }

  private static func compare(
    _ current: [FigureNumber?], _ other: [FigureNumber?]
  ) -> CampaignComparison {
    var comparison = CampaignComparison()
    comparison.of = current.count
    for case (let one?, let another?) in zip(current, other) {
      comparison.pairs += 1
      comparison.current += Int128(one.tenThousandths)
      comparison.reference += Int128(another.tenThousandths)
    }
    return comparison
  }
}
