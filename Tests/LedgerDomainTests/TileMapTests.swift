import Testing

@testable import LedgerDomain

/// The map of tiles: which places are refused, and where units stand that have none.
struct TileMapTests {
  private static func unit(_ code: String, in parent: String?, _ kind: String) throws -> UnitVersion
  {
    UnitVersion(
      code: code, validFrom: try #require(CalendarDate("2026-01-01")),
      name: BilingualText(zh: code, en: code), kind: kind, parent: parent, group: nil,
      isEnded: false)
  }

  private static func tree() throws -> UnitTree {
    UnitTree(
      [
        try unit("S", in: nil, "city"), try unit("A", in: "S", "county"),
        try unit("B", in: "S", "county"), try unit("P", in: "S", "member_agency"),
        try unit("A1", in: "A", "township"),
      ], on: try #require(CalendarDate("2026-02-01")))
  }

  private static func place(_ row: Int, _ column: Int) throws -> TilePlace {
    try #require(TilePlace(row: row, column: column))
  }

  private static func refusal(
    _ body: () throws(Refusal) -> Void
  ) -> Refusal? {
    do { try body() } catch { return error }
    return nil
  }

  @Test(arguments: [
    ("0", "1"), ("1", "21"), ("x", "1"), ("1", "-1"), ("１", "1"), ("1.0", "1"), ("+1", "1"),
    ("99999999999999999999", "1"), (" 1", "1"),
  ])
  func `what is no row or column of the grid is refused`(row: String, column: String) {
    let refusal = Self.refusal { () throws(Refusal) in
      _ = try TilePlace.read(row: row, column: column)
    }
    #expect(refusal?.code == TileRefusal.placeMalformed.rawValue)
  }

  @Test func `half a place is refused, and none is none`() throws {
    for (row, column) in [("1", ""), ("", "1")] {
      let refusal = Self.refusal { () throws(Refusal) in
        _ = try TilePlace.read(row: row, column: column)
      }
      #expect(refusal?.code == TileRefusal.placeIsHalf.rawValue)
    }
    #expect(try TilePlace.read(row: "", column: "") == nil)
    #expect(try TilePlace.read(row: "20", column: "1") == Self.place(20, 1))
  }

  @Test func `two units of one map on one place are refused with both`() throws {
    let (tree, here) = (try Self.tree(), try Self.place(2, 3))
    let refusal = Self.refusal { () throws(Refusal) in
      try TileMap.check(["A": here, "B": here], changed: ["A"], in: tree)
    }
    #expect(refusal?.code == TileRefusal.placeTaken.rawValue)
    #expect(refusal?.details == ["A", "B", "2", "3"])
  }

  @Test func `units of different maps may have the same place`() throws {
    let here = try Self.place(1, 1)
    try TileMap.check(
      ["A": here, "P": here, "A1": here], changed: ["A", "P", "A1"], in: try Self.tree())
  }

  @Test func `units without a place stand below in the order of reading`() throws {
    let units = ["A", "B", "C", "D", "E"]
    func text(_ kept: [String: TilePlace]) -> [String] {
      TileMap.arranged(units, kept: kept).map { "\($0.unit)\($0.place.row)\($0.place.column)" }
    }
    #expect(text([:]) == ["A11", "B12", "C13", "D21", "E22"])
    #expect(text(["D": try Self.place(2, 2)]) == ["D22", "A31", "B32", "C33", "E41"])
  }

  @Test func `every unit has one place of its own as long as there are any`() throws {
    let corner = try Self.place(20, 20)
    let units = (1...410).map { "U\($0)" }
    let tiles = TileMap.arranged(units, kept: ["U5": corner, "U9": corner])
    #expect(tiles.count == 400 && Set(tiles.map(\.place)).count == 400)
    #expect(tiles.last.map { $0.unit == "U5" && $0.place == corner } == true)
  }
}
