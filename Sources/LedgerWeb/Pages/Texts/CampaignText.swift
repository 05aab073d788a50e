import LedgerDomain

/// The pages of campaigns.
enum CampaignText: String, PageText {
  case title, intro, none, name, from, until, openEnd, phase, state, documents, days, back
  case board, notRanking, noFigures, entry, shownUnits, indicator, file, unit, day, total, missing
  case before, lastYear, change, pairs, all, hidden, nothing, cumulative, dayOf, against
  case legendDays, legendBefore, legendLastYear, chartLabel, gaps
  case phases, current, document, issuer, issued, decided, act, by, newEnd
  case extend, end, close, extendHint, endHint, closeHint, closing, closingHint, done
  case summary, sealed, preview

  var text: BilingualText {
    switch self {
    case .title: BilingualText(zh: "攻坚行动", en: "Campaigns")
    case .intro:
      BilingualText(
        zh: "行动有起止或为常态化；行动的日报只在行动的日子应报。",
        en: "A campaign has a start and an end, or none; its daily forms are due on its days only.")
    case .none: BilingualText(zh: "还没有攻坚行动。", en: "There is no campaign yet.")
    case .name: BilingualText(zh: "行动", en: "Campaign")
    case .from: BilingualText(zh: "开始", en: "From")
    case .until: BilingualText(zh: "截止", en: "Until")
    case .openEnd: BilingualText(zh: "常态化", en: "Open")
    case .phase: BilingualText(zh: "阶段", en: "Phase")
    case .state: BilingualText(zh: "状态", en: "State")
    case .documents: BilingualText(zh: "文件", en: "Documents")
    case .days: BilingualText(zh: "{0} 至 {1}，{2}", en: "{0} to {1}, {2}")
    case .back: BilingualText(zh: "全部行动", en: "All campaigns")
    case .board: BilingualText(zh: "看板", en: "Board")
    case .notRanking:
      BilingualText(
        zh: "日报由各单位自报，未经审核；按累计数排列，不是官方排名。",
        en: "Daily figures are the units' own and not reviewed. Sorted by sum; no official ranking."
      )
    case .noFigures: BilingualText(zh: "还没有过完的日子。", en: "No day is over yet.")
    case .entry: BilingualText(zh: "填日报", en: "Enter a day's figures")
    case .shownUnits:
      BilingualText(
        zh: "{1} 个单位参加，显示您范围内的 {0} 个。",
        en: "{1} units take part; the {0} within your scope are shown.")
    case .indicator: BilingualText(zh: "指标", en: "Indicator")
    case .file: BilingualText(zh: "下载 CSV", en: "Download CSV")
    case .unit: BilingualText(zh: "单位", en: "Unit")
    case .day: BilingualText(zh: "{0} 当日（{1}）", en: "On {0} ({1})")
    case .total: BilingualText(zh: "{0}累计（{1}）", en: "{0}, sum ({1})")
    case .missing: BilingualText(zh: "缺报（天）", en: "Missing (days)")
    case .before: BilingualText(zh: "启动前同天数（{0}）", en: "As many days before ({0})")
    case .lastYear: BilingualText(zh: "上年同期（{0}）", en: "A year before ({0})")
    default: boardText
    }
  }

  private var boardText: BilingualText {
    switch self {
    case .change: BilingualText(zh: "变化（%）", en: "Change (%)")
    case .pairs: BilingualText(zh: "可比（天）", en: "Comparable (days)")
    case .all: BilingualText(zh: "合计", en: "All")
    case .hidden:
      BilingualText(
        zh: "“*”：小数不显示。逐日更新的累计数相减会泄露当日数，各单位数值在封存后才显示。",
        en:
          "“*”: not shown. The difference of two days' sums is a day's count, so that units' sums "
          + "are shown after closing only.")
    case .nothing: BilingualText(zh: "无可比数", en: "Nothing to compare")
    case .cumulative: BilingualText(zh: "累计（{0}）", en: "Sum ({0})")
    case .dayOf: BilingualText(zh: "{0} 当日 {1}", en: "{1} on {0}")
    case .against: BilingualText(zh: "比启动前 {0}", en: "{0} on as many days before")
    case .legendDays: BilingualText(zh: "粗线：行动期间", en: "Thick: the campaign")
    case .legendBefore: BilingualText(zh: "灰线：启动前同天数", en: "Grey: as many days before")
    case .legendLastYear: BilingualText(zh: "虚线：上年同期", en: "Dashed: a year before")
    case .chartLabel:
      BilingualText(
        zh: "{0}逐日合计：{1} 至 {2}，最高 {3}，最低 {4}",
        en: "{0} day by day: {1} to {2}, most {3}, least {4}")
    case .gaps:
      BilingualText(
        zh: "有单位缺报的日子断线；第一天比第一天，两边都有数的日子才比。",
        en: "Days on which a unit's figure is missing are gaps. The first day stands beside the "
          + "first; days with figures on both sides count.")
    case .phases: BilingualText(zh: "阶段", en: "Phases")
    case .current: BilingualText(zh: "现在", en: "now")
    case .document: BilingualText(zh: "文号", en: "Number")
    case .issuer: BilingualText(zh: "发文单位", en: "Issuer")
    case .issued: BilingualText(zh: "发文日期", en: "Issued")
    case .decided: BilingualText(zh: "决定", en: "Decisions")
    case .act: BilingualText(zh: "内容", en: "What")
    case .by: BilingualText(zh: "经办", en: "By")
    case .newEnd: BilingualText(zh: "新的截止日", en: "New last day")
    default: actText
    }
  }

  private var actText: BilingualText {
    switch self {
    case .extend: BilingualText(zh: "延期", en: "Extend")
    case .end: BilingualText(zh: "决定结束", en: "End")
    case .close: BilingualText(zh: "总结并封存", en: "Sum up and seal")
    case .extendHint:
      BilingualText(zh: "须有文件；晚于现定的截止日。", en: "By a document, to a later day than is set.")
    case .endHint:
      BilingualText(
        zh: "须有文件；今天或以后，早于现定的截止日。决定后不再改。",
        en: "By a document: today or later, before the day that is set. It is final.")
    case .closeHint:
      BilingualText(
        zh: "封存后不随更正而变，校验码记入日志。",
        en: "Sealed, it no longer follows corrections; its SHA-256 stands in the journal.")
    case .closing: BilingualText(zh: "办公室的总结", en: "The office's own words")
    case .closingHint:
      BilingualText(zh: "至多 2000 字，不写个人。", en: "At most 2,000 characters; no persons.")
    case .done: BilingualText(zh: "已记录：{0}。", en: "Recorded: {0}.")
    case .summary: BilingualText(zh: "总结", en: "Summary")
    case .sealed: BilingualText(zh: "{0} 封存，校验码 {1}", en: "Sealed on {0}, SHA-256 {1}")
    default: BilingualText(zh: "由数值生成的句子：", en: "Sentences from the figures:")
    }
  }
}
