import HTTPTypes
import LedgerDocuments
import LedgerDomain
import LedgerOperations

/// Responsibility lists: every task with its state, where units report and the office decides.
enum TaskPages {
  static let all: [Endpoint] = [show, file, read, report, decide, SheetPage.endpoint]

  static let link = Link("responsibilities")

  /// A form without script sends what was not chosen as nothing.
  private static let filter = TaskEndpoints.filter.map { parameter in
    var parameter = parameter
    let isValid = parameter.isValid
    parameter.isValid = { $0.isEmpty || isValid($0) }
    return parameter
  }

  private static let show = Endpoint.page(
    .get, "/responsibilities", "page.tasks", access: .permission(.readTasks),
    query: filter + [.text("saved", "The task that was just brought up to date.")],
    handle: { call in
      let overview = try await call.ledger.tasks(by: call.actor())
      return TaskListPage(
        call: call, overview: overview, filter: TaskFilter(call), typed: nil
      ).reply
    })

  private static let file = Endpoint.page(
    .get, "/responsibilities/file", "page.tasks.file", access: .permission(.readTasks),
    query: filter,
    handle: { call in
      let overview = try await call.ledger.tasks(by: call.actor())
      let page = TaskListPage(call: call, overview: overview, filter: TaskFilter(call), typed: nil)
      let isInvented = call.web.configuration.isDemonstration
      // The mark at the beginning lets spreadsheets read the file as UTF-8.
      return Reply.text(
        "\u{FEFF}" + (isInvented ? InventedMark.comment : "") + CSVWriter.text(page.cells),
        "text/csv; charset=utf-8"
      ).with(.contentDisposition, "attachment; filename=\"responsibilities.csv\"")
    })

  private static let read = Endpoint.page(
    .get, "/responsibilities/{id}", "page.task", access: .permission(.readTasks),
    query: [.text("saved", "Whether it was just brought up to date.")],
    handle: { call in try await page(call, nil) })

  private static let report = Endpoint.page(
    .post, "/responsibilities/{id}/progress", "page.task.report",
    access: .permission(.reportTask), isKeyed: true,
    handle: { call in
      let key = try call.taskKey()
      let typed = try TypedProgress(call, key)
      do {
        return try await call.once({ (_: TaskReport) in .see(typed.back) }) {
          try await call.ledger.reportTask(typed.request, by: $0)
        }
      } catch let refusal as Refusal where typed.isShown(refusal) {
        return try await again(call, typed.refused(call.sentence(refusal), refusal.place))
      }
    })

  private static let decide = Endpoint.page(
    .post, "/responsibilities/{id}/acceptances", "page.task.decide",
    access: .permission(.acceptTask), isKeyed: true,
    handle: { call in
      let key = try call.taskKey()
      let typed = try TypedProgress(call, key)
      let number = Int(try call.form.text("report", max: 9)) ?? 0
      let isAcceptance = call.form["act"] == "accept"
      do {
        return try await call.once({ (_: TaskDecision) in .see(typed.back) }) {
          try await call.ledger.decideTask(
            key, report: number, accept: isAcceptance, reason: typed.reason, by: $0)
        }
      } catch let refusal as Refusal where typed.isShown(refusal) {
        return try await again(call, typed.refused(call.sentence(refusal), refusal.place))
      }
    })

  /// The page that a form stood on, with what was typed.
  private static func again(_ call: Call, _ typed: TypedProgress) async throws -> Reply {
    guard typed.filter.isList else { return try await page(call, typed) }
    return TaskListPage(
      call: call, overview: try await call.ledger.tasks(by: call.actor()), filter: typed.filter,
      typed: typed
    ).reply
  }

  private static func page(_ call: Call, _ typed: TypedProgress?) async throws -> Reply {
    let shown = try await call.ledger.task(call.taskKey(), by: call.actor())
    return TaskPage(
      call: call, overview: shown.overview, shown: shown.task, reports: shown.reports,
      typed: typed
    ).reply
  }
}

/// What the tasks on a page are narrowed by.
struct TaskFilter: Sendable {
  var unit: String?
  var state: TaskState?
  var list: ListKey?
  /// Whether the page is the list; the task's own otherwise.
  var isList = true

  init(_ call: Call) {
    unit = call.query["unit"].flatMap { $0.isEmpty ? nil : $0 }
    state = call.query["state"].flatMap(TaskState.init(rawValue:))
    list = call.query["list"].flatMap(ListKey.init)
  }

  /// What the hidden fields of a form say.
  init(_ form: FormFields) {
    unit = form["in-unit"].flatMap { UnitTree.isCode($0) ? $0 : nil }
    state = form["in-state"].flatMap(TaskState.init(rawValue:))
    list = form["in-list"].flatMap(ListKey.init)
    isList = form["on"] == "list"
  }

  /// The address of a page so narrowed.
  func link(_ link: Link = TaskPages.link, state other: TaskState?? = nil) -> Link {
    var link = link
    if let unit { link = link.adding("unit", unit) }
    if let state = other ?? state { link = link.adding("state", state.rawValue) }
    if let list { link = link.adding("list", list.description) }
    return link
  }

  /// The fields that bring a form's sender back to where it stood.
  var hidden: HTML {
    """
    <input type="hidden" name="on" value="\(isList ? "list" : "task")">\
    <input type="hidden" name="in-unit" value="\(unit ?? "")">\
    <input type="hidden" name="in-state" value="\(state?.rawValue ?? "")">\
    <input type="hidden" name="in-list" value="\(list?.description ?? "")">
    """
  }
}

/// What was typed in a form on a task, and what is wrong with it.
struct TypedProgress: Sendable {
  let key: TaskKey
  let filter: TaskFilter
  let amount: String
  let sentence: String
  let isDone: Bool
  let reason: String
  var error: (text: String, field: String)?

  init(_ call: Call, _ key: TaskKey) throws(Refusal) {
    self.key = key
    filter = TaskFilter(call.form)
    amount = try call.form.text("amount", max: 40)
    sentence = try call.form.text("sentence", max: 400)
    isDone = call.form["done"] != nil
    reason = try call.form.text("reason", max: 400)
  }

  var request: TaskProgressRequest {
    TaskProgressRequest(task: key, amount: amount, sentence: sentence, isDone: isDone)
  }

  /// Where the sender sees what happened.
  var back: Link {
    filter.isList
      ? filter.link().adding("saved", key.description)
      : Link("responsibilities", key.description).adding("saved", key.description)
  }

  /// Whether a refusal belongs to the form; the others are pages of their own.
  func isShown(_ refusal: Refusal) -> Bool {
    refusal.kind == .invalid || refusal.code.hasPrefix("task.") && refusal.kind == .conflict
  }

  func refused(_ text: String, _ place: Place) -> TypedProgress {
    var typed = self
    let isDecision = !reason.isEmpty || place == .option("reason")
    let field =
      place == .option("amount") ? "amount" : isDecision ? "reason" : "sentence"
    typed.error = (text, "\(field)-\(key)")
    return typed
  }
}
