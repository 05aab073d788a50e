/// A unit among those that are evaluated together.
public struct CubeUnit: Hashable, Sendable {
  /// The unit's code.
  public let code: String
  /// The unit above, whose children are its peers.
  public let parent: String
  /// The group it is ranked in, if any.
  public let group: String?
  /// Population in force at the end of the month, and so many years earlier; nil when unknown.
  public let populations: [Int64?]
  /// The states it is in (`listed`).
  public let states: Set<String>

  /// Describes a unit.
  public init(
    code: String, parent: String, group: String? = nil, populations: [Int64?] = [],
    states: Set<String> = []
  ) {
    self.code = code
    self.parent = parent
    self.group = group
    self.populations = populations
    self.states = states
  }
}

/// All figures that an evaluation reads, dense: month × unit × indicator.
public struct FigureCube: Sendable {
  /// The evaluated month.
  public let month: Month
  /// The units, in the order of their codes' bytes.
  public let units: [CubeUnit]
  /// The reported indicators.
  public let indicators: [Indicator]

  private let loaded: [Int]
  private let slots: [Int?]
  private let groups: [Int]
  /// The parents, in the order of their group numbers.
  public let parents: [String]
  private let columns: [String: Int]
  private let formulas: [String: Measure]
  private var cells: [Int64]
  private let years: ClosedRange<Int>
  // Of each year, unit and indicator the first goal's number, or -1; a goal names the next one.
  private var firstGoals: [Int32] = []
  private var goals: [(target: Target, next: Int32)] = []

  // Numbers stay within ±(10^18 - 1), so that these stand for absence.
  private static let missing = Int64.min
  private static let notApplicable = Int64.min + 1
  private static let withheld = Int64.min + 2

  /// Makes room for the months that are needed (months back from the evaluated one); every figure
  /// is missing until it is set.
  ///
  /// `units` are sorted by their codes' bytes; ratio indicators come as formulas only.
  public init(
    month: Month, units: [CubeUnit], indicators: [Indicator], formulas: [String: Measure],
    monthsBack: Set<Int>
  ) {
    self.month = month
    self.units = units
    self.indicators = indicators
    self.formulas = formulas
    loaded = monthsBack.sorted()
    years = month.adding(months: -(loaded.last ?? 0)).year...month.year
    var slots = [Int?](repeating: nil, count: (loaded.last ?? 0) + 1)
    for (slot, back) in loaded.enumerated() where back >= 0 { slots[back] = slot }
    self.slots = slots
    columns = Dictionary(
      indicators.enumerated().map { ($1.code, $0) }, uniquingKeysWith: { first, _ in first })
    var parents: [String] = []
    var numbers: [String: Int] = [:]
    groups = units.map { unit in
      if let number = numbers[unit.parent] { return number }
      numbers[unit.parent] = parents.count
      parents.append(unit.parent)
      return parents.count - 1
    }
    self.parents = parents
    cells = [Int64](
      repeating: Self.missing, count: loaded.count * units.count * indicators.count)
  }

  /// The months that have room, counted back.
  public var monthsBack: [Int] { loaded }

  /// The column of an indicator.
  public func column(of code: String) -> Int? { columns[code] }

  private func index(_ unit: Int, _ indicator: Int, _ monthsBack: Int) -> Int? {
    guard slots.indices.contains(monthsBack), let slot = slots[monthsBack] else { return nil }
    return (slot * units.count + unit) * indicators.count + indicator
  }

  /// Sets one figure; ignored for a month without room.
  public mutating func set(
    _ figure: Figure, unit: Int, indicator: Int, monthsBack: Int
  ) {
    guard let index = index(unit, indicator, monthsBack) else { return }
    switch figure {
    case .number(let number): cells[index] = number.tenThousandths
    case .absent(.missing): cells[index] = Self.missing
    case .absent(.notApplicable): cells[index] = Self.notApplicable
    case .absent(.withheld): cells[index] = Self.withheld
    }
  }

  /// Sets one number by its ten-thousandths, already known to be in range: the fast way in.
  public mutating func set(
    tenThousandths: Int64, unit: Int, indicator: Int, monthsBack: Int
  ) {
    guard let index = index(unit, indicator, monthsBack) else { return }
    cells[index] = tenThousandths
  }

  /// The figure of one month.
  public func figure(unit: Int, indicator: Int, monthsBack: Int) -> Figure {
    guard let index = index(unit, indicator, monthsBack) else { return .absent(.missing) }
    switch cells[index] {
    case Self.missing: return .absent(.missing)
    case Self.notApplicable: return .absent(.notApplicable)
    case Self.withheld: return .absent(.withheld)
    case let number:
      return FigureNumber(tenThousandths: number).map(Figure.number) ?? .absent(.missing)
    }
  }

