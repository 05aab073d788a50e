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

  /// The latest revision of each submission of some units, a form and some periods.
  public func submissionStates(
    form: String?, periods: [Period], units: [String]? = nil
  ) throws -> [SubmissionState] {
    let wanted = try WantedPeriods(periods, self)
    return try connection.execute(
      SubmissionStatements.states,
      [.optional(form), wanted.days, units.map { .textArray($0) } ?? .null(.textArray)]
    ).compactMap { row in
      guard
        let latest = wanted.key(try row.text(0), try row.text(1), try row.date(2), try row.int4(3))
      else { return nil }
      return SubmissionState(
        latest: latest, submittedBy: try row.text(4), unitDecision: try row.optionalText(5),
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
      key: key, formEffective: try row.date(0), numbers: try row.int8Array(1),
      absences: try row.optionalTextArray(2), notes: try row.optionalTextArray(3),
      submittedBy: try row.text(4))
  }

  /// Calls `revision` for the accepted revision of each unit and form in some periods, with the
  /// digest that its row carries.
  ///
  /// Only forms of the periods' own frequency: a quarter or a day that begins with a month is not
  /// that month.
  public func forEachAccepted(
    periods: [Period], _ revision: (Revision, _ digest: [UInt8]) throws -> Void
  ) throws {
    let frequencies = try self.frequencies()
    for frequency in Frequency.allCases {
      let days = periods.filter { $0.frequency == frequency }.map { $0.firstDay.postgres }
      let forms = frequencies.filter { $0.value == frequency }.keys.sorted()
      guard !days.isEmpty, !forms.isEmpty else { continue }
      let copy = CopyStatement(SubmissionStatements.accepted, [.dates(days), .texts(forms)])
      try connection.copyOut(copy) { row in
        guard let unit = try row.text(), let form = try row.text(), let day = try row.date(),
          let number = try row.int4(), let effective = try row.date(),
          let numbers = try row.int8Array()
        else { throw Unexpected.unreadable("accepted_revisions") }
        let key = RevisionKey(
          unit: unit, form: form, period: Period(frequency, containing: day.calendar),
          number: Int(number))
        let accepted = try Revision(
          key: key, formEffective: effective, numbers: numbers, absences: try row.textArray(),
          notes: try row.textArray(), submittedBy: try row.text() ?? "")
        try revision(accepted, try row.bytes() ?? [])
      }
    }
  }

  /// Adds many revisions under one journal entry per unit.
  ///
  /// Rows are copied into a temporary table and inserted from there, since COPY does not go into a
  /// table with row-level security; the chains are locked last, when all the work is done.
  public func append(
    revisions: Int, key: String?, detail: String, _ revision: (Int) -> Revision
  ) throws {
    guard revisions > 0 else { return }
    try connection.execute(SubmissionStatements.createIncoming)
    var units = UnitEntries()
    try connection.copyIn(SubmissionStatements.copyIncoming) { writer in
      for position in 0..<revisions {
        let next = revision(position)
        let fact = next.fact
        let digest = fact.digest
        units.add(next.key, digest)
        try writer.beginRow(fields: fact.values.count + 1)
        for (column, value) in zip(fact.table.columns, fact.values) {
          writer.parameter(column.type.parameter(value))
        }
        writer.bytes(digest)
      }
    }
    let entries = try appendEntries("revision.submit", units, detail: detail, key: key)
    try connection.execute(
      SubmissionStatements.takeIncoming,
      [.textArray(units.chains), .int8Array(entries.map(Optional.init))])
    try connection.execute(SubmissionStatements.clearIncoming)
  }

  /// Adds many reviews of one stage and decision under one journal entry per unit.
  public func append(reviews: [Review], key: String?) throws {
    guard let first = reviews.first else { return }
    var units = UnitEntries()
    for review in reviews { units.add(review.revision, review.fact.digest) }
    let entries = try appendEntries(
      "review.\(first.decision.rawValue)", units, detail: first.stage.rawValue, key: key)
    let revisions = reviews.map(\.revision)
    try connection.execute(
      SubmissionStatements.addReviews,
      [
        .textArray(revisions.map(\.unit)), .textArray(revisions.map(\.form)),
        .dateArray(revisions.map { $0.period.firstDay.postgres }),
        .int4Array(revisions.map { Int32(truncatingIfNeeded: $0.number) }),
        .textArray(reviews.map(\.stage.rawValue)), .textArray(reviews.map(\.decision.rawValue)),
        .textArray(reviews.map(\.reasons)), .textArray(reviews.map(\.decidedBy)),
        .textArray(units.chains), .int8Array(entries.map(Optional.init)),
      ])
  }
}

