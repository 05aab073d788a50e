import LedgerDomain
import LedgerTestSupport
import Testing

/// A case as its days go by: what is due, what an objection stops, how a listing ends.
struct StepCaseTests {
  private static func day(_ text: String) throws -> CalendarDate {
    try #require(CalendarDate(text))
  }

  private static func decision(
    _ number: Int = 1, _ move: StepMove = .enter, _ from: Int = 0, _ to: Int, on day: String,
    month: Month = Month(index: 2026 * 12)
  ) throws -> StepDecision {
    StepDecision(
      number: number, move: move, from: from, to: to, month: month, edition: 1,
      isAccepted: true, day: try Self.day(day), ladder: "county-ladder/1")
  }

  /// A case on a step that was decided on Monday 2 March 2026; weekends alone are free.
  private static func known(
    step: Int, today: String, _ events: [CaseEvent] = [], later: [StepDecision] = [],
    decided: String = "2026-03-02"
  ) throws -> StepCase {
    let decisions = [try decision(1, .enter, 0, step, on: decided)] + later
    return try #require(
      StepCase(
        CaseKey(scope: "C", unit: "A", number: 1), decisions, decidedBy: "leader",
        ladder: LadderTests.ladder(), events: events, today: day(today),
        calendar: WorkingCalendar(exceptions: [:])))
  }

  private static func event(
    _ kind: CaseEvent.Kind, _ number: Int = 1, on text: String, by account: String = "x",
    held: String? = nil
  ) throws -> CaseEvent {
    CaseEvent(
      number: number, kind: kind, words: "…", heldOn: try day(held ?? text), role: .office,
      day: try day(text), recordedBy: account)
  }

  private static func code(
    _ known: StepCase, _ kind: CaseEvent.Kind, on day: String? = nil
  ) throws -> String? {
    let held = try day.map { try Self.day($0) } ?? known.today
    do throws(Refusal) {
      try known.check(kind, heldOn: held)
      return nil
    } catch {
      return error.code
    }
  }

  @Test func `a key is read as it is written`() {
    #expect(CaseKey("C.A-1.12")?.description == "C.A-1.12")
    for text in ["", "C.A", "C.A.0", "C.A.01", "C.A.x", "C..1", "C.A.1.1", "C.Ä.1", "C.A.1234567"] {
      #expect(CaseKey(text) == nil, "\(text)")
    }
  }

  @Test func `a deadline is open, then overdue, then done late`() throws {
    // Ten working days after Monday 2 March: Monday 16 March.
    #expect(try Self.known(step: 2, today: "2026-03-16").dues.map(\.state) == [.open])
    let late = try Self.known(step: 2, today: "2026-03-17")
    #expect(late.dues.first?.day == (try Self.day("2026-03-16")))
    #expect(late.dues.map(\.state) == [.overdue])
    #expect(late.facts == [.planOverdue])
    let came = try Self.known(
      step: 2, today: "2026-03-18", [Self.event(.plan, on: "2026-03-18")])
    #expect(came.dues.map(\.state) == [.late] && came.facts.isEmpty)
  }

  @Test func `a plan that is overdue brings a unit to the next step`() throws {
    let ladder = try LadderTests.ladder()
    let standing = try Self.decision(1, .enter, 0, 2, on: "2024-03-01", month: Month(index: 24_289))
    let months = LadderTests.months("RRY")
    #expect(ladder.proposal(months, [standing]) == nil)
    let proposal = try #require(ladder.proposal(months, [standing], facts: [.planOverdue]))
    #expect((proposal.to, proposal.facts) == (3, [.planOverdue]))
    var refused = StepDecision(
      number: 2, move: .enter, from: 2, to: 3, month: proposal.month, edition: 3,
      isAccepted: false, day: standing.day, ladder: "county-ladder/1")
    #expect(
      ladder.proposal(months, [standing, refused], facts: [.planOverdue])?.to == 3,
      "a refusal without that reason does not answer it")
    refused.facts = [.planOverdue]
    #expect(ladder.proposal(months, [standing, refused], facts: [.planOverdue]) == nil)
  }

  @Test func `days count from what they are said to count from`() throws {
    let before = try Self.known(step: 3, today: "2026-03-05")
    #expect(before.dues.map(\.state) == [.open, .waiting, .waiting])
    let held = try Self.event(.interview, on: "2026-03-06", held: "2026-03-05")
    let report = try Self.event(.report, 2, on: "2026-03-20")
    let after = try Self.known(step: 3, today: "2026-04-20", [held, report])
    // Fifteen working days after the 5th: the 26th; thirty days after the 20th: 19 April.
    #expect(
      after.dues.map(\.day?.description) == ["2026-03-16", "2026-03-26", "2026-04-19"])
    #expect(after.dues.map(\.state) == [.done, .done, .overdue])
  }

  // MARK: - Objections

  @Test func `an objection is taken for five working days, once`() throws {
    #expect(try Self.code(Self.known(step: 1, today: "2026-03-09"), .objection) == nil)
    #expect(
      try Self.code(Self.known(step: 1, today: "2026-03-10"), .objection)
        == "escalation.objection_late")
    let raised = try Self.event(.objection, on: "2026-03-04")
    let open = try Self.known(step: 1, today: "2026-03-05", [raised])
    #expect(try Self.code(open, .objection) == "escalation.objection_open")
    let rejected = try Self.event(.objectionRejected, 2, on: "2026-03-06")
    let decided = try Self.known(step: 1, today: "2026-03-06", [raised, rejected])
    #expect(try Self.code(decided, .objection) == "escalation.objection_decided")
    #expect(try Self.code(decided, .objectionUpheld) == "escalation.objection_missing")
  }

  @Test func `an open objection stops days and effect; rejected, they go on`() throws {
    #expect(
      try Self.known(step: 2, today: "2026-03-09").state
        == .disputable(until: Self.day("2026-03-09")))
    #expect(
      try Self.known(step: 2, today: "2026-03-10").state == .inEffect(from: Self.day("2026-03-10")))
    let raised = try Self.event(.objection, on: "2026-03-04")
    let open = try Self.known(step: 2, today: "2026-06-30", [raised])
    #expect(open.state == .paused(since: try Self.day("2026-03-04")))
    #expect(open.dues.map(\.state) == [.paused] && open.facts.isEmpty)
    #expect(try Self.code(open, .interview) == "escalation.case_paused")
    // From Wednesday the 4th to Wednesday the 11th five days were worked.
    let rejected = try Self.event(.objectionRejected, 2, on: "2026-03-11")
    let on = try Self.known(step: 2, today: "2026-03-12", [raised, rejected])
    #expect(on.state == .inEffect(from: try Self.day("2026-03-11")))
    #expect(on.dues.first?.day == (try Self.day("2026-03-23")))
  }

  @Test func `who decided, scored or objected does not decide on the objection`() throws {
    let raised = try Self.event(.objection, on: "2026-03-04", by: "county")
    let open = try Self.known(step: 1, today: "2026-03-05", [raised])
    for account in ["leader", "county", "scorer"] {
      #expect(throws: Refusal.self, "\(account)") {
        try open.checkObjectionDecider(account, alsoScoredBy: ["scorer"])
      }
    }
    #expect(throws: Never.self) {
      try open.checkObjectionDecider("director", alsoScoredBy: ["scorer"])
    }
  }

  @Test func `nothing is proposed while an objection is open but to withdraw`() throws {
    let ladder = try LadderTests.ladder()
    let standing = try Self.decision(1, .enter, 0, 1, on: "2024-02-10", month: Month(index: 24_288))
    let months = LadderTests.months("RR")
    #expect(ladder.proposal(months, [standing])?.to == 2)
    #expect(ladder.proposal(months, [standing], isPaused: true) == nil)
    let corrected = LadderTests.months("BB", editions: [1: 9])
    #expect(ladder.proposal(corrected, [standing], isPaused: true)?.move == .withdraw)
  }

  // MARK: - Listings

  @Test func `a listing is accepted in its last fifteen days`() throws {
    // Six months after 2 March: 2 September.
    let end = try Self.known(step: 4, today: "2026-09-02")
    #expect(end.termEnd == (try Self.day("2026-09-02")))
    #expect(end.acceptanceDays?.lowerBound == (try Self.day("2026-08-19")))
    #expect(
      try Self.code(end, .acceptancePassed, on: "2026-08-18") == "escalation.acceptance_outside")
    #expect(try Self.code(end, .acceptancePassed, on: "2026-08-19") == nil)
    #expect(try Self.code(end, .acceptancePassed, on: "2026-09-03") == "escalation.day_outside")
    let late = try Self.known(step: 4, today: "2026-09-03")
    #expect(try Self.code(late, .acceptanceFailed) == "escalation.acceptance_outside")
    #expect(late.dues.first?.state == .overdue)
    #expect(
      try Self.code(Self.known(step: 1, today: "2026-03-03"), .acceptancePassed)
        == "escalation.deed_not_asked")
  }

  @Test func `a listing is continued once, at its end, and not when it was accepted`() throws {
    #expect(
      try Self.code(Self.known(step: 4, today: "2026-08-18"), .continued)
        == "escalation.continuation_early")
    #expect(try Self.code(Self.known(step: 4, today: "2026-08-19"), .continued) == nil)
    let continued = try Self.event(.continued, on: "2026-09-01")
    let again = try Self.known(step: 4, today: "2027-03-01", [continued])
    #expect(again.termEnd == (try Self.day("2027-03-02")))
    #expect(try Self.code(again, .continued) == "escalation.continued_already")
    #expect(again.facts.contains(.continued))
    let accepted = try Self.event(.acceptancePassed, on: "2026-08-20")
    #expect(
      try Self.code(Self.known(step: 4, today: "2026-08-21", [accepted]), .continued)
        == "escalation.accepted_already")
    #expect(
      try Self.code(Self.known(step: 3, today: "2026-08-21"), .continued)
        == "escalation.not_listed")
  }

  @Test func `progress is due month by month`() throws {
    let events = [
      try Self.event(.progress, 1, on: "2026-04-01"),
      try Self.event(.progress, 2, on: "2026-05-01"),
    ]
    let known = try Self.known(step: 4, today: "2026-06-03", events)
    #expect(known.dues.last?.day == (try Self.day("2026-06-02")))
    #expect(known.facts == [.progressOverdue])
  }

  @Test func `a case ends with the next step, and lives again when that is withdrawn`() throws {
    let higher = try Self.decision(2, .enter, 1, 2, on: "2026-04-10")
    let ended = try Self.known(step: 1, today: "2026-05-01", later: [higher])
    #expect(ended.ending == higher && ended.facts.isEmpty)
    #expect(try Self.code(ended, .reply) == "escalation.case_ended")
    let back = try Self.decision(3, .withdraw, 2, 1, on: "2026-04-20")
    #expect(try Self.known(step: 1, today: "2026-05-01", later: [higher, back]).ending == nil)
  }

  // MARK: - Ladders

  @Test func `a shorter ladder lets a unit off by its gravest step`() throws {
    guard case .object(let members) = try Files.json("defaults/ladder.json") else { return }
    let shorter = try Ladder(
      .object(
        members.map { member in
          guard member.name == "steps", case .array(let steps) = member.value else {
            return member
          }
          return JSONValue.Member("steps", .array(Array(steps.prefix(2))))
        }))
    let listed = try Self.decision(1, .enter, 3, 4, on: "2024-02-01", month: Month(index: 24_288))
    #expect(shorter.own(4)?.number == 2)
    #expect(shorter.proposal(LadderTests.months("RBB"), [listed])?.move == .exit)
    #expect(shorter.proposal(LadderTests.months("RRR"), [listed]) == nil)
  }

  @Test func `what is never recorded cannot be asked for`() throws {
    guard case .object(let members) = try Files.json("defaults/ladder.json"),
      case .array(let steps)? = members.first(where: { $0.name == "steps" })?.value,
      case .object(let first) = steps[0]
    else { return }
    let exit: JSONValue = [
      "text": ["zh": "甲", "en": "A"], "when": ["months": 1, "colours": ["blue"]],
      "needs": ["acceptance_passed"],
    ]
    let step = JSONValue.object(
      first.map { $0.name == "exit" ? JSONValue.Member("exit", exit) : $0 })
    let file = JSONValue.object(
      members.map { $0.name == "steps" ? JSONValue.Member("steps", .array([step])) : $0 })
    let refusal = #expect(throws: Refusal.self) { try Ladder(file) }
    #expect(refusal?.code == "ladder.fact_never_recorded")
    #expect(refusal?.place == .pointer("/steps/0/exit"))
  }
}
