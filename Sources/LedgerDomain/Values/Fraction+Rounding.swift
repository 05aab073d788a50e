import BigInt

extension Fraction {
  /// The greatest whole number that is not above the fraction.
  var floored: BigInt {
    let (numerator, denominator) = big
    let whole = numerator / denominator
    return numerator.sign == .minus && whole * denominator != numerator ? whole - 1 : whole
  }

  /// The number of so many decimals that is nearest, half away from zero.
  public func nearest(decimals: Int) -> Fraction {
    Fraction(big: rounded(decimals: decimals), over: BigInt(10).power(max(0, decimals)))
  }

  /// The largest number of so many decimals that is not above the fraction.
  public func roundedDown(decimals: Int) -> Fraction {
    let unit = BigInt(10).power(max(0, decimals))
    return Fraction(big: (self * Fraction(big: unit, over: 1)).floored, over: unit)
  }

  /// The smallest number of so many decimals that is not below the fraction.
  public func roundedUp(decimals: Int) -> Fraction { -(-self).roundedDown(decimals: decimals) }
}
