/// Why an index method is not understood, or does not score what it is given.
public enum IndexMethodRefusal: String, RefusalReason {
  case tooDeep = "index.too_deep"
  case nameTwice = "index.name_twice"
  case weightNegative = "index.weight_negative"
  case weightsSumToZero = "index.weights_sum_to_zero"
  case goalpostsCoincide = "index.goalposts_coincide"
  case cutsNotAscending = "index.cuts_not_ascending"
  case marksDoNotFitCuts = "index.marks_do_not_fit_cuts"
  case valueNotPositive = "index.value_not_positive"
  case scoreTooLarge = "index.score_too_large"
  case shareNotWithinOne = "index.share_not_within_one"
  case drawsOutOfRange = "index.draws_out_of_range"
  case countIsSmall = "index.count_is_small"

  /// What is wrong.
  public var text: BilingualText {
    switch self {
    case .tooDeep:
      BilingualText(zh: "指数层级过深。", en: "The index is nested too deeply.")
    case .nameTwice:
      BilingualText(zh: "名称“{0}”重复。", en: "The name “{0}” stands twice.")
    case .weightNegative:
      BilingualText(zh: "“{0}”的权重为负。", en: "The weight of “{0}” is negative.")
    case .weightsSumToZero:
      BilingualText(
        zh: "“{0}”各项权重之和为零。", en: "The weights below “{0}” sum to zero.")
    case .goalpostsCoincide:
      BilingualText(zh: "零分线与满分线相同。", en: "The marks for zero and full coincide.")
    case .cutsNotAscending:
      BilingualText(zh: "分段点须由小到大且不重复。", en: "The cuts must ascend.")
    case .marksDoNotFitCuts:
      BilingualText(
        zh: "分数的个数须比分段点多一个。", en: "There is one more mark than there are cuts.")
    case .valueNotPositive:
      BilingualText(
        zh: "单位 {0} 的“{1}”不为正，不能用几何或调和合成。",
        en: "“{1}” of unit {0} is not positive: no geometric or harmonic mean.")
    case .scoreTooLarge:
      BilingualText(
        zh: "单位 {0} 的得分超出可存范围。", en: "The score of unit {0} is too large to store.")
    case .shareNotWithinOne:
      BilingualText(
        zh: "weights_within 须在 0 与 1 之间。", en: "“weights_within” lies between 0 and 1.")
    case .drawsOutOfRange:
      BilingualText(
        zh: "抽样次数 {0} 不在 1 至 {1} 之间。", en: "{0} draws: there are 1 to {1}.")
    case .countIsSmall:
      BilingualText(
        zh: "“{0}”读取的 {1} 有保密下限，计分会使小数推算得出。",
        en: "“{0}” reads {1}, which has a limit: its marks would tell small counts.")
    }
  }

  /// What to do.
  public var wayOut: BilingualText {
    switch self {
    case .valueNotPositive:
      BilingualText(
        zh: "请改用算术合成，或用 scale 把取值移到正数。",
        en: "Use the arithmetic mean, or move the values above zero with “scale”.")
    case .scoreTooLarge:
      BilingualText(zh: "请减小 score.scale。", en: "Lower score.scale.")
    case .drawsOutOfRange:
      BilingualText(zh: "请减少抽样次数。", en: "Draw fewer times.")
    case .countIsSmall:
      BilingualText(
        zh: "请把该项权重定为 0，或去掉。", en: "Give it weight zero, or leave it out.")
    default:
      BilingualText(zh: "请改正方法文件。", en: "Correct the method's file.")
    }
  }
}
