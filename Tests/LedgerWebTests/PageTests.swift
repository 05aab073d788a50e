import HTTPTypes
import LedgerDomain
import PostgresSupport
import Testing

@testable import LedgerStore
@testable import LedgerWeb

/// What pages are made of: markup, addresses, forms, words.
@Suite struct PageTests {
  private func text(_ html: HTML) -> String { String(decoding: html.bytes, as: UTF8.self) }

  @Test func `what is put into markup is text, however it is composed`() {
    let hostile = "\"\u{301} onfocus=alert(1) x='\u{301}<b>&"
    #expect(
      text("<i title=\"\(hostile)\">\(hostile)</i>")
        == "<i title=\"&quot;\u{301} onfocus=alert(1) x=&#39;\u{301}&lt;b&gt;&amp;\">"
        + "&quot;\u{301} onfocus=alert(1) x=&#39;\u{301}&lt;b&gt;&amp;</i>")
  }

  @Test func `a literal is markup wherever it stands`() {
    let name = "<b>"
    for isShown in [true, false] {
      #expect(
        text("<p>\(isShown ? "<i>\(name)</i>" : "<u></u>")</p>")
          == (isShown ? "<p><i>&lt;b&gt;</i></p>" : "<p><u></u></p>"))
    }
    #expect(
      text("<ul>\(HTML(each: [1, 2]) { "<li>\($0)</li>" })</ul>") == "<ul><li>1</li><li>2</li></ul>"
    )
    #expect(text("<a\(" hidden", if: true)\(" lang", if: false)>") == "<a hidden>")
  }

  @Test func `an address is one of this site's`() {
    for elsewhere in [
      "//evil", "/\\evil", "https://evil", "javascript:alert(1)", "", "evil", "/a b", "/\r\nX: y",
      "/\u{301}", "/\t/evil",
    ] {
      #expect(Link(local: elsewhere) == nil, "\(elsewhere)")
    }
    #expect(Link(local: "/units/1?period=2026-01")?.text == "/units/1?period=2026-01")
    #expect(Link("units", "../x?y#z\"").text == "/units/..%2Fx%3Fy%23z%22")
    #expect(Link("a", query: [("b", "1&2"), ("c", "县")]).text == "/a?b=1%262&c=%E5%8E%BF")
    #expect(Link(local: "/a?b=1")?.adding("lang", "en").text == "/a?b=1&lang=en")
    #expect(Link("a", query: [("b", "1")]).at("x\"#").text == "/a?b=1#x%22%23")
  }

  @Test func `a form is read strictly`() throws {
    let form = try FormFields(parsing: Array("a=1+2&b=%E5%8E%BF&c=&d=x%3Dy=z".utf8))
    #expect(form["a"] == "1 2" && form["b"] == "县" && form["c"] == "" && form["d"] == "x=y=z")
    #expect(form["e"] == nil)
    let many = (0...1_000).map { "f\($0)=1" }.joined(separator: "&")
    for broken in ["a=1&a=2", "a=%", "a=%zz", "a=%FF", "=1", "a=%00", many] {
      #expect(throws: Refusal.self, "\(broken.prefix(20))") {
        try FormFields(parsing: Array(broken.utf8))
      }
    }
    #expect(throws: Refusal.self) { try FormFields(parsing: [0x61, 0x3D, 0xFF]) }
    #expect(throws: Refusal.self) { try form.text("a", max: 2) }
  }

  @Test func `a form with files is read strictly`() throws {
    func form(
      _ parts: String, as type: String = "multipart/form-data; boundary=\"--x\""
    ) throws -> FormFields {
      FormFields(try MultipartForm(parsing: Array(parts.utf8), contentType: type))
    }
    let head = "Content-Disposition: form-data; name="
    let mark = "----x\r\n\(head)"
    let good = try form(
      "\(mark)\"a\"\r\n\r\n县\r\n----y\r\n\(mark)\"f\"; filename=\"r.json\"\r\n"
        + "Content-Type: application/json\r\n\r\n{\r\n}\r\n\(mark)\"none\"; filename=\"\"\r\n"
        + "\r\n\r\n\(mark)\"empty\"\r\n\r\n\r\n----x--\r\n")
    #expect(good["a"] == "县\r\n----y" && good["empty"] == "")
    #expect(good.file("f")?.name == "r.json" && good.file("f")?.bytes == Array("{\r\n}".utf8))
    #expect(good.file("none") == nil && good.file("a") == nil && good["f"] == nil)
    let one = "----x\r\n\(head)\"a\"\r\n\r\n1\r\n"
    for broken in [
      "", "x", "----x", "----x\r\n", one, one + "----x", one + one + "----x--",
      "----x\r\n\(head)\"\"\r\n\r\n1\r\n----x--", "----x\r\nX: y\r\n\r\n1\r\n----x--",
      "----x\r\n\(head)\"a\"\r\n\r\n\0\r\n----x--",
    ] {
      #expect(throws: Refusal.self, "\(broken)") { try form(broken) }
    }
    let whole = one + "----x--"
    #expect(try form(whole)["a"] == "1")
    #expect(throws: Refusal.self) { try form(whole, as: "multipart/form-data") }
    #expect(throws: Refusal.self) { try form(whole, as: "multipart/form-data; boundary=y") }
  }

  @Test func `every text of the pages is there in both languages`() {
    let all = PageTexts.all
    #expect(all.count > 150)
    for (name, texts) in all {
      for text in texts {
        #expect(!text.zh.isEmpty && !text.en.isEmpty, "\(name)")
        let holes = { (text: String) in Set((0...9).filter { text.contains("{\($0)}") }) }
        #expect(holes(text.zh) == holes(text.en), "\(name): details differ")
      }
    }
  }

  @Test func `details are filled in once, whatever they contain`() {
    let say = Say(language: .english)
    #expect(say(UnitText.submissionTitle, "{1}", "b", "{0}") == "{1}: b, {0}")
  }

  @Test func `a language is chosen on any page, and the way goes nowhere else`() throws {
    let reply = try #require(PageLanguage.choice("/units/1?period=2026-01&lang=en"))
    #expect(reply.status == .seeOther)
    #expect(reply.headers[.location] == "/units/1?period=2026-01")
    #expect(reply.headers[.setCookie]?.hasPrefix("taizhang-language=en; ") ?? false)
    #expect(PageLanguage.choice("//evil/?lang=en")?.headers[.location] == "/")
    #expect(PageLanguage.choice("/?lang=fr") == nil)
    #expect(PageLanguage.choice("/?language=en") == nil)
    var headers = HTTPFields()
    headers[.acceptLanguage] = "en"
    #expect(PageLanguage.of(headers) == .english)
    headers[.cookie] = "x=1; taizhang-language=zh"
    #expect(PageLanguage.of(headers) == .chinese)
  }

  @Test func `what pages load is named by its content and refers to nothing else`() {
    for asset in Assets.all {
      #expect(asset.link.text.hasPrefix("/assets/"))
      let text = String(decoding: asset.content, as: UTF8.self)
      #expect(!asset.content.isEmpty && !text.contains("url(") && !text.contains("@import"))
      #expect(!text.contains("eval(") && !text.contains("innerHTML"))
    }
    #expect(Assets.common.map(\.content.count).reduce(0, +) < 34_000)
    for asset in Assets.own { #expect(asset.content.count < 20_000, "\(asset.name)") }
  }

  private static func session(_ role: Role) -> ActingSession {
    ActingSession(
      id: "", account: "", displayName: "", unit: "SQ", purpose: .full,
      grants: [ActingSession.Grant(role: role, unit: "SQ", form: nil)], wholeRoles: [role],
      limitedUnit: nil,
      limitedForm: nil, expiresAt: PostgresTimestamp(microsecondsSince2000: 0), idleSeconds: nil,
      mustTouch: false)
  }

  @Test func `no role sees more than five entries`() {
    for role in Role.allCases {
      let session = Self.session(role)
      let shown = PageFrame.Entry.allCases.filter { $0.isShown(to: session) }
      #expect(shown.count <= 5, "\(role): \(shown)")
    }
  }

  @Test func `numbers are grouped, and a minus is one`() {
    #expect(MeasureText.grouped("1234567.8901") == "1,234,567.8901")
    #expect(MeasureText.grouped("-123") == "-123")
    #expect(MeasureText.minus("-1") == "−1")
    let words = MeasureText(say: Say(language: .chinese), indicators: [:])
    let change = Measure.yearOnYear(.sum("A", window: .yearToDate, monthsBack: 0))
    #expect(words.text(Fraction(1, over: 8), change) == "+12.5%")
    #expect(words.text(Fraction(-1, over: 8), change) == "−12.5%")
    #expect(words.name(change) == "A（累计）同比")
    #expect(words.text(.absent(.missing), change) == "缺报")
    let share = Measure.share("A", of: "B", window: .yearToDate)
    let difference = Measure.difference(share, monthsBack: 12)
    #expect(words.text(Fraction(-12, over: 1_000), difference) == "−1.2 个百分点")
    #expect(words.text(Fraction(12, over: 1_000), difference) == "+1.2 个百分点")
  }
}
