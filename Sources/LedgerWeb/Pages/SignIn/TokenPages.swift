import HTTPTypes
import LedgerDomain
import LedgerOperations
import LedgerStore

/// One's own tokens: what is in force, a new one, shown once, and their end.
enum TokenPages {
  static let all: [Endpoint] = [show, create, end]

  private static let show = Endpoint.page(
    .get, "/account/tokens", "page.tokens", access: .permission(.createOwnToken),
    query: [.word("done", "What was just done.", of: [TokenText.done.rawValue])],
    handle: { call in try await page(call, AdminForm(say: call.say), .ok) })

  /// The secret is shown in the answer and kept nowhere; who sends the form again is told so.
  private static let create = Endpoint.page(
    .post, "/account/tokens", "page.tokens.create", access: .permission(.createOwnToken),
    isKeyed: true,
    handle: { call in
      let form = try call.form.text("form", max: 64)
      do {
        guard let until = try call.day("until") else {
          throw Refusal(UnitRefusal.dateMalformed, at: .option("until"), "")
        }
        let token = try await call.ledger.createToken(
          label: try call.form.text("label", max: 64),
          unit: try call.form.text("unit", max: 32), form: form == "*" ? nil : form, until: until,
          key: try call.key(), by: call.actor())
        return created(call, token.secret)
      } catch let refusal as Refusal where refusal.concernsInput {
        var back = AdminForm(say: call.say)
        back.values = call.typed(["label", "unit", "form", "until"])
        back.error = (call.sentence(refusal), field(of: refusal))
        return try await page(call, back, Problem.status(of: refusal.kind, refusal.code))
      }
    }
  )

  private static let end = Endpoint.page(
    .post, "/account/tokens/end", "page.tokens.end", access: .permission(.createOwnToken),
    handle: { call in
      try await call.ledger.endToken(
        id: try call.form.text("token", max: 64), by: call.actor())
      return .see(Link("account", "tokens", query: [("done", TokenText.done.rawValue)]))
    })

  private static func field(of refusal: Refusal) -> String {
    switch refusal.code {
    case TokenRefusal.outside.rawValue: "unit"
    case TokenRefusal.untilOutOfRange.rawValue, UnitRefusal.dateMalformed.rawValue: "until"
    default: "label"
    }
  }

  private static func created(_ call: Call, _ secret: String) -> Reply {
    let say = call.say
    var frame = call.frame
    frame.target = Link("account", "tokens")
    return frame.reply(
      say(TokenText.newTitle),
      """
      <h1>\(say(TokenText.newTitle))</h1>
      <p role="status">\(say(TokenText.newText))</p>
      <p><code class="key" id="secret">\(secret)</code></p>
      <p>\(say(TokenText.newUse)) <code>Authorization: Bearer …</code></p>
      <p><a class="btn" href="\(Link("account", "tokens"))">\(say(TokenText.back))</a></p>
      """)
  }

  private static func page(
    _ call: Call, _ form: AdminForm, _ status: HTTPResponse.Status
  ) async throws -> Reply {
    guard let session = call.session else { throw Refusal(AccountRefusal.nobodyActs) }
    let say = call.say
    let units = try await call.knownUnits()
    let forms = try await call.ledger.forms(by: call.actor())
    let tokens = try await call.ledger.tokens(by: call.actor())
    let days = try await call.ledger.policy().session.tokenDaysMax
    var frame = call.frame
    frame.target = Link("account", "tokens")
    let done: HTML =
      call.query["done"] == nil
      ? .nothing : "<p class=\"done\" role=\"status\">\(say(TokenText.done))</p>"
    return frame.reply(
      (form.error == nil ? "" : say(FrameText.errorPrefix)) + say(TokenText.title),
      status: status,
      """
      <h1>\(say(TokenText.title))</h1>
      \(frame.errors(form.errors))
      \(done)
      <p>\(say(TokenText.explained))</p>
      \(table(tokens, units, frame))
      <section><h2>\(say(TokenText.create))</h2>
      <form class="narrow" method="post" action="\(Link("account", "tokens"))">\(frame.hiddenFields)
      \(form.input("label", say(TokenText.label), hint: say(TokenText.labelHint), isNeeded: true))
      \(form.select("unit", say(TokenText.unit), unitOptions(session, units, say)))
      \(form.select("form", say(TokenText.form), formOptions(session, forms, say)))
      \(form.input(
        "until", say(TokenText.until), hint: say(TokenText.untilHint, String(days)), max: 10,
        isNeeded: true, type: "date"))
      <p><button class="btn btn-1">\(say(TokenText.create))</button></p></form></section>
      """)
  }

