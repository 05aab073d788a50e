import HTTPTypes
import LedgerDomain
import LedgerOperations

/// Meetings: which there are, what they are about, who is invited.
enum MeetingEndpoints {
  static let all: [Endpoint] =
    [list, draft, read, change, build, add, order, step] + MeetingRecordEndpoints.all

  private static let list = Endpoint(
    method: .get, path: "/meetings", name: "meetings.list", noun: "meetings",
    summary: BilingualText(
      zh: "会议：联席办看全部，其他单位看已召集且本单位参加的。",
      en: "Meetings: all for the office, for others those that were called and invite them."),
    access: .permission(.readMeetings),
    query: [
      .word("state", "Only meetings in this state.", of: MeetingState.allCases.map(\.rawValue))
    ] + Endpoint.Parameter.page,
    answer: .json(PageSchema.of(MeetingJSON.schema)),
    handle: { call in
      let state = call.query["state"].flatMap(MeetingState.init(rawValue:))
      let meetings = try await call.ledger.meetings(by: call.actor()).meetings
        .filter { state == nil || $0.state == state }
      return .json(
        try Page(inOwnOrder: meetings, of: call, key: \.key.description).reply(MeetingJSON.json))
    })

  private static let draft = Endpoint(
    method: .post, path: "/meetings", name: "meetings.draft", noun: "meetings",
    summary: BilingualText(
      zh: "起草会议；议题先由台账生成。",
      en: "Draft a meeting; its agenda builds itself from the ledger."),
    access: .permission(.keepMeetings), content: .json(.object(MeetingJSON.planMembers)),
    answer: .json(MeetingJSON.schema, .created), isKeyed: true,
    handle: { call in
      let plan = try call.meetingPlan()
      return try await call.onceMeeting { try await call.ledger.draftMeeting(plan, by: $0) }
    })

  private static let read = Endpoint(
    method: .get, path: "/meetings/{id}", name: "meetings.read", noun: "meetings",
    summary: BilingualText(
      zh: "一次会议：议题、到会、纪要、议定事项及其任务、传达。",
      en: "One meeting: agenda, attendance, minutes, resolutions with their tasks, relays."),
    access: .permission(.readMeetings), answer: .json(MeetingJSON.wholeSchema),
    handle: { call in
      .json(
        MeetingJSON.whole(
          try await call.ledger.meeting(call.meetingKey(), by: call.actor())))
    })

  private static let change = Endpoint.onMeeting(
    "plans", "meetings.change",
    BilingualText(zh: "修改会议的名称、日期、地点、参会单位。", en: "Change what a meeting is before it begins."),
    [
      .required("version", SharedSchemas.count, "The plan's version that was seen.")
    ] + MeetingJSON.planMembers
  ) { call, key in
    let plan = try call.meetingPlan()
    let version = try call.json.required("version").integer(0...Int.max)
    return { try await call.ledger.changeMeeting(key, to: plan, over: version, by: $0) }
  }

  private static let build = Endpoint.onMeeting(
    "agenda-builds", "meetings.build",
    BilingualText(zh: "从台账补充议题。", en: "Add to the agenda what the ledger proposes."), []
  ) { call, key in
    { try await call.ledger.buildAgenda(key, by: $0) }
  }

  private static let add = Endpoint.onMeeting(
    "agenda", "meetings.add_item",
    BilingualText(zh: "添加一项议题。", en: "Add an item to the agenda."),
    [
      .required("words", .string()), .optional("unit", .orNull(SharedSchemas.code)),
    ]
  ) { call, key in
    let words = try call.json.required("words").string()
    let unit = try call.json.optionalString("unit")
    return { try await call.ledger.addAgendaItem(words, unit: unit, to: key, by: $0) }
  }

  private static let order = Endpoint.onMeeting(
    "agenda-orders", "meetings.order",
    BilingualText(
      zh: "排列议题；未列出的撤下。", en: "Order the agenda; items that are left out are taken off."),
    [
      .required("order", .array(SharedSchemas.count, max: 1_000), "The items' numbers."),
      .required("version", SharedSchemas.count, "The agenda's version that was seen."),
    ]
  ) { call, key in
    let order = try call.json.required("order").integers()
    let version = try call.json.required("version").integer(0...Int.max)
    return { try await call.ledger.orderAgenda(order, of: key, over: version, by: $0) }
  }

