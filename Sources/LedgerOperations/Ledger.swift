import LedgerDomain
public import LedgerStore
public import PostgresSupport

/// Everything that can be done with one ledger: each act is an extension in a file of its own.
///
/// Page, file, API and command call these same functions; there is no second path to the record.
public struct Ledger: Sendable {
  /// Does the ledger's acts, as the role `ledger_app`.
  let store: Store
  /// Opens and ends sessions, as the role `ledger_auth`.
  let console: Store
  /// Reads every fact to verify it, as the role `ledger_audit`.
  let audit: Store
  /// What the outside decides besides who acts.
  let surroundings: Surroundings

  /// What the outside decides: the clock and randomness.
  public struct Surroundings: Sendable {
    /// The time to record, where the installation's clock is given; nil for the server's clock.
    public var givenMoment: PostgresTimestamp?
    /// The time by the machine's clock.
    public var machineMoment: @Sendable () -> PostgresTimestamp
    /// So many unpredictable bytes.
    public var randomBytes: @Sendable (Int) -> [UInt8]

    /// States what the outside decides.
    public init(
      givenMoment: PostgresTimestamp?,
      machineMoment: @escaping @Sendable () -> PostgresTimestamp,
      randomBytes: @escaping @Sendable (Int) -> [UInt8]
    ) {
      self.givenMoment = givenMoment
      self.machineMoment = machineMoment
      self.randomBytes = randomBytes
    }
  }

  /// Joins the three ways into the database.
  public init(store: Store, console: Store, audit: Store, surroundings: Surroundings) {
    self.store = store
    self.console = console
    self.audit = audit
    self.surroundings = surroundings
  }

  /// The same ledger, whose acts are dated; only an installation whose clock is given takes that.
  public func dated(_ moment: PostgresTimestamp) -> Ledger {
    var surroundings = surroundings
    surroundings.givenMoment = moment
    return Ledger(store: store, console: console, audit: audit, surroundings: surroundings)
  }

  /// Who acts, by the secret of an open session.
  public struct Actor: Sendable {
    let session: String

    /// Acts with a session's secret.
    public init(session: String) {
      self.session = session
    }
  }

  /// Runs an act's transaction as somebody.
  func act<Answer: Sendable>(
    by actor: Actor, readOnly: Bool = false,
    _ body: @escaping @Sendable (LedgerTransaction, String) throws -> Answer
  ) async throws -> Answer {
    let somebody = Store.Actor(session: actor.session, moment: surroundings.givenMoment)
    return try await store.act(by: somebody, readOnly: readOnly) { transaction in
      guard let account = try transaction.actingAccount() else {
        throw Refusal(AccountRefusal.nobodyActs)
      }
      return try body(transaction, account)
    }
  }

  /// Runs an act of the operator at the console, who needs no session.
  func actAtConsole<Answer: Sendable>(
    _ body: @escaping @Sendable (LedgerTransaction) throws -> Answer
  ) async throws -> Answer {
    let nobody = Store.Actor(session: nil, moment: surroundings.givenMoment)
    return try await console.act(by: nobody, body)
  }
}
