public import LedgerDomain

/// The files that offices keep of no-fraud units and of what they are measured by.
public enum RecordFiles {
  private static let places: [(name: String, zh: String)] = [
    ("unit", "所在单位"), ("kind", "类别"), ("title", "名称"), ("day", "申报日期"),
  ]
  private static let standards: [(name: String, zh: String)] = [
    ("kind", "类别"), ("version", "版本"), ("effective", "施行日期"), ("criterion", "标准"),
  ]

  /// The columns of a file of no-fraud units, as offices call them.
  public static var placeColumns: [String] { places.map(\.zh) }
  /// The columns of a file of standards, as offices call them.
  public static var standardColumns: [String] { standards.map(\.zh) }

  /// The lines of `所在单位,类别,名称,申报日期`, each with the fields of the record's form.
  public static func noFraudUnits(
    _ file: CSVFile
  ) throws -> [(line: Int, values: [String: String])] {
    try CatalogueFiles.rows(
      file, places.map(\.name), [], columns: Dictionary(places.map { ($0.zh, $0.name) }) { $1 }
    ) { header, row, line throws(Refusal) in
      var values: [String: String] = [:]
      for (name, _) in places { values[name] = CSVText.unguarded(header.field(name, row)) }
      return [(line: line, values: values)]
    }
  }

  /// The standards of `类别,版本,施行日期,标准`, one line for each criterion.
  public static func noFraudStandards(_ file: CSVFile) throws -> [NoFraudStandard] {
    let lines = try CatalogueFiles.rows(
      file, standards.map(\.name), [],
      columns: Dictionary(standards.map { ($0.zh, $0.name) }) { $1 }
    ) { header, row, line throws(Refusal) in
      [try standard(header, row, line)]
    }
    var joined: [NoFraudStandard] = []
    for line in lines {
      if let place = joined.firstIndex(where: {
        $0.kind == line.kind && $0.version == line.version
      }) {
        joined[place] = NoFraudStandard(
          kind: line.kind, version: line.version, effective: joined[place].effective,
          criteria: joined[place].criteria + line.criteria)
      } else {
        joined.append(line)
      }
    }
    return joined
  }

  private static func standard(
    _ header: CSVHeader, _ row: [String], _ line: Int
  ) throws(Refusal) -> NoFraudStandard {
    func field(_ name: String) -> String { CSVText.unguarded(header.field(name, row)) }
    let kind = NoFraudUnit.Kind.allCases.first {
      [$0.rawValue, $0.text.zh, $0.text.en].contains(field("kind"))
    }
    guard let kind else {
      throw Refusal(
        RecordRefusal.wordUnknown, at: header.place(line, "kind"), field("kind"),
        NoFraudUnit.Kind.allCases.map(\.text.zh).joined(separator: " | "))
    }
    guard let version = Int(field("version")), (1...1_000).contains(version) else {
      throw Refusal(
        RecordRefusal.numberMalformed, at: header.place(line, "version"), field("version"), "1000"
      )
    }
    return NoFraudStandard(
      kind: kind, version: version,
      effective: try CatalogueFiles.date(field("effective"), header.place(line, "effective")),
      criteria: [
        try FreeText.checked(
          field("criterion"), at: header.place(line, "criterion"), isNeeded: true)
      ])
  }
}
