public import BigInt

/// An exact fraction of any size: what measures, thresholds and marks are compared with.
///
/// Kept in lowest terms with a positive denominator. Numerator and denominator live in `Int128`
/// while they fit and in `BigInt` beyond, so that no input can overflow.
public struct Fraction: Sendable {
  private enum Storage: Sendable {
    case small(numerator: Int128, denominator: Int128)
    case large(numerator: BigInt, denominator: BigInt)
  }

  private let storage: Storage

  /// Zero.
  public static let zero = Fraction(0)
  /// One.
  public static let one = Fraction(1)

  /// A whole number.
  public init(_ whole: Int128) {
    storage = .small(numerator: whole, denominator: 1)
  }

  /// `numerator / denominator`; the denominator is not zero.
  public init(_ numerator: Int128, over denominator: Int128) {
    precondition(denominator != 0, "a fraction's denominator is not zero")
    guard numerator != .min, denominator != .min else {
      self.init(big: BigInt(numerator), over: BigInt(denominator))
      return
    }
    let divisor = Self.greatestCommonDivisor(numerator.magnitude, denominator.magnitude)
    let sign: Int128 = denominator < 0 ? -1 : 1
    self.init(
      storage: .small(
        numerator: sign * (numerator / Int128(divisor)),
        denominator: sign * (denominator / Int128(divisor))))
  }

  /// `numerator / denominator` of any size; the denominator is not zero.
  public init(big numerator: BigInt, over denominator: BigInt) {
    precondition(!denominator.isZero, "a fraction's denominator is not zero")
    let divisor = numerator.greatestCommonDivisor(with: denominator)
    let sign: BigInt = denominator.sign == .minus ? -1 : 1
    let top = sign * numerator / divisor
    let bottom = sign * denominator / divisor
    if let small = Int128(exactly: top), let under = Int128(exactly: bottom), small != .min {
      self.init(storage: .small(numerator: small, denominator: under))
    } else {
      self.init(storage: .large(numerator: top, denominator: bottom))
    }
  }

  private init(storage: Storage) {
    self.storage = storage
  }

  /// Numerator and denominator in lowest terms, the denominator positive, when both fit `Int128`.
  public var small: (numerator: Int128, denominator: Int128)? {
    guard case .small(let numerator, let denominator) = storage else { return nil }
    return (numerator, denominator)
  }

  /// Numerator and denominator in lowest terms, the denominator positive.
  public var big: (numerator: BigInt, denominator: BigInt) {
    switch storage {
    case .small(let numerator, let denominator): (BigInt(numerator), BigInt(denominator))
    case .large(let numerator, let denominator): (numerator, denominator)
    }
  }

  /// -1, 0 or 1.
  public var signum: Int {
    switch storage {
    case .small(let numerator, _): Int(numerator.signum())
    case .large(let numerator, _): Int(numerator.signum())
    }
  }

  /// Whether the fraction is zero.
  public var isZero: Bool { signum == 0 }

  private static func greatestCommonDivisor(_ left: UInt128, _ right: UInt128) -> UInt128 {
    if left <= UInt128(UInt64.max), right <= UInt128(UInt64.max) {
      return UInt128(greatestCommonDivisor(UInt64(left), UInt64(right)))
    }
    var (a, b) = (left, right)
    while b != 0 { (a, b) = (b, a % b) }
    return a
  }

  private static func greatestCommonDivisor(_ left: UInt64, _ right: UInt64) -> UInt64 {
    if left == 0 { return right }
    if right == 0 { return left }
    let shift = (left | right).trailingZeroBitCount
    var a = left >> UInt64(left.trailingZeroBitCount)
    var b = right
    repeat {
      b >>= UInt64(b.trailingZeroBitCount)
      if a > b { swap(&a, &b) }
      b -= a
    } while b != 0
    return a << UInt64(shift)
  }
}

// MARK: - Arithmetic

extension Fraction {
  /// The exact sum.
  public static func + (left: Fraction, right: Fraction) -> Fraction {
    if let (a, b) = left.small, let (c, d) = right.small,
      let ad = product(a, d), let cb = product(c, b), let bd = product(b, d)
    {
      let (sum, overflow) = ad.addingReportingOverflow(cb)
      if !overflow { return Fraction(sum, over: bd) }
    }
    let (a, b) = left.big
    let (c, d) = right.big
    return Fraction(big: a * d + c * b, over: b * d)
  }

  /// The exact difference.
  public static func - (left: Fraction, right: Fraction) -> Fraction { left + -right }

  /// The exact product.
  public static func * (left: Fraction, right: Fraction) -> Fraction {
    if let (a, b) = left.small, let (c, d) = right.small,
      let top = product(a, c), let bottom = product(b, d)
    {
      return Fraction(top, over: bottom)
    }
    let (a, b) = left.big
    let (c, d) = right.big
    return Fraction(big: a * c, over: b * d)
  }

  /// The exact quotient, or nil when the divisor is zero.
  public static func / (left: Fraction, right: Fraction) -> Fraction? {
    guard !right.isZero else { return nil }
    if let (a, b) = left.small, let (c, d) = right.small,
      let top = product(a, d), let bottom = product(b, c)
    {
      return Fraction(top, over: bottom)
    }
    let (a, b) = left.big
    let (c, d) = right.big
    return Fraction(big: a * d, over: b * c)
  }

  /// The negated fraction.
  public static prefix func - (operand: Fraction) -> Fraction {
    if let (numerator, denominator) = operand.small {
      return Fraction(-numerator, over: denominator)
    }
    let (numerator, denominator) = operand.big
    return Fraction(big: -numerator, over: denominator)
  }

