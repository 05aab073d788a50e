import Glibc
import LedgerDomain

/// Reads CSV (RFC 4180) from chunks of bytes with constant memory.
///
/// Fields are lent as bytes; no text is made of a field that nobody reads. Lines are counted as an
/// editor counts them, so that a refusal's line can be found. Lines before the header that begin
/// with `#` say something about the file and hold no record.
public struct CSVReader {
  /// A record's fields, valid during the call only.
  public struct Record {
    /// The line on which the record begins, 1 for the first.
    public let line: Int
    fileprivate let base: UnsafeRawBufferPointer
    fileprivate let ends: UnsafeBufferPointer<Int>

    /// How many fields there are.
    public var count: Int { ends.count / 2 }

    /// One field's bytes, quotes removed.
    public subscript(_ field: Int) -> UnsafeRawBufferPointer {
      UnsafeRawBufferPointer(rebasing: base[ends[2 * field]..<ends[2 * field + 1]])
    }

    /// One field as text.
    public func text(_ field: Int) -> String { String(decoding: self[field], as: UTF8.self) }
  }

  private static let comma = UInt8(ascii: ",")
  private static let quote = UInt8(ascii: "\"")
  private static let newline = UInt8(ascii: "\n")
  private static let carriageReturn = UInt8(ascii: "\r")
  private static let hash = UInt8(ascii: "#")

  private var pending: [UInt8] = []
  private var line = 1
  private var hasSeenBytes = false
  private var isBeforeHeader = true
  private var ends: [Int] = []
  private var unquoted: [UInt8] = []

  /// A reader at the start of a file.
  public init() {}

