/// The versioned steps that a unit may be taken up, and what brings it on and off each of them.
///
/// The ladder only proposes: a person decides every move.
public struct Ladder: Hashable, Sendable {
  /// The ladder's code.
  public let id: String
  /// Its version; a version never changes.
  public let version: Int
  /// The first month it is for.
  public let effective: Month
  /// What it is called.
  public let title: BilingualText
  /// The kind of units that stand on it.
  public let kind: String
  /// The steps, 1 first; each is graver than the one before.
  public let steps: [Step]
  /// For how many working days after a decision a unit may object; nil where it may not.
  public let objectionWorkingDays: Int?
  /// The whole file, as it is hashed and kept.
  public let definition: JSONValue

  /// How many steps a ladder may have.
  public static let stepsMax = 9
  /// The roles that may be named to decide.
  public static let deciders: [Role] = [.office, .director, .leader]

  /// One step.
  public struct Step: Hashable, Sendable {
    /// 1 for the first.
    public let number: Int
    /// What it is called.
    public let name: BilingualText
    /// What brings a unit on it.
    public let entry: Rule
    /// What takes a unit off it; nil where no rule does.
    public let exit: Rule?
    /// Whose decision it is, on and off.
    public let decider: Role
    /// What has to be done once a unit is on it, and by when.
    public let deadlines: [Deadline]
    /// Whether it is but a referral to others, of which the ledger keeps the document's number.
    public let isReferral: Bool
    /// How long a unit is listed; nil for a step that has no term.
    public let listing: Listing?
  }

  /// The term of a listing, and how it ends.
  public struct Listing: Hashable, Sendable {
    /// Its length in months.
    public let months: Int
    /// By how many months it may be continued, once.
    public let extendedMonths: Int
    /// In how many of its last days it is accepted.
    public let acceptanceDays: Int
    /// For how many months after it the unit counts as delisted lately.
    public let againMonths: Int
  }

  /// What has to be done on a step.
  public enum Deed: String, CaseIterable, Sendable {
    case reply, plan, report, progress, interview, recheck, acceptance
  }

  /// A condition and its words.
  public struct Rule: Hashable, Sendable {
    /// What it says, for people.
    public let text: BilingualText
    /// When it holds.
    public let condition: LadderCondition
    /// What no published figure tells, so that the person who decides makes sure of it.
    public let confirm: BilingualText?
    /// What has to be on record before the move is accepted.
    public let needs: [LadderFact]
  }

  /// Something to be done after a decision.
  public struct Deadline: Hashable, Sendable {
    /// What.
    public let what: BilingualText
    /// Within how long.
    public let span: Span
    /// What fulfils it; nil where the ledger does not know.
    public let deed: Deed?
    /// What its days count from; nil for the decision.
    public let after: Deed?

    /// How long.
    public enum Span: Hashable, Sendable {
      case workingDays(Int)
      case days(Int)
      case months(Int)
      /// Again and again.
      case everyMonths(Int)
    }

    /// The last day, of what comes again the first one, counted from a day.
    public func day(after start: CalendarDate, _ calendar: WorkingCalendar) -> CalendarDate {
      switch span {
      case .workingDays(let days): calendar.workingDay(days, after: start)
      case .days(let days): start.adding(days: days)
      case .months(let months), .everyMonths(let months): start.adding(months: months)
      }
    }
  }

  /// `four-steps/1`.
  public var name: String { "\(id)/\(version)" }

  /// The step of a number; nil for 0, which is beside the ladder, and for one that it has not.
  public func step(_ number: Int) -> Step? {
    steps.indices.contains(number - 1) ? steps[number - 1] : nil
  }

  /// How many months a proposal looks back on, at most.
  public var monthsBack: Int {
    steps.flatMap { [$0.entry.condition.months, $0.exit?.condition.months ?? 0] }.max() ?? 1
  }
}

extension Ladder {
  /// Reads a ladder's file and refuses one that does not work: steps that do not follow each other,
  /// a step that is never reached, an exit that can never be met.
  public init(_ definition: JSONValue) throws(Refusal) {
    let json = JSONReader(definition)
    try json.allowOnly(
      "id", "version", "effective", "title", "kind", "steps", "objection_working_days")
    id = try json.required("id").string()
    version = try json.required("version").integer(1...1_000_000)
    effective = try RuleSet.month(try json.required("effective"))
    title = try json.required("title").bilingualText()
    kind = try json.required("kind").string()
    objectionWorkingDays = try json.optional("objection_working_days").map {
      days throws(Refusal) in try days.integer(1...60)
    }
    let list = try json.required("steps")
    let items = try list.elements()
    guard !items.isEmpty else { throw Refusal(LadderRefusal.noSteps, at: list.place) }
    guard items.count <= Self.stepsMax else {
      throw Refusal(LadderRefusal.tooManySteps, at: list.place, String(Self.stepsMax))
    }
    var steps: [Step] = []
    for (position, item) in items.enumerated() {
      let step = try Step(item)
      guard step.number == position + 1 else {
        throw Refusal(
          LadderRefusal.stepOutOfOrder, at: item.place, String(step.number), String(position + 1))
      }
      steps.append(step)
    }
    self.steps = steps
    self.definition = definition
    for (step, item) in zip(steps, items) {
      try check(step, item)
      try checkFacts(step, item)
    }
  }

  private func check(_ step: Step, _ json: JSONReader) throws(Refusal) {
    let higher = steps.filter { $0.number > step.number }.map(\.entry.condition)
    let entry = try json.required("enter").required("when")
    for named in step.entry.condition.namedSteps where named >= step.number {
      throw Refusal(LadderRefusal.entryFromAbove, at: entry.place, String(step.number))
    }
    if !LadderWorld.exists(where: step.entry.condition, without: []) {
      throw Refusal(LadderRefusal.entryImpossible, at: entry.place, String(step.number))
    }
    if !LadderWorld.exists(where: step.entry.condition, without: higher) {
      throw Refusal(LadderRefusal.stepNeverReached, at: entry.place, String(step.number))
    }
    guard let exit = step.exit else { return }
    let place = try json.required("exit").required("when").place
    for named in exit.condition.namedSteps where named != step.number {
      throw Refusal(LadderRefusal.exitImpossible, at: place, String(step.number))
    }
    if !LadderWorld.exists(where: exit.condition, without: []) {
      throw Refusal(LadderRefusal.exitImpossible, at: place, String(step.number))
    }
    if !LadderWorld.exists(where: exit.condition, without: [step.entry.condition] + higher) {
      throw Refusal(LadderRefusal.exitKeepsEntering, at: place, String(step.number))
    }
  }
}

extension LadderCondition {
  /// The steps that the condition asks a unit to be on.
  fileprivate var namedSteps: [Int] {
    switch self {
    case .all(let conditions), .any(let conditions): conditions.flatMap(\.namedSteps)
    case .inARow, .fact: []
    case .onStep(let step, _): [step]
    }
  }
}

extension CalendarDate {
  /// The same day so many months later, or the last one of a shorter month.
  func adding(months: Int) -> CalendarDate {
    let month = Month(containing: self).adding(months: months)
    return min(month.firstDay.adding(days: components.day - 1), month.lastDay)
  }
}
