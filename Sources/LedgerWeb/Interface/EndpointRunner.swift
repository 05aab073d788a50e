import HTTPTypes
import Hummingbird
import LedgerDomain
import LedgerOperations
import LedgerStore
import NIOCore

/// Turns one request into a call of its endpoint: who acts, what is asked, is it well formed.
struct EndpointRunner: Sendable {
  let web: WebLedger
  let endpoint: Endpoint

  func respond(_ request: Request, _ context: WebContext) async throws -> Response {
    let secret = try Self.secret(of: request, endpoint)
    let session = try await sessionOrLost(of: secret, request, context)
    let query = try Self.query(of: request, endpoint)
    let bytes = try await content(of: request, context)
    let (body, isRead) = try Self.body(bytes, endpoint.content)
    let form = try form(bytes, secret, request.headers[.contentType] ?? "")
    let call = Call(
      web: web, endpoint: endpoint, session: session, secret: secret?.text,
      path: Self.path(of: endpoint, context), query: query, headers: request.headers,
      body: body, bytes: kept(bytes, isRead, form), form: form,
      target: request.uri.description, network: context.network, language: context.language)
    if endpoint.isKeyed { _ = try call.key() }
    await countInbox(for: call, context)
    defer { forgetInbox(of: session) }
    let reply =
      endpoint.isUnhurried
      ? try await handled(call)
      : try await web.deadlines.run(within: web.configuration.deadline, on: context.loop) {
        try await handled(call)
      }
    return Gzip.applied(to: reply, for: request.headers).response
  }

  /// What asks the database or computes runs as a whole on a thread that may block; what memory
  /// answers, and what only watches, stays on the event loop.
  private func handled(_ call: Call) async throws -> Reply {
    guard !staysOnTheLoop else { return try await endpoint.handle(call) }
    return try await web.ledger.onThread { try await endpoint.handle(call) }
  }

  private var staysOnTheLoop: Bool {
    if endpoint.isFromMemory || endpoint.isWatching { return true }
    // Without a session nobody reads anything of the ledger's.
    if case .open = endpoint.access { return Self.isSafe(endpoint.method) }
    return false
  }

  /// The number in the head of a page is known before the page.
  private func countInbox(for call: Call, _ context: WebContext) async {
    guard let session = call.session, let secret = call.secret, session.isComplete,
      endpoint.isPage, !endpoint.isWatching, Self.isSafe(endpoint.method)
    else { return }
    let actor = Ledger.Actor(session: secret)
    await web.countInbox(of: session.account, by: actor, on: context.loop)
  }

  /// What an act changes is counted again.
  private func forgetInbox(of session: ActingSession?) {
    guard let session, !Self.isSafe(endpoint.method) else { return }
    web.inboxes.forget(session.account)
  }

  /// The content as handlers see it, and as a repetition is known by.
  private func kept(_ bytes: [UInt8], _ isRead: Bool, _ form: FormFields) -> [UInt8] {
    guard isRead || endpoint.isKeyed else { return [] }
    // A browser draws another boundary each time.
    if case .upload = endpoint.content { return form.canonicalBytes }
    return bytes
  }

  // MARK: - Who acts

  private struct Secret {
    let text: String
    let isCookie: Bool
  }

  private static func secret(
    of request: Request, _ endpoint: Endpoint
  ) throws(Refusal) -> Secret? {
    if endpoint.isPage, !isSafe(endpoint.method), isForeign(request) {
      throw Refusal(RequestRefusal.crossSite)
    }
    if let authorization = request.headers[.authorization] {
      let scheme = authorization.prefix(7)
      guard scheme.lowercased() == "bearer ", isSecret(authorization.dropFirst(7)) else {
        throw Refusal(AccountRefusal.nobodyActs)
      }
      return Secret(text: String(authorization.dropFirst(7)), isCookie: false)
    }
    guard let cookie = SessionCookie.secret(in: request.headers), isSecret(cookie[...]) else {
      return nil
    }
    // A browser sends the cookie whoever asks: what changes something must show that it is ours.
    if !isSafe(endpoint.method), !endpoint.isPage {
      let token = request.headers[.csrfToken]
      guard token == SessionCookie.csrfToken(of: cookie), !isForeign(request) else {
        throw Refusal(RequestRefusal.crossSite)
      }
    }
    return Secret(text: cookie, isCookie: true)
  }

