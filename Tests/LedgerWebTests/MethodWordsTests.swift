import LedgerDomain
import LedgerTestSupport
import Testing

@testable import LedgerWeb

/// Rule sets and methods in words: every choice is told, in both languages.
@Suite struct MethodWordsTests {
  private func indicators() throws -> [String: Indicator] {
    var indicators: [String: Indicator] = [:]
    for indicator in try Indicator.list(Files.json("defaults/indicators.json")) {
      indicators[indicator.code] = indicator
    }
    return indicators
  }

  private func text(_ html: HTML) -> String {
    String(decoding: html.bytes, as: UTF8.self).replacing("&#39;", with: "'")
  }

  private func sentence(_ json: JSONValue, _ language: Language) throws -> String {
    let words = MeasureText(say: Say(language: language), indicators: try indicators())
    return ConditionText(words: words).sentence(try Condition(JSONReader(json)))
  }

  @Test func `a condition is a sentence, its thresholds unrounded`() throws {
    let sum: JSONValue = ["sum": "CASE_CNT", "window": "ytd"]
    let cases: [(JSONValue, String, String)] = [
      (
        ["measure": ["yoy": sum], "op": ">=", "value": "0.1025"],
        "电诈发案数（累计）同比不低于 10.25%",
        "fraud cases filed, year to date, on last year is at least 10.25%"
      ),
      (
        ["measure": sum, "op": "between", "value": ["1", "4"], "inclusive": [true, false]],
        "电诈发案数（累计）在 1（含）至 4（不含）之间",
        "fraud cases filed, year to date is between 1 (included) and 4 (not included)"
      ),
      (
        [
          "any": [
            [
              "all": [
                ["measure": sum, "op": "<", "value": "3"],
                ["measure": sum, "op": ">", "value": "1"],
              ]
            ],
            ["not": ["measure": ["state": "listed"], "op": "==", "value": "1"]],
          ]
        ],
        "（电诈发案数（累计）低于 3，且电诈发案数（累计）高于 1）；或者并非（处于“listed”状态）",
        "(fraud cases filed, year to date is below 3, and fraud cases filed, year to date is above "
          + "1); or not (the unit is in the state “listed”)"
      ),
      (
        ["measure": ["against_target": "CASE_CNT"], "op": "==", "value": "0"],
        "电诈发案数未达到目标", "fraud cases filed misses its target"
      ),
      (
        ["measure": ["worst_rank": sum], "op": "<=", "value": "quarter_of_peers"],
        "电诈发案数（累计）倒数位次不高于同类单位数的四分之一（进一取整）",
        "fraud cases filed, year to date, place from the bottom is at most a quarter of the peers, "
          + "rounded up"
      ),
    ]
    for (json, zh, en) in cases {
      #expect(try sentence(json, .chinese) == zh)
      #expect(try sentence(json, .english) == en)
    }
  }

  @Test(arguments: Language.allCases)
  func `every rule, component and mark off of the defaults is told`(language: Language) throws {
    let words = MethodWords(Say(language: language), try indicators())
    let rules = try RuleSet(Files.json("defaults/rules/county-colours.json"))
    let told = text(words.html(rules))
    for rule in rules.rules {
      #expect(told.contains("id=\"rule-\(rule.id)\""))
      #expect(told.contains(rule.text.text(in: language)))
    }
    let method = try IndexMethod(Files.json("defaults/methods/four-declines.json"))
    let text = text(words.html(method))
    for node in method.root.preorder { #expect(text.contains(node.name)) }
    for item in method.deductions { #expect(text.contains(item.text.text(in: language))) }
    for sign in ["{0}", "{1}", "Optional", "  ,"] { #expect(!(told + text).contains(sign)) }
  }

  @Test(arguments: Language.allCases)
  func `every normalisation, aggregation, tie and absence has words`(language: Language) throws {
    let words = MethodWords(Say(language: language), [:])
    let forms: [JSONValue] = [
      ["goalposts": ["zero": "1", "full": "0", "clip": false]], ["min_max": [:]],
      ["z_score": ["sd": "population"]], ["rank": [:]], ["percentile": [:]],
      ["distance_to_best": [:]], ["distance_to_mean": [:]], ["categorical": ["cuts": ["1", "2"]]],
      ["none": [:]],
    ]
    for (form, aggregation) in zip(
      forms,
      ["geometric", "harmonic", "minimum", "borda", "copeland"]
        + Array(repeating: "arithmetic", count: 4))
    {
      let method = try IndexMethod([
        "rank": ["ties": "average", "order": "ascending"],
        "root": [
          "name": "root", "aggregation": .string(aggregation),
          "children": [
            [
              "name": "leaf", "measure": ["sum": "A", "window": ["rolling": 3]],
              "normalise": form, "transform": "ln", "scale": ["1", "9"], "absent": "exclude",
              "min_share": "0.6",
            ]
          ],
        ],
      ])
      let text = String(decoding: words.html(method).bytes, as: UTF8.self)
      #expect(text.contains("60%") && text.contains("9") && !text.contains("{"))
    }
  }
}
