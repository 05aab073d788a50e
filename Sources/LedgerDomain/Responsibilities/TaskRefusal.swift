/// Why responsibility lists, or what is reported on their tasks, are refused.
public enum TaskRefusal: String, RefusalReason {
  case unknown = "task.unknown"
  case listUnknown = "task.list_unknown"
  case numberMalformed = "task.number_malformed"
  case numberTwice = "task.number_twice"
  case unitUnknown = "task.unit_unknown"
  case leadMissing = "task.lead_missing"
  case goalMalformed = "task.goal_malformed"
  case dueMissing = "task.due_missing"
  case recurrenceUnknown = "task.recurrence_unknown"
  case parentUnknown = "task.parent_unknown"
  case circle = "task.circle"
  case hasParts = "task.has_parts"
  case notOfUnit = "task.not_of_unit"
  case alreadyAccepted = "task.already_accepted"
  case amountMissing = "task.amount_missing"
  case goalNotReached = "task.goal_not_reached"
  case reportUnknown = "task.report_unknown"
  case reportStale = "task.report_stale"
  case alreadyDecided = "task.already_decided"
  case deciderIsReporter = "task.decider_is_reporter"
  case notDone = "task.not_done"

  /// What is wrong.
  public var text: BilingualText {
    switch self {
    case .unknown: BilingualText(zh: "没有任务“{0}”。", en: "There is no task “{0}”.")
    case .listUnknown:
      BilingualText(zh: "“{0}”不是清单编号。", en: "“{0}” is not a list's number.")
    case .numberMalformed:
      BilingualText(zh: "“{0}”不是任务序号。", en: "“{0}” is not a task's number.")
    case .numberTwice:
      BilingualText(zh: "序号“{0}”出现两次。", en: "The number “{0}” stands there twice.")
    case .unitUnknown: BilingualText(zh: "没有单位“{0}”。", en: "There is no unit “{0}”.")
    case .leadMissing:
      BilingualText(zh: "任务“{0}”没有牵头单位。", en: "The task “{0}” has no lead unit.")
    case .goalMalformed:
      BilingualText(zh: "“{0}”不是目标值。", en: "“{0}” is not a target's value.")
    case .dueMissing:
      BilingualText(
        zh: "任务“{0}”须有期限或频次，只写一项。",
        en: "The task “{0}” has a due day or a recurrence, and one of them only.")
    case .recurrenceUnknown:
      BilingualText(zh: "不认识频次“{0}”。", en: "There is no recurrence “{0}”.")
    case .parentUnknown:
      BilingualText(
        zh: "任务 {0} 的上级任务“{1}”不存在。", en: "The task “{1}” above {0} does not exist.")
    case .circle:
      BilingualText(zh: "任务 {0} 的分解关系成环。", en: "The task {0} is a part of itself.")
    case .hasParts:
      BilingualText(
        zh: "任务 {0} 已分解，进展由下级任务汇总。",
        en: "The task {0} is decomposed; its progress comes from its parts.")
    case .notOfUnit:
      BilingualText(
        zh: "任务 {0} 不由“{1}”牵头或负责。",
        en: "“{1}” neither leads nor is responsible for the task {0}.")
    default: progressText
    }
  }

  private var progressText: BilingualText {
    switch self {
    case .alreadyAccepted:
      BilingualText(zh: "任务 {0} 已销号。", en: "The task {0} is accepted already.")
    case .amountMissing:
      BilingualText(
        zh: "任务 {0} 有目标值，须报完成数。", en: "The task {0} has a number to reach; report one.")
    case .goalNotReached:
      BilingualText(
        zh: "完成数 {0} 未达到目标值 {1}，不能报完成。",
        en: "{0} does not reach the target {1}, so that the task is not done.")
    case .reportUnknown:
      BilingualText(zh: "没有第 {0} 次进展。", en: "There is no report {0}.")
    case .reportStale:
      BilingualText(
        zh: "第 {0} 次进展之后又有更新。", en: "The report {0} is followed by a newer one.")
    case .alreadyDecided:
      BilingualText(zh: "这次进展已办理。", en: "This report is decided already.")
    case .deciderIsReporter:
      BilingualText(
        zh: "报进展的人不能办理销号。", en: "Who reported does not decide.")
    default:
      BilingualText(
        zh: "任务 {0} 尚未报完成。", en: "The unit has not said that the task {0} is done.")
    }
  }

  /// What to do.
  public var wayOut: BilingualText {
    switch self {
    case .unknown: BilingualText(zh: "请核对任务编号。", en: "Check the task's number.")
    case .listUnknown: BilingualText(zh: "请写成 2026-1。", en: "Write it as 2026-1.")
    case .numberMalformed:
      BilingualText(
        zh: "请用 1 至 20 个字母、数字、点或横线。", en: "Use 1…20 letters, digits, dots or hyphens.")
    case .unitUnknown:
      BilingualText(
        zh: "请写单位代码或现用全称，多个单位用顿号隔开。",
        en: "Write a unit's code or full name, several with 、 between.")
    case .goalMalformed:
      BilingualText(zh: "请写成 18、≥18 或 ≤0。", en: "Write 18, ≥18 or ≤0.")
    case .recurrenceUnknown:
      BilingualText(
        zh: "可用：每周、每月、每季、每半年、每年。",
        en: "Use weekly, monthly, quarterly, half-yearly or yearly.")
    case .numberTwice, .leadMissing, .dueMissing, .parentUnknown, .circle:
      BilingualText(zh: "请改正该行后重新导入。", en: "Correct the line and import again.")
    case .hasParts: BilingualText(zh: "请在下级任务报进展。", en: "Report on its parts.")
    case .notOfUnit:
      BilingualText(zh: "请由牵头或责任单位填报。", en: "Let the lead or responsible unit report.")
    case .alreadyAccepted:
      BilingualText(zh: "无须再报。", en: "Nothing is left to report.")
    case .amountMissing: BilingualText(zh: "请填完成数。", en: "Give the number.")
    case .goalNotReached:
      BilingualText(
        zh: "请更正完成数，或不勾选“已完成”。", en: "Correct it, or report without saying done.")
    case .reportUnknown, .reportStale:
      BilingualText(zh: "请刷新后办理最新一次进展。", en: "Load it again and decide the latest one.")
    case .alreadyDecided: BilingualText(zh: "请刷新查看。", en: "Load it again.")
    case .deciderIsReporter:
      BilingualText(zh: "请由他人办理。", en: "Let somebody else do it.")
    case .notDone:
      BilingualText(
        zh: "请等待责任单位报完成，或退回并说明。",
        en: "Wait for the unit to say so, or return it with a reason.")
    }
  }
}
