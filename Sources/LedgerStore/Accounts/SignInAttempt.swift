public import LedgerDomain
public import PostgresSupport

/// How an attempt to sign in ended.
public enum AttemptOutcome: String, Sendable {
  /// It counts as a failure.
  case failed
  /// The password was right but opened nothing yet, or was not looked at: it counts for nothing.
  case undecided
  /// It opened a session.
  case succeeded
}

/// An account as it is now, as the sign-in and administrators see it.
public struct AccountOverview: Hashable, Sendable {
  /// The account.
  public let account: Account
  /// Whether it may sign in at all.
  public let isEnabled: Bool
  /// Its last day; nil for no end.
  public let expiresOn: CalendarDate?
  /// Whether it has a second factor.
  public let hasSecondFactor: Bool
  /// The last sign-in; nil for none.
  public let signedInAt: PostgresTimestamp?
  /// What dormancy counts from: the last use, unlock or new password; nil where it never had one.
  public let livelyAt: PostgresTimestamp?
  /// What it may do today.
  public let grants: [ActingSession.Grant]
}

extension LedgerTransaction {
  /// Has every other attempt at the same door wait for this transaction.
  public func lockAttempts(of account: String) throws {
    try connection.execute(AttemptStatements.lock, [.text(account)])
  }

  /// What was tried at the door of an account from a network, and whether that network is familiar.
  public func attempts(
    of account: String, network: String, _ limits: AccountPolicy.AttemptLimits
  ) throws -> (history: AttemptHistory, isFamiliar: Bool) {
    let rows = try connection.execute(
      AttemptStatements.history,
      [
        .text(account), .text(network), .int4(Int32(truncatingIfNeeded: limits.failuresMax)),
        .int4(Int32(truncatingIfNeeded: limits.dayFailuresMax)),
        .int4(Int32(truncatingIfNeeded: limits.familiarDays)),
      ])
    guard let row = rows.first else { throw Unexpected.noRow("attempt_history") }
    func moment(_ column: Int) throws -> Int64? {
      try row.optionalTimestamp(column)?.microsecondsSince2000
    }
    return (
      AttemptHistory(
        latest: try moment(1), first: try moment(2), dayLatest: try moment(3),
        dayFirst: try moment(4)),
      try row.bool(0)
    )
  }

  /// Begins an attempt, which counts as a failure until it is settled; returns its number.
  public func beginAttempt(
    of account: String, network: String, isFamiliar: Bool
  ) throws -> Int64 {
    let rows = try connection.execute(
      AttemptStatements.begin, [.text(account), .text(network), .bool(isFamiliar)])
    guard let row = rows.first else { throw Unexpected.noRow("sign_in_attempts") }
    return try row.int8(0)
  }

  /// States how an attempt ended.
  public func settleAttempt(_ number: Int64, _ outcome: AttemptOutcome) throws {
    try connection.execute(
      AttemptStatements.settle, [.int8(number), .text(outcome.rawValue)])
  }

  /// The account of that name as it is now, or nil; only the sign-in may look.
  public func overview(of account: String) throws -> AccountOverview? {
    try connection.execute(AttemptStatements.overview, [.text(account)]).first.map(Self.overview)
  }

  /// Every account as it is now; only the sign-in may look.
  public func overviews() throws -> [AccountOverview] {
    try connection.execute(AttemptStatements.overviews).map(Self.overview)
  }

  /// Forgets attempts and ended sessions that are older than so many days; at most so many rows of
  /// each, and none while another process does.
  public func pruneSignIns(days: Int, rowsMax: Int) throws -> (attempts: Int64, sessions: Int64) {
    let rows = try connection.execute(
      AttemptStatements.prune,
      [.int4(Int32(clamping: days)), .int4(Int32(clamping: rowsMax))])
    guard let row = rows.first else { throw Unexpected.noRow("prune_sign_ins") }
    return (try row.int8(0), try row.int8(1))
  }

  private static func overview(_ row: Row) throws -> AccountOverview {
    var grants: [ActingSession.Grant] = []
    let units = try row.optionalTextArray(10) ?? []
    let forms = try row.optionalTextArray(11) ?? []
    for (position, name) in (try row.optionalTextArray(9) ?? []).enumerated() {
      guard let role = name.flatMap(Role.init(rawValue:)), let unit = units[position] else {
        throw Unexpected.unreadable("grants")
      }
      grants.append(ActingSession.Grant(role: role, unit: unit, form: forms[position]))
    }
    return AccountOverview(
      account: Account(
        name: try row.text(0), displayName: try row.text(1), unit: try row.text(2),
        post: try row.text(3)),
      isEnabled: try row.text(4) == "enabled",
      expiresOn: try row.optionalDate(5)?.calendar, hasSecondFactor: try row.bool(6),
      signedInAt: try row.optionalTimestamp(7), livelyAt: try row.optionalTimestamp(8),
      grants: grants)
  }
}

enum AttemptStatements {
  static let all = [lock, history, begin, settle, overview, overviews, prune]

  static let lock = Statement(
    "attempts_lock",
    "select pg_advisory_xact_lock(hashtextextended('sign-in ' || $1, 0)) is null as locked")
  static let history = Statement(
    "attempts_history",
    """
    select is_familiar, latest, first, day_latest, day_first
    from ledger.attempt_history($1, $2, $3, $4, $5)
    """)
  static let begin = Statement(
    "attempt_begin",
    """
    insert into ledger.sign_in_attempts (account, network, is_familiar)
    values ($1, $2, $3)
    returning number
    """)
  static let settle = Statement(
    "attempt_settle", "update ledger.sign_in_attempts set outcome = $2 where number = $1")
  static let prune = Statement(
    "sign_ins_prune", "select attempts, sessions from ledger.prune_sign_ins($1, $2)")
  static let overview = Statement(
    "account_overview",
    """
    select
      accounts.name, accounts.display_name, accounts.unit, accounts.post, accounts.state,
      accounts.expires_on, accounts.has_second_factor, accounts.signed_in_at, accounts.lively_at,
      held.roles, held.units, held.forms
    from ledger.account_overviews as accounts
    cross join lateral (
      select
        array_agg(grants.role order by grants.number) as roles,
        array_agg(grants.unit order by grants.number) as units,
        array_agg(grants.form order by grants.number) as forms
      from ledger.grants_in_force as grants
      where grants.account = accounts.name
    ) as held
    where accounts.name = $1
    """)
  static let overviews = Statement(
    "account_overviews",
    """
    select
      accounts.name, accounts.display_name, accounts.unit, accounts.post, accounts.state,
      accounts.expires_on, accounts.has_second_factor, accounts.signed_in_at, accounts.lively_at,
      held.roles, held.units, held.forms
    from ledger.account_overviews as accounts
    left join (
      select
        grants.account,
        array_agg(grants.role order by grants.number) as roles,
        array_agg(grants.unit order by grants.number) as units,
        array_agg(grants.form order by grants.number) as forms
      from ledger.grants_in_force as grants
      group by grants.account
    ) as held on accounts.name = held.account
    order by accounts.name
    """)
}
