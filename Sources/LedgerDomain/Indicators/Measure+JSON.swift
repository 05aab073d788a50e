/// Why a measure or condition is not understood.
public enum MeasureRefusal: String, RefusalReason {
  case formUnknown = "measure.form_unknown"
  case indicatorUnknown = "measure.indicator_unknown"
  case notARatio = "measure.not_a_ratio"

  /// What is wrong.
  public var text: BilingualText {
    switch self {
    case .formUnknown:
      BilingualText(zh: "不认识这种计量写法。", en: "This is no form of a measure.")
    case .indicatorUnknown:
      BilingualText(zh: "没有指标“{0}”。", en: "There is no indicator “{0}”.")
    case .notARatio:
      BilingualText(
        zh: "与上级之比只能用于人均、占比、日均等由合计算出的比率。",
        en: "A ratio to the parent needs a ratio of sums: per, share, daily or a formula.")
    }
  }

  /// What to do.
  public var wayOut: BilingualText {
    switch self {
    case .formUnknown:
      BilingualText(zh: "写法见 docs/methods.md。", en: "See docs/methods.md for the forms.")
    case .indicatorUnknown:
      BilingualText(zh: "请先导入该指标或改正代码。", en: "Import it first, or correct the code.")
    case .notARatio:
      BilingualText(zh: "请改用比率类计量。", en: "Use such a measure.")
    }
  }
}

extension Measure {
  /// Reads a measure in one of the forms of `docs/methods.md`.
  public init(_ json: JSONReader) throws(Refusal) {
    let names = Set(try json.memberNames())
    if let code = try json.optional("sum") {
      try json.allowOnly("sum", "window", "years_back", "months_back")
      self = .sum(
        try code.string(), window: try Self.window(json), monthsBack: try Self.monthsBack(json))
    } else if let code = try json.optional("last") {
      try json.allowOnly("last", "years_back", "months_back")
      self = .last(try code.string(), monthsBack: try Self.monthsBack(json))
    } else if let codes = try json.optional("share") {
      try json.allowOnly("share", "window")
      let pair = try Self.pair(codes)
      self = .share(
        try pair.0.string(), of: try pair.1.string(), window: try Self.window(json))
    } else if let residents = try json.optional("per") {
      try json.allowOnly("per", "of", "window")
      self = .per(
        try residents.integer(1...1_000_000), of: try json.required("of").string(),
        window: try Self.window(json))
    } else if let code = try json.optional("daily") {
      try json.allowOnly("daily", "window")
      self = .daily(try code.string(), window: try Self.window(json))
    } else if let code = try json.optional("attainment") {
      try json.allowOnly("attainment", "window")
      self = .attainment(try code.string(), window: try Self.window(json))
    } else if names.contains("difference") {
      try json.allowOnly("difference", "against")
      self = .difference(
        try Measure(try json.required("difference")), monthsBack: try Self.against(json))
    } else {
      try self.init(single: json, names)
    }
  }

  /// The forms that have one member only.
  private init(single json: JSONReader, _ names: Set<String>) throws(Refusal) {
    guard names.count == 1, let name = names.first else {
      throw Refusal(MeasureRefusal.formUnknown, at: json.place)
    }
    let inner = try json.required(name)
    switch name {
    case "indicator": self = .indicator(try inner.string())
    case "yoy": self = .yearOnYear(try Measure(inner))
    case "mom": self = .monthOnMonth(try Measure(inner))
    case "ratio_to_parent":
      let measure = try Measure(inner)
      guard measure.isRatioOfSums else { throw Refusal(MeasureRefusal.notARatio, at: inner.place) }
      self = .ratioToParent(measure)
    case "quotient":
      let pair = try Self.pair(inner)
      self = .quotient(try Measure(pair.0), try Measure(pair.1))
    case "against_target": self = .againstTarget(try inner.string())
    case "worst_rank": self = .worstRank(try Measure(inner))
    case "months_in_a_row": self = .monthsInARow(try Condition(inner))
    case "state": self = .state(try inner.string())
    case "column": self = .column(try inner.string())
    default: throw Refusal(MeasureRefusal.formUnknown, at: json.place)
    }
  }

  private var isRatioOfSums: Bool {
    switch self {
    case .share, .per, .daily, .indicator: true
    default: false
    }
  }

  private static func window(_ json: JSONReader) throws(Refusal) -> Window {
    guard let window = try json.optional("window") else { return .month }
    return try Window(window)
  }

  private static func monthsBack(_ json: JSONReader) throws(Refusal) -> Int {
    let years = try json.optional("years_back")?.integer(0...5) ?? 0
    return years * 12 + (try json.optional("months_back")?.integer(0...60) ?? 0)
  }

  private static func against(_ json: JSONReader) throws(Refusal) -> Int {
    guard let against = try json.optional("against") else { return 12 }
    switch try against.string() {
    case "last_year": return 12
    case "month_before": return 1
    default: throw against.wrongType("last_year 或 month_before", "last_year or month_before")
    }
  }

  private static func pair(_ json: JSONReader) throws(Refusal) -> (JSONReader, JSONReader) {
    let items = try json.elements()
    guard items.count == 2 else { throw json.wrongType("两项", "two items") }
    return (items[0], items[1])
  }

  /// The measure as JSON, one text for one meaning.
  public var json: JSONValue {
    switch self {
    case .sum(let code, let window, let back):
      Self.object(["sum": .string(code), "window": window.json], back: back)
    case .last(let code, let back): Self.object(["last": .string(code)], back: back)
    case .share(let code, let other, let window):
      ["share": [.string(code), .string(other)], "window": window.json]
    case .per(let residents, let code, let window):
      ["of": .string(code), "per": .number(String(residents)), "window": window.json]
    case .daily(let code, let window): ["daily": .string(code), "window": window.json]
    case .indicator(let code): ["indicator": .string(code)]
    case .yearOnYear(let measure): ["yoy": measure.json]
    case .monthOnMonth(let measure): ["mom": measure.json]
    case .difference(let measure, let back):
      ["against": back == 12 ? "last_year" : "month_before", "difference": measure.json]
    case .ratioToParent(let measure): ["ratio_to_parent": measure.json]
    case .quotient(let measure, let other): ["quotient": [measure.json, other.json]]
    case .againstTarget(let code): ["against_target": .string(code)]
    case .attainment(let code, let window):
      ["attainment": .string(code), "window": window.json]
    case .worstRank(let measure): ["worst_rank": measure.json]
    case .monthsInARow(let condition): ["months_in_a_row": condition.json]
    case .state(let name): ["state": .string(name)]
    case .column(let name): ["column": .string(name)]
    }
  }

  private static func object(_ json: JSONValue, back: Int) -> JSONValue {
    guard back > 0, case .object(let members) = json else { return json }
    return .object(members + [JSONValue.Member("months_back", .number(String(back)))])
  }
}
