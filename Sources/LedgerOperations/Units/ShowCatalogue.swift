public import LedgerDomain
public import LedgerStore

/// What is kept of one unit: every version of it, and its populations.
public struct UnitHistory: Sendable {
  /// The versions in the order of their first days.
  public let versions: [UnitVersion]
  /// The populations in the order of their days; of two for one day the one recorded last.
  public let populations: [PopulationRecord]
}

/// How many people a unit has on a day, and where that was taken from.
public struct PopulationRecord: Hashable, Sendable {
  /// The unit's code.
  public let unit: String
  /// The day of the count.
  public let asOf: CalendarDate
  /// How many.
  public let persons: Int64
  /// Where it was taken from; nil where nobody said.
  public let source: String?
}

/// A day on which figures are due, and of how many units.
public struct UpcomingDay: Sendable {
  /// Which form's period is due, and when.
  public let due: DuePeriod
  /// How many units are asked.
  public let units: Int
}

/// What a month asks of whom, and by when.
public struct DueDate: Sendable {
  /// The form's code.
  public let form: String
  /// The kind of units that report it.
  public let kind: String
  /// The day on which it is due.
  public let due: CalendarDate
  /// How many units are asked.
  public let units: Int
  /// How many figures each is asked for.
  public let fields: Int
}

extension Ledger {
  /// The units as they are on a day (today, unless stated), in the order of their codes.
  public func units(on day: CalendarDate?, by actor: Actor) async throws -> [UnitVersion] {
    try await act(by: actor, readOnly: true) { transaction, _ in
      let day = try day ?? transaction.today()
      return UnitTree(try transaction.unitVersions(), on: day).all
    }
  }

  /// Everything that is kept of one unit; refused for a code that never was.
  public func unitHistory(_ code: String, by actor: Actor) async throws -> UnitHistory {
    try await act(by: actor, readOnly: true) { transaction, _ in
      let versions = try transaction.unitVersions().filter { $0.code == code }
      guard !versions.isEmpty else { throw Refusal(UnitRefusal.unknown, code) }
      return UnitHistory(
        versions: versions.sorted { $0.validFrom < $1.validFrom },
        populations: try transaction.populationRecords().filter { $0.unit == code })
    }
  }

  /// Every population with its source, by unit and day.
  public func populations(by actor: Actor) async throws -> [PopulationRecord] {
    try await act(by: actor, readOnly: true) { transaction, _ in
      try transaction.populationRecords()
    }
  }

  /// The definitions of an indicator by the days from which they count; refused for a code that
  /// never was.
  public func indicatorHistory(
    _ code: String, by actor: Actor
  ) async throws -> [Dated<JSONValue>] {
    try await act(by: actor, readOnly: true) { transaction, _ in
      let versions = try transaction.indicatorVersions(code)
      guard !versions.isEmpty else { throw Refusal(IndicatorRefusal.unknown, code) }
      return versions
    }
  }

  /// The days that differ from the week, the earlier first.
  public func calendarDays(by actor: Actor) async throws -> [CalendarDay] {
    try await act(by: actor, readOnly: true) { transaction, _ in
      try transaction.calendarDays()
    }
  }

  /// The next days on which each form is due, so many of each, the earlier first.
  public func upcomingDays(_ count: Int, by actor: Actor) async throws -> [UpcomingDay] {
    try await act(by: actor, readOnly: true) { transaction, _ in
      let today = try transaction.today()
      let calendar = try transaction.workingCalendar()
      let versions = try transaction.unitVersions()
      let forms = Dictionary(grouping: try transaction.forms(), by: \.code)
      let days = CampaignDays(try transaction.campaigns(), calendar)
      return forms.values.flatMap { versions in
        DuePeriod.next(count, of: versions, from: today, by: calendar, days: days)
      }.sorted { ($0.due, $0.form.code, $0.period) < ($1.due, $1.form.code, $1.period) }
        .map { due in
          let tree = UnitTree(versions, on: due.period.lastDay)
          let units = tree.units(of: due.form.kind).count {
            days.asks(due.form.code, due.period, unit: $0.code)
          }
          return UpcomingDay(due: due, units: units)
        }
    }
  }

  /// The documents of the indicators as they are defined on a day, in the order of their codes.
  public func indicators(on day: CalendarDate?, by actor: Actor) async throws -> [JSONValue] {
    try await act(by: actor, readOnly: true) { transaction, _ in
      let day = try day ?? transaction.today()
      return try transaction.indicators(on: day).map(\.definition)
    }
  }

  /// Every version of every form, by code and first month.
  public func forms(by actor: Actor) async throws -> [Form] {
    try await act(by: actor, readOnly: true) { transaction, _ in try transaction.forms() }
  }

  /// What a month asks, and by when.
  public func dueDates(in month: Month, by actor: Actor) async throws -> [DueDate] {
    try await act(by: actor, readOnly: true) { transaction, _ in
      let catalogue = try Catalogue(transaction, on: month.lastDay)
      let calendar = try transaction.workingCalendar()
      return catalogue.forms(in: month).map { form in
        DueDate(
          form: form.code, kind: form.kind,
          due: calendar.workingDay(form.dueWorkingDays, after: month.lastDay),
          units: catalogue.tree.units(of: form.kind).count, fields: form.fields.count)
      }
    }
  }

  /// The targets of a year that count, by unit, indicator and kind.
  public func targets(year: Int, by actor: Actor) async throws -> [Target] {
    try await act(by: actor, readOnly: true) { transaction, _ in
      var latest: [Target.Key: Target] = [:]
      try transaction.forEachTarget(years: [year]) { latest[$0.key] = $0 }
      return latest.values.sorted {
        ($0.unit, $0.indicator, $0.kind.rawValue) < ($1.unit, $1.indicator, $1.kind.rawValue)
      }
    }
  }

  /// Every version of every rule set and index method, the earlier to take effect first.
  public func methodVersions(by actor: Actor) async throws -> [MethodVersion] {
    try await act(by: actor, readOnly: true) { transaction, _ in
      try transaction.methodVersions()
    }
  }
}

extension Population {
  /// Which count it is, whatever it gave.
  var count: PopulationCount { PopulationCount(unit: unit, asOf: asOf) }
}

/// The count of a unit on a day.
struct PopulationCount: Hashable {
  let unit: String
  let asOf: CalendarDate
}

extension [PopulationSource] {
  /// The source of each count; of two the one recorded last.
  func byCount() -> [PopulationCount: String] {
    reduce(into: [:]) { $0[PopulationCount(unit: $1.unit, asOf: $1.asOf)] = $1.source }
  }
}

extension LedgerTransaction {
  /// The population of each count with its source, by unit and day.
  fileprivate func populationRecords() throws -> [PopulationRecord] {
    let sources = try populationSources().byCount()
    var persons: [PopulationCount: Int64] = [:]
    for population in try populations() { persons[population.count] = population.persons }
    return persons.map { count, persons in
      PopulationRecord(
        unit: count.unit, asOf: count.asOf, persons: persons, source: sources[count])
    }.sorted { ($0.unit, $0.asOf) < ($1.unit, $1.asOf) }
  }
}
