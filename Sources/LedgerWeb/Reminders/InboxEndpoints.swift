import HTTPTypes
import LedgerDomain
import LedgerOperations
import LedgerStore

/// What waits for whoever asks.
enum InboxEndpoints {
  static let all: [Endpoint] = [list, mark]

  private static let list = Endpoint(
    method: .get, path: "/inbox", name: "inbox.list", noun: "inbox",
    summary: BilingualText(
      zh: "等本人办的事：由事实和当天日期得出。",
      en: "What waits for the account, computed from the facts and the day."),
    access: .permission(.readSelf), query: Endpoint.Parameter.page,
    answer: .json(PageSchema.of(item)),
    handle: { call in
      let inbox = try await call.ledger.inbox(by: call.actor())
      return .json(
        try Page(inOwnOrder: inbox.items, of: call, key: \.reminder.id).reply { json($0) })
    })

  private static let mark = Endpoint(
    method: .post, path: "/inbox/marks", name: "inbox.mark", noun: "inbox",
    summary: BilingualText(
      zh: "把一条提醒标为已读，或恢复为未读。", en: "Mark a reminder as read, or as new again."),
    access: .permission(.readSelf),
    content: .json(
      .object([.required("reminder", .string(.init(max: 200))), .required("read", .boolean)])),
    answer: .json(.object([.required("unread", SharedSchemas.count)])),
    handle: { call in
      let inbox = try await call.ledger.markReminders(
        [try call.json.required("reminder").string()],
        read: try call.json.required("read").bool(), by: call.actor())
      return .json(["unread": .integer(inbox.unread)])
    })

  private static let item = Schema.object([
    .required("id", .string(.init(max: 200))),
    .required("kind", .word(Reminder.Kind.allCases.map(\.rawValue))),
    .required("unit", .orNull(.named("BilingualText"))),
    .required("subject", .named("BilingualText")),
    .required("detail", .orNull(.named("BilingualText"))),
    .required("due", .orNull(SharedSchemas.date)),
    .required("link", SharedSchemas.text, "The page on which something is done about it."),
    .required("read", .boolean),
  ])

  private static func json(_ item: Inbox.Item) -> JSONValue {
    let reminder = item.reminder
    return [
      "id": .string(reminder.id), "kind": .string(reminder.kind.rawValue),
      "unit": reminder.unit?.json ?? .null, "subject": reminder.subject.json,
      "detail": reminder.detail?.json ?? .null, "due": .optional(reminder.due?.description),
      "link": .string(reminder.place.link.text), "read": .bool(item.isRead),
    ]
  }
}

extension Reminder.Place {
  /// The page on which something is done about it.
  var link: Link {
    switch self {
    case .submission(let unit, let form, let period):
      EntryPlace(unit: unit, form: form, period: period).link()
    case .review(let form, let period):
      Link("review", query: [("form", form), ("period", period.description)])
    case .verification(let form, let period):
      Link("verification", query: [("form", form), ("period", period.description)])
    case .task(let key): Link("responsibilities", key.description)
    case .ladder(let scope): LadderPages.link(of: scope)
    }
  }
}
