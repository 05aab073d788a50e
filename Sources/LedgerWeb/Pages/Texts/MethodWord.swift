import LedgerDomain

/// How rule sets and index methods are put into words.
enum MethodWord: String, PageText {
  case kindOnly, requires, worst, ruleWhen, colours
  case peersParent, peersScope, peersBoth, group, scoreForm, rankForm, highFirst, lowFirst
  case competition, dense, ordinal, average, max, keys, unrankedUnits, unrankedState
  case arithmetic, geometric, harmonic, minimum, borda, copeland
  case node, leaf, higher, lower, log10, ln, sqrt, scale
  case goalposts, unclipped, minMax, zSample, zPopulation, rank, percentile, toBest, toMean
  case cutsBelow, cutsFrom, itself
  case missing, withheld, notApplicable, undefined, full, zero, redistribute, exclude, smallBase
  case deduction, robust

  // Two tables, since one switch would be too long; a test finds a text that is in neither.
  var text: BilingualText { Self.whole[self] ?? Self.component(self) }

  private static let whole: [MethodWord: BilingualText] = [
    .kindOnly: BilingualText(zh: "只评类别“{0}”的单位。", en: "It is for units of the kind “{0}”."),
    .requires: BilingualText(
      zh: "本年以来“{0}”不全的单位评灰。", en: "A unit whose “{0}” is not whole for the year so far is grey."),
    .worst: BilingualText(
      zh: "命中多条时取最重的颜色；一条也不命中评蓝。比较用未经四舍五入的数。",
      en: "Of several rules that hit the worst colour counts; where none hits, the unit is blue. "
        + "Nothing is rounded before it is compared."),
    .ruleWhen: BilingualText(zh: "当{0}，评{1}。", en: "{1} when {0}."),
    .colours: BilingualText(zh: "同时给“{0}”着色。", en: "It colours “{0}” besides."),
    .peersParent: BilingualText(
      zh: "同一上级下的同类单位互相比较。", en: "Units of one kind under one parent are compared."),
    .peersScope: BilingualText(
      zh: "范围内的全部单位互相比较。", en: "All units of the scope are compared."),
    .peersBoth: BilingualText(
      zh: "在同一上级下比较，也在整个范围内比较。",
      en: "Units are compared under one parent, and in the whole scope besides."),
    .group: BilingualText(zh: "只比“{0}”组。", en: "Only the group “{0}” is compared."),
    .scoreForm: BilingualText(
      zh: "合成值乘以 {0} 为得分，四舍五入到 {1} 位小数后存下；名次由存下的得分排出。",
      en: "The value is multiplied by {0} and stored with {1} decimals, rounded half away from "
        + "zero; ranks are made from stored scores."),
    .rankForm: BilingualText(zh: "{0}，{1}。", en: "{0}; {1}."),
    .highFirst: BilingualText(zh: "得分高的在前", en: "The highest score is first"),
    .lowFirst: BilingualText(zh: "得分低的在前", en: "The lowest score is first"),
    .competition: BilingualText(
      zh: "同分并列，后面的名次空出（1、2、2、4）", en: "ties share a rank and leave a gap (1, 2, 2, 4)"),
    .dense: BilingualText(
      zh: "同分并列，后面的名次不空（1、2、2、3）", en: "ties share a rank without a gap (1, 2, 2, 3)"),
    .ordinal: BilingualText(
      zh: "同分按下列次序分先后（1、2、3、4）", en: "ties are broken by the order below (1, 2, 3, 4)"),
    .average: BilingualText(
      zh: "同分取名次的平均（1、2.5、2.5、4）", en: "ties get the mean of their ranks (1, 2.5, 2.5, 4)"),
    .max: BilingualText(
      zh: "同分取靠后的名次（1、3、3、4）", en: "ties get the last of their ranks (1, 3, 3, 4)"),
    .keys: BilingualText(
      zh: "同分时的排列次序，低的在前：{0}。", en: "Order among equals, the lower first: {0}."),
    .unrankedUnits: BilingualText(zh: "列出但不排名：{0}。", en: "Listed and not ranked: {0}."),
    .unrankedState: BilingualText(
      zh: "处于“{0}”状态的单位列出但不排名。", en: "Units in the state “{0}” are listed and not ranked."),
    .arithmetic: BilingualText(
      zh: "各项按权重相加（权重除以权重之和）", en: "the weighted sum, weights divided by their sum"),
    .geometric: BilingualText(zh: "各项按权重几何平均", en: "the weighted geometric mean"),
    .harmonic: BilingualText(zh: "各项按权重调和平均", en: "the weighted harmonic mean"),
    .minimum: BilingualText(zh: "取各项中最低的", en: "the lowest of all"),
    .borda: BilingualText(zh: "波达计数", en: "Borda count"),
    .copeland: BilingualText(zh: "两两比较（科普兰）", en: "pairwise majority (Copeland)"),
    .deduction: BilingualText(
      zh: "{0}：{1}超过 {2} 的部分，每 1 扣 {3} 分。",
      en: "{0}: {3} marks off for each 1 of {1} beyond {2}."),
    .robust: BilingualText(
      zh: "稳健性：权重在 ±{0} 内变动，另试 {1} 种换算和 {2} 种合成。",
      en: "Robustness: weights vary within ±{0}; {1} other normalisations and {2} other "
        + "aggregations are tried."),
  ]

