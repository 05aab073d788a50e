/// What the targets of all units come to, to be held against that of the unit above.
public enum TargetSum: Hashable, Sendable {
  /// Goals that add up, and how many units have none.
  case sum(Fraction, lacking: Int)
  /// Changes on last year, weighed by last year's values: the change of all units together.
  case change(Fraction)
  /// They do not add up, or a value for it is absent.
  case none

  /// What some goals of one kind come to; each with the whole last year of its unit.
  public init(
    _ kind: TargetKind, of indicator: Indicator.Kind,
    _ goals: [(goal: FigureNumber?, lastYear: Fraction?)]
  ) {
    self = .none
    guard indicator == .flow else { return }
    switch kind {
    case .atMost, .atLeast:
      let sum = goals.reduce(Fraction.zero) { $0 + ($1.goal?.fraction ?? .zero) }
      let lacking = goals.count { $0.goal == nil }
      if lacking < goals.count { self = .sum(sum, lacking: lacking) }
    case .yoyAtMostPercent, .yoyAtLeastPercent:
      var (now, then) = (Fraction.zero, Fraction.zero)
      for (goal, lastYear) in goals {
        guard let goal, let lastYear else { return }
        now = now + lastYear * (.one + goal.fraction * Fraction(1, over: 100))
        then = then + lastYear
      }
      if let share = now / then { self = .change(share - .one) }
    case .decreaseFromStart, .zero: return
    }
  }

  /// How far the sum is from the goal of the unit above, which is in per cent for a change; nil
  /// where they cannot be compared.
  public func difference(to parent: FigureNumber?) -> Fraction? {
    guard let parent else { return nil }
    return switch self {
    case .sum(let sum, _): sum - parent.fraction
    case .change(let change): change - parent.fraction * Fraction(1, over: 100)
    case .none: nil
    }
  }
}
