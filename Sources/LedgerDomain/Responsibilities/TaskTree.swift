/// The tasks of responsibility lists as they are on a day, each with its parts.
public struct TaskTree: Sendable {
  /// The tasks in force, by their keys.
  private let tasks: [TaskKey: ListedTask]
  private let parts: [TaskKey: [TaskKey]]

  /// Takes of each task the version in force on a day; of two for one day the later in the list
  /// counts.
  public init(_ versions: [ListedTask], on day: CalendarDate) {
    var tasks: [TaskKey: ListedTask] = [:]
    tasks.reserveCapacity(versions.count)
    for version in versions where version.validFrom <= day {
      if let known = tasks[version.key], known.validFrom > version.validFrom { continue }
      tasks[version.key] = version
    }
    var parts: [TaskKey: [TaskKey]] = [:]
    for task in tasks.values {
      if let parent = task.parentKey { parts[parent, default: []].append(task.key) }
    }
    self.tasks = tasks
    self.parts = parts.mapValues { $0.sorted() }
  }

  /// The task of that key, when it is in force.
  public subscript(_ key: TaskKey) -> ListedTask? { tasks[key] }

  /// Every task, in the order of the paper.
  public var all: [ListedTask] { tasks.values.sorted { $0.key < $1.key } }

  /// The tasks that one is decomposed into, in the order of the paper.
  public func parts(of key: TaskKey) -> [TaskKey] { parts[key] ?? [] }

  /// Refuses a task above that does not exist, and one that stands above itself.
  public func check() throws(Refusal) {
    var sound: Set<TaskKey> = []
    for task in all {
      var seen: Set<TaskKey> = [task.key]
      var next = task.parentKey
      while let parent = next, !sound.contains(parent) {
        guard let above = tasks[parent] else {
          throw Refusal(TaskRefusal.parentUnknown, task.key.number, parent.number)
        }
        guard seen.insert(parent).inserted else {
          throw Refusal(TaskRefusal.circle, task.key.number)
        }
        next = above.parentKey
      }
      sound.formUnion(seen)
    }
  }

  /// How far every task has come on a day, from what was reported, in the order of each task's
  /// reports.
  ///
  /// A task with parts is what its parts are. It is overdue when its own last day is over and
  /// something is left, or when a part is overdue.
  public func statuses(
    _ reports: [TaskKey: [TaskReport]], issued: [ListKey: CalendarDate], today: CalendarDate,
    calendar: WorkingCalendar
  ) -> [TaskKey: TaskStatus] {
    var statuses: [TaskKey: TaskStatus] = [:]
    statuses.reserveCapacity(tasks.count)
    for key in partsFirst() {
      guard let task = tasks[key] else { continue }
      let own = task.status(
        reports[key] ?? [], issued: issued[key.list] ?? task.validFrom, today: today, calendar)
      let below = parts(of: key).compactMap { part in
        tasks[part].flatMap { task in statuses[part].map { (task, $0) } }
      }
      statuses[key] = below.isEmpty ? own : Self.joined(task, own, below, today: today)
    }
    return statuses
  }

  /// Every task after its parts; a circle, which no import makes, ends in no particular order.
  private func partsFirst() -> [TaskKey] {
    var order = tasks.values.filter { $0.parentKey.flatMap { tasks[$0] } == nil }.map(\.key)
    var position = 0
    while position < order.count, order.count <= tasks.count {
      order += parts(of: order[position])
      position += 1
    }
    let missing = order.count < tasks.count ? Set(tasks.keys).subtracting(order) : []
    return Array(missing) + order.reversed()
  }

  private static func joined(
    _ task: ListedTask, _ own: TaskStatus, _ parts: [(task: ListedTask, status: TaskStatus)],
    today: CalendarDate
  ) -> TaskStatus {
    let states = Set(parts.map(\.status.state))
    let isFinished = states.allSatisfy(\.isFinished)
    let isLate = own.due.map { $0 < today } ?? false
    let state: TaskState
    if states == [.accepted] {
      state = .accepted
    } else if isFinished {
      state = .done
    } else if isLate || states.contains(.overdue) {
      state = .overdue
    } else if states.contains(.returned) {
      state = .returned
    } else {
      state = states == [.notStarted] ? .notStarted : .underWay
    }
    // What counts something else, or a ceiling, has no sum.
    let counted = parts.filter { part in
      !task.indicator.isEmpty && part.task.indicator == task.indicator
        && part.task.goal?.kind != .atMost
    }
    let amounts = counted.compactMap { $0.status.amount?.tenThousandths }
    let sum = amounts.reduce(Int128(0)) { $0 + Int128($1) }
    return TaskStatus(
      state: state, due: own.due, latest: nil,
      leaves: parts.map(\.status.leaves).reduce(0, +),
      finished: parts.map(\.status.finished).reduce(0, +),
      amount: amounts.isEmpty
        ? nil : Int64(exactly: sum).flatMap(FigureNumber.init(tenThousandths:)))
  }
}
