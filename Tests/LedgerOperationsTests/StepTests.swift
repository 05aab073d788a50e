import LedgerDomain
import LedgerOperations
import LedgerStore
import LedgerTestSupport
import Testing

/// Decisions on what a ladder proposes: who may, once, and on what was seen.
@Suite(.serialized)
struct StepTests {
  static let january = Month(index: 2021 * 12)

  /// Any colour brings a unit on the first step, which the office decides.
  static let ladder: JSONValue = [
    "id": "ladder", "version": 1, "effective": "2021-01", "kind": "province",
    "title": ["zh": "阶梯", "en": "Ladder"],
    "steps": [
      [
        "number": 1, "name": ["zh": "问责建议", "en": "Referral"], "decided_by": "office",
        "referral": true,
        "enter": [
          "text": ["zh": "任何一个月", "en": "Any month"],
          "when": ["months": 1, "colours": ["red", "yellow", "blue", "grey"]],
        ],
      ]
    ],
  ]

  /// An office with a ladder in force; with one published month where that is wanted.
  static func office(
    isPublished: Bool = true, ladder: JSONValue = StepTests.ladder
  ) async throws -> Office {
    let office = try await Office()
    let ledger = office.ledger
    let documents: [(MethodVersion.Kind, JSONValue)] = [
      (.rules, try Files.json("examples/canada/rules.json")),
      (.index, try Files.json("examples/canada/method.json")), (.ladder, ladder),
    ]
    for (kind, document) in documents {
      let version = try await ledger.proposeMethod(
        document, kind: kind, scope: "CA", effective: january, by: office("office"))
      try await ledger.approveMethod(
        kind: kind, scope: "CA", code: version.code, version: 1, by: office("director"))
    }
    guard isPublished else { return office }
    for (unit, reports) in [("CA-AB", 10), ("CA-BC", 20)] {
      _ = try await office.submit(
        "\(unit),2021-01,REPORTS,\(reports)\n\(unit),2021-01,VICTIM_REPORTS,5\n"
          + "\(unit),2021-01,VICTIMS,6\n\(unit),2021-01,LOSS_CAD,700\n")
    }
    _ = try await office.decide(.unit, "reviewer")
    _ = try await office.decide(.office, "office")
    _ = try await ledger.closeMonth(january, by: office("office"))
    for name in ["office", "director"] {
      _ = try await ledger.publishEdition(january, scope: "CA", kind: nil, by: office(name))
    }
    return office
  }

  static func request(
    to: Int = 1, edition: Int = 1, after: Int = 0, isAccepted: Bool = true, reason: String = "",
    document: String = "〔2021〕1号", unit: String = "CA-AB"
  ) -> StepRequest {
    StepRequest(
      scope: "CA", unit: unit, to: to, edition: edition, after: after, isAccepted: isAccepted,
      reason: reason, document: document)
  }

  @Test func `what is refused, in its order`() async throws {
    let office = try await Self.office()
    func code(_ request: StepRequest, as name: String = "office") async -> String? {
      await refusal { try await office.ledger.decideStep(request, by: office(name)) }
    }
    #expect(await code(Self.request(), as: "reporter") == "account.out_of_scope")
    #expect(await code(Self.request(unit: "CA-XX")) == "escalation.unit_unknown")
    #expect(await code(Self.request(unit: "CA")) == "escalation.unit_unknown")
    #expect(await code(Self.request(after: 1)) == "escalation.decided_already")
    #expect(await code(Self.request(to: 2)) == "escalation.proposal_changed")
    #expect(await code(Self.request(edition: 2)) == "escalation.proposal_changed")
    #expect(await code(Self.request(), as: "director") == "escalation.not_the_decider")
    #expect(await code(Self.request(isAccepted: false)) == "escalation.reason_missing")
    #expect(await code(Self.request(document: "")) == "escalation.document_missing")
    let empty = try await Self.office(isPublished: false)
    #expect(
      await refusal { try await empty.ledger.decideStep(Self.request(), by: empty("office")) }
        == "escalation.unit_unknown")
  }

  @Test func `of two who decide at once one is refused, and the journal verifies`() async throws {
    let office = try await Self.office()
    let outcomes = await withTaskGroup(of: String?.self) { group in
      for isAccepted in [true, false, true, false] {
        group.addTask {
          await refusal {
            try await office.ledger.decideStep(
              Self.request(isAccepted: isAccepted, reason: "同时"), by: office("office"))
          }
        }
      }
      return await group.reduce(into: [String?]()) { $0.append($1) }
    }
    #expect(outcomes.count { $0 == nil } == 1, "\(outcomes)")
    #expect(outcomes.allSatisfy { [nil, "escalation.decided_already"].contains($0) })
    #expect(try await office.ledger.verify().findings.isEmpty)
  }

  @Test func `an accepted step stands with its ground, a refused one is not asked again`()
    async throws
  {
    let office = try await Self.office()
    let ledger = office.ledger
    _ = try await ledger.decideStep(Self.request(), by: office("office"))
    _ = try await ledger.decideStep(
      Self.request(isAccepted: false, reason: "数据待核", unit: "CA-BC"), by: office("office"))
    let found = try await ledger.escalations(of: "CA", by: office("reviewer"))
    #expect(found.units.map(\.code) == ["CA-AB", "CA-BC"])
    #expect(found.units.map(\.standing.step) == [1, 0])
    #expect(found.units.allSatisfy { $0.proposal == nil })
    #expect(found.units[0].ground.map(\.edition) == [1])
    #expect(found.units[1].forecast?.to == 1, "the next month asks again")
    #expect(try await ledger.verify().findings.isEmpty)
  }

  @Test func `a ladder is tried without being kept`() async throws {
    let office = try await Self.office()
    let trials = try await office.ledger.tryLadder(Self.ladder, scope: "CA", by: office("office"))
    #expect(trials.map(\.step) == [1, 1])
    #expect(
      await refusal {
        try await office.ledger.tryLadder(Self.ladder, scope: "CA", by: office("director"))
      } == "account.not_allowed")
    #expect(
      try await office.ledger.escalations(of: "CA", by: office("office")).units[0].decisions.isEmpty
    )
  }
}
