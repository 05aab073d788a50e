public import LedgerDomain
import PostgresSupport

/// Which entries of the journal are asked for: newest first.
public struct JournalFilter: Sendable {
  /// Only this chain.
  public var chain: String?
  /// Only what this account did.
  public var actor: String?
  /// Only acts that begin with this.
  public var act: String?
  /// Only objects that begin with this.
  public var object: String?
  /// Only objects of this period: `2026-06` is a part of their name.
  public var period: String?
  /// From this day on, in the ledger's time zone.
  public var from: CalendarDate?
  /// To this day.
  public var to: CalendarDate?
  /// Only what comes after this place in the list.
  public var before: Place?
  /// How many at most.
  public var limit: Int

  /// A place in the list.
  public struct Place: Sendable {
    let microsecondsSince2000: Int64
    let chain: String
    let seq: Int64

    /// The place of an entry.
    public init(microsecondsSince2000: Int64, chain: String, seq: Int64) {
      self.microsecondsSince2000 = microsecondsSince2000
      self.chain = chain
      self.seq = seq
    }
  }

  /// States what is asked for.
  public init(
    chain: String? = nil, actor: String? = nil, act: String? = nil, object: String? = nil,
    period: String? = nil, from: CalendarDate? = nil, to: CalendarDate? = nil,
    before: Place? = nil, limit: Int
  ) {
    self.chain = chain
    self.actor = actor
    self.act = act
    self.object = object
    self.period = period
    self.from = from
    self.to = to
    self.before = before
    self.limit = limit
  }
}

/// A fact that an entry covers, as an auditor sees it: without figures and secrets.
public struct EntryFact: Sendable {
  /// Where it was added.
  public let table: String
  /// Its columns.
  public let content: JSONValue
  /// The fact of the same thing that it took the place of; nil where there was none, or where facts
  /// of its kind take no other's place.
  public let before: JSONValue?
}

extension LedgerTransaction {
  /// The entries that a filter lets through, newest first; nothing for who is no auditor.
  public func entries(_ filter: JournalFilter) throws -> [JournalEntry] {
    func start(of day: CalendarDate?, _ days: Int32) -> Parameter {
      guard let day else { return .null(.timestamp) }
      let local = Int64(day.daysSince2000) + Int64(days)
      return .timestamp(
        PostgresTimestamp(microsecondsSince2000: local * 86_400_000_000 - 8 * 3_600_000_000))
    }
    let place = filter.before
    return try connection.execute(
      JournalListStatements.entries,
      [
        .optional(filter.chain), .optional(filter.actor), .optional(filter.act),
        .optional(filter.object), start(of: filter.from, 0), start(of: filter.to, 1),
        place.map {
          .timestamp(PostgresTimestamp(microsecondsSince2000: $0.microsecondsSince2000))
        } ?? .null(.timestamp), .optional(place?.chain), .optional(place?.seq),
        .int4(Int32(clamping: filter.limit)), .optional(filter.period),
      ]
    ).map(Self.entry)
  }

  static func entry(_ row: Row) throws -> JournalEntry {
    JournalEntry(
      chain: try row.text(0), seq: try row.int8(1), recordedAt: try row.timestamp(2),
      actor: try row.optionalText(3), act: try row.text(4), object: try row.text(5),
      content: try row.bytea(6), detail: try row.text(7), key: try row.optionalText(8),
      previousHash: try row.bytea(9), hash: try row.bytea(10))
  }

  /// One entry; nil where there is none, and for who is no auditor.
  public func entry(chain: String, seq: Int64) throws -> JournalEntry? {
    try connection.execute(JournalListStatements.entry, [.text(chain), .int8(seq)]).first
      .map(Self.entry)
  }

  /// The facts that an entry covers, without figures and secrets; for auditors.
  public func facts(ofEntry chain: String, seq: Int64) throws -> [EntryFact] {
    try connection.execute(JournalListStatements.facts, [.text(chain), .int8(seq)]).map { row in
      EntryFact(
        table: try row.text(0), content: try JSONValue(parsing: Array(try row.text(1).utf8)),
        before: try row.optionalText(2).map { try JSONValue(parsing: Array($0.utf8)) })
    }
  }

  /// How long the journal is: entries, and chains.
  public func journalLength() throws -> (entries: Int64, chains: Int64) {
    guard let row = try connection.execute(JournalListStatements.length).first else {
      throw Unexpected.noRow("journal_heads")
    }
    return (try row.int8(0), try row.int8(1))
  }

  /// The latest checkpoint, if there is one.
  public func latestCheckpoint() throws -> Checkpoint? {
    try connection.execute(JournalListStatements.latestCheckpoint).first.map(Self.checkpoint)
  }
}

extension LedgerTransaction {
  /// Lets one process at a time sign; false while another does.
  public func tryLockCheckpoints() throws -> Bool {
    try connection.execute(JournalListStatements.lockCheckpoints).first?.bool(0) ?? false
  }
}

enum JournalListStatements {
  static let all = [entries, entry, facts, length, latestCheckpoint, lockCheckpoints]

  static let lockCheckpoints = Statement(
    "checkpoints_lock", "select pg_try_advisory_xact_lock(1953656692, -3) as is_locked")

  static let entries = Statement(
    "journal_entries_filtered",
    """
    select chain, seq, recorded_at, actor, act, object, content, detail, idempotency_key,
      previous_hash, hash
    from ledger.journal_entries
    where ($1::text is null or chain = $1)
      and ($2::text is null or actor = $2)
      and ($3::text is null or starts_with(act, $3))
      and ($4::text is null or starts_with(object, $4))
      and ($11::text is null or strpos(object || '/', '/' || $11 || '/') > 0)
      and ($5::timestamptz is null or recorded_at >= $5)
      and ($6::timestamptz is null or recorded_at < $6)
      and (
        $7::timestamptz is null
        or (recorded_at, chain collate "C", seq) < ($7, $8::text collate "C", $9::bigint)
      )
    order by recorded_at desc, chain collate "C" desc, seq desc
    limit $10
    """)
  static let entry = Statement(
    "journal_entry",
    """
    select chain, seq, recorded_at, actor, act, object, content, detail, idempotency_key,
      previous_hash, hash
    from ledger.journal_entries
    where chain = $1 and seq = $2
    """)
  static let facts = Statement(
    "journal_entry_facts",
    "select fact, content, before from ledger.facts_of_entry($1, $2) order by fact, content")
  static let length = Statement(
    "journal_length",
    """
    select coalesce(sum(seq), 0)::bigint as entries, count(*) as chains
    from ledger.journal_heads
    """)
  static let latestCheckpoint = Statement(
    "checkpoint_latest",
    """
    select number, heads, root, recorded_at, public_key, signature
    from ledger.checkpoints
    order by number desc
    limit 1
    """)
}
