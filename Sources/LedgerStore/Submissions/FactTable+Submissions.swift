import PostgresSupport

extension FactTable {
  /// Rows of `ledger.revisions`.
  public static let revisions = FactTable(
    name: "revisions",
    columns: [
      Column("unit", .text),
      Column("form", .text),
      Column("period", .date),
      Column("number", .integer),
      Column("form_effective_from", .date),
      Column("figures", .bigintArray),
      Column("absences", .textArray),
      Column("notes", .textArray),
      Column("submitted_by", .text),
    ],
    insertion: Statement(
      "revisions_add",
      """
      insert into ledger.revisions (
        unit, form, period, number, form_effective_from, figures, absences, notes, submitted_by,
        row_sha256, entry
      )
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
      """),
    reading: CopyStatement(
      """
      copy (
        select
          unit, entry, unit, form, period, number, form_effective_from, figures, absences,
          notes, submitted_by, row_sha256
        from ledger.revisions
      ) to stdout (format binary)
      """),
    hasRowDigest: true)

  /// Rows of `ledger.reviews`.
  public static let reviews = FactTable(
    name: "reviews",
    columns: [
      Column("unit", .text),
      Column("form", .text),
      Column("period", .date),
      Column("revision", .integer),
      Column("stage", .text),
      Column("decision", .text),
      Column("reasons", .text),
      Column("decided_by", .text),
    ],
    insertion: Statement(
      "reviews_add",
      """
      insert into ledger.reviews (
        unit, form, period, revision, stage, decision, reasons, decided_by, entry
      )
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
      """),
    reading: CopyStatement(
      """
      copy (
        select
          unit, entry, unit, form, period, revision, stage, decision, reasons, decided_by
        from ledger.reviews
      ) to stdout (format binary)
      """))

  /// Rows of `ledger.verifications`.
  public static let verifications = FactTable(
    name: "verifications",
    columns: [
      Column("unit", .text),
      Column("form", .text),
      Column("period", .date),
      Column("revision", .integer),
      Column("indicator", .text),
      Column("decision", .text),
      Column("figure", .bigint),
      Column("reason", .text),
      Column("decided_by", .text),
    ],
    insertion: Statement(
      "verifications_add",
      """
      insert into ledger.verifications (
        unit, form, period, revision, indicator, decision, figure, reason, decided_by, entry
      )
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
      """),
    reading: CopyStatement(
      """
      copy (
        select
          unit, entry, unit, form, period, revision, indicator, decision, figure, reason,
          decided_by
        from ledger.verifications
      ) to stdout (format binary)
      """))

  /// Rows of `ledger.month_events`.
  public static let monthEvents = FactTable(
    name: "month_events",
    columns: [
      Column("period", .date),
      Column("number", .integer),
      Column("event", .text),
      Column("reason", .text),
      Column("exceptions", .textArray),
      Column("reopened_until", .timestamp),
      Column("decided_by", .text),
    ],
    insertion: Statement(
      "month_events_add",
      """
      insert into ledger.month_events (
        period, number, event, reason, exceptions, reopened_until, decided_by, entry
      )
      values ($1, $2, $3, $4, $5, $6, $7, $8)
      """),
    reading: CopyStatement(
      """
      copy (
        select
          '*', entry, period, number, event, reason, exceptions, reopened_until, decided_by
        from ledger.month_events
      ) to stdout (format binary)
      """))
}
