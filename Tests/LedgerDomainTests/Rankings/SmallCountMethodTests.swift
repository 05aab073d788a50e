import Testing

@testable import LedgerDomain

/// A count with a limit bears no marks: the score would tell it.
struct SmallCountMethodTests {
  private static func method(
    weight: String, aggregation: String = "arithmetic", deducts: Bool = false
  ) throws -> IndexMethod {
    func leaf(_ name: String, _ weight: String, _ measure: JSONValue) -> JSONValue {
      [
        "name": .string(name), "weight": .string(weight), "measure": measure,
        "direction": "lower",
        "normalise": ["goalposts": ["zero": "200", "full": "0", "clip": true]],
        "absent": [
          "missing": "zero", "not_applicable": "redistribute", "undefined": "redistribute",
        ],
      ]
    }
    let deductions: [JSONValue] =
      deducts
      ? [
        [
          "name": "off", "text": ["zh": "扣", "en": "Off"],
          "measure": ["sum": "FEW", "window": "month"], "marks_each": "1", "free": "0",
        ]
      ] : []
    return try IndexMethod([
      "id": "index", "version": 1, "effective": "2025-01",
      "title": ["zh": "指数", "en": "Index"], "peers": ["kind": "county", "group": .null],
      "score": ["scale": 100, "decimals": 2],
      "rank": ["ties": "competition", "order": "descending", "unranked": []],
      "root": [
        "name": "index", "aggregation": .string(aggregation),
        "children": [
          leaf("many", "100", ["sum": "MANY", "window": "month"]),
          [
            "name": "inner", "weight": .string(weight), "aggregation": "arithmetic",
            "children": [leaf("few", "1", ["indicator": "RATE"])],
          ],
        ],
      ],
      "deductions": .array(deductions),
    ])
  }

  private static func refusal(_ method: IndexMethod, limit: Int? = 5) throws -> Refusal? {
    let rate = try Measure(
      JSONReader(["share": ["FEW", "MANY"], "window": "month"] as JSONValue))
    do {
      try method.checkSmallCounts(limit.map { ["FEW": $0] } ?? [:], formulas: ["RATE": rate])
    } catch {
      return error
    }
    return nil
  }

  @Test func `a weighted component that reads a small count is refused, formulas opened`() throws {
    let refusal = try Self.refusal(try Self.method(weight: "1"))
    #expect(refusal?.code == "index.count_is_small" && refusal?.details == ["few", "FEW"])
  }

  @Test func `weight zero, also of a node above, bears no marks; a minimum asks for no weights`()
    throws
  {
    #expect(try Self.refusal(try Self.method(weight: "0")) == nil)
    let least = try Self.refusal(try Self.method(weight: "0", aggregation: "minimum"))
    #expect(least?.code == "index.count_is_small")
  }

  @Test func `what is taken off tells as much as what is given`() throws {
    let refusal = try Self.refusal(try Self.method(weight: "0", deducts: true))
    #expect(refusal?.details.last == "FEW")
  }

  @Test func `without a limit everything may bear marks`() throws {
    #expect(try Self.refusal(try Self.method(weight: "1"), limit: nil) == nil)
  }
}
