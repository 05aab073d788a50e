/// One reported value: a number, or absent for a stated reason.
///
/// Blank is never zero.
public enum Figure: Hashable, Sendable {
  case number(FigureNumber)
  case absent(Absence)
}

/// Why a figure has no number.
public enum Absence: String, Hashable, Sendable, CaseIterable {
  /// Due and not reported.
  case missing
  /// The indicator does not exist for this unit.
  case notApplicable = "not_applicable"
  /// Known and deliberately not told.
  case withheld
}

/// A whole number of ten-thousandths: exact, and small enough that sums of millions cannot overflow
/// `Int128`.
public struct FigureNumber: Hashable, Comparable, Sendable {
  /// The number times 10,000.
  public let tenThousandths: Int64

  /// The greatest magnitude, in ten-thousandths; the database's check says the same.
  public static let magnitudeMax: Int64 = 999_999_999_999_999_999

  /// The number zero.
  public static let zero = FigureNumber(unchecked: 0)

  /// Creates a figure, or nil when its magnitude exceeds ``magnitudeMax``.
  public init?(tenThousandths: Int64) {
    guard tenThousandths >= -Self.magnitudeMax, tenThousandths <= Self.magnitudeMax else {
      return nil
    }
    self.tenThousandths = tenThousandths
  }

  private init(unchecked: Int64) {
    self.tenThousandths = unchecked
  }

  /// The smaller number first.
  public static func < (left: FigureNumber, right: FigureNumber) -> Bool {
    left.tenThousandths < right.tenThousandths
  }

  /// The number as an exact fraction.
  public var fraction: Fraction { Fraction(Int128(tenThousandths), over: 10_000) }
}

extension FigureNumber: CustomStringConvertible {
  /// The exact decimal text without trailing zeros: `1200`, `-0.25`.
  public var description: String {
    let magnitude = tenThousandths.magnitude
    let sign = tenThousandths < 0 ? "-" : ""
    let whole = magnitude / 10_000
    var decimals = String(magnitude % 10_000 + 10_000).dropFirst()
    while decimals.last == "0" { decimals.removeLast() }
    return decimals.isEmpty ? "\(sign)\(whole)" : "\(sign)\(whole).\(decimals)"
  }
}
