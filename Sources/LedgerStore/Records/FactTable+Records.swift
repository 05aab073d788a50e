import PostgresSupport

extension FactTable {
  /// Rows of `ledger.records`.
  public static let records = FactTable(
    name: "records",
    columns: [
      Column("record", .text),
      Column("unit", .text),
      Column("title", .text),
      Column("dated_on", .date),
      Column("document", .text),
      Column("concerns", .textArray),
      Column("recorded_by", .text),
    ],
    insertion: Statement(
      "records_add",
      """
      insert into ledger.records (
        record, unit, title, dated_on, document, concerns, recorded_by, entry
      )
      values (
        $1, $2, $3, $4, $5, $6, $7, $8
      )
      """),
    reading: CopyStatement(
      """
      copy (
        select
          unit, entry, record, unit, title, dated_on, document, concerns, recorded_by
        from ledger.records
      ) to stdout (format binary)
      """))

  /// Rows of `ledger.inspections`.
  public static let inspections = FactTable(
    name: "inspections",
    columns: [
      Column("record", .text),
      Column("unit", .text),
      Column("by_unit", .text),
      Column("line", .text),
    ],
    insertion: Statement(
      "inspections_add",
      """
      insert into ledger.inspections (
        record, unit, by_unit, line, entry
      )
      values (
        $1, $2, $3, $4, $5
      )
      """),
    reading: CopyStatement(
      """
      copy (
        select
          unit, entry, record, unit, by_unit, line
        from ledger.inspections
      ) to stdout (format binary)
      """))

  /// Rows of `ledger.inspection_findings`.
  public static let inspectionFindings = FactTable(
    name: "inspection_findings",
    columns: [
      Column("record", .text),
      Column("number", .integer),
      Column("unit", .text),
      Column("words", .text),
      Column("due_on", .date),
    ],
    insertion: Statement(
      "inspection_findings_add",
      """
      insert into ledger.inspection_findings (
        record, number, unit, words, due_on, entry
      )
      values (
        $1, $2, $3, $4, $5, $6
      )
      """),
    reading: CopyStatement(
      """
      copy (
        select
          unit, entry, record, number, unit, words, due_on
        from ledger.inspection_findings
      ) to stdout (format binary)
      """))

  /// Rows of `ledger.nofraud_standards`.
  public static let noFraudStandards = FactTable(
    name: "nofraud_standards",
    columns: [
      Column("kind", .text),
      Column("version", .integer),
      Column("effective_from", .date),
      Column("criteria", .textArray),
    ],
    insertion: Statement(
      "nofraud_standards_add",
      """
      insert into ledger.nofraud_standards (
        kind, version, effective_from, criteria, entry
      )
      values (
        $1, $2, $3, $4, $5
      )
      """),
    reading: CopyStatement(
      """
      copy (
        select
          '*', entry, kind, version, effective_from, criteria
        from ledger.nofraud_standards
      ) to stdout (format binary)
      """))

  /// Rows of `ledger.nofraud_units`.
  public static let noFraudUnits = FactTable(
    name: "nofraud_units",
    columns: [
      Column("record", .text),
      Column("unit", .text),
      Column("kind", .text),
      Column("standard", .integer),
    ],
    insertion: Statement(
      "nofraud_units_add",
      """
      insert into ledger.nofraud_units (
        record, unit, kind, standard, entry
      )
      values (
        $1, $2, $3, $4, $5
      )
      """),
    reading: CopyStatement(
      """
      copy (
        select
          unit, entry, record, unit, kind, standard
        from ledger.nofraud_units
      ) to stdout (format binary)
      """))

