import Glibc
public import LedgerDomain

/// How the bytes of a file spell its text.
public enum TextEncoding: String, Sendable, CaseIterable {
  case utf8 = "utf-8"
  case gbk
}

/// A CSV file on disk, read in chunks; an XLSX workbook is read as if its first sheet were one.
public struct CSVFile: Sendable {
  /// The greatest file that is taken, in bytes.
  public static let bytesMax = 128 << 20
  private static let chunk = 1 << 18

  /// Where the file is.
  public let path: String
  /// How its text is spelt.
  public let encoding: TextEncoding

  /// Names a file.
  public init(path: String, encoding: TextEncoding = .utf8) {
    self.path = path
    self.encoding = encoding
  }

  /// Whether the file is a workbook; refuses one that cannot be read.
  func isWorkbook() throws(Refusal) -> Bool {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw Refusal(CSVRefusal.fileUnreadable, path) }
    defer { close(descriptor) }
    return Self.isWorkbook(descriptor)
  }

  private static func isWorkbook(_ descriptor: Int32) -> Bool {
    var first = [UInt8](repeating: 0, count: Spreadsheet.signature.count)
    return pread(descriptor, &first, first.count, 0) == first.count
      && first == Spreadsheet.signature
  }

  /// Calls `record` for each record, the header first.
  ///
  /// Refuses a file that cannot be read, is empty, too large or not in its encoding.
  public func forEachRecord(_ record: (CSVReader.Record) throws -> Void) throws {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw Refusal(CSVRefusal.fileUnreadable, path) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT != S_IFDIR else {
      throw Refusal(CSVRefusal.fileUnreadable, path)
    }
    guard status.st_size <= Self.bytesMax else {
      throw Refusal(CSVRefusal.fileTooLarge, String(Self.bytesMax))
    }
    var reader = CSVReader()
    if Self.isWorkbook(descriptor) {
      for row in try Spreadsheet(path: path).rows {
        try Array(CSVWriter.line(row).utf8).withUnsafeBytes { try reader.feed($0, record) }
      }
    } else if encoding == .gbk {
      let decoded = try GBK.decode(Self.contents(descriptor))
      try decoded.withUnsafeBytes { try reader.feed($0, record) }
    } else {
      var buffer = [UInt8](repeating: 0, count: Self.chunk)
      while true {
        let count = buffer.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
        guard count >= 0 else { throw Refusal(CSVRefusal.fileUnreadable, path) }
        if count == 0 { break }
        try buffer.withUnsafeBytes { bytes in
          try reader.feed(UnsafeRawBufferPointer(rebasing: bytes[..<count]), record)
        }
      }
    }
    try reader.finish(record)
  }

  private static func contents(_ descriptor: Int32) -> [UInt8] {
    var all: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: chunk)
    while true {
      let count = buffer.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
      guard count > 0 else { return all }
      all.append(contentsOf: buffer[..<count])
    }
  }

  /// Every record as texts, with its line: for files of a size that people make by hand.
  public func rows() throws -> [(line: Int, fields: [String])] {
    var rows: [(line: Int, fields: [String])] = []
    try forEachRecord { record in
      var fields: [String] = []
      for field in 0..<record.count {
        guard let text = String(validating: record[field], as: UTF8.self) else {
          throw Refusal(CSVRefusal.notUTF8, at: .line(record.line, column: field + 1))
        }
        fields.append(text)
      }
      rows.append((record.line, fields))
    }
    guard !rows.isEmpty else { throw Refusal(CSVRefusal.empty) }
    return rows
  }
}

/// The whole contents of a small file.
public enum SmallFile {
  /// Reads a file of at most so many bytes.
  public static func bytes(_ path: String, max: Int = JSONValue.bytesMax) throws -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw Refusal(CSVRefusal.fileUnreadable, path) }
    defer { close(descriptor) }
    var all: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = buffer.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
      guard count >= 0 else { throw Refusal(CSVRefusal.fileUnreadable, path) }
      if count == 0 { return all }
      all.append(contentsOf: buffer[..<count])
      guard all.count <= max else { throw Refusal(CSVRefusal.fileTooLarge, String(max)) }
    }
  }
}

/// The encoding of older Chinese spreadsheets, through the C library's converter.
enum GBK {
  static func decode(_ bytes: [UInt8]) throws -> [UInt8] {
    guard let converter = iconv_open("UTF-8", "GB18030"), converter != iconv_t(bitPattern: -1)
    else { throw Refusal(CSVRefusal.encodingUnknown, "gbk") }
    defer { iconv_close(converter) }
    var input = bytes.map { CChar(bitPattern: $0) }
    var output = [CChar](repeating: 0, count: bytes.count * 3 + 16)
    var inputLeft = input.count
    var outputLeft = output.count
    let isWhole = input.withUnsafeMutableBufferPointer { input in
      output.withUnsafeMutableBufferPointer { output in
        var source = input.baseAddress
        var target = output.baseAddress
        return iconv(converter, &source, &inputLeft, &target, &outputLeft) != Int.max.magnitude
          && inputLeft == 0
      }
    }
    guard isWhole else {
      let before = bytes[..<(bytes.count - inputLeft)]
      throw Refusal(CSVRefusal.notUTF8, at: .line(before.count { $0 == 10 } + 1, column: nil))
    }
    return output[..<(output.count - outputLeft)].map { UInt8(bitPattern: $0) }
  }
}
