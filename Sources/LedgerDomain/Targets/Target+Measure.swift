extension Target {
  /// What of a unit is held against the goal.
  public var measure: Measure {
    switch kind {
    case .yoyAtMostPercent, .yoyAtLeastPercent:
      .yearOnYear(.sum(indicator, window: .yearToDate, monthsBack: 0))
    case .atMost, .atLeast, .zero: .sum(indicator, window: .yearToDate, monthsBack: 0)
    case .decreaseFromStart: .last(indicator, monthsBack: 0)
    }
  }

  /// What the measure may be at most, or must be at least, by the end of a month; nil where that
  /// depends on the unit's own start.
  public func asked(month: Int) -> Fraction? {
    switch kind {
    case .yoyAtMostPercent, .yoyAtLeastPercent:
      Fraction(Int128(goal.tenThousandths), over: 1_000_000)
    case .atMost, .atLeast: due(month: month)
    case .zero: .zero
    case .decreaseFromStart: nil
    }
  }

  /// Whether less is better.
  public var isUpperBound: Bool {
    switch kind {
    case .atMost, .yoyAtMostPercent, .zero, .decreaseFromStart: true
    case .atLeast, .yoyAtLeastPercent: false
    }
  }
}
