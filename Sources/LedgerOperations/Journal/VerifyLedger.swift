import LedgerDomain
public import LedgerStore

/// What a verification found.
public struct Verification: Sendable {
  /// How many entries the journal has.
  public var entries = 0
  /// How many chains.
  public var chains = 0
  /// How many rows of facts were hashed.
  public var rows = 0
  /// How many editions were computed again.
  public var editions = 0
  /// How many checkpoints were verified.
  public var checkpoints = 0
  /// What does not agree, the first found first; empty when everything does.
  public var findings: [String] = []
  /// Every restore that lost entries, as it was recorded.
  public var recoveries: [Recovery] = []
}

extension Ledger {
  /// Recomputes the whole journal, every fact it covers, every checkpoint and every edition.
  ///
  /// Reads as the auditor's role; changes nothing. Findings name the row. Copies of checkpoints
  /// that were kept elsewhere are compared as well.
  public func verify(
    edition: Int? = nil, against copies: [CheckpointCopy] = [],
    progress: @escaping @Sendable (String) -> Void = { _ in }
  ) async throws -> Verification {
    let nobody = nobodyAtAll
    var verification = Verification()
    if edition == nil {
      progress("journal")
      verification = try await audit.act(by: nobody, readOnly: true) { transaction in
        var verification = try Self.verifyRecord(transaction, against: copies)
        verification.findings += try Self.verifyMark(transaction)
        return verification
      }
    }
    let numbers = try await audit.act(by: nobody, readOnly: true) { transaction in
      try transaction.editions().map(\.number)
    }
    for number in numbers where edition == nil || edition == number {
      progress("edition \(number)")
      let rerun = try await rerunEdition(number)
      verification.editions += 1
      if let difference = rerun.difference {
        verification.findings.append("edition \(number): \(difference)")
      }
    }
    if let edition, !numbers.contains(edition) {
      throw Refusal(EditionRefusal.unknown, String(edition))
    }
    return verification
  }

  private static func verifyRecord(
    _ transaction: LedgerTransaction, against copies: [CheckpointCopy]
  ) throws -> Verification {
    var verification = Verification()
    var facts = try facts(transaction, &verification)
    var heads: [String: (seq: Int64, hash: [UInt8])] = [:]
    var hashes: [EntryPlace: [UInt8]] = [:]
    let marks = try transaction.checkpoints()
    let marked = Set(
      (marks + copies.map(\.checkpoint)).flatMap(\.heads).map {
        EntryPlace(chain: $0.chain, seq: $0.seq)
      })
    try transaction.forEachEntry { entry in
      verification.entries += 1
      let name = "journal \(entry.chain)/\(entry.seq) (\(entry.act) \(entry.object))"
      let before = heads[entry.chain] ?? (0, [UInt8](repeating: 0, count: 32))
      if entry.seq != before.seq + 1 || entry.previousHash != before.hash {
        verification.findings.append("\(name): the chain is broken before this entry")
      }
      if entry.computedHash != entry.hash {
        verification.findings.append("\(name): the entry was changed")
      }
      heads[entry.chain] = (entry.seq, entry.hash)
      let place = EntryPlace(chain: entry.chain, seq: entry.seq)
      if marked.contains(place) { hashes[place] = entry.hash }
      let covered = facts.removeValue(forKey: place) ?? []
      if EntryContent.digest(of: covered.map(\.digest)) != entry.content {
        verification.findings.append(
          covered.isEmpty
            ? "\(name): its rows are gone"
            : "\(name): a row was changed, added or removed: "
              + covered.prefix(3).map(\.label).joined(separator: "; "))
      }
    }
    verification.chains = heads.count
    for (place, rows) in facts.sorted(by: { $0.key.chain < $1.key.chain }) {
      verification.findings.append(
        "\(rows.first?.label ?? ""): names entry \(place.chain)/\(place.seq), which is not there")
    }
    for head in try transaction.journalHeads()
    where heads[head.chain]?.seq != head.seq || heads[head.chain]?.hash != head.hash {
      verification.findings.append("journal \(head.chain): its end was cut or changed")
    }
    verification.checkpoints = marks.count
    verification.recoveries = try transaction.recoveries()
    let hash = { (chain: String, seq: Int64) in hashes[EntryPlace(chain: chain, seq: seq)] }
    verification.findings += CheckpointStatement.findings(marks, hash: hash)
    for copy in copies {
      verification.findings += copy.compared(
        stored: marks, recoveries: verification.recoveries,
        length: { heads[$0]?.seq ?? 0 }, hash: hash)
    }
    return verification
  }

  /// Every fact by the entry that is said to cover it.
  private static func facts(
    _ transaction: LedgerTransaction, _ verification: inout Verification
  ) throws -> [EntryPlace: [StoredDigest]] {
    var facts: [EntryPlace: [StoredDigest]] = [:]
    for table in FactTable.all {
      try transaction.forEachFact(of: table) { fact in
        verification.rows += 1
        if let own = fact.ownDigest, own != fact.digest {
          verification.findings.append("\(fact.label): the row was changed")
        }
        guard let entry = fact.entry else {
          verification.findings.append("\(fact.label): no entry covers the row")
          return
        }
        facts[EntryPlace(chain: fact.chain, seq: entry), default: []].append(
          StoredDigest(digest: fact.digest, label: fact.label))
      }
    }
    return facts
  }
}

private struct EntryPlace: Hashable {
  let chain: String
  let seq: Int64
}

private struct StoredDigest {
  let digest: [UInt8]
  let label: String
}
