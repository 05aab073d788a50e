/// Why closing or reopening a month is refused.
public enum MonthRefusal: String, RefusalReason {
  case periodMalformed = "month.malformed"
  case notEnded = "month.not_ended"
  case alreadyClosed = "month.already_closed"
  case notClosed = "month.not_closed"
  case incomplete = "month.incomplete"
  case exceptionUnknown = "month.exception_unknown"
  case reasonMissing = "month.reason_missing"
  case secondPersonIsFirst = "month.second_person_is_first"
  case nothingProposed = "month.nothing_proposed"
  case reopeningEnded = "month.reopening_ended"
  case noMethod = "month.no_method"
  case noUnits = "month.no_units"

  /// What is wrong.
  public var text: BilingualText {
    switch self {
    case .periodMalformed:
      BilingualText(
        zh: "“{0}”不是月份。",
        en: "“{0}” is not a month.")
    case .notEnded:
      BilingualText(
        zh: "{0} 尚未结束。",
        en: "{0} has not ended.")
    case .alreadyClosed:
      BilingualText(
        zh: "{0} 已月结。",
        en: "{0} is closed already.")
    case .notClosed:
      BilingualText(
        zh: "{0} 尚未月结。",
        en: "{0} is not closed.")
    case .incomplete:
      BilingualText(
        zh: "{0} 缺 {1} 份已审定的报送：{2}。",
        en: "{0} lacks {1} accepted submissions: {2}.")
    case .exceptionUnknown:
      BilingualText(
        zh: "例外“{0}”不是 {1} 所缺的报送。",
        en: "The exception “{0}” is not a submission that {1} lacks.")
    case .reasonMissing:
      BilingualText(
        zh: "必须说明理由。",
        en: "A reason is required.")
    case .secondPersonIsFirst:
      BilingualText(
        zh: "须由提出者以外的人同意。",
        en: "Somebody else than the proposer must agree.")
    case .nothingProposed:
      BilingualText(
        zh: "{0} 没有待同意的重开。",
        en: "No reopening of {0} awaits agreement.")
    case .reopeningEnded:
      BilingualText(
        zh: "重开期限须晚于现在。",
        en: "A reopening must end in the future.")
    case .noMethod:
      BilingualText(
        zh: "{0} 在 {1} 没有已批准的{2}。",
        en: "{0} has no approved {2} for {1}.")
    case .noUnits:
      BilingualText(
        zh: "{0} 之下在 {1} 没有类别为 {2} 的单位。",
        en: "There is no unit of kind {2} below {0} in {1}.")
    }
  }

  /// What to do.
  public var wayOut: BilingualText {
    switch self {
    case .periodMalformed:
      BilingualText(
        zh: "请写成 2026-01。",
        en: "Write it as 2026-01.")
    case .notEnded:
      BilingualText(
        zh: "请在月末之后再月结。",
        en: "Close it after its last day.")
    case .alreadyClosed:
      BilingualText(
        zh: "如需更正，请先办理重开。",
        en: "To correct it, have it reopened.")
    case .notClosed:
      BilingualText(
        zh: "请先月结。",
        en: "Close it first.")
    case .incomplete:
      BilingualText(
        zh: "请催报审定，或用 --except 逐一列明例外。",
        en: "Have them accepted, or name each with --except.")
    case .exceptionUnknown:
      BilingualText(
        zh: "只列所缺的单位、单位/报表或单位/报表/期。",
        en: "Name only units, unit/form or unit/form/period that are lacking.")
    case .reasonMissing:
      BilingualText(
        zh: "请用 --reason 说明。",
        en: "Give one with --reason.")
    case .secondPersonIsFirst:
      BilingualText(
        zh: "请由主任账号办理。",
        en: "Let the director's account do it.")
    case .nothingProposed:
      BilingualText(
        zh: "请先由联席办提出重开。",
        en: "Let the office propose it first.")
    case .reopeningEnded:
      BilingualText(
        zh: "请给出更晚的 --until。",
        en: "Give a later --until.")
    case .noMethod:
      BilingualText(
        zh: "请先导入并由第二人批准。",
        en: "Import one and have a second person approve it.")
    case .noUnits:
      BilingualText(
        zh: "请核对 --of 与 --kind。",
        en: "Check --of and --kind.")
    }
  }
}