  /// Sets a target of a unit's indicator; it replaces an earlier one of the same year and kind.
  public mutating func set(_ target: Target, unit: Int, indicator: Int) {
    guard let slot = goalSlot(unit, indicator, target.year) else { return }
    if firstGoals.isEmpty {
      firstGoals = [Int32](
        repeating: -1, count: years.count * units.count * indicators.count)
    }
    var next = firstGoals[slot]
    while next >= 0 {
      if goals[Int(next)].target.kind == target.kind {
        goals[Int(next)].target = target
        return
      }
      next = goals[Int(next)].next
    }
    goals.append((target, firstGoals[slot]))
    firstGoals[slot] = Int32(truncatingIfNeeded: goals.count - 1)
  }

  private func goalSlot(_ unit: Int, _ indicator: Int, _ year: Int) -> Int? {
    guard years.contains(year) else { return nil }
    return ((year - years.lowerBound) * units.count + unit) * indicators.count + indicator
  }

  private func targets(inSlot slot: Int) -> [Target] {
    firstGoals.indices.contains(slot) ? targets(from: firstGoals[slot]) : []
  }

  private func targets(from first: Int32) -> [Target] {
    var found: [Target] = []
    var next = first
    while next >= 0 {
      found.append(goals[Int(next)].target)
      next = goals[Int(next)].next
    }
    return found.count < 2
      ? found : found.sorted { TargetKind.order($0.kind) < TargetKind.order($1.kind) }
  }

  /// Every target that was set, by year, unit, indicator and kind.
  public var targets: [Target] {
    var targets: [Target] = []
    targets.reserveCapacity(goals.count)
    forEachTarget { targets.append($0) }
    return targets
  }

  /// Calls `body` with every target that was set, in the order of ``targets``, without a copy.
  public func forEachTarget(_ body: (Target) -> Void) {
    for first in firstGoals where first >= 0 {
      let head = goals[Int(first)]
      if head.next < 0 {
        body(head.target)
      } else {
        targets(from: first).forEach(body)
      }
    }
  }
}

extension FigureCube: FigureSource {
  /// How many units there are.
  public var unitCount: Int { units.count }
  /// How many parents the units have.
  public var groupCount: Int { parents.count }
  /// The number of the unit's parent.
  public func group(of unit: Int) -> Int { groups[unit] }
  /// The column of an indicator.
  public func indicator(_ code: String) -> Int? { columns[code] }
  /// Whether the indicator's direction is not `higher`.
  public func isHigherWorse(_ indicator: Int) -> Bool {
    indicators[indicator].direction != .higher
  }
  /// A ratio's formula.
  public func formula(_ code: String) -> Measure? { formulas[code] }

  /// A flow's sum over the window or a stock's last value, from the months that are loaded.
  public func total(
    _ indicator: Int, _ window: Window, unit: Int, monthsBack: Int
  ) -> Measured {
    if indicators[indicator].kind == .stock || indicators[indicator].kind == .rank {
      switch figure(unit: unit, indicator: indicator, monthsBack: monthsBack) {
      case .number(let number): return .value(number.fraction)
      case .absent(let absence): return .absent(absence)
      }
    }
    var sum: Int128 = 0
    var counted = 0
    var worst: Absence?
    let offsets = window.offsets(from: month.adding(months: -monthsBack))
    for offset in offsets {
      let cell = index(unit, indicator, monthsBack + offset).map { cells[$0] } ?? Self.missing
      switch cell {
      case Self.missing: worst = .missing
      case Self.notApplicable: worst = worst ?? .notApplicable
      case Self.withheld: if worst != .missing { worst = .withheld }
      default:
        sum += Int128(cell)
        counted += 1
      }
    }
    guard counted > 0 else { return .absent(worst ?? .missing) }
    let total = Fraction(sum, over: 10_000)
    // A month in which the indicator did not exist for the unit leaves no gap; any other does.
    return worst == nil || worst == .notApplicable ? .value(total) : .incomplete(total)
  }

  /// The population in force so many whole years back, or the nearest later one that is known.
  public func population(of unit: Int, monthsBack: Int) -> Fraction? {
    let populations = units[unit].populations
    let years = min(monthsBack / 12, populations.count - 1)
    guard years >= 0 else { return nil }
    let known = populations[0...years].last { $0 != nil } ?? nil
    return known.map { Fraction(Int128($0)) }
  }

  /// Calendar days of a window.
  public func days(in window: Window, monthsBack: Int) -> Int {
    window.days(from: month.adding(months: -monthsBack))
  }

  /// The targets for the year of the month so many back, by kind.
  public func targets(_ indicator: Int, unit: Int, monthsBack: Int) -> [Target] {
    goalSlot(unit, indicator, month.adding(months: -monthsBack).year).map(targets(inSlot:)) ?? []
  }

  /// 1 for January … 12.
  public func monthNumber(monthsBack: Int) -> Int {
    month.adding(months: -monthsBack).number
  }

  /// Whether the unit is in a state.
  public func isUnit(_ unit: Int, in state: String) -> Bool {
    units[unit].states.contains(state)
  }

  /// A cube has no columns.
  public func column(_ name: String, unit: Int) -> Measured { .absent(.missing) }
}
