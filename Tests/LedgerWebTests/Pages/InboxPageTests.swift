import HTTPTypes
import Hummingbird
import HummingbirdTesting
import LedgerDomain
import LedgerOperations
import LedgerTestSupport
import NIOCore
import Testing

@testable import LedgerWeb

/// The inbox in a browser, and its number in the head of every page.
@Suite(.serialized) struct InboxPageTests {
  @Test func `without a form's token nothing is marked`() async throws {
    let office = try await ServedOffice()
    let answer = try await office.page("/inbox/marks", as: "reporter", form: "act=read&reminder=")
    #expect(answer.status == 403)
    #expect(try await office.ledger.inbox(by: office.actor("reporter")).unread > 0)
  }

  @Test func `the head tells how many are new until they are read`() async throws {
    let office = try await ServedOffice()
    let unread = try await office.ledger.inbox(by: office.actor("reporter")).unread
    let before = try await office.page("/account", as: "reporter")
    #expect(unread > 0 && before.text.contains("提醒（\(unread) 条未读）"))
    let marked = try await office.page(
      "/inbox/marks", as: "reporter", form: "act=read&reminder=", isOurs: true)
    #expect(marked.status == 303 && marked.headers[.location] == "/inbox?done=marked")
    let after = try await office.page("/account", as: "reporter")
    #expect(after.text.contains("<a href=\"/inbox\">提醒</a>"))
  }

  @Test func `a page is shown without the number where counting fails`() async throws {
    let office = try await ServedOffice()
    try await office.database.script("revoke select on ledger.inbox_marks from ledger_app")
    for _ in 0..<2 {
      let page = try await office.page("/account", as: "reporter")
      #expect(page.status == 200 && page.text.contains("<a href=\"/inbox\">提醒</a>"))
    }
  }

  @Test func `counting is for a minute, and until the account does something`() {
    let counts = InboxCounts()
    #expect(counts.isDue(for: "a"))
    counts.note(3, of: "a")
    #expect(counts.unread(of: "a") == 3 && !counts.isDue(for: "a") && counts.isDue(for: "b"))
    counts.note(nil, of: "b")
    #expect(counts.unread(of: "b") == nil && !counts.isDue(for: "b"))
    counts.forget("a")
    #expect(counts.isDue(for: "a"))
  }
}

extension ServedOffice {
  /// Asks for a page as a browser does, or sends a form, with the token that makes it ours.
  fileprivate func page(
    _ path: String, as name: String, form: String? = nil, isOurs: Bool = false
  ) async throws -> Answer {
    var headers = HTTPFields()
    headers[.cookie] = "\(SessionCookie.name)=\(secret(name))"
    var content = form
    if form != nil { headers[.contentType] = "application/x-www-form-urlencoded" }
    if isOurs { content?.append("&csrf=\(SessionCookie.csrfToken(of: secret(name)))") }
    let (asked, sent) = (headers, content.map { ByteBuffer(string: $0) })
    let response = try await application.test(.router) { client in
      try await client.execute(
        uri: path, method: sent == nil ? .get : .post, headers: asked, body: sent)
    }
    return Answer(
      status: response.status.code, headers: response.headers, bytes: Array(buffer: response.body))
  }
}
