import HTTPTypes
import LedgerDomain
import LedgerOperations
import LedgerStore
import PostgresSupport

/// Every page.
///
/// They lie at the root; the interface for programs lies below `/api/v1`.
enum PageRoutes {
  static let all: [Endpoint] = [
    [Assets.endpoint], SignInPages.all, AccountPages.all, BoardPages.all, UnitPages.all,
    EntryPages.all,
    ReviewPages.all,
    MonthPages.all,
    CataloguePages.all,
    HelpPages.all,
    SettingsPages.all,
    WorkPages.all,
    LadderPages.all,
    TaskPages.all,
    JournalPages.all,
    EditionVerifyPage.all,
    CasePages.all,
    TriggerPages.all,
    RecordPages.all,
    RecordFigurePages.all,
    AssessmentPages.all,
    ListPages.all,
    AccountListPage.all,
    CampaignPages.all,
    MeetingPages.all,
    InboxPages.all,
  ].flatMap { $0 }

  /// Whether a path is one that people look at, so that its refusals are pages.
  static func isPage(_ path: String) -> Bool {
    !path.hasPrefix("/api/") && path != "/api"
      && !["/healthz", "/readyz", "/metrics"].contains(path)
  }
}

extension Endpoint {
  /// A page: an endpoint that is no part of the interface for programs.
  static func page(
    _ method: HTTPRequest.Method, _ path: String, _ name: String, access: Access,
    query: [Parameter] = [], content: Content = .form, isKeyed: Bool = false,
    handle: @escaping @Sendable (Call) async throws -> Reply
  ) -> Endpoint {
    var endpoint = Endpoint(
      method: method, path: path, name: name, noun: "pages",
      summary: BilingualText(zh: "页面", en: "A page"), access: access,
      answer: Answer(mediaTypes: ["text/html"]), handle: handle)
    endpoint.isPage = true
    endpoint.query = query
    endpoint.isKeyed = isKeyed
    if method == .post { endpoint.content = content }
    return endpoint
  }
}

extension Reply {
  /// Sends the browser to another page of ours.
  static func see(_ link: Link) -> Reply {
    Reply(status: .seeOther).with(.location, link.text)
  }
}

extension Call {
  /// Says the pages' texts in the reader's language.
  var say: Say { Say(language: language) }

  /// What stands around the page that answers this call.
  var frame: PageFrame { frame(of: session, secret: secret) }

  /// What stands around a page of somebody.
  func frame(of session: ActingSession?, secret: String?) -> PageFrame {
    PageFrame(
      say: say, target: Link(local: target) ?? Link(), session: session,
      csrf: session == nil ? nil : secret.map(SessionCookie.csrfToken),
      isDemonstration: web.configuration.isDemonstration,
      secondsLeft: session.map { web.secondsLeft(of: $0) },
      unread: session.flatMap { web.inboxes.unread(of: $0.account) })
  }
}

extension WebLedger {
  /// Whole seconds until a session ends.
  func secondsLeft(of session: ActingSession) -> Int {
    let now = ledger.moment.microsecondsSince2000
    return Int(clamping: (session.expiresAt.microsecondsSince2000 &- now) / 1_000_000)
  }
}
