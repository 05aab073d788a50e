import LedgerDomain

/// The pages of forms, of what a month asks for, and of working days.
enum FormListText: String, PageText {
  case caption, frequency, day, week, month, quarter, due, dueRule, fields, units, periods
  case figuresOfUnit, figures, total, burden, burdenMonth, burdenSays, burdenSaysOfUnit
  case limitIs, limitNone, limitOver, limitLeft, meterLabel, limitTitle, limitWhy, limitFigures
  case limitSet, limitHistory, setLimit, importOver
  case field, number, minimum, maximum, partOf, cumulative, explain, paper, paperTitle
  case explainBefore, explainYear, explainUnchanged, explainZero, versionFrom, versionOther
  case unitLine, periodLine, reporter, reviewer, dateLine, value, note, paperWhy
  case daysOff, daysCaption, working, holiday, upcoming, upcomingCaption, dueDay, period, form
  case dayName, weekday, yearIs, limitedTo

  var text: BilingualText { Self.burdenTexts[self] ?? Self.form(self) }

  private static let burdenTexts: [FormListText: BilingualText] = [
    .burden: BilingualText(zh: "填报量", en: "Burden"),
    .burdenMonth: BilingualText(zh: "月份", en: "Month"),
    .burdenSays: BilingualText(
      zh: "{0}共要求填 {1} 个数：{2} 张报表。", en: "{0} asks for {1} figures in {2} forms."),
    .burdenSaysOfUnit: BilingualText(
      zh: "每个{0}填 {1} 个数。", en: "Each {0} is asked for {1}."),
    .limitIs: BilingualText(
      zh: "上限 {0} 个数，自 {1} 起。", en: "The limit is {0} figures, from {1} on."),
    .limitNone: BilingualText(zh: "联席办还没有定上限。", en: "The office has set no limit yet."),
    .limitOver: BilingualText(
      zh: "超过上限 {0} 个数。增加指标或报表之前，先删去用不上的。",
      en: "{0} figures over the limit. Before adding, take out what nobody uses."),
    .limitLeft: BilingualText(zh: "还剩 {0} 个数。", en: "{0} figures are left."),
    .meterLabel: BilingualText(zh: "{1} 个数的上限用了 {0} 个", en: "{0} of a limit of {1} figures"),
    .limitTitle: BilingualText(zh: "定填报量上限", en: "Set the limit"),
    .limitWhy: BilingualText(
      zh: "一个月内要求所有单位填的数，合起来不超过多少。以前的上限不改，只加新的。",
      en: "How many figures a month may ask of all units together. Limits of the past stay; a new "
        + "one is added."),
    .limitFigures: BilingualText(zh: "每月至多多少个数", en: "Figures a month at most"),
    .limitSet: BilingualText(zh: "已定上限。", en: "The limit is set."),
    .limitHistory: BilingualText(zh: "历次上限", en: "Limits over time"),
    .setLimit: BilingualText(zh: "定上限", en: "Set the limit"),
    .importOver: BilingualText(
      zh: "注意：{0}的填报量已超过上限。", en: "Note: {0} asks for more than the limit."),
    .periods: BilingualText(zh: "本月期数", en: "Periods"),
    .figuresOfUnit: BilingualText(zh: "每单位（个数）", en: "Figures of a unit"),
    .figures: BilingualText(zh: "合计（个数）", en: "Figures in all"),
    .total: BilingualText(zh: "总计", en: "Total"),
    .daysOff: BilingualText(zh: "与平常不同的日子", en: "Days that differ from the week"),
    .daysCaption: BilingualText(
      zh: "平常周一至周五上班；节假日不上班，调休的周末上班。到期日按此推算。",
      en: "Monday to Friday are worked. Holidays are not; some weekend days are. Due days follow."),
    .working: BilingualText(zh: "上班", en: "worked"),
    .holiday: BilingualText(zh: "放假", en: "not worked"),
    .upcoming: BilingualText(zh: "近期到期日", en: "What is due next"),
    .upcomingCaption: BilingualText(
      zh: "每张报表的下 {0} 个到期日。", en: "The next {0} due days of each form."),
    .dueDay: BilingualText(zh: "到期日", en: "Due on"),
    .period: BilingualText(zh: "期", en: "Period"),
    .form: BilingualText(zh: "报表", en: "Form"),
    .dayName: BilingualText(zh: "名称", en: "Name"),
    .weekday: BilingualText(zh: "星期", en: "Weekday"),
    .yearIs: BilingualText(zh: "年份", en: "Year"),
    .limitedTo: BilingualText(zh: "{0} 年没有登记。", en: "Nothing is recorded for {0}."),
  ]

