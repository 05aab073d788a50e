import LedgerDomain
import LedgerStore

/// One submission that is expected: of a unit, a form and a period.
struct Expectation: Sendable {
  let unit: String
  let form: Form
  let period: Period

  /// How people name it within a month.
  var name: String { Self.name(unit, form.code, period) }

  /// How people name a revision's submission within a month.
  static func name(of key: RevisionKey) -> String { name(key.unit, key.form, key.period) }

  private static func name(_ unit: String, _ form: String, _ period: Period) -> String {
    period.frequency == .month ? "\(unit)/\(form)" : "\(unit)/\(form)/\(period)"
  }
}

extension Catalogue {
  /// What a period expects: of each unit every form of that frequency, in the order of their
  /// names; of a day the forms of campaigns that the day belongs to.
  func expectations(of period: Period) -> [Expectation] {
    let tree = tree(on: period.lastDay)
    return forms(in: period.month).filter { $0.frequency == period.frequency }.flatMap { form in
      tree.units(of: form.kind).filter { campaignDays.asks(form.code, period, unit: $0.code) }
        .map { Expectation(unit: $0.code, form: form, period: period) }
    }.inOrder
  }

  /// What must have come before a month is closed: what is reported for each period that ends
  /// in it.
  ///
  /// Days are not among them: reporting them is left to the units, and nothing is ranked by them.
  func expectations(endingIn month: Month) -> [Expectation] {
    [Frequency.week, .month, .quarter].flatMap { Period.endingIn(month, $0) }
      .flatMap(expectations).inOrder
  }
}

extension [Expectation] {
  fileprivate var inOrder: [Expectation] {
    map { (name: $0.name, item: $0) }.sorted { $0.name < $1.name }.map(\.item)
  }
}
