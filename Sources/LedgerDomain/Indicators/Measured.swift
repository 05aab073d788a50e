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

/// Why a measure has no value that can be compared.
enum Lack: Sendable {
  /// Due and not reported, or a window that lacks a month.
  case missing
  /// The indicator does not exist for the unit.
  case notApplicable
  /// Known and not told.
  case withheld
  /// A denominator is zero, or a logarithm does not take the value.
  case undefined
}

extension Measured {
  /// Why there is no exact value; nil when there is one.
  var lack: Lack? {
    switch self {
    case .value: nil
    case .incomplete, .absent(.missing): .missing
    case .absent(.notApplicable): .notApplicable
    case .absent(.withheld): .withheld
    case .undefined: .undefined
    }
  }
}
