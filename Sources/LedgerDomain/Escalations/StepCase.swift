/// One case as it stands on a day: what has come, what is due, whether it takes effect.
public struct StepCase: Sendable {
  /// Which.
  public let key: CaseKey
  /// The decision that opened it.
  public let decision: StepDecision
  /// Who took that decision.
  public let decidedBy: String
  /// The ladder by which it was decided.
  public let ladder: Ladder
  /// The step.
  public let step: Ladder.Step
  /// What happened since, in its order.
  public let events: [CaseEvent]
  /// The decision that ended it; nil while the unit stands on the step by it.
  public let ending: StepDecision?
  /// The day as of which it is seen.
  public let today: CalendarDate
  /// The days that are worked.
  public let calendar: WorkingCalendar

  /// Sees a case as of a day; nil for a decision that opened none.
  public init?(
    _ key: CaseKey, _ decisions: [StepDecision], decidedBy: String, ladder: Ladder,
    events: [CaseEvent], today: CalendarDate, calendar: WorkingCalendar
  ) {
    guard let decision = decisions.first(where: { $0.number == key.number }),
      decision.isAccepted, decision.move == .enter, let step = ladder.step(decision.to)
    else { return nil }
    self.key = key
    self.decision = decision
    self.decidedBy = decidedBy
    self.ladder = ladder
    self.step = step
    self.events = events
    ending = Self.ending(decision, decisions)
    self.today = today
    self.calendar = calendar
  }

  private static func ending(_ own: StepDecision, _ decisions: [StepDecision]) -> StepDecision? {
    guard StepStanding(decisions).decision?.number != own.number else { return nil }
    var end: StepDecision?
    var later: [StepDecision] = []
    for decision in decisions where decision.number > own.number && decision.isAccepted {
      later.append(decision)
      let upTo = decisions.filter { $0.number <= decision.number }
      // A higher step that was withdrawn gives the case back.
      if StepStanding(upTo).decision?.number == own.number {
        end = nil
      } else if end == nil {
        end = decision
      }
    }
    return end
  }

  // MARK: - Objections

  /// The objection and its answer; nil where none was raised.
  public var objection: (raised: CaseEvent, answer: CaseEvent?)? {
    guard let raised = events.last(where: { $0.kind == .objection }) else { return nil }
    let answer = events.first {
      $0.number > raised.number
        && ($0.kind == .objectionUpheld || $0.kind == .objectionRejected)
    }
    return (raised, answer)
  }

  /// Whether an objection waits for its decision, so that nothing takes effect and no day counts.
  public var isPaused: Bool { ending == nil && objection.map { $0.answer == nil } ?? false }

  /// The last day on which the unit may object; nil where the ladder takes no objections.
  public var objectionEnd: CalendarDate? {
    ladder.objectionWorkingDays.map { calendar.workingDay($0, after: decision.day) }
  }

  /// How far the case is.
  public enum State: Hashable, Sendable {
    /// It may be objected to until a day; then it takes effect.
    case disputable(until: CalendarDate)
    /// It was objected to on a day.
    case paused(since: CalendarDate)
    /// It is in effect from a day.
    case inEffect(from: CalendarDate)
    /// It ended on a day.
    case ended(on: CalendarDate)
  }

  /// How far the case is.
  public var state: State {
    if let ending { return .ended(on: ending.day) }
    if let objection {
      guard let answer = objection.answer else { return .paused(since: objection.raised.day) }
      return .inEffect(from: answer.day)
    }
    guard let objectionEnd else { return .inEffect(from: decision.day) }
    return today <= objectionEnd
      ? .disputable(until: objectionEnd) : .inEffect(from: objectionEnd.adding(days: 1))
  }

  // MARK: - Deadlines

  /// Something that is due in the case.
  public struct Due: Hashable, Sendable {
    /// What, and how its day is counted.
    public let deadline: Ladder.Deadline
    /// The last day; nil where what it counts from has not happened.
    public let day: CalendarDate?
    /// What came.
    public let done: CaseEvent?
    /// Where it stands.
    public let state: State

    /// Where something due stands.
    public enum State: String, Sendable {
      case waiting, open, paused, overdue, done, late
    }
  }

