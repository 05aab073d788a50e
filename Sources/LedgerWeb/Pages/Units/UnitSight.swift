import LedgerDomain

/// What of one unit's published details somebody sees: all, what comes from some forms, or nothing.
///
/// Somebody whose grant is for one form sees a component where every figure that it reads was
/// reported with that form.
struct UnitSight: Sendable {
  /// Whether all is seen.
  let isWhole: Bool
  private let forms: Set<String>
  private let holders: [String: Set<String>]
  private let indicators: @Sendable (Measure) -> Set<String>

  init(_ unit: String, _ scope: VisibleScope, _ month: PublishedMonth, _ figures: EditionFigures?) {
    isWhole = scope.covers(unit)
    indicators = { measure in figures?.indicators(of: measure) ?? measure.indicatorCodes }
    guard !isWhole, let figures, scope.units.contains(where: { $0.hasPrefix(unit + "/") }) else {
      (forms, holders) = ([], [:])
      return
    }
    let read = Set(month.inputs.revisions.lazy.filter { $0.unit == unit }.map(\.form))
    forms = read.filter { scope.covers("\(unit)/\($0)") }
    var holders: [String: Set<String>] = [:]
    for form in figures.forms where read.contains(form.code) {
      for field in form.fields { holders[field.indicator, default: []].insert(form.code) }
    }
    self.holders = holders
  }

  private init() {
    (isWhole, forms, holders) = (false, [], [:])
    indicators = { $0.indicatorCodes }
  }

  /// Nothing.
  static let none = UnitSight()

  /// Whether nothing is seen.
  var isNone: Bool { !isWhole && forms.isEmpty }

  /// Whether what was reported with a form is seen.
  func reads(form: String) -> Bool { isWhole || forms.contains(form) }

  /// Whether what a measure gave is seen.
  func sees(_ measure: Measure) -> Bool {
    if isWhole { return true }
    guard !forms.isEmpty else { return false }
    return indicators(measure).allSatisfy { holders[$0]?.isSubset(of: forms) ?? false }
  }
}
