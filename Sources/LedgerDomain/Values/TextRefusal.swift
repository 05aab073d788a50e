/// Why something that people wrote is refused.
public enum TextRefusal: String, RefusalReason {
  case missing = "text.missing"
  case personal = "text.personal"
  case malformed = "text.malformed"

  /// What is wrong.
  public var text: BilingualText {
    switch self {
    case .missing: BilingualText(zh: "缺少文字。", en: "The text is missing.")
    case .personal:
      BilingualText(
        zh: "文字中有身份证号、手机号或银行卡号。",
        en: "The text holds a resident's, mobile or card number.")
    case .malformed:
      BilingualText(
        zh: "文字中有控制字符，或超过 {0} 字。",
        en: "The text holds control characters, or exceeds {0} characters.")
    }
  }

  /// What to do.
  public var wayOut: BilingualText {
    switch self {
    case .missing: BilingualText(zh: "请写明。", en: "State it.")
    case .personal:
      BilingualText(
        zh: "请删去该号码；本系统只记单位和汇总情况。",
        en: "Leave the number out; the ledger records units and aggregates only.")
    case .malformed: BilingualText(zh: "请改写。", en: "Rewrite it.")
    }
  }
}