  private static let step = Endpoint.onMeeting(
    "steps", "meetings.step",
    BilingualText(
      zh: "召集、开始、结束并封存；结束后议定事项成为任务。",
      en: "Call, start, or close and seal; closing makes tasks of resolutions."),
    access: [.keepMeetings, .callMeeting],
    [.required("step", .word(MeetingStep.allCases.map(\.rawValue)))]
  ) { call, key in
    let word = try call.json.required("step").string()
    guard let step = MeetingStep(rawValue: word) else {
      throw Refusal(MeetingRefusal.unknown, word)
    }
    return { try await call.ledger.takeMeetingStep(step, of: key, by: $0) }
  }
}

/// What is written down while a meeting is held, and what units report after.
enum MeetingRecordEndpoints {
  static let all: [Endpoint] = [attend, minute, resolve, withdraw, relay, append]

  private static let attend = Endpoint.onMeeting(
    "attendance", "meetings.attendance",
    BilingualText(
      zh: "登记到会单位和岗位（不记姓名）。", en: "Record which units attended, by which posts."),
    [
      .required("version", SharedSchemas.count, "The attendance's version that was seen."),
      .required(
        "units",
        .array(
          .object([
            .required("unit", SharedSchemas.code), .required("present", .boolean),
            .optional("posts", .string()),
          ]), max: 1_000)),
    ]
  ) { call, key in
    let version = try call.json.required("version").integer(0...Int.max)
    var attendance: [MeetingAttendance] = []
    for unit in try call.json.required("units").elements() {
      attendance.append(
        try MeetingAttendance(
          unit: unit.required("unit").string(), isPresent: unit.required("present").bool(),
          posts: unit.optional("posts")?.string() ?? ""))
    }
    let all = attendance
    return { try await call.ledger.keepAttendance(all, of: key, over: version, by: $0) }
  }

  private static let minute = Endpoint.onMeeting(
    "minutes", "meetings.minutes",
    BilingualText(zh: "写一项议题的纪要。", en: "Write the minutes of an agenda item."),
    [
      .required("item", SharedSchemas.count),
      .required("version", SharedSchemas.count, "The minutes' version that was seen."),
      .required("words", .string()),
    ]
  ) { call, key in
    let item = try call.json.required("item").integer(0...Int.max)
    let version = try call.json.required("version").integer(0...Int.max)
    let words = try call.json.required("words").string()
    return {
      try await call.ledger.keepMinutes(words, on: item, of: key, over: version, by: $0)
    }
  }

  private static let resolve = Endpoint.onMeeting(
    "resolutions", "meetings.resolve",
    BilingualText(
      zh: "写一项议定事项；有牵头单位和期限的，会议结束时成为任务。",
      en: "Write down a resolution; with a lead unit and a day it becomes a task at the close."),
    [
      .required("item", SharedSchemas.count), .required("words", .string()),
      .optional("lead", .orNull(SharedSchemas.code)),
      .optional("supporting", .array(SharedSchemas.code, max: 1_000)),
      .optional("due", .orNull(SharedSchemas.date)),
    ]
  ) { call, key in
    let json = call.json
    let request = ResolutionRequest(
      item: try json.required("item").integer(0...Int.max),
      words: try json.required("words").string(), lead: try json.optionalString("lead"),
      supporting: try json.optional("supporting")?.strings() ?? [],
      due: try json.optionalDay("due"))
    return { try await call.ledger.resolve(request, in: key, by: $0) }
  }

  private static let withdraw = Endpoint.onMeeting(
    "resolutions/{number}/withdrawals", "meetings.withdraw",
    BilingualText(zh: "会议结束前撤回一项议定事项。", en: "Withdraw a resolution before the close."), []
  ) { call, key in
    let number = try call.number("number")
    return { try await call.ledger.withdrawResolution(number, of: key, by: $0) }
  }

