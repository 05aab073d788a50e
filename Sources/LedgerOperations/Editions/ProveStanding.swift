public import LedgerDomain
public import LedgerStore

/// Proof that what an edition says of a unit lies under a signed checkpoint.
///
/// Checked without the ledger: the SHA-256 of each fact is among the evaluation's digests; SHA-256
/// over 0x01, their count in four bytes and the sorted digests is the content of the first entry;
/// each entry's SHA-256 stands at the end of the next; the last one's hash is in the leaf; the path
/// joins the leaf to the root as RFC 9162 says; the signature covers the statement with the root.
public struct StandingProof: Sendable {
  /// What is proved: canonical bytes.
  let facts: [[UInt8]]
  /// The digests that the evaluation's entry covers, sorted.
  let digests: [[UInt8]]
  /// The evaluation's entry and those after it in the ledger's own chain, to the checkpoint's head.
  let entries: [[UInt8]]
  /// The checkpoint; nil where none was signed since.
  let checkpoint: Checked?

  struct Checked: Sendable {
    let number: Int
    let statement: [UInt8]
    let signature: [UInt8]
    let publicKey: [UInt8]
    let leaf: [UInt8]
    let index: Int
    let size: Int
    let path: [[UInt8]]
    let root: [UInt8]
  }

  /// The proof as a document, bytes in hexadecimal digits.
  public var json: JSONValue {
    func list(_ items: [[UInt8]]) -> JSONValue { .array(items.map { .string(hexadecimal($0)) }) }
    return [
      "format": "taizhang-proof-1", "facts": list(facts), "digests": list(digests),
      "entries": list(entries),
      "checkpoint": checkpoint?.json ?? .null,
    ]
  }
}

extension StandingProof.Checked {
  /// The signed statement and the path to it, bytes in hexadecimal digits.
  var json: JSONValue {
    [
      "number": .number(String(number)), "statement": .string(hexadecimal(statement)),
      "signature": .string(hexadecimal(signature)),
      "publicKey": .string(hexadecimal(publicKey)), "leaf": .string(hexadecimal(leaf)),
      "index": .number(String(index)), "size": .number(String(size)),
      "path": .array(path.map { .string(hexadecimal($0)) }), "root": .string(hexadecimal(root)),
    ]
  }
}

extension Ledger {
  /// Proves what an edition says of a unit, read as the auditor's role for whoever may see the
  /// unit's details; refused for a unit that the edition does not rate.
  public func proof(of unit: String, in edition: EditionHead) async throws -> StandingProof {
    let nobody = nobodyAtAll
    return try await audit.act(by: nobody, readOnly: true) { transaction in
      guard let rows = try transaction.evaluationRows(of: edition, unit: unit), !rows.facts.isEmpty
      else { throw Refusal(EditionRefusal.unitNotRated, unit, String(edition.number)) }
      let (checked, end) = try Self.firstCheckpoint(after: rows.entry, transaction)
      return StandingProof(
        facts: rows.facts.map(\.canonicalBytes),
        digests: rows.digests.sorted { $0.lexicographicallyPrecedes($1) },
        entries: try transaction.ledgerEntries(rows.entry...max(rows.entry, end ?? 0)).map(
          \.canonicalBytes),
        checkpoint: checked)
    }
  }

  /// The first checkpoint that an entry of the ledger's own chain lies under, and the number of the
  /// entry that it names; nil where none was signed since.
  static func firstCheckpoint(
    after entry: Int64, _ transaction: LedgerTransaction
  ) throws -> (checked: StandingProof.Checked?, end: Int64?) {
    let checkpoints = try transaction.checkpoints()
    let position = checkpoints.firstIndex { checkpoint in
      checkpoint.heads.contains { $0.chain == Act.ledgerChain && $0.seq >= entry }
    }
    guard let position else { return (nil, nil) }
    let head = checkpoints[position].heads.first { $0.chain == Act.ledgerChain }
    return (checked(checkpoints, at: position), head?.seq)
  }

  private static func checked(
    _ checkpoints: [Checkpoint], at position: Int
  ) -> StandingProof.Checked? {
    let checkpoint = checkpoints[position]
    let leaves = checkpoint.heads.map(CheckpointStatement.leaf)
    guard let index = checkpoint.heads.firstIndex(where: { $0.chain == Act.ledgerChain }) else {
      return nil
    }
    let before = position > 0 ? checkpoints[position - 1].signature : nil
    return StandingProof.Checked(
      number: checkpoint.number,
      statement: CheckpointStatement.bytes(checkpoint, afterSignature: before),
      signature: checkpoint.signature, publicKey: checkpoint.publicKey, leaf: leaves[index],
      index: index, size: leaves.count, path: MerkleTree.path(to: index, in: leaves),
      root: checkpoint.root)
  }
}
