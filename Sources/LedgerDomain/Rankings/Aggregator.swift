import BigInt
import RealModule

/// Makes a node's values of its children's, for all peers at once.
struct Aggregator {
  let units: [String]
  let children: [(weight: Fraction, name: String, values: [Fraction?])]

  func values(_ aggregation: Aggregation) throws(Refusal) -> [Fraction?] {
    switch aggregation {
    case .borda: return borda()
    case .copeland: return copeland()
    case .arithmetic, .geometric, .harmonic, .minimum: break
    }
    var values: [Fraction?] = []
    for unit in units.indices {
      values.append(try value(aggregation, unit))
    }
    return values
  }

  /// The children that have a value and a weight, their weights summing to 1.
  private func present(_ unit: Int) -> [(weight: Fraction, name: String, value: Fraction)] {
    let sum = children.reduce(Fraction.zero) { $1.values[unit] == nil ? $0 : $0 + $1.weight }
    return children.compactMap { child in
      guard let value = child.values[unit], let weight = child.weight / sum, !weight.isZero
      else { return nil }
      return (weight, child.name, value)
    }
  }

  private func value(_ aggregation: Aggregation, _ unit: Int) throws(Refusal) -> Fraction? {
    let present = present(unit)
    guard !present.isEmpty else { return nil }
    if aggregation == .geometric || aggregation == .harmonic {
      for child in present where child.value.signum <= 0 {
        throw Refusal(IndexMethodRefusal.valueNotPositive, units[unit], child.name)
      }
    }
    switch aggregation {
    case .minimum: return present.map(\.value).min()
    case .harmonic:
      let sum = present.reduce(Fraction.zero) { $0 + (($1.weight / $1.value) ?? .zero) }
      return Fraction.one / sum
    case .geometric:
      // Logarithms in IEEE double, summed in the order of the children, then exact again.
      var sum = 0.0
      for child in present {
        sum += child.weight.approximation * Double.log(child.value.approximation)
      }
      return Fraction(approximating: Double.exp(sum))
    case .arithmetic, .borda, .copeland:
      return present.reduce(Fraction.zero) { $0 + $1.weight * $1.value }
    }
  }

  /// Each child gives n - rank points (the mean of ties); the weighted sum over n - 1.
  private func borda() -> [Fraction?] {
    let ranks = children.map { child in
      Ranks.doubled(of: child.values, descending: true, ties: .average)
    }
    let counts = children.map { child in child.values.count { $0 != nil } }
    return units.indices.map { unit in
      var points = Fraction.zero
      var weights = Fraction.zero
      for (position, child) in children.enumerated() {
        guard let rank = ranks[position][unit] else { continue }
        let beaten = Fraction(Int128(2 * counts[position] - rank), over: 2)
        let share = beaten / Fraction(Int128(max(1, counts[position] - 1)))
        points = points + child.weight * (share ?? .zero)
        weights = weights + child.weight
      }
      return points / weights
    }
  }

  /// The share of peers that a weighted majority of the children puts behind; a tie counts half.
  private func copeland() -> [Fraction?] {
    units.indices.map { unit in
      var wins = Fraction.zero
      for other in units.indices where other != unit {
        var balance = Fraction.zero
        for child in children {
          guard let mine = child.values[unit], let theirs = child.values[other] else { continue }
          if mine > theirs { balance = balance + child.weight }
          if mine < theirs { balance = balance - child.weight }
        }
        if balance.signum > 0 { wins = wins + .one }
        if balance.isZero { wins = wins + Fraction(1, over: 2) }
      }
      return wins / Fraction(Int128(max(1, units.count - 1)))
    }
  }
}
