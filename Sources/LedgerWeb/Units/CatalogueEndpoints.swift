import HTTPTypes
import LedgerDomain
import LedgerOperations
import LedgerStore

/// Units, populations, indicators, forms and the calendar.
enum CatalogueEndpoints {
  static let all: [Endpoint] =
    [units, unit, indicators, forms, calendar]
    + [importUnits, importPopulations, importCalendar, importIndicators, importForm]

  private static let asOf = Endpoint.Parameter.day(
    "asOf", "As it was on that day; today otherwise.")

  private static let units = Endpoint(
    method: .get, path: "/units", name: "units.list", noun: "units",
    summary: BilingualText(zh: "单位一览。", en: "The units."),
    access: .permission(.readCatalogue),
    query: [
      asOf, .text("kind", "Only units of this kind."),
      .unit("of", "Only units directly below this one."),
    ] + Endpoint.Parameter.page,
    answer: .json(PageSchema.of(unitSchema)),
    handle: { call in
      let day = call.query["asOf"].flatMap { CalendarDate($0) }
      let units = try await call.ledger.units(on: day, by: call.actor()).filter { unit in
        (call.query["kind"].map { $0 == unit.kind } ?? true)
          && (call.query["of"].map { $0 == unit.parent } ?? true)
      }
      return .json(try Page(units, of: call, key: \.code).reply(json))
    })

  private static let unit = Endpoint(
    method: .get, path: "/units/{code}", name: "units.read", noun: "units",
    summary: BilingualText(zh: "一个单位及其历史。", en: "One unit with its history."),
    access: .permission(.readCatalogue),
    answer: .json(
      .object([
        .required("code", SharedSchemas.code),
        .required("versions", .array(unitSchema, max: 1_000)),
        .required(
          "populations",
          .array(
            .object([
              .required("asOf", SharedSchemas.date), .required("persons", SharedSchemas.count),
            ]), max: 1_000)),
      ])),
    handle: { call in
      let code = try call.unit("code")
      let history = try await call.ledger.unitHistory(code, by: call.actor())
      return .json([
        "code": .string(code), "versions": .array(history.versions.map(json)),
        "populations": .array(
          history.populations.map {
            ["asOf": .string($0.asOf.description), "persons": .integer($0.persons)]
          }),
      ])
    })

  private static let indicators = Endpoint(
    method: .get, path: "/indicators", name: "indicators.list", noun: "indicators",
    summary: BilingualText(zh: "指标一览。", en: "The indicators, as their documents say."),
    access: .permission(.readCatalogue), query: [asOf],
    answer: .json(.object([.required("items", .array(.document, max: 10_000))])),
    handle: { call in
      let day = call.query["asOf"].flatMap { CalendarDate($0) }
      return .json(["items": .array(try await call.ledger.indicators(on: day, by: call.actor()))])
    })

  private static let forms = Endpoint(
    method: .get, path: "/forms", name: "forms.list", noun: "forms",
    summary: BilingualText(zh: "报表一览。", en: "The forms, every version."),
    access: .permission(.readCatalogue),
    answer: .json(.object([.required("items", .array(.document, max: 10_000))])),
    handle: { call in
      let forms = try await call.ledger.forms(by: call.actor())
      return .json(["items": .array(forms.map(\.definition))])
    })

  private static let calendar = Endpoint(
    method: .get, path: "/calendar/{period}", name: "calendar.read", noun: "forms",
    summary: BilingualText(
      zh: "一个月要报什么、何时到期。", en: "What a month asks of whom, and by when."),
    access: .permission(.readCatalogue),
    answer: .json(
      .object([
        .required("period", SharedSchemas.period), .required("firstDay", SharedSchemas.date),
        .required("lastDay", SharedSchemas.date),
        .required(
          "due",
          .array(
            .object([
              .required("form", SharedSchemas.code), .required("kind", SharedSchemas.code),
              .required("due", SharedSchemas.date), .required("units", SharedSchemas.count),
              .required("fields", SharedSchemas.count),
            ]), max: 1_000)),
      ])),
    handle: { call in
      let month = try call.month()
      let due = try await call.ledger.dueDates(in: month, by: call.actor())
      return .json([
        "period": .string(month.description), "firstDay": .string(month.firstDay.description),
        "lastDay": .string(month.lastDay.description),
        "due": .array(
          due.map {
            [
              "form": .string($0.form), "kind": .string($0.kind),
              "due": .string($0.due.description), "units": .integer($0.units),
              "fields": .integer($0.fields),
            ]
          }),
      ])
    })

