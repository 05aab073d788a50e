import HTTPTypes
import LedgerDomain
import NIOCore

/// What the service answered.
struct Answer {
  let status: Int
  let headers: HTTPFields
  let bytes: [UInt8]

  var text: String { String(decoding: bytes, as: UTF8.self) }
  /// The content as JSON; null where it is none.
  var json: JSONValue { (try? JSONValue(parsing: bytes, bytesMax: Int.max)) ?? .null }
  /// The code of the refusal; nil where nothing was refused.
  var code: String? { status >= 400 ? json["code"]?.text : nil }
  /// The items of a list.
  var items: [JSONValue] { json["items"]?.elements ?? [] }
}

extension JSONValue {
  var text: String? {
    switch self {
    case .string(let text), .number(let text): text
    default: nil
    }
  }

  var elements: [JSONValue] { if case .array(let elements) = self { elements } else { [] } }
}
