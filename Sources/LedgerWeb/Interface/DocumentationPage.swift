import HTTPTypes
import LedgerDomain

/// The readable description of the interface, one page per language, made from the declarations.
struct DocumentationPage: Sendable {
  private let pages: [Language: String]

  init(_ endpoints: [Endpoint]) {
    pages = [
      .chinese: Self.html(endpoints, .chinese), .english: Self.html(endpoints, .english),
    ]
  }

  /// The page in a language.
  func reply(in language: Language) -> Reply {
    Reply.text(pages[language] ?? "", "text/html; charset=utf-8")
      .with(.contentSecurityPolicy, Self.policy).with(.cacheControl, "no-cache")
  }

  private static let policy =
    "default-src 'none'; style-src 'self'; form-action 'none'; frame-ancestors 'none'; "
    + "base-uri 'none'"

  /// Its style.
  static let style = Reply.text(
    """
    body { font: 16px/1.6 "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif;
      max-width: 60rem; margin: 2rem auto; padding: 0 1rem; color: #1f2328; background: #fff; }
    h1, h2, h3 { line-height: 1.3; }
    h3 { margin-top: 2rem; border-top: 1px solid #d0d7de; padding-top: 1rem; }
    code { font: 0.9em/1.4 ui-monospace, monospace; background: #f3f4f6; padding: 0.1em 0.3em;
      overflow-wrap: anywhere; }
    table { border-collapse: collapse; width: 100%; }
    th, td { text-align: left; vertical-align: top; padding: 0.3rem 0.6rem 0.3rem 0;
      border-bottom: 1px solid #d0d7de; overflow-wrap: anywhere; }
    .method { font-weight: 700; }

    """, "text/css; charset=utf-8"
  ).with(.cacheControl, "no-cache")

  private static func html(_ endpoints: [Endpoint], _ language: Language) -> String {
    func say(_ zh: String, _ en: String) -> String { language == .chinese ? zh : en }
    var nouns: [String] = []
    for endpoint in endpoints where !nouns.contains(endpoint.noun) { nouns.append(endpoint.noun) }
    var html = """
      <!doctype html>
      <html lang="\(language == .chinese ? "zh-CN" : "en")">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>\(say("台账接口说明", "The ledger's interface"))</title>
      <link rel="stylesheet" href="/api/docs/style.css">
      </head>
      <body>
      <main>
      <h1>\(say("台账接口说明", "The ledger's interface"))</h1>
      <p>\(say(
        "地址以 /api/v1 开头。程序用 Authorization: Bearer 令牌；浏览器用会话 cookie，写入时另带 "
          + "X-CSRF-Token。写入须带 Idempotency-Key：同一键同一内容得到第一次的答复。机器可读的说明："
          + "/api/v1/openapi.json（OpenAPI 3.1）。",
        "Addresses begin with /api/v1. Programs send Authorization: Bearer and a token; "
          + "browsers the session's cookie, and X-CSRF-Token with what changes something. "
          + "Writes take an Idempotency-Key: the same key with the same content gets the first "
          + "answer. For machines: /api/v1/openapi.json (OpenAPI 3.1)."))</p>
      <h2 id="boundary">\(escaped(BoundaryText.title.text(in: language)))</h2>
      <p>\(escaped(BoundaryText.text.text(in: language)))</p>

      """
    for noun in nouns {
      html += "<h2 id=\"\(noun)\">\(noun)</h2>\n"
      for endpoint in endpoints where endpoint.noun == noun {
        html += section(endpoint, language)
      }
    }
    return html + refusals(language) + "</main>\n</body>\n</html>\n"
  }

  private static func section(_ endpoint: Endpoint, _ language: Language) -> String {
    var html = """
      <h3 id="\(endpoint.name)"><span class="method">\(endpoint.method.rawValue)</span> \
      <code>/api/v1\(endpoint.path)</code></h3>
      <p>\(escaped(endpoint.summary.text(in: language)))</p>

      """
    let roles = endpoint.access.permissions.flatMap(\.rule.roles).map(\.rawValue)
    if !roles.isEmpty {
      let word = language == .chinese ? "角色：" : "Roles: "
      html += "<p>\(word)\(roles.joined(separator: ", "))</p>\n"
    }
    if !endpoint.query.isEmpty {
      html += "<table>\n"
      for parameter in endpoint.query {
        html +=
          "<tr><td><code>\(parameter.name)\(parameter.isRequired ? " *" : "")</code></td>"
          + "<td>\(escaped(parameter.text))</td><td>\(escaped(parameter.form))</td></tr>\n"
      }
      html += "</table>\n"
    }
    switch endpoint.content {
    case .json(let schema), .scanned(let schema):
      html += "<p>JSON: <code>\(escaped(schema.json.compactText))</code></p>\n"
    case .file: html += "<p>CSV, XLSX</p>\n"
    case .nothing, .form, .upload: break
    }
    return html
  }

  private static func refusals(_ language: Language) -> String {
    var html = "<h2 id=\"refusals\">\(language == .chinese ? "拒绝一览" : "Refusals")</h2>\n<table>\n"
    for section in Refusals.all {
      for reason in section.reasons {
        let code: String = reason.rawValue
        let text: BilingualText = reason.text
        let wayOut: BilingualText = reason.wayOut
        html +=
          "<tr id=\"\(code)\"><td><code>\(code)</code></td><td>"
          + escaped("\(text.text(in: language)) \(wayOut.text(in: language))") + "</td></tr>\n"
      }
    }
    return html + "</table>\n"
  }

  private static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
