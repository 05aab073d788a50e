import HTTPTypes
import LedgerDomain
import LedgerOperations
import LedgerStore

/// The inbox: what is new, and what was read.
struct InboxPage: Sendable {
  let call: Call
  let inbox: Inbox

  /// A page stays light, however much waits; what is done makes room for the rest.
  private static let rowsMax = 50

  private var say: Say { call.say }

  var reply: Reply {
    var frame = call.frame
    frame.target = InboxPages.link
    let new = inbox.items.filter { !$0.isRead }
    let form = new.count > 1 ? all(frame) : nil
    let read = inbox.items.filter(\.isRead)
    return frame.reply(
      say(InboxText.title),
      """
      <h1>\(say(InboxText.title))</h1>
      <p class="hint">\(say(InboxText.intro))</p>
      \(done)
      \(inbox.items.isEmpty ? "<p>\(say(InboxText.none))</p>" : HTML.nothing)
      \(section("new", say(InboxText.new, String(new.count)), new, form, frame))
      \(section("read", say(InboxText.read, String(read.count)), read, nil, frame))
      """)
  }

  private var done: HTML? {
    call.query["done"].map { _ in
      "<p class=\"done\" role=\"status\">\(say(InboxText.marked))</p>"
    }
  }

  // MARK: - Reminders

  private func section(
    _ id: String, _ title: String, _ items: [Inbox.Item], _ form: HTML?, _ frame: PageFrame
  ) -> HTML {
    guard !items.isEmpty else { return .nothing }
    let isCut = items.count > Self.rowsMax
    let more: HTML? =
      isCut ? "<p class=\"hint\">\(say(InboxText.more, String(Self.rowsMax)))</p>" : nil
    return """
      <section><h2 id="\(id)">\(title)</h2>\(form)\(more)
      <div class="scroll" tabindex="0" role="region" aria-labelledby="\(id)">\
      <table class="tb tasks">
      <thead><tr><th scope="col">\(say(InboxText.what))</th>\
      <th scope="col">\(say(InboxText.due))</th><th scope="col">\(say(InboxText.act))</th></tr>\
      </thead>
      <tbody>
      \(HTML(each: items.prefix(Self.rowsMax)) { row($0, frame) })</tbody></table></div></section>
      """
  }

  private func row(_ item: Inbox.Item, _ frame: PageFrame) -> HTML {
    let reminder = item.reminder
    let unit: HTML? = reminder.unit.map { "<span class=\"line\">\(say($0))</span>" }
    let detail: HTML? = reminder.detail.map { "<span class=\"line dim\">\(say($0))</span>" }
    let (subject, kind) = (say(reminder.subject), say(reminder.kind.text))
    let text: InboxText = item.isRead ? .markNew : .markRead
    let colon = say.language == .chinese ? "：" : ": "
    return """
      <tr><th scope="row"><span class="tag \(tag(reminder.kind))">\(kind)</span> \
      \(subject)\(unit)\(detail)</th>
      <td class="day">\(reminder.due?.description ?? "")</td>
      <td><div class="acts"><a class="btn" href="\(reminder.place.link)" \
      aria-label="\(say(InboxText.openThis, subject))">\(say(InboxText.open))</a>
      <form method="post" action="\(Link("inbox", "marks"))">\(frame.hiddenCSRF)\
      <input type="hidden" name="reminder" value="\(reminder.id)">\
      <button class="btn" name="act" value="\(item.isRead ? "new" : "read")" \
      aria-label="\(say(text))\(colon)\(subject)">\(say(text))</button></form></div></td></tr>

      """
  }

  private func tag(_ kind: Reminder.Kind) -> String {
    switch kind {
    case .returned, .overdue: "tag-bad"
    case .disputed, .dueSoon: "tag-warn"
    case .waiting: "tag-none"
    }
  }

  private func all(_ frame: PageFrame) -> HTML {
    """
    <form method="post" action="\(Link("inbox", "marks"))">\(frame.hiddenCSRF)\
    <input type="hidden" name="reminder" value="">\
    <p><button class="btn" name="act" value="read">\(say(InboxText.markAll))</button></p></form>
    """
  }
}
