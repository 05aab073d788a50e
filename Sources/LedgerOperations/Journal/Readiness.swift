import LedgerStore

/// Whether the database can take acts now.
public struct Readiness: Sendable {
  /// Whether it is a primary that takes writes.
  public let isWritable: Bool
}

extension Ledger {
  /// Asks the database whether it can take acts; throws where it does not answer.
  public func readiness() async throws -> Readiness {
    let nobody = nobodyAtAll
    return Readiness(isWritable: try await store.act(by: nobody) { try $0.isWritable() })
  }

  /// How many callers use or await a connection of the acts.
  public var databaseCallers: Int { store.callers }
}
