import LedgerDomain

/// The annual assessment: sheets of marks, and sealing a year.
enum AssessmentText: String, PageText {
  case title, titleOf, intro, preview, previewHint, sealedAs, sealedMany, digest, method
  case editions, choose, show, none, noneHint, lookAhead, lookBack
  case units, rank, unit, score, lostMost, nobody, sheet, item, marks, got, notKnown, total
  case lost, lostNone, rankOf, file
  case byScore, byColour, byStep, byStepLetter, byTask, byReport
  case seal, sealHint, reason, reasonHint, sealButton, sealOther, done, versions, versionLine
  case ruleIndex, ruleNone, ruleColour, ruleStep, ruleTask, ruleReport, full
  case kind, unitLink

  var text: BilingualText { Self.first[self] ?? Self.second[self] ?? BilingualText(zh: "", en: "") }

  private static let first: [AssessmentText: BilingualText] = [
    .title: BilingualText(zh: "年度考核", en: "Annual assessment"),
    .titleOf: BilingualText(zh: "{0} 年度考核", en: "Annual assessment {0}"),
    .intro: BilingualText(
      zh: "由全年各期刊版、责任清单、报送时间和督导升级计分；每一分都有出处。",
      en: "From the year's editions, tasks, returns and ladder; every mark says where it went."),
    .preview: BilingualText(zh: "未定稿", en: "Not sealed"),
    .previewHint: BilingualText(
      zh: "按现在的台账记录试算，不保存。", en: "Computed from the record as it is now; nothing is kept."),
    .sealedAs: BilingualText(
      zh: "已定稿：第 {0} 稿，{1} 于 {2} 定稿。", en: "Sealed: version {0}, by {1} on {2}."),
    .sealedMany: BilingualText(zh: "原因：{0}", en: "Why again: {0}"),
    .digest: BilingualText(zh: "摘要", en: "Digest"),
    .method: BilingualText(zh: "考核办法", en: "Method"),
    .editions: BilingualText(zh: "依据的期刊版", en: "Editions"),
    .choose: BilingualText(zh: "年度", en: "Year"),
    .show: BilingualText(zh: "查看", en: "Show"),
    .none: BilingualText(zh: "还没有定稿的年度考核。", en: "No year is sealed yet."),
    .noneHint: BilingualText(
      zh: "考核办法批准、年度结束后，由考核员定稿。",
      en: "Once a method is approved and the year is over, the assessor seals it."),
    .lookAhead: BilingualText(zh: "按现在的记录试算", en: "What it would be now"),
    .lookBack: BilingualText(zh: "看已定稿的", en: "What is sealed"),
    .units: BilingualText(zh: "{0}：{1} 个单位", en: "{0}: {1} units"),
    .rank: BilingualText(zh: "名次", en: "Rank"),
    .unit: BilingualText(zh: "单位", en: "Unit"),
    .score: BilingualText(zh: "得分（满分 {0}）", en: "Score (of {0})"),
    .lostMost: BilingualText(zh: "失分最多", en: "Lost most by"),
    .nobody: BilingualText(zh: "没有可查看的单位。", en: "There is no unit to be seen."),
    .sheet: BilingualText(zh: "{0} {1} 年度考核评分表", en: "{0}: score sheet {1}"),
    .item: BilingualText(zh: "考核项", en: "Item"),
    .marks: BilingualText(zh: "分值", en: "Marks"),
    .got: BilingualText(zh: "得分", en: "Score"),
    .notKnown: BilingualText(
      zh: "无数据，不计入，其余各项折算", en: "nothing known; the others count for it"),
    .total: BilingualText(zh: "合计", en: "Total"),
    .lost: BilingualText(zh: "失分及出处", en: "Lost, and by what"),
    .lostNone: BilingualText(zh: "未失分", en: "nothing lost"),
    .rankOf: BilingualText(zh: "得 {0} 分，{2} 个同类单位中第 {1} 名。", en: "{0} marks, {1} of {2}."),
    .file: BilingualText(zh: "下载 CSV", en: "Download CSV"),
  ]

  private static let second: [AssessmentText: BilingualText] = [
    .byScore: BilingualText(zh: "{0} 指数 {1}%", en: "{0}: index {1}%"),
    .byColour: BilingualText(zh: "{0} 评为{1}", en: "{0}: rated {1}"),
    .byStep: BilingualText(zh: "{0} 起列入第 {1} 档", en: "{0}: on step {1}"),
    .byStepLetter: BilingualText(zh: "{0} 起列入第 {1} 档（{2}）", en: "{0}: on step {1} ({2})"),
    .byTask: BilingualText(zh: "任务 {0} 未在 {1} 前完成", en: "task {0}, not done by {1}"),
    .byReport: BilingualText(zh: "{0} {1} 迟报", en: "{0} for {1}, late"),
    .seal: BilingualText(zh: "定稿", en: "Seal the year"),
    .sealHint: BilingualText(
      zh: "定稿后存入台账，不再改变；重新定稿另成一稿，须写明原因。",
      en: "What is sealed never changes; a later version stands beside it and needs a reason."),
    .reason: BilingualText(zh: "重新定稿的原因", en: "Why it is sealed again"),
    .reasonHint: BilingualText(zh: "首次定稿可不填。", en: "Not needed the first time."),
    .sealButton: BilingualText(zh: "定稿 {0} 年度考核", en: "Seal {0}"),
    .sealOther: BilingualText(zh: "由考核员定稿。", en: "The assessor seals it."),
    .done: BilingualText(zh: "{0} 年度考核已定稿。", en: "{0} is sealed."),
    .versions: BilingualText(zh: "历次定稿", en: "Versions"),
    .versionLine: BilingualText(zh: "第 {0} 稿，{1}，{2}", en: "Version {0}, {1}, {2}"),
    .ruleIndex: BilingualText(
      zh: "各月平均分摊，按当月指数得分折算", en: "each month an equal share, by its index score"),
    .ruleNone: BilingualText(zh: "不扣分", en: "nothing costs marks"),
    .ruleColour: BilingualText(zh: "评为{0}每月扣 {1} 分", en: "{1} for each month rated {0}"),
    .ruleStep: BilingualText(zh: "升到第 {0} 档每次扣 {1} 分", en: "{1} each time it goes to step {0}"),
    .ruleTask: BilingualText(zh: "任务未按期每项扣 {0} 分", en: "{0} for each task that is late"),
    .ruleReport: BilingualText(zh: "迟报每份扣 {0} 分", en: "{0} for each late submission"),
    .full: BilingualText(zh: "满分 {0}", en: "{0} marks in all"),
    .kind: BilingualText(zh: "类别：{0}", en: "Kind: {0}"),
    .unitLink: BilingualText(zh: "看期刊版", en: "See the edition"),
  ]
}