  private static func component(_ word: MethodWord) -> BilingualText {
    switch word {
    case .node: BilingualText(zh: "{0}（权重 {1}，占 {2}）：{3}", en: "{0} (weight {1}, {2}): {3}")
    case .leaf: BilingualText(zh: "{0}，{1}。{2}。{3}。", en: "{0}; {1}. {2}. {3}.")
    case .higher: BilingualText(zh: "越高越好", en: "higher is better")
    case .lower: BilingualText(zh: "越低越好", en: "lower is better")
    case .log10: BilingualText(zh: "先取常用对数", en: "After its common logarithm")
    case .ln: BilingualText(zh: "先取自然对数", en: "After its natural logarithm")
    case .sqrt: BilingualText(zh: "先开平方", en: "After its square root")
    case .scale: BilingualText(zh: "再换算到 {0} 至 {1}", en: "Then put between {0} and {1}")
    case .goalposts:
      BilingualText(
        zh: "{0} 得 0，{1} 得满分，之间按比例", en: "{0} gives none, {1} gives all, in proportion between")
    case .unclipped: BilingualText(zh: "超出照算", en: "What lies outside counts on")
    case .minMax:
      BilingualText(
        zh: "按同类的最小值和最大值换算为 0 至 1，全部相等时 0.5",
        en: "Put between 0 and 1 by the peers' least and greatest; 0.5 where all are equal")
    case .zSample:
      BilingualText(
        zh: "减去均值、除以标准差（样本）", en: "Less the mean, over the standard deviation (sample)")
    case .zPopulation:
      BilingualText(
        zh: "减去均值、除以标准差（总体）", en: "Less the mean, over the standard deviation (population)")
    case .rank:
      BilingualText(
        zh: "按在同类中的位次计，最好的得同类个数", en: "By place among peers; the best gets their number")
    case .percentile: BilingualText(zh: "按在同类中的百分位计", en: "By percentile among peers")
    case .toBest: BilingualText(zh: "与同类最好的之比", en: "Against the best of the peers")
    case .toMean: BilingualText(zh: "与同类均值之比", en: "Against the mean of the peers")
    case .cutsBelow: BilingualText(zh: "低于 {0} 得 {1}", en: "Below {0}: {1}")
    case .cutsFrom: BilingualText(zh: "自 {0} 起得 {1}", en: "from {0}: {1}")
    case .itself: BilingualText(zh: "按原值", en: "As it is")
    case .missing: BilingualText(zh: "缺报{0}", en: "Missing: {0}")
    case .withheld: BilingualText(zh: "不公开{0}", en: "withheld: {0}")
    case .notApplicable: BilingualText(zh: "不适用{0}", en: "not applicable: {0}")
    case .undefined: BilingualText(zh: "不可比{0}", en: "not comparable: {0}")
    case .full: BilingualText(zh: "得满分", en: "all marks")
    case .zero: BilingualText(zh: "得 0 并注明", en: "no marks, flagged")
    case .redistribute: BilingualText(zh: "则权重分给其他各项", en: "its weight goes to the others")
    case .exclude:
      BilingualText(zh: "且权重不足 {0} 时不排名", en: "not ranked where less than {0} of weight is left")
    case .smallBase:
      BilingualText(
        zh: "基数低于 {0} 时改看增减数：{1} 得满分，{2} 得 0，其间得 {3}",
        en: "Where the base is below {0} the difference counts: {1} gives all, {2} none, between "
          + "them {3}")
    default: BilingualText(zh: "", en: "")
    }
  }
}