  private static func product(_ left: Int128, _ right: Int128) -> Int128? {
    let (result, overflow) = left.multipliedReportingOverflow(by: right)
    return overflow ? nil : result
  }
}

extension Fraction: Comparable {
  /// Exact order, by cross-multiplication.
  public static func < (left: Fraction, right: Fraction) -> Bool {
    if let (a, b) = left.small, let (c, d) = right.small,
      let ad = product(a, d), let cb = product(c, b)
    {
      return ad < cb
    }
    let (a, b) = left.big
    let (c, d) = right.big
    return a * d < c * b
  }

  /// Equal values; both sides are in lowest terms.
  public static func == (left: Fraction, right: Fraction) -> Bool {
    if let (a, b) = left.small, let (c, d) = right.small { return a == c && b == d }
    return left.big == right.big
  }
}

extension Fraction: Hashable {
  /// Hashes the value in lowest terms.
  public func hash(into hasher: inout Hasher) {
    switch storage {
    case .small(let numerator, let denominator):
      hasher.combine(numerator)
      hasher.combine(denominator)
    case .large(let numerator, let denominator):
      hasher.combine(numerator)
      hasher.combine(denominator)
    }
  }
}

// MARK: - Rounding and text

extension Fraction {
  /// The fraction times 10^decimals, rounded once, half away from zero.
  public func rounded(decimals: Int) -> BigInt {
    let (numerator, denominator) = big
    let doubled = 2 * numerator.magnitude * BigUInt(10).power(max(0, decimals))
    let magnitude = (doubled / denominator.magnitude + 1) / 2
    return BigInt(sign: numerator.sign, magnitude: magnitude)
  }

  /// The decimal text with exactly so many decimals, rounded half away from zero.
  ///
  /// A value that rounds to zero has no sign.
  public func text(decimals: Int) -> String {
    let scaled = rounded(decimals: decimals)
    let digits = String(scaled.magnitude)
    let sign = scaled.sign == .minus && !scaled.isZero ? "-" : ""
    guard decimals > 0 else { return sign + digits }
    let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
    return "\(sign)\(padded.dropLast(decimals)).\(padded.suffix(decimals))"
  }

  /// The value exactly: a decimal where it has one of at most 18 decimals, `7/3` otherwise.
  public var exactText: String {
    let (numerator, denominator) = big
    for decimals in 0...18 where (BigInt(10).power(decimals) % denominator).isZero {
      return text(decimals: decimals)
    }
    return "\(numerator)/\(denominator)"
  }

  /// The nearest `Double`, only for logarithms, roots, deviations and drawings.
  public var approximation: Double {
    if let (numerator, denominator) = small, numerator.magnitude < 1 << 53,
      denominator < 1 << 53
    {
      // By way of Int64: the conversion of 128 bits is many times slower.
      return Double(Int64(numerator)) / Double(Int64(denominator))
    }
    let (numerator, denominator) = big
    // 64 significant bits of the quotient, so that huge operands neither overflow nor vanish.
    let shift = 64 - (numerator.magnitude.bitWidth - denominator.magnitude.bitWidth)
    let quotient =
      shift >= 0
      ? (numerator.magnitude << shift) / denominator.magnitude
      : numerator.magnitude / (denominator.magnitude << -shift)
    let magnitude = Double(sign: .plus, exponent: -shift, significand: Double(quotient))
    return numerator.sign == .minus ? -magnitude : magnitude
  }

  /// Reads `-12.50` exactly: an optional sign, ASCII digits, at most one point, digits on both
  /// sides.
  ///
  /// Nil for anything else, or for more than 36 digits.
  public init?(decimal text: String) {
    var digits: Int128 = 0
    var scale: Int128 = 1
    var count = 0
    var decimals: Int?
    var bytes = Array(text.utf8)[...]
    let negative = bytes.first == UInt8(ascii: "-")
    if negative { bytes = bytes.dropFirst() }
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        count += 1
        guard count <= 36 else { return nil }
        digits = digits * 10 + Int128(byte - UInt8(ascii: "0"))
        if let before = decimals {
          decimals = before + 1
          scale *= 10
        }
      case UInt8(ascii: ".") where decimals == nil && count > 0:
        decimals = 0
      default:
        return nil
      }
    }
    guard count > 0, decimals != 0 else { return nil }
    self.init(negative ? -digits : digits, over: scale)
  }
}

extension Fraction {
  /// Reads what ``exactText`` writes: a decimal, or `7/3`; nil for anything else.
  public init?(exactText text: String) {
    if let short = Fraction(decimal: text) {
      self = short
      return
    }
    func whole(_ bytes: some Collection<UInt8>) -> BigInt? {
      let digits = bytes.first == UInt8(ascii: "-") ? bytes.dropFirst() : bytes.dropFirst(0)
      guard !digits.isEmpty, digits.allSatisfy({ (48...57).contains($0) }) else { return nil }
      return BigInt(String(decoding: bytes, as: UTF8.self))
    }
    let parts = text.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    if parts.count == 2, let numerator = whole(parts[0]), let denominator = whole(parts[1]),
      denominator > 0
    {
      self.init(big: numerator, over: denominator)
      return
    }
    // More digits than the short way takes.
    let pieces = text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard pieces.count <= 2, pieces.allSatisfy({ !$0.isEmpty }),
      let digits = whole(pieces.flatMap(Array.init))
    else { return nil }
    self.init(big: digits, over: BigInt(10).power(pieces.count == 2 ? pieces[1].count : 0))
  }
}
