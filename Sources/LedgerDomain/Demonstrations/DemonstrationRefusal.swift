/// Why the demonstration city is not loaded.
public enum DemonstrationRefusal: String, RefusalReason {
  case monthTooEarly = "demonstration.month_too_early"
  case monthNotOver = "demonstration.month_not_over"
  case ledgerNotEmpty = "demonstration.ledger_not_empty"

  /// What is wrong.
  public var text: BilingualText {
    switch self {
    case .monthTooEarly:
      BilingualText(
        zh: "演示数据不早于 {1}，所给月份是 {0}。",
        en: "The demonstration ends in {1} at the earliest, not in {0}.")
    case .monthNotOver:
      BilingualText(
        zh: "{0} 的通报到 {1} 才会发布完毕。",
        en: "{0} is published and corrected by {1}, which is still to come.")
    case .ledgerNotEmpty:
      BilingualText(
        zh: "台账不是空的：演示数据只能装入从未使用过的台账。",
        en: "The ledger is not empty: the demonstration goes into one that was never used.")
    }
  }

  /// What to do.
  public var wayOut: BilingualText {
    switch self {
    case .monthTooEarly, .monthNotOver:
      BilingualText(
        zh: "请用 --through 指定另一个月份。", en: "Name another month with --through.")
    case .ledgerNotEmpty:
      BilingualText(
        zh: "请另建数据库，执行 taizhang migrate 后再装入。",
        en: "Make another database, run taizhang migrate, and load it there.")
    }
  }
}
