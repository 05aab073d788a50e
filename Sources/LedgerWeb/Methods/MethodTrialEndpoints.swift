import HTTPTypes
import LedgerDomain
import LedgerOperations
import LedgerStore

/// Who would move if another version were in force.
enum MethodTrialEndpoints {
  static let all: [Endpoint] = [document, version]

  private static let document = Endpoint(
    method: .post, path: "/methods/trials", name: "methods.try", noun: "methods",
    summary: BilingualText(
      zh: "试算一份规则或方法：谁的颜色、名次会变，为什么；不保存。",
      en: "Try a document over published months: who would move, and why; nothing is kept."),
    access: .permission(.proposeMethod),
    content: .json(
      .object([
        .required("of", SharedSchemas.code), .required("kind", .word(MethodEndpoints.evaluating)),
        .optional("through", SharedSchemas.period, "The last month; the last published one."),
        .optional("months", .integer(1...24), "How many; 1 unless stated."),
        .required("definition", .document),
      ])),
    answer: answer, isUnhurried: true,
    handle: { call in
      let kind = try MethodVersion.Kind(rawValue: call.json.required("kind").string()) ?? .rules
      let last = try call.json.optional("through").map { text throws(Refusal) in
        guard let month = Month(try text.string()) else {
          throw Refusal(MonthRefusal.periodMalformed, at: text.place, try text.string())
        }
        return month
      }
      let trials = try await call.ledger.tryMethod(
        try call.json.required("definition").value, kind: kind,
        scope: try call.json.required("of").string(), through: last,
        months: try call.json.optional("months")?.integer(1...24) ?? 1, by: call.actor())
      return .json(["items": .array(trials.map(json))])
    })

  private static let version = Endpoint(
    method: .get, path: "/methods/{kind}/{of}/{code}/{version}/trials",
    name: "methods.try_version", noun: "methods",
    summary: BilingualText(
      zh: "试算一个已提出的版本。", en: "Try a version over published months; nothing is kept."),
    access: .permission(.readUnpublished),
    query: [
      .month("through"),
      Endpoint.Parameter(
        name: "months", text: "How many; 1 unless stated.", schema: .integer(1...24), form: "3",
        isValid: { Int($0).map { (1...24).contains($0) } ?? false }),
    ],
    answer: answer, isUnhurried: true,
    handle: { call in
      guard let kind = MethodVersion.Kind(rawValue: call.part("kind")),
        kind == .rules || kind == .index
      else {
        throw Refusal(RequestRefusal.pathUnknown)
      }
      let trials = try await call.ledger.tryMethod(
        kind: kind, scope: try call.unit("of"), code: call.part("code"),
        version: try call.number("version"), through: call.queryMonth("through"),
        months: call.query["months"].flatMap { Int($0) } ?? 1, by: call.actor())
      return .json(["items": .array(trials.map(json))])
    })

  private static let outcome = Schema.object([
    .required("colour", .orNull(.word(Colour.allCases.map(\.rawValue)))),
    .required("rank", .orNull(.string(.init(max: 8)))),
    .required("score", .orNull(.string(.init(max: 40)))),
  ])
  private static let answer = Endpoint.Answer.json(
    .object([
      .required(
        "items",
        .array(
          .object([
            .required("period", SharedSchemas.period),
            .required(
              "units",
              .array(
                .object([
                  .required("unit", SharedSchemas.code), .required("moved", .boolean),
                  .required("before", .orNull(outcome)), .required("after", outcome),
                  .required("hitting", .array(SharedSchemas.text, max: 1_000)),
                  .required("noLonger", .array(SharedSchemas.text, max: 1_000)),
                ]), max: 100_000)),
          ]), max: 24))
    ]))

  private static func json(_ trial: MethodTrial) -> JSONValue {
    [
      "period": .string(trial.month.description),
      "units": .array(
        trial.units.map { unit in
          var rules: (hitting: [String], noLonger: [String]) = ([], [])
          if case .rules(let hitting, let noLonger) = unit.reason { rules = (hitting, noLonger) }
          return [
            "unit": .string(unit.unit), "moved": .bool(unit.isMoved),
            "before": unit.before.map { json($0, trial.decimals.before) } ?? .null,
            "after": json(unit.after, trial.decimals.after),
            "hitting": .array(rules.hitting.map(JSONValue.string)),
            "noLonger": .array(rules.noLonger.map(JSONValue.string)),
          ]
        }),
    ]
  }

  private static func json(_ outcome: MethodTrial.Outcome, _ decimals: Int) -> JSONValue {
    [
      "colour": .optional(outcome.colour?.rawValue),
      "rank": .optional(Standing.rankText(doubled: outcome.doubledRank)),
      "score": .optional(outcome.score.map { ScoreText.text($0, decimals: decimals) }),
    ]
  }
}

/// A stored score as a decimal.
enum ScoreText {
  static func text(_ score: Int64, decimals: Int, shown: Int? = nil) -> String {
    var unit: Int128 = 1
    for _ in 0..<max(0, min(decimals, 9)) { unit *= 10 }
    return Fraction(Int128(score), over: unit).text(decimals: shown ?? decimals)
  }
}
