public import LedgerDomain

/// What a line of a file says, and where it stands.
public struct Placed<Value: Sendable>: Sendable {
  /// What it says.
  public let value: Value
  /// The column that names what it is about.
  public let place: Place
}

/// A population as a file states it.
public struct StatedPopulation: Sendable {
  /// The unit's code.
  public let unit: String
  /// The day of the count.
  public let asOf: CalendarDate
  /// How many.
  public let persons: Int64
  /// Where it was taken from; empty where the file does not say.
  public let source: String
}

/// The files of units, populations, calendar days and targets: all rows, or every refusal by line.
public enum CatalogueFiles {
  private static let refusalsMax = 1_000

  /// `code,name,name_en,kind,parent,group,valid_from,valid_to`.
  ///
  /// A `valid_to` makes a second version that ends the unit on the day after.
  public static func units(_ file: CSVFile) throws -> [Placed<UnitVersion>] {
    try rows(
      file, ["code", "name", "kind", "parent", "valid_from"], ["name_en", "group", "valid_to"]
    ) { header, row, line throws(Refusal) in
      func field(_ name: String) -> String { CSVText.unguarded(header.field(name, row)) }
      guard UnitTree.isCode(field("code")) else {
        throw Refusal(UnitRefusal.codeMalformed, at: header.place(line, "code"), field("code"))
      }
      guard try !FreeText.checked(field("name"), at: header.place(line, "name")).isEmpty else {
        throw Refusal(UnitRefusal.nameMissing, at: header.place(line, "name"), field("code"))
      }
      for name in ["code", "name_en", "group"] {
        _ = try FreeText.checked(field(name), at: header.place(line, name))
      }
      guard isWord(field("kind")) else {
        throw Refusal(UnitRefusal.kindMalformed, at: header.place(line, "kind"), field("kind"))
      }
      let from = try date(field("valid_from"), header.place(line, "valid_from"))
      let parent = field("parent")
      func version(_ day: CalendarDate, isEnded: Bool) -> Placed<UnitVersion> {
        let version = UnitVersion(
          code: field("code"), validFrom: day,
          name: BilingualText(
            zh: field("name"), en: field("name_en").isEmpty ? field("name") : field("name_en")),
          kind: field("kind"), parent: parent.isEmpty ? nil : parent,
          group: field("group").isEmpty ? nil : field("group"), isEnded: isEnded)
        return Placed(value: version, place: header.place(line, "code"))
      }
      guard !field("valid_to").isEmpty else { return [version(from, isEnded: false)] }
      let end = try date(field("valid_to"), header.place(line, "valid_to"))
      return [version(from, isEnded: false), version(end.adding(days: 1), isEnded: true)]
    }
  }

  /// `code,as_of,population,source`; the source may be left out.
  public static func populations(_ file: CSVFile) throws -> [Placed<StatedPopulation>] {
    try rows(
      file, ["code", "as_of", "population"], ["source"]
    ) { header, row, line throws(Refusal) in
      let text = header.field("population", row)
      guard let persons = Int64(text), (1...10_000_000_000).contains(persons) else {
        throw Refusal(
          UnitRefusal.populationMalformed, at: header.place(line, "population"), text)
      }
      let day = try date(header.field("as_of", row), header.place(line, "as_of"))
      let source = try FreeText.checked(
        header.field("source", row), at: header.place(line, "source"))
      let stated = StatedPopulation(
        unit: header.field("code", row), asOf: day, persons: persons, source: source)
      return [Placed(value: stated, place: header.place(line, "code"))]
    }
  }

  /// `day,kind,name`, kind `working` or `holiday`.
  public static func calendar(_ file: CSVFile) throws -> [CalendarDay] {
    try rows(file, ["day", "kind"], ["name"]) { header, row, line throws(Refusal) in
      let kind = header.field("kind", row)
      guard kind == "working" || kind == "holiday" else {
        throw Refusal(UnitRefusal.dayMalformed, at: header.place(line, "kind"), kind)
      }
      let day = try date(header.field("day", row), header.place(line, "day"))
      let name = try FreeText.checked(
        CSVText.unguarded(header.field("name", row)), at: header.place(line, "name"))
      return [CalendarDay(day: day, isWorking: kind == "working", name: name)]
    }
  }

