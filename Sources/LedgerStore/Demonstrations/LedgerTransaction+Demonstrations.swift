import PostgresSupport

extension LedgerTransaction {
  /// The act that marks a ledger; its entry covers nothing else.
  public static let markingAct = "demonstration.mark"

  /// Whether every figure of this ledger is invented.
  public func isDemonstration() throws -> Bool {
    guard let row = try connection.execute(DemonstrationStatements.isMarked).first else {
      throw Unexpected.noRow("installations")
    }
    return try row.bool(0)
  }

  /// Marks an empty ledger, as `ledger_auth`; false where anything was done with it already.
  public func markDemonstration() throws -> Bool {
    guard let row = try connection.execute(DemonstrationStatements.mark).first else {
      throw Unexpected.noRow("mark_demonstration")
    }
    return try row.bool(0)
  }

  /// Whether the journal says that this ledger was marked; read as `ledger_audit`.
  public func isMarkJournaled() throws -> Bool {
    let row = try connection.execute(
      DemonstrationStatements.isJournaled, [.text(Self.markingAct)]
    ).first
    guard let row else { throw Unexpected.noRow("journal_entries") }
    return try row.bool(0)
  }
}

enum DemonstrationStatements {
  static let all = [isMarked, mark, isJournaled]

  static let isMarked = Statement(
    "demonstration_is_marked", "select is_demonstration from ledger.installations")
  static let mark = Statement(
    "demonstration_mark", "select ledger.mark_demonstration() as is_marked")
  static let isJournaled = Statement(
    "demonstration_is_journaled",
    """
    select exists (
      select
      from ledger.journal_entries as entries
      where entries.chain = '*' and entries.act = $1
    ) as is_journaled
    """)
}
