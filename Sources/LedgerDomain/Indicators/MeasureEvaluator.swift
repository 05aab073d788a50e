/// Computes measures and conditions over a source of figures.
///
/// Measures are compiled once into a flat table; what a unit's measure gave in the evaluated month
/// is remembered, since rules ask for the same measure many times. Not `Sendable`: one evaluation,
/// one evaluator.
public final class MeasureEvaluator {
  private let source: any FigureSource
  private var nodes: [Node] = []
  private var numbers: [Measure: Int] = [:]
  private var conditions: [ConditionPlan] = []
  private var memory: [Measured?] = []
  private var remembered = -1
  private var parentValues: [ParentKey: Measured] = [:]
  private var peerCounts: [Int] = []
  private var peers: [[Int]] = []

  private struct ParentKey: Hashable {
    let node: Int
    let group: Int
    let monthsBack: Int
  }

  /// A compiled measure; other measures are named by their numbers.
  private enum Node {
    case total(Int, Window, back: Int)
    case share(Int, Int, Window)
    case per(Int128, Int, Window)
    case daily(Int, Window)
    case change(Int, back: Int, isRelative: Bool)
    case ratioToParent(Int)
    case quotient(Int, Int)
    case againstTarget(Int)
    case attainment(Int, Window)
    case worstRank(Int, higherIsWorse: Bool)
    case monthsInARow(Int)
    case state(String)
    case column(String)
    case unknown
  }

  /// A measure's number in this evaluator, for repeated use.
  public struct Plan: Sendable {
    fileprivate let number: Int
  }

  /// Reads from a source.
  public init(_ source: any FigureSource) {
    self.source = source
    peers = Array(repeating: [], count: source.groupCount)
    for unit in 0..<source.unitCount { peers[source.group(of: unit)].append(unit) }
  }

  /// How many peers a unit has, itself included.
  public func peerCount(of unit: Int) -> Int { peers[source.group(of: unit)].count }

  // MARK: - Compiling

  /// Prepares a measure.
  public func plan(_ measure: Measure) -> Plan { Plan(number: number(of: measure)) }

  private func number(of measure: Measure) -> Int {
    if let number = numbers[measure] { return number }
    let node = compile(measure)
    nodes.append(node)
    memory.append(nil)
    numbers[measure] = nodes.count - 1
    return nodes.count - 1
  }

  private func compile(_ measure: Measure) -> Node {
    switch measure {
    case .sum(let code, let window, let back):
      source.indicator(code).map { .total($0, window, back: back) } ?? .unknown
    case .last(let code, let back):
      source.indicator(code).map { .total($0, .month, back: back) } ?? .unknown
    case .share(let code, let other, let window):
      if let top = source.indicator(code), let bottom = source.indicator(other) {
        .share(top, bottom, window)
      } else {
        .unknown
      }
    case .per(let residents, let code, let window):
      source.indicator(code).map { .per(Int128(residents), $0, window) } ?? .unknown
    case .daily(let code, let window): source.indicator(code).map { .daily($0, window) } ?? .unknown
    case .indicator(let code): source.formula(code).map(compile) ?? .unknown
    case .yearOnYear(let inner): .change(number(of: inner), back: 12, isRelative: true)
    case .monthOnMonth(let inner): .change(number(of: inner), back: 1, isRelative: true)
    case .difference(let inner, let back):
      .change(number(of: inner), back: back, isRelative: false)
    case .ratioToParent(let inner): .ratioToParent(number(of: inner))
    case .quotient(let top, let bottom): .quotient(number(of: top), number(of: bottom))
    case .againstTarget(let code): source.indicator(code).map(Node.againstTarget) ?? .unknown
    case .attainment(let code, let window):
      source.indicator(code).map { .attainment($0, window) } ?? .unknown
    case .worstRank(let inner):
      .worstRank(number(of: inner), higherIsWorse: isHigherWorse(inner))
    case .monthsInARow(let condition):
      .monthsInARow(remember(condition))
    case .state(let name): .state(name)
    case .column(let name): .column(name)
    }
  }

