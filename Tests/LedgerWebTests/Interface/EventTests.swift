import LedgerDomain
import LedgerOperations
import LedgerStore
import LedgerTestSupport
import PostgresSupport
import Testing

@testable import LedgerWeb

/// What happens is told to who may know of it, from the place on that a reader had reached.
struct EventTests {
  /// The events that an account is told, from the beginning on.
  ///
  /// A service that is about to end tells what was missed and then lets its listeners go.
  private static func told(_ office: ServedOffice, _ name: String) async throws -> [String] {
    let answer = try await office.get("/events", as: name, ["Last-Event-ID": "0.*.0"])
    #expect(answer.status == 200)
    return answer.text.split(separator: "\n\n").compactMap { event in
      event.split(separator: "\n").first { $0.hasPrefix("data: ") }.map { String($0.dropFirst(6)) }
    }
  }

  /// Waits until all is told: not before every transaction of the server that began earlier is
  /// over, those of other tests among them.
  private static func settle(_ office: ServedOffice) async throws {
    let start = try #require(EventPlace("0.*.0"))
    while try await office.ledger.events(after: start, limit: 500)
      .count(where: { $0.act == "edition.publish" }) < 2
    {
      await Task.yield()
    }
  }

  @Test(.timeLimit(.minutes(1)))
  func `submissions are told in scope, months and editions to everybody`() async throws {
    let office = try await ServedOffice()
    try await Self.settle(office)
    office.web.drain()
    async let reporters = Self.told(office, "reporter")
    async let clerks = Self.told(office, "clerk")
    async let offices = Self.told(office, "office")
    async let auditors = Self.told(office, "auditor")
    let (own, limited, all, none) = try await (reporters, clerks, offices, auditors)
    func acts(_ events: [String]) throws -> [(act: String, object: String)] {
      try events.map { text in
        let json = try JSONValue(parsing: Array(text.utf8))
        return (json["act"]?.text ?? "", json["object"]?.text ?? "")
      }
    }
    let isSubmission = { (act: String) in act.hasPrefix("revision.") || act.hasPrefix("review.") }
    #expect(try acts(own).contains { isSubmission($0.act) })
    #expect(try !acts(own).contains { $0.object.contains("SQ-B") })
    #expect(try acts(all).contains { $0.object.contains("SQ-B") && isSubmission($0.act) })
    #expect(try !acts(limited).contains { isSubmission($0.act) }, "the form is another")
    #expect(try !acts(none).contains { isSubmission($0.act) })
    for events in [own, limited, all, none] {
      let told = try acts(events).map(\.act)
      #expect(told.count { $0 == "month.close" } == 2)
      #expect(told.count { $0 == "edition.publish" } == 2)
      #expect(!told.contains { $0.hasPrefix("account.") || $0.hasPrefix("grant.") })
    }
  }

  @Test(.timeLimit(.minutes(1)))
  func `a published edition is told with its month and its units`() async throws {
    let office = try await ServedOffice()
    try await Self.settle(office)
    office.web.drain()
    let editions = try await Self.told(office, "reporter").compactMap { text in
      try JSONValue(parsing: Array(text.utf8))["edition"]
    }
    #expect(editions.map { $0["of"]?.text } == ["SQ", "SQ"])
    #expect(
      editions.map { $0["period"]?.text } == [ServedOffice.reopening, ServedOffice.published])
  }

  @Test func `watching is no use of a session, which ends as if nobody looked`() async throws {
    for isUsed in [false, true] {
      let office = try await ServedOffice(months: false)
      try await office.database.script(
        "update ledger.sessions set idle_seconds = 600 where account = 'reporter'")
      let later = office.later(by: 400)
      later.web.drain()
      #expect(try await later.get("/events", as: "reporter").status == 200)
      if isUsed { #expect(try await later.get("/me", as: "reporter").status == 200) }
      let end = office.later(by: 700)
      #expect(try await end.get("/me", as: "reporter").status == (isUsed ? 200 : 401))
      end.web.drain()
      #expect(try await end.get("/events", as: "reporter").status == (isUsed ? 200 : 401))
    }
  }

  @Test func `a session that is remembered by watching is used by the next request`() async throws {
    let office = try await ServedOffice(months: false)
    try await office.database.script(
      "update ledger.sessions set idle_seconds = 600 where account = 'reporter'")
    let later = office.later(by: 400)
    later.web.sessions.take(.listening)
    let secret = later.secret("reporter")
    #expect(try await later.web.sessions.session(of: secret, isUse: false) != nil)
    #expect(later.web.sessions.count == 1)
    #expect(try await later.web.sessions.session(of: secret) != nil)
    #expect(try await office.later(by: 700).get("/me", as: "reporter").status == 200)
  }

  @Test(.timeLimit(.minutes(1)))
  func `a stream ends with its session`() async throws {
    let office = try await ServedOffice(months: false)
    async let stream = office.get("/events", as: "reporter")
    while office.web.events.count == 0 { await Task.yield() }
    try await office.ledger.endSession(of: office.actor("reporter"))
    #expect(try await stream.status == 200)
    #expect(try await office.get("/events", as: "reporter").status == 401)
  }
}
