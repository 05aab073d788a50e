public import LedgerDomain
import PostgresSupport

extension CalendarDate {
  var postgres: PostgresDate { PostgresDate(daysSince2000: daysSince2000) }
}

extension PostgresDate {
  var calendar: CalendarDate { CalendarDate(daysSince2000: daysSince2000) }
}

extension FactValue {
  static func day(_ date: CalendarDate) -> FactValue { .date(date.postgres) }
}

/// How many people a unit has, counted on a stated day.
public struct Population: Hashable, Sendable {
  /// The unit's code.
  public let unit: String
  /// The day of the count.
  public let asOf: CalendarDate
  /// How many.
  public let persons: Int64

  /// States a population.
  public init(unit: String, asOf: CalendarDate, persons: Int64) {
    self.unit = unit
    self.asOf = asOf
    self.persons = persons
  }

  /// The population as a fact.
  public var fact: Fact {
    Fact(.populations, [.text(unit), .day(asOf), .integer(persons)])
  }
}

/// Where a unit's population on a day was taken from.
public struct PopulationSource: Sendable {
  /// The unit's code.
  public let unit: String
  /// The day of the count.
  public let asOf: CalendarDate
  /// A census, a year book, a bulletin.
  public let source: String

  /// The source as a fact.
  public static func fact(_ unit: String, asOf: CalendarDate, source: String) -> Fact {
    Fact(.populationSources, [.text(unit), .day(asOf), .text(source)])
  }
}

extension UnitVersion {
  /// The unit's code as a fact: that it exists.
  public var unitFact: Fact { Fact(.units, [.text(code)]) }

  /// The version as a fact.
  public var fact: Fact {
    Fact(
      .unitVersions,
      [
        .text(code), .day(validFrom), .text(name.zh), .text(name.en), .text(kind),
        .optional(parent), .optional(group), .bool(isEnded),
      ])
  }
}

extension LedgerTransaction {
  /// Every version of every unit, in the order in which they were recorded.
  public func unitVersions() throws -> [UnitVersion] {
    var versions: [UnitVersion] = []
    try connection.copyOut(UnitStatements.versions) { row in
      guard let code = try row.text(), let from = try row.date(), let zh = try row.text(),
        let en = try row.text(), let kind = try row.text()
      else { throw Unexpected.unreadable("unit_versions") }
      versions.append(
        UnitVersion(
          code: code, validFrom: from.calendar, name: BilingualText(zh: zh, en: en),
          kind: kind, parent: try row.text(), group: try row.text(),
          isEnded: try row.bool() ?? false))
    }
    return versions
  }

  /// Every population, in the order in which they were recorded.
  public func populations() throws -> [Population] {
    var populations: [Population] = []
    try connection.copyOut(UnitStatements.populations) { row in
      guard let unit = try row.text(), let asOf = try row.date(), let persons = try row.int8()
      else { throw Unexpected.unreadable("populations") }
      populations.append(Population(unit: unit, asOf: asOf.calendar, persons: persons))
    }
    return populations
  }

  /// Where populations were taken from, in the order in which it was recorded.
  public func populationSources() throws -> [PopulationSource] {
    try connection.execute(UnitStatements.sources).map { row in
      PopulationSource(
        unit: try row.text(0), asOf: try row.date(1).calendar, source: try row.text(2))
    }
  }

  /// The days that differ from the week, the earlier first; of two records of one day the later.
  public func calendarDays() throws -> [CalendarDay] {
    try connection.execute(UnitStatements.calendarDays).map { row in
      CalendarDay(
        day: try row.date(0).calendar, isWorking: try row.bool(1), name: try row.text(2))
    }
  }

  /// The days that differ from the week; of two records of one day the later counts.
  public func workingCalendar() throws -> WorkingCalendar {
    var exceptions: [CalendarDate: Bool] = [:]
    for row in try connection.execute(UnitStatements.calendar) {
      exceptions[try row.date(0).calendar] = try row.bool(1)
    }
    return WorkingCalendar(exceptions: exceptions)
  }
}

extension CalendarDay {
  /// The day as a fact.
  public var fact: Fact { Fact(.calendarDays, [.day(day), .bool(isWorking), .text(name)]) }
}

enum UnitStatements {
  static let all = [calendar, calendarDays, sources]

  static let versions = CopyStatement(
    """
    copy (
      select unit, valid_from, name, name_en, kind, parent, peer_group, is_ended
      from ledger.unit_versions
      order by entry, unit, valid_from
    ) to stdout (format binary)
    """)
  static let populations = CopyStatement(
    """
    copy (
      select unit, as_of, persons
      from ledger.populations
      order by entry, unit, as_of
    ) to stdout (format binary)
    """)
  static let calendar = Statement(
    "calendar_days",
    "select day, is_working from ledger.calendar_days order by day, entry")
  static let calendarDays = Statement(
    "calendar_days_named",
    """
    select distinct on (day) day, is_working, name
    from ledger.calendar_days
    order by day, entry desc
    """)
  static let sources = Statement(
    "population_sources",
    "select unit, as_of, source from ledger.population_sources order by entry, unit, as_of")
}
