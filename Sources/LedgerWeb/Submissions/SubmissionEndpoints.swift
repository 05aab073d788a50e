import HTTPTypes
import LedgerDomain
import LedgerOperations
import LedgerStore
import NIOCore

/// Figures: their submission, review and verification, and what a period still lacks.
enum SubmissionEndpoints {
  static let all: [Endpoint] = [
    list, due, read, draft, check, submit, review, verify, completeness, importFigures,
  ]

  static let place = "/submissions/{unit}/{form}/{period}"

  private static let list = Endpoint(
    method: .get, path: "/submissions", name: "submissions.list", noun: "submissions",
    summary: BilingualText(zh: "报送一览。", en: "The submissions in one's scope."),
    access: .permission(.readSubmissions),
    query: [
      .period(), .unit("unit", "Only this unit's."),
      .text("form", "Only of this form."),
      .word("state", "Only in this state.", of: SubmissionProgress.allCases.map(\.rawValue)),
    ] + Endpoint.Parameter.page,
    answer: .json(
      PageSchema.of(
        .object([
          .required("unit", SharedSchemas.code), .required("form", SharedSchemas.code),
          .required("period", SharedSchemas.period), .required("revision", SharedSchemas.count),
          .required("submittedBy", SharedSchemas.code),
          .required("state", .word(SubmissionProgress.allCases.map(\.rawValue))),
        ]))),
    handle: { call in
      let periods = call.query["period"].flatMap { Period($0) }.map { [$0] }
      let found = try await call.ledger.submissions(
        periods, form: call.query["form"], units: call.query["unit"].map { [$0] },
        by: call.actor()
      ).filter { item in call.query["state"].map { $0 == item.progress.rawValue } ?? true }
      return .json(try Page(found, of: call, key: \.state.latest.place).reply(json))
    })

  private static let due = Endpoint(
    method: .get, path: "/submissions/due", name: "submissions.due", noun: "submissions",
    summary: BilingualText(
      zh: "我要填报的：近几期应报的报表、截止日和现状，退回的在前。",
      en: "What the caller reports: due lately, by when, where it stands; returned ones first."),
    access: .permission(.submit),
    answer: .json(.object([.required("items", .array(SubmissionJSON.dueSchema, max: 1_000))])),
    handle: { call in
      let due = try await call.ledger.dueSubmissions(by: call.actor())
      return .json(["items": .array(due.map(SubmissionJSON.json))])
    })

  private static let read = Endpoint(
    method: .get, path: place, name: "submissions.read", noun: "submissions",
    summary: BilingualText(
      zh: "一份报送：现状、各版本、审核、核验和草稿。",
      en: "One submission: where it stands, every revision, reviews, verifications, the draft."),
    access: .permission(.readSubmissions), answer: .json(.document),
    handle: { call in
      let (unit, form, period) = try call.submissionPlace()
      let view = try await call.ledger.submission(unit, form, period, by: call.actor())
      let last = view.submission.revisions.last?.revision.number ?? 0
      let decisions = view.submission.reviews.count + view.submission.verifications.count
      let variant = view.isComplete ? "" : "-suppressed"
      let tag = "\"\(last)-\(decisions)-\(view.draft?.version ?? 0)\(variant)\""
      return Reply.json(SubmissionJSON.json(view, unit, form, period)).tagged(tag, for: call)
    })

  private static let draft = Endpoint(
    method: .put, path: place + "/draft", name: "submissions.save_draft", noun: "submissions",
    summary: BilingualText(
      zh: "保存草稿；草稿不是报送。", en: "Save what was typed; a draft is no submission."),
    access: .permission(.submit),
    content: .json(
      .object([
        .required("version", .integer(0...1_000_000), "The version it builds on; 0 for none."),
        .required(
          "content", .document,
          "Any document; the entry form shows one that looks like a submission: basedOn, figures."),
      ])),
    answer: .json(.object([.required("version", SharedSchemas.count)])),
    handle: { call in
      let (unit, form, period) = try call.submissionPlace()
      let version = try call.json.required("version").integer(0...1_000_000)
      let content = try call.json.required("content").value
      let saved = try await call.ledger.saveDraft(
        unit, form, period, over: version, content: content, by: call.actor())
      return .json(["version": .integer(saved)])
    })

