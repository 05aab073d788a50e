public import LedgerDocuments
public import LedgerDomain
import LedgerStore

/// What an import did.
public struct ImportReport: Sendable {
  /// How many rows were added.
  public let added: Int
  /// How many rows said what the record says already.
  public let unchanged: Int
}

extension Ledger {
  /// Imports units: all rows or none.
  ///
  /// Refused, with its line, for a malformed row; as a whole where the tree would have a circle, an
  /// unknown parent or a second root. Rows that the record holds already add nothing.
  public func importUnits(_ file: CSVFile, by actor: Actor) async throws -> ImportReport {
    let rows = try CatalogueFiles.units(file)
    let versions = rows.map(\.value)
    return try await act(by: actor) { transaction, _ in
      try transaction.require(.keepCatalogue)
      let known = try transaction.unitVersions()
      let fresh = Self.fresh(versions, known: Set(known))
      if let last = (known + fresh).map(\.validFrom).max() {
        do throws(Refusal) {
          try UnitTree(known + fresh, on: last).check()
        } catch {
          throw error.at(Self.place(of: error.details, in: rows))
        }
      }
      let codes = Set(known.map(\.code))
      var created: Set<String> = []
      let facts = fresh.filter { !codes.contains($0.code) && created.insert($0.code).inserted }
        .map(\.unitFact)
      return try Self.append(
        facts + fresh.map(\.fact), "units.import", count: fresh.count,
        of: versions.count, transaction)
    }
  }

  /// The line that names the first of some units that a file speaks of.
  private static func place(of codes: [String], in rows: [Placed<UnitVersion>]) -> Place {
    rows.first { codes.contains($0.value.code) }?.place ?? .whole
  }

  /// Imports populations, with where they were taken from: all rows or none.
  ///
  /// Refused, with its line, for an unknown unit. Of two sources for one count the later counts.
  public func importPopulations(_ file: CSVFile, by actor: Actor) async throws -> ImportReport {
    let rows = try CatalogueFiles.populations(file)
    return try await act(by: actor) { transaction, _ in
      try transaction.require(.keepCatalogue)
      let codes = Set(try transaction.unitVersions().map(\.code))
      let unknown = rows.filter { !codes.contains($0.value.unit) }
        .map { Refusal(UnitRefusal.unknown, at: $0.place, $0.value.unit) }
      guard unknown.isEmpty else { throw Refusals(unknown) }
      var known = Set(try transaction.populations())
      var sources = try transaction.populationSources().byCount()
      var facts: [Fact] = []
      var sourceFacts: [Fact] = []
      var added = 0
      for row in rows.map(\.value) {
        let counted = Population(unit: row.unit, asOf: row.asOf, persons: row.persons)
        let isNew = known.insert(counted).inserted
        let isSourced =
          !row.source.isEmpty
          && sources.updateValue(row.source, forKey: counted.count) != row.source
        if isNew { facts.append(counted.fact) }
        if isSourced {
          sourceFacts.append(
            PopulationSource.fact(row.unit, asOf: row.asOf, source: row.source))
        }
        added += isNew || isSourced ? 1 : 0
      }
      return try Self.append(
        facts + sourceFacts, "populations.import", count: added, of: rows.count, transaction)
    }
  }

  /// Imports the days that differ from the week; days that the record holds already add nothing.
  public func importCalendar(_ file: CSVFile, by actor: Actor) async throws -> ImportReport {
    let rows = try CatalogueFiles.calendar(file)
    return try await act(by: actor) { transaction, _ in
      try transaction.require(.keepCatalogue)
      var known: [CalendarDate: CalendarDay] = [:]
      for day in try transaction.calendarDays() { known[day.day] = day }
      let fresh = rows.filter { known.updateValue($0, forKey: $0.day) != $0 }
      return try Self.append(
        fresh.map(\.fact), "calendar.import", count: fresh.count, of: rows.count, transaction)
    }
  }

  /// Imports indicators, in force from a month on.
  public func importIndicators(
    _ document: JSONValue, effective month: Month, by actor: Actor
  ) async throws -> ImportReport {
    let indicators = try Indicator.list(document)
    let items = try JSONReader(document).elements().map(\.value)
    try FreeText.check(document)
    return try await act(by: actor) { transaction, _ in
      try transaction.require(.keepCatalogue)
      var known: [String: JSONValue] = [:]
      for (indicator, definition) in try transaction.indicators(on: month.firstDay) {
        known[indicator.code] = definition
      }
      let codes = Set(known.keys).union(indicators.map(\.code))
      for indicator in indicators {
        guard let formula = indicator.formula else { continue }
        let measure = try Measure(JSONReader(formula))
        for code in measure.indicatorCodes.sorted() where !codes.contains(code) {
          throw Refusal(MeasureRefusal.indicatorUnknown, code)
        }
      }
      let facts = zip(indicators, items).filter { indicator, item in
        known[indicator.code]?.canonicalText != item.canonicalText
      }.map { Indicator.fact($1, code: $0.code, from: month) }
      return try Self.append(
        facts, "indicators.import", count: facts.count, of: items.count, transaction)
    }
  }

  /// Imports a form; refused for an unknown or computed indicator, where the same form from the
  /// same month on has other content, and for a frequency that is not the other versions'.
  public func importForm(_ document: JSONValue, by actor: Actor) async throws -> ImportReport {
    let form = try Form(document)
    try FreeText.check(document)
    return try await act(by: actor) { transaction, _ in
      try transaction.require(.keepCatalogue)
      let catalogue = try Catalogue(transaction, on: form.effective.firstDay)
      try form.check(catalogue: catalogue.indicators)
      if let known = catalogue.form(form.code, effective: form.effective.firstDay) {
        guard known.definition.canonicalText == document.canonicalText else {
          throw Refusal(FormRefusal.versionExists, form.code, form.effective.description)
        }
        return ImportReport(added: 0, unchanged: 1)
      }
      try form.check(versions: catalogue.forms)
      return try Self.append([form.fact], "forms.import", count: 1, of: 1, transaction)
    }
  }

  static func fresh<Item: Hashable>(_ items: [Item], known: Set<Item>) -> [Item] {
    var seen = known
    return items.filter { seen.insert($0).inserted }
  }

  static func append(
    _ facts: [Fact], _ name: String, count: Int, of total: Int, detail: String = "",
    _ transaction: LedgerTransaction
  ) throws -> ImportReport {
    if !facts.isEmpty {
      try transaction.append(facts, act: Act(name, on: "\(count) rows", detail: detail))
    }
    return ImportReport(added: count, unchanged: total - count)
  }
}
