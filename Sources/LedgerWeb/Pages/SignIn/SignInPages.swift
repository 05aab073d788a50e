import HTTPTypes
import LedgerDomain
import LedgerOperations
import LedgerStore

/// Signing in: the password, then the code where the account has one, then what has to be done
/// first.
enum SignInPages {
  static let all: [Endpoint] =
    [show, signIn, code, signOut, showPassword, changePassword]
    + SecondFactorPages.all

  private static let show = Endpoint.page(
    .get, "/sign-in", "page.sign_in", access: .open, query: [.text("to", "What to show then.")],
    handle: { call in
      // Whoever is signed in already is sent on: to the page, or to what has to be done first.
      if let secret = call.secret, let session = try await call.web.sessions.session(of: secret) {
        return .see(next(after: session.purpose, to: call.query["to"]))
      }
      return passwordPage(call, to: call.query["to"], account: "", nil)
    })

  private static let signIn = Endpoint.page(
    .post, "/sign-in", "page.sign_in.password", access: .open,
    handle: { call in
      let to = try call.form.text("to", max: 1_000)
      let request = SignInRequest(
        account: try call.form.text("account", max: 64),
        password: try call.form.text("password", max: 256), network: call.network)
      do {
        try call.takeSignIn()
        return opened(try await call.ledger.signIn(request), call, to: to)
      } catch let refusal as Refusal where refusal.code == SessionRefusal.codeNeeded.rawValue {
        let ticket = try call.ledger.signInTicket(for: request)
        return codePage(call, to: to, ticket: ticket, nil)
      } catch let refusal as Refusal {
        return passwordPage(call, to: to, account: request.account, refusal)
      }
    })

  private static let code = Endpoint.page(
    .post, "/sign-in/code", "page.sign_in.code", access: .open,
    handle: { call in
      let to = try call.form.text("to", max: 1_000)
      let ticket = try call.form.text("ticket", max: 4_096)
      do {
        try call.takeSignIn()
        let digits = try call.form.text("code", max: 32).filter { $0 != " " }
        let session = try await call.ledger.signIn(
          ticket: ticket, code: digits, network: call.network)
        return opened(session, call, to: to)
      } catch let refusal as Refusal where refusal.code == SessionRefusal.ticketOver.rawValue {
        return passwordPage(call, to: to, account: "", refusal)
      } catch let refusal as Refusal {
        return codePage(call, to: to, ticket: ticket, refusal)
      }
    })

  private static let signOut = Endpoint.page(
    .post, "/sign-out", "page.sign_out", access: .signingIn,
    handle: { call in
      try await call.ledger.endSession(of: call.actor())
      if let session = call.session { call.web.sessions.forget(account: session.account) }
      return Reply.see(Link("sign-in")).with(.setCookie, SessionCookie.removal)
    })

  // MARK: - The password

  private static let showPassword = Endpoint.page(
    .get, "/password", "page.password", access: .signingIn,
    handle: { call in changePage(call, nil) })

  private static let changePassword = Endpoint.page(
    .post, "/password", "page.password.change", access: .signingIn,
    handle: { call in
      guard let secret = call.secret else { throw Refusal(AccountRefusal.nobodyActs) }
      let new = try call.form.text("new", max: 256)
      guard new.utf8.elementsEqual(try call.form.text("repeated", max: 256).utf8) else {
        return changePage(call, (call.say(SignInText.notRepeated), "repeated"))
      }
      do {
        let session = try await call.ledger.changePassword(
          from: try call.form.text("present", max: 256), to: new, bySecret: secret)
        return opened(session, call, to: "/account")
      } catch let refusal as Refusal {
        let field = refusal.code == SessionRefusal.wrong.rawValue ? "present" : "new"
        return changePage(call, (call.sentence(refusal), field))
      }
    })

  // MARK: - Where it goes on

  /// The answer to whoever proved who they are: the cookie, and what comes next.
  static func opened(_ session: OpenedSession, _ call: Call, to: String?) -> Reply {
    call.web.sessions.forget(account: session.account)
    return Reply.see(next(after: session.purpose, to: to))
      .with(.setCookie, SessionCookie.setting(session.secret))
  }

  private static func next(after purpose: SessionPurpose, to: String?) -> Link {
    switch purpose {
    case .changePassword: Link("password")
    case .enrolSecondFactor: Link("second-factor")
    case .full, .console, .token: to.flatMap { Link(local: $0) } ?? Link()
    }
  }

  // MARK: - The pages

