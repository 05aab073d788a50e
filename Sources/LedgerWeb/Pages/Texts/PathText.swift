import LedgerDomain

/// The scorecard against targets, the way through the year, and what would gain places.
enum PathText: String, PageText {
  case scorecard, scorecardNote, none, indicator, value, due, place, among, months, explanation
  case met, change, short, over, below, fromStart, unknown
  case path, pathLabel, projected, projectedMore, projectedLess, projectedSame, atMost, atLeast
  case passed, reached, method, tooFew, gap, yearOver, totals, lastYear, target, projection
  case table, month, others
  case gainRow, gainWay, gainWayUp, gainNone, gainNote, partly, hidden

  // Two tables, since one switch would be too long; a test finds a text that is in neither.
  var text: BilingualText { Self.paths[self] ?? Self.score(self) }

  private static func score(_ text: PathText) -> BilingualText {
    switch text {
    case .scorecard: BilingualText(zh: "指标对目标", en: "Indicators against targets")
    case .scorecardNote:
      BilingualText(zh: "蓝：达到。红：未达。灰：不可比或缺报。", en: "Blue: met. Red: missed. Grey: unknown.")
    case .none: BilingualText(zh: "本年没有下达目标。", en: "No target is set for this year.")
    case .indicator: BilingualText(zh: "指标", en: "Indicator")
    case .value: BilingualText(zh: "累计", en: "To date")
    case .due: BilingualText(zh: "到本月目标", en: "Due by now")
    case .place: BilingualText(zh: "名次", en: "Place")
    case .among: BilingualText(zh: "在同类中的位置", en: "Among peers")
    case .months: BilingualText(zh: "近 12 个月", en: "12 months")
    case .explanation: BilingualText(zh: "说明", en: "Explanation")
    case .met: BilingualText(zh: "达标。", en: "Met.")
    case .change:
      BilingualText(zh: "同比 {0}，目标 {1}，", en: "{0} on last year, target {1}: ")
    case .short:
      BilingualText(zh: "差 {0} 个百分点。", en: "{0} percentage points short.")
    case .over: BilingualText(zh: "多 {0}。", en: "{0} too many.")
    case .below: BilingualText(zh: "少 {0}。", en: "{0} too few.")
    case .fromStart:
      BilingualText(zh: "目标：比年初减少 {0}。", en: "Target: {0} fewer than when the year began.")
    case .unknown: BilingualText(zh: "不可比。", en: "Not comparable.")
    case .gainRow:
      BilingualText(
        zh: "升到第 {0} 位：至少再得 {1} 分，超过{2}。",
        en: "To rank {0}: at least {1} marks more, past {2}.")
    case .gainWay: BilingualText(zh: "{0}降到 {1}（现在 {2}）", en: "{0} down to {1} (now {2})")
    case .gainWayUp: BilingualText(zh: "{0}升到 {1}（现在 {2}）", en: "{0} up to {1} (now {2})")
    case .gainNone:
      BilingualText(zh: "没有哪一项单独能做到。", en: "No component can bring that alone.")
    case .gainNote:
      BilingualText(
        zh: "假定其他单位不变、只改这一项。列出的任何一项单独做到即可。",
        en: "If the others stay and only this component changes; any one of those listed is enough."
      )
    case .partly:
      BilingualText(
        zh: "您的授权限于部分报表：其他报表的项目不显示。",
        en: "Your grant is for some forms: components of others are not shown.")
    case .hidden: BilingualText(zh: "不在您的范围", en: "outside your scope")
    default: BilingualText(zh: "", en: "")
    }
  }

  private static let paths: [PathText: BilingualText] = [
    .path: BilingualText(
      zh: "{0}：累计、目标与预计", en: "{0}: so far, target and projection"),
    .pathLabel: BilingualText(
      zh: "{0}各月累计：{1}", en: "{0}, totals by month: {1}"),
    .projected: BilingualText(
      zh: "照目前速度，12 月底预计 {0} {1}（{2}–{3}）。",
      en: "At this pace, the end of December brings {0} {1} ({2} to {3})."),
    .projectedMore: BilingualText(
      zh: "照目前速度，12 月底预计 {0} {1}（{2}–{3}），比全年目标 {4} {1}多 {5} {1}。",
      en: "At this pace, the end of December brings {0} {1} ({2} to {3}), {5} more than the target "
        + "of {4} for the year."),
    .projectedLess: BilingualText(
      zh: "照目前速度，12 月底预计 {0} {1}（{2}–{3}），比全年目标 {4} {1}少 {5} {1}。",
      en: "At this pace, the end of December brings {0} {1} ({2} to {3}), {5} fewer than the "
        + "target of {4} for the year."),
    .projectedSame: BilingualText(
      zh: "照目前速度，12 月底预计 {0} {1}（{2}–{3}），与全年目标 {4} {1}持平。",
      en: "At this pace, the end of December brings {0} {1} ({2} to {3}), just the target of {4} "
        + "for the year."),
    .atMost: BilingualText(
      zh: "要达标，{0}每月不超过 {1} {2}。", en: "To meet it: at most {1} {2} a month, {0}."),
    .atLeast: BilingualText(
      zh: "要达标，{0}每月不少于 {1} {2}。", en: "To meet it: at least {1} {2} a month, {0}."),
    .passed: BilingualText(zh: "已超过全年目标。", en: "The target of the year is passed already."),
    .reached: BilingualText(zh: "已达到全年目标。", en: "The target of the year is reached already."),
    .method: BilingualText(
      zh: "预计：以后每月按近 {0} 个月的平均数；区间按其中最低和最高的月份。",
      en: "Projection: each month to come like the mean of the last {0}; the band, like the lowest "
        + "and the highest of them."),
    .tooFew: BilingualText(
      zh: "本年不足 {0} 个月，不作预计。", en: "Fewer than {0} months of this year: no projection."),
    .gap: BilingualText(
      zh: "有月份缺报，累计到此为止，不作预计。",
      en: "A month is missing: totals end there, and nothing is projected."),
    .yearOver: BilingualText(zh: "全年已结束。", en: "The year is over."),
    .totals: BilingualText(zh: "累计", en: "So far"),
    .lastYear: BilingualText(zh: "上年", en: "Last year"),
    .target: BilingualText(zh: "目标", en: "Target"),
    .projection: BilingualText(zh: "预计", en: "Projected"),
    .table: BilingualText(zh: "看数据表", en: "Show as a table"),
    .month: BilingualText(zh: "月份", en: "Month"),
    .others: BilingualText(zh: "看其他指标：", en: "Other indicators:"),
  ]
}