  /// `unit,row,column`; row and column empty for a unit without a place of its own.
  public static func tiles(_ file: CSVFile) throws -> [Placed<PlacedTile>] {
    try rows(file, ["unit", "row", "column"], []) { header, row, line throws(Refusal) in
      do throws(Refusal) {
        let place = try TilePlace.read(
          row: header.field("row", row), column: header.field("column", row))
        return [
          Placed(
            value: PlacedTile(unit: header.field("unit", row), place: place),
            place: header.place(line, "unit"))
        ]
      } catch {
        throw error.at(header.place(line, "row"))
      }
    }
  }

  /// `unit,indicator,year,kind,value`, and where they are stated `baseline` and `path`: twelve
  /// numbers with spaces between.
  public static func targets(_ file: CSVFile) throws -> [Target] {
    let targets = try rows(
      file, ["unit", "indicator", "year", "kind", "value"], ["baseline", "path"]
    ) { header, row, line throws(Refusal) in
      let word = header.field("kind", row)
      guard let kind = TargetKind(rawValue: word) else {
        throw Refusal(
          TargetRefusal.kindUnknown, at: header.place(line, "kind"), word,
          TargetKind.allCases.map(\.rawValue).joined(separator: ", "))
      }
      let year = Int(header.field("year", row)) ?? 0
      let goal = try number(header.field("value", row), header.place(line, "value"))
      let baseline = header.field("baseline", row)
      var path: [FigureNumber] = []
      for month in header.field("path", row).split(separator: " ") {
        path.append(try number(String(month), header.place(line, "path")))
      }
      do throws(Refusal) {
        return [
          try Target(
            unit: header.field("unit", row), indicator: header.field("indicator", row),
            year: year, kind: kind, goal: goal,
            baseline: baseline.isEmpty
              ? nil : try number(baseline, header.place(line, "baseline")),
            path: path.isEmpty ? nil : path)
        ]
      } catch {
        throw error.at(header.place(line, "year"))
      }
    }
    try Target.check(targets)
    return targets
  }

  static func number(_ text: String, _ place: Place) throws(Refusal) -> FigureNumber {
    switch FigureText.number(text, decimals: 4) {
    case .success(let number): return number
    case .failure(let reason): throw Refusal(reason, at: place, text, "4")
    }
  }

  static func date(_ text: String, _ place: Place) throws(Refusal) -> CalendarDate {
    guard let date = CalendarDate(text) else {
      throw Refusal(UnitRefusal.dateMalformed, at: place, text)
    }
    return date
  }

  private static func isWord(_ text: String) -> Bool {
    (2...32).contains(text.utf8.count)
      && text.utf8.allSatisfy {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) || $0 == UInt8(ascii: "_")
      } && text.utf8.first != UInt8(ascii: "_")
  }

  /// Reads every row, or tells every refusal; `columns` says what a column of another name is.
  static func rows<Item>(
    _ file: CSVFile, _ required: [String], _ optional: [String], columns: [String: String] = [:],
    _ read: (CSVHeader, [String], Int) throws(Refusal) -> [Item]
  ) throws -> [Item] {
    var rows = try file.rows()
    let header = try CSVHeader(
      rows.removeFirst().fields.map { columns[$0] ?? $0 }, required: required, optional: optional)
    var items: [Item] = []
    var refusals: [Refusal] = []
    for (line, row) in rows where refusals.count < refusalsMax {
      do throws(Refusal) {
        try header.check(row.count, line: line)
        items += try read(header, row, line)
      } catch {
        refusals.append(error)
      }
    }
    guard refusals.isEmpty else { throw Refusals(refusals) }
    guard !items.isEmpty else { throw Refusal(CSVRefusal.empty) }
    return items
  }
}
