/// Draws counts around an observed one, as chance alone would scatter them (Poisson).
///
/// By inversion of a table of probabilities that is built with additions, multiplications and
/// divisions only, so that every machine draws the same counts. Means above 65 536 are drawn at a
/// quarter of the mean and double the step, as often as needed: mean and variance stay exact.
struct PoissonSampler: Sendable {
  private static let meanMax = 65_536.0
  private static let guideBits: UInt64 = 8

  private let shift: Double
  private let step: Double
  /// Of each count from the first on, how many of 2^53 draws are at most it.
  private let cumulative: [UInt64]
  /// For the leading bits of a draw, where in `cumulative` the search begins.
  private let guide: [Int]

  /// `mean` is positive and finite.
  init(mean: Double) {
    var reduced = mean
    var step = 1.0
    while reduced > Self.meanMax {
      reduced /= 4
      step *= 2
    }
    let (first, weights) = Self.weights(mean: reduced)
    self.step = step
    shift = mean - reduced * step + Double(first) * step
    let total = weights.reduce(0, +)
    var running = 0.0
    cumulative = weights.indices.map { position in
      running += weights[position]
      return position == weights.count - 1 ? 1 << 53 : UInt64(min(1, running / total) * 0x1p53)
    }
    var guide: [Int] = []
    var position = 0
    for bucket in 0..<(1 << Self.guideBits) {
      while cumulative[position] <= UInt64(bucket) << (53 - Self.guideBits) { position += 1 }
      guide.append(position)
    }
    self.guide = guide
  }

  /// The probabilities relative to the mode's, from the first count that matters.
  private static func weights(mean: Double) -> (first: Int, [Double]) {
    let mode = Int(mean)
    var below: [Double] = []
    var weight = 1.0
    var count = mode
    while count > 0, weight > 0x1p-64 {
      weight *= Double(count) / mean
      count -= 1
      below.append(weight)
    }
    var weights = below.reversed() + [1.0]
    weight = 1
    var next = mode + 1
    while weight > 0x1p-64 {
      weight *= mean / Double(next)
      next += 1
      weights.append(weight)
    }
    return (mode - below.count, weights)
  }

  func draw(_ random: inout SplitMix64) -> Double {
    let bits = random.next() >> 11
    var position = guide[Int(bits >> (53 - Self.guideBits))]
    while cumulative[position] <= bits { position += 1 }
    return shift + Double(position) * step
  }
}
