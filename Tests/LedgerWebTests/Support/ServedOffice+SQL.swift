import LedgerOperations
import LedgerStore
import LedgerTestSupport
import PostgresSupport

extension ServedOffice {
  /// Runs statements as the application does for an account, and undoes what they did.
  func asApplication<Answer: Sendable>(
    _ name: String?, _ body: @escaping @Sendable (Connection) throws -> Answer
  ) async throws -> Answer {
    let pool = database.pool(role: "ledger_app", size: 1)
    let session = name.map(secret) ?? ""
    do {
      let answer = try await pool.withConnection { connection in
        try connection.executeScript("begin")
        _ = try connection.execute(Self.settings, [.text(session)])
        let answer = try body(connection)
        try connection.executeScript("rollback")
        return answer
      }
      await pool.shutdown()
      return answer
    } catch {
      await pool.shutdown()
      throw error
    }
  }

  /// Adds the account `branch`, an office of one county, as it could be granted once: nobody may
  /// grant it now, so that it is put behind the triggers' back.
  func addNarrowOffice() async throws {
    try await ledger.createAccount(
      Account(name: "branch", displayName: "branch", unit: "SQ-A", post: ""),
      by: actor("system"))
    try await database.script(
      """
      set session_replication_role = replica;
      insert into ledger.grants (account, number, role, unit, entry)
      values ('branch', 1, 'office', 'SQ-A', 1);
      set session_replication_role = origin;
      """)
    try await open("branch", as: "branch")
  }

  private static let settings = Statement(
    "test_settings",
    """
    select
      set_config('ledger.session', $1, true),
      set_config('ledger.now', '2026-02-10T01:00:00Z', true)
    """)
}
