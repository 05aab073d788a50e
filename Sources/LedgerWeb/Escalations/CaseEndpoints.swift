import HTTPTypes
import LedgerDomain
import LedgerOperations
import LedgerStore

/// Cases: what follows from a step, by whom, by when.
enum CaseEndpoints {
  static let all: [Endpoint] = [
    read, reply, object, decideObjection, record, accept, extend, trigger,
  ]

  private static let read = Endpoint(
    method: .get, path: "/escalations/{id}", name: "escalations.read", noun: "escalations",
    summary: BilingualText(
      zh: "一个案卷：经过、期限、申诉、怎样退出。",
      en: "One case: what happened, what is due, objections, what gets the unit off."),
    access: .permission(.readSteps), answer: .json(CaseJSON.schema),
    handle: { call in
      .json(CaseJSON.json(try await call.ledger.stepCase(call.caseKey(), by: call.actor())))
    })

  private static let reply = Endpoint(
    method: .post, path: "/escalations/{id}/replies", name: "escalations.reply",
    noun: "escalations",
    summary: BilingualText(
      zh: "回复，或报送整改方案、整改报告、月度进展。",
      en: "Answer, or send a plan, a report or a month's progress."),
    access: .permission(.answerStep),
    content: .json(
      .object([
        .required("kind", .word(CaseEvent.Kind.ofUnit.map(\.rawValue))),
        .required("words", SharedSchemas.text), .optional("evidence", SharedSchemas.text),
      ])),
    answer: .json(CaseJSON.event, .created), isKeyed: true,
    handle: { call in
      let word = try call.json.required("kind").string()
      return try await keep(call, CaseEvent.Kind(rawValue: word) ?? .reply)
    })

  private static let object = Endpoint(
    method: .post, path: "/escalations/{id}/objections", name: "escalations.object",
    noun: "escalations",
    summary: BilingualText(
      zh: "对数值或决定申诉；申诉待决时不生效、不计期限。",
      en: "Object to a figure or to the step; until it is decided nothing takes effect."),
    access: .permission(.answerStep),
    content: .json(
      .object([
        .optional("against", SharedSchemas.code, "An indicator; the step itself without it."),
        .required("words", SharedSchemas.text), .optional("evidence", SharedSchemas.text),
      ])),
    answer: .json(CaseJSON.event, .created), isKeyed: true,
    handle: { call in try await keep(call, .objection) })

  private static let decideObjection = Endpoint(
    method: .post, path: "/escalations/{id}/objections/decisions",
    name: "escalations.decide_objection", noun: "escalations",
    summary: BilingualText(
      zh: "决定申诉：成立即撤销这一步；原决定人不得决定。",
      en: "Decide on an objection: one that is upheld withdraws the step."),
    access: .permission(.decideObjection),
    content: .json(
      .object([
        .required("decision", .word(["uphold", "reject"])),
        .required("words", SharedSchemas.text), .optional("evidence", SharedSchemas.text),
      ])),
    answer: .json(CaseJSON.event, .created), isKeyed: true,
    handle: { call in
      let isUpheld = try call.json.required("decision").string() == "uphold"
      return try await keep(call, isUpheld ? .objectionUpheld : .objectionRejected)
    })

  private static let recordWords = ["interview", "recheck_passed", "recheck_failed"]

  private static let record = Endpoint(
    method: .post, path: "/escalations/{id}/records", name: "escalations.record",
    noun: "escalations",
    summary: BilingualText(
      zh: "登记约谈（职务、地点）或复查结果。",
      en: "Record an interview (post and place) or what a re-check found."),
    access: .permission(.recordStep),
    content: .json(
      .object([
        .required("kind", .word(recordWords)), .required("words", SharedSchemas.text),
        .optional("evidence", SharedSchemas.text),
        .optional("presidingPost", SharedSchemas.text, "The post that held the interview."),
        .optional("place", SharedSchemas.text),
        .optional("on", SharedSchemas.date, "The day on which it was; today without it."),
      ])),
    answer: .json(CaseJSON.event, .created), isKeyed: true,
    handle: { call in
      let word = try call.json.required("kind").string()
      return try await keep(call, CaseEvent.Kind(rawValue: word) ?? .interview)
    })

