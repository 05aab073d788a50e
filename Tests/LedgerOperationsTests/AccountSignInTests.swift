import LedgerDomain
import LedgerStore
import LedgerTestSupport
import PostgresSupport
import Testing

@testable import LedgerOperations

/// Signing in: who is let in, what for, and what is said to those who are not.
struct AccountSignInTests {
  @Test func `a wrong account, a wrong password and no password are refused in the same words`()
    async throws
  {
    let door = try await AccountDoor()
    #expect(await door.signIn("reporter", "wrong").refusal == "session.wrong")
    #expect(await door.signIn("nobody").refusal == "session.wrong")
    #expect(await door.signIn("", "").refusal == "session.wrong")
    let long = String(repeating: "x", count: 100_000)
    #expect(await door.signIn(long, long).refusal == "session.wrong")
    let signedIn = await door.signIn("reporter")
    #expect(signedIn.session?.purpose == .full)
    #expect(signedIn.session?.secret.utf8.count == 64)
  }

  @Test
  func `a disabled, an expired and a dormant account are told so with the right password only`()
    async throws
  {
    let door = try await AccountDoor()
    let system = try await door.console("system")
    let ledger = door.at(minutes: 0)
    try await ledger.setAccount("reporter", enabled: false, reason: "离岗", by: system)
    #expect(await door.signIn("reporter", "wrong").refusal == "session.wrong")
    #expect(await door.signIn("reporter").refusal == "account.disabled")
    try await ledger.setAccount("reporter", enabled: true, reason: "回岗", by: system)
    #expect(await door.signIn("reporter").refusal == nil)

    let yesterday = try #require(CalendarDate("2026-01-04"))
    try await ledger.setExpiry(of: "reporter", until: yesterday, by: system)
    #expect(await door.signIn("reporter").refusal == "account.expired")
    #expect(
      await refusal { try await ledger.openConsoleSession(as: "reporter") } == "account.expired")
    try await ledger.setExpiry(of: "reporter", until: yesterday.adding(days: 1), by: system)
    #expect(await door.signIn("reporter").refusal == nil, "the last day is a day")
    try await ledger.setExpiry(of: "reporter", until: nil, by: system)

