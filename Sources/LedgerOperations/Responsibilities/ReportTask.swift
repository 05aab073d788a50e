public import LedgerDomain
import LedgerStore

/// What a unit reports on a task.
public struct TaskProgressRequest: Sendable {
  /// The task.
  public var task: TaskKey
  /// The unit that reports; nil for the first of the task's that the account may report for.
  public var unit: String?
  /// How much is done, as it was typed; empty for nothing counted.
  public var amount: String
  /// One sentence.
  public var sentence: String
  /// Whether the task is done.
  public var isDone: Bool

  /// Describes a report.
  public init(
    task: TaskKey, unit: String? = nil, amount: String = "", sentence: String,
    isDone: Bool = false
  ) {
    self.task = task
    self.unit = unit
    self.amount = amount
    self.sentence = sentence
    self.isDone = isDone
  }
}

extension Ledger {
  /// Reports on a task, for its lead or a responsible unit; gives the report.
  ///
  /// Refused, in this order: an unknown task; a unit that neither leads nor is responsible; one
  /// that the account may not report for; a task with parts; one that is accepted; a sentence that
  /// is missing or not taken; no number, or none, where the task has one to reach; a task that is
  /// called done below it.
  public func reportTask(
    _ request: TaskProgressRequest, by actor: Actor
  ) async throws -> TaskReport {
    try await act(by: actor) { transaction, account in
      try transaction.require(.reportTask)
      let key = request.task
      try transaction.lockReports(of: key)
      let place = try TaskPlace(transaction, key)
      let unit = try place.unit(request.unit, transaction)
      guard place.parts.isEmpty else { throw Refusal(TaskRefusal.hasParts, key.description) }
      guard place.status.state != .accepted else {
        throw Refusal(TaskRefusal.alreadyAccepted, key.description)
      }
      let sentence = try FreeText.checked(
        request.sentence, at: .option("sentence"), isNeeded: true)
      let amount = try place.amount(request)
      let report = TaskReport(
        number: place.reports.count + 1, unit: unit, amount: amount, sentence: sentence,
        isDone: request.isDone, reportedBy: account, day: place.today)
      try transaction.append(report, on: key)
      return report
    }
  }

  /// Accepts what was reported last on a task, or returns it, with a reason.
  ///
  /// Refused, in this order: whoever is not of the office; an unknown task or report; a report that
  /// is not the last one, or decided; the reporter's own; a reason that is missing or not taken;
  /// acceptance of what the unit does not call done.
  public func decideTask(
    _ key: TaskKey, report number: Int, accept isAcceptance: Bool, reason: String,
    by actor: Actor
  ) async throws -> TaskDecision {
    try await act(by: actor) { transaction, account in
      try transaction.require(.acceptTask)
      try transaction.lockReports(of: key)
      let place = try TaskPlace(transaction, key)
      guard let report = place.reports.first(where: { $0.number == number }) else {
        throw Refusal(TaskRefusal.reportUnknown, String(number))
      }
      guard report.decision == nil else { throw Refusal(TaskRefusal.alreadyDecided) }
      guard place.reports.last == report else {
        throw Refusal(TaskRefusal.reportStale, String(number))
      }
      guard report.reportedBy != account else { throw Refusal(TaskRefusal.deciderIsReporter) }
      let reason = try FreeText.checked(reason, at: .option("reason"), isNeeded: true)
      guard !isAcceptance || report.isDone else {
        throw Refusal(TaskRefusal.notDone, key.description)
      }
      let decision = TaskDecision(
        isAcceptance: isAcceptance, reason: reason, decidedBy: account, day: place.today)
      try transaction.append(decision, to: report, on: key)
      return decision
    }
  }
}

/// A task as an act on it finds it.
private struct TaskPlace {
  let task: ListedTask
  let parts: [TaskKey]
  let reports: [TaskReport]
  let status: TaskStatus
  let today: CalendarDate

  init(_ transaction: LedgerTransaction, _ key: TaskKey) throws {
    today = try transaction.today()
    let tree = TaskTree(
      try transaction.taskVersions().filter { $0.key.list == key.list }, on: today)
    guard let task = tree[key] else { throw Refusal(TaskRefusal.unknown, key.description) }
    self.task = task
    parts = tree.parts(of: key)
    let lists = try transaction.responsibilityLists()
    let reports = try transaction.taskReports(of: key)
    self.reports = reports[key] ?? []
    let statuses = tree.statuses(
      reports, issued: Dictionary(lists.map { ($0.key, $0.issued) }) { $1 }, today: today,
      calendar: try transaction.workingCalendar())
    guard let status = statuses[key] else { throw Refusal(TaskRefusal.unknown, key.description) }
    self.status = status
  }

  /// The unit that reports.
  func unit(_ wanted: String?, _ transaction: LedgerTransaction) throws -> String {
    if let wanted, !task.reporting.contains(wanted) {
      throw Refusal(TaskRefusal.notOfUnit, at: .option("unit"), task.key.description, wanted)
    }
    for unit in wanted.map({ [$0] }) ?? task.reporting
    where try transaction.may(.reportTask, unit: unit, form: Permission.tasksForm) {
      return unit
    }
    throw Refusal(AccountRefusal.outOfScope)
  }

  func amount(_ request: TaskProgressRequest) throws(Refusal) -> FigureNumber? {
    let text = request.amount
    guard text.unicodeScalars.contains(where: { !$0.properties.isWhitespace }) else {
      guard task.goal == nil else {
        throw Refusal(
          TaskRefusal.amountMissing, at: .option("amount"), task.key.description)
      }
      return nil
    }
    switch FigureText.number(text, decimals: 4) {
    case .failure(let reason): throw Refusal(reason, at: .option("amount"), text, "4")
    case .success(let number):
      if request.isDone, let goal = task.goal, !goal.isReached(by: number) {
        throw Refusal(
          TaskRefusal.goalNotReached, at: .option("amount"), number.description,
          goal.value.description)
      }
      return number
    }
  }
}
