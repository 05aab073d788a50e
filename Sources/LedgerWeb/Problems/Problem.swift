import HTTPTypes
import LedgerDomain
import NIOCore
import PostgresSupport

/// A refusal or failure as RFC 9457 tells it: the one place where the interface says no.
enum Problem {
  /// The reply that tells an error; nil for what is no fault of the caller's and is logged.
  static func reply(to error: any Error, in language: Language) -> Reply? {
    switch error {
    case let refusal as Refusal: reply(to: [refusal], in: language)
    case let refusals as Refusals: reply(to: refusals.refusals, in: language)
    case is CommitOutcomeUnknown:
      reply(to: [Refusal(RequestRefusal.outcomeUnknown)], in: language)
    case is PoolExhausted: reply(to: [Refusal(RequestRefusal.tooMany)], in: language, .busy)
    case let failure as PostgresFailure where failure.isPassing:
      reply(to: [Refusal(RequestRefusal.tooMany)], in: language, .busy)
    default: nil
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

  private static func reply(
    to refusals: [Refusal], in language: Language, _ kind: RefusalKind? = nil
  ) -> Reply {
    let first = refusals[0]
    let status = status(of: kind ?? first.kind, first.code)
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
    var reply = problem(status, members)
    if status == .serviceUnavailable || status == .tooManyRequests {
      reply.headers[.retryAfter] = "2"
    }
    if status == .unauthorized { reply.headers[.wwwAuthenticate] = "Bearer" }
    if first.code == RequestRefusal.methodUnknown.rawValue, first.details.count > 1 {
      reply.headers[.allow] = first.details[1]
    }
    return reply
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

  private static func status(of kind: RefusalKind, _ code: String) -> HTTPResponse.Status {
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
