/// Why a ladder's file is not understood, or would not work.
public enum LadderRefusal: String, RefusalReason {
  case noSteps = "ladder.no_steps"
  case tooManySteps = "ladder.too_many_steps"
  case stepOutOfOrder = "ladder.step_out_of_order"
  case deciderUnknown = "ladder.decider_unknown"
  case entryFromAbove = "ladder.entry_from_above"
  case entryImpossible = "ladder.entry_impossible"
  case stepNeverReached = "ladder.step_never_reached"
  case exitImpossible = "ladder.exit_impossible"
  case exitKeepsEntering = "ladder.exit_keeps_entering"
  case factNeverRecorded = "ladder.fact_never_recorded"

  /// What is wrong.
  public var text: BilingualText {
    switch self {
    case .noSteps: BilingualText(zh: "阶梯中没有档次。", en: "The ladder has no steps.")
    case .tooManySteps:
      BilingualText(zh: "阶梯最多 {0} 档。", en: "A ladder has at most {0} steps.")
    case .stepOutOfOrder:
      BilingualText(
        zh: "档次须由 1 起依次相接：此处应为第 {1} 档，写的是第 {0} 档。",
        en: "Steps follow each other from 1: step {1} belongs here, not step {0}.")
    case .deciderUnknown:
      BilingualText(
        zh: "“{0}”不能决定升降，只能是 office、director 或 leader。",
        en: "“{0}” does not decide on steps: office, director or leader does.")
    case .entryFromAbove:
      BilingualText(
        zh: "第 {0} 档的触发条件要求单位已在本档或更高一档。",
        en: "The trigger of step {0} asks for a unit that is on it or above it already.")
    case .entryImpossible:
      BilingualText(
        zh: "第 {0} 档的触发条件自相矛盾，永远不会成立。",
        en: "The trigger of step {0} contradicts itself: it never holds.")
    case .stepNeverReached:
      BilingualText(
        zh: "第 {0} 档永远到不了：它的触发条件成立时，更高一档的也已成立。",
        en: "Step {0} is never reached: whenever its trigger holds, a higher step's does too.")
    case .exitImpossible:
      BilingualText(
        zh: "第 {0} 档的退出条件自相矛盾，永远不会成立。",
        en: "The exit of step {0} contradicts itself: it can never be met.")
    case .exitKeepsEntering:
      BilingualText(
        zh: "第 {0} 档的退出条件永远无法用上：它成立时，本档或更高一档的触发条件也成立。",
        en: "The exit of step {0} can never be used: whenever it is met, so is a trigger of "
          + "that step or a higher one.")
    case .factNeverRecorded:
      BilingualText(
        zh: "第 {0} 档要求“{1}”，但相应的档次没有这一项，永远不会登记。",
        en: "Step {0} asks for “{2}”, which is never recorded on the steps concerned.")
    }
  }

  /// What to do.
  public var wayOut: BilingualText {
    switch self {
    case .stepNeverReached, .exitKeepsEntering:
      BilingualText(
        zh: "请改动月数、颜色或名次，使两者可以分开。",
        en: "Change months, colours or places so that the two can differ.")
    default:
      BilingualText(zh: "请改正阶梯文件。", en: "Correct the ladder's file.")
    }
  }
}
