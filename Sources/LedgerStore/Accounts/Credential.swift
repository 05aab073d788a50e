import Crypto
public import LedgerDomain
public import PostgresSupport

/// A password that an account has, or had.
public struct Credential: Hashable, Sendable {
  /// The account.
  public let account: String
  /// Its number in its account, from 1.
  public let number: Int
  /// The argon2id string.
  public let phc: String
  /// Whether it only lets its holder set another.
  public let mustChange: Bool
  /// When it was set.
  public let setAt: PostgresTimestamp
  /// When it is worth nothing any more; nil for no such moment.
  public let validUntil: PostgresTimestamp?

  /// Describes a password.
  public init(
    account: String, number: Int, phc: String, mustChange: Bool, setAt: PostgresTimestamp,
    validUntil: PostgresTimestamp?
  ) {
    self.account = account
    self.number = number
    self.phc = phc
    self.mustChange = mustChange
    self.setAt = setAt
    self.validUntil = validUntil
  }

  /// The password as a fact, which holds the digest of the argon2id string.
  public var fact: Fact {
    Fact(
      .credentials,
      [
        .text(account), .integer(Int64(number)), .bytes(Array(SHA256.hash(data: Array(phc.utf8)))),
        .bool(mustChange), .timestamp(setAt), validUntil.map(FactValue.timestamp) ?? .null,
      ], beside: .text(phc))
  }
}

/// What an account has besides its password; at most one is in force.
public struct SecondFactor: Hashable, Sendable {
  /// The account.
  public let account: String
  /// Its number in its account, from 1.
  public let number: Int
  /// The sealed secret; nil where the factor ended.
  public let sealed: [UInt8]?

  /// Describes an enrolment, or with nil an end.
  public init(account: String, number: Int, sealed: [UInt8]?) {
    self.account = account
    self.number = number
    self.sealed = sealed
  }

  /// The enrolment or end as a fact, which holds the digest of the sealed secret.
  public var fact: Fact {
    Fact(
      .secondFactors,
      [
        .text(account), .integer(Int64(number)), .text(sealed == nil ? "ended" : "enrolled"),
        sealed.map { .bytes(Array(SHA256.hash(data: $0))) } ?? .null,
      ], beside: sealed.map(FactValue.bytes) ?? .null)
  }
}

extension LedgerTransaction {
  /// The last passwords of an account, the present one first; of one that was hashed anew only the
  /// latest.
  ///
  /// Only the sign-in may read them.
  public func credentials(of account: String, last count: Int) throws -> [Credential] {
    try connection.execute(
      CredentialStatements.credentials, [.text(account), .int8(Int64(count))]
    ).map { row in
      Credential(
        account: account, number: Int(try row.int4(0)), phc: try row.text(1),
        mustChange: try row.bool(2), setAt: try row.timestamp(3),
        validUntil: try row.optionalTimestamp(4))
    }
  }

  /// The latest enrolment or end of an account's second factor; nil where there never was one.
  ///
  /// Only the sign-in may read it.
  public func secondFactor(of account: String) throws -> SecondFactor? {
    try connection.execute(CredentialStatements.secondFactor, [.text(account)]).first.map { row in
      SecondFactor(
        account: account, number: Int(try row.int4(0)),
        sealed: row.isNull(1) ? nil : try row.bytea(1))
    }
  }

  /// Marks a code as used; refused when it was used before, whoever asks first.
  public func useCode(ofStep step: Int64, by account: String) throws {
    try connection.execute(CredentialStatements.useCode, [.text(account), .int8(step)])
  }

  /// The last day of an account as a fact; nil for no end.
  public func expiryFact(of account: String, on day: CalendarDate?) throws -> Fact {
    let number = try nextNumber(CredentialStatements.nextExpiry, account)
    return Fact(
      .accountExpiries, [.text(account), number, day.map(FactValue.day) ?? .null])
  }

  /// The security administrator's word that an account may sign in again, as a fact.
  public func unlockFact(of account: String, reason: String) throws -> Fact {
    let number = try nextNumber(CredentialStatements.nextUnlock, account)
    return Fact(
      .accountUnlocks, [.text(account), number, .timestamp(try now()), .text(reason)])
  }

  private func nextNumber(_ statement: Statement, _ key: String) throws -> FactValue {
    guard let row = try connection.execute(statement, [.text(key)]).first else {
      throw Unexpected.noRow("next number")
    }
    return .integer(Int64(try row.int4(0)))
  }

  /// The policy in force for accounts: the latest, or the program's own.
  public func accountPolicy() throws -> AccountPolicy {
    guard let row = try connection.execute(CredentialStatements.policy).first else {
      return .standard
    }
    return try AccountPolicy(JSONValue(parsing: Array(try row.text(0).utf8)))
  }

  /// Another policy for accounts as a fact.
  public func fact(of policy: AccountPolicy) throws -> Fact {
    Fact(
      .policies,
      [
        .text("accounts"), try nextNumber(CredentialStatements.nextPolicy, "accounts"),
        .text(policy.document.canonicalText),
      ])
  }

  /// Whether the installation says that its clock may be given: a demonstration or a test.
  public func isDemonstration() throws -> Bool {
    try connection.execute(CredentialStatements.isDemonstration).first?.bool(0) ?? false
  }
}

enum CredentialStatements {
  static let all = [
    credentials, secondFactor, useCode, nextExpiry, nextUnlock, policy, nextPolicy,
    isDemonstration,
  ]

  static let credentials = Statement(
    "credentials_of_account",
    """
    select newest.number, newest.phc, newest.must_change, newest.set_at, newest.valid_until
    from (
      select distinct on (set_at) number, phc, must_change, set_at, valid_until
      from ledger.credentials
      where account = $1
      order by set_at desc, number desc
    ) as newest
    order by newest.number desc
    limit $2
    """)
  static let secondFactor = Statement(
    "second_factor_of_account",
    """
    select number, sealed
    from ledger.second_factors
    where account = $1
    order by number desc
    limit 1
    """)
  static let useCode = Statement(
    "code_use", "insert into ledger.used_codes (account, step) values ($1, $2)")
  static let nextExpiry = Statement(
    "account_next_expiry",
    "select coalesce(max(number), 0) + 1 as number from ledger.account_expiries where account = $1")
  static let nextUnlock = Statement(
    "account_next_unlock",
    "select coalesce(max(number), 0) + 1 as number from ledger.account_unlocks where account = $1")
  static let policy = Statement(
    "policy_accounts",
    """
    select definition
    from ledger.policies
    where name = 'accounts'
    order by number desc
    limit 1
    """)
  static let nextPolicy = Statement(
    "policy_next",
    "select coalesce(max(number), 0) + 1 as number from ledger.policies where name = $1")
  static let isDemonstration = Statement(
    "installation_is_demonstration",
    "select clock = 'given' as is_demonstration from ledger.installations")
}
