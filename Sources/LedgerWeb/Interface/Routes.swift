import HTTPTypes
import Hummingbird
import LedgerDomain

/// Every address that the service answers.
enum Routes {
  /// Everything below `/api/v1`, noun by noun.
  static func endpoints() -> [Endpoint] {
    SessionEndpoints.all + AccountEndpoints.all + CatalogueEndpoints.all + TargetEndpoints.all
      + SubmissionEndpoints.all + MonthEndpoints.all + MethodEndpoints.all + ResultEndpoints.all
      + EditionEndpoints.all + JournalEndpoints.all + EventEndpoints.all
  }

  static func router(_ web: WebLedger, version: String) -> Router<WebContext> {
    let endpoints = endpoints()
    let router = Router(context: WebContext.self, options: .autoGenerateHeadEndpoints)
    let methods = MethodsByPath(endpoints + PageRoutes.all)
    router.add(middleware: FrontMiddleware(web: web, methods: { methods.of($0) }))
    let description = OpenAPIDocument.json(endpoints, version: version)
    for endpoint in endpoints + HealthEndpoints.all(web) + [documentation(description)]
      + PageRoutes.all
    {
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
  private let endpoints: [(parts: [Substring], method: String)]

  init(_ endpoints: [Endpoint]) {
    self.endpoints = endpoints.map { endpoint in
      (endpoint.route.split(separator: "/"), endpoint.method.rawValue)
    }
  }

  func of(_ path: String) -> [String] {
    let parts = path.split(separator: "/")
    return endpoints.filter { known in
      known.parts.count == parts.count
        && zip(known.parts, parts).allSatisfy { $0.hasPrefix("{") || $0 == $1 }
    }.map(\.method).sorted()
  }
}
