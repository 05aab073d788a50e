public import LedgerDomain

/// A file that fills one form of one unit and period: read by the indicators' codes, whatever else
/// stands in it.
///
/// What is not understood is left out and counted, since people add columns, totals and remarks;
/// nothing is checked here but where it belongs.
public struct EntryFile: Sendable {
  /// What the file says about one field, as it was typed.
  public struct Entry: Sendable {
    /// The number; empty for none.
    public var value = ""
    /// The reason of absence; empty for none.
    public var absence = ""
    /// The note; nil where the file has no such column.
    public var note: String?
  }

  /// The entries by the indicators' codes; the last row of a code counts.
  public private(set) var entries: [String: Entry] = [:]
  /// The columns that mean nothing here.
  public private(set) var unknownColumns: [String] = []
  /// The codes that the form does not have.
  public private(set) var unknownCodes: [String] = []
  /// How many rows are of other units or periods, or have no code.
  public private(set) var otherRows = 0

  /// How a column may be called: as in files of figures, in the template, and in Chinese.
  private static let names: [(column: String, names: Set<String>)] = [
    ("indicator", ["indicator", "代码", "指标代码", "code"]),
    ("value", ["value", "数值", "本期"]),
    ("absence", ["absence", "缺值原因"]),
    ("note", ["note", "说明"]),
    ("unit", ["unit", "单位代码"]),
    ("period", ["period", "期"]),
  ]
  /// Columns of the template that are there to be read.
  private static let shown: Set<String> = ["name", "unit_of_measure", "before", "year_earlier"]

  /// Reads a file for a unit, a period and the codes of a form.
  ///
  /// Refused where it is no such file: without columns for codes and numbers, or unreadable.
  public init(
    reading file: CSVFile, unit: String, period: Period, codes: [String]
  ) throws {
    let rows = try file.rows()
    var columns: [String: Int] = [:]
    for (position, field) in (rows.first?.fields ?? []).enumerated() {
      let name = Self.trimmed(field)
      if let known = Self.names.first(where: { $0.names.contains(name) })?.column {
        columns[known] = columns[known] ?? position
      } else if !name.isEmpty, !Self.shown.contains(name) {
        unknownColumns.append(name)
      }
    }
    guard let code = columns["indicator"], let value = columns["value"] else {
      throw Refusal(
        CSVRefusal.headerMissing, at: .line(1, column: nil),
        columns["indicator"] == nil ? "indicator" : "value", "indicator,value")
    }
    let known = Set(codes)
    for row in rows.dropFirst() where row.fields.contains(where: { !$0.isEmpty }) {
      func field(_ name: String) -> String? {
        columns[name].map { $0 < row.fields.count ? Self.trimmed(row.fields[$0]) : "" }
      }
      let indicator = code < row.fields.count ? Self.trimmed(row.fields[code]) : ""
      guard !indicator.isEmpty, Self.isOf(unit, field("unit")),
        Self.isOf(period, field("period"))
      else {
        otherRows += 1
        continue
      }
      guard known.contains(indicator) else {
        unknownCodes.append(indicator)
        continue
      }
      entries[indicator] = Entry(
        value: value < row.fields.count ? Self.trimmed(row.fields[value]) : "",
        absence: field("absence") ?? "", note: field("note"))
    }
  }

  private static func isOf(_ unit: String, _ field: String?) -> Bool {
    field.map { $0.isEmpty || $0 == unit } ?? true
  }

  /// A month that a spreadsheet made a date of is that month.
  private static func isOf(_ period: Period, _ field: String?) -> Bool {
    guard let field, !field.isEmpty else { return true }
    return field == period.description
      || period.frequency == .month && field == period.firstDay.description
  }

  private static func trimmed(_ text: String) -> String {
    var scalars = text.unicodeScalars[...]
    while let last = scalars.last, last.properties.isWhitespace { scalars.removeLast() }
    return String(scalars.drop { $0.properties.isWhitespace })
  }
}
