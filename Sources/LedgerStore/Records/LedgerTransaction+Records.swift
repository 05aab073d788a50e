public import LedgerDomain
import PostgresSupport

extension LedgerTransaction {
  /// The records that the account may read, of one noun or of all, in the order of their keys.
  public func records(of noun: RecordNoun? = nil) throws -> [LedgerRecord] {
    let narrowed = [Parameter.optional(noun?.rawValue)]
    let contents = try contents(of: noun)
    return try connection.execute(RecordStatements.records, narrowed).map { row in
      guard let key = RecordKey(try row.text(0)), let content = contents[key] else {
        throw Unexpected.unreadable("records")
      }
      return LedgerRecord(
        key: key, unit: try row.text(1), title: try row.text(2), day: try row.date(3).calendar,
        document: try row.text(4), content: content, recordedBy: try row.text(5))
    }.sorted { $0.key < $1.key }
  }

  /// What was done with records, each record's events in their order.
  public func recordEvents(of noun: RecordNoun? = nil) throws -> [RecordKey: [RecordEvent]] {
    var events: [RecordKey: [RecordEvent]] = [:]
    for row in try connection.execute(RecordStatements.events, [.optional(noun?.rawValue)]) {
      guard let key = RecordKey(try row.text(0)), let act = RecordAct(rawValue: try row.text(3))
      else { throw Unexpected.unreadable("record_events") }
      events[key, default: []].append(
        RecordEvent(
          number: Int(try row.int4(1)), item: Int(try row.int4(2)), act: act,
          unit: try row.text(4), day: try row.date(5).calendar, words: try row.text(6),
          document: try row.text(7), due: try row.optionalDate(8)?.calendar,
          actedBy: try row.text(9)))
    }
    return events
  }

  /// The greatest number of a noun's records in a year, whoever may read them; 0 for none.
  public func lastRecord(of noun: RecordNoun, year: Int) throws -> Int {
    let rows = try connection.execute(
      RecordStatements.last, [.text(noun.rawValue), .int4(Int32(truncatingIfNeeded: year))])
    return try rows.first.map { Int(try $0.int4(0)) } ?? 0
  }

  /// Every standard of no-fraud units.
  public func noFraudStandards() throws -> [NoFraudStandard] {
    try connection.execute(RecordStatements.standards).map { row in
      NoFraudStandard(
        kind: try Self.word(row, 0), version: Int(try row.int4(1)),
        effective: try row.date(2).calendar, criteria: try row.textArray(3).compactMap { $0 })
    }
  }

  // MARK: - What only one noun has

  private func contents(of noun: RecordNoun?) throws -> [RecordKey: RecordContent] {
    var contents: [RecordKey: RecordContent] = [:]
    for noun in noun.map({ [$0] }) ?? RecordNoun.allCases {
      let findings = noun == .inspection ? try findings() : [:]
      for row in try connection.execute(RecordStatements.content(of: noun)) {
        guard let key = RecordKey(try row.text(0)) else {
          throw Unexpected.unreadable(noun.rawValue)
        }
        contents[key] = try Self.content(noun, row, findings[key] ?? [])
      }
    }
    return contents
  }

  private func findings() throws -> [RecordKey: [Inspection.Finding]] {
    var findings: [RecordKey: [Inspection.Finding]] = [:]
    for row in try connection.execute(RecordStatements.findings) {
      guard let key = RecordKey(try row.text(0)) else {
        throw Unexpected.unreadable("inspection_findings")
      }
      findings[key, default: []].append(
        Inspection.Finding(
          number: Int(try row.int4(1)), words: try row.text(2), due: try row.date(3).calendar))
    }
    return findings
  }

  private static func content(
    _ noun: RecordNoun, _ row: Row, _ findings: [Inspection.Finding]
  ) throws -> RecordContent {
    switch noun {
    case .inspection:
      .inspection(
        Inspection(by: try row.text(1), line: try word(row, 2), findings: findings))
    case .noFraudUnit:
      .noFraudUnit(NoFraudUnit(kind: try word(row, 1), standard: Int(try row.int4(2))))
    case .matter:
      .matter(
        Matter(
          needs: try row.textArray(1).compactMap { $0 }, due: try row.date(2).calendar))
    case .notice: .notice(Notice(kind: try word(row, 1), authority: try row.text(2)))
    case .externalRank: .externalRank(try rank(row))
    case .honour: .honour(Honour(kind: try word(row, 1), issuer: try row.text(2)))
    case .policyDocument:
      .policyDocument(
        PolicyDocument(
          issuer: try row.text(1), inForceFrom: try row.date(2).calendar,
          clauses: try row.textArray(3).compactMap { $0 }))
    }
  }

  private static func rank(_ row: Row) throws -> ExternalRank {
    guard let period = Period(try row.text(2)) else {
      throw Unexpected.unreadable("external_ranks")
    }
    return ExternalRank(
      authority: try row.text(1), period: period, kind: try word(row, 3),
      place: Int(try row.int4(4)), ranked: try row.optionalInt4(5).map { Int($0) })
  }

  private static func word<Word: RecordWord>(_ row: Row, _ column: Int) throws -> Word {
    guard let word = Word(rawValue: try row.text(column)) else {
      throw Unexpected.unreadable("\(Word.self)")
    }
    return word
  }
}

enum RecordStatements {
  static let all =
    [records, events, last, standards, findings, lock] + RecordNoun.allCases.map(content)

  static let records = Statement(
    "records_of",
    """
    select record, unit, title, dated_on, document, recorded_by
    from ledger.records
    where $1::text is null or split_part(record, '/', 1) = $1
    """)
  static let events = Statement(
    "record_events_of",
    """
    select record, number, item, act, unit, done_on, words, document, due_on, acted_by
    from ledger.record_events
    where $1::text is null or split_part(record, '/', 1) = $1
    order by record, number
    """)
  static let last = Statement("record_last", "select ledger.last_record($1, $2) as number")
  static let standards = Statement(
    "nofraud_standards_all",
    """
    select kind, version, effective_from, criteria
    from ledger.nofraud_standards
    order by kind collate "C", version
    """)
  static let findings = Statement(
    "inspection_findings_all",
    """
    select record, number, words, due_on
    from ledger.inspection_findings
    order by record, number
    """)
  static let lock = Statement(
    "record_lock",
    "select pg_advisory_xact_lock(hashtextextended('record ' || $1, 0)) is null as locked")

  static func content(of noun: RecordNoun) -> Statement {
    switch noun {
    case .inspection:
      Statement("inspections_all", "select record, by_unit, line from ledger.inspections")
    case .noFraudUnit:
      Statement("nofraud_units_all", "select record, kind, standard from ledger.nofraud_units")
    case .matter: Statement("matters_all", "select record, needs, due_on from ledger.matters")
    case .notice: Statement("notices_all", "select record, kind, authority from ledger.notices")
    case .externalRank:
      Statement(
        "external_ranks_all",
        "select record, authority, period, kind, place, ranked from ledger.external_ranks")
    case .honour: Statement("honours_all", "select record, kind, issuer from ledger.honours")
    case .policyDocument:
      Statement(
        "policy_documents_all",
        "select record, issuer, effective_from, clauses from ledger.policy_documents")
    }
  }
}