  /// Whether a browser says that a page of another site asks.
  private static func isForeign(_ request: Request) -> Bool {
    ["cross-site", "same-site"].contains(request.headers[.secFetchSite])
  }

  /// The fields of a page's form, which carry the token that other requests bear in a header; only
  /// the forms before a sign-in have none.
  private func form(
    _ bytes: [UInt8], _ secret: Secret?, _ contentType: String
  ) throws(Refusal) -> FormFields {
    let form: FormFields
    switch endpoint.content {
    case .form: form = try FormFields(parsing: bytes)
    case .upload:
      form = FormFields(try MultipartForm(parsing: bytes, contentType: contentType))
    case .nothing, .json, .scanned, .file: return .none
    }
    if case .open = endpoint.access { return form }
    guard let secret, form["csrf"] == SessionCookie.csrfToken(of: secret.text) else {
      throw Refusal(RequestRefusal.crossSite)
    }
    return form
  }

  private static func isSafe(_ method: HTTPRequest.Method) -> Bool {
    method == .get || method == .head || method == .options
  }

  private static func isSecret(_ text: Substring) -> Bool {
    text.utf8.count == 64
      && text.utf8.allSatisfy {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
          || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains($0)
      }
  }

  /// Who acts; where nobody does any more, what was typed comes with the refusal.
  private func sessionOrLost(
    of secret: Secret?, _ request: Request, _ context: WebContext
  ) async throws -> ActingSession? {
    do {
      return try await session(of: secret, request, context)
    } catch let refusal as Refusal
      where refusal.code == AccountRefusal.nobodyActs.rawValue && endpoint.showLost != nil
    {
      guard let show = endpoint.showLost,
        let form = try? FormFields(parsing: try await content(of: request, context))
      else { throw refusal }
      throw LostForm(refusal: refusal, form: form, show: show)
    }
  }

  private func session(
    of secret: Secret?, _ request: Request, _ context: WebContext
  ) async throws -> ActingSession? {
    if case .open = endpoint.access { return nil }
    guard let secret,
      let session = try await web.sessions.session(
        of: secret.text, isUse: !endpoint.isWatching)
    else {
      throw Refusal(AccountRefusal.nobodyActs)
    }
    context.note(account: session.account)
    guard web.rates.take(session.id) else { throw Refusal(RequestRefusal.tooMany) }
    if case .signedIn(let permissions) = endpoint.access {
      guard session.isComplete else { throw Refusal(AccountRefusal.nobodyActs) }
      guard permissions.contains(where: { session.holds($0) }) else {
        throw Refusal(AccountRefusal.notAllowed)
      }
    }
    return session
  }

  // MARK: - What is asked

  private static func path(of endpoint: Endpoint, _ context: WebContext) -> [String: String] {
    var path: [String: String] = [:]
    for part in endpoint.path.split(separator: "/") where part.hasPrefix("{") {
      let name = String(part.dropFirst().dropLast())
      path[name] = context.parameters.get(name).flatMap(PercentText.decoded)
    }
    return path
  }

  private static func query(
    of request: Request, _ endpoint: Endpoint
  ) throws(Refusal) -> [String: String] {
    var query: [String: String] = [:]
    for item in (request.uri.query ?? "").split(separator: "&") {
      let parts = item.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let name = PercentText.decoded(String(parts[0])) ?? ""
      guard let parameter = endpoint.query.first(where: { $0.name == name }) else {
        throw Refusal(RequestRefusal.parameterUnknown, at: .option(name), name)
      }
      let text = parts.count > 1 ? PercentText.decoded(String(parts[1])) : ""
      guard let text, parameter.isValid(text), query[name] == nil else {
        throw Refusal(
          RequestRefusal.parameterMalformed, at: .option(name), name, text ?? "", parameter.form)
      }
      query[name] = text
    }
    for parameter in endpoint.query where parameter.isRequired && query[parameter.name] == nil {
      throw Refusal(
        RequestRefusal.parameterMissing, at: .option(parameter.name), parameter.name, "",
        parameter.form)
    }
    return query
  }

