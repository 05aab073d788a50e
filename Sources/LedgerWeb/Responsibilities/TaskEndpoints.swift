import HTTPTypes
import LedgerDomain
import LedgerOperations
import LedgerStore

/// Responsibility lists: their tasks, what units report on them, what the office says to it.
enum TaskEndpoints {
  static let all: [Endpoint] = [lists, add, list, read, report, decide]

  private static let lists = Endpoint(
    method: .get, path: "/responsibility-lists", name: "lists.list", noun: "tasks",
    summary: BilingualText(zh: "责任清单。", en: "The responsibility lists."),
    access: .permission(.readTasks), query: Endpoint.Parameter.page,
    answer: .json(
      PageSchema.of(
        .object([
          .required("id", SharedSchemas.code), .required("title", SharedSchemas.text),
          .required("source", SharedSchemas.text), .required("issued", SharedSchemas.date),
          .required("tasks", SharedSchemas.count),
        ]))),
    handle: { call in
      let overview = try await call.ledger.tasks(by: call.actor())
      return .json(
        try Page(inOwnOrder: overview.lists, of: call, key: \.key.description).reply { list in
          [
            "id": .string(list.key.description), "title": .string(list.title),
            "source": .string(list.source), "issued": .string(list.issued.description),
            "tasks": .integer(overview.tasks.count { $0.task.key.list == list.key }),
          ]
        })
    })

  private static let add = Endpoint(
    method: .post, path: "/responsibility-lists", name: "lists.import", noun: "tasks",
    summary: BilingualText(
      zh: "导入一份责任清单（全部或全不）。", en: "Import a responsibility list, all rows or none."),
    access: .permission(.keepTasks),
    query: [
      Endpoint.Parameter(
        name: "list", text: "The list's number.", isRequired: true, form: "2026-1",
        isValid: { ListKey($0) != nil }),
      Endpoint.Parameter(name: "title", text: "What it is called.", isRequired: true, form: "…"),
      Endpoint.Parameter(
        name: "source", text: "The document that it comes from.", isRequired: true, form: "…"),
      Endpoint.Parameter(
        name: "issued", text: "The day on which it was issued.", isRequired: true,
        schema: .string(.init(max: 10, format: "date")), form: "2026-01-15",
        isValid: { CalendarDate($0) != nil }),
      .day("from", "The day from which its tasks are so; the day of issue unless stated."),
    ], content: .file, answer: ImportReply.answer, isKeyed: true,
    handle: { call in
      guard let key = call.query["list"].flatMap(ListKey.init),
        let issued = call.query["issued"].flatMap(CalendarDate.init)
      else { throw Refusal(TaskRefusal.listUnknown, at: .option("list"), "") }
      let list = try ResponsibilityList(
        key: key, title: call.query["title"] ?? "", source: call.query["source"] ?? "",
        issued: issued)
      let upload = try FileContent(call)
      return try await call.once(ImportReply.reply) {
        try await call.ledger.importTasks(
          upload.file, list: list, from: call.query["from"].flatMap(CalendarDate.init), by: $0)
      }
    })

  static let stateWords = TaskState.allCases.map(\.rawValue)

  /// What a list of tasks is narrowed by.
  static let filter: [Endpoint.Parameter] = [
    .unit("unit", "Only tasks that this unit leads, is responsible for or supports."),
    .word("state", "Only tasks in this state.", of: stateWords),
    Endpoint.Parameter(
      name: "list", text: "Only this list's tasks.", form: "2026-1",
      isValid: { ListKey($0) != nil }),
  ]

  private static let list = Endpoint(
    method: .get, path: "/tasks", name: "tasks.list", noun: "tasks",
    summary: BilingualText(zh: "任务及其进展。", en: "Tasks, and how far they have come."),
    access: .permission(.readTasks), query: filter + Endpoint.Parameter.page,
    answer: .json(PageSchema.of(TaskJSON.schema)),
    handle: { call in
      let overview = try await call.ledger.tasks(by: call.actor())
      let tasks = overview.tasks(
        unit: call.query["unit"], state: call.query["state"].flatMap(TaskState.init(rawValue:)),
        list: call.query["list"].flatMap(ListKey.init))
      let page = try Page(inOwnOrder: tasks, of: call, key: \.task.key.description)
      return .json(page.reply { TaskJSON.json($0) })
    })

