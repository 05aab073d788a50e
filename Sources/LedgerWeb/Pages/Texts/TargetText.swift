import LedgerDomain

/// The page of targets.
enum TargetText: String, PageText {
  case title, effective, over, who, indicator, kind, year, show, unit, yearColumn, setChange
  case current, goal, goalOf, month, trial, parent, sum, save, tryOut, reason, reasonHint, shape
  case shapeShare, shapeEven, shapeHint, pathLabel, everyMonth, none, tried, rulesRead, rulesIgnore
  case rulesNone, months, met, missed, unknown, noMonths, equal, more, less, moreShare, lessShare
  case noParent, notAdded, lacking, implied, nothingChanged, saved, history, historyNone, when, by
  case change, why, first, numberWrong, typed
  case atMost, atLeast, yoyAtMost, yoyAtLeast, decrease, zero
  case atMostIs, atLeastIs, yoyAtMostIs, yoyAtLeastIs, decreaseIs, zeroIs
  case hidden, files, filesHint, download, file, upload, noFile

  // Two tables, since one switch would be too long; a test finds a text that is in neither.
  var text: BilingualText { Self.form[self] ?? Self.rest(self) }

  private static let form: [TargetText: BilingualText] = [
    .title: BilingualText(zh: "{0} 年目标：{1}", en: "Targets for {0}: {1}"),
    .effective: BilingualText(
      zh: "现在保存的目标自 {0}起计入评价；已发布的月份不变。",
      en: "What is saved now counts from {0} on; published months stay as they are."),
    .over: BilingualText(
      zh: "这一年各月都已发布，现在保存的目标不再影响任何月份。",
      en: "Every month of the year is published: what is saved now changes nothing."),
    .who: BilingualText(
      zh: "目标由联席办保存即下达，每次改动连同依据记入日志；本系统对目标不设第二人批准。",
      en: "The office sets targets by saving them. Every change stands in the journal with its "
        + "reason; there is no approval by a second person."),
    .indicator: BilingualText(zh: "指标", en: "Indicator"),
    .kind: BilingualText(zh: "目标类型", en: "Kind of target"),
    .year: BilingualText(zh: "年份", en: "Year"),
    .show: BilingualText(zh: "查看", en: "Show"),
    .unit: BilingualText(zh: "单位", en: "Unit"),
    .yearColumn: BilingualText(zh: "{0} 年（{1}）", en: "{0} ({1})"),
    .setChange: BilingualText(zh: "市定降幅", en: "Change set"),
    .current: BilingualText(zh: "现行目标", en: "Set now"),
    .goal: BilingualText(zh: "{0} 年目标（{1}）", en: "Target {0} ({1})"),
    .goalOf: BilingualText(zh: "{0} {1} 年目标", en: "{0}, target for {1}"),
    .month: BilingualText(zh: "按月", en: "By month"),
    .trial: BilingualText(zh: "试算：若过去 12 个月用此线", en: "Trial: over the last 12 months"),
    .parent: BilingualText(zh: "{0}（上级下达）", en: "{0} (set from above)"),
    .sum: BilingualText(zh: "各单位合计", en: "All units"),
    .save: BilingualText(zh: "保存下达", en: "Save and set"),
    .tryOut: BilingualText(zh: "试算", en: "Try"),
    .reason: BilingualText(zh: "依据", en: "Reason"),
    .reasonHint: BilingualText(
      zh: "改目标要写依据，如会议或文号。不写姓名、证件号、电话号码。",
      en: "Why it is changed: a meeting or a document's number. No names, no personal numbers."),
    .shape: BilingualText(zh: "改动的目标怎样分到各月", en: "How changed targets spread over the months"),
    .shapeShare: BilingualText(zh: "按去年各月占比", en: "As last year's months did"),
    .shapeEven: BilingualText(zh: "按月均分", en: "In equal steps"),
    .shapeHint: BilingualText(
      zh: "去年缺月的单位按月均分。没有改动的目标不动。",
      en: "In equal steps where a month of last year is absent. Targets that do not change stay."),
    .pathLabel: BilingualText(
      zh: "各月末累计应达：1 月 {0}，6 月 {1}，12 月 {2}",
      en: "Due by the end of January {0}, of June {1}, of December {2}"),
    .everyMonth: BilingualText(zh: "各月同一要求", en: "the same every month"),
    .none: BilingualText(zh: "未下达", en: "none"),
    .tried: BilingualText(zh: "这是试算，没有保存。", en: "This is a trial: nothing was saved."),
    .rulesRead: BilingualText(
      zh: "颜色按规则 {0} 评出，它读取这项指标的目标。",
      en: "Colours are given by {0}, which reads the targets of this indicator."),
    .rulesIgnore: BilingualText(
      zh: "现行规则 {0} 不读取这项指标的目标，颜色不随目标变化，所以只列达到与未达的月数。",
      en: "The rules in force, {0}, do not read the targets of this indicator: colours do not "
        + "depend on them, so only months met and missed are counted."),
    .rulesNone: BilingualText(
      zh: "没有现行规则，只列达到与未达的月数。",
      en: "No rules are in force: only months met and missed are counted."),
  ]

