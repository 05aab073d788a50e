import BigInt

/// Scores the peers of one group by a method.
struct Scorer {
  let method: IndexMethod
  let units: [UnitInput]
  private let components: [IndexComponent]
  /// Each component's share where nothing is absent, and the marks that it is worth.
  private let whole: (shares: [Fraction], marks: [Fraction], most: [Int64])

  /// What one component gives each unit.
  private struct Column {
    var normalised: [Fraction?]
    var isAbsent: [Bool]
    var isSmallBase: [Bool]
    var isExcluded: [Bool]
  }

  /// `units` are in the order of their codes' bytes.
  init(_ method: IndexMethod, _ units: [UnitInput]) {
    self.method = method
    self.units = units
    components = method.components.map(\.component)
    let factor = method.score.scale * Self.power(method.score.decimals)
    let shares = Self.shares(of: method.root, components.count) { _ in true }
    let marks = shares.map { $0 * factor }
    whole = (shares, marks, marks.map { Int64(clamping: $0.rounded(decimals: 0)) })
  }

  /// The standings in the order of the units.
  func standings(withNodes: Bool) throws(Refusal) -> [Standing] {
    let columns = components.indices.map(column)
    let isUnranked = units.indices.map { unranked($0, columns) }
    let isArithmetic = method.root.isArithmetic
    var nodes: [[Fraction?]] = []
    if withNodes || !isArithmetic {
      var position = 0
      var ordered: [[Fraction?]] = []
      _ = try values(of: method.root, columns, &position, &ordered)
      nodes = units.indices.map { unit in ordered.map { $0[unit] } }
    }
    var drafts: [Draft] = []
    for unit in units.indices {
      drafts.append(
        isArithmetic
          ? try sum(unit, columns) : try rounded(unit, nodes[unit].first ?? nil))
    }
    let scores = units.indices.map { isUnranked[$0] == nil ? drafts[$0].score : nil }
    let ranks = Ranks.doubled(
      of: scores, descending: method.ranking.isDescending, ties: method.ranking.ties,
      precedes: precedes)
    return units.indices.map { unit in
      Standing(
        unit: unit, doubledRank: ranks[unit], unrankedReason: isUnranked[unit],
        score: scores[unit],
        components: components.indices.map { position in
          ComponentStanding(
            measured: units[unit].components[position].measured,
            normalised: columns[position].normalised[unit],
            isAbsent: columns[position].isAbsent[unit],
            isSmallBase: columns[position].isSmallBase[unit],
            marks: drafts[unit].marks?[position], marksMax: drafts[unit].marksMax?[position])
        },
        deductions: drafts[unit].deductions, nodes: nodes.isEmpty ? [] : nodes[unit])
    }
  }

  /// The order of display among equals: the method's keys, lower first, then the code's bytes.
  func precedes(_ left: Int, _ right: Int) -> Bool {
    for (a, b) in zip(units[left].keys, units[right].keys) {
      switch (a.fraction, b.fraction) {
      case (let a?, let b?) where a != b: return a < b
      case (.some, nil): return true
      case (nil, .some): return false
      default: continue
      }
    }
    return units[left].code.utf8.lexicographicallyPrecedes(units[right].code.utf8)
  }

  // MARK: - Components

  private func column(_ position: Int) -> Column {
    let component = components[position]
    let inputs = units.map { $0.components[position] }
    let normaliser = Normaliser(
      component, component.normalisation, inputs.map(\.measured.fraction))
    var column = Column(
      normalised: normaliser.values, isAbsent: Array(repeating: false, count: units.count),
      isSmallBase: Array(repeating: false, count: units.count),
      isExcluded: Array(repeating: false, count: units.count))
    for (unit, input) in inputs.enumerated() {
      if let share = Self.smallBaseShare(component, input) {
        column.isSmallBase[unit] = true
        column.normalised[unit] = Self.scaled(share, component)
        continue
      }
      guard column.normalised[unit] == nil else { continue }
      // A value that a logarithm does not take is as undefined as a zero denominator.
      let lacking = input.measured.fraction == nil ? input.measured : .undefined
      switch component.absence.rule(for: lacking) ?? .redistribute {
      case .full: column.normalised[unit] = normaliser.full
      case .zero:
        column.normalised[unit] = .zero
        column.isAbsent[unit] = true
      case .redistribute: break
      case .exclude: column.isExcluded[unit] = true
      }
    }
    return column
  }

  private static func smallBaseShare(
    _ component: IndexComponent, _ input: ComponentInput
  ) -> Fraction? {
    guard let smallBase = component.smallBase, let base = input.base?.fraction,
      base < smallBase.below, let difference = input.difference?.fraction
    else { return nil }
    return smallBase.share(of: difference)
  }

  private static func scaled(_ value: Fraction, _ component: IndexComponent) -> Fraction {
    guard let scale = component.scale else { return value }
    return scale.low + value * (scale.high - scale.low)
  }

