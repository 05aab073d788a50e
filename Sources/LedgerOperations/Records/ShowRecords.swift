public import LedgerDomain
import LedgerStore

/// A record as it stands today.
public struct ShownRecord: Sendable {
  /// The record.
  public let record: LedgerRecord
  /// Where it stands.
  public let standing: RecordStanding
  /// What was done with it, in order.
  public let events: [RecordEvent]
  /// What the account may do with it now, with the finding that it is about.
  public let acts: [(act: RecordAct, item: Int)]
}

/// Records as they stand today, with what they are read with.
public struct RecordOverview: Sendable {
  /// The records, the newest first.
  public let records: [ShownRecord]
  /// The day they are shown as of.
  public let today: CalendarDate
  /// What units are called, by code; of one that ended the last that was kept.
  public let units: [String: UnitVersion]
  /// What no-fraud units are measured by.
  public let standards: [NoFraudStandard]
  /// Whether the account keeps records as the office.
  public let isKeeper: Bool
  /// The units for which the account may raise, apply and answer; nil for all.
  public let ownUnits: Set<String>?

  /// Whether the account may add records of a noun.
  public func mayAdd(_ noun: RecordNoun) -> Bool {
    isKeeper || (noun.isAddedByUnits && !(ownUnits?.isEmpty ?? false))
  }

  /// The standard that a no-fraud unit is measured by.
  public func criteria(of record: LedgerRecord) -> [String] {
    guard case .noFraudUnit(let place) = record.content else { return [] }
    return standards.first { $0.kind == place.kind && $0.version == place.standard }?.criteria
      ?? []
  }
}

extension Ledger {
  /// The records that the account may read, of one noun or of all; `unit` narrows to those that
  /// concern it.
  public func records(
    of noun: RecordNoun? = nil, unit: String? = nil, by actor: Actor
  ) async throws -> RecordOverview {
    try await act(by: actor, readOnly: true) { transaction, _ in
      try transaction.require(.readRecords)
      return try RecordDesk(transaction, noun).overview { record in
        unit.map { record.unit == $0 || record.concerns.contains($0) } ?? true
      }
    }
  }

  /// One record; refused for one that never was, or that the account may not know of.
  public func record(
    _ key: RecordKey, by actor: Actor
  ) async throws -> (overview: RecordOverview, record: ShownRecord) {
    try await act(by: actor, readOnly: true) { transaction, _ in
      try transaction.require(.readRecords)
      let overview = try RecordDesk(transaction, key.noun).overview { $0.key == key }
      guard let record = overview.records.first else {
        throw Refusal(RecordRefusal.unknown, key.description)
      }
      return (overview, record)
    }
  }
}

/// The records of a transaction, and what the account may do with them.
struct RecordDesk {
  let records: [LedgerRecord]
  let events: [RecordKey: [RecordEvent]]
  let standards: [NoFraudStandard]
  let today: CalendarDate
  let isKeeper: Bool
  private let units: [String: UnitVersion]
  private let scope: (everywhere: Bool, units: Set<String>)
  private let listed: Set<String>

  init(_ transaction: LedgerTransaction, _ noun: RecordNoun?) throws {
    records = try transaction.records(of: noun)
    events = try transaction.recordEvents(of: noun)
    standards = try transaction.noFraudStandards()
    today = try transaction.today()
    isKeeper = try transaction.may(.keepRecords)
    scope = try transaction.actingScope(Permission.answerRecord.rule.roles)
    var units: [String: UnitVersion] = [:]
    for version in try transaction.unitVersions() where version.validFrom <= today {
      if let known = units[version.code], known.validFrom > version.validFrom { continue }
      units[version.code] = version
    }
    self.units = units
    listed =
      noun == nil || noun == .honour ? try Self.listed(transaction, today: today) : []
  }

  private static func listed(
    _ transaction: LedgerTransaction, today: CalendarDate
  ) throws -> Set<String> {
    let events = try transaction.recordEvents(of: .notice)
    let listings = try transaction.records(of: .notice).filter { record in
      guard case .notice(let notice) = record.content, notice.kind == .listing else { return false }
      return RecordStanding(record, events[record.key] ?? [], today: today).state == .inForce
    }
    return Set(listings.map(\.unit))
  }

  func standing(_ record: LedgerRecord) -> RecordStanding {
    RecordStanding(
      record, events[record.key] ?? [], today: today, isListed: listed.contains(record.unit))
  }

  func isKnown(_ unit: String) -> Bool { units[unit] != nil }

  /// Whether the account answers for a unit.
  func answers(for unit: String) -> Bool {
    scope.everywhere || scope.units.contains(unit)
      || scope.units.contains("\(unit)/\(Permission.tasksForm)")
  }

  /// The unit that the account would do an act for; nil where it may not.
  func actingUnit(
    _ act: RecordAct, _ record: LedgerRecord, _ standing: RecordStanding
  ) -> String? {
    guard act.isOfUnit else { return isKeeper ? record.unit : nil }
    guard case .matter(let matter) = record.content else {
      return answers(for: record.unit) ? record.unit : nil
    }
    return matter.needs.first { !standing.answered.contains($0) && answers(for: $0) }
  }

  func overview(_ isWanted: (LedgerRecord) -> Bool) throws -> RecordOverview {
    let shown = records.filter(isWanted).map { record in
      let standing = standing(record)
      return ShownRecord(
        record: record, standing: standing, events: events[record.key] ?? [],
        acts: standing.acts().filter { actingUnit($0.act, record, standing) != nil })
    }
    return RecordOverview(
      records: shown.sorted { ($0.record.day, $0.record.key) > ($1.record.day, $1.record.key) },
      today: today, units: units, standards: standards, isKeeper: isKeeper,
      ownUnits: scope.everywhere ? nil : Set(units.keys.filter { answers(for: $0) }))
  }
}
