import PostgresSupport

extension FactTable {
  /// Rows of `ledger.methods`.
  public static let methods = FactTable(
    name: "methods",
    columns: [
      Column("scope", .text),
      Column("kind", .text),
      Column("code", .text),
      Column("version", .integer),
      Column("effective_from", .date),
      Column("definition", .text),
      Column("sha256", .bytea),
      Column("proposed_by", .text),
    ],
    insertion: Statement(
      "methods_add",
      """
      insert into ledger.methods (
        scope, kind, code, version, effective_from, definition, sha256, proposed_by, entry
      )
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
      """),
    reading: CopyStatement(
      """
      copy (
        select
          '*', entry, scope, kind, code, version, effective_from, definition, sha256,
          proposed_by
        from ledger.methods
      ) to stdout (format binary)
      """))

  /// Rows of `ledger.method_approvals`.
  public static let methodApprovals = FactTable(
    name: "method_approvals",
    columns: [
      Column("scope", .text),
      Column("kind", .text),
      Column("code", .text),
      Column("version", .integer),
      Column("approved_by", .text),
    ],
    insertion: Statement(
      "method_approvals_add",
      """
      insert into ledger.method_approvals (
        scope, kind, code, version, approved_by, entry
      )
      values ($1, $2, $3, $4, $5, $6)
      """),
    reading: CopyStatement(
      """
      copy (
        select
          '*', entry, scope, kind, code, version, approved_by
        from ledger.method_approvals
      ) to stdout (format binary)
      """))

  /// Rows of `ledger.evaluations`.
  public static let evaluations = FactTable(
    name: "evaluations",
    columns: [
      Column("period", .date),
      Column("scope", .text),
      Column("kind", .text),
      Column("number", .integer),
      Column("rule_set", .text),
      Column("index_method", .text),
      Column("inputs_sha256", .bytea),
      Column("indicators", .textArray),
      Column("components", .textArray),
      Column("evaluated_by", .text),
    ],
    insertion: Statement(
      "evaluations_add",
      """
      insert into ledger.evaluations (
        period, scope, kind, number, rule_set, index_method, inputs_sha256, indicators,
        components, evaluated_by, entry
      )
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
      """),
    reading: CopyStatement(
      """
      copy (
        select
          '*', entry, period, scope, kind, number, rule_set, index_method, inputs_sha256,
          indicators, components, evaluated_by
        from ledger.evaluations
      ) to stdout (format binary)
      """))

  /// Rows of `ledger.editions`.
  public static let editions = FactTable(
    name: "editions",
    columns: [
      Column("number", .integer),
      Column("period", .date),
      Column("scope", .text),
      Column("kind", .text),
      Column("evaluation", .integer),
      Column("replaces", .integer),
      Column("document", .bytea),
      Column("sha256", .bytea),
      Column("proposed_by", .text),
      Column("published_by", .text),
    ],
    insertion: Statement(
      "editions_add",
      """
      insert into ledger.editions (
        number, period, scope, kind, evaluation, replaces, document, sha256, proposed_by,
        published_by, entry
      )
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
      """),
    reading: CopyStatement(
      """
      copy (
        select
          '*', entry, number, period, scope, kind, evaluation, replaces, document, sha256,
          proposed_by, published_by
        from ledger.editions
      ) to stdout (format binary)
      """))

  /// Rows of `ledger.edition_proposals`.
  public static let editionProposals = FactTable(
    name: "edition_proposals",
    columns: [
      Column("period", .date),
      Column("scope", .text),
      Column("kind", .text),
      Column("evaluation", .integer),
      Column("sha256", .bytea),
      Column("proposed_by", .text),
    ],
    insertion: Statement(
      "edition_proposals_add",
      """
      insert into ledger.edition_proposals (
        period, scope, kind, evaluation, sha256, proposed_by, entry
      )
      values ($1, $2, $3, $4, $5, $6, $7)
      """),
    reading: CopyStatement(
      """
      copy (
        select
          '*', entry, period, scope, kind, evaluation, sha256, proposed_by
        from ledger.edition_proposals
      ) to stdout (format binary)
      """))
}
