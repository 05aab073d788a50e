import HTTPTypes
import LedgerDomain
import LedgerStore
import NIOCore

/// What stands around every page: head, navigation, who is signed in, the mark of a demonstration.
struct PageFrame: Sendable {
  let say: Say
  /// The address that shows the page again: for the other language.
  var target: Link
  /// Who is signed in; nil on the pages before.
  let session: ActingSession?
  /// What forms carry to show that they are ours.
  let csrf: String?
  let isDemonstration: Bool
  /// Whole seconds until the session ends, whatever happens.
  let secondsLeft: Int?
  /// How many reminders are new; nil where nobody has counted.
  var unread: Int?
  /// The script that only this page needs.
  var script: Assets.Asset?

  /// How a page is laid out.
  enum Layout: Sendable {
    case usual
    /// For a projector: large, without navigation.
    case big
  }

  /// A page of the frame.
  func reply(
    _ title: String, status: HTTPResponse.Status = .ok, layout: Layout = .usual,
    entry: Entry? = nil, _ content: HTML
  ) -> Reply {
    var reply = Reply(status: status)
    reply.headers[.contentType] = "text/html; charset=utf-8"
    reply.headers[.contentSecurityPolicy] = Self.policy
    reply.headers[.referrerPolicy] = "same-origin"
    reply.headers[.openerPolicy] = "same-origin"
    reply.headers[.resourcePolicy] = "same-origin"
    reply.headers[.permissionsPolicy] = "camera=(), microphone=(), geolocation=()"
    let document = document(title, layout, entry, content)
    reply.content = ByteBuffer(bytes: document.bytes)
    return reply
  }

  private static let policy =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; "
    + "connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"

  private func document(
    _ title: String, _ layout: Layout, _ entry: Entry?, _ content: HTML
  ) -> HTML {
    """
    <!doctype html>
    <html lang="\(say.tag)"\(" class=\"big\"", if: layout == .big)>
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>\(title) - \(say(FrameText.product))</title>
    <link rel="icon" href="\(Assets.icon.link)" type="image/svg+xml">
    <link rel="stylesheet" href="\(Assets.style.link)">
    <script src="\(Assets.script.link)" defer></script>\(own)
    </head>
    <body>
    <a class="skip" href="#main">\(say(FrameText.skip))</a>
    <header class="top">\(mark)<div class="wrap">\(navigation(entry))\(who)</div></header>
    <main id="main" class="wrap" tabindex="-1">
    \(content)
    </main>
    <footer class="wrap foot"><p><a href="\(HelpPages.link)">\(say(HelpText.title))</a> \
    \(say(FrameText.help))</p></footer>
    \(session == nil ? .nothing : timeout)
    </body>
    </html>

    """
  }

  private var own: HTML? {
    script.map { "\n<script src=\"\($0.link)\" defer></script>" }
  }

  private var mark: HTML? {
    guard isDemonstration else { return nil }
    return "<p class=\"mark\">\(InventedMark.text.text(in: say.language))</p>"
  }

  // MARK: - Navigation

  /// The entries of the navigation, in their order; each role sees at most five.
  enum Entry: CaseIterable, Sendable {
    case board
    case entry
    case myUnit
    case review
    case month
    case tasks
    case catalogue
    case journal
    case accounts

    var text: FrameText {
      switch self {
      case .board: .board
      case .entry: .entry
      case .myUnit: .myUnit
      case .review: .review
      case .month: .month
      case .tasks: .tasks
      case .catalogue: .catalogue
      case .journal: .journal
      case .accounts: .accounts
      }
    }

    func link(_ session: ActingSession) -> Link {
      switch self {
      case .board: Link()
      case .entry: Link("entry")
      case .myUnit: Link("units", session.unit)
      case .review:
        session.holds(.reviewForUnit) || session.holds(.acceptForOffice)
          ? Link("review") : Link("verification")
      case .month: Link("months")
      case .tasks: WorkPages.link
      case .catalogue: SettingsPages.link
      case .journal: Link("journal")
      case .accounts: Link("accounts")
      }
    }

