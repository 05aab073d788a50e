import LedgerTestSupport
import Testing

@testable import LedgerDomain

struct RobustnessTests {
  /// A method over columns of a plain table.
  private func method(
    weights: [String], within: String = "0", extra: [String: JSONValue] = [:]
  ) throws -> IndexMethod {
    var robustness = extra
    robustness["weights_within"] = .string(within)
    return try IndexMethod([
      "score": ["decimals": 6],
      "root": [
        "name": "index",
        "children": .array(
          weights.enumerated().map { position, weight in
            [
              "name": .string("c\(position)"), "weight": .string(weight),
              "measure": ["column": .string("c\(position)")],
            ]
          }),
      ],
      "robustness": .object(robustness.map { JSONValue.Member($0, $1) }),
    ])
  }

  private func unit(_ code: String, _ values: [Int128]) -> UnitInput {
    UnitInput(
      code: code, components: values.map { ComponentInput(measured: .value(Fraction($0))) })
  }

  @Test
  func `without choice and chance every band is the rank itself`() throws {
    let method = try method(weights: ["3", "2"])
    let units = [unit("A", [5, 1]), unit("B", [4, 9]), unit("C", [4, 9]), unit("D", [1, 0])]
    let robustness = try method.robustness(of: units, draws: 50, seed: 1, worst: 1)
    #expect(robustness.bands.map(\.doubledLow) == [6, 2, 2, 8])
    #expect(robustness.bands.map(\.doubledHigh) == [6, 2, 2, 8])
    #expect(robustness.bands.map(\.drawsInWorst) == [0, 0, 0, 50])
    // B and C are equal in every draw, so that neither is before the other.
    #expect(robustness.indistinguishable.map { [$0.first, $0.second] } == [[1, 2]])
  }

  /// Two units, each better in one component: the first is ahead where its weight is the larger.
  ///
  /// With weights 60 and 40, each drawn within a half, the area where the first is larger is 13/16.
  @Test
  func `weights are drawn evenly within their share`() throws {
    let method = try method(weights: ["60", "40"], within: "0.5")
    let draws = 40_000
    let robustness = try method.robustness(
      of: [unit("A", [1, 0]), unit("B", [0, 1])], draws: draws, seed: 20_261, worst: 1)
    let ahead = Double(robustness.indistinguishable[0].halfDrawsAhead) / Double(2 * draws)
    #expect(abs(ahead - 13.0 / 16) < 0.008, "\(ahead), seed 20261")
    #expect(robustness.bands[1].drawsInWorst > robustness.bands[0].drawsInWorst)
  }

  @Test
  func `alternatives are each as likely as the method's own`() throws {
    // A leads by its values, B by its places: only the rank normalisation turns the order.
    let method = try method(
      weights: ["1", "1", "1"], extra: ["normalisations": [["rank": .object([])]]])
    let units = [unit("A", [90, 1, 1]), unit("B", [1, 2, 2])]
    let draws = 10_000
    let robustness = try method.robustness(of: units, draws: draws, seed: 5, worst: 1)
    let ahead = Double(robustness.indistinguishable[0].halfDrawsAhead) / Double(2 * draws)
    #expect(abs(ahead - 0.5) < 0.02, "\(ahead), seed 5")
  }

  /// Cases per resident of two counties, 100 and 120: how often chance turns them, by summing the
  /// Poisson probabilities themselves.
  @Test
  func `counts scatter as Poisson's law says`() throws {
    let method = try IndexMethod([
      "root": [
        "name": "index",
        "children": [
          [
            "name": "rate", "direction": "lower",
            "measure": ["per": .number("10000"), "of": "CASES", "window": "ytd"],
          ]
        ],
      ],
      "robustness": ["weights_within": "0"],
    ])
    let cube = try cube(cases: [[60, 40], [70, 50]])
    let draws = 40_000
    let inputs = EvaluatedInputs(method: method, cube: cube).units
    let figures = DrawnFigures(method, cube, members: [0, 1], inputs: inputs)
    let robustness = try method.robustness(
      of: inputs, figures, draws: draws, seed: 99, worst: 1)
    let ahead = Double(robustness.indistinguishable[0].halfDrawsAhead) / Double(2 * draws)
    let (low, high) = (Self.poisson(100), Self.poisson(120))
    var expected = 0.0
    for (less, first) in low.enumerated() {
      for (more, second) in high.enumerated() where less <= more {
        expected += first * second * (less == more ? 0.5 : 1)
      }
    }
    #expect(abs(ahead - expected) < 0.008, "\(ahead), expected \(expected), seed 99")
  }

  private static func poisson(_ mean: Double) -> [Double] {
    var weights = [1.0]
    for count in 1...400 { weights.append(weights[count - 1] * mean / Double(count)) }
    let total = weights.reduce(0, +)
    return weights.map { $0 / total }
  }