  private static func rest(_ text: TargetText) -> BilingualText {
    switch text {
    case .months: BilingualText(zh: "试算用 {0} 至 {1} 的数。", en: "The trial reads {0} to {1}.")
    case .met: BilingualText(zh: "达到 {0} 个月", en: "met in {0}")
    case .missed: BilingualText(zh: "未达 {0} 个月", en: "missed in {0}")
    case .unknown: BilingualText(zh: "缺数无法判断 {0} 个月", en: "unknown in {0}")
    case .noMonths: BilingualText(zh: "{0} {1} 个月", en: "{0} in {1}")
    case .equal: BilingualText(zh: "与上级下达 {0} 一致", en: "as set from above ({0})")
    case .more: BilingualText(zh: "比上级下达 {0} 多 {1}", en: "{1} more than set from above ({0})")
    case .less: BilingualText(zh: "比上级下达 {0} 少 {1}", en: "{1} less than set from above ({0})")
    case .moreShare:
      BilingualText(
        zh: "比上级下达 {0} 高 {1} 个百分点", en: "{1} percentage points above {0}, set from above")
    case .lessShare:
      BilingualText(
        zh: "比上级下达 {0} 低 {1} 个百分点", en: "{1} percentage points below {0}, set from above")
    case .noParent: BilingualText(zh: "上级未下达", en: "nothing set from above")
    case .notAdded: BilingualText(zh: "不相加", en: "does not add up")
    case .lacking: BilingualText(zh: "{0}（{1} 个单位未定）", en: "{0} ({1} units without)")
    case .implied: BilingualText(zh: "合计相当于同比 {0}", en: "{0} on last year in all")
    case .nothingChanged:
      BilingualText(zh: "没有改动，不必保存。", en: "Nothing was changed, so there is nothing to save.")
    case .saved: BilingualText(zh: "已下达 {0} 项目标。", en: "{0} targets were set.")
    case .history: BilingualText(zh: "历次改动", en: "Changes")
    case .historyNone: BilingualText(zh: "还没有下达过目标。", en: "No target was set yet.")
    case .when: BilingualText(zh: "时间", en: "When")
    case .by: BilingualText(zh: "谁", en: "Who")
    case .change: BilingualText(zh: "原 → 新", en: "From → to")
    case .why: BilingualText(zh: "依据", en: "Reason")
    case .first: BilingualText(zh: "（首次）", en: "(first)")
    case .numberWrong: BilingualText(zh: "{0}：{1}", en: "{0}: {1}")
    case .typed: BilingualText(zh: "试填 {0}", en: "typed: {0}")
    case .files: BilingualText(zh: "用表格改", en: "By spreadsheet")
    case .filesHint:
      BilingualText(
        zh: "下载这项指标的目标，在表格软件里改，再上传（CSV 或 XLSX）。列：{0}；path 是 1 至 12 月末累计应达的十二个数，"
          + "用空格隔开，最后一个等于目标值，空着为按月均分。",
        en: "Download the targets of this indicator, change them in a spreadsheet and upload them "
          + "(CSV or XLSX). Columns: {0}. The path is what is due by the end of each month, twelve "
          + "numbers with spaces between, the last of which is the goal; equal steps where it is "
          + "blank.")
    case .download: BilingualText(zh: "下载 CSV", en: "Download CSV")
    case .file: BilingualText(zh: "目标表", en: "Table of targets")
    case .upload: BilingualText(zh: "上传并下达", en: "Upload and set")
    case .noFile: BilingualText(zh: "没有选文件。请选一个表格。", en: "No file was chosen. Choose a table.")
    case .hidden:
      BilingualText(
        zh: "这项指标的小数不对你显示，因此不列往年数。",
        en: "Small counts of this indicator are not shown to you, so former years are left out.")
    default: kinds(text)
    }
  }

  private static func kinds(_ text: TargetText) -> BilingualText {
    switch text {
    case .atMost: BilingualText(zh: "全年不超过", en: "At most, over the year")
    case .atLeast: BilingualText(zh: "全年不少于", en: "At least, over the year")
    case .yoyAtMost: BilingualText(zh: "同比不高于（%）", en: "Change on last year at most (%)")
    case .yoyAtLeast: BilingualText(zh: "同比不低于（%）", en: "Change on last year at least (%)")
    case .decrease: BilingualText(zh: "比年初至少减少", en: "Less than at the start, by at least")
    case .zero: BilingualText(zh: "为零", en: "Zero")
    case .atMostIs: BilingualText(zh: "全年不超过 {0}", en: "at most {0}")
    case .atLeastIs: BilingualText(zh: "全年不少于 {0}", en: "at least {0}")
    case .yoyAtMostIs: BilingualText(zh: "同比不高于 {0}%", en: "at most {0}% on last year")
    case .yoyAtLeastIs: BilingualText(zh: "同比不低于 {0}%", en: "at least {0}% on last year")
    case .decreaseIs: BilingualText(zh: "比年初至少减少 {0}", en: "{0} less than at the start")
    case .zeroIs: BilingualText(zh: "为零", en: "zero")
    default: BilingualText(zh: "", en: "")
    }
  }
}

extension TargetKind {
  /// What a kind is called where it is chosen.
  var text: TargetText {
    switch self {
    case .atMost: .atMost
    case .atLeast: .atLeast
    case .yoyAtMostPercent: .yoyAtMost
    case .yoyAtLeastPercent: .yoyAtLeast
    case .decreaseFromStart: .decrease
    case .zero: .zero
    }
  }

  /// A target in words.
  var sentence: TargetText {
    switch self {
    case .atMost: .atMostIs
    case .atLeast: .atLeastIs
    case .yoyAtMostPercent: .yoyAtMostIs
    case .yoyAtLeastPercent: .yoyAtLeastIs
    case .decreaseFromStart: .decreaseIs
    case .zero: .zeroIs
    }
  }

  /// Whether the goal is a change on last year, in per cent.
  var isChange: Bool { self == .yoyAtMostPercent || self == .yoyAtLeastPercent }
}
