import LedgerDomain

/// The pages of rule sets and index methods.
enum MethodText: String, PageText {
  case code, version, scope, state, effective, effectiveHint, proposedBy, approvedBy, file
  case proposed, inForce, later, replaced, none, none2
  case upload, uploadHint, chooseFile, tryOut, propose, noFile, effectiveWrong, notKept, proposeThis
  case words, download, hash, trial, trialHint, trialNone, months, monthsShow, unit, colour, rank
  case score, reason, unchanged, allUnchanged, moved, hits, noLonger, componentMarks
  case componentOnly, notRanked, approve, approveHint, approveOther, done, doneApproved, place, line
  case titleOf, noVersions

  // Two tables, since one switch would be too long; a test finds a text that is in neither.
  var text: BilingualText { Self.list[self] ?? Self.one(self) }

  private static let list: [MethodText: BilingualText] = [
    .code: BilingualText(zh: "代码", en: "Code"),
    .version: BilingualText(zh: "版本", en: "Version"),
    .scope: BilingualText(zh: "范围", en: "Scope"),
    .state: BilingualText(zh: "状态", en: "State"),
    .effective: BilingualText(zh: "生效月份", en: "Month of effect"),
    .effectiveHint: BilingualText(
      zh: "如 2026-07；不填则用文件里的。已发布的月份不能再改。",
      en: "Such as 2026-07; the file's own where it is left blank. Published months stay."),
    .proposedBy: BilingualText(zh: "提出人", en: "Proposed by"),
    .approvedBy: BilingualText(zh: "批准人", en: "Approved by"),
    .file: BilingualText(zh: "文件", en: "File"),
    .proposed: BilingualText(zh: "已提出，待批准", en: "Proposed"),
    .inForce: BilingualText(zh: "现行", en: "In force"),
    .later: BilingualText(zh: "已批准，未到生效月份", en: "Approved, not yet in force"),
    .replaced: BilingualText(zh: "已被后来的版本替代", en: "Replaced by a later version"),
    .none: BilingualText(zh: "—", en: "—"),
    .none2: BilingualText(zh: "未批准", en: "Not approved"),
    .upload: BilingualText(zh: "新版本", en: "New version"),
    .uploadHint: BilingualText(
      zh: "下载现行版本的文件，改好后把版本号加一再上传。先试算，再提出；提出后由第二人批准。",
      en: "Download the file in force, change it, raise its version and upload it. Try it first, "
        + "then propose it; a second person approves."),
    .chooseFile: BilingualText(zh: "JSON 文件", en: "JSON file"),
    .tryOut: BilingualText(zh: "只试算", en: "Try only"),
    .propose: BilingualText(zh: "提出", en: "Propose"),
    .noFile: BilingualText(
      zh: "没有选文件。请选一个 JSON 文件。", en: "No file was chosen. Choose a JSON file."),
    .effectiveWrong: BilingualText(
      zh: "“{0}”不是月份。请写成 2026-07。", en: "“{0}” is no month. Write 2026-07."),
    .notKept: BilingualText(
      zh: "以下是试算，什么也没有保存。", en: "This is a trial: nothing was kept."),
    .proposeThis: BilingualText(zh: "提出试算的这一版", en: "Propose the version tried"),
    .words: BilingualText(zh: "用文字说", en: "In words"),
    .download: BilingualText(zh: "下载文件", en: "Download the file"),
    .hash: BilingualText(zh: "校验码（SHA-256）", en: "SHA-256"),
    .titleOf: BilingualText(zh: "{0} 第 {1} 版", en: "{0}, version {1}"),
    .noVersions: BilingualText(zh: "还没有版本。", en: "There is no version yet."),
  ]

  private static func one(_ text: MethodText) -> BilingualText {
    switch text {
    case .trial: BilingualText(zh: "试算：谁会变", en: "Trial: who would move")
    case .trialHint:
      BilingualText(
        zh: "假如最近已发布的月份用这一版，与当时采用的版本相比。用同一段评价程序计算，不保存。",
        en: "Had this version been used in the last published months, against the versions that "
          + "were. Computed by the same code that evaluates; nothing is kept.")
    case .trialNone:
      BilingualText(zh: "还没有已发布的月份，无法试算。", en: "No month is published yet to try it on.")
    case .months: BilingualText(zh: "月数", en: "Months")
    case .monthsShow: BilingualText(zh: "试算", en: "Try")
    case .unit: BilingualText(zh: "单位", en: "Unit")
    case .colour: BilingualText(zh: "颜色", en: "Colour")
    case .rank: BilingualText(zh: "名次", en: "Rank")
    case .score: BilingualText(zh: "得分", en: "Score")
    case .reason: BilingualText(zh: "原因", en: "Why")
    case .unchanged: BilingualText(zh: "其余 {0} 个单位不变。", en: "The other {0} units stay.")
    case .allUnchanged: BilingualText(zh: "{0} 个单位都不变。", en: "All {0} units stay.")
    case .moved: BilingualText(zh: "{0}：{1} 个单位有变化", en: "{0}: {1} units change")
    case .hits: BilingualText(zh: "新命中 {0}", en: "now hit by {0}")
    case .noLonger: BilingualText(zh: "不再命中 {0}", en: "no longer hit by {0}")
    case .componentMarks:
      BilingualText(zh: "变化最大的一项：{0}，{1} → {2} 分", en: "Largest: {0}, {1} → {2} marks")
    case .componentOnly: BilingualText(zh: "变化最大的一项：{0}", en: "Largest: {0}")
    case .notRanked: BilingualText(zh: "不排名", en: "not ranked")
    case .approve: BilingualText(zh: "批准这一版", en: "Approve this version")
    case .approveHint:
      BilingualText(
        zh: "批准后自 {0} 起采用；已发布的月份不变。",
        en: "Once approved it is used from {0} on; published months stay as they are.")
    case .approveOther:
      BilingualText(
        zh: "这一版还没有批准，须由提出人以外的联席办主任批准。",
        en: "This version is not approved. A director other than who proposed it approves it.")
    case .done: BilingualText(zh: "已提出，待第二人批准。", en: "Proposed. A second person approves it.")
    case .doneApproved: BilingualText(zh: "已批准。", en: "Approved.")
    case .place: BilingualText(zh: "位置 {0}：{1}", en: "At {0}: {1}")
    case .line: BilingualText(zh: "第 {0} 行：{1}", en: "Line {0}: {1}")
    default: BilingualText(zh: "", en: "")
    }
  }
}
