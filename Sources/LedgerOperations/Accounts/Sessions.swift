import LedgerDomain
public import LedgerStore

extension Ledger {
  /// Who acts by a session's secret, in one round trip; nil where no session of it is in force.
  public func whoActs(secret: String) async throws -> ActingSession? {
    try await console.actingSession(secret: secret, moment: surroundings.givenMoment)
  }

  /// Notes that a session is used, at most once a minute; one that is not in force stays so.
  public func touchSession(secret: String) async throws {
    try await console.touchSession(secret: secret, moment: surroundings.givenMoment)
  }

  /// Lets the operator at the console act as an account, for an hour unless stated; a demonstration
  /// that lives through years in a minute says more.
  ///
  /// Whoever may connect as `ledger_auth` can do this: the database's own access rules are the
  /// lock. Refused when there is no such account, or it is disabled or past its end.
  public func openConsoleSession(
    as account: String, seconds: Int64 = 3_600
  ) async throws -> Actor {
    let secret = newSecret()
    try await actAtConsole { transaction in
      guard let overview = try transaction.overview(of: account) else {
        throw Refusal(AccountRefusal.unknown, at: .option("--as"), account)
      }
      guard overview.isEnabled else {
        throw Refusal(AccountRefusal.disabled, at: .option("--as"), account)
      }
      if let last = overview.expiresOn, last < (try transaction.today()) {
        throw Refusal(AccountRefusal.expired, at: .option("--as"), account)
      }
      let session = NewSession(
        purpose: .console, account: account,
        expiresAt: try transaction.now().adding(seconds: seconds))
      _ = try transaction.open(session, secret: secret)
    }
    return Actor(session: secret)
  }

  /// Ends a session.
  public func endSession(of actor: Actor) async throws {
    try await actAtDoor(nil) { try $0.endSession(secret: actor.session) }
  }

  /// The sessions and tokens in force: one's own, or for the security administrator any account's.
  public func sessions(
    of account: String? = nil, by actor: Actor
  ) async throws -> [SessionSummary] {
    try await actAtSignIn(by: actor) { transaction, session in
      if let account, account != session.account {
        try transaction.require(.resetCredentials)
      }
      return try transaction.sessions(of: account ?? session.account, asking: actor.session)
    }
  }

  /// Ends a session or token by its name: one's own, or for the security administrator any.
  ///
  /// Refused in the same words where there is none and where it is another's.
  public func endSession(id: String, by actor: Actor) async throws {
    try await actAtSignIn(by: actor) { transaction, session in
      let isAdministrator = try transaction.isActing(as: Permission.resetCredentials.rule.roles)
      guard let found = try transaction.session(id: id),
        found.account == session.account || isAdministrator,
        try transaction.endSession(id: id)
      else { throw Refusal(SessionRefusal.unknown, id) }
      if found.account != session.account || found.purpose == .token {
        let noun = found.purpose == .token ? "token" : "session"
        try transaction.append(
          [], act: Act("\(noun).end", on: "\(noun)/\(found.account)/\(id)"))
      }
    }
  }
}