  private func content(of request: Request, _ context: WebContext) async throws -> [UInt8] {
    let limit = endpoint.content.bytesMax
    guard limit > 0 else {
      // Nothing is read, and what comes all the same is not waited for.
      if request.headers[.transferEncoding] != nil || !Self.isEmpty(request) { context.closeSoon() }
      return []
    }
    try checkMediaType(request)
    let refusal = Refusal(RequestRefusal.bodyTooLarge, String(limit))
    if let length = request.headers[.contentLength].flatMap({ Int($0) }), length > limit {
      context.closeSoon()
      throw refusal
    }
    let body = request.body
    do {
      return try await web.deadlines.runAndEnd(within: web.configuration.deadline, on: context.loop)
      {
        var bytes: [UInt8] = []
        for try await buffer in body {
          guard bytes.count + buffer.readableBytes <= limit else { throw refusal }
          bytes.append(contentsOf: buffer.readableBytesView)
        }
        return bytes
      }
    } catch {
      // What is still to come is not waited for.
      context.closeSoon()
      // Malformed chunks and broken connections are the caller's affair, not failures of ours.
      throw error is Refusal ? error : Refusal(RequestRefusal.bodyUnreadable)
    }
  }

  private static func isEmpty(_ request: Request) -> Bool {
    request.headers[.contentLength].map { $0 == "0" } ?? true
  }

  private func checkMediaType(_ request: Request) throws(Refusal) {
    let given = request.headers[.contentType] ?? ""
    let bare = given.prefix { $0 != ";" }.lowercased()
    let taken: [String] =
      switch endpoint.content {
      case .nothing: []
      case .json, .scanned: ["application/json"]
      case .file: FileContent.mediaTypes
      case .form: ["application/x-www-form-urlencoded"]
      case .upload: ["multipart/form-data"]
      }
    guard taken.contains(bare) else {
      throw Refusal(
        RequestRefusal.mediaTypeUnsupported, at: .option("Content-Type"), given,
        taken.joined(separator: ", "))
    }
  }

  private static func body(
    _ bytes: [UInt8], _ content: Endpoint.Content
  ) throws(Refusal) -> (value: JSONValue, isRead: Bool) {
    switch content {
    case .nothing, .form, .upload: return (.null, false)
    case .scanned, .file: return (.null, true)
    case .json(let schema):
      let value = try JSONValue(parsing: bytes)
      try schema.check(JSONReader(value))
      return (value, false)
    }
  }
}

/// A form that nobody sent, since the session had ended: what was typed is shown, not lost.
struct LostForm: Error {
  let refusal: Refusal
  let form: FormFields
  let show: @Sendable (FormFields, PageFrame) -> HTML
}

/// Text in a path or query: percent-encoded UTF-8, refused where it is none.
enum PercentText {
  static func decoded(_ text: String) -> String? {
    var bytes: [UInt8] = []
    var rest = text.utf8[...]
    while let byte = rest.popFirst() {
      switch byte {
      case UInt8(ascii: "+"): bytes.append(UInt8(ascii: " "))
      case UInt8(ascii: "%"):
        guard let high = rest.popFirst().flatMap(digit), let low = rest.popFirst().flatMap(digit)
        else { return nil }
        bytes.append(high << 4 | low)
      default: bytes.append(byte)
      }
    }
    guard let decoded = String(validating: bytes, as: UTF8.self), !bytes.contains(0) else {
      return nil
    }
    return decoded
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    default: nil
    }
  }
}
