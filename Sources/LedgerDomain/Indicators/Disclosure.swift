/// One number that a unit reported, as far as it matters what is shown of it.
public struct ReportedCount: Sendable {
  /// The unit's code.
  public let unit: String
  /// The table in which it stands with its peers: units whose common total is known.
  public let peers: String
  /// The period.
  public let period: Period
  /// The indicator's code.
  public let indicator: String
  /// The number.
  public let number: FigureNumber

  /// States a number.
  public init(
    unit: String, peers: String, period: Period, indicator: String, number: FigureNumber
  ) {
    self.unit = unit
    self.peers = peers
    self.period = period
    self.indicator = indicator
    self.number = number
  }
}

/// Which figures are not shown where those of several units are: the one place that decides it.
///
/// Exports, results and a submission read by who does not work with it ask here. Decided over all
/// peers, whoever asks, so that two readers cannot put together what was hidden from each.
public struct Disclosure: Sendable {
  /// Nothing is hidden.
  public static let complete = Disclosure([], limits: [:])

  private struct Key: Hashable {
    let unit: String
    let period: Period
    let indicator: String
  }

  private let limits: [String: Int]
  private let marks: [Key: SuppressionMark]
  fileprivate let hiddenAnywhere: Set<String>

  /// Decides for counts of any number of tables and periods; those without a limit are shown.
  public init(_ counts: [ReportedCount], limits: [String: Int]) {
    let columns = limits.keys.sorted()
    var tables: [Table: [String: [Int64?]]] = [:]
    for count in counts {
      guard let column = columns.firstIndex(of: count.indicator) else { continue }
      let table = Table(peers: count.peers, period: count.period)
      let blank = [Int64?](repeating: nil, count: columns.count)
      tables[table, default: [:]][count.unit, default: blank][column] =
        count.number.tenThousandths
    }
    var marks: [Key: SuppressionMark] = [:]
    for (table, rows) in tables {
      let units = rows.keys.sorted()
      let suppression = Suppression(
        units.compactMap { rows[$0] }, limits: columns.map { limits[$0] ?? 0 })
      for (row, unit) in units.enumerated() {
        for (column, indicator) in columns.enumerated() {
          let key = Key(unit: unit, period: table.period, indicator: indicator)
          marks[key] = suppression.mark(row: row, column: column)
        }
      }
    }
    self.limits = limits
    self.marks = marks
    hiddenAnywhere = Set(marks.keys.map(\.indicator))
  }

  private struct Table: Hashable {
    let peers: String
    let period: Period
  }

  /// Whether every figure is shown.
  public var isComplete: Bool { marks.isEmpty }

  /// How a figure is shown instead of itself; nil when it is shown.
  public func mark(unit: String, period: Period, indicator: String) -> SuppressionMark? {
    marks[Key(unit: unit, period: period, indicator: indicator)]
  }

  /// How the figures of one unit and period are shown, of all its revisions.
  ///
  /// Where a count of any revision is small, none with a limit is shown: their differences would
  /// tell. That holds for revisions too that are not accepted and so were not decided about.
  public func marks(
    unit: String, period: Period, revisions: [[(indicator: String, figure: Figure)]]
  ) -> [[SuppressionMark?]] {
    let isHidden = revisions.contains { figures in
      figures.contains { indicator, figure in
        mark(unit: unit, period: period, indicator: indicator) != nil
          || isSmall(figure, indicator)
      }
    }
    return revisions.map { figures in
      figures.map { indicator, figure in
        guard isHidden, let limit = limits[indicator], case .number(let number) = figure else {
          return nil
        }
        let isTold = mark(unit: unit, period: period, indicator: indicator) != .hidden
        return isTold && number.tenThousandths < Int64(limit) * 10_000 ? .below(limit) : .hidden
      }
    }
  }

  private func isSmall(_ figure: Figure, _ indicator: String) -> Bool {
    guard let limit = limits[indicator], case .number(let number) = figure else { return false }
    return number.tenThousandths > 0 && number.tenThousandths < Int64(limit) * 10_000
  }
}

