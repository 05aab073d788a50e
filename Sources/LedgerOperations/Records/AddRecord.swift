public import LedgerDocuments
public import LedgerDomain
import LedgerStore

extension Ledger {
  /// Adds a record of a noun from the fields of its form (``RecordField``); gives its key.
  ///
  /// The office adds every noun; a unit raises matters and applies for no-fraud units for itself.
  /// Refused, in this order: whoever may not; a field (``RecordReader``); an unknown unit; a unit
  /// out of scope; a document or a no-fraud unit that is recorded already.
  public func addRecord(
    _ noun: RecordNoun, _ values: [String: String], by actor: Actor
  ) async throws -> RecordKey {
    try await act(by: actor) { transaction, account in
      try transaction.require(
        try noun.isAddedByUnits && !transaction.may(.keepRecords) ? .answerRecord : .keepRecords)
      try transaction.lockRecords(of: noun)
      let desk = try RecordDesk(transaction, noun)
      let year = desk.today.components.year
      let last = try transaction.lastRecord(of: noun, year: year)
      guard let number = ListKey("\(year)-\(last + 1)") else {
        throw Refusal(RecordRefusal.numberMalformed, String(last + 1), "9999")
      }
      let record = try RecordReader(values).record(
        RecordKey(noun, number), standards: desk.standards, today: desk.today, by: account)
      try desk.check(record)
      try transaction.append([record], unit: record.unit)
      return record.key
    }
  }

  /// Imports no-fraud units that apply: all rows or none; those that have applied already add
  /// nothing.
  public func importNoFraudUnits(
    _ file: CSVFile, by actor: Actor
  ) async throws -> ImportReport {
    let lines = try RecordFiles.noFraudUnits(file)
    return try await act(by: actor) { transaction, account in
      try transaction.require(.keepRecords)
      try transaction.lockRecords(of: .noFraudUnit)
      let desk = try RecordDesk(transaction, .noFraudUnit)
      let year = desk.today.components.year
      var number = try transaction.lastRecord(of: .noFraudUnit, year: year)
      var known = Set(desk.records.map { [$0.unit, $0.title] })
      var fresh: [LedgerRecord] = []
      var refusals: [Refusal] = []
      for (line, values) in lines {
        do throws(Refusal) {
          guard let key = ListKey("\(year)-\(number + 1)") else {
            throw Refusal(RecordRefusal.numberMalformed, String(number + 1), "9999")
          }
          let record = try RecordReader(values).record(
            RecordKey(.noFraudUnit, key), standards: desk.standards, today: desk.today,
            by: account)
          try desk.checkUnits(record)
          guard known.insert([record.unit, record.title]).inserted else { continue }
          fresh.append(record)
          number += 1
        } catch {
          refusals.append(error.at(.line(line, column: nil)))
        }
      }
      guard refusals.isEmpty else { throw Refusals(refusals) }
      for (unit, records) in Dictionary(grouping: fresh, by: \.unit).sorted(by: { $0.key < $1.key })
      {
        try transaction.append(records, unit: unit)
      }
      return ImportReport(added: fresh.count, unchanged: lines.count - fresh.count)
    }
  }

  /// Imports standards of no-fraud units, version by version: all or none.
  ///
  /// Refused where a version says something else already.
  public func importNoFraudStandards(
    _ file: CSVFile, by actor: Actor
  ) async throws -> ImportReport {
    let standards = try RecordFiles.noFraudStandards(file)
    return try await act(by: actor) { transaction, _ in
      try transaction.require(.keepRecords)
      let known = try transaction.noFraudStandards()
      let fresh = standards.filter { !known.contains($0) }
      for standard in fresh
      where known.contains(where: {
        $0.kind == standard.kind && $0.version == standard.version
      }) {
        throw Refusal(
          RecordRefusal.standardExists, standard.kind.text.zh, String(standard.version))
      }
      return try Self.append(
        fresh.map(\.fact), "standards.import", count: fresh.count, of: standards.count,
        transaction)
    }
  }
}

extension RecordDesk {
  /// Refuses a record that names unknown units, that the account may not add, or that is there.
  func check(_ record: LedgerRecord) throws(Refusal) {
    try checkUnits(record)
    guard isKeeper || answers(for: record.unit) else {
      throw Refusal(AccountRefusal.outOfScope)
    }
    switch record.content {
    case .policyDocument where records.contains(where: { $0.document == record.document }):
      throw Refusal(RecordRefusal.documentExists, at: .option("document"), record.document)
    case .noFraudUnit
    where records.contains(where: { $0.unit == record.unit && $0.title == record.title }):
      throw Refusal(RecordRefusal.placeExists, at: .option("title"), record.title)
    default: break
    }
  }

  /// Refuses unknown units.
  func checkUnits(_ record: LedgerRecord) throws(Refusal) {
    var named = [("unit", record.unit)]
    switch record.content {
    case .inspection(let inspection): named.append(("by", inspection.by))
    case .matter(let matter): named += matter.needs.map { ("needs", $0) }
    default: break
    }
    for (field, unit) in named where !isKnown(unit) {
      throw Refusal(RecordRefusal.unitUnknown, at: .option(field), unit)
    }
  }
}
