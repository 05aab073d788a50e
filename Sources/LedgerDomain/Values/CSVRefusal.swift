/// Why a CSV file is not read.
public enum CSVRefusal: String, RefusalReason {
  case fileUnreadable = "csv.file_unreadable"
  case fileTooLarge = "csv.file_too_large"
  case empty = "csv.empty"
  case encodingUnknown = "csv.encoding_unknown"
  case notUTF8 = "csv.not_utf8"
  case headerUnknown = "csv.header_unknown"
  case headerMissing = "csv.header_missing"
  case headerTwice = "csv.header_twice"
  case fieldsMissing = "csv.fields_missing"
  case fieldsExtra = "csv.fields_extra"
  case quoteUnclosed = "csv.quote_unclosed"
  case quoteStray = "csv.quote_stray"
  case nulByte = "csv.nul_byte"
  case truncated = "csv.truncated"
  case spreadsheetBroken = "csv.spreadsheet_broken"
  case spreadsheetTooLarge = "csv.spreadsheet_too_large"

  /// What is wrong.
  public var text: BilingualText {
    switch self {
    case .fileUnreadable: BilingualText(zh: "读不到文件“{0}”。", en: "The file “{0}” cannot be read.")
    case .fileTooLarge:
      BilingualText(zh: "文件超过 {0} 字节。", en: "The file is larger than {0} bytes.")
    case .empty: BilingualText(zh: "文件是空的。", en: "The file is empty.")
    case .encodingUnknown:
      BilingualText(zh: "不认识编码“{0}”。", en: "There is no encoding “{0}”.")
    case .notUTF8:
      BilingualText(zh: "此行不是 UTF-8 编码。", en: "This line is not UTF-8.")
    case .headerUnknown: BilingualText(zh: "不认识列“{0}”。", en: "The column “{0}” is not known.")
    case .headerMissing: BilingualText(zh: "缺少列“{0}”。", en: "The column “{0}” is missing.")
    case .headerTwice: BilingualText(zh: "列“{0}”重复。", en: "The column “{0}” stands twice.")
    case .fieldsMissing:
      BilingualText(zh: "此行有 {0} 列，应为 {1} 列。", en: "This line has {0} fields, not {1}.")
    case .fieldsExtra:
      BilingualText(zh: "此行有 {0} 列，应为 {1} 列。", en: "This line has {0} fields, not {1}.")
    case .quoteUnclosed: BilingualText(zh: "引号没有结束。", en: "A quote is not closed.")
    case .quoteStray: BilingualText(zh: "引号出现在字段中间。", en: "A quote stands inside a field.")
    case .nulByte: BilingualText(zh: "此行含有空字节。", en: "This line holds a NUL byte.")
    case .truncated:
      BilingualText(zh: "文件在一行中间结束。", en: "The file ends in the middle of a line.")
    case .spreadsheetBroken:
      BilingualText(
        zh: "不是完好的 XLSX 工作簿（{0}）。", en: "This is no sound XLSX workbook ({0}).")
    case .spreadsheetTooLarge:
      BilingualText(
        zh: "工作表超过 1,048,576 行或 256 列，或行号错乱（{0}）。",
        en: "More than 1,048,576 rows or 256 columns, or rows out of order ({0})."
      )
    }
  }

  /// What to do.
  public var wayOut: BilingualText {
    switch self {
    case .fileUnreadable: BilingualText(zh: "请核对路径和权限。", en: "Check its path and rights.")
    case .fileTooLarge: BilingualText(zh: "请拆分后分次导入。", en: "Split it and import the parts.")
    case .encodingUnknown: BilingualText(zh: "可用：utf-8、gbk。", en: "Use utf-8 or gbk.")
    case .notUTF8:
      BilingualText(
        zh: "请另存为 UTF-8，或用 --encoding gbk 指明编码。",
        en: "Save it as UTF-8, or name its encoding with --encoding gbk.")
    case .headerUnknown, .headerMissing, .headerTwice:
      BilingualText(zh: "表头应为：{1}。", en: "The header is {1}.")
    case .fieldsExtra:
      BilingualText(
        zh: "含逗号的字段请加引号。", en: "Put quotes around a field that holds a comma.")
    case .spreadsheetBroken:
      BilingualText(
        zh: "请用电子表格软件打开，另存为 XLSX 或 CSV。",
        en: "Open it in a spreadsheet program and save it as XLSX or CSV.")
    case .spreadsheetTooLarge:
      BilingualText(zh: "请拆分后分次导入。", en: "Split it and import the parts.")
    case .truncated:
      BilingualText(zh: "请重新取得完整的文件。", en: "Get the whole file again.")
    default: BilingualText(zh: "请改正该行。", en: "Correct the line.")
    }
  }
}
