import HTTPTypes
import LedgerDomain
import LedgerOperations

/// One meeting: its plan, agenda with minutes, attendance, resolutions, relays, and the acts that
/// are possible now.
struct MeetingPage: Sendable {
  let call: Call
  let shown: ShownMeeting
  let attempt: FormAttempt?

  var say: Say { call.say }
  var words: MeetingWords { MeetingWords(say: say, units: shown.units) }
  var meeting: Meeting { shown.meeting }

  /// The frame around it, in which the other language shows the meeting and no act.
  var frame: PageFrame {
    var frame = call.frame
    frame.target = Link("meetings", meeting.key.description)
    return frame
  }

  /// A form of this page.
  func form(_ id: String, _ path: String) -> MeetingForm {
    MeetingForm(frame, id, Link("meetings", meeting.key.description, path), attempt)
  }

  /// Whether the office may still write.
  var isOpen: Bool { shown.mayKeep && meeting.state != .closed }

  var reply: Reply {
    let title = meeting.plan.title
    let errors = attempt?.errors ?? []
    let status = attempt.map { Problem.status(of: $0.refusal.kind, $0.refusal.code) } ?? .ok
    let saved: HTML? =
      call.query["done"] == nil || attempt != nil
      ? nil : "<p class=\"note\" role=\"status\">\(say(MeetingText.saved))</p>"
    return frame.reply(
      (errors.isEmpty ? "" : say(FrameText.errorPrefix)) + title, status: status, entry: .tasks,
      """
      <nav class="crumb" aria-label="\(say(UnitText.crumbs))"><ol>\
      <li><a href="\(MeetingPages.link)">\(say(MeetingText.title))</a></li>\
      <li aria-current="page">\(meeting.key.description)</li></ol></nav>
      <div class="hd"><h1>\(title)</h1><p class="pick"><button type="button" class="btn" \
      data-print hidden>\(say(FrameText.print))</button></p></div>
      <p class="meta">\(words.tag(meeting.state))</p>
      \(frame.errors(errors))
      \(saved)
      \(facts)
      \(steps)
      \(MeetingAgendaSection(page: self).html)
      \(MeetingRecordSections(page: self).attendance)
      \(MeetingRecordSections(page: self).resolutions)
      \(MeetingRecordSections(page: self).relay)
      \(MeetingRecordSections(page: self).addenda)
      """)
  }

  private var facts: HTML {
    let plan = meeting.plan
    var pairs: [(MeetingText, String)] = [
      (.day, plan.day.description), (.place, plan.place), (.cadence, say(plan.cadence.text)),
      (
        .invited,
        say(MeetingText.invitedCount, String(plan.invited.count))
          + (say.language == .chinese ? "：" : ": ") + words.units(plan.invited)
      ),
    ]
    for taken in meeting.steps {
      let name: MeetingText =
        switch taken.step {
        case .call: .calledOn
        case .start: .startedOn
        case .close: .closedOn
        }
      pairs.append((name, taken.day.description))
    }
    if let seal = meeting.seal { pairs.append((.seal, seal)) }
    let items = HTML(each: pairs.filter { !$0.1.isEmpty }) { name, value in
      "<dt>\(say(name))</dt><dd>\(value)</dd>\n"
    }
    let hint: HTML? =
      meeting.seal == nil ? nil : "<p class=\"hint\">\(say(MeetingText.sealHint))</p>"
    return "<dl class=\"facts\">\(items)</dl>\(hint)"
  }

  /// The step that comes next, and the way to change the plan before it begins.
  private var steps: HTML? {
    let next: (step: MeetingStep, text: MeetingText, may: Bool)? =
      switch meeting.state {
      case .draft: (.call, .call, shown.mayCall)
      case .called: (.start, .start, shown.mayKeep)
      case .inProgress: (.close, .close, shown.mayKeep)
      case .closed: nil
      }
    guard let next, next.may else { return nil }
    let change: HTML? =
      shown.mayKeep && meeting.state != .inProgress
      ? """
      <a class="btn" href="\(Link("meetings", meeting.key.description, "plan"))">\
      \(say(MeetingText.change))</a>
      """ : nil
    let hint: HTML? =
      next.step == .close ? "<p class=\"hint\">\(say(MeetingText.closeHint))</p>" : nil
    let button = form("step", "steps").button(
      say(next.text), [("step", next.step.rawValue)], isFirst: true)
    return "<div class=\"acts pick\">\(button)\(change)</div>\(hint)"
  }
}

