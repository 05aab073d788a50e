import LedgerDomain

/// The list of what is to be reported, the entry form, its check and its receipt.
enum EntryText: String, PageText {
  case listTitle, listIntro, listNone, form, unit, period, due, fields, state, act, waiting, done
  case dueOn, daysLeft, dueToday, late, fill, correct, look, draft, closed, later
  case title, crumbs, steps, stepFill, stepCheck, stepSubmit, filled, filledLabel
  case zero, zeroHint, howTo, indicator, figure, absence, note, remark
  case hasNumber, valueOf, absenceOf, noteOf
  case dayBefore, weekBefore, monthBefore, quarterBefore
  case dayYear, weekYear, monthYear, quarterYear, next, save, saved, notSaved, corrects
  case returnedTitle, disputedTitle, returnedWhole, boundaryTitle
  case fileTitle, fileHint, template, file, upload
  case fileFilled, fileColumns, fileCodes, fileRows, fileMissing, fileReview
  case checkTitle, checkIntro, checkClean, checkOpen, checkRest, change, submit, submitAs
  case was, newFigure, explained, changedDraft
  case receiptTitle, receiptLead, receiptEntry, receiptRevision, receiptAt, receiptBy
  case receiptNext, nextReview, nextOffice, receiptCorrect, receiptLook, toList

  // Two tables, since one switch would be too long; a test finds a text that is in neither.
  var text: BilingualText {
    Self.onList[self] ?? Self.onForm[self] ?? Self.after[self] ?? BilingualText(zh: "", en: "")
  }

  private static let onList: [EntryText: BilingualText] = [
    .listTitle: BilingualText(zh: "填报", en: "Reporting"),
    .listIntro: BilingualText(
      zh: "近几期应报的报表。退回的在前；表格在一期之内不变，只填本期发生的数。",
      en: "What is due lately, returned ones first. A form does not change within its period."),
    .listNone: BilingualText(zh: "近期没有应报的报表。", en: "Nothing is due."),
    .form: BilingualText(zh: "报表", en: "Form"),
    .unit: BilingualText(zh: "单位", en: "Unit"),
    .period: BilingualText(zh: "期", en: "Period"),
    .due: BilingualText(zh: "截止", en: "Due"),
    .fields: BilingualText(zh: "项数", en: "Fields"),
    .state: BilingualText(zh: "状态", en: "State"),
    .act: BilingualText(zh: "办理", en: "To do"),
    .waiting: BilingualText(zh: "待填报（{0}）", en: "Waiting ({0})"),
    .done: BilingualText(zh: "已报和已结（{0}）", en: "Submitted or closed ({0})"),
    .dueOn: BilingualText(zh: "截止 {0}（{1}）", en: "Due {0} ({1})"),
    .daysLeft: BilingualText(zh: "还剩 {0} 天", en: "{0} days left"),
    .dueToday: BilingualText(zh: "今天截止", en: "today"),
    .late: BilingualText(zh: "已过 {0} 天", en: "{0} days late"),
    .fill: BilingualText(zh: "填报", en: "Fill in"),
    .correct: BilingualText(zh: "更正", en: "Correct"),
    .look: BilingualText(zh: "查看", en: "Look"),
    .draft: BilingualText(zh: "有草稿", en: "Draft"),
    .closed: BilingualText(zh: "已月结", en: "Closed"),
    .later: BilingualText(zh: "更早的见{0}。", en: "Earlier ones: {0}."),
  ]

