import LedgerDomain

/// The pages of responsibility lists and the plain sheet.
enum TaskText: String, PageText {
  case title, intro, all, none, unit, everyUnit, list, everyList, show, file, sheet
  case number, task, issued, units, due, progress, state, lead, responsible, supporting
  case overdueDays, noDue, amountOf, amount, partsOf, partOf, more, recorded
  case report, amountLabel, sentence, done, send, decide, reason, accept, giveBack
  case posts, principal, deputy, liaison, target, measure, standard, source, ended
  case parts, history, historyNone, when, by, said, decision, saysDone, accepted, returned, waiting
  case atLeast, atMost

  var text: BilingualText {
    switch self {
    case .title: BilingualText(zh: "责任清单", en: "Responsibilities")
    case .intro:
      BilingualText(
        zh: "状态由进展、销号和当天日期得出；上级任务由下级任务汇总。",
        en: "States follow from reports, acceptances and the day; a task with parts from its parts."
      )
    case .all: BilingualText(zh: "共 {0} 项", en: "{0} in all")
    case .none: BilingualText(zh: "没有符合条件的任务。", en: "No task fits.")
    case .unit: BilingualText(zh: "单位", en: "Unit")
    case .everyUnit: BilingualText(zh: "全部单位", en: "Every unit")
    case .list: BilingualText(zh: "清单", en: "List")
    case .everyList: BilingualText(zh: "全部清单", en: "Every list")
    case .show: BilingualText(zh: "查看", en: "Show")
    case .file: BilingualText(zh: "下载 CSV", en: "Download CSV")
    case .sheet: BilingualText(zh: "{0}明白纸", en: "Plain sheet: {0}")
    case .number: BilingualText(zh: "序号", en: "No.")
    case .task: BilingualText(zh: "任务", en: "Task")
    case .issued: BilingualText(zh: "下发时间", en: "Issued")
    case .units: BilingualText(zh: "牵头·配合", en: "Lead, supporting")
    case .due: BilingualText(zh: "期限", en: "Due")
    case .progress: BilingualText(zh: "进展", en: "Progress")
    case .state: BilingualText(zh: "状态", en: "State")
    case .lead: BilingualText(zh: "牵头单位", en: "Lead unit")
    case .responsible: BilingualText(zh: "责任单位", en: "Responsible units")
    case .supporting: BilingualText(zh: "配合单位", en: "Supporting units")
    case .overdueDays: BilingualText(zh: "逾期 {0} 天", en: "{0} days overdue")
    case .noDue: BilingualText(zh: "不限", en: "None")
    case .amountOf: BilingualText(zh: "{0} / {1} {2}", en: "{0} / {1} {2}")
    case .amount: BilingualText(zh: "{0} {1}", en: "{0} {1}")
    case .partsOf: BilingualText(zh: "{0} / {1} 项完成", en: "{0} of {1} parts done")
    case .partOf: BilingualText(zh: "属任务 {0}", en: "Part of {0}")
    case .more:
      BilingualText(
        zh: "只显示前 {0} 项；请筛选，或下载 CSV 看全部。",
        en: "The first {0} are shown; narrow them, or download them all as CSV.")
    case .recorded: BilingualText(zh: "任务 {0} 已更新。", en: "The task {0} is up to date.")
    default: actText
    }
  }

