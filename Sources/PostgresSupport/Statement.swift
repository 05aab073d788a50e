/// One SQL statement, constant text, prepared once per connection under its name.
///
/// The text is a `StaticString`: text built at run time does not compile, so that nothing from
/// outside can become SQL.
public struct Statement: Sendable, Hashable {
  /// The name it is prepared under; two statements never share one.
  public let name: String
  /// The text, with `$1`, `$2` … for its parameters.
  public let sql: String

  /// Names a statement.
  public init(_ name: StaticString, _ sql: StaticString) {
    self.name = name.description
    self.sql = sql.description
  }
}

/// A `copy … to stdout` or `copy … from stdin` in binary format.
///
/// COPY takes no parameters, so that literals of a few safe types are joined to the constant text.
public struct CopyStatement: Sendable {
  /// The text.
  public let sql: String

  /// A statement without literals.
  public init(_ sql: StaticString) {
    self.sql = sql.description
  }

  /// Replaces `$1`, `$2` … by literals; there are at most nine.
  public init(_ sql: StaticString, _ literals: [CopyLiteral]) {
    var text = ""
    var bytes = sql.description.utf8[...]
    while let dollar = bytes.firstIndex(of: UInt8(ascii: "$")) {
      let next = bytes.index(after: dollar)
      text += String(decoding: bytes[..<dollar], as: UTF8.self)
      let digit = next < bytes.endIndex ? Int(bytes[next]) - Int(UInt8(ascii: "0")) : -1
      precondition(literals.indices.contains(digit - 1), "one literal per $n")
      text += literals[digit - 1].sql
      bytes = bytes[bytes.index(after: next)...]
    }
    self.sql = text + String(decoding: bytes, as: UTF8.self)
  }
}

/// A literal that is safe in the text of a COPY.
public enum CopyLiteral: Sendable {
  case number(Int64)
  case integers([Int64])
  case date(PostgresDate)
  case dates([PostgresDate])
  case text(String)
  case texts([String])

  var sql: String {
    switch self {
    case .number(let number): "\(number)"
    case .date(let date): "('2000-01-01'::date + \(date.daysSince2000))"
    case .integers(let numbers):
      "array[" + numbers.map(String.init).joined(separator: ",") + "]::bigint[]"
    case .dates(let dates):
      "array[" + dates.map { CopyLiteral.date($0).sql }.joined(separator: ",") + "]::date[]"
    case .text(let text): Self.quoted(text)
    case .texts(let texts):
      "array[" + texts.map(Self.quoted).joined(separator: ",") + "]::text[]"
    }
  }

  /// Hexadecimal digits cannot end a string early, whatever the encoding or server settings.
  private static func quoted(_ text: String) -> String {
    var digits = ""
    for byte in text.utf8 {
      digits += String(byte >> 4, radix: 16) + String(byte & 15, radix: 16)
    }
    return "convert_from('\\x\(digits)'::bytea, 'UTF8')"
  }
}
