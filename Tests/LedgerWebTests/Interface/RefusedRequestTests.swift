import HTTPTypes
import LedgerDomain
import Testing

@testable import LedgerWeb

/// What every endpoint refuses in the same way, whatever it does.
@Suite(.serialized)
struct RefusedRequestTests {
  /// An address that an endpoint answers, with what its query has to say.
  static func address(_ endpoint: Endpoint, required: Bool = true) -> String {
    let values = [
      "id": "1", "other": "1", "code": "SQ-A", "unit": "SQ-A", "form": "monthly",
      "period": ServedOffice.open, "name": "nobody", "number": "1", "kind": "rules", "of": "SQ",
      "version": "1",
    ]
    let parts = endpoint.path.split(separator: "/").map { part in
      part.hasPrefix("{") ? values[String(part.dropFirst().dropLast())] ?? "1" : String(part)
    }
    let query = endpoint.query.filter { $0.isRequired && required }.map { parameter in
      "\(parameter.name)=\(parameter.name == "form" ? "monthly" : parameter.form)"
    }
    return "/" + parts.joined(separator: "/")
      + (query.isEmpty ? "" : "?" + query.joined(separator: "&"))
  }

  /// An account that may call it.
  static func caller(_ endpoint: Endpoint) -> String {
    let names: [Role: String] = [
      .systemAdministrator: "system", .securityAdministrator: "security",
    ]
    let role = endpoint.access.permissions.first?.rule.roles.first
    return role.map { names[$0] ?? $0.rawValue } ?? "reporter"
  }

  private static func content(_ endpoint: Endpoint) -> Content? {
    switch endpoint.content {
    case .nothing, .form, .upload: nil
    case .json, .scanned: .json([:])
    case .file: .csv("x\n")
    }
  }

  private let office: ServedOffice

  init() async throws { office = try await ServedOffice(months: false) }

  @Test func `nobody is let in without a session, or with one that is none`() async throws {
    for endpoint in ServedOffice.endpoints {
      if case .open = endpoint.access { continue }
      let address = Self.address(endpoint)
      let missing = try await office.send(endpoint.method, address, [:], Self.content(endpoint))
      #expect(missing.status == 401 && missing.code == "account.nobody_acts", "\(endpoint.name)")
      #expect(missing.headers[.wwwAuthenticate] == "Bearer")
      for header in [
        "Bearer " + String(repeating: "0", count: 64), "Bearer x", "Basic eDp5", "",
        "Bearer " + office.secret("reporter") + "0",
      ] {
        let forged = try await office.send(
          endpoint.method, address, ["Authorization": header], Self.content(endpoint))
        #expect(forged.status == 401, "\(endpoint.name) \(header)")
      }
    }
  }

