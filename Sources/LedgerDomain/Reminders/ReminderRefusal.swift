/// Why something about reminders is refused.
public enum ReminderRefusal: String, RefusalReason {
  case unknown = "reminder.unknown"

  /// What is wrong.
  public var text: BilingualText {
    switch self {
    case .unknown:
      BilingualText(zh: "没有这条提醒，或事情已办。", en: "There is no such reminder, or it is done.")
    }
  }

  /// What to do.
  public var wayOut: BilingualText {
    switch self {
    case .unknown: BilingualText(zh: "请刷新提醒页。", en: "Read the inbox again.")
    }
  }
}
