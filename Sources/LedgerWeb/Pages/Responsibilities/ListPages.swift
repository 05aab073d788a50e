import HTTPTypes
import LedgerDocuments
import LedgerDomain
import LedgerOperations

/// A responsibility list as the three lists that offices keep, and the form that brings one in.
enum ListPages {
  static let all: [Endpoint] = [show, file, form, upload]

  static let importLink = Link("responsibilities", "import")

  static func link(_ list: ListKey) -> Link { Link("responsibilities", "lists", list.description) }

  private static let show = Endpoint.page(
    .get, "/responsibilities/lists/{list}", "page.lists", access: .permission(.readTasks),
    query: [.text("added", "How many tasks were just brought in.")],
    handle: { call in
      let overview = try await call.ledger.tasks(by: call.actor())
      return ListPage(
        list: try list(call, overview), overview: overview, frame: call.frame,
        added: call.query["added"].flatMap { Int($0) }
      ).reply
    })

  private static let file = Endpoint.page(
    .get, "/responsibilities/lists/{list}/{which}", "page.lists.file",
    access: .permission(.readTasks),
    handle: { call in
      let overview = try await call.ledger.tasks(by: call.actor())
      let list = try list(call, overview)
      guard let which = ListView(rawValue: call.part("which")) else {
        throw Refusal(RequestRefusal.pathUnknown)
      }
      let table = ListTable(which, of: list, TaskWords(overview: overview, say: call.say))
      return .csv(
        [table.heading] + table.rows, name: "\(list.key.description)-\(which.rawValue).csv",
        of: call)
    })

  private static let form = Endpoint.page(
    .get, "/responsibilities/import", "page.lists.form", access: .permission(.keepTasks),
    handle: { call in ListForm(frame: call.frame).reply(nil) })

  private static let upload = Endpoint.page(
    .post, "/responsibilities/import", "page.lists.import", access: .permission(.keepTasks),
    content: .upload, isKeyed: true,
    handle: { call in
      var refusals: [Refusal] = []
      do {
        let (list, from) = try ListForm.list(call)
        let content = try FileContent(try UploadForm.file(of: call))
        let link = link(list.key)
        return try await call.once({ (report: ImportReport) in
          .see(link.adding("added", String(report.added)))
        }) {
          try await call.ledger.importTasks(content.file, list: list, from: from, by: $0)
        }
      } catch let several as Refusals {
        refusals = several.refusals
      } catch let one as Refusal where one.isAboutForm {
        refusals = [one]
      }
      return ListForm(frame: call.frame).reply(
        FormAttempt(call, Array(refusals.prefix(50)), ListForm.field))
    })

  private static func list(
    _ call: Call, _ overview: TaskOverview
  ) throws(Refusal) -> ResponsibilityList {
    guard let key = ListKey(call.part("list")),
      let list = overview.lists.first(where: { $0.key == key })
    else { throw Refusal(TaskRefusal.unknown, at: .option("list"), call.part("list")) }
    return list
  }
}

/// One of the three lists.
enum ListView: String, CaseIterable {
  case tasks
  case duties
  case measures

  var text: ListText {
    switch self {
    case .tasks: .tasks
    case .duties: .duties
    case .measures: .measures
    }
  }
}

/// One of the three lists as a table: on the page, on paper and in a file the same.
struct ListTable {
  let heading: [String]
  let rows: [[String]]

  init(_ view: ListView, of list: ResponsibilityList, _ words: TaskWords) {
    let say = words.say
    let tasks = words.overview.tasks.filter { $0.task.key.list == list.key }
    let names: [String]
    switch view {
    case .tasks:
      names = [TaskText.number, .task, .issued, .units, .target, .due, .progress].map { say($0) }
      rows = tasks.map { shown in
        let target = [shown.task.target, words.goal(shown.task) ?? ""].filter { !$0.isEmpty }
        return [
          shown.task.key.number, shown.task.words, list.issued.description,
          words.units(shown.task.reporting + shown.task.supporting), say.list(target),
          words.due(shown), words.progress(shown),
        ]
      }
    case .duties:
      names =
        [say(TaskText.number), say(TaskText.task), say(TaskText.unit), say(ListText.role)]
        + [TaskText.principal, .deputy, .liaison].map { say($0) }
      rows = tasks.flatMap { shown in
        let task = shown.task
        let parts: [(ListText, [String])] = [
          (.lead, [task.lead]), (.responsible, task.responsible.filter { $0 != task.lead }),
          (.supporting, task.supporting),
        ]
        return parts.flatMap { part, units in
          units.map { unit in
            // The posts are those of the unit that leads.
            let posts =
              part == .lead
              ? [task.posts.principal, task.posts.deputy, task.posts.liaison] : ["", "", ""]
            return [task.key.number, task.words, words.unit(unit), say(part)] + posts
          }
        }
      }
    case .measures:
      names = [
        TaskText.number, .task, .measure, .standard, .due, .progress, .said, .state,
      ].map { say($0) }
      rows = tasks.map { shown in
        [
          shown.task.key.number, shown.task.words, shown.task.measure, shown.task.standard,
          words.due(shown), words.progress(shown), shown.status.latest?.sentence ?? "",
          words.state(shown),
        ]
      }
    }
    heading = names
  }
}

/// The page of the three lists.
private struct ListPage: Sendable {
  let list: ResponsibilityList
  let overview: TaskOverview
  let frame: PageFrame
  let added: Int?

  private static let rowsMax = 100

  private var say: Say { frame.say }

