import LedgerDomain

/// The fields of a form that a browser sent (`application/x-www-form-urlencoded`).
struct FormFields: Sendable {
  private let fields: [(name: String, value: String)]
  private static let fieldsMax = 500

  /// No fields: a request that carries none.
  static let none = FormFields(fields: [])

  private init(fields: [(name: String, value: String)]) {
    self.fields = fields
  }

  /// Reads a form; refused where it is none: broken encodings, too many fields, a name twice.
  init(parsing bytes: [UInt8]) throws(Refusal) {
    var fields: [(name: String, value: String)] = []
    var names: Set<[UInt8]> = []
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw Refusal(RequestRefusal.formMalformed)
    }
    for part in text.utf8.split(separator: UInt8(ascii: "&")) {
      let pair = part.split(
        separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
      guard fields.count < Self.fieldsMax,
        let name = PercentText.decoded(String(Substring(pair[0]))), !name.isEmpty,
        let value = PercentText.decoded(pair.count > 1 ? String(Substring(pair[1])) : ""),
        names.insert(Array(name.utf8)).inserted
      else { throw Refusal(RequestRefusal.formMalformed) }
      fields.append((name, value))
    }
    self.fields = fields
  }

  /// A field's text; nil where the form has none of that name.
  subscript(_ name: String) -> String? { fields.first { $0.name == name }?.value }

  /// What stands behind a prefix in the names of the fields that have it, in their order.
  func names(after prefix: String) -> [String] {
    fields.filter { $0.name.hasPrefix(prefix) }.map { String($0.name.dropFirst(prefix.count)) }
  }

  /// A field's text, or nothing; refused where it is longer than its input takes.
  func text(_ name: String, max: Int) throws(Refusal) -> String {
    let text = self[name] ?? ""
    guard text.unicodeScalars.count <= max else {
      throw Refusal(RequestRefusal.parameterMalformed, at: .option(name), name, "…", "≤ \(max)")
    }
    return text
  }
}