    /// Whether an account has any use for it.
    func isShown(to session: ActingSession) -> Bool {
      switch self {
      case .board: session.holds(.readPublished)
      case .entry: session.holds(.submit)
      case .myUnit:
        !session.roles.isDisjoint(with: [.reporter, .reviewer])
          && session.grants.contains { $0.unit == session.unit }
      case .review:
        session.holds(.reviewForUnit) || session.holds(.acceptForOffice)
          || session.holds(.verifyFigure)
      case .month: session.holds(.proposeEdition)
      case .tasks:
        WorkPages.isShown(to: session)
          && Self.allCases.count { $0 != .tasks && $0.isShown(to: session) } < 5
      case .catalogue: session.holds(.keepCatalogue) || session.holds(.approveMethod)
      case .journal: session.holds(.readJournal)
      case .accounts: session.holds(.readAccounts)
      }
    }
  }

  private func navigation(_ current: Entry?) -> HTML {
    let brand: HTML = "<a class=\"brand\" href=\"\(Link())\">\(say(FrameText.product))</a>"
    guard let session, session.isComplete else { return brand }
    let items = HTML(each: Entry.allCases.filter { $0.isShown(to: session) }) { entry in
      """
      <li><a href="\(entry.link(session))"\(" aria-current=\"page\"", if: entry == current)>\
      \(say(entry.text))</a></li>
      """
    }
    return """
      \(brand)<nav aria-label="\(say(FrameText.navigation))"><ul>\(items)</ul></nav>
      """
  }

  private var who: HTML {
    let other: Language = say.language == .chinese ? .english : .chinese
    let tag = Say(language: other).tag
    let toggle: HTML = """
      <a lang="\(tag)" hreflang="\(tag)" href="\(target.adding("lang", other.rawValue))">\
      \(say(FrameText.otherLanguage))</a>
      """
    guard let session else { return "<div class=\"who\">\(toggle)</div>" }
    return """
      <div class="who">\(toggle)\(inbox)\
      <a href="\(Link("account"))">\(session.displayName)</a>\
      <form method="post" action="\(Link("sign-out"))">\(hiddenCSRF)\
      <button class="plain">\(say(FrameText.signOut))</button></form></div>
      """
  }

  private var inbox: HTML? {
    guard let session, session.isComplete else { return nil }
    let count = unread ?? 0
    let text = count > 0 ? say(InboxText.linkNew, String(count)) : say(InboxText.link)
    return "<a href=\"\(InboxPages.link)\">\(text)</a>"
  }

  // MARK: - Forms

  /// The hidden field that every form of a signed-in page carries.
  var hiddenCSRF: HTML { "<input type=\"hidden\" name=\"csrf\" value=\"\(csrf ?? "")\">" }

  /// The hidden fields of a form that acts: that it is ours, and a key by which it is done once,
  /// however often it is sent.
  var hiddenFields: HTML {
    let key =
      String(UInt64.random(in: .min ... .max), radix: 36)
      + String(UInt64.random(in: .min ... .max), radix: 36)
    return "\(hiddenCSRF)<input type=\"hidden\" name=\"key\" value=\"form-\(key)\">"
  }

  /// The box above a form that was not taken: what is wrong, each line a link to its field.
  func errors(_ errors: [(text: String, field: String)]) -> HTML {
    guard !errors.isEmpty else { return .nothing }
    let items = HTML(each: errors) { error in
      "<li><a href=\"\(Link(fragment: error.field))\">\(error.text)</a></li>"
    }
    return """
      <div class="errsum" id="errors" tabindex="-1" role="alert" data-focus>\
      <h2>\(say(FrameText.errorTitle))</h2><ul>\(items)</ul></div>
      """
  }

  private var timeout: HTML {
    """
    <dialog id="timeout" aria-labelledby="timeout-title" data-idle="\(session?.idleSeconds ?? 0)" \
    data-left="\(secondsLeft ?? 0)">
    <h2 id="timeout-title">\(say(FrameText.timeoutTitle))</h2>
    <p data-before>\(say(FrameText.timeoutText))</p>
    <p data-after hidden>\(say(FrameText.timeoutOver)) \
    <a href="\(Link("sign-in").adding("to", target.text))">\(say(FrameText.timeoutSignIn))</a></p>
    <p data-before>\
    <button type="button" class="btn btn-1">\(say(FrameText.timeoutStay))</button></p>
    </dialog>
    """
  }
}

extension HTTPField.Name {
  static let referrerPolicy = HTTPField.Name("Referrer-Policy") ?? .userAgent
  static let openerPolicy = HTTPField.Name("Cross-Origin-Opener-Policy") ?? .userAgent
  static let resourcePolicy = HTTPField.Name("Cross-Origin-Resource-Policy") ?? .userAgent
  static let permissionsPolicy = HTTPField.Name("Permissions-Policy") ?? .userAgent
}
