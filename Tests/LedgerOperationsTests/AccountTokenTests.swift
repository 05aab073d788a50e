import LedgerDomain
import LedgerTestSupport
import PostgresSupport
import Testing

@testable import LedgerOperations
@testable import LedgerStore

/// A token reaches what its account's grants and its own limits have in common, and no further.
struct AccountTokenTests {
  private static let until = CalendarDate(daysSince2000: 9_501 + 30)

  /// The reporter holds CA-AB for every form and CA-BC for the form F.
  private static func door() async throws -> AccountDoor {
    let door = try await AccountDoor()
    let security = try await door.console("security")
    _ = try await door.at(minutes: 0).addGrant(
      .reporter, to: "reporter", unit: "CA-BC", form: "F", until: nil, by: security)
    return door
  }

  private static func token(
    _ door: AccountDoor, _ unit: String, _ form: String?
  ) async throws -> (id: String, secret: String) {
    try await door.at(minutes: 0).createToken(
      label: "上报程序", unit: unit, form: form, until: until,
      by: try await door.console("reporter"))
  }

  private static func scope(
    _ door: AccountDoor, _ secret: String, minutes: Int = 0
  ) async throws -> (units: Set<String>, everywhere: Bool, anywhere: Bool) {
    let moment = AccountDoor.start.adding(seconds: Int64(minutes) * 60)
    let actor = Store.Actor(session: secret, moment: moment)
    return try await door.at(minutes: minutes).store.act(by: actor) { transaction in
      let scope = try transaction.actingScope([.reporter])
      return (scope.units, scope.everywhere, try transaction.isActingAnywhere(as: [.reporter]))
    }
  }

  @Test(arguments: [
    ("CA-AB", nil, ["CA-AB", "AB-1"]),
    ("CA-AB", "F", ["CA-AB/F", "AB-1/F"]),
    ("CA-AB", "G", ["CA-AB/G", "AB-1/G"]),
    ("AB-1", nil, ["AB-1"]),
    ("AB-1", "F", ["AB-1/F"]),
    ("CA-BC", "F", ["CA-BC/F"]),
  ])
  func `a token reaches its unit and form, and holds its role nowhere else`(
    unit: String, form: String?, expected: [String]
  ) async throws {
    let door = try await Self.door()
    let token = try await Self.token(door, unit, form)
    let scope = try await Self.scope(door, token.secret)
    #expect(scope.units == Set(expected))
    #expect(!scope.everywhere && !scope.anywhere)
    let acting = try await door.at(minutes: 0).whoActs(secret: token.secret)
    #expect(acting?.purpose == .token)
    #expect(acting?.limitedUnit == unit && acting?.limitedForm == form)
    #expect(acting?.idleSeconds == nil)
    #expect(try await door.findings().isEmpty)
  }

  @Test(arguments: [
    ("CA", nil), ("CA", "F"), ("CA-BC", nil), ("CA-BC", "G"), ("nowhere", nil),
  ])
  func `a token beyond the account is refused`(unit: String, form: String?) async throws {
    let door = try await Self.door()
    #expect(await refusal { try await Self.token(door, unit, form) } == "token.outside")
  }

  @Test func `a key makes one token, and another key another`() async throws {
    let door = try await Self.door()
    func create(_ key: String) async -> String? {
      await refusal {
        _ = try await door.at(minutes: 0).createToken(
          label: "上报程序", unit: "AB-1", form: nil, until: Self.until, key: key,
          by: try await door.console("reporter"))
      }
    }
    #expect(await create("key-1") == nil)
    #expect(await create("key-1") == "token.created_before")
    #expect(await create("key-2") == nil)
    let tokens = try await door.at(minutes: 0).tokens(by: try await door.console("reporter"))
    #expect(tokens.count == 2)
  }

