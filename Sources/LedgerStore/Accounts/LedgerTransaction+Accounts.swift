public import LedgerDomain
import PostgresSupport

/// A person's sign-in, as the record states it.
public struct Account: Hashable, Sendable {
  /// The name it signs in with.
  public let name: String
  /// How others see it.
  public let displayName: String
  /// The unit it belongs to.
  public let unit: String
  /// The post that holds it.
  public let post: String

  /// Describes an account.
  public init(name: String, displayName: String, unit: String, post: String) {
    self.name = name
    self.displayName = displayName
    self.unit = unit
    self.post = post
  }

  /// Whether a text is the name of an account, as the database has them.
  public static func isName(_ text: String) -> Bool {
    func isLetter(_ byte: UInt8) -> Bool {
      (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
        || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }
    return (2...64).contains(text.utf8.count) && text.utf8.first.map(isLetter) ?? false
      && text.utf8.allSatisfy { isLetter($0) || ".-_".utf8.contains($0) }
  }

  /// The account as a fact.
  public var fact: Fact {
    Fact(.accounts, [.text(name), .text(displayName), .text(unit), .text(post)])
  }
}

/// What an account may do, for a unit and everything below it.
public struct Grant: Hashable, Sendable {
  /// The account.
  public let account: String
  /// The grant's number in its account, from 1.
  public let number: Int
  /// The role.
  public let role: Role
  /// The unit, with everything below it.
  public let unit: String
  /// The only form it is for; nil for all.
  public let form: String?
  /// The last day; nil for no end.
  public let validUntil: CalendarDate?

  /// Describes a grant.
  public init(
    account: String, number: Int, role: Role, unit: String, form: String?,
    validUntil: CalendarDate?
  ) {
    self.account = account
    self.number = number
    self.role = role
    self.unit = unit
    self.form = form
    self.validUntil = validUntil
  }

  /// The grant as a fact.
  public var fact: Fact {
    Fact(
      .grants,
      [
        .text(account), .integer(Int64(number)), .text(role.rawValue), .text(unit),
        .optional(form),
        validUntil.map { .date(PostgresDate(daysSince2000: $0.daysSince2000)) } ?? .null,
      ])
  }
}

extension LedgerTransaction {
  /// The account of that name, or nil.
  public func account(named name: String) throws -> Account? {
    try connection.execute(AccountStatements.account, [.text(name)]).first.map {
      Account(
        name: try $0.text(0), displayName: try $0.text(1), unit: try $0.text(2),
        post: try $0.text(3))
    }
  }

  /// The number that the next grant of an account bears.
  public func nextGrantNumber(of account: String) throws -> Int {
    guard let row = try connection.execute(AccountStatements.nextGrant, [.text(account)]).first
    else { throw Unexpected.noRow("next grant") }
    return Int(try row.int4(0))
  }

  /// The grants of an account that did not end, as far as the acting account sees them.
  public func grants(of account: String) throws -> [Grant] {
    try connection.execute(AccountStatements.grants, [.text(account)]).map { row in
      guard let role = Role(rawValue: try row.text(1)) else {
        throw Unexpected.unreadable("grants")
      }
      return Grant(
        account: account, number: Int(try row.int4(0)), role: role, unit: try row.text(2),
        form: try row.optionalText(3), validUntil: try row.optionalDate(4)?.calendar)
    }
  }

  /// The latest state of an account and the number of the next one.
  public func accountState(of account: String) throws -> (state: String?, next: Int) {
    let rows = try connection.execute(AccountStatements.state, [.text(account)])
    guard let row = rows.first else { return (nil, 1) }
    return (try row.text(0), Int(try row.int4(1)) + 1)
  }

  /// Whether the installation still lacks its first administrator of a role.
  public func lacksAdministrator(_ role: Role) throws -> Bool {
    let rows = try connection.execute(AccountStatements.lacks, [.text(role.rawValue)])
    return try rows.first?.bool(0) ?? false
  }

