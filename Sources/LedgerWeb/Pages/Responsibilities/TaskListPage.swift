import HTTPTypes
import LedgerDomain
import LedgerOperations
import LedgerStore

/// Every task that fits, overdue first.
struct TaskListPage: Sendable {
  let call: Call
  let overview: TaskOverview
  let filter: TaskFilter
  /// What was typed and refused.
  let typed: TypedProgress?

  private static let rowsMax = 100

  private var say: Say { call.say }
  private var words: TaskWords { TaskWords(overview: overview, say: say) }
  private var shown: [ShownTask] {
    overview.tasks(unit: filter.unit, state: filter.state, list: filter.list)
  }

  var reply: Reply {
    var frame = call.frame
    frame.target = filter.link()
    let errors = typed?.error.map { [$0] } ?? []
    let title = say(TaskText.title)
    let shown = shown
    return frame.reply(
      (errors.isEmpty ? "" : say(FrameText.errorPrefix)) + title,
      status: errors.isEmpty ? .ok : .unprocessableContent, entry: .tasks,
      """
      <h1>\(title)</h1>
      <p class="meta">\(say(TaskText.intro))</p>
      \(frame.errors(errors))
      \(saved)
      \(counts)
      \(choice)
      \(shown.isEmpty ? "<p>\(say(TaskText.none))</p>" : table(shown, frame))
      """)
  }

  private var saved: HTML? {
    guard let key = call.query["saved"].flatMap(TaskKey.init), overview[key] != nil else {
      return nil
    }
    return """
      <p class="note" role="status"><a href="\(Link("responsibilities", key.description))">\
      \(say(TaskText.recorded, key.number))</a></p>
      """
  }

  /// How many are in which state; each number shows those.
  private var counts: HTML {
    let fitting = overview.tasks(unit: filter.unit, state: nil, list: filter.list)
    let items = HTML(each: TaskState.allCases) { state in
      let count = fitting.count { $0.status.state == state }
      return """
        <li><a href="\(filter.link(state: .some(state)))"\
        \(" aria-current=\"true\"", if: state == filter.state)>\
        \(say(state.text)) <b>\(count)</b></a></li>
        """
    }
    return """
      <ul class="states"><li><a href="\(filter.link(state: .some(nil)))"\
      \(" aria-current=\"true\"", if: filter.state == nil)>\
      \(say(TaskText.all, String(fitting.count)))</a></li>\(items)</ul>
      """
  }

  private var choice: HTML {
    let codes = Set(
      overview.tasks.flatMap { $0.task.reporting + $0.task.supporting })
    let units = HTML(each: codes.sorted()) { code in
      """
      <option value="\(code)"\(" selected", if: code == filter.unit)>\(words.unit(code))</option>
      """
    }
    let lists = HTML(each: overview.lists) { list in
      """
      <option value="\(list.key.description)"\(" selected", if: list.key == filter.list)>\
      \(list.title)</option>
      """
    }
    let sheetOf = filter.unit ?? call.session.map(\.unit).flatMap { codes.contains($0) ? $0 : nil }
    let sheet = sheetOf.map { code -> HTML in
      """
      <a class="btn" href="\(Link("units", code, "sheet"))">\
      \(say(TaskText.sheet, words.unit(code)))</a>
      """
    }
    let state: HTML? = filter.state.map {
      "<input type=\"hidden\" name=\"state\" value=\"\($0.rawValue)\">"
    }
    return """
      <form class="pick" method="get" action="\(TaskPages.link)">\(state)
      <label for="unit">\(say(TaskText.unit))</label>\
      <select id="unit" name="unit"><option value="">\(say(TaskText.everyUnit))</option>\(units)\
      </select>
      <label for="list">\(say(TaskText.list))</label>\
      <select id="list" name="list"><option value="">\(say(TaskText.everyList))</option>\(lists)\
      </select>
      <button class="btn">\(say(TaskText.show))</button>
      <a class="btn" href="\(filter.link(Link("responsibilities", "file")))">\
      \(say(TaskText.file))</a>\(sheet)\(listLinks)
      <button type="button" class="btn" data-print hidden>\(say(FrameText.print))</button></form>
      """
  }

