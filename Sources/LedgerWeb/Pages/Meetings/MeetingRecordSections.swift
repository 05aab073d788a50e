import LedgerDomain
import LedgerOperations

/// What a meeting leaves: who attended, what was decided, who passed it on, what was added later.
struct MeetingRecordSections: Sendable {
  let page: MeetingPage

  private var say: Say { page.say }
  private var words: MeetingWords { page.words }
  private var meeting: Meeting { page.meeting }
  private var invited: [String] { meeting.plan.invited }
  private var isHeld: Bool { meeting.state == .inProgress || meeting.state == .closed }
  private var mayRecord: Bool { page.shown.mayKeep && meeting.state == .inProgress }

  private func table(_ label: MeetingText, _ heads: [(MeetingText, StaticString)], _ rows: HTML)
    -> HTML
  {
    let head = HTML(each: heads) { text, kind in
      "<th scope=\"col\"\(kind, if: true)>\(say(text))</th>"
    }
    return """
      <div class="scroll" tabindex="0" role="region" aria-label="\(say(label))"><table class="tb">
      <thead><tr>\(head)</tr></thead>
      <tbody>
      \(rows)</tbody></table></div>
      """
  }

  // MARK: - Attendance

  var attendance: HTML? {
    guard isHeld else { return nil }
    let known = invited.compactMap { meeting.attendance[$0] }
    let rows = HTML(each: known) { unit in
      let tag: HTML =
        unit.isPresent
        ? "<span class=\"tag tag-ok\">\(say(MeetingText.present))</span>"
        : "<span class=\"tag tag-none\">\(say(MeetingText.absent))</span>"
      return """
        <tr><th scope="row">\(words.unit(unit.unit))</th><td>\(tag)</td><td>\(unit.posts)</td></tr>

        """
    }
    let list: HTML =
      known.isEmpty
      ? "<p>\(say(MeetingText.attendanceNone))</p>"
      : table(.attendance, [(.unit, ""), (.state, ""), (.posts, "")], rows)
    return """
      <section id="attendance"><h2 id="attendance-h">\(say(MeetingText.attendance))</h2>
      \(list)\(mayRecord ? attending : HTML.nothing)</section>
      """
  }

  private var attending: HTML {
    let form = page.form("attend", "attendance")
    let rows = HTML(each: invited) { unit in
      let known = meeting.attendance[unit]
      let name = words.unit(unit)
      return """
        <tr><th scope="row">\(name)</th><td>\(form.tick(
          "present-\(unit)", say(MeetingText.present), preset: known?.isPresent ?? false))</td>\
        <td>\(form.cell(
          "posts-\(unit)", "\(say(MeetingText.posts)) \(name)", preset: known?.posts ?? ""))\
        </td></tr>

        """
    }
    let fields: HTML = """
      <input type="hidden" name="version" value="\(meeting.attendanceVersion)">
      <p class="hint">\(say(MeetingText.postsHint))</p>
      \(table(.attendanceKeep, [(.unit, ""), (.state, ""), (.posts, "")], rows))
      """
    return form.folded(say(MeetingText.attendanceKeep), fields, isNarrow: false)
  }

  // MARK: - Resolutions

  var resolutions: HTML? {
    guard isHeld else { return nil }
    let rows = HTML(each: meeting.standing) { resolution in
      """
      <tr><td>\(resolution.number)</td><th scope="row">\(resolution.words)\(taken(resolution))</th>
      <td>\(resolution.lead.map(words.unit) ?? "")\(supporting(resolution))</td>
      <td class="day">\(resolution.due?.description ?? "")</td><td>\(task(resolution))</td></tr>

      """
    }
    let list: HTML =
      meeting.standing.isEmpty
      ? "<p>\(say(MeetingText.resolutionsNone))</p>"
      : table(
        .resolutions,
        [(.number, ""), (.words, ""), (.lead, ""), (.due, ""), (.task, "")], rows)
    return """
      <section id="resolutions"><h2 id="resolutions-h">\(say(MeetingText.resolutions))</h2>
      \(list)\(mayRecord ? resolving : HTML.nothing)</section>
      """
  }

  private func taken(_ resolution: Resolution) -> HTML? {
    meeting.items.first { $0.number == resolution.item }.map {
      "<span class=\"under\">\(words.item($0.content))</span>"
    }
  }

  private func supporting(_ resolution: Resolution) -> HTML? {
    guard !resolution.supporting.isEmpty else { return nil }
    let text = "\(say(MeetingText.supporting)) \(words.units(resolution.supporting))"
    return "<span class=\"under\">\(text)</span>"
  }