  /// Takes the next bytes; calls `record` for each whole record in them.
  public mutating func feed(
    _ bytes: UnsafeRawBufferPointer, _ record: (Record) throws -> Void
  ) throws {
    var input = bytes
    if !hasSeenBytes, !bytes.isEmpty {
      hasSeenBytes = true
      if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
        input = UnsafeRawBufferPointer(rebasing: bytes[3...])
      }
    }
    if pending.isEmpty {
      let used = try records(input, isLast: false, record)
      pending.append(contentsOf: input[used...])
      return
    }
    pending.append(contentsOf: input)
    let joined = pending
    let used = try joined.withUnsafeBytes { try records($0, isLast: false, record) }
    pending = Array(joined[used...])
  }

  /// Ends the file: the last record may lack its line break.
  public mutating func finish(_ record: (Record) throws -> Void) throws {
    guard hasSeenBytes else { throw Refusal(CSVRefusal.empty) }
    let rest = pending
    pending = []
    guard !rest.isEmpty else { return }
    _ = try rest.withUnsafeBytes { try records($0, isLast: true, record) }
  }

  /// Reads whole records; returns how many bytes they took.
  private mutating func records(
    _ bytes: UnsafeRawBufferPointer, isLast: Bool, _ record: (Record) throws -> Void
  ) throws -> Int {
    var position = 0
    while position < bytes.count {
      if isBeforeHeader, bytes[position] == Self.hash {
        guard
          let next = Self.lineEnd(bytes, position).map({ $0 + 1 }) ?? (isLast ? bytes.count : nil)
        else { return position }
        position = next
        line += 1
        continue
      }
      guard let end = Self.plainEnd(bytes, position) else {
        // A quote, or no line break yet: the careful way.
        guard let next = try careful(bytes, position, isLast, record) else { return position }
        position = next
        continue
      }
      try plain(bytes, position, end, record)
      position = end + 1
    }
    return position
  }

  /// Where the line that starts here ends, when it has no quote.
  private static func plainEnd(_ bytes: UnsafeRawBufferPointer, _ start: Int) -> Int? {
    guard let base = bytes.baseAddress, let end = lineEnd(bytes, start) else { return nil }
    return memchr(base + start, Int32(quote), end - start) == nil ? end : nil
  }

  private static func lineEnd(_ bytes: UnsafeRawBufferPointer, _ start: Int) -> Int? {
    guard let base = bytes.baseAddress,
      let found = memchr(base + start, Int32(newline), bytes.count - start)
    else { return nil }
    return found - UnsafeMutableRawPointer(mutating: base)
  }

  private mutating func plain(
    _ bytes: UnsafeRawBufferPointer, _ start: Int, _ end: Int, _ record: (Record) throws -> Void
  ) throws {
    var stop = end
    if stop > start, bytes[stop - 1] == Self.carriageReturn { stop -= 1 }
    defer { line += 1 }
    guard stop > start else { return }
    ends.removeAll(keepingCapacity: true)
    var field = start
    for position in start..<stop {
      let byte = bytes[position]
      if byte == Self.comma {
        ends.append(field)
        ends.append(position)
        field = position + 1
      } else if byte == 0 {
        throw Refusal(CSVRefusal.nulByte, at: .line(line, column: ends.count / 2 + 1))
      }
    }
    ends.append(field)
    ends.append(stop)
    try lend(bytes, record)
  }

  private mutating func lend(
    _ bytes: UnsafeRawBufferPointer, _ record: (Record) throws -> Void
  ) throws {
    isBeforeHeader = false
    let line = line
    try ends.withUnsafeBufferPointer { ends in
      try record(Record(line: line, base: bytes, ends: ends))
    }
  }

  /// A record with quotes, or the last one; nil when more bytes are needed.
  private mutating func careful(
    _ bytes: UnsafeRawBufferPointer, _ start: Int, _ isLast: Bool,
    _ record: (Record) throws -> Void
  ) throws -> Int? {
    unquoted.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
    var position = start
    var lines = 1
    var isOpen = true
    while isOpen {
      let field = unquoted.count
      if position < bytes.count, bytes[position] == Self.quote {
        guard let next = try quoted(bytes, position, isLast, &lines) else { return nil }
        position = next
      } else {
        while position < bytes.count, bytes[position] != Self.comma,
          bytes[position] != Self.newline
        {
          guard bytes[position] != Self.quote else {
            throw Refusal(
              CSVRefusal.quoteStray, at: .line(line, column: ends.count / 2 + 1))
          }
          unquoted.append(bytes[position])
          position += 1
        }
        let isLineEnd = position >= bytes.count || bytes[position] == Self.newline
        if isLineEnd, unquoted.count > field, unquoted.last == Self.carriageReturn {
          unquoted.removeLast()
        }
      }
      ends.append(field)
      ends.append(unquoted.count)
      if position >= bytes.count {
        guard isLast else { return nil }
        isOpen = false
      } else {
        isOpen = bytes[position] == Self.comma
        position += 1
      }
    }
    let isBlank = ends.count == 2 && unquoted.isEmpty
    if !isBlank {
      let fields = unquoted
      try fields.withUnsafeBytes { try lend($0, record) }
    }
    line += lines
    return position
  }

  /// Appends a quoted field; returns the position after it, nil when more bytes are needed.
  private mutating func quoted(
    _ bytes: UnsafeRawBufferPointer, _ start: Int, _ isLast: Bool, _ lines: inout Int
  ) throws -> Int? {
    var position = start + 1
    while position < bytes.count {
      let byte = bytes[position]
      if byte == Self.quote {
        if position + 1 < bytes.count, bytes[position + 1] == Self.quote {
          unquoted.append(byte)
          position += 2
          continue
        }
        if position + 1 >= bytes.count, !isLast { return nil }
        position += 1
        if position < bytes.count, bytes[position] == Self.carriageReturn { position += 1 }
        guard
          position >= bytes.count || bytes[position] == Self.comma
            || bytes[position] == Self.newline
        else {
          throw Refusal(CSVRefusal.quoteStray, at: .line(line, column: ends.count / 2 + 1))
        }
        return position
      }
      if byte == Self.newline { lines += 1 }
      if byte == 0 {
        throw Refusal(CSVRefusal.nulByte, at: .line(line, column: ends.count / 2 + 1))
      }
      unquoted.append(byte)
      position += 1
    }
    guard isLast else { return nil }
    throw Refusal(CSVRefusal.quoteUnclosed, at: .line(line, column: ends.count / 2 + 1))
  }
}
