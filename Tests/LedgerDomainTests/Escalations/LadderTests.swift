import LedgerDomain
import LedgerTestSupport
import Testing

/// The ladder against a table of 24 months that was worked by hand, and files that are refused.
struct LadderTests {
  static func ladder() throws -> Ladder { try Ladder(Files.json("defaults/ladder.json")) }

  /// One letter a month; places from the last one, 0 for no rank.
  static func months(
    _ colours: String, places: [Int] = [], editions: [Int: Int] = [:]
  ) -> [LadderMonth] {
    let first = Month(index: 2024 * 12)
    return colours.enumerated().map { position, letter in
      let place = places.indices.contains(position) ? places[position] : 8
      return LadderMonth(
        month: first.adding(months: position), edition: editions[position + 1] ?? position + 1,
        colour: Colour.allCases.first { $0.letter == letter } ?? .grey,
        doubledRank: place == 0 ? nil : 2 * (13 - place), ranked: 12,
        fromLast: place == 0 ? nil : place)
    }
  }

  /// `3:0>1`: in the third month from no step to the first.
  private static func moves(_ trial: LadderTrial) -> String {
    trial.moves.map { "\($0.month.index - 2024 * 12 + 1):\($0.from)>\($0.to)" }
      .joined(separator: " ")
  }

  struct Way: Sendable {
    let colours: String
    var places: [Int] = []
    let moves: String
    let step: Int
  }

  /// Worked by hand; all proposals accepted in the month that gave them.
  static let ways = [
    // Two yellows, off by a blue; five reds up to listing, off after three months without red; a
    // grey month breaks the row of yellows; red again in the sixth month after it was delisted: it
    // is listed again at once; off after three months, and a reminder begins and ends.
    Way(
      colours: "BYYBRRRRRYBBYGYYYRRBYYYB",
      moves: "3:0>1 4:1>0 5:0>1 6:1>2 7:2>3 8:3>4 12:4>0 16:0>1 18:1>4 22:4>0 23:0>1 24:1>0",
      step: 0),
    // Red again in the seventh month after: the ladder begins at its foot.
    Way(
      colours: "RRRRBBBBBBBBBRRBBBBBBBBB",
      moves: "1:0>1 2:1>2 3:2>3 4:3>4 7:4>0 14:0>1 15:1>2 17:2>0", step: 0),
    // Red throughout: the referral after twelve months of listing.
    Way(
      colours: "RRRRRRRRRRRRRRRRRRRRRRRR", moves: "1:0>1 2:1>2 3:2>3 4:3>4 16:4>5", step: 5),
    // By its place alone: among the last three twice, last twice; not let off while it is.
    Way(
      colours: "BBBBBBBBBBBBBBBBBBBBBBBB",
      places: [4, 3, 2, 1, 1, 2, 4, 0, 3, 3, 3, 3, 5], moves: "3:0>2 5:2>3 7:3>0 10:0>2 13:2>0",
      step: 0),
  ]

  @Test(arguments: ways)
  func `24 months are gone as they were worked by hand`(way: Way) throws {
    #expect(way.colours.count == 24)
    let trial = LadderTrial(
      try Self.ladder(), unit: "A", months: Self.months(way.colours, places: way.places))
    #expect(Self.moves(trial) == way.moves)
    #expect(trial.step == way.step)
  }

  @Test func `evidence holds the months that brought it, with their editions`() throws {
    let proposal = try Self.ladder().proposal(Self.months("BRR"), [])
    #expect(proposal?.move == .enter)
    #expect(proposal?.to == 2)
    #expect(proposal?.edition == 3)
    #expect(proposal?.evidence.map(\.edition) == [2, 3])
    #expect(proposal?.evidence.map(\.colour) == [.red, .red])
  }

  @Test func `a month without edition breaks a row`() throws {
    var months = Self.months("BRRR")
    months.remove(at: 2)
    #expect(try Self.ladder().proposal(months, [])?.to == 1)
  }

  private static func decision(
    _ move: StepMove, _ from: Int, _ to: Int, month: Int, edition: Int? = nil,
    isAccepted: Bool = true, number: Int = 1
  ) -> StepDecision {
    let month = Month(index: 2024 * 12 + month - 1)
    return StepDecision(
      number: number, move: move, from: from, to: to, month: month,
      edition: edition ?? month.index - 2024 * 12 + 1, isAccepted: isAccepted,
      day: month.lastDay, ladder: "county-ladder/1")
  }

  @Test func `nothing is proposed again on the edition on which it was refused`() throws {
    let refused = Self.decision(.enter, 0, 1, month: 2, isAccepted: false)
    let ladder = try Self.ladder()
    #expect(ladder.proposal(Self.months("BR"), [refused]) == nil)
    #expect(ladder.proposal(Self.months("BR", editions: [2: 5]), [refused])?.to == 1)
    #expect(ladder.proposal(Self.months("BRR"), [refused])?.to == 2)
  }

