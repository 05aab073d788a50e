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

  /// What is wrong.
  public var text: BilingualText {
    switch self {
    case .noLadder:
      BilingualText(zh: "{0} 没有已批准的阶梯。", en: "No ladder is in force below {0}.")
    case .unitNotOnLadder:
      BilingualText(
        zh: "{0} 没有已发布的结果，不在这一阶梯上。",
        en: "Nothing was published of {0}: it is not on this ladder.")
    case .decidedAlready:
      BilingualText(zh: "这一步刚由他人决定。", en: "Somebody else has just decided this.")
    case .nothingProposed:
      BilingualText(zh: "{0} 没有待定的升降。", en: "No move is proposed for {0}.")
    case .proposalChanged:
      BilingualText(
        zh: "{0} 的待定升降已随新的期刊版改变。",
        en: "A newer edition has changed what is proposed for {0}.")
    case .notTheDecider:
      BilingualText(
        zh: "第 {0} 档由{1}决定。", en: "Step {0} is decided by another role: {2}.")
    case .reasonMissing:
      BilingualText(zh: "不同意须写明理由。", en: "A refusal needs a reason.")
    case .documentMissing:
      BilingualText(
        zh: "这一档须填移送文书的文号。", en: "This step needs the number of the referral.")
    }
  }

  /// What to do.
  public var wayOut: BilingualText {
    switch self {
    case .noLadder:
      BilingualText(zh: "请先导入并批准阶梯。", en: "Import a ladder and approve it.")
    case .unitNotOnLadder:
      BilingualText(zh: "请核对单位代码。", en: "Check the unit's code.")
    case .decidedAlready, .nothingProposed, .proposalChanged:
      BilingualText(
        zh: "请刷新阶梯页，看现在的情况。", en: "Read the ladder again to see how it stands.")
    case .notTheDecider:
      BilingualText(zh: "请由有权的人决定。", en: "Let one of them decide.")
    case .reasonMissing:
      BilingualText(zh: "请写明理由。", en: "State the reason.")
    case .documentMissing:
      BilingualText(zh: "请填写文号。", en: "State the number.")
    }
  }
}
