import HTTPTypes
import Hummingbird
import HummingbirdTesting
import LedgerDomain
import LedgerOperations
import LedgerStore
import NIOCore
import Testing

@testable import LedgerWeb

/// The clerk's form as a browser without script uses it.
@Suite(.serialized) struct EntryPageTests {
  private static let form = "/entry/SQ-A/monthly/2026-01"

  // MARK: - Who may

  @Test func `nobody, other roles, other units and closed months get no form`() async throws {
    let office = try await ServedOffice()
    let nobody = try await office.page(.get, Self.form, as: nil)
    #expect(nobody.status == 303 && nobody.headers[.location]?.hasPrefix("/sign-in") ?? false)
    #expect(try await office.page(.get, Self.form, as: "reviewer").status == 403)
    #expect(try await office.page(.get, "/entry", as: "office").status == 403)
    for path in ["SQ-B/monthly/2026-01", "SQ-A/nothing/2026-01", "SQ-X/monthly/2026-01"] {
      #expect(
        try await office.page(.get, "/entry/" + path, as: "reporter").status == 404, "\(path)")
    }
    // The clerk reports another form of the same unit.
    #expect(try await office.page(.get, Self.form, as: "clerk").status == 404)
    #expect(try await office.page(.get, "/entry/SQ-A/extra/2026-01", as: "clerk").status == 200)
    #expect(
      try await office.page(.get, "/entry/SQ-A/monthly/2026-W01", as: "reporter").status == 400)
    let closed = try await office.page(.get, "/entry/SQ-A/monthly/2025-12", as: "reporter")
    #expect(closed.headers[.location] == "/submissions/SQ-A/monthly/2025-12")
  }

  @Test func `whoever reads a unit without reporting it gets no page of its entry`() async throws {
    let office = try await ServedOffice()
    _ = try await office.ledger.addGrant(
      .leader, to: "reporter", unit: "SQ-B", form: nil, until: nil, by: office.actor("security"))
    let path = "/submissions/SQ-B/monthly/2026-01"
    #expect(try await office.page(.get, path, as: "reporter").status == 200)
    for step in ["", "/check", "/receipt", "/template"] {
      for month in ["2026-01", "2025-12"] {
        let asked = "/entry/SQ-B/monthly/\(month)\(step)"
        #expect(try await office.page(.get, asked, as: "reporter").status == 404, "\(asked)")
      }
    }
    let written = try await office.page(
      .post, "/entry/SQ-B/monthly/2026-01", as: "reporter", fields: ["do": "save", "version": "1"])
    #expect(written.status == 404)
  }

  @Test func `a form without its token, or too large, changes nothing`() async throws {
    let office = try await ServedOffice()
    for step in ["", "/check", "/file"] {
      let type = step == "/file" ? "multipart/form-data; boundary=x" : nil
      let body = step == "/file" ? "--x--\r\n" : "do=save&v-CASES=1&key=12345678"
      let answer = try await office.page(
        .post, Self.form + step, as: "reporter", body: body, type: type)
      #expect(answer.status == 403, "\(step)")
    }
    let large = try await office.page(
      .post, Self.form, as: "reporter", body: String(repeating: "v=1&", count: 70_000))
    #expect(large.status == 413 && large.text.contains("262144"))
  }

  // MARK: - What was typed

  @Test func `what was typed is kept, whatever is wrong with it`() async throws {
    let office = try await ServedOffice()
    let wrong = try await office.page(
      .post, Self.form, as: "reporter",
      fields: [
        "do": "check", "version": "1", "basedOn": "1", "v-CASES": "约 <b>20",
        "n-CASES": "\"><i>", "a-LOSS": "missing", "v-LOSS": "-1",
      ])
    #expect(wrong.status == 422)
    for text in ["value=\"约 &lt;b&gt;20\"", "value=\"&quot;&gt;&lt;i&gt;\"", "value=\"-1\""] {
      #expect(wrong.text.contains(text), "\(text)")
    }
    #expect(wrong.text.contains("须改 · 发案数：") && !wrong.text.contains("<i>\""))
    // A personal number is not even drafted, and still not lost.
    let personal = try await office.page(
      .post, Self.form, as: "reporter",
      fields: [
        "do": "save", "version": "2", "basedOn": "1", "v-CASES": "21", "n-LOSS": "13800138000",
      ])
    #expect(personal.status == 422 && personal.text.contains("value=\"13800138000\""))
    let draft = try await office.get("/submissions/SQ-A/monthly/2026-01", as: "reporter")
    #expect(draft.json["draft"]?["version"] == 2)
    #expect(!draft.text.contains("13800138000"))
  }

  @Test func `a form that is sent after its session ended is shown, not lost`() async throws {
    let office = try await ServedOffice(months: false)
    let answer = try await office.page(
      .post, Self.form, as: nil,
      body: "do=save&csrf=x&v-CASES=2%2C100&n-CASES=%3Cb%3E%22&v-LOSS=&a-LOSS=missing&n-LOSS=")
    #expect(answer.status == 401)
    #expect(answer.text.contains("CASES,&quot;2,100&quot;,,&quot;&lt;b&gt;&quot;&quot;&quot;\n"))
    #expect(answer.text.contains("LOSS,,missing,\n") && !answer.text.contains("<b>"))
    for body in ["", "%", "do=save"] {
      let other = try await office.page(.post, Self.form, as: nil, body: body)
      #expect(other.status == 401 && !other.text.contains("textarea"), "\(body)")
    }
    let secret = try await office.page(.post, "/password", as: nil, body: "present=hidden")
    #expect(secret.status == 401 && !secret.text.contains("hidden"))
  }

  @Test func `numbers are drafted as the ledger writes them, unsure ones as they were typed`()
    async throws
  {
    let office = try await ServedOffice()
    let saved = try await office.page(
      .post, Self.form, as: "reporter",
      fields: [
        "do": "save", "version": "1", "basedOn": "1", "v-CASES": " １，２３４ ", "v-LOSS": "0.2万",
      ])
    #expect(saved.headers[.location] == Self.form)
    let page = try await office.page(.get, Self.form, as: "reporter")
    #expect(page.text.contains("value=\"1234\"") && page.text.contains("value=\"2000\""))
    // LOSS takes two decimals, CASES none.
    _ = try await office.page(
      .post, Self.form, as: "reporter",
      fields: ["do": "save", "version": "2", "basedOn": "1", "v-CASES": "1.5", "v-LOSS": "1.50"])
    let next = try await office.page(.get, Self.form, as: "reporter")
    #expect(next.text.contains("value=\"1.5\"") && next.text.contains("小数多于 0 位"))
    let zero = try await office.page(
      .post, Self.form, as: "reporter",
      fields: ["do": "zero", "version": "3", "basedOn": "1", "v-CASES": "7"])
    #expect(zero.status == 303)
    let filled = try await office.page(.get, Self.form, as: "reporter")
    #expect(filled.text.contains("value=\"7\"") && filled.text.contains("value=\"0\""))
  }

  @Test func `a draft that somebody else saved is shown beside one's own, and chosen from`()
    async throws
  {
    let office = try await ServedOffice()
    let fields = ["do": "save", "basedOn": "1", "version": "1", "v-CASES": "30", "v-LOSS": "1"]
    _ = try await office.page(.post, Self.form, as: "reporter", fields: fields)
    var other = fields.merging(["v-CASES": "31", "n-LOSS": "我的"]) { $1 }
    let conflict = try await office.page(.post, Self.form, as: "reporter", fields: other)
    #expect(conflict.status == 409 && conflict.text.contains("name=\"k-CASES\""))
    #expect(conflict.text.contains("name=\"version\" value=\"2\""))
    // The same once more is no conflict: the answer was lost, not the draft.
    #expect(try await office.page(.post, Self.form, as: "reporter", fields: fields).status == 303)
    other.merge(["version": "2", "theirs": "draft", "k-CASES": "theirs", "k-LOSS": "mine"]) { $1 }
    #expect(try await office.page(.post, Self.form, as: "reporter", fields: other).status == 303)
    let page = try await office.page(.get, Self.form, as: "reporter")
    #expect(page.text.contains("value=\"30\"") && page.text.contains("value=\"我的\""))
  }

  // MARK: - Submitting

  @Test func `submitted is what was looked at, once, however often it is sent`() async throws {
    let office = try await ServedOffice()
    let fields = [
      "do": "check", "version": "1", "basedOn": "1", "v-CASES": "22", "v-LOSS": "20.50",
    ]
    let saved = try await office.page(.post, Self.form, as: "reporter", fields: fields)
    #expect(saved.headers[.location] == Self.form + "/check")
    let check = try await office.page(.get, Self.form + "/check", as: "reporter")
    #expect(check.status == 200 && check.text.contains("name=\"key\""))
    let sent = ["key": "abcdefgh12345678", "version": "2"]
    // Somebody changes the draft after it was looked at.
    _ = try await office.page(
      .post, Self.form, as: "reporter",
      fields: fields.merging(["version": "2", "v-CASES": "23"]) { $1 })
    let changed = try await office.page(.post, Self.form + "/check", as: "reporter", fields: sent)
    #expect(changed.status == 200 && changed.text.contains("核对以后草稿又变了"))
    let fresh = ["key": "abcdefgh12345679", "version": "3"]
    async let first = office.page(.post, Self.form + "/check", as: "reporter", fields: fresh)
    async let second = office.page(.post, Self.form + "/check", as: "reporter", fields: fresh)
    let places = try await [first, second].map { $0.headers[.location] }
    #expect(places == Array(repeating: Self.form + "/receipt?revision=2", count: 2))
    let again = try await office.page(.post, Self.form + "/check", as: "reporter", fields: fresh)
    #expect(again.headers[.location] == Self.form + "/receipt?revision=2")
    // A window that was left open: no draft, nothing to submit, the receipt.
    let stale = ["key": "zzzzzzzz12345678", "version": "3"]
    let late = try await office.page(.post, Self.form + "/check", as: "reporter", fields: stale)
    #expect(late.headers[.location] == Self.form + "/receipt")
    let receipt = try await office.page(.get, Self.form + "/receipt?revision=2", as: "reporter")
    #expect(receipt.text.contains("日志 SQ-A 第 "))
    let kept = try await office.get("/submissions/SQ-A/monthly/2026-01", as: "reporter")
    #expect(kept.json["revisions"]?.elements.count == 2)
    #expect(
      try await office.page(
        .get, Self.form + "/receipt?revision=9", as: "reporter"
      ).status == 404)
  }

  @Test func `a week is filled in like a month, beside the week before`() async throws {
    let office = try await ServedOffice()
    let weekly: JSONValue = [
      "code": "weekly", "name": ["zh": "周报", "en": "Weekly"], "effective": "2026-01",
      "kind": "county", "frequency": "week", "due_working_days": 2,
      "fields": [["indicator": "CASES", "minimum": "0", "unusual": ["month_percent": "50"]]],
    ]
    _ = try await office.ledger.importForm(weekly, by: office.actor("office"))
    let due = try await office.get("/submissions/due", as: "reporter").items
    let weeks = due.filter { $0["form"] == "weekly" }.map { $0["period"] }
    #expect(weeks.first == "2026-W01" && weeks.last == "2026-W06")
    let path = "/entry/SQ-A/weekly/2026-W05"
    let page = try await office.page(.get, path, as: "reporter")
    #expect(page.text.contains("上周") && page.text.contains("截止 2026-02-03（已过 7 天）"))
    let saved = try await office.page(
      .post, path, as: "reporter", fields: ["do": "check", "v-CASES": "4"])
    #expect(saved.headers[.location] == path + "/check")
    let taken = try await office.page(
      .post, path + "/check", as: "reporter", fields: ["key": "week-12345678", "version": "1"])
    #expect(taken.headers[.location] == path + "/receipt?revision=1")
    // A week that has not ended can be drafted and not submitted.
    let early = "/entry/SQ-A/weekly/2026-W07"
    let refused = try await office.page(
      .post, early, as: "reporter", fields: ["do": "check", "v-CASES": "4"])
    #expect(refused.status == 422 && refused.text.contains("2026-W07 尚未结束"))
  }

  // MARK: - Files

  private static func file(_ content: String, csrf: String, name: String = "a.csv") -> String {
    """
    --edge\r\nContent-Disposition: form-data; name="csrf"\r\n\r\n\(csrf)\r\n\
    --edge\r\nContent-Disposition: form-data; name="version"\r\n\r\n1\r\n\
    --edge\r\nContent-Disposition: form-data; name="file"; filename="\(name)"\r\n\
    Content-Type: text/csv\r\n\r\n\(content)\r\n--edge--\r\n
    """
  }

  @Test func `a file fills the draft by code and says what it left out`() async throws {
    let office = try await ServedOffice()
    let csrf = SessionCookie.csrfToken(of: office.secret("reporter"))
    let answer = try await office.page(
      .post, Self.form + "/file", as: "reporter",
      body: Self.file("indicator,value,<b>\nCASES,2４,x\nNO,1,\n", csrf: csrf),
      type: "multipart/form-data; boundary=edge")
    #expect(answer.status == 200 && answer.text.contains("value=\"24\""))
    #expect(answer.text.contains("略过的列：&lt;b&gt;。") && answer.text.contains("没有的代码：NO。"))
    let kept = try await office.get("/submissions/SQ-A/monthly/2026-01", as: "reporter")
    #expect(kept.json["draft"]?["version"] == 2 && kept.json["revision"] == 1)
    let refused = try await office.page(
      .post, Self.form + "/file", as: "reporter", body: Self.file("x", csrf: csrf),
      type: "multipart/form-data; boundary=edge")
    #expect(refused.status == 422 && refused.text.contains("文件没有填入"))
    let template = try await office.page(.get, Self.form + "/template", as: "reporter")
    #expect(template.text.contains("SQ-A,2026-01,CASES,发案数,起,"))
  }

  @Test(arguments: [
    "", "--edge", "--edge\r\n", "--edge\r\n\r\n\r\n--edge--", "--other--\r\n",
    "--edge\r\nContent-Disposition: form-data\r\n\r\nx\r\n--edge--\r\n",
    "--edge\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nx\r\n--edge\r\n"
      + "Content-Disposition: form-data; name=\"a\"\r\n\r\ny\r\n--edge--\r\n",
    "--edge\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nx",
  ])
  func `a form with files is read strictly`(body: String) {
    #expect(throws: Refusal.self) {
      try MultipartForm(
        parsing: Array(body.utf8), contentType: "multipart/form-data; boundary=edge")
    }
    #expect(throws: Refusal.self) {
      try MultipartForm(parsing: Array(body.utf8), contentType: "multipart/form-data")
    }
  }

  @Test func `a file's bytes come as they are`() throws {
    let bytes: [UInt8] = [0x0D, 0x0A, 0x2D, 0x2D, 0xFF, 0x00, 0x0D, 0x0A]
    let body =
      Array("--e\r\ncontent-disposition: form-data; name=\"f\"; filename=\"县.csv\"\r\n\r\n".utf8)
      + bytes + Array("\r\n--e\r\nContent-Disposition: form-data; name=\"t\"\r\n\r\n\r\n--e--".utf8)
    let form = FormFields(
      try MultipartForm(parsing: body, contentType: "multipart/form-data; boundary=\"e\""))
    #expect(form.file("f")?.bytes == bytes && form.file("f")?.name == "县.csv")
    #expect(form["t"] == "" && form["f"] == nil && form.file("t") == nil)
  }

  // MARK: - What is due

  @Test func `what was returned comes first, then what is due first, and what is done last`()
    async throws
  {
    let office = try await ServedOffice()
    _ = try await office.post(
      "/submissions/SQ-A/monthly/2026-01/reviews",
      ["revision": 1, "decision": "return", "reasons": [["text": "重报"]]], as: "reviewer")
    let items = try await office.get("/submissions/due", as: "reporter").items
    #expect(items.first?["state"] == "returned" && items.first?["period"] == "2026-01")
    #expect(items.first?["draft"] == true && items.first?["due"] == "2026-02-06")
    let waiting = items.dropFirst().filter { $0["open"] == true }
    #expect(waiting.first?["period"] == "2025-02" && waiting.first?["state"] == "missing")
    #expect(items.last?["open"] == false)
    #expect(items.allSatisfy { $0["unit"] == "SQ-A" })
    let clerk = try await office.get("/submissions/due", as: "clerk").items
    #expect(clerk.map { $0["form"] } == ["extra"])
  }

  @Test func `everything that is wrong is told at once`() async throws {
    let office = try await ServedOffice()
    let answer = try await office.post(
      "/submissions/SQ-A/monthly/2026-01/checks",
      [
        "basedOn": 1,
        "figures": [["indicator": "CASES", "value": "x"], ["indicator": "LOSS", "value": "-1"]],
      ], as: "reporter")
    let codes = answer.json["errors"]?.elements.map { $0["code"] }
    #expect(codes == ["figure.not_a_number", "submission.below_minimum"])
  }
}

extension ServedOffice {
  /// Asks for a page as a browser does; fields are sent with the form's token.
  fileprivate func page(
    _ method: HTTPRequest.Method, _ path: String, as name: String?,
    fields: [String: String]? = nil, body: String? = nil, type: String? = nil
  ) async throws -> Answer {
    var headers = HTTPFields()
    if let name { headers[.cookie] = "\(SessionCookie.name)=\(secret(name))" }
    var content = body
    if let fields, let name {
      let token = ["csrf": SessionCookie.csrfToken(of: secret(name))]
      let query = fields.merging(token) { $1 }.map { (name: $0.key, value: $0.value) }
      content = String(Link(query: query).text.drop { $0 != "?" }.dropFirst())
    }
    if content != nil { headers[.contentType] = type ?? "application/x-www-form-urlencoded" }
    let (asked, sent) = (headers, content.map { ByteBuffer(string: $0) })
    let response = try await application.test(.router) { client in
      try await client.execute(uri: path, method: method, headers: asked, body: sent)
    }
    return Answer(
      status: response.status.code, headers: response.headers, bytes: Array(buffer: response.body))
  }
}
