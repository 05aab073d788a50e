import HTTPTypes
import Hummingbird
import HummingbirdTesting
import LedgerDomain
import NIOCore
import Testing

@testable import LedgerWeb

/// What a request carries.
enum Content {
  case json(JSONValue)
  case text(String, type: String)

  static func csv(_ text: String) -> Content { .text(text, type: "text/csv") }
}

extension ServedOffice {
  func get(
    _ path: String, as name: String? = nil, _ headers: [String: String] = [:],
    at place: SourceLocation = #_sourceLocation
  ) async throws -> Answer {
    try await send(.get, path, as: name, headers, nil, at: place)
  }

  /// Sends what changes something, with a fresh key unless one is given.
  func post(
    _ path: String, _ content: JSONValue? = nil, as name: String? = nil,
    _ headers: [String: String] = [:], at place: SourceLocation = #_sourceLocation
  ) async throws -> Answer {
    try await send(.post, path, as: name, headers, content.map(Content.json), at: place)
  }

  /// Sends a request as an account and holds the answer against the description of its endpoint.
  func send(
    _ method: HTTPRequest.Method, _ path: String, as name: String? = nil,
    _ extra: [String: String] = [:], _ content: Content? = nil,
    at place: SourceLocation = #_sourceLocation
  ) async throws -> Answer {
    var headers = HTTPFields()
    if let name { headers[.authorization] = "Bearer \(secret(name))" }
    if method == .post || method == .put { headers[.idempotencyKey] = Self.freshKey() }
    var body: ByteBuffer?
    switch content {
    case .json(let value):
      headers[.contentType] = "application/json"
      body = ByteBuffer(string: value.compactText)
    case .text(let text, let type):
      headers[.contentType] = type
      body = ByteBuffer(string: text)
    case nil: break
    }
    for (name, value) in extra { headers[try #require(HTTPField.Name(name))] = value }
    let uri = path.hasPrefix("//") ? String(path.dropFirst()) : "/api/v1" + path
    let (fields, sent) = (headers.filter { $0.value != "" }, body)
    let response = try await application.test(.router) { client in
      try await client.execute(
        uri: uri, method: method, headers: HTTPFields(fields), body: sent)
    }
    let answer = Answer(
      status: response.status.code, headers: response.headers,
      bytes: Array(buffer: response.body))
    check(answer, method, path, at: place)
    return answer
  }

  static func freshKey() -> String { "test-\(UInt64.random(in: .min ... .max))" }

  // MARK: - Against the description

  static let endpoints = Routes.endpoints()

  /// The endpoint that a request reaches.
  static func endpoint(_ method: HTTPRequest.Method, _ path: String) -> Endpoint? {
    let parts = path.prefix { $0 != "?" }.split(separator: "/")
    let fitting = endpoints.filter { endpoint in
      let known = endpoint.path.split(separator: "/")
      return (endpoint.method == method || endpoint.method == .get && method == .head)
        && known.count == parts.count
        && zip(known, parts).allSatisfy { $0.hasPrefix("{") || $0 == $1 }
    }
    return fitting.max { literals($0) < literals($1) }
  }

  private static func literals(_ endpoint: Endpoint) -> Int {
    endpoint.path.split(separator: "/").count { !$0.hasPrefix("{") }
  }

  private func check(
    _ answer: Answer, _ method: HTTPRequest.Method, _ path: String, at place: SourceLocation
  ) {
    let endpoint = Self.endpoint(method, path)
    let message = Comment(
      rawValue: "\(method) \(path): \(answer.status) \(answer.text.prefix(500))")
    if answer.status >= 400 {
      checkProblem(answer, isHead: method == .head, message, at: place)
      return
    }
    guard let endpoint else { return }
    note(endpoint.name)
    let type = answer.headers[.contentType]?.prefix { $0 != ";" }
    if answer.status == 304 || answer.status == 204 || method == .head {
      #expect(answer.bytes.isEmpty, message, sourceLocation: place)
      return
    }
    #expect(answer.status == endpoint.answer.status.code, message, sourceLocation: place)
    #expect(
      type.map { endpoint.answer.mediaTypes.contains(String($0)) } ?? answer.bytes.isEmpty,
      message, sourceLocation: place)
    guard type == "application/json", answer.headers[.contentEncoding] == nil else { return }
    #expect(throws: Never.self, message, sourceLocation: place) {
      let value = try JSONValue(parsing: answer.bytes, bytesMax: Int.max)
      try endpoint.answer.schema?.check(JSONReader(value))
    }
  }

  private func checkProblem(
    _ answer: Answer, isHead: Bool, _ message: Comment, at place: SourceLocation
  ) {
    #expect(
      answer.headers[.contentType] == "application/problem+json", message, sourceLocation: place)
    #expect(answer.status != 500, message, sourceLocation: place)
    guard !isHead else { return }
    #expect(throws: Never.self, message, sourceLocation: place) {
      let value = try JSONValue(parsing: answer.bytes)
      try SharedSchemas.schema("Problem").check(JSONReader(value))
      #expect(value["status"]?.text == "\(answer.status)", message, sourceLocation: place)
      let code = value["code"]?.text ?? ""
      #expect(Self.codes.contains(code), message, sourceLocation: place)
    }
  }

  /// Every code that there is.
  static let codes: Set<String> = {
    var codes: Set<String> = []
    for section in Refusals.all { for reason in section.reasons { codes.insert(reason.rawValue) } }
    return codes
  }()
}
