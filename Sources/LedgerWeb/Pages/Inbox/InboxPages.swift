import HTTPTypes
import LedgerDomain
import LedgerOperations
import LedgerStore

/// What waits for an account.
enum InboxPages {
  static let all: [Endpoint] = [show, mark]

  static let link = Link("inbox")

  private static let show = Endpoint.page(
    .get, "/inbox", "page.inbox", access: .permission(.endOwnSession),
    query: [.word("done", "What was just done.", of: ["marked"])],
    handle: { call in try await page(call) })

  private static let mark = Endpoint.page(
    .post, "/inbox/marks", "page.inbox.mark", access: .permission(.endOwnSession),
    handle: { call in
      let isRead = call.form["act"] != "new"
      let one = try call.form.text("reminder", max: 200)
      var ids = [one]
      if one.isEmpty {
        ids = try await call.ledger.inbox(by: call.actor()).items.map(\.reminder.id)
      }
      do {
        _ = try await call.ledger.markReminders(ids, read: isRead, by: call.actor())
      } catch let refusal as Refusal where refusal.code == ReminderRefusal.unknown.rawValue {
        // It was done meanwhile: the page shows what is left.
      }
      return .see(link.adding("done", "marked"))
    })

  private static func page(_ call: Call) async throws -> Reply {
    let inbox = try await call.ledger.inbox(by: call.actor())
    if let session = call.session { call.web.inboxes.note(inbox.unread, of: session.account) }
    return InboxPage(call: call, inbox: inbox).reply
  }
}
