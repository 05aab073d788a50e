/// Why an assessment's method is not understood, or a year is not sealed.
public enum AssessmentRefusal: String, RefusalReason {
  case noSheets = "assessment.no_sheets"
  case kindTwice = "assessment.kind_twice"
  case marksNotPositive = "assessment.marks_not_positive"
  case marksNotWhole = "assessment.marks_not_whole"
  case ruleMissing = "assessment.rule_missing"
  case eventUnknown = "assessment.event_unknown"
  case yearMalformed = "assessment.year_malformed"
  case noMethod = "assessment.no_method"
  case notSealed = "assessment.not_sealed"
  case unitUnknown = "assessment.unit_unknown"
  case yearNotOver = "assessment.year_not_over"
  case monthsLacking = "assessment.months_lacking"
  case changed = "assessment.changed"
  case unchanged = "assessment.unchanged"
  case reasonMissing = "assessment.reason_missing"

  /// What is wrong.
  public var text: BilingualText {
    switch self {
    case .noSheets: BilingualText(zh: "考核办法中没有评分表。", en: "The method has no score sheet.")
    case .kindTwice:
      BilingualText(zh: "单位类别“{0}”有两张评分表。", en: "The kind “{0}” has two score sheets.")
    case .marksNotPositive: BilingualText(zh: "分值须大于零。", en: "Marks are above zero.")
    case .marksNotWhole:
      BilingualText(
        zh: "“{0}”各项分值合计 {1}，不是 {2}。", en: "The marks for “{0}” add up to {1}, not to {2}.")
    case .ruleMissing:
      BilingualText(
        zh: "考核项“{0}”须写明 index 或 deduct，只写一项。",
        en: "The item “{0}” has either index or deduct.")
    case .eventUnknown:
      BilingualText(zh: "不认识扣分情形“{0}”。", en: "There is no deduction for “{0}”.")
    case .yearMalformed: BilingualText(zh: "“{0}”不是年度。", en: "“{0}” is not a year.")
    case .noMethod:
      BilingualText(zh: "{0} 年没有现行的考核办法。", en: "No method of assessment is in force for {0}.")
    case .notSealed: BilingualText(zh: "{0} 年度考核尚未定稿。", en: "The year {0} is not sealed.")
    case .unitUnknown:
      BilingualText(zh: "“{0}”不在本年度考核范围内。", en: "“{0}” is not assessed in that year.")
    case .yearNotOver: BilingualText(zh: "{0} 年尚未结束。", en: "The year {0} is not over.")
    case .monthsLacking:
      BilingualText(zh: "{0}尚未发布。", en: "{0} is not published.")
    case .changed:
      BilingualText(
        zh: "查看之后，考核所依据的记录已变动。",
        en: "What the assessment rests on has changed since it was looked at.")
    case .unchanged:
      BilingualText(zh: "与已定稿的第 {0} 稿相同。", en: "It is the same as version {0}, which is sealed.")
    case .reasonMissing:
      BilingualText(zh: "重新定稿须写明原因。", en: "To seal a year again takes a reason.")
    }
  }

  /// What to do.
  public var wayOut: BilingualText {
    switch self {
    case .noSheets, .kindTwice, .marksNotPositive, .marksNotWhole, .ruleMissing:
      BilingualText(zh: "请改正考核办法文件。", en: "Correct the method's file.")
    case .eventUnknown:
      BilingualText(
        zh: "可用：red、yellow、grey、step、late_task、late_report。",
        en: "Use red, yellow, grey, step, late_task or late_report.")
    case .yearMalformed: BilingualText(zh: "请写成 2026。", en: "Write it as 2026.")
    case .noMethod:
      BilingualText(
        zh: "请由联席办提出考核办法，主任批准。",
        en: "Let the office propose a method and the director approve it.")
    case .notSealed: BilingualText(zh: "定稿后可以查看。", en: "It can be read once it is sealed.")
    case .unitUnknown:
      BilingualText(zh: "请核对单位和年度。", en: "Check the unit and the year.")
    case .yearNotOver: BilingualText(zh: "请在年度结束后定稿。", en: "Seal it when the year is over.")
    case .monthsLacking:
      BilingualText(zh: "请先发布该月。", en: "Publish the month first.")
    case .changed: BilingualText(zh: "请重新查看后再定稿。", en: "Look at it again, then seal it.")
    case .unchanged: BilingualText(zh: "无须再定稿。", en: "Nothing is left to seal.")
    case .reasonMissing: BilingualText(zh: "请写明原因。", en: "Say why.")
    }
  }
}
