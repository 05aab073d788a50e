import HTTPTypes
import LedgerDomain
import LedgerOperations

/// The pages of records: for each noun a list with the form to add to it, and a page per record
/// with what was done and what may be done now.
enum RecordPages {
  static let all: [Endpoint] = RecordNoun.allCases.flatMap { noun in
    [list(noun), add(noun), read(noun), act(noun)]
  }

  /// Every noun's address below the root.
  static func path(_ noun: RecordNoun) -> String {
    switch noun {
    case .inspection: "inspections"
    case .noFraudUnit: "nofraud"
    case .matter: "matters"
    case .notice: "notices"
    case .externalRank: "external-ranks"
    case .honour: "honours"
    case .policyDocument: "documents"
    }
  }

  static func link(_ noun: RecordNoun) -> Link { Link(path(noun)) }

  static func link(_ key: RecordKey) -> Link { Link(path(key.noun), key.number.description) }

  /// A form without script sends what was not chosen as nothing.
  private static let filter = RecordEndpoints.filter.map { parameter in
    var parameter = parameter
    let isValid = parameter.isValid
    parameter.isValid = { $0.isEmpty || isValid($0) }
    return parameter
  }

  private static func list(_ noun: RecordNoun) -> Endpoint {
    Endpoint.page(
      .get, "/" + path(noun), "page.records.\(noun.rawValue)",
      access: .permission(.readRecords), query: filter,
      handle: { call in try await list(call, noun, nil) })
  }

  private static func list(
    _ call: Call, _ noun: RecordNoun, _ attempt: FormAttempt?
  ) async throws -> Reply {
    let overview = try await call.ledger.records(of: noun, by: call.actor())
    return RecordListPage(call: call, noun: noun, overview: overview, attempt: attempt).reply
  }

  private static func add(_ noun: RecordNoun) -> Endpoint {
    Endpoint.act(
      "/" + path(noun), "page.records.\(noun.rawValue).add",
      access: .signedIn([.keepRecords, .answerRecord]),
      handle: { call in
        var values: [String: String] = [:]
        for field in RecordField.all(of: noun) {
          values[field.name] = try call.form.text(field.name, max: 10_000)
        }
        return try await call.see(
          { (key: RecordKey) in link(key).adding("saved", "1") }, field: field,
          again: { try await list(call, noun, $0) }
        ) { [values] in try await call.ledger.addRecord(noun, values, by: $0) }
      })
  }

  private static func read(_ noun: RecordNoun) -> Endpoint {
    Endpoint.page(
      .get, "/\(path(noun))/{id}", "page.records.\(noun.rawValue).read",
      access: .permission(.readRecords),
      query: [.text("saved", "Whether it was just brought up to date.")],
      handle: { call in try await page(call, noun, nil) })
  }

  private static func page(
    _ call: Call, _ noun: RecordNoun, _ attempt: FormAttempt?
  ) async throws -> Reply {
    let shown = try await call.ledger.record(key(call, noun), by: call.actor())
    return RecordPage(
      call: call, overview: shown.overview, shown: shown.record, attempt: attempt
    ).reply
  }

  private static func act(_ noun: RecordNoun) -> Endpoint {
    Endpoint.act(
      "/\(path(noun))/{id}/acts", "page.records.\(noun.rawValue).act",
      access: .signedIn([.keepRecords, .answerRecord]),
      handle: { call in
        let key = try key(call, noun)
        let form = call.form
        let chosen = (form["act"] ?? "").utf8.split(separator: UInt8(ascii: "."))
          .map { String(Substring($0)) }
        guard let act = chosen.first.flatMap(RecordAct.init(rawValue:)) else {
          throw Refusal(RequestRefusal.formMalformed)
        }
        let request = RecordActRequest(
          key, act, item: chosen.count > 1 ? Int(chosen[1]) ?? 0 : 0,
          words: try form.text("words", max: 400), document: try form.text("document", max: 400),
          day: try form.text("day", max: 10), due: try form.text("due", max: 10),
          criteria: Set(form.names(after: "criterion-").compactMap { Int($0) }))
        return try await call.see(
          { (key: RecordKey) in link(key).adding("saved", "1") },
          field: { actField($0, request) }, again: { try await page(call, noun, $0) }
        ) { try await call.ledger.actOnRecord(request, by: $0) }
      })
  }

  private static func key(_ call: Call, _ noun: RecordNoun) throws(Refusal) -> RecordKey {
    guard let number = ListKey(call.part("id")) else {
      throw Refusal(RecordRefusal.unknown, at: .option("id"), call.part("id"))
    }
    return RecordKey(noun, number)
  }

  private static func field(_ refusal: Refusal) -> String {
    if case .option(let name) = refusal.place { name } else { "unit" }
  }

  private static func actField(_ refusal: Refusal, _ request: RecordActRequest) -> String {
    let suffix = "-\(request.act.rawValue)-\(request.item)"
    guard case .option(let name) = refusal.place, name != "item" else { return "form" + suffix }
    return (name == "criteria" ? "criterion-1" : name) + suffix
  }
}
