import HTTPTypes
import LedgerDomain
import LedgerOperations
import LedgerStore

/// What the catalogue tells besides its lists: populations, versions, working days, the burden.
enum CatalogueReadEndpoints {
  static let all: [Endpoint] = [populations, indicator, calendar, burden, setLimit]

  private static let populations = Endpoint(
    method: .get, path: "/populations", name: "populations.list", noun: "units",
    summary: BilingualText(zh: "人口一览，含来源。", en: "The populations and their sources."),
    access: .permission(.readCatalogue), query: Endpoint.Parameter.page,
    answer: .json(
      PageSchema.of(
        .object([
          .required("unit", SharedSchemas.code), .required("asOf", SharedSchemas.date),
          .required("persons", SharedSchemas.count),
          .required("source", .orNull(SharedSchemas.text)),
        ]))),
    handle: { call in
      let all = try await call.ledger.populations(by: call.actor())
      return .json(
        try Page(all, of: call, key: { "\($0.unit) \($0.asOf)" }).reply { one in
          [
            "unit": .string(one.unit), "asOf": .string(one.asOf.description),
            "persons": .integer(one.persons), "source": .optional(one.source),
          ]
        })
    })

  private static let indicator = Endpoint(
    method: .get, path: "/indicators/{code}", name: "indicators.read", noun: "indicators",
    summary: BilingualText(zh: "一个指标的历次版本。", en: "Every version of one indicator."),
    access: .permission(.readCatalogue),
    answer: .json(
      .object([
        .required("code", SharedSchemas.code),
        .required(
          "versions",
          .array(
            .object([
              .required("effective", SharedSchemas.period), .required("definition", .document),
            ]), max: 1_000)),
      ])),
    handle: { call in
      let code = call.part("code")
      let versions = try await call.ledger.indicatorHistory(code, by: call.actor())
      return .json([
        "code": .string(code),
        "versions": .array(
          versions.map {
            [
              "effective": .string(Month(containing: $0.from).description),
              "definition": $0.definition,
            ]
          }),
      ])
    })

  private static let calendar = Endpoint(
    method: .get, path: "/calendar", name: "calendar.list", noun: "forms",
    summary: BilingualText(
      zh: "与平常不同的日子，和每张报表的下三个到期日。",
      en: "The days that differ from the week, and the next three due days of each form."),
    access: .permission(.readCatalogue),
    answer: .json(
      .object([
        .required(
          "days",
          .array(
            .object([
              .required("day", SharedSchemas.date), .required("working", .boolean),
              .required("label", SharedSchemas.text),
            ]), max: 100_000)),
        .required(
          "due",
          .array(
            .object([
              .required("form", SharedSchemas.code), .required("period", SharedSchemas.period),
              .required("due", SharedSchemas.date), .required("units", SharedSchemas.count),
            ]), max: 10_000)),
      ])),
    handle: { call in
      let days = try await call.ledger.calendarDays(by: call.actor())
      let due = try await call.ledger.upcomingDays(3, by: call.actor())
      return .json([
        "days": .array(
          days.map {
            [
              "day": .string($0.day.description), "working": .bool($0.isWorking),
              "label": .string($0.name),
            ]
          }),
        "due": .array(
          due.map {
            [
              "form": .string($0.due.form.code), "period": .string($0.due.period.description),
              "due": .string($0.due.due.description), "units": .integer($0.units),
            ]
          }),
      ])
    })

  private static let burden = Endpoint(
    method: .get, path: "/burdens/{period}", name: "burdens.read", noun: "forms",
    summary: BilingualText(
      zh: "一个月要求填多少个数，和上限。", en: "How many figures a month asks for, and the limit."),
    access: .permission(.readCatalogue),
    answer: .json(
      .object([
        .required("period", SharedSchemas.period), .required("figures", SharedSchemas.count),
        .required("limit", .orNull(SharedSchemas.count)),
        .required(
          "forms",
          .array(
            .object([
              .required("form", SharedSchemas.code), .required("fields", SharedSchemas.count),
              .required("periods", SharedSchemas.count), .required("units", SharedSchemas.count),
              .required("figures", SharedSchemas.count),
            ]), max: 10_000)),
      ])),
    handle: { call in
      let month = try call.month()
      let burden = try await call.ledger.burden(in: month, by: call.actor())
      return .json([
        "period": .string(month.description), "figures": .integer(burden.figures),
        "limit": .optional(burden.limit),
        "forms": .array(
          burden.items.map {
            [
              "form": .string($0.form.code), "fields": .integer($0.form.fields.count),
              "periods": .integer($0.periods), "units": .integer($0.units),
              "figures": .integer($0.figures),
            ]
          }),
      ])
    })

  private static let setLimit = Endpoint(
    method: .post, path: "/burdens", name: "burdens.limit", noun: "forms",
    summary: BilingualText(
      zh: "定一个月至多要求填多少个数，自某月起。",
      en: "Set how many figures a month may ask for, from a month on."),
    access: .permission(.keepCatalogue),
    content: .json(
      .object([
        .required("effective", SharedSchemas.period), .required("figures", .integer(0...Int.max)),
      ])),
    answer: .json(.object([.required("added", .boolean)]), .created), isKeyed: true,
    handle: { call in
      let text = try call.json.required("effective").string()
      guard let month = Month(text) else {
        throw Refusal(MonthRefusal.periodMalformed, at: .pointer("/effective"), text)
      }
      let limit = BurdenLimit(
        effective: month, figures: try call.json.required("figures").integer(0...Int.max))
      return try await call.once({ (added: Bool) in .json(["added": .bool(added)], .created) }) {
        try await call.ledger.setBurdenLimit(limit, by: $0)
      }
    })
}