  @Test func `a correction that takes the ground away proposes to withdraw the step`() throws {
    let first = Self.decision(.enter, 0, 1, month: 1)
    let second = Self.decision(.enter, 1, 2, month: 2, number: 2)
    let ladder = try Self.ladder()
    #expect(ladder.proposal(Self.months("RR"), [first, second]) == nil)
    let corrected = Self.months("RB", editions: [2: 9])
    let proposal = try #require(ladder.proposal(corrected, [first, second]))
    #expect(proposal.move == .withdraw)
    #expect((proposal.from, proposal.to, proposal.edition) == (2, 1, 9))
    let withdrawn = Self.decision(.withdraw, 2, 1, month: 2, edition: 9, number: 3)
    #expect(StepStanding([first, second, withdrawn]).decision == first)
    #expect(ladder.proposal(corrected, [first, second, withdrawn])?.move == .exit)
  }

  @Test func `the forecast repeats the latest month after what is open was accepted`() throws {
    let ladder = try Self.ladder()
    let forecast = ladder.forecast(Self.months("BR"), [])
    #expect(forecast?.from == 1)
    #expect(forecast?.to == 2)
    #expect(forecast?.edition == nil)
    #expect(ladder.forecast(Self.months("BB"), []) == nil)
  }

  // MARK: - Files

  private static func step(
    _ number: Int, enter: JSONValue, exit: JSONValue? = nil, by role: String = "office"
  ) -> JSONValue {
    let text: JSONValue = ["zh": "甲", "en": "A"]
    var members: [JSONValue.Member] = [
      .init("number", .number(String(number))), .init("name", text),
      .init("enter", ["text": text, "when": enter]), .init("decided_by", .string(role)),
    ]
    if let exit { members.append(.init("exit", ["text": text, "when": exit])) }
    return .object(members)
  }

  private static func file(_ steps: [JSONValue]) -> JSONValue {
    [
      "id": "l", "version": 1, "effective": "2024-01", "title": ["zh": "甲", "en": "A"],
      "kind": "county", "steps": .array(steps),
    ]
  }

  private static func red(_ months: Int) -> JSONValue {
    ["months": .number(String(months)), "colours": ["red"]]
  }

  private static func blue(_ months: Int) -> JSONValue {
    ["months": .number(String(months)), "colours": ["blue"]]
  }

  struct Refused: Sendable {
    let code: String
    let pointer: String
    let steps: [JSONValue]
  }

  static let refused = [
    Refused(code: "ladder.no_steps", pointer: "/steps", steps: []),
    Refused(
      code: "ladder.too_many_steps", pointer: "/steps",
      steps: (1...10).map { step($0, enter: red($0)) }),
    Refused(
      code: "ladder.step_out_of_order", pointer: "/steps/1",
      steps: [step(1, enter: red(1)), step(3, enter: red(2))]),
    Refused(
      code: "ladder.decider_unknown", pointer: "/steps/0/decided_by",
      steps: [step(1, enter: red(1), by: "reporter")]),
    Refused(
      code: "ladder.entry_from_above", pointer: "/steps/0/enter/when",
      steps: [step(1, enter: ["on_step": 1, "months": 2])]),
    Refused(
      code: "ladder.entry_impossible", pointer: "/steps/0/enter/when",
      steps: [step(1, enter: ["all": [red(1), blue(2)]])]),
    Refused(
      code: "ladder.step_never_reached", pointer: "/steps/0/enter/when",
      steps: [step(1, enter: red(2)), step(2, enter: red(1))]),
    Refused(
      code: "ladder.exit_impossible", pointer: "/steps/0/exit/when",
      steps: [
        step(
          1, enter: red(1),
          exit: ["all": [["months": 1, "bottom": 2], ["months": 3, "not_bottom": 2]]])
      ]),
    Refused(
      code: "ladder.exit_keeps_entering", pointer: "/steps/0/exit/when",
      steps: [step(1, enter: red(1), exit: red(2))]),
    Refused(
      code: "ladder.exit_keeps_entering", pointer: "/steps/0/exit/when",
      steps: [
        step(
          1, enter: ["any": [red(1), ["months": 1, "bottom": 3]]],
          exit: ["all": [blue(1), ["months": 1, "bottom": 1]]])
      ]),
    Refused(
      code: "json.wrong_type", pointer: "/steps/0/enter/when",
      steps: [step(1, enter: ["months": 1, "colours": ["red"], "bottom": 3])]),
  ]

  @Test(arguments: refused)
  func `a ladder that would not work is refused with its place`(file: Refused) {
    let refusal = #expect(throws: Refusal.self) { try Ladder(Self.file(file.steps)) }
    #expect(refusal?.code == file.code)
    #expect(refusal?.place == .pointer(file.pointer))
  }

  @Test func `a deadline counts working days or whole months`() throws {
    let calendar = WorkingCalendar(exceptions: [:])
    let friday = try #require(CalendarDate("2026-07-10"))
    let day = Ladder.Deadline.Span.workingDays(5)
    let ladder = try Self.ladder()
    #expect(ladder.steps[0].deadlines.first?.span == day)
    #expect(
      ladder.steps[0].deadlines.first?.day(after: friday, calendar).description == "2026-07-17")
    let last = try #require(CalendarDate("2026-08-31"))
    #expect(ladder.steps[3].deadlines.first?.day(after: last, calendar).description == "2027-02-28")
  }
}