  var reply: Reply {
    let title = say(ListText.title, list.title)
    let done: HTML? = added.map {
      "<p class=\"done\" role=\"status\">\(say(ListText.imported, String($0)))</p>"
    }
    return frame.reply(
      title, entry: .tasks,
      """
      <nav class="crumb" aria-label="\(say(UnitText.crumbs))"><ol>\
      <li><a href="\(TaskPages.link)">\(say(TaskText.title))</a></li>\
      <li aria-current="page">\(list.key.description)</li></ol></nav>
      <div class="hd"><h1>\(title)</h1>\
      <p class="pick"><button type="button" class="btn" data-print hidden>\
      \(say(FrameText.print))</button></p></div>
      \(done)
      <p class="meta">\(list.source) \(list.issued.description)</p>
      \(HTML(each: ListView.allCases, section))
      """)
  }

  private func section(_ view: ListView) -> HTML {
    let table = ListTable(view, of: list, TaskWords(overview: overview, say: say))
    let name = say(view.text)
    let link = Link("responsibilities", "lists", list.key.description, view.rawValue)
    let head = HTML(each: table.heading) { "<th scope=\"col\">\($0)</th>" }
    let rows = HTML(each: table.rows.prefix(Self.rowsMax)) { row in
      "<tr>\(HTML(each: row) { "<td>\($0)</td>" })</tr>\n"
    }
    let isCut = table.rows.count > Self.rowsMax
    let more: HTML = "<p class=\"hint\">\(say(TaskText.more, String(Self.rowsMax)))</p>"
    let none: HTML = "<p>\(say(ListText.none))</p>"
    let whole: HTML = """
      <div class="scroll" tabindex="0" role="region" aria-labelledby="\(view.rawValue)">\
      <table class="tb"><thead><tr>\(head)</tr></thead>
      <tbody>
      \(rows)</tbody></table></div>\(isCut ? more : .nothing)
      """
    return """
      <section><h2 id="\(view.rawValue)">\(name)</h2>
      <p><a class="btn" href="\(link)">\(say(ListText.file, name))</a></p>
      \(table.rows.isEmpty ? none : whole)</section>

      """
  }
}

/// The form that brings a list in.
struct ListForm: Sendable {
  let frame: PageFrame

  private var say: Say { frame.say }

  /// The list that was typed, and the day from which its tasks are so.
  static func list(_ call: Call) throws -> (ResponsibilityList, CalendarDate?) {
    func day(_ name: String) throws(Refusal) -> CalendarDate? {
      let text = try call.form.text(name, max: 40)
      guard !text.isEmpty else { return nil }
      guard let day = CalendarDate(text) else {
        throw Refusal(UnitRefusal.dateMalformed, at: .option(name), text)
      }
      return day
    }
    let number = try call.form.text("list", max: 40)
    guard let key = ListKey(number) else {
      throw Refusal(TaskRefusal.listUnknown, at: .option("list"), number)
    }
    guard let issued = try day("issued") else {
      throw Refusal(UnitRefusal.dateMalformed, at: .option("issued"), "")
    }
    let list = try ResponsibilityList(
      key: key, title: call.form.text("title", max: 400),
      source: call.form.text("source", max: 400), issued: issued)
    return (list, try day("from"))
  }

  static func field(_ refusal: Refusal) -> String {
    guard case .option(let name) = refusal.place,
      ["list", "title", "source", "issued", "from"].contains(name)
    else { return "file" }
    return name
  }

  func reply(_ attempt: FormAttempt?) -> Reply {
    let title = say(ListText.importTitle)
    let status = attempt.map { Problem.status(of: $0.refusal.kind, $0.refusal.code) } ?? .ok
    func input(_ name: String, _ text: ListText, _ hint: ListText? = nil) -> HTML {
      let error: HTML? = attempt?.error(at: name).map { "<span class=\"err\">\($0)</span>" }
      let help: HTML? = hint.map { "<span class=\"hint\">\(say($0))</span>" }
      return """
        <p><label for="\(name)">\(say(text))</label>\(help)\(error)
        <input id="\(name)" name="\(name)" autocomplete="off" maxlength="200" \
        value="\(attempt?[name] ?? "")"\(" aria-invalid=\"true\"", if: error != nil)></p>

        """
    }
    let columns = TaskFile.columns.map { say.language == .chinese ? $0.zh : $0.name }
    let wrong: HTML? = attempt?.error(at: "file").map { "<span class=\"err\">\($0)</span>" }
    return frame.reply(
      (attempt == nil ? "" : say(FrameText.errorPrefix)) + title, status: status, entry: .tasks,
      """
      <nav class="crumb" aria-label="\(say(UnitText.crumbs))"><ol>\
      <li><a href="\(TaskPages.link)">\(say(TaskText.title))</a></li>\
      <li aria-current="page">\(title)</li></ol></nav>
      <h1>\(title)</h1>
      \(frame.errors(attempt?.errors ?? []))
      <p>\(say(ListText.importHint))</p>
      <p class="hint">\(say(ListText.columns, say.list(columns)))</p>
      <form class="narrow" method="post" enctype="multipart/form-data" \
      action="\(ListPages.importLink)">\(frame.hiddenFields)
      \(input("list", .number, .numberHint))\(input("title", .name))\(input("source", .source))\
      \(input("issued", .issued))\(input("from", .from, .fromHint))
      <p><label for="file">\(say(ListText.upload))</label>\(wrong)
      <input id="file" name="file" type="file" accept=".csv,.xlsx,text/csv"></p>
      <p><button class="btn btn-1">\(say(ListText.uploadButton))</button></p></form>
      """)
  }
}
