/// A unit's colour.
///
/// Never shown without its word and shape.
public enum Colour: String, Sendable, CaseIterable {
  case red
  case yellow
  case blue
  /// No colour: a required figure is absent.
  case grey

  /// One letter, as the record keeps it.
  public var letter: Character {
    switch self {
    case .red: "R"
    case .yellow: "Y"
    case .blue: "B"
    case .grey: "G"
    }
  }

  /// The colour's word.
  public var word: BilingualText {
    switch self {
    case .red: BilingualText(zh: "红", en: "red")
    case .yellow: BilingualText(zh: "黄", en: "yellow")
    case .blue: BilingualText(zh: "蓝", en: "blue")
    case .grey: BilingualText(zh: "灰", en: "grey")
    }
  }

  /// The shape that stands beside the word.
  public var shape: String {
    switch self {
    case .red: "▲"
    case .yellow: "◆"
    case .blue: "●"
    case .grey: "○"
    }
  }
}

/// How the rules rated one unit in one month.
public struct Rating: Hashable, Sendable {
  /// The worst colour among the rules that hit; grey when a required figure is absent.
  public let colour: Colour
  /// Every rule that hit, in the rule set's order.
  public let hits: [Hit]
  /// The required indicators that are absent or incomplete.
  public let absent: [String]
  /// For each of the rule set's own indicators its colour.
  public let indicatorColours: [Colour]

  /// One rule that hit, with what it looked at.
  public struct Hit: Hashable, Sendable {
    /// The rule's id.
    public let rule: String
    /// Each measure of its condition and what it gave, in the condition's order.
    public let inputs: [Input]
  }

  /// What one measure gave.
  public struct Input: Hashable, Sendable {
    /// The measure.
    public let measure: Measure
    /// Its value for the unit.
    public let measured: Measured
  }
}
