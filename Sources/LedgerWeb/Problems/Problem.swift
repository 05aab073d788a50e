import HTTPTypes
import LedgerDomain
import NIOCore
import PostgresSupport

/// A refusal or failure as RFC 9457 tells it: the one place where the interface says no.
enum Problem {
  /// What an error says no to, and with which status; nil for what is no fault of the caller's and
  /// is logged.
  static func refusals(
    in error: any Error
  ) -> (refusals: [Refusal], status: HTTPResponse.Status)? {
    let busy = ([Refusal(RequestRefusal.tooMany)], HTTPResponse.Status.serviceUnavailable)
    switch error {
    case let refusal as Refusal: return ([refusal], status(of: refusal.kind, refusal.code))
    case let several as Refusals:
      let first = several.refusals[0]
      return (several.refusals, status(of: first.kind, first.code))
    case is CommitOutcomeUnknown:
      let refusal = Refusal(RequestRefusal.outcomeUnknown)
      return ([refusal], status(of: refusal.kind, refusal.code))
    case is PoolExhausted: return busy
    case let failure as PostgresFailure where failure.isPassing: return busy
    default: return nil
    }
  }

  /// The reply to a failure that nobody outside can act on.
  static func failure(in language: Language, requestID: String) -> Reply {
    let title = BilingualText(zh: "系统故障。", en: "Something broke.").text(in: language)
    return problem(
      .internalServerError,
      [
        JSONValue.Member("type", "about:blank"), JSONValue.Member("title", .string(title)),
        JSONValue.Member("status", 500), JSONValue.Member("code", "failure"),
        JSONValue.Member("instance", .string(requestID)),
      ])
  }

  /// The reply that tells refusals to a program.
  static func reply(
    to refusals: [Refusal], _ status: HTTPResponse.Status, in language: Language
  ) -> Reply {
    let first = refusals[0]
    var members = [
      JSONValue.Member("type", .string("/api/docs#\(first.code)")),
      JSONValue.Member("title", .string(first.text(in: language))),
      JSONValue.Member("status", .number(String(status.code))),
      JSONValue.Member("code", .string(first.code)),
      JSONValue.Member("detail", .string(first.wayOut(in: language))),
    ]
    let errors = refusals.prefix(errorsMax).map { refusal in
      json(of: refusal, in: language)
    }
    members.append(JSONValue.Member("errors", .array(errors)))
    if refusals.count > errorsMax {
      members.append(JSONValue.Member("errorsInAll", .number(String(refusals.count))))
    }
    return problem(status, members)
  }

  /// The headers that belong to a refusal, whoever reads it.
  static func headers(_ first: Refusal, _ status: HTTPResponse.Status) -> HTTPFields {
    var headers = HTTPFields()
    if status == .serviceUnavailable || status == .tooManyRequests { headers[.retryAfter] = "2" }
    if status == .unauthorized { headers[.wwwAuthenticate] = "Bearer" }
    if first.code == RequestRefusal.methodUnknown.rawValue, first.details.count > 1 {
      headers[.allow] = first.details[1]
    }
    return headers
  }

  private static let errorsMax = 1_000

  private static func json(of refusal: Refusal, in language: Language) -> JSONValue {
    var members: [JSONValue.Member] = []
    switch refusal.place {
    case .whole: break
    case .pointer(let pointer): members.append(JSONValue.Member("pointer", .string(pointer)))
    case .option(let name): members.append(JSONValue.Member("parameter", .string(name)))
    case .line(let line, let column):
      members.append(JSONValue.Member("line", .number(String(line))))
      if let column { members.append(JSONValue.Member("column", .number(String(column)))) }
    }
    return .object(
      members + [
        JSONValue.Member("code", .string(refusal.code)),
        JSONValue.Member("text", .string(refusal.text(in: language))),
        JSONValue.Member("wayOut", .string(refusal.wayOut(in: language))),
      ])
  }

  private static func problem(
    _ status: HTTPResponse.Status, _ members: [JSONValue.Member]
  ) -> Reply {
    var reply = Reply.json(.object(members), status)
    reply.headers[.contentType] = "application/problem+json"
    reply.headers[.cacheControl] = "no-store"
    return reply
  }

  /// The status that tells a kind of refusal.
  static func status(of kind: RefusalKind, _ code: String) -> HTTPResponse.Status {
    switch kind {
    case .malformed: code == RequestRefusal.methodUnknown.rawValue ? .methodNotAllowed : .badRequest
    case .nobody: .unauthorized
    case .notAllowed: .forbidden
    case .unknown: .notFound
    case .conflict: .conflict
    case .stale: .preconditionFailed
    case .tooLarge: .contentTooLarge
    case .unsupported: .unsupportedMediaType
    case .invalid: .unprocessableContent
    case .tooMany: .tooManyRequests
    case .tooSlow: .requestTimeout
    case .busy: .serviceUnavailable
    }
  }
}

extension PostgresFailure {
  /// Whether it passes by itself: no connection, a server that starts or stops, no room, a lock
  /// that others hold.
  var isPassing: Bool {
    isConnectionLoss || isTransient || ["53", "57", "58"].contains(sqlState.prefix(2))
      || sqlState == "55P03" || sqlState == "25006"
  }
}
