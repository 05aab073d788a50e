/// Why a policy is refused.
public enum PolicyRefusal: String, RefusalReason {
  case contradicts = "policy.contradicts"

  /// What is wrong.
  public var text: BilingualText {
    switch self {
    case .contradicts:
      BilingualText(
        zh: "“{0}”与“{1}”矛盾。",
        en: "“{0}” contradicts “{1}”.")
    }
  }

  /// What to do.
  public var wayOut: BilingualText {
    switch self {
    case .contradicts:
      BilingualText(
        zh: "请改正其中之一。",
        en: "Correct one of the two.")
    }
  }
}
