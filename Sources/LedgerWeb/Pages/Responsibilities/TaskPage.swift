import HTTPTypes
import LedgerDomain
import LedgerOperations
import LedgerStore

/// One task: what it asks of whom, its parts, and everything that was reported.
struct TaskPage: Sendable {
  let call: Call
  let overview: TaskOverview
  let shown: ShownTask
  let reports: [TaskReport]
  let typed: TypedProgress?

  private var say: Say { call.say }
  private var words: TaskWords { TaskWords(overview: overview, say: say) }
  private var task: ListedTask { shown.task }

  var reply: Reply {
    var frame = call.frame
    frame.target = Link("responsibilities", task.key.description)
    var filter = TaskFilter(.none)
    filter.isList = false
    let forms = TaskForms(words: words, frame: frame, filter: filter, typed: typed)
    let errors = typed?.error.map { [$0] } ?? []
    let saved: HTML? = call.query["saved"].map { _ in
      "<p class=\"note\" role=\"status\">\(say(TaskText.recorded, task.key.number))</p>"
    }
    return frame.reply(
      (errors.isEmpty ? "" : say(FrameText.errorPrefix)) + task.words,
      status: errors.isEmpty ? .ok : .unprocessableContent, entry: .tasks,
      """
      <nav class="crumb" aria-label="\(say(UnitText.crumbs))"><ol>\
      <li><a href="\(TaskPages.link)">\(say(TaskText.title))</a></li>\
      <li aria-current="page">\(task.key.description)</li></ol></nav>
      <h1>\(task.words)</h1>
      <p class="meta">\(words.tag(shown)) \(words.progress(shown))</p>
      \(frame.errors(errors))
      \(saved)
      \(facts)
      \(origin)
      <div class="narrow">\(forms.html(shown))</div>
      \(parts)
      \(shown.parts.isEmpty ? history : HTML.nothing)
      """)
  }

  private var facts: HTML {
    let list = overview.lists.first { $0.key == task.key.list }
    let target = [task.target, words.goal(task) ?? ""].filter { !$0.isEmpty }
    let pairs: [(TaskText, String)] = [
      (.lead, words.unit(task.lead)), (.responsible, words.units(task.responsible)),
      (.supporting, words.units(task.supporting)),
      (.target, target.joined(separator: say.language == .chinese ? "；" : "; ")),
      (.measure, task.measure), (.standard, task.standard), (.due, words.due(shown)),
      (.principal, task.posts.principal), (.deputy, task.posts.deputy),
      (.liaison, task.posts.liaison), (.source, list?.source ?? ""),
      (.issued, list?.issued.description ?? ""),
    ]
    let items = HTML(each: pairs.filter { !$0.1.isEmpty }) { name, value in
      "<dt>\(say(name))</dt><dd>\(value)</dd>\n"
    }
    return "<dl class=\"facts\">\(items)</dl>"
  }

  private var origin: HTML? {
    shown.origin.map { origin in
      """
      <p><a href="\(Link("meetings", origin.meeting.description).at("resolutions"))">\
      \(say(MeetingText.origin, origin.title, String(origin.resolution)))</a></p>
      """
    }
  }

  private var parts: HTML? {
    guard !shown.parts.isEmpty else { return nil }
    let rows = HTML(each: shown.parts.compactMap { overview[$0] }) { part in
      """
      <tr><td>\(part.task.key.number)</td>
      <th scope="row"><a href="\(Link("responsibilities", part.task.key.description))">\
      \(part.task.words)</a></th>
      <td class="p2">\(words.unit(part.task.lead))</td><td class="p2">\(words.progress(part))</td>
      <td>\(words.tag(part))</td></tr>

      """
    }
    return """
      <section><h2 id="parts">\(say(TaskText.parts))</h2>
      <div class="scroll" tabindex="0" role="region" aria-labelledby="parts"><table class="tb">
      <thead><tr><th scope="col">\(say(TaskText.number))</th>\
      <th scope="col">\(say(TaskText.task))</th>\
      <th scope="col" class="p2">\(say(TaskText.lead))</th>\
      <th scope="col" class="p2">\(say(TaskText.progress))</th>\
      <th scope="col">\(say(TaskText.state))</th></tr></thead>
      <tbody>
      \(rows)</tbody></table></div></section>
      """
  }

  private var history: HTML {
    let title: HTML = "<h2 id=\"history\">\(say(TaskText.history))</h2>"
    guard !reports.isEmpty else {
      return "<section>\(title)<p>\(say(TaskText.historyNone))</p></section>"
    }
    let rows = HTML(each: reports.reversed()) { report in
      let amount = report.amount.map { MeasureText.grouped($0.description) } ?? ""
      let done: HTML? =
        report.isDone ? "<span class=\"line hint\">\(say(TaskText.saysDone))</span>" : nil
      return """
        <tr><td>\(report.day.description)</td><td class="num">\(amount)</td>
        <td>\(report.sentence)\(done)</td>
        <td class="p2">\(words.unit(report.unit))</td>
        <td>\(decision(report))</td></tr>

        """
    }
    return """
      <section>\(title)
      <div class="scroll" tabindex="0" role="region" aria-labelledby="history"><table class="tb">
      <thead><tr><th scope="col">\(say(TaskText.when))</th>\
      <th scope="col" class="num">\(say(TaskText.amountLabel))</th>\
      <th scope="col">\(say(TaskText.said))</th><th scope="col" class="p2">\(say(TaskText.by))</th>\
      <th scope="col">\(say(TaskText.decision))</th></tr></thead>
      <tbody>
      \(rows)</tbody></table></div></section>
      """
  }

  private func decision(_ report: TaskReport) -> String {
    guard let decision = report.decision else {
      return report.isDone && report == reports.last ? say(TaskText.waiting) : ""
    }
    return say(
      decision.isAcceptance ? TaskText.accepted : .returned, decision.day.description,
      decision.reason)
  }
}
