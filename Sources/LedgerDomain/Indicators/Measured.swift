/// What a measure gives for one unit in one month.
public enum Measured: Hashable, Sendable {
  /// The exact value.
  case value(Fraction)
  /// The value of the months that are there, in a window that lacks one because it is missing.
  case incomplete(Fraction)
  /// A figure that the measure needs is absent.
  case absent(Absence)
  /// A denominator is zero: not comparable (不可比).
  case undefined

  /// The exact value, when the measure has one.
  public var fraction: Fraction? {
    guard case .value(let fraction) = self else { return nil }
    return fraction
  }
}
