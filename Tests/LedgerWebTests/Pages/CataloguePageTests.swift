import HTTPTypes
import Hummingbird
import HummingbirdTesting
import LedgerDomain
import NIOCore
import Testing

@testable import LedgerOperations
@testable import LedgerWeb

/// The catalogue in the browser: refused in its forms, nothing half-written, and what is downloaded
/// comes back unchanged.
@Suite(.serialized)
struct CataloguePageTests {
  private static let boundary = "----test"
  private static let sections = ["units", "populations", "calendar", "indicators", "forms", "map"]

  /// Posts a form as the browser of an account does; without a file its fields alone.
  private static func post(
    _ path: String, _ fields: [String: String], file: String? = nil, key: String? = nil,
    as name: String = "office", on office: ServedOffice
  ) async throws -> Answer {
    var fields = fields
    fields["csrf"] = SessionCookie.csrfToken(of: office.secret(name))
    fields["key"] = key ?? ServedOffice.freshKey()
    guard let file else {
      let text = fields.map { Link("x", query: [($0.key, $0.value)]).text.dropFirst(3) }
        .joined(separator: "&")
      return try await send(path, text, "application/x-www-form-urlencoded", name, office)
    }
    var body = fields.map {
      "--\(boundary)\r\nContent-Disposition: form-data; name=\"\($0.key)\"\r\n\r\n\($0.value)\r\n"
    }.joined()
    body += "--\(boundary)\r\nContent-Disposition: form-data; name=\"file\"; filename=\"f\"\r\n\r\n"
    body += file + "\r\n--\(boundary)--\r\n"
    return try await send(
      path, body, "multipart/form-data; boundary=\(boundary)", name, office)
  }

  private static func send(
    _ path: String, _ body: String, _ type: String, _ name: String, _ office: ServedOffice
  ) async throws -> Answer {
    let headers: HTTPFields = [
      .contentType: type, .cookie: "\(SessionCookie.name)=\(office.secret(name))",
      .acceptLanguage: "zh",
    ]
    let response = try await office.application.test(.router) { client in
      try await client.execute(
        uri: path, method: .post, headers: headers, body: ByteBuffer(string: body))
    }
    return Answer(
      status: response.status.code, headers: response.headers,
      bytes: Array(buffer: response.body))
  }

  @Test func `only the office is offered a form, and only its forms are taken`() async throws {
    let office = try await ServedOffice(months: false)
    for section in Self.sections {
      let mine = try await office.get("//catalogue/\(section)", as: "office")
      let others = try await office.get("//catalogue/\(section)", as: "clerk")
      #expect(mine.status == 200 && mine.text.contains("/catalogue/\(section)/file"), "\(section)")
      #expect(others.status == 200 && !others.text.contains("/file\""), "\(section)")
      let refused = try await Self.post(
        "/catalogue/\(section)/file", ["effective": "2026-03"], file: "x", as: "clerk", on: office)
      #expect(refused.status == 403, "\(section)")
    }
  }

  @Test(arguments: [
    (
      "units",
      "code,name,kind,parent,valid_from\nSQ-D,丁县,county,SQ,2026-01-01\nSQ-E,,county,SQ,x\n", "3"
    ),
    ("units", "code,name,kind,parent,valid_from\nSQ-D,丁县,county,SQ-Z,2026-01-01\n", "2"),
    ("populations", "code,as_of,population\nSQ,2025-12-31,5\nSQ-Z,2025-12-31,5\n", "3"),
    ("calendar", "day,kind,name\n2026-02-17,holiday,春节\n2026-02-30,holiday,x\n", "3"),
  ])
  func `a bad file is refused in the form by line, and nothing of it is taken`(
    section: String, file: String, line: String
  ) async throws {
    let office = try await ServedOffice(months: false)
    let before = try await office.get("//catalogue/\(section)", as: "clerk").text
    let answer = try await Self.post(
      "/catalogue/\(section)/file", [:], file: file, on: office)
    #expect(answer.status == 422, "\(answer.status)")
    #expect(answer.text.contains("第 \(line) 行"), "\(section)")
    #expect(answer.text.contains("id=\"errors\"") && answer.text.contains("#file"))
    #expect(try await office.get("//catalogue/\(section)", as: "clerk").text == before)
  }

