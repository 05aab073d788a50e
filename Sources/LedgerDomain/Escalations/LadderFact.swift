/// What a ladder may ask for besides colours and ranks: something on record that is or is not so.
public enum LadderFact: String, CaseIterable, Sendable {
  /// What the unit's step asks it to send by a day has not come.
  case replyOverdue = "reply_overdue"
  case planOverdue = "plan_overdue"
  case reportOverdue = "report_overdue"
  case progressOverdue = "progress_overdue"
  /// What the last re-check on the unit's step found.
  case recheckPassed = "recheck_passed"
  case recheckFailed = "recheck_failed"
  /// What the last acceptance on the unit's step found.
  case acceptancePassed = "acceptance_passed"
  case acceptanceFailed = "acceptance_failed"
  /// The listing was continued.
  case continued
  /// A higher authority has listed the unit.
  case listedByHigher = "listed_by_higher"
  /// It was confirmed that figures were false.
  case falseFigures = "false_figures"
  /// The unit left a listing not long ago.
  case delistedLately = "delisted_lately"
  /// The unit has become part of another, or ended; no ladder asks for it.
  case unitEnded = "unit_ended"

  /// What people enter with a document's number, since no figure tells it.
  public static let entered: [LadderFact] = [.listedByHigher, .falseFigures]

  /// What it is called.
  public var name: BilingualText {
    switch self {
    case .replyOverdue: BilingualText(zh: "逾期未回复", en: "the reply is overdue")
    case .planOverdue: BilingualText(zh: "逾期未报整改方案", en: "the plan is overdue")
    case .reportOverdue: BilingualText(zh: "逾期未报整改报告", en: "the report is overdue")
    case .progressOverdue: BilingualText(zh: "逾期未报月度进展", en: "monthly progress is overdue")
    case .recheckPassed: BilingualText(zh: "复查合格", en: "the re-check is passed")
    case .recheckFailed: BilingualText(zh: "复查不合格", en: "the re-check is failed")
    case .acceptancePassed: BilingualText(zh: "验收合格", en: "the acceptance is passed")
    case .acceptanceFailed: BilingualText(zh: "验收不合格", en: "the acceptance is failed")
    case .continued: BilingualText(zh: "已继续挂牌一次", en: "the listing was continued once")
    case .listedByHigher: BilingualText(zh: "被上级挂牌", en: "listed by a higher authority")
    case .falseFigures: BilingualText(zh: "查实数据不实", en: "false figures are confirmed")
    case .delistedLately: BilingualText(zh: "摘牌不久", en: "delisted not long ago")
    case .unitEnded: BilingualText(zh: "单位已撤并", en: "the unit has ended")
    }
  }
}
