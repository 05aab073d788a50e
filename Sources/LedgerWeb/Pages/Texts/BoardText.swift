import LedgerDomain

/// The ranking board, and what changed between two editions.
enum BoardText: String, PageText {
  case title, month, show, big, usual, csv, nothing
  case published, replaces, differences, replaced, newest
  case more, fewer, same, ranked, rankedUnder, scores, scoresUnder
  case caption, captionScope, method
  case rank, change, unit, colour, score, reason, lastYear
  case up, down, unchanged, new, sparkLabel, gap, legend
  case allFull, losesMeasured, deducts
  case unranked, byMethod, tooLittle
  case leads, leadsNew, redAgain, redNew, redNone, rises, falls, greyNow, leftRed
  case bump, bumpLabel, bumpTable
  case redRule, yellowRule, blueRule, greyRule
  case component, weight, zero, full, direction, lowerBetter, higherBetter, deductions, methodNote
  case hash, edition
  case diffTitle, diffNone, revisions, hidden, diffBack

  // Two tables, since one switch would be too long; a test finds a text that is in neither.
  var text: BilingualText { Self.boards[self] ?? Self.others(self) }

  private static func others(_ text: BoardText) -> BilingualText {
    switch text {
    case .unranked: BilingualText(zh: "不参加排名", en: "Not ranked")
    case .byMethod: BilingualText(zh: "按计分办法不排名", en: "the method leaves it out")
    case .tooLittle:
      BilingualText(zh: "有数的项目权重不足", en: "too little of its weight has figures")
    case .leads: BilingualText(zh: "{0}连续 {1} 个月第 1。", en: "{0} is first for {1} months in a row.")
    case .leadsNew: BilingualText(zh: "{0}升至第 1。", en: "{0} is now first.")
    case .redAgain:
      BilingualText(zh: "{0}连续 {1} 个月为红。", en: "{0} is red for {1} months in a row.")
    case .redNew: BilingualText(zh: "{0}本月转红。", en: "{0} turned red this month.")
    case .redNone: BilingualText(zh: "本月没有红色单位。", en: "No unit is red this month.")
    case .leftRed: BilingualText(zh: "{0}不再为红。", en: "{0} is red no longer.")
    case .rises:
      BilingualText(zh: "{0}上升 {1} 位，升幅最大。", en: "{0} rose most, by {1} places.")
    case .falls:
      BilingualText(zh: "{0}下降 {1} 位，降幅最大。", en: "{0} fell most, by {1} places.")
    case .greyNow: BilingualText(zh: "{0}缺少必报数据，不评色。", en: "{0} lacks required figures.")
    case .bump: BilingualText(zh: "名次变化", en: "How ranks changed")
    case .bumpLabel:
      BilingualText(zh: "近 {0} 个月名次：{1}", en: "Ranks over {0} months: {1}")
    case .bumpTable: BilingualText(zh: "看数据表", en: "Show as a table")
    case .component: BilingualText(zh: "项目", en: "Component")
    case .weight: BilingualText(zh: "满分", en: "Marks")
    case .zero: BilingualText(zh: "零分线", en: "No marks at")
    case .full: BilingualText(zh: "满分线", en: "Full marks at")
    case .direction: BilingualText(zh: "方向", en: "Better")
    case .lowerBetter: BilingualText(zh: "越低越好", en: "lower")
    case .higherBetter: BilingualText(zh: "越高越好", en: "higher")
    case .deductions: BilingualText(zh: "扣分", en: "Marks off")
    case .methodNote:
      BilingualText(
        zh: "“{0}”第 {1} 版，自 {2} 起。零分线与满分线之间按比例计分。",
        en: "“{0}”, version {1}, from {2}. Between no marks and full marks by proportion.")
    case .hash: BilingualText(zh: "校验码 {0}", en: "Hash {0}")
    case .edition: BilingualText(zh: "第 {0} 号期刊版", en: "Edition {0}")
    case .diffTitle:
      BilingualText(zh: "期刊版 {0} 与 {1} 的差异", en: "What changed from edition {0} to {1}")
    case .diffNone: BilingualText(zh: "没有差异。", en: "Nothing changed.")
    case .revisions: BilingualText(zh: "更正的报送", en: "Submissions corrected")
    case .hidden: BilingualText(zh: "不在您的范围", en: "outside your scope")
    case .diffBack: BilingualText(zh: "回到排名", en: "Back to the ranking")
    default: BilingualText(zh: "", en: "")
    }
  }

