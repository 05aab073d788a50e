/// What sort of no a refusal is: how a caller should take it, whichever way it called.
///
/// The HTTP interface makes its status from this; a program may decide by it whether to correct, to
/// wait or to give up.
public enum RefusalKind: String, Sendable, CaseIterable {
  /// The request is not understood.
  case malformed
  /// Nobody is signed in.
  case nobody
  /// Whoever it is may not do this.
  case notAllowed = "not_allowed"
  /// There is no such thing, or none that the caller may know of.
  case unknown
  /// It contradicts what is there already.
  case conflict
  /// It builds on something that has changed meanwhile.
  case stale
  /// It is larger than what is taken.
  case tooLarge = "too_large"
  /// It is written in a way that is not read here.
  case unsupported
  /// It is understood, and its content breaks a rule.
  case invalid
  /// Too much was asked in too short a time.
  case tooMany = "too_many"
  /// It did not arrive in time.
  case tooSlow = "too_slow"
  /// It cannot be done just now.
  case busy
}

extension RefusalKind {
  /// The codes that are not simply ``invalid``.
  public static let byCode: [String: RefusalKind] = {
    var kinds: [String: RefusalKind] = [:]
    for (kind, codes) in listed { for code in codes { kinds[code] = kind } }
    return kinds
  }()

  private static let listed: [(RefusalKind, [String])] = [
    (
      .malformed,
      [
        "csv.encoding_unknown", "csv.file_unreadable", "json.duplicate_member", "json.malformed",
        "json.not_utf8", "request.method_unknown",
        "json.too_deep", "month.malformed", "request.body_unreadable", "request.cursor_unknown",
        "request.form_malformed",
        "request.header_missing", "request.header_unreadable", "request.parameter_malformed",
        "request.parameter_missing", "request.parameter_unknown", "submission.period_malformed",
      ]
    ),
    (
      .nobody,
      [
        "account.nobody_acts", "session.code_needed", "session.code_wrong", "session.ticket_over",
        "session.wrong",
      ]
    ),
    (
      .notAllowed,
      [
        "account.disabled", "account.dormant", "account.expired", "account.not_allowed",
        "account.roles_exclude", "edition.second_person_is_first", "escalation.decider_is_same",
        "method.approver_is_proposer", "month.second_person_is_first",
        "request.cross_site", "session.purpose_other",
        "submission.reviewer_is_submitter", "record.decider_is_reporter",
        "task.decider_is_reporter", "token.outside",
      ]
    ),
    (
      .unknown,
      [
        "account.grant_unknown", "account.unknown", "edition.not_published",
        "edition.unit_not_rated", "edition.unknown",
        "account.out_of_scope",
        "campaign.unknown",
        "form.unknown",
        "indicator.unknown",
        "escalation.case_unknown",
        "method.unknown",
        "request.path_unknown",
        "session.unknown",
        "submission.revision_unknown",
        "task.report_unknown",
        "meeting.item_unknown",
        "meeting.resolution_unknown",
        "meeting.unknown",
        "reminder.unknown",
        "task.unknown",
        "record.unknown",
        "record.finding_unknown",
        "assessment.no_method",
        "assessment.not_sealed",
        "assessment.unit_unknown",
        "records.no_form",
        "unit.unknown", "journal.checkpoint_unknown", "journal.entry_unknown",
      ]
    ),
    (
      .conflict,
      [
        "assessment.changed", "assessment.months_lacking", "assessment.unchanged",
        "assessment.year_not_over",
        "account.administrator_exists", "account.exists", "account.password_changed",
        "token.created_before", "edition.already_published",
        "edition.month_not_closed", "edition.proposal_outdated", "edition.step_changed",
        "escalation.case_ended", "escalation.case_paused", "escalation.continued_already",
        "escalation.objection_decided", "escalation.objection_missing",
        "escalation.objection_open", "form.version_exists",
        "journal.clock_went_back", "journal.key_reused", "method.already_approved",
        "meeting.agenda_empty", "meeting.already_called", "meeting.already_closed",
        "meeting.already_started", "meeting.attendance_missing", "meeting.changed_meanwhile",
        "meeting.day_ahead", "meeting.day_over", "meeting.minutes_missing", "meeting.not_called",
        "meeting.not_closed", "meeting.not_started", "meeting.sealed",
        "method.effective_in_closed_month",
        "method.version_exists", "records.changed", "month.already_closed", "month.incomplete",
        "month.not_closed",
        "month.not_ended", "month.nothing_proposed", "session.factor_enrolled",
        "session.factor_not_started", "submission.already_reviewed",
        "submission.already_verified", "submission.draft_stale", "submission.not_approved",
        "submission.not_clean",
        "submission.period_closed",
        "submission.period_not_ended", "submission.revision_exists", "submission.revision_stale",
        "campaign.already_closed", "campaign.already_ended", "campaign.end_decided",
        "campaign.exists", "campaign.not_ended", "campaign.not_started", "campaign.open_ended",
        "task.already_accepted", "task.already_decided", "task.has_parts", "task.not_done",
        "task.report_stale",
        "record.answered_already", "record.changed_meanwhile", "record.document_exists",
        "record.not_now", "record.place_exists", "record.standard_exists",
      ]
    ),
    (.stale, ["request.precondition_failed"]),
    (
      .tooLarge,
      [
        "csv.file_too_large", "csv.spreadsheet_too_large", "json.too_large",
        "request.body_too_large",
      ]
    ),
    (.unsupported, ["request.media_type_unsupported"]),
    (.tooSlow, ["request.body_too_slow"]),
    (.tooMany, ["request.too_many", "session.locked", "session.too_many"]),
    (
      .busy,
      [
        "request.deadline_passed", "request.outcome_unknown", "session.busy",
        "session.factor_unavailable",
      ]
    ),
  ]
}

extension Refusal {
  /// What sort of no this is.
  public var kind: RefusalKind { RefusalKind.byCode[code] ?? .invalid }
}
