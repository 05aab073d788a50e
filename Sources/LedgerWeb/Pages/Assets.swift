import Crypto
import HTTPTypes
import LedgerDomain
import NIOCore

/// What pages load besides themselves: kept in the program, served under names that change with the
/// content, so that browsers may keep them for ever.
enum Assets {
  /// One of them.
  struct Asset: Sendable {
    /// Where it is served.
    let link: Link
    let name: String
    let mediaType: String
    let content: [UInt8]

    fileprivate init(_ stem: String, _ ending: String, _ mediaType: String, _ content: [UInt8]) {
      let hash = hexadecimal(Array(SHA256.hash(data: content).prefix(8)))
      name = "\(stem).\(hash).\(ending)"
      link = Link("assets", name)
      self.mediaType = mediaType
      self.content = content
    }
  }

  static let style = Asset("app", "css", "text/css; charset=utf-8", PackageResources.app_css)
  static let script = Asset(
    "app", "js", "text/javascript; charset=utf-8", PackageResources.app_js)
  /// What the entry form does besides.
  static let entryScript = Asset(
    "entry", "js", "text/javascript; charset=utf-8", PackageResources.entry_js)
  /// What the page of a proof computes.
  static let verify = Asset(
    "verify", "js", "text/javascript; charset=utf-8", PackageResources.verify_js)
  static let icon = Asset("favicon", "svg", "image/svg+xml", PackageResources.favicon_svg)
  /// What every page loads, and what some do besides.
  static let common = [style, script, icon]
  static let own = [entryScript, verify]
  static let all = common + own

  static let endpoint = Endpoint.page(
    .get, "/assets/{name}", "page.asset", access: .open,
    handle: { call in
      guard let asset = all.first(where: { $0.name == call.part("name") }) else {
        throw Refusal(RequestRefusal.pathUnknown)
      }
      var reply = Reply()
      reply.headers[.contentType] = asset.mediaType
      reply.headers[.cacheControl] = "public, max-age=31536000, immutable"
      reply.content = ByteBuffer(bytes: asset.content)
      return reply
    })
}
