public import LedgerDomain
import PostgresSupport

extension LedgerTransaction {
  /// Keeps a month from being closed (or, `exclusively`, from being written) until this transaction
  /// ends.
  public func lockMonths(_ months: [Month], exclusively: Bool = false) throws {
    let statement = exclusively ? SubmissionStatements.lock : SubmissionStatements.lockShared
    for month in months.sorted() {
      try connection.execute(statement, [.int4(Int32(truncatingIfNeeded: month.index))])
    }
  }

  /// The latest revision of each submission of some units, a form and some months.
  public func submissionStates(
    form: String?, months: [Month], units: [String]? = nil
  ) throws -> [SubmissionState] {
    try connection.execute(
      SubmissionStatements.states,
      [
        .optional(form), .dateArray(months.map { $0.firstDay.postgres }),
        units.map { .textArray($0) } ?? .null(.textArray),
      ]
    ).map { row in
      SubmissionState(
        latest: RevisionKey(
          unit: try row.text(0), form: try row.text(1),
          period: Month(containing: try row.date(2).calendar), number: Int(try row.int4(3))),
        submittedBy: try row.text(4), unitDecision: try row.optionalText(5),
        officeDecision: try row.optionalText(6))
    }
  }

  /// One revision, or nil.
  public func revision(_ key: RevisionKey) throws -> Revision? {
    let rows = try connection.execute(
      SubmissionStatements.revision,
      [
        .text(key.unit), .text(key.form), .date(key.period.firstDay.postgres),
        .int4(Int32(truncatingIfNeeded: key.number)),
      ])
    guard let row = rows.first else { return nil }
    return try Revision(
      unit: key.unit, form: key.form, period: key.period.firstDay.postgres,
      number: Int32(truncatingIfNeeded: key.number), formEffective: try row.date(0),
      numbers: try row.int8Array(1), absences: try row.optionalTextArray(2),
      notes: try row.optionalTextArray(3), submittedBy: try row.text(4))
  }

  /// Calls `revision` for the accepted revision of each unit and form in some months.
  public func forEachAccepted(
    months: [Month], _ revision: (Revision) throws -> Void
  ) throws {
    let copy = CopyStatement(
      SubmissionStatements.accepted, [.dates(months.map { $0.firstDay.postgres })])
    try connection.copyOut(copy) { row in
      guard let unit = try row.text(), let form = try row.text(), let period = try row.date(),
        let number = try row.int4(), let effective = try row.date(),
        let numbers = try row.int8Array()
      else { throw Unexpected.unreadable("accepted_revisions") }
      try revision(
        Revision(
          unit: unit, form: form, period: period, number: number, formEffective: effective,
          numbers: numbers, absences: try row.textArray(), notes: try row.textArray(),
          submittedBy: try row.text() ?? ""))
    }
  }

  /// Adds many revisions, one journal entry each, in the chains of their units.
  ///
  /// Rows are copied into a temporary table and inserted from there, since COPY does not go into a
  /// table with row-level security.
  public func append(
    revisions: Int, key: String?, detail: String, _ revision: (Int) -> Revision
  ) throws {
    try connection.execute(SubmissionStatements.createIncoming)
    for start in stride(from: 0, to: revisions, by: 5_000) {
      let batch = (start..<min(start + 5_000, revisions)).map(revision)
      let facts = batch.map(\.fact)
      let entries = try appendEntries(
        "revision.submit", chains: batch.map(\.unit), objects: batch.map(\.object),
        contents: facts.map { EntryContent.digest(of: [$0.digest]) }, detail: detail, key: key)
      try connection.copyIn(SubmissionStatements.copyIncoming) { writer in
        for (fact, entry) in zip(facts, entries) {
          try writer.beginRow(fields: fact.values.count + 1)
          for (column, value) in zip(fact.table.columns, fact.values) {
            writer.parameter(column.type.parameter(value))
          }
          writer.int8(entry)
        }
      }
      try connection.execute(SubmissionStatements.takeIncoming)
      try connection.execute(SubmissionStatements.clearIncoming)
    }
  }

