import HTTPTypes
import Hummingbird
import LedgerDomain

/// Every address that the service answers.
enum Routes {
  /// Everything below `/api/v1`, noun by noun.
  static func endpoints() -> [Endpoint] {
    [
      SessionEndpoints.all,
      AccountEndpoints.all,
      CatalogueEndpoints.all,
      CatalogueReadEndpoints.all,
      TileEndpoints.all,
      TargetEndpoints.all,
      SubmissionEndpoints.all,
      ReviewEndpoints.all,
      MonthEndpoints.all,
      MonthWorkEndpoints.all,
      MethodEndpoints.all,
      ResultEndpoints.all,
      EditionEndpoints.all,
      TaskEndpoints.all,
      EscalationEndpoints.all,
      CampaignEndpoints.all,
      CaseEndpoints.all,
      RecordEndpoints.all,
      RecordFigureEndpoints.all,
      AssessmentEndpoints.all,
      MeetingEndpoints.all,
      InboxEndpoints.all,
      JournalEndpoints.all,
      EventEndpoints.all,
    ].flatMap { $0 }
  }

  static func router(_ web: WebLedger, version: String) -> Router<WebContext> {
    let endpoints = endpoints()
    let router = Router(context: WebContext.self, options: .autoGenerateHeadEndpoints)
    let description = OpenAPIDocument.json(endpoints, version: version)
    let all =
      endpoints + HealthEndpoints.all(web) + [documentation(description)]
      + PageRoutes.all
    let methods = MethodsByPath(all)
    router.add(middleware: FrontMiddleware(web: web, methods: { methods.of($0) }))
    for endpoint in all {
      let runner = EndpointRunner(web: web, endpoint: endpoint)
      router.on(RouterPath(endpoint.route), method: endpoint.method) { request, context in
        try await runner.respond(request, context)
      }
    }
    let page = DocumentationPage(endpoints)
    router.get("/api/docs") { _, context in page.reply(in: context.language).response }
    router.get("/api/docs/style.css") { _, _ in DocumentationPage.style.response }
    return router
  }

  private static func documentation(_ description: JSONValue) -> Endpoint {
    let reply = Reply.json(description)
    return Endpoint(
      method: .get, path: "/openapi.json", name: "openapi", noun: "service",
      summary: BilingualText(zh: "接口说明。", en: "The description of the interface."),
      access: .open, answer: .json(.document), handle: { _ in reply })
  }
}

/// Which methods a path takes: for the answer to one that it does not.
struct MethodsByPath: Sendable {
  private let endpoints: [(parts: [Substring], methods: [String])]

  init(_ endpoints: [Endpoint]) {
    self.endpoints = endpoints.map { endpoint in
      (
        endpoint.route.split(separator: "/"),
        endpoint.method == .get ? ["GET", "HEAD"] : [endpoint.method.rawValue]
      )
    }
  }

  func of(_ path: String) -> [String] {
    let parts = path.split(separator: "/")
    let fitting = endpoints.filter { known in
      known.parts.count == parts.count
        && zip(known.parts, parts).allSatisfy { $0.hasPrefix("{") || $0 == $1 }
    }
    return Set(fitting.flatMap(\.methods)).sorted()
  }
}
