import PostgresSupport

extension FactTable {
  /// Rows of `ledger.responsibility_lists`.
  public static let responsibilityLists = FactTable(
    name: "responsibility_lists",
    columns: [
      Column("list", .text),
      Column("title", .text),
      Column("source", .text),
      Column("issued_on", .date),
    ],
    insertion: Statement(
      "responsibility_lists_add",
      """
      insert into ledger.responsibility_lists (
        list, title, source, issued_on, entry
      )
      values (
        $1, $2, $3, $4, $5
      )
      """),
    reading: CopyStatement(
      """
      copy (
        select
          '*', entry, list, title, source, issued_on
        from ledger.responsibility_lists
      ) to stdout (format binary)
      """))

  /// Rows of `ledger.tasks`.
  public static let tasks = FactTable(
    name: "tasks",
    columns: [
      Column("list", .text),
      Column("task", .text),
    ],
    insertion: Statement(
      "tasks_add",
      """
      insert into ledger.tasks (
        list, task, entry
      )
      values (
        $1, $2, $3
      )
      """),
    reading: CopyStatement(
      """
      copy (
        select
          '*', entry, list, task
        from ledger.tasks
      ) to stdout (format binary)
      """))

  /// Rows of `ledger.task_versions`.
  public static let taskVersions = FactTable(
    name: "task_versions",
    columns: [
      Column("list", .text),
      Column("task", .text),
      Column("valid_from", .date),
      Column("words", .text),
      Column("parent", .text),
      Column("lead_unit", .text),
      Column("responsible", .textArray),
      Column("supporting", .textArray),
      Column("target", .text),
      Column("indicator", .text),
      Column("goal_kind", .text),
      Column("goal", .bigint),
      Column("due_on", .date),
      Column("recurrence", .text),
      Column("principal_post", .text),
      Column("deputy_post", .text),
      Column("liaison_post", .text),
      Column("measure", .text),
      Column("standard", .text),
    ],
    insertion: Statement(
      "task_versions_add",
      """
      insert into ledger.task_versions (
        list, task, valid_from, words, parent, lead_unit, responsible, supporting, target,
        indicator, goal_kind, goal, due_on, recurrence, principal_post, deputy_post,
        liaison_post, measure, standard, entry
      )
      values (
        $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19,
        $20
      )
      """),
    reading: CopyStatement(
      """
      copy (
        select
          '*', entry, list, task, valid_from, words, parent, lead_unit, responsible, supporting,
          target, indicator, goal_kind, goal, due_on, recurrence, principal_post, deputy_post,
          liaison_post, measure, standard
        from ledger.task_versions
      ) to stdout (format binary)
      """))

  /// Rows of `ledger.task_reports`.
  public static let taskReports = FactTable(
    name: "task_reports",
    columns: [
      Column("list", .text),
      Column("task", .text),
      Column("number", .integer),
      Column("unit", .text),
      Column("amount", .bigint),
      Column("sentence", .text),
      Column("is_done", .bool),
      Column("reported_by", .text),
    ],
    insertion: Statement(
      "task_reports_add",
      """
      insert into ledger.task_reports (
        list, task, number, unit, amount, sentence, is_done, reported_by, entry
      )
      values (
        $1, $2, $3, $4, $5, $6, $7, $8, $9
      )
      """),
    reading: CopyStatement(
      """
      copy (
        select
          unit, entry, list, task, number, unit, amount, sentence, is_done, reported_by
        from ledger.task_reports
      ) to stdout (format binary)
      """))

  /// Rows of `ledger.task_decisions`.
  public static let taskDecisions = FactTable(
    name: "task_decisions",
    columns: [
      Column("list", .text),
      Column("task", .text),
      Column("report", .integer),
      Column("unit", .text),
      Column("decision", .text),
      Column("reason", .text),
      Column("decided_by", .text),
    ],
    insertion: Statement(
      "task_decisions_add",
      """
      insert into ledger.task_decisions (
        list, task, report, unit, decision, reason, decided_by, entry
      )
      values (
        $1, $2, $3, $4, $5, $6, $7, $8
      )
      """),
    reading: CopyStatement(
      """
      copy (
        select
          unit, entry, list, task, report, unit, decision, reason, decided_by
        from ledger.task_decisions
      ) to stdout (format binary)
      """))
}
