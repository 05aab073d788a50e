/// Where a record stands on a day, from what was done with it.
public struct RecordStanding: Hashable, Sendable {
  /// Where one finding of an inspection stands.
  public struct Finding: Hashable, Sendable {
    /// The finding.
    public let finding: Inspection.Finding
    /// Where it stands.
    public let state: RecordState
    /// The last day, moved where a second check did not pass.
    public let due: CalendarDate
  }

  /// The state.
  public private(set) var state: RecordState
  /// The findings of an inspection; none of anything else.
  public private(set) var findings: [Finding] = []
  /// The units that have answered a matter.
  public private(set) var answered: Set<String> = []
  /// The next day by which something has to be done; nil where nothing has.
  public private(set) var due: CalendarDate?
  /// Whether that day is over.
  public private(set) var isOverdue = false

  /// Follows what was done with a record, in the order of the events' numbers.
  ///
  /// `isListed` says whether a listing of the unit is in force, which suspends its honours.
  public init(
    _ record: LedgerRecord, _ events: [RecordEvent], today: CalendarDate, isListed: Bool = false
  ) {
    state = Self.first(record)
    switch record.content {
    case .inspection(let inspection): follow(inspection, events)
    case .matter(let matter): follow(matter, events)
    default:
      for event in events { state = (try? state.next(event.act)) ?? state }
    }
    if case .honour = record.content, state == .held, isListed { state = .suspended }
    if case .noFraudUnit = record.content, state == .named {
      due = events.last { $0.act == .name || $0.act == .review }?.day.adding(days: 365)
    }
    isOverdue = due.map { $0 < today } ?? false
  }

  private static func first(_ record: LedgerRecord) -> RecordState {
    switch record.content {
    case .inspection(let inspection): inspection.findings.isEmpty ? .passed : .toRectify
    case .noFraudUnit: .applied
    case .matter: .open
    case .notice: .inForce
    case .policyDocument: .effective
    case .honour: .held
    case .externalRank: .noted
    }
  }

  private mutating func follow(_ inspection: Inspection, _ events: [RecordEvent]) {
    findings = inspection.findings.map { finding in
      var (state, due) = (RecordState.toRectify, finding.due)
      for event in events where event.item == finding.number {
        state = (try? state.next(event.act)) ?? state
        due = event.due ?? due
      }
      return Finding(finding: finding, state: state, due: due)
    }
    let states = Set(findings.map(\.state))
    state =
      states.contains(.toRectify) ? .toRectify : states.contains(.rectified) ? .rectified : .passed
    due = findings.filter { $0.state == .toRectify }.map(\.due).min()
  }

  private mutating func follow(_ matter: Matter, _ events: [RecordEvent]) {
    for event in events {
      if event.act == .answer {
        answered.insert(event.unit)
        guard matter.needs.allSatisfy(answered.contains) else { continue }
      }
      state = (try? state.next(event.act)) ?? state
    }
    due = state == .open ? matter.due : nil
  }

  /// The state that an act is done in: a finding's own, otherwise the record's; refused for a
  /// finding that is not there.
  public func state(ofItem item: Int, for act: RecordAct) throws(Refusal) -> RecordState {
    guard act.isOfFinding else { return state }
    guard let finding = findings.first(where: { $0.finding.number == item }) else {
      throw Refusal(RecordRefusal.findingUnknown, at: .option("item"), String(item))
    }
    return finding.state
  }

  /// What can be done now, by anybody who may: acts with the finding they are about.
  public func acts() -> [(act: RecordAct, item: Int)] {
    RecordAct.allCases.flatMap { act -> [(act: RecordAct, item: Int)] in
      if act.isOfFinding {
        return findings.filter { (try? $0.state.next(act)) != nil }
          .map { (act, $0.finding.number) }
      }
      return findings.isEmpty && (try? state.next(act)) != nil ? [(act, 0)] : []
    }
  }
}
