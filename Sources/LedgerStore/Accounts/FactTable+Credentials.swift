import PostgresSupport

extension FactTable {
  /// Rows of `ledger.credentials`.
  public static let credentials = FactTable(
    name: "credentials",
    columns: [
      Column("account", .text),
      Column("number", .integer),
      Column("phc_sha256", .bytea),
      Column("must_change", .bool),
      Column("set_at", .timestamp),
      Column("valid_until", .timestamp),
    ],
    insertion: Statement(
      "credentials_add",
      """
      insert into ledger.credentials (
        account, number, phc_sha256, must_change, set_at, valid_until, phc, entry
      )
      values ($1, $2, $3, $4, $5, $6, $7, $8)
      """),
    reading: CopyStatement(
      """
      copy (
        select
          '*', entry, account, number, phc_sha256, must_change, set_at, valid_until
        from ledger.credentials
      ) to stdout (format binary)
      """),
    secret: Column("phc", .text))

  /// Rows of `ledger.second_factors`.
  public static let secondFactors = FactTable(
    name: "second_factors",
    columns: [
      Column("account", .text),
      Column("number", .integer),
      Column("state", .text),
      Column("sealed_sha256", .bytea),
    ],
    insertion: Statement(
      "second_factors_add",
      """
      insert into ledger.second_factors (
        account, number, state, sealed_sha256, sealed, entry
      )
      values ($1, $2, $3, $4, $5, $6)
      """),
    reading: CopyStatement(
      """
      copy (
        select
          '*', entry, account, number, state, sealed_sha256
        from ledger.second_factors
      ) to stdout (format binary)
      """),
    secret: Column("sealed", .bytea))

  /// Rows of `ledger.account_expiries`.
  public static let accountExpiries = FactTable(
    name: "account_expiries",
    columns: [
      Column("account", .text),
      Column("number", .integer),
      Column("expires_on", .date),
    ],
    insertion: Statement(
      "account_expiries_add",
      """
      insert into ledger.account_expiries (
        account, number, expires_on, entry
      )
      values ($1, $2, $3, $4)
      """),
    reading: CopyStatement(
      """
      copy (
        select
          '*', entry, account, number, expires_on
        from ledger.account_expiries
      ) to stdout (format binary)
      """))

  /// Rows of `ledger.account_unlocks`.
  public static let accountUnlocks = FactTable(
    name: "account_unlocks",
    columns: [
      Column("account", .text),
      Column("number", .integer),
      Column("unlocked_at", .timestamp),
      Column("reason", .text),
    ],
    insertion: Statement(
      "account_unlocks_add",
      """
      insert into ledger.account_unlocks (
        account, number, unlocked_at, reason, entry
      )
      values ($1, $2, $3, $4, $5)
      """),
    reading: CopyStatement(
      """
      copy (
        select
          '*', entry, account, number, unlocked_at, reason
        from ledger.account_unlocks
      ) to stdout (format binary)
      """))

  /// Rows of `ledger.policies`.
  public static let policies = FactTable(
    name: "policies",
    columns: [
      Column("name", .text),
      Column("number", .integer),
      Column("definition", .text),
    ],
    insertion: Statement(
      "policies_add",
      """
      insert into ledger.policies (
        name, number, definition, entry
      )
      values ($1, $2, $3, $4)
      """),
    reading: CopyStatement(
      """
      copy (
        select
          '*', entry, name, number, definition
        from ledger.policies
      ) to stdout (format binary)
      """))
}
