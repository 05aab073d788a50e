import HTTPTypes
import LedgerDomain
import LedgerOperations

/// What must be reached.
enum TargetEndpoints {
  static let all: [Endpoint] = [list, add, attempt, changes]

  private static let year = Endpoint.Parameter(
    name: "year", text: "The year.", isRequired: true, schema: .integer(2000...2100),
    form: "2026", isValid: { Int($0).map { (2000...2100).contains($0) } ?? false })

  private static let list = Endpoint(
    method: .get, path: "/targets", name: "targets.list", noun: "targets",
    summary: BilingualText(zh: "一年的目标。", en: "The targets of a year."),
    access: .permission(.readTargets),
    query: [year, .unit("unit", "Only this unit's."), .text("indicator", "Only this indicator's.")]
      + Endpoint.Parameter.page,
    answer: .json(
      PageSchema.of(
        .object([
          .required("unit", SharedSchemas.code), .required("indicator", SharedSchemas.code),
          .required("year", .integer(2000...2100)),
          .required("kind", .word(TargetKind.allCases.map(\.rawValue))),
          .required("value", .string(.init(max: 40))),
          .required("path", .orNull(.array(.string(.init(max: 40)), max: 12))),
        ]))),
    handle: { call in
      let year = call.query["year"].flatMap { Int($0) } ?? 0
      let targets = try await call.ledger.targets(year: year, by: call.actor()).filter { target in
        (call.query["unit"].map { $0 == target.unit } ?? true)
          && (call.query["indicator"].map { $0 == target.indicator } ?? true)
      }
      let page = try Page(targets, of: call) { "\($0.unit)/\($0.indicator)/\($0.kind.rawValue)" }
      return .json(page.reply(json))
    })

  private static let add = Endpoint(
    method: .post, path: "/targets", name: "targets.import", noun: "targets",
    summary: BilingualText(zh: "导入目标（targets.csv）。", en: "Import targets (targets.csv)."),
    access: .permission(.keepTargets),
    query: [.text("reason", "Why; it stands in the journal.")], content: .file,
    answer: ImportReply.answer, isKeyed: true,
    handle: { call in
      let upload = try FileContent(call)
      return try await call.once(ImportReply.reply) {
        try await call.ledger.importTargets(
          upload.file, reason: call.query["reason"], by: $0)
      }
    })

  private static let attempt = Endpoint(
    method: .post, path: "/targets/trials", name: "targets.try", noun: "targets",
    summary: BilingualText(
      zh: "试算：若过去十二个月用此目标，各单位会怎样；不保存。",
      en: "Try targets over the last twelve months; nothing is kept."),
    access: .permission(.keepTargets),
    content: .json(
      .object([
        .required("year", .integer(2000...2100)), .required("indicator", SharedSchemas.code),
        .optional("of", SharedSchemas.code),
        .required(
          "targets",
          .array(
            .object([
              .required("unit", SharedSchemas.code),
              .required("kind", .word(TargetKind.allCases.map(\.rawValue))),
              .required("value", .string(.init(max: 40))),
              .optional("path", .array(.string(.init(max: 40)), max: 12)),
            ]), max: 10_000)),
      ])),
    answer: .json(
      .object([
        .required("months", .array(SharedSchemas.period, max: 12)),
        .required("rules", .orNull(SharedSchemas.code)),
        .required("rulesReadTargets", .boolean),
        .required("units", .array(trialSchema, max: 100_000)),
      ])),
    isUnhurried: true,
    handle: { call in
      let year = try call.json.required("year").integer(2000...2100)
      let indicator = try call.json.required("indicator").string()
      var targets: [Target] = []
      for item in try call.json.required("targets").elements() {
        targets.append(try target(item, indicator, year))
      }
      let trials = try await call.ledger.tryTargets(
        targets, of: indicator, year: year, scope: try call.json.optional("of")?.string(),
        by: call.actor())
      return .json([
        "months": .array(trials.months.map { .string($0.description) }),
        "rules": .optional(trials.rules.map { "\($0.id)/\($0.version)" }),
        "rulesReadTargets": .bool(trials.rulesReadTargets),
        "units": .array(trials.units.map(trial)),
      ])
    })

