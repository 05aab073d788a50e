import LedgerDomain

/// The first page of the follow-up.
enum WorkText: String, PageText {
  case title, intro
  case ladder, ladderHint, tasks, tasksHint

  var text: BilingualText {
    switch self {
    case .title: BilingualText(zh: "督办", en: "Follow-up")
    case .intro:
      BilingualText(
        zh: "数字出来以后，谁该做什么、谁来决定、做到哪一步。",
        en: "Once the figures are out: who must act, who decides, and how far it has come.")
    case .ladder: BilingualText(zh: "督导升级", en: "Ladder")
    case .ladderHint:
      BilingualText(
        zh: "各单位所处档次、待定的升降、答复和申诉。",
        en: "Where each unit stands, moves to decide on, replies and objections.")
    case .tasks: BilingualText(zh: "责任清单", en: "Responsibility lists")
    case .tasksHint:
      BilingualText(
        zh: "任务、责任、措施，进展和销号。", en: "Tasks, duties and measures, progress and acceptance.")
    }
  }
}
