import HTTPTypes
import Hummingbird
import HummingbirdTesting
import LedgerDocuments
import LedgerDomain
import NIOCore
import Testing

@testable import LedgerOperations
@testable import LedgerWeb

/// A month in which more is lacking than its page lists is closed by the page.
struct ManyExceptionsTests {
  private static let month = "2025-02"

  /// A page whose address is one of the interface's, too, so that its answer is not held against
  /// that description.
  private static func page(_ office: ServedOffice) async throws -> String {
    let headers: HTTPFields = [
      .acceptLanguage: "zh", .cookie: "\(SessionCookie.name)=\(office.secret("office"))",
    ]
    let response = try await office.application.test(.router) { client in
      try await client.execute(uri: "/months/\(month)", method: .get, headers: headers)
    }
    return String(buffer: response.body)
  }

  private static func close(_ fields: [String: String], _ office: ServedOffice) async throws
    -> Answer
  {
    var fields = fields
    fields["csrf"] = SessionCookie.csrfToken(of: office.secret("office"))
    fields["key"] = ServedOffice.freshKey()
    let body = fields.map { Link("x", query: [($0.key, $0.value)]).text.dropFirst(3) }
      .joined(separator: "&")
    let headers: HTTPFields = [
      .contentType: "application/x-www-form-urlencoded", .acceptLanguage: "zh",
      .cookie: "\(SessionCookie.name)=\(office.secret("office"))",
    ]
    let response = try await office.application.test(.router) { client in
      try await client.execute(
        uri: "/months/\(month)/close", method: .post, headers: headers,
        body: ByteBuffer(string: body))
    }
    return Answer(
      status: response.status.code, headers: response.headers,
      bytes: Array(buffer: response.body))
  }

  @Test func `the rest is excepted by its number, which has to be right`() async throws {
    let office = try await ServedOffice(months: false)
    var units = "code,name,kind,parent,valid_from\n"
    for number in 100..<260 { units += "SQ-N\(number),县\(number),county,SQ,2000-01-01\n" }
    _ = try await office.ledger.importUnits(
      CSVFile(name: "units.csv", text: units), by: office.actor("office"))
    let month = try #require(Month(Self.month))
    let lacking = try await office.ledger.monthStatus(month, by: office.actor("office")).lacking
    #expect(lacking.count == 162)
    let page = try await Self.page(office)
    #expect(page.contains("其余 12 份没有列出") && page.contains("name=\"rest\" value=\"12\""))

    var fields = ["close-reason": "未报"]
    for item in lacking.prefix(MonthPage.exceptionsMax) {
      fields["except." + item.submission] = "on"
    }
    let short = try await Self.close(fields, office)
    #expect(short.status == 409 || short.status == 422, "without the rest it is incomplete")
    fields["rest"] = "11"
    let wrong = try await Self.close(fields, office)
    #expect(wrong.status >= 400 && wrong.text.contains("现在是 12 份"), "\(wrong.status)")
    #expect(wrong.text.contains("未报"), "what was typed is lost")
    fields["rest"] = "12"
    let done = try await Self.close(fields, office)
    #expect(done.headers[.location] == "/months/\(Self.month)?done=close", "\(done.status)")
  }
}
