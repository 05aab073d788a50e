import Crypto

/// One row that an act adds to the record.
public struct Fact: Sendable {
  /// Where it is added.
  public let table: FactTable
  /// Its columns, in the table's order.
  public let values: [FactValue]
  /// What stands beside the fact and is no part of it: a secret, whose digest the fact holds.
  let secret: FactValue

  /// Creates a fact; there is one value per column.
  public init(_ table: FactTable, _ values: [FactValue], beside secret: FactValue = .null) {
    precondition(values.count == table.columns.count, "one value per column of \(table.name)")
    self.table = table
    self.values = values
    self.secret = secret
  }

  /// SHA-256 over the table's name and the columns, each with its length in front.
  public var digest: [UInt8] {
    Self.digest(table: table.name, values)
  }

  /// The bytes that ``digest`` is made from: no two different facts share them.
  public var canonicalBytes: [UInt8] { Self.canonicalBytes(table: table.name, values) }

  static func digest(table: String, _ values: [FactValue]) -> [UInt8] {
    Array(SHA256.hash(data: canonicalBytes(table: table, values)))
  }

  private static func canonicalBytes(table: String, _ values: [FactValue]) -> [UInt8] {
    var bytes: [UInt8] = [0]
    bytes.append(lengthPrefixed: table.utf8)
    for value in values { value.append(to: &bytes) }
    return bytes
  }
}

/// The content of one journal entry: the digest of all facts that its act added.
public enum EntryContent {
  /// SHA-256 over the sorted digests of the facts, so that their order in the database is no
  /// matter.
  public static func digest(of facts: [[UInt8]]) -> [UInt8] {
    var bytes: [UInt8] = [1]
    bytes.append(bigEndian: Int32(truncatingIfNeeded: facts.count))
    for digest in facts.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
      bytes.append(contentsOf: digest)
    }
    return Array(SHA256.hash(data: bytes))
  }
}
