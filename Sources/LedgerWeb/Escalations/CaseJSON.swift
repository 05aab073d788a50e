import LedgerDomain
import LedgerOperations
import LedgerStore

/// Cases as programs read them.
enum CaseJSON {
  static let event = Schema.object([
    .required("number", SharedSchemas.count),
    .required("kind", .word(CaseEvent.Kind.allCases.map(\.rawValue))),
    .required("words", SharedSchemas.text), .required("evidence", SharedSchemas.text),
    .required("against", SharedSchemas.code), .required("presidingPost", SharedSchemas.text),
    .required("place", SharedSchemas.text), .required("on", SharedSchemas.date),
    .required("role", .word(Role.allCases.map(\.rawValue))),
    .required("recorded", SharedSchemas.date), .required("by", SharedSchemas.code),
  ])

  static let trigger = Schema.object([
    .required("number", SharedSchemas.count),
    .required("fact", .word(LadderFact.entered.map(\.rawValue))),
    .required("authority", SharedSchemas.text), .required("document", SharedSchemas.text),
    .required("issued", SharedSchemas.date), .required("recorded", SharedSchemas.date),
    .required("by", SharedSchemas.code),
  ])

  private static let due = Schema.object([
    .required("what", .named("BilingualText")),
    .required("needs", .orNull(.word(Ladder.Deed.allCases.map(\.rawValue)))),
    .required("due", .orNull(SharedSchemas.date)),
    .required(
      "state", .word(["waiting", "open", "paused", "overdue", "done", "late"])),
  ])

  private static let entry = Schema.object([
    .required("on", SharedSchemas.date),
    .required("what", .word(["proposed", "entered", "accepted", "refused", "happened"])),
    .required("by", SharedSchemas.code),
    .required("role", .orNull(.word(Role.allCases.map(\.rawValue)))),
    .required("edition", .orNull(SharedSchemas.count)),
    .required("decision", .orNull(SharedSchemas.count)),
    .required("event", .orNull(event)), .required("trigger", .orNull(trigger)),
  ])

  static let schema = Schema.object([
    .required("id", SharedSchemas.code), .required("unit", SharedSchemas.code),
    .required("name", .named("BilingualText")), .required("ladder", SharedSchemas.code),
    .required("step", SharedSchemas.count),
    .required("state", .word(["disputable", "paused", "in_effect", "ended"])),
    .required("stateDay", SharedSchemas.date, "Until, since, from or on which day."),
    .required("edition", SharedSchemas.count, "On which it rests."),
    .required("unsupportedBy", .orNull(SharedSchemas.count), "The edition that took its ground."),
    .required("dues", .array(due, max: 64)),
    .required("lacks", .array(.word(LadderFact.allCases.map(\.rawValue)), max: 16)),
    .required("history", .array(entry, max: 10_000)),
  ])

  static func json(_ event: CaseEvent) -> JSONValue {
    [
      "number": .integer(event.number), "kind": .string(event.kind.rawValue),
      "words": .string(event.words), "evidence": .string(event.evidence),
      "against": .string(event.against), "presidingPost": .string(event.presidingPost),
      "place": .string(event.place), "on": .string(event.heldOn.description),
      "role": .string(event.role.rawValue), "recorded": .string(event.day.description),
      "by": .string(event.recordedBy),
    ]
  }

  static func json(_ trigger: StepTrigger) -> JSONValue {
    [
      "number": .integer(trigger.number), "fact": .string(trigger.fact.rawValue),
      "authority": .string(trigger.authority), "document": .string(trigger.document),
      "issued": .string(trigger.issued.description),
      "recorded": .string(trigger.day.description), "by": .string(trigger.recordedBy),
    ]
  }

  static func json(_ shown: ShownCase) -> JSONValue {
    let own = shown.own
    let (word, day) = word(of: own.state)
    let isOpen = own.ending == nil
    return [
      "id": .string(own.key.description), "unit": .string(own.key.unit),
      "name": ["zh": .string(shown.name.zh), "en": .string(shown.name.en)],
      "ladder": .string(own.decision.ladder), "step": .integer(own.decision.to),
      "state": .string(word), "stateDay": .string(day.description),
      "edition": .integer(own.decision.edition),
      "unsupportedBy": isOpen ? shown.unit.unsupportedBy.map { .integer($0) } ?? .null : .null,
      "dues": .array(
        own.dues.map { due in
          [
            "what": [
              "zh": .string(due.deadline.what.zh), "en": .string(due.deadline.what.en),
            ],
            "needs": .optional(due.deadline.deed?.rawValue),
            "due": .optional(due.day?.description), "state": .string(due.state.rawValue),
          ]
        }),
      "lacks": .array(isOpen ? shown.unit.lacks.map { .string($0.rawValue) } : []),
      "history": .array(shown.entries.map(json)),
    ]
  }

  private static func word(of state: StepCase.State) -> (String, CalendarDate) {
    switch state {
    case .disputable(let day): ("disputable", day)
    case .paused(let day): ("paused", day)
    case .inEffect(let day): ("in_effect", day)
    case .ended(let day): ("ended", day)
    }
  }

  private static func json(_ entry: ShownCase.Entry) -> JSONValue {
    var (word, edition, decision) = ("happened", JSONValue.null, JSONValue.null)
    var (event, trigger) = (JSONValue.null, JSONValue.null)
    switch entry.what {
    case .proposed(let head): (word, edition) = ("proposed", .integer(head.number))
    case .entered(let entered): (word, trigger) = ("entered", json(entered))
    case .decided(let kept):
      (word, edition) = (
        kept.decision.isAccepted ? "accepted" : "refused", .integer(kept.decision.edition)
      )
      decision = .integer(kept.decision.number)
    case .happened(let happened): event = json(happened)
    }
    return [
      "on": .string(entry.day.description), "what": .string(word), "by": .string(entry.by),
      "role": .optional(entry.role?.rawValue), "edition": edition, "decision": decision,
      "event": event, "trigger": trigger,
    ]
  }
}
