/// Why a decision on a unit's step is not taken.
public enum EscalationRefusal: String, RefusalReason {
  case noLadder = "escalation.no_ladder"
  case unitNotOnLadder = "escalation.unit_unknown"
  case decidedAlready = "escalation.decided_already"
  case nothingProposed = "escalation.nothing_proposed"
  case proposalChanged = "escalation.proposal_changed"
  case notTheDecider = "escalation.not_the_decider"
  case reasonMissing = "escalation.reason_missing"
  case documentMissing = "escalation.document_missing"
  case recordMissing = "escalation.record_missing"
  case caseUnknown = "escalation.case_unknown"
  case caseEnded = "escalation.case_ended"
  case casePaused = "escalation.case_paused"
  case deedNotAsked = "escalation.deed_not_asked"
  case dayOutside = "escalation.day_outside"
  case indicatorUnknown = "escalation.indicator_unknown"
  case objectionsNone = "escalation.objections_none"
  case objectionOpen = "escalation.objection_open"
  case objectionDecided = "escalation.objection_decided"
  case objectionLate = "escalation.objection_late"
  case objectionMissing = "escalation.objection_missing"
  case deciderIsSame = "escalation.decider_is_same"
  case notListed = "escalation.not_listed"
  case acceptanceOutside = "escalation.acceptance_outside"
  case acceptedAlready = "escalation.accepted_already"
  case continuedAlready = "escalation.continued_already"
  case continuationEarly = "escalation.continuation_early"
  case factNotEntered = "escalation.fact_not_entered"
  case enteredAlready = "escalation.entered_already"

  /// What is wrong.
  public var text: BilingualText { Self.words[self]?.text ?? BilingualText(zh: "", en: "") }

  /// What to do.
  public var wayOut: BilingualText { Self.words[self]?.wayOut ?? BilingualText(zh: "", en: "") }

  private typealias Words = (text: BilingualText, wayOut: BilingualText)

  private static let words = ofProposals.merging(ofCases.merging(ofListings) { $1 }) { $1 }

  private static let again = BilingualText(
    zh: "请刷新后看现在的情况。", en: "Read it again to see how it stands.")

  private static let ofProposals: [EscalationRefusal: Words] = [
    .noLadder: (
      BilingualText(zh: "{0} 没有已批准的阶梯。", en: "No ladder is in force below {0}."),
      BilingualText(zh: "请先导入并批准阶梯。", en: "Import a ladder and approve it.")
    ),
    .unitNotOnLadder: (
      BilingualText(
        zh: "{0} 没有已发布的结果，不在这一阶梯上。",
        en: "Nothing was published of {0}: it is not on this ladder."),
      BilingualText(zh: "请核对单位代码。", en: "Check the unit's code.")
    ),
    .decidedAlready: (
      BilingualText(zh: "这一步刚由他人决定。", en: "Somebody else has just decided this."), again
    ),
    .nothingProposed: (
      BilingualText(zh: "{0} 没有待定的升降。", en: "No move is proposed for {0}."), again
    ),
    .proposalChanged: (
      BilingualText(
        zh: "{0} 的待定升降已随新的期刊版改变。",
        en: "A newer edition has changed what is proposed for {0}."), again
    ),
    .notTheDecider: (
      BilingualText(zh: "第 {0} 档由{1}决定。", en: "Step {0} is decided by another role: {2}."),
      BilingualText(zh: "请由有权的人决定。", en: "Let one of them decide.")
    ),
    .reasonMissing: (
      BilingualText(zh: "不同意须写明理由。", en: "A refusal needs a reason."),
      BilingualText(zh: "请写明理由。", en: "State the reason.")
    ),
    .documentMissing: (
      BilingualText(
        zh: "这一档须填移送文书的文号。", en: "This step needs the number of the referral."),
      BilingualText(zh: "请填写文号。", en: "State the number.")
    ),
    .recordMissing: (
      BilingualText(
        zh: "同意前须先有登记：{0}。", en: "Before it is accepted this has to be on record: {1}."),
      BilingualText(zh: "请联席办先在案卷中登记。", en: "Let the office record it in the case first.")
    ),
    .factNotEntered: (
      BilingualText(
        zh: "“{0}”不是可登记的触发事项：listed_by_higher 或 false_figures。",
        en: "“{0}” is not entered by people: listed_by_higher or false_figures is."),
      BilingualText(zh: "请改选一项。", en: "Choose one of them.")
    ),
    .enteredAlready: (
      BilingualText(zh: "文号“{0}”已登记过。", en: "The document “{0}” was entered before."), again
    ),
  ]

