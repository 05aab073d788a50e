import LedgerDomain
import LedgerTestSupport
import PostgresSupport
import Testing

@testable import LedgerOperations

/// The second factor: its codes, its enrolment, and that a code counts once.
struct AccountSecondFactorTests {
  @Test(arguments: [
    (59, "94287082"), (1_111_111_109, "07081804"), (1_111_111_111, "14050471"),
    (1_234_567_890, "89005924"), (2_000_000_000, "69279037"), (20_000_000_000, "65353130"),
  ])
  func `the vectors of RFC 6238 pass`(seconds: Int64, code: String) {
    let secret = Array("12345678901234567890".utf8)
    #expect(TimeCode.code(secret: secret, step: seconds / 30, digits: 8) == code)
    let six = String(code.suffix(6))
    for (offset, isTaken) in [(-60, false), (-30, true), (0, true), (30, true), (60, false)]
    where seconds + Int64(offset) >= 0 {
      let step = TimeCode.step(of: six, secret: secret, unixSeconds: seconds + Int64(offset))
      #expect((step == seconds / 30) == isTaken, "\(offset)")
    }
    for wrong in ["", "12345", "1234567", "abcdef", "台账台账台账"] {
      #expect(TimeCode.step(of: wrong, secret: secret, unixSeconds: seconds) == nil)
    }
  }

  private static func code(_ base32: String, minutes: Int, seconds: Int = 0) throws -> String {
    let secret = try #require(Base32.bytes(base32))
    let now = AccountDoor.start.unixMicroseconds / 1_000_000 + Int64(minutes * 60 + seconds)
    return TimeCode.code(secret: secret, step: now / 30)
  }

  @Test func `an account that needs a second factor enrols one before anything else`()
    async throws
  {
    let door = try await AccountDoor()
    let ledger = door.at(minutes: 0)
    let session = try #require(await door.signIn("office").session)
    #expect(session.purpose == .enrolSecondFactor)
    let actor = Ledger.Actor(session: session.secret)
    #expect(
      await refusal { try await ledger.act(by: actor) { _, _ in } } == "account.nobody_acts")
    #expect(
      await refusal {
        try await ledger.changePassword(from: "x", to: "y", bySecret: session.secret)
      } == "session.purpose_other")
    #expect(
      await refusal { try await ledger.confirmSecondFactor(code: "1", bySecret: session.secret) }
        == "session.factor_not_started")
    #expect(
      await refusal {
        try await door.at(minutes: 0, hasKey: false).startSecondFactor(bySecret: session.secret)
      } == "session.factor_unavailable")
    let (secret, uri) = try await ledger.startSecondFactor(bySecret: session.secret)
    #expect(uri.hasPrefix("otpauth://totp/Taizhang:office?secret=\(secret)&"))
    #expect(
      await refusal {
        try await ledger.confirmSecondFactor(code: "000000", bySecret: session.secret)
      } == "session.code_wrong")
    let code = try Self.code(secret, minutes: 0)
    let next = try await ledger.confirmSecondFactor(code: code, bySecret: session.secret)
    #expect(next.purpose == .full)
    #expect(try await ledger.whoActs(secret: session.secret) == nil)
    #expect(
      await refusal { try await ledger.startSecondFactor(bySecret: next.secret) }
        == "session.factor_enrolled")
    #expect(await door.signIn("office").refusal == "session.code_needed")
    #expect(await door.signIn("office", code: code).refusal == "session.wrong", "it was used")
    #expect(try await door.findings().isEmpty)
  }

  @Test func `a code counts once, for one of many who show it at once`() async throws {
    let door = try await AccountDoor()
    try await door.at(minutes: 0).enrolDemonstrationSecondFactor(
      of: "office", secretBase32: AccountDoor.factor)
    #expect(await door.signIn("office", "wrong", code: "000000").refusal == "session.wrong")
    #expect(await door.signIn("office").refusal == "session.code_needed")
    #expect(await door.signIn("office", code: "000000").refusal == "session.wrong")
    let code = try Self.code(AccountDoor.factor, minutes: 1)
    let outcomes = await withTaskGroup(of: String?.self) { group in
      for place in 0..<4 {
        group.addTask {
          await door.signIn("office", code: code, from: "place\(place)", minutes: 1).refusal
        }
      }
      return await group.reduce(into: [String?]()) { $0.append($1) }
    }
    #expect(outcomes.count { $0 == nil } == 1, "\(outcomes)")
    #expect(outcomes.count { $0 == "session.wrong" } == 3, "\(outcomes)")
    let later = try Self.code(AccountDoor.factor, minutes: 2)
    #expect(await door.signIn("office", code: later, minutes: 2, seconds: 40).refusal == nil)
  }

  @Test func `codes that fail count as failures`() async throws {
    let door = try await AccountDoor()
    try await door.at(minutes: 0).enrolDemonstrationSecondFactor(
      of: "office", secretBase32: AccountDoor.factor)
    for _ in 0..<5 {
      #expect(await door.signIn("office", code: "000000").refusal == "session.wrong")
    }
    #expect(await door.signIn("office", code: "000000").refusal == "session.too_many")
  }

  @Test func `a sealed secret opens for its own account and with its own key only`() async throws {
    let seal = try FactorSeal([UInt8](repeating: 7, count: 32))
    let sealed = try seal.seal([1, 2, 3], for: "office")
    #expect(try seal.open(sealed, of: "office") == [1, 2, 3])
    #expect(throws: (any Error).self) { try seal.open(sealed, of: "director") }
    #expect(throws: (any Error).self) {
      try FactorSeal([UInt8](repeating: 8, count: 32)).open(sealed, of: "office")
    }
    #expect(throws: Refusal.self) { try FactorSeal([1, 2, 3]) }
    #expect(throws: Refusal.self) { try FactorSeal(nil) }
  }

  @Test func `a reset ends the second factor`() async throws {
    let door = try await AccountDoor()
    let ledger = door.at(minutes: 0)
    try await ledger.enrolDemonstrationSecondFactor(
      of: "office", secretBase32: AccountDoor.factor)
    #expect(
      await refusal {
        try await ledger.enrolDemonstrationSecondFactor(of: "office", secretBase32: "AAAA")
      } == "session.factor_malformed")
    let security = try await door.console("security")
    let oneTime = try await ledger.resetCredentials(of: "office", by: security)
    let session = try #require(await door.signIn("office", oneTime).session)
    let next = try await ledger.changePassword(
      from: oneTime, to: "Geese fly south in 11 lines", bySecret: session.secret)
    #expect(next.purpose == .enrolSecondFactor)
    #expect(try await door.findings().isEmpty)
  }
}