  @Test func `no file, no month and no JSON are refused in the form`() async throws {
    let office = try await ServedOffice(months: false)
    let none = try await Self.post("/catalogue/units/file", ["x": "1"], file: "", on: office)
    #expect(none.status == 422 && none.text.contains("文件是空的"))
    let noMonth = try await Self.post(
      "/catalogue/indicators/file", ["effective": "soon"], file: "[]", on: office)
    #expect(noMonth.status >= 400 && noMonth.text.contains("value=\"soon\""))
    let noJSON = try await Self.post("/catalogue/forms/file", [:], file: "{", on: office)
    #expect(noJSON.status == 400 && noJSON.text.contains("id=\"errors\""))
  }

  @Test func `what is downloaded is imported again and adds nothing`() async throws {
    let office = try await ServedOffice(months: false)
    let days = "day,kind,name\n2026-02-17,holiday,\"春节, 初一\"\n2026-02-14,working,调休\n"
    _ = try await Self.post("/catalogue/calendar/file", [:], file: days, on: office)
    _ = try await Self.post(
      "/catalogue/populations/file", [:],
      file: "code,as_of,population,source\nSQ-B,2024-12-31,510000,统计年鉴\n", on: office)
    for (section, format, rows) in [
      ("units", "csv", 5), ("populations", "csv", 4), ("calendar", "csv", 2),
      ("indicators", "json", 2),
    ] {
      let file = try await office.get("//catalogue/\(section)?format=\(format)", as: "clerk")
      #expect(file.headers[.contentDisposition]?.hasPrefix("attachment") ?? false)
      let back = try await Self.post(
        "/catalogue/\(section)/file", ["effective": "2026-03"], file: file.text, on: office)
      #expect(
        back.headers[.location] == "/catalogue/\(section)?added=0&unchanged=\(rows)",
        "\(section): \(back.status) \(back.headers[.location] ?? back.text.prefix(300).description)"
      )
    }
    let form = try await office.get("//catalogue/forms/monthly?format=json", as: "clerk")
    let back = try await Self.post("/catalogue/forms/file", [:], file: form.text, on: office)
    #expect(back.headers[.location] == "/catalogue/forms?added=0&unchanged=1")
  }

  @Test func `a change of a unit keeps what was typed, and is done once`() async throws {
    let office = try await ServedOffice(months: false)
    var fields = [
      "unit": "SQ-A", "code": "SQ-A", "name": "甲新<区>", "name_en": "New A", "kind": "county",
      "parent": "SQ-A-1", "group": "", "valid_from": "2026-02-01", "valid_to": "",
    ]
    let circle = try await Self.post("/catalogue/units", fields, on: office)
    #expect(circle.status == 422 && circle.text.contains("value=\"甲新&lt;区&gt;\""))
    #expect(circle.text.contains("href=\"#parent\"") && circle.text.contains("parent-wrong"))
    fields["parent"] = "SQ"
    fields["name"] = "甲新区"
    let key = ServedOffice.freshKey()
    for _ in 1...2 {
      let done = try await Self.post("/catalogue/units", fields, key: key, on: office)
      #expect(done.headers[.location] == "/catalogue/units/SQ-A?added=1&unchanged=0")
    }
    let page = try await office.get("//catalogue/units/SQ-A", as: "clerk").text
    #expect(page.contains("更名：甲县改为甲新区"))
    #expect(
      try await office.get("//catalogue/units/SQ-A?on=2026-01-31", as: "clerk").text
        .contains("<h1>甲县</h1>"))
  }

  @Test func `a limit is refused in the form, and told with its month`() async throws {
    let office = try await ServedOffice(months: false)
    for (figures, month) in [("x", "2026-02"), ("0", "2026-02"), ("5", "2026-01"), ("5", "x")] {
      let answer = try await Self.post(
        "/catalogue/forms/limit", ["figures": figures, "effective": month], on: office)
      #expect(answer.status >= 400 && answer.text.contains("value=\"\(figures)\""), "\(figures)")
    }
    _ = try await Self.post(
      "/catalogue/forms/limit", ["figures": "7", "effective": "2026-02"], on: office)
    let page = try await office.get("//catalogue/forms?month=2026-02", as: "clerk").text
    #expect(page.contains("超过上限 1 个数") && page.contains("<meter"))
    #expect(
      try await office.get("//catalogue/forms?month=2026-01", as: "clerk").text
        .contains("还没有定上限"))
  }
}
