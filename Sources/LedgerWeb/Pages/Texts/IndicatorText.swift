import LedgerDomain

/// The pages of indicators, forms and working days in the catalogue.
enum IndicatorText: String, PageText {
  case count, caption, unitOfMeasure, decimals, direction, formula, definition, limit, noLimit
  case lower, higher, neither, flow, stock, ratio, rank, reported, chineseName
  case changed, unknownOn, introduced

  var text: BilingualText {
    switch self {
    case .count: BilingualText(zh: "{0} 共 {1} 个指标。", en: "{1} indicators on {0}.")
    case .caption:
      BilingualText(
        zh: "比率由系统从总数计算，不填报。", en: "Ratios are computed from sums and never reported.")
    case .unitOfMeasure: BilingualText(zh: "计量单位", en: "Unit of measure")
    case .decimals: BilingualText(zh: "小数位数", en: "Decimals")
    case .direction: BilingualText(zh: "好的方向", en: "Better when")
    case .formula: BilingualText(zh: "公式", en: "Formula")
    case .definition: BilingualText(zh: "口径", en: "Definition")
    case .limit: BilingualText(zh: "小数隐去", en: "Hidden below")
    case .noLimit: BilingualText(zh: "不隐去", en: "nothing is hidden")
    case .lower: BilingualText(zh: "低", en: "lower")
    case .higher: BilingualText(zh: "高", en: "higher")
    case .neither: BilingualText(zh: "不评价", en: "not scored")
    case .flow: BilingualText(zh: "发生数", en: "flow")
    case .stock: BilingualText(zh: "存量", en: "stock")
    case .ratio: BilingualText(zh: "比率", en: "ratio")
    case .rank: BilingualText(zh: "位次", en: "rank")
    case .reported: BilingualText(zh: "填报，不计算", en: "reported, not computed")
    case .chineseName: BilingualText(zh: "中文名称", en: "Chinese name")
    case .changed: BilingualText(zh: "改动", en: "Changed")
    case .unknownOn:
      BilingualText(zh: "{0} 还没有这个指标。", en: "There is no such indicator on {0}.")
    case .introduced: BilingualText(zh: "设立", en: "introduced")
    }
  }

  /// The word for how figures join.
  static func kind(_ kind: Indicator.Kind) -> IndicatorText {
    switch kind {
    case .flow: .flow
    case .stock: .stock
    case .ratio: .ratio
    case .rank: .rank
    }
  }

  /// The word for which way is better.
  static func direction(_ direction: Indicator.Direction) -> IndicatorText {
    switch direction {
    case .lower: .lower
    case .higher: .higher
    case .none: .neither
    }
  }
}
