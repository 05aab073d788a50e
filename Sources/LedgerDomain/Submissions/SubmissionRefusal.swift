/// Why a submission, review or verification is refused, in the order in which it is checked.
public enum SubmissionRefusal: String, RefusalReason {
  case unitNotValidInPeriod = "submission.unit_not_valid_in_period"
  case formNotForKind = "submission.form_not_for_kind"
  case periodMalformed = "submission.period_malformed"
  case formNotInForce = "submission.form_not_in_force"
  case periodNotEnded = "submission.period_not_ended"
  case periodClosed = "submission.period_closed"
  case indicatorNotInForm = "submission.indicator_not_in_form"
  case figureTwice = "submission.figure_twice"
  case figureMissing = "submission.figure_missing"
  case revisionStale = "submission.revision_stale"
  case draftStale = "submission.draft_stale"
  case revisionExists = "submission.revision_exists"
  case belowMinimum = "submission.below_minimum"
  case aboveMaximum = "submission.above_maximum"
  case partAboveWhole = "submission.part_above_whole"
  case cumulativeFalls = "submission.cumulative_falls"
  case notExplained = "submission.not_explained"
  case noteRefused = "submission.note_refused"
  case revisionUnknown = "submission.revision_unknown"
  case reviewerIsSubmitter = "submission.reviewer_is_submitter"
  case alreadyReviewed = "submission.already_reviewed"
  case alreadyVerified = "submission.already_verified"
  case notApproved = "submission.not_approved"
  case reasonMissing = "submission.reason_missing"
  case notClean = "submission.not_clean"

  /// What is wrong.
  public var text: BilingualText {
    switch self {
    case .unitNotValidInPeriod:
      BilingualText(zh: "单位 {0} 在 {1} 不存在。", en: "The unit {0} does not exist in {1}.")
    case .formNotForKind:
      BilingualText(
        zh: "单位 {0} 不填报表“{1}”。", en: "The unit {0} does not report the form “{1}”.")
    case .periodMalformed:
      BilingualText(zh: "“{0}”不是此处所用的期。", en: "“{0}” is not a period that is taken here.")
    case .formNotInForce:
      BilingualText(zh: "报表“{0}”在 {1} 尚未启用。", en: "The form “{0}” is not in force in {1}.")
    case .periodNotEnded: BilingualText(zh: "{0} 尚未结束。", en: "{0} has not ended.")
    case .periodClosed: BilingualText(zh: "{0} 已月结。", en: "{0} is closed.")
    case .indicatorNotInForm:
      BilingualText(zh: "指标“{0}”不在本报表中。", en: "The indicator “{0}” is not in this form.")
    case .figureTwice:
      BilingualText(
        zh: "与第 {0} 行重复（同一单位、期、指标）。",
        en: "Repeats line {0} (the same unit, period and indicator).")
    case .figureMissing:
      BilingualText(
        zh: "{0} {1} 缺指标“{2}”。", en: "{0} {1} lacks the indicator “{2}”.")
    case .revisionStale:
      BilingualText(
        zh: "此报送已有更新的版本。", en: "There is a newer revision of this submission.")
    case .draftStale:
      BilingualText(
        zh: "草稿已由他人保存（您依据第 {0} 稿，现为第 {1} 稿）。",
        en: "The draft was saved by somebody else (yours builds on {0}, it is at {1}).")
    case .revisionExists:
      BilingualText(
        zh: "{0} {1} 已报送，且数值不同。",
        en: "{0} {1} is submitted already, with other figures.")
    case .belowMinimum:
      BilingualText(zh: "“{0}”的 {1} 小于下限 {2}。", en: "“{0}”: {1} is below {2}.")
    case .aboveMaximum:
      BilingualText(zh: "“{0}”的 {1} 大于上限 {2}。", en: "“{0}”: {1} is above {2}.")
    case .partAboveWhole:
      BilingualText(
        zh: "“{0}”的 {1} 大于其整体“{2}”的 {3}。",
        en: "“{0}” is {1}, more than the {3} of “{2}”, of which it is a part.")
    case .cumulativeFalls:
      BilingualText(
        zh: "年内累计数“{0}”为 {1}，低于上期的 {2}。",
        en: "“{0}” adds up within a year; {1} is below the {2} of the period before.")
    case .notExplained:
      BilingualText(zh: "“{0}”异常而未说明：{1}。", en: "“{0}” is unusual and not explained: {2}.")
    case .noteRefused:
      BilingualText(
        zh: "说明中有个人信息、控制字符或超过 200 字。",
        en: "The note holds personal data or control characters, or exceeds 200 characters.")
    case .revisionUnknown:
      BilingualText(zh: "没有这一版本。", en: "There is no such revision.")
    case .reviewerIsSubmitter:
      BilingualText(
        zh: "报送人不得审核、核验自己的报送。", en: "Who submitted a revision does not review or verify it.")
    case .alreadyReviewed:
      BilingualText(zh: "此版本已有人审核。", en: "This revision is reviewed already.")
    case .notApproved:
      BilingualText(
        zh: "此版本尚未经单位审核通过。", en: "The unit's reviewer has not approved this revision.")
    case .alreadyVerified:
      BilingualText(zh: "此数值已有人核验。", en: "This figure is verified already.")
    case .reasonMissing:
      BilingualText(
        zh: "退回或提出异议须说明理由。", en: "A return or a dispute needs a reason.")
    case .notClean:
      BilingualText(
        zh: "此版本有异常、变动、缺报或异议，不能批量通过。",
        en: "Something in this revision is unusual, changed, missing or disputed: it is not "
          + "approved with others.")
    }
  }