  private static let boards: [BoardText: BilingualText] = [
    .title: BilingualText(zh: "{0}{1}{2}排名", en: "{2}: ranking of {1}, {0}"),
    .month: BilingualText(zh: "月份", en: "Month"),
    .show: BilingualText(zh: "查看", en: "Show"),
    .big: BilingualText(zh: "大屏", en: "For the wall"),
    .usual: BilingualText(zh: "退出大屏", en: "Usual view"),
    .csv: BilingualText(zh: "下载 CSV", en: "Download CSV"),
    .nothing: BilingualText(
      zh: "还没有发布过排名。发布后会显示在这里。",
      en: "No ranking has been published yet. It will stand here once one is."),
    .published: BilingualText(zh: "已发布 {0}", en: "Published {0}"),
    .replaces: BilingualText(
      zh: "第 {0} 号期刊版，更正第 {1} 号，", en: "Edition {0}, which corrects edition {1}:"),
    .replaced: BilingualText(
      zh: "这一版已由第 {0} 号更正。", en: "This edition was corrected by edition {0}."),
    .differences: BilingualText(zh: "看差异", en: "see differences"),
    .newest: BilingualText(zh: "看最新一版", en: "See the newest"),
    .more: BilingualText(zh: "较上月 +{0}", en: "{0} more than last month"),
    .fewer: BilingualText(zh: "较上月 −{0}", en: "{0} fewer than last month"),
    .same: BilingualText(zh: "与上月相同", en: "as many as last month"),
    .ranked: BilingualText(zh: "参加排名", en: "ranked"),
    .rankedUnder: BilingualText(zh: "共 {0} 个单位", en: "of {0} units"),
    .scores: BilingualText(zh: "得分", en: "marks"),
    .scoresUnder: BilingualText(zh: "最高 {0}，最低 {1}", en: "highest {0}, lowest {1}"),
    .caption: BilingualText(
      zh: "按“{0}”得分从高到低排列，得分相同名次相同。", en: "By marks in “{0}”; equal marks share a rank."),
    .captionScope: BilingualText(
      zh: "实测值和原因只显示您范围内的单位。",
      en: "Values and reasons are shown for the units in your scope."),
    .method: BilingualText(zh: "计分办法", en: "How marks are given"),
    .rank: BilingualText(zh: "名次", en: "Rank"),
    .change: BilingualText(zh: "变化", en: "Change"),
    .unit: BilingualText(zh: "单位", en: "Unit"),
    .colour: BilingualText(zh: "三色", en: "Colour"),
    .score: BilingualText(zh: "得分", en: "Marks"),
    .reason: BilingualText(zh: "主要原因", en: "Main reason"),
    .lastYear: BilingualText(zh: "同比", en: "On last year"),
    .up: BilingualText(zh: "上升 {0} 位", en: "up {0}"),
    .down: BilingualText(zh: "下降 {0} 位", en: "down {0}"),
    .unchanged: BilingualText(zh: "名次不变", en: "unchanged"),
    .new: BilingualText(zh: "上月无名次", en: "no rank last month"),
    .sparkLabel: BilingualText(
      zh: "{0}，{1}，近 {2} 个月，最新 {3}", en: "{0}: {1} over {2} months, now {3}"),
    .gap: BilingualText(zh: "缺报的月份断开", en: "a gap is a month without value"),
    .legend: BilingualText(zh: "图例", en: "Legend"),
    .allFull: BilingualText(zh: "全部 {0} 项满分。", en: "Full marks in all {0} components."),
    .losesMeasured: BilingualText(
      zh: "{0} {1}，满分线 {2}，失 {3} 分。", en: "{0}: {1}, full marks at {2}, {3} lost."),
    .deducts: BilingualText(zh: "{0}：共扣 {1} 分。", en: "{0}: {1} off."),
    .redRule: BilingualText(zh: "触及红线", en: "a red rule applies"),
    .yellowRule: BilingualText(zh: "触及黄线", en: "a yellow rule applies"),
    .blueRule: BilingualText(zh: "没有触线", en: "no rule applies"),
    .greyRule: BilingualText(zh: "必报数据缺失，不评色", en: "required figures are missing"),
  ]
}
