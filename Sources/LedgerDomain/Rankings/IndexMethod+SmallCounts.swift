extension IndexMethod {
  /// Refuses a method in which a count with a limit bears marks.
  ///
  /// A score is public, and so are most components: one that is hidden follows from them. `limits`
  /// are those of reported indicators; formulas are opened.
  public func checkSmallCounts(
    _ limits: [String: Int], formulas: [String: Measure]
  ) throws(Refusal) {
    let bearing = Self.bearing(root) + deductions.map { ($0.name, $0.measure) }
    for (name, measure) in bearing {
      let codes = measure.openedCodes(formulas).filter { limits[$0] != nil }
      if let code = codes.min() { throw Refusal(IndexMethodRefusal.countIsSmall, name, code) }
    }
  }

  /// The components on which the score depends: not those without weight, but for a minimum, which
  /// asks for no weights.
  private static func bearing(_ node: IndexNode) -> [(name: String, measure: Measure)] {
    switch node {
    case .leaf(let name, _, let component): [(name, component.measure)]
    case .inner(_, _, let aggregation, let children):
      children.filter { aggregation == .minimum || !$0.weight.isZero }.flatMap(bearing)
    }
  }
}
