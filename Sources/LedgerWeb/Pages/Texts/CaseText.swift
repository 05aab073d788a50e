import LedgerDomain

/// One case: what happened, what is due, what may be done now.
enum CaseText: String, PageText {
  case title, heading, open, rests, method, decidedBy, ended, isEnded
  case disputable, paused, inEffect, endedOn, unsupported, unsupportedHint
  case dues, due, duesNone, dueDay, dueState, dueCame
  case waiting, dueOpen, duePaused, overdue, done, late
  case next, off, offNever, up, upNone, term, acceptance, lacks, lacksNone
  case history, when, what, who, words
  case proposed, entered, accepted, refused, against, held, evidence, onDay, andRole
  case acts, actsNone, send, sendHint, kind, wordsLabel, wordsHint, evidenceLabel, evidenceHint
  case object, objectHint, againstLabel, againstHint, objectButton
  case answer, answerHint, uphold, reject
  case record, recordHint, postLabel, postHint, placeLabel, onLabel, onHint, recordButton
  case extend, extendHint, extendButton
  case saved, outcome, trigger, triggerHint, factLabel, authorityLabel, issuedLabel, triggerButton
  case triggerUnit, probability, triggered

  var text: BilingualText {
    Self.states[self] ?? Self.lists[self] ?? Self.forms[self] ?? BilingualText(zh: "", en: "")
  }

  private static let states: [CaseText: BilingualText] = [
    .title: BilingualText(zh: "督导案卷", en: "Case"),
    .heading: BilingualText(zh: "{0}：{1}", en: "{0}: {1}"),
    .open: BilingualText(zh: "案卷", en: "Case"),
    .rests: BilingualText(zh: "依据第 {0} 号期刊版（{1}）", en: "rests on edition {0} ({1})"),
    .method: BilingualText(zh: "阶梯“{0}”第 {1} 版", en: "ladder “{0}”, version {1}"),
    .decidedBy: BilingualText(zh: "由{0}决定", en: "decided by: {0}"),
    .ended: BilingualText(zh: "已结束", en: "ended"),
    .isEnded: BilingualText(zh: "{0}（已撤并）", en: "{0} (ended)"),
    .disputable: BilingualText(
      zh: "申诉期内：{0} 前可申诉，期满生效。",
      en: "May be objected to until {0}; then it takes effect."),
    .paused: BilingualText(
      zh: "{0} 提出申诉，待决：不生效，不计期限。",
      en: "Objected to on {0}: until that is decided nothing takes effect and no day counts."),
    .inEffect: BilingualText(zh: "自 {0} 起生效。", en: "In effect from {0}."),
    .endedOn: BilingualText(zh: "案卷于 {0} 结束：{1}。", en: "The case ended on {0}: {1}."),
    .unsupported: BilingualText(
      zh: "第 {0} 号期刊版更正后，这一步不再有依据。",
      en: "No longer supported by edition {0}, which corrected the figures."),
    .unsupportedHint: BilingualText(
      zh: "已提出撤销，由有权的人决定。", en: "It is proposed to withdraw it; a person decides."),
    .saved: BilingualText(zh: "已登记：{0}。", en: "Recorded: {0}."),
    .triggered: BilingualText(zh: "已登记触发事项。", en: "It is entered."),
    .outcome: BilingualText(
      zh: "期满有四种结果：摘牌、继续挂牌（一次）、摘牌后又红的重新挂牌、提请上级。",
      en: "A listing ends in one of four ways: delisted, continued once, listed again when red "
        + "soon after, referred up."),
  ]

  private static let lists: [CaseText: BilingualText] = [
    .dues: BilingualText(zh: "期限", en: "What is due"),
    .due: BilingualText(zh: "事项", en: "What"),
    .duesNone: BilingualText(zh: "没有期限。", en: "Nothing is due."),
    .dueDay: BilingualText(zh: "最后一日", en: "Last day"),
    .dueState: BilingualText(zh: "状态", en: "State"),
    .dueCame: BilingualText(zh: "办理日", en: "Came on"),
    .waiting: BilingualText(zh: "未开始", en: "not yet"),
    .dueOpen: BilingualText(zh: "待办", en: "open"),
    .duePaused: BilingualText(zh: "暂停计时", en: "paused"),
    .overdue: BilingualText(zh: "逾期", en: "overdue"),
    .done: BilingualText(zh: "已办", en: "done"),
    .late: BilingualText(zh: "逾期办理", en: "done late"),
    .next: BilingualText(
      zh: "怎样退出，下一步是什么", en: "What gets the unit off, and what comes next"),
    .off: BilingualText(zh: "退出：{0}", en: "Off it after: {0}"),
    .offNever: BilingualText(zh: "退出：另行决定", en: "Off it: by a decision of its own"),
    .up: BilingualText(zh: "再上一档“{0}”：{1}", en: "Next, “{0}”: {1}"),
    .upNone: BilingualText(zh: "已是最高一档", en: "This is the last step"),
    .term: BilingualText(zh: "挂牌期满：{0}", en: "The term ends on {0}"),
    .acceptance: BilingualText(zh: "验收期：{0} 至 {1}", en: "Acceptance from {0} to {1}"),
    .lacks: BilingualText(zh: "同意前还须登记：{0}", en: "To be on record before: {0}"),
    .lacksNone: BilingualText(zh: "所需登记已齐。", en: "All that is needed is on record."),
    .history: BilingualText(zh: "经过", en: "What happened"),
    .when: BilingualText(zh: "日期", en: "Date"),
    .what: BilingualText(zh: "事项", en: "What"),
    .who: BilingualText(zh: "经办", en: "By"),
    .words: BilingualText(zh: "内容", en: "Words"),
    .proposed: BilingualText(
      zh: "第 {0} 号期刊版发布，提出这一步", en: "Edition {0} is published; the step is proposed"),
    .entered: BilingualText(zh: "登记：{0}", en: "Entered: {0}"),
    .accepted: BilingualText(zh: "同意：{0}", en: "Accepted: {0}"),
    .refused: BilingualText(zh: "不同意：{0}", en: "Refused: {0}"),
    .against: BilingualText(zh: "针对 {0} 的数值", en: "against the figure of {0}"),
    .held: BilingualText(zh: "{0}，{1}", en: "{0}, {1}"),
    .evidence: BilingualText(zh: "材料 {0}", en: "paper {0}"),
    .onDay: BilingualText(zh: "{0} 办理", en: "held on {0}"),
    .andRole: BilingualText(zh: "{0}（{1}）", en: "{0} ({1})"),
    .probability: BilingualText(
      zh: "按第 {0} 号期刊版重算 {1} 次，位列末 {2} 名的概率为 {3}%。",
      en: "Ranked again {1} times on edition {0}, it is among the last {2} in {3} %."),
  ]

