import LedgerDomain
import LedgerTestSupport
import PostgresSupport
import Testing

@testable import LedgerOperations
@testable import LedgerStore

/// Changing a password: what is refused, what may not come again, and when it has to be.
struct AccountPasswordTests {
  @Test func `the present password is asked for, and failures count`() async throws {
    let door = try await AccountDoor()
    let ledger = door.at(minutes: 0)
    let secret = try #require(await door.signIn("reporter").session).secret
    func change(_ present: String, _ new: String) async -> String? {
      await refusal {
        try await ledger.changePassword(from: present, to: new, bySecret: secret)
      }
    }
    let present = AccountDoor.password
    #expect(await change("wrong", "x") == "session.wrong")
    #expect(await change(present, "short") == "password.too_short")
    #expect(await change(present, "geeseflysouth1") == "password.too_plain")
    #expect(await change(present, "Reporter-2026-x") == "password.contains_name")
    #expect(await change(present, "Password-2026") == "password.common")
    #expect(await change(present, present) == "password.used_before")
    #expect(
      await refusal { try await ledger.changePassword(from: "x", to: "y", bySecret: "forged") }
        == "account.nobody_acts")
    for _ in 0..<4 { #expect(await change("wrong", "x") == "session.wrong") }
    #expect(await change(present, "Geese fly south in 11") == "session.too_many")
  }

  @Test func `of the last five none comes again, and the sixth does`() async throws {
    let door = try await AccountDoor()
    var present = AccountDoor.password
    for number in 1...6 {
      let ledger = door.at(minutes: number)
      let session = try #require(await door.signIn("reporter", present, minutes: number).session)
      let refused = await refusal {
        try await ledger.changePassword(
          from: present, to: AccountDoor.password, bySecret: session.secret)
      }
      #expect(refused == (number <= 5 ? "password.used_before" : nil), "\(number)")
      if number <= 5 {
        let next = "Geese fly \(number) times a year"
        _ = try await ledger.changePassword(from: present, to: next, bySecret: session.secret)
        present = next
      }
    }
    #expect(try await door.findings().isEmpty)
  }

  @Test func `a change ends the other sessions, and goes on in a new one`() async throws {
    let door = try await AccountDoor()
    let ledger = door.at(minutes: 0)
    let here = try #require(await door.signIn("reporter").session)
    let there = try #require(await door.signIn("reporter", from: "home").session)
    let next = try await ledger.changePassword(
      from: AccountDoor.password, to: "Geese fly south in 11", bySecret: here.secret)
    #expect(try await ledger.whoActs(secret: here.secret) == nil)
    #expect(try await ledger.whoActs(secret: there.secret) == nil)
    #expect(try await ledger.whoActs(secret: next.secret)?.purpose == .full)
    #expect(await door.signIn("reporter").refusal == "session.wrong")
  }

  @Test func `a password is changed after ninety days, unless the policy says never`()
    async throws
  {
    let door = try await AccountDoor()
    let (before, after) = (89 * 1_440, 90 * 1_440)
    #expect(await door.signIn("reporter", minutes: before).session?.purpose == .full)
    #expect(await door.signIn("reporter", minutes: after).session?.purpose == .changePassword)
    var policy = AccountPolicy.standard
    policy.password.rotationDays = 0
    let security = try await door.console("security", minutes: after)
    try await door.at(minutes: after).setPolicy(policy.document, by: security)
    #expect(try await door.at(minutes: after).policy() == policy)
    #expect(await door.signIn("reporter", minutes: after).session?.purpose == .full)
    #expect(try await door.findings().isEmpty)
  }

  @Test func `a policy takes its own form only`() async throws {
    let door = try await AccountDoor()
    let security = try await door.console("security")
    #expect(
      await refusal { try await door.at(minutes: 0).setPolicy([:], by: security) }
        == "json.member_missing")
  }

  @Test func `a digest that is not of its secret cannot be stored, nor a secret be changed`()
    async throws
  {
    let door = try await AccountDoor()
    let pool = door.database.pool(role: "ledger_auth", size: 1)
    for act in [
      """
      insert into ledger.credentials (
        account, number, phc_sha256, must_change, set_at, entry, phc
      )
      values ('reporter', 9, sha256('a'), false, now(), 1, 'b')
      """,
      """
      insert into ledger.second_factors (account, number, state, sealed_sha256, entry, sealed)
      values ('reporter', 9, 'enrolled', sha256('a'), 1, 'b')
      """,
      "update ledger.credentials set must_change = false",
      "delete from ledger.credentials", "delete from ledger.sign_in_attempts",
      "update ledger.sessions set expires_at = 'infinity'",
      "update ledger.sessions set limit_unit = null",
    ] {
      let failure = await #expect(throws: PostgresFailure.self, "\(act)") {
        try await pool.withConnection { try $0.executeScript(act) }
      }
      #expect(["23514", "42501"].contains(failure?.sqlState), "\(act)")
    }
    await pool.shutdown()
  }

  @Test func `a credential changed behind the journal's back is found`() async throws {
    let door = try await AccountDoor()
    try await door.database.script(
      """
      set session_replication_role = replica;
      update ledger.credentials set phc = 'x', phc_sha256 = sha256('x') where account = 'office';
      """)
    #expect(try await door.findings().contains { $0.contains("credentials office") })
  }

  @Test func `a password is reset once for who asks twice`() async throws {
    let door = try await AccountDoor()
    let ledger = door.at(minutes: 0)
    let security = try await door.console("security")
    func number() async throws -> Int {
      let records = try await ledger.accountRecords(by: security)
      return try #require(records.first { $0.overview.account.name == "reporter" }).credential
    }
    let before = try await number()
    func reset() async -> String? {
      await refusal {
        try await ledger.resetCredentials(of: "reporter", replacing: before, by: security)
      }
    }
    #expect(await reset() == nil)
    #expect(await reset() == "account.password_changed")
    #expect(try await number() == before + 1)
    let records = try await ledger.accountRecords(by: security)
    #expect(records.first { $0.overview.account.name == "reporter" }?.states == [.mustChange])
  }

  @Test func `administrators see accounts as they are`() async throws {
    let door = try await AccountDoor()
    _ = await door.signIn("reporter")
    let list = try await door.at(minutes: 0).accounts(by: try await door.console("security"))
    #expect(list.map(\.account.name) == ["office", "reporter", "security", "system"])
    let reporter = try #require(list.first { $0.account.name == "reporter" })
    #expect(reporter.signedInAt == AccountDoor.start && !reporter.hasSecondFactor)
    #expect(reporter.grants.map(\.role) == [.reporter] && reporter.isEnabled)
    #expect(list.first?.signedInAt == nil)
  }
}
