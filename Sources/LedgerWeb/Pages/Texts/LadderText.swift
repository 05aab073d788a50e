import LedgerDomain

/// The ladder: who stands where, what is proposed, and what people decided.
enum LadderText: String, PageText {
  case title, intro, versionOf, versionFrom, none, noneHint
  case steps, nobody, since, why, off, offNever, next, nextTop, due, decides, rule, confirm
  case proposals, proposalsNone, enter, climb, exit, withdraw, withdrawn, evidence, evidenceMonth,
    edition
  case decide, accept, refuse, reason, reasonHint, document, documentHint, decidesOther, done
  case forecast, forecastHint, forecastNone, forecastLine
  case trial, trialHint, trialNone, unit, moves, end, offLadder
  case decisions, when, what, by, note, accepted, refused, decisionsNone
  case unitOn, unitOff, unitProposed, link, rank

  // Two tables, since one switch would be too long; a test finds a text that is in neither.
  var text: BilingualText { Self.first[self] ?? Self.second[self] ?? BilingualText(zh: "", en: "") }

  private static let first: [LadderText: BilingualText] = [
    .title: BilingualText(zh: "督导升级阶梯", en: "Escalation ladder"),
    .intro: BilingualText(
      zh: "每期发布后按规则提出升降，由人决定，系统不自行变动。",
      en: "After each edition the rules propose moves. A person decides; nothing moves by itself."),
    .versionOf: BilingualText(
      zh: "“{0}”第 {1} 版，按 {2} 及以前的期刊版。",
      en: "“{0}”, version {1}, on the editions up to {2}."),
    .versionFrom: BilingualText(zh: "自 {0} 起。", en: "In force from {0}."),
    .none: BilingualText(zh: "还没有现行的阶梯。", en: "No ladder is in force."),
    .noneHint: BilingualText(
      zh: "联席办提出、主任批准后，从生效的月份起显示在这里。",
      en: "Once the office has proposed one and the director approved it, it stands here."),
    .steps: BilingualText(zh: "现在各档的单位", en: "Who stands on which step"),
    .nobody: BilingualText(zh: "没有单位", en: "no unit"),
    .since: BilingualText(zh: "自 {0}", en: "since {0}"),
    .why: BilingualText(zh: "依据：{0}", en: "Why: {0}"),
    .off: BilingualText(zh: "退出：{0}", en: "Off it after: {0}"),
    .offNever: BilingualText(zh: "退出：另行决定", en: "Off it: by a decision of its own"),
    .next: BilingualText(zh: "再上一档：{0}", en: "Next: {0}"),
    .nextTop: BilingualText(zh: "已是最高一档", en: "This is the last step"),
    .due: BilingualText(zh: "{0}：{1} 前", en: "{0}: by {1}"),
    .decides: BilingualText(zh: "由{0}决定", en: "Decided by: {0}"),
    .rule: BilingualText(zh: "触发：{0}", en: "When: {0}"),
    .confirm: BilingualText(zh: "决定前须核实：{0}", en: "To make sure of first: {0}"),
    .proposals: BilingualText(zh: "待定的升降", en: "Moves to decide on"),
    .proposalsNone: BilingualText(zh: "没有待定的升降。", en: "Nothing is to be decided."),
    .enter: BilingualText(zh: "拟列入“{0}”", en: "to “{0}”"),
    .climb: BilingualText(zh: "拟由“{0}”升到“{1}”", en: "from “{0}” to “{1}”"),
    .exit: BilingualText(zh: "拟退出“{0}”", en: "off “{0}”"),
    .withdraw: BilingualText(
      zh: "更正后依据不再成立，拟撤销“{0}”",
      en: "a correction took the ground away: withdraw “{0}”"),
    .withdrawn: BilingualText(zh: "撤销“{0}”", en: "“{0}” is withdrawn"),
    .evidence: BilingualText(zh: "依据", en: "Evidence"),
    .evidenceMonth: BilingualText(zh: "月份", en: "Month"),
    .edition: BilingualText(zh: "期刊版", en: "Edition"),
    .rank: BilingualText(zh: "名次", en: "Rank"),
  ]

  private static let second: [LadderText: BilingualText] = [
    .decide: BilingualText(zh: "决定", en: "Decide"),
    .accept: BilingualText(zh: "同意", en: "Accept"),
    .refuse: BilingualText(zh: "不同意", en: "Refuse"),
    .reason: BilingualText(zh: "理由", en: "Reason"),
    .reasonHint: BilingualText(
      zh: "不同意必填；不写个人信息。", en: "Needed to refuse. Name no person."),
    .document: BilingualText(zh: "文号", en: "Document number"),
    .documentHint: BilingualText(
      zh: "提示函、通报、约谈通知书等的文号；问责建议必填。",
      en: "Of the letter or notice. Needed for a referral."),
    .decidesOther: BilingualText(zh: "由{0}决定。", en: "It is for this role to decide: {0}."),
    .done: BilingualText(zh: "已记录决定。", en: "The decision is recorded."),
    .forecast: BilingualText(zh: "下月如果和本月一样", en: "If next month is like this one"),
    .forecastHint: BilingualText(
      zh: "假定待定的升降都已同意，下月颜色和名次不变。",
      en: "Supposing that the moves above are accepted, and colours and ranks stay."),
    .forecastNone: BilingualText(zh: "没有单位会变动。", en: "No unit would move."),
    .forecastLine: BilingualText(zh: "{0}：{1}", en: "{0}: {1}"),
    .trial: BilingualText(zh: "试算：过去 24 个月", en: "Trial: the last 24 months"),
    .trialHint: BilingualText(
      zh: "假定每次提出的升降当月都同意，按已发布的月份计算，不保存。",
      en: "Had every move been accepted in its month, over the months published; nothing is kept."),
    .trialNone: BilingualText(zh: "没有单位会上阶梯。", en: "No unit would have been on it."),
    .unit: BilingualText(zh: "单位", en: "Unit"),
    .moves: BilingualText(zh: "经过", en: "Moves"),
    .end: BilingualText(zh: "最后", en: "In the end"),
    .offLadder: BilingualText(zh: "不在阶梯上", en: "Not on it"),
    .decisions: BilingualText(zh: "已作的决定", en: "What was decided"),
    .decisionsNone: BilingualText(zh: "还没有决定。", en: "Nothing has been decided yet."),
    .when: BilingualText(zh: "日期", en: "Date"),
    .what: BilingualText(zh: "事项", en: "Move"),
    .by: BilingualText(zh: "决定人", en: "By"),
    .note: BilingualText(zh: "理由、文号", en: "Reason, number"),
    .accepted: BilingualText(zh: "同意", en: "Accepted"),
    .refused: BilingualText(zh: "不同意", en: "Refused"),
    .unitOn: BilingualText(zh: "现在“{0}”档，自 {1}。", en: "On the step “{0}” since {1}."),
    .unitOff: BilingualText(zh: "不在督导升级阶梯上。", en: "Not on the escalation ladder."),
    .unitProposed: BilingualText(zh: "待定：{0}。", en: "To be decided: {0}."),
    .link: BilingualText(zh: "看督导升级阶梯", en: "See the escalation ladder"),
  ]
}
