public import LedgerDomain
public import LedgerStore

/// Proof that an edition's document is the one that was published, and lies under a signed
/// checkpoint.
///
/// Checked without the ledger: the document's SHA-256 stands in the first entry, which is the
/// publication; each entry's SHA-256 stands at the end of the next; from there on as for a
/// ``StandingProof``.
public struct EditionProof: Sendable {
  /// The edition.
  public let head: EditionHead
  /// The number of the publication's entry in the ledger's own chain.
  public let seq: Int64
  /// The publication's entry and those after it in the ledger's own chain, to the checkpoint's
  /// head: canonical bytes.
  public let entries: [[UInt8]]
  /// The checkpoint; nil where none was signed since.
  let checkpoint: StandingProof.Checked?

  /// The proof as a document, bytes in hexadecimal digits.
  public var json: JSONValue {
    [
      "format": "taizhang-edition-proof-1", "number": .number(String(head.number)),
      "sha256": .string(hexadecimal(head.sha256)), "seq": .number(String(seq)),
      "entries": .array(entries.map { .string(hexadecimal($0)) }),
      "checkpoint": checkpoint?.json ?? .null,
    ]
  }

  /// What of the checkpoint people compare with what they have seen published.
  public var signed: (number: Int, root: [UInt8], publicKey: [UInt8], signature: [UInt8])? {
    checkpoint.map { ($0.number, $0.root, $0.publicKey, $0.signature) }
  }
}

extension Ledger {
  /// Proves that an edition is what was published, read as the auditor's role for whoever may see
  /// details or the journal; refused where its publication is not in the journal.
  public func proof(of edition: EditionHead) async throws -> EditionProof {
    try await audit.act(by: nobodyAtAll, readOnly: true) { transaction in
      guard let seq = try transaction.publicationEntry(of: edition.number) else {
        throw Refusal(EditionRefusal.unknown, String(edition.number))
      }
      let (checked, end) = try Self.firstCheckpoint(after: seq, transaction)
      return EditionProof(
        head: edition, seq: seq,
        entries: try transaction.ledgerEntries(seq...max(seq, end ?? 0)).map(\.canonicalBytes),
        checkpoint: checked)
    }
  }
}
