public import LedgerDomain
import LedgerStore

// Decided over the figures of all peers, whoever asks; so they are read as the auditor's role.
extension Ledger {
  /// What is not shown of the accepted figures of some periods.
  func disclosure(of periods: [Period]) async throws -> Disclosure {
    try await audit.act(by: nobodyAtAll, readOnly: true) { transaction in
      try transaction.disclosure(of: periods)
    }
  }

  /// What is not shown of the results that the figures accepted now give.
  func disclosure(of plan: EvaluationPlan) async throws -> ResultDisclosure {
    try await audit.act(by: nobodyAtAll, readOnly: true) { transaction in
      let catalogue = try Catalogue(transaction, on: plan.month.lastDay)
      let loaded = try transaction.evaluate(plan, catalogue, withReasons: false)
      return ResultDisclosure(
        Disclosure(loaded.evaluation.cube, limits: try transaction.countLimits()),
        month: plan.month, formulas: catalogue.formulas)
    }
  }

  /// What is not shown of an edition's results, by the figures that it was made from.
  public func disclosure(ofEdition document: JSONValue) async throws -> ResultDisclosure {
    try await audit.act(by: nobodyAtAll, readOnly: true) { transaction in
      let indicators = try JSONReader(try JSONReader(document).required("indicators").value)
        .elements().map { try Indicator($0) }
      let limits = try transaction.countLimits()
        .merging(try indicators.countLimits()) { max($0, $1) }
      guard indicators.contains(where: { limits[$0.code] != nil }) else { return .complete }
      let inputs = try EditionInputs(document: document)
      var formulas: [String: Measure] = [:]
      for indicator in indicators {
        formulas[indicator.code] = try indicator.formula.map { try Measure(JSONReader($0)) }
      }
      return ResultDisclosure(
        Disclosure(try transaction.frozenCube(inputs), limits: limits),
        month: inputs.plan.month, formulas: formulas)
    }
  }
}

extension LedgerTransaction {
  /// Below what the counts of reported indicators are small, as it is defined today.
  func countLimits() throws -> [String: Int] {
    try indicators(on: try today()).map(\.indicator).countLimits()
  }

  /// Whether a plan reads an indicator with a limit.
  func readsSmallCounts(_ plan: EvaluationPlan, _ catalogue: Catalogue) throws -> Bool {
    let limits = try countLimits()
    return plan.indicatorCodes(formulas: catalogue.formulas).contains { limits[$0] != nil }
  }

  /// What is not shown of the accepted figures of some periods; needs the auditor's role.
  fileprivate func disclosure(of periods: [Period]) throws -> Disclosure {
    let limits = try countLimits()
    let forms = try forms().filter { form in form.fields.contains { limits[$0.indicator] != nil } }
    let frequencies = Set(forms.map(\.frequency))
    let periods = periods.filter { frequencies.contains($0.frequency) }
    guard !periods.isEmpty else { return Disclosure([], limits: limits) }
    let versions = try unitVersions()
    var trees: [CalendarDate: UnitTree] = [:]
    var counts: [ReportedCount] = []
    try forEachAccepted(periods: periods) { revision, _ in
      guard
        let form = forms.last(where: {
          $0.code == revision.form && $0.effective.firstDay == revision.formEffective
        })
      else { return }
      let day = revision.period.lastDay
      let tree = trees[day] ?? UnitTree(versions, on: day)
      trees[day] = tree
      let unit = tree[revision.unit]
      for (field, figure) in zip(form.fields, revision.figures) {
        guard limits[field.indicator] != nil, case .number(let number) = figure else { continue }
        counts.append(
          ReportedCount(
            unit: revision.unit, peers: "\(unit?.parent ?? "")/\(unit?.kind ?? "")",
            period: revision.period, indicator: field.indicator, number: number))
      }
    }
    return Disclosure(counts, limits: limits)
  }
}
