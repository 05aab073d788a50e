import LedgerDomain
import LedgerStore
import LedgerTestSupport
import Testing

@testable import LedgerOperations

/// One password, however a keyboard spells it.
struct PasswordFormTests {
  /// One scalar or two, wide letters, a ligature: what keyboards and input methods make of it.
  private static let spellings = [
    "Caf\u{E9}-2026-otters", "Cafe\u{301}-2026-otters", "Ｃａｆé-２０２６-otters",
    "Cafe\u{301}-2026-ot\u{FEFF}ters".replacing("\u{FEFF}", with: ""),
  ]

  @Test func `every spelling opens the same door`() async throws {
    let hasher = PasswordHasher(operations: 1, memoryBytes: 8_192)
    for set in Self.spellings {
      let phc = try await hasher.hash(set)
      for shown in Self.spellings {
        let compared = try await hasher.compare(shown, with: phc)
        #expect(compared.isRight && !compared.isOutdated)
      }
      #expect(try await !hasher.compare("Cafe-2026-otters", with: phc).isRight)
    }
  }

  @Test func `what was hashed as typed still opens, and is hashed anew`() async throws {
    let door = try await AccountDoor()
    let typed = "Cafe\u{301}-2026-otters"
    let old = try PasswordHasher(operations: 1, memoryBytes: 8_192).hashNow(typed)
    try await door.keep(old, of: "reporter")
    #expect(await door.signIn("reporter", Self.spellings[0]).refusal == "session.wrong")
    #expect(await door.signIn("reporter", typed).session != nil)
    #expect(await door.signIn("reporter", Self.spellings[0], minutes: 1).session != nil)
    #expect(await door.signIn("reporter", typed, minutes: 2).session != nil)
    #expect(try await door.findings().isEmpty)
  }

  @Test func `a wide spelling of a common password is common`() async throws {
    let door = try await AccountDoor()
    let secret = try #require(await door.signIn("reporter").session).secret
    let code = await refusal {
      try await door.at(minutes: 0).changePassword(
        from: AccountDoor.password, to: "Ｐａｓｓｗｏｒｄ-2026", bySecret: secret)
    }
    #expect(code == "password.common")
  }
}
