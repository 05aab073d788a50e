import Foundation

/// A password as it is hashed, however a keyboard spells it.
///
/// The same letters come as one scalar or as several, wide or narrow, from different keyboards and
/// input methods; NIST SP 800-63B has them normalised before they are hashed, here to NFKC. What
/// was hashed before that is compared as it was typed as well, and hashed anew when it fits.
enum PasswordText {
  /// The form that is hashed.
  static func normalised(_ password: String) -> String {
    guard password.utf8.contains(where: { $0 >= 0x80 }) else { return password }
    return password.precomposedStringWithCompatibilityMapping
  }

  /// Every form in which a digest may know it: the one that is hashed first.
  static func forms(_ password: String) -> [String] {
    let normal = normalised(password)
    // By bytes: Swift takes the two for the same text.
    return normal.utf8.elementsEqual(password.utf8) ? [normal] : [normal, password]
  }
}
