public import LedgerDomain
import LedgerStore

/// A task as it stands today.
public struct ShownTask: Sendable {
  /// The task.
  public let task: ListedTask
  /// How far it has come.
  public let status: TaskStatus
  /// The tasks that it is decomposed into, in the order of the paper.
  public let parts: [TaskKey]
  /// Whether the account may report on it now.
  public let mayReport: Bool
  /// Whether the account may accept or return what was reported last.
  public let mayDecide: Bool
}

/// Every task of every list as it stands today, with what it is read with.
public struct TaskOverview: Sendable {
  /// The lists, in the order of their numbers.
  public let lists: [ResponsibilityList]
  /// The tasks, in the order of the paper.
  public let tasks: [ShownTask]
  /// The day they are shown as of.
  public let today: CalendarDate
  /// What units are called, by code; of one that ended the last that was kept.
  public let units: [String: UnitVersion]
  /// The indicators, by code.
  public let indicators: [String: Indicator]

  /// The task of that key.
  public subscript(_ key: TaskKey) -> ShownTask? { tasks.first { $0.task.key == key } }
}

extension Ledger {
  /// Every responsibility list and task, for all who take part in the joint meeting.
  public func tasks(by actor: Actor) async throws -> TaskOverview {
    try await act(by: actor, readOnly: true) { transaction, account in
      try transaction.require(.readTasks)
      return try Self.overview(transaction, account)
    }
  }

  /// One task, its parts, and everything that was reported on it; refused for one that never was.
  public func task(
    _ key: TaskKey, by actor: Actor
  ) async throws -> (overview: TaskOverview, task: ShownTask, reports: [TaskReport]) {
    try await act(by: actor, readOnly: true) { transaction, account in
      try transaction.require(.readTasks)
      let overview = try Self.overview(transaction, account)
      guard let task = overview[key] else { throw Refusal(TaskRefusal.unknown, key.description) }
      return (overview, task, try transaction.taskReports(of: key)[key] ?? [])
    }
  }

  static func overview(
    _ transaction: LedgerTransaction, _ account: String
  ) throws -> TaskOverview {
    let today = try transaction.today()
    let lists = try transaction.responsibilityLists()
    let tree = TaskTree(try transaction.taskVersions(), on: today)
    let issued = Dictionary(lists.map { ($0.key, $0.issued) }) { $1 }
    let statuses = tree.statuses(
      try transaction.taskReports(), issued: issued, today: today,
      calendar: try transaction.workingCalendar())
    let scope = try transaction.actingScope(Permission.reportTask.rule.roles)
    func reports(for unit: String) -> Bool {
      scope.everywhere || scope.units.contains(unit)
        || scope.units.contains("\(unit)/\(Permission.tasksForm)")
    }
    let decides = try transaction.may(.acceptTask)
    let tasks = tree.all.compactMap { task -> ShownTask? in
      guard let status = statuses[task.key] else { return nil }
      let latest = status.latest
      return ShownTask(
        task: task, status: status, parts: tree.parts(of: task.key),
        mayReport: tree.parts(of: task.key).isEmpty && status.state != .accepted
          && task.reporting.contains(where: reports),
        mayDecide: decides && latest.map { $0.decision == nil && $0.reportedBy != account } ?? false
      )
    }
    var units: [String: UnitVersion] = [:]
    for version in try transaction.unitVersions() where version.validFrom <= today {
      if let known = units[version.code], known.validFrom > version.validFrom { continue }
      units[version.code] = version
    }
    var indicators: [String: Indicator] = [:]
    for (indicator, _) in try transaction.indicators(on: today) {
      indicators[indicator.code] = indicator
    }
    return TaskOverview(
      lists: lists, tasks: tasks, today: today, units: units, indicators: indicators)
  }
}
