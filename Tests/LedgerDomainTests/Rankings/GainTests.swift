import Testing

@testable import LedgerDomain

/// What would gain places, checked by ranking again.
struct GainTests {
  private static func component(
    _ name: String, _ weight: String, zero: String, full: String
  ) -> JSONValue {
    [
      "name": .string(name), "weight": .string(weight), "measure": ["column": .string(name)],
      "direction": zero > full ? "lower" : "higher",
      "normalise": ["goalposts": ["zero": .string(zero), "full": .string(full), "clip": true]],
    ]
  }

  private static func method(
    _ components: [JSONValue], ties: String = "competition", order: String = "descending",
    deductions: JSONValue = [], decimals: String = "2"
  ) throws -> IndexMethod {
    try IndexMethod([
      "id": "index", "version": 1, "effective": "2026-01", "title": ["zh": "指数", "en": "Index"],
      "peers": ["kind": "county", "group": .null],
      "score": ["scale": "100", "decimals": .number(decimals)],
      "rank": ["ties": .string(ties), "order": .string(order), "unranked": ["Z"]],
      "root": ["name": "index", "aggregation": "arithmetic", "children": .array(components)],
      "deductions": deductions,
    ])
  }

  private static let two = [
    component("rate", "60", zero: "2", full: "1"), component("visits", "40", zero: "0", full: "1"),
  ]

  private static func input(_ code: String, _ values: [Fraction?], off: Int128 = 0) -> UnitInput {
    UnitInput(
      code: code,
      components: values.map { ComponentInput(measured: $0.map(Measured.value) ?? .undefined) },
      deductions: [.value(Fraction(off))])
  }

  private static func fraction(_ hundredths: Int128) -> Fraction { Fraction(hundredths, over: 100) }

  @Test func `the value that passes the next unit, by hand`() throws {
    // A: 60 × 0.5 + 40 × 0.5 = 50; B: 60 × 0.6 + 40 × 0.75 = 66; C: 60 + 40 = 100.
    let units = [
      Self.input("A", [Self.fraction(150), Self.fraction(50)]),
      Self.input("B", [Self.fraction(140), Self.fraction(75)]),
      Self.input("C", [Self.fraction(100), Self.fraction(100)]),
    ]
    let gains = try Self.method(Self.two).gains(of: 0, among: units, steps: 3)
    #expect(gains.map(\.doubledRank) == [4, 2])
    #expect(gains.map(\.past) == [[1], [2]])
    #expect(gains.map(\.marks) == [1_601, 5_001])
    // 66.01 rounds up from 66.005: 16.005 marks more. Of 60 for one unit of the rate: 0.26675.
    let ways = try #require(gains.first?.ways)
    #expect(ways.map(\.component) == [0, 1])
    #expect(ways[0].value == Fraction(150_000 - 26_675, over: 100_000))
    #expect(ways[1].value == Fraction(50_000 * 2 + 80_025, over: 200_000))
    // Fifty marks are in no component alone.
    #expect(gains[1].ways.isEmpty)
  }

  @Test func `there is nothing to gain for the first, the unranked and other methods`() throws {
    let units = [
      Self.input("A", [Self.fraction(150), Self.fraction(50)]),
      Self.input("B", [Self.fraction(140), Self.fraction(75)]),
      Self.input("Z", [Self.fraction(140), Self.fraction(75)]),
    ]
    #expect(try Self.method(Self.two).gains(of: 1, among: units, steps: 3).isEmpty)
    #expect(try Self.method(Self.two).gains(of: 2, among: units, steps: 3).isEmpty)
    #expect(try Self.method(Self.two).gains(of: 3, among: units, steps: 3).isEmpty)
    let ascending = try Self.method(Self.two, order: "ascending")
    #expect(try ascending.gains(of: 0, among: units, steps: 3).isEmpty)
  }

