import LedgerDomain
import LedgerOperations
import LedgerStore

/// What requests about submissions carry.
enum SubmissionBody {
  /// A submission's figures.
  static let schema = Schema.object([
    .optional(
      "basedOn", .orNull(.integer(0...1_000_000)),
      "The revision that it corrects; none for the first."),
    .required(
      "figures",
      .array(
        .object([
          .required("indicator", SharedSchemas.code),
          .optional("value", .orNull(.decimal), "A number; null or left out when absent."),
          .optional("absence", .orNull(.string(.init(max: 40)))),
          .optional("note", .orNull(.string(.init(max: 400)))),
        ]), max: 200)),
  ])

  /// Reads a submission; the latest revision may be named by `If-Match` instead of `basedOn`.
  static func request(_ call: Call) throws -> SubmissionRequest {
    let (unit, form, period) = try call.submissionPlace()
    let value = try JSONValue(parsing: call.bytes)
    let json = JSONReader(value)
    try schema.check(json)
    var basedOn = try json.optional("basedOn").flatMap(integer)
    if let match = try call.ifMatch() { basedOn = match }
    let figures = try json.required("figures").elements().map { item in
      SubmissionRequest.Entry(
        indicator: try item.required("indicator").string(),
        value: try item.optional("value").flatMap(decimal),
        absence: try item.optional("absence").flatMap(text),
        note: try item.optional("note").flatMap(text))
    }
    return SubmissionRequest(
      unit: unit, form: form, period: period, basedOn: basedOn, figures: figures)
  }

  /// Reads a review.
  static func review(_ call: Call) throws -> RevisionReview {
    let (unit, form, period) = try call.submissionPlace()
    let json = call.json
    let reasons = try json.optional("reasons")?.elements().map { item in
      (try item.optional("indicator").flatMap(text), try item.required("text").string())
    }
    return RevisionReview(
      revision: RevisionKey(
        unit: unit, form: form, period: period,
        number: try json.required("revision").integer(1...1_000_000)),
      stage: try json.optional("stage").flatMap { Review.Stage(rawValue: try $0.string()) },
      decision: Review.Decision(rawValue: try json.required("decision").string()) ?? .return,
      reasons: reasons ?? [])
  }

  /// Reads a verification.
  static func verification(_ call: Call) throws -> VerificationRequest {
    let (unit, form, period) = try call.submissionPlace()
    let json = call.json
    let isDispute = try json.required("decision").string() == "dispute"
    let value = try json.optional("value").flatMap(decimal)
    guard isDispute == (value != nil) else {
      throw Refusal(FigureRefusal.blank, at: .pointer("/value"))
    }
    return VerificationRequest(
      unit: unit, form: form, period: period,
      revision: try json.required("revision").integer(1...1_000_000),
      indicator: try json.required("indicator").string(), figure: value,
      reason: try json.optional("reason")?.string() ?? "")
  }

  private static func text(_ json: JSONReader) throws(Refusal) -> String? {
    json.value == .null ? nil : try json.string()
  }

  private static func integer(_ json: JSONReader) throws(Refusal) -> Int? {
    json.value == .null ? nil : try json.integer(0...1_000_000)
  }

  /// The digits of a number as they were written, so that it stays exact.
  private static func decimal(_ json: JSONReader) throws(Refusal) -> String? {
    switch json.value {
    case .number(let digits): digits
    case .string(let text): text
    default: nil
    }
  }
}
