import LedgerDomain
import LedgerOperations
import LedgerStore

/// What a reporter owes, and what is done.
struct EntryListPage: Sendable {
  let due: [DueSubmission]
  let frame: PageFrame

  private var say: Say { frame.say }

  var reply: Reply {
    let waiting = due.filter(\.isWaiting)
    let done = due.filter { !$0.isWaiting }
    return frame.reply(
      say(EntryText.listTitle), entry: .entry,
      """
      <h1>\(say(EntryText.listTitle))</h1>
      <p class="hint">\(say(EntryText.listIntro))</p>
      \(due.isEmpty ? "<p>\(say(EntryText.listNone))</p>" : HTML.nothing)
      \(section("waiting", say(EntryText.waiting, String(waiting.count)), waiting))
      \(section("done", say(EntryText.done, String(done.count)), done))
      """)
  }

  /// Whether the units' names tell the rows apart.
  private var isOfSeveral: Bool { Set(due.map(\.unit)).count > 1 }

  private func section(_ id: String, _ title: String, _ items: [DueSubmission]) -> HTML {
    guard !items.isEmpty else { return .nothing }
    return """
      <section><h2 id="\(id)">\(title)</h2>
      <div class="scroll" tabindex="0" role="region" aria-labelledby="\(id)"><table class="tb">
      <thead><tr><th scope="col">\(say(EntryText.form))</th>
      <th scope="col">\(say(EntryText.due))</th>
      <th scope="col" class="num p2">\(say(EntryText.fields))</th>
      <th scope="col">\(say(EntryText.state))</th>
      <th scope="col">\(say(EntryText.act))</th></tr></thead>
      <tbody>
      \(HTML(each: items, row))</tbody></table></div></section>
      """
  }

  private func row(_ item: DueSubmission) -> HTML {
    let name = "\(say(item.form.name)) \(item.period)"
    let unit: HTML? = isOfSeveral ? "<br>\(say(item.unitName))" : nil
    let left: HTML? =
      item.isWaiting ? "<br><span class=\"dim\">\(EntrySteps.left(item.daysLeft, say))</span>" : nil
    return """
      <tr><th scope="row">\(name)\(unit)</th>
      <td>\(item.due.description)\(left)</td>
      <td class="num p2">\(item.form.fields.count)</td>
      <td>\(SubmissionPage.tag(item.state, say))\
      \(item.hasDraft ? " <span class=\"tag tag-none\">\(say(EntryText.draft))</span>" : "")\
      \(item.isOpen ? "" : " <span class=\"tag tag-none\">\(say(EntryText.closed))</span>")</td>
      <td>\(act(item, name))</td></tr>

      """
  }

  private func act(_ item: DueSubmission, _ name: String) -> HTML {
    let place = EntryPlace(unit: item.unit, form: item.form.code, period: item.period)
    let text: EntryText = !item.isOpen ? .look : item.isWaiting ? .fill : .correct
    let link = item.isOpen ? place.link() : SubmissionPage.link(place.key)
    let isMain = item.isWaiting
    let words = "\(say(text))\(say.language == .chinese ? "：" : ": ")\(say(item.unitName)) \(name)"
    let isKnown = item.isOpen && RecordFigurePages.knows(item.form)
    let records = RecordFigurePages.link(item.period.month, item.form.code)
    let more: HTML = "<br><a href=\"\(records)\">\(say(RecordFigureText.link))</a>"
    return """
      <a class="btn\(" btn-1", if: isMain)" href="\(link)" aria-label="\(words)">\(say(text))</a>\
      \(isKnown ? more : .nothing)
      """
  }
}
