import LedgerDomain

/// The fields of a form that a browser sent, and the files that it carries.
struct FormFields: Sendable {
  private let fields: [(name: String, value: String)]
  private let files: [(field: String, file: UploadedFile)]
  private static let fieldsMax = 500

  /// No fields: a request that carries none.
  static let none = FormFields(fields: [])

  private init(fields: [(name: String, value: String)]) {
    self.fields = fields
    files = []
  }

  /// Takes the parts of a form with files.
  init(_ form: MultipartForm) {
    fields = form.fields
    files = form.files
  }

  /// Reads a form without files (`application/x-www-form-urlencoded`); refused where it is none:
  /// broken encodings, too many fields, a name twice.
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
    files = []
  }

  /// The file of a field; nil where none was chosen.
  func file(_ name: String) -> UploadedFile? { files.first { $0.field == name }?.file }

  /// Fields and files one after the other, each with its length in front: the same for the same
  /// form, whatever boundary the browser drew.
  var canonicalBytes: [UInt8] {
    var bytes: [UInt8] = []
    func add(_ part: some Collection<UInt8>) {
      withUnsafeBytes(of: UInt64(part.count).bigEndian) { bytes.append(contentsOf: $0) }
      bytes.append(contentsOf: part)
    }
    for field in fields {
      add(field.name.utf8)
      add(field.value.utf8)
    }
    for (field, file) in files {
      add(field.utf8)
      add(file.name.utf8)
      add(file.bytes)
    }
    return bytes
  }

  /// A field's text; nil where the form has none of that name.
  subscript(_ name: String) -> String? { fields.first { $0.name == name }?.value }

  /// A field's text, or nothing; refused where it is longer than its input takes.
  func text(_ name: String, max: Int) throws(Refusal) -> String {
    let text = self[name] ?? ""
    guard text.unicodeScalars.count <= max else {
      throw Refusal(RequestRefusal.parameterMalformed, at: .option(name), name, "…", "≤ \(max)")
    }
    return text
  }
}
