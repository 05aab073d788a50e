extension IndexMethod {
  /// Scores and ranks peers.
  ///
  /// Returns the standings in the order of display: by rank, then the method's keys, then the code;
  /// units that are not ranked come last. `Standing.unit` is the position in `units`, which are
  /// put in the order of their codes' bytes first, so that sums run in one order everywhere.
  ///
  /// Refuses what the method cannot score (a geometric mean of a value that is not positive).
  public func ranking(
    of units: [UnitInput], withNodes: Bool = false
  ) throws(Refusal) -> [Standing] {
    let order = units.indices.sorted {
      units[$0].code.utf8.lexicographicallyPrecedes(units[$1].code.utf8)
    }
    let scorer = Scorer(self, order.map { units[$0] })
    let standings = try scorer.standings(withNodes: withNodes)
    let displayed = standings.sorted { left, right in
      switch (left.doubledRank, right.doubledRank) {
      case (let a?, let b?) where a != b: a < b
      case (.some, nil): true
      case (nil, .some): false
      default: scorer.precedes(left.unit, right.unit)
      }
    }
    return displayed.map { $0.moved(to: order[$0.unit]) }
  }
}

extension Standing {
  func moved(to unit: Int) -> Standing {
    Standing(
      unit: unit, doubledRank: doubledRank, unrankedReason: unrankedReason, score: score,
      components: components, deductions: deductions, nodes: nodes)
  }
}
