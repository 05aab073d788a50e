import HTTPTypes
import Hummingbird
import HummingbirdTesting
import LedgerDomain
import Testing

@testable import LedgerWeb

/// What every answer bears, and how lists and repeated questions are answered.
@Suite(.serialized)
struct AnswerTests {
  private let office: ServedOffice

  init() async throws { office = try await ServedOffice() }

  @Test func `every answer says that it is not to be guessed at, framed or kept`() async throws {
    for path in ["/me", "/units", "/nothing", "//healthz", "/editions/1"] {
      let answer = try await office.get(path, as: "office")
      #expect(answer.headers[.xContentTypeOptions] == "nosniff", "\(path)")
      #expect(answer.headers[.contentSecurityPolicy]?.contains("default-src 'none'") ?? false)
      #expect(answer.headers[HTTPField.Name.requestID] != nil, "\(path)")
      #expect(
        answer.headers[.cacheControl]?.contains("no-store") ?? false
          || answer.headers[.cacheControl] == "private, no-cache", "\(path)")
    }
  }

  @Test func `HEAD answers as GET does, without the content`() async throws {
    for path in ["/units", "/editions/1", "/rankings/2025-12?of=SQ", "//healthz"] {
      let got = try await office.get(path, as: "office")
      let head = try await office.send(.head, path, as: "office")
      #expect(head.status == 200 && head.bytes.isEmpty, "\(path)")
      #expect(head.headers[.eTag] == got.headers[.eTag], "\(path)")
      #expect(head.headers[.contentType] == got.headers[.contentType], "\(path)")
      #expect(
        try await office.send(.head, path + "?x=1", as: nil).status >= 400 || path == "//healthz")
    }
  }

  @Test func `what did not change is not sent again`() async throws {
    for path in [
      "/editions/1", "/editions/1/diff/2", "/rankings/2025-12?of=SQ", "/ratings/2025-12?of=SQ",
      "/submissions/SQ-A/monthly/2026-01",
    ] {
      let first = try await office.get(path, as: "office")
      let tag = try #require(first.headers[.eTag], "\(path)")
      for known in [tag, "\"other\", \(tag)", "W/\(tag)", "*"] {
        let again = try await office.get(path, as: "office", ["If-None-Match": known])
        #expect(again.status == 304 && again.bytes.isEmpty, "\(path) \(known)")
        #expect(again.headers[.eTag] == tag, "\(path)")
      }
      let other = try await office.get(path, as: "office", ["If-None-Match": "\"other\""])
      #expect(other.status == 200 && other.bytes == first.bytes, "\(path)")
    }
  }

  @Test func `a tag of one scope does not stand for another's`() async throws {
    let path = "/rankings/2025-12?of=SQ"
    let own = try await office.get(path, as: "reporter").headers[.eTag]
    let others = try await office.get(path, as: "reporter-b", ["If-None-Match": own ?? ""])
    #expect(others.status == 200 && others.headers[.eTag] != own)
  }

  @Test func `a submission's tag changes with each revision, decision and draft`() async throws {
    let place = "/submissions/SQ-A/monthly/2026-01"
    var tags: Set<String> = []
    func look() async throws {
      let tag = try await office.get(place, as: "reporter").headers[.eTag]
      #expect(tags.insert(tag ?? "").inserted, "\(tag ?? "none") came again")
    }
    try await look()
    _ = try await office.send(
      .put, place + "/draft", as: "reporter", [:], .json(["version": 1, "content": .null]))
    try await look()
    let figures: JSONValue = [
      ["indicator": "CASES", "value": "1"], ["indicator": "LOSS", "value": "2"],
    ]
    _ = try await office.post(
      place + "/revisions", ["basedOn": 1, "figures": figures], as: "reporter")
    try await look()
    _ = try await office.post(
      place + "/reviews", ["revision": 2, "decision": "approve"], as: "reviewer")
    try await look()
  }

  @Test func `large answers are compressed for who takes that`() async throws {
    let plain = try await office.get("/editions/1", as: "office")
    #expect(plain.headers[.contentEncoding] == nil && plain.bytes.count > 1_024)
    let packed = try await office.get(
      "/editions/1", as: "office", ["Accept-Encoding": "br;q=1, gzip;q=0.8"])
    #expect(packed.headers[.contentEncoding] == "gzip" && packed.bytes.starts(with: [0x1F, 0x8B]))
    #expect(packed.bytes.count < plain.bytes.count)
    let weak = try #require(packed.headers[.eTag])
    #expect(weak == "W/" + (plain.headers[.eTag] ?? ""))
    #expect(
      try await office.get("/editions/1", as: "office", ["If-None-Match": weak]).status == 304)
    for refused in ["gzip;q=0", "identity", "gzip;q=0.0", "x-gzip2"] {
      let answer = try await office.get("/editions/1", as: "office", ["Accept-Encoding": refused])
      #expect(answer.headers[.contentEncoding] == nil, "\(refused)")
    }
    let small = try await office.get("/editions", as: "nobody", ["Accept-Encoding": "gzip"])
    #expect(small.headers[.contentEncoding] == nil, "small")
  }

  @Test(arguments: [
    ("/units", "reporter"), ("/accounts", "system"), ("/journal", "auditor"),
    ("/editions", "reporter"), ("/targets?year=2026", "office"), ("/submissions", "office"),
    ("/completeness?period=2026-01", "office"), ("/months", "nobody"), ("/tasks", "office"),
  ])
  func `a list is read page by page, nothing twice and nothing missing`(
    path: String, name: String
  ) async throws {
    let sign = path.contains("?") ? "&" : "?"
    let whole = try await office.get("\(path)\(sign)limit=1000", as: name)
    #expect(whole.items.count > 1 && whole.json["next"] == .null)
    var parts: [JSONValue] = []
    var cursor = ""
    for _ in 0...whole.items.count {
      let page = try await office.get("\(path)\(sign)limit=1\(cursor)", as: name)
      parts += page.items
      guard let next = page.json["next"]?.text else { break }
      cursor = "&cursor=" + next.replacing("*", with: "%2A")
    }
    #expect(parts == whole.items)
    for wrong in ["zz", "0", "~~", "5~5", String(repeating: "6", count: 199)] {
      let refused = try await office.get("\(path)\(sign)cursor=\(wrong)", as: name)
      #expect(refused.code == "request.cursor_unknown" || refused.items.count <= whole.items.count)
    }
    for limit in ["0", "1001", "-1", "x", "1e3", "9223372036854775808"] {
      let refused = try await office.get("\(path)\(sign)limit=\(limit)", as: name)
      #expect(refused.status == 400 && refused.code == "request.parameter_malformed", "\(limit)")
    }
  }

  @Test(arguments: [
    "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "'; drop table units; --",
    "\u{202E}txt.exe", "a\u{301}b\u{FEFF}c", "\\u0000", "{{7*7}}${7*7}", "=cmd|' /C calc'!A0",
  ])
  func `hostile text comes out as the text that went in`(text: String) async throws {
    let place = "/submissions/SQ-A/monthly/2026-01"
    let saved = try await office.send(
      .put, place + "/draft", as: "reporter", [:],
      .json(["version": 1, "content": ["note": .string(text)]]))
    #expect(saved.status == 200)
    let read = try await office.get(place, as: "reporter")
    #expect(read.headers[.contentType] == "application/json")
    #expect(read.json["draft"]?["content"]?["note"] == .string(text))
    #expect(!read.text.utf8.contains(0))
    let refused = try await office.get("/units?kind=" + Self.percent(text), as: "reporter")
    #expect(refused.items.isEmpty)
    let unknown = try await office.get("/units?" + Self.percent(text) + "=1", as: "reporter")
    #expect(unknown.headers[.contentType] == "application/problem+json")
    #expect(unknown.json["errors"]?.elements.first?["parameter"] == .string(text))
  }

  private static func percent(_ text: String) -> String {
    text.utf8.map { "%" + hexadecimal([$0]) }.joined()
  }

  @Test func `the service says whether it lives, is ready, and how much it does`() async throws {
    #expect(try await office.get("//healthz").text == "ok\n")
    let ready = try await office.get("//readyz")
    #expect(ready.status == 200 && ready.json["ready"] == true)
    let metrics = try await office.get("//metrics")
    #expect(metrics.text.contains("http_requests_total"))
    office.web.drain()
    let draining = try await office.application.test(.router) { client in
      try await client.execute(uri: "/readyz", method: .get) { $0.status.code }
    }
    #expect(draining == 503)
  }
}