  private static let relay = Endpoint(
    method: .post, path: "/meetings/{id}/relays", name: "meetings.relay", noun: "meetings",
    summary: BilingualText(
      zh: "参会单位报传达日期和成立专班日期。",
      en: "An invited unit reports when it passed the meeting on and formed its group."),
    access: .permission(.relayMeeting),
    content: .json(
      .object([
        .optional("unit", .orNull(SharedSchemas.code)),
        .required("relayed", SharedSchemas.date),
        .optional("groupFormed", .orNull(SharedSchemas.date)),
      ])),
    answer: .json(
      .object([
        .required("unit", SharedSchemas.code), .required("version", SharedSchemas.count),
      ]), .created), isKeyed: true,
    handle: { call in
      let key = try call.meetingKey()
      let unit = try call.json.optionalString("unit")
      let relayed = try call.json.required("relayed").day()
      let group = try call.json.optionalDay("groupFormed")
      return try await call.once({ (relay: MeetingRelay) in
        .json(["unit": .string(relay.unit), "version": .integer(relay.version)], .created)
      }) {
        try await call.ledger.relayMeeting(
          key, unit: unit, relayed: relayed, groupFormed: group, by: $0)
      }
    })

  private static let append = Endpoint.onMeeting(
    "addenda", "meetings.append",
    BilingualText(zh: "封存后的补记。", en: "Add to minutes that are sealed."),
    [.required("words", .string())]
  ) { call, key in
    let words = try call.json.required("words").string()
    return { try await call.ledger.addAddendum(words, to: key, by: $0) }
  }
}

extension Endpoint {
  /// An act that changes a meeting and answers with it.
  fileprivate static func onMeeting(
    _ path: String, _ name: String, _ summary: BilingualText,
    access: [Permission] = [.keepMeetings], _ members: [Schema.Member],
    _ prepare:
      @escaping @Sendable (Call, MeetingKey) throws
      -> @Sendable (Ledger.Actor) async throws -> Meeting
  ) -> Endpoint {
    Endpoint(
      method: .post, path: "/meetings/{id}/" + path, name: name, noun: "meetings",
      summary: summary, access: .signedIn(access),
      content: members.isEmpty ? .nothing : .json(.object(members)),
      answer: .json(MeetingJSON.schema, .created), isKeyed: true,
      handle: { call in try await call.onceMeeting(prepare(call, call.meetingKey())) })
  }
}

extension Call {
  /// The meeting in the path.
  func meetingKey() throws(Refusal) -> MeetingKey {
    guard let key = MeetingKey(part("id")) else {
      throw Refusal(MeetingRefusal.unknown, at: .option("id"), part("id"))
    }
    return key
  }

  fileprivate func onceMeeting(
    _ act: @Sendable (Ledger.Actor) async throws -> Meeting
  ) async throws -> Reply {
    try await once({ (meeting: Meeting) in .json(MeetingJSON.json(meeting), .created) }, act)
  }

  fileprivate func meetingPlan() throws(Refusal) -> MeetingPlan {
    let word = try json.required("cadence").string()
    guard let cadence = MeetingCadence(rawValue: word) else {
      throw Refusal(MeetingRefusal.cadenceUnknown, at: .pointer("/cadence"), word)
    }
    return try MeetingPlan(
      title: json.required("title").string(), cadence: cadence, day: json.required("day").day(),
      place: json.optional("place")?.string() ?? "",
      invited: json.required("invited").strings())
  }
}

extension JSONReader {
  fileprivate func optionalString(_ name: String) throws(Refusal) -> String? {
    guard let member = try optional(name), member.value != .null else { return nil }
    return try member.string()
  }

  fileprivate func optionalDay(_ name: String) throws(Refusal) -> CalendarDate? {
    guard let member = try optional(name), member.value != .null else { return nil }
    return try member.day()
  }

  fileprivate func day() throws(Refusal) -> CalendarDate {
    let text = try string()
    guard let day = CalendarDate(text) else {
      throw Refusal(UnitRefusal.dateMalformed, at: place, text)
    }
    return day
  }

  fileprivate func strings() throws(Refusal) -> [String] {
    var texts: [String] = []
    for element in try elements() { texts.append(try element.string()) }
    return texts
  }

  fileprivate func integers() throws(Refusal) -> [Int] {
    var numbers: [Int] = []
    for element in try elements() { numbers.append(try element.integer(0...Int.max)) }
    return numbers
  }
}
