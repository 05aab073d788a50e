/// What a step of the ladder asks of a unit's past months.
///
/// Only what was published counts: a month without edition, a grey one or one without rank breaks a
/// row where its colour or rank is asked for.
public indirect enum LadderCondition: Hashable, Sendable {
  case all([LadderCondition])
  case any([LadderCondition])
  /// The latest so many months, one after the other, are each of this kind.
  case inARow(MonthKind, months: Int)
  /// The unit has been on its step for so many months.
  case onStep(Int, months: Int)
  /// Something is on record.
  case fact(LadderFact)

  /// What one month is.
  public enum MonthKind: Hashable, Sendable {
    /// Of one of these colours.
    case coloured(Set<Colour>)
    /// Among the last so many of those ranked; equals count as the worse place.
    case bottom(Int)
    /// Ranked, and not among the last so many.
    case notBottom(Int)
  }

  /// How many months back a condition may look.
  public static let monthsMax = 36

  /// The most months that the condition looks back on.
  public var months: Int {
    switch self {
    case .all(let conditions), .any(let conditions): conditions.map(\.months).max() ?? 0
    case .inARow(_, let months): months
    case .onStep, .fact: 0
    }
  }

  /// What it asks to be on record.
  public var facts: [LadderFact] {
    switch self {
    case .all(let conditions), .any(let conditions): conditions.flatMap(\.facts)
    case .inARow, .onStep: []
    case .fact(let fact): [fact]
    }
  }
}

extension LadderCondition {
  /// Reads `{"all": […]}`, `{"any": […]}`, `{"months": 2, "colours": ["red"]}`,
  /// `{"months": 2, "bottom": 3}`, `{"months": 2, "not_bottom": 3}`,
  /// `{"on_step": 4, "months": 6}` or `{"fact": "plan_overdue"}`.
  public init(_ json: JSONReader) throws(Refusal) {
    if let inner = try json.optional("all") {
      try json.allowOnly("all")
      self = .all(try Self.conditions(inner))
    } else if let inner = try json.optional("any") {
      try json.allowOnly("any")
      self = .any(try Self.conditions(inner))
    } else if let fact = try json.optional("fact") {
      try json.allowOnly("fact")
      self = .fact(try LadderFact(fact))
    } else if let step = try json.optional("on_step") {
      try json.allowOnly("on_step", "months")
      self = .onStep(
        try step.integer(1...Ladder.stepsMax),
        months: try json.required("months").integer(1...Self.monthsMax))
    } else {
      try json.allowOnly("months", "colours", "bottom", "not_bottom")
      let months = try json.required("months").integer(1...Self.monthsMax)
      self = .inARow(try MonthKind(json), months: months)
    }
  }

  private static func conditions(_ json: JSONReader) throws(Refusal) -> [LadderCondition] {
    let items = try json.elements()
    guard (1...8).contains(items.count) else {
      throw json.wrongType("一至八项", "one to eight items")
    }
    var conditions: [LadderCondition] = []
    for item in items { conditions.append(try LadderCondition(item)) }
    return conditions
  }
}

extension LadderCondition.MonthKind {
  fileprivate init(_ json: JSONReader) throws(Refusal) {
    guard try json.memberNames().filter({ $0 != "months" }).count == 1 else {
      throw json.wrongType(
        "colours、bottom、not_bottom 之一", "one of colours, bottom and not_bottom")
    }
    if let colours = try json.optional("colours") {
      var kinds: Set<Colour> = []
      for item in try colours.elements() {
        guard let colour = Colour(rawValue: try item.string()) else {
          throw item.wrongType("颜色", "a colour")
        }
        kinds.insert(colour)
      }
      guard !kinds.isEmpty else { throw colours.wrongType("至少一种颜色", "at least one colour") }
      self = .coloured(kinds)
    } else if let bottom = try json.optional("bottom") {
      self = .bottom(try bottom.integer(1...1_000))
    } else {
      self = .notBottom(try json.required("not_bottom").integer(1...1_000))
    }
  }
}

extension LadderFact {
  /// Reads its word; what no file may ask for is not one.
  init(_ json: JSONReader) throws(Refusal) {
    guard let fact = LadderFact(rawValue: try json.string()), fact != .unitEnded else {
      throw json.wrongType("可登记的事项", "something that is recorded")
    }
    self = fact
  }
}
