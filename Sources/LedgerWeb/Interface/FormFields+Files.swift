import LedgerDomain

extension FormFields {
  /// A file that a browser sent with a form.
  struct File: Sendable {
    /// What the file was called where it came from; empty where none was chosen.
    let name: String
    let bytes: [UInt8]
  }

  private static let partsMax = 50
  private static let headMax = 4_096

  /// Reads a form with files (RFC 7578, `multipart/form-data`); refused where it is none.
  init(multipart bytes: [UInt8], mediaType: String) throws(Refusal) {
    guard let boundary = Self.boundary(in: mediaType) else {
      throw Refusal(RequestRefusal.formMalformed)
    }
    let delimiter = Array("--".utf8) + boundary
    var fields: [(name: String, value: String)] = []
    var files: [String: File] = [:]
    var rest = bytes[...]
    guard rest.starts(with: delimiter) else { throw Refusal(RequestRefusal.formMalformed) }
    rest = rest.dropFirst(delimiter.count)
    while rest.starts(with: Self.lineEnd) {
      guard let end = Self.find(Self.lineEnd + delimiter, in: rest.dropFirst(2)),
        fields.count + files.count < Self.partsMax
      else { throw Refusal(RequestRefusal.formMalformed) }
      let part = try Part(rest[(rest.startIndex + 2)..<end])
      guard !fields.contains(where: { $0.name == part.name }), files[part.name] == nil else {
        throw Refusal(RequestRefusal.formMalformed)
      }
      if let fileName = part.fileName {
        files[part.name] = File(name: fileName, bytes: Array(part.content))
      } else {
        guard let text = String(validating: part.content, as: UTF8.self) else {
          throw Refusal(RequestRefusal.formMalformed)
        }
        fields.append((part.name, text))
      }
      rest = rest[(end + 2 + delimiter.count)...]
    }
    guard rest.starts(with: Array("--".utf8)) else { throw Refusal(RequestRefusal.formMalformed) }
    self.init(fields: fields, files: files)
  }

  private static let lineEnd: [UInt8] = [0x0D, 0x0A]

  private static func boundary(in mediaType: String) -> [UInt8]? {
    for parameter in mediaType.split(separator: ";").dropFirst() {
      let pair = parameter.drop { $0 == " " }.split(separator: "=", maxSplits: 1)
      guard pair.count == 2, pair[0].lowercased() == "boundary" else { continue }
      let text = pair[1].utf8.filter { $0 != UInt8(ascii: "\"") }
      return (1...70).contains(text.count) ? Array(text) : nil
    }
    return nil
  }

  /// Where some bytes stand first.
  private static func find(_ wanted: [UInt8], in bytes: ArraySlice<UInt8>) -> Int? {
    guard let first = wanted.first else { return nil }
    var rest = bytes
    while let start = rest.firstIndex(of: first) {
      rest = rest[start...]
      if rest.starts(with: wanted) { return start }
      rest = rest.dropFirst()
    }
    return nil
  }

  /// One part: its head and its content.
  private struct Part {
    let name: String
    let fileName: String?
    let content: ArraySlice<UInt8>

    init(_ bytes: ArraySlice<UInt8>) throws(Refusal) {
      guard let end = find(lineEnd + lineEnd, in: bytes.prefix(headMax)),
        let head = String(validating: bytes[..<end], as: UTF8.self)
      else { throw Refusal(RequestRefusal.formMalformed) }
      content = bytes[(end + 4)...]
      var disposition: String?
      for line in head.split(separator: "\r\n") where disposition == nil {
        let pair = line.split(separator: ":", maxSplits: 1)
        if pair.count == 2, pair[0].lowercased() == "content-disposition" {
          disposition = String(pair[1])
        }
      }
      guard let disposition, let name = Self.parameter("name", of: disposition), !name.isEmpty
      else { throw Refusal(RequestRefusal.formMalformed) }
      self.name = name
      fileName = Self.parameter("filename", of: disposition)
    }

    /// A quoted parameter; browsers write `%22` for a quotation mark in it.
    private static func parameter(_ name: String, of disposition: String) -> String? {
      let parts = disposition.utf8.split(
        separator: UInt8(ascii: "\""), omittingEmptySubsequences: false)
      for position in stride(from: 0, to: parts.count - 1, by: 2) {
        let before = String(Substring(parts[position])).lowercased()
        if before.hasSuffix("; \(name)=") || before.hasSuffix(";\(name)=") {
          return String(Substring(parts[position + 1]))
        }
      }
      return nil
    }
  }
}
