import LedgerDomain
import LedgerTestSupport
import Testing

/// The OECD/JRC handbook's Technology Achievement Index (Tests/Fixtures/tai).
struct HandbookTests {
  @Test
  func `equal weights give the handbook's published ranks`() throws {
    let goalposts = try Files.csv("Tests/Fixtures/tai/tai_goalposts_undp2001.csv").dropFirst()
    let components = goalposts.map { row -> JSONValue in
      [
        "name": .string(row[0]), "weight": "1", "measure": ["column": .string(row[0])],
        "normalise": ["goalposts": ["zero": .string(row[1]), "full": .string(row[2])]],
      ]
    }
    let answer = try Self.answer(
      table: "Tests/Fixtures/tai/tai_raw.csv",
      root: ["name": "index", "aggregation": "arithmetic", "children": .array(components)])
    let published = try Files.csv("Tests/Fixtures/tai/tai_ranks_handout_EW.csv").dropFirst()
    #expect(published.count == 23)
    for row in published {
      #expect(answer.first { $0[0] == row[0] }?[1] == row[1], "\(row[0])")
    }
  }

  @Test(
    arguments: [
      (2, ["rank": [:]], 0), (3, ["z_score": ["sd": "sample"]], 2),
      (4, ["min_max": [:]], 2), (5, ["distance_to_mean": [:]], 2),
      (6, ["distance_to_best": [:]], 2), (11, ["percentile": [:]], 1),
      (
        12,
        [
          "categorical": [
            "cuts": ["7.15", "7.25", "9.35", "9.8", "11.5", "11.8"],
            "marks": ["0", "20", "40", "50", "60", "80", "100"],
          ]
        ], 0
      ),
    ] as [(Int, JSONValue, Int)])
  func `schooling is normalised as the handbook prints it`(
    column: Int, normalise: JSONValue, decimals: Int
  ) throws {
    let table = try Files.csv("Tests/Fixtures/tai/tai_table15_normalisation_schooling.csv")
    let rows = table.dropFirst().map { [$0[0], $0[1]] }
    let answer = try Self.answer(
      header: ["country", "schooling"], rows: Array(rows),
      root: [
        "name": "index",
        "children": [
          [
            "name": "schooling", "weight": "1",
            "measure": ["column": "schooling"], "normalise": normalise,
          ]
        ],
      ])
    for row in table.dropFirst() {
      let text = try #require(answer.first { $0[0] == row[0] }?.last)
      let value = try #require(Fraction(decimal: text))
      let printed = try #require(Fraction(decimal: row[column]))
      #expect(
        value.text(decimals: decimals) == printed.text(decimals: decimals), "\(row[0])")
    }
  }

  static func answer(table path: String, root: JSONValue) throws -> [[String]] {
    let table = try Files.csv(path)
    return try answer(header: table[0], rows: Array(table.dropFirst()), root: root)
  }

  static func answer(
    header: [String], rows: [[String]], root: JSONValue
  ) throws -> [[String]] {
    let method = try IndexMethod([
      "id": "trial", "version": 1, "score": ["scale": "100", "decimals": 6], "root": root,
    ])
    let table = try PlainTable(
      header: header, rows: rows, lines: rows.indices.map { $0 + 2 })
    return try PlainIndex.answer(method, table)
  }
}
