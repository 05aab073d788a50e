import LedgerDomain
import LedgerStore

/// What the catalogue holds on a day: the tree, the indicators, the forms.
struct Catalogue: Sendable {
  let tree: UnitTree
  let indicators: [String: Indicator]
  let definitions: [String: JSONValue]
  let formulas: [String: Measure]
  let forms: [Form]
  /// On which days the forms of campaigns are due.
  let campaignDays: CampaignDays
  private let day: CalendarDate
  private let versions: [UnitVersion]

  init(_ transaction: LedgerTransaction, on day: CalendarDate) throws {
    self.day = day
    versions = try transaction.unitVersions()
    tree = UnitTree(versions, on: day)
    var indicators: [String: Indicator] = [:]
    var definitions: [String: JSONValue] = [:]
    var formulas: [String: Measure] = [:]
    for (indicator, definition) in try transaction.indicators(on: day) {
      indicators[indicator.code] = indicator
      definitions[indicator.code] = definition
      if let formula = indicator.formula {
        formulas[indicator.code] = try Measure(JSONReader(formula))
      }
    }
    self.indicators = indicators
    self.definitions = definitions
    self.formulas = formulas
    forms = try transaction.forms()
    campaignDays =
      forms.contains { $0.frequency == .day }
      ? CampaignDays(try transaction.campaigns(), try transaction.workingCalendar()) : .none
  }

  /// The version of each form that counts in a month.
  func forms(in month: Month) -> [Form] {
    var latest: [String: Form] = [:]
    for form in forms where form.effective <= month { latest[form.code] = form }
    return latest.values.sorted { $0.code < $1.code }
  }

  /// The units as they are on another day.
  func tree(on other: CalendarDate) -> UnitTree {
    other == day ? tree : UnitTree(versions, on: other)
  }

  /// A form's version by its first month.
  func form(_ code: String, effective day: CalendarDate) -> Form? {
    forms.last { $0.code == code && $0.effective.firstDay == day }
  }
}