  /// Adds many reviews, one journal entry each.
  public func append(reviews: [Review], key: String?) throws {
    let ordered = reviews.sorted { $0.revision.object < $1.revision.object }
    let facts = ordered.map(\.fact)
    guard let first = ordered.first else { return }
    let entries = try appendEntries(
      "review.\(first.decision.rawValue)", chains: ordered.map(\.revision.unit),
      objects: ordered.map { "\($0.revision.object)/\($0.stage.rawValue)" },
      contents: facts.map { EntryContent.digest(of: [$0.digest]) }, detail: "", key: key)
    let calls = zip(facts, entries).map { fact, entry in
      (
        fact.table.insertion,
        zip(fact.table.columns, fact.values).map { $0.type.parameter($1) } + [.int8(entry)]
      )
    }
    for start in stride(from: 0, to: calls.count, by: 500) {
      _ = try connection.pipeline(Array(calls[start..<min(start + 500, calls.count)]))
    }
  }
}

enum SubmissionStatements {
  static let all = [lock, lockShared, states, revision]
  /// Those that need the temporary table of an import.
  static let incoming = [takeIncoming, clearIncoming]

  static let lock = Statement(
    "month_lock", "select pg_advisory_xact_lock(1953656692, $1) is null as locked")
  static let lockShared = Statement(
    "month_lock_shared", "select pg_advisory_xact_lock_shared(1953656692, $1) is null as locked")
  static let states = Statement(
    "submission_states",
    """
    select distinct on (revisions.unit, revisions.form, revisions.period)
      revisions.unit, revisions.form, revisions.period, revisions.number,
      revisions.submitted_by, unit_reviews.decision, office_reviews.decision
    from ledger.revisions as revisions
    left join ledger.reviews as unit_reviews
      on unit_reviews.unit = revisions.unit and unit_reviews.form = revisions.form
      and unit_reviews.period = revisions.period
      and unit_reviews.revision = revisions.number and unit_reviews.stage = 'unit'
    left join ledger.reviews as office_reviews
      on office_reviews.unit = revisions.unit and office_reviews.form = revisions.form
      and office_reviews.period = revisions.period
      and office_reviews.revision = revisions.number and office_reviews.stage = 'office'
    where ($1::text is null or revisions.form = $1)
      and revisions.period = any($2)
      and ($3::text[] is null or revisions.unit = any($3))
    order by revisions.unit, revisions.form, revisions.period, revisions.number desc
    """)
  static let revision = Statement(
    "revision_by_key",
    """
    select form_effective_from, figures, absences, notes, submitted_by
    from ledger.revisions
    where unit = $1 and form = $2 and period = $3 and number = $4
    """)
  static let accepted: StaticString =
    """
    copy (
      select accepted.unit, accepted.form, accepted.period, accepted.number,
        accepted.form_effective_from, accepted.figures, accepted.absences,
        accepted.notes, accepted.submitted_by
      from ledger.accepted_revisions as accepted
      where accepted.period = any($1)
    ) to stdout (format binary)
    """
  static let createIncoming = Statement(
    "incoming_create",
    """
    create temporary table if not exists incoming (
      unit text, form text, period date, number integer, form_effective_from date,
      figures bigint[], absences text[], notes text[], submitted_by text, entry bigint
    ) on commit drop
    """)
  static let copyIncoming = CopyStatement("copy pg_temp.incoming from stdin (format binary)")
  static let takeIncoming = Statement(
    "incoming_take",
    """
    insert into ledger.revisions (
      unit, form, period, number, form_effective_from, figures, absences, notes,
      submitted_by, entry
    )
    select unit, form, period, number, form_effective_from, figures, absences, notes,
      submitted_by, entry
    from pg_temp.incoming
    """)
  static let clearIncoming = Statement("incoming_clear", "delete from pg_temp.incoming")
}
