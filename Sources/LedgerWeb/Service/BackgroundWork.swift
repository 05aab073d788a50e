import Crypto
import LedgerDomain
import LedgerOperations
import LedgerStore
import Logging
import ServiceLifecycle

/// What runs beside the requests, in one process at a time: checkpoints of the journal.
struct BackgroundWork: Service {
  private let web: WebLedger

  init(_ web: WebLedger) {
    self.web = web
  }

  func run() async throws {
    guard let (key, pause) = web.configuration.checkpoints else {
      try? await gracefulShutdown()
      return
    }
    await cancelWhenGracefulShutdown {
      while !Task.isCancelled {
        do {
          if let made = try await web.ledger.signCheckpoint(key: key, every: pause) {
            web.logger.info("checkpoint", metadata: ["number": "\(made.number)"])
          }
        } catch is CancellationError {
          return
        } catch {
          web.logger.error("checkpoint", metadata: ["error": "\(String(reflecting: error))"])
        }
        try? await Task.sleep(for: pause)
      }
    }
  }
}
