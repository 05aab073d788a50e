/// The versioned way to score and rank peers.
public struct IndexMethod: Hashable, Sendable {
  /// The method's code.
  public let id: String
  /// Its version; a version never changes.
  public let version: Int
  /// The first month it is for.
  public let effective: Month
  /// What people call it.
  public let title: BilingualText
  /// Which units are compared.
  public let peers: Peers
  /// How the root's value becomes the stored score.
  public let score: ScoreForm
  /// How stored scores become ranks.
  public let ranking: RankForm
  /// The index, its pillars and components.
  public let root: IndexNode
  /// What is subtracted after the sum.
  public let deductions: [Deduction]
  /// How the choices are varied to see how sure a rank is.
  public let robustness: RobustnessForm
  /// The whole file, as it is hashed and kept.
  public let definition: JSONValue

  /// Which units are compared with each other.
  public struct Peers: Hashable, Sendable {
    /// Their kind; nil for the rows of a plain table.
    public let kind: String?
    /// Only the units of this group; nil for all.
    public let group: String?
    /// Whether siblings under one parent are ranked together.
    public let withinParent: Bool
    /// Whether all units of the scope are ranked together besides.
    public let withinScope: Bool
  }

  /// How the root's value becomes the stored score.
  public struct ScoreForm: Hashable, Sendable {
    /// Multiplies the root's value.
    public let scale: Fraction
    /// Decimals of the stored score, 0…9.
    public let decimals: Int
  }

  /// How stored scores become ranks.
  public struct RankForm: Hashable, Sendable {
    /// What equal scores get.
    public let ties: Ties
    /// Whether the highest score is first.
    public let isDescending: Bool
    /// Units that are listed but not ranked.
    public let unranked: Set<String>
    /// States in which a unit is listed but not ranked.
    public let unrankedStates: [String]
    /// The order of display among equals, lower first; `ordinal` ties are decided by it.
    public let keys: [Measure]
  }

  /// Marks off for each unit of a measure.
  public struct Deduction: Hashable, Sendable {
    /// Its name in the method.
    public let name: String
    /// What it says, for people.
    public let text: BilingualText
    /// What is counted.
    public let measure: Measure
    /// Marks for each unit of the measure beyond `free`.
    public let marksEach: Fraction
    /// How much is free.
    public let free: Fraction
  }

  /// How the choices are varied.
  public struct RobustnessForm: Hashable, Sendable {
    /// Weights are drawn within ± this share.
    public let weightsWithin: Fraction
    /// Normalisations used instead of each component's own.
    public let normalisations: [Normalisation]
    /// Aggregations used instead of each node's own.
    public let aggregations: [Aggregation]
    /// The indicators whose figures are counts with a counting error; nil for every flow that is
    /// reported without decimals.
    public let counts: Set<String>?
  }

  /// The components in the order of the file.
  public var components: [(name: String, component: IndexComponent)] {
    root.components
  }

  /// Every measure the method reads.
  public var measures: [Measure] {
    components.map(\.component.measure) + deductions.map(\.measure) + ranking.keys
  }

  /// Refuses a method that reads an indicator which the catalogue lacks.
  public func check(catalogue: Set<String>) throws(Refusal) {
    for code in Set(measures.flatMap(\.indicatorCodes)).sorted()
    where !catalogue.contains(code) {
      throw Refusal(MeasureRefusal.indicatorUnknown, code)
    }
  }
}

