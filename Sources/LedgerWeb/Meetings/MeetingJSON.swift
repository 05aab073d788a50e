import LedgerDomain
import LedgerOperations

/// Meetings in JSON.
enum MeetingJSON {
  static let planMembers: [Schema.Member] = [
    .required("title", .string()),
    .required("cadence", .word(MeetingCadence.allCases.map(\.rawValue))),
    .required("day", SharedSchemas.date), .optional("place", .string()),
    .required("invited", .array(SharedSchemas.code, max: 1_000), "The units, by their codes."),
  ]

  static let schema = Schema.object(members)

  private static let members: [Schema.Member] = [
    .required("id", SharedSchemas.code), .required("title", SharedSchemas.text),
    .required("cadence", .word(MeetingCadence.allCases.map(\.rawValue))),
    .required("day", SharedSchemas.date), .required("place", SharedSchemas.text),
    .required("invited", .array(SharedSchemas.code, max: 10_000)),
    .required("state", .word(MeetingState.allCases.map(\.rawValue))),
    .required("version", SharedSchemas.count, "How often the plan was stated."),
    .required("agendaVersion", SharedSchemas.count),
    .required("attendanceVersion", SharedSchemas.count),
    .required("agenda", .array(item, max: 10_000)),
    .required(
      "attendance",
      .array(
        .object([
          .required("unit", SharedSchemas.code), .required("present", .boolean),
          .required("posts", SharedSchemas.text),
        ]), max: 10_000)),
    .required("resolutions", .array(resolution, max: 10_000)),
    .required(
      "addenda",
      .array(
        .object([
          .required("number", SharedSchemas.count), .required("words", SharedSchemas.text),
          .required("on", SharedSchemas.date), .required("by", SharedSchemas.code),
        ]), max: 10_000)),
    .required("seal", .orNull(SharedSchemas.hash), "The SHA-256 of all that was sealed."),
  ]

  private static let item = Schema.object([
    .required("item", SharedSchemas.count), .required("kind", SharedSchemas.code),
    .required("subject", SharedSchemas.text), .required("unit", .orNull(SharedSchemas.code)),
    .required("due", .orNull(SharedSchemas.date)), .required("linkKind", SharedSchemas.code),
    .required("linkKey", SharedSchemas.text), .required("detail", SharedSchemas.text),
    .required("minutes", SharedSchemas.text), .required("minutesVersion", SharedSchemas.count),
  ])

  private static let resolution = Schema.object([
    .required("number", SharedSchemas.count), .required("item", SharedSchemas.count),
    .required("words", SharedSchemas.text), .required("lead", .orNull(SharedSchemas.code)),
    .required("supporting", .array(SharedSchemas.code, max: 10_000)),
    .required("due", .orNull(SharedSchemas.date)),
    .required("task", .orNull(SharedSchemas.code), "The task that it became."),
  ])

  static let wholeSchema = Schema.object(
    members + [
      .required(
        "tasks",
        .array(
          .object([
            .required("resolution", SharedSchemas.count), .required("task", SharedSchemas.code),
            .required("state", .word(TaskState.allCases.map(\.rawValue))),
          ]), max: 10_000)),
      .required(
        "relays",
        .array(
          .object([
            .required("unit", SharedSchemas.code), .required("relayed", SharedSchemas.date),
            .required("relayDays", .integer(0...1_000_000)),
            .required("groupFormed", .orNull(SharedSchemas.date)),
            .required("groupDays", .orNull(.integer(0...1_000_000))),
          ]), max: 10_000)),
    ])

  static func json(_ meeting: Meeting) -> JSONValue { .object(values(meeting)) }

  static func whole(_ shown: ShownMeeting) -> JSONValue {
    let meeting = shown.meeting
    let tasks = meeting.standing.compactMap { resolution in
      shown.tasks[resolution.number].map { task -> JSONValue in
        [
          "resolution": .integer(resolution.number),
          "task": .string(task.task.key.description),
          "state": .string(task.status.state.rawValue),
        ]
      }
    }
    let relays = meeting.plan.invited.compactMap { meeting.relays[$0] }.map { relay -> JSONValue in
      [
        "unit": .string(relay.unit), "relayed": .string(relay.relayed.description),
        "relayDays": .integer(meeting.days(to: relay.relayed)),
        "groupFormed": .optional(relay.groupFormed?.description),
        "groupDays": relay.groupFormed.map { .integer(meeting.days(to: $0)) } ?? .null,
      ]
    }
    return .object(
      values(meeting) + [
        JSONValue.Member("tasks", .array(tasks)), JSONValue.Member("relays", .array(relays)),
      ])
  }

  private static func values(_ meeting: Meeting) -> [JSONValue.Member] {
    let plan = meeting.plan
    let values: [(String, JSONValue)] = [
      ("id", .string(meeting.key.description)), ("title", .string(plan.title)),
      ("cadence", .string(plan.cadence.rawValue)), ("day", .string(plan.day.description)),
      ("place", .string(plan.place)), ("invited", .array(plan.invited.map { .string($0) })),
      ("state", .string(meeting.state.rawValue)), ("version", .integer(meeting.planVersion)),
      ("agendaVersion", .integer(meeting.agendaVersion)),
      ("attendanceVersion", .integer(meeting.attendanceVersion)),
      ("agenda", .array(meeting.agenda.map(json))),
      ("attendance", .array(plan.invited.compactMap { meeting.attendance[$0] }.map(json))),
      ("resolutions", .array(meeting.standing.map(json))),
      ("addenda", .array(meeting.addenda.map(json))), ("seal", .optional(meeting.seal)),
    ]
    return values.map { JSONValue.Member($0.0, $0.1) }
  }

  private static func json(_ item: AgendaItem) -> JSONValue {
    let content = item.content
    return [
      "item": .integer(item.number), "kind": .string(content.kind),
      "subject": .string(content.subject), "unit": .optional(content.unit),
      "due": .optional(content.due?.description), "linkKind": .string(content.linkKind),
      "linkKey": .string(content.linkKey), "detail": .string(content.detail),
      "minutes": .string(item.minutes), "minutesVersion": .integer(item.minutesVersion),
    ]
  }

  private static func json(_ attendance: MeetingAttendance) -> JSONValue {
    [
      "unit": .string(attendance.unit), "present": .bool(attendance.isPresent),
      "posts": .string(attendance.posts),
    ]
  }

  private static func json(_ resolution: Resolution) -> JSONValue {
    [
      "number": .integer(resolution.number), "item": .integer(resolution.item),
      "words": .string(resolution.words), "lead": .optional(resolution.lead),
      "supporting": .array(resolution.supporting.map { .string($0) }),
      "due": .optional(resolution.due?.description),
      "task": .optional(resolution.task?.description),
    ]
  }

  private static func json(_ addendum: MeetingAddendum) -> JSONValue {
    [
      "number": .integer(addendum.number), "words": .string(addendum.words),
      "on": .string(addendum.day.description), "by": .string(addendum.by),
    ]
  }
}
