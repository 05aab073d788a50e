import LedgerDomain
import Testing

/// What is hidden cannot be told from what is shown: every table that would look the same is tried.
struct SuppressionTests {
  /// A limit low enough that all small tables can be tried.
  private static let limit = 3

  private static func suppression(
    _ rows: [[Int]], limit: Int = limit, furtherRows: Bool = true
  ) -> Suppression {
    Suppression(
      rows.map { $0.map { Int64($0) * 10_000 } },
      limits: (rows.first ?? []).map { _ in limit }, furtherRows: furtherRows)
  }

  private static func shown(_ rows: [[Int]], limit: Int = limit) -> [[String]] {
    let suppression = suppression(rows, limit: limit)
    return rows.indices.map { row in
      rows[row].indices.map {
        suppression.mark(row: row, column: $0)?.text ?? String(rows[row][$0])
      }
    }
  }

  /// Every list of so many numbers from 0 to a greatest one.
  private static func lists(of count: Int, upTo greatest: Int) -> [[Int]] {
    (0..<count).reduce([[]]) { lists, _ in
      lists.flatMap { list in (0...greatest).map { list + [$0] } }
    }
  }

  /// The hidden cells of which only one value agrees with what is shown and the columns' totals,
  /// every table of `candidates` tried.
  private static func certain(
    _ rows: [[Int]], _ suppression: Suppression, among candidates: [[[Int]]]
  ) -> Int {
    var values: [[Set<Int>]] = rows.map { $0.map { _ in [] } }
    for other in candidates where isShownAlike(other, rows, suppression) {
      for row in rows.indices {
        for column in rows[row].indices { values[row][column].insert(other[row][column]) }
      }
    }
    return rows.indices.reduce(0) { count, row in
      count
        + rows[row].indices.count {
          suppression.mark(row: row, column: $0) != nil && values[row][$0].count < 2
        }
    }
  }

  private static func isShownAlike(
    _ other: [[Int]], _ rows: [[Int]], _ suppression: Suppression
  ) -> Bool {
    let isDegraded = rows.indices.allSatisfy { row in
      rows[row].indices.allSatisfy {
        if case .below = suppression.mark(row: row, column: $0) { false } else { true }
      }
    }
    return rows.indices.allSatisfy { row in
      rows[row].indices.allSatisfy { column in
        switch suppression.mark(row: row, column: column) {
        case nil: other[row][column] == rows[row][column]
        case .below: other[row][column] < limit
        case .hidden: isDegraded || other[row][column] >= limit
        }
      }
    }
  }

  private static func totals(_ rows: [[Int]]) -> [Int] {
    (rows.first ?? []).indices.map { column in rows.reduce(0) { $0 + $1[column] } }
  }

  @Test func `no hidden count of one indicator follows from the others and their total`() {
    var candidates: [Int: [[[Int]]]] = [:]
    for list in Self.lists(of: 3, upTo: 18) {
      candidates[list.reduce(0, +), default: []].append(list.map { [$0] })
    }
    var tables = 0
    for list in Self.lists(of: 3, upTo: 6) {
      let rows = list.map { [$0] }
      let suppression = Self.suppression(rows)
      guard rows.indices.contains(where: { suppression.mark(row: $0, column: 0) != nil }) else {
        #expect(!list.contains { (1..<Self.limit).contains($0) })
        continue
      }
      tables += 1
      #expect(!suppression.hidesTotals)
      #expect(
        Self.certain(rows, suppression, among: candidates[list.reduce(0, +)] ?? []) == 0,
        "\(list) \(Self.shown(rows))")
    }
    #expect(tables > 200)
  }

  @Test func `nor does one of three indicators of which one is the sum of the others`() {
    let seed = UInt64(20_260_701)
    var random = SplitMix64(seed: seed)
    func row(_ first: Int, _ second: Int) -> [Int] { [first + second, first, second] }
    let parts = Self.lists(of: 2, upTo: 9).map { row($0[0], $0[1]) }
    for _ in 0..<300 {
      let rows = (0..<3).map { _ in row(Int(random.next() % 5), Int(random.next() % 5)) }
      let suppression = Self.suppression(rows)
      guard !suppression.hidesTotals else { continue }
      let totals = Self.totals(rows)
      var candidates: [[[Int]]] = []
      for first in parts {
        for second in parts {
          let third = zip(totals, zip(first, second)).map { $0 - $1.0 - $1.1 }
          if third.allSatisfy({ $0 >= 0 }) { candidates.append([first, second, third]) }
        }
      }
      #expect(
        Self.certain(rows, suppression, among: candidates) == 0,
        "seed \(seed): \(rows) \(Self.shown(rows))")
    }
  }

  @Test func `without further rows a small count follows from the total`() {
    let rows = [[200], [3], [40]]
    let alone = Suppression(
      rows.map { $0.map { Int64($0) * 10_000 } }, limits: [5], furtherRows: false)
    #expect(alone.mark(row: 1, column: 0) == .below(5))
    #expect(alone.mark(row: 0, column: 0) == nil && alone.mark(row: 2, column: 0) == nil)
    #expect(Self.shown(rows, limit: 5) == [["200"], ["<5"], ["*"]])
    let small = [[6], [2], [4]]
    let candidates = Self.lists(of: 3, upTo: 12).map { $0.map { [$0] } }
      .filter { Self.totals($0) == Self.totals(small) }
    let little = Self.suppression(small, furtherRows: false)
    #expect(Self.certain(small, little, among: candidates) == 1)
    #expect(Self.certain(small, Self.suppression(small), among: candidates) == 0)
  }

  @Test(arguments: [
    // Nothing small: nothing hidden, zeros included.
    ([[0], [5], [9]], [["0"], ["5"], ["9"]]),
    // The smallest other one hides with it.
    ([[4], [9], [7]], [["<5"], ["9"], ["*"]]),
    // A zero is the smallest, and is not told from the small one.
    ([[4], [9], [0]], [["<5"], ["9"], ["<5"]]),
    // Two that are as large as small ones can be tell each other: a third hides with them.
    ([[4], [4], [9], [7]], [["<5"], ["<5"], ["9"], ["*"]]),
    // The base less what is reduced is what remains: none of the three is shown.
    (
      [[200, 197, 3], [90, 60, 30], [50, 40, 10]],
      [["*", "*", "<5"], ["90", "60", "30"], ["*", "*", "*"]]
    ),
    // Where nobody is left to hide behind, it is not told which are small.
    ([[4], [4]], [["*"], ["*"]]),
  ])
  func `counts are shown like this below five`(rows: [[Int]], expected: [[String]]) {
    #expect(Self.shown(rows, limit: 5) == expected)
  }

  @Test func `a unit without peers has nothing to hide behind but its total`() {
    #expect(Self.suppression([[2]]).hidesTotals)
    #expect(!Self.suppression([[2], [7]]).hidesTotals)
  }

  @Test func `absent figures and other periods are no place to hide`() {
    let rows: [[Int64?]] = [[20_000], [nil], [90_000]]
    let suppression = Suppression(rows, limits: [5])
    #expect(suppression.mark(row: 0, column: 0) == .below(5))
    #expect(suppression.mark(row: 1, column: 0) == nil)
    #expect(suppression.mark(row: 2, column: 0) == .hidden)
  }
}
