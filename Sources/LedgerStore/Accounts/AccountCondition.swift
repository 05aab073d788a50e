public import LedgerDomain
public import PostgresSupport

/// What stands at an account's door, as administrators see it.
public struct AccountCondition: Hashable, Sendable {
  /// The number of its password; 0 where it never had one.
  public let credential: Int
  /// Whether its password only lets its holder set another.
  public let mustChange: Bool
  /// When a one-time password is worth nothing any more; nil for no such moment.
  public let validUntil: PostgresTimestamp?
  /// Whether failures from strange networks shut the door until the account is unlocked.
  public let isLocked: Bool
}

extension LedgerTransaction {
  /// What stands at the door of each account; only the sign-in may look.
  public func accountConditions(
    _ limits: AccountPolicy.AttemptLimits
  ) throws -> [String: AccountCondition] {
    var conditions: [String: AccountCondition] = [:]
    let rows = try connection.execute(
      ConditionStatements.conditions, [.int4(Int32(clamping: limits.dayFailuresMax))])
    for row in rows {
      conditions[try row.text(0)] = AccountCondition(
        credential: Int(try row.int4(1)), mustChange: try row.bool(2),
        validUntil: try row.optionalTimestamp(3), isLocked: try row.bool(4))
    }
    return conditions
  }
}

enum ConditionStatements {
  static let all = [conditions]

  static let conditions = Statement(
    "account_conditions",
    """
    select
      accounts.name,
      coalesce(credential.number, 0) as credential,
      coalesce(credential.must_change, false) as must_change,
      credential.valid_until,
      coalesce(failures.is_locked, false) as is_locked
    from ledger.accounts as accounts
    left join lateral (
      select credentials.number, credentials.must_change, credentials.valid_until
      from ledger.credentials as credentials
      where credentials.account = accounts.name
      order by credentials.number desc
      limit 1
    ) as credential on true
    left join lateral (
      select count(*) = $1
        and max(latest.attempted_at) - min(latest.attempted_at) <= interval '1 day' as is_locked
      from ledger.door_failures(accounts.name, $1) as latest
    ) as failures on true
    """)
}
