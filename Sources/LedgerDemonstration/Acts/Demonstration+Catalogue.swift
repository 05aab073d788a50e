import LedgerDocuments
import LedgerDomain
import LedgerOperations
import LedgerStore

extension Demonstration {
  // MARK: - Accounts

  /// Creates every account, grants its role and signs it in.
  mutating func createAccounts(_ moment: InventedMoment) async throws {
    let ledger = performer.at(moment)
    let (console, others) = (
      DemonstrationAccounts.all.filter(\.role.isFirstAdministrator),
      DemonstrationAccounts.all.filter { !$0.role.isFirstAdministrator }
    )
    for item in console {
      try await ledger.createFirstAdministrator(item.account, role: item.role)
    }
    try await performer.signIn(console.map(\.name), at: moment)
    for item in others {
      try await ledger.createAccount(item.account, by: performer.by("system"))
      _ = try await ledger.addGrant(
        item.role, to: item.name, unit: item.scope, form: item.form, until: nil,
        by: performer.by("security"))
      // A grant for one form is for no tasks; units report on theirs by one of its own.
      if item.role == .reporter, item.unit == item.scope, item.unit != InventedCity.code {
        _ = try await ledger.addGrant(
          .reporter, to: item.name, unit: item.scope, form: Permission.tasksForm, until: nil,
          by: performer.by("security"))
      }
      if item.role == .reporter, item.form == DemonstrationForms.county {
        _ = try await ledger.addGrant(
          .reporter, to: item.name, unit: item.scope, form: DemonstrationForms.campaign,
          until: nil, by: performer.by("security"))
      }
    }
    for item in DemonstrationAccounts.all {
      try await prepareAccount(item, ledger, performer.by("security"))
    }
    try await performer.signIn(others.map(\.name), at: moment)
  }

  // MARK: - Catalogue

  /// Imports what an office starts from; rules and method are approved by the second person.
  func importCatalogue(_ moment: InventedMoment) async throws {
    let ledger = performer.at(moment)
    let office = try performer.by("office")
    _ = try await ledger.importUnits(Self.units, by: office)
    _ = try await ledger.importPopulations(Self.populations, by: office)
    for year in plan.baseMonths[0].year...(plan.publishedMonths[0].year + 1) {
      _ = try await ledger.importCalendar(Self.calendar(year), by: office)
    }
    _ = try await ledger.importTiles(Self.map, by: office)
    _ = try await ledger.importIndicators(
      defaults.indicators, effective: plan.baseMonths[0], by: office)
    for form in [story.forms.county, story.forms.agency, story.forms.office] {
      _ = try await ledger.importForm(form.definition, by: office)
    }
    let first = plan.publishedMonths[0]
    try await importTargets(first.year, moment)
    let methods: [(MethodVersion.Kind, JSONValue)] = [
      (.rules, defaults.rules), (.index, defaults.method), (.ladder, defaults.ladder),
      (.assessment, defaults.assessment),
    ]
    for (kind, document) in methods {
      let version = try await ledger.proposeMethod(
        document, kind: kind, scope: InventedCity.code, effective: first, by: office)
      try await ledger.approveMethod(
        kind: kind, scope: version.scope, code: version.code, version: version.version,
        by: performer.by("director"))
    }
  }

  /// What the defaults aim at, for every county and a year.
  func importTargets(_ year: Int, _ moment: InventedMoment) async throws {
    var text = CSVWriter.line(["unit", "indicator", "year", "kind", "value"])
    var seen: Set<String> = []
    for target in try CatalogueFiles.targets(defaults.targets)
    where seen.insert("\(target.indicator) \(target.kind.rawValue)").inserted {
      for county in InventedCity.counties {
        text += CSVWriter.line([
          county.code, target.indicator, String(year), target.kind.rawValue,
          target.goal.description,
        ])
      }
    }
    _ = try await performer.at(moment).importTargets(
      CSVFile(name: "targets.csv", text: text), by: performer.by("office"))
  }

