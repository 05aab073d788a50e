import LedgerDomain

/// Closing a month, publishing it, and correcting what is published.
enum MonthText: String, PageText {
  case title, choose, stateOpen, stateClosed, stateProposed, stateReopened, until
  case gather, check, compute, publish
  case received, receivedHint, unitReview, unitReviewHint, officeReview, officeReviewHint
  case returned, returnedHint, disputed, disputedHint
  case preview, previewHint, close, closeHint, propose, proposeHint, second, secondHint
  case notStarted, inWork, lacks, done, blocked, notEnded, firstClose, firstPropose, firstComplete
  case closeTitle, closeLead, closeComplete, exceptions, exceptionsHint, closeReason, closeButton
  case closeOffice, closeNotYet, closedNow, cut, rest, restList, restChanged
  case reopenTitle, reopenLead, reopenReason, reopenUntil, reopenUntilHint, reopenButton
  case reopenProposed, agree, agreeOther, agreeDirector, untilMalformed
  case events, eventClosed, eventProposed, eventReopened, exceptionsOf, editions, editionLine
  case publicationTitle, comparedWith, comparedNone, changes, changesNone, rank, score, colour
  case unit, others, confirmTitle, month, scope, rules, method, none, units, red, redNone, visible
  case visibleText, immutable, proposeButton, publishButton, cannot, ownProposal, alreadyPublished
  case notClosed, proposedNow, publishedNow, replaces, proposedBy, differences, board, back

  var text: BilingualText {
    Self.tasks[self] ?? Self.acts[self] ?? Self.results[self] ?? Self.empty
  }

  private static let empty = BilingualText(zh: "", en: "")

  private static let tasks: [MonthText: BilingualText] = [
    .title: BilingualText(zh: "月结：{0}", en: "Closing {0}"),
    .choose: BilingualText(zh: "月份", en: "Month"),
    .stateOpen: BilingualText(zh: "未月结", en: "Open"),
    .stateClosed: BilingualText(zh: "已月结", en: "Closed"),
    .stateProposed: BilingualText(zh: "已月结，已提出重开", en: "Closed, reopening proposed"),
    .stateReopened: BilingualText(zh: "已重开", en: "Reopened"),
    .until: BilingualText(zh: "至 {0} 止", en: "until {0}"),
    .gather: BilingualText(zh: "1 收齐", en: "1 Gather"),
    .check: BilingualText(zh: "2 核对", en: "2 Check"),
    .compute: BilingualText(zh: "3 计算与预览", en: "3 Compute and preview"),
    .publish: BilingualText(zh: "4 锁定与发布", en: "4 Lock and publish"),
    .received: BilingualText(zh: "应报 {0} 份，已报 {1} 份", en: "{1} of {0} submissions received"),
    .receivedHint: BilingualText(
      zh: "按单位和报表看谁未报、谁迟报。", en: "By unit and form: what is missing, what came late."),
    .unitReview: BilingualText(zh: "单位审核，待审 {0} 份", en: "Units’ reviews: {0} waiting"),
    .unitReviewHint: BilingualText(
      zh: "由各单位的审核员办理。", en: "Each unit’s own reviewer decides."),
    .officeReview: BilingualText(zh: "联席办审核，待审 {0} 份", en: "The office’s review: {0} waiting"),
    .officeReviewHint: BilingualText(
      zh: "无异常的可以一并通过。", en: "Those without findings can be approved at once."),
    .returned: BilingualText(zh: "已退回、尚未重报 {0} 份", en: "Returned and not corrected: {0}"),
    .returnedHint: BilingualText(zh: "等单位更正。", en: "The units correct them."),
    .disputed: BilingualText(zh: "有异议 {0} 份", en: "Disputed: {0}"),
    .disputedHint: BilingualText(
      zh: "退回，或写明理由后接受。", en: "Return them, or accept them with a reason."),
    .preview: BilingualText(zh: "预览排名与评色：{0}", en: "Preview ranks and colours: {0}"),
    .previewHint: BilingualText(
      zh: "按现在已接受的数值计算，与上一个期刊版对照。",
      en: "From the figures accepted now, beside the edition before."),
    .close: BilingualText(zh: "月结", en: "Close the month"),
    .closeHint: BilingualText(
      zh: "月结后不再接受数值；未报的须逐一列为例外并写明理由。",
      en: "No figure is taken afterwards; what is missing is named as an exception with a reason."),
    .propose: BilingualText(zh: "提出发布：{0}", en: "Propose the edition: {0}"),
    .proposeHint: BilingualText(
      zh: "须两人办理：一人提出，另一人发布。", en: "It takes two: one proposes, another publishes."),
    .second: BilingualText(zh: "第二人发布：{0}", en: "The second person publishes: {0}"),
    .secondHint: BilingualText(
      zh: "发布后不能修改，只能重开更正后发布新的期刊版。",
      en: "Nothing published is changed: a correction is a new edition."),
    .notStarted: BilingualText(zh: "未开始", en: "Not started"),
    .inWork: BilingualText(zh: "处理中", en: "In work"),
    .lacks: BilingualText(zh: "缺 {0}", en: "{0} missing"),
    .done: BilingualText(zh: "完成", en: "Done"),
    .blocked: BilingualText(zh: "不能开始", en: "Cannot start"),
    .notEnded: BilingualText(zh: "本月尚未结束。", en: "The month has not ended."),
    .firstClose: BilingualText(zh: "先月结。", en: "Close the month first."),
    .firstPropose: BilingualText(zh: "先由一人提出。", en: "Somebody proposes it first."),
    .firstComplete: BilingualText(
      zh: "还有 {0} 份未接受；月结时须列为例外。",
      en: "{0} are not accepted; closing takes them as exceptions."),
  ]

