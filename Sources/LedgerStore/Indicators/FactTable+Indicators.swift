import PostgresSupport

extension FactTable {
  /// Rows of `ledger.indicators`.
  public static let indicators = FactTable(
    name: "indicators",
    columns: [
      Column("code", .text),
      Column("effective_from", .date),
      Column("definition", .text),
    ],
    insertion: Statement(
      "indicators_add",
      """
      insert into ledger.indicators (
        code, effective_from, definition, entry
      )
      values ($1, $2, $3, $4)
      """),
    reading: CopyStatement(
      """
      copy (
        select
          '*', entry, code, effective_from, definition
        from ledger.indicators
      ) to stdout (format binary)
      """))

  /// Rows of `ledger.forms`.
  public static let forms = FactTable(
    name: "forms",
    columns: [
      Column("code", .text),
      Column("effective_from", .date),
      Column("fields", .textArray),
      Column("definition", .text),
    ],
    insertion: Statement(
      "forms_add",
      """
      insert into ledger.forms (
        code, effective_from, fields, definition, entry
      )
      values ($1, $2, $3, $4, $5)
      """),
    reading: CopyStatement(
      """
      copy (
        select
          '*', entry, code, effective_from, fields, definition
        from ledger.forms
      ) to stdout (format binary)
      """))

  /// Rows of `ledger.burden_limits`.
  public static let burdenLimits = FactTable(
    name: "burden_limits",
    columns: [
      Column("effective_from", .date),
      Column("figures", .bigint),
    ],
    insertion: Statement(
      "burden_limits_add",
      """
      insert into ledger.burden_limits (
        effective_from, figures, entry
      )
      values ($1, $2, $3)
      """),
    reading: CopyStatement(
      """
      copy (
        select
          '*', entry, effective_from, figures
        from ledger.burden_limits
      ) to stdout (format binary)
      """))

  /// Rows of `ledger.targets`.
  public static let targets = FactTable(
    name: "targets",
    columns: [
      Column("unit", .text),
      Column("indicator", .text),
      Column("year", .integer),
      Column("kind", .text),
      Column("goal", .bigint),
      Column("baseline", .bigint),
      Column("path", .bigintArray),
    ],
    insertion: Statement(
      "targets_add",
      """
      insert into ledger.targets (
        unit, indicator, year, kind, goal, baseline, path, entry
      )
      values ($1, $2, $3, $4, $5, $6, $7, $8)
      """),
    insertionOfMany: Statement(
      "targets_add_many",
      """
      insert into ledger.targets (
        unit, indicator, year, kind, goal, baseline, path, entry
      )
      select rows.unit, rows.indicator, rows.year::integer, rows.kind, rows.goal, rows.baseline,
        rows.path::bigint[], $8::bigint
      from unnest(
        $1::text[], $2::text[], $3::bigint[], $4::text[], $5::bigint[], $6::bigint[], $7::text[]
      ) as rows (unit, indicator, year, kind, goal, baseline, path)
      """),
    reading: CopyStatement(
      """
      copy (
        select
          '*', entry, unit, indicator, year, kind, goal, baseline, path
        from ledger.targets
      ) to stdout (format binary)
      """))
}
