import PostgresSupport

extension FactTable {
  /// Rows of `ledger.meeting_plans`.
  public static let meetingPlans = FactTable(
    name: "meeting_plans",
    columns: [
      Column("meeting", .text),
      Column("version", .integer),
      Column("title", .text),
      Column("cadence", .text),
      Column("planned_on", .date),
      Column("place", .text),
      Column("invited", .textArray),
      Column("planned_by", .text),
    ],
    insertion: Statement(
      "meeting_plans_add",
      """
      insert into ledger.meeting_plans (
        meeting, version, title, cadence, planned_on, place, invited, planned_by, entry
      )
      values (
        $1, $2, $3, $4, $5, $6, $7, $8, $9
      )
      """),
    reading: CopyStatement(
      """
      copy (
        select
          '*', entry, meeting, version, title, cadence, planned_on, place, invited, planned_by
        from ledger.meeting_plans
      ) to stdout (format binary)
      """))

  /// Rows of `ledger.meeting_steps`.
  public static let meetingSteps = FactTable(
    name: "meeting_steps",
    columns: [
      Column("meeting", .text),
      Column("step", .text),
      Column("taken_on", .date),
      Column("seal", .text),
      Column("taken_by", .text),
    ],
    insertion: Statement(
      "meeting_steps_add",
      """
      insert into ledger.meeting_steps (
        meeting, step, taken_on, seal, taken_by, entry
      )
      values (
        $1, $2, $3, $4, $5, $6
      )
      """),
    reading: CopyStatement(
      """
      copy (
        select
          '*', entry, meeting, step, taken_on, seal, taken_by
        from ledger.meeting_steps
      ) to stdout (format binary)
      """))

  /// Rows of `ledger.meeting_items`.
  public static let meetingItems = FactTable(
    name: "meeting_items",
    columns: [
      Column("meeting", .text),
      Column("item", .integer),
      Column("version", .integer),
      Column("position", .integer),
      Column("kind", .text),
      Column("subject", .text),
      Column("unit", .text),
      Column("due_on", .date),
      Column("link_kind", .text),
      Column("link_key", .text),
      Column("detail", .text),
    ],
    insertion: Statement(
      "meeting_items_add",
      """
      insert into ledger.meeting_items (
        meeting, item, version, position, kind, subject, unit, due_on, link_kind, link_key,
        detail, entry
      )
      values (
        $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12
      )
      """),
    reading: CopyStatement(
      """
      copy (
        select
          '*', entry, meeting, item, version, position, kind, subject, unit, due_on, link_kind,
          link_key, detail
        from ledger.meeting_items
      ) to stdout (format binary)
      """))

  /// Rows of `ledger.meeting_attendance`.
  public static let meetingAttendance = FactTable(
    name: "meeting_attendance",
    columns: [
      Column("meeting", .text),
      Column("unit", .text),
      Column("version", .integer),
      Column("is_present", .bool),
      Column("posts", .text),
    ],
    insertion: Statement(
      "meeting_attendance_add",
      """
      insert into ledger.meeting_attendance (
        meeting, unit, version, is_present, posts, entry
      )
      values (
        $1, $2, $3, $4, $5, $6
      )
      """),
    reading: CopyStatement(
      """
      copy (
        select
          '*', entry, meeting, unit, version, is_present, posts
        from ledger.meeting_attendance
      ) to stdout (format binary)
      """))

  /// Rows of `ledger.meeting_minutes`.
  public static let meetingMinutes = FactTable(
    name: "meeting_minutes",
    columns: [
      Column("meeting", .text),
      Column("item", .integer),
      Column("version", .integer),
      Column("words", .text),
      Column("kept_by", .text),
    ],
    insertion: Statement(
      "meeting_minutes_add",
      """
      insert into ledger.meeting_minutes (
        meeting, item, version, words, kept_by, entry
      )
      values (
        $1, $2, $3, $4, $5, $6
      )
      """),
    reading: CopyStatement(
      """
      copy (
        select
          '*', entry, meeting, item, version, words, kept_by
        from ledger.meeting_minutes
      ) to stdout (format binary)
      """))

  /// Rows of `ledger.meeting_resolutions`.
  public static let meetingResolutions = FactTable(
    name: "meeting_resolutions",
    columns: [
      Column("meeting", .text),
      Column("resolution", .integer),
      Column("version", .integer),
      Column("item", .integer),
      Column("words", .text),
      Column("lead_unit", .text),
      Column("supporting", .textArray),
      Column("due_on", .date),
      Column("is_withdrawn", .bool),
    ],
    insertion: Statement(
      "meeting_resolutions_add",
      """
      insert into ledger.meeting_resolutions (
        meeting, resolution, version, item, words, lead_unit, supporting, due_on, is_withdrawn,
        entry
      )
      values (
        $1, $2, $3, $4, $5, $6, $7, $8, $9, $10
      )
      """),
    reading: CopyStatement(
      """
      copy (
        select
          '*', entry, meeting, resolution, version, item, words, lead_unit, supporting, due_on,
          is_withdrawn
        from ledger.meeting_resolutions
      ) to stdout (format binary)
      """))

  /// Rows of `ledger.meeting_tasks`.
  public static let meetingTasks = FactTable(
    name: "meeting_tasks",
    columns: [
      Column("meeting", .text),
      Column("resolution", .integer),
      Column("list", .text),
      Column("task", .text),
    ],
    insertion: Statement(
      "meeting_tasks_add",
      """
      insert into ledger.meeting_tasks (
        meeting, resolution, list, task, entry
      )
      values (
        $1, $2, $3, $4, $5
      )
      """),
    reading: CopyStatement(
      """
      copy (
        select
          '*', entry, meeting, resolution, list, task
        from ledger.meeting_tasks
      ) to stdout (format binary)
      """))

  /// Rows of `ledger.meeting_relays`.
  public static let meetingRelays = FactTable(
    name: "meeting_relays",
    columns: [
      Column("meeting", .text),
      Column("unit", .text),
      Column("version", .integer),
      Column("relayed_on", .date),
      Column("group_formed_on", .date),
      Column("reported_by", .text),
    ],
    insertion: Statement(
      "meeting_relays_add",
      """
      insert into ledger.meeting_relays (
        meeting, unit, version, relayed_on, group_formed_on, reported_by, entry
      )
      values (
        $1, $2, $3, $4, $5, $6, $7
      )
      """),
    reading: CopyStatement(
      """
      copy (
        select
          unit, entry, meeting, unit, version, relayed_on, group_formed_on, reported_by
        from ledger.meeting_relays
      ) to stdout (format binary)
      """))

  /// Rows of `ledger.meeting_addenda`.
  public static let meetingAddenda = FactTable(
    name: "meeting_addenda",
    columns: [
      Column("meeting", .text),
      Column("number", .integer),
      Column("words", .text),
      Column("added_on", .date),
      Column("added_by", .text),
    ],
    insertion: Statement(
      "meeting_addenda_add",
      """
      insert into ledger.meeting_addenda (
        meeting, number, words, added_on, added_by, entry
      )
      values (
        $1, $2, $3, $4, $5, $6
      )
      """),
    reading: CopyStatement(
      """
      copy (
        select
          '*', entry, meeting, number, words, added_on, added_by
        from ledger.meeting_addenda
      ) to stdout (format binary)
      """))
}