/// The agenda with its minutes, and the forms that keep both.
struct MeetingAgendaSection: Sendable {
  let page: MeetingPage

  private var say: Say { page.say }
  private var words: MeetingWords { page.words }
  private var meeting: Meeting { page.meeting }

  var html: HTML {
    let agenda = meeting.agenda
    let items = HTML(each: agenda.enumerated()) { place, item in entry(item, place, agenda) }
    let list: HTML =
      agenda.isEmpty
      ? "<p>\(say(MeetingText.agendaNone))</p>" : "<ol class=\"agenda\">\n\(items)</ol>"
    return """
      <section id="agenda"><h2>\(say(MeetingText.agenda))</h2>
      \(list)\(adding)</section>
      """
  }

  private func entry(_ item: AgendaItem, _ place: Int, _ agenda: [AgendaItem]) -> HTML {
    let isHeld = meeting.state == .inProgress || meeting.state == .closed
    let minutes: HTML? =
      !item.minutes.isEmpty
      ? "<div class=\"minutes\">\(words.paragraphs(item.minutes))</div>"
      : isHeld ? "<p class=\"dim\">\(say(MeetingText.minutesNone))</p>" : nil
    let due: HTML? = item.content.due.map {
      "<span class=\"under\">\(say(MeetingText.due)) \($0.description)</span>"
    }
    return """
      <li id="item-\(item.number)">\(words.linked(item.content))\(due)
      \(minutes)\(writing(item))\(moving(place, agenda))</li>

      """
  }

  private func writing(_ item: AgendaItem) -> HTML? {
    guard page.shown.mayKeep, meeting.state == .inProgress else { return nil }
    let form = page.form("minutes-\(item.number)", "minutes")
    let fields: HTML = """
      <input type="hidden" name="item" value="\(item.number)">\
      <input type="hidden" name="version" value="\(item.minutesVersion)">\
      \(form.area(
        "words", say(MeetingText.minutes), hint: say(MeetingText.minutesHint),
        preset: item.minutes))
      """
    return form.folded(
      say(MeetingText.writeMinutes), about: words.item(item.content), fields, isNarrow: false)
  }

  /// Up, down and off: each the order that it would give.
  private func moving(_ place: Int, _ agenda: [AgendaItem]) -> HTML? {
    guard page.isOpen else { return nil }
    let numbers = agenda.map(\.number)
    var buttons: [HTML] = []
    func add(_ text: MeetingText, _ order: [Int]) {
      let list = order.map(String.init).joined(separator: ",")
      buttons.append(
        """
        <button class="plain" name="order" value="\(list)">\(say(text))\
        <span class="vh"> \(words.item(agenda[place].content))</span></button>
        """)
    }
    if place > 0 {
      var order = numbers
      order.swapAt(place, place - 1)
      add(.up, order)
    }
    if place + 1 < numbers.count {
      var order = numbers
      order.swapAt(place, place + 1)
      add(.down, order)
    }
    add(.off, numbers.filter { $0 != numbers[place] })
    return """
      <form class="moves" method="post" \
      action="\(Link("meetings", meeting.key.description, "agenda"))">\(page.frame.hiddenFields)\
      <input type="hidden" name="form" value="order"><input type="hidden" name="act" value="order">\
      <input type="hidden" name="version" value="\(meeting.agendaVersion)">\(HTML(buttons))</form>
      """
  }

  private var adding: HTML? {
    guard page.isOpen else { return nil }
    let form = page.form("own", "agenda")
    let options =
      [("", say(MeetingText.noUnit))] + meeting.plan.invited.map { ($0, words.unit($0)) }
    let fields: HTML = """
      <input type="hidden" name="act" value="add">\
      \(form.input("words", say(MeetingText.words)))\
      \(form.select("unit", say(MeetingText.unit), options))
      """
    return "\(building)\(form.folded(say(MeetingText.add), fields))"
  }

  private var building: HTML? {
    let proposals = page.shown.proposals
    guard !proposals.isEmpty else { return nil }
    let button = page.form("build", "agenda").button(
      say(MeetingText.build, String(proposals.count)), [("act", "build")])
    return """
      <p class="hint">\(say(MeetingText.buildHint, say.list(proposals.map(words.item))))</p>
      \(button)
      """
  }
}
