import PostgresSupport

extension FactTable {
  /// Rows of `ledger.accounts`.
  public static let accounts = FactTable(
    name: "accounts",
    columns: [
      Column("name", .text),
      Column("display_name", .text),
      Column("unit", .text),
      Column("post", .text),
    ],
    insertion: Statement(
      "accounts_add",
      """
      insert into ledger.accounts (
        name, display_name, unit, post, entry
      )
      values ($1, $2, $3, $4, $5)
      """),
    reading: CopyStatement(
      """
      copy (
        select
          '*', entry, name, display_name, unit, post
        from ledger.accounts
      ) to stdout (format binary)
      """))

  /// Rows of `ledger.account_states`.
  public static let accountStates = FactTable(
    name: "account_states",
    columns: [
      Column("account", .text),
      Column("number", .integer),
      Column("state", .text),
      Column("reason", .text),
    ],
    insertion: Statement(
      "account_states_add",
      """
      insert into ledger.account_states (
        account, number, state, reason, entry
      )
      values ($1, $2, $3, $4, $5)
      """),
    reading: CopyStatement(
      """
      copy (
        select
          '*', entry, account, number, state, reason
        from ledger.account_states
      ) to stdout (format binary)
      """))

  /// Rows of `ledger.grants`.
  public static let grants = FactTable(
    name: "grants",
    columns: [
      Column("account", .text),
      Column("number", .integer),
      Column("role", .text),
      Column("unit", .text),
      Column("form", .text),
      Column("valid_until", .date),
    ],
    insertion: Statement(
      "grants_add",
      """
      insert into ledger.grants (
        account, number, role, unit, form, valid_until, entry
      )
      values ($1, $2, $3, $4, $5, $6, $7)
      """),
    reading: CopyStatement(
      """
      copy (
        select
          '*', entry, account, number, role, unit, form, valid_until
        from ledger.grants
      ) to stdout (format binary)
      """))

  /// Rows of `ledger.grant_ends`.
  public static let grantEnds = FactTable(
    name: "grant_ends",
    columns: [
      Column("account", .text),
      Column("number", .integer),
      Column("reason", .text),
    ],
    insertion: Statement(
      "grant_ends_add",
      """
      insert into ledger.grant_ends (
        account, number, reason, entry
      )
      values ($1, $2, $3, $4)
      """),
    reading: CopyStatement(
      """
      copy (
        select
          '*', entry, account, number, reason
        from ledger.grant_ends
      ) to stdout (format binary)
      """))
}