  private static let accept = Endpoint(
    method: .post, path: "/escalations/{id}/acceptances", name: "escalations.accept",
    noun: "escalations",
    summary: BilingualText(
      zh: "登记挂牌整治的验收结果，限期满前最后几日。",
      en: "Record the acceptance of a listing, in the last days of its term."),
    access: .permission(.recordStep),
    content: .json(
      .object([
        .required("passed", .boolean), .required("words", SharedSchemas.text),
        .optional("evidence", SharedSchemas.text), .optional("on", SharedSchemas.date),
      ])),
    answer: .json(CaseJSON.event, .created), isKeyed: true,
    handle: { call in
      let passed = try call.json.required("passed").bool()
      return try await keep(call, passed ? .acceptancePassed : .acceptanceFailed)
    })

  private static let extend = Endpoint(
    method: .post, path: "/escalations/{id}/continuations", name: "escalations.continue",
    noun: "escalations",
    summary: BilingualText(zh: "继续挂牌，只能一次。", en: "Continue a listing, once."),
    access: .permission(.decideStep),
    content: .json(
      .object([
        .required("words", SharedSchemas.text), .optional("evidence", SharedSchemas.text),
      ])),
    answer: .json(CaseJSON.event, .created), isKeyed: true,
    handle: { call in try await keep(call, .continued) })

  private static let trigger = Endpoint(
    method: .post, path: "/escalations/{id}/triggers", name: "escalations.trigger",
    noun: "escalations",
    summary: BilingualText(
      zh: "登记上级挂牌或查实数据不实，附文号。",
      en: "Enter a listing by a higher authority, or confirmed false figures, with its document."),
    access: .permission(.recordStep),
    content: .json(
      .object([
        .required("of", SharedSchemas.code),
        .required("fact", .word(LadderFact.entered.map(\.rawValue))),
        .required("authority", SharedSchemas.text), .required("document", SharedSchemas.text),
        .required("issued", SharedSchemas.date),
      ])),
    answer: .json(CaseJSON.trigger, .created), isKeyed: true,
    handle: { call in
      let (unit, scope) = (try call.unit("id"), try call.json.required("of").string())
      let word = try call.json.required("fact").string()
      guard let fact = LadderFact(rawValue: word) else {
        throw Refusal(EscalationRefusal.factNotEntered, at: .option("fact"), word)
      }
      let authority = try call.json.required("authority").string()
      let document = try call.json.required("document").string()
      let issued = try day(try call.json.required("issued").string(), "issued")
      @Sendable func reply(_ trigger: StepTrigger) -> Reply {
        .json(CaseJSON.json(trigger), .created)
      }
      return try await call.once(reply) {
        try await call.ledger.enterTrigger(
          fact, of: unit, scope: scope, authority: authority, document: document,
          issued: issued, by: $0)
      }
    })

  private static func day(_ text: String, _ name: String) throws(Refusal) -> CalendarDate {
    guard let day = CalendarDate(text) else {
      throw Refusal(UnitRefusal.dateMalformed, at: .option(name), text)
    }
    return day
  }

  private static func keep(_ call: Call, _ kind: CaseEvent.Kind) async throws -> Reply {
    var request = CaseEventRequest(
      try call.caseKey(), kind, words: try call.json.required("words").string(),
      evidence: try call.json.optional("evidence")?.string() ?? "")
    switch kind {
    case .objection: request.against = try call.json.optional("against")?.string() ?? ""
    case .interview, .recheckPassed, .recheckFailed:
      request.presidingPost = try call.json.optional("presidingPost")?.string() ?? ""
      request.place = try call.json.optional("place")?.string() ?? ""
    default: break
    }
    if kind.deed == .acceptance || kind.deed == .recheck || kind == .interview {
      request.heldOn = try call.json.optional("on").map { try day($0.string(), "on") }
    }
    let asked = request
    @Sendable func reply(_ event: CaseEvent) -> Reply { .json(CaseJSON.json(event), .created) }
    return try await call.once(reply) { try await call.ledger.record(asked, by: $0) }
  }
}

extension Call {
  /// The case in the path.
  func caseKey() throws(Refusal) -> CaseKey {
    guard let key = CaseKey(part("id")) else {
      throw Refusal(EscalationRefusal.caseUnknown, part("id"))
    }
    return key
  }
}
