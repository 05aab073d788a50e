import HTTPTypes
import Hummingbird
import LedgerDomain
import NIOCore

/// What a handler answers.
struct Reply: Sendable {
  var status: HTTPResponse.Status = .ok
  var headers = HTTPFields()
  var content = ByteBuffer()
  /// An answer that goes on: server-sent events.
  var stream: ResponseBody?

  /// A JSON document.
  static func json(_ value: JSONValue, _ status: HTTPResponse.Status = .ok) -> Reply {
    var reply = Reply(status: status)
    reply.headers[.contentType] = "application/json"
    reply.content = ByteBuffer(string: value.compactText)
    return reply
  }

  /// Nothing but a status.
  static func nothing(_ status: HTTPResponse.Status = .noContent) -> Reply {
    Reply(status: status)
  }

  /// A text of some type.
  static func text(_ text: String, _ mediaType: String) -> Reply {
    var reply = Reply()
    reply.headers[.contentType] = mediaType
    reply.content = ByteBuffer(string: text)
    return reply
  }

  /// The same reply under an entity tag; 304 without content when the caller has it already.
  func tagged(_ tag: String, for call: Call, isPrivate: Bool = true) -> Reply {
    var reply = self
    reply.headers[.eTag] = tag
    reply.headers[.cacheControl] = isPrivate ? "private, no-cache" : "no-cache"
    guard call.isUnchanged(tag) else { return reply }
    reply.status = .notModified
    reply.content.clear()
    reply.headers[.contentType] = nil
    return reply
  }

  /// The same reply with one header more.
  func with(_ name: HTTPField.Name, _ value: String) -> Reply {
    var reply = self
    reply.headers[name] = value
    return reply
  }

  /// The reply as it is kept for repetitions: status, type, entity tag, place and content.
  var keptText: String {
    var members: [JSONValue.Member] = [
      JSONValue.Member("status", .number(String(status.code))),
      JSONValue.Member("content", .string(String(buffer: content))),
    ]
    for name in Self.keptHeaders {
      if let value = headers[name] {
        members.append(JSONValue.Member(name.canonicalName, .string(value)))
      }
    }
    return JSONValue.object(members).compactText
  }

  private static let keptHeaders: [HTTPField.Name] = [.contentType, .eTag, .location]

  /// A reply that was kept.
  init(kept text: String) throws {
    let json = JSONReader(try JSONValue(parsing: Array(text.utf8), bytesMax: Int.max))
    self.init(status: .init(code: try json.required("status").integer(100...599)))
    content = ByteBuffer(string: try json.required("content").string())
    for name in Self.keptHeaders {
      if let value = try json.optional(name.canonicalName)?.string() { headers[name] = value }
    }
  }

  init(status: HTTPResponse.Status = .ok) {
    self.status = status
  }

  /// What goes to the server.
  var response: Response {
    var response = Response(
      status: status, headers: headers, body: stream ?? ResponseBody(byteBuffer: content))
    if stream == nil, status == .noContent || status == .notModified {
      response.body = ResponseBody()
    }
    return response
  }
}
