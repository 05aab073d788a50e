import LedgerDomain

/// Chance that is the same on every machine: what a seed, a topic and a month give, in whole
/// numbers only.
struct Dice: Sendable {
  private var random: SplitMix64

  /// Dice of their own for each topic, so that one figure more changes no other.
  init(seed: UInt64, _ topic: String, _ index: Int = 0) {
    var hash: UInt64 = 14_695_981_039_346_656_037
    for byte in topic.utf8 { hash = (hash ^ UInt64(byte)) &* 1_099_511_628_211 }
    let place = UInt64(bitPattern: Int64(index)) &* 0x9E37_79B9_7F4A_7C15
    random = SplitMix64(seed: seed ^ hash ^ place)
  }

  /// A number in 0..<count; 0 where the count is not positive.
  mutating func below(_ count: Int) -> Int {
    guard count > 0 else { return 0 }
    return Int(random.next().multipliedFullWidth(by: UInt64(count)).high)
  }

  /// A number in a range.
  mutating func among(_ range: ClosedRange<Int>) -> Int {
    range.lowerBound + below(range.upperBound - range.lowerBound + 1)
  }

  /// Thousandths of a standard deviation, nearly normal: the sum of twelve even draws.
  mutating func deviation() -> Int {
    (0..<12).reduce(-6_000) { sum, _ in sum + below(1_001) }
  }

  /// A share of a number, in thousandths drawn from a range, rounded by chance so that small
  /// numbers keep their share over time.
  mutating func share(_ range: ClosedRange<Int>, of whole: Int) -> Int {
    (whole * among(range) + below(1_000)) / 1_000
  }
}

/// Whole-number arithmetic.
enum Whole {
  /// The greatest number whose square is not above this one.
  static func root(_ square: Int) -> Int {
    guard square > 0 else { return 0 }
    var low = 0
    var high = 3_037_000_499
    while low < high {
      let middle = (low + high + 1) / 2
      if middle * middle <= square { low = middle } else { high = middle - 1 }
    }
    return low
  }

  /// The quotient rounded towards minus infinity, and what is left, for a positive divisor.
  static func divided(_ number: Int, by divisor: Int) -> (quotient: Int, rest: Int) {
    let rest = ((number % divisor) + divisor) % divisor
    return ((number - rest) / divisor, rest)
  }

  /// A number so many thousandths as great.
  static func scaled(_ number: Int, _ thousandths: Int) -> Int { number * thousandths / 1_000 }
}
