import LedgerDomain

/// What the pages of the catalogue have in common.
enum CatalogueText: String, PageText {
  case settings, crumbs, sections, units, populations, indicators, forms, calendar, map
  case code, name, englishName, from, show, on, download, downloadJSON, source, upload
  case uploadTitle, file, fileHintCSV, fileHintJSON, formatIs, uploadWhy, again
  case added, placeLine, placeColumn, placePointer, moreErrors, none, effective, effectiveHint
  case versions, current, kind, day

  var text: BilingualText {
    switch self {
    case .settings: BilingualText(zh: "设置", en: "Settings")
    case .crumbs: BilingualText(zh: "当前位置", en: "You are here")
    case .sections: BilingualText(zh: "目录各页", en: "Pages of the catalogue")
    case .units: BilingualText(zh: "单位", en: "Units")
    case .populations: BilingualText(zh: "人口", en: "Populations")
    case .indicators: BilingualText(zh: "指标", en: "Indicators")
    case .forms: BilingualText(zh: "报表", en: "Forms")
    case .calendar: BilingualText(zh: "工作日历", en: "Working days")
    case .map: TileText.settings.text
    case .code: BilingualText(zh: "代码", en: "Code")
    case .name: BilingualText(zh: "名称", en: "Name")
    case .englishName: BilingualText(zh: "英文名称", en: "English name")
    case .from: BilingualText(zh: "自", en: "From")
    case .on: BilingualText(zh: "哪一天的", en: "As on")
    case .show: BilingualText(zh: "查看", en: "Show")
    case .download: BilingualText(zh: "下载 CSV", en: "Download CSV")
    case .downloadJSON: BilingualText(zh: "下载 JSON", en: "Download JSON")
    case .source: BilingualText(zh: "来源", en: "Source")
    case .upload: BilingualText(zh: "导入", en: "Import")
    case .uploadTitle: BilingualText(zh: "导入文件", en: "Import a file")
    case .file: BilingualText(zh: "文件", en: "File")
    case .fileHintCSV:
      BilingualText(
        zh: "CSV（UTF-8 或 GBK）或 XLSX，至多 5 MB。", en: "CSV (UTF-8 or GBK) or XLSX, up to 5 MB.")
    case .fileHintJSON: BilingualText(zh: "JSON，至多 5 MB。", en: "JSON, up to 5 MB.")
    case .formatIs: BilingualText(zh: "表头：", en: "Header:")
    case .uploadWhy:
      BilingualText(
        zh: "整个文件要么全部收下，要么一条不收；已有的内容不重复登记。",
        en: "The file is taken whole or not at all; what is known already is not recorded again.")
    case .again:
      BilingualText(
        zh: "文件一条也没有收下。请改正后重新选择文件。",
        en: "Nothing of the file was taken. Correct it and choose it again.")
    case .added:
      BilingualText(
        zh: "已登记：新增 {0} 条；{1} 条早已登记。",
        en: "Recorded: {0} added; {1} were known already.")
    case .placeLine: BilingualText(zh: "第 {0} 行：", en: "Line {0}: ")
    case .placeColumn: BilingualText(zh: "第 {0} 行第 {1} 列：", en: "Line {0}, column {1}: ")
    case .placePointer: BilingualText(zh: "{0} 处：", en: "At {0}: ")
    case .moreErrors: BilingualText(zh: "另有 {0} 处问题。", en: "And {0} more problems.")
    case .none: BilingualText(zh: "还没有登记。", en: "Nothing is recorded yet.")
    case .effective: BilingualText(zh: "生效月份", en: "In force from")
    case .effectiveHint: BilingualText(zh: "写成 2026-01。", en: "Write it as 2026-01.")
    case .versions: BilingualText(zh: "历次版本", en: "Versions")
    case .current: BilingualText(zh: "现行", en: "in force")
    case .kind: BilingualText(zh: "类别", en: "Kind")
    case .day: BilingualText(zh: "日期", en: "Day")
    }
  }
}
