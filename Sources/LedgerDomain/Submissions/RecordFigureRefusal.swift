/// Why what the records say is not submitted.
public enum RecordFigureRefusal: String, RefusalReason {
  case noForm = "records.no_form"
  case changed = "records.changed"
  case notTyped = "records.not_typed"
  case nothing = "records.nothing"

  /// What is wrong.
  public var text: BilingualText {
    switch self {
    case .noForm:
      BilingualText(
        zh: "{0}没有可由台账记录得出数值的报表。",
        en: "No form of {0} has a figure that the ledger's records know.")
    case .changed:
      BilingualText(
        zh: "查看之后，台账记录已变动。", en: "The records have changed since they were looked at.")
    case .notTyped:
      BilingualText(
        zh: "“{0}”的“{1}”由台账记录得出，不得另填。",
        en: "The records say “{1}” of “{0}”; it is not typed.")
    case .nothing:
      BilingualText(
        zh: "本账号没有可报送的单位。", en: "The account reports none of the units.")
    }
  }

  /// What to do.
  public var wayOut: BilingualText {
    switch self {
    case .noForm:
      BilingualText(zh: "请核对月份和报表。", en: "Check the month and the form.")
    case .changed:
      BilingualText(zh: "请重新查看后再报送。", en: "Look at them again, then submit.")
    case .notTyped:
      BilingualText(
        zh: "如记录有误，请更正记录；仍要改数的，请在填报页更正并说明。",
        en: "Correct the record; to report another figure, correct the submission with a note.")
    case .nothing:
      BilingualText(
        zh: "请由有该报表填报授权的账号报送。",
        en: "Let an account submit that reports the form.")
    }
  }
}
