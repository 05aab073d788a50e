import Foundation
import LedgerDomain
import LedgerTestSupport
import PostgresSupport
import Testing

@testable import LedgerStore
@testable import LedgerWeb

/// The board of months that a test makes up: ties, gaps, units without rank, and who sees what.
@Suite struct BoardTests {
  private static let all = VisibleScope(everywhere: true, units: [])

  /// One unit's standing: each component measured `value`, all marks but those lost in the first.
  private func standing(
    _ unit: String, _ rank: String?, before: Int?, value: String?, lost: Int
  ) throws -> String {
    let method = try IndexMethod(
      JSONValue(parsing: Files.bytes("defaults/methods/four-declines.json")))
    let components = method.components.enumerated().map { position, item in
      let measured = value.map { "\"\($0)\"" } ?? #"{"absent":"missing"}"#
      let most = 5_000_000
      return #"{"name":"\#(item.name)","measured":\#(measured),"normalised":null,"marks":"#
        + "\(position == 0 ? most - lost : most)"
        + #","marks_max":\#(most),"absent":\#(value == nil),"small_base":false}"#
    }
    let rankText = rank.map { "\"\($0)\"" } ?? "null"
    let unranked = rank == nil ? "\"by_method\"" : "null"
    let previous = before.map(String.init) ?? "null"
    return #"{"unit":"\#(unit)","rank":\#(rankText),"unranked":\#(unranked),"score":"#
      + "\(rank == nil ? "null" : String(65_000_000 - lost))"
      + #","previous_doubled_rank":\#(previous),"previous_score":null,"deductions":[0,0,0,0],"#
      + #""components":[\#(components.joined(separator: ","))]}"#
  }

  private func month(
    _ period: String, _ standings: [String], colours: [String]
  ) throws -> PublishedMonth {
    let method = String(
      decoding: try Files.bytes("defaults/methods/four-declines.json"), as: UTF8.self)
    let units = ["A", "B", "C"].map {
      #"{"code":"\#($0)","name":{"zh":"\#($0)县<i>","en":"\#($0) County"},"parent":"X","#
        + #""group":null,"populations":[1],"states":[]}"#
    }
    let ratings = zip(["A", "B", "C"], colours).map {
      #"{"unit":"\#($0)","colour":"\#($1)","absent":[],"rules":[]}"#
    }
    let document = """
      {"format":1,"edition":1,"replaces":null,"period":"\(period)","scope":"X","kind":"county",
      "rule_set":null,"index_method":\(method),"indicators":[],"targets":[],"revisions":[],
      "previous":null,"units":[\(units.joined(separator: ","))],
      "ratings":[\(ratings.joined(separator: ","))],
      "rankings":[{"peers_of":"X","ranked":2,"standings":[\(standings.joined(separator: ","))]}]}
      """
    let head = EditionHead(
      number: 1, period: try #require(Month(period)), scope: "X", kind: "county", evaluation: 1,
      replaces: nil, sha256: [], proposedBy: "", publishedBy: "",
      recordedAt: PostgresTimestamp(microsecondsSince2000: 0))
    return try PublishedMonth(head, document: JSONValue(parsing: Array(document.utf8)), .complete)
  }

  /// Three months, the second of which was not published; A and B are tied in the last.
  private func history() throws -> PublishedHistory {
    let first = try month(
      "2026-04",
      [
        standing("A", "1", before: nil, value: "1", lost: 0),
        standing("B", "2", before: nil, value: "2", lost: 1_000_000),
        standing("C", nil, before: nil, value: "3", lost: 0),
      ], colours: ["blue", "red", "blue"])
    let last = try month(
      "2026-06",
      [
        standing("A", "1.5", before: 2, value: nil, lost: 2_500_000),
        standing("B", "1.5", before: 4, value: "1/3", lost: 2_500_000),
        standing("C", nil, before: nil, value: "3", lost: 0),
      ], colours: ["grey", "red", "blue"])
    return PublishedHistory(
      shown: last,
      months: [
        (first.head.period, first), (first.head.period.adding(months: 1), nil),
        (last.head.period, last),
      ])
  }

  @Test func `ties share a rank, and a unit without rank is listed with why`() throws {
    let board = Board(try history(), Self.all, Say(language: .english))
    #expect(board.ranked.map(\.rank) == ["1.5", "1.5"])
    #expect(board.ranked.map { $0.change.map(BoardPage.signed) } == ["−0.5", "+0.5"])
    #expect(board.unranked.map(\.row.unit) == ["C"])
    #expect(board.unranked.map(\.reason) == ["the method leaves it out"])
  }

  @Test func `a month that was not published, and a figure that is missing, are gaps`() throws {
    let board = Board(try history(), Self.all, Say(language: .chinese))
    let months = try #require(board.ranked.first { $0.unit == "B" }?.details?.months)
    #expect(months == [Fraction(2), nil, Fraction(1, over: 3)])
    #expect(board.ranked.first { $0.unit == "A" }?.details?.months.last == .some(nil))
    #expect(board.ranked.first { $0.unit == "A" }?.details?.value == "缺报")
  }

  @Test func `the reason is the largest loss, and details stay inside the scope`() throws {
    let scope = VisibleScope(everywhere: false, units: ["B"])
    let board = Board(try history(), scope, Say(language: .chinese))
    #expect(!board.seesAll)
    #expect(board.ranked.first { $0.unit == "A" }?.details == nil)
    #expect(
      board.ranked.first { $0.unit == "B" }?.details?.reason
        == "每万人CASE_CNT（累计）与全域之比 0.33，满分线 0.70，失 2.5 分。")
    let html = String(decoding: BoardTable(board: board).html.bytes, as: UTF8.self)
    #expect(html.contains("A县&lt;i&gt;") && !html.contains("A县<i>"))
    #expect(html.components(separatedBy: "class=\"spark\"").count == 2)
  }

  @Test func `a streak does not reach over a month that was not published`() throws {
    let history = try history()
    #expect(history.streak { $0.colour("B") == .red } == 1)
    #expect(history.before == nil)
    let text = MonthSentence(history: history, say: Say(language: .chinese)).text
    #expect(text == "B县<i>本月转红。A县<i>缺少必报数据，不评色。")
  }
}
