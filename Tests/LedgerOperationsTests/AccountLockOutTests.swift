import LedgerDomain
import LedgerTestSupport
import PostgresSupport
import Testing

@testable import LedgerOperations

/// The door shuts on who tries too often, and is no weapon against who lives there.
struct AccountLockOutTests {
  @Test(arguments: ["reporter", "nobody"])
  func `five failures make a network wait, whether there is such an account or not`(
    account: String
  ) async throws {
    let door = try await AccountDoor()
    for minute in 0..<5 {
      #expect(
        await door.signIn(account, "wrong", from: "evil", minutes: minute).refusal
          == "session.wrong")
    }
    #expect(await door.signIn(account, from: "evil", minutes: 5).refusal == "session.too_many")
    #expect(await door.signIn(account, from: "evil", minutes: 18).refusal == "session.too_many")
    let after = await door.signIn(account, from: "evil", minutes: 19)
    #expect(after.refusal == (account == "nobody" ? "session.wrong" : nil))
  }

  @Test func `the holder signs in from elsewhere meanwhile`() async throws {
    let door = try await AccountDoor()
    for _ in 0..<7 { _ = await door.signIn("reporter", "wrong", from: "evil") }
    #expect(await door.signIn("reporter", from: "evil").refusal == "session.too_many")
    #expect(await door.signIn("reporter", from: "home").refusal == nil)
  }

  @Test func `a sign-in clears what failed before it from that network`() async throws {
    let door = try await AccountDoor()
    for _ in 0..<3 {
      for _ in 0..<4 {
        #expect(await door.signIn("reporter", "wrong", from: "home").refusal == "session.wrong")
      }
      #expect(await door.signIn("reporter", from: "home").refusal == nil)
    }
  }

  @Test func `many attempts at once find no gap`() async throws {
    let door = try await AccountDoor()
    let outcomes = await withTaskGroup(of: String?.self) { group in
      for _ in 0..<24 {
        group.addTask { await door.signIn("reporter", "wrong", from: "evil").refusal }
      }
      return await group.reduce(into: [String?]()) { $0.append($1) }
    }
    #expect(outcomes.count { $0 == "session.wrong" } == 5, "\(outcomes)")
    #expect(outcomes.count { $0 == "session.too_many" } == 19, "\(outcomes)")
  }

  @Test func `fifty failures in a day shut strange networks out, and familiar ones not`()
    async throws
  {
    let door = try await AccountDoor()
    #expect(await door.signIn("reporter", from: "home").refusal == nil)
    for attempt in 0..<60 {
      _ = await door.signIn("reporter", "wrong", from: "evil\(attempt / 4)", minutes: 1)
    }
    #expect(await door.signIn("reporter", from: "new", minutes: 2).refusal == "session.locked")
    #expect(await door.signIn("reporter", from: "home", minutes: 2).refusal == nil)
    // It stays shut, since what is refused is not counted, and does not open by itself.
    let week = 7 * 1_440
    #expect(await door.signIn("reporter", from: "new", minutes: week).refusal == "session.locked")
    let security = try await door.console("security", minutes: week)
    try await door.at(minutes: week).unlock("reporter", by: security)
    #expect(await door.signIn("reporter", from: "new", minutes: week).refusal == nil)
    // After thirty days without a sign-in a network is as strange as any.
    let late = week + 31 * 1_440
    for attempt in 0..<60 {
      _ = await door.signIn("reporter", "wrong", from: "evil\(attempt / 4)", minutes: late)
    }
    #expect(await door.signIn("reporter", from: "home", minutes: late).refusal == "session.locked")
  }

  @Test func `failures from a familiar network shut that network alone`() async throws {
    let door = try await AccountDoor()
    #expect(await door.signIn("reporter", from: "home").refusal == nil)
    for attempt in 0..<50 {
      let minute = 1 + attempt / 5 * 20
      #expect(
        await door.signIn("reporter", "wrong", from: "home", minutes: minute).refusal
          == "session.wrong")
    }
    #expect(await door.signIn("reporter", from: "home", minutes: 300).refusal == "session.locked")
    #expect(await door.signIn("reporter", from: "new", minutes: 300).refusal == nil)
  }

  @Test func `a name that nobody has is not kept as it was typed`() async throws {
    let door = try await AccountDoor()
    _ = await door.signIn("MySecretPassword1", "reporter")
    let pool = door.database.pool(size: 1)
    let kept = Statement("test_attempts", "select account, outcome from ledger.sign_in_attempts")
    let rows = try await pool.withConnection { connection in
      try connection.execute(kept, []).map { (try $0.text(0), try $0.text(1)) }
    }
    await pool.shutdown()
    #expect(rows.count == 1)
    #expect(rows.first?.0.hasPrefix("#") == true && rows.first?.0.utf8.count == 17)
    #expect(rows.first?.1 == "failed")
  }
}
