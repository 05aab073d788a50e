/// Why a rule set or index method is not taken into force.
public enum MethodRefusal: String, RefusalReason {
  case versionExists = "method.version_exists"
  case unknown = "method.unknown"
  case alreadyApproved = "method.already_approved"
  case approverIsProposer = "method.approver_is_proposer"
  case effectiveInClosedMonth = "method.effective_in_closed_month"

  /// What is wrong.
  public var text: BilingualText {
    switch self {
    case .versionExists:
      BilingualText(
        zh: "{0} 第 {1} 版已存在，内容不同。",
        en: "{0} version {1} exists with other content.")
    case .unknown:
      BilingualText(
        zh: "没有 {0} 第 {1} 版。",
        en: "There is no {0} version {1}.")
    case .alreadyApproved:
      BilingualText(
        zh: "{0} 第 {1} 版已批准。",
        en: "{0} version {1} is approved already.")
    case .approverIsProposer:
      BilingualText(
        zh: "提出者不得自行批准。",
        en: "Who proposed a method does not approve it.")
    case .effectiveInClosedMonth:
      BilingualText(
        zh: "{0} 已发布，新版不得从该月起生效。",
        en: "{0} is published; a version cannot take effect in it.")
    }
  }

  /// What to do.
  public var wayOut: BilingualText {
    switch self {
    case .versionExists:
      BilingualText(
        zh: "请提高版本号。",
        en: "Raise the version.")
    case .unknown:
      BilingualText(
        zh: "请先导入。",
        en: "Import it first.")
    case .alreadyApproved:
      BilingualText(
        zh: "无需再批。",
        en: "Nothing is left to do.")
    case .approverIsProposer:
      BilingualText(
        zh: "请由第二人批准。",
        en: "Let a second person approve it.")
    case .effectiveInClosedMonth:
      BilingualText(
        zh: "请选择更晚的生效月份。",
        en: "Choose a later month.")
    }
  }
}
