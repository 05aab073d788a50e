import LedgerDomain
public import PostgresSupport

/// A restore to an earlier moment, and what it lost.
public struct Recovery: Sendable {
  /// 1 for the first.
  public let number: Int
  /// The backup that was restored, as its tool names it.
  public let backup: String
  /// The moment to which the ledger was restored.
  public let recoveredTo: PostgresTimestamp
  /// The number of the last checkpoint that was kept outside.
  public let checkpoint: Int
  /// That checkpoint's signature.
  public let checkpointSignature: [UInt8]
  /// The entries that the checkpoint names and the ledger no longer has.
  public let lost: [LostEntries]
  /// Why it had to be.
  public let reason: String
  /// The auditor's account.
  public let recordedBy: String

  /// States a recovery.
  public init(
    number: Int, backup: String, recoveredTo: PostgresTimestamp, checkpoint: Checkpoint,
    lost: [LostEntries], reason: String, recordedBy: String
  ) {
    self.number = number
    self.backup = backup
    self.recoveredTo = recoveredTo
    self.checkpoint = checkpoint.number
    checkpointSignature = checkpoint.signature
    self.lost = lost
    self.reason = reason
    self.recordedBy = recordedBy
  }

  fileprivate init(_ row: Row) throws {
    number = Int(try row.int4(0))
    backup = try row.text(1)
    recoveredTo = try row.timestamp(2)
    checkpoint = Int(try row.int4(3))
    checkpointSignature = try row.bytea(4)
    lost = try row.text(5).split(separator: "\n").map { line in
      let parts = line.split(separator: " ")
      guard parts.count == 3, let first = Int64(parts[1]), let last = Int64(parts[2]) else {
        throw Unexpected.unreadable("recoveries")
      }
      return LostEntries(chain: String(parts[0]), first: first, last: last)
    }
    reason = try row.text(6)
    recordedBy = try row.text(7)
  }

  /// How many entries were lost.
  public var lostCount: Int64 { lost.reduce(0) { $0 + $1.last - $1.first + 1 } }

  /// Whether this recovery lost that entry.
  public func lost(_ chain: String, _ seq: Int64) -> Bool {
    lost.contains { $0.chain == chain && $0.first <= seq && seq <= $0.last }
  }

  /// The recovery as a fact of the ledger.
  public var fact: Fact {
    Fact(
      .recoveries,
      [
        .integer(Int64(number)), .text(backup), .timestamp(recoveredTo),
        .integer(Int64(checkpoint)), .bytes(checkpointSignature),
        .text(lost.map { "\($0.chain) \($0.first) \($0.last)\n" }.joined()), .text(reason),
        .text(recordedBy),
      ])
  }
}

/// Entries at the end of a chain that were lost.
public struct LostEntries: Hashable, Sendable {
  /// The chain.
  public let chain: String
  /// The first lost entry.
  public let first: Int64
  /// The last one that is known of.
  public let last: Int64
}

extension LedgerTransaction {
  /// Every recovery, the first first.
  public func recoveries() throws -> [Recovery] {
    try connection.execute(RecoveryStatements.recoveries).map(Recovery.init)
  }

  /// What a checkpoint names and the journal does not have: of each chain everything after the last
  /// entry that is older than a moment.
  ///
  /// Wants an auditor, who may read the journal.
  public func lostEntries(
    namedBy checkpoint: Checkpoint, after moment: PostgresTimestamp
  ) throws -> [LostEntries] {
    try connection.execute(
      RecoveryStatements.lost,
      [
        .textArray(checkpoint.heads.map(\.chain)), .int8Array(checkpoint.heads.map(\.seq)),
        .byteaArray(checkpoint.heads.map(\.hash)), .timestamp(moment),
      ]
    ).map { row in
      let (kept, last) = (try row.int8(2), try row.int8(1))
      return LostEntries(chain: try row.text(0), first: min(kept + 1, last), last: last)
    }
  }
}

extension FactTable {
  /// Rows of `ledger.recoveries`.
  public static let recoveries = FactTable(
    name: "recoveries",
    columns: [
      Column("number", .integer),
      Column("backup", .text),
      Column("recovered_to", .timestamp),
      Column("checkpoint", .integer),
      Column("checkpoint_signature", .bytea),
      Column("lost", .text),
      Column("reason", .text),
      Column("recorded_by", .text),
    ],
    insertion: Statement(
      "recoveries_add",
      """
      insert into ledger.recoveries (
        number, backup, recovered_to, checkpoint, checkpoint_signature, lost, reason,
        recorded_by, entry
      )
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
      """),
    reading: CopyStatement(
      """
      copy (
        select
          '*', entry, number, backup, recovered_to, checkpoint, checkpoint_signature, lost,
          reason, recorded_by
        from ledger.recoveries
      ) to stdout (format binary)
      """))
}

enum RecoveryStatements {
  static let all = [recoveries, lost]

  static let recoveries = Statement(
    "recoveries_all",
    """
    select
      number, backup, recovered_to, checkpoint, checkpoint_signature, lost, reason, recorded_by
    from ledger.recoveries
    order by number
    """)
  static let lost = Statement(
    "recovery_lost_entries",
    """
    select wanted.chain, wanted.seq, coalesce(kept.seq, 0) as kept
    from unnest($1::text[], $2::bigint[], $3::bytea[]) as wanted (chain, seq, hash)
    left join ledger.journal_entries as entries
      on wanted.chain = entries.chain and wanted.seq = entries.seq
    left join lateral (
      select max(older.seq) as seq
      from ledger.journal_entries as older
      where older.chain = wanted.chain and older.recorded_at <= $4
    ) as kept on true
    where wanted.seq > 0 and entries.hash is distinct from wanted.hash
    order by wanted.chain collate "C"
    """)
}
