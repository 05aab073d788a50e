public import Crypto
import LedgerDomain
public import LedgerStore
import PostgresSupport

extension Ledger {
  /// Signs the heads of all chains and keeps the statement.
  ///
  /// Refused for who may not sign. Whoever keeps a copy elsewhere can prove later that nothing
  /// before it was cut or changed.
  public func createCheckpoint(
    signedWith key: Curve25519.Signing.PrivateKey, by actor: Actor
  ) async throws -> Checkpoint {
    let raw = key.rawRepresentation
    return try await act(by: actor) { transaction, _ in
      try transaction.require(.signCheckpoint)
      let key = try Curve25519.Signing.PrivateKey(rawRepresentation: raw)
      let moment = try transaction.now()
      return try Self.sign(
        transaction.journalHeads(), at: moment, after: transaction.latestCheckpoint(), key,
        transaction)
    }
  }

  static func sign(
    _ heads: [(chain: String, seq: Int64, hash: [UInt8])], at moment: PostgresTimestamp,
    after latest: Checkpoint?, _ key: Curve25519.Signing.PrivateKey,
    _ transaction: LedgerTransaction
  ) throws -> Checkpoint {
    let draft = Checkpoint(
      number: (latest?.number ?? 0) + 1, heads: heads,
      root: CheckpointStatement.root(of: heads), recordedAt: moment,
      publicKey: Array(key.publicKey.rawRepresentation), signature: [])
    let statement = CheckpointStatement.bytes(draft, afterSignature: latest?.signature)
    let signed = draft.signed(Array(try key.signature(for: statement)))
    try transaction.append(signed)
    return signed
  }
}

/// What a checkpoint's signature covers, and how it is verified.
enum CheckpointStatement {
  /// What the statement's first line says.
  static let format = "taizhang-checkpoint-1"

  /// The root over all heads.
  static func root(of heads: [(chain: String, seq: Int64, hash: [UInt8])]) -> [UInt8] {
    MerkleTree.root(heads.map(leaf))
  }

  /// One leaf of the tree: the chain, its length and its last hash, each with its length in front.
  static func leaf(_ head: (chain: String, seq: Int64, hash: [UInt8])) -> [UInt8] {
    Array("\(head.chain.utf8.count):\(head.chain)\(head.seq):".utf8) + head.hash
  }

  /// The signed bytes: number, time, root and the signature of the checkpoint before.
  static func bytes(_ checkpoint: Checkpoint, afterSignature previous: [UInt8]?) -> [UInt8] {
    let text = """
      \(format)
      \(checkpoint.number)
      \(checkpoint.recordedAt.microsecondsSince2000)
      \(hexadecimal(checkpoint.root))
      \(previous.map { hexadecimal($0) } ?? "-")

      """
    return Array(text.utf8)
  }

  /// Whether the signature is the key's and covers the statement.
  static func fits(_ checkpoint: Checkpoint, afterSignature previous: [UInt8]?) -> Bool {
    let key = try? Curve25519.Signing.PublicKey(rawRepresentation: checkpoint.publicKey)
    let statement = bytes(checkpoint, afterSignature: previous)
    return key?.isValidSignature(checkpoint.signature, for: statement) == true
  }

  /// What is wrong with the checkpoints: signatures, roots, and heads that the journal no longer
  /// has.
  static func findings(
    _ checkpoints: [Checkpoint], hash: (String, Int64) -> [UInt8]?
  ) -> [String] {
    var findings: [String] = []
    var previous: Checkpoint?
    for checkpoint in checkpoints {
      let name = "checkpoint \(checkpoint.number)"
      if !fits(checkpoint, afterSignature: previous?.signature) {
        findings.append("\(name): the signature does not fit")
      }
      if root(of: checkpoint.heads) != checkpoint.root {
        findings.append("\(name): the heads do not give the root")
      }
      for head in checkpoint.heads where head.seq > 0 && hash(head.chain, head.seq) != head.hash {
        findings.append("\(name): journal \(head.chain)/\(head.seq) is not what was signed")
      }
      previous = checkpoint
    }
    return findings
  }
}

/// A Merkle tree as RFC 9162 hashes it.
enum MerkleTree {
  /// The root over some leaves: SHA-256 of 0x00 and the leaf, of 0x01 and two nodes.
  static func root(_ leaves: [[UInt8]]) -> [UInt8] {
    guard !leaves.isEmpty else { return Array(SHA256.hash(data: [UInt8]())) }
    return root(leaves[...])
  }

  /// What joins one leaf to the root, from the leaf upwards (RFC 9162, 2.1.3.1).
  static func path(to index: Int, in leaves: [[UInt8]]) -> [[UInt8]] {
    path(to: index, in: leaves[...])
  }

  private static func path(to index: Int, in leaves: ArraySlice<[UInt8]>) -> [[UInt8]] {
    guard leaves.count > 1 else { return [] }
    var split = 1
    while split * 2 < leaves.count { split *= 2 }
    let middle = leaves.startIndex + split
    return index < split
      ? path(to: index, in: leaves[..<middle]) + [root(leaves[middle...])]
      : path(to: index - split, in: leaves[middle...]) + [root(leaves[..<middle])]
  }

  private static func root(_ leaves: ArraySlice<[UInt8]>) -> [UInt8] {
    guard leaves.count > 1 else {
      return Array(SHA256.hash(data: [0] + (leaves.first ?? [])))
    }
    var split = 1
    while split * 2 < leaves.count { split *= 2 }
    let middle = leaves.startIndex + split
    return Array(SHA256.hash(data: [1] + root(leaves[..<middle]) + root(leaves[middle...])))
  }
}
