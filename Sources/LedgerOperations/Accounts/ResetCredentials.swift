public import LedgerDomain
import LedgerStore
import PostgresSupport

extension Ledger {
  /// Gives an account a one-time password, which is returned and shown this once: the security
  /// administrator's act, and how a new account gets its first.
  ///
  /// Ends the account's sessions, tokens and second factor. Refused for one's own account, and
  /// where the account's password is no longer the one of that number, so that who asks twice
  /// resets once.
  public func resetCredentials(
    of account: String, replacing number: Int? = nil, by actor: Actor
  ) async throws -> String {
    try await actAtSignIn(by: actor) { transaction, session in
      try Self.requireReset(of: account, replacing: number, by: session, transaction)
    }
    let (password, phc) = try await oneTimePassword()
    try await actAtSignIn(by: actor) { transaction, session in
      try Self.requireReset(of: account, replacing: number, by: session, transaction)
      var facts = [try Self.oneTimeCredential(phc, of: account, transaction).fact]
      if let factor = try transaction.secondFactor(of: account), factor.sealed != nil {
        facts.append(
          SecondFactor(account: account, number: factor.number + 1, sealed: nil).fact)
      }
      try transaction.append(facts, act: Act("credentials.reset", on: "account/\(account)"))
      try transaction.endSessions(of: account, withTokens: true)
    }
    return password
  }

  private static func requireReset(
    of account: String, replacing number: Int?, by session: SessionSummary,
    _ transaction: LedgerTransaction
  ) throws {
    try transaction.require(.resetCredentials)
    guard account != session.account else { throw Refusal(AccountRefusal.notAllowed) }
    guard try transaction.account(named: account) != nil else {
      throw Refusal(AccountRefusal.unknown, account)
    }
    guard let number else { return }
    guard try transaction.credentials(of: account, last: 1).first?.number ?? 0 == number else {
      throw Refusal(AccountRefusal.passwordChanged, account)
    }
  }

  /// A password that is easy to read aloud, of 100 random bits, and its argon2id string.
  func oneTimePassword() async throws -> (password: String, phc: String) {
    let alphabet = Array("0123456789abcdefghjkmnpqrstvwxyz".utf8)
    let letters = surroundings.randomBytes(20).map { alphabet[Int($0 & 31)] }
    let groups = stride(from: 0, to: 20, by: 5).map {
      String(decoding: letters[$0..<min($0 + 5, letters.count)], as: UTF8.self)
    }
    let password = groups.joined(separator: "-")
    return (password, try await hasher.hash(password))
  }

  static func oneTimeCredential(
    _ phc: String, of account: String, _ transaction: LedgerTransaction
  ) throws -> Credential {
    let now = try transaction.now()
    let days = try transaction.accountPolicy().password.oneTimeDays
    let number = try transaction.credentials(of: account, last: 1).first?.number ?? 0
    return Credential(
      account: account, number: number + 1, phc: phc, mustChange: true, setAt: now,
      validUntil: now.adding(seconds: Int64(days) * 86_400))
  }

  /// Lets an account sign in again that failures or dormancy shut out; the security administrator's
  /// one step.
  ///
  /// Refused for one's own account.
  public func unlock(_ account: String, reason: String = "", by actor: Actor) async throws {
    try await act(by: actor) { transaction, _ in
      try transaction.require(.resetCredentials)
      try Self.requireAccount(account, transaction)
      let reason = try FreeText.checked(reason, at: .option("--reason"))
      try transaction.append(
        [try transaction.unlockFact(of: account, reason: reason)],
        act: Act("account.unlock", on: "account/\(account)"))
    }
  }

  /// States the last day of an account, nil for no end; the system administrator's act.
  public func setExpiry(
    of account: String, until day: CalendarDate?, by actor: Actor
  ) async throws {
    try await act(by: actor) { transaction, _ in
      try transaction.require(.keepAccounts)
      try Self.requireAccount(account, transaction)
      try transaction.append(
        [try transaction.expiryFact(of: account, on: day)],
        act: Act(
          "account.expire", on: "account/\(account)", detail: day?.description ?? "never"))
    }
  }

  static func requireAccount(_ name: String, _ transaction: LedgerTransaction) throws {
    guard try transaction.account(named: name) != nil else {
      throw Refusal(AccountRefusal.unknown, name)
    }
  }
}
