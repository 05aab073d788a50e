import LedgerDomain

/// What a JSON value looks like: it is checked with, and described by, the same declaration.
indirect enum Schema: Sendable {
  case string(Text = Text())
  case integer(ClosedRange<Int>)
  /// A number that stays exact: as a JSON number or as a string.
  case decimal
  case boolean
  case null
  case array(Schema, max: Int)
  case object([Member])
  case either([Schema])
  /// One of the shared schemas, by its name in the document.
  case named(String)
  /// Any JSON at all: a document with a reader and refusals of its own.
  case document

  /// Limits of a text.
  struct Text: Sendable {
    var max = 200
    var pattern: String?
    var format: String?
    var words: [String] = []
  }

  /// One member of an object.
  struct Member: Sendable {
    let name: String
    let schema: Schema
    let isRequired: Bool
    let text: String

    /// A member that has to be there.
    static func required(_ name: String, _ schema: Schema, _ text: String = "") -> Member {
      Member(name: name, schema: schema, isRequired: true, text: text)
    }

    /// A member that may be left out.
    static func optional(_ name: String, _ schema: Schema, _ text: String = "") -> Member {
      Member(name: name, schema: schema, isRequired: false, text: text)
    }
  }

  /// Texts that are one of some words.
  static func word(_ words: [String]) -> Schema { .string(Text(words: words)) }
  /// The same schema, or null.
  static func orNull(_ schema: Schema) -> Schema { .either([schema, .null]) }
}

extension Schema {
  /// Refuses a value of another shape, at its place in the document.
  func check(_ json: JSONReader) throws(Refusal) {
    switch self {
    case .string(let text): try text.check(json)
    case .integer(let range): _ = try json.integer(range)
    case .decimal: try Self.checkDecimal(json)
    case .boolean: _ = try json.bool()
    case .null:
      guard json.value == .null else { throw json.wrongType("null", "null") }
    case .array(let element, let max):
      let elements = try json.elements()
      guard elements.count <= max else {
        throw json.wrongType("至多 \(max) 项的数组", "an array of at most \(max)")
      }
      for item in elements { try element.check(item) }
    case .object(let members): try Self.check(json, members)
    case .either(let schemas): try Self.check(json, anyOf: schemas)
    case .named(let name): try SharedSchemas.schema(name).check(json)
    case .document: break
    }
  }

  private static func checkDecimal(_ json: JSONReader) throws(Refusal) {
    switch json.value {
    case .number, .string: return
    default: throw json.wrongType("数，或写成文字的数", "a number, or a number as a string")
    }
  }

  private static func check(_ json: JSONReader, _ members: [Member]) throws(Refusal) {
    let names = try json.memberNames()
    for name in names where !members.contains(where: { $0.name == name }) {
      throw Refusal(JSONRefusal.memberUnknown, at: .pointer("\(json.pointer)/\(name)"), name)
    }
    for member in members {
      let value =
        member.isRequired ? try json.required(member.name) : try json.optional(member.name)
      if let value { try member.schema.check(value) }
    }
  }

  /// The refusal of the first alternative is told when none fits.
  private static func check(_ json: JSONReader, anyOf schemas: [Schema]) throws(Refusal) {
    var first: Refusal?
    for schema in schemas {
      do {
        try schema.check(json)
        return
      } catch {
        if first == nil { first = error }
      }
    }
    if let first { throw first }
  }

  /// The schema in JSON Schema 2020-12, as OpenAPI 3.1 takes it.
  var json: JSONValue {
    switch self {
    case .string(let text): text.json
    case .integer(let range):
      [
        "type": "integer", "minimum": .number(String(range.lowerBound)),
        "maximum": .number(String(range.upperBound)),
      ]
    case .decimal: ["type": ["number", "string"]]
    case .boolean: ["type": "boolean"]
    case .null: ["type": "null"]
    case .array(let element, let max):
      ["type": "array", "items": element.json, "maxItems": .number(String(max))]
    case .object(let members): Self.json(members)
    case .either(let schemas): ["anyOf": .array(schemas.map(\.json))]
    case .named(let name): ["$ref": .string("#/components/schemas/\(name)")]
    case .document: [:]
    }
  }

  private static func json(_ members: [Member]) -> JSONValue {
    var properties: [JSONValue.Member] = []
    for member in members {
      var schema = member.schema.json
      if !member.text.isEmpty, case .object(let parts) = schema {
        schema = .object(parts + [JSONValue.Member("description", .string(member.text))])
      }
      properties.append(JSONValue.Member(member.name, schema))
    }
    return [
      "type": "object", "properties": .object(properties),
      "required": .array(members.filter(\.isRequired).map { .string($0.name) }),
      "additionalProperties": false,
    ]
  }
}

extension Schema.Text {
  func check(_ json: JSONReader) throws(Refusal) {
    let text = try json.string()
    guard text.unicodeScalars.count <= max else {
      throw json.wrongType("至多 \(max) 个字符", "at most \(max) characters")
    }
    guard words.isEmpty || words.contains(text) else {
      let list = words.joined(separator: ", ")
      throw json.wrongType("其中之一：\(list)", "one of \(list)")
    }
  }

  var json: JSONValue {
    var members = [JSONValue.Member("type", "string")]
    if !words.isEmpty {
      members.append(JSONValue.Member("enum", .array(words.map(JSONValue.string))))
    } else {
      members.append(JSONValue.Member("maxLength", .number(String(max))))
    }
    if let pattern { members.append(JSONValue.Member("pattern", .string(pattern))) }
    if let format { members.append(JSONValue.Member("format", .string(format))) }
    return .object(members)
  }
}
