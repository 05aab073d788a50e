import HTTPTypes
import LedgerDomain
import LedgerOperations

/// What must be reached.
enum TargetEndpoints {
  static let all: [Endpoint] = [list, add]

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
    access: .permission(.keepTargets), content: .file, answer: ImportReply.answer, isKeyed: true,
    handle: { call in
      let upload = try FileContent(call)
      return try await call.once(ImportReply.reply) {
        try await call.ledger.importTargets(upload.file, by: $0)
      }
    })

  private static func json(_ target: Target) -> JSONValue {
    [
      "unit": .string(target.unit), "indicator": .string(target.indicator),
      "year": .integer(target.year), "kind": .string(target.kind.rawValue),
      "value": .string(target.goal.description),
      "path": target.path.map { .array($0.map { .string($0.description) }) } ?? .null,
    ]
  }
}