  private static let onForm: [EntryText: BilingualText] = [
    .title: BilingualText(zh: "填报：{0} {1} {2}", en: "Report: {0}, {1}, {2}"),
    .crumbs: BilingualText(zh: "当前位置", en: "You are here"),
    .steps: BilingualText(zh: "步骤", en: "Steps"),
    .stepFill: BilingualText(zh: "1 填数", en: "1 Fill in"),
    .stepCheck: BilingualText(zh: "2 核对", en: "2 Check"),
    .stepSubmit: BilingualText(zh: "3 提交", en: "3 Submit"),
    .filled: BilingualText(zh: "已填 {0} / {1}", en: "{0} of {1} filled in"),
    .filledLabel: BilingualText(zh: "已填项数", en: "Fields filled in"),
    .zero: BilingualText(zh: "空项填 0（确认无发生）", en: "Fill blanks with 0 (nothing happened)"),
    .zeroHint: BilingualText(
      zh: "没有发生填 0；空白是没有报。确实没有数的，选缺值原因。",
      en: "0 means that nothing happened; blank means not reported. Where there is no number, say "
        + "why."),
    .howTo: BilingualText(
      zh: "可从 Excel 复制一列，在第一格粘贴。Enter 或 ↓ 到下一格，↑ 到上一格。",
      en: "A column copied from a spreadsheet can be pasted into the first field. Enter or ↓ goes "
        + "on, ↑ back."),
    .indicator: BilingualText(zh: "指标", en: "Indicator"),
    .figure: BilingualText(zh: "本期", en: "Figure"),
    .absence: BilingualText(zh: "缺值原因", en: "Why none"),
    .note: BilingualText(zh: "说明", en: "Note"),
    .remark: BilingualText(zh: "提示", en: "Remarks"),
    .hasNumber: BilingualText(zh: "有数", en: "has a number"),
    .valueOf: BilingualText(zh: "{0}，本期数值", en: "{0}, figure"),
    .absenceOf: BilingualText(zh: "{0}，缺值原因", en: "{0}, why there is none"),
    .noteOf: BilingualText(zh: "{0}，说明", en: "{0}, note"),
    .dayBefore: BilingualText(zh: "前一日", en: "Day before"),
    .weekBefore: BilingualText(zh: "上周", en: "Last week"),
    .monthBefore: BilingualText(zh: "上月", en: "Last month"),
    .quarterBefore: BilingualText(zh: "上季度", en: "Last quarter"),
    .dayYear: BilingualText(zh: "上年同日", en: "Same day last year"),
    .weekYear: BilingualText(zh: "上年同周", en: "Same week last year"),
    .monthYear: BilingualText(zh: "上年同月", en: "Same month last year"),
    .quarterYear: BilingualText(zh: "上年同季", en: "Same quarter last year"),
    .next: BilingualText(zh: "核对并提交", en: "Check and submit"),
    .save: BilingualText(zh: "保存草稿", en: "Save draft"),
    .saved: BilingualText(zh: "草稿已保存 {0}（{1}）", en: "Draft saved {0} ({1})"),
    .notSaved: BilingualText(zh: "还没有草稿", en: "No draft yet"),
    .corrects: BilingualText(
      zh: "第 {0} 版已报送。改动后提交的是更正，即第 {1} 版；原版本保留。",
      en: "Revision {0} is submitted. What you change is submitted as a correction, revision {1}; "
        + "the first stays."),
    .returnedTitle: BilingualText(zh: "已退回，请改正后重报", en: "Returned: correct it and submit again"),
    .disputedTitle: BilingualText(
      zh: "核验单位有异议，请核对", en: "A verifier disputes figures: check them"),
    .returnedWhole: BilingualText(zh: "整表", en: "The whole"),
    .boundaryTitle: BilingualText(zh: "填报的边界", en: "What may not be entered"),
    .fileTitle: BilingualText(zh: "用文件填", en: "Fill in from a file"),
    .fileHint: BilingualText(
      zh: "按代码列读取，填入草稿，不会提交；不认识的列和代码略过并告知。CSV（UTF-8 或 GBK）或 XLSX，至多 5 MB。",
      en: "Read by the codes, put into the draft, never submitted. Unknown columns and codes are "
        + "left out and named. CSV (UTF-8 or GBK) or XLSX, at most 5 MB."),
    .template: BilingualText(zh: "下载模板（CSV）", en: "Download the template (CSV)"),
    .file: BilingualText(zh: "文件", en: "File"),
    .upload: BilingualText(zh: "填入草稿", en: "Put into the draft"),
    .fileFilled: BilingualText(
      zh: "已从文件填入 {0} 项，请核对。", en: "{0} fields were filled in from the file: look at them."),
    .fileColumns: BilingualText(zh: "略过的列：{0}。", en: "Columns left out: {0}."),
    .fileCodes: BilingualText(
      zh: "本表没有的代码：{0}。", en: "Codes that this form does not have: {0}."),
    .fileRows: BilingualText(
      zh: "另有 {0} 行没有代码，或属于别的单位或期。",
      en: "{0} rows have no code or belong to another unit or period."),
    .fileMissing: BilingualText(zh: "请先选择文件。", en: "Choose a file first."),
    .fileReview: BilingualText(zh: "文件没有填入", en: "The file was not taken"),
  ]

