public import LedgerDomain
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
  /// Hashes passwords.
  let hasher: PasswordHasher
  /// What submissions are read with.
  let formCatalogue = FormCatalogueCache()

  /// What the outside decides: the clock, randomness, and what the database must not hold.
  public struct Surroundings: Sendable {
    /// The time to record, where the installation's clock is given; nil for the server's clock.
    public var givenMoment: PostgresTimestamp?
    /// The time by the machine's clock.
    public var machineMoment: @Sendable () -> PostgresTimestamp
    /// So many unpredictable bytes.
    public var randomBytes: @Sendable (Int) -> [UInt8]
    /// The key of 32 bytes that seals second factors; nil: they are refused.
    public var secretsKey: [UInt8]?
    /// The passwords that everybody tries first; asked when a password is set.
    public var commonPasswords: @Sendable () throws -> CommonPasswords

    /// States what the outside decides.
    public init(
      givenMoment: PostgresTimestamp?,
      machineMoment: @escaping @Sendable () -> PostgresTimestamp,
      randomBytes: @escaping @Sendable (Int) -> [UInt8], secretsKey: [UInt8]? = nil,
      commonPasswords: @escaping @Sendable () throws -> CommonPasswords = { .none }
    ) {
      self.givenMoment = givenMoment
      self.machineMoment = machineMoment
      self.randomBytes = randomBytes
      self.secretsKey = secretsKey
      self.commonPasswords = commonPasswords
    }
  }

  /// Joins the three ways into the database.
  public init(
    store: Store, console: Store, audit: Store, surroundings: Surroundings,
    hasher: PasswordHasher = PasswordHasher()
  ) {
    self.store = store
    self.console = console
    self.audit = audit
    self.surroundings = surroundings
    self.hasher = hasher
  }

  /// The same ledger, whose acts are dated; only an installation whose clock is given takes that.
  public func dated(_ moment: PostgresTimestamp) -> Ledger {
    var surroundings = surroundings
    surroundings.givenMoment = moment
    return Ledger(store: store, console: console, audit: audit, surroundings: surroundings)
  }

  /// The time by the clock that counts here.
  public var moment: PostgresTimestamp {
    surroundings.givenMoment ?? surroundings.machineMoment()
  }

  /// The day by the clock that counts here, in the ledger's time zone.
  public var today: CalendarDate { LedgerTransaction.day(of: moment) }

  /// Who acts, by the secret of an open session.
  public struct Actor: Sendable {
    let session: String
    /// What is asked, when it is to be done once however often it is sent.
    let request: KeyedRequest?

    /// Acts with a session's secret, once for a keyed request.
    public init(session: String, request: KeyedRequest? = nil) {
      self.session = session
      self.request = request
    }
  }

  /// Runs a task's work where the database can be asked without a change of threads.
  public func onThread<Answer: Sendable>(
    _ body: @escaping @Sendable () async throws -> Answer
  ) async throws -> Answer {
    try await store.onThread(body)
  }

  /// Runs an act's transaction as somebody; throws ``AnsweredBefore`` for a repeated request.
  func act<Answer: Sendable>(
    by actor: Actor, readOnly: Bool = false,
    _ body: @escaping @Sendable (LedgerTransaction, String) throws -> Answer
  ) async throws -> Answer {
    let somebody = Store.Actor(session: actor.session, moment: surroundings.givenMoment)
    return try await store.act(by: somebody, readOnly: readOnly) { transaction in
      guard let account = try transaction.actingAccount() else {
        throw Refusal(AccountRefusal.nobodyActs)
      }
      guard let request = actor.request, !readOnly else { return try body(transaction, account) }
      var keyed = transaction
      keyed.key = request.key
      var answer: Answer?
      let kept = try transaction.once(
        key: request.key, account: account, request: request.sha256
      ) {
        let made = try body(keyed, account)
        answer = made
        return try request.keep(made)
      }
      guard let answer else { throw AnsweredBefore(answer: kept) }
      return answer
    }
  }

  /// Runs an act of the operator at the console, who needs no session.
  func actAtConsole<Answer: Sendable>(
    _ body: @escaping @Sendable (LedgerTransaction) throws -> Answer
  ) async throws -> Answer {
    let nobody = Store.Actor(session: nil, moment: surroundings.givenMoment)
    return try await console.act(by: nobody, body)
  }

  /// Runs a transaction of the sign-in itself, for whom a secret names or for nobody.
  func actAtDoor<Answer: Sendable>(
    _ secret: String?, _ body: @escaping @Sendable (LedgerTransaction) throws -> Answer
  ) async throws -> Answer {
    let somebody = Store.Actor(session: secret, moment: surroundings.givenMoment)
    return try await console.act(by: somebody, body)
  }

  /// Runs an act on sessions or credentials, whose tables the application cannot reach, as somebody
  /// whose session is for it.
  ///
  /// At the sign-in a session acts whatever it is for; this is where its purpose is looked at.
  func actAtSignIn<Answer: Sendable>(
    by actor: Actor, for purposes: Set<SessionPurpose> = [.full, .console],
    _ body: @escaping @Sendable (LedgerTransaction, SessionSummary) throws -> Answer
  ) async throws -> Answer {
    try await actAtDoor(actor.session) { transaction in
      guard let session = try transaction.session(secret: actor.session) else {
        throw Refusal(AccountRefusal.nobodyActs)
      }
      guard purposes.contains(session.purpose) else {
        throw Refusal(SessionRefusal.purposeOther)
      }
      return try body(transaction, session)
    }
  }
}
