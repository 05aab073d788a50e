/// A value for `$n`, sent in PostgreSQL's binary format with its type stated.
public enum Parameter: Sendable, Hashable {
  case null(PostgresType)
  case bool(Bool)
  case int4(Int32)
  case int8(Int64)
  case text(String)
  case bytea([UInt8])
  case date(PostgresDate)
  case timestamp(PostgresTimestamp)
  case int4Array([Int32?])
  case int8Array([Int64?])
  case textArray([String?])
  case byteaArray([[UInt8]?])
  case dateArray([PostgresDate?])
  case boolArray([Bool?])

  /// A text, or null.
  public static func optional(_ text: String?) -> Parameter {
    text.map(Parameter.text) ?? .null(.text)
  }

  /// A whole number, or null.
  public static func optional(_ number: Int64?) -> Parameter {
    number.map(Parameter.int8) ?? .null(.int8)
  }

  /// The stated type.
  public var type: PostgresType {
    switch self {
    case .null(let type): type
    case .bool: .bool
    case .int4: .int4
    case .int8: .int8
    case .text: .text
    case .bytea: .bytea
    case .date: .date
    case .timestamp: .timestamp
    case .int4Array: .int4Array
    case .int8Array: .int8Array
    case .textArray: .textArray
    case .byteaArray: .byteaArray
    case .dateArray: .dateArray
    case .boolArray: .boolArray
    }
  }

  var isNull: Bool {
    if case .null = self { return true }
    return false
  }

  func write(to bytes: inout [UInt8]) {
    switch self {
    case .null: break
    case .bool(let flag): bytes.append(flag ? 1 : 0)
    case .int4(let number): bytes.append(bigEndian: number)
    case .int8(let number): bytes.append(bigEndian: number)
    case .text(let text): bytes.append(contentsOf: text.utf8)
    case .bytea(let raw): bytes.append(contentsOf: raw)
    case .date(let date): bytes.append(bigEndian: date.daysSince2000)
    case .timestamp(let moment): bytes.append(bigEndian: moment.microsecondsSince2000)
    case .int4Array(let items): bytes.append(array: items, .int4) { $0.append(bigEndian: $1) }
    case .int8Array(let items): bytes.append(array: items, .int8) { $0.append(bigEndian: $1) }
    case .textArray(let items):
      bytes.append(array: items, .text) { $0.append(contentsOf: $1.utf8) }
    case .byteaArray(let items):
      bytes.append(array: items, .bytea) { $0.append(contentsOf: $1) }
    case .dateArray(let items):
      bytes.append(array: items, .date) { $0.append(bigEndian: $1.daysSince2000) }
    case .boolArray(let items): bytes.append(array: items, .bool) { $0.append($1 ? 1 : 0) }
    }
  }
}

extension [UInt8] {
  mutating func append(bigEndian number: some FixedWidthInteger) {
    Swift.withUnsafeBytes(of: number.bigEndian) { append(contentsOf: $0) }
  }

  /// PostgreSQL's binary form of a one-dimensional array.
  mutating func append<Item>(
    array items: [Item?], _ type: PostgresType, _ write: (inout [UInt8], Item) -> Void
  ) {
    append(bigEndian: Int32(items.isEmpty ? 0 : 1))
    append(bigEndian: Int32(items.contains { $0 == nil } ? 1 : 0))
    append(bigEndian: type.rawValue)
    guard !items.isEmpty else { return }
    append(bigEndian: Int32(truncatingIfNeeded: items.count))
    append(bigEndian: Int32(1))
    for item in items {
      guard let item else {
        append(bigEndian: Int32(-1))
        continue
      }
      let start = count
      append(bigEndian: Int32(0))
      write(&self, item)
      let length = Int32(truncatingIfNeeded: count - start - 4).bigEndian
      Swift.withUnsafeBytes(of: length) { replaceSubrange(start..<start + 4, with: $0) }
    }
  }
}

/// All parameters of one execution in one buffer, in the shape that libpq takes.
struct EncodedParameters {
  private var bytes: [UInt8] = []
  private var offsets: [Int?] = []
  private var lengths: [Int32] = []
  let types: [UInt32]

  init(_ parameters: [Parameter]) {
    types = parameters.map(\.type.rawValue)
    for parameter in parameters {
      let start = bytes.count
      parameter.write(to: &bytes)
      offsets.append(parameter.isNull ? nil : start)
      lengths.append(Int32(truncatingIfNeeded: bytes.count - start))
      // An empty value still needs an address of its own.
      bytes.append(0)
    }
  }

  func withPointers<Result>(
    _ body: (
      _ count: Int32, _ values: UnsafePointer<UnsafePointer<CChar>?>?,
      _ lengths: UnsafePointer<Int32>?, _ formats: UnsafePointer<Int32>?
    ) -> Result
  ) -> Result {
    guard !offsets.isEmpty else { return body(0, nil, nil, nil) }
    return bytes.withUnsafeBytes { buffer in
      let base = buffer.baseAddress?.assumingMemoryBound(to: CChar.self)
      let values = offsets.map { offset in offset.flatMap { base?.advanced(by: $0) } }
      return values.withUnsafeBufferPointer { values in
        lengths.withUnsafeBufferPointer { lengths in
          [Int32](repeating: 1, count: offsets.count).withUnsafeBufferPointer { formats in
            body(
              Int32(offsets.count), values.baseAddress, lengths.baseAddress, formats.baseAddress)
          }
        }
      }
    }
  }
}
