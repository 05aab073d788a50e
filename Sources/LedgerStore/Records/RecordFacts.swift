public import LedgerDomain
import PostgresSupport

extension LedgerRecord {
  /// The record as facts: what all have in common, then what only its noun has.
  public var facts: [Fact] {
    let record = FactValue.text(key.description)
    return [
      Fact(
        .records,
        [
          record, .text(unit), .text(title), .day(day), .text(document), .texts(concerns),
          .text(recordedBy),
        ])
    ] + own(record)
  }

  private func own(_ record: FactValue) -> [Fact] {
    switch content {
    case .inspection(let inspection):
      [
        Fact(
          .inspections,
          [record, .text(unit), .text(inspection.by), .text(inspection.line.rawValue)])
      ]
        + inspection.findings.map { finding in
          Fact(
            .inspectionFindings,
            [
              record, .integer(Int64(finding.number)), .text(unit), .text(finding.words),
              .day(finding.due),
            ])
        }
    case .noFraudUnit(let place):
      [
        Fact(
          .noFraudUnits,
          [record, .text(unit), .text(place.kind.rawValue), .integer(Int64(place.standard))])
      ]
    case .matter(let matter):
      [Fact(.matters, [record, .text(unit), .texts(matter.needs), .day(matter.due)])]
    case .notice(let notice):
      [
        Fact(
          .notices, [record, .text(unit), .text(notice.kind.rawValue), .text(notice.authority)])
      ]
    case .externalRank(let rank):
      [
        Fact(
          .externalRanks,
          [
            record, .text(unit), .text(rank.authority), .text(rank.period.description),
            .text(rank.kind.rawValue), .integer(Int64(rank.place)),
            .optional(rank.ranked.map { Int64($0) }),
          ])
      ]
    case .honour(let honour):
      [Fact(.honours, [record, .text(unit), .text(honour.kind.rawValue), .text(honour.issuer)])]
    case .policyDocument(let document):
      [
        Fact(
          .policyDocuments,
          [
            record, .text(unit), .text(document.issuer), .day(document.inForceFrom),
            .texts(document.clauses),
          ])
      ]
    }
  }
}

extension NoFraudStandard {
  /// The standard as a fact.
  public var fact: Fact {
    Fact(
      .noFraudStandards,
      [.text(kind.rawValue), .integer(Int64(version)), .day(effective), .texts(criteria)])
  }
}

extension LedgerTransaction {
  /// Adds records of one unit to its chain.
  @discardableResult
  public func append(_ records: [LedgerRecord], unit: String) throws -> Receipt {
    let object = records.first?.key.description ?? ""
    return try append(
      records.flatMap(\.facts),
      act: Act(
        "record.add", on: records.count > 1 ? "\(object) + \(records.count - 1)" : object,
        chain: unit))
  }

  /// Adds what was done with a record to the chain of the unit that it is of.
  @discardableResult
  public func append(_ event: RecordEvent, on key: RecordKey) throws -> Receipt {
    let fact = Fact(
      .recordEvents,
      [
        .text(key.description), .integer(Int64(event.number)), .integer(Int64(event.item)),
        .text(event.act.rawValue), .text(event.unit), .day(event.day), .text(event.words),
        .text(event.document), event.due.map(FactValue.day) ?? .null, .text(event.actedBy),
      ])
    return try append(
      [fact],
      act: Act("record.\(event.act.rawValue)", on: "\(key)/\(event.number)", chain: event.unit))
  }

  /// Lets nobody else add or act on records of a noun before this transaction ends.
  public func lockRecords(of noun: RecordNoun) throws {
    try connection.execute(RecordStatements.lock, [.text(noun.rawValue)])
  }
}