    let day = 1_440
    let late = 90 * day
    #expect(await door.signIn("reporter", "wrong", minutes: late).refusal == "session.wrong")
    #expect(await door.signIn("reporter", minutes: late).refusal == "account.dormant")
    let security = try await door.console("security", minutes: late)
    try await door.at(minutes: late).unlock("reporter", by: security)
    // Its password is old by now as well.
    #expect(await door.signIn("reporter", minutes: late).session?.purpose == .changePassword)
  }

  @Test func `a one-time password only lets another be set, and for three days`() async throws {
    let door = try await AccountDoor()
    let ledger = door.at(minutes: 0)
    let security = try await door.console("security")
    let before = try #require(await door.signIn("reporter").session)
    let oneTime = try await ledger.resetCredentials(of: "reporter", by: security)
    #expect(try await ledger.whoActs(secret: before.secret) == nil, "a reset ends sessions")
    #expect(await door.signIn("reporter").refusal == "session.wrong")
    #expect(await door.signIn("reporter", oneTime, minutes: 3 * 1_440).refusal == "session.wrong")
    let session = try #require(await door.signIn("reporter", oneTime).session)
    #expect(session.purpose == .changePassword)

    let actor = Ledger.Actor(session: session.secret)
    #expect(
      await refusal { try await ledger.act(by: actor) { _, _ in } } == "account.nobody_acts")
    #expect(await refusal { try await ledger.sessions(by: actor) } == "session.purpose_other")
    #expect(
      await refusal { try await ledger.startSecondFactor(bySecret: session.secret) }
        == "session.purpose_other")
    let next = try await ledger.changePassword(
      from: oneTime, to: "Geese fly south in 11 lines", bySecret: session.secret)
    #expect(next.purpose == .full)
    #expect(try await ledger.whoActs(secret: session.secret) == nil)
    #expect(try await ledger.whoActs(secret: next.secret)?.account == "reporter")
    #expect(try await door.findings().isEmpty)
  }

  @Test func `nobody resets or unlocks himself, and only the security administrator others`()
    async throws
  {
    let door = try await AccountDoor()
    let ledger = door.at(minutes: 0)
    let (system, security) = (try await door.console("system"), try await door.console("security"))
    for (actor, account) in [(system, "reporter"), (security, "security")] {
      #expect(
        await refusal { try await ledger.resetCredentials(of: account, by: actor) }
          == "account.not_allowed")
      #expect(
        await refusal { try await ledger.unlock(account, by: actor) } == "account.not_allowed")
    }
    #expect(
      await refusal { try await ledger.resetCredentials(of: "nobody", by: security) }
        == "account.unknown")
    #expect(
      await refusal { try await ledger.setExpiry(of: "reporter", until: nil, by: security) }
        == "account.not_allowed")
    #expect(
      await refusal { try await ledger.setPolicy(AccountPolicy.standard.document, by: system) }
        == "account.not_allowed")
    #expect(
      await refusal { try await ledger.accounts(by: try await door.console("office")) }
        == "account.not_allowed")
  }

  @Test func `the first administrators get a one-time password, once`() async throws {
    let door = try await AccountDoor()
    let again = Account(name: "second", displayName: "", unit: "*", post: "")
    #expect(
      await refusal {
        try await door.at(minutes: 0).createFirstAdministrator(again, role: .systemAdministrator)
      } == "account.administrator_exists")
    let database = try await TestDatabase.clone()
    let ledger = Ledger(
      store: Store(pool: database.pool(role: "ledger_app", size: 1)),
      console: Store(pool: database.pool(role: "ledger_auth", size: 1)),
      audit: Store(pool: database.pool(role: "ledger_audit", size: 1)),
      surroundings: door.at(minutes: 0).surroundings,
      hasher: PasswordHasher(operations: 1, memoryBytes: 8_192))
    let password = try await ledger.createFirstAdministrator(again, role: .systemAdministrator)
    #expect(password.utf8.count == 23)
    let session = try await ledger.signIn(
      SignInRequest(account: "second", password: password, network: "x"))
    #expect(session.purpose == .changePassword)
    #expect(
      await refusal { try await ledger.setDemonstrationPassword(of: "second", to: "x") }
        == "password.demonstration_only", "the clock of this installation is the server's")
    let next = try await ledger.changePassword(
      from: password, to: "Geese fly south in 11 lines", bySecret: session.secret)
    #expect(next.purpose == .enrolSecondFactor, "an administrator needs a second factor")
  }

  @Test func `a password that was hashed with other costs is hashed anew at sign-in`()
    async throws
  {
    let door = try await AccountDoor()
    let strong = Ledger(
      store: door.at(minutes: 0).store, console: door.at(minutes: 0).console,
      audit: door.at(minutes: 0).audit, surroundings: door.at(minutes: 0).surroundings,
      hasher: PasswordHasher(operations: 2, memoryBytes: 16_384))
    let request = SignInRequest(
      account: "reporter", password: AccountDoor.password, network: "10.1.1")
    _ = try await strong.signIn(request)
    let pool = door.database.pool(size: 1)
    let costs = Statement(
      "test_costs", "select phc from ledger.credentials where account = $1 order by number")
    let phcs = try await pool.withConnection { connection in
      try connection.execute(costs, [.text("reporter")]).map { try $0.text(0) }
    }
    await pool.shutdown()
    #expect(phcs.count == 2)
    #expect(phcs.last?.contains("m=16,t=2,p=1") == true)
    _ = try await strong.signIn(request)
    #expect(try await door.findings().isEmpty)
  }

  @Test func `more sign-ins than the hasher has room for are refused, and count for nothing`()
    async throws
  {
    let door = try await AccountDoor()
    let small = PasswordHasher(threads: 1, waitersMax: 0, operations: 3, memoryBytes: 32 << 20)
    let ledger = door.at(minutes: 0)
    let narrow = Ledger(
      store: ledger.store, console: ledger.console, audit: ledger.audit,
      surroundings: ledger.surroundings, hasher: small)
    let outcomes = await withTaskGroup(of: String?.self) { group in
      for number in 0..<6 {
        group.addTask {
          await refusal {
            try await narrow.signIn(
              SignInRequest(account: "ghost\(number)", password: "x", network: "10.1.1"))
          }
        }
      }
      return await group.reduce(into: [String?]()) { $0.append($1) }
    }
    #expect(outcomes.contains("session.busy"), "\(outcomes)")
    #expect(outcomes.contains("session.wrong"), "\(outcomes)")
    #expect(outcomes.allSatisfy { ["session.busy", "session.wrong"].contains($0) }, "\(outcomes)")
  }
}
