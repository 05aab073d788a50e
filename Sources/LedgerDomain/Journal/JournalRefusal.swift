/// Why the journal takes no entry, or does not verify.
public enum JournalRefusal: String, RefusalReason {
  case clockWentBack = "journal.clock_went_back"
  case keyReused = "journal.key_reused"
  case rowBroken = "journal.row_broken"
  case checkpointUnknown = "journal.checkpoint_unknown"

  /// What is wrong.
  public var text: BilingualText {
    switch self {
    case .clockWentBack:
      BilingualText(
        zh: "服务器时钟早于日志最后一条。",
        en: "The clock is before the journal's last entry.")
    case .keyReused:
      BilingualText(
        zh: "该幂等键已用于其他内容。",
        en: "This idempotency key was used with other content.")
    case .rowBroken:
      BilingualText(
        zh: "{0} 与日志不符：{1}。",
        en: "{0} does not agree with the journal: {1}.")
    case .checkpointUnknown:
      BilingualText(
        zh: "没有第 {0} 号检查点。",
        en: "There is no checkpoint {0}.")
    }
  }

  /// What to do.
  public var wayOut: BilingualText {
    switch self {
    case .clockWentBack:
      BilingualText(
        zh: "请先校正服务器时钟。",
        en: "Set the server's clock right first.")
    case .keyReused:
      BilingualText(
        zh: "请换用新的键。",
        en: "Use a new key.")
    case .rowBroken:
      BilingualText(
        zh: "请立即保全数据库并通知审计员。",
        en: "Preserve the database and tell the auditor.")
    case .checkpointUnknown:
      BilingualText(
        zh: "请先列出检查点。",
        en: "List the checkpoints first.")
    }
  }
}
