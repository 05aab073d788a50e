public import LedgerDomain
public import PostgresSupport

/// Everything that is kept of one submission.
public struct Submission: Sendable {
  /// Its revisions, the first first.
  public let revisions: [Kept]
  /// What was decided about them, in order.
  public let reviews: [Decided]
  /// What the agencies that hold the sources said, in order.
  public let verifications: [Verified]

  /// A revision as it is kept.
  public struct Kept: Sendable {
    /// The revision.
    public let revision: Revision
    /// When it was submitted.
    public let recordedAt: PostgresTimestamp
    /// The number of its entry in the unit's chain of the journal.
    public let entry: Int64
  }

  /// A review as it is kept.
  public struct Decided: Sendable {
    /// The revision's number.
    public let revision: Int
    /// `unit` or `office`.
    public let stage: String
    /// `approve` or `return`.
    public let decision: String
    /// JSON: a list of indicator and text.
    public let reasons: String
    /// Who decided.
    public let decidedBy: String
    /// When.
    public let recordedAt: PostgresTimestamp
  }

  /// A verification as it is kept.
  public struct Verified: Sendable {
    /// The revision's number.
    public let revision: Int
    /// The indicator's code.
    public let indicator: String
    /// `confirm` or `dispute`.
    public let decision: String
    /// The verifier's own figure.
    public let figure: FigureNumber?
    /// Why.
    public let reason: String
    /// Who says so.
    public let decidedBy: String
    /// When.
    public let recordedAt: PostgresTimestamp
  }
}

/// What a reporter has typed and not submitted.
public struct Draft: Sendable {
  /// Grows with each saving.
  public let version: Int
  /// JSON as the client sent it.
  public let content: String
  /// Who saved it.
  public let savedBy: String
  /// When.
  public let savedAt: PostgresTimestamp
}

extension LedgerTransaction {
  /// Everything kept of a submission that the account may see.
  public func submission(_ unit: String, _ form: String, _ period: Period) throws -> Submission {
    let place: [Parameter] = [.text(unit), .text(form), .date(period.firstDay.postgres)]
    let revisions = try connection.execute(KeptStatements.revisions, place).map { row in
      Submission.Kept(
        revision: try Revision(
          key: RevisionKey(unit: unit, form: form, period: period, number: Int(try row.int4(0))),
          formEffective: try row.date(1), numbers: try row.int8Array(2),
          absences: try row.optionalTextArray(3), notes: try row.optionalTextArray(4),
          submittedBy: try row.text(5)), recordedAt: try row.timestamp(6),
        entry: try row.int8(7))
    }
    let reviews = try connection.execute(KeptStatements.reviews, place).map { row in
      Submission.Decided(
        revision: Int(try row.int4(0)), stage: try row.text(1), decision: try row.text(2),
        reasons: try row.text(3), decidedBy: try row.text(4), recordedAt: try row.timestamp(5))
    }
    let verifications = try connection.execute(KeptStatements.verifications, place).map { row in
      Submission.Verified(
        revision: Int(try row.int4(0)), indicator: try row.text(1), decision: try row.text(2),
        figure: try row.optionalInt8(3).flatMap(FigureNumber.init(tenThousandths:)),
        reason: try row.text(4), decidedBy: try row.text(5), recordedAt: try row.timestamp(6))
    }
    return Submission(revisions: revisions, reviews: reviews, verifications: verifications)
  }

  /// The draft of a submission, if the account may see one.
  public func draft(_ unit: String, _ form: String, _ period: Period) throws -> Draft? {
    try connection.execute(
      KeptStatements.draft, [.text(unit), .text(form), .date(period.firstDay.postgres)]
    ).first.map { row in
      Draft(
        version: Int(try row.int4(0)), content: try row.text(1), savedBy: try row.text(2),
        savedAt: try row.timestamp(3))
    }
  }

  /// Where the account sees drafts of some periods.
  public func drafted(_ periods: [Period]) throws -> Set<RevisionKey> {
    let wanted = try WantedPeriods(periods, self)
    return Set(
      try connection.execute(KeptStatements.drafts, [wanted.days]).compactMap { row in
        wanted.key(try row.text(0), try row.text(1), try row.date(2), 0)
      })
  }

  /// Saves a draft over the version that it builds on, 0 for none; false when there is another.
  public func saveDraft(
    _ unit: String, _ form: String, _ period: Period, over version: Int, content: String,
    by account: String
  ) throws -> Bool {
    let saved = try connection.execute(
      version == 0 ? KeptStatements.addDraft : KeptStatements.changeDraft,
      [
        .text(unit), .text(form), .date(period.firstDay.postgres),
        .int4(Int32(clamping: version)), .text(content), .text(account),
      ])
    return saved.count == 1
  }

  /// How many decimals each version of each indicator takes, the earlier first.
  public func indicatorDecimals() throws -> [(code: String, from: CalendarDate, decimals: Int)] {
    try connection.execute(KeptStatements.indicators).map { row in
      let definition = try JSONValue(parsing: Array(try row.text(2).utf8))
      return (
        try row.text(0), try row.date(1).calendar, try Indicator(JSONReader(definition)).decimals
      )
    }
  }
}

enum KeptStatements {
  static let all = [
    revisions, reviews, verifications, draft, drafts, addDraft, changeDraft, indicators,
  ]

  static let revisions = Statement(
    "submission_revisions",
    """
    select number, form_effective_from, figures, absences, notes, submitted_by, recorded_at, entry
    from ledger.revisions
    where unit = $1 and form = $2 and period = $3
    order by number
    """)
  static let reviews = Statement(
    "submission_reviews",
    """
    select revision, stage, decision, reasons, decided_by, recorded_at
    from ledger.reviews
    where unit = $1 and form = $2 and period = $3
    order by revision, recorded_at, stage desc
    """)
  static let verifications = Statement(
    "submission_verifications",
    """
    select revision, indicator, decision, figure, reason, decided_by, recorded_at
    from ledger.verifications
    where unit = $1 and form = $2 and period = $3
    order by revision, recorded_at, indicator
    """)
  static let draft = Statement(
    "draft_read",
    """
    select version, content, saved_by, saved_at
    from ledger.drafts
    where unit = $1 and form = $2 and period = $3
    """)
  static let drafts = Statement(
    "drafts_of_periods",
    """
    select unit, form, period
    from ledger.drafts
    where period = any($1)
    """)
  static let addDraft = Statement(
    "draft_add",
    """
    insert into ledger.drafts (unit, form, period, version, content, saved_by)
    values ($1, $2, $3, $4 + 1, $5, $6)
    on conflict on constraint drafts_pkey do nothing
    returning version
    """)
  static let changeDraft = Statement(
    "draft_change",
    """
    update ledger.drafts
    set version = $4 + 1, content = $5, saved_by = $6, saved_at = ledger.now()
    where unit = $1 and form = $2 and period = $3 and version = $4
    returning version
    """)
  static let indicators = Statement(
    "indicators_all",
    """
    select code, effective_from, definition
    from ledger.indicators
    order by code, effective_from, entry
    """)
}
