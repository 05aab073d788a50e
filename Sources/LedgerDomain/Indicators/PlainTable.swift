/// A table of numbers outside any ledger, for trials and for checking by others.
///
/// The first column is the unit's code. A measure reads column `X` as this month's figure of
/// indicator `X`, `X.last_year` and `X.last_month` as the earlier ones, and `population`.
public struct PlainTable: Sendable {
  /// The units' codes, in the table's order.
  public let units: [String]
  private let columns: [String: Int]
  private let names: [String]
  private let cells: [[Measured]]
  private let groups: [Int]
  /// The groups' names, in the order of their numbers.
  public let groupNames: [String]

  /// Reads rows of text: a blank is missing, anything else is an exact decimal number.
  ///
  /// `lines` gives each row's line in its file, for refusals. Units not named in `groups` are
  /// their own group "".
  public init(
    header: [String], rows: [[String]], lines: [Int], groups: [String: String] = [:]
  ) throws(Refusal) {
    guard let first = header.first, !first.isEmpty, header.count > 1 else {
      throw Refusal(PlainTableRefusal.noColumns, at: .line(1, column: nil))
    }
    var columns: [String: Int] = [:]
    for (position, name) in header.dropFirst().enumerated() {
      guard columns.updateValue(position, forKey: name) == nil else {
        throw Refusal(
          PlainTableRefusal.columnTwice, at: .line(1, column: position + 2), name)
      }
    }
    var units: [String] = []
    var seen: Set<String> = []
    var cells: [[Measured]] = []
    for (row, line) in zip(rows, lines) {
      let code = row.first ?? ""
      guard !code.isEmpty, seen.insert(code).inserted else {
        throw Refusal(PlainTableRefusal.unitTwice, at: .line(line, column: 1), code)
      }
      units.append(code)
      cells.append(try Self.cells(row, line: line))
    }
    guard !units.isEmpty else { throw Refusal(PlainTableRefusal.noRows) }
    var numbers: [String: Int] = [:]
    var groupNames: [String] = []
    self.groups = units.map { unit in
      let name = groups[unit] ?? ""
      if let number = numbers[name] { return number }
      numbers[name] = groupNames.count
      groupNames.append(name)
      return groupNames.count - 1
    }
    self.units = units
    self.columns = columns
    self.names = Array(header.dropFirst())
    self.cells = cells
    self.groupNames = groupNames
  }

  private static func cells(_ row: [String], line: Int) throws(Refusal) -> [Measured] {
    var cells: [Measured] = []
    for (position, text) in row.dropFirst().enumerated() {
      if text.isEmpty {
        cells.append(.absent(.missing))
      } else if let number = Fraction(decimal: text) {
        cells.append(.value(number))
      } else {
        throw Refusal(
          PlainTableRefusal.notANumber, at: .line(line, column: position + 2), text)
      }
    }
    return cells
  }

  private func cell(_ name: String, _ unit: Int) -> Measured {
    guard let position = columns[name], cells[unit].indices.contains(position) else {
      return .absent(.missing)
    }
    return cells[unit][position]
  }

  /// Whether the table has a column.
  public func hasColumn(_ name: String) -> Bool { columns[name] != nil }
}

extension PlainTable: FigureSource {
  /// How many rows there are.
  public var unitCount: Int { units.count }
  /// How many groups there are.
  public var groupCount: Int { groupNames.count }
  /// The row's group.
  public func group(of unit: Int) -> Int { groups[unit] }
  /// The column of that name.
  public func indicator(_ code: String) -> Int? { columns[code] }
  /// A plain table knows no directions: higher counts as worse, as for cases and losses.
  public func isHigherWorse(_ indicator: Int) -> Bool { true }
  /// A plain table has no formulas.
  public func formula(_ code: String) -> Measure? { nil }

  /// The column, or the one of last year or last month; windows do not matter.
  public func total(
    _ indicator: Int, _ window: Window, unit: Int, monthsBack: Int
  ) -> Measured {
    let name = names[indicator]
    switch monthsBack {
    case 0: return cell(name, unit)
    case 1: return cell(name + ".last_month", unit)
    case 12: return cell(name + ".last_year", unit)
    default: return .absent(.missing)
    }
  }

  /// The column `population`.
  public func population(of unit: Int, monthsBack: Int) -> Fraction? {
    cell("population", unit).fraction
  }
  /// One: a plain table has no calendar.
  public func days(in window: Window, monthsBack: Int) -> Int { 1 }
  /// None.
  public func targets(_ indicator: Int, unit: Int, monthsBack: Int) -> [Target] { [] }
  /// 12: the whole year.
  public func monthNumber(monthsBack: Int) -> Int { 12 }
  /// Whether the column of that name is 1.
  public func isUnit(_ unit: Int, in state: String) -> Bool {
    cell(state, unit) == .value(.one)
  }
  /// The column.
  public func column(_ name: String, unit: Int) -> Measured { cell(name, unit) }
}

/// Why a plain table is not read.
public enum PlainTableRefusal: String, RefusalReason {
  case noColumns = "table.no_columns"
  case noRows = "table.no_rows"
  case columnTwice = "table.column_twice"
  case unitTwice = "table.unit_twice"
  case notANumber = "table.not_a_number"
  case columnUnknown = "table.column_unknown"

  /// What is wrong.
  public var text: BilingualText {
    switch self {
    case .noColumns:
      BilingualText(
        zh: "表头须为单位代码及至少一列数值。",
        en: "The header names the unit's code and at least one column of numbers.")
    case .noRows: BilingualText(zh: "表中没有数据行。", en: "The table has no rows.")
    case .columnTwice: BilingualText(zh: "列“{0}”重复。", en: "The column “{0}” stands twice.")
    case .unitTwice:
      BilingualText(zh: "单位“{0}”为空或重复。", en: "The unit “{0}” is blank or stands twice.")
    case .notANumber: BilingualText(zh: "“{0}”不是数。", en: "“{0}” is not a number.")
    case .columnUnknown: BilingualText(zh: "表中没有列“{0}”。", en: "There is no column “{0}”.")
    }
  }

  /// What to do.
  public var wayOut: BilingualText {
    switch self {
    case .noColumns, .noRows, .columnTwice, .unitTwice:
      BilingualText(zh: "请改正表格。", en: "Correct the table.")
    case .notANumber:
      BilingualText(
        zh: "请写成 12.5 这样的十进制数；缺值留空。",
        en: "Write a decimal number such as 12.5; leave a missing one blank.")
    case .columnUnknown:
      BilingualText(zh: "请补上该列，或改正方法中的列名。", en: "Add it, or correct the method's name for it.")
    }
  }
}
