/// Reads one JSON value where something certain is expected, and says where it is not.
public struct JSONReader: Sendable {
  /// The value.
  public let value: JSONValue
  /// The value's JSON pointer from the document's root.
  public let pointer: String

  /// Starts at the root of a document.
  public init(_ value: JSONValue) {
    self.init(value, pointer: "")
  }

  private init(_ value: JSONValue, pointer: String) {
    self.value = value
    self.pointer = pointer
  }

  /// The place of this value, for a refusal.
  public var place: Place { .pointer(pointer) }

  /// The member of that name, or nil when the object has none; refused when this is no object.
  public func optional(_ name: String) throws(Refusal) -> JSONReader? {
    guard case .object = value else { throw wrongType("对象", "an object") }
    guard let member = value[name] else { return nil }
    return JSONReader(member, pointer: "\(pointer)/\(name)")
  }

  /// The member of that name; refused when there is none.
  public func required(_ name: String) throws(Refusal) -> JSONReader {
    guard let member = try optional(name) else {
      throw Refusal(JSONRefusal.memberMissing, at: place, name)
    }
    return member
  }

  /// Refuses any member whose name is not in the list.
  public func allowOnly(_ names: String...) throws(Refusal) {
    guard case .object(let members) = value else { throw wrongType("对象", "an object") }
    for member in members where !names.contains(member.name) {
      throw Refusal(
        JSONRefusal.memberUnknown, at: .pointer("\(pointer)/\(member.name)"), member.name)
    }
  }

  /// The names of this object's members, in their order.
  public func memberNames() throws(Refusal) -> [String] {
    guard case .object(let members) = value else { throw wrongType("对象", "an object") }
    return members.map(\.name)
  }

  /// The elements of an array.
  public func elements() throws(Refusal) -> [JSONReader] {
    guard case .array(let elements) = value else { throw wrongType("数组", "an array") }
    return elements.enumerated().map { JSONReader($1, pointer: "\(pointer)/\($0)") }
  }

  /// A string.
  public func string() throws(Refusal) -> String {
    guard case .string(let string) = value else { throw wrongType("字符串", "a string") }
    return string
  }

  /// `true` or `false`.
  public func bool() throws(Refusal) -> Bool {
    guard case .bool(let flag) = value else { throw wrongType("true 或 false", "true or false") }
    return flag
  }

  /// A whole number in a range.
  public func integer(_ range: ClosedRange<Int>) throws(Refusal) -> Int {
    guard case .number(let digits) = value, let number = Int(digits), range.contains(number) else {
      let bounds = "\(range.lowerBound)…\(range.upperBound)"
      throw wrongType("\(bounds) 的整数", "a whole number \(bounds)")
    }
    return number
  }

  /// An exact decimal number, written as a string (`"0.10"`) or as a plain number without exponent.
  public func fraction() throws(Refusal) -> Fraction {
    switch value {
    case .string(let text), .number(let text):
      if let fraction = Fraction(decimal: text) { return fraction }
    default: break
    }
    throw wrongType("十进制数，如 \"0.10\"", "a decimal number such as \"0.10\"")
  }

  /// `{"zh": …, "en": …}`.
  public func bilingualText() throws(Refusal) -> BilingualText {
    try allowOnly("zh", "en")
    return BilingualText(zh: try required("zh").string(), en: try required("en").string())
  }

  /// The refusal of a value of another type than the one expected.
  public func wrongType(_ zh: String, _ en: String) -> Refusal {
    // The reason's text takes one wording; the place carries the rest.
    Refusal(JSONRefusal.wrongType, at: place, "\(zh) (\(en))")
  }
}