  private static let forms: [CaseText: BilingualText] = [
    .acts: BilingualText(zh: "现在可办", en: "What you may do now"),
    .actsNone: BilingualText(zh: "现在没有您要办的事。", en: "There is nothing for you to do now."),
    .send: BilingualText(zh: "回复和报送", en: "Answer or send"),
    .sendHint: BilingualText(
      zh: "只写单位和岗位，不写个人信息。", en: "Name units and posts, no person."),
    .kind: BilingualText(zh: "种类", en: "Kind"),
    .wordsLabel: BilingualText(zh: "内容", en: "Words"),
    .wordsHint: BilingualText(zh: "一两句话，200 字以内。", en: "A sentence or two, up to 200 characters."),
    .evidenceLabel: BilingualText(zh: "材料编号或文号", en: "Number of the paper"),
    .evidenceHint: BilingualText(zh: "没有的留空。", en: "Leave it empty if there is none."),
    .object: BilingualText(zh: "申诉", en: "Object"),
    .objectHint: BilingualText(
      zh: "{0} 前可对数值或决定申诉一次；由原决定人以外的人决定。",
      en: "Once, until {0}, to a figure or to the step. Somebody else than who decided decides."),
    .againstLabel: BilingualText(zh: "针对的指标代码", en: "Indicator's code"),
    .againstHint: BilingualText(
      zh: "对整个决定申诉的留空。", en: "Leave it empty to object to the step."),
    .objectButton: BilingualText(zh: "提出申诉", en: "Object"),
    .answer: BilingualText(zh: "决定申诉", en: "Decide on the objection"),
    .answerHint: BilingualText(
      zh: "成立的，这一步即以所写理由撤销；不成立的，期限接着计算。",
      en: "Upheld, the step is withdrawn for the reason given; rejected, the days go on."),
    .uphold: BilingualText(zh: "申诉成立", en: "Uphold"),
    .reject: BilingualText(zh: "申诉不成立", en: "Reject"),
    .record: BilingualText(zh: "登记约谈、复查或验收", en: "Record an interview, re-check or acceptance"),
    .recordHint: BilingualText(
      zh: "约谈写主持职务和地点，不写个人姓名。", en: "Of an interview the post and the place; no person."),
    .postLabel: BilingualText(zh: "主持约谈的职务", en: "Post that held the interview"),
    .postHint: BilingualText(zh: "只约谈填写。", en: "Of an interview only."),
    .placeLabel: BilingualText(zh: "约谈地点", en: "Place of the interview"),
    .onLabel: BilingualText(zh: "办理日期", en: "Day"),
    .onHint: BilingualText(zh: "写成 2026-01-15；今天的留空。", en: "Like 2026-01-15; empty for today."),
    .recordButton: BilingualText(zh: "登记", en: "Record"),
    .extend: BilingualText(zh: "继续挂牌", en: "Continue the listing"),
    .extendHint: BilingualText(
      zh: "延长 {0} 个月，只能一次。", en: "By {0} months, and only once."),
    .extendButton: BilingualText(zh: "决定继续挂牌", en: "Continue it"),
    .trigger: BilingualText(zh: "登记触发事项", en: "Enter what no figure tells"),
    .triggerHint: BilingualText(
      zh: "上级挂牌、查实数据不实须登记文号，阶梯据此提出升降。",
      en: "A listing by a higher authority, or confirmed false figures, with the document."),
    .factLabel: BilingualText(zh: "事项", en: "What"),
    .authorityLabel: BilingualText(zh: "发文机关", en: "Authority"),
    .issuedLabel: BilingualText(zh: "发文日期", en: "Date of the document"),
    .triggerButton: BilingualText(zh: "登记", en: "Enter"),
    .triggerUnit: BilingualText(zh: "单位", en: "Unit"),
  ]
}
