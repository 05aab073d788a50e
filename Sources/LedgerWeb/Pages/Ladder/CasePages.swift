import HTTPTypes
import LedgerDomain
import LedgerOperations
import LedgerStore

/// The pages of cases, and the forms on them.
enum CasePages {
  static let all: [Endpoint] = [show, send, object, answer, record, extend]

  static func link(_ key: CaseKey) -> Link { Link("ladder", "cases", key.description) }

  private static let show = Endpoint.page(
    .get, "/ladder/cases/{id}", "page.case", access: .permission(.readSteps),
    query: [.word("done", "What was just recorded.", of: CaseEvent.Kind.allCases.map(\.rawValue))],
    handle: { call in try await page(call, nil) })

  private static func page(_ call: Call, _ attempt: CaseAttempt?) async throws -> Reply {
    let shown = try await call.ledger.stepCase(call.caseKey(), by: call.actor())
    return await CasePage(call: call, shown: shown, attempt: attempt).reply()
  }

  private static let send = act("replies", "page.case.reply", .answerStep, "send") { call in
    try kind(call, among: CaseEvent.Kind.ofUnit)
  }
  private static let object = act("objections", "page.case.object", .answerStep, "object") { _ in
    .objection
  }
  private static let answer = act(
    "objections/decisions", "page.case.decide_objection", .decideObjection, "answer"
  ) { call in
    call.form["act"] == "uphold" ? .objectionUpheld : .objectionRejected
  }
  private static let record = act("records", "page.case.record", .recordStep, "record") { call in
    try kind(call, among: CaseEvent.Kind.ofOffice)
  }
  private static let extend = act(
    "continuations", "page.case.continue", .decideStep, "extend"
  ) { _ in .continued }

  private static func kind(
    _ call: Call, among kinds: [CaseEvent.Kind]
  ) throws(Refusal) -> CaseEvent.Kind {
    let word = call.form["kind"] ?? ""
    guard let kind = kinds.first(where: { $0.rawValue == word }) else {
      throw Refusal(
        RequestRefusal.parameterMalformed, at: .option("kind"), "kind", word,
        kinds.map(\.rawValue).joined(separator: " | "))
    }
    return kind
  }

  private static func act(
    _ path: String, _ name: String, _ permission: Permission, _ form: String,
    _ kind: @escaping @Sendable (Call) throws -> CaseEvent.Kind
  ) -> Endpoint {
    .act("/ladder/cases/{id}/\(path)", name, access: .permission(permission)) { call in
      let key = try call.caseKey()
      let what = try kind(call)
      return try await call.see(
        { (event: CaseEvent) in link(key).adding("done", event.kind.rawValue) },
        field: { CaseAttempt.field(of: $0, form) },
        again: { try await page(call, CaseAttempt(form: form, tried: $0)) },
        { actor in
          var request = CaseEventRequest(
            key, what, words: try call.form.text("words", max: 500),
            evidence: try call.form.text("evidence", max: 200))
          request.against = try call.form.text("against", max: 64)
          request.presidingPost = try call.form.text("presiding_post", max: 200)
          request.place = try call.form.text("place", max: 200)
          request.heldOn = try call.day("on")
          return try await call.ledger.record(request, by: actor)
        })
    }
  }
}

/// A form on a case that was not taken.
struct CaseAttempt: Sendable {
  /// Which form.
  let form: String
  let tried: FormAttempt

  private static let fields = ["words", "evidence", "against", "presiding_post", "place", "on"]

  /// The id of the field that a refusal is about; the words where it does not say.
  static func field(of refusal: Refusal, _ form: String) -> String {
    if case .option(let name) = refusal.place, fields.contains(name) { return "\(form)-\(name)" }
    return "\(form)-words"
  }
}
