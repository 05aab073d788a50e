import Crypto
public import LedgerDomain
import LedgerStore
public import PostgresSupport

/// What somebody shows at the door.
public struct SignInRequest: Sendable {
  /// The account's name.
  public var account: String
  /// The password.
  public var password: String
  /// The code of the second factor; nil where none was asked for yet.
  public var code: String?
  /// Where the request comes from: an address, or the part of it that counts as one place.
  public var network: String

  /// Describes a sign-in.
  public init(account: String, password: String, code: String? = nil, network: String) {
    self.account = account
    self.password = password
    self.code = code
    self.network = network
  }
}

/// A session that was just opened: the only time that its secret is shown.
public struct OpenedSession: Sendable {
  /// What is shown with every request from now on.
  public let secret: String
  /// How people name the session; it opens nothing.
  public let id: String
  /// Whose it is.
  public let account: String
  /// What it is for.
  public let purpose: SessionPurpose
  /// When it ends, whatever happens.
  public let expiresAt: PostgresTimestamp
}

extension Ledger {
  /// Opens a session for who shows an account's password, and its code where it has one to show.
  ///
  /// Refused, in this order: too many failures at this door; a wrong account, password or code, all
  /// in the same words and after the same work; with the right password an account that is disabled,
  /// past its end or dormant; a code that is missing. An account that has to set another password
  /// or to enrol a second factor gets a session for that alone.
  public func signIn(_ request: SignInRequest) async throws -> OpenedSession {
    let attempt = try await beginAttempt(of: request.account, network: request.network)
    let credential = attempt.usableCredential
    let comparison = try await compare(request.password, with: credential?.phc, attempt)
    guard comparison.isRight, let credential, let overview = attempt.overview else {
      try await settle(attempt, .failed)
      throw Refusal(SessionRefusal.wrong)
    }
    if let refusal = attempt.refusal(of: overview) {
      try await settle(attempt, .undecided)
      throw refusal
    }
    let step = try await checkedStep(request.code, attempt)
    let renewed = comparison.isOutdated ? try await hasher.hash(request.password) : nil
    do {
      return try await succeed(attempt, overview, credential, step: step, renewed: renewed)
    } catch let refusal as Refusal where refusal.code == SessionRefusal.codeWrong.rawValue {
      // The code was used before. The attempt stays begun, which counts as a failure.
      throw Refusal(SessionRefusal.wrong)
    }
  }

  /// The step of the code that was shown; nil for an account without a second factor.
  private func checkedStep(_ code: String?, _ attempt: Attempt) async throws -> Int64? {
    guard let sealed = attempt.sealedFactor, let account = attempt.overview?.account.name else {
      return nil
    }
    guard let code else {
      try await settle(attempt, .undecided)
      throw Refusal(SessionRefusal.codeNeeded)
    }
    let step: Int64?
    do {
      let secret = try FactorSeal(surroundings.secretsKey).open(sealed, of: account)
      step = TimeCode.step(
        of: code, secret: secret, unixSeconds: attempt.now.unixMicroseconds / 1_000_000)
    } catch {
      try await settle(attempt, .undecided)
      throw error
    }
    guard let step else {
      try await settle(attempt, .failed)
      throw Refusal(SessionRefusal.wrong)
    }
    return step
  }

  private func succeed(
    _ attempt: Attempt, _ overview: AccountOverview, _ credential: Credential, step: Int64?,
    renewed: String?
  ) async throws -> OpenedSession {
    let secret = newSecret()
    let network = attempt.network
    return try await actAtDoor(secret) { transaction in
      let account = overview.account.name
      if let step { try transaction.useCode(ofStep: step, by: account) }
      try transaction.settleAttempt(attempt.number, .succeeded)
      let opened = try Self.openNext(
        for: overview, credential, attempt.policy, network: network, secret, transaction)
      if let renewed {
        let next = Credential(
          account: account, number: credential.number + 1, phc: renewed,
          mustChange: credential.mustChange, setAt: credential.setAt,
          validUntil: credential.validUntil)
        try transaction.append(
          [next.fact], act: Act("password.hash_anew", on: "account/\(account)"))
      }
      return opened
    }
  }

  /// Opens the session that an account gets after it proved who it is: the whole, or what it has to
  /// do first.
  static func openNext(
    for overview: AccountOverview, _ credential: Credential, _ policy: AccountPolicy,
    network: String, _ secret: String, _ transaction: LedgerTransaction
  ) throws -> OpenedSession {
    let now = try transaction.now()
    let age = now.microsecondsSince2000 - credential.setAt.microsecondsSince2000
    let rotation = Int64(policy.password.rotationDays) * 86_400_000_000
    let roles = Set(overview.grants.map(\.role))
    let purpose: SessionPurpose =
      if credential.mustChange || rotation > 0 && age >= rotation {
        .changePassword
      } else if !overview.hasSecondFactor, !roles.isDisjoint(with: policy.secondFactorRoles) {
        .enrolSecondFactor
      } else {
        .full
      }
    let hours = purpose == .full ? policy.session.hoursMax : 1
    let session = NewSession(
      purpose: purpose, account: overview.account.name,
      expiresAt: now.adding(seconds: Int64(hours) * 3_600),
      idleSeconds: policy.session.idleMinutes * 60, network: network)
    let id = try transaction.open(session, secret: secret)
    return OpenedSession(
      secret: secret, id: id, account: session.account, purpose: purpose,
      expiresAt: session.expiresAt)
  }

  /// 32 unpredictable bytes, as text.
  func newSecret() -> String { hexadecimal(surroundings.randomBytes(32)) }
}

extension PostgresTimestamp {
  func adding(seconds: Int64) -> PostgresTimestamp {
    PostgresTimestamp(microsecondsSince2000: microsecondsSince2000 &+ seconds &* 1_000_000)
  }
}