  /// The units in which the acting account holds one of the roles, and whether it holds one at the
  /// root of the tree.
  public func actingScope(_ roles: [Role]) throws -> (everywhere: Bool, units: Set<String>) {
    let names = roles.map { Optional($0.rawValue) }
    guard
      let row = try connection.execute(AccountStatements.scope, [.textArray(names)]).first
    else { throw Unexpected.noRow("scope") }
    return (try row.bool(0), Set(try row.textArray(1).compactMap { $0 }))
  }

  /// Refuses what the acting account may not do in a place; `form` narrows the unit to one form.
  ///
  /// Looks at roles and reach; who submitted or proposed, and the month's state, are the act's own
  /// to look at.
  public func require(
    _ permission: Permission, unit: String? = nil, form: String? = nil
  ) throws {
    guard try !may(permission, unit: unit, form: form) else { return }
    let isAboutPlace = permission.rule.reach == .units && unit != nil
    throw Refusal(isAboutPlace ? AccountRefusal.outOfScope : .notAllowed)
  }

  /// Whether the acting account may do something in a place, as ``require(_:unit:form:)`` sees it.
  public func may(
    _ permission: Permission, unit: String? = nil, form: String? = nil
  ) throws -> Bool {
    let rule = permission.rule
    guard !rule.roles.isEmpty else { return true }
    guard rule.reach == .units, let unit else {
      return try rule.reach == .whole
        ? isActing(as: rule.roles) : isActingAnywhere(as: rule.roles)
    }
    let scope = try actingScope(rule.roles)
    return scope.everywhere || scope.units.contains(unit)
      || form.map { scope.units.contains("\(unit)/\($0)") } ?? false
  }

  /// Whether the acting account holds one of the roles for the whole ledger.
  public func isActing(as roles: [Role]) throws -> Bool {
    let names = roles.map { Optional($0.rawValue) }
    return try connection.execute(AccountStatements.isActing, [.textArray(names)]).first?.bool(0)
      ?? false
  }

  /// Whether the acting account holds one of the roles for any unit.
  func isActingAnywhere(as roles: [Role]) throws -> Bool {
    let names = roles.map { Optional($0.rawValue) }
    let rows = try connection.execute(AccountStatements.isAnywhere, [.textArray(names)])
    return try rows.first?.bool(0) ?? false
  }

  /// Whether a role may be granted for a unit and form: those of the whole ledger at its top only.
  public func mayHold(_ role: Role, unit: String, form: String?) throws -> Bool {
    let rows = try connection.execute(
      AccountStatements.mayHold, [.text(role.rawValue), .text(unit), .optional(form)])
    return try rows.first?.bool(0) ?? false
  }
}

enum AccountStatements {
  static let all = [
    account, grants, nextGrant, state, scope, isActing, isAnywhere, mayHold, lacks,
  ]

  static let account = Statement(
    "account_by_name",
    "select name, display_name, unit, post from ledger.accounts where name = $1")
  static let grants = Statement(
    "account_grants",
    """
    select grants.number, grants.role, grants.unit, grants.form, grants.valid_until
    from ledger.grants as grants
    where grants.account = $1
      and not exists (
        select
        from ledger.grant_ends as grant_ends
        where grant_ends.account = grants.account and grant_ends.number = grants.number
      )
    order by grants.number
    """)
  static let nextGrant = Statement(
    "account_next_grant",
    "select coalesce(max(number), 0) + 1 as number from ledger.grants where account = $1")
  static let state = Statement(
    "account_state",
    """
    select state, number
    from ledger.account_states
    where account = $1
    order by number desc
    limit 1
    """)
  static let lacks = Statement(
    "administrator_lacks", "select ledger.has_no_administrator($1) as is_lacking")
  static let isActing = Statement("acting_as", "select ledger.acting_as($1) as is_acting")
  static let isAnywhere = Statement(
    "acting_anywhere", "select ledger.acting_anywhere($1) as is_acting")
  static let mayHold = Statement(
    "grant_may_hold", "select ledger.may_hold($1, $2, $3) as is_held")
  static let scope = Statement(
    "acting_scope",
    "select ledger.acting_everywhere($1) as everywhere, ledger.acting_units($1) as units")
}