  private static let check = Endpoint(
    method: .post, path: place + "/checks", name: "submissions.check", noun: "submissions",
    summary: BilingualText(
      zh: "核对而不报送。", en: "The checks of a submission, without the submission."),
    access: .permission(.submit), content: .scanned(SubmissionBody.schema),
    answer: .json(
      .object([
        .required("revision", SharedSchemas.count),
        .required("findings", .array(.named("Finding"), max: 1_000)),
      ])),
    handle: { call in
      let request = try SubmissionBody.request(call)
      let prepared = try await call.ledger.checkSubmission(request, by: call.actor())
      return .json([
        "revision": .integer(prepared.revision.number),
        "findings": SubmissionJSON.findings(prepared, call.language),
      ])
    })

  private static let submit = Endpoint(
    method: .post, path: place + "/revisions", name: "submissions.submit", noun: "submissions",
    summary: BilingualText(
      zh: "报送一个版本，得到回执。", en: "Submit a revision; gives its receipt."),
    access: .permission(.submit), content: .scanned(SubmissionBody.schema),
    answer: .json(
      .object([
        .required("unit", SharedSchemas.code), .required("form", SharedSchemas.code),
        .required("period", SharedSchemas.period), .required("revision", SharedSchemas.count),
        .required("receipt", .named("Receipt")),
        .required("findings", .array(.named("Finding"), max: 1_000)),
      ]), .created), isKeyed: true,
    handle: { call in
      let request = try SubmissionBody.request(call)
      let taken = try await call.ledger.submitRevision(
        request, key: call.key(), sha256: call.fingerprint, by: call.actor()
      ) { prepared, mark in reply(prepared, seq: mark, call.language).keptText }
      return try Reply(kept: taken.answer)
    })

  private static func reply(
    _ prepared: PreparedRevision, seq: String, _ language: Language
  ) -> Reply {
    let revision = prepared.revision
    var reply = Reply.json(
      [
        "unit": .string(revision.unit), "form": .string(revision.form),
        "period": .string(revision.period.description), "revision": .integer(revision.number),
        "receipt": ["chain": .string(revision.unit), "seq": .number(seq)],
        "findings": SubmissionJSON.findings(prepared, language),
      ], .created)
    reply.headers[.eTag] = "\"\(revision.number)\""
    reply.headers[.location] =
      "/api/v1/submissions/\(revision.unit)/\(revision.form)/\(revision.period)"
    return reply
  }

  private static let review = Endpoint(
    method: .post, path: place + "/reviews", name: "submissions.review", noun: "submissions",
    summary: BilingualText(
      zh: "通过或退回：先由本单位审核员，后由联席办。",
      en: "Approve or return: the unit's reviewer, and after that the office."),
    access: .signedIn([.reviewForUnit, .acceptForOffice]),
    content: .json(
      .object([
        .required("revision", .integer(1...1_000_000)),
        .required("decision", .word(["approve", "return"])),
        .optional("stage", .word(["unit", "office"])),
        .optional(
          "reasons",
          .array(
            .object([
              .optional("indicator", .orNull(SharedSchemas.code)), .required("text", .string()),
            ]), max: 200)),
      ])),
    answer: .json(
      .object([
        .required("revision", SharedSchemas.count), .required("stage", SharedSchemas.code),
        .required("decision", SharedSchemas.code),
      ]), .created), isKeyed: true,
    handle: { call in
      let request = try SubmissionBody.review(call)
      return try await call.once({ (review: Review) in
        .json(
          [
            "revision": .integer(review.revision.number), "stage": .string(review.stage.rawValue),
            "decision": .string(review.decision.rawValue),
          ], .created)
      }) { try await call.ledger.review(request, by: $0) }
    })

  private static let verify = Endpoint(
    method: .post, path: place + "/verifications", name: "figures.verify", noun: "submissions",
    summary: BilingualText(
      zh: "核实一个数值，或提出异议并给出自己的数值。",
      en: "Confirm a figure, or dispute it with one's own."),
    access: .permission(.verifyFigure),
    content: .json(
      .object([
        .required("revision", .integer(1...1_000_000)), .required("indicator", SharedSchemas.code),
        .required("decision", .word(["confirm", "dispute"])),
        .optional("value", .orNull(.decimal)), .optional("reason", .string()),
      ])),
    answer: Endpoint.Answer(status: .created, mediaTypes: []), isKeyed: true,
    handle: { call in
      let request = try SubmissionBody.verification(call)
      return try await call.once({ (_: Void) in .nothing(.created) }) {
        try await call.ledger.verifyFigure(request, by: $0)
      }
    })

