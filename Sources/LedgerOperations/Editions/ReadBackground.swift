public import LedgerDomain
import LedgerStore

/// The figures behind a published edition, for a cache that decides itself what somebody sees.
public struct EditionBackground: Sendable {
  /// What the unit is called below which the edition ranks, on the month's last day.
  public let scopeName: BilingualText?
  /// The figures that the edition was made from; nil where one is not what it was, which
  /// ``Ledger/rerunEdition(_:)`` tells.
  public let frozen: FigureCube?
  /// The same indicators from January of last year to the month: the edition's own revisions, and
  /// what is accepted for the months that it did not read.
  public let years: FigureCube
  /// What of these figures is not shown.
  public let disclosure: Disclosure
  /// How ratio indicators are computed.
  public let formulas: [String: Measure]
  /// Every version of every form.
  public let forms: [Form]
}

extension Ledger {
  /// Reads what stands behind an edition, as ``publishedDocument(_:)``.
  public func background(of inputs: EditionInputs) async throws -> EditionBackground {
    let nobody = nobodyAtAll
    return try await audit.act(by: nobody, readOnly: true) { try $0.background(of: inputs) }
  }
}

extension LedgerTransaction {
  fileprivate func background(of inputs: EditionInputs) throws -> EditionBackground {
    let (plan, units) = (inputs.plan, inputs.units.map(\.unit))
    let forms = try forms()
    let back = 0..<(plan.month.number + 12)
    var frozen = try CubeBuilder(plan, units: units, indicators: inputs.indicators)
    var years = try CubeBuilder(
      plan, units: units, indicators: inputs.indicators, monthsBack: Set(back))
    for target in inputs.targets { frozen.take(target) }
    var isUnchanged = true
    do {
      try forEachFrozen(inputs, forms) { revision, form in
        frozen.take(revision, form)
        years.take(revision, form)
      }
    } catch is FrozenInputChanged {
      isUnchanged = false
    }
    let read = Set(inputs.revisions.map(\.period))
    let others = back.map { plan.month.adding(months: -$0) }.filter { !read.contains($0) }
    try forEachAccepted(periods: others.sorted().map(Period.init)) { revision, _ in
      if let form = forms.version(revision.form, revision.formEffective) {
        years.take(revision, form)
      }
    }
    let indicators = try inputs.indicators.map { try Indicator(JSONReader($0)) }
    let limits = try countLimits()
      .merging(try indicators.countLimits()) { Swift.max($0, $1) }
    var formulas: [String: Measure] = [:]
    for indicator in indicators {
      formulas[indicator.code] = try indicator.formula.map { try Measure(JSONReader($0)) }
    }
    let tree = UnitTree(try unitVersions(), on: plan.month.lastDay)
    return EditionBackground(
      scopeName: tree[plan.scope]?.name, frozen: isUnchanged ? frozen.cube : nil,
      years: years.cube,
      disclosure: indicators.contains { limits[$0.code] != nil }
        ? Disclosure(years.cube, limits: limits) : .complete,
      formulas: formulas, forms: forms)
  }
}
