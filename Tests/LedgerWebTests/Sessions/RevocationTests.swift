import LedgerDomain
import LedgerTestSupport
import PostgresSupport
import Testing

@testable import LedgerOperations
@testable import LedgerWeb

/// What ends or narrows a session is in force at the next request, although sessions are
/// remembered: the database says so, and the test waits until it has.
struct RevocationTests {
  private let office: ServedOffice
  private let events: AsyncStream<ListenerEvent>

  init() async throws {
    office = try await ServedOffice()
    events = Listener(
      ConnectionConfiguration(
        office.database.connectionString, role: "ledger_app", applicationName: "test"),
      channels: LedgerChannel.all
    ).events()
  }

  private struct Act {
    let what: String
    let name: String
    let path: String
    let statusBefore: Int
    let statusAfter: Int
    let act: @Sendable (ServedOffice) async throws -> Void
  }

  private static let place = "/submissions/SQ-A/monthly/2026-01"

  private static let acts: [Act] = [
    Act(
      what: "an end of the session", name: "reviewer", path: "/me", statusBefore: 200,
      statusAfter: 401
    ) { try await $0.ledger.endSession(of: $0.actor("reviewer")) },
    Act(
      what: "disabling the account", name: "reporter-b", path: "/me", statusBefore: 200,
      statusAfter: 401
    ) {
      try await $0.ledger.setAccount(
        "reporter-b", enabled: false, reason: "x", by: $0.actor("system"))
    },
    Act(
      what: "the end of a grant", name: "reporter", path: place, statusBefore: 200,
      statusAfter: 403
    ) {
      try await $0.ledger.endGrant(of: "reporter", number: 1, reason: "x", by: $0.actor("security"))
    },
    Act(
      what: "a new grant", name: "nobody", path: place, statusBefore: 403, statusAfter: 200
    ) {
      _ = try await $0.ledger.addGrant(
        .reviewer, to: "nobody", unit: "SQ-A", form: nil, until: nil, by: $0.actor("security"))
    },
    Act(
      what: "the account's last day", name: "verifier", path: "/me", statusBefore: 200,
      statusAfter: 401
    ) {
      try await $0.ledger.setExpiry(
        of: "verifier", until: CalendarDate("2026-02-09"), by: $0.actor("system"))
    },
    Act(
      what: "a reset of credentials", name: "assessor", path: "/me", statusBefore: 200,
      statusAfter: 401
    ) { _ = try await $0.ledger.resetCredentials(of: "assessor", by: $0.actor("security")) },
  ]

  @Test func `a session that is remembered ends at once`() async throws {
    var position = 0
    events: for await event in events {
      office.web.sessions.take(event)
      guard case .notification(LedgerChannel.sessions, _) = event else {
        // Listening: from now on sessions are remembered.
        try await begin(position)
        continue
      }
      let act = Self.acts[position]
      // An act may announce several accounts, or one twice; what counts is that it is over.
      guard try await office.get(act.path, as: act.name).status == act.statusAfter else { continue }
      position += 1
      guard position < Self.acts.count else { break events }
      try await begin(position)
    }
    #expect(position == Self.acts.count)
  }

  private func begin(_ position: Int) async throws {
    let act = Self.acts[position]
    for _ in 1...2 {
      let before = try await office.get(act.path, as: act.name)
      #expect(before.status == act.statusBefore, "before \(act.what)")
    }
    #expect(office.web.sessions.count > 0, "nothing is remembered")
    try await act.act(office)
  }

  @Test func `while nobody listens, nothing is remembered`() async throws {
    _ = try await office.get("/me", as: "reporter")
    #expect(office.web.sessions.count == 0)
    office.web.sessions.take(.listening)
    _ = try await office.get("/me", as: "reporter")
    #expect(office.web.sessions.count == 1)
    office.web.sessions.take(.lost)
    #expect(office.web.sessions.count == 0)
  }

  @Test func `an announcement of all accounts forgets them all`() async throws {
    office.web.sessions.take(.listening)
    for name in ["reporter", "office"] { _ = try await office.get("/me", as: name) }
    office.web.sessions.take(.notification(channel: LedgerChannel.sessions, payload: "office"))
    #expect(office.web.sessions.count == 1)
    office.web.sessions.take(.notification(channel: LedgerChannel.sessions, payload: "*"))
    #expect(office.web.sessions.count == 0)
  }

  @Test func `an edition is seen by those who remember the ones before`() async throws {
    office.web.editions.take(.listening)
    let before = try await office.get("/editions", as: "nobody")
    #expect(before.items.count == 2)
    _ = try await office.ledger.closeMonth(
      try #require(Month(ServedOffice.open)), exceptions: ["SQ-A", "SQ-B"], reason: "x",
      by: office.actor("office"))
    for name in ["office", "director"] {
      _ = try await office.ledger.publishEdition(
        try #require(Month(ServedOffice.open)), scope: "SQ", kind: nil, by: office.actor(name))
    }
    for await event in events where event != .listening {
      office.web.editions.take(event)
      if case .notification(LedgerChannel.editions, _) = event { break }
    }
    #expect(try await office.get("/editions", as: "nobody").items.count == 2 + 1)
  }

  @Test func `a session that idles, and one past its end, open nothing`() async throws {
    try await office.ledger.setDemonstrationPassword(of: "leader", to: ServedOffice.password)
    let opened = try await office.post(
      "/sessions", ["account": "leader", "password": .string(ServedOffice.password)])
    office.keep(try opened.cookie(), as: "leader")
    #expect(try await office.later(by: 14 * 60).get("/me", as: "leader").status == 200)
    #expect(try await office.later(by: 29 * 60 + 30).get("/me", as: "leader").status == 401)
    #expect(try await office.later(by: 3_601).get("/me", as: "reporter").status == 401)
  }
}
