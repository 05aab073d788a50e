import LedgerDomain

/// The first page of the follow-up.
enum WorkText: String, PageText {
  case title, intro
  case ladder, ladderHint, tasks, tasksHint, meetings, meetingsHint, campaigns, campaignsHint
  case inspections, inspectionsHint, matters, mattersHint, noFraud, noFraudHint
  case notices, noticesHint, externalRanks, externalRanksHint, honours, honoursHint
  case documents, documentsHint, assessment, assessmentHint

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
    case .meetings: BilingualText(zh: "会议", en: "Meetings")
    case .meetingsHint:
      BilingualText(
        zh: "议程、签到、纪要、议定事项和传达。",
        en: "Agenda, attendance, minutes, resolutions, and how fast they are passed on.")
    case .campaigns: BilingualText(zh: "攻坚行动", en: "Campaigns")
    case .campaignsHint:
      BilingualText(
        zh: "一段时间里的专项行动：每天的数、同期对比、小结。",
        en: "Efforts of a while: each day’s figures, compared, and summed up.")
    case .inspections: BilingualText(zh: "督导", en: "Inspections")
    case .inspectionsHint:
      BilingualText(
        zh: "查出的问题、整改期限和复查。", en: "Findings, their last days, and the second look.")
    case .matters: BilingualText(zh: "部门间事项", en: "Matters between agencies")
    case .mattersHint:
      BilingualText(
        zh: "谁提出、要谁答复、怎样了结。", en: "Who raised it, who must answer, how it was settled.")
    case .noFraud: BilingualText(zh: "无诈单元", en: "No-fraud units")
    case .noFraudHint:
      BilingualText(
        zh: "社区、校园、企业和村的申报、命名和复核。",
        en: "Communities, campuses, firms and villages: applied, named, reviewed.")
    case .notices: BilingualText(zh: "上级通报挂牌", en: "Notices from above")
    case .noticesHint:
      BilingualText(
        zh: "上级通报和挂牌，哪天起、哪天解除。",
        en: "Notices and listings by higher authorities, and their lifting.")
    case .externalRanks: BilingualText(zh: "上级位次", en: "Ranks from above")
    case .externalRanksHint:
      BilingualText(
        zh: "上级公布的名次，或名次的界限。", en: "Ranks published above, exact or as a bound.")
    case .honours: BilingualText(zh: "荣誉", en: "Honours")
    case .honoursHint:
      BilingualText(
        zh: "表扬和推广；挂牌期间暂停。", en: "Praise given; suspended while listed.")
    case .documents: BilingualText(zh: "制度文件", en: "Policy documents")
    case .documentsHint:
      BilingualText(
        zh: "现行的文件和条款，被什么替代。", en: "What is in force, its clauses, and what replaced it.")
    case .assessment: BilingualText(zh: "年度考核", en: "Annual assessment")
    case .assessmentHint:
      BilingualText(
        zh: "十二期结果、责任和升级合成的一张成绩单。", en: "Twelve months, duties and steps in one scored sheet.")
    }
  }
}
