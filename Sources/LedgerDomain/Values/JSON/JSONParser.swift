extension JSONValue {
  /// The greatest size of a document, in bytes.
  public static let bytesMax = 4 << 20
  /// How deep arrays and objects may be nested.
  public static let depthMax = 32

  /// Reads a document strictly (RFC 8259): UTF-8, no duplicate names, no trailing commas, no byte
  /// order mark in the middle, nothing after the value.
  public init(
    parsing bytes: [UInt8], bytesMax: Int = JSONValue.bytesMax
  ) throws(Refusal) {
    guard bytes.count <= bytesMax else {
      throw Refusal(JSONRefusal.tooLarge, String(bytesMax))
    }
    guard String(validating: bytes, as: UTF8.self) != nil else {
      throw Refusal(JSONRefusal.notUTF8)
    }
    var parser = JSONParser(bytes: bytes, from: bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0)
    self = try parser.document()
  }
}

private struct JSONParser {
  private let bytes: [UInt8]
  private let start: Int
  private var position: Int
  /// The way to the value being read; it becomes a pointer only in a refusal.
  private var path: [Step] = []

  private enum Step {
    case member(String)
    case element(Int)
  }

  /// Reads from a position on.
  init(bytes: [UInt8], from position: Int) {
    self.bytes = bytes
    start = position
    self.position = position
  }

  mutating func document() throws(Refusal) -> JSONValue {
    let value = try value(depth: 0)
    skipWhiteSpace()
    guard position == bytes.endIndex else { throw malformed("text after the value") }
    return value
  }

  private mutating func value(depth: Int) throws(Refusal) -> JSONValue {
    guard depth <= JSONValue.depthMax else {
      throw Refusal(JSONRefusal.tooDeep, at: .pointer(pointer), String(JSONValue.depthMax))
    }
    skipWhiteSpace()
    switch current {
    case UInt8(ascii: "{"): return try object(depth: depth)
    case UInt8(ascii: "["): return try array(depth: depth)
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    default: return .number(try number())
    }
  }

  private mutating func object(depth: Int) throws(Refusal) -> JSONValue {
    position += 1
    var members: [JSONValue.Member] = []
    var names = MemberNames()
    skipWhiteSpace()
    if take("}") { return .object([]) }
    repeat {
      skipWhiteSpace()
      guard current == UInt8(ascii: "\"") else { throw malformed("a name in quotes is expected") }
      let name = try string()
      path.append(.member(name))
      guard names.insert(name, among: members) else {
        throw Refusal(JSONRefusal.duplicateMember, at: .pointer(pointer), name)
      }
      skipWhiteSpace()
      guard take(":") else { throw malformed("“:” is expected") }
      members.append(JSONValue.Member(name, try value(depth: depth + 1)))
      path.removeLast()
      skipWhiteSpace()
    } while take(",")
    guard take("}") else { throw malformed("“,” or “}” is expected") }
    return .object(members)
  }

  private mutating func array(depth: Int) throws(Refusal) -> JSONValue {
    position += 1
    var elements: [JSONValue] = []
    skipWhiteSpace()
    if take("]") { return .array([]) }
    repeat {
      path.append(.element(elements.count))
      elements.append(try value(depth: depth + 1))
      path.removeLast()
      skipWhiteSpace()
    } while take(",")
    guard take("]") else { throw malformed("“,” or “]” is expected") }
    return .array(elements)
  }

  private mutating func string() throws(Refusal) -> String {
    position += 1
    var start = position
    var unescaped: [UInt8] = []
    while let byte = current {
      switch byte {
      case UInt8(ascii: "\""):
        let rest = bytes[start..<position]
        position += 1
        guard !unescaped.isEmpty else { return String(decoding: rest, as: UTF8.self) }
        return String(decoding: unescaped + rest, as: UTF8.self)
      case UInt8(ascii: "\\"):
        unescaped += bytes[start..<position]
        position += 1
        unescaped += String(try escape()).utf8
        start = position
      case 0..<0x20:
        throw malformed("a control character stands in a string")
      default:
        position += 1
      }
    }
    throw malformed("the string has no end")
  }

  private mutating func escape() throws(Refusal) -> Unicode.Scalar {
    guard let byte = current else { throw malformed("the string has no end") }
    position += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(byte)
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"): return try unicodeEscape()
    default: throw malformed("an unknown escape")
    }
  }

  private mutating func unicodeEscape() throws(Refusal) -> Unicode.Scalar {
    let first = try fourHexadecimals()
    if let scalar = Unicode.Scalar(first), first != 0 { return scalar }
    guard (0xD800..<0xDC00).contains(first), take("\\"), take("u") else {
      throw malformed("an escape that names no character")
    }
    let second = try fourHexadecimals()
    guard (0xDC00..<0xE000).contains(second),
      let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
    else { throw malformed("an escape that names no character") }
    return scalar
  }

  private mutating func fourHexadecimals() throws(Refusal) -> UInt32 {
    var code: UInt32 = 0
    for _ in 0..<4 {
      guard let byte = current, let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
        throw malformed("four hexadecimal digits are expected")
      }
      code = code * 16 + UInt32(digit)
      position += 1
    }
    return code
  }

  private mutating func number() throws(Refusal) -> String {
    let start = position
    _ = take("-")
    if !take("0") { try digits() }
    if take(".") { try digits() }
    if take("e") || take("E") {
      if !take("+") { _ = take("-") }
      try digits()
    }
    return String(decoding: bytes[start..<position], as: UTF8.self)
  }

  private mutating func digits() throws(Refusal) {
    let start = position
    while let byte = current, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) {
      position += 1
    }
    guard position > start else { throw malformed("a value is expected") }
  }

  private mutating func word(_ word: String, _ value: JSONValue) throws(Refusal) -> JSONValue {
    guard bytes[position...].starts(with: word.utf8) else { throw malformed("a value is expected") }
    position += word.utf8.count
    return value
  }

  private var current: UInt8? { position < bytes.endIndex ? bytes[position] : nil }

  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard let byte = current, UInt32(byte) == character.value else { return false }
    position += 1
    return true
  }

  private mutating func skipWhiteSpace() {
    while let byte = current, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 {
      position += 1
    }
  }

  private func malformed(_ what: String) -> Refusal {
    let before = bytes[start..<position]
    let line = before.count { $0 == 0x0A } + 1
    let column = position - (before.lastIndex(of: 0x0A) ?? start - 1)
    return Refusal(
      JSONRefusal.malformed, at: .line(line, column: column), String(line), String(column), what)
  }

  private var pointer: String {
    path.reduce(into: "") { pointer, step in
      switch step {
      case .member(let name): pointer += "/" + Self.pointerToken(name)
      case .element(let position): pointer += "/\(position)"
      }
    }
  }

  static func pointerToken(_ name: String) -> String {
    var token = ""
    for scalar in name.unicodeScalars {
      switch scalar {
      case "~": token += "~0"
      case "/": token += "~1"
      default: token.unicodeScalars.append(scalar)
      }
    }
    return token
  }
}

/// The names of one object's members: few are compared one by one, many are hashed.
private struct MemberNames {
  private static let comparedMax = 8
  private var hashed: Set<[UInt8]> = []

  /// Whether a name is new among the members before it.
  mutating func insert(_ name: String, among members: [JSONValue.Member]) -> Bool {
    guard members.count >= Self.comparedMax else {
      return !members.contains { $0.name.utf8.elementsEqual(name.utf8) }
    }
    if hashed.isEmpty { hashed = Set(members.map { Array($0.name.utf8) }) }
    return hashed.insert(Array(name.utf8)).inserted
  }
}
