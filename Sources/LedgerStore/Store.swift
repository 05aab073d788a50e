public import LedgerDomain
public import PostgresSupport

/// The record in PostgreSQL: opens transactions in which somebody acts.
///
/// One transaction per act, opened here and nowhere else. What the transaction may see and add
/// follows from the session's secret, in SQL.
public final class Store: Sendable {
  /// Who acts, and when, in one transaction.
  public struct Actor: Sendable {
    /// The session's secret; nil reads as nobody and sees nothing.
    public let session: String?
    /// The time of the act, where the installation's clock is given; otherwise the server's counts.
    public let moment: PostgresTimestamp?

    /// Creates an actor.
    public init(session: String?, moment: PostgresTimestamp? = nil) {
      self.session = session
      self.moment = moment
    }
  }

  private let pool: ConnectionPool

  /// Uses a pool whose connections have the role `ledger_app`, `ledger_auth` or `ledger_audit`.
  public init(pool: ConnectionPool) {
    self.pool = pool
  }

  /// How many callers use or await a connection now.
  public var callers: Int { pool.callers }

  /// Runs a task's work where the database can be asked without a change of threads.
  public func onThread<Answer: Sendable>(
    _ body: @escaping @Sendable () async throws -> Answer
  ) async throws -> Answer {
    try await pool.onThread(body)
  }

  /// Runs one act in one transaction and commits it.
  ///
  /// Throws a ``Refusal`` where a constraint or policy says no that people can act on, and
  /// `PostgresFailure` for anything else. `body` may run again after a serialization conflict.
  public func act<Answer: Sendable>(
    by actor: Actor, readOnly: Bool = false, deadline: Duration? = nil,
    _ body: @escaping @Sendable (LedgerTransaction) throws -> Answer
  ) async throws -> Answer {
    let options = TransactionOptions(isReadOnly: readOnly, settings: Self.settings(of: actor))
    do {
      return try await pool.transaction(options, deadline: deadline) { connection in
        try body(LedgerTransaction(connection: connection))
      }
    } catch let failure as PostgresFailure {
      if let refusal = ConstraintRefusals.refusal(for: failure) { throw refusal }
      throw failure
    }
  }

  /// Runs one statement as a transaction of its own, in one round trip.
  ///
  /// Like ``act(by:readOnly:deadline:_:)`` it runs again after a deadlock, and turns what people
  /// can act on into refusals. What is not `isDurable` may be lost when the server crashes right
  /// after it.
  func ask(
    _ statement: Statement, _ parameters: [Parameter], by actor: Actor, readOnly: Bool = true,
    isDurable: Bool = true
  ) async throws -> Rows {
    var options = TransactionOptions(isReadOnly: readOnly, settings: Self.settings(of: actor))
    if !isDurable { options.settings.append(("synchronous_commit", "off")) }
    var attemptsLeft = 3
    while true {
      do {
        let answers = try await pool.batch([(statement, parameters)], options)
        guard let rows = answers.last else { throw Unexpected.noRow(statement.name) }
        return rows
      } catch let failure as PostgresFailure {
        if let refusal = ConstraintRefusals.refusal(for: failure) { throw refusal }
        guard failure.isTransient, attemptsLeft > 0 else { throw failure }
        attemptsLeft -= 1
      }
    }
  }

  private static func settings(of actor: Actor) -> [(name: String, value: String)] {
    var settings: [(name: String, value: String)] = []
    if let session = actor.session { settings.append(("ledger.session", session)) }
    if let moment = actor.moment { settings.append(("ledger.now", settingText(of: moment))) }
    return settings
  }

  /// PostgreSQL's text of a time: seconds since the epoch are exact to the microsecond.
  private static func settingText(of moment: PostgresTimestamp) -> String {
    let days = moment.microsecondsSince2000 / 86_400_000_000
    let rest = moment.microsecondsSince2000 % 86_400_000_000
    let date = CalendarDate(daysSince2000: Int32(truncatingIfNeeded: rest < 0 ? days - 1 : days))
    let microseconds = rest < 0 ? rest + 86_400_000_000 : rest
    let seconds = microseconds / 1_000_000
    return "\(date) \(seconds / 3600):\(seconds / 60 % 60):\(seconds % 60)."
      + String(String(microseconds % 1_000_000 + 1_000_000).dropFirst()) + "+00"
  }
}

/// One open transaction: the statements of each noun are extensions of it.
///
/// Confined to the closure that received it.
public struct LedgerTransaction {
  let connection: Connection
  /// The key of the request that is being done; entries of the journal bear it.
  public var key: String?

  init(connection: Connection) {
    self.connection = connection
  }

  /// The account that acts, or nil when the session is unknown, ended or expired.
  public func actingAccount() throws -> String? {
    try connection.execute(Self.actingAccount).first?.optionalText(0)
  }

  /// The time of this transaction, as the record will state it.
  public func now() throws -> PostgresTimestamp {
    guard let row = try connection.execute(Self.now).first else { throw Unexpected.noRow("now") }
    return try row.timestamp(0)
  }

  /// Today's date in the ledger's time zone (China Standard Time, UTC+8).
  public func today() throws -> CalendarDate {
    Self.day(of: try now())
  }

  /// The date of a moment in the ledger's time zone.
  public static func day(of moment: PostgresTimestamp) -> CalendarDate {
    let local = moment.microsecondsSince2000 + 8 * 3_600_000_000
    let days = local / 86_400_000_000
    return CalendarDate(
      daysSince2000: Int32(truncatingIfNeeded: local % 86_400_000_000 < 0 ? days - 1 : days))
  }

  static let all = [actingAccount, now]

  private static let actingAccount = Statement(
    "acting_account", "select ledger.acting_account() as account")
  private static let now = Statement("ledger_now", "select ledger.now() as moment")
}

/// The database answered in a way that its schema rules out.
public enum Unexpected: Error {
  case noRow(String)
  case unreadable(String)
}
