import LedgerDomain

/// JSON values that are seldom read: kept compressed.
///
/// As values, a nation's details take hundreds of megabytes.
struct PackedJSON: Sendable {
  private let bytes: [UInt8]
  private let size: Int

  init(_ elements: [JSONValue]) throws {
    let text = Array(JSONValue.array(elements).compactText.utf8)
    guard let compressed = Gzip.compressed(text) else { throw NoMemory() }
    bytes = compressed
    size = text.count
  }

  /// The values.
  func elements() throws -> [JSONValue] {
    guard let text = Gzip.expanded(bytes, size: size) else { throw NoMemory() }
    guard case .array(let elements) = try JSONValue(parsing: text, bytesMax: Int.max) else {
      return []
    }
    return elements
  }

  /// zlib has no memory.
  struct NoMemory: Error {}
}
