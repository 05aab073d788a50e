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

  private static func rating(_ view: ResultView, _ unit: String) throws -> JSONValue? {
    let everywhere = VisibleScope(everywhere: true, units: [])
    let shown = try view.ratingsJSON(edition: .null, everywhere)
    guard case .array(let ratings) = shown["ratings"] else { return nil }
    return ratings.first { $0["unit"] == .string(unit) }?["details"]
  }

  private static func inputs(_ view: ResultView, _ unit: String) throws -> JSONValue? {
    guard case .array(let rules) = try rating(view, unit)?["rules"] else { return nil }
    return rules.first?["inputs"]
  }

  @Test func `an input that is a small count is shown as <5`() throws {
    let view = try ResultView(Self.document, try Self.disclosure(), isInvented: false)
    let expected: JSONValue = [
      ["measure": ["last": "LEFT"], "value": .null, "suppressed": "<5"],
      ["measure": ["sum": "CASES", "window": "month"], "value": "7"],
    ]
    #expect(try Self.inputs(view, "A") == expected)
    #expect(try Self.inputs(view, "B") == Self.document["ratings"]?.last?["rules"]?.last?["inputs"])
  }

  @Test func `where nothing is small the view says what the document says`() throws {
    let view = try ResultView(Self.document, .complete, isInvented: false)
    #expect(try Self.rating(view, "A") == Self.rating("A", "3"))
  }

  @Test func `details are shown of the units of a scope, in whichever way it is the smaller`()
    throws
  {
    let view = try ResultView(Self.document, .complete, isInvented: false)
    let few = VisibleScope(everywhere: false, units: ["B", "NOBODY"])
    let many = VisibleScope(everywhere: false, units: ["B", "W", "X", "Y", "Z", "V", "U"])
    for scope in [few, many] {
      #expect(view.visibility(scope) == "B")
      let shown = try view.ratingsJSON(edition: .null, scope)
      guard case .array(let ratings) = shown["ratings"] else { return }
      for rating in ratings {
        let isShown = rating["details"] != JSONValue.null
        #expect(isShown == (rating["unit"] == JSONValue.string("B")))
      }
    }
    #expect(view.visibility(VisibleScope(everywhere: true, units: [])) == "all")
  }
}

extension JSONValue {
  fileprivate var last: JSONValue? {
    if case .array(let items) = self { items.last } else { nil }
  }
}
