/// One unit's place among its peers, and how it came about.
public struct Standing: Hashable, Sendable {
  /// The unit's position in the input.
  public let unit: Int
  /// Twice the rank; nil when the unit is not ranked.
  public let doubledRank: Int?
  /// Why it is not ranked.
  public let unrankedReason: UnrankedReason?
  /// The stored score in units of its last decimal; nil when the unit is not ranked.
  public let score: Int64?
  /// Each component, in the method's order.
  public let components: [ComponentStanding]
  /// Marks taken off, in the method's order, in units of the score's last decimal.
  public let deductions: [Int64]
  /// The values of all nodes, each before its children; empty when they were not asked for.
  public let nodes: [Fraction?]

  /// The rank, when it is whole: `2`, `2.5` for an average of ties.
  public var rankText: String? { Self.rankText(doubled: doubledRank) }

  /// How a doubled rank is written.
  public static func rankText(doubled rank: Int?) -> String? {
    rank.map { $0 % 2 == 0 ? String($0 / 2) : "\($0 / 2).5" }
  }
}

/// Why a unit is listed but not ranked.
public enum UnrankedReason: String, Hashable, Sendable {
  /// The method says so.
  case byMethod = "by_method"
  /// Too little weight is present.
  case tooLittlePresent = "too_little_present"
}

/// What one component gave a unit.
public struct ComponentStanding: Hashable, Sendable {
  /// What was measured.
  public let measured: Measured
  /// The value made comparable; nil when its weight went to the others.
  public let normalised: Fraction?
  /// Whether the marks stand for an absent figure (缺报).
  public let isAbsent: Bool
  /// Whether the small base's rule replaced the change.
  public let isSmallBase: Bool
  /// Marks in units of the score's last decimal.
  ///
  /// They sum to the score before deductions. Nil where
  /// the index does not add up (geometric and the like).
  public let marks: Int64?
  /// The most marks that the component could give, in the same unit, rounded.
  public let marksMax: Int64?
}

/// What is known of one unit for one component.
public struct ComponentInput: Hashable, Sendable {
  /// What was measured.
  public let measured: Measured
  /// For a change: what it is counted from, and the difference.
  public let base: Measured?
  /// For a change: now less then.
  public let difference: Measured?

  /// States what is known.
  public init(
    measured: Measured, base: Measured? = nil, difference: Measured? = nil
  ) {
    self.measured = measured
    self.base = base
    self.difference = difference
  }
}

/// What is known of one unit.
public struct UnitInput: Hashable, Sendable {
  /// The unit's code; the order of computation is that of the codes' bytes.
  public let code: String
  /// One input per component, in the method's order.
  public let components: [ComponentInput]
  /// One measured value per deduction.
  public let deductions: [Measured]
  /// One measured value per display key.
  public let keys: [Measured]
  /// Whether the unit is in a state in which it is not ranked.
  public let isUnranked: Bool

  /// States what is known.
  public init(
    code: String, components: [ComponentInput], deductions: [Measured] = [],
    keys: [Measured] = [], isUnranked: Bool = false
  ) {
    self.code = code
    self.components = components
    self.deductions = deductions
    self.keys = keys
    self.isUnranked = isUnranked
  }
}
