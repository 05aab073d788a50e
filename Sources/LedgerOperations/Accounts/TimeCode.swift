import Crypto
import LedgerDomain

/// The six digits that an authenticator shows: RFC 6238 with SHA-1 and steps of 30 seconds, as
/// every authenticator knows it.
enum TimeCode {
  static let stepSeconds: Int64 = 30

  /// The code of a step.
  static func code(secret: [UInt8], step: Int64, digits: Int = 6) -> String {
    let counter = withUnsafeBytes(of: step.bigEndian, Array.init)
    let digest = Array(
      HMAC<Insecure.SHA1>.authenticationCode(for: counter, using: SymmetricKey(data: secret)))
    let offset = Int(digest[digest.count - 1] & 15)
    let number = digest[offset..<offset + 4].reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
    var modulus: UInt32 = 1
    for _ in 0..<digits { modulus *= 10 }
    let text = String((number & 0x7FFF_FFFF) % modulus)
    return String(repeating: "0", count: digits - text.utf8.count) + text
  }

  /// The step whose code this is, one step before and after now included; nil for none.
  static func step(of code: String, secret: [UInt8], unixSeconds: Int64) -> Int64? {
    let now = unixSeconds / stepSeconds
    let wanted = Array(code.utf8)
    guard wanted.count == 6 else { return nil }
    var found: Int64?
    // All three are compared, byte by byte to the end: the time taken tells nothing.
    for step in (now - 1)...(now + 1) {
      let difference = zip(Self.code(secret: secret, step: step).utf8, wanted)
        .reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) }
      if difference == 0 { found = step }
    }
    return found
  }
}
