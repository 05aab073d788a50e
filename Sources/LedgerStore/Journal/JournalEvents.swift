import LedgerDomain
public import PostgresSupport

/// Something that happened, as the journal has it, with its place in the order of events.
public struct JournalEvent: Sendable {
  /// Where it stands: what is later has a greater place.
  public let place: EventPlace
  /// When.
  public let recordedAt: PostgresTimestamp
  /// What was done, `revision.submit`.
  public let act: String
  /// To what.
  public let object: String
}

/// A place in the order of events: a transaction, and an entry of it.
public struct EventPlace: Hashable, Sendable {
  /// The transaction's number, in decimal digits.
  public let transaction: String
  /// The chain of the entry.
  public let chain: String
  /// Its number in the chain.
  public let seq: Int64

  /// How it is written: `7311.990102.12`.
  public var text: String { "\(transaction).\(chain).\(seq)" }

  /// Reads a place; nil for anything else.
  public init?(_ text: String) {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 3, let number = UInt64(parts[0]), let seq = Int64(parts[2]), seq >= 0,
      parts[1].utf8.count <= 32
    else { return nil }
    self.init(transaction: String(number), chain: String(parts[1]), seq: seq)
  }

  init(transaction: String, chain: String, seq: Int64) {
    self.transaction = transaction
    self.chain = chain
    self.seq = seq
  }
}

extension LedgerTransaction {
  /// What happened after a place, the earlier first; only what no transaction under way can still
  /// come before.
  public func events(after place: EventPlace, limit: Int) throws -> [JournalEvent] {
    try connection.execute(
      EventStatements.after,
      [
        .text(place.transaction), .text(place.chain), .int8(place.seq),
        .int4(Int32(clamping: limit)),
      ]
    ).map { row in
      JournalEvent(
        place: EventPlace(
          transaction: try row.text(0), chain: try row.text(1), seq: try row.int8(2)),
        recordedAt: try row.timestamp(3), act: try row.text(4), object: try row.text(5))
    }
  }

  /// The place after everything that has happened.
  public func eventsEnd() throws -> EventPlace {
    guard let row = try connection.execute(EventStatements.end).first else {
      throw Unexpected.noRow("end of events")
    }
    return EventPlace(transaction: try row.text(0), chain: "", seq: 0)
  }
}

enum EventStatements {
  static let all = [after, end]

  static let after = Statement(
    "events_after",
    """
    select transaction::text, chain, seq, recorded_at, act, object
    from ledger.journal_entries
    where (transaction, chain collate "C", seq) > ($1::text::xid8, $2::text, $3::bigint)
      and transaction < pg_snapshot_xmin(pg_current_snapshot())
    order by transaction, chain collate "C", seq
    limit $4
    """)
  static let end = Statement(
    "events_end", "select pg_snapshot_xmin(pg_current_snapshot())::text as transaction")
}
