import Crypto
import LedgerDomain
import LedgerStore
import PostgresSupport

extension Ledger {
  /// Lets the operator at the console act as an account, for an hour.
  ///
  /// Whoever may connect as `ledger_auth` can do this: the database's own access rules are the
  /// lock. Refused when there is no such account; a disabled one is nobody.
  public func openConsoleSession(as account: String) async throws -> Actor {
    let token = hexadecimal(surroundings.randomBytes(32))
    let digest = Array(SHA256.hash(data: Array(token.utf8)))
    let hour: Int64 = 3_600_000_000
    let expiry = PostgresTimestamp(
      microsecondsSince2000: surroundings.machineMoment().microsecondsSince2000 + hour)
    try await actAtConsole { transaction in
      guard try transaction.account(named: account) != nil else {
        throw Refusal(AccountRefusal.unknown, at: .option("--as"), account)
      }
      guard try transaction.accountState(of: account).state == "enabled" else {
        throw Refusal(AccountRefusal.disabled, at: .option("--as"), account)
      }
      try transaction.openSession(tokenSHA256: digest, account: account, expiresAt: expiry)
    }
    return Actor(session: token)
  }

  /// Ends a session.
  public func endSession(of actor: Actor) async throws {
    let digest = Array(SHA256.hash(data: Array(actor.session.utf8)))
    try await actAtConsole { transaction in
      try transaction.endSession(tokenSHA256: digest)
    }
  }
}
