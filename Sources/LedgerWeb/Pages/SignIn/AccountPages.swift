import HTTPTypes
import LedgerDomain
import LedgerOperations
import LedgerStore

/// One's own account: roles, sessions and tokens, and the ways to change password and code.
enum AccountPages {
  static let all: [Endpoint] = [show, end] + TokenPages.all

  private static let show = Endpoint.page(
    .get, "/account", "page.account", access: .permission(.endOwnSession),
    handle: { call in
      guard let session = call.session else { throw Refusal(AccountRefusal.nobodyActs) }
      let sessions = try await call.ledger.sessions(by: call.actor())
      let units = try await call.ledger.units(on: nil, by: call.actor())
      var names: [String: BilingualText] = [:]
      for unit in units { names[unit.code] = unit.name }
      return page(call.frame, session, sessions, names)
    })

  private static let end = Endpoint.page(
    .post, "/account/sessions", "page.account.end_session", access: .permission(.endOwnSession),
    handle: { call in
      try await call.ledger.endSession(
        id: try call.form.text("session", max: 64), by: call.actor())
      if let session = call.session { call.web.sessions.forget(account: session.account) }
      return .see(Link("account"))
    })

  private static func page(
    _ frame: PageFrame, _ session: ActingSession, _ sessions: [SessionSummary],
    _ names: [String: BilingualText]
  ) -> Reply {
    let say = frame.say
    func name(_ unit: String) -> String {
      names[unit].map { say($0) } ?? (unit == "*" ? say(SignInText.everywhere) : unit)
    }
    let grants = session.grants.map { grant in
      "\(say(grant.role.name)) · \(name(grant.unit))" + (grant.form.map { " · \($0)" } ?? "")
    }
    return frame.reply(
      say(SignInText.accountTitle),
      """
      <h1>\(say(SignInText.accountTitle))</h1>
      <dl class="facts">
      <dt>\(say(SignInText.account))</dt><dd>\(session.account)</dd>
      <dt>\(say(SignInText.name))</dt><dd>\(session.displayName)</dd>
      <dt>\(say(SignInText.unit))</dt><dd>\(name(session.unit))</dd>
      <dt>\(say(SignInText.roles))</dt><dd>\(HTML(each: grants) { "<div>\($0)</div>" })\
      \(grants.isEmpty ? say(SignInText.noRoles) : "")</dd>
      </dl>
      <section><h2>\(say(SignInText.security))</h2>
      <p><a class="btn" href="\(Link("password"))">\(say(SignInText.changePassword))</a>
      <a class="btn" href="\(Link("second-factor"))">\(say(SignInText.secondFactor))</a>
      \(session.holds(.createOwnToken) ? tokens(say) : .nothing)</p>
      </section>
      \(table(sessions, frame))
      """)
  }

  private static func tokens(_ say: Say) -> HTML {
    "<a class=\"btn\" href=\"\(Link("account", "tokens"))\">\(say(TokenText.title))</a>"
  }

  private static func table(_ sessions: [SessionSummary], _ frame: PageFrame) -> HTML {
    let table = SessionTable(sessions, frame.say) { one, from in
      one.isCurrent ? current(frame.say) : endForm(one, from, frame)
    }
    return """
      <section><h2 id="sessions">\(frame.say(SignInText.sessions))</h2>
      \(table.html)</section>
      """
  }

  private static func current(_ say: Say) -> HTML {
    "<span class=\"tag tag-ok\">\(say(SignInText.thisOne))</span>"
  }

  private static func endForm(
    _ session: SessionSummary, _ from: String, _ frame: PageFrame
  ) -> HTML {
    """
    <form method="post" action="\(Link("account", "sessions"))">\(frame.hiddenCSRF)\
    <input type="hidden" name="session" value="\(session.id)">\
    <button class="btn" aria-label="\(frame.say(SignInText.endThis, from))">\
    \(frame.say(SignInText.end))</button></form>
    """
  }
}
