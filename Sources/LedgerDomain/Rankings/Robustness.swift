/// How sure a ranking is: the same peers ranked again and again under other choices and under
/// chance.
///
/// Each draw varies every weight within the method's share, takes one of the method's alternative
/// normalisations and aggregations or its own, each equally likely, and draws reported counts from
/// their counting error. Computed in IEEE double with a generator of its own: the same seed gives
/// the same answer on every machine. Nothing of it is compared with a stored score.
public struct Robustness: Hashable, Sendable {
  /// How often the peers were ranked.
  public let draws: Int
  /// The generator's seed.
  public let seed: UInt64
  /// How many places from the worst count as the worst.
  public let worst: Int
  /// One band per unit, in the order given.
  public let bands: [Band]
  /// The pairs of units whose order is the same in fewer than 95 % of the draws, as positions.
  public let indistinguishable: [Pair]

  /// How often peers are ranked at most.
  public static let drawsMax = 1_000_000
  /// How many pairs of peers are compared at most, over all draws: about half a minute.
  static let comparisonsMax = 10_000_000_000
  /// Ranks lie within the band in at least 90 % of the draws.
  static let tailPercent = 5

  /// How probable it is that the unit at a position is among the worst, in per cent with one
  /// decimal; empty when it is not ranked.
  public func percentInWorst(_ position: Int) -> String {
    guard bands[position].doubledLow != nil else { return "" }
    return Fraction(Int128(100 * bands[position].drawsInWorst), over: Int128(max(1, draws)))
      .text(decimals: 1)
  }

  /// Between which ranks a unit stands.
  public struct Band: Hashable, Sendable {
    /// Twice the rank that 5 % of the draws do not exceed; nil when the unit is not ranked.
    public let doubledLow: Int?
    /// Twice the rank that 95 % of the draws do not exceed.
    public let doubledHigh: Int?
    /// In how many draws the unit is among the worst.
    public let drawsInWorst: Int
  }

  /// Two units, the lower position first.
  public struct Pair: Hashable, Sendable {
    /// The one.
    public let first: Int
    /// The other.
    public let second: Int
    /// In how many half draws the first stands before the second; a tie counts one.
    public let halfDrawsAhead: Int
  }
}

extension Evaluation.PeerRanking {
  /// How sure the ranking is; bands and pairs are in the order of the standings.
  public func robustness(
    _ method: IndexMethod, _ cube: FigureCube, draws: Int, seed: UInt64, worst: Int
  ) throws(Refusal) -> Robustness {
    let members = standings.map(\.unit)
    let all = EvaluatedInputs(method: method, cube: cube).units
    let inputs = members.map { all[$0] }
    let figures = DrawnFigures(method, cube, members: members, inputs: inputs)
    return try method.robustness(of: inputs, figures, draws: draws, seed: seed, worst: worst)
  }
}

extension IndexMethod {
  /// How sure the ranking of peers is whose figures carry no counting error; bands are in the order
  /// of `units`.
  public func robustness(
    of units: [UnitInput], draws: Int, seed: UInt64, worst: Int
  ) throws(Refusal) -> Robustness {
    try robustness(of: units, DrawnFigures(units), draws: draws, seed: seed, worst: worst)
  }

  func robustness(
    of units: [UnitInput], _ figures: DrawnFigures, draws: Int, seed: UInt64, worst: Int
  ) throws(Refusal) -> Robustness {
    let pairs = max(1, units.count) * max(1, units.count)
    let most = max(1, min(Robustness.drawsMax, Robustness.comparisonsMax / pairs))
    guard (1...most).contains(draws) else {
      throw Refusal(
        IndexMethodRefusal.drawsOutOfRange, at: .option("--draws"), String(draws), String(most))
    }
    // The exact ranking says who is ranked at all, and refuses what cannot be scored.
    let standings = try ranking(of: units)
    var isRanked = Array(repeating: false, count: units.count)
    for standing in standings { isRanked[standing.unit] = standing.doubledRank != nil }
    let redraw = Redraw(self, units, figures, isRanked, seed: seed)
    var tally = Tally(unitCount: units.count)
    for _ in 0..<draws { tally.count(redraw.ranks(), worst: worst) }
    return tally.robustness(draws: draws, seed: seed, worst: worst)
  }
}

/// Ranks the peers under one draw after the other.
private final class Redraw {
  private let method: IndexMethod
  private let units: [UnitInput]
  private let figures: DrawnFigures
  private let isRanked: [Bool]
  private let components: [IndexComponent]
  private let weights: [Double]
  private let within: Double
  private let scale: Double
  private let columns: [[IndexColumn<Double>.Cell]]
  private let deductions: [[Int64]]
  private var random: SplitMix64
  private var slots: [Double]

  init(
    _ method: IndexMethod, _ units: [UnitInput], _ figures: DrawnFigures, _ isRanked: [Bool],
    seed: UInt64
  ) {
    self.method = method
    self.units = units
    self.figures = figures
    self.isRanked = isRanked
    components = method.components.map(\.component)
    weights = method.root.preorder.map { $0.weight.approximation }
    within = method.robustness.weightsWithin.approximation
    scale = (method.score.scale * method.score.unit).approximation
    random = SplitMix64(seed: seed)
    slots = figures.slots
    columns = components.indices.map { position in
      units.map { $0.components[position].cell() }
    }
    deductions = units.map(method.marksOff)
  }

