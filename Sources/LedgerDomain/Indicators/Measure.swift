/// What a rule or component looks at: computed from figures, from unrounded parts, exactly.
///
/// The forms and their meaning are those of `docs/methods.md`.
public indirect enum Measure: Hashable, Sendable {
  /// A flow over a window (a stock's last value in it), so many months earlier.
  case sum(String, window: Window, monthsBack: Int)
  /// A stock's last value, so many months earlier.
  case last(String, monthsBack: Int)
  /// A ratio of two sums.
  case share(String, of: String, window: Window)
  /// A flow per so many residents.
  case per(Int, of: String, window: Window)
  /// A flow per calendar day of the window.
  case daily(String, window: Window)
  /// A ratio indicator, by its own formula.
  case indicator(String)
  /// The relative change on the same window last year.
  case yearOnYear(Measure)
  /// The relative change on the month before.
  case monthOnMonth(Measure)
  /// The absolute change on so many months earlier (12 or 1).
  case difference(Measure, monthsBack: Int)
  /// The unit's value over its parent's, the parent's computed from sums.
  case ratioToParent(Measure)
  /// One measure over another.
  case quotient(Measure, Measure)
  /// 1 when the target of the month is met, 0 when not.
  case againstTarget(String)
  /// The value over the target's path (lower is better: the path over the value).
  case attainment(String, window: Window)
  /// The place counted from the worst among peers.
  case worstRank(Measure)
  /// For how many months, to this one, a condition has held.
  case monthsInARow(Condition)
  /// 1 while the unit is in a state, 0 otherwise.
  case state(String)
  /// A column of a plain table.
  case column(String)

  /// How many months ``monthsInARow(_:)`` looks back.
  public static let monthsInARowMax = 24
}

extension Measure {
  /// What a change compares with what so many months before; nil for any other measure.
  var change: (measure: Measure, months: Int, isRelative: Bool)? {
    switch self {
    case .yearOnYear(let measure): (measure, 12, true)
    case .monthOnMonth(let measure): (measure, 1, true)
    case .difference(let measure, let months): (measure, months, false)
    default: nil
    }
  }

  /// The indicators that the measure reads, formulas not opened.
  public var indicatorCodes: Set<String> {
    switch self {
    case .sum(let code, _, _), .last(let code, _), .per(_, let code, _), .daily(let code, _),
      .indicator(let code), .againstTarget(let code), .attainment(let code, _):
      [code]
    case .share(let code, let other, _): [code, other]
    case .yearOnYear(let measure), .monthOnMonth(let measure), .difference(let measure, _),
      .ratioToParent(let measure), .worstRank(let measure):
      measure.indicatorCodes
    case .quotient(let measure, let other): measure.indicatorCodes.union(other.indicatorCodes)
    case .monthsInARow(let condition): condition.indicatorCodes
    case .state, .column: []
    }
  }

  /// How many months before the evaluated one the measure reads figures of, formulas opened.
  public func monthsNeeded(
    for month: Month, formulas: [String: Measure] = [:]
  ) -> Set<Int> {
    switch self {
    case .sum(_, let window, let back):
      Set(window.offsets(from: month.adding(months: -back)).map { $0 + back })
    case .last(_, let back): [back]
    case .share(_, _, let window), .per(_, _, let window), .daily(_, let window):
      Set(window.offsets(from: month))
    case .attainment(_, let window): Set(window.offsets(from: month))
    case .indicator(let code):
      formulas[code]?.monthsNeeded(for: month, formulas: [:]) ?? []
    case .yearOnYear(let measure): Self.shifted(measure, month, [0, 12], formulas)
    case .monthOnMonth(let measure): Self.shifted(measure, month, [0, 1], formulas)
    case .difference(let measure, let back): Self.shifted(measure, month, [0, back], formulas)
    case .ratioToParent(let measure), .worstRank(let measure):
      measure.monthsNeeded(for: month, formulas: formulas)
    case .quotient(let measure, let other):
      measure.monthsNeeded(for: month, formulas: formulas)
        .union(other.monthsNeeded(for: month, formulas: formulas))
    case .againstTarget:
      // A target may compare with last year to date or with last December.
      Set(0...month.number).union((12...12 + month.number - 1))
    case .monthsInARow(let condition):
      condition.measures.reduce(into: []) { needed, measure in
        needed.formUnion(
          Self.shifted(measure, month, Array(0..<Self.monthsInARowMax), formulas))
      }
    case .state, .column: []
    }
  }

  /// How many months before the evaluated one the measure compares with targets, formulas opened.
  public func targetMonths(formulas: [String: Measure] = [:]) -> Set<Int> {
    func shifted(_ measure: Measure, by shifts: some Sequence<Int>) -> Set<Int> {
      let months = measure.targetMonths(formulas: formulas)
      return Set(shifts.flatMap { shift in months.map { $0 + shift } })
    }
    return switch self {
    case .againstTarget, .attainment: [0]
    case .indicator(let code): formulas[code]?.targetMonths() ?? []
    case .yearOnYear(let measure): shifted(measure, by: [0, 12])
    case .monthOnMonth(let measure): shifted(measure, by: [0, 1])
    case .difference(let measure, let back): shifted(measure, by: [0, back])
    case .ratioToParent(let measure), .worstRank(let measure):
      measure.targetMonths(formulas: formulas)
    case .quotient(let measure, let other):
      measure.targetMonths(formulas: formulas).union(other.targetMonths(formulas: formulas))
    case .monthsInARow(let condition):
      condition.measures.reduce(into: []) {
        $0.formUnion(shifted($1, by: 0..<Self.monthsInARowMax))
      }
    case .sum, .last, .share, .per, .daily, .state, .column: []
    }
  }

  private static func shifted(
    _ measure: Measure, _ month: Month, _ shifts: [Int], _ formulas: [String: Measure]
  ) -> Set<Int> {
    shifts.reduce(into: []) { needed, shift in
      let earlier = measure.monthsNeeded(for: month.adding(months: -shift), formulas: formulas)
      needed.formUnion(earlier.map { $0 + shift })
    }
  }
}
