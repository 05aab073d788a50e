import Foundation
import LedgerDomain
import LedgerTestSupport
import Testing

/// Ties as scipy, PostgreSQL and R rank them (Tests/Fixtures/rank).
struct TiesTests {
  private struct Case: Decodable {
    let values: [Double]
    let method: String
    let expected: [Double]
  }

  @Test
  func `ranks agree with scipy's`() throws {
    let cases = try JSONDecoder().decode(
      [Case].self, from: Data(Files.bytes("Tests/Fixtures/rank/scipy_rankdata_cases.json")))
    #expect(cases.count > 20)
    let ties: [String: Ties] = [
      "average": .average, "min": .competition, "max": .max, "dense": .dense,
      "ordinal": .ordinal,
    ]
    for item in cases {
      let ranks = Ranks.doubled(
        of: item.values.map(Optional.some), descending: false,
        ties: try #require(ties[item.method]))
      #expect(ranks.map { Double($0 ?? 0) / 2 } == item.expected, "\(item)")
    }
  }

  @Test(arguments: [
    ("average", Ties.average, "4.5 1.5 4.5 NA 3 1.5 NA"), ("first", .ordinal, "4 1 5 NA 3 2 NA"),
    ("max", .max, "5 2 5 NA 3 2 NA"), ("min", .competition, "4 1 4 NA 3 1 NA"),
  ])
  func `ranks with absent values agree with R's`(
    name: String, ties: Ties, expected: String
  ) {
    let ranks = Ranks.doubled(of: [3, 1, 3, nil, 2, 1, nil], descending: false, ties: ties)
    let text = ranks.map { rank in
      rank.map { $0 % 2 == 0 ? "\($0 / 2)" : "\($0 / 2).5" } ?? "NA"
    }
    #expect(text.joined(separator: " ") == expected)
  }
}
