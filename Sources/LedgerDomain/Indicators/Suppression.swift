/// How a figure that is not shown stands in a table.
public enum SuppressionMark: Hashable, Sendable {
  /// A count below the limit: `<5`.
  case below(Int)
  /// A figure that would tell another one: `*`.
  case hidden

  /// What stands in the figure's place; no import takes it for a number.
  public var text: String {
    switch self {
    case .below(let limit): "<\(limit)"
    case .hidden: "*"
    }
  }
}

/// Which counts of peers are hidden, so that none that is small can be told from what is shown.
///
/// A row is a unit, a column an indicator with a limit. Readers know every column's total, and that
/// some columns are the sum of others. A row is hidden as a whole where one of its counts is small;
/// then further rows, the smallest first, until every hidden count could be another one: there are
/// two hidden rows between which one more and one less changes nothing that is shown.
public struct Suppression: Sendable {
  /// Whether the columns' totals have to be hidden too: there is nobody else to hide behind.
  public let hidesTotals: Bool
  private let marks: [[SuppressionMark?]]

  /// Decides for a table of ten-thousandths, nil where a unit reported no number, and the limit of
  /// each column.
  ///
  /// Without `furtherRows` only what is small is hidden: what the tests show to be too little.
  public init(_ rows: [[Int64?]], limits: [Int], furtherRows: Bool = true) {
    var table = CountTable(rows: rows, limits: limits)
    guard !table.hidden.isEmpty else {
      (hidesTotals, marks) = (false, [])
      return
    }
    while furtherRows, let cell = table.firstCertainCell() {
      if let further = table.smallestShownRow(in: cell.column) {
        table.hidden.append(further)
      } else if table.tellsSmall {
        // Nobody is left to hide behind: say no longer which of the hidden counts are small.
        table.tellsSmall = false
      } else {
        break
      }
    }
    hidesTotals = furtherRows && table.firstCertainCell() != nil
    var marks = [[SuppressionMark?]](repeating: [], count: rows.count)
    for row in table.hidden { marks[row] = limits.indices.map { table.mark(row, $0) } }
    self.marks = marks
  }

  /// How a cell is shown instead of its figure; nil when the figure is shown.
  public func mark(row: Int, column: Int) -> SuppressionMark? {
    guard marks.indices.contains(row), marks[row].indices.contains(column) else { return nil }
    return marks[row][column]
  }
}

/// The table while it is decided what of it is hidden.
private struct CountTable {
  struct Cell {
    let row: Int
    let column: Int
  }

  private static let one: Int64 = 10_000

  let rows: [[Int64?]]
  let limits: [Int]
  var hidden: [Int]
  /// Whether a mark tells that a count is below the limit.
  var tellsSmall = true
  /// Steps of −1, 0 or +1 in each column that keep every sum among columns.
  private let steps: [[Int64]]

  init(rows: [[Int64?]], limits: [Int]) {
    self.rows = rows
    self.limits = limits
    hidden = rows.indices.filter { row in
      limits.indices.contains { column in
        rows[row][column].map { $0 > 0 && $0 < Self.one * Int64(limits[column]) } ?? false
      }
    }
    steps = hidden.isEmpty ? [] : Self.steps(ColumnSum.all(in: rows), columns: limits.count)
  }

  func mark(_ row: Int, _ column: Int) -> SuppressionMark? {
    guard let count = rows[row][column], isHidden(column) else { return nil }
    return tellsSmall && isSmall(count, column) ? .below(limits[column]) : .hidden
  }

  /// A column in which the hidden rows hold nothing but zeros stays: its total tells them anyway.
  private func isHidden(_ column: Int) -> Bool {
    hidden.contains { (rows[$0][column] ?? 0) != 0 }
  }

  private func isSmall(_ count: Int64, _ column: Int) -> Bool {
    count < Self.one * Int64(limits[column])
  }

  /// The first hidden cell whose count follows from what is shown.
  func firstCertainCell() -> Cell? {
    let columns = limits.indices.filter(isHidden)
    for row in hidden {
      for column in columns where rows[row][column] != nil {
        let isOpen = steps.contains { step in
          step[column] != 0 && isPossible(row, step)
            && hidden.contains { $0 != row && isPossible($0, step.map { -$0 }) }
        }
        if !isOpen { return Cell(row: row, column: column) }
      }
    }
    return nil
  }

  /// Whether a row could differ by a step and be shown as it is.
  private func isPossible(_ row: Int, _ step: [Int64]) -> Bool {
    step.indices.allSatisfy { column in
      guard step[column] != 0 else { return true }
      guard let count = rows[row][column], isHidden(column) else { return false }
      let other = count + Self.one * step[column]
      return other >= 0 && (!tellsSmall || isSmall(count, column) == isSmall(other, column))
    }
  }

  /// The shown row with the smallest count in a column, the first of equal ones.
  func smallestShownRow(in column: Int) -> Int? {
    var smallest: (row: Int, count: Int64)?
    for row in rows.indices where !hidden.contains(row) {
      guard let count = rows[row][column] else { continue }
      if count < smallest?.count ?? Int64.max { smallest = (row, count) }
    }
    return smallest?.row
  }

  /// The steps in at most three columns; more are not needed to show that a count is open.
  private static func steps(_ sums: [ColumnSum], columns: Int) -> [[Int64]] {
    var steps: [[Int64]] = []
    func extend(_ step: [Int64], from column: Int, changed: Int) {
      if changed > 0, sums.allSatisfy({ $0.holds(step) }) { steps.append(step) }
      guard changed < 3 else { return }
      for next in column..<columns {
        for change: Int64 in [1, -1] {
          var longer = step
          longer[next] = change
          extend(longer, from: next + 1, changed: changed + 1)
        }
      }
    }
    extend([Int64](repeating: 0, count: columns), from: 0, changed: 0)
    return steps
  }
}

/// That one column is the sum of up to three others, in every row.
private struct ColumnSum {
  let whole: Int
  let parts: [Int]

  func holds(_ row: [Int64]) -> Bool {
    row[whole] == parts.reduce(0) { $0 + row[$1] }
  }

  private func holds(_ row: [Int64?]) -> Bool? {
    guard let whole = row[whole] else { return nil }
    var sum: Int64 = 0
    for part in parts {
      guard let count = row[part] else { return nil }
      sum += count
    }
    return whole == sum
  }

  /// Whatever readers may know or guess: a sum that every complete row bears out.
  static func all(in rows: [[Int64?]]) -> [ColumnSum] {
    let columns = rows.first?.count ?? 0
    var sums: [ColumnSum] = []
    func extend(_ whole: Int, _ parts: [Int], from column: Int) {
      if !parts.isEmpty {
        let sum = ColumnSum(whole: whole, parts: parts)
        let answers = rows.compactMap(sum.holds)
        if !answers.isEmpty, answers.allSatisfy({ $0 }) { sums.append(sum) }
      }
      guard parts.count < 3 else { return }
      for next in column..<columns where next != whole {
        extend(whole, parts + [next], from: next + 1)
      }
    }
    for whole in 0..<columns { extend(whole, [], from: 0) }
    return sums
  }
}
