/// An indicator of a unit on its way through the year: what was reached, what was due, and where it
/// leads if it goes on like that.
///
/// For flows, whose months add up. Everything is exact. A total ends at a month without figure,
/// since nobody knows what comes after it; a month in which the unit does not have the indicator
/// adds nothing.
public struct YearPath: Hashable, Sendable {
  /// Each month's own figure, January to the month shown; nil where there is none.
  public let figures: [Fraction?]
  /// The year's total by the end of each of these months.
  public let totals: [Fraction?]
  /// Last year's total by the end of each month, January to December.
  public let lastYear: [Fraction?]
  /// What the target asks for by the end of each month, January to December; empty without target.
  public let due: [Fraction?]
  /// Which side of `due` is met; nil without target.
  public let bound: Bound?

  /// Which side of a value is met.
  public enum Bound: Hashable, Sendable {
    case atMost
    case atLeast
  }

  /// Puts the path together: this year's figures so far, last year's twelve.
  ///
  /// A target on last year's change asks for nothing in months whose total of last year is unknown.
  public init(figures: [Fraction?], lastYear: [Fraction?], target: Target?) {
    self.figures = figures
    totals = Self.totals(figures)
    let before = Self.totals(lastYear)
    self.lastYear = before
    let asked = target.flatMap { Self.asked($0, before) }
    bound = asked?.bound
    due = asked?.due ?? []
  }

  private static func totals(_ figures: [Fraction?]) -> [Fraction?] {
    var sum: Fraction? = .zero
    return figures.map { figure in
      sum = sum.flatMap { sum in figure.map { sum + $0 } }
      return sum
    }
  }

  private static func asked(
    _ target: Target, _ lastYear: [Fraction?]
  ) -> (bound: Bound, due: [Fraction?])? {
    func steps(_ due: (Int) -> Fraction?) -> [Fraction?] { (1...12).map(due) }
    func changed(_ month: Int) -> Fraction? {
      let change = Fraction(Int128(target.goal.tenThousandths), over: 1_000_000)
      let before = lastYear.indices.contains(month - 1) ? lastYear[month - 1] : nil
      return before.map { $0 * (.one + change) }
    }
    return switch target.kind {
    case .atMost: (.atMost, steps { target.due(month: $0) })
    case .atLeast: (.atLeast, steps { target.due(month: $0) })
    case .zero: (.atMost, steps { _ in .zero })
    case .yoyAtMostPercent: (.atMost, steps(changed))
    case .yoyAtLeastPercent: (.atLeast, steps(changed))
    case .decreaseFromStart: nil
    }
  }

  /// How many months of the year are over.
  public var months: Int { figures.count }

  /// What is to be reached by the end of the year; nil where that is not known.
  public var goal: Fraction? { due.count == 12 ? due[11] : nil }

  // MARK: - Where it leads

  /// Where the year leads if each month to come is like the last three.
  public struct Projection: Hashable, Sendable {
    /// The mean of the last three months, the least and the greatest of them.
    public let mean, least, greatest: Fraction
    /// The year's total at its end: by the mean, by the least, by the greatest.
    public let expected, low, high: Fraction
  }

  /// How many months a projection is made from.
  public static let basis = 3

  /// The projection; nil before three months, where one of the last three or an earlier month has
  /// no figure, and when the year is over.
  public var projection: Projection? {
    guard months < 12, months >= Self.basis, let last = totals.last, let reached = last else {
      return nil
    }
    let recent = figures.suffix(Self.basis).compactMap(\.self)
    guard let least = recent.min(), let greatest = recent.max(),
      let mean = recent.reduce(.zero, +) / Fraction(Int128(Self.basis))
    else { return nil }
    let rest = Fraction(Int128(12 - months))
    return Projection(
      mean: mean, least: least, greatest: greatest, expected: reached + rest * mean,
      low: reached + rest * least, high: reached + rest * greatest)
  }

  /// What each month to come may or must bring for the goal to be met.
  public enum Demand: Hashable, Sendable {
    /// At most so much on average.
    case atMost(Fraction)
    /// At least so much on average.
    case atLeast(Fraction)
    /// The goal is passed already and cannot be met any more.
    case passed
    /// The goal is reached already.
    case reached
  }

  /// What the months to come may or must bring, to so many decimals, rounded to the safe side; nil
  /// without goal, where the total is not known, and when the year is over.
  public func demand(decimals: Int) -> Demand? {
    guard months < 12, let goal, let bound, let last = totals.last, let reached = last,
      let each = (goal - reached) / Fraction(Int128(12 - months))
    else { return nil }
    switch bound {
    case .atMost:
      return each.signum < 0 ? .passed : .atMost(each.roundedDown(decimals: decimals))
    case .atLeast:
      return each.signum <= 0 ? .reached : .atLeast(each.roundedUp(decimals: decimals))
    }
  }
}

extension YearPath {
  /// The path of a flow through the year of a cube's month; nil for any other indicator.
  ///
  /// The cube has room for the months of this and of last year.
  public init?(_ code: String, unit: Int, in cube: FigureCube, target: Target?) {
    guard let column = cube.column(of: code), cube.indicators[column].kind == .flow else {
      return nil
    }
    func figure(_ back: Int) -> Fraction? {
      switch cube.figure(unit: unit, indicator: column, monthsBack: back) {
      case .number(let number): number.fraction
      case .absent(.notApplicable): .zero
      case .absent: nil
      }
    }
    let number = cube.month.number
    self.init(
      figures: (1...number).map { figure(number - $0) },
      lastYear: (1...12).map { figure(number + 12 - $0) },
      target: target)
  }
}
