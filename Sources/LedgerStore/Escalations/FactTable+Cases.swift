import LedgerDomain
import PostgresSupport

extension FactTable {
  /// Rows of `ledger.step_events`.
  public static let stepEvents = FactTable(
    name: "step_events",
    columns: [
      Column("scope", .text),
      Column("unit", .text),
      Column("step_decision", .integer),
      Column("number", .integer),
      Column("kind", .text),
      Column("words", .text),
      Column("evidence", .text),
      Column("against", .text),
      Column("presiding_post", .text),
      Column("place", .text),
      Column("held_on", .date),
      Column("role", .text),
      Column("recorded_on", .date),
      Column("recorded_by", .text),
    ],
    insertion: Statement(
      "step_events_add",
      """
      insert into ledger.step_events (
        scope, unit, step_decision, number, kind, words, evidence, against, presiding_post,
        place, held_on, role, recorded_on, recorded_by, entry
      )
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
      """),
    reading: CopyStatement(
      """
      copy (
        select
          unit, entry, scope, unit, step_decision, number, kind, words, evidence, against,
          presiding_post, place, held_on, role, recorded_on, recorded_by
        from ledger.step_events
      ) to stdout (format binary)
      """))

  /// Rows of `ledger.step_grounds`.
  public static let stepGrounds = FactTable(
    name: "step_grounds",
    columns: [
      Column("scope", .text), Column("unit", .text), Column("number", .integer),
      Column("fact", .text),
    ],
    insertion: Statement(
      "step_grounds_add",
      """
      insert into ledger.step_grounds (scope, unit, number, fact, entry)
      values ($1, $2, $3, $4, $5)
      """),
    reading: CopyStatement(
      """
      copy (
        select unit, entry, scope, unit, number, fact
        from ledger.step_grounds
      ) to stdout (format binary)
      """))

  /// Rows of `ledger.step_triggers`.
  public static let stepTriggers = FactTable(
    name: "step_triggers",
    columns: [
      Column("scope", .text),
      Column("unit", .text),
      Column("number", .integer),
      Column("fact", .text),
      Column("authority", .text),
      Column("document", .text),
      Column("issued_on", .date),
      Column("after_decision", .integer),
      Column("recorded_on", .date),
      Column("recorded_by", .text),
    ],
    insertion: Statement(
      "step_triggers_add",
      """
      insert into ledger.step_triggers (
        scope, unit, number, fact, authority, document, issued_on, after_decision, recorded_on,
        recorded_by, entry
      )
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
      """),
    reading: CopyStatement(
      """
      copy (
        select
          unit, entry, scope, unit, number, fact, authority, document, issued_on, after_decision,
          recorded_on, recorded_by
        from ledger.step_triggers
      ) to stdout (format binary)
      """))
}
