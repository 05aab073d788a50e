import LedgerDomain

/// The first sheet of an XLSX workbook, as the rows of texts that a CSV file would hold.
///
/// Rows keep their numbers, so that a refusal names the sheet's own row. Numbers keep the 15 digits
/// that spreadsheets keep; dates become `2026-01-31`.
struct Spreadsheet {
  /// What an XLSX file begins with, as every ZIP file.
  static let signature: [UInt8] = [0x50, 0x4B, 0x03, 0x04]
  private static let rowsMax = 1_048_576
  private static let columnsMax = 256

  /// The rows, the first of the sheet first; trailing empty ones are left out.
  private(set) var rows: [[String]] = []

  /// Refuses what is no workbook, or a sheet that is too large.
  init(path: String) throws(Refusal) {
    let archive = try ZipArchive(path: path)
    func part(_ name: String) throws(Refusal) -> [UInt8] {
      guard let bytes = try archive.entry(name) else {
        throw Refusal(CSVRefusal.spreadsheetBroken, name)
      }
      return bytes
    }
    let book = try Self.book(try part("xl/workbook.xml"))
    let targets = try Self.relationships(try part("xl/_rels/workbook.xml.rels"))
    guard let target = targets[book.firstSheet] else {
      throw Refusal(CSVRefusal.spreadsheetBroken, "xl/workbook.xml")
    }
    let sheet = target.hasPrefix("/") ? String(target.dropFirst()) : "xl/" + target
    var shared: [String] = []
    if let bytes = try archive.entry("xl/sharedStrings.xml") {
      shared = try Self.strings(bytes)
    }
    var dates: [Bool] = []
    if let bytes = try archive.entry("xl/styles.xml") { dates = try Self.dateStyles(bytes) }
    rows = try Self.cells(
      try part(sheet), sheet, SheetForm(shared: shared, isDate: dates, from1904: book.from1904))
    while rows.last?.allSatisfy(\.isEmpty) == true { rows.removeLast() }
    let width = rows.first?.lastIndex { !$0.isEmpty }.map { $0 + 1 } ?? 0
    for row in rows.indices where row > 0 && rows[row].contains(where: { !$0.isEmpty }) {
      while rows[row].count > width, rows[row].last?.isEmpty == true { rows[row].removeLast() }
      while rows[row].count < width { rows[row].append("") }
    }
  }

  // MARK: - The workbook's parts

  private static func book(
    _ bytes: [UInt8]
  ) throws(Refusal) -> (firstSheet: String, from1904: Bool) {
    var first: String?
    var from1904 = false
    let walk = XMLWalk()
    walk.onStart = { name, attributes in
      if name == "sheet", first == nil { first = attributes["id"] }
      if name == "workbookPr", let flag = attributes["date1904"] {
        from1904 = flag == "1" || flag == "true"
      }
    }
    try walk.walk(bytes, "xl/workbook.xml")
    return (first ?? "", from1904)
  }

  private static func relationships(_ bytes: [UInt8]) throws(Refusal) -> [String: String] {
    var targets: [String: String] = [:]
    let walk = XMLWalk()
    walk.onStart = { name, attributes in
      if name == "Relationship", let id = attributes["Id"] { targets[id] = attributes["Target"] }
    }
    try walk.walk(bytes, "xl/_rels/workbook.xml.rels")
    return targets
  }

  /// The shared strings, without the pronunciation that East Asian ones may carry.
  private static func strings(_ bytes: [UInt8]) throws(Refusal) -> [String] {
    var strings: [String] = []
    var text: [UInt8] = []
    var phonetic = 0
    var isText = false
    let walk = XMLWalk()
    walk.onStart = { name, _ in
      if name == "si" { text = [] }
      if name == "rPh" { phonetic += 1 }
      if name == "t" { isText = phonetic == 0 }
    }
    walk.onEnd = { name in
      if name == "t" { isText = false }
      if name == "rPh" { phonetic -= 1 }
      if name == "si" { strings.append(String(decoding: text, as: UTF8.self)) }
    }
    walk.onText = { if isText { text.append(contentsOf: $0) } }
    try walk.walk(bytes, "xl/sharedStrings.xml")
    return strings
  }

