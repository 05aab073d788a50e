import LedgerDomain

/// The first page of the settings.
enum SettingsText: String, PageText {
  case title, intro
  case targets, ruleSets, methods, units, populations, indicators, forms, calendar
  case targetsHint, ruleSetsHint, methodsHint, unitsHint, populationsHint, indicatorsHint
  case formsHint, calendarHint, map, mapHint, ladders, laddersHint, steps, stepsHint
  case assessments, assessmentsHint

  var text: BilingualText {
    switch self {
    case .title: BilingualText(zh: "设置", en: "Settings")
    case .intro:
      BilingualText(
        zh: "每项设置都有版本和生效月份；改动只影响以后的月份，已发布的月份不变。",
        en: "Every setting has versions and a month of effect. Changes touch later months only; "
          + "published months stay as they are.")
    case .targets: BilingualText(zh: "目标", en: "Targets")
    case .targetsHint:
      BilingualText(
        zh: "各县（市、区）全年要达到什么，先试算再下达。",
        en: "What each unit must reach in a year: tried first, then set.")
    case .ruleSets: BilingualText(zh: "评价规则", en: "Rule sets")
    case .ruleSetsHint:
      BilingualText(
        zh: "什么情况评红、评黄，由第二人批准。",
        en: "When a unit is red or yellow; a second person approves.")
    case .methods: BilingualText(zh: "指数方法", en: "Index methods")
    case .methodsHint:
      BilingualText(
        zh: "怎样计分、怎样排名，由第二人批准。",
        en: "How units are scored and ranked; a second person approves.")
    case .ladders: BilingualText(zh: "升级阶梯", en: "Ladders")
    case .laddersHint:
      BilingualText(
        zh: "什么情况提醒、通报、约谈、挂牌，由第二人批准。",
        en: "When a unit goes up and off a step; a second person approves.")
    case .assessments: BilingualText(zh: "考核办法", en: "Annual assessments")
    case .assessmentsHint:
      BilingualText(
        zh: "年度考核怎样计分、扣分，由第二人批准。",
        en: "How a year is scored, and what costs marks; a second person approves.")
    case .steps: BilingualText(zh: "督导升级", en: "Escalations")
    case .stepsHint:
      BilingualText(
        zh: "现在各档的单位、待定的升降。", en: "Who stands on which step; moves to decide on.")
    case .units: BilingualText(zh: "单位", en: "Units")
    case .unitsHint:
      BilingualText(zh: "单位树及其历史。", en: "The tree of units with its history.")
    case .populations: BilingualText(zh: "人口", en: "Populations")
    case .populationsHint:
      BilingualText(zh: "每万人指标的分母。", en: "What rates per resident are divided by.")
    case .indicators: BilingualText(zh: "指标", en: "Indicators")
    case .indicatorsHint:
      BilingualText(zh: "统计什么，口径和单位。", en: "What is measured, how, and in which unit.")
    case .forms: BilingualText(zh: "报表", en: "Forms")
    case .formsHint:
      BilingualText(zh: "谁在什么时候报哪些指标。", en: "Who reports which indicators, and by when.")
    case .map: TileText.settings.text
    case .mapHint: TileText.settingsHint.text
    case .calendar: BilingualText(zh: "工作日历", en: "Working days")
    case .calendarHint:
      BilingualText(zh: "节假日和调休，决定截止日。", en: "Holidays, on which due days depend.")
    }
  }
}