  /// Ends the township that becomes part of another.
  func mergeTownships(_ moment: InventedMoment) async throws {
    let townships = InventedCity.counties.flatMap(\.townships)
    guard
      let county = InventedCity.counties.first(where: {
        InventedCity.merger.ended.hasPrefix($0.code)
      }),
      let ended = townships.first(where: { $0.code == InventedCity.merger.ended }),
      let into = townships.first(where: { $0.code == InventedCity.merger.into })
    else { return }
    let day = plan.mergerMonth.firstDay
    let units =
      CSVWriter.line(Self.unitColumns)
      + Self.line(
        ended.code, ended.name, "township", in: county.code,
        until: day.adding(days: -1).description)
    let populations = CSVWriter.text([
      ["code", "as_of", "population"],
      [into.code, day.description, String(into.residents + ended.residents)],
    ])
    let (ledger, office) = (performer.at(moment), try performer.by("office"))
    _ = try await ledger.importUnits(CSVFile(name: "units.csv", text: units), by: office)
    _ = try await ledger.importPopulations(
      CSVFile(name: "populations.csv", text: populations), by: office)
  }

  private static let unitColumns = [
    "code", "name", "name_en", "kind", "parent", "group", "valid_from", "valid_to",
  ]

  private static func line(
    _ code: String, _ name: BilingualText, _ kind: String, in parent: String = "",
    group: String = "", until: String = ""
  ) -> String {
    CSVWriter.line([
      code, name.zh, name.en, kind, parent, group, InventedCity.since.description, until,
    ])
  }

  private static var units: CSVFile {
    var text = CSVWriter.line(unitColumns) + line(InventedCity.code, InventedCity.name, "city")
    for county in InventedCity.counties {
      text += line(
        county.code, county.name, "county", in: InventedCity.code, group: county.group.rawValue)
      for township in county.townships {
        text += line(township.code, township.name, "township", in: county.code)
      }
    }
    for agency in InventedCity.agencies {
      text += line(
        agency.code, agency.name, agency.isMember ? "member_agency" : "other_agency",
        in: InventedCity.code)
    }
    return CSVFile(name: "units.csv", text: text)
  }

  private static var populations: CSVFile {
    let day = InventedCity.countedOn.description
    var rows = [["code", "as_of", "population"]]
    let all = InventedCity.counties.map(\.residents).reduce(0, +)
    rows.append([InventedCity.code, day, String(all)])
    for county in InventedCity.counties {
      rows.append([county.code, day, String(county.residents)])
      rows += county.townships.map { [$0.code, day, String($0.residents)] }
    }
    return CSVFile(name: "populations.csv", text: CSVWriter.text(rows))
  }

  /// Where the counties lie, roughly: the districts by the river, the counties around them.
  private static var map: CSVFile {
    let rows: [[String]] = [
      ["", "990121", "990122", ""],
      ["990124", "990104", "990102", "990123"],
      ["990125", "990126", "990103", "990128"],
      ["", "990127", "990181", ""],
    ]
    var lines = [["unit", "row", "column"]]
    for (row, units) in rows.enumerated() {
      for (column, unit) in units.enumerated() where !unit.isEmpty {
        lines.append([unit, String(row + 1), String(column + 1)])
      }
    }
    return CSVFile(name: "map.csv", text: CSVWriter.text(lines))
  }

  static func calendar(_ year: Int) -> CSVFile {
    let rows = DemonstrationCalendar.days(year).map {
      [$0.date.description, $0.isWorking ? "working" : "holiday", $0.name]
    }
    return CSVFile(
      name: "calendar-\(year).csv", text: CSVWriter.text([["day", "kind", "name"]] + rows))
  }
}

extension Role {
  fileprivate var isFirstAdministrator: Bool {
    self == .systemAdministrator || self == .securityAdministrator
  }
}

extension DemonstrationAccount {
  fileprivate var account: Account {
    Account(name: name, displayName: display.zh, unit: unit, post: post.zh)
  }
}