  private static let ofCases: [EscalationRefusal: Words] = [
    .caseUnknown: (
      BilingualText(zh: "没有案卷 {0}。", en: "There is no case {0}."),
      BilingualText(zh: "请从阶梯页进入。", en: "Come from the page of the ladder.")
    ),
    .caseEnded: (
      BilingualText(
        zh: "这一案卷已结束，不再登记。", en: "The case has ended: nothing more is recorded in it."),
      BilingualText(zh: "请看单位现在的案卷。", en: "See the unit's present case.")
    ),
    .casePaused: (
      BilingualText(
        zh: "申诉待决，案卷暂停。", en: "The case is paused: an objection waits for its decision."),
      BilingualText(zh: "请待申诉决定后再办。", en: "Wait until the objection is decided.")
    ),
    .deedNotAsked: (
      BilingualText(zh: "“{0}”档不要求{1}。", en: "The step “{2}” does not ask for this: {3}."),
      BilingualText(zh: "请核对案卷的要求。", en: "See what the case asks for.")
    ),
    .dayOutside: (
      BilingualText(zh: "日期应在 {0} 至 {1} 之间。", en: "The day lies between {0} and {1}."),
      BilingualText(zh: "请改正日期。", en: "Correct the day.")
    ),
    .indicatorUnknown: (
      BilingualText(zh: "没有指标“{0}”。", en: "There is no indicator “{0}”."),
      BilingualText(
        zh: "请核对指标代码；对整个决定申诉的留空。",
        en: "Check the code, or leave it empty to object to the step.")
    ),
    .objectionsNone: (
      BilingualText(zh: "这一阶梯不设申诉。", en: "This ladder takes no objections."),
      BilingualText(zh: "请以书面回复说明。", en: "Say so in a reply.")
    ),
    .objectionOpen: (
      BilingualText(zh: "已有申诉待决。", en: "An objection waits for its decision already."), again
    ),
    .objectionDecided: (
      BilingualText(zh: "申诉已有决定。", en: "The objection has been decided."), again
    ),
    .objectionLate: (
      BilingualText(zh: "申诉期已于 {0} 届满。", en: "Objections were taken until {0}."),
      BilingualText(zh: "请以书面回复说明。", en: "Say so in a reply.")
    ),
    .objectionMissing: (
      BilingualText(zh: "没有待决的申诉。", en: "No objection waits for a decision."), again
    ),
    .deciderIsSame: (
      BilingualText(
        zh: "申诉不得由作出该决定、审定该数值或提出申诉的人决定。",
        en: "Who decided on the step, accepted the figure or objected does not decide on it."),
      BilingualText(zh: "请由另一人决定。", en: "Let somebody else decide.")
    ),
  ]

  private static let ofListings: [EscalationRefusal: Words] = [
    .notListed: (
      BilingualText(zh: "这一档没有期限，不验收、不延期。", en: "This step has no term."), again
    ),
    .acceptanceOutside: (
      BilingualText(
        zh: "验收应在期满前最后几日进行：{0} 至 {1}。",
        en: "Acceptance is in the last days of the term, from {0} to {1}."),
      BilingualText(zh: "请在这一期间验收。", en: "Accept it in these days.")
    ),
    .acceptedAlready: (
      BilingualText(zh: "验收已合格，不再延期。", en: "The acceptance is passed: it is not continued."),
      BilingualText(zh: "请决定摘牌。", en: "Decide that the unit is delisted.")
    ),
    .continuedAlready: (
      BilingualText(
        zh: "已继续挂牌一次，不能再延。", en: "The listing was continued once; it is not again."),
      BilingualText(zh: "请摘牌或提请上级。", en: "Delist the unit, or refer it up.")
    ),
    .continuationEarly: (
      BilingualText(
        zh: "期满前最后几日（{0} 起）才能决定继续挂牌。",
        en: "A listing is continued in the last days of its term, from {0}."),
      BilingualText(zh: "请到时再决定。", en: "Decide then.")
    ),
  ]
}
