import LedgerDomain

/// The pages of inspections, no-fraud units, matters, notices, ranks, honours and documents.
enum RecordText: String, PageText {
  case nouns, all, none, more, unit, everyUnit, show, add, optional, recorded
  case day, title, details, state, number, finding, findings, due, overdue, reviewOverdue
  case criteria, clauses, acts, ofFinding, words, document, doneOn, newDue, dueUntil
  case history, act, by, line, kind, standard, needed, needs, answered, authority, period, rank
  case issuer, inForceFrom, nextReview, findingsOf, ofUnit, countOf, late

  var text: BilingualText {
    switch self {
    case .nouns: BilingualText(zh: "后续记录", en: "Records of the follow-up")
    case .all: BilingualText(zh: "共 {0} 条", en: "{0} in all")
    case .none: BilingualText(zh: "没有符合条件的记录。", en: "No record fits.")
    case .more:
      BilingualText(zh: "只显示最近 {0} 条；请筛选。", en: "The newest {0} are shown; narrow them.")
    case .unit: BilingualText(zh: "单位", en: "Unit")
    case .everyUnit: BilingualText(zh: "全部单位", en: "Every unit")
    case .show: BilingualText(zh: "查看", en: "Show")
    case .add: BilingualText(zh: "登记", en: "Add")
    case .optional: BilingualText(zh: "（可不填）", en: " (optional)")
    case .recorded: BilingualText(zh: "已记录。", en: "It is recorded.")
    case .day: BilingualText(zh: "日期", en: "Day")
    case .title: BilingualText(zh: "内容", en: "What")
    case .details: BilingualText(zh: "要点", en: "Details")
    case .state: BilingualText(zh: "状态", en: "State")
    case .number: BilingualText(zh: "序号", en: "No.")
    case .finding: BilingualText(zh: "问题", en: "Finding")
    case .findings: BilingualText(zh: "发现的问题", en: "Findings")
    case .due: BilingualText(zh: "期限", en: "Due")
    case .overdue: BilingualText(zh: "{0}，逾期 {1} 天", en: "{0}, {1} days overdue")
    case .reviewOverdue: BilingualText(zh: "{0}，复审逾期 {1} 天", en: "{0}, review {1} days overdue")
    case .criteria: BilingualText(zh: "创建标准", en: "Criteria")
    case .clauses: BilingualText(zh: "要点", en: "Clauses")
    default: rest
    }
  }

  private var rest: BilingualText {
    switch self {
    case .acts: BilingualText(zh: "办理", en: "What can be done now")
    case .ofFinding: BilingualText(zh: "问题 {0}：{1}", en: "Finding {0}: {1}")
    case .words: BilingualText(zh: "说明", en: "Words")
    case .document: BilingualText(zh: "文号", en: "Document number")
    case .doneOn: BilingualText(zh: "办理日期", en: "Done on")
    case .newDue: BilingualText(zh: "新的整改期限", en: "New last day")
    case .dueUntil: BilingualText(zh: "期限改为 {0}", en: "now due on {0}")
    case .history: BilingualText(zh: "经过", en: "What was done")
    case .act: BilingualText(zh: "事项", en: "Act")
    case .by: BilingualText(zh: "督导单位", en: "Inspecting unit")
    case .line: BilingualText(zh: "线别", en: "Line")
    case .kind: BilingualText(zh: "类别", en: "Kind")
    case .standard: BilingualText(zh: "标准版本", en: "Version of the standard")
    case .needed: BilingualText(zh: "需要答复的单位", en: "Units that have to answer")
    case .needs: BilingualText(zh: "待 {0} 答复", en: "asks {0}")
    case .answered: BilingualText(zh: "已答复的单位", en: "Units that have answered")
    case .authority: BilingualText(zh: "上级机关", en: "Authority")
    case .period: BilingualText(zh: "期间", en: "Period")
    case .rank: BilingualText(zh: "位次", en: "Rank")
    case .issuer: BilingualText(zh: "发文机关", en: "Issuer")
    case .inForceFrom: BilingualText(zh: "施行日期", en: "In force from")
    case .nextReview: BilingualText(zh: "下次复审期限", en: "Next yearly review by")
    case .findingsOf: BilingualText(zh: "问题已销号 {0} / {1}", en: "{0} of {1} findings closed")
    case .countOf: BilingualText(zh: "{0} {1} 条", en: "{0}: {1}")
    case .late: BilingualText(zh: "逾期 {0} 条", en: "{0} overdue")
    default: BilingualText(zh: "相关记录", en: "Records")
    }
  }
}