  /// Two months of cases per unit, 100 000 residents each.
  private func cube(cases: [[Int64]]) throws -> FigureCube {
    var cube = FigureCube(
      month: try #require(Month("2026-02")),
      units: cases.indices.map {
        CubeUnit(code: "U\($0)", parent: "city", populations: [100_000])
      },
      indicators: [
        Indicator(
          code: "CASES", name: BilingualText(zh: "", en: ""),
          unitOfMeasure: BilingualText(zh: "", en: ""), decimals: 0, direction: .lower,
          kind: .flow, formula: nil)
      ], formulas: [:], monthsBack: [0, 1])
    for (unit, months) in cases.enumerated() {
      for (back, count) in months.enumerated() {
        cube.set(tenThousandths: count * 10_000, unit: unit, indicator: 0, monthsBack: back)
      }
    }
    return cube
  }

  @Test(arguments: [0.3, 2.5, 40, 7_000, 65_536, 5_000_000])
  func `a sampler has its mean and variance`(mean: Double) {
    var random = SplitMix64(seed: 42)
    let sampler = PoissonSampler(mean: mean)
    let draws = 200_000
    var sum = 0.0
    var squares = 0.0
    var isWhole = true
    for _ in 0..<draws {
      let count = sampler.draw(&random)
      isWhole = isWhole && count >= 0 && (mean > 65_536 || count == count.rounded())
      sum += count - mean
      squares += (count - mean) * (count - mean)
    }
    let error = (mean / Double(draws)).squareRoot()
    #expect(abs(sum / Double(draws)) < 4 * error, "seed 42")
    #expect(
      abs(squares / Double(draws) / mean - 1) < 0.02 + 4 / (mean * Double(draws)).squareRoot())
    #expect(isWhole)
  }

  @Test
  func `a count of zero is drawn as often as e says`() {
    var random = SplitMix64(seed: 8)
    let sampler = PoissonSampler(mean: 2)
    let zeros = (0..<100_000).count { _ in sampler.draw(&random) == 0 }
    // e^-2 is 0.1353.
    #expect(abs(zeros - 13_534) < 450, "\(zeros), seed 8")
  }

  /// The steps over drawn counts and the exact evaluation are two texts of one meaning: without
  /// noise they agree on every component of the default method.
  @Test
  func `without noise the steps give what the evaluator measured`() throws {
    let method = try IndexMethod(Files.json("defaults/methods/four-declines.json"))
    let cube = try FourDeclinesTests.cube()
    let inputs = EvaluatedInputs(method: method, cube: cube).units
    let figures = DrawnFigures(method, cube, members: Array(cube.units.indices), inputs: inputs)
    var slots = figures.slots
    figures.compute(&slots)
    var compared = 0
    for (cells, input) in zip(figures.cells, inputs) {
      for (cell, component) in zip(cells, input.components) {
        if let slot = cell.value, let exact = component.measured.fraction {
          #expect(abs(slots[slot] - exact.approximation) < 1e-12)
          compared += 1
        }
        if let slot = cell.base, let exact = component.base?.fraction {
          #expect(abs(slots[slot] - exact.approximation) < 1e-12)
        }
        if let slot = cell.difference, let exact = component.difference?.fraction {
          #expect(abs(slots[slot] - exact.approximation) < 1e-12)
          compared += 1
        }
      }
    }
    #expect(compared > 6 * 8, "\(compared) values were functions of counts")
  }

  /// The same seed gives the same answer on every machine: these ranks were printed once.
  @Test
  func `the same seed gives the same bands everywhere`() throws {
    let method = try IndexMethod(Files.json("defaults/methods/four-declines.json"))
    let cube = try FourDeclinesTests.cube()
    let inputs = EvaluatedInputs(method: method, cube: cube).units
    let ranking = Evaluation.PeerRanking(
      peersOf: "city", standings: try method.ranking(of: inputs))
    let once = try ranking.robustness(method, cube, draws: 2_000, seed: 7, worst: 2)
    let again = try ranking.robustness(method, cube, draws: 2_000, seed: 7, worst: 2)
    #expect(once == again)
    #expect(try ranking.robustness(method, cube, draws: 2_000, seed: 8, worst: 2) != once)
    let printed = once.bands.map {
      "\(($0.doubledLow ?? 0) / 2)-\(($0.doubledHigh ?? 0) / 2) \($0.drawsInWorst)"
    }
    #expect(printed == ["1-3 0", "1-3 0", "1-3 0", "4-4 53", "5-6 1953", "5-6 1994"])
  }

  @Test
  func `thousands of peers are drawn less often`() throws {
    let method = try method(weights: ["1"])
    let units = (0..<2_000).map { unit("U\($0)", [Int128($0)]) }
    #expect(throws: Refusal.self) {
      try method.robustness(of: units, draws: 2_501, seed: 1, worst: 1)
    }
  }

  @Test(arguments: [0, -1, Robustness.drawsMax + 1])
  func `impossible numbers of draws are refused`(draws: Int) throws {
    let method = try method(weights: ["1"])
    #expect(throws: Refusal.self) {
      try method.robustness(of: [unit("A", [1])], draws: draws, seed: 1, worst: 1)
    }
  }
}
