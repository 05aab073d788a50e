import BigInt
import RealModule

/// Makes one component's values comparable among the peers that have one.
struct Normaliser<Number: IndexNumber> {
  /// The normalised values; nil where the unit has none.
  let values: [Number?]
  /// The value that all marks stand for where a figure is absent and the rule says `full`.
  let full: Number

  init(_ component: IndexComponent, _ normalisation: Normalisation, _ raw: [Number?]) {
    let transformed =
      component.transform.map { transform in
        raw.map { value in value.flatMap { Self.transform($0, transform) } }
      } ?? raw
    let present = transformed.compactMap(\.self)
    guard !present.isEmpty else {
      values = transformed
      full = component.scaled(.one)
      return
    }
    let map = Self.map(normalisation, present, component.isLowerBetter)
    let values = transformed.map { $0.map { component.scaled(map($0)) } }
    self.values = values
    switch normalisation {
    case .goalposts, .minMax, .categorical: full = component.scaled(.one)
    default: full = values.compactMap(\.self).max() ?? component.scaled(.one)
    }
  }

  private static func transform(_ value: Number, _ transform: Transform) -> Number? {
    let number = value.approximation
    switch transform {
    case .log10: return number > 0 ? Number(approximating: Double.log10(number)) : nil
    case .ln: return number > 0 ? Number(approximating: Double.log(number)) : nil
    case .sqrt: return number >= 0 ? Number(approximating: Double.sqrt(number)) : nil
    }
  }

  private static func map(
    _ normalisation: Normalisation, _ present: [Number], _ lower: Bool
  ) -> (Number) -> Number {
    let count = Number(count: present.count)
    switch normalisation {
    case .goalposts(let zero, let full, let isClipped):
      let start = Number(zero)
      let width = Number(full) - start
      return { value in
        let position = (value - start).divided(by: width) ?? .zero
        return isClipped ? min(max(position, .zero), .one) : position
      }
    case .minMax:
      let low = present.min() ?? .zero
      let width = (present.max() ?? .zero) - low
      return { value in
        guard let position = (value - low).divided(by: width) else {
          return Number(Fraction(1, over: 2))
        }
        return lower ? .one - position : position
      }
    case .zScore(let isSample): return zScore(present, isSample, lower)
    case .rank:
      return { value in
        // Equals take the lowest place counted from below, as the handbook's table has them.
        Number(count: 1 + present.count { lower ? $0 > value : $0 < value })
      }
    case .percentile:
      return { value in
        let below = present.count { lower ? $0 > value : $0 < value }
        return Number(count: 100 * (below + 1)).divided(by: count) ?? .zero
      }
    case .distanceToBest:
      let best = (lower ? present.min() : present.max()) ?? .zero
      return { (lower ? best.divided(by: $0) : $0.divided(by: best)) ?? .zero }
    case .distanceToMean:
      let mean = present.reduce(.zero, +).divided(by: count) ?? .zero
      return { value in
        guard let distance = value.divided(by: mean) else { return .zero }
        return lower ? .one + .one - distance : distance
      }
    case .categorical(let cuts, let marks):
      let cuts = cuts.map { Number($0) }
      let marks = marks.map { Number($0) }
      return { value in
        let mark = marks[cuts.count { $0 <= value }]
        return lower ? (marks.first ?? .zero) + (marks.last ?? .zero) - mark : mark
      }
    case .none:
      return { lower ? -$0 : $0 }
    }
  }

  /// In IEEE double, summed in the order of the units, then exact again.
  private static func zScore(
    _ present: [Number], _ isSample: Bool, _ lower: Bool
  ) -> (Number) -> Number {
    let numbers = present.map(\.approximation)
    var sum = 0.0
    for number in numbers { sum += number }
    let mean = sum / Double(numbers.count)
    var squares = 0.0
    for number in numbers { squares += (number - mean) * (number - mean) }
    let freedom = Double(numbers.count - (isSample ? 1 : 0))
    let deviation = freedom > 0 ? Double.sqrt(squares / freedom) : 0
    // Equal values have no deviation, whatever the rounding of their mean leaves.
    let isSpread = present.contains { $0 != present[0] } && deviation > 0
    return { value in
      guard isSpread else { return .zero }
      let score = (value.approximation - mean) / deviation
      return Number(approximating: lower ? -score : score) ?? .zero
    }
  }
}

extension IndexComponent {
  /// A 0…1 result, mapped to where the component says.
  func scaled<Number: IndexNumber>(_ value: Number) -> Number {
    guard let scale else { return value }
    return Number(scale.low) + value * (Number(scale.high) - Number(scale.low))
  }
}

extension Fraction {
  /// The exact value of a finite `Double`; nil for NaN and infinities.
  init?(approximating number: Double) {
    guard number.isFinite else { return nil }
    guard number != 0 else {
      self = .zero
      return
    }
    let significand = Int128(number.significandBitPattern) + (number.isNormal ? 1 << 52 : 0)
    let exponent = (number.isNormal ? Int(number.exponent) : -1022) - 52
    let signed = number < 0 ? -significand : significand
    if exponent >= 0, exponent <= 70 {
      self.init(signed << Int128(exponent))
    } else if exponent < 0, exponent >= -120 {
      self.init(signed, over: 1 << Int128(-exponent))
    } else {
      let power = BigInt(1) << abs(exponent)
      self.init(
        big: exponent > 0 ? BigInt(signed) * power : BigInt(signed),
        over: exponent > 0 ? 1 : power)
    }
  }
}
