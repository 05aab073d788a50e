import Crypto
import LedgerDomain
public import LedgerStore
import PostgresSupport

extension Ledger {
  /// Signs the heads of all chains, as the service does beside its requests, when the latest
  /// checkpoint is old enough and something happened since; nil when there is nothing to sign or
  /// another process signs now.
  ///
  /// Nobody needs to act, so that the service signs as the role that needs no session: the
  /// application's own adds none but for an account that may sign.
  public func signCheckpoint(
    key raw: [UInt8], every pause: Duration
  ) async throws -> Checkpoint? {
    let nobody = Store.Actor(session: nil, moment: surroundings.givenMoment)
    return try await console.act(by: nobody) { transaction -> Checkpoint? in
      guard try transaction.tryLockCheckpoints() else { return nil }
      let latest = try transaction.latestCheckpoint()
      let moment = try transaction.now()
      let heads = try transaction.journalHeads()
      if let latest {
        let age = moment.microsecondsSince2000 - latest.recordedAt.microsecondsSince2000
        let isNew = !heads.elementsEqual(latest.heads) { $0.chain == $1.chain && $0.seq == $1.seq }
        guard isNew, .microseconds(age) >= pause else { return nil }
      }
      let key = try Curve25519.Signing.PrivateKey(rawRepresentation: raw)
      return try Self.sign(heads, at: moment, after: latest, key, transaction)
    }
  }
}
