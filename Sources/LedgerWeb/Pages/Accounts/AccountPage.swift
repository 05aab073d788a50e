import HTTPTypes
import LedgerDomain
import LedgerOperations
import LedgerStore

/// One account: what it may do, how it signs in, and what administrators do with it.
enum AccountPage {
  static let all: [Endpoint] = [show] + AccountActs.all

  private static let show = Endpoint.page(
    .get, "/accounts/{name}", "page.accounts.account", access: .permission(.readAccounts),
    query: [.word("done", "What was just done.", of: AccountText.allCases.map(\.rawValue))],
    handle: { call in
      try await page(call, AdminForm(say: call.say), of: nil, .ok)
    })

  /// The page; `act` names the form that was not taken.
  static func page(
    _ call: Call, _ form: AdminForm, of act: String?, _ status: HTTPResponse.Status
  ) async throws -> Reply {
    let name = call.part("name")
    let records = try await call.ledger.accountRecords(by: call.actor())
    guard let record = records.first(where: { $0.overview.account.name == name }),
      let session = call.session
    else { throw Refusal(AccountRefusal.unknown, name) }
    let isSecurity = session.holds(.keepGrants)
    let view = AccountView(
      call: call, record: record, units: try await call.knownUnits(),
      grants: try await call.ledger.grants(of: name, by: call.actor()),
      forms: isSecurity ? try await call.ledger.forms(by: call.actor()) : [],
      sessions: isSecurity ? try await call.ledger.sessions(of: name, by: call.actor()) : nil,
      form: form, act: act)
    return view.reply(status)
  }
}

/// What the page of an account is made from.
struct AccountView {
  let call: Call
  let record: AccountRecord
  let units: UnitNames
  let grants: [Grant]
  let forms: [LedgerDomain.Form]
  /// Nil for who may not see them.
  let sessions: [SessionSummary]?
  let form: AdminForm
  let act: String?

  private var say: Say { call.say }
  private var name: String { record.overview.account.name }
  private var isOwn: Bool { call.session?.account == name }

  func reply(_ status: HTTPResponse.Status) -> Reply {
    var frame = call.frame
    frame.target = Link("accounts", name)
    return frame.reply(
      (form.error == nil ? "" : say(FrameText.errorPrefix)) + name, status: status,
      entry: .accounts,
      """
      <nav class="crumb" aria-label="\(say(AccountText.title))"><ol>\
      <li><a href="\(Link("accounts"))">\(say(AccountText.title))</a></li>\
      <li aria-current="page">\(name)</li></ol></nav>
      <h1>\(record.overview.account.displayName)</h1>
      \(frame.errors(form.errors))
      \(done)
      \(facts)
      \(grantSection)
      \(sessionSection)
      \(securitySection)
      \(systemSection)
      """)
  }

  private var done: HTML {
    guard form.error == nil, let text = call.query["done"].flatMap(AccountText.init(rawValue:))
    else { return .nothing }
    return "<p class=\"done\" role=\"status\">\(say(text))</p>"
  }

  private var facts: HTML {
    let overview = record.overview
    return """
      <dl class="facts">
      <dt>\(say(AccountText.account))</dt><dd>\(name)</dd>
      <dt>\(say(AccountText.unit))</dt><dd>\(units.name(overview.account.unit, say))</dd>
      <dt>\(say(AccountText.post))</dt><dd>\(overview.account.post)</dd>
      <dt>\(say(AccountText.state))</dt><dd>\(AccountTags.of(record.states, say))</dd>
      <dt>\(say(AccountText.expires))</dt>\
      <dd>\(overview.expiresOn?.description ?? say(AccountText.noEnd))</dd>
      <dt>\(say(AccountText.factor))</dt>\
      <dd>\(say(overview.hasSecondFactor ? AccountText.yes : .no))</dd>
      <dt>\(say(AccountText.signedIn))</dt>\
      <dd>\(overview.signedInAt.map { say.moment($0) } ?? say(AccountText.never))</dd>
      </dl>
      """
  }

  // MARK: - Grants

  private func text(_ grant: Grant) -> String {
    "\(say(grant.role.name)) · \(units.name(grant.unit, say))"
  }

  private func formName(_ code: String?) -> String {
    guard let code else { return say(AccountText.allForms) }
    return forms.last { $0.code == code }.map { say($0.name) } ?? code
  }

  private var grantSection: HTML {
    let mayGrant = call.session?.holds(.keepGrants) ?? false
    let rows = HTML(each: grants) { grant in
      """
      <tr><th scope="row">\(say(grant.role.name))</th><td>\(units.name(grant.unit, say))</td>
      <td>\(formName(grant.form))</td>
      <td>\(grant.validUntil?.description ?? say(AccountText.noEnd))</td>
      \(mayGrant ? "<td>\(isOwn ? .nothing : endForm(grant))</td>" : HTML.nothing)</tr>
      """
    }
    let end: HTML = mayGrant ? "<th scope=\"col\">\(say(AccountText.endGrant))</th>" : .nothing
    let table: HTML = """
      <div class="scroll" tabindex="0" role="region" aria-labelledby="grants"><table class="tb">
      <thead><tr><th scope="col">\(say(AccountText.role))</th>
      <th scope="col">\(say(AccountText.unit))</th><th scope="col">\(say(AccountText.form))</th>
      <th scope="col">\(say(AccountText.until))</th>\(end)</tr></thead>
      <tbody>
      \(rows)</tbody></table></div>
      """
    return """
      <section><h2 id="grants">\(say(AccountText.grants))</h2>
      \(grants.isEmpty ? "<p>\(say(AccountText.noGrants))</p>" : table)
      \(isOwn ? "<p class=\"dim\">\(say(AccountText.ownAccount))</p>" : HTML.nothing)
      \(mayGrant && !isOwn ? grantForm : HTML.nothing)
      </section>
      """
  }

