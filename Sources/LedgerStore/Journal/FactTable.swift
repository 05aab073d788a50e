import PostgresSupport

/// A table of facts: its columns in the order in which they are hashed, and how a row is added.
///
/// The write path and the verification share this description, so that what was hashed when it was
/// written is what is read and hashed when it is verified.
public struct FactTable: Sendable {
  /// The table's name in the schema `ledger`.
  public let name: String
  /// The columns that make up the fact, without `entry`.
  public let columns: [Column]
  /// Adds one row: the columns in their order, then `entry`.
  let insertion: Statement
  /// Adds many rows, one array per column, then `entry`: for imports of tens of thousands, since
  /// each statement asks the policies who acts; nil where nobody imports so many.
  let insertionOfMany: Statement?
  /// Reads every row: chain, entry, then the columns in their order.
  let reading: CopyStatement
  /// Whether each row carries its own digest in a last column `row_sha256`, so that one changed row
  /// of many is named.
  let hasRowDigest: Bool
  /// The column beside the fact, which only the sign-in may read; nil for most tables.
  ///
  /// It is added before `entry`, and neither hashed nor read back.
  let secret: Column?

  init(
    name: String, columns: [Column], insertion: Statement, insertionOfMany: Statement? = nil,
    reading: CopyStatement, hasRowDigest: Bool = false, secret: Column? = nil
  ) {
    self.name = name
    self.columns = columns
    self.insertion = insertion
    self.insertionOfMany = insertionOfMany
    self.reading = reading
    self.hasRowDigest = hasRowDigest
    self.secret = secret
  }

  /// One column of a fact.
  public struct Column: Sendable {
    /// The column's name.
    public let name: String
    /// The column's type in the database.
    public let type: ColumnType

    init(_ name: String, _ type: ColumnType) {
      self.name = name
      self.type = type
    }
  }

  /// The types that facts are made of.
  public enum ColumnType: Sendable {
    case bool
    case integer
    case bigint
    case text
    case bytea
    case date
    case timestamp
    case bigintArray
    case textArray
  }
}

extension FactTable.ColumnType {
  /// The parameter that stores a value in a column of this type.
  func parameter(_ value: FactValue) -> Parameter {
    switch (self, value) {
    case (.bool, .bool(let flag)): .bool(flag)
    case (.integer, .integer(let number)): .int4(Int32(truncatingIfNeeded: number))
    case (.bigint, .integer(let number)): .int8(number)
    case (.text, .text(let text)): .text(text)
    case (.bytea, .bytes(let bytes)): .bytea(bytes)
    case (.date, .date(let date)): .date(date)
    case (.timestamp, .timestamp(let moment)): .timestamp(moment)
    case (.bigintArray, .integers(let numbers)): .int8Array(numbers)
    case (.textArray, .texts(let texts)): .textArray(texts)
    default: nullParameter
    }
  }

  /// The parameter that stores one column of many rows.
  ///
  /// An array of each row goes as its text, since PostgreSQL's arrays of arrays are rectangles.
  func parameter(_ column: [FactValue]) -> Parameter {
    switch self {
    case .bool: .boolArray(column.map { if case .bool(let flag) = $0 { flag } else { nil } })
    case .integer, .bigint:
      .int8Array(column.map { if case .integer(let number) = $0 { number } else { nil } })
    case .date: .dateArray(column.map { if case .date(let date) = $0 { date } else { nil } })
    case .bigintArray:
      .textArray(
        column.map { value in
          guard case .integers(let numbers) = value else { return nil }
          return "{" + numbers.map { $0.map(String.init) ?? "null" }.joined(separator: ",") + "}"
        })
    case .text, .bytea, .timestamp, .textArray:
      .textArray(column.map { if case .text(let text) = $0 { text } else { nil } })
    }
  }

  private var nullParameter: Parameter {
    switch self {
    case .bool: .null(.bool)
    case .integer: .null(.int4)
    case .bigint: .null(.int8)
    case .text: .null(.text)
    case .bytea: .null(.bytea)
    case .date: .null(.date)
    case .timestamp: .null(.timestamp)
    case .bigintArray: .null(.int8Array)
    case .textArray: .null(.textArray)
    }
  }
}
