import CLibPQ

extension Connection {
  /// Reads every row of a binary `copy … to stdout`, one call per row.
  ///
  /// When `row` throws, the rest is discarded and the connection is not used again.
  public func copyOut(
    _ statement: CopyStatement, _ row: (inout CopyRow) throws -> Void
  ) throws {
    guard PQsendQuery(handle, statement.sql) == 1 else { throw lost("copy") }
    _ = try answer(to: "copy")
    var isFirst = true
    while let chunk = try nextChunk() {
      defer { PQfreemem(chunk.baseAddress) }
      var cursor = ByteCursor(UnsafeRawBufferPointer(chunk))
      if isFirst {
        // The signature, flags and the length of an extension that nobody uses.
        guard cursor.take(15) != nil, let extra = cursor.int4(), cursor.take(Int(extra)) != nil
        else { throw lost("copy") }
        isFirst = false
      }
      guard let fields = cursor.int2(), fields >= 0 else { continue }
      var reader = CopyRow(cursor: cursor)
      do {
        try row(&reader)
      } catch {
        spend()
        throw error
      }
    }
    _ = try answer(to: "copy")
  }

  private func nextChunk() throws -> UnsafeMutableBufferPointer<CChar>? {
    while true {
      var buffer: UnsafeMutablePointer<CChar>?
      let length = PQgetCopyData(handle, &buffer, 1)
      switch length {
      case 0:
        try wait(for: 1, "copy")
        guard PQconsumeInput(handle) == 1 else { throw lost("copy") }
      case 1...:
        return UnsafeMutableBufferPointer(start: buffer, count: Int(length))
      default:
        return nil
      }
    }
  }

  /// Writes the rows of a binary `copy … from stdin`.
  ///
  /// When `rows` throws, the server undoes the COPY and the connection stays usable. Returns how
  /// many rows were stored.
  @discardableResult
  public func copyIn(
    _ statement: CopyStatement, _ rows: (inout CopyWriter) throws -> Void
  ) throws -> Int {
    guard PQsendQuery(handle, statement.sql) == 1 else { throw lost("copy") }
    _ = try answer(to: "copy")
    var writer = CopyWriter(connection: self)
    do {
      try rows(&writer)
      try writer.finish()
    } catch {
      if !isSpent, PQputCopyEnd(handle, "given up by the sender") == 1 {
        _ = try? answer(to: "copy")
      }
      throw error
    }
    guard PQputCopyEnd(handle, nil) == 1 else { throw lost("copy") }
    return try answer(to: "copy").affectedRows
  }

  fileprivate func put(_ bytes: UnsafeRawBufferPointer) throws {
    let base = bytes.baseAddress?.assumingMemoryBound(to: CChar.self)
    while true {
      switch PQputCopyData(handle, base, Int32(truncatingIfNeeded: bytes.count)) {
      case 1: return
      case 0: try wait(for: 4, "copy")
      default: throw lost("copy")
      }
    }
  }
}

/// One row of a COPY: its fields are read in order, without copies.
public struct CopyRow {
  fileprivate var cursor: ByteCursor

  private mutating func field() throws -> UnsafeRawBufferPointer? {
    guard let length = cursor.int4() else { throw mismatch("a field") }
    guard length >= 0 else { return nil }
    guard let bytes = cursor.take(Int(length)) else { throw mismatch("a whole field") }
    return bytes
  }

  private func mismatch(_ expected: String) -> DecodingFailure {
    DecodingFailure(column: "copy", expected: expected)
  }

  private mutating func number<Number: FixedWidthInteger>(
    _ type: Number.Type
  ) throws -> Number? {
    guard let bytes = try field() else { return nil }
    guard bytes.count == MemoryLayout<Number>.size else { throw mismatch("\(Number.self)") }
    return Number(bigEndian: bytes.loadUnaligned(as: Number.self))
  }

  /// A `bool`, nil for null.
  public mutating func bool() throws -> Bool? { try number(UInt8.self).map { $0 != 0 } }
  /// An `integer`, nil for null.
  public mutating func int4() throws -> Int32? { try number(Int32.self) }
  /// A `bigint`, nil for null.
  public mutating func int8() throws -> Int64? { try number(Int64.self) }
  /// A `date`, nil for null.
  public mutating func date() throws -> PostgresDate? {
    try number(Int32.self).map(PostgresDate.init(daysSince2000:))
  }
  /// A `timestamptz`, nil for null.
  public mutating func timestamp() throws -> PostgresTimestamp? {
    try number(Int64.self).map(PostgresTimestamp.init(microsecondsSince2000:))
  }
  /// A `text`, nil for null.
  public mutating func text() throws -> String? {
    try field().map { String(decoding: $0, as: UTF8.self) }
  }
  /// The field's bytes, nil for null.
  public mutating func bytes() throws -> [UInt8]? { try field().map(Array.init) }

