/// What one component gives each of the peers.
struct IndexColumn<Number: IndexNumber> {
  /// The values made comparable; nil where a unit's weight goes to the others.
  var normalised: [Number?]
  /// Whether the marks stand for an absent figure.
  var isAbsent: [Bool]
  /// Whether the small base's rule replaced the change.
  var isSmallBase: [Bool]
  /// Whether the absence counts against the unit's being ranked at all.
  var isExcluded: [Bool]

  /// What is known of one unit.
  struct Cell {
    /// The measure, when it has a value.
    var value: Number?
    /// Why it has none.
    var lack: Lack?
    /// For a change: what it is counted from, and the difference.
    var base: Number?
    var difference: Number?
  }

  init(_ component: IndexComponent, _ normalisation: Normalisation, _ cells: [Cell]) {
    let normaliser = Normaliser(component, normalisation, cells.map(\.value))
    normalised = normaliser.values
    isAbsent = Array(repeating: false, count: cells.count)
    isSmallBase = isAbsent
    isExcluded = isAbsent
    for (unit, cell) in cells.enumerated() {
      if let smallBase = component.smallBase, let base = cell.base, let change = cell.difference,
        base < Number(smallBase.below)
      {
        isSmallBase[unit] = true
        normalised[unit] = component.scaled(smallBase.share(of: change))
        continue
      }
      guard normalised[unit] == nil else { continue }
      switch component.absence.rule(for: cell.lack ?? .undefined) {
      case .full: normalised[unit] = normaliser.full
      case .zero:
        normalised[unit] = .zero
        isAbsent[unit] = true
      case .redistribute: break
      case .exclude: isExcluded[unit] = true
      }
    }
  }
}

extension SmallBase {
  func share<Number: IndexNumber>(of difference: Number) -> Number {
    let (full, zero) = (Number(self.full), Number(self.zero))
    if full < zero {
      if difference <= full { return .one }
      return difference >= zero ? .zero : Number(between)
    }
    if difference >= full { return .one }
    return difference <= zero ? .zero : Number(between)
  }
}

extension IndexNode {
  /// How the values of nodes are made.
  struct Weighing<Number: IndexNumber> {
    /// Each node's weight, in the order of ``preorder``.
    let weights: [Number]
    /// What replaces each node's own aggregation.
    var aggregation: Aggregation?
    /// Whether means of what is not positive are zero instead of a refusal.
    var takesLimits = false
  }

  /// A value of which there is no geometric or harmonic mean.
  struct ValueNotPositive: Error {
    let unit: Int
    let name: String
  }

  /// Each unit's value of this node and of all below, in the order of ``preorder``.
  func values<Number: IndexNumber>(
    of columns: [IndexColumn<Number>], unitCount: Int, _ weighing: Weighing<Number>
  ) throws(ValueNotPositive) -> [[Number?]] {
    var position = 0
    var ordered: [[Number?]] = []
    try append(to: &ordered, &position, columns, unitCount, weighing)
    return ordered
  }

  private func append<Number: IndexNumber>(
    to ordered: inout [[Number?]], _ position: inout Int, _ columns: [IndexColumn<Number>],
    _ unitCount: Int, _ weighing: Weighing<Number>
  ) throws(ValueNotPositive) {
    let place = ordered.count
    guard case .inner(_, _, let own, let children) = self else {
      ordered.append(columns[position].normalised)
      position += 1
      return
    }
    ordered.append([])
    var below: [(weight: Number, values: [Number?])] = []
    for child in children {
      let start = ordered.count
      try child.append(to: &ordered, &position, columns, unitCount, weighing)
      below.append((weighing.weights[start], ordered[start]))
    }
    do {
      ordered[place] = try Aggregator(
        unitCount: unitCount, takesLimits: weighing.takesLimits, children: below
      ).values(weighing.aggregation ?? own)
    } catch {
      throw ValueNotPositive(unit: error.unit, name: children[error.child].name)
    }
  }
}
