/// The targets of one indicator for a year, held against other months as if they had been theirs.
///
/// Nothing of it is kept: it shows before a target is set what it would have done.
public struct TargetLine: Sendable {
  /// The indicator's code.
  public let indicator: String
  private let targets: [Target]

  /// Draws the line that some targets make; those of other indicators are left out.
  public init(_ targets: [Target], of indicator: String) {
    self.indicator = indicator
    self.targets = targets.filter { $0.indicator == indicator }
  }

  /// The same demands in another year.
  public func targets(in year: Int) throws(Refusal) -> [Target] {
    var moved: [Target] = []
    for target in targets {
      moved.append(
        try Target(
          unit: target.unit, indicator: indicator, year: year, kind: target.kind,
          goal: target.goal, baseline: target.baseline, path: target.path))
    }
    return moved
  }

  /// What is read to see whether a unit keeps to the line.
  public var measure: Measure { .againstTarget(indicator) }

  /// Some rules with the line read besides, so that one load of figures serves both.
  public func read(beside rules: RuleSet?, in month: Month) -> RuleSet {
    let line = RuleSet.Rule(
      id: "target-line", family: nil, colour: .yellow, text: BilingualText(zh: "线", en: "line"),
      condition: .compare(measure, .equal, .constant(.zero, written: "0")), indicator: nil)
    return RuleSet(
      id: rules?.id ?? "target-line", version: rules?.version ?? 1,
      effective: rules?.effective ?? month, requires: rules?.requires ?? [],
      rules: (rules?.rules ?? []) + [line], kind: rules?.kind,
      definition: rules?.definition ?? .null)
  }
}

extension RuleSet {
  /// Whether a colour depends on an indicator's targets.
  public func readsTargets(of indicator: String, formulas: [String: Measure] = [:]) -> Bool {
    measures.contains { $0.readsTargets(of: indicator, formulas: formulas) }
  }
}

extension Measure {
  /// Whether the measure compares an indicator with its targets, formulas opened.
  func readsTargets(of indicator: String, formulas: [String: Measure] = [:]) -> Bool {
    switch self {
    case .againstTarget(let code), .attainment(let code, _): code == indicator
    case .indicator(let code): formulas[code]?.readsTargets(of: indicator) ?? false
    case .yearOnYear(let inner), .monthOnMonth(let inner), .difference(let inner, _),
      .ratioToParent(let inner), .worstRank(let inner):
      inner.readsTargets(of: indicator, formulas: formulas)
    case .quotient(let top, let bottom):
      top.readsTargets(of: indicator, formulas: formulas)
        || bottom.readsTargets(of: indicator, formulas: formulas)
    case .monthsInARow(let condition):
      condition.measures.contains { $0.readsTargets(of: indicator, formulas: formulas) }
    case .sum, .last, .share, .per, .daily, .state, .column: false
    }
  }
}

/// What a line would have done to one unit over some months.
public struct TargetTrial: Hashable, Sendable {
  /// In how many months every target would have been met.
  public private(set) var met = 0
  /// In how many one would have been missed.
  public private(set) var missed = 0
  /// In how many it cannot be said, since a figure is absent.
  public private(set) var unknown = 0
  /// In how many months the unit would have had each colour; empty where nothing is rated.
  public private(set) var colours: [Colour: Int] = [:]

  /// Before any month.
  public init() {}

  /// Counts one month: what the line's measure gave, and the colour.
  public mutating func add(_ measured: Measured, _ colour: Colour?) {
    if let value = measured.fraction {
      if value.isZero { missed += 1 } else { met += 1 }
    } else {
      unknown += 1
    }
    if let colour { colours[colour, default: 0] += 1 }
  }
}
