public import LedgerDomain
import PostgresSupport

extension ResponsibilityList {
  /// The list as a fact.
  public var fact: Fact {
    Fact(
      .responsibilityLists,
      [.text(key.description), .text(title), .text(source), .day(issued)])
  }
}

extension ListedTask {
  /// That there is such a task.
  public var taskFact: Fact {
    Fact(.tasks, [.text(key.list.description), .text(key.number)])
  }

  /// The version as a fact.
  public var fact: Fact {
    Fact(
      .taskVersions,
      [
        .text(key.list.description), .text(key.number), .day(validFrom), .text(words),
        .optional(parent), .text(lead), .texts(responsible), .texts(supporting), .text(target),
        .text(indicator), .optional(goal?.kind.rawValue), .optional(goal?.value.tenThousandths),
        due.map(FactValue.day) ?? .null, .optional(recurrence?.rawValue),
        .text(posts.principal), .text(posts.deputy), .text(posts.liaison), .text(measure),
        .text(standard),
      ])
  }
}

extension LedgerTransaction {
  /// Every responsibility list, in the order of their numbers; of two rows of one the later counts.
  public func responsibilityLists() throws -> [ResponsibilityList] {
    var lists: [ListKey: ResponsibilityList] = [:]
    for row in try connection.execute(TaskStatements.lists) {
      guard let key = ListKey(try row.text(0)) else {
        throw Unexpected.unreadable("responsibility_lists")
      }
      lists[key] = try ResponsibilityList(
        key: key, title: try row.text(1), source: try row.text(2),
        issued: try row.date(3).calendar)
    }
    return lists.values.sorted { $0.key < $1.key }
  }

  /// Every version of every task, in the order in which they were recorded.
  public func taskVersions() throws -> [ListedTask] {
    try connection.execute(TaskStatements.versions).map { row in
      guard let list = ListKey(try row.text(0)), let key = TaskKey(list, try row.text(1)) else {
        throw Unexpected.unreadable("task_versions")
      }
      var task = ListedTask(
        key: key, validFrom: try row.date(2).calendar, words: try row.text(3),
        lead: try row.text(5))
      task.parent = try row.optionalText(4)
      task.responsible = try row.textArray(6).compactMap { $0 }
      task.supporting = try row.textArray(7).compactMap { $0 }
      task.target = try row.text(8)
      task.indicator = try row.text(9)
      if let kind = try row.optionalText(10).flatMap(TaskGoal.Kind.init(rawValue:)),
        let value = try row.optionalInt8(11).flatMap(FigureNumber.init(tenThousandths:))
      {
        task.goal = TaskGoal(kind: kind, value: value)
      }
      task.due = try row.optionalDate(12)?.calendar
      task.recurrence = try row.optionalText(13).flatMap(Recurrence.init(rawValue:))
      task.posts = TaskPosts(
        principal: try row.text(14), deputy: try row.text(15), liaison: try row.text(16))
      task.measure = try row.text(17)
      task.standard = try row.text(18)
      return task
    }
  }

  /// What was reported on tasks, each task's reports in their order; of one task, or of all.
  public func taskReports(of key: TaskKey? = nil) throws -> [TaskKey: [TaskReport]] {
    var reports: [TaskKey: [TaskReport]] = [:]
    let rows = try connection.execute(
      TaskStatements.reports, [.optional(key?.list.description), .optional(key?.number)])
    for row in rows {
      guard let list = ListKey(try row.text(0)), let key = TaskKey(list, try row.text(1)) else {
        throw Unexpected.unreadable("task_reports")
      }
      reports[key, default: []].append(try Self.report(row))
    }
    return reports
  }

  private static func report(_ row: Row) throws -> TaskReport {
    let decision = try row.optionalText(8).map { word in
      guard let moment = try row.optionalTimestamp(11) else {
        throw Unexpected.unreadable("task_decisions")
      }
      return TaskDecision(
        isAcceptance: word == "accept", reason: try row.optionalText(9) ?? "",
        decidedBy: try row.optionalText(10) ?? "", day: day(of: moment))
    }
    return TaskReport(
      number: Int(try row.int4(2)), unit: try row.text(3),
      amount: try row.optionalInt8(4).flatMap(FigureNumber.init(tenThousandths:)),
      sentence: try row.text(5), isDone: try row.bool(6), reportedBy: try row.text(7),
      day: day(of: try row.timestamp(12)), decision: decision)
  }

  /// Lets nobody else report on a task before this transaction ends.
  public func lockReports(of key: TaskKey) throws {
    try connection.execute(
      TaskStatements.lock, [.text(key.description)])
  }

  /// Adds a report to its unit's chain.
  @discardableResult
  public func append(_ report: TaskReport, on key: TaskKey) throws -> Receipt {
    try append(
      [
        Fact(
          .taskReports,
          [
            .text(key.list.description), .text(key.number), .integer(Int64(report.number)),
            .text(report.unit), .optional(report.amount?.tenThousandths), .text(report.sentence),
            .bool(report.isDone), .text(report.reportedBy),
          ])
      ],
      act: Act("task.report", on: "task/\(key)/\(report.number)", chain: report.unit))
  }

  /// Adds what the office said to a report, to the chain of the unit that reported.
  @discardableResult
  public func append(
    _ decision: TaskDecision, to report: TaskReport, on key: TaskKey
  ) throws -> Receipt {
    let word = decision.isAcceptance ? "accept" : "return"
    return try append(
      [
        Fact(
          .taskDecisions,
          [
            .text(key.list.description), .text(key.number), .integer(Int64(report.number)),
            .text(report.unit), .text(word), .text(decision.reason), .text(decision.decidedBy),
          ])
      ],
      act: Act("task.\(word)", on: "task/\(key)/\(report.number)", chain: report.unit))
  }
}

enum TaskStatements {
  static let all = [lists, versions, reports, lock]

  static let lists = Statement(
    "responsibility_lists_all",
    "select list, title, source, issued_on from ledger.responsibility_lists order by entry, list")
  static let versions = Statement(
    "task_versions_all",
    """
    select
      list, task, valid_from, words, parent, lead_unit, responsible, supporting, target, indicator,
      goal_kind, goal, due_on, recurrence, principal_post, deputy_post, liaison_post, measure,
      standard
    from ledger.task_versions
    order by entry, list, task, valid_from
    """)
  static let reports = Statement(
    "task_reports_all",
    """
    select
      reports.list, reports.task, reports.number, reports.unit, reports.amount, reports.sentence,
      reports.is_done, reports.reported_by, decisions.decision, decisions.reason,
      decisions.decided_by, decisions.recorded_at, reports.recorded_at
    from ledger.task_reports as reports
    left join ledger.task_decisions as decisions
      on
        reports.list = decisions.list
        and reports.task = decisions.task
        and reports.number = decisions.report
    where ($1::text is null or (reports.list = $1 and reports.task = $2::text))
    order by reports.list, reports.task, reports.number
    """)
  static let lock = Statement(
    "task_lock",
    "select pg_advisory_xact_lock(hashtextextended('task ' || $1, 0)) is null as locked")
}
