public import LedgerDomain
public import LedgerStore

/// What is kept of one unit: every version of it, and its populations.
public struct UnitHistory: Sendable {
  /// The versions in the order of their first days.
  public let versions: [UnitVersion]
  /// The populations in the order of their days.
  public let populations: [Population]
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
        populations: try transaction.populations().filter { $0.unit == code }
          .sorted { $0.asOf < $1.asOf })
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
