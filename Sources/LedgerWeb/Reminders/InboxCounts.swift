import LedgerOperations
import Logging
import NIOConcurrencyHelpers

/// How many unread reminders the head of a page tells, by account.
///
/// Counted at most once a minute for an account, so that no page waits for it each time; whatever
/// the account does itself makes it count again.
final class InboxCounts: Sendable {
  private struct Known {
    /// Nil where counting failed: it is not tried again with every page.
    let unread: Int?
    let until: ContinuousClock.Instant
  }

  private static let life = Duration.seconds(60)
  private static let accountsMax = 10_000
  private let known = NIOLockedValueBox<[String: Known]>([:])

  /// What the head tells; nil where nobody has counted, or it failed.
  func unread(of account: String) -> Int? { entry(account)?.unread }

  /// Whether it is time to count for an account.
  func isDue(for account: String) -> Bool { entry(account) == nil }

  private func entry(_ account: String) -> Known? {
    known.withLockedValue { $0[account] }.flatMap { $0.until > .now ? $0 : nil }
  }

  func note(_ unread: Int?, of account: String) {
    known.withLockedValue { known in
      if known.count >= Self.accountsMax { known.removeAll() }
      known[account] = Known(unread: unread, until: .now + Self.life)
    }
  }

  func forget(_ account: String) {
    known.withLockedValue { $0[account] = nil }
  }
}

extension WebLedger {
  /// So long at most a page waits for the number in its head.
  private static let patience = Duration.seconds(1)

  /// Makes sure that the number in the head of a page is known; a page is shown without it rather
  /// than late or not at all.
  func countInbox(of account: String, by actor: Ledger.Actor, on loop: EventLoopExecutor) async {
    guard inboxes.isDue(for: account) else { return }
    do {
      let ledger = ledger
      let unread = try await deadlines.run(within: Self.patience, on: loop) {
        try await ledger.onThread { try await ledger.inbox(by: actor).unread }
      }
      inboxes.note(unread, of: account)
    } catch {
      inboxes.note(nil, of: account)
      logger.warning("inbox", metadata: ["error": "\(String(reflecting: error))"])
    }
  }
}
