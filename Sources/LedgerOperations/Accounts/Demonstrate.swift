import LedgerDomain
import LedgerStore
import PostgresSupport

extension Ledger {
  /// Sets a given password that need not be changed, at the console.
  ///
  /// Refused but where the installation's clock is given: in a demonstration or a test. The policy
  /// is not asked.
  public func setDemonstrationPassword(of account: String, to password: String) async throws {
    let phc = try await hasher.hash(password)
    try await actAtConsole { transaction in
      try Self.requireDemonstration(of: account, transaction)
      let number = try transaction.credentials(of: account, last: 1).first?.number ?? 0
      let credential = Credential(
        account: account, number: number + 1, phc: phc, mustChange: false,
        setAt: try transaction.now(), validUntil: nil)
      try transaction.append(
        [credential.fact], act: Act("password.demonstrate", on: "account/\(account)"))
    }
  }

  /// Enrols a given second factor, at the console; refused but in a demonstration or a test.
  public func enrolDemonstrationSecondFactor(
    of account: String, secretBase32: String
  ) async throws {
    guard let secret = Base32.bytes(secretBase32), secret.count >= 16 else {
      throw Refusal(SessionRefusal.factorMalformed)
    }
    let seal = try FactorSeal(surroundings.secretsKey)
    let sealed = try seal.seal(secret, for: account)
    try await actAtConsole { transaction in
      try Self.requireDemonstration(of: account, transaction)
      let number = try transaction.secondFactor(of: account)?.number ?? 0
      let factor = SecondFactor(account: account, number: number + 1, sealed: sealed)
      try transaction.append(
        [factor.fact], act: Act("second_factor.demonstrate", on: "account/\(account)"))
    }
  }

  /// The code that an authenticator shows now for a secret; nil for a text that is no secret.
  public func code(ofSecretBase32 text: String) -> String? {
    guard let secret = Base32.bytes(text), secret.count >= 16 else { return nil }
    let seconds = surroundings.machineMoment().unixMicroseconds / 1_000_000
    return TimeCode.code(secret: secret, step: seconds / TimeCode.stepSeconds)
  }

  private static func requireDemonstration(
    of account: String, _ transaction: LedgerTransaction
  ) throws {
    guard try transaction.isClockGiven() else {
      throw Refusal(PasswordRefusal.demonstrationOnly)
    }
    try requireAccount(account, transaction)
  }
}
