public import LedgerDomain
public import PostgresSupport

/// Who acts by a session's secret, and how far: what a request is answered by.
public struct ActingSession: Hashable, Sendable {
  /// How people name the session.
  public let id: String
  /// The account.
  public let account: String
  /// How others see the account.
  public let displayName: String
  /// The unit the account belongs to.
  public let unit: String
  /// What the session is for.
  public let purpose: SessionPurpose
  /// What the account may do; those of a token reach no further than its limits.
  public let grants: [Grant]
  /// The roles that it holds for the whole ledger, at the top of the tree and for every form.
  public let wholeRoles: Set<Role>
  /// The unit below which a token acts; nil for a session that is not limited.
  public let limitedUnit: String?
  /// The only form a token acts on; nil for all.
  public let limitedForm: String?
  /// When it ends, whatever happens.
  public let expiresAt: PostgresTimestamp
  /// The longest pause between two uses, in seconds; nil where a pause ends nothing.
  public let idleSeconds: Int?
  /// Whether its last use is to be noted again: a minute has passed.
  public let mustTouch: Bool

  /// One role for a unit and everything below it, of all forms or one.
  public struct Grant: Hashable, Sendable {
    /// The role.
    public let role: Role
    /// The unit.
    public let unit: String
    /// The only form; nil for all.
    public let form: String?
  }

  /// Whether everything that it takes to act was shown: no password has to be set first, no second
  /// factor enrolled.
  public var isComplete: Bool { purpose != .changePassword && purpose != .enrolSecondFactor }

  /// Whether the account holds a role for something, wherever; where it may, the act itself asks.
  public func holds(_ permission: Permission) -> Bool {
    let rule = permission.rule
    guard rule.reach != .whole else { return !wholeRoles.isDisjoint(with: rule.roles) }
    return rule.roles.isEmpty || grants.contains { rule.roles.contains($0.role) }
  }

  /// The roles that the account holds anywhere.
  public var roles: Set<Role> { Set(grants.map(\.role)) }
}

extension Store {
  /// Who acts by a secret, in one round trip; nil for a session that is not in force.
  ///
  /// Only the sign-in's store may ask.
  public func actingSession(
    secret: String, moment: PostgresTimestamp?
  ) async throws -> ActingSession? {
    let rows = try await ask(
      ActingStatements.session, [.bytea(SessionSecret.digest(secret))],
      by: Actor(session: nil, moment: moment))
    guard let row = rows.first else { return nil }
    guard let purpose = SessionPurpose(rawValue: try row.text(4)) else {
      throw Unexpected.unreadable("sessions")
    }
    let roles = try row.textArray(10)
    let units = try row.textArray(11)
    let forms = try row.textArray(12)
    var grants: [ActingSession.Grant] = []
    for (position, name) in roles.enumerated() {
      guard let role = name.flatMap(Role.init(rawValue:)), let unit = units[position] else {
        throw Unexpected.unreadable("grants")
      }
      grants.append(ActingSession.Grant(role: role, unit: unit, form: forms[position]))
    }
    let wholeRoles = try row.textArray(13).compactMap { $0.flatMap(Role.init(rawValue:)) }
    return ActingSession(
      id: try row.text(0), account: try row.text(1), displayName: try row.text(2),
      unit: try row.text(3), purpose: purpose, grants: grants,
      wholeRoles: Set(wholeRoles),
      limitedUnit: try row.optionalText(5), limitedForm: try row.optionalText(6),
      expiresAt: try row.timestamp(7), idleSeconds: try row.optionalInt4(8).map(Int.init),
      mustTouch: try row.bool(9))
  }
}

enum ActingStatements {
  static let all = [session]

  static let session = Statement(
    "acting_session",
    """
    select
      sessions.id, sessions.account, accounts.display_name, accounts.unit, sessions.purpose,
      sessions.limit_unit, sessions.limit_form, sessions.expires_at, sessions.idle_seconds,
      sessions.seen_at <= ledger.now() - interval '1 minute' as must_touch,
      coalesce(held.roles, '{}') as roles,
      coalesce(held.units, '{}') as units,
      coalesce(held.forms, '{}') as forms,
      coalesce(held.whole_roles, '{}') as whole_roles
    from ledger.sessions_in_force as sessions
    inner join ledger.accounts as accounts on sessions.account = accounts.name
    cross join lateral (
      select
        array_agg(grants.role order by grants.number) as roles,
        array_agg(grants.unit order by grants.number) as units,
        array_agg(grants.form order by grants.number) as forms,
        array_agg(grants.role order by grants.number) filter (
          where grants.form is null and sessions.limit_unit is null
            and ledger.is_top(grants.unit)
        ) as whole_roles
      from ledger.grants_in_force as grants
      where grants.account = sessions.account
    ) as held
    where sessions.token_sha256 = $1
    """)
}