  /// Twice the ranks under the next draw, in the order of the units.
  func ranks() -> [Int?] {
    figures.draw(&random, into: &slots)
    let drawn = weights.map { $0 * (1 + within * (2 * random.unit() - 1)) }
    let form = method.robustness
    let normalisation = choice(form.normalisations)
    let aggregation = choice(form.aggregations)
    let columns = components.indices.map { position in
      IndexColumn(
        components[position], normalisation ?? components[position].normalisation,
        cells(position))
    }
    let weighing = IndexNode.Weighing(
      weights: drawn, aggregation: aggregation, takesLimits: true)
    let values = (try? method.root.values(of: columns, unitCount: units.count, weighing))?.first
    let scores = units.indices.map { unit -> Int64? in
      guard isRanked[unit] else { return nil }
      let score = Int64(saturating: ((values?[unit] ?? 0) * scale).rounded())
      return IndexMethod.deducted(score, deductions[unit]).score
    }
    return Ranks.doubled(
      of: scores, descending: method.ranking.isDescending, ties: method.ranking.ties)
  }

  /// One of the alternatives, or nil for the method's own; each is equally likely.
  private func choice<Alternative>(_ alternatives: [Alternative]) -> Alternative? {
    guard !alternatives.isEmpty else { return nil }
    let index = random.index(below: alternatives.count + 1)
    return index == alternatives.count ? nil : alternatives[index]
  }

  private func cells(_ position: Int) -> [IndexColumn<Double>.Cell] {
    var cells = columns[position]
    for unit in cells.indices {
      let drawn = figures.cells[unit][position]
      if let slot = drawn.value {
        let value = slots[slot]
        cells[unit].value = value.isNaN ? nil : value
      }
      if let base = drawn.base, let difference = drawn.difference {
        cells[unit].base = slots[base].isNaN ? nil : slots[base]
        cells[unit].difference = slots[difference].isNaN ? nil : slots[difference]
      }
    }
    return cells
  }
}

/// Counts what the draws gave; whole numbers only.
private struct Tally {
  /// Unit × doubled rank.
  private var histogram: [Int]
  private var inWorst: [Int]
  /// Unit × unit: half draws in which the row stands before the column.
  private var ahead: [Int]
  private let unitCount: Int
  private let width: Int

  init(unitCount: Int) {
    self.unitCount = unitCount
    width = 2 * unitCount + 1
    histogram = Array(repeating: 0, count: unitCount * width)
    inWorst = Array(repeating: 0, count: unitCount)
    ahead = Array(repeating: 0, count: unitCount * unitCount)
  }

  mutating func count(_ ranks: [Int?], worst: Int) {
    for unit in 0..<unitCount {
      guard let rank = ranks[unit] else { continue }
      histogram[unit * width + rank] += 1
      var behind = 0
      for other in 0..<unitCount {
        guard let theirs = ranks[other], other != unit else { continue }
        if theirs > rank { behind += 1 }
        ahead[unit * unitCount + other] += rank < theirs ? 2 : rank == theirs ? 1 : 0
      }
      if behind < worst { inWorst[unit] += 1 }
    }
  }

  func robustness(draws: Int, seed: UInt64, worst: Int) -> Robustness {
    let tail = Robustness.tailPercent
    var pairs: [Robustness.Pair] = []
    for first in 0..<unitCount {
      for second in first + 1..<max(first + 1, unitCount) {
        let half = ahead[first * unitCount + second]
        guard half + ahead[second * unitCount + first] > 0 else { continue }
        if half * 100 > 2 * draws * tail, half * 100 < 2 * draws * (100 - tail) {
          pairs.append(Robustness.Pair(first: first, second: second, halfDrawsAhead: half))
        }
      }
    }
    return Robustness(
      draws: draws, seed: seed, worst: worst,
      bands: (0..<unitCount).map { unit in
        Robustness.Band(
          doubledLow: quantile(tail, unit, draws), doubledHigh: quantile(100 - tail, unit, draws),
          drawsInWorst: inWorst[unit])
      },
      indistinguishable: pairs)
  }

  /// The smallest doubled rank that so many per cent of the draws do not exceed.
  private func quantile(_ percent: Int, _ unit: Int, _ draws: Int) -> Int? {
    var seen = 0
    for rank in 0..<width {
      seen += histogram[unit * width + rank]
      if seen > 0, seen * 100 >= percent * draws { return rank }
    }
    return nil
  }
}

extension Int64 {
  /// The number without its fraction, at the nearest end where it does not fit; 0 for NaN.
  init(saturating number: Double) {
    if let whole = Int64(exactly: number.rounded(.towardZero)) {
      self = whole
    } else {
      self = number.isNaN ? 0 : number < 0 ? .min : .max
    }
  }
}
