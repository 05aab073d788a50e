import HTTPTypes
import LedgerDomain
import LedgerStore

/// The manuals, for everybody: who cannot sign in reads them too.
enum HelpPages {
  static let all: [Endpoint] = [index, manual]

  static let link = Link("help")

  private static let index = Endpoint.page(
    .get, "/help", "page.help", access: .open,
    handle: { call in
      let frame = await call.openFrame()
      let own = frame.session?.roles ?? []
      let say = frame.say
      let title = say(HelpText.title)
      let basics = Manuals.everyone(in: say.language)
      return frame.reply(
        title,
        """
        <h1>\(title)</h1>
        \(list(Role.allCases.filter { own.contains($0) }, HelpText.own, say))
        \(list(Role.allCases.filter { !own.contains($0) }, own.isEmpty ? .all : .others, say))
        <section class="manual"><h2>\(basics.title)</h2>
        \(basics.body)</section>
        """)
    })

  private static let manual = Endpoint.page(
    .get, "/help/{role}", "page.help.role", access: .open,
    handle: { call in
      guard let role = Manuals.role(named: call.part("role")) else {
        throw Refusal(RequestRefusal.pathUnknown)
      }
      let frame = await call.openFrame()
      let say = frame.say
      let manual = Manuals.manual(of: role, in: say.language)
      return frame.reply(
        manual.title,
        """
        <nav class="crumb" aria-label="\(say(CatalogueText.crumbs))"><ol>\
        <li><a href="\(link)">\(say(HelpText.title))</a></li>\
        <li aria-current="page">\(manual.title)</li></ol></nav>
        <div class="manual"><h1>\(manual.title)</h1>
        \(manual.body)</div>
        """)
    })

  private static func list(_ roles: [Role], _ title: HelpText, _ say: Say) -> HTML? {
    guard !roles.isEmpty else { return nil }
    let items = HTML(each: roles) { role in
      """
      <li><a href="\(Link("help", Manuals.name(of: role)))">\
      \(Manuals.manual(of: role, in: say.language).title)</a></li>
      """
    }
    return "<section><h2>\(say(title))</h2><ul class=\"links\">\(items)</ul></section>"
  }
}

extension Call {
  /// What stands around a page that is open to all, for whoever is signed in all the same.
  fileprivate func openFrame() async -> PageFrame {
    guard let secret, let session = try? await web.sessions.session(of: secret) else {
      return frame
    }
    return frame(of: session, secret: secret)
  }
}
