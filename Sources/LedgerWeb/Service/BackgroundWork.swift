import Crypto
import LedgerDomain
import LedgerOperations
import LedgerStore
import Logging
import ServiceLifecycle

/// What runs beside the requests, in one process at a time: checkpoints of the journal, and
/// forgetting old sign-ins.
struct BackgroundWork: Service {
  private let web: WebLedger
  private static let pruning = Duration.seconds(3_600)

  init(_ web: WebLedger) {
    self.web = web
  }

  func run() async throws {
    await cancelWhenGracefulShutdown {
      await withTaskGroup(of: Void.self) { group in
        if let (key, pause) = web.configuration.checkpoints {
          group.addTask { await sign(key, every: pause) }
        }
        group.addTask { await prune() }
        await group.waitForAll()
      }
    }
  }

  private func sign(_ key: [UInt8], every pause: Duration) async {
    await repeated("checkpoint", every: pause) {
      guard let made = try await web.ledger.signCheckpoint(key: key, every: pause) else { return }
      web.logger.info("checkpoint", metadata: ["number": "\(made.number)"])
    }
  }

  private func prune() async {
    await repeated("prune", every: Self.pruning) {
      let (attempts, sessions) = try await web.ledger.pruneSignIns()
      guard attempts + sessions > 0 else { return }
      web.logger.info(
        "pruned", metadata: ["attempts": "\(attempts)", "sessions": "\(sessions)"])
    }
  }

  /// Does something again and again until the service stops; a failure waits for the next time.
  private func repeated(
    _ name: String, every pause: Duration, _ body: () async throws -> Void
  ) async {
    while !Task.isCancelled {
      do {
        try await body()
      } catch is CancellationError {
        return
      } catch {
        web.logger.error("\(name)", metadata: ["error": "\(String(reflecting: error))"])
      }
      try? await Task.sleep(for: pause)
    }
  }
}
