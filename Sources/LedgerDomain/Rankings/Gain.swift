/// What a unit needs to stand above others, if those stay as they are.
public struct Gain: Hashable, Sendable {
  /// Twice the rank that it would have.
  public let doubledRank: Int
  /// The units that it passes at this step, as positions: those of one score.
  public let past: [Int]
  /// How many marks more that takes at least, in units of the score's last decimal.
  public let marks: Int64
  /// The components that could bring them alone.
  public let ways: [Way]

  /// One component that could bring all the marks.
  public struct Way: Hashable, Sendable {
    /// Its position in the method.
    public let component: Int
    /// The value that is just enough; whatever is better is enough too.
    public let value: Fraction
  }
}

extension IndexMethod {
  /// What a unit needs to pass the next scores above its own, the nearest first.
  ///
  /// Exact: with a way's value the unit stands above those that it passes and has the rank told;
  /// with anything worse it does not stand above them. The value of a component is taken by itself:
  /// what a change of it does to others' values is left out, and so are components whose marks
  /// depend on the peers or on a small base. Empty for the first, for a unit without rank, and for
  /// methods that do not add up marks or where a lower score is better.
  public func gains(
    of unit: Int, among units: [UnitInput], steps: Int
  ) throws(Refusal) -> [Gain] {
    guard ranking.isDescending, root.isArithmetic, units.indices.contains(unit) else { return [] }
    let standings = try ranking(of: units)
    guard let own = standings.first(where: { $0.unit == unit }), let score = own.score else {
      return []
    }
    let weights = marks(of: own)
    var sum = Fraction.zero
    for (weight, component) in zip(weights, own.components) {
      sum = sum + weight * (component.normalised ?? .zero)
    }
    let off = marksOff(units[unit]).reduce(Int64(0)) { $0 &+ $1 }
    let others = standings.filter { $0.unit != unit }
    let above = Set(others.compactMap(\.score)).filter { $0 > score }.sorted()
    return above.prefix(steps).map { target in
      // Half a unit of the last decimal is rounded up to the next.
      let needed = Fraction(Int128(target) + 1 + Int128(off)) - Fraction(1, over: 2) - sum
      return Gain(
        doubledRank: rank(of: target + 1, among: others),
        past: others.filter { $0.score == target }.map(\.unit), marks: target + 1 - score,
        ways: components.indices.compactMap { position in
          value(position, own.components[position], adding: needed, weights[position]).map {
            Gain.Way(component: position, value: $0)
          }
        })
    }
  }

  /// The marks that each component can give a unit, in units of the score's last decimal.
  private func marks(of standing: Standing) -> [Fraction] {
    let factor = score.scale * score.unit
    return Scorer.shares(of: root, standing.components.count) {
      standing.components[$0].normalised != nil
    }.map { $0 * factor }
  }

  private func rank(of score: Int64, among others: [Standing]) -> Int {
    let scores = others.map(\.score) + [score]
    return Ranks.doubled(of: scores, descending: true, ties: ranking.ties).last.flatMap(\.self) ?? 0
  }

  /// The value with which a component gives so many marks more; nil where it cannot.
  private func value(
    _ position: Int, _ standing: ComponentStanding, adding marks: Fraction, _ weight: Fraction
  ) -> Fraction? {
    let component = components[position].component
    guard case .goalposts(let zero, let full, let isClipped) = component.normalisation,
      component.transform == nil, !standing.isSmallBase, let now = standing.normalised,
      let more = marks / weight
    else { return nil }
    let (low, high) = (component.scale?.low ?? .zero, component.scale?.high ?? .one)
    guard let share = (now + more - low) / (high - low), !isClipped || share <= .one else {
      return nil
    }
    return zero + share * (full - zero)
  }
}