  private static let read = Endpoint(
    method: .get, path: "/tasks/{id}", name: "tasks.read", noun: "tasks",
    summary: BilingualText(zh: "一项任务及其历次进展。", en: "One task with all its reports."),
    access: .permission(.readTasks), answer: .json(TaskJSON.wholeSchema),
    handle: { call in
      let shown = try await call.ledger.task(call.taskKey(), by: call.actor())
      return .json(TaskJSON.whole(shown.task, shown.reports))
    })

  private static let report = Endpoint(
    method: .post, path: "/tasks/{id}/progress", name: "tasks.report", noun: "tasks",
    summary: BilingualText(
      zh: "报进展：一个数、一句话、是否完成。",
      en: "Report progress: a number, a sentence, whether it is done."),
    access: .permission(.reportTask),
    content: .json(
      .object([
        .optional("unit", .orNull(SharedSchemas.code), "The unit that reports."),
        .optional("amount", .orNull(.decimal), "How much is done."),
        .required("sentence", .string()), .required("done", .boolean),
      ])),
    answer: .json(
      .object([
        .required("id", SharedSchemas.code), .required("report", SharedSchemas.count),
        .required("unit", SharedSchemas.code),
      ]), .created), isKeyed: true,
    handle: { call in
      let key = try call.taskKey()
      var request = TaskProgressRequest(
        task: key, unit: try call.json.optionalText("unit"),
        sentence: try call.json.required("sentence").string(),
        isDone: try call.json.required("done").bool())
      request.amount = try call.json.optionalText("amount") ?? ""
      return try await call.once({ (report: TaskReport) in
        .json(
          [
            "id": .string(key.description), "report": .integer(report.number),
            "unit": .string(report.unit),
          ], .created)
      }) { [request] in try await call.ledger.reportTask(request, by: $0) }
    })

  private static let decide = Endpoint(
    method: .post, path: "/tasks/{id}/acceptances", name: "tasks.decide", noun: "tasks",
    summary: BilingualText(
      zh: "对最新一次进展：销号或退回，须说明理由。",
      en: "Accept what was reported last, or return it, with a reason."),
    access: .permission(.acceptTask),
    content: .json(
      .object([
        .required("report", .integer(1...1_000_000)),
        .required("decision", .word(["accept", "return"])), .required("reason", .string()),
      ])),
    answer: .json(
      .object([
        .required("id", SharedSchemas.code), .required("report", SharedSchemas.count),
        .required("decision", .word(["accept", "return"])),
      ]), .created), isKeyed: true,
    handle: { call in
      let key = try call.taskKey()
      let number = try call.json.required("report").integer(1...1_000_000)
      let word = try call.json.required("decision").string()
      let reason = try call.json.required("reason").string()
      return try await call.once({ (_: TaskDecision) in
        .json(
          [
            "id": .string(key.description), "report": .integer(number), "decision": .string(word),
          ], .created)
      }) {
        try await call.ledger.decideTask(
          key, report: number, accept: word == "accept", reason: reason, by: $0)
      }
    })
}

extension Call {
  /// The task in the path.
  func taskKey() throws(Refusal) -> TaskKey {
    guard let key = TaskKey(part("id")) else {
      throw Refusal(TaskRefusal.unknown, at: .option("id"), part("id"))
    }
    return key
  }
}

extension JSONReader {
  /// A member that is a text, or a number as it is written; nil where it is left out or null.
  fileprivate func optionalText(_ name: String) throws(Refusal) -> String? {
    guard let member = try optional(name) else { return nil }
    switch member.value {
    case .null: return nil
    case .number(let text): return text
    default: return try member.string()
    }
  }
}

extension TaskOverview {
  /// The tasks that fit, those that are overdue first and otherwise in the order of the paper.
  func tasks(unit: String?, state: TaskState?, list: ListKey?) -> [ShownTask] {
    let fitting = tasks.filter { shown in
      (unit.map(shown.task.concerns) ?? true) && (state.map { $0 == shown.status.state } ?? true)
        && (list.map { $0 == shown.task.key.list } ?? true)
    }
    return fitting.filter { $0.status.state == .overdue }
      + fitting.filter { $0.status.state != .overdue }
  }
}

/// Tasks in JSON.
enum TaskJSON {
  static let schema = Schema.object(members)