  private var actText: BilingualText {
    switch self {
    case .report: BilingualText(zh: "报进展", en: "Report progress")
    case .amountLabel: BilingualText(zh: "完成数", en: "Number done")
    case .sentence: BilingualText(zh: "一句话进展", en: "One sentence")
    case .done: BilingualText(zh: "已完成，请销号", en: "Done, please accept")
    case .send: BilingualText(zh: "提交", en: "Send")
    case .decide: BilingualText(zh: "销号或退回", en: "Accept or return")
    case .reason: BilingualText(zh: "理由", en: "Reason")
    case .accept: BilingualText(zh: "销号", en: "Accept")
    case .giveBack: BilingualText(zh: "退回", en: "Return")
    case .posts: BilingualText(zh: "责任岗位", en: "Posts")
    case .principal: BilingualText(zh: "主要负责岗位", en: "Principal")
    case .deputy: BilingualText(zh: "分管岗位", en: "Deputy")
    case .liaison: BilingualText(zh: "联络岗位", en: "Liaison")
    case .target: BilingualText(zh: "目标", en: "Target")
    case .measure: BilingualText(zh: "措施", en: "Measure")
    case .standard: BilingualText(zh: "标准", en: "Standard")
    case .source: BilingualText(zh: "依据", en: "Source")
    case .ended: BilingualText(zh: "{0}（已撤销）", en: "{0} (ended)")
    case .parts: BilingualText(zh: "下级任务", en: "Parts")
    case .history: BilingualText(zh: "历次进展", en: "Reports")
    case .historyNone: BilingualText(zh: "还没有报过进展。", en: "Nothing was reported yet.")
    case .when: BilingualText(zh: "日期", en: "Day")
    case .by: BilingualText(zh: "填报", en: "By")
    case .said: BilingualText(zh: "内容", en: "What")
    case .decision: BilingualText(zh: "联席办", en: "Office")
    case .saysDone: BilingualText(zh: "报完成", en: "Says done")
    case .accepted: BilingualText(zh: "{0} 销号：{1}", en: "Accepted on {0}: {1}")
    case .returned: BilingualText(zh: "{0} 退回：{1}", en: "Returned on {0}: {1}")
    case .waiting: BilingualText(zh: "待销号", en: "Awaits acceptance")
    case .atLeast: BilingualText(zh: "不少于 {0} {1}", en: "At least {0} {1}")
    default: BilingualText(zh: "不超过 {0} {1}", en: "At most {0} {1}")
    }
  }
}

/// The plain sheet: one page of paper for one unit.
enum SheetText: String, PageText {
  case title, toDo, what, standard, by, state, place, tasks, whom, call, callNow, callOffice, left
  case nothing, foot

  var text: BilingualText {
    switch self {
    case .title: BilingualText(zh: "反诈任务明白纸", en: "Plain sheet of tasks")
    case .toDo: BilingualText(zh: "一、要做的事", en: "1. What to do")
    case .what: BilingualText(zh: "做什么", en: "What")
    case .standard: BilingualText(zh: "做到什么程度", en: "To what standard")
    case .by: BilingualText(zh: "期限", en: "By when")
    case .state: BilingualText(zh: "现在", en: "Now")
    case .place: BilingualText(zh: "二、现在的位置", en: "2. Where we stand")
    case .tasks: BilingualText(zh: "任务共 {0} 项：{1}。", en: "Tasks: {0}; {1}.")
    case .whom: BilingualText(zh: "三、遇到情况找谁", en: "3. Whom to call")
    case .call:
      BilingualText(
        zh: "接到可疑电话、短信，或要核实：拨打 96110。",
        en: "A suspicious call or message, or a doubt: call 96110.")
    case .callNow:
      BilingualText(
        zh: "正在转账或已经被骗：立即拨打 110，请对方停止操作。",
        en: "Money is on its way, or gone: call 110 at once, and stop every transfer.")
    case .callOffice:
      BilingualText(
        zh: "对任务有疑问：本单位联络岗位，或联席会议办公室。",
        en: "A question about a task: the unit's liaison, or the joint-meeting office.")
    case .left: BilingualText(zh: "另有 {0} 项，见责任清单。", en: "{0} more stand in the list.")
    case .nothing: BilingualText(zh: "现在没有未完成的任务。", en: "No task is open now.")
    case .foot:
      BilingualText(zh: "联席会议办公室，{0} 印", en: "Joint-meeting office, printed on {0}")
    }
  }
}
