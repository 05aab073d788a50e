import HTTPTypes
import LedgerDomain
import LedgerOperations
import LedgerStore

/// The months there are, and what one still needs to be published.
enum MonthWorkEndpoints {
  static let all: [Endpoint] = [list, work]

  private static let states = Schema.word(["open", "closed", "reopening_proposed", "reopened"])

  private static let list = Endpoint(
    method: .get, path: "/months", name: "months.list", noun: "months",
    summary: BilingualText(zh: "各月的状态。", en: "The months and where each stands."),
    access: .permission(.readMonth), query: Endpoint.Parameter.page,
    answer: .json(
      PageSchema.of(
        .object([
          .required("period", SharedSchemas.period), .required("state", states),
          .required("open", .boolean),
        ]))),
    handle: { call in
      let months = try await call.ledger.months(by: call.actor())
      return .json(
        try Page(inOwnOrder: months, of: call, key: \.month.description).reply { month in
          [
            "period": .string(month.month.description), "state": .string(month.state),
            "open": .bool(month.isOpen),
          ]
        })
    })

  private static let work = Endpoint(
    method: .get, path: "/months/{period}/work", name: "months.work", noun: "months",
    summary: BilingualText(
      zh: "月结与发布的进度：经过、评价、提出和期刊版。",
      en: "How far a month is closed and published: events, evaluations, proposals, editions."),
    access: .permission(.proposeEdition),
    answer: .json(
      .object([
        .required("period", SharedSchemas.period), .required("ended", .boolean),
        .required("open", .boolean), .required("events", .array(.document, max: 10_000)),
        .required("publications", .array(.document, max: 1_000)),
      ])),
    handle: { call in
      let work = try await call.ledger.monthWork(try call.month(), by: call.actor())
      return .json([
        "period": .string(work.status.month.description), "ended": .bool(work.hasEnded),
        "open": .bool(work.isOpen), "events": .array(work.events.map(json)),
        "publications": .array(work.publications.map(json)),
      ])
    })

  private static func json(_ event: MonthEvent) -> JSONValue {
    [
      "event": .string(event.event.rawValue), "reason": .string(event.reason),
      "exceptions": .array(event.exceptions.map(JSONValue.string)),
      "until": .optional(event.reopenedUntil.map(MomentText.text)),
      "by": .string(event.decidedBy), "at": .string(MomentText.text(event.recordedAt)),
    ]
  }

  private static func json(_ work: PublicationWork) -> JSONValue {
    [
      "of": .string(work.scope), "kind": .string(work.kind), "units": .integer(work.units),
      "rules": .string(work.ruleSet), "method": .string(work.indexMethod),
      "evaluation": .optional(work.evaluation),
      "proposedBy": .array(work.proposedBy.map(JSONValue.string)),
      "editions": .array(work.editions.map { .integer($0.number) }),
    ]
  }
}