  @Test func `a token of the root is no key to everything`() async throws {
    let door = try await Self.door()
    let ledger = door.at(minutes: 0)
    let security = try await door.console("security")
    _ = try await ledger.addGrant(
      .reporter, to: "reporter", unit: "CA", form: nil, until: nil, by: security)
    let token = try await Self.token(door, "CA", nil)
    let scope = try await Self.scope(door, token.secret)
    #expect(scope.units == ["CA", "CA-AB", "CA-BC", "CA-BC/F", "AB-1"])
    #expect(!scope.everywhere && !scope.anywhere)
    #expect(
      await refusal { try await Self.token(door, "nowhere", nil) } == "unit.unknown")
  }

  @Test func `a token follows the grants: what ends for the account ends for it`() async throws {
    let door = try await Self.door()
    let ledger = door.at(minutes: 0)
    let security = try await door.console("security")
    let token = try await Self.token(door, "CA-AB", nil)
    try await ledger.endGrant(of: "reporter", number: 1, reason: "调岗", by: security)
    #expect(try await Self.scope(door, token.secret).units.isEmpty)
    _ = try await ledger.addGrant(
      .reporter, to: "reporter", unit: "AB-1", form: nil, until: nil, by: security)
    #expect(try await Self.scope(door, token.secret).units == ["AB-1"])
  }

  @Test func `labels, days and roles are looked at`() async throws {
    let door = try await Self.door()
    let ledger = door.at(minutes: 0)
    let reporter = try await door.console("reporter")
    let today = try #require(CalendarDate("2026-01-05"))
    func code(_ label: String, _ until: CalendarDate) async -> String? {
      await refusal {
        try await ledger.createToken(
          label: label, unit: "CA-AB", form: nil, until: until, by: reporter)
      }
    }
    #expect(await code(" ", today) == "token.label_malformed")
    #expect(await code("13800138000", today) == "text.personal")
    #expect(await code(String(repeating: "x", count: 65), today) == "token.label_malformed")
    #expect(await code("x", today.adding(days: -1)) == "token.until_out_of_range")
    #expect(await code("x", today.adding(days: 367)) == "token.until_out_of_range")
    #expect(await code("x", today) == nil)
    #expect(await code("x", today.adding(days: 366)) == nil)
    for name in ["office", "security"] {
      #expect(
        await refusal {
          try await ledger.createToken(
            label: "x", unit: "CA", form: nil, until: today, by: try await door.console(name))
        } == "account.not_allowed")
    }
  }

  @Test func `a token is only for what it was made for`() async throws {
    let door = try await Self.door()
    let ledger = door.at(minutes: 0)
    let token = try await Self.token(door, "CA-AB", nil)
    let actor = Ledger.Actor(session: token.secret)
    #expect(
      await refusal {
        try await ledger.createToken(
          label: "x", unit: "CA-AB", form: nil, until: Self.until, by: actor)
      } == "session.purpose_other")
    #expect(
      await refusal {
        try await ledger.changePassword(
          from: AccountDoor.password, to: "Geese fly south in 11", bySecret: token.secret)
      } == "session.purpose_other")
    #expect(
      await refusal { try await ledger.startSecondFactor(bySecret: token.secret) }
        == "session.purpose_other")
    #expect(await refusal { try await ledger.sessions(by: actor) } == "session.purpose_other")
    #expect(
      await refusal { try await ledger.endToken(id: token.id, by: actor) }
        == "session.purpose_other")
  }

  @Test func `a token ends on its day, when it is ended, and with a reset`() async throws {
    let door = try await Self.door()
    let ledger = door.at(minutes: 0)
    let today = try #require(CalendarDate("2026-01-05"))
    let reporter = try await door.console("reporter")
    let short = try await ledger.createToken(
      label: "x", unit: "CA-AB", form: nil, until: today, by: reporter)
    // The start is nine in the morning.
    #expect(try await door.at(minutes: 15 * 60 - 1).whoActs(secret: short.secret) != nil)
    #expect(try await door.at(minutes: 15 * 60).whoActs(secret: short.secret) == nil)

    let ended = try await Self.token(door, "CA-AB", nil)
    let kept = try await Self.token(door, "CA-AB", nil)
    #expect(
      Set(try await ledger.tokens(by: reporter).map(\.id)) == [short.id, ended.id, kept.id])
    #expect(
      await refusal {
        try await ledger.endToken(id: ended.id, by: try await door.console("office"))
      } == "session.unknown")
    try await ledger.endToken(id: ended.id, by: reporter)
    #expect(try await ledger.whoActs(secret: ended.secret) == nil)

    let session = try #require(await door.signIn("reporter").session)
    _ = try await ledger.changePassword(
      from: AccountDoor.password, to: "Geese fly south in 11", bySecret: session.secret)
    #expect(try await ledger.whoActs(secret: kept.secret) != nil, "a new password ends no token")
    _ = try await ledger.resetCredentials(
      of: "reporter", by: try await door.console("security"))
    #expect(try await ledger.whoActs(secret: kept.secret) == nil, "a reset ends all")
    #expect(try await door.findings().isEmpty)
  }
}
