import LedgerDomain

/// How conditions of rules are put into words.
enum ConditionWord: String, PageText {
  case less, atMost, greater, atLeast, equal, between, included, notIncluded
  case and, or, not, bracket, quarter, inARow, targetMissed, targetMet, inState, notInState

  var text: BilingualText {
    switch self {
    case .less: BilingualText(zh: "{0}低于{1}", en: "{0} is below {1}")
    case .atMost: BilingualText(zh: "{0}不高于{1}", en: "{0} is at most {1}")
    case .greater: BilingualText(zh: "{0}高于{1}", en: "{0} is above {1}")
    case .atLeast: BilingualText(zh: "{0}不低于{1}", en: "{0} is at least {1}")
    case .equal: BilingualText(zh: "{0}等于{1}", en: "{0} is {1}")
    case .between:
      BilingualText(zh: "{0}在{1}{2}至{3}{4}之间", en: "{0} is between {1}{2} and {3}{4}")
    case .included: BilingualText(zh: "（含）", en: " (included)")
    case .notIncluded: BilingualText(zh: "（不含）", en: " (not included)")
    case .and: BilingualText(zh: "，且", en: ", and ")
    case .or: BilingualText(zh: "；或者", en: "; or ")
    case .not: BilingualText(zh: "并非（{0}）", en: "not ({0})")
    case .bracket: BilingualText(zh: "（{0}）", en: "({0})")
    case .quarter:
      BilingualText(zh: "同类单位数的四分之一（进一取整）", en: "a quarter of the peers, rounded up")
    case .inARow:
      BilingualText(
        zh: "连续满足“{0}”的月数", en: "the number of months in a row in which {0}")
    case .targetMissed: BilingualText(zh: "{0}未达到目标", en: "{0} misses its target")
    case .targetMet: BilingualText(zh: "{0}达到目标", en: "{0} meets its target")
    case .inState: BilingualText(zh: "处于“{0}”状态", en: "the unit is in the state “{0}”")
    case .notInState:
      BilingualText(zh: "不处于“{0}”状态", en: "the unit is not in the state “{0}”")
    }
  }
}
