import LedgerDomain

/// How measures are put into words.
enum MeasureWord: String, PageText {
  case flow, lastYear, monthsBack, month, yearToDate, rolling, between
  case share, per, perResidents, points, yearOnYear, monthOnMonth, difference, ratioToParent,
    target, attainment
  case worstRank, monthsInARow, state
  case incomplete, missing, notApplicable, withheld, undefined, met, missed, yes, no

  var text: BilingualText {
    switch self {
    case .flow: BilingualText(zh: "{0}{1}", en: "{0}, {1}")
    case .lastYear: BilingualText(zh: "上年{0}", en: "{0} last year")
    case .monthsBack: BilingualText(zh: "{1} 个月前的{0}", en: "{0}, {1} months before")
    case .month: BilingualText(zh: "（当月）", en: "this month")
    case .yearToDate: BilingualText(zh: "（累计）", en: "year to date")
    case .rolling: BilingualText(zh: "（近 {0} 个月）", en: "last {0} months")
    case .between: BilingualText(zh: "（{0} 至 {1} 个月前）", en: "{0} to {1} months before")
    case .share: BilingualText(zh: "{0}占{1}比重{2}", en: "{0} in {1}, {2}")
    case .per: BilingualText(zh: "每{0}人{1}{2}", en: "{1} per {0} residents, {2}")
    case .perResidents: BilingualText(zh: "{0}/{1}人", en: "{0} per {1}")
    case .points: BilingualText(zh: "{0} 个百分点", en: "{0} percentage points")
    case .yearOnYear: BilingualText(zh: "{0}同比", en: "{0}, on last year")
    case .monthOnMonth: BilingualText(zh: "{0}环比", en: "{0}, on last month")
    case .difference: BilingualText(zh: "{0}增减", en: "{0}, change")
    case .ratioToParent: BilingualText(zh: "{0}与全域之比", en: "{0}, against the whole area")
    case .target: BilingualText(zh: "{0}是否达到目标", en: "{0} against its target")
    case .attainment: BilingualText(zh: "{0}目标完成率", en: "{0}, share of the target")
    case .worstRank: BilingualText(zh: "{0}倒数位次", en: "{0}, place from the bottom")
    case .monthsInARow: BilingualText(zh: "连续月数", en: "months in a row")
    case .state: BilingualText(zh: "状态“{0}”", en: "state “{0}”")
    case .incomplete: BilingualText(zh: "{0}（不全）", en: "{0} (incomplete)")
    case .missing: BilingualText(zh: "缺报", en: "missing")
    case .notApplicable: BilingualText(zh: "不适用", en: "not applicable")
    case .withheld: BilingualText(zh: "不公开", en: "withheld")
    case .undefined: BilingualText(zh: "不可比", en: "not comparable")
    case .met: BilingualText(zh: "达到", en: "met")
    case .missed: BilingualText(zh: "未达", en: "missed")
    case .yes: BilingualText(zh: "是", en: "yes")
    case .no: BilingualText(zh: "否", en: "no")
    }
  }
}
