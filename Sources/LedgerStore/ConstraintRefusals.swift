import LedgerDomain
import PostgresSupport

/// Which violated constraint means which refusal: the one place where the database's no becomes
/// ours.
///
/// A constraint that is not listed here cannot be violated by a caller; meeting it is a failure.
enum ConstraintRefusals {
  static func refusal(for failure: PostgresFailure) -> Refusal? {
    if let constraint = failure.constraint {
      if let reason = byConstraint[constraint] { return Refusal(reason) }
      // A partition's key bears the partition's name.
      if constraint.hasPrefix("revisions_"), constraint.hasSuffix("_pkey") {
        return Refusal(SubmissionRefusal.revisionStale)
      }
    }
    // Row-level security says no without naming its policy.
    if failure.sqlState == "42501", failure.message.contains("row-level security") {
      return Refusal(AccountRefusal.notAllowed)
    }
    return nil
  }

  static let byConstraint: [String: any RefusalReason] = [
    "accounts_pkey": AccountRefusal.exists,
    "accounts_name_is_a_name": AccountRefusal.nameMalformed,
    "forms_frequency_stays": FormRefusal.frequencyChanged,
    "grants_role_is_known": AccountRefusal.roleUnknown,
    "grants_administrators_exclude_others": AccountRefusal.rolesExclude,
    "grants_of_the_whole_are_whole": AccountRefusal.roleOfTheWhole,
    "grant_ends_pkey": AccountRefusal.grantUnknown,
    "grant_ends_grant_fkey": AccountRefusal.grantUnknown,
    "credentials_pkey": SessionRefusal.busy,
    "second_factors_pkey": SessionRefusal.factorEnrolled,
    "used_codes_pkey": SessionRefusal.codeWrong,
    "sessions_id_unique": TokenRefusal.createdBefore,
    "sessions_limit_unit_fkey": UnitRefusal.unknown,
    "journal_entries_somebody_acts": AccountRefusal.nobodyActs,
    "journal_entries_clock_goes_forward": JournalRefusal.clockWentBack,
    "results_are_stored_by_the_office": AccountRefusal.notAllowed,
    "revisions_added_in_scope": AccountRefusal.outOfScope,
    "revisions_month_is_open": SubmissionRefusal.periodClosed,
    "revisions_without_gaps": SubmissionRefusal.revisionStale,
    "idempotency_keys_one_request": JournalRefusal.keyReused,
    "reviews_pkey": SubmissionRefusal.alreadyReviewed,
    "reviews_reviewer_is_not_submitter": SubmissionRefusal.reviewerIsSubmitter,
    "verifications_pkey": SubmissionRefusal.alreadyVerified,
    "month_events_pkey": MonthRefusal.alreadyClosed,
    "month_events_second_person": MonthRefusal.secondPersonIsFirst,
    "methods_pkey": MethodRefusal.versionExists,
    "method_approvals_pkey": MethodRefusal.alreadyApproved,
    "method_approvals_second_person": MethodRefusal.approverIsProposer,
    "editions_evaluation_unique": EditionRefusal.alreadyPublished,
    "task_reports_pkey": TaskRefusal.reportStale,
    "task_decisions_pkey": TaskRefusal.alreadyDecided,
    "task_decisions_decider_is_not_reporter": TaskRefusal.deciderIsReporter,
    "meeting_plans_pkey": MeetingRefusal.changedMeanwhile,
    "meeting_items_pkey": MeetingRefusal.changedMeanwhile,
    "meeting_attendance_pkey": MeetingRefusal.changedMeanwhile,
    "meeting_minutes_pkey": MeetingRefusal.changedMeanwhile,
    "meeting_resolutions_pkey": MeetingRefusal.changedMeanwhile,
    "meeting_relays_pkey": MeetingRefusal.changedMeanwhile,
    "meeting_addenda_pkey": MeetingRefusal.changedMeanwhile,
    "meeting_steps_pkey": MeetingRefusal.changedMeanwhile,
    "meetings_closed_are_sealed": MeetingRefusal.sealed,
    "editions_second_person": EditionRefusal.secondPersonIsFirst,
    "records_pkey": RecordRefusal.changedMeanwhile,
    "records_unit_fkey": RecordRefusal.unitUnknown,
    "record_events_pkey": RecordRefusal.changedMeanwhile,
    "step_decisions_pkey": EscalationRefusal.decidedAlready,
    "campaign_events_pkey": CampaignRefusal.alreadyEnded,
    "step_events_decider_is_another": EscalationRefusal.deciderIsSame,
    "step_triggers_document_unique": EscalationRefusal.enteredAlready,
  ]
}