  /// Rows of `ledger.matters`.
  public static let matters = FactTable(
    name: "matters",
    columns: [
      Column("record", .text),
      Column("unit", .text),
      Column("needs", .textArray),
      Column("due_on", .date),
    ],
    insertion: Statement(
      "matters_add",
      """
      insert into ledger.matters (
        record, unit, needs, due_on, entry
      )
      values (
        $1, $2, $3, $4, $5
      )
      """),
    reading: CopyStatement(
      """
      copy (
        select
          unit, entry, record, unit, needs, due_on
        from ledger.matters
      ) to stdout (format binary)
      """))

  /// Rows of `ledger.notices`.
  public static let notices = FactTable(
    name: "notices",
    columns: [
      Column("record", .text),
      Column("unit", .text),
      Column("kind", .text),
      Column("authority", .text),
    ],
    insertion: Statement(
      "notices_add",
      """
      insert into ledger.notices (
        record, unit, kind, authority, entry
      )
      values (
        $1, $2, $3, $4, $5
      )
      """),
    reading: CopyStatement(
      """
      copy (
        select
          unit, entry, record, unit, kind, authority
        from ledger.notices
      ) to stdout (format binary)
      """))

  /// Rows of `ledger.external_ranks`.
  public static let externalRanks = FactTable(
    name: "external_ranks",
    columns: [
      Column("record", .text),
      Column("unit", .text),
      Column("authority", .text),
      Column("period", .text),
      Column("kind", .text),
      Column("place", .integer),
      Column("ranked", .integer),
    ],
    insertion: Statement(
      "external_ranks_add",
      """
      insert into ledger.external_ranks (
        record, unit, authority, period, kind, place, ranked, entry
      )
      values (
        $1, $2, $3, $4, $5, $6, $7, $8
      )
      """),
    reading: CopyStatement(
      """
      copy (
        select
          unit, entry, record, unit, authority, period, kind, place, ranked
        from ledger.external_ranks
      ) to stdout (format binary)
      """))

  /// Rows of `ledger.honours`.
  public static let honours = FactTable(
    name: "honours",
    columns: [
      Column("record", .text),
      Column("unit", .text),
      Column("kind", .text),
      Column("issuer", .text),
    ],
    insertion: Statement(
      "honours_add",
      """
      insert into ledger.honours (
        record, unit, kind, issuer, entry
      )
      values (
        $1, $2, $3, $4, $5
      )
      """),
    reading: CopyStatement(
      """
      copy (
        select
          unit, entry, record, unit, kind, issuer
        from ledger.honours
      ) to stdout (format binary)
      """))

  /// Rows of `ledger.policy_documents`.
  public static let policyDocuments = FactTable(
    name: "policy_documents",
    columns: [
      Column("record", .text),
      Column("unit", .text),
      Column("issuer", .text),
      Column("effective_from", .date),
      Column("clauses", .textArray),
    ],
    insertion: Statement(
      "policy_documents_add",
      """
      insert into ledger.policy_documents (
        record, unit, issuer, effective_from, clauses, entry
      )
      values (
        $1, $2, $3, $4, $5, $6
      )
      """),
    reading: CopyStatement(
      """
      copy (
        select
          unit, entry, record, unit, issuer, effective_from, clauses
        from ledger.policy_documents
      ) to stdout (format binary)
      """))

  /// Rows of `ledger.record_events`.
  public static let recordEvents = FactTable(
    name: "record_events",
    columns: [
      Column("record", .text),
      Column("number", .integer),
      Column("item", .integer),
      Column("act", .text),
      Column("unit", .text),
      Column("done_on", .date),
      Column("words", .text),
      Column("document", .text),
      Column("due_on", .date),
      Column("acted_by", .text),
    ],
    insertion: Statement(
      "record_events_add",
      """
      insert into ledger.record_events (
        record, number, item, act, unit, done_on, words, document, due_on, acted_by, entry
      )
      values (
        $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11
      )
      """),
    reading: CopyStatement(
      """
      copy (
        select
          unit, entry, record, number, item, act, unit, done_on, words, document, due_on,
          acted_by
        from ledger.record_events
      ) to stdout (format binary)
      """))
}
