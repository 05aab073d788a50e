import LedgerDomain
import LedgerOperations
import LedgerStore
import LedgerTestSupport
import PostgresSupport
import Testing

/// Attempts and ended sessions are forgotten after a while, and nothing that counts goes with them.
struct PruneSignInsTests {
  private static func counts(_ door: AccountDoor) async throws -> (attempts: Int, sessions: Int) {
    let pool = door.database.pool(size: 1)
    let row = try await pool.withConnection { connection in
      try #require(try connection.execute(counting).first).textArray(0)
    }
    await pool.shutdown()
    return (Int(row[0] ?? "") ?? -1, Int(row[1] ?? "") ?? -1)
  }

  private static let counting = Statement(
    "test_count_sign_ins",
    """
    select array[
      (select count(*)::text from ledger.sign_in_attempts),
      (select count(*)::text from ledger.sessions where account = 'reporter')
    ]
    """)

  @Test func `what is older than the policy says goes, and the latest use stays`() async throws {
    let door = try await AccountDoor()
    #expect(await door.signIn("reporter", "wrong").refusal == "session.wrong")
    #expect(await door.signIn("reporter").session != nil)
    #expect(await door.signIn("reporter", minutes: 60).session != nil)
    let day = 1_440
    #expect(try await door.at(day: 399).pruneSignIns() == (0, 0))
    #expect(try await Self.counts(door) == (3, 2))
    let pruned = try await door.at(minutes: 402 * day).pruneSignIns()
    #expect(pruned.attempts == 3)
    #expect(try await Self.counts(door) == (0, 1), "dormancy counts from the latest session")
    let security = try await door.console("security", minutes: 402 * day)
    let list = try await door.at(day: 402).accounts(by: security)
    let reporter = try #require(list.first { $0.account.name == "reporter" })
    #expect(
      reporter.signedInAt?.microsecondsSince2000
        == AccountDoor.start.microsecondsSince2000 + 3_600_000_000)
    #expect(await door.signIn("reporter", minutes: 402 * day).refusal == "account.dormant")
    #expect(try await door.findings().isEmpty)
  }

  @Test func `a door that is shut today stays shut`() async throws {
    let door = try await AccountDoor()
    for _ in 0..<5 { _ = await door.signIn("reporter", "wrong") }
    _ = try await door.at(minutes: 1).pruneSignIns()
    #expect(await door.signIn("reporter", minutes: 1).refusal == "session.too_many")
  }

  @Test func `one process does it at a time`() async throws {
    let door = try await AccountDoor()
    _ = await door.signIn("reporter", "wrong")
    let pool = door.database.pool(size: 1)
    try await pool.withConnection { connection in
      try connection.executeScript("select pg_advisory_lock(1953656692, -4)")
    }
    #expect(try await door.at(day: 500).pruneSignIns() == (0, 0))
    try await pool.withConnection {
      try $0.executeScript("select pg_advisory_unlock(1953656692, -4)")
    }
    #expect(try await door.at(day: 500).pruneSignIns().attempts == 1)
    await pool.shutdown()
  }

  @Test func `a policy keeps them for a year at least`() async throws {
    let door = try await AccountDoor()
    let security = try await door.console("security")
    var policy = AccountPolicy.standard
    policy.signInDays = 365
    #expect(
      await refusal { try await door.at(minutes: 0).setPolicy(policy.document, by: security) }
        == "json.wrong_type")
    policy.signInDays = 366
    try await door.at(minutes: 0).setPolicy(policy.document, by: security)
    #expect(try await door.at(minutes: 0).policy().signInDays == 366)
    #expect(await door.signIn("reporter").session != nil)
    #expect(await door.signIn("reporter", minutes: 1).session != nil)
    #expect(try await door.at(day: 366).pruneSignIns().attempts == 0)
    #expect(try await door.at(day: 368).pruneSignIns().attempts == 2)
  }
}
