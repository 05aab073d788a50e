import Crypto
public import LedgerDomain
public import LedgerStore
import PostgresSupport

/// A checkpoint as it leaves the ledger, to be kept on another machine: it verifies by itself.
///
/// Its first five lines are the signed bytes; then the public key, the signature, and one head a
/// line (chain, length, hash).
public struct CheckpointCopy: Sendable {
  /// The checkpoint.
  public let checkpoint: Checkpoint
  /// The signature of the checkpoint before; nil for the first.
  public let previousSignature: [UInt8]?

  /// Greatest length of a copy, in bytes: a million chains.
  public static let bytesMax = 160 << 20

  init(_ checkpoint: Checkpoint, after previous: Checkpoint?) {
    self.checkpoint = checkpoint
    previousSignature = previous?.signature
  }

  /// Reads a copy; refused unless its signature fits and its heads give the signed root.
  public init(_ bytes: [UInt8]) throws(Refusal) {
    let notGenuine = Refusal(JournalRefusal.checkpointNotGenuine, at: .option("--checkpoint"))
    let text = String(decoding: bytes, as: UTF8.self)
    let lines = text.split(separator: "\n", maxSplits: 7, omittingEmptySubsequences: false)
    guard lines.count == 8, lines[0].utf8.elementsEqual(CheckpointStatement.format.utf8),
      let number = Int32(lines[1]), let moment = Int64(lines[2]),
      let root = LedgerDomain.bytes(hexadecimal: String(lines[3])),
      let key = LedgerDomain.bytes(hexadecimal: String(lines[5])),
      let signature = LedgerDomain.bytes(hexadecimal: String(lines[6])),
      let heads = Checkpoint.heads(String(lines[7]))
    else { throw notGenuine }
    if lines[4].utf8.elementsEqual("-".utf8) {
      previousSignature = nil
    } else {
      guard let previous = LedgerDomain.bytes(hexadecimal: String(lines[4])) else {
        throw notGenuine
      }
      previousSignature = previous
    }
    checkpoint = Checkpoint(
      number: Int(number), heads: heads, root: root,
      recordedAt: PostgresTimestamp(microsecondsSince2000: moment), publicKey: key,
      signature: signature)
    guard CheckpointStatement.fits(checkpoint, afterSignature: previousSignature),
      CheckpointStatement.root(of: heads) == root, self.bytes == bytes
    else { throw notGenuine }
  }

  /// The copy as it is kept.
  public var bytes: [UInt8] {
    CheckpointStatement.bytes(checkpoint, afterSignature: previousSignature)
      + "\(hexadecimal(checkpoint.publicKey))\n\(hexadecimal(checkpoint.signature))\n".utf8
      + checkpoint.headsText.utf8
  }
}

extension Ledger {
  /// The newest checkpoint, to be kept on another machine; nil when there is none.
  public func newestCheckpointCopy() async throws -> CheckpointCopy? {
    try await audit.act(by: nobodyAtAll, readOnly: true) { transaction in
      let checkpoints = try transaction.checkpoints()
      return checkpoints.last.map { CheckpointCopy($0, after: checkpoints.dropLast().last) }
    }
  }
}

extension CheckpointCopy {
  /// What the ledger no longer has of what this copy says, and which recoveries have said so.
  ///
  /// `length` and `hash` answer for a chain of the journal as it is now.
  func compared(
    stored: [Checkpoint], recoveries: [Recovery], length: (String) -> Int64,
    hash: (String, Int64) -> [UInt8]?
  ) -> [String] {
    var findings: [String] = []
    let name = "checkpoint \(checkpoint.number) of the auditor"
    let isRecorded = recoveries.contains { $0.checkpoint >= checkpoint.number }
    let own = stored.first { $0.number == checkpoint.number }
    if own?.signature != checkpoint.signature, !isRecorded {
      findings.append(
        "\(name): the ledger has \(own == nil ? "no" : "another") checkpoint of that number")
    }
    for head in checkpoint.heads where head.seq > 0 && hash(head.chain, head.seq) != head.hash {
      guard !recoveries.contains(where: { $0.lost(head.chain, head.seq) }) else { continue }
      let length = length(head.chain)
      findings.append(
        length < head.seq
          ? "journal \(head.chain): entries \(length + 1) to \(head.seq), which \(name) names, "
            + "are gone"
          : "journal \(head.chain)/\(head.seq): is not what \(name) names")
    }
    return findings
  }
}
