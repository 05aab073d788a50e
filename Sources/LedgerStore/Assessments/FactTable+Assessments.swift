import PostgresSupport

extension FactTable {
  /// Rows of `ledger.assessments`.
  public static let assessments = FactTable(
    name: "assessments",
    columns: [
      Column("scope", .text),
      Column("year", .integer),
      Column("number", .integer),
      Column("method", .text),
      Column("document", .text),
      Column("sha256", .bytea),
      Column("reason", .text),
      Column("sealed_by", .text),
    ],
    insertion: Statement(
      "assessments_add",
      """
      insert into ledger.assessments (
        scope, year, number, method, document, sha256, reason, sealed_by, entry
      )
      values (
        $1, $2, $3, $4, $5, $6, $7, $8, $9
      )
      """),
    reading: CopyStatement(
      """
      copy (
        select
          '*', entry, scope, year, number, method, document, sha256, reason, sealed_by
        from ledger.assessments
      ) to stdout (format binary)
      """))

  /// Rows of `ledger.assessment_sheets`.
  public static let assessmentSheets = FactTable(
    name: "assessment_sheets",
    columns: [
      Column("scope", .text),
      Column("year", .integer),
      Column("number", .integer),
      Column("unit", .text),
      Column("document", .text),
    ],
    insertion: Statement(
      "assessment_sheets_add",
      """
      insert into ledger.assessment_sheets (
        scope, year, number, unit, document, entry
      )
      values (
        $1, $2, $3, $4, $5, $6
      )
      """),
    reading: CopyStatement(
      """
      copy (
        select
          '*', entry, scope, year, number, unit, document
        from ledger.assessment_sheets
      ) to stdout (format binary)
      """))
}
