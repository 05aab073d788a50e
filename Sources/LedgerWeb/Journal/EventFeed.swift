import LedgerDomain
import LedgerOperations
import LedgerStore
import NIOConcurrencyHelpers
import PostgresSupport

/// Reads the journal while somebody listens, once for all listeners of the process.
///
/// It looks every second: an announcement for each entry would let all commits of the database wait
/// for each other.
final class EventFeed: Sendable {
  private struct State {
    var listeners: [Int: AsyncStream<[JournalEvent]>.Continuation] = [:]
    var last = 0
    var isReading = false
  }

  private let ledger: Ledger
  private let state = NIOLockedValueBox(State())
  static let batch = 500
  private static let pause = Duration.seconds(1)

  init(_ ledger: Ledger) {
    self.ledger = ledger
  }

  /// How many listen.
  var count: Int { state.withLockedValue { $0.listeners.count } }

  /// What happens from now on, until the stream is dropped.
  ///
  /// A listener that is too slow loses the rest: its stream ends, and it comes again with the place
  /// it had reached.
  func listen() -> AsyncStream<[JournalEvent]> {
    AsyncStream(bufferingPolicy: .bufferingOldest(64)) { continuation in
      let (number, mustRead) = state.withLockedValue { state -> (Int, Bool) in
        state.last += 1
        state.listeners[state.last] = continuation
        defer { state.isReading = true }
        return (state.last, !state.isReading)
      }
      continuation.onTermination = { [weak self] _ in
        self?.state.withLockedValue { $0.listeners[number] = nil }
      }
      if mustRead { Task { await read() } }
    }
  }

  private func read() async {
    var place = try? await ledger.eventsEnd()
    while state.withLockedValue({ state in
      state.isReading = !state.listeners.isEmpty
      return state.isReading
    }) {
      do {
        guard let from = place else {
          place = try await ledger.eventsEnd()
          continue
        }
        let events = try await ledger.events(after: from, limit: Self.batch)
        if let last = events.last {
          place = last.place
          tell(events)
        }
        if events.count < Self.batch { try await Task.sleep(for: Self.pause) }
      } catch {
        // The database is away: listeners keep waiting, and miss nothing when it is back.
        try? await Task.sleep(for: Self.pause)
      }
    }
  }

  private func tell(_ events: [JournalEvent]) {
    for listener in state.withLockedValue({ Array($0.listeners.values) }) {
      if case .dropped = listener.yield(events) { listener.finish() }
    }
  }
}
