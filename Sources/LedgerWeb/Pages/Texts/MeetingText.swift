import LedgerDomain

/// The pages of meetings.
enum MeetingText: String, PageText {
  case title, intro, introUnit, none, new, next, nextLine, prepare, open, past
  case number, name, day, place, cadence, state, invited, invitedCount, invitedHint, plan, save
  case draftTitle, changeTitle, change, draftHint, call, start, close, closeHint, saved
  case agenda, agendaNone, item, words, unit, noUnit, add, build, buildHint, up, down, off
  case minutes, minutesNone, writeMinutes, minutesHint
  case attendance, attendanceNone, attendanceKeep, present, absent, posts, postsHint
  case resolutions, resolutionsNone, resolve, resolveHint, lead, noLead, supporting, due, task
  case taskLater, decisionOnly, withdraw, onItem
  case relay, relayHint, relayReport, relayed, relayDays, groupFormed, groupDays, notReported
  case days, relayedCount, relayUnit
  case seal, sealHint, addenda, addAddendum, addendumLine, calledOn, startedOn, closedOn, origin
  case print

  var text: BilingualText {
    switch self {
    case .title: BilingualText(zh: "会议", en: "Meetings")
    case .intro:
      BilingualText(
        zh: "议题由台账生成，议定事项在会议结束时成为任务，纪要随之封存。",
        en:
          "Agendas build themselves; resolutions become tasks when a meeting closes and is sealed.")
    case .introUnit:
      BilingualText(
        zh: "本单位参加的会议。会后请报传达日期和成立专班日期。",
        en: "The meetings to which your unit is invited. Report when you passed them on.")
    case .none: BilingualText(zh: "还没有会议。", en: "There is no meeting yet.")
    case .new: BilingualText(zh: "起草会议", en: "Draft a meeting")
    case .next: BilingualText(zh: "接下来", en: "Next")
    case .nextLine:
      BilingualText(zh: "{0}：{1}（{2}）", en: "{0}: {1} ({2})")
    case .prepare: BilingualText(zh: "起草", en: "Draft it")
    case .open: BilingualText(zh: "起草、召集和进行中", en: "Drafts, called and in progress")
    case .past: BilingualText(zh: "已结束", en: "Closed")
    case .number: BilingualText(zh: "编号", en: "No.")
    case .name: BilingualText(zh: "会议名称", en: "Name")
    case .day: BilingualText(zh: "日期", en: "Day")
    case .place: BilingualText(zh: "地点", en: "Place")
    case .cadence: BilingualText(zh: "频次", en: "Cadence")
    case .state: BilingualText(zh: "状态", en: "State")
    case .invited: BilingualText(zh: "参会单位", en: "Invited units")
    case .invitedCount: BilingualText(zh: "{0} 个单位", en: "{0} units")
    case .invitedHint:
      BilingualText(
        zh: "召集后这些单位看到会议，并报传达情况。",
        en: "They see the meeting once it is called, and report that they passed it on.")
    case .plan: BilingualText(zh: "会议安排", en: "Plan")
    case .save: BilingualText(zh: "保存", en: "Save")
    case .draftTitle: BilingualText(zh: "起草会议", en: "Draft a meeting")
    case .changeTitle: BilingualText(zh: "修改会议 {0}", en: "Change the meeting {0}")
    case .change: BilingualText(zh: "修改安排", en: "Change the plan")
    case .draftHint:
      BilingualText(
        zh: "保存后按台账生成议题，可排列、撤下、添加。",
        en: "Once saved, the agenda builds itself; order it, take items off, add others.")
    case .call: BilingualText(zh: "召集", en: "Call")
    case .start: BilingualText(zh: "开始会议", en: "Start")
    case .close: BilingualText(zh: "结束并封存", en: "Close and seal")
    case .closeHint:
      BilingualText(
        zh: "结束后纪要封存、不能再改，议定事项成为任务。",
        en: "Closing seals the minutes for good and makes tasks of the resolutions.")
    case .saved: BilingualText(zh: "已保存。", en: "Saved.")
    default: agendaText
    }
  }

