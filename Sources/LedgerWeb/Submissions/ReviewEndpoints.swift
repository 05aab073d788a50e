import HTTPTypes
import LedgerDomain
import LedgerOperations
import LedgerStore

/// What waits for a reviewer, the office or a verifier.
enum ReviewEndpoints {
  static let all: [Endpoint] = [queue, approve, sheet, verifications]

  private static let filter: [Endpoint.Parameter] = [
    .period(), .text("form", "Only of this form."),
  ]

  private static let queue = Endpoint(
    method: .get, path: "/reviews", name: "reviews.queue", noun: "submissions",
    summary: BilingualText(
      zh: "待本账号审核的报送，有异常的在前。",
      en: "What waits for one's decision, that with something to look at first."),
    access: .signedIn([.reviewForUnit, .acceptForOffice]),
    query: filter + Endpoint.Parameter.page,
    answer: .json(
      PageSchema.of(
        .object(
          keyMembers + [
            .required("stage", .word(["unit", "office"])),
            .required("submittedBy", SharedSchemas.code),
            .required("waitingSince", SharedSchemas.moment),
            .required("flags", SharedSchemas.count, "Figures that somebody has to look at."),
          ]))),
    handle: { call in
      let items = try await call.ledger.reviewQueue(
        form: call.query["form"], period: call.query["period"].flatMap { Period($0) },
        by: call.actor())
      return .json(
        try Page(inOwnOrder: items, of: call) { $0.waiting.key.object }.reply(json))
    })

  private static func json(_ item: ReviewItem) -> JSONValue {
    .object(
      members(item.waiting.key) + [
        JSONValue.Member("stage", .string(item.waiting.stage.rawValue)),
        JSONValue.Member("submittedBy", .string(item.waiting.submittedBy)),
        JSONValue.Member("waitingSince", .string(MomentText.text(item.waiting.waitingSince))),
        JSONValue.Member("flags", .integer(item.sheet.flags)),
      ])
  }

  /// What names a revision.
  private static let keyMembers: [Schema.Member] = [
    .required("unit", SharedSchemas.code), .required("form", SharedSchemas.code),
    .required("period", SharedSchemas.period), .required("revision", .integer(1...1_000_000)),
  ]
  private static let keySchema = Schema.object(keyMembers)

  private static let approve = Endpoint(
    method: .post, path: "/reviews/approvals", name: "reviews.approve", noun: "submissions",
    summary: BilingualText(
      zh: "批量通过没有异常、变动、缺报和异议的版本；其余逐一说明为何未通过。",
      en: "Approve several revisions in which there is nothing to look at; the others are named."),
    access: .signedIn([.reviewForUnit, .acceptForOffice]),
    content: .json(
      .object([.required("revisions", .array(keySchema, max: Ledger.approvedAtOnceMax))])),
    answer: .json(
      .object([
        .required("approved", .array(keySchema, max: Ledger.approvedAtOnceMax)),
        .required(
          "refused",
          .array(
            .object(
              keyMembers + [
                .required("code", SharedSchemas.code), .required("text", SharedSchemas.text),
              ]), max: Ledger.approvedAtOnceMax)),
      ]), .created), isKeyed: true,
    handle: { call in
      let keys = try call.json.required("revisions").elements().map(key)
      let language = call.language
      return try await call.once({ (done: BulkApproval) in
        .json(
          [
            "approved": .array(done.approved.map { .object(members($0)) }),
            "refused": .array(
              done.refused.map { item in
                .object(
                  members(item.revision) + [
                    JSONValue.Member("code", .string(item.why.code)),
                    JSONValue.Member("text", .string(item.why.text(in: language))),
                  ])
              }),
          ], .created)
      }) { try await call.ledger.approveClean(keys, by: $0) }
    })

  private static func key(_ json: JSONReader) throws -> RevisionKey {
    let period = try json.required("period")
    guard let known = Period(try period.string()) else {
      throw Refusal(
        SubmissionRefusal.periodMalformed, at: period.place, try period.string(), "2026-01")
    }
    return RevisionKey(
      unit: try json.required("unit").string(), form: try json.required("form").string(),
      period: known, number: try json.required("revision").integer(1...1_000_000))
  }

  private static func members(_ key: RevisionKey) -> [JSONValue.Member] {
    [
      JSONValue.Member("unit", .string(key.unit)), JSONValue.Member("form", .string(key.form)),
      JSONValue.Member("period", .string(key.period.description)),
      JSONValue.Member("revision", .integer(key.number)),
    ]
  }

  private static let sheet = Endpoint(
    method: .get, path: SubmissionEndpoints.place + "/sheet", name: "submissions.sheet",
    noun: "submissions",
    summary: BilingualText(
      zh: "最新版本与上一版、上期和上年同期的对照。",
      en: "The latest revision beside the one before, the period before and last year."),
    access: .signedIn([.reviewForUnit, .acceptForOffice, .verifyFigure]),
    answer: .json(
      .object([
        .required("revision", .orNull(SharedSchemas.count)),
        .required("stage", .orNull(.word(["unit", "office"]))),
        .required("obstacle", .orNull(SharedSchemas.code)),
        .required("lines", .array(.document, max: 200)),
      ])),
    handle: { call in
      let (unit, form, period) = try call.submissionPlace()
      let known = try await call.ledger.reviewCase(unit, form, period, by: call.actor())
      return .json([
        "revision": .optional(known.sheet?.revision.number),
        "stage": .optional(known.stage?.rawValue), "obstacle": .optional(known.obstacle?.code),
        "lines": .array((known.sheet?.lines ?? []).map { json($0, call.language) }),
      ])
    })

  private static func json(_ line: ReviewSheet.Line, _ language: Language) -> JSONValue {
    func value(_ figure: Figure?) -> JSONValue {
      if case .number(let number)? = figure { .string(number.description) } else { .null }
    }
    return [
      "indicator": .string(line.indicator), "value": value(line.figure),
      "previous": value(line.previous), "before": value(line.before),
      "yearEarlier": value(line.yearEarlier), "note": .optional(line.note),
      "oddities": .array(line.oddities.map { .string($0.text(in: language)) }),
      "disputed": line.isDisputed.map(JSONValue.bool) ?? .null, "flagged": .bool(line.isFlagged),
    ]
  }

  private static let verifications = Endpoint(
    method: .get, path: "/verifications", name: "figures.queue", noun: "submissions",
    summary: BilingualText(
      zh: "可由本账号核验的报送。", en: "The submissions whose figures one may verify."),
    access: .permission(.verifyFigure), query: filter + Endpoint.Parameter.page,
    answer: .json(
      PageSchema.of(
        .object(
          keyMembers + [
            .required("figures", SharedSchemas.count), .required("verified", SharedSchemas.count),
            .required("disputed", SharedSchemas.count),
          ]))),
    handle: { call in
      let items = try await call.ledger.verificationQueue(
        form: call.query["form"], period: call.query["period"].flatMap { Period($0) },
        by: call.actor())
      return .json(
        try Page(inOwnOrder: items, of: call) { $0.waiting.key.object }.reply { item in
          .object(
            members(item.waiting.key) + [
              JSONValue.Member("figures", .integer(item.sheet.lines.count)),
              JSONValue.Member("verified", .integer(item.verified)),
              JSONValue.Member("disputed", .integer(item.disputed)),
            ])
        })
    })
}
