import CLibPQ

/// The answer to a statement: rows that are decoded when they are read.
public final class Rows: RandomAccessCollection, @unchecked Sendable {
  // libpq's accessors only read a result, from any thread; nothing changes it after creation.
  let result: OpaquePointer

  init(_ result: OpaquePointer) {
    self.result = result
  }

  deinit { PQclear(result) }

  /// Always 0.
  public var startIndex: Int { 0 }
  /// The number of rows.
  public var endIndex: Int { Int(PQntuples(result)) }

  /// One row.
  public subscript(position: Int) -> Row {
    precondition(position >= 0 && position < endIndex, "a row of this answer")
    return Row(rows: self, position: Int32(position))
  }

  /// How many rows an insert, update or delete touched.
  public var affectedRows: Int { Int(String(cString: PQcmdTuples(result))) ?? 0 }

  /// The columns' names.
  public var columnNames: [String] {
    (0..<PQnfields(result)).map { String(cString: PQfname(result, $0)) }
  }
}

/// One row of an answer; columns are counted from 0.
///
/// Reading a column as another type, or a null where a value is expected, throws
/// ``DecodingFailure``.
public struct Row: Sendable {
  let rows: Rows
  let position: Int32

  /// Whether the column is null.
  public func isNull(_ column: Int) -> Bool {
    column >= Int(PQnfields(rows.result)) || PQgetisnull(rows.result, position, Int32(column)) == 1
  }

  private func bytes(
    _ column: Int, _ types: PostgresType...
  ) throws -> UnsafeRawBufferPointer {
    let type = PQftype(rows.result, Int32(column))
    guard types.contains(where: { $0.rawValue == type }), !isNull(column),
      let value = PQgetvalue(rows.result, position, Int32(column))
    else { throw mismatch(column, "\(types.map { "\($0)" }.joined(separator: " or "))") }
    return UnsafeRawBufferPointer(
      start: value, count: Int(PQgetlength(rows.result, position, Int32(column))))
  }

  private func mismatch(_ column: Int, _ expected: String) -> DecodingFailure {
    let name = PQfname(rows.result, Int32(column)).map { String(cString: $0) }
    return DecodingFailure(column: name ?? "column \(column)", expected: expected)
  }

  private func number<Number: FixedWidthInteger>(
    _ column: Int, _ bytes: UnsafeRawBufferPointer, as: Number.Type
  ) throws -> Number {
    guard bytes.count == MemoryLayout<Number>.size else { throw mismatch(column, "\(Number.self)") }
    return Number(bigEndian: bytes.loadUnaligned(as: Number.self))
  }

  /// A `bool`.
  public func bool(_ column: Int) throws -> Bool {
    try number(column, bytes(column, .bool), as: UInt8.self) != 0
  }

  /// An `integer`.
  public func int4(_ column: Int) throws -> Int32 {
    try number(column, bytes(column, .int4), as: Int32.self)
  }

  /// A `bigint`.
  public func int8(_ column: Int) throws -> Int64 {
    try number(column, bytes(column, .int8), as: Int64.self)
  }

  /// A `text`, `name` or `"char"`.
  public func text(_ column: Int) throws -> String {
    String(decoding: try bytes(column, .text, .character, .name), as: UTF8.self)
  }

  /// A `bytea`.
  public func bytea(_ column: Int) throws -> [UInt8] {
    Array(try bytes(column, .bytea))
  }

  /// A `date`.
  public func date(_ column: Int) throws -> PostgresDate {
    PostgresDate(daysSince2000: try number(column, bytes(column, .date), as: Int32.self))
  }

  /// A `timestamptz`.
  public func timestamp(_ column: Int) throws -> PostgresTimestamp {
    PostgresTimestamp(
      microsecondsSince2000: try number(column, bytes(column, .timestamp), as: Int64.self))
  }

  /// A `bool`, or nil for null.
  public func optionalBool(_ column: Int) throws -> Bool? {
    isNull(column) ? nil : try bool(column)
  }

  /// A `bytea`, or nil for null.
  public func optionalBytea(_ column: Int) throws -> [UInt8]? {
    isNull(column) ? nil : try bytea(column)
  }

