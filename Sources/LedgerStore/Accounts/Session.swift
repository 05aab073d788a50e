import Crypto
public import LedgerDomain
public import PostgresSupport

/// A session that is to be opened.
public struct NewSession: Sendable {
  /// What it is for.
  public var purpose: SessionPurpose
  /// Whose it is.
  public var account: String
  /// When it ends, whatever happens.
  public var expiresAt: PostgresTimestamp
  /// The longest pause between two uses, in seconds; nil where a pause ends nothing.
  public var idleSeconds: Int?
  /// Where it was opened from.
  public var network: String
  /// What its holder calls it.
  public var label: String
  /// The unit below which a token acts.
  public var limitedUnit: String?
  /// The only form a token acts on.
  public var limitedForm: String?
  /// How people name it; nil for a name by chance.
  public var id: String?

  /// Describes a session.
  public init(
    purpose: SessionPurpose, account: String, expiresAt: PostgresTimestamp,
    idleSeconds: Int? = nil, network: String = "", label: String = "",
    limitedUnit: String? = nil, limitedForm: String? = nil, id: String? = nil
  ) {
    self.purpose = purpose
    self.account = account
    self.expiresAt = expiresAt
    self.idleSeconds = idleSeconds
    self.network = network
    self.label = label
    self.limitedUnit = limitedUnit
    self.limitedForm = limitedForm
    self.id = id
  }
}

/// A session in force, as its holder and administrators see it.
///
/// Nothing in it opens anything.
public struct SessionSummary: Hashable, Sendable {
  /// How people name it.
  public let id: String
  /// Whose it is.
  public let account: String
  /// What it is for.
  public let purpose: SessionPurpose
  /// When it was opened.
  public let openedAt: PostgresTimestamp
  /// The last use, to about a minute.
  public let seenAt: PostgresTimestamp
  /// When it ends, whatever happens.
  public let expiresAt: PostgresTimestamp
  /// Where it was opened from.
  public let network: String
  /// What its holder calls it.
  public let label: String
  /// The unit below which a token acts.
  public let limitedUnit: String?
  /// The only form a token acts on.
  public let limitedForm: String?
  /// Whether it is the one that asks.
  public let isCurrent: Bool
}

/// The digest under which a session's secret is known.
public enum SessionSecret {
  /// SHA-256 over the secret's UTF-8.
  public static func digest(_ secret: String) -> [UInt8] {
    Array(SHA256.hash(data: Array(secret.utf8)))
  }
}

extension LedgerTransaction {
  /// Opens a session; only the sign-in may.
  ///
  /// Returns how people name it.
  public func open(_ session: NewSession, secret: String) throws -> String {
    let rows = try connection.execute(
      SessionStatements.open,
      [
        .bytea(SessionSecret.digest(secret)), .text(session.account),
        .text(session.purpose.rawValue), .timestamp(session.expiresAt),
        session.idleSeconds.map { .int4(Int32(truncatingIfNeeded: $0)) } ?? .null(.int4),
        .text(session.network), .text(session.label), .optional(session.limitedUnit),
        .optional(session.limitedForm), .optional(session.id),
      ])
    guard let row = rows.first else { throw Unexpected.noRow("session") }
    return try row.text(0)
  }

  /// Ends the session of a secret; only the sign-in may.
  public func endSession(secret: String) throws {
    try connection.execute(SessionStatements.end, [.bytea(SessionSecret.digest(secret))])
  }

  /// Ends a session by its name; only the sign-in may.
  ///
  /// False when none of that name is open.
  public func endSession(id: String) throws -> Bool {
    try connection.execute(SessionStatements.endByName, [.text(id)]).affectedRows == 1
  }

  /// Ends the sessions of an account, with its tokens or without.
  public func endSessions(of account: String, withTokens: Bool) throws {
    try connection.execute(SessionStatements.endAll, [.text(account), .bool(withTokens)])
  }

  /// The session in force of a secret; only the sign-in may look.
  public func session(secret: String) throws -> SessionSummary? {
    try connection.execute(SessionStatements.bySecret, [.bytea(SessionSecret.digest(secret))])
      .first.map(Self.summary)
  }

  /// The session in force of a name; only the sign-in may look.
  public func session(id: String) throws -> SessionSummary? {
    try connection.execute(SessionStatements.byName, [.text(id)]).first.map(Self.summary)
  }

