import LedgerDomain
import LedgerOperations
import LedgerStore
import LedgerTestSupport
import PostgresSupport
import Testing

/// What is recorded in a case: by whom, when, and once.
@Suite(.serialized)
struct CaseTests {
  private static let key = CaseKey(scope: "CA", unit: "CA-AB", number: 1)

  private static func text(_ zh: String) -> JSONValue { ["zh": .string(zh), "en": "x"] }

  /// Any colour brings a unit on the first step, which the office decides; the second waits for a
  /// plan that does not come, for a re-check or for what is entered.
  private static let ladder: JSONValue = [
    "id": "ladder", "version": 1, "effective": "2021-01", "kind": "province",
    "title": text("阶梯"), "objection_working_days": 5,
    "steps": [
      [
        "number": 1, "name": text("约谈"), "decided_by": "office",
        "enter": [
          "text": text("任何一个月"),
          "when": ["months": 1, "colours": ["red", "yellow", "blue", "grey"]],
        ],
        "deadlines": [
          ["what": text("方案"), "needs": "plan", "working_days": 10],
          ["what": text("约谈"), "needs": "interview", "working_days": 10],
          ["what": text("复查"), "needs": "recheck", "days": 30],
        ],
      ],
      [
        "number": 2, "name": text("挂牌"), "decided_by": "office",
        "listing": [
          "months": 6, "extended_months": 6, "acceptance_days": 15, "again_months": 6,
        ],
        "enter": [
          "text": text("复查不合格或上级挂牌"),
          "when": [
            "any": [
              ["fact": "recheck_failed"], ["fact": "listed_by_higher"], ["fact": "plan_overdue"],
            ]
          ],
        ],
      ],
    ],
  ]

  /// An office whose first unit stands on the first step.
  private static func office() async throws -> Office {
    let office = try await StepTests.office(ladder: ladder)
    _ = try await office.ledger.decideStep(StepTests.request(), by: office("office"))
    return office
  }

  private static func code(
    _ office: Office, _ kind: CaseEvent.Kind, as name: String, key: CaseKey = key,
    words: String = "说明", against: String = "", post: String = "", place: String = ""
  ) async -> String? {
    await refusal {
      try await office.ledger.record(
        CaseEventRequest(
          key, kind, words: words, against: against, presidingPost: post, place: place),
        by: office(name))
    }
  }