  private static func passwordPage(
    _ call: Call, to: String?, account: String, _ refusal: Refusal?
  ) -> Reply {
    let say = call.say
    var frame = call.frame
    frame.target = Link("sign-in").adding("to", to ?? "/")
    let errors = refusal.map { [(text: call.sentence($0), field: "account")] } ?? []
    return frame.reply(
      (errors.isEmpty ? "" : say(FrameText.errorPrefix)) + say(SignInText.title),
      status: refusal.map { Problem.status(of: $0.kind, $0.code) } ?? .ok,
      """
      <h1>\(say(SignInText.title))</h1>
      \(frame.errors(errors))
      <form class="narrow" method="post" action="\(Link("sign-in"))">
      <input type="hidden" name="to" value="\(to ?? "")">
      <p><label for="account">\(say(SignInText.account))</label>
      <input id="account" name="account" value="\(account)" maxlength="64" required \
      autocomplete="username" autocapitalize="none" spellcheck="false"></p>
      <p><label for="password">\(say(SignInText.password))</label>
      <input id="password" name="password" type="password" maxlength="256" required \
      autocomplete="current-password"></p>
      <p><button class="btn btn-1">\(say(SignInText.next))</button></p>
      </form>
      \(boundary(say))
      """)
  }

  private static func codePage(
    _ call: Call, to: String?, ticket: String, _ refusal: Refusal?
  ) -> Reply {
    let say = call.say
    var frame = call.frame
    frame.target = Link("sign-in").adding("to", to ?? "/")
    let errors = refusal.map { [(text: call.sentence($0), field: "code")] } ?? []
    return frame.reply(
      (errors.isEmpty ? "" : say(FrameText.errorPrefix)) + say(SignInText.codeTitle),
      status: refusal.map { Problem.status(of: $0.kind, $0.code) } ?? .ok,
      """
      <h1>\(say(SignInText.codeTitle))</h1>
      \(frame.errors(errors))
      <form class="narrow" method="post" action="\(Link("sign-in", "code"))">
      <input type="hidden" name="to" value="\(to ?? "")">
      <input type="hidden" name="ticket" value="\(ticket)">
      <p><label for="code">\(say(SignInText.code))</label>
      <span class="hint" id="code-hint">\(say(SignInText.codeHint))</span>
      <input id="code" name="code" inputmode="numeric" maxlength="16" required \
      autocomplete="one-time-code" aria-describedby="code-hint" data-focus></p>
      <p><button class="btn btn-1">\(say(SignInText.signIn))</button> \
      <a class="btn" href="\(frame.target)">\(say(SignInText.startAgain))</a></p>
      </form>
      """)
  }

  private static func changePage(
    _ call: Call, _ error: (text: String, field: String)?
  ) -> Reply {
    let say = call.say
    var frame = call.frame
    frame.target = Link("password")
    let isForced = call.session?.purpose == .changePassword
    return frame.reply(
      (error == nil ? "" : say(FrameText.errorPrefix)) + say(SignInText.changeTitle),
      status: error == nil ? .ok : .unprocessableContent,
      """
      <h1>\(say(SignInText.changeTitle))</h1>
      \(frame.errors(error.map { [$0] } ?? []))
      \(isForced ? "<p>\(say(SignInText.changeWhy))</p>" : HTML.nothing)
      <form class="narrow" method="post" action="\(Link("password"))">\(frame.hiddenCSRF)
      <p><label for="present">\(say(SignInText.present))</label>
      <input id="present" name="present" type="password" maxlength="256" required \
      autocomplete="current-password"></p>
      <p><label for="new">\(say(SignInText.new))</label>
      <span class="hint" id="new-hint">\(say(SignInText.newHint))</span>
      <input id="new" name="new" type="password" maxlength="256" required \
      autocomplete="new-password" aria-describedby="new-hint"></p>
      <p><label for="repeated">\(say(SignInText.repeated))</label>
      <input id="repeated" name="repeated" type="password" maxlength="256" required \
      autocomplete="new-password"></p>
      <p><button class="btn btn-1">\(say(SignInText.change))</button></p>
      </form>
      """)
  }

  private static func boundary(_ say: Say) -> HTML {
    """
    <section class="boundary"><h2>\(say(SignInText.boundaryTitle))</h2>
    <p>\(say(SignInText.boundary))</p></section>
    """
  }
}

extension Call {
  /// Counts an attempt to sign in from where the request comes.
  fileprivate func takeSignIn() throws(Refusal) {
    guard web.signInRates.take(network) else { throw Refusal(RequestRefusal.tooMany) }
  }

  /// A refusal in one line: what is wrong, and the way out.
  func sentence(_ refusal: Refusal) -> String {
    say.sentences([refusal.text(in: language), refusal.wayOut(in: language)])
  }
}
