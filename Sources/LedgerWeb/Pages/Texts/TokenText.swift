import LedgerDomain

/// One's own tokens, with which programs report.
enum TokenText: String, PageText {
  case title, explained, label, labelHint, unit, form, everyForm, until, untilHint, create, own
  case none, newTitle, newText, newUse, scope, done, back, name

  var text: BilingualText {
    switch self {
    case .title: BilingualText(zh: "我的令牌", en: "My tokens")
    case .explained:
      BilingualText(
        zh: "令牌让程序代您报送：只在一个单位、一张报表、一段时间内有效，不能用来登录。",
        en: "A token lets a program report for you, for one unit, one form and a time. "
          + "Nobody signs in with it.")
    case .label: BilingualText(zh: "用途", en: "What it is for")
    case .labelHint:
      BilingualText(zh: "例如“月报接口”，不含个人信息。", en: "“Monthly interface”; names no person.")
    case .unit: BilingualText(zh: "单位（含下级）", en: "Unit, with all below it")
    case .form: BilingualText(zh: "报表", en: "Form")
    case .everyForm: BilingualText(zh: "全部报表", en: "every form")
    case .until: BilingualText(zh: "止于", en: "Until")
    case .untilHint: BilingualText(zh: "最长 {0} 天。", en: "{0} days at most.")
    case .create: BilingualText(zh: "新建令牌", en: "Create a token")
    case .own: BilingualText(zh: "现有令牌", en: "Tokens in force")
    case .none: BilingualText(zh: "没有令牌。", en: "There is none.")
    case .newTitle: BilingualText(zh: "新令牌", en: "A new token")
    case .newText:
      BilingualText(
        zh: "只显示这一次，请立即存入程序的密钥库。丢失了就收回，再建一个。",
        en: "Shown this once: put it where the program keeps its secrets. If it is lost, end it "
          + "and create another.")
    case .newUse: BilingualText(zh: "程序这样出示：", en: "The program shows it like this:")
    case .scope: BilingualText(zh: "范围", en: "Reach")
    case .done: BilingualText(zh: "令牌已收回。", en: "The token was ended.")
    case .back: BilingualText(zh: "回到我的令牌", en: "Back to my tokens")
    case .name: BilingualText(zh: "收回令牌 {0}", en: "End the token {0}")
    }
  }
}
