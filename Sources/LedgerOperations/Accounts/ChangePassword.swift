import LedgerDomain
import LedgerStore

extension Ledger {
  /// Sets another password, with the present one; ends every other session, but no token.
  ///
  /// A session for that alone does, too. Refused, in this order: too many failures, the wrong
  /// present password, a new one that the policy does not take, and one of the last. The session
  /// that asked ends as well; the one that is returned takes its place, for what comes next.
  public func changePassword(
    from present: String, to new: String, bySecret secret: String
  ) async throws -> OpenedSession {
    let session = try await actAtSignIn(
      by: Actor(session: secret), for: [.full, .changePassword]
    ) { $1 }
    let attempt = try await beginAttempt(of: session.account, network: session.network)
    let credential = attempt.usableCredential
    let comparison = try await compare(present, with: credential?.phc, attempt)
    guard comparison.isRight, let credential else {
      try await settle(attempt, .failed)
      throw Refusal(SessionRefusal.wrong)
    }
    try await settle(attempt, .undecided)
    let new = PasswordText.normalised(new)
    try await check(new, of: session.account, attempt.policy)
    let phc = try await hasher.hash(new)
    let next = newSecret()
    return try await actAtSignIn(
      by: Actor(session: secret), for: [.full, .changePassword]
    ) { transaction, session in
      let account = session.account
      guard let overview = try transaction.overview(of: account) else {
        throw Refusal(AccountRefusal.unknown, account)
      }
      let changed = Credential(
        account: account, number: credential.number + 1, phc: phc, mustChange: false,
        setAt: try transaction.now(), validUntil: nil)
      try transaction.append(
        [changed.fact], act: Act("password.change", on: "account/\(account)"))
      try transaction.endSessions(of: account, withTokens: false)
      return try Self.openNext(
        for: overview, changed, attempt.policy, network: session.network, next, transaction)
    }
  }

  /// Refuses a password that the policy does not take, or that is one of the last.
  private func check(_ password: String, of account: String, _ policy: AccountPolicy) async throws {
    try policy.password.check(
      password, account: account, common: try surroundings.commonPasswords())
    let past = try await actAtDoor(nil) {
      try $0.credentials(of: account, last: policy.password.history)
    }
    for credential in past
    where try await hasher.compare(password, with: credential.phc).isRight {
      throw Refusal(PasswordRefusal.usedBefore, String(policy.password.history))
    }
  }
}
