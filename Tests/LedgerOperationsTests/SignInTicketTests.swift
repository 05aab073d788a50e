import LedgerDomain
import Testing

@testable import LedgerOperations

/// A sign-in in two steps: what is carried from the first to the second opens nothing elsewhere.
struct SignInTicketTests {
  @Test func `a ticket and a code sign in, for five minutes, from where it was given`()
    async throws
  {
    let door = try await AccountDoor()
    try await door.at(minutes: 0).enrolDemonstrationSecondFactor(
      of: "office", secretBase32: AccountDoor.factor)
    let request = SignInRequest(
      account: "office", password: AccountDoor.password, network: "10.1.1")
    #expect(await door.signIn("office").refusal == "session.code_needed")
    // Codes follow the machine's clock, which stands at the start: tickets are made before it.
    let ticket = try door.at(minutes: -5).signInTicket(for: request)
    #expect(!ticket.contains(AccountDoor.password))
    let ledger = door.at(minutes: 0)
    let code = try #require(ledger.code(ofSecretBase32: AccountDoor.factor))
    let old = try door.at(minutes: -5, seconds: -1).signInTicket(for: request)
    let future = try door.at(minutes: 1).signInTicket(for: request)
    for (ticket, network) in [(old, "10.1.1"), (future, "10.1.1"), (ticket, "10.9.9")] {
      #expect(
        await refusal { try await ledger.signIn(ticket: ticket, code: code, network: network) }
          == "session.ticket_over")
    }
    #expect(
      await refusal { try await ledger.signIn(ticket: ticket, code: "000000", network: "10.1.1") }
        == "session.wrong")
    let session = try await ledger.signIn(ticket: ticket, code: code, network: "10.1.1")
    #expect(session.account == "office")
    #expect(
      await refusal { try await ledger.signIn(ticket: ticket, code: code, network: "10.1.1") }
        == "session.wrong", "a code counts once")
  }

  @Test func `a ticket that was not made here is refused`() async throws {
    let door = try await AccountDoor()
    let ledger = door.at(minutes: 0)
    let ticket = try ledger.signInTicket(
      for: SignInRequest(account: "office", password: "x", network: "10.1.1"))
    for broken in ["", "00", "zz", String(ticket.dropLast(2)), String(ticket.reversed())] {
      #expect(
        await refusal { try await ledger.signIn(ticket: broken, code: "1", network: "10.1.1") }
          == "session.ticket_over")
    }
    #expect(throws: Refusal.self) {
      try door.at(minutes: 0, hasKey: false).signInTicket(
        for: SignInRequest(account: "office", password: "x", network: "10.1.1"))
    }
  }
}
