/// Why campaigns, or what is decided about them, are refused.
public enum CampaignRefusal: String, RefusalReason {
  case unknown = "campaign.unknown"
  case codeMalformed = "campaign.code_malformed"
  case daysUnknown = "campaign.days_unknown"
  case endBeforeStart = "campaign.end_before_start"
  case formsMissing = "campaign.forms_missing"
  case formNotDaily = "campaign.form_not_daily"
  case indicatorNotInForms = "campaign.indicator_not_in_forms"
  case indicatorNotFlow = "campaign.indicator_not_flow"
  case unitOfOtherKind = "campaign.unit_of_other_kind"
  case phaseOutside = "campaign.phase_outside"
  case phasesCross = "campaign.phases_cross"
  case documentsMissing = "campaign.documents_missing"
  case exists = "campaign.exists"
  case notStarted = "campaign.not_started"
  case notEnded = "campaign.not_ended"
  case alreadyEnded = "campaign.already_ended"
  case endDecided = "campaign.end_decided"
  case alreadyClosed = "campaign.already_closed"
  case openEnded = "campaign.open_ended"
  case endNotLater = "campaign.end_not_later"
  case endNotAhead = "campaign.end_not_ahead"

  /// What is wrong.
  public var text: BilingualText {
    switch self {
    case .unknown: BilingualText(zh: "没有行动“{0}”。", en: "There is no campaign “{0}”.")
    case .codeMalformed:
      BilingualText(zh: "“{0}”不是行动代码。", en: "“{0}” is not a campaign's code.")
    case .daysUnknown:
      BilingualText(zh: "“{0}”应为 all 或 working。", en: "“{0}” is neither all nor working.")
    case .endBeforeStart:
      BilingualText(zh: "{1} 早于开始日 {0}。", en: "{1} is before the first day, {0}.")
    case .formsMissing:
      BilingualText(zh: "行动须有 1 至 5 张报表。", en: "A campaign has 1 to 5 forms.")
    case .formNotDaily:
      BilingualText(zh: "报表“{0}”不是日报。", en: "The form “{0}” is not daily.")
    case .indicatorNotInForms:
      BilingualText(
        zh: "指标“{0}”不在行动的报表中。", en: "“{0}” is in none of the campaign's forms.")
    case .indicatorNotFlow:
      BilingualText(
        zh: "指标“{0}”不能逐日相加。", en: "“{0}” does not add up over days.")
    case .unitOfOtherKind:
      BilingualText(
        zh: "单位 {0} 不填报行动的报表。", en: "The unit {0} reports none of the campaign's forms.")
    case .phaseOutside:
      BilingualText(
        zh: "阶段“{0}”不在行动期间内。", en: "The phase “{0}” lies outside the campaign.")
    case .phasesCross:
      BilingualText(zh: "阶段“{0}”与上一阶段重叠。", en: "The phase “{0}” crosses the one before.")
    case .documentsMissing:
      BilingualText(zh: "行动须有 1 至 20 份文件。", en: "A campaign has 1 to 20 documents.")
    case .exists:
      BilingualText(
        zh: "行动“{0}”已开始，内容不同。", en: "The campaign “{0}” has begun with other content.")
    default: actText
    }
  }

  private var actText: BilingualText {
    switch self {
    case .notStarted: BilingualText(zh: "行动“{0}”尚未开始。", en: "“{0}” has not begun.")
    case .notEnded: BilingualText(zh: "行动“{0}”尚未结束。", en: "“{0}” has not ended.")
    case .alreadyEnded:
      BilingualText(zh: "行动“{0}”已于 {1} 结束。", en: "“{0}” ended on {1}.")
    case .endDecided:
      BilingualText(
        zh: "行动“{0}”已决定于 {1} 结束。", en: "It is decided already that “{0}” ends on {1}.")
    case .alreadyClosed: BilingualText(zh: "行动“{0}”已总结封存。", en: "“{0}” is closed.")
    case .openEnded:
      BilingualText(zh: "常态化行动“{0}”没有截止日。", en: "“{0}” has no last day to move.")
    case .endNotLater:
      BilingualText(zh: "{0} 不晚于现定的 {1}。", en: "{0} is not later than {1}.")
    default:
      BilingualText(
        zh: "结束日 {0} 须不早于今天，且早于现定的截止日。",
        en: "The last day {0} is today or later, and before the one that is set.")
    }
  }

  /// What to do.
  public var wayOut: BilingualText {
    switch self {
    case .unknown: BilingualText(zh: "请核对行动代码。", en: "Check the campaign's code.")
    case .codeMalformed:
      BilingualText(
        zh: "请用 2 至 40 个小写字母、数字、点或横线。",
        en: "Use 2…40 small letters, digits, dots or hyphens.")
    case .unitOfOtherKind, .formNotDaily, .indicatorNotFlow, .indicatorNotInForms:
      BilingualText(
        zh: "请核对代码，或先导入报表、指标。", en: "Check the code, or import form and indicator first.")
    case .exists:
      BilingualText(
        zh: "进行中只能延期或结束；其余请另立行动。",
        en: "While it runs it is extended or ended; anything else is another campaign.")
    case .notStarted:
      BilingualText(zh: "开始前请改文件后重新导入。", en: "Until then, import the changed file again.")
    case .notEnded: BilingualText(zh: "请先结束，或等到结束后。", en: "End it first, or wait.")
    case .alreadyEnded, .endDecided, .alreadyClosed:
      BilingualText(zh: "请另立行动。", en: "Begin another campaign.")
    case .openEnded: BilingualText(zh: "请用“结束”。", en: "End it instead.")
    case .endNotLater: BilingualText(zh: "请写更晚的日期。", en: "Name a later day.")
    case .endNotAhead: BilingualText(zh: "请改日期。", en: "Name another day.")
    default: BilingualText(zh: "请改正行动文件。", en: "Correct the campaign's file.")
    }
  }
}
