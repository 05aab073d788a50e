import Crypto
import HTTPTypes
import LedgerDomain

/// The cookie that holds a browser's session.
///
/// The prefix `__Host-` binds it to this host over a secure connection; browsers count the loopback
/// as one.
enum SessionCookie {
  static let name = "__Host-taizhang"

  /// The session's secret in a request's cookies; nil when there is none, or more than one.
  static func secret(in headers: HTTPFields) -> String? {
    var found: String?
    for header in headers[values: .cookie] {
      for pair in header.split(separator: ";") {
        let trimmed = pair.drop { $0 == " " }
        guard trimmed.hasPrefix(name + "=") else { continue }
        guard found == nil else { return nil }
        found = String(trimmed.dropFirst(name.utf8.count + 1))
      }
    }
    return found
  }

  /// The header that sets it.
  static func setting(_ secret: String) -> String {
    "\(name)=\(secret); Path=/; Secure; HttpOnly; SameSite=Strict"
  }

  /// The header that removes it.
  static let removal = "\(name)=; Path=/; Secure; HttpOnly; SameSite=Strict; Max-Age=0"

  /// What a page of ours knows and another site does not: follows from the secret, so that it need
  /// not be kept.
  static func csrfToken(of secret: String) -> String {
    hexadecimal(SHA256.hash(data: Array("taizhang-csrf-1 \(secret)".utf8)))
  }
}
