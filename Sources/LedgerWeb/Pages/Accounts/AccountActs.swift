import HTTPTypes
import LedgerDomain
import LedgerOperations
import LedgerStore

/// What administrators do with an account, each a form of its page.
enum AccountActs {
  static let all: [Endpoint] = [
    grant, endGrant, endSession, reset, unlock, disable, enable, setExpiry,
  ]

  private static func act<Answer: Sendable>(
    _ path: String, _ name: String, _ permission: Permission, _ done: AccountText,
    fields: [String], form: String,
    _ body: @escaping @Sendable (Call, Ledger.Actor) async throws -> Answer
  ) -> Endpoint {
    Endpoint.page(
      .post, "/accounts/{name}/\(path)", "page.accounts.\(name)", access: .permission(permission),
      isKeyed: true,
      handle: { call in
        do {
          return try await call.once({ (_: Answer) in
            .see(Link("accounts", call.part("name"), query: [("done", done.rawValue)]))
          }) {
            try await body(call, $0)
          }
        } catch let refusal as Refusal where refusal.concernsInput {
          var back = AdminForm(say: call.say)
          back.values = call.typed(fields)
          back.error = (call.sentence(refusal), field(of: refusal, among: fields))
          return try await AccountPage.page(
            call, back, of: form, Problem.status(of: refusal.kind, refusal.code))
        }
      }
    )
  }

  /// The field that a refusal is about; the first where it does not say.
  private static func field(of refusal: Refusal, among fields: [String]) -> String {
    switch refusal.place {
    case .option(let name) where fields.contains(name): name
    default: fields.first ?? ""
    }
  }

  private static let grant = act(
    "grants", "grant", .keepGrants, .doneGranted, fields: ["role", "unit", "form", "until"],
    form: "grants"
  ) { call, actor in
    let role = try call.form.text("role", max: 32)
    guard let role = Role(rawValue: role) else {
      throw Refusal(
        AccountRefusal.roleUnknown, at: .option("role"), role,
        Role.allCases.map(\.rawValue).joined(separator: ", "))
    }
    let form = try call.form.text("form", max: 64)
    let unit = try call.form.text("unit", max: 32)
    // The page knows the units; a grant for one that is none would do nothing.
    let units = try await call.knownUnits().units
    guard unit == "*" || units.contains(where: { $0.code == unit }) else {
      throw Refusal(UnitRefusal.unknown, at: .option("unit"), unit)
    }
    return try await call.ledger.addGrant(
      role, to: call.part("name"), unit: unit, form: form.isEmpty ? nil : form,
      until: try call.day("until"), by: actor)
  }

  private static let endGrant = act(
    "grants/{number}/end", "end_grant", .keepGrants, .doneGrantEnded, fields: ["reason"],
    form: "end"
  ) { call, actor in
    try await call.ledger.endGrant(
      of: call.part("name"), number: try call.number("number"),
      reason: try call.form.text("reason", max: 200), by: actor)
  }

  private static let unlock = act(
    "unlock", "unlock", .resetCredentials, .doneUnlocked, fields: ["unlock-reason"],
    form: "unlock"
  ) { call, actor in
    try await call.ledger.unlock(
      call.part("name"), reason: try call.form.text("unlock-reason", max: 200), by: actor)
  }

  private static let disable = act(
    "disable", "disable", .keepAccounts, .doneState, fields: ["disable-reason"], form: "disable"
  ) { call, actor in
    try await call.ledger.setAccount(
      call.part("name"), enabled: false,
      reason: try call.form.text("disable-reason", max: 200), by: actor)
  }

  private static let enable = act(
    "enable", "enable", .keepAccounts, .doneState, fields: ["enable-reason"], form: "enable"
  ) { call, actor in
    try await call.ledger.setAccount(
      call.part("name"), enabled: true, reason: try call.form.text("enable-reason", max: 200),
      by: actor)
  }

  private static let setExpiry = act(
    "expiry", "expiry", .keepAccounts, .doneExpiry, fields: ["until"], form: "expiry"
  ) { call, actor in
    try await call.ledger.setExpiry(
      of: call.part("name"), until: try call.day("until"), by: actor)
  }

  /// Ending what has ended already does nothing: it takes no key.
  private static let endSession = Endpoint.page(
    .post, "/accounts/{name}/sessions", "page.accounts.end_session",
    access: .permission(.resetCredentials),
    handle: { call in
      let name = call.part("name")
      let wanted = try call.form.text("session", max: 64)
      let sessions = try await call.ledger.sessions(of: name, by: call.actor())
      for session in sessions where wanted == "all" || session.id == wanted {
        try await call.ledger.endSession(id: session.id, by: call.actor())
      }
      call.web.sessions.forget(account: name)
      return .see(
        Link("accounts", name, query: [("done", AccountText.doneSessionEnded.rawValue)]))
    })

  /// The one-time password is shown in the answer and kept nowhere; who sends the form again is
  /// told so, since the password is not the one any more that the form named.
  private static let reset = Endpoint.page(
    .post, "/accounts/{name}/reset", "page.accounts.reset",
    access: .permission(.resetCredentials),
    handle: { call in
      let name = call.part("name")
      let number = try call.form.text("credential", max: 9)
      guard let number = Int(number) else {
        throw Refusal(
          RequestRefusal.parameterMalformed, at: .option("credential"), "credential", number, "1")
      }
      let password = try await call.ledger.resetCredentials(
        of: name, replacing: number, by: call.actor())
      let days = try await call.ledger.policy().password.oneTimeDays
      var frame = call.frame
      frame.target = Link("accounts", name)
      let say = call.say
      return frame.reply(
        say(AccountText.oneTimeTitle), entry: .accounts,
        """
        <h1>\(say(AccountText.oneTimeTitle))</h1>
        <p class="lead">\(say(AccountText.oneTimeFor, name))</p>
        <p><code class="key" id="secret">\(password)</code></p>
        <p role="status">\(say(AccountText.oneTimeText, String(days)))</p>
        <p><a class="btn" href="\(Link("accounts", name))">\(say(AccountText.back))</a></p>
        """)
    })
}
