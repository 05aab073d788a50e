import HTTPTypes
import LedgerDomain
import LedgerOperations
import LedgerStore
import NIOCore

/// Ratings and rankings: everybody sees what is published, and details inside their scope.
enum ResultEndpoints {
  static let all: [Endpoint] = [rankings, ratings]

  private static let query: [Endpoint.Parameter] = [
    .unit("of", "The unit below which units are compared.", isRequired: true),
    .text("kind", "The kind of units; the method's otherwise."),
    Endpoint.Parameter(
      name: "edition", text: "This edition; the latest otherwise.", schema: .integer(1...999_999),
      form: "1", isValid: { Int($0).map { (1...999_999).contains($0) } ?? false }),
    .word(
      "state", "The figures accepted now, before they are published: office and leaders.",
      of: ["published", "unpublished"]),
  ]

  private static let rankings = Endpoint(
    method: .get, path: "/rankings/{period}", name: "rankings.read", noun: "results",
    summary: BilingualText(zh: "排名。", en: "The ranking of a month."),
    access: .permission(.readPublished),
    query: query + [.unit("peersOf", "The ranking among the units below this one.")],
    answer: .json(
      .object([
        .optional("invented", .boolean), .required("period", SharedSchemas.period),
        .required("of", SharedSchemas.code), .required("kind", SharedSchemas.code),
        .required("title", .document), .required("edition", .document),
        .required("peersOf", .orNull(SharedSchemas.code)),
        .required("ranked", SharedSchemas.count),
        .required("standings", .array(.named("Standing"), max: 100_000)),
      ])), isFromMemory: true,
    handle: { call in
      let peers = call.query["peersOf"] ?? call.query["of"] ?? ""
      return try await reply(call, "ranking/\(peers)") { view, edition, scope, parts in
        try view.rankingJSON(peersOf: peers, edition: edition, scope, parts: parts)
      }
    })

  private static let ratings = Endpoint(
    method: .get, path: "/ratings/{period}", name: "ratings.read", noun: "results",
    summary: BilingualText(zh: "评色。", en: "The colours of a month."),
    access: .permission(.readPublished), query: query,
    answer: .json(
      .object([
        .optional("invented", .boolean), .required("period", SharedSchemas.period),
        .required("of", SharedSchemas.code), .required("kind", SharedSchemas.code),
        .required("title", .document), .required("edition", .document),
        .required("ratings", .array(.document, max: 100_000)),
      ])), isFromMemory: true,
    handle: { call in
      try await reply(call, "ratings") { view, edition, scope, _ in
        try view.ratingsJSON(edition: edition, scope)
      }
    })

  /// Published results from memory, unpublished ones computed.
  private static func reply(
    _ call: Call, _ name: String,
    _ json:
      @escaping @Sendable (
        ResultView, JSONValue, VisibleScope, SeenParts
      ) throws -> JSONValue
  ) async throws -> Reply {
    let month = try call.month()
    let of = call.query["of"] ?? ""
    let scope = try await call.visibleScope()
    if call.query["state"] == "unpublished" {
      return try await call.ledger.onThread {
        let (document, disclosure) = try await call.ledger.unpublished(
          month, scope: of, kind: call.query["kind"], by: call.actor())
        let view = try ResultView(
          document, disclosure, isInvented: call.web.configuration.isDemonstration)
        return .json(try json(view, .null, scope, .none))
      }
    }
    let cache = call.web.editions
    let number: Int
    if let wanted = call.query["edition"].flatMap({ Int($0) }) {
      number = wanted
    } else {
      guard let head = try await cache.latest(month, scope: of, kind: call.query["kind"]) else {
        throw Refusal(EditionRefusal.notPublished, month.description, of)
      }
      number = head.number
    }
    let published = try await cache.results(number)
    guard published.head.period == month, published.head.scope == of else {
      throw Refusal(EditionRefusal.unknown, String(number))
    }
    let parts = try await parts(scope, of: number, cache)
    let visibility = "\(published.view.visibility(scope)) \(parts.visibility)"
    let kept = try await cache.bytes(name, of: published, for: visibility) {
      ByteBuffer(string: try json(published.view, published.head.json, scope, parts).compactText)
    }
    var reply = Reply()
    reply.headers[.contentType] = "application/json"
    reply.content = kept.bytes
    return reply.tagged("\"\(kept.tag)\"", for: call)
  }

  private static func parts(
    _ scope: VisibleScope, of number: Int, _ cache: EditionCache
  ) async throws -> SeenParts {
    guard !scope.unitsInPart.isEmpty else { return .none }
    let published = try await cache.published(number)
    return SeenParts(scope, published, try await cache.figures(of: published))
  }
}

extension EditionHead {
  /// Which edition it is.
  var json: JSONValue {
    [
      "number": .integer(number), "replaces": .optional(replaces),
      "sha256": .string(hexadecimal(sha256)), "publishedAt": .string(MomentText.text(recordedAt)),
    ]
  }
}

/// FNV-1a: short names for long ones where nobody attacks.
enum FNV1a {
  static func hash(_ bytes: some Sequence<UInt8>) -> UInt64 {
    bytes.reduce(14_695_981_039_346_656_037) { ($0 ^ UInt64($1)) &* 1_099_511_628_211 }
  }
}

extension Call {
  /// The units whose details the session may see.
  func visibleScope() async throws -> VisibleScope {
    guard let secret, let session else { return VisibleScope(everywhere: false, units: []) }
    return try await web.sessions.scope(of: session, secret: secret)
  }
}
