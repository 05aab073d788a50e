/// What a rule asks of measures: comparisons joined by all, any and not.
///
/// Three-valued (Kleene): a comparison whose measure has no value is unknown, and a rule whose
/// condition is unknown does not hit.
public indirect enum Condition: Hashable, Sendable {
  case all([Condition])
  case any([Condition])
  case not(Condition)
  case compare(Measure, Comparison, Operand)
  /// Lower end, whether it is included, upper end, whether it is included.
  case between(Measure, Fraction, includesLower: Bool, Fraction, includesUpper: Bool)

  /// How two values are compared, exactly.
  public enum Comparison: String, Sendable {
    case less = "<"
    case atMost = "<="
    case greater = ">"
    case atLeast = ">="
    case equal = "=="

    func holds(_ left: Fraction, _ right: Fraction) -> Bool {
      switch self {
      case .less: left < right
      case .atMost: left <= right
      case .greater: left > right
      case .atLeast: left >= right
      case .equal: left == right
      }
    }
  }

  /// What a measure is compared with.
  public enum Operand: Hashable, Sendable {
    case constant(Fraction, written: JSONValue)
    case measure(Measure)
    /// A quarter of the peers, rounded up.
    case quarterOfPeers
  }

  /// Every measure that the condition reads.
  public var measures: [Measure] {
    switch self {
    case .all(let conditions), .any(let conditions): conditions.flatMap(\.measures)
    case .not(let condition): condition.measures
    case .compare(let measure, _, .measure(let other)): [measure, other]
    case .compare(let measure, _, _), .between(let measure, _, _, _, _): [measure]
    }
  }

  /// The indicators that the condition reads.
  public var indicatorCodes: Set<String> {
    measures.reduce(into: []) { $0.formUnion($1.indicatorCodes) }
  }
}

extension Condition {
  /// Reads a condition in one of the forms of `docs/methods.md`.
  public init(_ json: JSONReader) throws(Refusal) {
    if let inner = try json.optional("all") {
      try json.allowOnly("all")
      self = .all(try Self.conditions(inner))
    } else if let inner = try json.optional("any") {
      try json.allowOnly("any")
      self = .any(try Self.conditions(inner))
    } else if let inner = try json.optional("not") {
      try json.allowOnly("not")
      self = .not(try Condition(inner))
    } else {
      try self.init(comparison: json)
    }
  }

  private init(comparison json: JSONReader) throws(Refusal) {
    try json.allowOnly("measure", "op", "value", "inclusive")
    let measure = try Measure(try json.required("measure"))
    let sign = try json.required("op")
    let value = try json.required("value")
    if try sign.string() == "between" {
      let ends = try value.elements()
      guard ends.count == 2 else { throw value.wrongType("两端", "two ends") }
      let inclusive = try json.optional("inclusive")?.elements()
      guard inclusive == nil || inclusive?.count == 2 else {
        throw value.wrongType("两端是否含本数", "two flags in “inclusive”")
      }
      self = .between(
        measure, try ends[0].fraction(), includesLower: try inclusive?[0].bool() ?? true,
        try ends[1].fraction(), includesUpper: try inclusive?[1].bool() ?? true)
      return
    }
    guard let comparison = Comparison(rawValue: try sign.string()) else {
      throw sign.wrongType("<、<=、>、>=、== 或 between", "<, <=, >, >=, == or between")
    }
    self = .compare(measure, comparison, try Self.operand(value))
  }

  private static func operand(_ json: JSONReader) throws(Refusal) -> Operand {
    switch json.value {
    case "quarter_of_peers": .quarterOfPeers
    case .object: .measure(try Measure(json))
    default: .constant(try json.fraction(), written: json.value)
    }
  }

  private static func conditions(_ json: JSONReader) throws(Refusal) -> [Condition] {
    let items = try json.elements()
    guard !items.isEmpty else { throw json.wrongType("至少一项", "at least one item") }
    var conditions: [Condition] = []
    for item in items { conditions.append(try Condition(item)) }
    return conditions
  }

  /// The condition as JSON.
  public var json: JSONValue {
    switch self {
    case .all(let conditions): ["all": .array(conditions.map(\.json))]
    case .any(let conditions): ["any": .array(conditions.map(\.json))]
    case .not(let condition): ["not": condition.json]
    case .compare(let measure, let comparison, let operand):
      [
        "measure": measure.json, "op": .string(comparison.rawValue),
        "value": Self.json(of: operand),
      ]
    case .between(let measure, let lower, let withLower, let upper, let withUpper):
      [
        "measure": measure.json, "op": "between",
        "value": [.string(lower.exactText), .string(upper.exactText)],
        "inclusive": [.bool(withLower), .bool(withUpper)],
      ]
    }
  }

  private static func json(of operand: Operand) -> JSONValue {
    switch operand {
    case .constant(_, let written): written
    case .measure(let measure): measure.json
    case .quarterOfPeers: "quarter_of_peers"
    }
  }
}
