import LedgerDomain

/// A responsibility list as three lists, and bringing one in.
enum ListText: String, PageText {
  case title, duties, measures, tasks, show, file, role, lead, responsible, supporting
  case importTitle, importHint, number, numberHint, name, source, issued, from, fromHint
  case upload, uploadButton, imported, columns, none

  var text: BilingualText {
    switch self {
    case .title: BilingualText(zh: "三份清单：{0}", en: "The three lists: {0}")
    case .tasks: BilingualText(zh: "任务清单", en: "Tasks")
    case .duties: BilingualText(zh: "责任清单", en: "Duties")
    case .measures: BilingualText(zh: "措施清单", en: "Measures")
    case .show: BilingualText(zh: "看三份清单", en: "See the three lists")
    case .file: BilingualText(zh: "下载{0}", en: "Download: {0}")
    case .role: BilingualText(zh: "分工", en: "Part")
    case .lead: BilingualText(zh: "牵头", en: "leads")
    case .responsible: BilingualText(zh: "责任", en: "is responsible")
    case .supporting: BilingualText(zh: "配合", en: "supports")
    case .importTitle: BilingualText(zh: "导入清单", en: "Bring in a list")
    case .importHint:
      BilingualText(
        zh: "全部导入或全部不导入。编号已有的，改动的任务从起始日起按新内容，文件里没有的不变。",
        en: "All rows or none. In a list that is there already, changed tasks are new from the "
          + "first day on; what the file lacks stays.")
    case .number: BilingualText(zh: "清单编号", en: "Number")
    case .numberHint: BilingualText(zh: "年度和序号，如 2026-1。", en: "The year and a number: 2026-1.")
    case .name: BilingualText(zh: "名称", en: "Title")
    case .source: BilingualText(zh: "依据的文件", en: "Document")
    case .issued: BilingualText(zh: "下发日期", en: "Issued on")
    case .from: BilingualText(zh: "起始日（可不填）", en: "First day (optional)")
    case .fromHint: BilingualText(zh: "不填则为下发日期。", en: "The day of issue otherwise.")
    case .upload: BilingualText(zh: "文件（CSV 或 XLSX）", en: "File (CSV or XLSX)")
    case .uploadButton: BilingualText(zh: "导入", en: "Import")
    case .imported:
      BilingualText(zh: "已导入：新增或改动 {0} 项。", en: "Imported: {0} tasks added or changed.")
    case .columns: BilingualText(zh: "列：{0}", en: "Columns: {0}")
    case .none: BilingualText(zh: "清单中没有任务。", en: "The list has no tasks.")
    }
  }
}
