import HTTPTypes
import LedgerDomain
import LedgerOperations

/// The figures that the ledger's own records know: looked at, then submitted.
enum RecordFigureEndpoints {
  static let all: [Endpoint] = [read, submit]

  private static let read = Endpoint(
    method: .get, path: "/record-figures/{period}", name: "record_figures.read",
    noun: "submissions",
    summary: BilingualText(
      zh: "台账记录得出的数值、依据，与已报数值的对照。",
      en: "What the ledger's records say of figures, and why, beside what was submitted."),
    access: .permission(.readSubmissions),
    query: [.text("form", "The form; the one of which the records know most unless stated.")],
    answer: .json(
      .object([
        .required("period", SharedSchemas.period), .required("form", SharedSchemas.code),
        .required("forms", .array(SharedSchemas.code, max: 1_000)),
        .required("digest", SharedSchemas.hash),
        .required(
          "units",
          .array(
            .object([
              .required("unit", SharedSchemas.code), .required("revision", SharedSchemas.count),
              .required(
                "figures",
                .array(
                  .object([
                    .required("indicator", SharedSchemas.code),
                    .required("recorded", .orNull(.string(.init(max: 40)))),
                    .required("source", .orNull(SharedSchemas.text)),
                    .required("submitted", .orNull(.string(.init(max: 40)))),
                    .required("changed", .boolean),
                  ]), max: 200)),
            ]), max: 100_000)),
      ])),
    handle: { call in
      let preview = try await call.ledger.recordFigures(
        try call.month(), form: call.query["form"], by: call.actor())
      return .json([
        "period": .string(preview.month.description), "form": .string(preview.form.code),
        "forms": .array(preview.forms.map { .string($0.code) }),
        "digest": .string(preview.digest),
        "units": .array(preview.units.map { json($0, call.language) }),
      ])
    })

  private static func json(_ unit: RecordPreview.Unit, _ language: Language) -> JSONValue {
    let figures = unit.fields.map { field -> JSONValue in
      var submitted: String?
      if case .number(let number)? = field.submitted { submitted = number.description }
      return [
        "indicator": .string(field.indicator),
        "recorded": .optional(field.recorded?.description),
        "source": .optional(field.source?.text(in: language)),
        "submitted": .optional(submitted), "changed": .bool(field.isChanged),
      ]
    }
    return [
      "unit": .string(unit.code), "revision": .integer(unit.latest), "figures": .array(figures),
    ]
  }

  private static let submit = Endpoint(
    method: .post, path: "/record-figures/{period}", name: "record_figures.submit",
    noun: "submissions",
    summary: BilingualText(
      zh: "把台账记录得出的数值作为报送提交，依据写入说明。",
      en: "Submit what the records say as revisions, with the sources as notes."),
    access: .permission(.submit),
    content: .json(
      .object([
        .required("form", SharedSchemas.code),
        .optional("digest", .orNull(SharedSchemas.hash), "What was looked at."),
        .optional(
          "given",
          .array(
            .object([
              .required("unit", SharedSchemas.code), .required("indicator", SharedSchemas.code),
              .required("value", .string(.init(max: 40))),
            ]), max: 1_000), "The figures that the records do not know."),
      ])),
    answer: .json(
      .object([
        .required("submissions", SharedSchemas.count), .required("unchanged", SharedSchemas.count),
      ]), .created), isKeyed: true,
    handle: { call in
      var request = RecordSubmission(
        month: try call.month(), form: try call.json.required("form").string())
      if let digest = try call.json.optional("digest"), digest.value != .null {
        request.digest = try digest.string()
      }
      for item in try call.json.optional("given")?.elements() ?? [] {
        request.given.append(
          RecordSubmission.Given(
            unit: try item.required("unit").string(),
            indicator: try item.required("indicator").string(),
            value: try item.required("value").string()))
      }
      return try await call.once({ (report: FigureImportReport) in
        .json(
          [
            "submissions": .integer(report.submissions), "unchanged": .integer(report.unchanged),
          ], .created)
      }) { [request] in try await call.ledger.submitRecordFigures(request, by: $0) }
    })
}
