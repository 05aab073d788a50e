import LedgerDomain
public import PostgresSupport

/// A signed statement of all chains' heads.
public struct Checkpoint: Sendable {
  /// 1 for the first.
  public let number: Int
  /// Each chain with its length and last hash, in the order of the chains' bytes.
  public let heads: [(chain: String, seq: Int64, hash: [UInt8])]
  /// The Merkle root over the heads.
  public let root: [UInt8]
  /// When.
  public let recordedAt: PostgresTimestamp
  /// The Ed25519 key that signed.
  public let publicKey: [UInt8]
  /// The signature.
  public let signature: [UInt8]

  /// States heads.
  public init(
    number: Int, heads: [(chain: String, seq: Int64, hash: [UInt8])], root: [UInt8],
    recordedAt: PostgresTimestamp, publicKey: [UInt8], signature: [UInt8]
  ) {
    self.number = number
    self.heads = heads
    self.root = root
    self.recordedAt = recordedAt
    self.publicKey = publicKey
    self.signature = signature
  }

  /// The same statement with its signature.
  public func signed(_ signature: [UInt8]) -> Checkpoint {
    Checkpoint(
      number: number, heads: heads, root: root, recordedAt: recordedAt, publicKey: publicKey,
      signature: signature)
  }

  /// One head a line: chain, length, hash.
  public var headsText: String {
    heads.map { "\($0.chain) \($0.seq) \(hexadecimal($0.hash))\n" }.joined()
  }

  /// Reads ``headsText``; nil when it is not such a text.
  public static func heads(_ text: String) -> [(chain: String, seq: Int64, hash: [UInt8])]? {
    var heads: [(chain: String, seq: Int64, hash: [UInt8])] = []
    for line in text.split(separator: "\n") {
      let parts = line.split(separator: " ")
      guard parts.count == 3, let seq = Int64(parts[1]) else { return nil }
      let digits = parts[2].compactMap(\.hexDigitValue)
      let hash = stride(from: 0, to: digits.count - 1, by: 2).map {
        UInt8(digits[$0] << 4 | digits[$0 + 1])
      }
      heads.append((String(parts[0]), seq, hash))
    }
    return heads
  }
}

extension LedgerTransaction {
  /// Every checkpoint, the first first.
  public func checkpoints() throws -> [Checkpoint] {
    try connection.execute(CheckpointStatements.checkpoints).map(Self.checkpoint)
  }

  static func checkpoint(_ row: Row) throws -> Checkpoint {
    guard let heads = Checkpoint.heads(try row.text(1)) else {
      throw Unexpected.unreadable("checkpoints")
    }
    return Checkpoint(
      number: Int(try row.int4(0)), heads: heads, root: try row.bytea(2),
      recordedAt: try row.timestamp(3), publicKey: try row.bytea(4),
      signature: try row.bytea(5))
  }

  /// Keeps a checkpoint.
  public func append(_ checkpoint: Checkpoint) throws {
    let entries = checkpoint.heads.reduce(0) { $0 + $1.seq }
    try connection.execute(
      CheckpointStatements.add,
      [
        .int4(Int32(truncatingIfNeeded: checkpoint.number)), .int8(entries),
        .int8(Int64(checkpoint.heads.count)), .bytea(checkpoint.root),
        .text(checkpoint.headsText), .timestamp(checkpoint.recordedAt),
        .bytea(checkpoint.publicKey), .bytea(checkpoint.signature),
      ])
  }
}

enum CheckpointStatements {
  static let all = [checkpoints, add]

  static let checkpoints = Statement(
    "checkpoints_all",
    """
    select number, heads, root, recorded_at, public_key, signature
    from ledger.checkpoints
    order by number
    """)
  static let add = Statement(
    "checkpoint_add",
    """
    insert into ledger.checkpoints (
      number, entries, chains, root, heads, recorded_at, public_key, signature
    )
    values ($1, $2, $3, $4, $5, $6, $7, $8)
    """)
}
