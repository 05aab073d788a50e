import HTTPTypes
import Hummingbird
import LedgerDomain
import LedgerStore
import Logging
import Metrics
import NIOConcurrencyHelpers

/// What every request passes: its language and origin, the one place where errors become answers,
/// the headers that every answer bears, the log and the counts.
struct FrontMiddleware: RouterMiddleware {
  typealias Context = WebContext

  let web: WebLedger
  /// The methods that a path takes, for a path that takes others than the one asked.
  let methods: @Sendable (String) -> [String]

  func handle(
    _ request: Request, context: WebContext,
    next: (Request, WebContext) async throws -> Response
  ) async throws -> Response {
    let begin = ContinuousClock.now
    var context = context
    let isPage = PageRoutes.isPage(request.uri.path)
    context.language =
      isPage ? PageLanguage.of(request.headers) : Self.language(request.headers[.acceptLanguage])
    context.network = origin(of: request, context)
    var response: Response
    do {
      let choice = isPage && request.method == .get ? PageLanguage.choice("\(request.uri)") : nil
      if let choice {
        response = choice.response
      } else {
        response = try await next(request, context)
      }
    } catch {
      let frame = isPage ? await frame(request, context) : nil
      let lost = error as? LostForm
      response = answer(
        to: lost?.refusal ?? error, request, context, frame,
        below: frame.flatMap { frame in lost.map { $0.show($0.form, frame) } })
    }
    addHeaders(to: &response, context)
    record(request, response, context, ContinuousClock.now - begin)
    return response
  }

  // MARK: - Where it comes from

  /// English where it is asked for before Chinese; Chinese otherwise.
  static func language(_ header: String?) -> Language {
    for item in (header ?? "").split(separator: ",") {
      let tag = item.drop { $0 == " " }.prefix { $0 != ";" }.lowercased()
      if tag.hasPrefix("zh") { return .chinese }
      if tag.hasPrefix("en") { return .english }
    }
    return .chinese
  }

  /// The peer's address; what a trusted proxy says in its place.
  private func origin(of request: Request, _ context: WebContext) -> String {
    let peer = context.network
    guard web.configuration.trustedProxies.contains(peer),
      let last = request.headers[.forwardedFor]?.split(separator: ",").last
    else { return peer }
    let address = last.filter { $0 != " " }
    return address.isEmpty || address.utf8.count > 45 ? peer : String(address)
  }

  // MARK: - Errors

  /// The one place where errors become answers: a problem for programs, for people a page in its
  /// `frame`, or the way to the sign-in where nobody is signed in.
  private func answer(
    to error: any Error, _ request: Request, _ context: WebContext, _ frame: PageFrame?,
    below: HTML?
  ) -> Response {
    guard let (refusals, status) = Problem.refusals(in: known(error, request)) else {
      context.logger.error("failure", metadata: ["error": "\(String(reflecting: error))"])
      let reply =
        frame.map { RefusalPage.failure(requestID: context.id, in: $0) }
        ?? Problem.failure(in: context.language, requestID: context.id)
      return reply.response
    }
    if status == .serviceUnavailable {
      context.logger.warning("not now", metadata: ["error": "\(String(reflecting: error))"])
    }
    let isRead = request.method == .get || request.method == .head
    if frame != nil, isRead, refusals[0].code == AccountRefusal.nobodyActs.rawValue {
      return Reply.see(Link("sign-in").adding("to", "\(request.uri)")).response
    }
    var reply =
      frame.map { RefusalPage.reply(refusals, status, in: $0, below: below) }
      ?? Problem.reply(to: refusals, status, in: context.language)
    for field in Problem.headers(refusals[0], status) { reply.headers[field.name] = field.value }
    return reply.response
  }

