/// What an indicator of a unit must reach in a year.
public struct Target: Hashable, Sendable {
  /// The unit's code.
  public let unit: String
  /// The indicator's code.
  public let indicator: String
  /// The calendar year.
  public let year: Int
  /// What is demanded.
  public let kind: TargetKind
  /// The value demanded by the end of the year (in per cent for the yoy kinds).
  public let goal: FigureNumber
  /// What the goal was set from.
  public let baseline: FigureNumber?
  /// Twelve cumulative values, January to December; nil for equal steps to the goal.
  public let path: [FigureNumber]?

  /// Creates a target; refuses a year, path or goal that cannot be meant.
  public init(
    unit: String, indicator: String, year: Int, kind: TargetKind, goal: FigureNumber,
    baseline: FigureNumber? = nil, path: [FigureNumber]? = nil
  ) throws(Refusal) {
    guard (2000...2100).contains(year) else {
      throw Refusal(TargetRefusal.yearOutOfRange, String(year))
    }
    if let path {
      guard path.count == 12, path.last == goal else {
        throw Refusal(TargetRefusal.pathDoesNotEndAtGoal)
      }
    }
    self.unit = unit
    self.indicator = indicator
    self.year = year
    self.kind = kind
    self.goal = goal
    self.baseline = baseline
    self.path = path
  }

  /// What two targets must share for the later to replace the earlier.
  public struct Key: Hashable, Sendable {
    let unit: String
    let indicator: String
    let year: Int
    let kind: TargetKind?
  }

  /// What it is a target for.
  public var key: Key { Key(unit: unit, indicator: indicator, year: year, kind: kind) }

  /// What is to be reached by the end of a month: the path's value, or an equal share of the goal.
  public func due(month: Int) -> Fraction {
    if let path, path.indices.contains(month - 1) { return path[month - 1].fraction }
    return Fraction(Int128(goal.tenThousandths) * Int128(month), over: 120_000)
  }

  /// Refuses targets of one unit, indicator and year that no figure could meet together.
  public static func check(_ targets: [Target]) throws(Refusal) {
    var seen: [Key: [Target]] = [:]
    for target in targets {
      let key = Key(
        unit: target.unit, indicator: target.indicator, year: target.year, kind: nil)
      for other in seen[key, default: []] {
        if other.kind == target.kind, other != target {
          throw Refusal(
            TargetRefusal.contradictory, target.unit, target.indicator, String(target.year))
        }
        try Self.refuseGap(other, target)
        try Self.refuseGap(target, other)
      }
      seen[key, default: []].append(target)
    }
  }

  private static func refuseGap(_ upper: Target, _ lower: Target) throws(Refusal) {
    let isGap =
      switch (upper.kind, lower.kind) {
      case (.atMost, .atLeast), (.yoyAtMostPercent, .yoyAtLeastPercent): upper.goal < lower.goal
      case (.zero, .atLeast): lower.goal > .zero
      default: false
      }
    if isGap {
      throw Refusal(
        TargetRefusal.contradictory, upper.unit, upper.indicator, String(upper.year))
    }
  }
}

/// Why a target is refused.
public enum TargetRefusal: String, RefusalReason {
  case kindUnknown = "target.kind_unknown"
  case yearOutOfRange = "target.year_out_of_range"
  case pathDoesNotEndAtGoal = "target.path_does_not_end_at_goal"
  case contradictory = "target.contradictory"

  /// What is wrong.
  public var text: BilingualText {
    switch self {
    case .kindUnknown:
      BilingualText(zh: "没有目标类型“{0}”。", en: "There is no kind of target “{0}”.")
    case .yearOutOfRange:
      BilingualText(
        zh: "年份 {0} 不在 2000 至 2100 之间。", en: "The year {0} is not between 2000 and 2100.")
    case .pathDoesNotEndAtGoal:
      BilingualText(
        zh: "逐月路径须有十二个值，且十二月等于目标值。",
        en: "A path has twelve values and ends at the goal.")
    case .contradictory:
      BilingualText(
        zh: "{0} 的 {1} 在 {2} 年有互相矛盾的目标。",
        en: "{0} has contradicting targets for {1} in {2}.")
    }
  }

  /// What to do.
  public var wayOut: BilingualText {
    switch self {
    case .kindUnknown:
      BilingualText(zh: "可用类型：{1}。", en: "The kinds are {1}.")
    case .yearOutOfRange, .pathDoesNotEndAtGoal:
      BilingualText(zh: "请改正后再导入。", en: "Correct it and import again.")
    case .contradictory:
      BilingualText(zh: "请只保留其中一个。", en: "Keep one of them.")
    }
  }
}