  private func isHigherWorse(_ measure: Measure) -> Bool {
    let first = measure.indicatorCodes.sorted().compactMap(source.indicator).first
    return first.map(source.isHigherWorse) ?? true
  }

  private func remember(_ condition: Condition) -> Int {
    conditions.append(plan(condition))
    return conditions.count - 1
  }

  // MARK: - Measuring

  /// What a measure gives for a unit in the evaluated month.
  public func measured(_ measure: Measure, unit: Int) -> Measured {
    measured(number(of: measure), unit, 0)
  }

  /// What a measure gave for a unit so many months before the evaluated one.
  public func measured(_ measure: Measure, unit: Int, monthsBack: Int) -> Measured {
    measured(number(of: measure), unit, monthsBack)
  }

  /// What a prepared measure gives for a unit in the evaluated month.
  public func measured(_ plan: Plan, unit: Int) -> Measured { measured(plan.number, unit, 0) }

  /// What a change compares: the measure now and then; nil for a measure that is no change.
  public func change(_ measure: Measure, unit: Int) -> (current: Measured, base: Measured)? {
    guard let change = measure.change else { return nil }
    let number = number(of: change.measure)
    return (measured(number, unit, 0), measured(number, unit, change.months))
  }

  private func measured(_ number: Int, _ unit: Int, _ back: Int) -> Measured {
    guard back == 0 else { return compute(nodes[number], number, unit, back) }
    if remembered != unit {
      for index in memory.indices { memory[index] = nil }
      remembered = unit
    }
    if let known = memory[number] { return known }
    let value = compute(nodes[number], number, unit, 0)
    if remembered == unit { memory[number] = value }
    return value
  }

  private func compute(_ node: Node, _ number: Int, _ unit: Int, _ back: Int) -> Measured {
    switch node {
    case .total(let indicator, let window, let further):
      return source.total(indicator, window, unit: unit, monthsBack: back + further)
    case .share, .per, .daily:
      let (top, bottom) = parts(node, unit, back)
      return Self.quotient(top, bottom)
    case .change(let inner, let months, let isRelative):
      let current = measured(inner, unit, back)
      let base = measured(inner, unit, back + months)
      return isRelative ? Self.relativeChange(current, base) : Self.difference(current, base)
    case .ratioToParent(let inner):
      let own = measured(inner, unit, back)
      return Self.quotient(own, parentValue(inner, source.group(of: unit), back))
    case .quotient(let top, let bottom):
      return Self.quotient(measured(top, unit, back), measured(bottom, unit, back))
    case .againstTarget(let indicator): return againstTarget(indicator, unit, back)
    case .attainment(let indicator, let window):
      return attainment(indicator, window, unit, back)
    case .worstRank(let inner, let higherIsWorse):
      return worstRank(inner, higherIsWorse, unit, back)
    case .monthsInARow(let condition):
      return monthsInARow(conditions[condition], unit, back)
    case .state(let name): return .value(source.isUnit(unit, in: name) ? .one : .zero)
    case .column(let name): return source.column(name, unit: unit)
    case .unknown: return .absent(.missing)
    }
  }

  /// Numerator and denominator of a ratio of sums.
  private func parts(_ node: Node, _ unit: Int, _ back: Int) -> (Measured, Measured) {
    switch node {
    case .share(let top, let bottom, let window):
      return (
        source.total(top, window, unit: unit, monthsBack: back),
        source.total(bottom, window, unit: unit, monthsBack: back)
      )
    case .per(let residents, let indicator, let window):
      let count = source.total(indicator, window, unit: unit, monthsBack: back)
      let population = source.population(of: unit, monthsBack: back)
      return (
        Self.map(count) { $0 * Fraction(residents) },
        population.map(Measured.value) ?? .absent(.missing)
      )
    case .daily(let indicator, let window):
      let days = source.days(in: window, monthsBack: back)
      return (
        source.total(indicator, window, unit: unit, monthsBack: back),
        .value(Fraction(Int128(days)))
      )
    default:
      return (.absent(.missing), .absent(.missing))
    }
  }

