import LedgerDomain
import LedgerOperations

/// The list of meetings: which comes next, those ahead, those that were held.
struct MeetingListPage: Sendable {
  let call: Call
  let overview: MeetingOverview

  private var say: Say { call.say }
  private var words: MeetingWords { MeetingWords(say: say, units: overview.units) }

  var reply: Reply {
    let latest = overview.meetings.sorted { ($0.plan.day, $0.key) > ($1.plan.day, $1.key) }
    let create: HTML? =
      overview.mayKeep
      ? """
      <p class="pick"><a class="btn btn-1" href="\(Link("meetings", "new"))">\
      \(say(MeetingText.new))</a></p>
      """ : nil
    let none: HTML? =
      overview.meetings.isEmpty ? "<p>\(say(MeetingText.none))</p>" : nil
    return call.frame.reply(
      say(MeetingText.title), entry: .tasks,
      """
      <div class="hd"><h1>\(say(MeetingText.title))</h1>\(create)</div>
      <p class="lead">\(say(overview.mayKeep ? MeetingText.intro : .introUnit))</p>
      \(none)
      \(next)
      \(table(.open, "open", latest.filter { $0.state != .closed }))
      \(table(.past, "past", latest.filter { $0.state == .closed }))
      """)
  }

  private var next: HTML? {
    guard !overview.next.isEmpty else { return nil }
    let items = HTML(each: overview.next) { next in
      let plan = next.after.plan
      let line = say(
        MeetingText.nextLine, next.day.description, plan.title, say(plan.cadence.text))
      let link = Link("meetings", "new").adding("after", next.after.key.description)
      return """
        <li>\(line) <a href="\(link)">\(say(MeetingText.prepare))\
        <span class="vh"> \(plan.title)</span></a></li>

        """
    }
    return "<section><h2>\(say(MeetingText.next))</h2><ul>\(items)</ul></section>"
  }

  private func table(_ title: MeetingText, _ id: String, _ meetings: [Meeting]) -> HTML? {
    guard !meetings.isEmpty else { return nil }
    let rows = HTML(each: meetings) { meeting in
      let plan = meeting.plan
      return """
        <tr><td>\(meeting.key.description)</td>
        <th scope="row"><a href="\(Link("meetings", meeting.key.description))">\
        \(plan.title)</a></th>
        <td class="day">\(plan.day.description)</td>
        <td class="p2">\(say(plan.cadence.text))</td>
        <td class="num p2">\(plan.invited.count)</td>
        <td class="num p2">\(meeting.standing.count)</td>
        <td>\(words.tag(meeting.state))</td></tr>

        """
    }
    return """
      <section><h2 id="\(id)">\(say(title))</h2>
      <div class="scroll" tabindex="0" role="region" aria-labelledby="\(id)">\
      <table class="tb meetings">
      <thead><tr><th scope="col">\(say(MeetingText.number))</th>\
      <th scope="col">\(say(MeetingText.name))</th><th scope="col">\(say(MeetingText.day))</th>\
      <th scope="col" class="p2">\(say(MeetingText.cadence))</th>\
      <th scope="col" class="num p2">\(say(MeetingText.invited))</th>\
      <th scope="col" class="num p2">\(say(MeetingText.resolutions))</th>\
      <th scope="col">\(say(MeetingText.state))</th></tr></thead>
      <tbody>
      \(rows)</tbody></table></div></section>
      """
  }
}
