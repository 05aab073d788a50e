/// Where measures read from: the figures of a month's units, or a plain table.
///
/// Units and indicators are positions; `monthsBack` counts from the evaluated month.
public protocol FigureSource: Sendable {
  /// How many units there are.
  var unitCount: Int { get }
  /// How many groups of peers there are.
  var groupCount: Int { get }
  /// The group of peers of a unit.
  func group(of unit: Int) -> Int
  /// The position of an indicator, or nil when the source has none of that code.
  func indicator(_ code: String) -> Int?
  /// Whether higher figures of the indicator are worse.
  func isHigherWorse(_ indicator: Int) -> Bool
  /// The indicator's own formula, when it is a ratio.
  func formula(_ code: String) -> Measure?
  /// The indicator over a window: a flow's sum, or a stock's last value.
  func total(_ indicator: Int, _ window: Window, unit: Int, monthsBack: Int) -> Measured
  /// The unit's population in force so many months back.
  func population(of unit: Int, monthsBack: Int) -> Fraction?
  /// Calendar days of a window.
  func days(in window: Window, monthsBack: Int) -> Int
  /// The unit's target for the indicator in the year of the month so many back.
  func targets(_ indicator: Int, unit: Int, monthsBack: Int) -> [Target]
  /// The number 1…12 of the month so many back.
  func monthNumber(monthsBack: Int) -> Int
  /// Whether the unit is in a state.
  func isUnit(_ unit: Int, in state: String) -> Bool
  /// A column of a plain table.
  func column(_ name: String, unit: Int) -> Measured
}