  /// The parent's value from summed numerators and denominators, over the peers that have both.
  private func parentValue(_ inner: Int, _ group: Int, _ back: Int) -> Measured {
    let key = ParentKey(node: inner, group: group, monthsBack: back)
    if let known = parentValues[key] { return known }
    var top = Fraction.zero
    var bottom = Fraction.zero
    var counted = 0
    let isDaily = if case .daily = nodes[inner] { true } else { false }
    for peer in peers[group] {
      let (numerator, denominator) = parts(nodes[inner], peer, back)
      guard let numerator = numerator.fraction, let denominator = denominator.fraction else {
        continue
      }
      top = top + numerator
      // The days of a window are the parent's own; they do not add up over its units.
      bottom = isDaily ? denominator : bottom + denominator
      counted += 1
    }
    let value: Measured =
      counted == 0 ? .absent(.missing) : Self.quotient(.value(top), .value(bottom))
    parentValues[key] = value
    return value
  }

  /// Met when every target is; one that is missed decides, otherwise one that is unknown does.
  private func againstTarget(_ indicator: Int, _ unit: Int, _ back: Int) -> Measured {
    let results = source.targets(indicator, unit: unit, monthsBack: back).map {
      against($0, indicator, unit, back)
    }
    guard let first = results.first else { return .absent(.notApplicable) }
    return results.first { $0.fraction?.isZero == true }
      ?? results.first { $0.fraction == nil } ?? first
  }

  private func against(
    _ target: Target, _ indicator: Int, _ unit: Int, _ back: Int
  ) -> Measured {
    let now = source.total(indicator, .yearToDate, unit: unit, monthsBack: back)
    let due = target.due(month: source.monthNumber(monthsBack: back))
    let percent = Fraction(Int128(target.goal.tenThousandths), over: 1_000_000)
    func met(_ measured: Measured, _ test: (Fraction) -> Bool) -> Measured {
      Self.map(measured) { test($0) ? .one : .zero }
    }
    switch target.kind {
    case .atMost: return met(now) { $0 <= due }
    case .atLeast: return met(now) { $0 >= due }
    case .zero: return met(now) { $0.isZero }
    case .yoyAtMostPercent, .yoyAtLeastPercent:
      let before = source.total(indicator, .yearToDate, unit: unit, monthsBack: back + 12)
      let change = Self.relativeChange(now, before)
      return met(change) { target.kind == .yoyAtMostPercent ? $0 <= percent : $0 >= percent }
    case .decreaseFromStart:
      let month = source.monthNumber(monthsBack: back)
      let start = source.total(indicator, .month, unit: unit, monthsBack: back + month)
      let current = source.total(indicator, .month, unit: unit, monthsBack: back)
      return met(Self.difference(start, current)) { $0 >= target.goal.fraction && $0.signum > 0 }
    }
  }

  private func attainment(
    _ indicator: Int, _ window: Window, _ unit: Int, _ back: Int
  ) -> Measured {
    let targets = source.targets(indicator, unit: unit, monthsBack: back)
    guard let target = targets.first(where: { $0.kind == .atMost || $0.kind == .atLeast }) else {
      return .absent(.notApplicable)
    }
    let now = source.total(indicator, window, unit: unit, monthsBack: back)
    let due = Measured.value(target.due(month: source.monthNumber(monthsBack: back)))
    return source.isHigherWorse(indicator) ? Self.quotient(due, now) : Self.quotient(now, due)
  }

  private func worstRank(
    _ inner: Int, _ higherIsWorse: Bool, _ unit: Int, _ back: Int
  ) -> Measured {
    let own = back == 0 && remembered == unit ? measured(inner, unit, 0) : value(inner, unit, back)
    guard let mine = own.fraction else { return own }
    var worse: Int128 = 0
    for peer in peers[source.group(of: unit)] where peer != unit {
      guard let other = value(inner, peer, back).fraction else { continue }
      if higherIsWorse ? other > mine : other < mine { worse += 1 }
    }
    return .value(Fraction(worse + 1))
  }

