import HTTPTypes
import LedgerDomain
import PostgresSupport
import Testing

@testable import LedgerOperations
@testable import LedgerWeb

/// The door: what it refuses, what it gives, and what a browser has to show with it.
struct SignInTests {
  private let office: ServedOffice

  init() async throws {
    office = try await ServedOffice(months: false)
    for name in ["reporter", "office"] {
      try await office.ledger.setDemonstrationPassword(of: name, to: ServedOffice.password)
    }
  }

  private func signIn(
    _ account: String, _ password: String = ServedOffice.password, code: JSONValue? = nil
  ) async throws -> Answer {
    try await office.post(
      "/sessions",
      .object(
        [
          JSONValue.Member("account", .string(account)),
          JSONValue.Member("password", .string(password)),
        ] + (code.map { [JSONValue.Member("code", $0)] } ?? [])))
  }

  @Test func `a wrong account and a wrong password are refused in the same words`() async throws {
    let account = try await signIn("no-such")
    let password = try await signIn("reporter", "Wrong-horse-22-stable")
    #expect(account.status == 401 && account.code == "session.wrong")
    #expect(account.bytes == password.bytes)
    #expect(password.headers[.setCookie] == nil)
  }

  @Test func `a second factor is asked for, and one that is used is not taken again`() async throws
  {
    try await office.ledger.enrolDemonstrationSecondFactor(
      of: "reporter", secretBase32: ServedOffice.factor)
    let missing = try await signIn("reporter")
    #expect(missing.status == 401 && missing.code == "session.code_needed")
    #expect(try await signIn("reporter", code: "000000").code == "session.wrong")
    let secret = try #require(Base32.bytes(ServedOffice.factor))
    let code = TimeCode.code(
      secret: secret, step: ServedOffice.now.unixMicroseconds / 30_000_000)
    #expect(try await signIn("reporter", code: .string(code)).status == 201)
    #expect(try await signIn("reporter", code: .string(code)).code == "session.wrong")
  }

  @Test func `a disabled account is told so only with its password`() async throws {
    try await office.ledger.setAccount(
      "reporter", enabled: false, reason: "x", by: office.actor("system"))
    #expect(try await signIn("reporter", "Wrong-horse-22-stable").code == "session.wrong")
    let refused = try await signIn("reporter")
    #expect(refused.status == 403 && refused.code == "account.disabled")
  }

  @Test func `failures make the door wait`() async throws {
    for _ in 1...5 {
      #expect(try await signIn("reporter", "Wrong-horse-22-stable").code == "session.wrong")
    }
    let refused = try await signIn("reporter")
    #expect(refused.status == 429 && refused.code == "session.too_many")
    #expect(refused.headers[.retryAfter] != nil)
  }

  @Test func `the cookie is this host's, and no script reads it`() async throws {
    let opened = try await signIn("reporter")
    let cookie = try #require(opened.headers[.setCookie])
    #expect(cookie.hasPrefix("__Host-taizhang="))
    for part in ["; Path=/", "; Secure", "; HttpOnly", "; SameSite=Strict"] {
      #expect(cookie.contains(part), "\(part)")
    }
    #expect(!cookie.contains("Domain") && opened.headers[.cacheControl] == "no-store")
    let secret = try opened.cookie()
    #expect(!opened.text.contains(secret), "the secret stands in the cookie alone")
    let me = try await office.get("/me", ["Cookie": "a=b; __Host-taizhang=\(secret); c=d"])
    #expect(me.json["account"] == "reporter")
    #expect(me.json["csrfToken"] == opened.json["csrfToken"])
    for cookies in [
      "__Host-taizhang=\(secret); __Host-taizhang=\(secret)",
      "__Host-taizhang=\(office.secret("office")); __Host-taizhang=\(secret)",
      "taizhang=\(secret)", "__Host-taizhang=", "__Host-taizhang=\(secret)x",
    ] {
      #expect(try await office.get("/me", ["Cookie": cookies]).status == 401, "\(cookies)")
    }
  }