  /// The sessions in force of an account, the latest first; only the sign-in may look.
  public func sessions(of account: String, asking secret: String) throws -> [SessionSummary] {
    try connection.execute(
      SessionStatements.ofAccount, [.text(account), .bytea(SessionSecret.digest(secret))]
    ).map(Self.summary)
  }

  /// Keeps the sealed secret of a second factor until it is confirmed, in the session that asked.
  public func keepPendingFactor(_ sealed: [UInt8], secret: String) throws {
    try connection.execute(
      SessionStatements.keepPending, [.bytea(SessionSecret.digest(secret)), .bytea(sealed)])
  }

  /// The sealed secret that waits for its confirmation in a session.
  public func pendingFactor(secret: String) throws -> [UInt8]? {
    let rows = try connection.execute(
      SessionStatements.pending, [.bytea(SessionSecret.digest(secret))])
    guard let row = rows.first, !row.isNull(0) else { return nil }
    return try row.bytea(0)
  }

  private static func summary(_ row: Row) throws -> SessionSummary {
    guard let purpose = SessionPurpose(rawValue: try row.text(2)) else {
      throw Unexpected.unreadable("sessions")
    }
    return SessionSummary(
      id: try row.text(0), account: try row.text(1), purpose: purpose,
      openedAt: try row.timestamp(3), seenAt: try row.timestamp(4),
      expiresAt: try row.timestamp(5), network: try row.text(6), label: try row.text(7),
      limitedUnit: try row.optionalText(8), limitedForm: try row.optionalText(9),
      isCurrent: try row.bool(10))
  }
}

extension Store {
  /// Notes that a session in force is used, at most once a minute; only the sign-in's store may.
  ///
  /// A crash right after it may forget the note: nobody waits for the disk at every first request.
  public func touchSession(secret: String, moment: PostgresTimestamp?) async throws {
    _ = try await ask(
      SessionStatements.touch, [.bytea(SessionSecret.digest(secret))],
      by: Actor(session: nil, moment: moment), readOnly: false, isDurable: false)
  }
}

enum SessionStatements {
  static let all = [
    open, end, endByName, endAll, touch, bySecret, byName, ofAccount, keepPending, pending,
  ]

  static let open = Statement(
    "session_open",
    """
    insert into ledger.sessions (
      token_sha256, account, purpose, expires_at, idle_seconds, network, label, limit_unit,
      limit_form, id
    )
    values (
      $1, $2, $3, $4, $5, $6, $7, $8, $9,
      coalesce($10, replace(gen_random_uuid()::text, '-', ''))
    )
    returning id
    """)
  static let end = Statement(
    "session_end",
    """
    update ledger.sessions
    set ended_at = ledger.now()
    where token_sha256 = $1 and ended_at is null
    """)
  static let endByName = Statement(
    "session_end_by_name",
    "update ledger.sessions set ended_at = ledger.now() where id = $1 and ended_at is null")
  static let endAll = Statement(
    "sessions_end_all",
    """
    update ledger.sessions
    set ended_at = ledger.now()
    where account = $1 and ended_at is null and ($2 or purpose <> 'token')
    """)
  static let touch = Statement(
    "session_touch",
    """
    update ledger.sessions
    set seen_at = ledger.now()
    where token_sha256 = $1
      and seen_at <= ledger.now() - interval '1 minute'
      and exists (
        select
        from ledger.sessions_in_force as in_force
        where in_force.token_sha256 = sessions.token_sha256
      )
    """)
  static let bySecret = Statement(
    "session_by_secret",
    """
    select id, account, purpose, opened_at, seen_at, expires_at, network, label, limit_unit,
      limit_form, true as is_current
    from ledger.sessions_in_force
    where token_sha256 = $1
    """)
  static let byName = Statement(
    "session_by_name",
    """
    select id, account, purpose, opened_at, seen_at, expires_at, network, label, limit_unit,
      limit_form, false as is_current
    from ledger.sessions_in_force
    where id = $1
    """)
  static let ofAccount = Statement(
    "sessions_of_account",
    """
    select id, account, purpose, opened_at, seen_at, expires_at, network, label, limit_unit,
      limit_form, token_sha256 = $2 as is_current
    from ledger.sessions_in_force
    where account = $1
    order by opened_at desc, id
    """)
  static let keepPending = Statement(
    "session_keep_pending_factor",
    "update ledger.sessions set pending_factor = $2 where token_sha256 = $1")
  static let pending = Statement(
    "session_pending_factor",
    "select pending_factor from ledger.sessions where token_sha256 = $1")
}
