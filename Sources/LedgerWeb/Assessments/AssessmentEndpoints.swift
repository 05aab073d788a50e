import HTTPTypes
import LedgerDomain
import LedgerOperations
import LedgerStore

/// The annual assessment of units, and sealing a year.
enum AssessmentEndpoints {
  static let all: [Endpoint] = [list, read, seal]

  private static let sealed = Schema.object([
    .required("of", SharedSchemas.code), .required("year", SharedSchemas.count),
    .required("version", SharedSchemas.count), .required("method", SharedSchemas.code),
    .required("sha256", SharedSchemas.hash), .required("reason", SharedSchemas.text),
    .required("by", SharedSchemas.code),
  ])

  private static func json(_ sealed: SealedAssessment) -> JSONValue {
    [
      "of": .string(sealed.scope), "year": .integer(sealed.year),
      "version": .integer(sealed.number), "method": .string(sealed.method),
      "sha256": .string(hexadecimal(sealed.sha256)), "reason": .string(sealed.reason),
      "by": .string(sealed.sealedBy),
    ]
  }

  private static let list = Endpoint(
    method: .get, path: "/assessments", name: "assessments.list", noun: "assessments",
    summary: BilingualText(zh: "已定稿的年度考核。", en: "The years that are assessed and sealed."),
    access: .permission(.readAssessments), query: Endpoint.Parameter.page,
    answer: .json(PageSchema.of(sealed)),
    handle: { call in
      let all = try await call.ledger.sealedAssessments(by: call.actor())
      return .json(
        try Page(inOwnOrder: all, of: call) { "\($0.scope)/\($0.year)/\($0.number)" }.reply(json))
    })

  private static let read = Endpoint(
    method: .get, path: "/assessments/{year}", name: "assessments.read", noun: "assessments",
    summary: BilingualText(
      zh: "一个年度的考核：每个单位的得分、失分及出处。",
      en: "A year's assessment: each unit's marks, and what they were lost by."),
    access: .permission(.readAssessments),
    query: [
      .unit("of", "The unit below which units are assessed."),
      .word("state", "What the year would be now, although it is sealed.", of: ["unsealed"]),
    ],
    answer: .json(
      .object([
        .required("of", SharedSchemas.code), .required("year", SharedSchemas.count),
        .required("sealed", .orNull(sealed)), .required("method", SharedSchemas.code),
        .required("sha256", SharedSchemas.hash),
        .required("sheets", .array(.document, max: 100_000)),
      ])),
    handle: { call in
      let found = try await call.ledger.assessment(
        of: call.assessedYear(), scope: call.query["of"], isPreview: call.query["state"] != nil,
        by: call.actor())
      return .json([
        "of": .string(found.scope), "year": .integer(found.year),
        "sealed": found.sealed.map(json) ?? .null, "method": .string(found.method),
        "sha256": .string(hexadecimal(found.sha256)),
        "sheets": .array(found.sheets.map(\.document)),
      ])
    })

  private static let seal = Endpoint(
    method: .post, path: "/assessments/{year}/seals", name: "assessments.seal",
    noun: "assessments",
    summary: BilingualText(
      zh: "年度考核定稿；重新定稿须写明原因。",
      en: "Seal a year's assessment; to seal it again takes a reason."),
    access: .permission(.sealAssessment),
    content: .json(
      .object([
        .required("of", SharedSchemas.code),
        .optional("sha256", .orNull(SharedSchemas.hash), "What was looked at."),
        .optional("reason", SharedSchemas.text),
      ])), answer: .json(sealed, .created), isKeyed: true, isUnhurried: true,
    handle: { call in
      var request = SealRequest(
        year: try call.assessedYear(), scope: try call.json.required("of").string())
      if let digest = try call.json.optional("sha256"), digest.value != .null {
        request.sha256 = try digest.string()
      }
      request.reason = try call.json.optional("reason")?.string() ?? ""
      return try await call.once({ (kept: SealedAssessment) in .json(json(kept), .created) }) {
        [request] in try await call.ledger.sealAssessment(request, by: $0)
      }
    })
}