  private static let changes = Endpoint(
    method: .get, path: "/targets/changes", name: "targets.changes", noun: "targets",
    summary: BilingualText(
      zh: "一项指标一年目标的历次改动，新的在前。",
      en: "How an indicator's targets for a year came about, the newest first."),
    access: .permission(.readTargets),
    query: [
      year,
      Endpoint.Parameter(
        name: "indicator", text: "The indicator.", isRequired: true, form: "CASE_CNT"),
      .unit("unit", "Only this unit's."),
    ],
    answer: .json(
      .object([
        .required(
          "items",
          .array(
            .object([
              .required("unit", SharedSchemas.code),
              .required("kind", .word(TargetKind.allCases.map(\.rawValue))),
              .required("value", .string(.init(max: 40))),
              .required("from", .orNull(.string(.init(max: 40)))),
              .required("at", SharedSchemas.moment),
              .required("by", .orNull(SharedSchemas.code)),
              .required("reason", SharedSchemas.text),
            ]), max: 1_000_000))
      ])),
    handle: { call in
      let changes = try await call.ledger.targetChanges(
        year: call.query["year"].flatMap { Int($0) } ?? 0,
        indicator: call.query["indicator"] ?? "", by: call.actor())
      let items = changes.filter { change in
        call.query["unit"].map { $0 == change.target.unit } ?? true
      }
      return .json([
        "items": .array(
          items.map { change in
            [
              "unit": .string(change.target.unit),
              "kind": .string(change.target.kind.rawValue),
              "value": .string(change.target.goal.description),
              "from": .optional(change.previous?.goal.description),
              "at": .string(MomentText.text(change.recordedAt)),
              "by": .optional(change.recordedBy), "reason": .string(change.reason),
            ]
          })
      ])
    })

  private static let trialSchema = Schema.object([
    .required("unit", SharedSchemas.code), .required("met", SharedSchemas.count),
    .required("missed", SharedSchemas.count), .required("unknown", SharedSchemas.count),
    .required("red", SharedSchemas.count), .required("yellow", SharedSchemas.count),
    .required("blue", SharedSchemas.count), .required("grey", SharedSchemas.count),
  ])

  private static func trial(_ unit: String, _ trial: TargetTrial) -> JSONValue {
    var members = [
      JSONValue.Member("unit", .string(unit)), JSONValue.Member("met", .integer(trial.met)),
      JSONValue.Member("missed", .integer(trial.missed)),
      JSONValue.Member("unknown", .integer(trial.unknown)),
    ]
    for colour in Colour.allCases {
      members.append(JSONValue.Member(colour.rawValue, .integer(trial.colours[colour] ?? 0)))
    }
    return .object(members)
  }

  private static func target(
    _ json: JSONReader, _ indicator: String, _ year: Int
  ) throws(Refusal) -> Target {
    let word = try json.required("kind").string()
    guard let kind = TargetKind(rawValue: word) else {
      throw Refusal(
        TargetRefusal.kindUnknown, at: json.place, word,
        TargetKind.allCases.map(\.rawValue).joined(separator: ", "))
    }
    let path = try json.optional("path").map { list throws(Refusal) in
      var numbers: [FigureNumber] = []
      for item in try list.elements() { numbers.append(try number(item)) }
      return numbers
    }
    return try Target(
      unit: try json.required("unit").string(), indicator: indicator, year: year, kind: kind,
      goal: try number(try json.required("value")), path: path)
  }

  private static func number(_ json: JSONReader) throws(Refusal) -> FigureNumber {
    let text = try json.string()
    switch FigureText.number(text, decimals: 4) {
    case .success(let number): return number
    case .failure(let reason): throw Refusal(reason, at: json.place, text, "4")
    }
  }

  private static func json(_ target: Target) -> JSONValue {
    [
      "unit": .string(target.unit), "indicator": .string(target.indicator),
      "year": .integer(target.year), "kind": .string(target.kind.rawValue),
      "value": .string(target.goal.description),
      "path": target.path.map { .array($0.map { .string($0.description) }) } ?? .null,
    ]
  }
}