  @Test func `a parameter that is unknown, twice, missing or malformed is refused`() async throws {
    for endpoint in ServedOffice.endpoints {
      let caller = Self.caller(endpoint)
      func refusal(_ address: String) async throws -> Answer {
        try await office.send(endpoint.method, address, as: caller, [:], Self.content(endpoint))
      }
      let address = Self.address(endpoint)
      let sign = address.contains("?") ? "&" : "?"
      let unknown = try await refusal(address + sign + "colour=red")
      #expect(
        unknown.status == 400 && unknown.code == "request.parameter_unknown", "\(endpoint.name)")
      #expect(unknown.json["errors"]?.elements.first?["parameter"] == "colour")
      for parameter in endpoint.query {
        let others = Self.address(endpoint, required: !parameter.isRequired)
        let mark = others.contains("?") ? "&" : "?"
        for value in ["", "%00", "%FF", "%zz", String(repeating: "x", count: 300)] {
          let malformed = try await refusal("\(others)\(mark)\(parameter.name)=\(value)")
          #expect(malformed.status == 400, "\(endpoint.name) \(parameter.name)=\(value)")
        }
        if parameter.isRequired {
          let missing = try await refusal(others)
          #expect(missing.code == "request.parameter_missing", "\(endpoint.name)")
          let twice = try await refusal("\(address)&\(address.split(separator: "?")[1])")
          #expect(twice.code == "request.parameter_malformed", "\(endpoint.name)")
        }
      }
    }
  }

  @Test func `content of another type, or too much of it, is refused`() async throws {
    for endpoint in ServedOffice.endpoints where endpoint.content.bytesMax > 0 {
      let (address, caller) = (Self.address(endpoint), Self.caller(endpoint))
      for type in ["text/plain", "application/x-www-form-urlencoded", "application/xml", ""] {
        let refused = try await office.send(
          endpoint.method, address, as: caller, [:], .text("{}", type: type))
        #expect(refused.status == 415, "\(endpoint.name) \(type)")
        #expect(refused.code == "request.media_type_unsupported")
      }
      guard case .json = endpoint.content else { continue }
      let large = String(repeating: " ", count: endpoint.content.bytesMax) + "{}"
      let refused = try await office.send(
        endpoint.method, address, as: caller, [:], .text(large, type: "application/json"))
      #expect(refused.status == 413 && refused.code == "request.body_too_large", "\(endpoint.name)")
    }
  }

  @Test(arguments: [
    ("{\"a\":1,\"a\":2}", "json.duplicate_member"), ("{\"a\":1,}", "json.malformed"),
    ("[1,]", "json.malformed"), ("{} {}", "json.malformed"), ("", "json.malformed"),
    ("{\u{FEFF}}", "json.malformed"), ("NaN", "json.malformed"), ("{'a':1}", "json.malformed"),
    ("{\"a\":01}", "json.malformed"), ("{\"a\":\"\\ud800\"}", "json.malformed"),
    ("{\"a\":\"\u{1}\"}", "json.malformed"), ("/* */ {}", "json.malformed"),
    (String(repeating: "[", count: 40) + String(repeating: "]", count: 40), "json.too_deep"),
  ])
  func `JSON is read strictly`(text: String, code: String) async throws {
    for endpoint in ServedOffice.endpoints {
      switch endpoint.content {
      case .json, .scanned: break
      case .nothing, .file, .form, .upload: continue
      }
      let refused = try await office.send(
        endpoint.method, Self.address(endpoint), as: Self.caller(endpoint), [:],
        .text(text, type: "application/json; charset=utf-8"))
      #expect(refused.status == 400 && refused.code == code, "\(endpoint.name)")
    }
  }

  @Test func `a member that is unknown or of another type is named by its place`() async throws {
    let unknown = try await office.post(
      "/accounts", ["name": "x", "displayName": "x", "unit": "SQ", "post": "x", "age": 7],
      as: "system")
    #expect(unknown.status == 422 && unknown.code == "json.member_unknown")
    #expect(unknown.json["errors"]?.elements.first?["pointer"] == "/age")
    let wrong = try await office.post(
      "/submissions/SQ-A/monthly/2026-01/reviews",
      ["revision": 1, "decision": "return", "reasons": [["text": "a"], ["text": 7]]],
      as: "reviewer")
    #expect(wrong.status == 422 && wrong.code == "json.wrong_type")
    #expect(wrong.json["errors"]?.elements.first?["pointer"] == "/reasons/1/text")
    let missing = try await office.post(
      "/submissions/SQ-A/monthly/2026-01/revisions",
      ["figures": [["indicator": "CASES"], ["indicator": "LOSS", "value": "x"]]], as: "reporter")
    #expect(missing.status == 422 && missing.code == "figure.blank")
    #expect(
      missing.json["errors"]?.elements.map { $0["pointer"]?.text } == [
        "/figures/0/value", "/figures/1/value",
      ], "every figure is told at once")
  }

  @Test func `a problem is told in the language that is asked for`() async throws {
    for (asked, title, language) in [
      ("", "没有有效的登录会话。", "zh"), ("zh-CN,en;q=0.5", "没有有效的登录会话。", "zh"),
      ("en-GB,zh;q=0.5", "No session is in force.", "en"),
      ("fr, en", "No session is in force.", "en"), ("fr", "没有有效的登录会话。", "zh"),
    ] {
      let refused = try await office.get("/me", ["Accept-Language": asked])
      #expect(refused.json["title"]?.text == title, "\(asked)")
      #expect(refused.headers[.contentLanguage] == language, "\(asked)")
      #expect(refused.headers[.vary]?.contains("Accept-Language") ?? false)
      #expect(refused.json["type"]?.text == "/api/docs#account.nobody_acts")
    }
  }

  @Test func `an address that is not there, and a method that it does not take`() async throws {
    for path in ["/nothing", "/units/SQ-A/more", "//api/v2/me", "/me/"] {
      let unknown = try await office.get(path, as: "reporter")
      if path == "/me/" { continue }
      #expect(unknown.status == 404 && unknown.code == "request.path_unknown", "\(path)")
    }
    for (method, path, allowed) in [
      (HTTPRequest.Method.delete, "/units", "GET, HEAD, POST"), (.put, "/me", "GET, HEAD"),
      (.get, "/sessions/current", "DELETE"), (.patch, "/submissions/a/b/c/draft", "PUT"),
      (.post, "//healthz", "GET, HEAD"),
    ] {
      let refused = try await office.send(method, path, as: "reporter")
      #expect(refused.status == 405 && refused.code == "request.method_unknown", "\(path)")
      #expect(refused.headers[.allow] == allowed, "\(path)")
    }
  }
}
