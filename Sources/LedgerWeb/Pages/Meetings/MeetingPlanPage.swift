import HTTPTypes
import LedgerDomain
import LedgerOperations

/// What a meeting is: the form by which it is drafted, or changed before it begins.
struct MeetingPlanPage: Sendable {
  static let all: [Endpoint] = [new, draft, edit, change]

  let call: Call
  /// The meeting that is changed; nil for a new one.
  let meeting: Meeting?
  /// What the fields hold at first.
  let preset: MeetingPlan?
  let units: [String: UnitVersion]
  let attempt: FormAttempt?

  private static let new = Endpoint.page(
    .get, "/meetings/new", "page.meetings.new", access: .permission(.keepMeetings),
    query: [
      Endpoint.Parameter(
        name: "after", text: "The meeting that it follows.", form: "2026-1",
        isValid: { MeetingKey($0) != nil })
    ],
    handle: { call in try await drafting(call, nil) })

  private static func drafting(_ call: Call, _ attempt: FormAttempt?) async throws -> Reply {
    let overview = try await call.ledger.meetings(by: call.actor())
    let next = call.query["after"].flatMap { key in
      overview.next.first { $0.after.key.description == key }
    }
    let preset = next.map { next in
      let plan = next.after.plan
      return MeetingPlan(
        kept: plan.title, cadence: plan.cadence, day: next.day, place: plan.place,
        invited: plan.invited)
    }
    return MeetingPlanPage(
      call: call, meeting: nil, preset: preset, units: overview.units, attempt: attempt
    ).reply
  }

  private static let draft = Endpoint.act(
    "/meetings", "page.meetings.draft", access: .permission(.keepMeetings)
  ) { call in
    func field(_ refusal: Refusal) -> String {
      MeetingForm.field(of: refusal, in: call.form, first: "title")
    }
    do {
      let plan = try call.typedPlan()
      return try await call.see(
        { (meeting: Meeting) in Link("meetings", meeting.key.description).adding("done", "1") },
        field: field, again: { try await drafting(call, $0) },
        { try await call.ledger.draftMeeting(plan, by: $0) })
    } catch let refusal as Refusal where refusal.isAboutForm {
      return try await drafting(call, FormAttempt(call, [refusal], field))
    }
  }

  private static let edit = Endpoint.page(
    .get, "/meetings/{id}/plan", "page.meetings.plan", access: .permission(.keepMeetings),
    handle: { call in try await changing(call, nil) })

  private static func changing(_ call: Call, _ attempt: FormAttempt?) async throws -> Reply {
    let shown = try await call.ledger.meeting(call.meetingKey(), by: call.actor())
    return MeetingPlanPage(
      call: call, meeting: shown.meeting, preset: shown.meeting.plan, units: shown.units,
      attempt: attempt
    ).reply
  }

  private static let change = Endpoint.act(
    "/meetings/{id}/plan", "page.meetings.change", access: .permission(.keepMeetings)
  ) { call in
    let key = try call.meetingKey()
    let link = Link("meetings", key.description).adding("done", "1")
    func field(_ refusal: Refusal) -> String {
      MeetingForm.field(of: refusal, in: call.form, first: "title")
    }
    do {
      let plan = try call.typedPlan()
      let version = Int(try call.form.text("version", max: 9)) ?? 0
      return try await call.see(
        { (_: Meeting) in link }, field: field, again: { try await changing(call, $0) },
        { try await call.ledger.changeMeeting(key, to: plan, over: version, by: $0) })
    } catch let refusal as Refusal where refusal.isAboutForm {
      return try await changing(call, FormAttempt(call, [refusal], field))
    }
  }

  private var say: Say { call.say }

  private var title: String {
    meeting.map { say(MeetingText.changeTitle, $0.key.description) }
      ?? say(MeetingText.draftTitle)
  }

  private var reply: Reply {
    var frame = call.frame
    frame.target =
      meeting.map { Link("meetings", $0.key.description, "plan") } ?? Link("meetings", "new")
    let action = meeting.map { Link("meetings", $0.key.description, "plan") } ?? MeetingPages.link
    let form = MeetingForm(frame, "plan", action, attempt)
    let errors = attempt?.errors ?? []
    let status = attempt.map { Problem.status(of: $0.refusal.kind, $0.refusal.code) } ?? .ok
    let button: HTML = "<button class=\"btn btn-1\">\(say(MeetingText.save))</button>"
    return frame.reply(
      (errors.isEmpty ? "" : say(FrameText.errorPrefix)) + title, status: status, entry: .tasks,
      """
      <nav class="crumb" aria-label="\(say(UnitText.crumbs))"><ol>\
      <li><a href="\(MeetingPages.link)">\(say(MeetingText.title))</a></li>\
      <li aria-current="page">\(title)</li></ol></nav>
      <h1>\(title)</h1>
      \(frame.errors(errors))
      <p class="hint">\(say(MeetingText.draftHint))</p>
      \(form.html(fields(form), button))
      """)
  }

  private func fields(_ form: MeetingForm) -> HTML {
    let version: HTML? = meeting.map {
      "<input type=\"hidden\" name=\"version\" value=\"\($0.planVersion)\">"
    }
    let title = form.input(
      "title", say(MeetingText.name), max: 100, preset: preset?.title ?? "")
    let cadence = form.select(
      "cadence", say(MeetingText.cadence),
      preset: preset?.cadence.rawValue ?? MeetingCadence.month.rawValue,
      MeetingCadence.allCases.map { ($0.rawValue, say($0.text)) })
    let day = form.input(
      "day", say(MeetingText.day), max: 10, type: "date",
      preset: preset?.day.description ?? "")
    let place = form.input(
      "place", say(MeetingText.place), max: 100, preset: preset?.place ?? "")
    return "\(version)\(title)\(cadence)\(day)\(place)\(invited(form))"
  }

  /// The units directly below the top, by their kinds.
  private func invited(_ form: MeetingForm) -> HTML {
    let current = units.values.filter { !$0.isEnded }
    let tops = Set(current.filter { $0.parent == nil }.map(\.code))
    let below = current.filter { $0.parent.map(tops.contains) ?? false }
      .sorted { $0.code.utf8.lexicographicallyPrecedes($1.code.utf8) }
    let chosen = Set(preset?.invited ?? [])
    let boxes = HTML(each: below) { unit in
      form.tick("invite-\(unit.code)", say(unit.name), preset: chosen.contains(unit.code))
    }
    return """
      <fieldset id="plan-invited"><legend>\(say(MeetingText.invited))</legend>
      <p class="hint">\(say(MeetingText.invitedHint))</p>\(form.message("invited"))
      <input type="hidden" name="invited" value="1">
      \(boxes)</fieldset>
      """
  }
}

extension Call {
  /// The plan that a form holds.
  fileprivate func typedPlan() throws(Refusal) -> MeetingPlan {
    let word = try form.text("cadence", max: 16)
    guard let cadence = MeetingCadence(rawValue: word) else {
      throw Refusal(MeetingRefusal.cadenceUnknown, at: .option("cadence"), word)
    }
    guard let day = try day("day") else {
      throw Refusal(TextRefusal.missing, at: .option("day"))
    }
    return try MeetingPlan(
      title: form.text("title", max: 400), cadence: cadence, day: day,
      place: form.text("place", max: 400), invited: form.names(after: "invite-"))
  }
}
