import ArgumentParser
import LedgerDocuments
import LedgerDomain

/// A table that a command prints: for people, as JSON or as CSV.
struct Table {
  var columns: [Column]
  var rows: [[String]] = []

  struct Column {
    let key: String
    let title: BilingualText
    var isNumber = false

    init(_ key: String, zh: String, en: String, isNumber: Bool = false) {
      self.key = key
      title = BilingualText(zh: zh, en: en)
      self.isNumber = isNumber
    }
  }

  /// The forms in which tables are printed.
  struct Form: ParsableArguments {
    @Flag(name: .long, help: "Print JSON.")
    var json = false

    @Flag(name: .long, help: "Print CSV.")
    var csv = false
  }

  /// Prints the table; `isInvented` is whether its ledger is a demonstration, which it then says.
  func write(as form: Form, isInvented: Bool) {
    if form.json {
      Terminal.print(json(isInvented).compactText)
    } else if form.csv {
      if isInvented { Terminal.write(InventedMark.comment) }
      Terminal.write(CSVWriter.text([columns.map(\.key)] + rows))
    } else {
      Terminal.write(text)
      if isInvented { Terminal.print(InventedMark.line) }
    }
  }

  private func json(_ isInvented: Bool) -> JSONValue {
    .array(
      rows.map { row in
        .object(
          zip(columns, row).map { column, cell in
            let isNumber = column.isNumber && Fraction(decimal: cell) != nil
            return JSONValue.Member(
              column.key, cell.isEmpty ? .null : isNumber ? .number(cell) : .string(cell))
          } + (isInvented ? [InventedMark.member] : []))
      })
  }

  private var text: String {
    let titles = columns.map { $0.title.text(in: Terminal.language) }
    let widths = columns.indices.map { column in
      ([titles[column]] + rows.map { $0[column] }).map(Terminal.width).max() ?? 0
    }
    func line(_ cells: [String]) -> String {
      zip(columns.indices, cells).map { column, cell in
        let space = String(repeating: " ", count: widths[column] - Terminal.width(cell))
        return columns[column].isNumber ? space + cell : cell + space
      }.joined(separator: "  ").trimmingTrailingSpaces + "\n"
    }
    let rule = widths.map { String(repeating: "─", count: $0) }.joined(separator: "  ") + "\n"
    return line(titles) + rule + rows.map(line).joined()
  }
}

extension String {
  var trimmingTrailingSpaces: String {
    var view = Substring(self)
    while view.last == " " { view.removeLast() }
    return String(view)
  }
}
