import RealModule

/// Makes a node's values of its children's, for all peers at once.
struct Aggregator<Number: IndexNumber> {
  let unitCount: Int
  /// Whether a geometric or harmonic mean of what is not positive is their limit, zero, instead of
  /// a refusal.
  let takesLimits: Bool
  let children: [(weight: Number, values: [Number?])]

  /// A value of which there is no geometric or harmonic mean: the unit's position and the child's.
  struct NotPositive: Error {
    let unit: Int
    let child: Int
  }

  func values(_ aggregation: Aggregation) throws(NotPositive) -> [Number?] {
    switch aggregation {
    case .borda: return borda()
    case .copeland: return copeland()
    case .arithmetic, .geometric, .harmonic, .minimum: break
    }
    var values: [Number?] = []
    values.reserveCapacity(unitCount)
    for unit in 0..<unitCount { values.append(try value(aggregation, unit)) }
    return values
  }

  /// The mean over the children that have a value and a weight, their weights summing to 1.
  private func value(_ aggregation: Aggregation, _ unit: Int) throws(NotPositive) -> Number? {
    var sum = Number.zero
    for child in children where child.values[unit] != nil { sum = sum + child.weight }
    guard sum > .zero else { return nil }
    var result: Number?
    // Logarithms in IEEE double, summed in the order of the children, then exact again.
    var logarithms = 0.0
    for (position, child) in children.enumerated() {
      guard let value = child.values[unit], child.weight > .zero,
        let weight = child.weight.divided(by: sum)
      else { continue }
      if aggregation == .geometric || aggregation == .harmonic, value <= .zero {
        if takesLimits { return .zero }
        throw NotPositive(unit: unit, child: position)
      }
      switch aggregation {
      case .minimum: result = result.map { min($0, value) } ?? value
      case .harmonic: result = (result ?? .zero) + (weight.divided(by: value) ?? .zero)
      case .geometric: logarithms += weight.approximation * Double.log(value.approximation)
      case .arithmetic, .borda, .copeland: result = (result ?? .zero) + weight * value
      }
    }
    switch aggregation {
    case .harmonic: return result.flatMap { Number.one.divided(by: $0) }
    case .geometric: return Number(approximating: Double.exp(logarithms))
    default: return result
    }
  }

  /// Each child gives n - rank points (the mean of ties); the weighted sum over n - 1.
  private func borda() -> [Number?] {
    let ranks = children.map { child in
      Ranks.doubled(of: child.values, descending: true, ties: .average)
    }
    let counts = children.map { child in child.values.count { $0 != nil } }
    return (0..<unitCount).map { unit in
      var points = Number.zero
      var weights = Number.zero
      for (position, child) in children.enumerated() {
        guard let rank = ranks[position][unit] else { continue }
        let share = Number(count: 2 * counts[position] - rank)
          .divided(by: Number(count: 2 * max(1, counts[position] - 1)))
        points = points + child.weight * (share ?? .zero)
        weights = weights + child.weight
      }
      return points.divided(by: weights)
    }
  }

  /// The share of peers that a weighted majority of the children puts behind; a tie counts half.
  private func copeland() -> [Number?] {
    (0..<unitCount).map { unit in
      var doubledWins = 0
      for other in 0..<unitCount where other != unit {
        var balance = Number.zero
        for child in children {
          guard let mine = child.values[unit], let theirs = child.values[other] else { continue }
          if mine > theirs { balance = balance + child.weight }
          if mine < theirs { balance = balance - child.weight }
        }
        doubledWins += balance > .zero ? 2 : balance < .zero ? 0 : 1
      }
      return Number(count: doubledWins).divided(by: Number(count: 2 * max(1, unitCount - 1)))
    }
  }
}
