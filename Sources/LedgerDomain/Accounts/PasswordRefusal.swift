/// Why a password is not taken.
public enum PasswordRefusal: String, RefusalReason {
  case tooShort = "password.too_short"
  case tooLong = "password.too_long"
  case malformed = "password.malformed"
  case tooPlain = "password.too_plain"
  case containsName = "password.contains_name"
  case common = "password.common"
  case usedBefore = "password.used_before"
  case demonstrationOnly = "password.demonstration_only"

  /// What is wrong.
  public var text: BilingualText {
    switch self {
    case .tooShort:
      BilingualText(
        zh: "密码少于 {0} 个字符。",
        en: "The password has fewer than {0} characters.")
    case .tooLong:
      BilingualText(
        zh: "密码多于 {0} 个字符。",
        en: "The password has more than {0} characters.")
    case .malformed:
      BilingualText(
        zh: "密码含有控制字符。",
        en: "The password contains control characters.")
    case .tooPlain:
      BilingualText(
        zh: "密码应含小写、大写、数字、其他字符中的 {0} 类。",
        en: "The password mixes fewer than {0} of lower case, upper case, digits and others.")
    case .containsName:
      BilingualText(
        zh: "密码包含账号名。",
        en: "The password contains the account's name.")
    case .common:
      BilingualText(
        zh: "这是常见密码。",
        en: "The password is a common one.")
    case .usedBefore:
      BilingualText(
        zh: "最近 {0} 次用过此密码。",
        en: "The password is among the last {0}.")
    case .demonstrationOnly:
      BilingualText(
        zh: "仅演示或测试库可直接设定密码。",
        en: "Only a demonstration or a test takes a given password.")
    }
  }

  /// What to do.
  public var wayOut: BilingualText {
    switch self {
    case .tooShort:
      BilingualText(
        zh: "请用更长的密码，例如几个不相干的词。",
        en: "Use a longer one, such as some words that do not belong together.")
    case .tooLong:
      BilingualText(
        zh: "请缩短密码。",
        en: "Use a shorter one.")
    case .malformed:
      BilingualText(
        zh: "请只用可以键入的字符。",
        en: "Use characters that can be typed.")
    case .tooPlain:
      BilingualText(
        zh: "请补足字符类别，或用 {1} 个以上字符。",
        en: "Mix more of them, or use {1} characters or more.")
    case .containsName:
      BilingualText(
        zh: "请去掉账号名。",
        en: "Leave the name out.")
    case .common:
      BilingualText(
        zh: "请换一个别人想不到的。",
        en: "Choose one that nobody tries first.")
    case .usedBefore:
      BilingualText(
        zh: "请换一个新密码。",
        en: "Choose a new one.")
    case .demonstrationOnly:
      BilingualText(
        zh: "请由安全管理员重置。",
        en: "Let the security administrator reset it.")
    }
  }
}
