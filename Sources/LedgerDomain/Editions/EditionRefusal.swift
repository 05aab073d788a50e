/// Why publishing or reading an edition is refused.
public enum EditionRefusal: String, RefusalReason {
  case unknown = "edition.unknown"
  case notPublished = "edition.not_published"
  case unitNotRated = "edition.unit_not_rated"
  case monthNotClosed = "edition.month_not_closed"
  case alreadyPublished = "edition.already_published"
  case stepChanged = "edition.step_changed"
  case secondPersonIsFirst = "edition.second_person_is_first"
  case proposalOutdated = "edition.proposal_outdated"
  case rerunDiffers = "edition.rerun_differs"
  case notComparable = "edition.not_comparable"

  /// What is wrong.
  public var text: BilingualText {
    switch self {
    case .unknown:
      BilingualText(
        zh: "没有第 {0} 号期刊版。",
        en: "There is no edition {0}.")
    case .notPublished:
      BilingualText(
        zh: "{0} 在 {1} 范围内尚未发布。",
        en: "Nothing of {0} is published for the units below {1}.")
    case .unitNotRated:
      BilingualText(
        zh: "第 {1} 号期刊版没有单位 {0}。",
        en: "Edition {1} does not rate the unit {0}.")
    case .monthNotClosed:
      BilingualText(
        zh: "{0} 尚未月结，不能发布。",
        en: "{0} is not closed and cannot be published.")
    case .alreadyPublished:
      BilingualText(
        zh: "{0} 的这一结果已在第 {1} 号期刊版发布。",
        en: "This result of {0} is published as edition {1}.")
    case .stepChanged:
      BilingualText(
        zh: "这一步已有人办理，现在轮到下一步。",
        en: "Somebody has done this step meanwhile: the next one is due.")
    case .secondPersonIsFirst:
      BilingualText(
        zh: "提出发布者不得自行批准。",
        en: "Who proposed an edition does not publish it.")
    case .proposalOutdated:
      BilingualText(
        zh: "提出之后结果已变化。",
        en: "The result has changed since it was proposed.")
    case .rerunDiffers:
      BilingualText(
        zh: "第 {0} 号期刊版重算结果不同：{1}。",
        en: "Edition {0} differs when it is re-run: {1}.")
    case .notComparable:
      BilingualText(
        zh: "第 {0} 号与第 {1} 号不是同一范围。",
        en: "Editions {0} and {1} are not of the same units.")
    }
  }

  /// What to do.
  public var wayOut: BilingualText {
    switch self {
    case .unitNotRated:
      BilingualText(
        zh: "请核对单位代码。",
        en: "Check the unit's code.")
    case .notPublished:
      BilingualText(
        zh: "请等发布，或查看已发布的月份。",
        en: "Wait for it, or see which months are published.")
    case .unknown:
      BilingualText(
        zh: "请先列出期刊版。",
        en: "List the editions first.")
    case .monthNotClosed:
      BilingualText(
        zh: "请先补齐报送并月结。",
        en: "Complete and close the month first.")
    case .alreadyPublished:
      BilingualText(
        zh: "如有更正，请重开、更正并再次月结。",
        en: "To correct it, reopen, correct and close the month again.")
    case .stepChanged:
      BilingualText(
        zh: "请看清现在的步骤，再办理。",
        en: "Look at what is due now, then decide.")
    case .secondPersonIsFirst:
      BilingualText(
        zh: "请由另一有权账号发布。",
        en: "Let another account publish it.")
    case .proposalOutdated:
      BilingualText(
        zh: "请重新提出发布。",
        en: "Propose it again.")
    case .rerunDiffers:
      BilingualText(
        zh: "请立即保全数据库并通知审计员。",
        en: "Preserve the database and tell the auditor.")
    case .notComparable:
      BilingualText(
        zh: "请比较同一范围的两版。",
        en: "Compare two editions of the same units.")
    }
  }
}
