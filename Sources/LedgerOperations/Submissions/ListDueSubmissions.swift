public import LedgerDomain
import LedgerStore

/// One submission that a reporter owes, or has made lately.
public struct DueSubmission: Sendable {
  /// The unit's code.
  public let unit: String
  /// What the unit is called at the period's end.
  public let unitName: BilingualText
  /// The form as it is in the period.
  public let form: Form
  /// What it is for.
  public let period: Period
  /// The last day on which it is on time.
  public let due: CalendarDate
  /// How many days are left until then; below zero once it is late.
  public let daysLeft: Int
  /// Where it stands.
  public let state: SubmissionProgress
  /// The number of its latest revision; 0 for none.
  public let revision: Int
  /// Whether something was typed that is not submitted.
  public let hasDraft: Bool
  /// Whether its month takes figures.
  public let isOpen: Bool

  /// Whether the reporter has to do something about it.
  public var isWaiting: Bool {
    isOpen && (hasDraft || [.missing, .returned, .disputed].contains(state))
  }
}

extension Frequency {
  /// How many ended periods a reporter's list goes back: for what waits, and for what is done.
  fileprivate var periodsListed: (waiting: Int, done: Int) {
    switch self {
    case .day: (7, 7)
    case .week: (12, 4)
    case .month: (12, 3)
    case .quarter: (4, 2)
    }
  }
}

extension Ledger {
  /// What the account reports for the periods that ended lately: what waits for it first, what was
  /// returned before all, then by the day on which it is due.
  ///
  /// At most 1,000. Refused for accounts that report nothing.
  public func dueSubmissions(by actor: Actor) async throws -> [DueSubmission] {
    try await act(by: actor, readOnly: true) { transaction, _ in
      guard let due = try Self.dueSubmissions(transaction) else {
        throw Refusal(AccountRefusal.notAllowed)
      }
      return due
    }
  }

  /// The same in a transaction; nil for accounts that report nothing.
  static func dueSubmissions(_ transaction: LedgerTransaction) throws -> [DueSubmission]? {
    let scope = try transaction.actingScope(Permission.submit.rule.roles)
    guard scope.everywhere || !scope.units.isEmpty else { return nil }
    let today = try transaction.today()
    let periods = Frequency.allCases.flatMap { frequency in
      (1...frequency.periodsListed.waiting).map {
        Period(frequency, containing: today).earlier(by: $0)
      }
    }
    let known = try KnownSubmissions(periods, transaction)
    let expected = try Self.expected(in: periods, transaction) { unit, form in
      scope.everywhere || scope.units.contains(unit) || scope.units.contains("\(unit)/\(form)")
    }
    let calendar = try transaction.workingCalendar()
    let now = try transaction.now()
    var open: [Month: Bool] = [:]
    for month in Set(expected.map(\.period.month)) {
      open[month] = try transaction.monthState(month).isOpen(at: now)
    }
    let due = expected.map { item in
      let key = item.key
      let day = calendar.workingDay(item.form.dueWorkingDays, after: item.period.lastDay)
      return DueSubmission(
        unit: item.unit.code, unitName: item.unit.name, form: item.form, period: item.period,
        due: day, daysLeft: Int(day.daysSince2000) - Int(today.daysSince2000),
        state: known.progress(key), revision: known.states[key]?.latest.number ?? 0,
        hasDraft: known.drafts.contains(key), isOpen: open[item.period.month] ?? false)
    }
    let shown = due.filter { item in
      let frequency = item.period.frequency
      let first = Period(frequency, containing: today).earlier(by: frequency.periodsListed.done)
      return item.isWaiting || item.period >= first
    }
    return Array(shown.sorted(by: Self.precedes).prefix(1_000))
  }

  private struct Expected {
    let unit: UnitVersion
    let form: Form
    let period: Period

    /// What names it whatever its revision.
    var key: RevisionKey {
      RevisionKey(unit: unit.code, form: form.code, period: period, number: 0)
    }
  }

  /// The submissions of some periods, of units and forms that are covered.
  private static func expected(
    in periods: [Period], _ transaction: LedgerTransaction,
    _ covers: (_ unit: String, _ form: String) -> Bool
  ) throws -> [Expected] {
    let catalogue = try Catalogue(transaction, on: try transaction.today())
    return periods.flatMap { period in
      let tree = catalogue.tree(on: period.lastDay)
      return catalogue.forms(in: period.month).filter { $0.frequency == period.frequency }
        .flatMap { form in
          tree.units(of: form.kind).filter {
            covers($0.code, form.code)
              && catalogue.campaignDays.asks(form.code, period, unit: $0.code)
          }
          .map { Expected(unit: $0, form: form, period: period) }
        }
    }
  }

  private static func precedes(_ left: DueSubmission, _ right: DueSubmission) -> Bool {
    func rank(_ item: DueSubmission) -> Int {
      guard item.isWaiting else { return 2 }
      return item.state == .returned ? 0 : 1
    }
    if rank(left) != rank(right) { return rank(left) < rank(right) }
    // What is late comes before what has time; of what is done, the newest is looked for.
    if left.due != right.due {
      return rank(left) == 2 ? left.due > right.due : left.due < right.due
    }
    return (left.unit, left.form.code) < (right.unit, right.form.code)
  }
}

/// What came for some periods already.
private struct KnownSubmissions {
  private(set) var states: [RevisionKey: SubmissionState] = [:]
  let drafts: Set<RevisionKey>
  private let disputed: Set<RevisionKey>

  init(_ periods: [Period], _ transaction: LedgerTransaction) throws {
    for state in try transaction.submissionStates(form: nil, periods: periods) {
      let latest = state.latest
      let key = RevisionKey(
        unit: latest.unit, form: latest.form, period: latest.period, number: 0)
      states[key] = state
    }
    drafts = try transaction.drafted(periods)
    disputed = try transaction.disputed(periods: periods)
  }

  func progress(_ key: RevisionKey) -> SubmissionProgress {
    guard let state = states[key] else { return .missing }
    return SubmissionProgress(
      unitDecision: state.unitDecision, officeDecision: state.officeDecision,
      isDisputed: disputed.contains(state.latest))
  }
}
