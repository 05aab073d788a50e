public import PostgresSupport

/// One column of a fact, in the form in which it is stored, read back and hashed.
public enum FactValue: Hashable, Sendable {
  case null
  case bool(Bool)
  case integer(Int64)
  case text(String)
  case bytes([UInt8])
  case date(PostgresDate)
  case timestamp(PostgresTimestamp)
  case integers([Int64?])
  case texts([String?])

  /// A text, or null.
  public static func optional(_ text: String?) -> FactValue { text.map(FactValue.text) ?? .null }
  /// A whole number, or null.
  public static func optional(_ number: Int64?) -> FactValue {
    number.map(FactValue.integer) ?? .null
  }
}

extension FactValue {
  /// Appends the value to canonical bytes: a tag, then everything with its length in front, so that
  /// no two different facts share their bytes.
  func append(to bytes: inout [UInt8]) {
    switch self {
    case .null:
      bytes.append(0)
    case .bool(let flag):
      bytes.append(1)
      bytes.append(flag ? 1 : 0)
    case .integer(let number):
      bytes.append(2)
      bytes.append(bigEndian: number)
    case .text(let text):
      bytes.append(3)
      bytes.append(lengthPrefixed: text.utf8)
    case .bytes(let raw):
      bytes.append(4)
      bytes.append(lengthPrefixed: raw)
    case .date(let date):
      bytes.append(5)
      bytes.append(bigEndian: date.daysSince2000)
    case .timestamp(let moment):
      bytes.append(6)
      bytes.append(bigEndian: moment.microsecondsSince2000)
    case .integers(let numbers):
      bytes.append(7)
      bytes.append(bigEndian: Int32(truncatingIfNeeded: numbers.count))
      for number in numbers {
        bytes.append(number == nil ? 0 : 1)
        bytes.append(bigEndian: number ?? 0)
      }
    case .texts(let texts):
      bytes.append(8)
      bytes.append(bigEndian: Int32(truncatingIfNeeded: texts.count))
      for text in texts {
        bytes.append(text == nil ? 0 : 1)
        bytes.append(lengthPrefixed: (text ?? "").utf8)
      }
    }
  }
}

extension [UInt8] {
  mutating func append(bigEndian number: some FixedWidthInteger) {
    Swift.withUnsafeBytes(of: number.bigEndian) { append(contentsOf: $0) }
  }

  mutating func append(lengthPrefixed content: some Collection<UInt8>) {
    append(bigEndian: Int32(truncatingIfNeeded: content.count))
    append(contentsOf: content)
  }
}
