/// Why a record of the follow-up, or an act on one, is refused.
public enum RecordRefusal: String, RefusalReason {
  case unknown = "record.unknown"
  case unitUnknown = "record.unit_unknown"
  case wordUnknown = "record.word_unknown"
  case numberMalformed = "record.number_malformed"
  case dayAhead = "record.day_ahead"
  case dueBefore = "record.due_before"
  case needsNobody = "record.needs_nobody"
  case standardUnknown = "record.standard_unknown"
  case standardExists = "record.standard_exists"
  case documentExists = "record.document_exists"
  case placeExists = "record.place_exists"
  case findingUnknown = "record.finding_unknown"
  case notNow = "record.not_now"
  case notOfUnit = "record.not_of_unit"
  case answeredAlready = "record.answered_already"
  case deciderIsReporter = "record.decider_is_reporter"
  case criteriaMissing = "record.criteria_missing"
  case replacementUnknown = "record.replacement_unknown"
  case changedMeanwhile = "record.changed_meanwhile"

  /// What is wrong.
  public var text: BilingualText {
    switch self {
    case .unknown: BilingualText(zh: "没有记录“{0}”。", en: "There is no record “{0}”.")
    case .unitUnknown: BilingualText(zh: "没有单位“{0}”。", en: "There is no unit “{0}”.")
    case .wordUnknown: BilingualText(zh: "不认识“{0}”。", en: "“{0}” is none of the choices.")
    case .numberMalformed:
      BilingualText(zh: "“{0}”不是 1 至 {1} 的整数。", en: "“{0}” is no whole number from 1 to {1}.")
    case .dayAhead: BilingualText(zh: "日期 {0} 还没有到。", en: "The day {0} has not come yet.")
    case .dueBefore:
      BilingualText(zh: "期限 {0} 早于 {1}。", en: "The last day {0} is before {1}.")
    case .needsNobody:
      BilingualText(
        zh: "须写明需要哪些别的单位答复。", en: "Name the other units whose answer is needed.")
    case .standardUnknown:
      BilingualText(zh: "{0}还没有创建标准。", en: "There is no standard for {0} yet.")
    case .standardExists:
      BilingualText(
        zh: "{0}标准第 {1} 版已有别的内容。", en: "Version {1} of the standard {0} says something else.")
    case .documentExists:
      BilingualText(zh: "文号“{0}”已登记。", en: "The document “{0}” is recorded already.")
    case .placeExists:
      BilingualText(zh: "“{0}”已在该单位申报。", en: "“{0}” has applied in that unit already.")
    case .findingUnknown: BilingualText(zh: "没有第 {0} 个问题。", en: "There is no finding {0}.")
    case .notNow:
      BilingualText(zh: "现在是“{0}”，不能“{1}”。", en: "Now it is “{2}”: “{3}” is not possible.")
    case .notOfUnit:
      BilingualText(zh: "不需要“{0}”答复。", en: "The answer of “{0}” is not asked for.")
    case .answeredAlready:
      BilingualText(zh: "“{0}”已经答复。", en: "“{0}” has answered already.")
    case .deciderIsReporter:
      BilingualText(
        zh: "报送的人不能自己复查、验收或办结。", en: "Who reported does not decide on it.")
    case .criteriaMissing:
      BilingualText(zh: "标准有 {0} 条，自查只满足 {1} 条。", en: "Of {0} criteria {1} are met.")
    case .replacementUnknown:
      BilingualText(zh: "文号“{0}”没有登记。", en: "No document “{0}” is recorded.")
    case .changedMeanwhile:
      BilingualText(zh: "记录刚刚有更新。", en: "The record has just changed.")
    }
  }

  /// What to do.
  public var wayOut: BilingualText {
    switch self {
    case .unknown, .findingUnknown:
      BilingualText(zh: "请核对编号。", en: "Check the number.")
    case .unitUnknown:
      BilingualText(zh: "请写单位代码。", en: "Write a unit's code.")
    case .wordUnknown: BilingualText(zh: "请用 {1}。", en: "Use {1}.")
    case .numberMalformed: BilingualText(zh: "请改写。", en: "Correct it.")
    case .dayAhead: BilingualText(zh: "请写今天或以前的日期。", en: "Write today or a day before.")
    case .dueBefore: BilingualText(zh: "请改期限。", en: "Correct the last day.")
    case .needsNobody:
      BilingualText(
        zh: "提出单位以外至少写一个。", en: "At least one besides the one that raises it.")
    case .standardUnknown:
      BilingualText(zh: "请联席办先导入标准。", en: "Let the office import the standard first.")
    case .standardExists:
      BilingualText(zh: "请用下一个版本号。", en: "Use the next number.")
    case .documentExists, .placeExists:
      BilingualText(zh: "请查看已有的记录。", en: "Look at what is recorded.")
    case .notNow, .answeredAlready, .changedMeanwhile:
      BilingualText(zh: "请刷新查看。", en: "Load it again.")
    case .notOfUnit:
      BilingualText(zh: "请由被要求的单位答复。", en: "Let a unit answer that is asked.")
    case .deciderIsReporter:
      BilingualText(zh: "请由他人办理。", en: "Let somebody else do it.")
    case .criteriaMissing:
      BilingualText(
        zh: "逐条满足后再报自查。", en: "Report the self-check when all are met.")
    case .replacementUnknown:
      BilingualText(zh: "请先登记新文件。", en: "Record the new document first.")
    }
  }
}