  /// A peer's value, without touching what is remembered of the unit in hand.
  private func value(_ number: Int, _ unit: Int, _ back: Int) -> Measured {
    let key = ParentKey(node: -number - 1, group: unit, monthsBack: back)
    if let known = parentValues[key] { return known }
    let outer = remembered
    let kept = memory
    let value = compute(nodes[number], number, unit, back)
    remembered = outer
    memory = kept
    parentValues[key] = value
    return value
  }

  private func monthsInARow(_ condition: ConditionPlan, _ unit: Int, _ back: Int) -> Measured {
    var months = 0
    while months < Measure.monthsInARowMax, holds(condition, unit, back + months) == true {
      months += 1
    }
    return .value(Fraction(Int128(months)))
  }

  // MARK: - Conditions

  /// A condition whose measures are numbers of this evaluator.
  indirect enum ConditionPlan {
    case all([ConditionPlan])
    case any([ConditionPlan])
    case not(ConditionPlan)
    case compare(Int, Condition.Comparison, Fraction)
    case compareMeasures(Int, Condition.Comparison, Int)
    case compareQuarter(Int, Condition.Comparison)
    case between(Int, Fraction, includesLower: Bool, Fraction, includesUpper: Bool)
  }

  /// Prepares a condition.
  func plan(_ condition: Condition) -> ConditionPlan {
    switch condition {
    case .all(let conditions): .all(conditions.map(plan))
    case .any(let conditions): .any(conditions.map(plan))
    case .not(let condition): .not(plan(condition))
    case .compare(let measure, let comparison, .constant(let constant, _)):
      .compare(number(of: measure), comparison, constant)
    case .compare(let measure, let comparison, .measure(let other)):
      .compareMeasures(number(of: measure), comparison, number(of: other))
    case .compare(let measure, let comparison, .quarterOfPeers):
      .compareQuarter(number(of: measure), comparison)
    case .between(let measure, let lower, let withLower, let upper, let withUpper):
      .between(
        number(of: measure), lower, includesLower: withLower, upper, includesUpper: withUpper)
    }
  }

  /// 1 where a unit meets a target in the evaluated month, 0 where it does not.
  public func met(_ target: Target, unit: Int) -> Measured {
    source.indicator(target.indicator).map { against(target, $0, unit, 0) }
      ?? .absent(.notApplicable)
  }

  /// Whether a condition holds for a unit in the evaluated month; nil when it is unknown.
  public func holds(_ condition: Condition, unit: Int) -> Bool? {
    holds(plan(condition), unit, 0)
  }

  func holds(_ plan: ConditionPlan, unit: Int) -> Bool? { holds(plan, unit, 0) }

  private func holds(_ plan: ConditionPlan, _ unit: Int, _ back: Int) -> Bool? {
    switch plan {
    case .all(let plans): return joined(plans, unit, back, decisive: false)
    case .any(let plans): return joined(plans, unit, back, decisive: true)
    case .not(let plan): return holds(plan, unit, back).map { !$0 }
    case .compare(let number, let comparison, let constant):
      return measured(number, unit, back).fraction.map { comparison.holds($0, constant) }
    case .compareMeasures(let number, let comparison, let other):
      guard let left = measured(number, unit, back).fraction,
        let right = measured(other, unit, back).fraction
      else { return nil }
      return comparison.holds(left, right)
    case .compareQuarter(let number, let comparison):
      let quarter = Fraction(Int128((peerCount(of: unit) + 3) / 4))
      return measured(number, unit, back).fraction.map { comparison.holds($0, quarter) }
    case .between(let number, let lower, let withLower, let upper, let withUpper):
      guard let value = measured(number, unit, back).fraction else { return nil }
      return (withLower ? value >= lower : value > lower)
        && (withUpper ? value <= upper : value < upper)
    }
  }

  /// Kleene's all and any: one decisive answer decides, otherwise one unknown makes it unknown.
  private func joined(
    _ plans: [ConditionPlan], _ unit: Int, _ back: Int, decisive: Bool
  ) -> Bool? {
    var isUnknown = false
    for plan in plans {
      guard let held = holds(plan, unit, back) else {
        isUnknown = true
        continue
      }
      if held == decisive { return decisive }
    }
    return isUnknown ? nil : !decisive
  }
}
