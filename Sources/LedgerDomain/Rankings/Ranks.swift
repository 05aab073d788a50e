/// Ranks of stored scores.
public enum Ranks {
  /// The doubled ranks (an average of ties may be a half) of scores, in the order given.
  ///
  /// `precedes` orders equals for `ordinal` ties; nil scores get no rank.
  public static func doubled<Score: Comparable>(
    of scores: [Score?], descending: Bool, ties: Ties,
    precedes: (Int, Int) -> Bool = { $0 < $1 }
  ) -> [Int?] {
    let order = scores.indices.filter { scores[$0] != nil }.sorted { left, right in
      guard let a = scores[left], let b = scores[right] else { return false }
      if a != b { return descending ? a > b : a < b }
      return precedes(left, right)
    }
    var ranks = [Int?](repeating: nil, count: scores.count)
    var start = 0
    var groups = 0
    while start < order.count {
      var end = start + 1
      if ties != .ordinal {
        while end < order.count, scores[order[end]] == scores[order[start]] { end += 1 }
      }
      groups += 1
      let doubled =
        switch ties {
        case .competition, .ordinal: 2 * (start + 1)
        case .dense: 2 * groups
        case .average: start + 1 + end
        case .max: 2 * end
        }
      for position in order[start..<end] { ranks[position] = doubled }
      start = end
    }
    return ranks
  }
}