  private static let acts: [MonthText: BilingualText] = [
    .closeTitle: BilingualText(zh: "办理月结", en: "Close the month"),
    .closeLead: BilingualText(
      zh: "还有 {0} 份没有接受。要月结，须把每一份列为例外，并写明理由。",
      en: "{0} submissions are not accepted. To close, name each as an exception and give a reason."
    ),
    .closeComplete: BilingualText(
      zh: "应报的都已接受，可以月结。", en: "Everything that is expected is accepted."),
    .exceptions: BilingualText(zh: "列为例外", en: "Exceptions"),
    .exceptionsHint: BilingualText(
      zh: "例外的报送按缺报处理。", en: "What is excepted counts as missing."),
    .closeReason: BilingualText(zh: "例外的理由", en: "Why they may be lacking"),
    .closeButton: BilingualText(zh: "月结并评价", en: "Close and evaluate"),
    .closeOffice: BilingualText(zh: "月结由联席办办理。", en: "The office closes the month."),
    .closeNotYet: BilingualText(
      zh: "现在不能月结：本月尚未结束。", en: "It cannot be closed now: the month has not ended."),
    .closedNow: BilingualText(zh: "{0} 已月结，结果已评价。", en: "{0} is closed and evaluated."),
    .cut: BilingualText(
      zh: "只列前 {0} 份，其余 {1} 份没有列出。", en: "The first {0} are listed; {1} more are not."),
    .rest: BilingualText(
      zh: "没有列出的 {0} 份也列为例外，理由同下",
      en: "Except the {0} that are not listed, too, for the same reason"),
    .restList: BilingualText(zh: "看全部缺什么", en: "See everything that is lacking"),
    .restChanged: BilingualText(
      zh: "没有列出的报送有变动，现在是 {0} 份。请重新核对。",
      en: "What is not listed has changed: {0} now. Check it again."),
    .reopenTitle: BilingualText(zh: "重开更正", en: "Reopen to correct"),
    .reopenLead: BilingualText(
      zh: "已月结的月份要更正，须由联席办写明理由提出、主任同意，到期自动锁定。",
      en:
        "To correct a closed month the office proposes it with a reason, the director agrees, and "
        + "it locks again by itself."),
    .reopenReason: BilingualText(zh: "重开的理由", en: "Why it is to be reopened"),
    .reopenUntil: BilingualText(zh: "重开到", en: "Until"),
    .reopenUntilHint: BilingualText(zh: "北京时间", en: "China Standard Time"),
    .reopenButton: BilingualText(zh: "提出重开", en: "Propose to reopen"),
    .reopenProposed: BilingualText(
      zh: "{0} 提出重开至 {1}，理由：{2}", en: "{0} proposes to reopen it until {1}: {2}"),
    .agree: BilingualText(zh: "同意重开", en: "Agree to reopen"),
    .agreeOther: BilingualText(
      zh: "提出人不能自己同意。", en: "Who proposed it does not agree to it."),
    .agreeDirector: BilingualText(zh: "等主任同意。", en: "It waits for the director."),
    .untilMalformed: BilingualText(
      zh: "请写日期和时间，如 2026-08-01T18:00。", en: "Write a day and a time: 2026-08-01T18:00."),
    .events: BilingualText(zh: "经过", en: "What was decided"),
    .eventClosed: BilingualText(zh: "月结", en: "closed"),
    .eventProposed: BilingualText(zh: "提出重开", en: "proposed to reopen"),
    .eventReopened: BilingualText(zh: "同意重开", en: "agreed to reopen"),
    .exceptionsOf: BilingualText(zh: "例外 {0} 份：{1}", en: "{0} exceptions: {1}"),
    .editions: BilingualText(zh: "期刊版", en: "Editions"),
    .editionLine: BilingualText(
      zh: "第 {0} 号，{1} 提出，{2} 发布，{3}", en: "No. {0}, proposed by {1}, published by {2}, {3}"),
  ]

