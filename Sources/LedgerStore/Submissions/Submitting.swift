public import LedgerDomain
public import PostgresSupport

/// What decides about a submission before it is made: read in one round trip.
public struct SubmissionSituation: Sendable {
  /// Who acts; nil when the session is unknown, ended or expired.
  public let account: String?
  /// Whether the account may submit for the unit and form.
  public let isCovered: Bool
  /// The time of the question.
  public let moment: PostgresTimestamp
  /// Whether the period's month takes figures.
  public let isOpen: Bool
  /// The number of the latest revision; 0 when there is none.
  public let latest: Int
  /// What the unit is at the period's end; nil when it does not exist then.
  public let kind: String?
  /// How long the chain of the ledger itself is: whatever changes the catalogue makes it longer.
  public let catalogue: Int64
  /// What the key's request was answered with, where it was sent before.
  public let before: (requestSHA256: [UInt8], answer: String)?
  /// The accepted figures of earlier periods, by their first day.
  public let earlier: [CalendarDate: Revision]

  /// The day of the question, in the ledger's time zone.
  public var today: CalendarDate { LedgerTransaction.day(of: moment) }
}

/// How a revision was taken.
public enum TakenRevision: Sendable {
  /// It was added, and is answered with this.
  case added(String)
  /// The same request was answered before, with this.
  case answeredBefore(String)

  /// What the caller is told, the first time and whenever it asks again.
  public var answer: String {
    switch self {
    case .added(let answer), .answeredBefore(let answer): answer
    }
  }
}

/// What is kept with a revision that was sent with a key.
public struct RevisionRequest: Sendable {
  /// The caller's key.
  public let key: String
  /// SHA-256 of what was asked.
  public let sha256: [UInt8]
  /// The answer up to the entry's number.
  public let answerBefore: String
  /// The answer after it.
  public let answerAfter: String

  /// Describes a keyed request.
  public init(key: String, sha256: [UInt8], answerBefore: String, answerAfter: String) {
    self.key = key
    self.sha256 = sha256
    self.answerBefore = answerBefore
    self.answerAfter = answerAfter
  }
}

extension Store {
  /// What decides about a submission; one round trip.
  public func situation(
    of unit: String, form: String, period: Period, earlier: [Period], key: String?,
    by actor: Actor
  ) async throws -> SubmissionSituation {
    let rows = try await ask(
      SubmittingStatements.situation,
      [
        .text(unit), .text(form), .date(period.firstDay.postgres),
        .date(period.lastDay.postgres), .dateArray(earlier.map { $0.firstDay.postgres }),
        .optional(key),
      ], by: actor)
    guard let first = rows.first else { throw Unexpected.noRow("submission situation") }
    var accepted: [CalendarDate: Revision] = [:]
    for row in rows {
      guard let day = try row.optionalDate(10) else { continue }
      let other = Period(period.frequency, containing: day.calendar)
      accepted[day.calendar] = try Revision(
        key: RevisionKey(unit: unit, form: form, period: other, number: 1),
        formEffective: try row.date(11),
        numbers: try row.int8Array(12), absences: try row.optionalTextArray(13), notes: nil,
        submittedBy: "")
    }
    let isEnded = try first.optionalBool(6) ?? true
    return SubmissionSituation(
      account: try first.optionalText(0), isCovered: try first.bool(1),
      moment: try first.timestamp(2), isOpen: try first.bool(3),
      latest: try first.optionalInt4(4).map(Int.init) ?? 0,
      kind: isEnded ? nil : try first.optionalText(5),
      catalogue: try first.optionalInt8(7) ?? 0,
      before: try first.optionalBytea(8).map { ($0, try first.text(9)) }, earlier: accepted)
  }

  /// Adds a revision with its journal entry and its key, in one round trip; a request that was
  /// answered before gets that answer.
  ///
  /// Refuses what changed since the situation was read: a closed month, a newer revision, a scope
  /// that ended.
  public func take(
    _ revision: Revision, _ request: RevisionRequest, by actor: Actor
  ) async throws -> TakenRevision {
    let fact = revision.fact
    let digest = fact.digest
    let values = zip(fact.table.columns, fact.values).map { $0.type.parameter($1) }
    let rows = try await ask(
      SubmittingStatements.take,
      [
        values[0], values[1], values[2], values[3], .text(revision.key.object), values[4],
        .date(revision.period.lastDay.postgres), values[5], values[6], values[7],
        .bytea(digest), .bytea(EntryContent.digest(of: [digest])), .text(request.key),
        .bytea(request.sha256), .text(request.answerBefore), .text(request.answerAfter),
      ], by: actor, readOnly: false)
    guard let row = rows.first else { throw Unexpected.noRow("take revision") }
    if let kept = try row.optionalText(1) { return .answeredBefore(kept) }
    return .added(request.answerBefore + String(try row.int8(0)) + request.answerAfter)
  }
}

enum SubmittingStatements {
  static let all = [situation, take]

  static let situation = Statement(
    "submission_situation",
    """
    select account, is_covered, moment, is_open, latest, kind, is_ended, catalogue,
      known_request, known_answer, period, form_effective_from, figures, absences
    from ledger.submission_situation($1, $2, $3, $4, $5, $6)
    """)
  static let take = Statement(
    "revision_take",
    """
    select seq, kept
    from ledger.take_revision(
      $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16
    )
    """)
}
