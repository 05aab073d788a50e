import LedgerDomain
import LedgerTestSupport
import PostgresSupport
import Testing

@testable import LedgerOperations
@testable import LedgerStore

/// Sessions end when they idle, at their end, and at once when something about the account changes.
struct AccountSessionTests {
  @Test func `a session ends when it idles, and at its end whatever happens`() async throws {
    let door = try await AccountDoor()
    let secret = try #require(await door.signIn("reporter").session).secret
    func isInForce(_ minutes: Int) async throws -> Bool {
      try await door.at(minutes: minutes).whoActs(secret: secret) != nil
    }
    #expect(try await isInForce(14))
    #expect(try await !isInForce(15), "it idled")
    try await door.at(minutes: 15).touchSession(secret: secret)
    #expect(try await !isInForce(15), "what idled is not brought back")

    let other = try #require(await door.signIn("reporter", minutes: 20).session)
    for minutes in stride(from: 30, to: 20 + 480, by: 10) {
      try await door.at(minutes: minutes).touchSession(secret: other.secret)
      #expect(try await door.at(minutes: minutes).whoActs(secret: other.secret) != nil)
    }
    #expect(try await door.at(minutes: 500).whoActs(secret: other.secret) == nil)
    #expect(
      await refusal {
        try await door.at(minutes: 500).act(by: Ledger.Actor(session: other.secret)) { _, _ in }
      } == "account.nobody_acts")
  }

  @Test func `a session's use is noted once a minute`() async throws {
    let door = try await AccountDoor()
    let secret = try #require(await door.signIn("reporter").session).secret
    let fresh = try #require(
      try await door.at(minutes: 0, seconds: 59).whoActs(secret: secret))
    #expect(!fresh.mustTouch && fresh.idleSeconds == 900 && fresh.purpose == .full)
    #expect(fresh.roles == [.reporter] && fresh.grants.map(\.unit) == ["CA-AB"])
    #expect(try await door.at(minutes: 1).whoActs(secret: secret)?.mustTouch == true)
    try await door.at(minutes: 1).touchSession(secret: secret)
    #expect(try await door.at(minutes: 1).whoActs(secret: secret)?.mustTouch == false)
    #expect(try await door.at(minutes: 1).whoActs(secret: "forged") == nil)
  }

  @Test func `one ends one's own sessions, and the security administrator anybody's`()
    async throws
  {
    let door = try await AccountDoor()
    let ledger = door.at(minutes: 0)
    let mine = try #require(await door.signIn("reporter").session)
    let actor = Ledger.Actor(session: mine.secret)
    let other = try #require(await door.signIn("reporter", from: "home").session)
    let office = try await door.console("office")
    let list = try await ledger.sessions(by: actor)
    #expect(Set(list.map(\.id)) == [mine.id, other.id])
    #expect(list.filter(\.isCurrent).map(\.id) == [mine.id])
    #expect(
      await refusal { try await ledger.sessions(of: "reporter", by: office) }
        == "account.not_allowed")
    #expect(
      await refusal { try await ledger.endSession(id: other.id, by: office) } == "session.unknown")
    #expect(
      await refusal { try await ledger.endSession(id: other.secret, by: actor) }
        == "session.unknown")
    try await ledger.endSession(id: other.id, by: actor)
    #expect(try await ledger.whoActs(secret: other.secret) == nil)
    #expect(
      await refusal { try await ledger.endSession(id: other.id, by: actor) } == "session.unknown")
    let security = try await door.console("security")
    #expect(try await ledger.sessions(of: "reporter", by: security).map(\.id) == [mine.id])
    try await ledger.endSession(id: mine.id, by: security)
    #expect(try await ledger.whoActs(secret: mine.secret) == nil)
    #expect(try await door.findings().isEmpty)
  }

  @Test func `a changed role, a disabled account and an end count at once`() async throws {
    let door = try await AccountDoor()
    let ledger = door.at(minutes: 0)
    let (system, security) = (try await door.console("system"), try await door.console("security"))
    let secret = try #require(await door.signIn("reporter").session).secret
    func mayReport() async throws -> Bool {
      let actor = Store.Actor(session: secret, moment: AccountDoor.start)
      return try await ledger.store.act(by: actor) { try $0.isActingAnywhere(as: [.reporter]) }
    }
    #expect(try await mayReport())
    try await ledger.endGrant(of: "reporter", number: 1, reason: "调岗", by: security)
    #expect(try await !mayReport())
    #expect(try await ledger.whoActs(secret: secret)?.grants.isEmpty == true)
    _ = try await ledger.addGrant(
      .reporter, to: "reporter", unit: "CA-AB", form: nil, until: nil, by: security)
    #expect(try await mayReport())
    let today = try #require(CalendarDate("2026-01-05"))
    try await ledger.setExpiry(of: "reporter", until: today.adding(days: -1), by: system)
    #expect(try await !mayReport())
    try await ledger.setExpiry(of: "reporter", until: today, by: system)
    #expect(try await mayReport())
    try await ledger.setAccount("reporter", enabled: false, reason: "离岗", by: system)
    #expect(try await !mayReport())
    try await ledger.setAccount("reporter", enabled: true, reason: "回岗", by: system)
    #expect(try await !mayReport(), "who is enabled again signs in again")
  }

  @Test(.timeLimit(.minutes(1)))
  func `what may end or narrow a session is announced with the account`() async throws {
    let door = try await AccountDoor()
    let ledger = door.at(minutes: 0)
    let (system, security) = (try await door.console("system"), try await door.console("security"))
    let session = try #require(await door.signIn("reporter").session)
    let configuration = ConnectionConfiguration(
      door.database.connectionString, role: "ledger_auth", applicationName: "test")
    let acts: [@Sendable () async throws -> Void] = [
      { try await ledger.setExpiry(of: "reporter", until: nil, by: system) },
      { try await ledger.endGrant(of: "reporter", number: 1, reason: "x", by: security) },
      {
        _ = try await ledger.addGrant(
          .reporter, to: "reporter", unit: "CA-AB", form: nil, until: nil, by: security)
      },
      { try await ledger.endSession(id: session.id, by: security) },
      { try await ledger.setAccount("reporter", enabled: false, reason: "x", by: system) },
      { _ = try await ledger.resetCredentials(of: "reporter", by: security) },
      {
        try await ledger.enrolDemonstrationSecondFactor(
          of: "reporter", secretBase32: AccountDoor.factor)
      },
    ]
    var heard = 0
    events: for await event in Listener(configuration, channels: ["ledger_sessions"]).events() {
      switch event {
      case .listening, .lost: break
      case .notification(let channel, let payload):
        guard payload == "reporter" else { continue events }
        #expect(channel == "ledger_sessions")
        heard += 1
      }
      if heard == acts.count { break events }
      // One act after the other: each is announced by itself, or this test does not end.
      try await acts[heard]()
    }
    #expect(heard == acts.count)
  }

  @Test(arguments: ["ledger_app", "ledger_audit"])
  func `nobody but the sign-in reads anything secret`(role: String) async throws {
    let door = try await AccountDoor()
    let pool = door.database.pool(role: role, size: 1)
    for secret in [
      "select phc from ledger.credentials", "select sealed from ledger.second_factors",
      "select token_sha256 from ledger.sessions", "select * from ledger.used_codes",
      "select * from ledger.sign_in_attempts", "select * from ledger.sessions_in_force",
      "select * from ledger.account_overviews", "select * from ledger.credentials",
      "update ledger.sign_in_attempts set outcome = 'failed'",
      "update ledger.sessions set ended_at = null",
      "insert into ledger.used_codes (account, step) values ('office', 1)",
    ] {
      let failure = await #expect(throws: PostgresFailure.self, "\(secret)") {
        try await pool.withConnection { try $0.executeScript(secret) }
      }
      #expect(failure?.sqlState == "42501", "\(secret)")
    }
    await pool.shutdown()
  }
}
