import Crypto
import LedgerDomain
import LedgerOperations
import LedgerStore
import NIOConcurrencyHelpers
import PostgresSupport

/// Who a secret belongs to, remembered until the database says that it may have changed.
///
/// The database announces on the channel `ledger_sessions` whatever ends or changes what a session
/// may do. While nobody listens, nothing is remembered.
final class SessionCache: Sendable {
  private struct Entry {
    let session: ActingSession
    /// The units whose details it sees; looked up when it is first asked.
    var scope: VisibleScope?
    let until: ContinuousClock.Instant
    /// When its use was noted last; nil while it was only looked at.
    var touched: ContinuousClock.Instant?
  }

  private struct State {
    var entries: [[UInt8]: Entry] = [:]
    /// Grows with each announcement, so that what was looked up before one is not kept after it.
    var generation: UInt64 = 0
    var isListening = false
  }

  private let ledger: Ledger
  private let state = NIOLockedValueBox(State())
  private static let entriesMax = 50_000
  private static let lifetime = Duration.seconds(30)
  private static let touchPause = Duration.seconds(60)

  init(_ ledger: Ledger) {
    self.ledger = ledger
  }

  /// How many sessions are remembered.
  var count: Int { state.withLockedValue { $0.entries.count } }

  /// Whose session a secret opens, or nil.
  ///
  /// Looking without use does not keep the session from ending: a stream that goes on asks so.
  func session(of secret: String, isUse: Bool = true) async throws -> ActingSession? {
    let key = Array(SHA256.hash(data: Array(secret.utf8)))
    let now = ContinuousClock.now
    let (known, generation, mayTouch) = state.withLockedValue { state in
      guard var entry = state.entries[key], entry.until > now else {
        return (nil as ActingSession?, state.generation, false)
      }
      let mayTouch = isUse && (entry.touched.map { now - $0 >= Self.touchPause } ?? true)
      if mayTouch {
        entry.touched = now
        state.entries[key] = entry
      }
      return (entry.session, state.generation, mayTouch)
    }
    if let known {
      if mayTouch { try await ledger.touchSession(secret: secret) }
      return known
    }
    guard let session = try await ledger.whoActs(secret: secret) else { return nil }
    if isUse, session.mustTouch { try await ledger.touchSession(secret: secret) }
    state.withLockedValue { state in
      guard state.isListening, state.generation == generation else { return }
      if state.entries.count >= Self.entriesMax { state.entries.removeAll() }
      state.entries[key] = Entry(
        session: session, scope: nil, until: now + Self.lifetime, touched: isUse ? now : nil)
    }
    return session
  }

  /// The units whose details a session may see.
  func scope(of session: ActingSession, secret: String) async throws -> VisibleScope {
    let key = Array(SHA256.hash(data: Array(secret.utf8)))
    let (known, generation) = state.withLockedValue {
      ($0.entries[key]?.scope, $0.generation)
    }
    if let known { return known }
    let (everywhere, units) = try await ledger.visibleUnits(by: Ledger.Actor(session: secret))
    let scope = VisibleScope(everywhere: everywhere, units: units)
    state.withLockedValue { state in
      if state.generation == generation { state.entries[key]?.scope = scope }
    }
    return scope
  }

  /// Forgets the sessions of an account; `*` for those of all.
  func forget(account: String) {
    state.withLockedValue { state in
      state.generation &+= 1
      state.entries = state.entries.filter {
        account != "*" && $0.value.session.account != account
      }
    }
  }

  /// Takes what the database announces.
  func take(_ event: ListenerEvent) {
    switch event {
    case .listening: begin(listening: true)
    case .lost: begin(listening: false)
    case .notification(LedgerChannel.sessions, let account): forget(account: account)
    case .notification: break
    }
  }

  private func begin(listening: Bool) {
    state.withLockedValue { state in
      state.generation &+= 1
      state.entries.removeAll()
      state.isListening = listening
    }
  }
}