  @Test func `what is refused, in its order`() async throws {
    let office = try await Self.office()
    #expect(await Self.code(office, .reply, as: "office") == "account.out_of_scope")
    #expect(await Self.code(office, .interview, as: "reporter") == "account.out_of_scope")
    #expect(await Self.code(office, .objectionUpheld, as: "office") == "account.out_of_scope")
    let none = CaseKey(scope: "CA", unit: "CA-AB", number: 2)
    #expect(await Self.code(office, .reply, as: "reporter", key: none) == "escalation.case_unknown")
    let scope = CaseKey(scope: "CA-AB", unit: "CA-AB", number: 1)
    #expect(
      await Self.code(office, .reply, as: "reporter", key: scope) == "escalation.case_unknown")
    #expect(await Self.code(office, .report, as: "reporter") == "escalation.deed_not_asked")
    #expect(
      await Self.code(office, .acceptancePassed, as: "office") == "escalation.deed_not_asked")
    #expect(
      await Self.code(office, .objectionUpheld, as: "director") == "escalation.objection_missing")
    #expect(await Self.code(office, .continued, as: "office") == "escalation.not_listed")
    #expect(
      await Self.code(office, .objection, as: "reporter", against: "NONE")
        == "escalation.indicator_unknown")
    #expect(await Self.code(office, .reply, as: "reporter", words: " ") == "text.missing")
    #expect(await Self.code(office, .interview, as: "office") == "text.missing")
    #expect(
      await Self.code(office, .interview, as: "office", post: "省长", place: "会议室") == nil)
    #expect(try await office.ledger.verify().findings.isEmpty)
  }

  @Test func `an objection that is upheld withdraws the step with its reason`() async throws {
    let office = try await Self.office()
    let ledger = office.ledger
    #expect(await Self.code(office, .objection, as: "reporter", against: "REPORTS") == nil)
    let paused = try await ledger.stepCase(Self.key, by: office("director"))
    #expect(paused.own.isPaused && paused.mayDo == [.objectionUpheld, .objectionRejected])
    #expect(await Self.code(office, .recheckPassed, as: "office") == "escalation.case_paused")
    #expect(await Self.code(office, .objection, as: "reporter") == "escalation.objection_open")
    #expect(
      await Self.code(office, .objectionUpheld, as: "director", words: "数值有误，予以撤销") == nil)
    let unit = try #require(
      try await ledger.escalations(of: "CA", by: office("office")).units.first)
    #expect(unit.standing.step == 0 && unit.decisions.count == 2)
    #expect(unit.decisions[1].reason == "数值有误，予以撤销")
    #expect(unit.decisions[1].decision.move == .withdraw)
    #expect(unit.proposal == nil, "what was withdrawn is not proposed on the same edition again")
    let ended = try await ledger.stepCase(Self.key, by: office("reporter"))
    #expect(ended.own.ending?.move == .withdraw && ended.mayDo.isEmpty)
    #expect(await Self.code(office, .reply, as: "reporter") == "escalation.case_ended")
    #expect(
      await Self.code(office, .objectionRejected, as: "director") == "escalation.case_ended")
    #expect(try await ledger.verify().findings.isEmpty)
  }

  @Test func `who decided on the step does not decide on the objection`() async throws {
    let office = try await Self.office()
    _ = try await office.ledger.addGrant(
      .leader, to: "office", unit: "CA", form: nil, until: nil, by: office("security"))
    #expect(await Self.code(office, .objection, as: "reporter") == nil)
    #expect(
      await Self.code(office, .objectionRejected, as: "office") == "escalation.decider_is_same")
    #expect(await Self.code(office, .objectionRejected, as: "director") == nil)
    #expect(
      await Self.code(office, .objectionUpheld, as: "director") == "escalation.objection_missing")
  }

  @Test func `who accepted the figure does not decide on the objection to it`() async throws {
    let office = try await StepTests.office(ladder: Self.ladder)
    // Another account of the office decides on the step; the one that accepted figures is left.
    try await office.ledger.createAccount(
      Account(name: "second", displayName: "", unit: "CA", post: ""), by: office("system"))
    _ = try await office.ledger.addGrant(
      .office, to: "second", unit: "CA", form: nil, until: nil, by: office("security"))
    let second = try await office.ledger.openConsoleSession(as: "second")
    _ = try await office.ledger.decideStep(StepTests.request(), by: second)
    _ = try await office.ledger.addGrant(
      .leader, to: "office", unit: "CA", form: nil, until: nil, by: office("security"))
    #expect(await Self.code(office, .objection, as: "reporter", against: "REPORTS") == nil)
    #expect(
      await Self.code(office, .objectionUpheld, as: "office") == "escalation.decider_is_same")
  }

  @Test func `of two who decide on an objection at once one is refused`() async throws {
    let office = try await Self.office()
    #expect(await Self.code(office, .objection, as: "reporter") == nil)
    let outcomes = await withTaskGroup(of: String?.self) { group in
      for kind in [CaseEvent.Kind.objectionUpheld, .objectionRejected, .objectionUpheld] {
        group.addTask { await Self.code(office, kind, as: "director") }
      }
      return await group.reduce(into: [String?]()) { $0.append($1) }
    }
    #expect(outcomes.count { $0 == nil } == 1, "\(outcomes)")
    #expect(
      outcomes.allSatisfy {
        [nil, "escalation.objection_missing", "escalation.case_ended"].contains($0)
      }, "\(outcomes)")
    #expect(try await office.ledger.verify().findings.isEmpty)
  }

  @Test func `a failed re-check proposes the next step, and is its ground`() async throws {
    let office = try await Self.office()
    let ledger = office.ledger
    #expect(await Self.code(office, .recheckFailed, as: "office") == nil)
    let proposed = try #require(
      try await ledger.escalations(of: "CA", by: office("office")).units.first?.proposal)
    #expect(proposed.to == 2 && proposed.facts == [.recheckFailed])
    _ = try await ledger.decideStep(StepTests.request(to: 2, after: 1), by: office("office"))
    let listed = CaseKey(scope: "CA", unit: "CA-AB", number: 2)
    let shown = try await ledger.stepCase(listed, by: office("reporter"))
    #expect(shown.own.decision.facts == [.recheckFailed])
    #expect(shown.unit.proposal == nil, "what brought it there does not bring it there again")
    #expect(
      await Self.code(office, .continued, as: "office", key: listed)
        == "escalation.continuation_early")
    #expect(
      await Self.code(office, .acceptancePassed, as: "office", key: listed)
        == "escalation.acceptance_outside")
    #expect(try await ledger.verify().findings.isEmpty)
  }

  @Test func `a listing by a higher authority is entered with its document, once`() async throws {
    let office = try await Self.office()
    let day = try #require(CalendarDate("2021-03-01"))
    func enter(
      _ fact: LadderFact = .listedByHigher, _ document: String = "〔2021〕9号",
      as name: String = "office", unit: String = "CA-AB"
    ) async -> String? {
      await refusal {
        try await office.ledger.enterTrigger(
          fact, of: unit, scope: "CA", authority: "上级", document: document, issued: day,
          by: office(name))
      }
    }
    #expect(await enter(as: "director") == "account.out_of_scope")
    #expect(await enter(.planOverdue) == "escalation.fact_not_entered")
    #expect(await enter(.listedByHigher, "") == "text.missing")
    #expect(await enter(unit: "CA") == "escalation.unit_unknown")
    #expect(await enter() == nil)
    #expect(await enter() == "escalation.entered_already")
    _ = try await office.ledger.decideStep(
      StepTests.request(to: 2, after: 1), by: office("office"))
    let unit = try #require(
      try await office.ledger.escalations(of: "CA", by: office("office")).units.first)
    #expect(unit.standing.step == 2 && unit.triggers.isEmpty && unit.proposal == nil)
    let key = CaseKey(scope: "CA", unit: "CA-AB", number: 2)
    let shown = try await office.ledger.stepCase(key, by: office("reviewer"))
    #expect(shown.documents.map(\.document) == ["〔2021〕9号"])
    #expect(try await office.ledger.verify().findings.isEmpty)
  }

  @Test func `a unit that is renamed keeps its case, one that ended is proposed off`()
    async throws
  {
    let office = try await Self.office()
    func change(_ row: String) async throws {
      let csv = try CSV("code,name,name_en,kind,parent,group,valid_from,valid_to\n\(row)\n")
      _ = try await office.ledger.importUnits(csv.file, by: office("office"))
    }
    try await change("CA-AB,新艾伯塔省,New Alberta,province,CA,,2021-02-01,")
    let renamed = try await office.ledger.stepCase(Self.key, by: office("office"))
    #expect(renamed.name.zh == "新艾伯塔省" && renamed.own.ending == nil)
    try await change("CA-AB,新艾伯塔省,New Alberta,province,CA,,2021-02-01,2021-06-30")
    let unit = try #require(
      try await office.ledger.escalations(of: "CA", by: office("office")).units.first)
    #expect(unit.isEnded && unit.name.zh == "新艾伯塔省")
    #expect(unit.proposal?.move == .exit && unit.proposal?.facts == [.unitEnded])
    _ = try await office.ledger.decideStep(
      StepTests.request(to: 0, after: 1), by: office("office"))
    let after = try await office.ledger.escalations(of: "CA", by: office("office")).units.first
    #expect(after?.standing.step == 0 && after?.proposal == nil)
  }

  @Test func `the record refuses who decided on the step, whatever the program says`()
    async throws
  {
    let office = try await Self.office()
    let failure = await #expect(throws: PostgresFailure.self) {
      try await office.database.script(
        """
        insert into ledger.step_events (
          scope, unit, step_decision, number, kind, words, evidence, against, presiding_post,
          place, held_on, role, recorded_on, recorded_by, entry
        )
        values (
          'CA', 'CA-AB', 1, 1, 'objection_rejected', 'x', '', '', '', '', '2021-03-01', 'office',
          '2021-03-01', 'office', 1
        );
        """)
    }
    #expect(failure?.constraint == "step_events_decider_is_another")
  }
}
