import Foundation
import LedgerDomain
import LedgerTestSupport
import Testing

/// `docs/refusals.md` is made from the code, so that it cannot drift.
struct RefusalsDocumentTests {
  private static var document: String {
    var text = """
      # Refusals · 拒绝一览

      Every rule that can say no, in the order in which rules are checked. Made from the code:
      `TAIZHANG_WRITE_DOCUMENTS=1 scripts/test RefusalsDocument` writes it anew.

      """
    for section in Refusals.all {
      text += "\n## \(section.noun.en) · \(section.noun.zh)\n\n"
      text += "| code | 说明与办法 | text and way out |\n|---|---|---|\n"
      for reason in section.reasons {
        let code: String = reason.rawValue
        let (what, wayOut): (BilingualText, BilingualText) = (reason.text, reason.wayOut)
        text += "| `\(code)` | \(what.zh)\(wayOut.zh) | \(what.en) \(wayOut.en) |\n"
      }
    }
    return text
  }

  @Test func `the list of refusals is up to date`() throws {
    let file = Files.root.appending(path: "docs/refusals.md")
    if ProcessInfo.processInfo.environment["TAIZHANG_WRITE_DOCUMENTS"] == "1" {
      try Self.document.write(to: file, atomically: true, encoding: .utf8)
    }
    #expect(try String(contentsOf: file, encoding: .utf8) == Self.document)
  }

  @Test func `every refusal has its own code and both languages`() {
    var reasons: [any RefusalReason] = []
    for section in Refusals.all { reasons += section.reasons }
    var codes: Set<String> = []
    for reason in reasons {
      let code: String = reason.rawValue
      #expect(codes.insert(code).inserted, "\(code)")
      let parts = code.split(separator: ".")
      #expect(parts.count == 2 && parts.allSatisfy { !$0.isEmpty }, "\(code)")
      #expect(!reason.text.zh.isEmpty && !reason.text.en.isEmpty, "\(code)")
      #expect(!reason.wayOut.zh.isEmpty && !reason.wayOut.en.isEmpty, "\(code)")
    }
  }
}