  /// What stands around a page that says no: who is signed in is looked up once more, since the
  /// refusal may have come before.
  private func frame(_ request: Request, _ context: WebContext) async -> PageFrame {
    let secret = SessionCookie.secret(in: request.headers)
    var session: ActingSession?
    if let secret { session = try? await web.sessions.session(of: secret) }
    let isRead = request.method == .get
    return PageFrame(
      say: Say(language: context.language),
      target: isRead ? Link(local: "\(request.uri)") ?? Link() : Link(), session: session,
      csrf: session == nil ? nil : secret.map(SessionCookie.csrfToken),
      isDemonstration: web.configuration.isDemonstration,
      secondsLeft: session.map { web.secondsLeft(of: $0) })
  }

  /// The framework's own errors as refusals of ours.
  private func known(_ error: any Error, _ request: Request) -> any Error {
    guard let error = error as? any HTTPResponseError else { return error }
    switch error.status {
    case .notFound, .methodNotAllowed:
      let taken = methods(request.uri.path)
      return taken.isEmpty
        ? Refusal(RequestRefusal.pathUnknown)
        : Refusal(
          RequestRefusal.methodUnknown, request.method.rawValue, taken.joined(separator: ", "))
    case .contentTooLarge: return Refusal(RequestRefusal.bodyTooLarge, "262144")
    default: return Refusal(JSONRefusal.malformed, "")
    }
  }

  // MARK: - Every answer

  private func addHeaders(to response: inout Response, _ context: WebContext) {
    if web.configuration.isDemonstration { response.headers[.inventedFigures] = "true" }
    response.headers[.requestID] = context.id
    response.headers[.xContentTypeOptions] = "nosniff"
    if response.headers[.contentSecurityPolicy] == nil {
      response.headers[.contentSecurityPolicy] = "default-src 'none'; frame-ancestors 'none'"
    }
    if web.configuration.certificate != nil {
      response.headers[.strictTransportSecurity] = "max-age=31536000"
    }
    if response.headers[.cacheControl] == nil { response.headers[.cacheControl] = "no-store" }
    if response.body.contentLength ?? 0 > 0 {
      response.headers[.contentLanguage] = context.language == .chinese ? "zh" : "en"
      response.headers[.vary] = "Accept-Language, Accept-Encoding, Cookie"
    }
  }

  private func record(
    _ request: Request, _ response: Response, _ context: WebContext, _ duration: Duration
  ) {
    let path = context.endpointPath ?? "unknown"
    let nanoseconds =
      duration.components.seconds * 1_000_000_000 + duration.components.attoseconds / 1_000_000_000
    web.requests.count(
      request.method.rawValue, path, response.status.code, nanoseconds: nanoseconds)
    context.logger.info(
      "request",
      metadata: [
        "method": "\(request.method)", "path": "\(path)", "status": "\(response.status.code)",
        "microseconds": "\(nanoseconds / 1_000)", "account": "\(context.actingAccount ?? "-")",
        "from": "\(context.network)",
      ])
  }
}

/// The counts of requests, by method, route and status.
final class RequestMetrics: Sendable {
  private struct Key: Hashable {
    let method: String
    let path: String
    let status: Int
  }

  private let metrics: PrometheusMetrics
  private let counters = NIOLockedValueBox<[Key: Counter]>([:])
  private let timers = NIOLockedValueBox<[String: Metrics.Timer]>([:])

  init(_ metrics: PrometheusMetrics) {
    self.metrics = metrics
  }

  func count(_ method: String, _ path: String, _ status: Int, nanoseconds: Int64) {
    let key = Key(method: method, path: path, status: status)
    let counter = counters.withLockedValue { counters in
      if let known = counters[key] { return known }
      let made = Counter(
        label: "http_requests_total",
        dimensions: [("method", method), ("path", path), ("status", String(status))],
        factory: metrics)
      counters[key] = made
      return made
    }
    counter.increment()
    let timer = timers.withLockedValue { timers in
      if let known = timers[path] { return known }
      let made = Metrics.Timer(
        label: "http_request_duration_seconds", dimensions: [("path", path)], factory: metrics)
      timers[path] = made
      return made
    }
    timer.recordNanoseconds(nanoseconds)
  }
}