  @Test func `a write with the cookie alone is refused`() async throws {
    let opened = try await signIn("reporter")
    let cookie = "__Host-taizhang=\(try opened.cookie())"
    let csrf = try #require(opened.json["csrfToken"]?.text)
    let draft: JSONValue = ["version": 0, "content": .null]
    func write(_ headers: [String: String]) async throws -> Answer {
      try await office.send(
        .put, "/submissions/SQ-A/monthly/2026-01/draft",
        headers.merging(["Cookie": cookie]) { $1 }, .json(draft))
    }
    for headers in [
      [:], ["X-CSRF-Token": ""], ["X-CSRF-Token": String(csrf.dropLast()) + "x"],
      ["X-CSRF-Token": csrf, "Sec-Fetch-Site": "cross-site"],
      ["X-CSRF-Token": csrf, "Sec-Fetch-Site": "same-site"],
      ["X-CSRF-Token": SessionCookie.csrfToken(of: office.secret("reporter"))],
    ] {
      let refused = try await write(headers)
      #expect(refused.status == 403 && refused.code == "request.cross_site", "\(headers)")
    }
    #expect(
      try await write(["X-CSRF-Token": csrf, "Sec-Fetch-Site": "same-origin"]).status == 200)
    // Reading needs no token: it changes nothing.
    #expect(try await office.get("/me", ["Cookie": cookie]).status == 200)
    let refused = try await office.send(.delete, "/sessions/current", ["Cookie": cookie])
    #expect(refused.code == "request.cross_site")
    let ended = try await office.send(
      .delete, "/sessions/current", ["Cookie": cookie, "X-CSRF-Token": csrf])
    #expect(ended.status == 204 && ended.headers[.setCookie]?.contains("Max-Age=0") ?? false)
    #expect(try await office.get("/me", ["Cookie": cookie]).status == 401)
  }

  @Test func `who has to set a password or enrol a factor first can do nothing else`() async throws
  {
    let one = try await office.ledger.resetCredentials(
      of: "office", by: office.actor("security"))
    let opened = try await signIn("office", one)
    #expect(opened.json["purpose"] == "change_password")
    office.keep(try opened.cookie(), as: "new")
    try await refuseEverything(but: ["/me/password"])
    let weak = try await office.post(
      "/me/password", ["from": .string(one), "to": "short"], as: "new")
    #expect(weak.status == 422 && weak.code == "password.too_short")
    let changed = try await office.post(
      "/me/password", ["from": .string(one), "to": "Otters-count-31-pebbles"], as: "new")
    #expect(changed.json["purpose"] == "enrol_second_factor", "the office needs one")
    #expect(try await office.get("/me", as: "new").status == 401, "the session before has ended")
    office.keep(try changed.cookie(), as: "new")
    try await refuseEverything(but: ["/me/second-factor"])
    let early = try await office.send(
      .put, "/me/second-factor", as: "new", [:], .json(["code": "000000"]))
    #expect(early.status == 409 && early.code == "session.factor_not_started")
  }

  private func refuseEverything(but allowed: [String]) async throws {
    #expect(try await office.get("/me", as: "new").status == 200)
    for endpoint in ServedOffice.endpoints {
      guard case .signedIn = endpoint.access else { continue }
      let answer = try await office.send(
        endpoint.method, RefusedRequestTests.address(endpoint), as: "new", [:], .json([:]))
      #expect(answer.status == 401 && answer.code == "account.nobody_acts", "\(endpoint.name)")
    }
    for path in ["/me/password", "/me/second-factor"] where !allowed.contains(path) {
      let content: JSONValue = path == "/me/password" ? ["from": "x", "to": "y"] : .null
      let answer = try await office.post(path, content, as: "new")
      #expect(answer.status == 403 && answer.code == "session.purpose_other", "\(path)")
    }
  }

  @Test func `who calls too often waits`() async throws {
    let slow = try await ServedOffice(months: false) {
      ($0.requestsPerSecond, $0.signInsPerMinute) = (1, 1)
    }
    var statuses: [Int] = []
    for _ in 1...40 {
      let answer = try await slow.get("/me", as: "reporter")
      statuses.append(answer.status)
      if answer.status == 429 {
        #expect(answer.code == "request.too_many" && answer.headers[.retryAfter] != nil)
        break
      }
    }
    #expect(statuses.last == 429 && statuses.first == 200)
    #expect(try await slow.get("/me", as: "reviewer").status == 200, "others do not wait for it")
    var codes: [String?] = []
    for _ in 1...12 {
      codes.append(
        try await slow.post("/sessions", ["account": "no-such", "password": "x"]).code)
    }
    #expect(codes.first == "session.wrong" && codes.last == "request.too_many")
  }
}
