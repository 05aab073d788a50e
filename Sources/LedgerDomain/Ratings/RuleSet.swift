/// An ordered, versioned list of rules that give units their colours.
public struct RuleSet: Hashable, Sendable {
  /// The rule set's code.
  public let id: String
  /// Its version; a version never changes.
  public let version: Int
  /// The first month it is for.
  public let effective: Month
  /// Indicators without which a unit is grey.
  public let requires: [String]
  /// The rules, in their order.
  public let rules: [Rule]
  /// The kind of units it rates; nil for any.
  public let kind: String?
  /// The whole file, as it is hashed and kept.
  public let definition: JSONValue

  /// One rule.
  public struct Rule: Hashable, Sendable {
    /// The rule's name: R1.
    public let id: String
    /// Rules of one family tell the same story; a page shows the first that hit.
    public let family: String?
    /// The colour of a unit on which it hits.
    public let colour: Colour
    /// What it says, for people.
    public let text: BilingualText
    /// When it hits.
    public let condition: Condition
    /// The one indicator that it colours besides the unit; nil for the unit alone.
    public let indicator: String?
  }

  /// The indicators that rules colour one by one, in the order of their first rule.
  public var colouredIndicators: [String] {
    var seen: Set<String> = []
    return rules.compactMap(\.indicator).filter { seen.insert($0).inserted }
  }

  /// Every indicator that the rules read or require.
  public var indicatorCodes: Set<String> {
    rules.reduce(into: Set(requires)) { $0.formUnion($1.condition.indicatorCodes) }
  }

  /// Every measure that the rules read.
  public var measures: [Measure] { rules.flatMap(\.condition.measures) }
}

/// Why a rule set is not understood.
public enum RuleSetRefusal: String, RefusalReason {
  case noRules = "rules.no_rules"
  case ruleTwice = "rules.rule_twice"
  case colourUnknown = "rules.colour_unknown"

  /// What is wrong.
  public var text: BilingualText {
    switch self {
    case .noRules: BilingualText(zh: "评价规则中没有规则。", en: "The rule set has no rules.")
    case .ruleTwice: BilingualText(zh: "规则“{0}”重复。", en: "The rule “{0}” stands twice.")
    case .colourUnknown:
      BilingualText(zh: "颜色“{0}”不是 red、yellow 或 blue。", en: "“{0}” is not red, yellow or blue.")
    }
  }

  /// What to do.
  public var wayOut: BilingualText {
    BilingualText(zh: "请改正该文件。", en: "Correct the file.")
  }
}

extension RuleSet {
  /// Reads a rule set's file; `docs/methods.md` has its form.
  public init(_ definition: JSONValue) throws(Refusal) {
    let json = JSONReader(definition)
    try json.allowOnly(
      "id", "version", "effective", "requires", "rules", "by_position", "kind", "title")
    id = try json.required("id").string()
    version = try json.required("version").integer(1...1_000_000)
    effective = try Self.month(try json.required("effective"))
    kind = try json.optional("kind")?.string()
    var requires: [String] = []
    for item in try json.optional("requires")?.elements() ?? [] {
      requires.append(try item.string())
    }
    self.requires = requires
    var rules: [Rule] = []
    var seen: Set<String> = []
    for item in try json.optional("rules")?.elements() ?? [] {
      let rule = try Rule(item)
      guard seen.insert(rule.id).inserted else {
        throw Refusal(RuleSetRefusal.ruleTwice, at: item.place, rule.id)
      }
      rules.append(rule)
    }
    if let position = try json.optional("by_position") {
      rules += try Self.positionRules(position)
    }
    guard !rules.isEmpty else { throw Refusal(RuleSetRefusal.noRules, at: json.place) }
    self.rules = rules
    self.definition = definition
  }

  static func month(_ json: JSONReader) throws(Refusal) -> Month {
    guard let month = Month(try json.string()) else {
      throw json.wrongType("月份，如 \"2026-01\"", "a month such as \"2026-01\"")
    }
    return month
  }

  /// `{"measure": M, "red": k, "yellow": k}`: the worst k are red, the next k yellow.
  private static func positionRules(_ json: JSONReader) throws(Refusal) -> [Rule] {
    try json.allowOnly("measure", "red", "yellow")
    let measure = Measure.worstRank(try Measure(try json.required("measure")))
    let red = try json.required("red").integer(0...10_000)
    let yellow = try json.required("yellow").integer(0...10_000)
    func rule(_ id: String, _ colour: Colour, _ last: Int, _ text: BilingualText) -> Rule {
      let end = Condition.Operand.constant(
        Fraction(Int128(last)), written: .string(String(last)))
      return Rule(
        id: id, family: "position", colour: colour, text: text,
        condition: .compare(measure, .atMost, end), indicator: nil)
    }
    return [
      rule(
        "position-red", .red, red,
        BilingualText(zh: "位列末 \(red) 名之内", en: "Among the last \(red)")),
      rule(
        "position-yellow", .yellow, red + yellow,
        BilingualText(zh: "位列末 \(red + yellow) 名之内", en: "Among the last \(red + yellow)")),
    ]
  }

  /// Refuses a rule set that reads an indicator which the catalogue lacks.
  public func check(catalogue: Set<String>) throws(Refusal) {
    for code in indicatorCodes.sorted() where !catalogue.contains(code) {
      throw Refusal(MeasureRefusal.indicatorUnknown, code)
    }
  }
}

extension RuleSet.Rule {
  init(_ json: JSONReader) throws(Refusal) {
    try json.allowOnly("id", "family", "colour", "text", "when", "indicator")
    id = try json.required("id").string()
    family = try json.optional("family")?.string()
    let name = try json.required("colour")
    guard let colour = Colour(rawValue: try name.string()), colour != .grey else {
      throw Refusal(RuleSetRefusal.colourUnknown, at: name.place, try name.string())
    }
    self.colour = colour
    text = try json.required("text").bilingualText()
    condition = try Condition(try json.required("when"))
    indicator = try json.optional("indicator")?.string()
  }
}
