import LedgerDomain
import LedgerOperations

/// The figures behind an edition as pages show them: read, measured and ranked again once, and kept
/// beside it.
struct EditionFigures: Sendable {
  /// What the unit is called below which the edition ranks.
  let scopeName: BilingualText?
  /// The figures from January of last year to the month.
  let years: FigureCube
  /// The forms, every version.
  let forms: [Form]
  /// Between which ranks the units stand; nil where that is not computed.
  let robustness: (draws: Int, bands: [String: Robustness.Band])?
  /// What the method knows of the units of the ranking that pages show, in its order.
  let inputs: [UnitInput]
  /// The rate that leads the method.
  let rate: Rate?

  private let disclosure: Disclosure
  private let formulas: [String: Measure]
  private let positions: [String: Int]

  /// The rate behind the method's first component: the component may compare it with the area's.
  struct Rate: Sendable {
    /// What it is, and what a line of it shows month by month.
    let measure, monthly: Measure
    /// Each unit's value now, and of the last twelve months; nil where there is none to show.
    let values: [String: (now: Measured, months: [Fraction?])]
  }

  /// How often units are ranked again: the pages' own number, told where it is used.
  private static let draws = 2_000
  /// Comparisons of two units that a page may wait for.
  private static let comparisonsMax = 20_000_000
  static let seed: UInt64 = 1
  static let worst = 3

  /// Computes what pages show of an edition.
  init(_ month: PublishedMonth, _ background: EditionBackground) {
    scopeName = background.scopeName
    years = background.years
    forms = background.forms
    disclosure = background.disclosure
    formulas = background.formulas
    positions = Dictionary(
      years.units.enumerated().map { ($1.code, $0) }, uniquingKeysWith: { first, _ in first })
    let members = month.ranking.standings.map(\.unit)
    (inputs, robustness) = Self.ranked(month, members, background.frozen)
    rate = month.components.first.map { Self.rate($0.component.measure, background) }
  }

  private static func ranked(
    _ month: PublishedMonth, _ members: [String], _ cube: FigureCube?
  ) -> (inputs: [UnitInput], robustness: (draws: Int, bands: [String: Robustness.Band])?) {
    guard let method = month.inputs.plan.method, let cube else { return ([], nil) }
    var places: [String: Int] = [:]
    for (place, unit) in cube.units.enumerated() { places[unit.code] = place }
    let all = EvaluatedInputs(method: method, cube: cube).units
    let inputs = members.compactMap { places[$0].map { all[$0] } }
    let count = max(1, members.count)
    let draws = min(draws, comparisonsMax / (count * count))
    guard draws >= 200, inputs.count == members.count,
      let evaluation = try? Evaluation(month.inputs.plan, cube, withReasons: false),
      let ranking = evaluation.rankings.first(where: { $0.peersOf == month.ranking.peersOf }),
      let sure = try? ranking.robustness(method, cube, draws: draws, seed: seed, worst: worst)
    else { return (inputs, nil) }
    var bands: [String: Robustness.Band] = [:]
    for (standing, band) in zip(ranking.standings, sure.bands) {
      bands[cube.units[standing.unit].code] = band
    }
    return (inputs, (draws, bands))
  }

  private static func rate(_ leading: Measure, _ background: EditionBackground) -> Rate {
    let measure = if case .ratioToParent(let inner) = leading { inner } else { leading }
    let monthly = measure.ofOneMonth
    let cube = background.years
    let evaluator = MeasureEvaluator(cube)
    var values: [String: (now: Measured, months: [Fraction?])] = [:]
    for (unit, place) in cube.units.enumerated() {
      func shown(_ measure: Measure, _ back: Int) -> Measured {
        background.isHidden(measure, of: place.code, monthsBack: back)
          ? .absent(.withheld) : evaluator.measured(measure, unit: unit, monthsBack: back)
      }
      let months = (0..<12).reversed().map { back -> Fraction? in
        if case .value(let value) = shown(monthly, back) { value } else { nil }
      }
      values[place.code] = (shown(measure, 0), months)
    }
    return Rate(measure: measure, monthly: monthly, values: values)
  }

  /// A unit's position among the figures.
  func position(of unit: String) -> Int? { positions[unit] }

  /// Whether what a measure gave for a unit so many months ago is not shown.
  func isHidden(_ measure: Measure, of unit: String, monthsBack: Int) -> Bool {
    ResultDisclosure(
      disclosure, month: years.month.adding(months: -monthsBack), formulas: formulas
    ).mark(measure, of: unit) != nil
  }

  /// Whether no month of an indicator's figures is hidden: totals would tell those around it.
  func tells(_ code: String, of unit: String) -> Bool {
    let month = Measure.sum(code, window: .month, monthsBack: 0)
    return years.monthsBack.allSatisfy { !isHidden(month, of: unit, monthsBack: $0) }
  }

  /// The indicators that a measure reads, formulas opened.
  func indicators(of measure: Measure) -> Set<String> {
    measure.indicatorCodes.reduce(into: []) { codes, code in
      codes.formUnion(formulas[code]?.indicatorCodes ?? [code])
    }
  }

  /// About how much memory the figures take.
  var size: Int { years.units.count * years.indicators.count * years.monthsBack.count * 8 }
}

extension EditionBackground {
  fileprivate func isHidden(_ measure: Measure, of unit: String, monthsBack: Int) -> Bool {
    ResultDisclosure(
      disclosure, month: years.month.adding(months: -monthsBack), formulas: formulas
    ).mark(measure, of: unit) != nil
  }
}

extension Measure {
  /// The same of the month alone, where it adds up over a window; itself otherwise.
  fileprivate var ofOneMonth: Measure {
    switch self {
    case .sum(let code, _, _): .sum(code, window: .month, monthsBack: 0)
    case .share(let code, let other, _): .share(code, of: other, window: .month)
    case .per(let residents, let code, _): .per(residents, of: code, window: .month)
    case .daily(let code, _): .daily(code, window: .month)
    default: self
    }
  }
}