/// A node of the index: an aggregate of others, or a component.
public indirect enum IndexNode: Hashable, Sendable {
  case inner(name: String, weight: Fraction, Aggregation, children: [IndexNode])
  case leaf(name: String, weight: Fraction, IndexComponent)

  /// How deep nodes may be nested.
  static let depthMax = 8

  /// The node's name.
  public var name: String {
    switch self {
    case .inner(let name, _, _, _), .leaf(let name, _, _): name
    }
  }

  /// The node's weight among its siblings.
  public var weight: Fraction {
    switch self {
    case .inner(_, let weight, _, _), .leaf(_, let weight, _): weight
    }
  }

  /// The components below, in order.
  public var components: [(name: String, component: IndexComponent)] {
    switch self {
    case .inner(_, _, _, let children): children.flatMap(\.components)
    case .leaf(let name, _, let component): [(name, component)]
    }
  }

  /// This node and all below, each before its children.
  public var preorder: [IndexNode] {
    switch self {
    case .inner(_, _, _, let children): [self] + children.flatMap(\.preorder)
    case .leaf: [self]
    }
  }

  /// Whether every inner node adds up weighted values.
  var isArithmetic: Bool {
    switch self {
    case .inner(_, _, let aggregation, let children):
      aggregation == .arithmetic && children.allSatisfy(\.isArithmetic)
    case .leaf: true
    }
  }
}

/// What a leaf of the index measures, and how it becomes comparable.
public struct IndexComponent: Hashable, Sendable {
  /// What it looks at.
  public let measure: Measure
  /// Whether lower is better.
  public let isLowerBetter: Bool
  /// What is done to the value first.
  public let transform: Transform?
  /// How values become comparable.
  public let normalisation: Normalisation
  /// Where a 0…1 result is mapped to, as `(a, b)`; nil leaves it.
  public let scale: IndexScale?
  /// What absence does.
  public let absence: AbsenceRules
  /// What replaces a change of a count whose base is small.
  public let smallBase: SmallBase?
}

/// Where a 0…1 result is mapped to.
public struct IndexScale: Hashable, Sendable {
  /// What 0 becomes.
  public let low: Fraction
  /// What 1 becomes.
  public let high: Fraction
}

/// What replaces the change of a count whose base is below a number.
public struct SmallBase: Hashable, Sendable {
  /// The base from which the change itself counts.
  public let below: Fraction
  /// The difference that gives all marks.
  public let full: Fraction
  /// The difference that gives none.
  public let zero: Fraction
  /// What lies between gives this share.
  public let between: Fraction
}

/// What is done to a value before it is normalised.
public enum Transform: String, Hashable, Sendable {
  case log10
  case ln
  case sqrt
}

/// How values become comparable.
public enum Normalisation: Hashable, Sendable {
  case goalposts(zero: Fraction, full: Fraction, isClipped: Bool)
  case minMax
  case zScore(isSample: Bool)
  case rank
  case percentile
  case distanceToBest
  case distanceToMean
  case categorical(cuts: [Fraction], marks: [Fraction])
  case none
}

/// How a node's value is made of its children's.
public enum Aggregation: String, Hashable, Sendable {
  case arithmetic
  case geometric
  case harmonic
  case minimum
  case borda
  case copeland
}

/// What absence of a component's value does, per reason.
public struct AbsenceRules: Hashable, Sendable {
  /// What one reason does.
  public enum Rule: String, Sendable {
    /// All marks.
    case full
    /// No marks, flagged.
    case zero
    /// Its weight goes to the others in proportion.
    case redistribute
    /// The unit is unranked when too little weight is present.
    case exclude
  }

  /// Due and not reported, or a window that lacks a month.
  public let missing: Rule
  /// The indicator does not exist for the unit.
  public let notApplicable: Rule
  /// Known and not told.
  public let withheld: Rule
  /// A denominator is zero.
  public let undefined: Rule
  /// The weight that must be present where the rule is `exclude`.
  public let minimumShare: Fraction

  func rule(for lack: Lack) -> Rule {
    switch lack {
    case .missing: missing
    case .notApplicable: notApplicable
    case .withheld: withheld
    case .undefined: undefined
    }
  }
}

/// What equal stored scores get.
public enum Ties: String, Hashable, Sendable {
  /// 1, 2, 2, 4.
  case competition
  /// 1, 2, 2, 3.
  case dense
  /// 1, 2, 3, 4 by the stated keys.
  case ordinal
  /// 1, 2.5, 2.5, 4.
  case average
  /// 1, 3, 3, 4.
  case max
}
