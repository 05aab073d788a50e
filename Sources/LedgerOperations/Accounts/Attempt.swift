import Crypto
import LedgerDomain
import LedgerStore
import PostgresSupport

/// One attempt to show a password, begun and not settled: what the record says about the account.
struct Attempt: Sendable {
  let number: Int64
  let network: String
  let now: PostgresTimestamp
  let today: CalendarDate
  let policy: AccountPolicy
  /// Nil where there is no such account.
  let overview: AccountOverview?
  /// The present password; nil where the account has none.
  let credential: Credential?
  /// The sealed secret of the second factor; nil where there is none.
  let sealedFactor: [UInt8]?

  /// The present password, unless it is a one-time password whose time is over.
  var usableCredential: Credential? {
    guard let credential, credential.validUntil.map({ now < $0 }) ?? true else { return nil }
    return credential
  }

  /// Why an account is not let in although its password was shown.
  func refusal(of overview: AccountOverview) -> Refusal? {
    let name = overview.account.name
    guard overview.isEnabled else { return Refusal(AccountRefusal.disabled, name) }
    if let last = overview.expiresOn, last < today {
      return Refusal(AccountRefusal.expired, name)
    }
    if Self.isDormant(overview, policy, now: now) {
      return Refusal(AccountRefusal.dormant, name, String(policy.dormantDays))
    }
    return nil
  }

  /// Whether nobody used an account for longer than the policy takes.
  static func isDormant(
    _ overview: AccountOverview, _ policy: AccountPolicy, now: PostgresTimestamp
  ) -> Bool {
    let dormant = Int64(policy.dormantDays) * 86_400_000_000
    guard dormant > 0, let lively = overview.livelyAt else { return false }
    return now.microsecondsSince2000 - lively.microsecondsSince2000 >= dormant
  }
}

extension Ledger {
  /// Begins an attempt at the door of an account; refused while that door is shut.
  ///
  /// Attempts at one door take turns, and each counts as a failure until it is settled, so that
  /// many at once find no gap.
  func beginAttempt(
    of account: String, network: String, session: String? = nil
  ) async throws -> Attempt {
    let network = String(network.unicodeScalars.prefix(64))
    return try await actAtDoor(session) { transaction in
      let policy = try transaction.accountPolicy()
      let overview = account.utf8.count <= 64 ? try transaction.overview(of: account) : nil
      let door = overview == nil ? Self.unknownDoor(account) : account
      try transaction.lockAttempts(of: door)
      let now = try transaction.now()
      let (history, isFamiliar) = try transaction.attempts(
        of: door, network: network, policy.attempts)
      try history.check(policy.attempts, now: now.microsecondsSince2000)
      let factor = overview == nil ? nil : try transaction.secondFactor(of: account)
      return Attempt(
        number: try transaction.beginAttempt(
          of: door, network: network, isFamiliar: isFamiliar),
        network: network, now: now, today: try transaction.today(), policy: policy,
        overview: overview,
        credential: overview == nil
          ? nil : try transaction.credentials(of: account, last: 1).first,
        sealedFactor: factor?.sealed)
    }
  }

  /// Compares a password; an attempt that finds no room counts for nothing.
  func compare(
    _ password: String, with phc: String?, _ attempt: Attempt
  ) async throws -> PasswordHasher.Comparison {
    // Nobody has a password of more than 1 KiB; hashing it would be free work for a stranger.
    let password = password.utf8.count <= 1_024 ? password : ""
    do {
      return try await hasher.compare(password, with: phc)
    } catch {
      try await settle(attempt, .undecided)
      throw error
    }
  }

  func settle(_ attempt: Attempt, _ outcome: AttemptOutcome) async throws {
    try await actAtDoor(nil) { try $0.settleAttempt(attempt.number, outcome) }
  }

  /// What stands for a name that no account has: people type passwords into the wrong field.
  private static func unknownDoor(_ name: String) -> String {
    "#" + hexadecimal(SHA256.hash(data: Array(name.utf8)).prefix(8))
  }
}