  private var agendaText: BilingualText {
    switch self {
    case .agenda: BilingualText(zh: "议题和纪要", en: "Agenda and minutes")
    case .agendaNone: BilingualText(zh: "还没有议题。", en: "There is no item yet.")
    case .item: BilingualText(zh: "议题", en: "Item")
    case .words: BilingualText(zh: "内容", en: "Words")
    case .unit: BilingualText(zh: "单位", en: "Unit")
    case .noUnit: BilingualText(zh: "不限单位", en: "No unit")
    case .add: BilingualText(zh: "添加议题", en: "Add an item")
    case .build: BilingualText(zh: "从台账补充 {0} 项", en: "Add {0} from the ledger")
    case .buildHint:
      BilingualText(zh: "台账中新出现、尚未列入的：{0}。", en: "New in the ledger: {0}.")
    case .up: BilingualText(zh: "上移", en: "Up")
    case .down: BilingualText(zh: "下移", en: "Down")
    case .off: BilingualText(zh: "撤下", en: "Take off")
    case .minutes: BilingualText(zh: "纪要", en: "Minutes")
    case .minutesNone: BilingualText(zh: "纪要未写。", en: "No minutes yet.")
    case .writeMinutes: BilingualText(zh: "写纪要", en: "Write minutes")
    case .minutesHint:
      BilingualText(zh: "不写人名，写单位和岗位。", en: "Name units and posts, no persons.")
    case .attendance: BilingualText(zh: "到会", en: "Attendance")
    case .attendanceNone: BilingualText(zh: "到会情况未登记。", en: "Not recorded yet.")
    case .attendanceKeep: BilingualText(zh: "登记到会", en: "Record attendance")
    case .present: BilingualText(zh: "到会", en: "Present")
    case .absent: BilingualText(zh: "未到", en: "Absent")
    case .posts: BilingualText(zh: "到会岗位", en: "Posts")
    case .postsHint:
      BilingualText(zh: "如：分管副局长、联络员。", en: "For example: deputy director, liaison.")
    default: recordText
    }
  }

  private var recordText: BilingualText {
    switch self {
    case .resolutions: BilingualText(zh: "议定事项", en: "Resolutions")
    case .resolutionsNone: BilingualText(zh: "没有议定事项。", en: "There is no resolution.")
    case .resolve: BilingualText(zh: "添加议定事项", en: "Add a resolution")
    case .resolveHint:
      BilingualText(
        zh: "有牵头单位和期限的，会议结束时成为任务。",
        en: "With a lead unit and a last day it becomes a task when the meeting closes.")
    case .lead: BilingualText(zh: "牵头单位", en: "Lead unit")
    case .noLead: BilingualText(zh: "不落任务", en: "No task")
    case .supporting: BilingualText(zh: "配合单位", en: "Supporting units")
    case .due: BilingualText(zh: "期限", en: "Last day")
    case .task: BilingualText(zh: "任务", en: "Task")
    case .taskLater: BilingualText(zh: "会议结束时成为任务", en: "Becomes a task at the close")
    case .decisionOnly: BilingualText(zh: "不落任务", en: "No task")
    case .withdraw: BilingualText(zh: "撤回", en: "Withdraw")
    case .onItem: BilingualText(zh: "所属议题", en: "On the item")
    case .relay: BilingualText(zh: "传达", en: "Passing on")
    case .relayHint:
      BilingualText(
        zh: "从会议日期起算的自然日。", en: "In calendar days from the day of the meeting.")
    case .relayReport: BilingualText(zh: "报传达情况", en: "Report that it was passed on")
    case .relayed: BilingualText(zh: "传达日期", en: "Passed on")
    case .relayDays: BilingualText(zh: "传达（天）", en: "Passed on (days)")
    case .groupFormed: BilingualText(zh: "成立专班日期", en: "Group formed")
    case .groupDays: BilingualText(zh: "成立专班（天）", en: "Group formed (days)")
    case .notReported: BilingualText(zh: "未报", en: "Not reported")
    case .days: BilingualText(zh: "{0} 天", en: "{0} days")
    case .relayedCount:
      BilingualText(zh: "{0} / {1} 个单位已传达。", en: "{0} of {1} units have passed it on.")
    case .relayUnit: BilingualText(zh: "报送单位", en: "For the unit")
    case .seal: BilingualText(zh: "封存校验码", en: "Seal")
    case .sealHint:
      BilingualText(
        zh: "议题、到会、纪要、议定事项的 SHA-256，记在日志里。",
        en: "The SHA-256 of agenda, attendance, minutes and resolutions; the journal holds it.")
    case .addenda: BilingualText(zh: "补记", en: "Addenda")
    case .addAddendum: BilingualText(zh: "写补记", en: "Add an addendum")
    case .addendumLine: BilingualText(zh: "{0}（{1}）", en: "{0} ({1})")
    case .calledOn: BilingualText(zh: "召集", en: "Called")
    case .startedOn: BilingualText(zh: "开始", en: "Started")
    case .closedOn: BilingualText(zh: "结束", en: "Closed")
    case .origin: BilingualText(zh: "来自“{0}”议定事项 {1}", en: "From “{0}”, resolution {1}")
    default: BilingualText(zh: "打印", en: "Print")
    }
  }
}
