import LedgerDomain

/// The whole table, and what the board says about bands and new editions.
enum TableText: String, PageText {
  case title, open, rule, reference, reds, masked, hidden, allFigures, fewerFigures, byMethod, back
  case band, bandNote, monthly, news, caption, colourOf, referenceOf

  var text: BilingualText {
    switch self {
    case .title: BilingualText(zh: "{0}{1}全表", en: "All of {1}, {0}")
    case .open: BilingualText(zh: "全表", en: "Whole table")
    case .rule:
      BilingualText(
        zh: "蓝：得满分。红：不得分。黄：介于两者之间。斜线：缺报、不公开、不计分或只供参考。",
        en: "Blue: all marks. Red: none. Yellow: between. Hatched: missing, not told, not scored, "
          + "or for reference.")
    case .reference: BilingualText(zh: "参考", en: "reference")
    case .reds: BilingualText(zh: "红格数", en: "Reds")
    case .masked: BilingualText(zh: "不公开", en: "not told")
    case .hidden: BilingualText(zh: "不在您的范围", en: "outside your scope")
    case .allFigures: BilingualText(zh: "加上全部参考数值", en: "With all figures for reference")
    case .fewerFigures: BilingualText(zh: "只看计分项目", en: "Scored components only")
    case .byMethod: BilingualText(zh: "计分办法", en: "how marks are given")
    case .back: BilingualText(zh: "看排名", en: "Ranking")
    case .caption:
      BilingualText(
        zh: "一行一个单位，按名次排列；一列一个项目。点单位看详情，点格看依据。",
        en: "A row for each unit, by rank; a column for each component. Units lead to their page, "
          + "cells to their source.")
    case .colourOf: BilingualText(zh: "{0}：颜色", en: "{0}: colour")
    case .referenceOf: BilingualText(zh: "{0}（{1}，参考）", en: "{0} ({1}, reference)")
    case .band: BilingualText(zh: "名次区间", en: "Rank band")
    case .bandNote:
      BilingualText(
        zh: "名次区间：权重、标准化和合成方法按计分办法所定变动，计数按抽样误差变动，重排 {0} 次（种子 {1}），"
          + "九成以上落在区间内。",
        en:
          "Rank band: weights, normalisation and aggregation vary as the method states, counts by "
          + "their counting error; ranked again {0} times (seed {1}), at least 90% lie within.")
    case .monthly: BilingualText(zh: "近 12 个月（当月）", en: "12 months, each alone")
    case .news: BilingualText(zh: "新的一版已发布，查看", en: "A new edition is out: look at it")
    }
  }
}
