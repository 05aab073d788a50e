import LedgerDomain

/// The unit page and the page of one submission.
enum UnitText: String, PageText {
  case crumbs, rankOf, rankBefore, unrankedNow, scoreIs, colourFor, noResult, hiddenNote
  case why, whyCaption, component, measured, full, marks, of, lost, place, placeLabel, source
  case scorePlace, scorePlaceLabel, smallBase, absentMarks, total, deduction, evidence
  case rules, rulesNone, rulesNote, absent
  case gain, gainFirst
  case history, historyLabel, month, rank, score, colour, edition
  case toEntry, toCorrection
  case submissions, submissionsNone, form, revision, state, by
  case missing, submitted, approved, returned, disputed, accepted
  case submissionTitle, figures, indicator, value, note, absenceMissing, absenceNotApplicable
  case absenceWithheld, decisions, decisionsNone, approve, returnWord, unitStage, officeStage
  case confirm, dispute, receipt, revisions, submittedAt, unitOfMeasure, figuresNone

  // Two tables, since one switch would be too long; a test finds a text that is in neither.
  var text: BilingualText { Self.page[self] ?? Self.submission(self) }

  private static let page: [UnitText: BilingualText] = [
    .crumbs: BilingualText(zh: "当前位置", en: "You are here"),
    .rankOf: BilingualText(
      zh: "{0}第 {1} 位，共 {2} 个单位", en: "{0}: rank {1} of {2}"),
    .rankBefore: BilingualText(zh: "上月第 {0} 位", en: "{0} last month"),
    .unrankedNow: BilingualText(zh: "{0}不参加排名：{1}", en: "{0}: not ranked, {1}"),
    .scoreIs: BilingualText(zh: "得分 {0}", en: "{0} marks"),
    .colourFor: BilingualText(
      zh: "连续 {0} 个月为{1}", en: "{1} for {0} months in a row"),
    .noResult: BilingualText(
      zh: "这个单位没有已发布的评价结果。", en: "No result of this unit has been published."),
    .hiddenNote: BilingualText(
      zh: "名次、颜色和得分公开；实测值、失分和报送只对授权范围内的账号显示。",
      en: "Ranks, colours and marks are public. Values, marks lost and submissions are shown to "
        + "accounts whose grants cover the unit."),
    .why: BilingualText(zh: "为什么是这个名次", en: "Why this rank"),
    .whyCaption: BilingualText(
      zh: "每一项的实测值、得分和失分，失分多的在前。",
      en: "What each component measured and gave, the largest loss first."),
    .component: BilingualText(zh: "项目", en: "Component"),
    .measured: BilingualText(zh: "实测", en: "Measured"),
    .full: BilingualText(zh: "满分线", en: "Full marks at"),
    .marks: BilingualText(zh: "得分", en: "Marks"),
    .of: BilingualText(zh: "满分", en: "Of"),
    .lost: BilingualText(zh: "失分", en: "Lost"),
    .place: BilingualText(zh: "在同类中的位置", en: "Among peers"),
    .placeLabel: BilingualText(
      zh: "{0}：本单位 {1}，同类 {2} 至 {3}，第 {4} 位", en: "{0}: {1} here, {2} to {3} among peers, place {4}"
    ),
    .scorePlace: BilingualText(zh: "得分在同类中的位置", en: "Marks among peers"),
    .scorePlaceLabel: BilingualText(
      zh: "得分 {0}，同类 {1} 至 {2}", en: "{0} marks, {1} to {2} among peers"),
    .source: BilingualText(zh: "依据", en: "Source"),
    .evidence: BilingualText(zh: "报送", en: "submission"),
    .smallBase: BilingualText(zh: "基数小，按增减数计分", en: "small base: scored by the difference"),
    .absentMarks: BilingualText(zh: "缺报计分", en: "scored as missing"),
    .total: BilingualText(zh: "合计", en: "Total"),
    .deduction: BilingualText(zh: "扣分：{0}", en: "Off: {0}"),
    .rules: BilingualText(zh: "为什么是这个颜色", en: "Why this colour"),
    .rulesNone: BilingualText(zh: "没有触及任何红线或黄线。", en: "No red or yellow rule applies."),
    .rulesNote: BilingualText(zh: "{0} {1}", en: "{0}: {1}"),
    .absent: BilingualText(zh: "缺少必报数据：{0}", en: "Required figures are missing: {0}"),
    .gain: BilingualText(zh: "怎样前进", en: "What would gain places"),
    .gainFirst: BilingualText(zh: "已是第 1。", en: "Already first."),
    .history: BilingualText(zh: "名次和颜色的历史", en: "Ranks and colours over time"),
    .historyLabel: BilingualText(
      zh: "{0}近 {1} 个月名次：{2}", en: "{0}, ranks over {1} months: {2}"),
    .month: BilingualText(zh: "月份", en: "Month"),
    .rank: BilingualText(zh: "名次", en: "Rank"),
    .score: BilingualText(zh: "得分", en: "Marks"),
    .colour: BilingualText(zh: "三色", en: "Colour"),
    .edition: BilingualText(zh: "期刊版", en: "Edition"),
    .toEntry: BilingualText(zh: "去填报", en: "Report figures"),
    .toCorrection: BilingualText(zh: "去更正", en: "Correct them"),
    .submissions: BilingualText(zh: "报送", en: "Submissions"),
    .submissionsNone: BilingualText(zh: "还没有报送。", en: "Nothing has been submitted yet."),
    .form: BilingualText(zh: "报表", en: "Form"),
    .revision: BilingualText(zh: "版本", en: "Revision"),
    .state: BilingualText(zh: "状态", en: "State"),
    .by: BilingualText(zh: "报送人", en: "Submitted by"),
  ]

