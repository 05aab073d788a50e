import HTTPTypes
import LedgerDomain
import LedgerOperations

/// Meetings: which there are, one of them, and the acts on it.
enum MeetingPages {
  static let all: [Endpoint] =
    [show, read] + MeetingPlanPage.all + [
      agenda, step, attendance, minutes, resolve, withdraw, relay, addendum,
    ]

  static let link = Link("meetings")

  private static let show = Endpoint.page(
    .get, "/meetings", "page.meetings", access: .permission(.readMeetings),
    handle: { call in
      MeetingListPage(call: call, overview: try await call.ledger.meetings(by: call.actor())).reply
    })

  private static let read = Endpoint.page(
    .get, "/meetings/{id}", "page.meeting", access: .permission(.readMeetings),
    query: [.word("done", "That something was saved.", of: ["1"])],
    handle: { call in try await page(call, nil) })

  static func page(_ call: Call, _ attempt: FormAttempt?) async throws -> Reply {
    MeetingPage(
      call: call, shown: try await call.ledger.meeting(call.meetingKey(), by: call.actor()),
      attempt: attempt
    ).reply
  }

  /// What a form asks for, once its fields are read.
  private typealias Act<Answer> = @Sendable (Ledger.Actor) async throws -> Answer

  /// An act on a meeting, whose form is shown again where it is not taken; `first` is the field at
  /// which a refusal without a place of its own is told.
  private static func act<Answer: Sendable>(
    _ path: String, _ permissions: [Permission] = [.keepMeetings], at place: String,
    first: String,
    _ act: @escaping @Sendable (Call, MeetingKey) throws -> Act<Answer>
  ) -> Endpoint {
    .act("/meetings/{id}/" + path, "page.meetings." + path, access: .signedIn(permissions)) {
      call in
      let key = try call.meetingKey()
      let link = Link("meetings", key.description).adding("done", "1").at(place)
      func field(_ refusal: Refusal) -> String {
        MeetingForm.field(of: refusal, in: call.form, first: first)
      }
      do {
        let done = try act(call, key)
        return try await call.see(
          { (_: Answer) in link }, field: field, again: { try await page(call, $0) }, done)
      } catch let refusal as Refusal where refusal.isAboutForm {
        return try await page(call, FormAttempt(call, [refusal], field))
      }
    }
  }

  private static let agenda = act("agenda", at: "agenda", first: "act") {
    (call, key) -> Act<Meeting> in
    let form = call.form
    let version = Int(try form.text("version", max: 9)) ?? 0
    switch form["act"] {
    case "build": return { try await call.ledger.buildAgenda(key, by: $0) }
    case "order":
      let numbers = try form.text("order", max: 4_000).utf8.split(separator: UInt8(ascii: ","))
        .map { Int(String(Substring($0))) ?? 0 }
      return { try await call.ledger.orderAgenda(numbers, of: key, over: version, by: $0) }
    default:
      let words = try form.text("words", max: 400)
      let unit = try form.text("unit", max: 32)
      return {
        try await call.ledger.addAgendaItem(
          words, unit: unit.isEmpty ? nil : unit, to: key, by: $0)
      }
    }
  }

  private static let step = act(
    "steps", [.keepMeetings, .callMeeting], at: "main", first: "act"
  ) { (call, key) -> Act<Meeting> in
    guard let step = MeetingStep(rawValue: try call.form.text("step", max: 8)) else {
      throw Refusal(RequestRefusal.formMalformed)
    }
    return { try await call.ledger.takeMeetingStep(step, of: key, by: $0) }
  }

  private static let attendance = act("attendance", at: "attendance", first: "act") {
    (call, key) -> Act<Meeting> in
    let form = call.form
    let version = Int(try form.text("version", max: 9)) ?? 0
    var all: [MeetingAttendance] = []
    for unit in form.names(after: "posts-") {
      all.append(
        try MeetingAttendance(
          unit: unit, isPresent: form["present-\(unit)"] != nil,
          posts: form.text("posts-\(unit)", max: 400)))
    }
    let attendance = all
    return { try await call.ledger.keepAttendance(attendance, of: key, over: version, by: $0) }
  }

  private static let minutes = act("minutes", at: "agenda", first: "words") {
    (call, key) -> Act<Meeting> in
    let form = call.form
    let item = Int(try form.text("item", max: 9)) ?? 0
    let version = Int(try form.text("version", max: 9)) ?? 0
    let words = try form.text("words", max: 2 * Paragraphs.lengthMax)
    return {
      try await call.ledger.keepMinutes(words, on: item, of: key, over: version, by: $0)
    }
  }

  private static let resolve = act("resolutions", at: "resolutions", first: "words") {
    (call, key) -> Act<Meeting> in
    let form = call.form
    let lead = try form.text("lead", max: 32)
    let request = ResolutionRequest(
      item: Int(try form.text("item", max: 9)) ?? 0, words: try form.text("words", max: 400),
      lead: lead.isEmpty ? nil : lead,
      supporting: form.names(after: "support-").filter { $0 != lead },
      due: try call.day("due"))
    return { try await call.ledger.resolve(request, in: key, by: $0) }
  }

  private static let withdraw = act("withdrawals", at: "resolutions", first: "act") {
    (call, key) -> Act<Meeting> in
    let number = Int(try call.form.text("number", max: 9)) ?? 0
    return { try await call.ledger.withdrawResolution(number, of: key, by: $0) }
  }

  private static let relay = act("relays", [.relayMeeting], at: "relay", first: "relayed") {
    (call, key) -> Act<MeetingRelay> in
    let unit = try call.form.text("unit", max: 32)
    guard let relayed = try call.day("relayed") else {
      throw Refusal(TextRefusal.missing, at: .option("relayed"))
    }
    let group = try call.day("groupFormed")
    return {
      try await call.ledger.relayMeeting(
        key, unit: unit.isEmpty ? nil : unit, relayed: relayed, groupFormed: group, by: $0)
    }
  }

  private static let addendum = act("addenda", at: "addenda", first: "words") {
    (call, key) -> Act<Meeting> in
    let words = try call.form.text("words", max: 2 * Paragraphs.lengthMax)
    return { try await call.ledger.addAddendum(words, to: key, by: $0) }
  }
}
