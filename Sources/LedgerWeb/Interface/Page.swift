import LedgerDomain

/// A part of a list, and where the next one begins.
struct Page<Item> {
  let items: ArraySlice<Item>
  /// What to send as `cursor` for what follows; nil at the end.
  let next: String?

  /// The items after a call's cursor, in the order of their keys; keys are unique and ascending.
  init(_ items: [Item], of call: Call, key: (Item) -> String) throws(Refusal) {
    var start = 0
    if let cursor = call.query["cursor"] {
      guard let last = Self.text(of: cursor) else { throw Refusal(RequestRefusal.cursorUnknown) }
      start =
        items.firstIndex { last.utf8.lexicographicallyPrecedes(key($0).utf8) } ?? items.count
    }
    self.init(items, from: start, limit: call.limit, key)
  }

  /// The items after a call's cursor, in an order of their own; refused when the item is gone after
  /// which it would begin, since then nobody knows where.
  init(inOwnOrder items: [Item], of call: Call, key: (Item) -> String) throws(Refusal) {
    var start = 0
    if let cursor = call.query["cursor"] {
      guard let last = Self.text(of: cursor),
        let place = items.firstIndex(where: { key($0).utf8.elementsEqual(last.utf8) })
      else { throw Refusal(RequestRefusal.cursorUnknown) }
      start = place + 1
    }
    self.init(items, from: start, limit: call.limit, key)
  }

  private init(_ items: [Item], from start: Int, limit: Int, _ key: (Item) -> String) {
    let end = min(start + limit, items.count)
    self.items = items[start..<end]
    next = end < items.count && end > start ? hexadecimal(Array(key(items[end - 1]).utf8)) : nil
  }

  private static func text(of cursor: String) -> String? {
    let digits = Array(cursor.utf8)
    guard digits.count.isMultiple(of: 2), digits.count <= 1_000 else { return nil }
    var bytes: [UInt8] = []
    for position in stride(from: 0, to: digits.count, by: 2) {
      let pair = String(decoding: digits[position...position + 1], as: UTF8.self)
      guard let byte = UInt8(pair, radix: 16), pair.utf8.first != UInt8(ascii: "+") else {
        return nil
      }
      bytes.append(byte)
    }
    return String(validating: bytes, as: UTF8.self)
  }

  /// The page as JSON: its items and the next cursor.
  func reply(_ json: (Item) -> JSONValue) -> JSONValue {
    ["items": .array(items.map(json)), "next": next.map(JSONValue.string) ?? .null]
  }

  /// The schema of a page of some items.
  static func schema(of item: Schema) -> Schema {
    .object([
      .required("items", .array(item, max: 1_000)),
      .required("next", .orNull(.string(.init(max: 1_000))), "The cursor of the next page."),
    ])
  }
}

/// The schema of a page, where no item's type is at hand.
enum PageSchema {
  static func of(_ item: Schema) -> Schema { Page<Never>.schema(of: item) }
}

extension BilingualText {
  var json: JSONValue { ["zh": .string(zh), "en": .string(en)] }
}

extension JSONValue {
  static func optional(_ text: String?) -> JSONValue { text.map(JSONValue.string) ?? .null }
  static func optional(_ number: Int?) -> JSONValue { number.map { .number(String($0)) } ?? .null }
  static func integer(_ number: some BinaryInteger) -> JSONValue { .number(String(number)) }
}