  // MARK: - What the office adds

  private static let importUnits = Endpoint(
    method: .post, path: "/units", name: "units.import", noun: "units",
    summary: BilingualText(zh: "导入单位（units.csv）。", en: "Import units (units.csv)."),
    access: .permission(.keepCatalogue), content: .file, answer: ImportReply.answer, isKeyed: true,
    isUnhurried: true,
    handle: { call in
      let upload = try FileContent(call)
      return try await call.once(ImportReply.reply) {
        try await call.ledger.importUnits(upload.file, by: $0)
      }
    })

  private static let importPopulations = Endpoint(
    method: .post, path: "/populations", name: "populations.import", noun: "units",
    summary: BilingualText(zh: "导入人口（populations.csv）。", en: "Import populations."),
    access: .permission(.keepCatalogue), content: .file, answer: ImportReply.answer, isKeyed: true,
    isUnhurried: true,
    handle: { call in
      let upload = try FileContent(call)
      return try await call.once(ImportReply.reply) {
        try await call.ledger.importPopulations(upload.file, by: $0)
      }
    })

  private static let importCalendar = Endpoint(
    method: .post, path: "/calendar", name: "calendar.import", noun: "forms",
    summary: BilingualText(
      zh: "导入工作日例外（节假日、调休）。", en: "Import days that differ from the week."),
    access: .permission(.keepCatalogue), content: .file, answer: ImportReply.answer, isKeyed: true,
    handle: { call in
      let upload = try FileContent(call)
      return try await call.once(ImportReply.reply) {
        try await call.ledger.importCalendar(upload.file, by: $0)
      }
    })

  private static let importIndicators = Endpoint(
    method: .post, path: "/indicators", name: "indicators.import", noun: "indicators",
    summary: BilingualText(
      zh: "导入指标，自某月起生效。", en: "Import indicators, in force from a month on."),
    access: .permission(.keepCatalogue), query: [.month("effective", isRequired: true)],
    content: .json(.document), answer: ImportReply.answer, isKeyed: true,
    handle: { call in
      let month = call.queryMonth("effective") ?? Month(index: 0)
      let document = call.body
      return try await call.once(ImportReply.reply) {
        try await call.ledger.importIndicators(document, effective: month, by: $0)
      }
    })

  private static let importForm = Endpoint(
    method: .post, path: "/forms", name: "forms.import", noun: "forms",
    summary: BilingualText(zh: "导入一张报表。", en: "Import a form."),
    access: .permission(.keepCatalogue), content: .json(.document), answer: ImportReply.answer,
    isKeyed: true,
    handle: { call in
      let document = call.body
      return try await call.once(ImportReply.reply) {
        try await call.ledger.importForm(document, by: $0)
      }
    })

  private static let unitSchema = Schema.object([
    .required("code", SharedSchemas.code), .required("name", .named("BilingualText")),
    .required("kind", SharedSchemas.code), .required("parent", .orNull(SharedSchemas.code)),
    .required("group", .orNull(SharedSchemas.code)), .required("validFrom", SharedSchemas.date),
    .required("ended", .boolean),
  ])

  private static func json(_ unit: UnitVersion) -> JSONValue {
    [
      "code": .string(unit.code), "name": unit.name.json, "kind": .string(unit.kind),
      "parent": .optional(unit.parent), "group": .optional(unit.group),
      "validFrom": .string(unit.validFrom.description), "ended": .bool(unit.isEnded),
    ]
  }
}

/// What an import answers.
enum ImportReply {
  static let answer = Endpoint.Answer.json(
    .object([
      .required("added", SharedSchemas.count), .required("unchanged", SharedSchemas.count),
    ]), .created)

  @Sendable static func reply(_ report: ImportReport) -> Reply {
    .json(
      ["added": .integer(report.added), "unchanged": .integer(report.unchanged)], .created)
  }
}
