public import LedgerDomain
import LedgerStore

/// What is done with a record, as it was filled in.
public struct RecordActRequest: Sendable {
  /// The record.
  public var key: RecordKey
  /// What is done.
  public var act: RecordAct
  /// The finding that it is about; 0 for the whole record.
  public var item: Int
  /// What is said to it.
  public var words: String
  /// The number of the document that states it.
  public var document: String
  /// The day, as it was written; empty for today.
  public var day: String
  /// The new last day, as it was written.
  public var due: String
  /// The criteria of the standard that are met, by their places from 1: for a self-check.
  public var criteria: Set<Int>

  /// Describes an act.
  public init(
    _ key: RecordKey, _ act: RecordAct, item: Int = 0, words: String = "", document: String = "",
    day: String = "", due: String = "", criteria: Set<Int> = []
  ) {
    self.key = key
    self.act = act
    self.item = item
    self.words = words
    self.document = document
    self.day = day
    self.due = due
    self.criteria = criteria
  }
}

extension Ledger {
  /// Does something with a record; gives its key.
  ///
  /// Refused, in this order: whoever may not act at all; an unknown record or finding; an act that
  /// is not possible now; a unit whose answer is not asked for, or given already; one that the
  /// account may not act for; who reported deciding on it; words, a document, a day or a last day
  /// that are missing or not taken; criteria that are not met; a replacement that is not recorded.
  public func actOnRecord(
    _ request: RecordActRequest, by actor: Actor
  ) async throws -> RecordKey {
    try await act(by: actor) { transaction, account in
      let (key, act) = (request.key, request.act)
      try transaction.require(act.isOfUnit ? .answerRecord : .keepRecords)
      try transaction.lockRecords(of: key.noun)
      let desk = try RecordDesk(transaction, key.noun)
      guard let record = desk.records.first(where: { $0.key == key }) else {
        throw Refusal(RecordRefusal.unknown, key.description)
      }
      let events = desk.events[key] ?? []
      let standing = desk.standing(record)
      let item = act.isOfFinding ? request.item : 0
      _ = try standing.state(ofItem: item, for: act).next(act)
      let unit = try desk.unit(act, record, standing)
      let reported = events.last { $0.item == item && $0.act.isOfUnit }
      guard !act.isDecision || reported?.actedBy != account else {
        throw Refusal(RecordRefusal.deciderIsReporter)
      }
      let event = try request.event(
        events.count + 1, item, unit: unit, today: desk.today, by: account,
        after: events.last { $0.item == item }?.day ?? record.day)
      try desk.check(event, record, met: request.criteria)
      try transaction.append(event, on: key)
      return key
    }
  }
}

extension RecordDesk {
  /// The unit that an act is done for.
  fileprivate func unit(
    _ act: RecordAct, _ record: LedgerRecord, _ standing: RecordStanding
  ) throws(Refusal) -> String {
    if let unit = actingUnit(act, record, standing) { return unit }
    if act == .answer, case .matter(let matter) = record.content {
      let own = matter.needs.first { answers(for: $0) }
      if let own { throw Refusal(RecordRefusal.answeredAlready, own) }
      throw Refusal(RecordRefusal.notOfUnit, record.unit)
    }
    throw Refusal(AccountRefusal.outOfScope)
  }

  /// Refuses what the record's own content does not allow.
  fileprivate func check(
    _ event: RecordEvent, _ record: LedgerRecord, met: Set<Int>
  ) throws(Refusal) {
    if event.act == .check, case .noFraudUnit(let place) = record.content {
      let standard = standards.first { $0.kind == place.kind && $0.version == place.standard }
      let criteria = 1...max(standard?.criteria.count ?? 1, 1)
      let count = criteria.count { met.contains($0) }
      guard count == criteria.count else {
        throw Refusal(
          RecordRefusal.criteriaMissing, at: .option("criteria"), String(criteria.count),
          String(count))
      }
    }
    if event.act == .replace {
      let isKnown = records.contains { $0.document == event.document && $0.key != record.key }
      guard isKnown else {
        throw Refusal(
          RecordRefusal.replacementUnknown, at: .option("document"), event.document)
      }
    }
  }
}

extension RecordActRequest {
  /// What was done; `first` is the day before which it cannot have been.
  fileprivate func event(
    _ number: Int, _ item: Int, unit: String, today: CalendarDate, by account: String,
    after first: CalendarDate
  ) throws(Refusal) -> RecordEvent {
    let words = try FreeText.checked(self.words, at: .option("words"), isNeeded: act.needsWords)
    let document = try FreeText.checked(
      self.document, at: .option("document"), isNeeded: act.needsDocument)
    let day = try Self.day(self.day, "day") ?? today
    guard day <= today else {
      throw Refusal(RecordRefusal.dayAhead, at: .option("day"), day.description)
    }
    guard day >= first else {
      throw Refusal(
        RecordRefusal.dueBefore, at: .option("day"), day.description, first.description)
    }
    var due: CalendarDate?
    if act.needsDue {
      due = try Self.day(self.due, "due")
      guard let due else { throw Refusal(TextRefusal.missing, at: .option("due")) }
      guard due >= day else {
        throw Refusal(
          RecordRefusal.dueBefore, at: .option("due"), due.description, day.description)
      }
    }
    return RecordEvent(
      number: number, item: item, act: act, unit: unit, day: day, words: words,
      document: document, due: due, actedBy: account)
  }

  private static func day(_ text: String, _ name: String) throws(Refusal) -> CalendarDate? {
    guard !text.isEmpty else { return nil }
    guard let day = CalendarDate(text) else {
      throw Refusal(UnitRefusal.dateMalformed, at: .option(name), text)
    }
    return day
  }
}
