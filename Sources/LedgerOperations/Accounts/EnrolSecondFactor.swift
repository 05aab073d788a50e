import LedgerDomain
import LedgerStore
import PostgresSupport

extension Ledger {
  /// Makes the secret of a second factor, to be typed into an authenticator or shown as a QR code.
  ///
  /// Nothing counts until ``confirmSecondFactor(code:bySecret:)``. Refused where the service has no
  /// key to seal it, and where the account has a second factor: replacing one takes a reset.
  public func startSecondFactor(
    bySecret secret: String
  ) async throws -> (secretBase32: String, uri: String) {
    let factor = surroundings.randomBytes(20)
    let seal = try FactorSeal(surroundings.secretsKey)
    return try await actAtSignIn(
      by: Actor(session: secret), for: [.full, .enrolSecondFactor]
    ) { transaction, session in
      if try transaction.secondFactor(of: session.account)?.sealed != nil {
        throw Refusal(SessionRefusal.factorEnrolled)
      }
      try transaction.keepPendingFactor(
        try seal.seal(factor, for: session.account), secret: secret)
      let text = Base32.text(factor)
      return (
        text,
        "otpauth://totp/Taizhang:\(session.account)?secret=\(text)&issuer=Taizhang"
          + "&algorithm=SHA1&digits=6&period=30"
      )
    }
  }

  /// Enrols the second factor that was started in this session, by a first code of it.
  ///
  /// The session that asked ends; the one that is returned takes its place.
  public func confirmSecondFactor(
    code: String, bySecret secret: String
  ) async throws -> OpenedSession {
    let seal = try FactorSeal(surroundings.secretsKey)
    let next = newSecret()
    return try await actAtSignIn(
      by: Actor(session: secret), for: [.full, .enrolSecondFactor]
    ) { transaction, session in
      let account = session.account
      let last = try transaction.secondFactor(of: account)
      guard last?.sealed == nil else { throw Refusal(SessionRefusal.factorEnrolled) }
      guard let sealed = try transaction.pendingFactor(secret: secret) else {
        throw Refusal(SessionRefusal.factorNotStarted)
      }
      let seconds = try transaction.now().unixMicroseconds / 1_000_000
      let factor = try seal.open(sealed, of: account)
      guard let step = TimeCode.step(of: code, secret: factor, unixSeconds: seconds) else {
        throw Refusal(SessionRefusal.codeWrong)
      }
      try transaction.useCode(ofStep: step, by: account)
      let enrolled = SecondFactor(
        account: account, number: (last?.number ?? 0) + 1, sealed: sealed)
      try transaction.append(
        [enrolled.fact], act: Act("second_factor.enrol", on: "account/\(account)"))
      try transaction.endSession(secret: secret)
      guard let overview = try transaction.overview(of: account),
        let credential = try transaction.credentials(of: account, last: 1).first
      else { throw Refusal(AccountRefusal.unknown, account) }
      return try Self.openNext(
        for: overview, credential, try transaction.accountPolicy(), network: session.network,
        next, transaction)
    }
  }
}
