/// What is measured, as it is defined from some day on.
public struct Indicator: Hashable, Sendable {
  /// The code that files, forms and methods name it by: `CASE_CNT`.
  public let code: String
  /// What people call it.
  public let name: BilingualText
  /// The unit of measure shown beside its figures: 起, cases.
  public let unitOfMeasure: BilingualText
  /// How many decimals a reported figure may have and a shown one has, 0…4.
  public let decimals: Int
  /// Which way is better.
  public let direction: Direction
  /// How figures of several months join.
  public let kind: Kind
  /// The measure that a ratio is computed by, as JSON of `methods.md`; nil for the other kinds.
  public let formula: JSONValue?
  /// Below what a count is small, so that it is not shown beside those of other units.
  ///
  /// Nil for none; a ratio's is the limit of the counts that it is computed from.
  public let suppressBelow: Int?

  /// Creates an indicator.
  public init(
    code: String, name: BilingualText, unitOfMeasure: BilingualText, decimals: Int,
    direction: Direction, kind: Kind, formula: JSONValue?, suppressBelow: Int? = nil
  ) {
    self.code = code
    self.name = name
    self.unitOfMeasure = unitOfMeasure
    self.decimals = decimals
    self.direction = direction
    self.kind = kind
    self.formula = formula
    self.suppressBelow = suppressBelow
  }

  /// Which way is better.
  public enum Direction: String, Sendable, CaseIterable {
    /// Lower is better.
    case lower
    /// Higher is better.
    case higher
    /// Neither: shown, never scored.
    case none
  }

  /// How figures of several months join.
  public enum Kind: String, Sendable, CaseIterable {
    /// Adds up over months.
    case flow
    /// The last value counts.
    case stock
    /// Never reported; always recomputed from sums by its formula.
    case ratio
    /// A place given by a higher authority.
    case rank
  }
}
