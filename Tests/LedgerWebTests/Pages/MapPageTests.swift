import HTTPTypes
import Hummingbird
import HummingbirdTesting
import LedgerDomain
import NIOCore
import Testing

@testable import LedgerOperations
@testable import LedgerWeb

/// The map of tiles in the browser: what is refused is shown in the form with what was typed.
struct MapPageTests {
  private static func post(
    _ fields: [String: String], key: String? = nil, as name: String = "office",
    on office: ServedOffice
  ) async throws -> Answer {
    var fields = fields
    fields["csrf"] = SessionCookie.csrfToken(of: office.secret(name))
    fields["key"] = key ?? ServedOffice.freshKey()
    let body = fields.sorted { $0.key < $1.key }.map {
      Link("x", query: [($0.key, $0.value)]).text.dropFirst(3)
    }
    .joined(separator: "&")
    let headers: HTTPFields = [
      .contentType: "application/x-www-form-urlencoded", .acceptLanguage: "zh",
      .cookie: "\(SessionCookie.name)=\(office.secret(name))",
    ]
    let response = try await office.application.test(.router) { client in
      try await client.execute(
        uri: "/catalogue/map", method: .post, headers: headers, body: ByteBuffer(string: body))
    }
    return Answer(
      status: response.status.code, headers: response.headers,
      bytes: Array(buffer: response.body))
  }

  @Test func `two units on one place are refused with both names, and nothing is kept`()
    async throws
  {
    let office = try await ServedOffice(months: false)
    let fields = [
      "map": "SQ/county", "row-SQ-A": "2", "column-SQ-A": "3", "row-SQ-B": "2", "column-SQ-B": "3",
    ]
    let refused = try await Self.post(fields, on: office)
    #expect(refused.status == 422 && refused.text.contains("id=\"errors\""))
    #expect(refused.text.contains("甲县和乙县都放在第 2 行第 3 列"))
    #expect(refused.text.contains("name=\"row-SQ-B\" value=\"2\""))
    #expect(try await office.get("/tiles", as: "office").items.isEmpty)
    let half = try await Self.post(["map": "SQ/county", "row-SQ-A": "2"], on: office)
    #expect(half.status == 422 && half.text.contains("#row-SQ-A"))
    let clerk = try await Self.post(fields, as: "clerk", on: office)
    #expect(clerk.status == 403)
  }

  @Test func `places are kept once, change places, and go again`() async throws {
    let office = try await ServedOffice(months: false)
    func keep(_ a: (String, String), _ b: (String, String), key: String? = nil) async throws
      -> String?
    {
      try await Self.post(
        [
          "map": "SQ/county", "row-SQ-A": a.0, "column-SQ-A": a.1, "row-SQ-B": b.0,
          "column-SQ-B": b.1,
        ], key: key, on: office
      ).headers[.location]
    }
    let key = ServedOffice.freshKey()
    for _ in 1...2 {
      let done = try await keep(("1", "1"), ("1", "2"), key: key)
      #expect(done?.contains("added=2&unchanged=0") ?? false, "\(done ?? "")")
    }
    #expect(try await keep(("1", "2"), ("1", "1"))?.contains("added=2") ?? false)
    #expect(try await keep(("", ""), ("1", "1"))?.contains("added=1") ?? false)
    let left = try await office.get("/tiles", as: "office").items
    #expect(left.map { $0["unit"] } == ["SQ-B"])
  }

  @Test func `the published month is a tile for each unit, and a table`() async throws {
    let office = try await ServedOffice()
    let page = try await office.get("//map", as: "leader")
    #expect(page.status == 200)
    #expect(page.text.contains("tr-1 tc-2"))
    #expect(page.text.contains("tr-1 tc-1"))
    #expect(page.text.contains("第 1 名") && page.text.contains("href=\"/units/SQ-A"))
  }
}