  private static func submission(_ text: UnitText) -> BilingualText {
    switch text {
    case .missing: BilingualText(zh: "未报", en: "Missing")
    case .submitted: BilingualText(zh: "待审核", en: "Submitted")
    case .approved: BilingualText(zh: "单位已审", en: "Approved")
    case .returned: BilingualText(zh: "已退回", en: "Returned")
    case .disputed: BilingualText(zh: "有异议", en: "Disputed")
    case .accepted: BilingualText(zh: "已接受", en: "Accepted")
    case .submissionTitle: BilingualText(zh: "{0}：{1}，{2}", en: "{0}: {1}, {2}")
    case .figures: BilingualText(zh: "数值", en: "Figures")
    case .figuresNone: BilingualText(zh: "还没有报送。", en: "Nothing has been submitted yet.")
    case .indicator: BilingualText(zh: "指标", en: "Indicator")
    case .unitOfMeasure: BilingualText(zh: "计量单位", en: "Unit")
    case .value: BilingualText(zh: "数值", en: "Figure")
    case .note: BilingualText(zh: "说明", en: "Note")
    case .absenceMissing: BilingualText(zh: "缺报", en: "missing")
    case .absenceNotApplicable: BilingualText(zh: "不适用", en: "not applicable")
    case .absenceWithheld: BilingualText(zh: "不公开", en: "withheld")
    case .decisions: BilingualText(zh: "审核和核验", en: "Reviews and verifications")
    case .decisionsNone: BilingualText(zh: "还没有审核。", en: "Nobody has decided on it yet.")
    case .approve: BilingualText(zh: "通过", en: "approved")
    case .returnWord: BilingualText(zh: "退回", en: "returned")
    case .unitStage: BilingualText(zh: "单位审核", en: "unit’s review")
    case .officeStage: BilingualText(zh: "联席办审核", en: "office’s review")
    case .confirm: BilingualText(zh: "核实", en: "confirmed")
    case .dispute: BilingualText(zh: "提出异议", en: "disputed")
    case .receipt:
      BilingualText(zh: "日志 {0} 第 {1} 条", en: "journal {0}, entry {1}")
    case .revisions: BilingualText(zh: "全部版本", en: "All revisions")
    case .submittedAt: BilingualText(zh: "报送时间", en: "Submitted")
    default: BilingualText(zh: "", en: "")
    }
  }
}
