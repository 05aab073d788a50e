import LedgerDomain
import LedgerOperations
import LedgerStore
import LedgerTestSupport
import PostgresSupport
import Testing

@testable import LedgerDemonstration

/// The demonstration as its ledger keeps it.
@Suite(.serialized)
struct DemonstrationTests {
  @Test func `only a ledger that was never used takes it`() async throws {
    let ledger = Sample.ledger(try await TestDatabase.clone())
    #expect(try await !ledger.isDemonstration())
    try await ledger.createFirstAdministrator(
      Account(name: "system", displayName: "", unit: "*", post: ""), role: .systemAdministrator)
    #expect(
      await refusal { try await Sample.load(Sample.plan(), into: ledger) }
        == "demonstration.ledger_not_empty")
    #expect(try await !ledger.isDemonstration())
    #expect(try await ledger.verify().findings.isEmpty)
  }

  @Test func `the mark is never taken back, and the journal knows of it`() async throws {
    let database = try await TestDatabase.clone()
    let ledger = Sample.ledger(database)
    try await ledger.markDemonstration()
    #expect(try await ledger.isDemonstration())
    #expect(
      await refusal { try await ledger.markDemonstration() } == "demonstration.ledger_not_empty")
    #expect(try await ledger.verify().findings.isEmpty)
    let unmark = "update ledger.installations set is_demonstration = false"
    for act in [unmark, "delete from ledger.installations", "truncate ledger.installations"] {
      for role in ["ledger_app", "ledger_auth", "ledger_owner"] {
        await #expect(throws: PostgresFailure.self, "\(role): \(act)") {
          try await database.pool(role: role, size: 1).withConnection { try $0.executeScript(act) }
        }
      }
    }
    try await database.script("set session_replication_role = replica; \(unmark)")
    #expect(
      try await ledger.verify().findings
        == ["installations: the mark of invented figures is not what the journal says"])
  }

  @Test func `two ledgers have the same editions, and each holds what it tells`() async throws {
    let plan = try Sample.plan("2026-06", months: 3)
    let database = try await TestDatabase.clone()
    let ledger = Sample.ledger(database)
    let other = Sample.ledger(try await TestDatabase.clone())
    async let first = Sample.load(plan, into: ledger)
    async let second = Sample.load(plan, into: other)
    let reports = try await (first, second)
    #expect(reports.0.editions == 4 && reports.1.editions == 4)

    let office = try await ledger.openConsoleSession(as: "office")
    let editions = try await ledger.editions(by: office)
    let others = try await other.editions(by: other.openConsoleSession(as: "office"))
    #expect(editions.map(\.sha256) == others.map(\.sha256))
    #expect(editions.map(\.period.description) == ["2026-04", "2026-05", "2026-06", "2026-06"])
    #expect(editions.last?.replaces == 3)
    #expect(editions.allSatisfy { $0.publishedBy == "director" })

    let verification = try await ledger.verify()
    #expect(verification.findings.isEmpty)
    #expect(verification.editions == 4 && verification.checkpoints == 1)
    #expect(
      await refusal { try await Sample.load(plan, into: ledger) }
        == "demonstration.ledger_not_empty")
    try await events(ledger, plan, office)
    let ended = try await database.pool(size: 1).withConnection { connection in
      try connection.execute(Self.ended).map { [try $0.text(0), try $0.text(1)] }
    }
    #expect(ended == [[InventedCity.merger.ended, "2026-05-01"]])
    try await openMonth(ledger, plan, office)
  }

  /// What goes astray: a dispute, a return and a correction, each with a second revision.
  private func events(
    _ ledger: Ledger, _ plan: DemonstrationPlan, _ office: Ledger.Actor
  ) async throws {
    let changes = try await ledger.diffEditions(3, 4, by: office)
    #expect(changes.flatMap(\.revisions) == ["county-monthly/2026-06: 1 → 2"])
    #expect(changes.first { !$0.revisions.isEmpty }?.unit == Story.corrected)
    for (month, unit) in zip(plan.publishedMonths, ["990123", "990127", "990126"]) {
      let items = try await ledger.completeness(of: Period(month), by: office)
      #expect(items.count == 12 + 27 + 12 && items.allSatisfy { $0.received != nil })
      #expect(items.filter(\.isRevised).map(\.unit) == [unit], "\(month)")
      #expect(items.contains { !$0.isOnTime }, "\(month): somebody is late")
      #expect(items.count(where: \.isOnTime) >= 44, "\(month): most are in time")
    }
  }

  private func openMonth(
    _ ledger: Ledger, _ plan: DemonstrationPlan, _ office: Ledger.Actor
  ) async throws {
    let status = try await ledger.monthStatus(plan.openMonth, by: office)
    #expect(status.state == "open" && status.accepted == 0)
    let counties = status.lacking.filter { $0.submission.hasSuffix("county-monthly") }
    #expect(Set(counties.map(\.state)) == ["missing", "submitted", "approved"])
  }

  private static let ended = Statement(
    "test_ended_units",
    "select unit, valid_from::text from ledger.unit_versions where is_ended order by unit")
}
