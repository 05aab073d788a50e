/// Whether months are thinkable in which one condition holds and others do not.
///
/// Months are independent of each other, and so are colour and rank: what is left open for each is
/// a set of colours and a range of places. A step or a fact that is asked for may be so or not.
struct LadderWorld {
  /// What is still thinkable of one month.
  private struct Open {
    var colours = Set(Colour.allCases)
    /// Places from the last one; nil among them would be no rank.
    var places = 1...Self.unbounded
    var mayBeUnranked = true

    static let unbounded = 1_000_000

    var isPossible: Bool { !colours.isEmpty }
  }

  private typealias Row = (kind: LadderCondition.MonthKind, months: Int)

  private var months: [Open]
  private var triesLeft = 20_000

  /// Whether `wanted` can hold while none of `unwanted` does.
  ///
  /// Says yes where the search gives up: a strange ladder is taken rather than a good one refused.
  static func exists(
    where wanted: LadderCondition, without unwanted: [LadderCondition]
  ) -> Bool {
    let broken = unwanted.flatMap(ways).filter { !$0.isFree }.map(\.rows)
    return ways(wanted).contains { way in
      var world = LadderWorld(
        months: Array(repeating: Open(), count: LadderCondition.monthsMax))
      for row in way.rows {
        for month in 0..<row.months where !world.narrow(month, to: row.kind) { return false }
      }
      return world.breaks(broken[...])
    }
  }

  /// The ways in which a condition holds, each as rows that hold together; a way is free that asks
  /// for a step or a fact besides, which may be so or not.
  private static func ways(_ condition: LadderCondition) -> [(rows: [Row], isFree: Bool)] {
    switch condition {
    case .inARow(let kind, let months): [([(kind, months)], false)]
    case .onStep, .fact: [([], true)]
    case .any(let conditions): conditions.flatMap(ways)
    case .all(let conditions):
      conditions.reduce([([], false)]) { found, next in
        Array(
          found.flatMap { way in
            ways(next).map { (way.rows + $0.rows, way.isFree || $0.isFree) }
          }.prefix(4_096))
      }
    }
  }

  private mutating func narrow(_ month: Int, to kind: LadderCondition.MonthKind) -> Bool {
    switch kind {
    case .coloured(let colours):
      months[month].colours.formIntersection(colours)
      return !months[month].colours.isEmpty
    case .bottom(let places): return limit(month, 1...places)
    case .notBottom(let places): return limit(month, (places + 1)...Open.unbounded)
    }
  }

  private mutating func limit(_ month: Int, _ range: ClosedRange<Int>) -> Bool {
    months[month].mayBeUnranked = false
    guard months[month].places.overlaps(range) else { return false }
    months[month].places = months[month].places.clamped(to: range)
    return true
  }

  /// Whether every one of some ways can be broken in one of its months.
  private mutating func breaks(_ ways: ArraySlice<[Row]>) -> Bool {
    guard let way = ways.first, triesLeft > 0 else { return true }
    triesLeft -= 1
    for row in way {
      for month in 0..<row.months {
        let before = months[month]
        if avoid(month, row.kind), breaks(ways.dropFirst()) { return true }
        months[month] = before
      }
    }
    return false
  }

  private mutating func avoid(_ month: Int, _ kind: LadderCondition.MonthKind) -> Bool {
    switch kind {
    case .coloured(let colours):
      months[month].colours.subtract(colours)
      return !months[month].colours.isEmpty
    case .bottom(let places):
      // No rank at all avoids it as well.
      return months[month].mayBeUnranked || limit(month, (places + 1)...Open.unbounded)
    case .notBottom(let places):
      return months[month].mayBeUnranked || limit(month, 1...places)
    }
  }
}
