import Foundation
import HTTPTypes
import LedgerDomain
import LedgerTestSupport
import Testing

@testable import LedgerWeb

/// The manuals name pages that there are, by their titles.
struct HelpTests {
  /// Their titles tell the month.
  private static let untitled = ["/", "/table", "/completeness"]

  private static func manuals(_ language: Language) -> [(name: String, manual: Manual)] {
    Role.allCases.map { ($0.rawValue, Manuals.manual(of: $0, in: language)) }
      + [("everyone", Manuals.everyone(in: language))]
  }

  @Test(arguments: Language.allCases)
  func `every page that a manual names is there`(language: Language) {
    let paths = Set(PageRoutes.all.filter { $0.method == .get }.map(\.path))
    let titles = Set(PageTexts.all.flatMap { $0.texts.map { $0.text(in: language) } })
    var named = 0
    for (name, manual) in Self.manuals(language) {
      for page in manual.pages {
        named += 1
        #expect(paths.contains(page.path), "\(name) names \(page.path)")
        if page.path.contains("{") || Self.untitled.contains(page.path) { continue }
        let isTitle = titles.contains(page.title)
        #expect(isTitle, "\(name) calls \(page.path) “\(page.title)”")
      }
    }
    #expect(named > 30)
  }

  @Test(arguments: Language.allCases)
  func `every manual has a title, headings and words`(language: Language) {
    for (name, manual) in Self.manuals(language) {
      let text = String(decoding: manual.body.bytes, as: UTF8.self)
      #expect(!manual.title.isEmpty && text.contains("<h2>"), "\(name)")
      #expect(text.utf8.count > 600 && !text.contains("<img") && !text.contains("<h1"), "\(name)")
      if language == .chinese {
        let half = text.unicodeScalars.contains { $0 == "," || $0 == "(" || $0 == ";" }
        #expect(!half || text.contains("（<a"), "\(name): half-width signs")
      }
    }
  }

  @Test func `both languages of a manual name the same pages`() {
    for (chinese, english) in zip(Self.manuals(.chinese), Self.manuals(.english)) {
      #expect(
        Set(chinese.manual.pages.map(\.path)) == Set(english.manual.pages.map(\.path)),
        "\(chinese.name)")
    }
  }

  @Test func `markup of a manual's own comes out as text`() {
    let manual = Manual(
      Array("# A\n\n<b>x</b> [y](javascript:z) **T** (`/help`)\n\n![p](q.png)\n".utf8),
      language: .english)
    let text = String(decoding: manual.body.bytes, as: UTF8.self)
    #expect(
      text == "<p>&lt;b&gt;x&lt;/b&gt; y <strong>T</strong> "
        + "(<a href=\"/help\"><code>/help</code></a>)</p>\n")
    #expect(manual.title == "A" && manual.pages.map(\.title) == ["T"])
  }

  @Test func `the foot of every page leads to help, without signing in`() async throws {
    let office = try await ServedOffice(months: false)
    let page = try await office.get("//help", ["Accept-Language": "en"])
    #expect(page.status == 200 && page.text.contains("href=\"/help/reporter\""))
    let own = try await office.get("//help", as: "auditor", ["Accept-Language": "en"])
    let mine = try #require(own.text.range(of: "Your manual"))
    let others = try #require(own.text.range(of: "Manuals of other roles"))
    let link = try #require(own.text.range(of: "href=\"/help/auditor\""))
    #expect(mine.lowerBound < link.lowerBound && link.lowerBound < others.lowerBound)
    #expect(try await office.get("//sign-in").text.contains("<a href=\"/help\">"))
  }
}
