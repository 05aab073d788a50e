/// What an index is computed in: exact fractions for all that is stored and compared, IEEE doubles
/// for the thousands of draws of a ``Robustness`` analysis.
protocol IndexNumber: Comparable, Sendable {
  static var zero: Self { get }
  static var one: Self { get }
  init(_ fraction: Fraction)
  init(count: Int)
  /// Nil for NaN and infinities.
  init?(approximating number: Double)
  var approximation: Double { get }
  static func + (left: Self, right: Self) -> Self
  static func - (left: Self, right: Self) -> Self
  static func * (left: Self, right: Self) -> Self
  static prefix func - (operand: Self) -> Self
  /// Nil when the divisor is zero.
  func divided(by divisor: Self) -> Self?
}

extension Fraction: IndexNumber {
  init(_ fraction: Fraction) { self = fraction }
  init(count: Int) { self.init(Int128(count)) }
  func divided(by divisor: Fraction) -> Fraction? { self / divisor }
}

extension Double: IndexNumber {
  static var one: Double { 1 }
  init(_ fraction: Fraction) { self = fraction.approximation }
  init(count: Int) { self.init(count) }
  init?(approximating number: Double) {
    guard number.isFinite else { return nil }
    self = number
  }
  var approximation: Double { self }
  func divided(by divisor: Double) -> Double? { divisor == 0 ? nil : self / divisor }
}