  private func unranked(_ unit: Int, _ columns: [Column]) -> UnrankedReason? {
    if units[unit].isUnranked || method.ranking.unranked.contains(units[unit].code) {
      return .byMethod
    }
    guard columns.contains(where: { $0.isExcluded[unit] }) else { return nil }
    let weights = whole.shares
    let total = weights.reduce(Fraction.zero, +)
    var excluded = Fraction.zero
    var minimum = Fraction.zero
    for position in components.indices where columns[position].isExcluded[unit] {
      excluded = excluded + weights[position]
      minimum = max(minimum, components[position].absence.minimumShare)
    }
    guard !excluded.isZero, let present = (total - excluded) / total else { return nil }
    return present < minimum ? .tooLittlePresent : nil
  }

  /// Each component's share of the whole, after absent ones gave theirs to their siblings.
  private static func shares(
    of root: IndexNode, _ count: Int, _ isPresent: (Int) -> Bool
  ) -> [Fraction] {
    var weights = [Fraction](repeating: .zero, count: count)
    var position = 0
    func spread(_ node: IndexNode, _ share: Fraction) {
      guard case .inner(_, _, _, let children) = node else {
        if isPresent(position) { weights[position] = share }
        position += 1
        return
      }
      var start = position
      var sum = Fraction.zero
      for child in children {
        let end = start + child.components.count
        if (start..<end).contains(where: isPresent) { sum = sum + child.weight }
        start = end
      }
      for child in children {
        spread(child, (share * child.weight / sum) ?? .zero)
      }
    }
    spread(root, .one)
    return weights
  }

  // MARK: - Scores

  private struct Draft {
    var score: Int64
    var marks: [Int64]?
    var marksMax: [Int64]?
    var deductions: [Int64]
  }

  /// The score of an index that adds up, with the marks of each component.
  private func sum(_ unit: Int, _ columns: [Column]) throws(Refusal) -> Draft {
    var (marks, most) = (whole.marks, whole.most)
    if columns.contains(where: { $0.normalised[unit] == nil }) {
      let factor = method.score.scale * Self.power(method.score.decimals)
      marks = Self.shares(of: method.root, components.count) {
        columns[$0].normalised[unit] != nil
      }.map { $0 * factor }
      most = marks.map { Int64(clamping: $0.rounded(decimals: 0)) }
    }
    var sum = FixedSum()
    for position in components.indices {
      sum.add(marks[position] * (columns[position].normalised[unit] ?? .zero))
    }
    guard let score = sum.rounded() else { throw tooLarge(unit) }
    return try deduct(
      Draft(score: score, marks: sum.shares(of: score), marksMax: most, deductions: []), unit)
  }

  /// The score of any other index.
  private func rounded(_ unit: Int, _ value: Fraction?) throws(Refusal) -> Draft {
    let scaled = (value ?? .zero) * method.score.scale
    guard let score = Int64(exactly: scaled.rounded(decimals: method.score.decimals)) else {
      throw tooLarge(unit)
    }
    return try deduct(Draft(score: score, marks: nil, marksMax: nil, deductions: []), unit)
  }

  private func tooLarge(_ unit: Int) -> Refusal {
    Refusal(IndexMethodRefusal.scoreTooLarge, units[unit].code)
  }

  /// Takes deductions off, each as far as the score stays at zero.
  private func deduct(_ draft: Draft, _ unit: Int) throws(Refusal) -> Draft {
    var draft = draft
    for (deduction, measured) in zip(method.deductions, units[unit].deductions) {
      guard let count = measured.fraction, count > deduction.free else {
        draft.deductions.append(0)
        continue
      }
      let marks = ((count - deduction.free) * deduction.marksEach)
        .rounded(decimals: method.score.decimals)
      let taken = min(Int64(clamping: marks), max(0, draft.score))
      draft.deductions.append(taken)
      draft.score -= taken
    }
    return draft
  }

  private static func power(_ decimals: Int) -> Fraction {
    (0..<decimals).reduce(Fraction.one) { power, _ in power * Fraction(10) }
  }

  // MARK: - Nodes

  /// Each unit's value of a node; appends it and all below to `ordered`, each before its children.
  private func values(
    of node: IndexNode, _ columns: [Column], _ position: inout Int,
    _ ordered: inout [[Fraction?]]
  ) throws(Refusal) -> [Fraction?] {
    let place = ordered.count
    ordered.append([])
    guard case .inner(_, _, let aggregation, let children) = node else {
      ordered[place] = columns[position].normalised
      position += 1
      return ordered[place]
    }
    var below: [(weight: Fraction, name: String, values: [Fraction?])] = []
    for child in children {
      let values = try values(of: child, columns, &position, &ordered)
      below.append((child.weight, child.name, values))
    }
    ordered[place] = try Aggregator(units: units.map(\.code), children: below)
      .values(aggregation)
    return ordered[place]
  }
}