  private static func table(
    _ tokens: [SessionSummary], _ units: UnitNames, _ frame: PageFrame
  ) -> HTML {
    let say = frame.say
    let rows = HTML(each: tokens) { token in
      let unit = token.limitedUnit.map { units.name($0, say) } ?? ""
      return """
        <tr><th scope="row">\(token.label)</th>
        <td>\(unit) · \(token.limitedForm ?? say(TokenText.everyForm))</td>
        <td class="p2">\(say.moment(token.seenAt))</td><td>\(say.moment(token.expiresAt))</td>
        <td><form method="post" action="\(Link("account", "tokens", "end"))">\(frame.hiddenCSRF)\
        <input type="hidden" name="token" value="\(token.id)">\
        <button class="btn" aria-label="\(say(TokenText.name, token.label))">\
        \(say(SignInText.end))</button></form></td></tr>
        """
    }
    let table: HTML = """
      <div class="scroll" tabindex="0" role="region" aria-labelledby="tokens"><table class="tb">
      <thead><tr><th scope="col">\(say(TokenText.label))</th>
      <th scope="col">\(say(TokenText.scope))</th>
      <th scope="col" class="p2">\(say(SignInText.seen))</th>
      <th scope="col">\(say(SignInText.ends))</th>
      <th scope="col">\(say(SignInText.end))</th></tr></thead>
      <tbody>
      \(rows)</tbody></table></div>
      """
    return """
      <section><h2 id="tokens">\(say(TokenText.own))</h2>
      \(tokens.isEmpty ? "<p>\(say(TokenText.none))</p>" : table)</section>
      """
  }

  /// The units of one's grants, the lowest first, which is the narrowest choice.
  private static func unitOptions(
    _ session: ActingSession, _ units: UnitNames, _ say: Say
  ) -> [(value: String, text: String)] {
    var parents: [String: String] = [:]
    for unit in units.units { parents[unit.code] = unit.parent }
    let roles = Permission.createOwnToken.rule.roles
    let granted = Set(session.grants.filter { roles.contains($0.role) }.map(\.unit))
    func steps(up code: String) -> Int? {
      var (node, steps): (String?, Int) = (code, 0)
      while let here = node, steps < 64 {
        if granted.contains(here) { return steps }
        node = parents[here]
        steps += 1
      }
      return nil
    }
    let reached = units.units.compactMap { unit in steps(up: unit.code).map { ($0, unit) } }
    let own =
      reached.filter { $0.1.code == session.unit } + reached.filter { $0.0 == 0 }
      + reached.filter { $0.0 > 0 }
    var seen: Set<String> = []
    return own.map(\.1).filter { seen.insert($0.code).inserted }.prefix(500)
      .map { ($0.code, say($0.name)) }
  }

  /// The forms of one's grants, one form first, and every form last where a grant takes all.
  private static func formOptions(
    _ session: ActingSession, _ forms: [LedgerDomain.Form], _ say: Say
  ) -> [(value: String, text: String)] {
    let roles = Permission.createOwnToken.rule.roles
    let granted = session.grants.filter { roles.contains($0.role) }.map(\.form)
    let mayAll = granted.contains(nil)
    var options: [(value: String, text: String)] = []
    for form in forms where mayAll || granted.contains(form.code) {
      options.removeAll { $0.value == form.code }
      options.append((form.code, say(form.name)))
    }
    return options + (mayAll ? [("*", say(TokenText.everyForm))] : [])
  }
}