  /// Of each cell style, whether it shows a date.
  private static func dateStyles(_ bytes: [UInt8]) throws(Refusal) -> [Bool] {
    var custom: [Int: Bool] = [:]
    var styles: [Bool] = []
    var isCell = false
    let builtIn: [ClosedRange<Int>] = [14...22, 27...36, 45...47, 50...58]
    let walk = XMLWalk()
    walk.onStart = { name, attributes in
      let format = attributes["numFmtId"].flatMap { Int($0) }
      if name == "numFmt", let format, let code = attributes["formatCode"] {
        custom[format] = isDateFormat(code)
      }
      if name == "cellXfs" { isCell = true }
      if name == "xf", isCell {
        styles.append(
          format.map { id in custom[id] ?? builtIn.contains { $0.contains(id) } } ?? false)
      }
    }
    walk.onEnd = { if $0 == "cellXfs" { isCell = false } }
    try walk.walk(bytes, "xl/styles.xml")
    return styles
  }

  private static func isDateFormat(_ code: String) -> Bool {
    var isQuoted = false
    var isBracketed = false
    for character in code.lowercased() {
      switch character {
      case "\"": isQuoted.toggle()
      case "[": isBracketed = true
      case "]": isBracketed = false
      case "y", "m", "d", "h", "s": if !isQuoted, !isBracketed { return true }
      default: break
      }
    }
    return false
  }

  /// How a sheet's cells are read.
  private struct SheetForm {
    let shared: [String]
    let isDate: [Bool]
    let from1904: Bool

    func text(_ value: String, type: String, style: Int) -> String {
      switch type {
      case "s":
        return Int(value).flatMap { shared.indices.contains($0) ? shared[$0] : nil } ?? value
      case "n":
        guard isDate.indices.contains(style), isDate[style] else {
          return SpreadsheetNumber.plain(value) ?? value
        }
        return SpreadsheetNumber.date(value, from1904: from1904) ?? value
      default: return value
      }
    }
  }

  private static func cells(
    _ bytes: [UInt8], _ name: String, _ form: SheetForm
  ) throws(Refusal) -> [[String]] {
    var rows: [[String]] = []
    var value: [UInt8] = []
    var cell = (column: 0, type: "n", style: 0)
    var isValue = false
    var isInline = false
    var isTooLarge = false
    let walk = XMLWalk()
    walk.onStart = { name, attributes in
      switch name {
      case "row":
        let number = attributes["r"].flatMap { Int($0) } ?? rows.count + 1
        isTooLarge = isTooLarge || number > rowsMax || number <= rows.count
        while !isTooLarge, rows.count < number { rows.append([]) }
      case "c":
        cell.column = attributes["r"].map(column) ?? rows.last?.count ?? 0
        cell.type = attributes["t"] ?? "n"
        cell.style = attributes["s"].flatMap { Int($0) } ?? 0
        value = []
      case "v": isValue = true
      case "is": isInline = true
      case "t": isValue = isInline
      default: break
      }
    }
    walk.onEnd = { name in
      switch name {
      case "v", "t": isValue = false
      case "is": isInline = false
      case "c":
        guard !isTooLarge, !rows.isEmpty, cell.column < columnsMax else {
          isTooLarge = isTooLarge || cell.column >= columnsMax
          return
        }
        let row = rows.count - 1
        while rows[row].count <= cell.column { rows[row].append("") }
        // A line break inside a cell would move the numbers of all lines below.
        rows[row][cell.column] = form.text(
          String(decoding: value, as: UTF8.self), type: cell.type, style: cell.style
        ).replacing(/[\r\n]+/, with: " ")
      default: break
      }
    }
    walk.onText = { if isValue { value.append(contentsOf: $0) } }
    try walk.walk(bytes, name)
    guard !isTooLarge else { throw Refusal(CSVRefusal.spreadsheetTooLarge, name) }
    return rows
  }

  /// The column of `AB12`, counted from 0; a column beyond any sheet's for what is no reference.
  private static func column(_ reference: String) -> Int {
    var column = 0
    for byte in reference.utf8.prefix(4) {
      guard (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) else { break }
      column = column * 26 + Int(byte - UInt8(ascii: "A")) + 1
    }
    return column == 0 ? columnsMax : column - 1
  }
}