  private static func form(_ text: FormListText) -> BilingualText {
    switch text {
    case .caption: BilingualText(zh: "每张报表现行的版本。", en: "Each form as it is in force.")
    case .frequency: BilingualText(zh: "频率", en: "How often")
    case .day: BilingualText(zh: "每日", en: "daily")
    case .week: BilingualText(zh: "每周", en: "weekly")
    case .month: BilingualText(zh: "每月", en: "monthly")
    case .quarter: BilingualText(zh: "每季", en: "quarterly")
    case .due: BilingualText(zh: "到期", en: "Due")
    case .dueRule: BilingualText(zh: "期后第 {0} 个工作日", en: "working day {0} after the period")
    case .fields: BilingualText(zh: "项数", en: "Fields")
    case .units: BilingualText(zh: "单位数", en: "Units")
    case .field: BilingualText(zh: "指标", en: "Indicator")
    case .number: BilingualText(zh: "序号", en: "No.")
    case .minimum: BilingualText(zh: "下限", en: "Least")
    case .maximum: BilingualText(zh: "上限", en: "Most")
    case .partOf: BilingualText(zh: "其中：{0}", en: "part of {0}")
    case .cumulative: BilingualText(zh: "累计数", en: "cumulative")
    case .explain: BilingualText(zh: "何时须说明", en: "To be explained when")
    case .paper: BilingualText(zh: "空表（打印）", en: "Empty form for print")
    case .paperTitle: BilingualText(zh: "{0}（空表）", en: "{0} (empty form)")
    case .explainBefore: BilingualText(zh: "比上期变动超过 {0}%", en: "over {0}% on the period before")
    case .explainYear: BilingualText(zh: "比上年同期变动超过 {0}%", en: "over {0}% on last year")
    case .explainUnchanged: BilingualText(zh: "与上期相同", en: "the same as before")
    case .explainZero: BilingualText(zh: "{0} 期不为零后变为零", en: "zero after {0} without")
    case .versionFrom: BilingualText(zh: "自 {0} 起", en: "from {0}")
    case .versionOther:
      BilingualText(
        zh: "这是自 {0} 起的版本，不是现行的。", en: "This version counts from {0}; it is not the one in force.")
    case .unitLine: BilingualText(zh: "单位：", en: "Unit:")
    case .periodLine: BilingualText(zh: "期：", en: "Period:")
    case .reporter: BilingualText(zh: "填报人：", en: "Reported by:")
    case .reviewer: BilingualText(zh: "审核人：", en: "Reviewed by:")
    case .dateLine: BilingualText(zh: "日期：", en: "Date:")
    case .value: BilingualText(zh: "数值", en: "Figure")
    case .note: BilingualText(zh: "说明", en: "Note")
    case .paperWhy:
      BilingualText(
        zh: "无发生填 0；不清楚的留空，在说明里写原因。",
        en: "Nothing happened: write 0. Not known: leave it empty and say why in the note.")
    default: BilingualText(zh: "", en: "")
    }
  }

  /// The word for how often a form is reported.
  static func frequency(_ frequency: Frequency) -> FormListText {
    switch frequency {
    case .day: .day
    case .week: .week
    case .month: .month
    case .quarter: .quarter
    }
  }
}
