import Foundation
import LedgerDomain
import LedgerTestSupport
import Testing

/// The boundary is said in the same words everywhere, and kept in every word that the ledger has.
struct BoundaryTests {
  /// A document's section as one line; the lines of Chinese join without a space.
  private static func section(_ heading: String, of file: String, joined: String) throws -> String {
    let lines = String(decoding: try Files.bytes(file), as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false)
    return lines.drop { $0 != "## \(heading)" }.dropFirst()
      .drop { $0.isEmpty }.prefix { !$0.isEmpty }.joined(separator: joined)
  }

  @Test func `both readmes say the boundary word for word`() throws {
    let text = BoundaryText.text
    #expect(try Self.section("Boundary", of: "README.md", joined: " ") == text.en)
    #expect(try Self.section("边界", of: "README.zh-CN.md", joined: "") == text.zh)
  }

  private static func files() throws -> [String] {
    var files: [String] = []
    for folder in ["Sources", "schema", "defaults", "examples", "deploy", "scripts"] {
      let names = FileManager.default.enumerator(atPath: Files.root.appending(path: folder).path)
      while let name = names?.nextObject() as? String {
        files.append("\(folder)/\(name)")
      }
    }
    return files.filter { file in
      // Words that everybody tries as a password are no words of the ledger.
      ["swift", "sql", "json", "csv", "md", "service", "conf", "timer"].contains {
        file.hasSuffix(".\($0)")
      } || (file.hasPrefix("scripts/") && !file.contains("."))
    }
  }

  private static func words() throws -> [String] {
    String(decoding: try Files.bytes("Tests/Fixtures/boundary-words.txt"), as: UTF8.self)
      .split(separator: "\n").map(String.init).filter { !$0.hasPrefix("#") }
  }

  private static func found(_ words: [String], in text: String) -> [String] {
    let text = text.lowercased()
    return words.filter { text.contains($0) }
  }

  @Test func `no label, default, seed, text or table has a word for what is kept out`() throws {
    let words = try Self.words()
    let files = try Self.files()
    #expect(words.count > 30 && files.count > 200)
    for file in files where !file.hasSuffix("/BoundaryText.swift") {
      let text = String(decoding: try Files.bytes(file), as: UTF8.self)
      #expect(Self.found(words, in: text) == [], "\(file)")
    }
  }

  @Test func `the list finds what it is for`() throws {
    let words = try Self.words()
    for text in ["实行“一人一档”", "采取“3+1”管控措施", "上耻辱墙", "a Blacklist of accounts"] {
      #expect(!Self.found(words, in: text).isEmpty, "\(text)")
    }
    #expect(!Self.found(words, in: BoundaryText.text.zh).isEmpty)
  }
}