  /// What to do.
  public var wayOut: BilingualText {
    switch self {
    case .unitNotValidInPeriod, .formNotForKind, .formNotInForce, .indicatorNotInForm:
      BilingualText(zh: "请核对单位、报表和期。", en: "Check the unit, the form and the period.")
    case .periodMalformed: BilingualText(zh: "请写成 {1}。", en: "Write it as {1}.")
    case .periodNotEnded: BilingualText(zh: "请在期末之后报送。", en: "Submit after its last day.")
    case .periodClosed:
      BilingualText(zh: "如需更正，请联席办重开 {1}。", en: "Ask the office to have {1} reopened.")
    case .figureTwice: BilingualText(zh: "请删去其中一行。", en: "Remove one of the two lines.")
    case .figureMissing:
      BilingualText(
        zh: "请补上该行；没有数值的写明缺值原因。",
        en: "Add the line; state a reason where there is no number.")
    case .revisionStale:
      BilingualText(zh: "请先看新版本，再重新修改。", en: "Look at it, then change it again.")
    case .draftStale:
      BilingualText(zh: "请比较两稿，再保存。", en: "Compare both, then save.")
    case .revisionExists:
      BilingualText(
        zh: "如要更正，请加 --revise。", en: "To correct it, import with --revise.")
    case .belowMinimum, .aboveMaximum, .partAboveWhole, .cumulativeFalls:
      BilingualText(zh: "请改正数值。", en: "Correct the figure.")
    case .notExplained: BilingualText(zh: "请在 note 列说明原因。", en: "Explain it in the column note.")
    case .noteRefused:
      BilingualText(zh: "请改写，只写汇总情况。", en: "Rewrite it; aggregates only.")
    case .revisionUnknown: BilingualText(zh: "请先列出各版本。", en: "List the revisions first.")
    case .reviewerIsSubmitter, .alreadyReviewed, .alreadyVerified:
      BilingualText(zh: "请由他人办理，或刷新后查看。", en: "Let somebody else do it, or reload.")
    case .notApproved: BilingualText(zh: "请先由单位审核员审核。", en: "Let the unit's reviewer decide first.")
    case .reasonMissing: BilingualText(zh: "请用 --reason 说明。", en: "Give one with --reason.")
    case .notClean: BilingualText(zh: "请逐项看后再定。", en: "Look at it and decide on it alone.")
    }
  }
}