  private func task(_ resolution: Resolution) -> HTML {
    if let shown = page.shown.tasks[resolution.number] {
      let key = shown.task.key.description
      return """
        <a href="\(Link("responsibilities", key))">\(key)</a> \(words.tag(shown.status.state))
        """
    }
    let text = say(resolution.lead == nil ? MeetingText.decisionOnly : .taskLater)
    guard mayRecord else { return "\(text)" }
    let button = page.form("withdraw-\(resolution.number)", "withdrawals").button(
      say(MeetingText.withdraw), [("number", String(resolution.number))])
    return "\(text)\(button)"
  }

  private var resolving: HTML {
    let form = page.form("resolve", "resolutions")
    let items = meeting.agenda.enumerated().map { place, item in
      (String(item.number), "\(place + 1). \(words.item(item.content))")
    }
    let leads = [("", say(MeetingText.noLead))] + invited.map { ($0, words.unit($0)) }
    let boxes = HTML(each: invited) { form.tick("support-\($0)", words.unit($0)) }
    let fields: HTML = """
      \(form.select("item", say(MeetingText.onItem), items))
      \(form.input("words", say(MeetingText.words), hint: say(MeetingText.resolveHint)))
      \(form.select("lead", say(MeetingText.lead), leads))
      \(form.input("due", say(MeetingText.due), max: 10, type: "date"))
      <fieldset><legend>\(say(MeetingText.supporting))</legend>\(boxes)</fieldset>
      """
    return form.folded(say(MeetingText.resolve), fields)
  }

  // MARK: - Passing on

  var relay: HTML? {
    guard isHeld else { return nil }
    let rows = HTML(each: invited) { unit in
      let relay = meeting.relays[unit]
      let group = relay?.groupFormed
      return """
        <tr><th scope="row">\(words.unit(unit))</th>
        <td class="day">\(relay?.relayed.description ?? say(MeetingText.notReported))</td>
        <td class="num">\(days(relay?.relayed))</td>
        <td class="day p2">\(group?.description ?? "")</td>
        <td class="num p2">\(days(group))</td></tr>

        """
    }
    let count = say(
      MeetingText.relayedCount, String(meeting.relays.count), String(invited.count))
    let heads: [(MeetingText, StaticString)] = [
      (.unit, ""), (.relayed, ""), (.relayDays, " class=\"num\""), (.groupFormed, " class=\"p2\""),
      (.groupDays, " class=\"num p2\""),
    ]
    return """
      <section id="relay"><h2 id="relay-h">\(say(MeetingText.relay))</h2>
      <p>\(count) <span class="dim">\(say(MeetingText.relayHint))</span></p>
      \(relaying)\(table(.relay, heads, rows))</section>
      """
  }

  private func days(_ day: CalendarDate?) -> String {
    day.map { String(meeting.days(to: $0)) } ?? ""
  }

  private var relaying: HTML? {
    let own = page.shown.relaying
    guard let first = own.first else { return nil }
    let form = page.form("relaying", "relays")
    let known = own.count == 1 ? meeting.relays[first] : nil
    let units: HTML =
      own.count == 1
      ? "<input type=\"hidden\" name=\"unit\" value=\"\(first)\">"
      : form.select("unit", say(MeetingText.relayUnit), own.map { ($0, words.unit($0)) })
    let fields: HTML = """
      \(units)
      \(form.input(
        "relayed", say(MeetingText.relayed), max: 10, type: "date",
        preset: known?.relayed.description ?? ""))
      \(form.input(
        "groupFormed", say(MeetingText.groupFormed), max: 10, type: "date",
        preset: known?.groupFormed?.description ?? ""))
      """
    return form.folded(say(MeetingText.relayReport), fields)
  }

  // MARK: - Addenda

  var addenda: HTML? {
    guard meeting.state == .closed else { return nil }
    let items = HTML(each: meeting.addenda) { addendum in
      """
      <li>\(words.paragraphs(addendum.words))<span class="under">\
      \(say(MeetingText.addendumLine, addendum.day.description, addendum.by))</span></li>

      """
    }
    let form = page.form("addendum", "addenda")
    let writing: HTML? =
      page.shown.mayKeep
      ? form.folded(
        say(MeetingText.addAddendum),
        form.area(
          "words", say(MeetingText.words), hint: say(MeetingText.minutesHint)), isNarrow: false)
      : nil
    guard !meeting.addenda.isEmpty || writing != nil else { return nil }
    return """
      <section id="addenda"><h2>\(say(MeetingText.addenda))</h2>
      \(meeting.addenda.isEmpty ? HTML.nothing : "<ol>\(items)</ol>")\(writing)</section>
      """
  }
}
