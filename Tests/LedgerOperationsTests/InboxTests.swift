import LedgerDomain
import LedgerOperations
import LedgerStore
import Testing

/// The inbox follows from the facts, and keeps only what was read.
struct InboxTests {
  private func waiting() async throws -> Office {
    let office = try await Office()
    _ = try await office.submit(
      """
      CA-AB,2021-01,REPORTS,10
      CA-AB,2021-01,VICTIM_REPORTS,5
      CA-AB,2021-01,VICTIMS,6
      CA-AB,2021-01,LOSS_CAD,700

      """)
    return office
  }

  @Test func `a reminder that there is not is refused`() async throws {
    let office = try await Office()
    #expect(
      await refusal {
        try await office.ledger.markReminders(["none"], read: true, by: office("reviewer"))
      } == "reminder.unknown")
    #expect(try await office.ledger.inbox(by: office("system")).items.isEmpty)
  }

  @Test func `what waits for a reviewer is read, and goes when it is done`() async throws {
    let office = try await waiting()
    let inbox = try await office.ledger.inbox(by: office("reviewer"))
    let item = try #require(inbox.items.first)
    #expect(inbox.unread == 1 && item.reminder.kind == .waiting)
    #expect(try await office.ledger.inbox(by: office("office")).items.isEmpty)
    let read = try await office.ledger.markReminders(
      [item.reminder.id], read: true, by: office("reviewer"))
    #expect(read.unread == 0 && read.items.count == 1)
    #expect(try await office.ledger.inbox(by: office("verifier")).unread == 1)
    let new = try await office.ledger.markReminders(
      [item.reminder.id], read: false, by: office("reviewer"))
    #expect(new.unread == 1)
    _ = try await office.decide(.unit, "reviewer")
    #expect(try await office.ledger.inbox(by: office("reviewer")).items.isEmpty)
    #expect(try await office.ledger.inbox(by: office("office")).unread == 1)
  }
}