  /// Lends the field's bytes for the time of a call; nil for null.
  public mutating func withBytes<Result>(
    _ body: (UnsafeRawBufferPointer?) throws -> Result
  ) throws -> Result {
    try body(try field())
  }

  /// A `bigint[]`, nil for null.
  public mutating func int8Array() throws -> [Int64?]? {
    guard let bytes = try field() else { return nil }
    let items = BinaryArray.items(bytes) { item -> Int64? in
      guard item.count == 8 else { return nil }
      return Int64(bigEndian: item.loadUnaligned(as: Int64.self))
    }
    guard let items else { throw mismatch("bigint[]") }
    return items
  }

  /// A `text[]`, nil for null.
  public mutating func textArray() throws -> [String?]? {
    guard let bytes = try field() else { return nil }
    guard
      let items = BinaryArray.items(bytes, { String(decoding: $0, as: UTF8.self) })
    else { throw mismatch("text[]") }
    return items
  }

  /// Calls `item` for each number of a `bigint[]`; returns how many there were, nil for null.
  ///
  /// The fast path of dense figures: no array is made.
  public mutating func forEachInt8(
    _ item: (_ position: Int, _ number: Int64?) -> Void
  ) throws -> Int? {
    guard let bytes = try field() else { return nil }
    var cursor = ByteCursor(bytes)
    guard let dimensions = cursor.int4(), cursor.int4() != nil, cursor.int4() != nil else {
      throw mismatch("bigint[]")
    }
    guard dimensions > 0 else { return 0 }
    guard let count = cursor.int4(), cursor.int4() != nil else { throw mismatch("bigint[]") }
    for position in 0..<Int(max(0, count)) {
      guard let length = cursor.int4() else { throw mismatch("bigint[]") }
      if length < 0 {
        item(position, nil)
      } else {
        guard length == 8, let number = cursor.int8() else { throw mismatch("bigint[]") }
        item(position, number)
      }
    }
    return Int(count)
  }
}

/// Writes the rows of a COPY into one buffer that is sent whenever it is full.
public struct CopyWriter {
  private static let capacity = 1 << 18
  private let connection: Connection
  private var buffer: [UInt8]

  fileprivate init(connection: Connection) {
    self.connection = connection
    buffer = Array("PGCOPY\n".utf8) + [0xFF, 0x0D, 0x0A, 0x00] + [UInt8](repeating: 0, count: 8)
    buffer.reserveCapacity(Self.capacity + (1 << 16))
  }

  /// Begins a row of so many fields.
  public mutating func beginRow(fields: Int) throws {
    if buffer.count >= Self.capacity { try flush() }
    buffer.append(bigEndian: Int16(truncatingIfNeeded: fields))
  }

  /// A null.
  public mutating func null() { buffer.append(bigEndian: Int32(-1)) }

  /// An `integer`.
  public mutating func int4(_ number: Int32) {
    buffer.append(bigEndian: Int32(4))
    buffer.append(bigEndian: number)
  }

  /// A `bigint`.
  public mutating func int8(_ number: Int64) {
    buffer.append(bigEndian: Int32(8))
    buffer.append(bigEndian: number)
  }

  /// A `date`.
  public mutating func date(_ date: PostgresDate) { int4(date.daysSince2000) }

  /// A `text`.
  public mutating func text(_ text: String) {
    var text = text
    text.withUTF8 { bytes in
      buffer.append(bigEndian: Int32(truncatingIfNeeded: bytes.count))
      buffer.append(contentsOf: bytes)
    }
  }

  /// Bytes of any type in its binary form.
  public mutating func bytes(_ bytes: some Collection<UInt8>) {
    buffer.append(bigEndian: Int32(truncatingIfNeeded: bytes.count))
    buffer.append(contentsOf: bytes)
  }

  /// A value of any type that a statement takes.
  public mutating func parameter(_ parameter: Parameter) {
    guard !parameter.isNull else { return null() }
    let start = buffer.count
    buffer.append(bigEndian: Int32(0))
    parameter.write(to: &buffer)
    let length = Int32(truncatingIfNeeded: buffer.count - start - 4).bigEndian
    withUnsafeBytes(of: length) { buffer.replaceSubrange(start..<start + 4, with: $0) }
  }

  fileprivate mutating func finish() throws {
    buffer.append(bigEndian: Int16(-1))
    try flush()
  }

  private mutating func flush() throws {
    try buffer.withUnsafeBytes { try connection.put($0) }
    buffer.removeAll(keepingCapacity: true)
  }
}