  private static let after: [EntryText: BilingualText] = [
    .checkTitle: BilingualText(zh: "核对：{0} {1} {2}", en: "Check: {0}, {1}, {2}"),
    .checkIntro: BilingualText(
      zh: "提交之前再看一遍；提交后由本单位审核员审核。",
      en: "Look at it once more; after that your unit's reviewer decides."),
    .checkClean: BilingualText(
      zh: "核对通过：没有须改的数值，异常的都有说明。",
      en: "Nothing has to be changed, and what is unusual is explained."),
    .checkOpen: BilingualText(zh: "要看的 {0} 项", en: "{0} to look at"),
    .checkRest: BilingualText(zh: "其余 {0} 项无异常", en: "The other {0}: nothing unusual"),
    .change: BilingualText(zh: "返回修改", en: "Change"),
    .submit: BilingualText(zh: "提交", en: "Submit"),
    .submitAs: BilingualText(zh: "提交人：{0}", en: "Submitted by {0}"),
    .was: BilingualText(zh: "上一版 {0}", en: "was {0}"),
    .newFigure: BilingualText(zh: "数值", en: "Figure"),
    .explained: BilingualText(zh: "已说明：{0}", en: "Explained: {0}"),
    .changedDraft: BilingualText(
      zh: "核对以后草稿又变了，请再看一遍。", en: "The draft has changed since: look again."),
    .receiptTitle: BilingualText(zh: "回执：{0} {1} {2}", en: "Receipt: {0}, {1}, {2}"),
    .receiptLead: BilingualText(
      zh: "已报送，第 {0} 版。", en: "Submitted as revision {0}."),
    .receiptEntry: BilingualText(zh: "日志", en: "Journal"),
    .receiptRevision: BilingualText(zh: "版本", en: "Revision"),
    .receiptAt: BilingualText(zh: "报送时间", en: "Submitted"),
    .receiptBy: BilingualText(zh: "报送人", en: "By"),
    .receiptNext: BilingualText(zh: "接下来", en: "What comes next"),
    .nextReview: BilingualText(
      zh: "由本单位审核员审核；报送人不能审核自己的报送。",
      en: "Your unit's reviewer decides; nobody reviews what they submitted."),
    .nextOffice: BilingualText(
      zh: "审核通过后由核验单位核验、联席办接受；退回时理由写在填报页的各项旁边。",
      en: "Then verifiers look at it and the office accepts it; the reasons of a return stand "
        + "beside the fields."),
    .receiptCorrect: BilingualText(zh: "更正", en: "Correct it"),
    .receiptLook: BilingualText(zh: "查看这份报送", en: "Look at it"),
    .toList: BilingualText(zh: "回到填报", en: "Back to reporting"),
  ]
}

/// What is said beside fields, about conflicts, and by the entry form's script.
enum EntryWord: String, PageText {
  case blank, notFilled, mustChange, mustExplain, explainThis, returned, disputed
  case partOf, cumulative, atMost, between
  case lostTitle, lostText
  case conflictTitle, conflictText, conflictGone, mine, theirs, keep, resolve, nothingTyped
  case changed, saving, offline, expired, restored, pasted, pastedMore, pasteTooLarge, notNumber,
    failed
  case compare, localOnly
  case signInTitle, signInText, signIn, signedIn, signInElsewhere, otherAccount

  var text: BilingualText {
    Self.beside[self] ?? Self.script[self] ?? BilingualText(zh: "", en: "")
  }

