import LedgerDomain
import LedgerStore

extension Ledger {
  /// Forgets attempts to sign in, and sessions that are over, which are older than the policy says;
  /// as the service does beside its requests.
  ///
  /// One process does it at a time, in parts, so that nobody waits for it at the door. Returns how
  /// many rows of each went.
  public func pruneSignIns() async throws -> (attempts: Int64, sessions: Int64) {
    let days = try await policy().signInDays
    var (attempts, sessions): (Int64, Int64) = (0, 0)
    while true {
      let part = try await actAtDoor(nil) {
        try $0.pruneSignIns(days: days, rowsMax: Self.prunedAtOnce)
      }
      attempts += part.attempts
      sessions += part.sessions
      guard max(part.attempts, part.sessions) >= Int64(Self.prunedAtOnce) else { break }
      try Task.checkCancellation()
    }
    return (attempts, sessions)
  }

  private static let prunedAtOnce = 5_000
}
