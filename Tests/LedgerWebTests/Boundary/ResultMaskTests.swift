import LedgerDomain
import Testing

@testable import LedgerWeb

/// What the service shows of results that read small counts.
struct ResultMaskTests {
  private static let document: JSONValue = [
    "period": "2026-01", "scope": "C", "kind": "county", "rule_set": .null,
    "index_method": .null,
    "units": [
      ["code": "A", "name": ["zh": "甲", "en": "A"]],
      ["code": "B", "name": ["zh": "乙", "en": "B"]],
    ],
    "ratings": [rating("A", "3"), rating("B", "40")], "rankings": [],
  ]

  private static func rating(_ unit: String, _ value: String) -> JSONValue {
    [
      "unit": .string(unit), "colour": "red", "absent": [],
      "rules": [
        [
          "rule": "R1",
          "inputs": [
            ["measure": ["last": "LEFT"], "value": .string(value)],
            ["measure": ["sum": "CASES", "window": "month"], "value": "7"],
          ],
        ]
      ],
    ]
  }

  private static func disclosure() throws -> ResultDisclosure {
    let month = try #require(Month("2026-01"))
    let counts = try [("A", 3), ("B", 40), ("D", 9)].map { unit, value in
      ReportedCount(
        unit: unit, peers: "C", period: Period(month), indicator: "LEFT",
        number: try #require(FigureNumber(tenThousandths: Int64(value) * 10_000)))
    }
    return ResultDisclosure(
      Disclosure(counts, limits: ["LEFT": 5]), month: month, formulas: [:])
  }

  private static func inputs(_ view: ResultView, _ unit: String) -> JSONValue? {
    guard case .array(let rules) = view.unit(unit)?.rating["rules"] else { return nil }
    return rules.first?["inputs"]
  }

  @Test func `an input that is a small count is shown as <5`() throws {
    let view = try ResultView(Self.document, try Self.disclosure(), isInvented: false)
    let expected: JSONValue = [
      ["measure": ["last": "LEFT"], "value": .null, "suppressed": "<5"],
      ["measure": ["sum": "CASES", "window": "month"], "value": "7"],
    ]
    #expect(Self.inputs(view, "A") == expected)
    #expect(Self.inputs(view, "B") == Self.document["ratings"]?.last?["rules"]?.last?["inputs"])
    #expect(view.document == Self.document, "the document is the record")
  }

  @Test func `where nothing is small the view says what the document says`() throws {
    let view = try ResultView(Self.document, .complete, isInvented: false)
    #expect(view.unit("A")?.rating == Self.rating("A", "3"))
  }
}

extension JSONValue {
  fileprivate var last: JSONValue? {
    if case .array(let items) = self { items.last } else { nil }
  }
}