  /// Everything that the step asks for, with its day.
  public var dues: [Due] { step.deadlines.map(due) }

  /// The last day of a listing, continued or not; nil for other steps.
  public var termEnd: CalendarDate? {
    step.listing.map { listing in
      let months = listing.months + (isContinued ? listing.extendedMonths : 0)
      return moved(decision.day.adding(months: months), inWorkingDays: false)
    }
  }

  /// The days on which a listing may be accepted; nil for other steps.
  public var acceptanceDays: ClosedRange<CalendarDate>? {
    guard let listing = step.listing, let end = termEnd else { return nil }
    return max(decision.day, end.adding(days: 1 - listing.acceptanceDays))...max(decision.day, end)
  }

  /// Whether the listing was continued.
  public var isContinued: Bool { events.contains { $0.kind == .continued } }

  private func due(_ deadline: Ladder.Deadline) -> Due {
    let done = deadline.deed.map { deed in events.filter { $0.kind.deed == deed } } ?? []
    guard let start = start(of: deadline) else {
      return Due(deadline: deadline, day: nil, done: done.last, state: .waiting)
    }
    if case .everyMonths(let months) = deadline.span {
      let next = moved(start.adding(months: months * (done.count + 1)), inWorkingDays: false)
      return Due(deadline: deadline, day: next, done: done.last, state: openState(next))
    }
    let inWorkingDays = if case .workingDays = deadline.span { true } else { false }
    var day = moved(deadline.day(after: start, calendar), inWorkingDays: inWorkingDays)
    if deadline.deed == .acceptance, let termEnd { day = termEnd }
    let isTerm = deadline.deed == .acceptance
    let last = isTerm ? done.last { isContinued ? $0.heldOn > firstTermEnd : true } : done.first
    guard let last else {
      return Due(deadline: deadline, day: day, done: nil, state: openState(day))
    }
    return Due(deadline: deadline, day: day, done: last, state: last.day <= day ? .done : .late)
  }

  /// The end of the term before it was continued.
  private var firstTermEnd: CalendarDate {
    events.last { $0.kind == .continued }?.day ?? decision.day
  }

  private func start(of deadline: Ladder.Deadline) -> CalendarDate? {
    guard let deed = deadline.after else { return decision.day }
    return events.first { $0.kind.deed == deed }?.heldOn
  }

  private func openState(_ day: CalendarDate) -> Due.State {
    ending != nil ? .waiting : isPaused ? .paused : today > day ? .overdue : .open
  }

  /// A day put off by as long as an objection was open.
  private func moved(_ day: CalendarDate, inWorkingDays: Bool) -> CalendarDate {
    guard let (raised, answer) = objection else { return day }
    let end = answer?.day ?? today
    guard end > raised.day, day >= raised.day else { return day }
    let span = Int(end.daysSince2000 - raised.day.daysSince2000)
    guard inWorkingDays else { return day.adding(days: span) }
    let worked = (1...span).count { calendar.isWorking(raised.day.adding(days: $0)) }
    return calendar.workingDay(worked, after: day)
  }

  // MARK: - What it makes so

  /// What is on record of the case that a ladder may ask for; nothing once it has ended.
  public var facts: Set<LadderFact> {
    guard ending == nil else { return [] }
    var facts: Set<LadderFact> = []
    for due in dues where due.state == .overdue {
      switch due.deadline.deed {
      case .reply: facts.insert(.replyOverdue)
      case .plan: facts.insert(.planOverdue)
      case .report: facts.insert(.reportOverdue)
      case .progress: facts.insert(.progressOverdue)
      case .interview, .recheck, .acceptance, nil: break
      }
    }
    switch events.last(where: { $0.kind.deed == .recheck })?.kind {
    case .recheckPassed: facts.insert(.recheckPassed)
    case .recheckFailed: facts.insert(.recheckFailed)
    default: break
    }
    switch events.last(where: { $0.kind.deed == .acceptance })?.kind {
    case .acceptancePassed: facts.insert(.acceptancePassed)
    case .acceptanceFailed: facts.insert(.acceptanceFailed)
    default: break
    }
    if isContinued { facts.insert(.continued) }
    return facts
  }
}
