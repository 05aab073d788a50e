/// Why a token is refused.
public enum TokenRefusal: String, RefusalReason {
  case labelMalformed = "token.label_malformed"
  case outside = "token.outside"
  case untilOutOfRange = "token.until_out_of_range"
  case createdBefore = "token.created_before"

  /// What is wrong.
  public var text: BilingualText {
    switch self {
    case .labelMalformed:
      BilingualText(
        zh: "令牌名称不合规则。",
        en: "This is not a label for a token.")
    case .outside:
      BilingualText(
        zh: "令牌超出账号的授权范围。",
        en: "The token would reach beyond the account.")
    case .untilOutOfRange:
      BilingualText(
        zh: "令牌到期日应在今天起 {0} 天内。",
        en: "A token ends within {0} days from today.")
    case .createdBefore:
      BilingualText(
        zh: "这个令牌已经建好，只显示一次。",
        en: "This token was created already, and is shown once.")
    }
  }

  /// What to do.
  public var wayOut: BilingualText {
    switch self {
    case .labelMalformed:
      BilingualText(
        zh: "请用 1 至 64 个字符，不含个人信息。",
        en: "Use 1 to 64 characters that name no person.")
    case .outside:
      BilingualText(
        zh: "请选择授权范围内的单位和报表。",
        en: "Choose a unit and a form inside the account's grants.")
    case .untilOutOfRange:
      BilingualText(
        zh: "请另选到期日。",
        en: "Choose another day.")
    case .createdBefore:
      BilingualText(
        zh: "没有记下的，请收回它，再建一个。",
        en: "If it was not kept, end it and create another.")
    }
  }
}