  private func endForm(_ grant: Grant) -> HTML {
    let id = "end-\(grant.number)"
    return """
      <form class="row" method="post" \
      action="\(Link("accounts", name, "grants", String(grant.number), "end"))">\
      \(call.frame.hiddenFields)\
      <label class="vh" for="\(id)">\(say(AccountText.reason))</label>\
      <input id="\(id)" name="reason" placeholder="\(say(AccountText.reason))" maxlength="200" \
      required> <button class="btn" aria-label="\(say(AccountText.endGrantOf, text(grant)))">\
      \(say(AccountText.endGrant))</button></form>
      """
  }

  private var grantForm: HTML {
    let fields = act == "grants" ? form : AdminForm(say: say)
    var codes: [String] = []
    for form in forms where !codes.contains(form.code) { codes.append(form.code) }
    return """
      <details\(" open", if: act == "grants" || grants.isEmpty)>\
      <summary>\(say(AccountText.addGrant))</summary>
      <form class="narrow" method="post" action="\(Link("accounts", name, "grants"))">\
      \(call.frame.hiddenFields)
      \(fields.select(
        "role", say(AccountText.role), hint: say(AccountText.wholeHint),
        Role.allCases.map { ($0.rawValue, say($0.name)) }))
      \(fields.input(
        "unit", say(AccountText.unit), hint: say(AccountText.grantHint), max: 32, isNeeded: true,
        list: "units", preset: record.overview.account.unit))
      \(fields.select(
        "form", say(AccountText.form),
        [("", say(AccountText.allForms))] + codes.map { ($0, formName($0)) }))
      \(fields.input(
        "until", say(AccountText.until), hint: say(AccountText.untilHint), max: 10, type: "date"))
      <p><button class="btn btn-1">\(say(AccountText.grant))</button></p>
      \(units.list("units", say))</form></details>
      """
  }

  // MARK: - Sessions

  private var sessionSection: HTML {
    guard let sessions else { return .nothing }
    let rows = SessionTable(sessions, say) { one, from in
      sessionForm(one.id, say(SignInText.endThis, from), SignInText.end)
    }
    let table: HTML = """
      \(rows.html)
      <p></p>\(sessionForm("all", say(AccountText.endAll), AccountText.endAll))
      """
    return """
      <section><h2 id="sessions">\(say(AccountText.sessions))</h2>
      \(sessions.isEmpty ? "<p>\(say(AccountText.noSessions))</p>" : table)</section>
      """
  }

  private func sessionForm(_ id: String, _ label: String, _ text: some PageText) -> HTML {
    """
    <form method="post" action="\(Link("accounts", name, "sessions"))">\(call.frame.hiddenCSRF)\
    <input type="hidden" name="session" value="\(id)">\
    <button class="btn" aria-label="\(label)">\(say(text))</button></form>
    """
  }

  // MARK: - What administrators do

  private var securitySection: HTML {
    guard call.session?.holds(.resetCredentials) ?? false, !isOwn else { return .nothing }
    return """
      <section><h2>\(say(AccountText.credentials))</h2>
      <form method="post" action="\(Link("accounts", name, "reset"))">\(call.frame.hiddenCSRF)\
      <input type="hidden" name="credential" value="\(record.credential)">
      <p>\(say(AccountText.resetNote))</p>
      <p><button class="btn">\(say(AccountText.reset))</button></p></form>
      \(reasonForm("unlock", AccountText.unlock, note: .unlockNote))
      </section>
      """
  }

  private var systemSection: HTML {
    guard call.session?.holds(.keepAccounts) ?? false else { return .nothing }
    let fields = act == "expiry" ? form : AdminForm(say: say)
    let state =
      record.overview.isEnabled
      ? reasonForm("disable", AccountText.disable, note: .disableNote)
      : reasonForm("enable", AccountText.enable, note: nil)
    return """
      <section><h2>\(say(AccountText.state))</h2>
      \(state)
      <form class="narrow" method="post" action="\(Link("accounts", name, "expiry"))">\
      \(call.frame.hiddenFields)
      \(fields.input(
        "until", say(AccountText.expiry), hint: say(AccountText.expiryHint), max: 10,
        type: "date", preset: record.overview.expiresOn?.description ?? ""))
      <p><button class="btn">\(say(AccountText.setExpiry))</button></p></form>
      </section>
      """
  }

  /// A button that takes a reason.
  private func reasonForm(_ path: String, _ button: AccountText, note: AccountText?) -> HTML {
    let fields = act == path ? form : AdminForm(say: say)
    return """
      <form class="narrow" method="post" action="\(Link("accounts", name, path))">\
      \(call.frame.hiddenFields)
      \(fields.input(
        "\(path)-reason", say(AccountText.reason), hint: note.map { say($0) }, max: 200,
        isNeeded: true))
      <p><button class="btn">\(say(button))</button></p></form>
      """
  }
}
