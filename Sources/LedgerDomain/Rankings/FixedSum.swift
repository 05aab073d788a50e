import BigInt

/// Adds exact terms and rounds the sum once, fast.
///
/// Each term is floored to 2^-40 of the unit, so that the true sum lies between the floored sum and
/// that plus one step per inexact term. Where both ends round alike, that is the answer; only
/// otherwise are the exact fractions added.
struct FixedSum {
  private static let bits: Int128 = 40
  private(set) var terms: [Fraction] = []
  private(set) var floors: [Int128?] = []
  private var sum: Int128 = 0
  private var inexact: Int128 = 0
  private var isWide = false

  mutating func add(_ term: Fraction) {
    terms.append(term)
    guard let (numerator, denominator) = term.small,
      numerator.magnitude < 1 << 86
    else {
      isWide = true
      floors.append(nil)
      return
    }
    let shifted = numerator << Self.bits
    var floor = shifted / denominator
    if floor * denominator != shifted {
      if shifted < 0 { floor -= 1 }
      inexact += 1
    }
    floors.append(floor)
    let (next, overflow) = sum.addingReportingOverflow(floor)
    if overflow { isWide = true } else { sum = next }
  }

  /// The sum rounded to a whole number, half away from zero; nil beyond `Int64`.
  func rounded() -> Int64? {
    if !isWide {
      let low = Self.round(sum)
      if inexact == 0 || low == Self.round(sum + inexact) { return Int64(exactly: low) }
    }
    return Int64(exactly: terms.reduce(Fraction.zero, +).rounded(decimals: 0))
  }

  private static func round(_ scaled: Int128) -> Int128 {
    let half: Int128 = 1 << (bits - 1)
    return scaled >= 0 ? (scaled + half) >> bits : -((-scaled + half) >> bits)
  }

  /// Whole numbers near the terms that add up to `total`: the largest remainders are rounded up,
  /// the earlier term first among equals.
  func shares(of total: Int64) -> [Int64] {
    var wholes: [Int64] = []
    var rests: [Int128] = []
    for (term, floor) in zip(terms, floors) {
      // A remainder is compared at 2^-40 of a unit; beyond that, the position decides.
      let fixed = floor ?? Int128(clamping: (term * Fraction(1 << Self.bits)).floored)
      wholes.append(Int64(clamping: fixed >> Self.bits))
      rests.append(fixed & ((1 << Self.bits) - 1))
    }
    var left = total &- wholes.reduce(0, &+)
    let order = rests.indices.sorted { rests[$0] == rests[$1] ? $0 < $1 : rests[$0] > rests[$1] }
    for position in order where left > 0 {
      wholes[position] &+= 1
      left -= 1
    }
    return wholes
  }
}
