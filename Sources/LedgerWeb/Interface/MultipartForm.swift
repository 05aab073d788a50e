import LedgerDomain

/// A file that a form carries.
struct UploadedFile: Sendable {
  /// What the browser calls it; shown, never opened.
  let name: String
  let bytes: [UInt8]
}

/// The parts of a form with files (`multipart/form-data`, RFC 7578), read strictly.
struct MultipartForm: Sendable {
  /// The fields that are texts.
  private(set) var fields: [(name: String, value: String)] = []
  /// The files that were chosen; a field without one is not among them.
  private(set) var files: [(field: String, file: UploadedFile)] = []
  private static let partsMax = 100

  /// Reads a form's bytes; refused where they are no such form.
  init(parsing bytes: [UInt8], contentType: String) throws(Refusal) {
    guard let boundary = Self.boundary(in: contentType) else {
      throw Refusal(RequestRefusal.formMalformed)
    }
    let delimiter = Array("\r\n--".utf8) + boundary
    // The first delimiter has no line break before it.
    guard bytes.starts(with: delimiter.dropFirst(2)) else {
      throw Refusal(RequestRefusal.formMalformed)
    }
    var position = delimiter.count - 2
    for _ in 0...Self.partsMax {
      let mark = bytes.dropFirst(position).prefix(2)
      if mark.elementsEqual("--".utf8) { return }
      guard mark.elementsEqual("\r\n".utf8),
        let end = Self.find(delimiter, in: bytes[...], from: position)
      else { throw Refusal(RequestRefusal.formMalformed) }
      try add(part: bytes[(position + 2)..<max(end, position + 2)])
      position = end + delimiter.count
    }
    throw Refusal(RequestRefusal.formMalformed)
  }

  private mutating func add(part: ArraySlice<UInt8>) throws(Refusal) {
    let gap = Array("\r\n\r\n".utf8)
    guard let end = Self.find(gap, in: part, from: part.startIndex),
      let head = String(validating: part[..<end], as: UTF8.self),
      let name = Self.parameter("name", of: head), !name.isEmpty
    else { throw Refusal(RequestRefusal.formMalformed) }
    let content = part[(end + gap.count)...]
    if let fileName = Self.parameter("filename", of: head) {
      if fileName.isEmpty, content.isEmpty { return }
      files.append((name, UploadedFile(name: fileName, bytes: Array(content))))
      return
    }
    guard let value = String(validating: content, as: UTF8.self), !content.contains(0),
      !fields.contains(where: { $0.name.utf8.elementsEqual(name.utf8) })
    else { throw Refusal(RequestRefusal.formMalformed) }
    fields.append((name, value))
  }

  /// A parameter of the part's `Content-Disposition`, between quotes.
  private static func parameter(_ name: String, of head: String) -> String? {
    for line in head.utf8.split(whereSeparator: { $0 == 13 || $0 == 10 }) {
      let text = String(Substring(line))
      guard text.lowercased().hasPrefix("content-disposition:") else { continue }
      // `name="` is also the end of `filename="`, so that the sign before it counts.
      for before in [" ", ";"] {
        let opening = Array("\(before)\(name)=\"".utf8)
        let bytes = Array(line)
        guard let start = find(opening, in: bytes[...], from: 0) else { continue }
        let rest = bytes[(start + opening.count)...]
        guard let end = rest.firstIndex(of: UInt8(ascii: "\"")) else { return nil }
        return String(decoding: rest[..<end], as: UTF8.self)
      }
    }
    return nil
  }

  /// The boundary that the header names: 1…70 signs.
  private static func boundary(in contentType: String) -> [UInt8]? {
    for part in contentType.split(separator: ";").dropFirst() {
      let bare = part.drop { $0 == " " }
      guard bare.lowercased().hasPrefix("boundary=") else { continue }
      let value = bare.utf8.dropFirst("boundary=".utf8.count).filter { $0 != UInt8(ascii: "\"") }
      return (1...70).contains(value.count) ? Array(value) : nil
    }
    return nil
  }

  /// Where a sequence of bytes begins, from a place on.
  private static func find(
    _ wanted: [UInt8], in bytes: ArraySlice<UInt8>, from start: Int
  ) -> Int? {
    bytes.withUnsafeBufferPointer { buffer -> Int? in
      let offset = bytes.startIndex
      var position = start - offset
      while position >= 0, position + wanted.count <= buffer.count {
        if buffer[position] == wanted[0] {
          var matched = 1
          while matched < wanted.count, buffer[position + matched] == wanted[matched] {
            matched += 1
          }
          if matched == wanted.count { return position + offset }
        }
        position += 1
      }
      return nil
    }
  }
}
