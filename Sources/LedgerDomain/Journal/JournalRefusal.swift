/// Why the journal takes no entry, or does not verify.
public enum JournalRefusal: String, RefusalReason {
  case clockWentBack = "journal.clock_went_back"
  case keyReused = "journal.key_reused"
  case rowBroken = "journal.row_broken"
  case entryUnknown = "journal.entry_unknown"
  case checkpointUnknown = "journal.checkpoint_unknown"
  case checkpointNotGenuine = "journal.checkpoint_not_genuine"
  case backupUnnamed = "journal.backup_unnamed"
  case nothingLost = "journal.nothing_lost"

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
    case .entryUnknown:
      BilingualText(
        zh: "链 {0} 没有第 {1} 号留痕。",
        en: "The chain {0} has no entry {1}.")
    case .checkpointUnknown:
      BilingualText(
        zh: "没有第 {0} 号检查点。",
        en: "There is no checkpoint {0}.")
    case .checkpointNotGenuine:
      BilingualText(
        zh: "这不是完好的检查点文件：签名不符。",
        en: "This is no genuine copy of a checkpoint: its signature does not fit.")
    case .backupUnnamed:
      BilingualText(
        zh: "备份名称应为 1 至 64 个可见 ASCII 字符。",
        en: "A backup's name has 1 to 64 visible ASCII characters.")
    case .nothingLost:
      BilingualText(
        zh: "此检查点所载的日志都在，或其丢失已有记录。",
        en: "Everything that this checkpoint names is there, or its loss is recorded.")
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
    case .entryUnknown:
      BilingualText(
        zh: "请先列出留痕。",
        en: "List the journal first.")
    case .checkpointUnknown:
      BilingualText(
        zh: "请先列出检查点。",
        en: "List the checkpoints first.")
    case .checkpointNotGenuine:
      BilingualText(
        zh: "请使用签发时保存的原文件。",
        en: "Use the file as checkpoint --out wrote it.")
    case .backupUnnamed:
      BilingualText(
        zh: "请填写备份工具所用的名称。",
        en: "Give the name that the backup tool uses.")
    case .nothingLost:
      BilingualText(
        zh: "无需记录；请用恢复前最后一个检查点核对。",
        en: "Nothing is to be recorded; compare with the last checkpoint before the restore.")
    }
  }
}
