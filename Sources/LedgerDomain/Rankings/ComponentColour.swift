extension IndexComponent {
  /// How a unit does in one component, as a colour: blue with all marks, red with none, yellow
  /// between; grey where the marks stand for an absent figure, are not told, or cannot be had.
  ///
  /// A component whose marks have no end, such as a z-score, has no colour but grey.
  public func colour(of standing: ComponentStanding) -> Colour {
    guard !standing.isAbsent, standing.marksMax != 0, let value = standing.normalised,
      let (none, all) = ends
    else { return .grey }
    if value >= all { return .blue }
    return value <= none ? .red : .yellow
  }

  /// The normalised values that give no marks and all marks.
  private var ends: (none: Fraction, all: Fraction)? {
    switch normalisation {
    case .goalposts, .minMax: (scale?.low ?? .zero, scale?.high ?? .one)
    default: nil
    }
  }
}
