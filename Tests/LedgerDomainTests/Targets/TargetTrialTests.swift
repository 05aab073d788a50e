import LedgerDomain
import Testing

/// What targets come to, how they spread over a year, and what reads them.
struct TargetTrialTests {
  private func number(_ text: String) throws -> FigureNumber {
    try #require(Fraction(decimal: text)?.figure)
  }

  private func months(_ values: [Int64]) -> [FigureNumber] {
    values.compactMap { FigureNumber(tenThousandths: $0 * 10_000) }
  }

  @Test func `no path is made of months that are not twelve, negative or all zero`() throws {
    let goal = try number("240")
    for bad in [[], [1], Array(repeating: 0, count: 12), [-1] + Array(repeating: 1, count: 11)] {
      #expect(Target.path(to: goal, like: months(bad.map(Int64.init)), decimals: 0) == nil)
    }
  }

  @Test func `a path follows last year's shares, is rounded once, and ends at the goal`() throws {
    // 1, 2, … 12 sum to 78: January is 100/78 = 1.28…, half a year 100·21/78 = 26.92…
    let path = try #require(
      Target.path(to: number("100"), like: months(Array(1...12)), decimals: 0))
    #expect(
      path.map(\.description) == [
        "1", "4", "8", "13", "19", "27", "36", "46", "58", "71", "85", "100",
      ])
    let early = months([1] + Array(repeating: 0, count: 11))
    let fine = try #require(Target.path(to: number("1.005"), like: early, decimals: 1))
    #expect(fine.map(\.description) == Array(repeating: "1", count: 11) + ["1.005"])
  }

  @Test func `goals add up, changes are weighed, and neither is compared with nothing`() throws {
    let goals: [(goal: FigureNumber?, lastYear: Fraction?)] = [
      (goal: try number("240"), lastYear: Fraction(440)), (goal: nil, lastYear: Fraction(151)),
      (goal: try number("120"), lastYear: nil),
    ]
    let sum = TargetSum(.atMost, of: .flow, goals)
    #expect(sum == .sum(Fraction(360), lacking: 1))
    #expect(sum.difference(to: try number("350")) == Fraction(10))
    #expect(sum.difference(to: nil) == nil)
    #expect(TargetSum(.yoyAtMostPercent, of: .flow, goals) == .none)
    #expect(TargetSum(.atMost, of: .stock, goals) == .none)
    #expect(TargetSum(.zero, of: .flow, goals) == .none)
    #expect(TargetSum(.atMost, of: .flow, []) == .none)
    // 300 less 10 % and 100 less 30 %: 340 of 400, 15 % less.
    let changes: [(goal: FigureNumber?, lastYear: Fraction?)] = [
      (try number("-10"), Fraction(300)), (try number("-30"), Fraction(100)),
    ]
    let change = TargetSum(.yoyAtMostPercent, of: .flow, changes)
    #expect(change == .change(Fraction(-15, over: 100)))
    #expect(change.difference(to: try number("-20")) == Fraction(5, over: 100))
  }

  @Test func `a line keeps its demands in another year, and nobody else's`() throws {
    let one = try Target(
      unit: "A", indicator: "CASES", year: 2026, kind: .atMost, goal: number("240"))
    let other = try Target(
      unit: "A", indicator: "LOSS", year: 2026, kind: .atMost, goal: number("1"))
    let moved = try TargetLine([one, other], of: "CASES").targets(in: 2025)
    #expect(moved.map(\.indicator) == ["CASES"])
    #expect(moved.map(\.year) == [2025] && moved.map(\.goal) == [one.goal])
    #expect(throws: Refusal.self) { try TargetLine([one], of: "CASES").targets(in: 1999) }
  }

  @Test func `it is found how deep soever a rule reads a target`() throws {
    func rules(_ measure: JSONValue) throws -> RuleSet {
      try RuleSet([
        "id": "r", "version": 1, "effective": "2026-01",
        "rules": [
          [
            "id": "R", "colour": "red", "text": ["zh": "红", "en": "red"],
            "when": ["not": ["measure": measure, "op": ">", "value": "0"]],
          ]
        ],
      ])
    }
    let target: JSONValue = ["against_target": "CASES"]
    let nested: [JSONValue] = [
      target, ["attainment": "CASES", "window": "ytd"],
      ["months_in_a_row": ["measure": target, "op": "==", "value": "0"]],
      ["quotient": [["sum": "LOSS", "window": "ytd"], target]],
    ]
    for measure in nested {
      #expect(try rules(measure).readsTargets(of: "CASES"))
      #expect(try !rules(measure).readsTargets(of: "LOSS"))
    }
    #expect(try !rules(["sum": "CASES", "window": "ytd"]).readsTargets(of: "CASES"))
  }

  @Test func `months are counted as met, missed or unknown, with their colours`() {
    var trial = TargetTrial()
    trial.add(.value(.one), .blue)
    trial.add(.value(.zero), .red)
    trial.add(.incomplete(.one), .red)
    trial.add(.absent(.missing), nil)
    #expect(trial.met == 1 && trial.missed == 1 && trial.unknown == 2)
    #expect(trial.colours == [.blue: 1, .red: 2])
  }

  @Test func `a document in lines is the same document`() throws {
    let text = #"{"b":[1,{"a":"x\ny"},[]],"a":{},"c":null}"#
    let document = try JSONValue(parsing: Array(text.utf8))
    #expect(try JSONValue(parsing: Array(document.indentedText.utf8)) == document)
    #expect(document.indentedText.hasPrefix("{\n  \"b\": [\n    1,\n    {\n      \"a\""))
  }
}

extension Fraction {
  fileprivate var figure: FigureNumber? {
    Int64(exactly: rounded(decimals: 4)).flatMap(FigureNumber.init(tenThousandths:))
  }
}
