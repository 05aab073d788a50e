public import LedgerDomain
public import PostgresSupport

/// A latest revision on which the last word is not spoken: nobody returned it, and the office has
/// not decided.
public struct WaitingRevision: Hashable, Sendable {
  /// The revision.
  public let key: RevisionKey
  /// Who submitted it.
  public let submittedBy: String
  /// When it was submitted.
  public let submittedAt: PostgresTimestamp
  /// When its unit approved it; nil where it has not.
  public let approvedAt: PostgresTimestamp?

  /// Who decides next.
  public var stage: Review.Stage { approvedAt == nil ? .unit : .office }
  /// Since when it waits for whoever decides next.
  public var waitingSince: PostgresTimestamp { approvedAt ?? submittedAt }
}

/// What a verifier said of one figure of a revision.
public struct VerifiedFigure: Hashable, Sendable {
  /// The revision.
  public let key: RevisionKey
  /// The figure's indicator.
  public let indicator: String
  /// Whether it is disputed; otherwise it is confirmed.
  public let isDisputed: Bool
}

extension LedgerTransaction {
  /// The revisions that wait for a decision, of periods that begin on or after a day and of one
  /// form or all; those that wait longest first.
  public func waitingRevisions(form: String?, from day: CalendarDate) throws -> [WaitingRevision] {
    let wanted = try WantedPeriods(nil, self)
    return try connection.execute(
      WaitingStatements.waiting, [.date(day.postgres), .optional(form)]
    ).compactMap { row in
      guard
        let key = wanted.key(try row.text(0), try row.text(1), try row.date(2), try row.int4(3))
      else { return nil }
      return WaitingRevision(
        key: key, submittedBy: try row.text(4), submittedAt: try row.timestamp(5),
        approvedAt: try row.optionalTimestamp(6))
    }
  }

  /// Some revisions by their keys; those that there are not are left out.
  public func revisions(_ keys: [RevisionKey]) throws -> [RevisionKey: Revision] {
    guard !keys.isEmpty else { return [:] }
    let wanted = try WantedPeriods(nil, self)
    let rows = try connection.execute(
      WaitingStatements.revisions,
      [
        .textArray(keys.map(\.unit)), .textArray(keys.map(\.form)),
        .dateArray(keys.map { $0.period.firstDay.postgres }),
        .int4Array(keys.map { Int32(clamping: $0.number) }),
      ])
    var revisions: [RevisionKey: Revision] = [:]
    for row in rows { if let one = try wanted.revision(row) { revisions[one.key] = one } }
    return revisions
  }

  /// The accepted revisions of some units, forms and periods, whichever of them go together.
  public func acceptedRevisions(
    units: [String], forms: [String], periods: [Period]
  ) throws -> [Revision] {
    guard !periods.isEmpty else { return [] }
    let wanted = try WantedPeriods(periods, self)
    return try connection.execute(
      WaitingStatements.accepted,
      [.textArray(units.map(Optional.init)), .textArray(forms.map(Optional.init)), wanted.days]
    ).compactMap { try wanted.revision($0) }
  }

  /// What verifiers said of the figures of some revisions.
  public func verifiedFigures(of keys: [RevisionKey]) throws -> [VerifiedFigure] {
    guard !keys.isEmpty else { return [] }
    let wanted = try WantedPeriods(nil, self)
    return try connection.execute(
      WaitingStatements.verified,
      [
        .textArray(keys.map(\.unit)), .textArray(keys.map(\.form)),
        .dateArray(keys.map { $0.period.firstDay.postgres }),
        .int4Array(keys.map { Int32(clamping: $0.number) }),
      ]
    ).compactMap { row in
      guard
        let key = wanted.key(try row.text(0), try row.text(1), try row.date(2), try row.int4(3))
      else { return nil }
      return VerifiedFigure(
        key: key, indicator: try row.text(4),
        isDisputed: try row.text(5) == FigureVerification.Decision.dispute.rawValue)
    }
  }
}

extension WantedPeriods {
  /// A row of a revision: its key, then the form's day, figures, absences, notes, who.
  fileprivate func revision(_ row: Row) throws -> Revision? {
    guard let key = key(try row.text(0), try row.text(1), try row.date(2), try row.int4(3)) else {
      return nil
    }
    return try Revision(
      key: key, formEffective: try row.date(4), numbers: try row.int8Array(5),
      absences: try row.optionalTextArray(6), notes: try row.optionalTextArray(7),
      submittedBy: try row.text(8))
  }
}

enum WaitingStatements {
  static let all = [waiting, revisions, accepted, verified]

  static let waiting = Statement(
    "revisions_waiting",
    """
    select revisions.unit, revisions.form, revisions.period, revisions.number,
      revisions.submitted_by, revisions.recorded_at, unit_reviews.recorded_at
    from ledger.revisions as revisions
    left join ledger.reviews as unit_reviews
      on unit_reviews.unit = revisions.unit and unit_reviews.form = revisions.form
      and unit_reviews.period = revisions.period
      and unit_reviews.revision = revisions.number and unit_reviews.stage = 'unit'
    left join ledger.reviews as office_reviews
      on office_reviews.unit = revisions.unit and office_reviews.form = revisions.form
      and office_reviews.period = revisions.period
      and office_reviews.revision = revisions.number and office_reviews.stage = 'office'
    left join ledger.revisions as later
      on later.unit = revisions.unit and later.form = revisions.form
      and later.period = revisions.period and later.number = revisions.number + 1
    where revisions.period >= $1 and ($2::text is null or revisions.form = $2)
      and unit_reviews.decision is distinct from 'return'
      and office_reviews.revision is null and later.number is null
    order by coalesce(unit_reviews.recorded_at, revisions.recorded_at), revisions.unit,
      revisions.form, revisions.period
    """)
  static let revisions = Statement(
    "revisions_by_keys",
    """
    select revisions.unit, revisions.form, revisions.period, revisions.number,
      revisions.form_effective_from, revisions.figures, revisions.absences, revisions.notes,
      revisions.submitted_by
    from unnest($1::text[], $2::text[], $3::date[], $4::integer[])
      as wanted (unit, form, period, number)
    inner join ledger.revisions as revisions using (unit, form, period, number)
    """)
  static let accepted = Statement(
    "revisions_accepted_of",
    """
    select unit, form, period, number, form_effective_from, figures, absences, notes,
      submitted_by
    from ledger.accepted_revisions
    where unit = any($1) and form = any($2) and period = any($3)
    """)
  static let verified = Statement(
    "verifications_by_keys",
    """
    select verifications.unit, verifications.form, verifications.period,
      verifications.revision, verifications.indicator, verifications.decision
    from unnest($1::text[], $2::text[], $3::date[], $4::integer[])
      as wanted (unit, form, period, revision)
    inner join ledger.verifications as verifications using (unit, form, period, revision)
    """)
}