  private static let completeness = Endpoint(
    method: .get, path: "/completeness", name: "completeness.read", noun: "submissions",
    summary: BilingualText(
      zh: "报送完整性：应报、已报、及时、修订。",
      en: "Completeness: expected, received, on time, revised."),
    access: .permission(.readSubmissions),
    query: [.period(isRequired: true), .unit("of", "Only this unit's.")]
      + Endpoint.Parameter.page,
    answer: .json(
      PageSchema.of(
        .object([
          .required("unit", SharedSchemas.code), .required("form", SharedSchemas.code),
          .required("period", SharedSchemas.period),
          .required("due", SharedSchemas.date), .required("received", .orNull(SharedSchemas.date)),
          .required("onTime", .boolean), .required("revised", .boolean),
          .required("revisions", SharedSchemas.count),
        ]))),
    handle: { call in
      guard let period = call.query["period"].flatMap({ Period($0) }) else {
        throw Refusal(RequestRefusal.parameterMissing, "period", "", "2026-01")
      }
      let all = try await call.ledger.completeness(of: period, by: call.actor()).filter { item in
        call.query["of"].map { $0 == item.unit } ?? true
      }
      return .json(
        try Page(all, of: call) { "\($0.unit)/\($0.form)" }.reply {
          SubmissionJSON.json($0, period)
        })
    })

  private static let importFigures = Endpoint(
    method: .post, path: "/figures", name: "figures.import", noun: "submissions",
    summary: BilingualText(
      zh: "导入数值文件（CSV 或 XLSX）：同样的核对，全部接受或全部拒绝。",
      en: "Import a file of figures (CSV or XLSX): the same checks, all rows or none."),
    access: .permission(.submit),
    query: [
      Endpoint.Parameter(name: "form", text: "The form.", isRequired: true, form: "…"),
      .word("acceptGoodRows", "Store the good rows although others are refused.", of: ["true"]),
      .word("revise", "Correct submissions that exist.", of: ["true"]),
    ],
    content: .file,
    answer: .json(
      .object([
        .required("rows", SharedSchemas.count), .required("refusedRows", SharedSchemas.count),
        .required("submissions", SharedSchemas.count),
        .required("unchanged", SharedSchemas.count),
      ]), .created), isKeyed: true, isUnhurried: true,
    handle: { call in
      let upload = try FileContent(call)
      var request = FigureImport(files: [upload.file], form: call.query["form"] ?? "")
      request.acceptsGoodRows = call.query["acceptGoodRows"] == "true"
      request.revises = call.query["revise"] == "true"
      let wanted = request
      return try await call.once({ (report: FigureImportReport) in
        .json(
          [
            "rows": .integer(report.rows), "refusedRows": .integer(report.refusedRows),
            "submissions": .integer(report.submissions), "unchanged": .integer(report.unchanged),
          ], .created)
      }) { try await call.ledger.importFigures(wanted, by: $0) }
    })

  private static func json(
    _ item: (state: SubmissionState, progress: SubmissionProgress)
  ) -> JSONValue {
    let latest = item.state.latest
    return [
      "unit": .string(latest.unit), "form": .string(latest.form),
      "period": .string(latest.period.description), "revision": .integer(latest.number),
      "submittedBy": .string(item.state.submittedBy), "state": .string(item.progress.rawValue),
    ]
  }
}

extension Endpoint.Parameter {
  /// A period of any frequency.
  static func period(isRequired: Bool = false) -> Self {
    Self(
      name: "period", text: "A month, week, day or quarter.", isRequired: isRequired,
      schema: .string(
        .init(max: 10, pattern: "^[0-9]{4}-(Q[1-4]|W[0-9]{2}|[0-9]{2}(-[0-9]{2})?)$")),
      form: "2026-01", isValid: { Period($0) != nil })
  }
}

extension RevisionKey {
  /// Where the submission stands in a list: texts that sort as the list does.
  fileprivate var place: String { "\(unit)/\(form)/\(period.firstDay)" }
}

extension Call {
  /// The unit, form and period of a submission's path.
  func submissionPlace() throws(Refusal) -> (unit: String, form: String, period: Period) {
    let unit = try unit()
    guard let period = Period(part("period")) else {
      throw Refusal(
        SubmissionRefusal.periodMalformed, at: .option("period"), part("period"), "2026-01")
    }
    return (unit, part("form"), period)
  }
}
