import LedgerDomain
import LedgerOperations
import LedgerStore
import PostgresSupport
import Testing

/// One month by its acts: who may, in which order, and what is refused.
@Suite(.serialized)
struct MonthTests {
  private static let january = Month(index: 2021 * 12)

  private static func rows(_ unit: String, _ reports: Int) -> String {
    """
    \(unit),2021-01,REPORTS,\(reports)
    \(unit),2021-01,VICTIM_REPORTS,5
    \(unit),2021-01,VICTIMS,6
    \(unit),2021-01,LOSS_CAD,700

    """
  }

  @Test func `a month is submitted, reviewed, closed, reopened and corrected`() async throws {
    let office = try await Office()
    let ledger = office.ledger
    #expect(try await office.submit(Self.rows("CA-AB", 10)) == 1)
    #expect(
      await refusal { try await ledger.closeMonth(Self.january, by: office("office")) }
        == "month.incomplete")
    #expect(try await office.submit(Self.rows("CA-BC", 20)) == 1)
    #expect(try await office.decide(.office, "office") == 0, "the unit has not approved yet")
    #expect(try await office.decide(.unit, "reviewer") == 2)
    #expect(try await office.decide(.office, "office") == 2)
    #expect(
      await refusal { try await ledger.closeMonth(Self.january, by: office("reporter")) }
        == "account.not_allowed")
    _ = try await ledger.closeMonth(Self.january, by: office("office"))
    #expect(
      await refusal { try await ledger.closeMonth(Self.january, by: office("office")) }
        == "month.already_closed")
    #expect(
      await refusal { try await office.submit(Self.rows("CA-AB", 11), revises: true) }
        == "submission.period_closed")

    let until = PostgresTimestamp(unixMicroseconds: 4_102_444_800_000_000)
    #expect(
      await refusal { try await ledger.agreeToReopening(Self.january, by: office("director")) }
        == "month.nothing_proposed")
    try await ledger.proposeReopening(
      Self.january, reason: "补录", until: until, by: office("office"))
    #expect(
      await refusal { try await ledger.agreeToReopening(Self.january, by: office("office")) }
        == "account.not_allowed")
    try await ledger.agreeToReopening(Self.january, by: office("director"))
    #expect(
      await refusal { try await office.submit(Self.rows("CA-AB", 11)) }
        == "submission.revision_exists")
    #expect(try await office.submit(Self.rows("CA-AB", 11), revises: true) == 1)
    #expect(try await office.decide(.unit, "reviewer") == 1)
    #expect(try await office.decide(.office, "office") == 1)
    _ = try await ledger.closeMonth(Self.january, by: office("office"))
    #expect(try await ledger.verify().findings.isEmpty)
  }

  @Test func `a key is used once: the same content again does nothing, other is refused`()
    async throws
  {
    let office = try await Office()
    #expect(try await office.submit(Self.rows("CA-AB", 10), key: "first-import") == 1)
    let entries = try await office.ledger.verify().entries
    #expect(try await office.submit(Self.rows("CA-AB", 10), key: "first-import") == 1)
    #expect(try await office.ledger.verify().entries == entries, "nothing was added")
    #expect(
      await refusal { try await office.submit(Self.rows("CA-AB", 11), key: "first-import") }
        == "journal.key_reused")
    #expect(
      await refusal { try await office.submit(Self.rows("CA-BC", 10), key: "first-import") }
        == "journal.key_reused")
  }

  @Test func `two imports of one submission at once give one revision`() async throws {
    let office = try await Office()
    let outcomes = await withTaskGroup(of: String?.self) { group in
      for reports in 1...6 {
        group.addTask {
          await refusal { try await office.submit(Self.rows("CA-AB", reports + 5)) }
        }
      }
      return await group.reduce(into: [String?]()) { $0.append($1) }
    }
    #expect(outcomes.count { $0 == nil } == 1, "\(outcomes)")
    #expect(
      outcomes.allSatisfy {
        [nil, "submission.revision_exists", "submission.revision_stale"].contains($0)
      }, "\(outcomes)")
    #expect(try await office.ledger.verify().findings.isEmpty)
  }

  @Test func `a disputed figure is not accepted in bulk`() async throws {
    let office = try await Office()
    let ledger = office.ledger
    _ = try await office.submit(Self.rows("CA-AB", 10) + Self.rows("CA-BC", 20))
    func request(
      _ unit: String, _ indicator: String, _ figure: String? = nil, reason: String = "",
      revision: Int? = nil
    ) -> VerificationRequest {
      VerificationRequest(
        unit: unit, form: "fraud-monthly", period: Period(Self.january), revision: revision,
        indicator: indicator, figure: figure, reason: reason)
    }
    func refused(_ name: String, _ request: VerificationRequest) async -> String? {
      await refusal { try await ledger.verifyFigure(request, by: office(name)) }
    }
    #expect(await refused("reviewer", request("CA-AB", "REPORTS")) == "account.not_allowed")
    #expect(
      await refused("verifier", request("CA-AB", "REPORTS", revision: 2))
        == "submission.revision_unknown")
    #expect(
      await refused("verifier", request("CA-AB", "CASES")) == "submission.indicator_not_in_form")
    #expect(
      await refused("verifier", request("CA-AB", "REPORTS", "1e3", reason: "x"))
        == "figure.not_a_number")
    #expect(
      await refused("verifier", request("CA-AB", "REPORTS", "12"))
        == "submission.reason_missing")
    #expect(await refused("verifier", request("CA-BC", "REPORTS")) == nil)
    #expect(await refused("verifier", request("CA-AB", "REPORTS", "12", reason: "口径")) == nil)
    #expect(
      await refused("verifier", request("CA-AB", "REPORTS")) == "submission.already_verified")
    #expect(try await office.decide(.unit, "reviewer") == 2)
    #expect(try await office.decide(.office, "office") == 1, "CA-AB is disputed")
    let status = try await ledger.monthStatus(Self.january, by: office("office"))
    #expect(status.lacking.map(\.submission) == ["CA-AB/fraud-monthly"])
    #expect(status.lacking.map(\.state) == ["disputed"])

    // A correction is a new revision, of which nothing is disputed.
    #expect(try await office.submit(Self.rows("CA-AB", 12), revises: true) == 1)
    #expect(
      await refused("verifier", request("CA-AB", "REPORTS", revision: 1))
        == "submission.revision_stale")
    #expect(try await office.decide(.unit, "reviewer") == 1)
    #expect(try await office.decide(.office, "office") == 1)
    #expect(try await ledger.verify().findings.isEmpty)

    let completeness = try await ledger.completeness(of: Period(Self.january), by: office("office"))
    #expect(completeness.map(\.unit) == ["CA-AB", "CA-BC"])
    #expect(completeness.map(\.isRevised) == [true, false])
    #expect(completeness.allSatisfy { $0.received != nil && !$0.isOnTime })
  }

  @Test func `the office accepts a disputed figure with a reason`() async throws {
    let office = try await Office()
    _ = try await office.submit(Self.rows("CA-AB", 10))
    try await office.ledger.verifyFigure(
      VerificationRequest(
        unit: "CA-AB", form: "fraud-monthly", period: Period(Self.january), indicator: "REPORTS",
        figure: "11", reason: "口径不同"),
      by: office("verifier"))
    #expect(try await office.decide(.unit, "reviewer") == 1)
    #expect(try await office.decide(.office, "office") == 0)
    let accepted = try await office.ledger.review(
      ReviewRequest(
        stage: .office, decision: .approve, form: nil, periods: [Period(Self.january)],
        units: ["CA-AB"], reason: "按立案口径，原数正确"),
      by: office("office"))
    #expect(accepted == 1)
  }

  @Test func `an ended session acts no more`() async throws {
    let office = try await Office()
    let actor = try office("office")
    try await office.ledger.endSession(of: actor)
    #expect(
      await refusal { try await office.ledger.closeMonth(Self.january, by: actor) }
        == "account.nobody_acts")
  }
}