  /// A `text`, or nil for null.
  public func optionalText(_ column: Int) throws -> String? {
    isNull(column) ? nil : try text(column)
  }

  /// A `bigint`, or nil for null.
  public func optionalInt8(_ column: Int) throws -> Int64? {
    isNull(column) ? nil : try int8(column)
  }

  /// An `integer`, or nil for null.
  public func optionalInt4(_ column: Int) throws -> Int32? {
    isNull(column) ? nil : try int4(column)
  }

  /// A `date`, or nil for null.
  public func optionalDate(_ column: Int) throws -> PostgresDate? {
    isNull(column) ? nil : try date(column)
  }

  /// A `timestamptz`, or nil for null.
  public func optionalTimestamp(_ column: Int) throws -> PostgresTimestamp? {
    isNull(column) ? nil : try timestamp(column)
  }

  /// A `bigint[]`.
  public func int8Array(_ column: Int) throws -> [Int64?] {
    try items(column, bytes(column, .int8Array)) { field in
      guard field.count == 8 else { return nil }
      return Int64(bigEndian: field.loadUnaligned(as: Int64.self))
    }
  }

  /// A `text[]`.
  public func textArray(_ column: Int) throws -> [String?] {
    try items(column, bytes(column, .textArray)) { String(decoding: $0, as: UTF8.self) }
  }

  /// A `bigint[]`, or nil for null.
  public func optionalInt8Array(_ column: Int) throws -> [Int64?]? {
    isNull(column) ? nil : try int8Array(column)
  }

  /// A `text[]`, or nil for null.
  public func optionalTextArray(_ column: Int) throws -> [String?]? {
    isNull(column) ? nil : try textArray(column)
  }

  private func items<Item>(
    _ column: Int, _ bytes: UnsafeRawBufferPointer,
    _ read: (UnsafeRawBufferPointer) -> Item?
  ) throws -> [Item?] {
    guard let items = BinaryArray.items(bytes, read) else { throw mismatch(column, "an array") }
    return items
  }
}

/// Reads PostgreSQL's binary form of a one-dimensional array.
enum BinaryArray {
  /// The items, nil for null ones; nil as a whole when the bytes are not such an array.
  static func items<Item>(
    _ bytes: UnsafeRawBufferPointer, _ read: (UnsafeRawBufferPointer) -> Item?
  ) -> [Item?]? {
    var cursor = ByteCursor(bytes)
    guard let dimensions = cursor.int4(), cursor.int4() != nil, cursor.int4() != nil else {
      return nil
    }
    if dimensions == 0 { return [] }
    guard dimensions == 1, let count = cursor.int4(), count >= 0, cursor.int4() != nil else {
      return nil
    }
    var items: [Item?] = []
    items.reserveCapacity(min(Int(count), bytes.count / 4))
    for _ in 0..<count {
      guard let length = cursor.int4() else { return nil }
      guard length >= 0 else {
        items.append(nil)
        continue
      }
      guard let field = cursor.take(Int(length)), let item = read(field) else { return nil }
      items.append(item)
    }
    return items
  }
}

/// Walks over bytes; every step says whether there were enough.
struct ByteCursor {
  private let bytes: UnsafeRawBufferPointer
  private var position = 0

  init(_ bytes: UnsafeRawBufferPointer) {
    self.bytes = bytes
  }

  var remaining: Int { bytes.count - position }

  mutating func int2() -> Int16? { number(Int16.self) }
  mutating func int4() -> Int32? { number(Int32.self) }
  mutating func int8() -> Int64? { number(Int64.self) }

  mutating func take(_ count: Int) -> UnsafeRawBufferPointer? {
    guard count >= 0, count <= remaining else { return nil }
    defer { position += count }
    return UnsafeRawBufferPointer(rebasing: bytes[position..<position + count])
  }

  private mutating func number<Number: FixedWidthInteger>(_ type: Number.Type) -> Number? {
    guard remaining >= MemoryLayout<Number>.size else { return nil }
    defer { position += MemoryLayout<Number>.size }
    return Number(bigEndian: bytes.loadUnaligned(fromByteOffset: position, as: Number.self))
  }
}
