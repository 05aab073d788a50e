/// Why an indicator is refused.
public enum IndicatorRefusal: String, RefusalReason {
  case unknown = "indicator.unknown"
  case codeMalformed = "indicator.code_malformed"
  case twice = "indicator.twice"
  case kindUnknown = "indicator.kind_unknown"
  case directionUnknown = "indicator.direction_unknown"
  case formulaMissing = "indicator.formula_missing"
  case formulaOnlyForRatios = "indicator.formula_only_for_ratios"
  case limitMalformed = "indicator.limit_malformed"
  case limitOnlyForCounts = "indicator.limit_only_for_counts"

  /// What is wrong.
  public var text: BilingualText {
    switch self {
    case .unknown: BilingualText(zh: "没有指标“{0}”。", en: "There is no indicator “{0}”.")
    case .codeMalformed:
      BilingualText(zh: "“{0}”不是指标代码。", en: "“{0}” is not an indicator's code.")
    case .twice: BilingualText(zh: "指标“{0}”重复。", en: "The indicator “{0}” stands twice.")
    case .kindUnknown:
      BilingualText(
        zh: "“{0}”不是 flow、stock、ratio 或 rank。", en: "“{0}” is not flow, stock, ratio or rank.")
    case .directionUnknown:
      BilingualText(
        zh: "“{0}”不是 lower、higher 或 none。", en: "“{0}” is not lower, higher or none.")
    case .formulaMissing:
      BilingualText(zh: "比率“{0}”没有公式。", en: "The ratio “{0}” has no formula.")
    case .formulaOnlyForRatios:
      BilingualText(zh: "“{0}”不是比率，不应有公式。", en: "“{0}” is no ratio and takes no formula.")
    case .limitMalformed:
      BilingualText(
        zh: "小数隐去的界限“{0}”不合规则。",
        en: "“{0}” is not a limit below which counts are hidden.")
    case .limitOnlyForCounts:
      BilingualText(
        zh: "“{0}”不是计数，不设小数隐去的界限。",
        en: "“{0}” is no count and takes no limit below which it is hidden.")
    }
  }

  /// What to do.
  public var wayOut: BilingualText {
    switch self {
    case .unknown:
      BilingualText(zh: "请核对代码，或先导入。", en: "Check the code, or import it first.")
    case .codeMalformed:
      BilingualText(
        zh: "请用 2 至 40 位大写字母、数字和下划线，以字母开头。",
        en: "Use 2 to 40 capital letters, digits and underscores, a letter first.")
    case .limitMalformed:
      BilingualText(
        zh: "请写 \"2\" 至 \"1000\" 的整数。", en: "Write a whole number from \"2\" to \"1000\".")
    default: BilingualText(zh: "请改正指标文件。", en: "Correct the indicators' file.")
    }
  }
}

extension Indicator {
  /// Reads one indicator of a file.
  public init(_ json: JSONReader) throws(Refusal) {
    try json.allowOnly(
      "code", "name", "unit", "decimals", "direction", "kind", "formula", "definition", "origin",
      "suppress_below")
    let code = try json.required("code")
    let text = try code.string()
    guard Self.isCode(text) else {
      throw Refusal(IndicatorRefusal.codeMalformed, at: code.place, text)
    }
    let kind = try json.required("kind")
    guard let known = Kind(rawValue: try kind.string()) else {
      throw Refusal(IndicatorRefusal.kindUnknown, at: kind.place, try kind.string())
    }
    let direction = try json.required("direction")
    guard let way = Direction(rawValue: try direction.string()) else {
      throw Refusal(IndicatorRefusal.directionUnknown, at: direction.place, try direction.string())
    }
    let formula = try json.optional("formula")
    if let formula {
      guard known == .ratio else {
        throw Refusal(IndicatorRefusal.formulaOnlyForRatios, at: formula.place, text)
      }
      _ = try Measure(formula)
    } else if known == .ratio {
      throw Refusal(IndicatorRefusal.formulaMissing, at: json.place, text)
    }
    _ = try json.optional("definition")?.bilingualText()
    _ = try json.optional("origin")?.string()
    let decimals = try json.required("decimals").integer(0...4)
    let limit = try json.optional("suppress_below")
    if let limit, known == .rank || (known != .ratio && decimals > 0) {
      throw Refusal(IndicatorRefusal.limitOnlyForCounts, at: limit.place, text)
    }
    self.init(
      code: text, name: try json.required("name").bilingualText(),
      unitOfMeasure: try json.required("unit").bilingualText(), decimals: decimals,
      direction: way, kind: known, formula: formula?.value,
      suppressBelow: try limit.map(Self.limit))
  }

  private static func limit(_ json: JSONReader) throws(Refusal) -> Int {
    let text = try json.string()
    guard let limit = Int(text), (2...1_000).contains(limit), String(limit) == text else {
      throw Refusal(IndicatorRefusal.limitMalformed, at: json.place, text)
    }
    return limit
  }

  /// Reads a file: an array of indicators, each code once.
  public static func list(_ definition: JSONValue) throws(Refusal) -> [Indicator] {
    var indicators: [Indicator] = []
    var seen: Set<String> = []
    for item in try JSONReader(definition).elements() {
      let indicator = try Indicator(item)
      guard seen.insert(indicator.code).inserted else {
        throw Refusal(IndicatorRefusal.twice, at: item.place, indicator.code)
      }
      indicators.append(indicator)
    }
    return indicators
  }

  static func isCode(_ text: String) -> Bool {
    (2...40).contains(text.utf8.count)
      && text.utf8.allSatisfy { byte in
        (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
          || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || byte == UInt8(ascii: "_")
      } && (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(text.utf8.first ?? 0)
  }
}
