import LedgerDomain

/// What the ledger's own records say of figures, before it is submitted.
enum RecordFigureText: String, PageText {
  case title, intro, task, taskHint, link, form, choose, count, none, cut
  case unit, indicator, recorded, submitted, difference, source
  case unknown, given, givenHint, submit, submitHint, submitOther, done, back

  var text: BilingualText { Self.texts[self] ?? BilingualText(zh: "", en: "") }

  private static let texts: [RecordFigureText: BilingualText] = [
    .title: BilingualText(zh: "账面数值：{0}", en: "What the records say of {0}"),
    .intro: BilingualText(
      zh: "由责任清单、报送时间等台账记录得出，附依据。报送后照常审核，依据写入说明。",
      en: "Figures that the ledger's own records know, with their sources. Submitted, they are "
        + "reviewed like any others; the sources become the notes."),
    .task: BilingualText(zh: "账面数值：责任清单、报送时间", en: "What the records say: tasks, punctuality"),
    .taskHint: BilingualText(
      zh: "看台账记录得出的数，与已报的对照，再报送。",
      en: "Look at them beside what was submitted, then submit."),
    .link: BilingualText(zh: "看账面数值", en: "What the records say"),
    .form: BilingualText(zh: "报表", en: "Form"),
    .choose: BilingualText(zh: "查看", en: "Show"),
    .count: BilingualText(
      zh: "{0} 个单位，其中 {1} 个的账面数与已报数不同或尚未报送。",
      en: "{0} units; of {1} the records say something else than was submitted, or nothing was."),
    .none: BilingualText(
      zh: "本月没有可由台账记录得出数值的报表。",
      en: "No form of this month has a figure that the records know."),
    .cut: BilingualText(zh: "只显示前 {0} 个单位，报送包括全部。", en: "The first {0} units; all are submitted."),
    .unit: BilingualText(zh: "单位", en: "Unit"),
    .indicator: BilingualText(zh: "指标", en: "Indicator"),
    .recorded: BilingualText(zh: "账面数", en: "Records"),
    .submitted: BilingualText(zh: "已报数", en: "Submitted"),
    .difference: BilingualText(zh: "差", en: "Difference"),
    .source: BilingualText(zh: "依据", en: "Source"),
    .unknown: BilingualText(zh: "记录中没有，按已报数", en: "not in the records; as submitted"),
    .given: BilingualText(zh: "记录中没有的数值", en: "What the records do not know"),
    .givenHint: BilingualText(
      zh: "留空的保持已报数；从未报过的记为缺报。",
      en: "What is left empty stays as it was submitted; what never was is missing."),
    .submit: BilingualText(zh: "报送账面数值", en: "Submit what the records say"),
    .submitHint: BilingualText(
      zh: "没有变化的单位不产生新版本。", en: "Units of which nothing has changed get no revision."),
    .submitOther: BilingualText(
      zh: "由有本报表填报授权的账号报送。", en: "An account that reports this form submits them."),
    .done: BilingualText(zh: "账面数值已报送，等待审核。", en: "Submitted; the reviews follow."),
    .back: BilingualText(zh: "回到月结", en: "Back to the month"),
  ]
}