/// The periods that a caller asks for, and how a row's first day is read as one of them.
///
/// Rows are found by the periods' first days; those of a form that is reported more or less often
/// are left out.
struct WantedPeriods {
  private let periods: Set<Period>
  private let frequencies: [String: Frequency]

  init(_ periods: [Period], _ transaction: LedgerTransaction) throws {
    self.periods = Set(periods)
    frequencies = try transaction.frequencies()
  }

  var days: Parameter { .dateArray(Set(periods.map(\.firstDay)).sorted().map(\.postgres)) }

  func key(
    _ unit: String, _ form: String, _ day: PostgresDate, _ number: Int32
  ) -> RevisionKey? {
    guard let frequency = frequencies[form] else { return nil }
    let period = Period(frequency, containing: day.calendar)
    guard periods.contains(period) else { return nil }
    return RevisionKey(unit: unit, form: form, period: period, number: Int(number))
  }
}

/// What one act adds to the chains of several units: one entry each.
struct UnitEntries {
  private(set) var chains: [String] = []
  private var keys: [(first: RevisionKey, last: RevisionKey)] = []
  private var digests: [[[UInt8]]] = []
  private var positions: [String: Int] = [:]

  mutating func add(_ key: RevisionKey, _ digest: [UInt8]) {
    if let position = positions[key.unit] {
      keys[position].last = key
      digests[position].append(digest)
    } else {
      positions[key.unit] = chains.count
      chains.append(key.unit)
      keys.append((key, key))
      digests.append([digest])
    }
  }

  /// What each entry is about: one revision, or the first and the last of several.
  var objects: [String] {
    zip(keys, digests).map { keys, digests in
      digests.count == 1
        ? keys.first.object
        : "\(keys.first.object)…\(keys.last.object) (\(digests.count))"
    }
  }

  var contents: [[UInt8]] { digests.map { EntryContent.digest(of: $0) } }
}

enum SubmissionStatements {
  static let all = [lock, lockShared, states, revision, addReviews]
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
        accepted.notes, accepted.submitted_by, accepted.row_sha256
      from ledger.accepted_revisions as accepted
      where accepted.period = any($1) and accepted.form = any($2)
    ) to stdout (format binary)
    """
  static let createIncoming = Statement(
    "incoming_create",
    """
    create temporary table if not exists incoming (
      unit text, form text, period date, number integer, form_effective_from date,
      figures bigint[], absences text[], notes text[], submitted_by text, row_sha256 bytea
    ) on commit drop
    """)
  static let copyIncoming = CopyStatement("copy pg_temp.incoming from stdin (format binary)")
  static let takeIncoming = Statement(
    "incoming_take",
    """
    insert into ledger.revisions (
      unit, form, period, number, form_effective_from, figures, absences, notes,
      submitted_by, row_sha256, entry
    )
    select incoming.unit, incoming.form, incoming.period, incoming.number,
      incoming.form_effective_from, incoming.figures, incoming.absences, incoming.notes,
      incoming.submitted_by, incoming.row_sha256, entries.seq
    from pg_temp.incoming as incoming
    inner join unnest($1::text[], $2::bigint[]) as entries (chain, seq)
      on entries.chain = incoming.unit
    """)
  static let addReviews = Statement(
    "reviews_add_many",
    """
    insert into ledger.reviews (
      unit, form, period, revision, stage, decision, reasons, decided_by, entry
    )
    select reviews.unit, reviews.form, reviews.period, reviews.revision, reviews.stage,
      reviews.decision, reviews.reasons, reviews.decided_by, entries.seq
    from unnest(
      $1::text[], $2::text[], $3::date[], $4::integer[], $5::text[], $6::text[], $7::text[],
      $8::text[]
    ) as reviews (unit, form, period, revision, stage, decision, reasons, decided_by)
    inner join unnest($9::text[], $10::bigint[]) as entries (chain, seq)
      on entries.chain = reviews.unit
    """)
  static let clearIncoming = Statement("incoming_clear", "delete from pg_temp.incoming")
}