/// What is not shown of the results of one month.
public struct ResultDisclosure: Sendable {
  /// Every result is shown.
  public static let complete = ResultDisclosure(.complete, month: Month(index: 0), formulas: [:])

  /// Whether every result is shown.
  public var isComplete: Bool { disclosure.isComplete }

  private let disclosure: Disclosure
  private let month: Month
  private let formulas: [String: Measure]

  /// Decides by the figures of all months that the results read.
  public init(_ disclosure: Disclosure, month: Month, formulas: [String: Measure]) {
    self.disclosure = disclosure
    self.month = month
    self.formulas = formulas
  }

  /// How what was measured of a unit is shown; nil when its value is.
  ///
  /// A measure that reads a hidden figure is hidden. One that compares a unit with its peers is
  /// hidden wherever a figure of any of them is.
  public func mark(_ measure: Measure, of unit: String) -> SuppressionMark? {
    let codes = measure.openedCodes(formulas).intersection(disclosure.hiddenAnywhere)
    guard !codes.isEmpty else { return nil }
    func mark(_ code: String, _ back: Int) -> SuppressionMark? {
      disclosure.mark(
        unit: unit, period: Period(month.adding(months: -back)), indicator: code)
    }
    if let (code, back) = measure.singleFigure { return mark(code, back) }
    if measure.comparesPeers { return .hidden }
    let months = measure.monthsNeeded(for: month, formulas: formulas)
    let isHidden = months.contains { back in codes.contains { mark($0, back) != nil } }
    return isHidden ? .hidden : nil
  }
}

extension Disclosure {
  /// Decides for the figures of an evaluation.
  public init(_ cube: FigureCube, limits: [String: Int]) {
    var counts: [ReportedCount] = []
    for (column, indicator) in cube.indicators.enumerated() where limits[indicator.code] != nil {
      for back in cube.monthsBack {
        let period = Period(cube.month.adding(months: -back))
        for (position, unit) in cube.units.enumerated() {
          guard
            case .number(let number) = cube.figure(
              unit: position, indicator: column, monthsBack: back)
          else { continue }
          counts.append(
            ReportedCount(
              unit: unit.code, peers: unit.parent, period: period, indicator: indicator.code,
              number: number))
        }
      }
    }
    self.init(counts, limits: limits)
  }
}

extension [Indicator] {
  /// Below what the counts of each reported indicator are small.
  ///
  /// A ratio's limit is one of the counts that it is computed from.
  public func countLimits() throws(Refusal) -> [String: Int] {
    var limits: [String: Int] = [:]
    for indicator in self {
      guard let limit = indicator.suppressBelow else { continue }
      let codes =
        try indicator.formula.map { formula throws(Refusal) in
          try Measure(JSONReader(formula)).indicatorCodes
        } ?? [indicator.code]
      for code in codes { limits[code] = Swift.max(limit, limits[code] ?? 0) }
    }
    return limits
  }
}

extension Measure {
  /// The reported indicators that the measure reads.
  func openedCodes(_ formulas: [String: Measure]) -> Set<String> {
    indicatorCodes.reduce(into: []) { codes, code in
      codes.formUnion(formulas[code]?.indicatorCodes ?? [code])
    }
  }

  /// The one figure that the measure repeats, and how many months back; nil when it computes.
  fileprivate var singleFigure: (code: String, monthsBack: Int)? {
    switch self {
    case .sum(let code, .month, let back), .last(let code, let back): (code, back)
    default: nil
    }
  }

  fileprivate var comparesPeers: Bool {
    switch self {
    case .ratioToParent, .worstRank: true
    case .yearOnYear(let measure), .monthOnMonth(let measure), .difference(let measure, _):
      measure.comparesPeers
    case .quotient(let measure, let other): measure.comparesPeers || other.comparesPeers
    case .monthsInARow(let condition): condition.measures.contains(where: \.comparesPeers)
    default: false
    }
  }
}