  /// The three lists of the list that is chosen, and the way to bring one in.
  private var listLinks: HTML {
    let three = filter.list.map { list -> HTML in
      "<a class=\"btn\" href=\"\(ListPages.link(list))\">\(say(ListText.show))</a>"
    }
    let keeps = call.session?.holds(.keepTasks) ?? false
    let upload: HTML = """
      <a class="btn" href="\(ListPages.importLink)">\(say(ListText.importTitle))</a>
      """
    return "\(three)\(keeps ? upload : .nothing)"
  }

  private static let headings: [TaskText] = [
    .number, .task, .issued, .units, .due, .progress, .state,
  ]

  private func table(_ all: [ShownTask], _ frame: PageFrame) -> HTML {
    let forms = TaskForms(words: words, frame: frame, filter: filter, typed: typed)
    let rows = HTML(each: all.prefix(Self.rowsMax)) { row($0, forms) }
    let more: HTML? =
      all.count > Self.rowsMax
      ? "<p class=\"hint\">\(say(TaskText.more, String(Self.rowsMax)))</p>" : nil
    return """
      \(more)
      <div class="scroll" tabindex="0" role="region" aria-label="\(say(TaskText.title))">\
      <table class="tb tasks"><thead><tr><th scope="col">\(say(TaskText.number))</th>\
      <th scope="col">\(say(TaskText.task))</th>\
      <th scope="col" class="p2">\(say(TaskText.issued))</th>\
      <th scope="col" class="p2">\(say(TaskText.units))</th>\
      <th scope="col" class="p2">\(say(TaskText.due))</th>\
      <th scope="col" class="p2">\(say(TaskText.progress))</th>\
      <th scope="col">\(say(TaskText.state))</th></tr></thead>
      <tbody>
      \(rows)</tbody></table></div>
      """
  }

  private func row(_ shown: ShownTask, _ forms: TaskForms) -> HTML {
    let task = shown.task
    let parent: HTML? = task.parent.map {
      "<span class=\"line hint\">\(say(TaskText.partOf, $0))</span>"
    }
    let supporting: HTML? =
      task.supporting.isEmpty
      ? nil : "<span class=\"line dim\">\(words.units(task.supporting))</span>"
    let latest = shown.status.latest.map { report -> HTML in
      """
      <span class="line">\(report.sentence) \
      <span class="dim day">\(report.day.description)</span></span>
      """
    }
    return """
      <tr><td>\(number(task))</td>
      <th scope="row"><a href="\(Link("responsibilities", task.key.description))">\
      \(task.words)</a>\(parent)<span class="line why-m">\(words.unit(task.lead))</span>\
      <span class="line why-m">\(words.due(shown))</span>\(forms.html(shown))</th>
      <td class="p2 day">\(issued(task))</td>
      <td class="p2">\(words.units(task.reporting))\(supporting)</td>
      <td class="p2 day">\(words.due(shown))</td>
      <td class="p2">\(words.progress(shown))\(latest)</td>
      <td>\(words.tag(shown))</td></tr>

      """
  }

  /// Numbers of several lists beside each other are told apart by their lists.
  private func number(_ task: ListedTask) -> String {
    filter.list == nil && overview.lists.count > 1 ? task.key.description : task.key.number
  }

  private func issued(_ task: ListedTask) -> String {
    overview.lists.first { $0.key == task.key.list }?.issued.description ?? ""
  }

  /// The rows that are shown, as a table to keep.
  var cells: [[String]] {
    [Self.headings.map { say($0) }]
      + shown.map { shown in
        [
          shown.task.key.description, shown.task.words, issued(shown.task),
          words.units(shown.task.reporting + shown.task.supporting), words.due(shown),
          [words.progress(shown), shown.status.latest?.sentence ?? ""].filter { !$0.isEmpty }
            .joined(separator: say.language == .chinese ? "；" : "; "),
          words.state(shown),
        ]
      }
  }
}
