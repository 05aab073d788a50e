import HTTPTypes
import LedgerDomain

/// In which language a page is told: the one chosen, else the one that the browser asks for.
enum PageLanguage {
  private static let cookie = "taizhang-language"

  /// The language of a request.
  static func of(_ headers: HTTPFields) -> Language {
    for header in headers[values: .cookie] {
      for pair in header.split(separator: ";") {
        let parts = pair.drop { $0 == " " }.split(separator: "=", maxSplits: 1)
        if parts.count == 2, parts[0] == cookie, let chosen = Language(rawValue: String(parts[1])) {
          return chosen
        }
      }
    }
    return FrontMiddleware.language(headers[.acceptLanguage])
  }

  /// The answer to `?lang=en` on any page: the choice is kept, and the page shown without it.
  static func choice(_ target: String) -> Reply? {
    let parts = target.split(separator: "?", maxSplits: 1)
    guard parts.count == 2 else { return nil }
    let items = parts[1].split(separator: "&")
    guard let item = items.last(where: { $0.hasPrefix("lang=") }),
      let language = Language(rawValue: String(item.dropFirst(5)))
    else { return nil }
    let rest = items.filter { !$0.hasPrefix("lang=") }.joined(separator: "&")
    let path = String(parts[0]) + (rest.isEmpty ? "" : "?\(rest)")
    return Reply.see(Link(local: path) ?? Link()).with(
      .setCookie,
      "\(cookie)=\(language.rawValue); Path=/; Max-Age=31536000; SameSite=Lax; Secure; HttpOnly")
  }
}
