import HTTPTypes
import LedgerDomain
import LedgerOperations
import LedgerStore

/// Who stands on which step of the ladder, what it proposes, and what people decide.
enum EscalationEndpoints {
  static let all: [Endpoint] = [list, decide, attempt]

  private static let list = Endpoint(
    method: .get, path: "/escalations", name: "escalations.list", noun: "escalations",
    summary: BilingualText(
      zh: "阶梯：各单位现在哪一档、待定的升降及其依据。",
      en: "Who stands on which step, and what the ladder proposes, with its evidence."),
    access: .permission(.readSteps),
    query: [
      Endpoint.Parameter(
        name: "of", text: "The unit below which the ladder is used.", isRequired: true,
        form: "SQ", isValid: { UnitTree.isCode($0) })
    ],
    answer: .json(
      .object([
        .required("of", SharedSchemas.code), .required("ladder", .document),
        .required("period", .orNull(SharedSchemas.period), "The last published month."),
        .required("items", .array(unit, max: 100_000)),
      ])),
    handle: { call in
      let found = try await call.ledger.escalations(
        of: call.query["of"] ?? "", by: call.actor())
      return .json([
        "of": .string(found.scope), "ladder": found.ladder.definition,
        "period": .optional(found.month?.description),
        "items": .array(found.units.map { json($0, found) }),
      ])
    })

  private static let decide = Endpoint(
    method: .post, path: "/escalations/{id}/decisions", name: "escalations.decide",
    noun: "escalations",
    summary: BilingualText(
      zh: "同意或不同意一项待定的升降；不同意须写明理由。",
      en: "Accept or refuse what the ladder proposes for a unit; a refusal needs a reason."),
    access: .permission(.decideStep),
    content: .json(
      .object([
        .required("of", SharedSchemas.code),
        .required("to", .integer(0...Ladder.stepsMax), "The step that was proposed."),
        .required("edition", SharedSchemas.count, "The edition that it rested on."),
        .required("after", SharedSchemas.count, "How many decisions on the unit were known."),
        .required("decision", .word(["accept", "refuse"])),
        .optional("reason", SharedSchemas.text), .optional("document", SharedSchemas.text),
      ])),
    answer: .json(decision, .created), isKeyed: true,
    handle: { call in
      let request = StepRequest(
        scope: try call.json.required("of").string(), unit: try call.unit("id"),
        to: try call.json.required("to").integer(0...Ladder.stepsMax),
        edition: try call.json.required("edition").integer(0...Int.max),
        after: try call.json.required("after").integer(0...Int.max),
        isAccepted: try call.json.required("decision").string() == "accept",
        reason: try call.json.optional("reason")?.string() ?? "",
        document: try call.json.optional("document")?.string() ?? "")
      return try await call.once({ Reply.json(json($0), .created) }) {
        try await call.ledger.decideStep(request, by: $0)
      }
    })

  private static let attempt = Endpoint(
    method: .post, path: "/escalations/trials", name: "escalations.try", noun: "escalations",
    summary: BilingualText(
      zh: "试算一份阶梯：过去 24 个月各单位会在哪一档；不保存。",
      en: "Try a ladder over the last 24 published months; nothing is kept."),
    access: .permission(.proposeMethod),
    content: .json(
      .object([.required("of", SharedSchemas.code), .required("definition", .document)])),
    answer: .json(
      .object([
        .required(
          "items",
          .array(
            .object([
              .required("unit", SharedSchemas.code), .required("step", SharedSchemas.count),
              .required("moves", .array(proposal, max: 24)),
            ]), max: 100_000))
      ])), isUnhurried: true,
    handle: { call in
      let trials = try await call.ledger.tryLadder(
        try call.json.required("definition").value,
        scope: try call.json.required("of").string(), by: call.actor())
      return .json([
        "items": .array(
          trials.map { trial in
            [
              "unit": .string(trial.unit), "step": .integer(trial.step),
              "moves": .array(trial.moves.map { json($0, edition: $0.edition) }),
            ]
          })
      ])
    })

  // MARK: - Schemas

