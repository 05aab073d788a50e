import Crypto
import HTTPTypes
import LedgerDomain
import LedgerOperations
import LedgerStore
import NIOCore

/// One request, read and checked: what a handler works with.
struct Call: Sendable {
  let web: WebLedger
  let endpoint: Endpoint
  /// Who acts; nil where anybody may call.
  let session: ActingSession?
  let secret: String?
  let path: [String: String]
  let query: [String: String]
  let headers: HTTPFields
  let body: JSONValue
  let bytes: [UInt8]
  /// The fields of a form that a browser sent.
  let form: FormFields
  /// The path and query as they were asked.
  let target: String
  let network: String
  let language: Language

  var ledger: Ledger { web.ledger }

  /// Whoever acts, for an act that only reads or needs no key.
  func actor() throws(Refusal) -> Ledger.Actor {
    guard let secret else { throw Refusal(AccountRefusal.nobodyActs) }
    return Ledger.Actor(session: secret)
  }

  /// A part of the path; the router has seen that it is there.
  func part(_ name: String) -> String { path[name] ?? "" }

  /// A unit's code in the path.
  func unit(_ name: String = "unit") throws(Refusal) -> String {
    let code = part(name)
    guard UnitTree.isCode(code) else {
      throw Refusal(UnitRefusal.unknown, at: .option(name), code)
    }
    return code
  }

  /// A month in the path.
  func month(_ name: String = "period") throws(Refusal) -> Month {
    guard let month = Month(part(name)) else {
      throw Refusal(MonthRefusal.periodMalformed, at: .option(name), part(name))
    }
    return month
  }

  /// A number in the path.
  func number(_ name: String) throws(Refusal) -> Int {
    let text = part(name)
    guard (1...9).contains(text.utf8.count), let number = Int(text), number >= 0 else {
      throw Refusal(RequestRefusal.parameterMalformed, at: .option(name), name, text, "1")
    }
    return number
  }

  /// A month of the query; nil when it is not given.
  func queryMonth(_ name: String = "period") -> Month? { query[name].flatMap { Month($0) } }

  /// The content, as a reader.
  var json: JSONReader { JSONReader(body) }

  /// How many of a list are asked for.
  var limit: Int { query["limit"].flatMap { Int($0) } ?? 100 }

  /// Whether the caller would rather have CSV.
  var wantsCSV: Bool {
    query["format"] == "csv" || headers[.accept]?.hasPrefix("text/csv") ?? false
  }

  /// Does an act once for the request's key: a repetition gets the first answer.
  ///
  /// `act` runs one act whose result `render` turns into the reply.
  func once<Answer: Sendable>(
    _ render: @escaping @Sendable (Answer) throws -> Reply,
    _ act: (Ledger.Actor) async throws -> some Sendable
  ) async throws -> Reply {
    guard let secret else { throw Refusal(AccountRefusal.nobodyActs) }
    let request = KeyedRequest(key: try key(), sha256: fingerprint) { (answer: Answer) in
      try render(answer).keptText
    }
    do {
      let answer = try await act(Ledger.Actor(session: secret, request: request))
      guard let answer = answer as? Answer else { throw UnfitReply() }
      return try render(answer)
    } catch let before as AnsweredBefore {
      return try Reply(kept: before.answer)
    }
  }

  /// The request's key.
  func key() throws(Refusal) -> String {
    guard let key = endpoint.isPage ? form["key"] : headers[.idempotencyKey] else {
      throw Refusal(
        RequestRefusal.headerMissing, at: .option("Idempotency-Key"),
        "Idempotency-Key", "Idempotency-Key: " + "1f0c…")
    }
    guard (8...128).contains(key.utf8.count), key.utf8.allSatisfy({ (0x21...0x7E).contains($0) })
    else {
      throw Refusal(
        RequestRefusal.headerUnreadable, at: .option("Idempotency-Key"), "Idempotency-Key",
        "8…128 ASCII")
    }
    return key
  }

  /// SHA-256 over method, path and content, each with its length in front.
  var fingerprint: [UInt8] {
    var hash = SHA256()
    for part in [
      Array(endpoint.method.rawValue.utf8), Array(endpoint.path.utf8),
      Array(
        path.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: "&")
          .utf8),
      Array(
        query.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: "&")
          .utf8), bytes,
    ] {
      withUnsafeBytes(of: UInt64(part.count).bigEndian) { hash.update(bufferPointer: $0) }
      hash.update(data: part)
    }
    return Array(hash.finalize())
  }

  /// The entity tags that `If-None-Match` names.
  func isUnchanged(_ tag: String) -> Bool {
    guard let given = headers[.ifNoneMatch] else { return false }
    return given.split(separator: ",").contains {
      let one = $0.drop { $0 == " " }
      return one == "*" || one == tag || one == "W/" + tag
    }
  }

  /// The number in `If-Match: "3"`; nil when the header is not given.
  func ifMatch() throws(Refusal) -> Int? {
    guard let given = headers[.ifMatch] else { return nil }
    let bare = given.utf8.drop { $0 == UInt8(ascii: "\"") }.prefix { $0 != UInt8(ascii: "\"") }
    guard given.utf8.first == UInt8(ascii: "\""), let number = Int(String(Substring(bare))) else {
      throw Refusal(
        RequestRefusal.headerUnreadable, at: .option("If-Match"), "If-Match", "If-Match: \"3\"")
    }
    return number
  }
}

/// A handler rendered something else than its act returns: a mistake in the program.
struct UnfitReply: Error {}

extension HTTPField.Name {
  static let idempotencyKey = known("Idempotency-Key")
  static let csrfToken = known("X-CSRF-Token")
  /// Says of every answer of a demonstration that its figures are invented.
  static let inventedFigures = known("X-Invented-Figures")
  static let forwardedFor = known("X-Forwarded-For")
  static let requestID = known("X-Request-Id")
  static let secFetchSite = known("Sec-Fetch-Site")

  private static func known(_ name: String) -> HTTPField.Name {
    HTTPField.Name(name) ?? .userAgent
  }
}
