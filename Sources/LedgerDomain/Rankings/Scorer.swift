import BigInt

/// Scores the peers of one group by a method.
struct Scorer {
  let method: IndexMethod
  let units: [UnitInput]
  private let components: [IndexComponent]
  /// Each component's share where nothing is absent, and the marks that it is worth.
  private let whole: (shares: [Fraction], marks: [Fraction], most: [Int64])

  /// `units` are in the order of their codes' bytes.
  init(_ method: IndexMethod, _ units: [UnitInput]) {
    self.method = method
    self.units = units
    components = method.components.map(\.component)
    let factor = method.score.scale * method.score.unit
    let shares = Self.shares(of: method.root, components.count) { _ in true }
    let marks = shares.map { $0 * factor }
    whole = (shares, marks, marks.map { Int64(clamping: $0.rounded(decimals: 0)) })
  }

  /// The standings in the order of the units.
  func standings(withNodes: Bool) throws(Refusal) -> [Standing] {
    let columns = components.indices.map { position in
      IndexColumn<Fraction>(
        components[position], components[position].normalisation,
        units.map { $0.components[position].cell() })
    }
    let isUnranked = units.indices.map { unranked($0, columns) }
    let isArithmetic = method.root.isArithmetic
    var nodes: [[Fraction?]] = []
    if withNodes || !isArithmetic {
      let ordered = try values(of: columns)
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

  private func unranked(
    _ unit: Int, _ columns: [IndexColumn<Fraction>]
  ) -> UnrankedReason? {
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
  static func shares(
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
  private func sum(_ unit: Int, _ columns: [IndexColumn<Fraction>]) throws(Refusal) -> Draft {
    var (marks, most) = (whole.marks, whole.most)
    if columns.contains(where: { $0.normalised[unit] == nil }) {
      let factor = method.score.scale * method.score.unit
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

  private func deduct(_ draft: Draft, _ unit: Int) throws(Refusal) -> Draft {
    var draft = draft
    (draft.score, draft.deductions) = IndexMethod.deducted(
      draft.score, method.marksOff(units[unit]))
    return draft
  }

  private func values(
    of columns: [IndexColumn<Fraction>]
  ) throws(Refusal) -> [[Fraction?]] {
    do {
      return try method.root.values(
        of: columns, unitCount: units.count,
        IndexNode.Weighing(weights: method.root.preorder.map(\.weight)))
    } catch {
      throw Refusal(IndexMethodRefusal.valueNotPositive, units[error.unit].code, error.name)
    }
  }
}

extension ComponentInput {
  func cell<Number: IndexNumber>() -> IndexColumn<Number>.Cell {
    IndexColumn.Cell(
      value: measured.fraction.map { Number($0) }, lack: measured.lack,
      base: base?.fraction.map { Number($0) },
      difference: difference?.fraction.map { Number($0) })
  }
}

extension IndexMethod.ScoreForm {
  /// How many units of the last stored decimal make one mark.
  var unit: Fraction { (0..<decimals).reduce(Fraction.one) { unit, _ in unit * Fraction(10) } }
}

extension IndexMethod {
  /// What each deduction asks for, in units of the score's last decimal.
  func marksOff(_ unit: UnitInput) -> [Int64] {
    zip(deductions, unit.deductions).map { deduction, measured in
      guard let count = measured.fraction, count > deduction.free else { return 0 }
      return Int64(
        clamping: ((count - deduction.free) * deduction.marksEach).rounded(decimals: score.decimals)
      )
    }
  }

  /// Takes marks off, each as far as the score stays at zero.
  static func deducted(_ score: Int64, _ marks: [Int64]) -> (score: Int64, taken: [Int64]) {
    var score = score
    let taken = marks.map { marks in
      let taken = min(marks, max(0, score))
      score -= taken
      return taken
    }
    return (score, taken)
  }
}
