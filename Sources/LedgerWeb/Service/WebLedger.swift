import LedgerDomain
import LedgerOperations
import Logging
import NIOConcurrencyHelpers

/// What all handlers of one process share.
final class WebLedger: Sendable {
  let ledger: Ledger
  let configuration: WebConfiguration
  let sessions: SessionCache
  let editions: EditionCache
  let events: EventFeed
  let inboxes = InboxCounts()
  let deadlines = DeadlineKeeper()
  let metrics: PrometheusMetrics
  let requests: RequestMetrics
  let rates: RateLimiter
  /// Ten attempts to sign in a minute from one address.
  let signInRates: RateLimiter
  let logger: Logger
  private let draining = NIOLockedValueBox(false)

  init(ledger: Ledger, configuration: WebConfiguration, logger: Logger) {
    self.ledger = ledger
    self.configuration = configuration
    self.logger = logger
    events = EventFeed(ledger)
    metrics = PrometheusMetrics()
    requests = RequestMetrics(metrics)
    sessions = SessionCache(ledger)
    editions = EditionCache(ledger, isInvented: configuration.isDemonstration)
    rates = RateLimiter(perSecond: Double(configuration.requestsPerSecond))
    signInRates = RateLimiter(perSecond: configuration.signInsPerMinute / 60, saved: 10)
  }

  /// Whether the process is about to end and wants no new requests.
  var isDraining: Bool { draining.withLockedValue { $0 } }

  /// Says that the process is about to end.
  func drain() { draining.withLockedValue { $0 = true } }
}
