import LedgerDomain
import LedgerOperations

/// Records of the follow-up in JSON: what all have in common, and what only their noun has.
enum RecordJSON {
  /// What a form is filled in with; each noun takes its own members, and refuses what it lacks.
  static let form = Schema.object(
    Set(RecordNoun.allCases.flatMap { RecordField.all(of: $0).map(\.name) }).sorted().map {
      .optional($0, .orNull(.string(.init(max: 10_000))))
    })

  static let schema = Schema.object(members)

  private static let members: [Schema.Member] = [
    .required("id", SharedSchemas.code),
    .required("noun", .word(RecordNoun.allCases.map(\.rawValue))),
    .required("unit", SharedSchemas.code), .required("title", SharedSchemas.text),
    .required("day", SharedSchemas.date), .required("document", SharedSchemas.text),
    .required("state", .word(RecordState.allCases.map(\.rawValue))),
    .required("due", .orNull(SharedSchemas.date)), .required("overdue", .boolean),
    .required("details", details, "What only this noun has."),
  ]

  private static let details = Schema.object([
    .optional("by", SharedSchemas.code), .optional("line", SharedSchemas.code),
    .optional(
      "findings",
      .array(
        .object([
          .required("item", SharedSchemas.count), .required("words", SharedSchemas.text),
          .required("due", SharedSchemas.date), .required("state", SharedSchemas.code),
        ]), max: 1_000)),
    .optional("kind", SharedSchemas.code), .optional("standard", SharedSchemas.count),
    .optional("needs", .array(SharedSchemas.code, max: 10_000)),
    .optional("answered", .array(SharedSchemas.code, max: 10_000)),
    .optional("authority", SharedSchemas.text), .optional("issuer", SharedSchemas.text),
    .optional("period", SharedSchemas.period), .optional("place", SharedSchemas.count),
    .optional("ranked", .orNull(SharedSchemas.count)),
    .optional("from", SharedSchemas.date),
    .optional("clauses", .array(SharedSchemas.text, max: 1_000)),
  ])

  static let wholeSchema = Schema.object(
    members + [
      .required("criteria", .array(SharedSchemas.text, max: 1_000)),
      .required(
        "events",
        .array(
          .object([
            .required("number", SharedSchemas.count), .required("item", SharedSchemas.count),
            .required("act", .word(RecordAct.allCases.map(\.rawValue))),
            .required("unit", SharedSchemas.code), .required("day", SharedSchemas.date),
            .required("words", SharedSchemas.text), .required("document", SharedSchemas.text),
            .required("due", .orNull(SharedSchemas.date)), .required("by", SharedSchemas.code),
          ]), max: 100_000)),
      .required(
        "acts",
        .array(
          .object([
            .required("act", .word(RecordAct.allCases.map(\.rawValue))),
            .required("item", SharedSchemas.count),
          ]), max: 10_000), "What the caller may do with it now."),
    ])

  static func json(_ shown: ShownRecord) -> JSONValue { .object(values(shown)) }

  static func whole(_ shown: ShownRecord, _ overview: RecordOverview) -> JSONValue {
    let acts = shown.acts.map { act -> JSONValue in
      ["act": .string(act.act.rawValue), "item": .integer(act.item)]
    }
    return .object(
      values(shown) + [
        JSONValue.Member(
          "criteria", .array(overview.criteria(of: shown.record).map { .string($0) })),
        JSONValue.Member("events", .array(shown.events.map(event))),
        JSONValue.Member("acts", .array(acts)),
      ])
  }

  private static func values(_ shown: ShownRecord) -> [JSONValue.Member] {
    let (record, standing) = (shown.record, shown.standing)
    let values: [(String, JSONValue)] = [
      ("id", .string(record.key.description)), ("noun", .string(record.key.noun.rawValue)),
      ("unit", .string(record.unit)), ("title", .string(record.title)),
      ("day", .string(record.day.description)), ("document", .string(record.document)),
      ("state", .string(standing.state.rawValue)),
      ("due", .optional(standing.due?.description)), ("overdue", .bool(standing.isOverdue)),
      ("details", details(shown)),
    ]
    return values.map { JSONValue.Member($0.0, $0.1) }
  }

  private static func texts(_ texts: some Sequence<String>) -> JSONValue {
    .array(texts.map { .string($0) })
  }

  private static func details(_ shown: ShownRecord) -> JSONValue {
    switch shown.record.content {
    case .inspection(let inspection):
      [
        "by": .string(inspection.by), "line": .string(inspection.line.rawValue),
        "findings": .array(
          shown.standing.findings.map { finding in
            [
              "item": .integer(finding.finding.number), "words": .string(finding.finding.words),
              "due": .string(finding.due.description), "state": .string(finding.state.rawValue),
            ]
          }),
      ]
    case .noFraudUnit(let place):
      ["kind": .string(place.kind.rawValue), "standard": .integer(place.standard)]
    case .matter(let matter):
      ["needs": texts(matter.needs), "answered": texts(shown.standing.answered.sorted())]
    case .notice(let notice):
      ["kind": .string(notice.kind.rawValue), "authority": .string(notice.authority)]
    case .externalRank(let rank):
      [
        "authority": .string(rank.authority), "period": .string(rank.period.description),
        "kind": .string(rank.kind.rawValue), "place": .integer(rank.place),
        "ranked": rank.ranked.map { JSONValue.integer($0) } ?? .null,
      ]
    case .honour(let honour):
      ["kind": .string(honour.kind.rawValue), "issuer": .string(honour.issuer)]
    case .policyDocument(let document):
      [
        "issuer": .string(document.issuer), "from": .string(document.inForceFrom.description),
        "clauses": texts(document.clauses),
      ]
    }
  }

  private static func event(_ event: RecordEvent) -> JSONValue {
    [
      "number": .integer(event.number), "item": .integer(event.item),
      "act": .string(event.act.rawValue), "unit": .string(event.unit),
      "day": .string(event.day.description), "words": .string(event.words),
      "document": .string(event.document), "due": .optional(event.due?.description),
      "by": .string(event.actedBy),
    ]
  }
}