  private static let members: [Schema.Member] = [
    .required("id", SharedSchemas.code), .required("list", SharedSchemas.code),
    .required("number", SharedSchemas.code), .required("parent", .orNull(SharedSchemas.code)),
    .required("task", SharedSchemas.text), .required("lead", SharedSchemas.code),
    .required("responsible", .array(SharedSchemas.code, max: 10_000)),
    .required("supporting", .array(SharedSchemas.code, max: 10_000)),
    .required("target", SharedSchemas.text), .required("indicator", SharedSchemas.text),
    .required("goal", .orNull(.string(.init(max: 40)))),
    .required("goalKind", .orNull(.word(TaskGoal.Kind.allCases.map(\.rawValue)))),
    .required("due", .orNull(SharedSchemas.date), "Moved to a day that is worked."),
    .required("recurrence", .orNull(.word(Recurrence.allCases.map(\.rawValue)))),
    .required("principal", SharedSchemas.text, "A post, never a person."),
    .required("deputy", SharedSchemas.text), .required("liaison", SharedSchemas.text),
    .required("measure", SharedSchemas.text), .required("standard", SharedSchemas.text),
    .required("state", .word(TaskState.allCases.map(\.rawValue))),
    .required("amount", .orNull(.string(.init(max: 40)))),
    .required("finished", SharedSchemas.count), .required("of", SharedSchemas.count),
    .required("meeting", .orNull(SharedSchemas.code), "The meeting that it comes from."),
    .required("resolution", .orNull(SharedSchemas.count), "The meeting's resolution."),
  ]

  static let wholeSchema = Schema.object(
    members + [
      .required("parts", .array(SharedSchemas.code, max: 100_000)),
      .required(
        "reports",
        .array(
          .object([
            .required("report", SharedSchemas.count), .required("unit", SharedSchemas.code),
            .required("amount", .orNull(.string(.init(max: 40)))),
            .required("sentence", SharedSchemas.text), .required("done", .boolean),
            .required("by", SharedSchemas.code), .required("on", SharedSchemas.date),
            .required("decision", .orNull(.word(["accept", "return"]))),
            .required("reason", .orNull(SharedSchemas.text)),
          ]), max: 1_000_000)),
    ])

  static func json(_ shown: ShownTask) -> JSONValue { .object(values(shown)) }

  static func whole(_ shown: ShownTask, _ reports: [TaskReport]) -> JSONValue {
    .object(
      values(shown) + [
        JSONValue.Member("parts", .array(shown.parts.map { .string($0.description) })),
        JSONValue.Member("reports", .array(reports.map(json))),
      ])
  }

  private static func values(_ shown: ShownTask) -> [JSONValue.Member] {
    let (task, status) = (shown.task, shown.status)
    let values: [(String, JSONValue)] = [
      ("id", .string(task.key.description)), ("list", .string(task.key.list.description)),
      ("number", .string(task.key.number)),
      ("parent", .optional(task.parentKey?.description)), ("task", .string(task.words)),
      ("lead", .string(task.lead)), ("responsible", .array(task.responsible.map { .string($0) })),
      ("supporting", .array(task.supporting.map { .string($0) })),
      ("target", .string(task.target)), ("indicator", .string(task.indicator)),
      ("goal", .optional(task.goal?.value.description)),
      ("goalKind", .optional(task.goal?.kind.rawValue)),
      ("due", .optional(status.due?.description)),
      ("recurrence", .optional(task.recurrence?.rawValue)),
      ("principal", .string(task.posts.principal)), ("deputy", .string(task.posts.deputy)),
      ("liaison", .string(task.posts.liaison)), ("measure", .string(task.measure)),
      ("standard", .string(task.standard)), ("state", .string(status.state.rawValue)),
      ("amount", .optional(status.amount?.description)), ("finished", .integer(status.finished)),
      ("of", .integer(status.leaves)), ("meeting", .optional(shown.origin?.meeting.description)),
      ("resolution", shown.origin.map { JSONValue.integer($0.resolution) } ?? .null),
    ]
    return values.map { JSONValue.Member($0.0, $0.1) }
  }

  private static func json(_ report: TaskReport) -> JSONValue {
    [
      "report": .integer(report.number), "unit": .string(report.unit),
      "amount": .optional(report.amount?.description), "sentence": .string(report.sentence),
      "done": .bool(report.isDone), "by": .string(report.reportedBy),
      "on": .string(report.day.description),
      "decision": .optional(report.decision.map { $0.isAcceptance ? "accept" : "return" }),
      "reason": .optional(report.decision?.reason),
    ]
  }
}