  private static let beside: [EntryWord: BilingualText] = [
    .blank: BilingualText(
      zh: "没有填。没有发生填 0；没有数的选缺值原因。",
      en: "Blank. Write 0 where nothing happened, or say why there is no number."),
    .notFilled: BilingualText(zh: "未填", en: "Blank"),
    .mustChange: BilingualText(zh: "须改", en: "Change"),
    .mustExplain: BilingualText(zh: "请说明", en: "Explain"),
    .explainThis: BilingualText(
      zh: "{0}。属实的，在说明里写原因。", en: "{0}. Where it is right, say why in the note."),
    .returned: BilingualText(zh: "退回理由", en: "Why returned"),
    .disputed: BilingualText(zh: "核验数 {0}：{1}", en: "verified as {0}: {1}"),
    .partOf: BilingualText(zh: "“{0}”的其中项", en: "part of “{0}”"),
    .cumulative: BilingualText(zh: "年内累计数", en: "adds up within the year"),
    .atMost: BilingualText(zh: "至少 {0}", en: "at least {0}"),
    .between: BilingualText(zh: "{0} 至 {1}", en: "{0} to {1}"),
    .lostTitle: BilingualText(zh: "您填的内容，还没有保存", en: "What you typed, not saved yet"),
    .lostText: BilingualText(
      zh: "请把下面的内容复制到一个 .csv 文件里，登录后在填报页“用文件填”传回。",
      en: "Copy it into a .csv file, sign in, and send it back on the form under “Fill in from a "
        + "file”."),
    .conflictTitle: BilingualText(
      zh: "别人刚保存了这张表的草稿", en: "Somebody else saved this draft"),
    .conflictText: BilingualText(
      zh: "{0} 于 {1} 保存。请逐项选择，再保存；没有选的用您的。",
      en: "Saved by {0}, {1}. Choose for each field, then save; yours stays where you do not."),
    .conflictGone: BilingualText(
      zh: "这张表已由 {0} 于 {1} 报送（第 {2} 版）。与您填的不同之处如下；保存后可作为更正提交。",
      en: "{0} submitted this on {1} (revision {2}). Yours differs as follows; saved, it can be "
        + "submitted as a correction."),
    .mine: BilingualText(zh: "我的", en: "Mine"),
    .theirs: BilingualText(zh: "对方的", en: "Theirs"),
    .keep: BilingualText(zh: "{0}：用哪一个", en: "{0}: which one"),
    .resolve: BilingualText(zh: "按所选保存", en: "Save as chosen"),
    .nothingTyped: BilingualText(zh: "（空）", en: "(blank)"),
  ]

  private static let script: [EntryWord: BilingualText] = [
    .changed: BilingualText(zh: "有改动，即将保存", en: "Changed: about to be saved"),
    .saving: BilingualText(zh: "正在保存…", en: "Saving…"),
    .offline: BilingualText(
      zh: "网络不通，已存本机，恢复后自动再存", en: "No network: kept on this computer, saved later"),
    .expired: BilingualText(
      zh: "登录已过期，已存本机", en: "Signed out: kept on this computer"),
    .restored: BilingualText(
      zh: "已恢复本机上没有存完的内容", en: "What was kept on this computer is back"),
    .pasted: BilingualText(zh: "已粘贴 {0} 格", en: "{0} fields pasted"),
    .pastedMore: BilingualText(
      zh: "已粘贴 {0} 格，多出的 {1} 行没有用", en: "{0} fields pasted, {1} rows too many left out"),
    .pasteTooLarge: BilingualText(
      zh: "粘贴的内容太多，没有用；请只复制要填的一列", en: "Too much to paste: copy only the column"),
    .notNumber: BilingualText(
      zh: "不是数。请写成 1200、12.5、1,200 或 0.2万 这样的数。",
      en: "Not a number. Write 1200, 12.5, 1,200 or 0.2万."),
    .failed: BilingualText(
      zh: "没有存上，已存本机，稍后再存", en: "Not saved: kept on this computer, tried again"),
    .compare: BilingualText(zh: "没有存：请先处理下面的不同之处", en: "Not saved: settle the differences below"),
    .localOnly: BilingualText(zh: "没有存上，请按提示改正", en: "Not saved: see what is wrong"),
    .signInTitle: BilingualText(zh: "登录已过期", en: "You are signed out"),
    .signInText: BilingualText(
      zh: "填的数还在这个页面上，也存了本机副本。重新登录后继续。",
      en: "What you typed is still here, and a copy is kept on this computer. Sign in to go on."),
    .signIn: BilingualText(zh: "登录并继续保存", en: "Sign in and save"),
    .signedIn: BilingualText(zh: "我已在别的窗口登录", en: "I signed in elsewhere"),
    .signInElsewhere: BilingualText(zh: "在新窗口登录", en: "Sign in in a new window"),
    .otherAccount: BilingualText(
      zh: "请用原来的账号登录", en: "Sign in with the same account"),
  ]
}