  private static let results: [MonthText: BilingualText] = [
    .publicationTitle: BilingualText(zh: "预览与发布：{0}，{1}", en: "Preview and publish: {0}, {1}"),
    .comparedWith: BilingualText(
      zh: "与第 {0} 号期刊版（{1}）对照。", en: "Compared with edition {0} ({1})."),
    .comparedNone: BilingualText(
      zh: "此前没有期刊版可以对照。", en: "There is no edition to compare with."),
    .changes: BilingualText(zh: "有变化的 {0} 个单位", en: "{0} units that change"),
    .changesNone: BilingualText(
      zh: "没有一个单位的名次、颜色或得分有变化。", en: "No unit’s rank, colour or marks change."),
    .rank: BilingualText(zh: "名次", en: "Rank"),
    .score: BilingualText(zh: "得分", en: "Marks"),
    .colour: BilingualText(zh: "三色", en: "Colour"),
    .unit: BilingualText(zh: "单位", en: "Unit"),
    .others: BilingualText(zh: "没有变化的 {0} 个单位", en: "{0} units that do not change"),
    .confirmTitle: BilingualText(zh: "发布什么", en: "What is published"),
    .month: BilingualText(zh: "月份", en: "Month"),
    .scope: BilingualText(zh: "范围", en: "Units below"),
    .rules: BilingualText(zh: "评价规则", en: "Rule set"),
    .method: BilingualText(zh: "计分办法", en: "Index method"),
    .none: BilingualText(zh: "无", en: "none"),
    .units: BilingualText(zh: "单位数", en: "Units"),
    .red: BilingualText(zh: "红色单位", en: "Red units"),
    .redNone: BilingualText(zh: "没有", en: "none"),
    .visible: BilingualText(zh: "谁看到什么", en: "Who sees what"),
    .visibleText: BilingualText(
      zh: "所有账号看到名次、颜色和得分；实测值、失分和报送只有授权范围内的账号看到，小计数隐去。",
      en: "Every account sees ranks, colours and marks; values, marks lost and submissions only "
        + "accounts whose grants cover the unit, small counts suppressed."),
    .immutable: BilingualText(
      zh: "发布后不能修改、不能撤回。", en: "What is published is neither changed nor taken back."),
    .proposeButton: BilingualText(zh: "提出发布", en: "Propose to publish"),
    .publishButton: BilingualText(zh: "发布", en: "Publish"),
    .cannot: BilingualText(zh: "现在不能发布：{0}", en: "It cannot be published now: {0}"),
    .ownProposal: BilingualText(
      zh: "您已提出发布，须由另一人发布。", en: "You proposed it; somebody else publishes it."),
    .alreadyPublished: BilingualText(
      zh: "这一结果已在第 {0} 号期刊版发布。", en: "This result is published as edition {0}."),
    .notClosed: BilingualText(zh: "{0} 尚未月结。", en: "{0} is not closed."),
    .proposedNow: BilingualText(
      zh: "已提出发布，等另一人发布。", en: "Proposed; somebody else publishes it."),
    .publishedNow: BilingualText(zh: "已发布：第 {0} 号期刊版。", en: "Published: edition {0}."),
    .replaces: BilingualText(zh: "更正第 {0} 号期刊版。", en: "It corrects edition {0}."),
    .proposedBy: BilingualText(zh: "提出人", en: "Proposed by"),
    .differences: BilingualText(
      zh: "看第 {0} 号与第 {1} 号的差异", en: "What changed from {0} to {1}"),
    .board: BilingualText(zh: "看排名", en: "See the ranking"),
    .back: BilingualText(zh: "回到月结", en: "Back to the month"),
  ]
}