  @Test(arguments: ["competition", "dense", "average", "max", "ordinal"])
  func `ranking again gives the rank told, and nothing worse stands above those passed`(
    ties: String
  ) throws {
    var random = SplitMix64(seed: 20_260_701)
    let components = [
      Self.component("a", "15", zero: "1.5", full: "0.7"),
      Self.component("b", "20", zero: "0.1", full: "-0.2"),
      Self.component("c", "7", zero: "0", full: "1"),
      Self.component("d", "3", zero: "0.6", full: "0.95"),
    ]
    let method = try Self.method(
      components, ties: ties,
      deductions: [
        [
          "name": "late", "text": ["zh": "迟", "en": "late"], "measure": ["column": "late"],
          "marks_each": "1.5", "free": "0",
        ]
      ], decimals: "3")
    var tried = 0
    for _ in 0..<12 {
      let units = (0..<9).map { unit in
        Self.input(
          "U\(unit)",
          (0..<4).map { position in
            let value = Self.fraction(Int128(random.index(below: 240)) - 40)
            return position == 3 && random.index(below: 5) == 0 ? nil : value
          }, off: Int128(random.index(below: 3)))
      }
      for unit in units.indices {
        for gain in try method.gains(of: unit, among: units, steps: 3) {
          for way in gain.ways {
            let enough = try again(unit, units, way, way.value, method)
            #expect(enough[unit]?.doubledRank == gain.doubledRank)
            #expect(gain.past.allSatisfy { isAbove(unit, $0, enough) })
            guard
              case .goalposts(let zero, let full, _) = method.components[way.component].component
                .normalisation
            else { continue }
            let step = Fraction(1, over: 1_000_000_000_000)
            let worse = way.value + (full < zero ? step : -step)
            let less = try again(unit, units, way, worse, method)
            #expect(!gain.past.contains { isAbove(unit, $0, less) })
            tried += 1
          }
        }
      }
    }
    #expect(tried > 100)
  }

  private func isAbove(_ unit: Int, _ other: Int, _ standings: [Int: Standing]) -> Bool {
    (standings[unit]?.score ?? 0) > (standings[other]?.score ?? 0)
  }

  /// The standings by unit, one component of one unit being another.
  private func again(
    _ unit: Int, _ units: [UnitInput], _ way: Gain.Way, _ value: Fraction, _ method: IndexMethod
  ) throws -> [Int: Standing] {
    var components = units[unit].components
    components[way.component] = ComponentInput(measured: .value(value))
    var changed = units
    changed[unit] = UnitInput(
      code: units[unit].code, components: components, deductions: units[unit].deductions)
    let standings = try method.ranking(of: changed)
    return Dictionary(uniqueKeysWithValues: standings.map { ($0.unit, $0) })
  }

  @Test func `a component is blue with all marks, red with none, yellow between`() throws {
    let method = try Self.method(Self.two)
    let values: [(Int128?, Colour)] = [
      (90, .blue), (100, .blue), (101, .yellow), (199, .yellow), (200, .red), (900, .red),
      (nil, .grey),
    ]
    for (value, colour) in values {
      let units = [Self.input("A", [value.map(Self.fraction), Self.fraction(50)])]
      let standing = try #require(try method.ranking(of: units).first)
      #expect(method.components[0].component.colour(of: standing.components[0]) == colour)
    }
  }

  @Test func `marks that stand for an absent figure have no colour`() throws {
    let method = try Self.method(Self.two)
    let unit = UnitInput(
      code: "A",
      components: [
        ComponentInput(measured: .absent(.missing)), ComponentInput(measured: .undefined),
      ],
      deductions: [.value(.zero)])
    let standing = try #require(try method.ranking(of: [unit]).first)
    #expect(standing.components[0].isAbsent)
    #expect(method.components[0].component.colour(of: standing.components[0]) == .grey)
    #expect(method.components[1].component.colour(of: standing.components[1]) == .grey)
  }
}
