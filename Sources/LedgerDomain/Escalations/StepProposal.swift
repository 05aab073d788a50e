/// What was published of a unit for one month.
public struct LadderMonth: Hashable, Sendable {
  /// The month.
  public let month: Month
  /// The latest edition of the month; nil in a forecast.
  public let edition: Int?
  /// The unit's colour.
  public let colour: Colour
  /// Twice its rank; nil where it is not ranked.
  public let doubledRank: Int?
  /// How many were ranked.
  public let ranked: Int
  /// Its place from the last one, 1 for the last; equals share the worse place.
  public let fromLast: Int?

  /// States a month.
  public init(
    month: Month, edition: Int?, colour: Colour, doubledRank: Int?, ranked: Int, fromLast: Int?
  ) {
    self.month = month
    self.edition = edition
    self.colour = colour
    self.doubledRank = doubledRank
    self.ranked = ranked
    self.fromLast = fromLast
  }

  /// The same in another month that nobody published.
  public func repeated(in month: Month) -> LadderMonth {
    LadderMonth(
      month: month, edition: nil, colour: colour, doubledRank: doubledRank, ranked: ranked,
      fromLast: fromLast)
  }

  func isA(_ kind: LadderCondition.MonthKind) -> Bool {
    switch kind {
    case .coloured(let colours): colours.contains(colour)
    case .bottom(let places): fromLast.map { $0 <= places } ?? false
    case .notBottom(let places): fromLast.map { $0 > places } ?? false
    }
  }
}

/// What a person decided on a proposal of the ladder.
public struct StepDecision: Hashable, Sendable {
  /// 1 for the first of the unit.
  public let number: Int
  /// What was proposed.
  public let move: StepMove
  /// The step before, 0 for none.
  public let from: Int
  /// The step proposed, 0 for none.
  public let to: Int
  /// The month that gave the reason.
  public let month: Month
  /// The edition of that month.
  public let edition: Int
  /// Whether it was accepted.
  public let isAccepted: Bool
  /// The day of the decision.
  public let day: CalendarDate
  /// The ladder as it was then: `four-steps/1`.
  public let ladder: String
  /// What was on record and gave reason for it besides the months.
  public var facts: Set<LadderFact>

  /// States a decision.
  public init(
    number: Int, move: StepMove, from: Int, to: Int, month: Month, edition: Int,
    isAccepted: Bool, day: CalendarDate, ladder: String, facts: Set<LadderFact> = []
  ) {
    self.number = number
    self.move = move
    self.from = from
    self.to = to
    self.month = month
    self.edition = edition
    self.isAccepted = isAccepted
    self.day = day
    self.ladder = ladder
    self.facts = facts
  }
}

/// What is done with a unit.
public enum StepMove: String, CaseIterable, Sendable {
  /// It comes on the ladder, or higher.
  case enter
  /// It leaves the ladder.
  case exit
  /// A correction took the ground from its last move: it goes back to where it was.
  case withdraw
}

/// Where a unit stands.
public struct StepStanding: Hashable, Sendable {
  /// The step; 0 for none.
  public let step: Int
  /// The accepted decision that put it there; nil beside the ladder.
  public let decision: StepDecision?

  /// The standing that follows from decisions, in their order; a withdrawn one leaves the standing
  /// that was before it.
  public init(_ decisions: some Sequence<StepDecision>) {
    var way: [StepDecision] = []
    for decision in decisions where decision.isAccepted {
      switch decision.move {
      case .enter: way.append(decision)
      case .exit: way.removeAll()
      case .withdraw: _ = way.popLast()
      }
    }
    decision = way.last
    step = decision?.to ?? 0
  }
}

/// A move that the ladder proposes, with its evidence.
public struct StepProposal: Hashable, Sendable {
  /// What is to be done.
  public let move: StepMove
  /// The step now, 0 for none.
  public let from: Int
  /// The step then, 0 for none.
  public let to: Int
  /// The month that gives the reason.
  public let month: Month
  /// The months looked at, the earliest first.
  public let evidence: [LadderMonth]
  /// What is on record that gives reason for it besides the months.
  public let facts: [LadderFact]

  /// States a move that may be proposed.
  public init(
    move: StepMove, from: Int, to: Int, month: Month, evidence: [LadderMonth],
    facts: [LadderFact] = []
  ) {
    self.move = move
    self.from = from
    self.to = to
    self.month = month
    self.evidence = evidence
    self.facts = facts
  }

  /// The edition of that month; nil in a forecast.
  public var edition: Int? { evidence.last { $0.month == month }?.edition }
}
