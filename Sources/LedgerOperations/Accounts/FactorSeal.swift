import Crypto
import LedgerDomain

/// Seals second factors' secrets with a key that the database never sees: AES-GCM, bound to the
/// account, so that a sealed secret moved to another account opens nothing.
struct FactorSeal {
  private let key: SymmetricKey

  /// Takes the service's key of 32 bytes; refused where the service has none.
  init(_ key: [UInt8]?) throws(Refusal) {
    guard let key, key.count == 32 else { throw Refusal(SessionRefusal.factorUnavailable) }
    self.key = SymmetricKey(data: key)
  }

  func seal(_ secret: [UInt8], for account: String) throws -> [UInt8] {
    let box = try AES.GCM.seal(secret, using: key, authenticating: Self.purpose(account))
    guard let combined = box.combined else { throw Failed() }
    return Array(combined)
  }

  /// Throws where the key is another one, or the secret was sealed for another account.
  func open(_ sealed: [UInt8], of account: String) throws -> [UInt8] {
    let box = try AES.GCM.SealedBox(combined: sealed)
    return Array(try AES.GCM.open(box, using: key, authenticating: Self.purpose(account)))
  }

  struct Failed: Error {}

  private static func purpose(_ account: String) -> [UInt8] {
    Array("taizhang second factor of \(account)".utf8)
  }
}