  private static let proposal = Schema.object([
    .required("move", .word(StepMove.allCases.map(\.rawValue))),
    .required("from", SharedSchemas.count), .required("to", SharedSchemas.count),
    .required("period", SharedSchemas.period),
    .required("edition", .orNull(SharedSchemas.count), "Null in a forecast."),
    .required(
      "evidence",
      .array(
        .object([
          .required("period", SharedSchemas.period),
          .required("edition", .orNull(SharedSchemas.count)),
          .required("colour", .word(Colour.allCases.map(\.rawValue))),
          .required("rank", .orNull(.string(.init(max: 8)))),
          .required("ranked", SharedSchemas.count),
        ]), max: 64)),
    .required("facts", .array(.word(LadderFact.allCases.map(\.rawValue)), max: 16)),
  ])

  private static let decision = Schema.object([
    .required("number", SharedSchemas.count), .required("ladder", SharedSchemas.code),
    .required("move", .word(StepMove.allCases.map(\.rawValue))),
    .required("from", SharedSchemas.count), .required("to", SharedSchemas.count),
    .required("period", SharedSchemas.period), .required("edition", SharedSchemas.count),
    .required("decision", .word(["accept", "refuse"])),
    .required("reason", SharedSchemas.text), .required("document", SharedSchemas.text),
    .required("on", SharedSchemas.date), .required("by", SharedSchemas.code),
  ])

  private static let unit = Schema.object([
    .required("unit", SharedSchemas.code), .required("name", .named("BilingualText")),
    .required("step", SharedSchemas.count, "0 beside the ladder."),
    .required("since", .orNull(SharedSchemas.period)),
    .required("case", .orNull(SharedSchemas.code), "The open case."),
    .required("proposal", .orNull(proposal)),
    .required(
      "lacks", .array(.word(LadderFact.allCases.map(\.rawValue)), max: 16),
      "What has to be on record before it is accepted."),
    .required("forecast", .orNull(proposal), "If the next month is like the latest one."),
    .required("decisions", .array(decision, max: 10_000)),
  ])

  // MARK: - JSON

  private static func json(_ unit: Escalations.Unit, _ found: Escalations) -> JSONValue {
    [
      "unit": .string(unit.code),
      "name": ["zh": .string(unit.name.zh), "en": .string(unit.name.en)],
      "step": .integer(unit.standing.step),
      "since": .optional(unit.standing.decision?.month.description),
      "case": .optional(unit.openCase?.key.description),
      "proposal": unit.proposal.map { json($0, edition: found.edition(of: $0, unit)) } ?? .null,
      "lacks": .array(unit.lacks.map { .string($0.rawValue) }),
      "forecast": unit.forecast.map { json($0, edition: nil) } ?? .null,
      "decisions": .array(unit.decisions.map(json)),
    ]
  }

  private static func json(_ proposal: StepProposal, edition: Int?) -> JSONValue {
    [
      "move": .string(proposal.move.rawValue), "from": .integer(proposal.from),
      "to": .integer(proposal.to), "period": .string(proposal.month.description),
      "edition": edition.map { .integer($0) } ?? .null,
      "evidence": .array(
        proposal.evidence.map { month in
          [
            "period": .string(month.month.description),
            "edition": month.edition.map { .integer($0) } ?? .null,
            "colour": .string(month.colour.rawValue),
            "rank": .optional(Standing.rankText(doubled: month.doubledRank)),
            "ranked": .integer(month.ranked),
          ]
        }),
      "facts": .array(proposal.facts.map { .string($0.rawValue) }),
    ]
  }

  private static func json(_ kept: KeptDecision) -> JSONValue {
    [
      "number": .integer(kept.decision.number), "ladder": .string(kept.decision.ladder),
      "move": .string(kept.decision.move.rawValue), "from": .integer(kept.decision.from),
      "to": .integer(kept.decision.to), "period": .string(kept.decision.month.description),
      "edition": .integer(kept.decision.edition),
      "decision": kept.decision.isAccepted ? "accept" : "refuse",
      "reason": .string(kept.reason), "document": .string(kept.document),
      "on": .string(kept.decision.day.description), "by": .string(kept.decidedBy),
    ]
  }
}
