import LedgerDomain
import LedgerTestSupport
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

  /// Lets the transactions end that other tests have under way in the same server: a reader is told
  /// nothing that one of them could still come before.
  private static func settle(_ office: ServedOffice) async throws {
    try await office.database.script(
      """
      do $$
      declare
        patience timestamptz := clock_timestamp() + interval '10 seconds';
      begin
        while clock_timestamp() < patience and exists (
          select from ledger.journal_entries as entries
          where entries.transaction >= pg_snapshot_xmin(pg_current_snapshot())
        ) loop
        end loop;
      end
      $$
      """)
  }

  @Test func `submissions are told in scope, months and editions to everybody`() async throws {
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
}
