import HTTPTypes
import LedgerDomain
import LedgerOperations
import LedgerStore

/// The plain sheet of one unit: what to do, how well, by when, where it stands, whom to call.
struct SheetPage: Sendable {
  let view: UnitView
  let overview: TaskOverview
  let frame: PageFrame

  /// As many as fit one page of paper.
  private static let rowsMax = 8

  static let endpoint = Endpoint.page(
    .get, "/units/{code}/sheet", "page.sheet", access: .permission(.readTasks),
    handle: { call in
      let overview = try await call.ledger.tasks(by: call.actor())
      return SheetPage(view: try await UnitView(call), overview: overview, frame: call.frame).reply
    })

  private var say: Say { frame.say }
  private var words: TaskWords { TaskWords(overview: overview, say: say) }

  private var reply: Reply {
    let name = say(view.name)
    let tasks = overview.tasks(unit: view.code, state: nil, list: nil)
    return frame.reply(
      "\(name) \(say(SheetText.title))", entry: .tasks,
      """
      <article class="sheet"><div class="hd"><h1>\(name)<br>\(say(SheetText.title))</h1>
      <p class="pick"><button type="button" class="btn" data-print hidden>\
      \(say(FrameText.print))</button></p></div>
      <section><h2>\(say(SheetText.toDo))</h2>\(table(tasks))</section>
      <section><h2>\(say(SheetText.place)) \(chip)</h2>\(standing)
      <p>\(say(SheetText.tasks, String(tasks.count), words.counts(tasks)))</p></section>
      <section><h2>\(say(SheetText.whom))</h2><ul>
      <li><b>\(say(SheetText.callNow))</b></li><li><b>\(say(SheetText.call))</b></li>
      <li>\(say(SheetText.callOffice))</li></ul></section>
      <p class="dim">\(say(SheetText.foot, overview.today.description))</p></article>
      """)
  }

  private var chip: HTML? {
    view.month.flatMap { month in
      view.standing.map { _ in Chip(month.colour(view.code), say).html }
    }
  }

  private var standing: HTML? {
    guard let month = view.month, let standing = view.standing,
      let rank = Standing.rankText(doubled: standing.doubledRank)
    else { return nil }
    let text = say(
      UnitText.rankOf, say.month(month.head.period), rank, String(month.ranking.ranked))
    return "<p>\(text)</p>"
  }

  private func table(_ tasks: [ShownTask]) -> HTML {
    let open = tasks.filter { !$0.status.state.isFinished }.sorted {
      ($0.status.due?.daysSince2000 ?? .max) < ($1.status.due?.daysSince2000 ?? .max)
    }
    guard !open.isEmpty else { return "<p>\(say(SheetText.nothing))</p>" }
    let rows = HTML(each: open.prefix(Self.rowsMax)) { shown in
      let task = shown.task
      let standard = [task.standard, words.goal(task) ?? task.target].filter { !$0.isEmpty }
      return """
        <tr><th scope="row">\(task.words)</th>
        <td>\(standard.joined(separator: say.language == .chinese ? "；" : "; "))</td>
        <td>\(words.due(shown))</td><td>\(words.tag(shown))</td></tr>

        """
    }
    let left: HTML? =
      open.count > Self.rowsMax
      ? "<p class=\"hint\">\(say(SheetText.left, String(open.count - Self.rowsMax)))</p>" : nil
    return """
      <div class="scroll" tabindex="0" role="region" aria-label="\(say(SheetText.toDo))">\
      <table class="tb"><thead><tr><th scope="col">\(say(SheetText.what))</th>\
      <th scope="col">\(say(SheetText.standard))</th><th scope="col">\(say(SheetText.by))</th>\
      <th scope="col">\(say(SheetText.state))</th></tr></thead>
      <tbody>
      \(rows)</tbody></table></div>\(left)
      """
  }
}
