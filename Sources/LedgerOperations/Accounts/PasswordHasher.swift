import CSodium
import LedgerDomain
import NIOConcurrencyHelpers
import NIOPosix

/// Hashes passwords with argon2id, on threads of its own.
///
/// Each hash takes a core and `memoryBytes` of memory for as long as it lasts, so that few run at
/// once and few wait: the flood of sign-ins that is to stop the service is refused at this door.
public final class PasswordHasher: Sendable {
  private let threads: NIOThreadPool
  private let pending = NIOLockedValueBox(0)
  private let pendingMax: Int
  private let operations: UInt64
  private let memoryBytes: Int

  /// Describes a hasher; its threads start with the first password.
  public init(
    threads: Int = 2, waitersMax: Int = 32, operations: Int = 2, memoryBytes: Int = 19 << 20
  ) {
    self.threads = NIOThreadPool(numberOfThreads: max(1, threads))
    pendingMax = max(1, threads) + max(0, waitersMax)
    self.operations = UInt64(max(1, operations))
    self.memoryBytes = max(8_192, memoryBytes)
  }

  /// libsodium could not do its work: there is no memory left, or no randomness.
  public struct Failed: Error {}

  /// What comparing a password with a digest gave.
  public struct Comparison: Sendable {
    /// Whether it is the password.
    public let isRight: Bool
    /// Whether it should be hashed anew, since it was hashed with other costs.
    public let isOutdated: Bool
  }

  /// The argon2id string of a password, normalised; refused while too many are waiting.
  public func hash(_ password: String) async throws -> String {
    try await run { [self] in try hashNow(PasswordText.normalised(password)) }
  }

  /// Compares a password with an argon2id string; refused while too many are waiting.
  ///
  /// Without a string the same work is done, and the answer is no: how long it takes does not tell
  /// which accounts there are.
  public func compare(_ password: String, with phc: String?) async throws -> Comparison {
    try await run { [self] in
      let forms = PasswordText.forms(password)
      guard let phc else {
        for form in forms { _ = try hashNow(form) }
        return Comparison(isRight: false, isOutdated: false)
      }
      // Each is compared, so that the time taken does not tell which fits.
      let compared = forms.map { compareNow($0, with: phc) }
      if compared[0].isRight { return compared[0] }
      return Comparison(isRight: compared.contains(where: \.isRight), isOutdated: true)
    }
  }

  private func run<Answer: Sendable>(
    _ body: @escaping @Sendable () throws -> Answer
  ) async throws -> Answer {
    let isLetIn = pending.withLockedValue { pending in
      guard pending < pendingMax else { return false }
      pending += 1
      return true
    }
    guard isLetIn else { throw Refusal(SessionRefusal.busy) }
    defer { pending.withLockedValue { $0 -= 1 } }
    guard sodium_init() >= 0 else { throw Failed() }
    threads.start()
    return try await threads.runIfActive(body)
  }

  /// The argon2id string of some text as it is.
  func hashNow(_ password: String) throws -> String {
    var phc = [CChar](repeating: 0, count: Int(crypto_pwhash_argon2id_STRBYTES))
    let bytes = password.utf8.map { CChar(bitPattern: $0) }
    let status = crypto_pwhash_argon2id_str(
      &phc, bytes, UInt64(bytes.count), operations, memoryBytes)
    guard status == 0 else { throw Failed() }
    return String(decoding: phc.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  private func compareNow(_ password: String, with phc: String) -> Comparison {
    let bytes = password.utf8.map { CChar(bitPattern: $0) }
    let isRight =
      crypto_pwhash_argon2id_str_verify(phc, bytes, UInt64(bytes.count)) == 0
    let isOutdated = crypto_pwhash_argon2id_str_needs_rehash(phc, operations, memoryBytes) != 0
    return Comparison(isRight: isRight, isOutdated: isOutdated)
  }
}
