public import PostgresSupport

/// The server's settings on which the record depends.
public struct ServerState: Sendable {
  /// The version, as a number: 150018.
  public let version: Int
  /// Whether writes reach the disk.
  public let fsync: String
  /// Whether a commit waits for the disk.
  public let synchronousCommit: String
  /// Whether torn pages are repaired.
  public let fullPageWrites: String
  /// Whether pages carry checksums.
  public let dataChecksums: String
  /// The standbys that confirm a commit.
  public let standbys: String
  /// Whose clock counts: `system` or `given`.
  public let clock: String
  /// The server's time.
  public let moment: PostgresTimestamp
  /// Whether `ledger_app` is no superuser, bypasses no policy and owns no table.
  public let appIsPlain: Bool
}

extension LedgerTransaction {
  /// Reads the server's settings.
  public func serverState() throws -> ServerState {
    guard let row = try connection.execute(ServerStatements.state).first else {
      throw Unexpected.noRow("server state")
    }
    return ServerState(
      version: Int(try row.int4(0)), fsync: try row.text(1),
      synchronousCommit: try row.text(2), fullPageWrites: try row.text(3),
      dataChecksums: try row.text(4), standbys: try row.text(5), clock: try row.text(6),
      moment: try row.timestamp(7), appIsPlain: try row.bool(8))
  }
}

extension LedgerTransaction {
  /// Whether the server is a primary that takes writes.
  public func isWritable() throws -> Bool {
    try connection.execute(ServerStatements.isWritable).first?.bool(0) ?? false
  }
}

enum ServerStatements {
  static let all = [state, isWritable]

  static let isWritable = Statement(
    "server_is_writable",
    """
    select not pg_is_in_recovery()
      and current_setting('default_transaction_read_only') = 'off' as is_writable
    """)

  static let state = Statement(
    "server_state",
    """
    select current_setting('server_version_num')::integer as version,
      current_setting('fsync') as fsync,
      current_setting('synchronous_commit') as synchronous_commit,
      current_setting('full_page_writes') as full_page_writes,
      current_setting('data_checksums') as data_checksums,
      current_setting('synchronous_standby_names') as standbys,
      (select clock from ledger.installations) as clock,
      clock_timestamp() as moment,
      not exists (
        select
        from pg_catalog.pg_roles as roles
        where roles.rolname = 'ledger_app'
          and (
            roles.rolsuper or roles.rolbypassrls
            or exists (select from pg_catalog.pg_class as owned where owned.relowner = roles.oid)
          )
      ) as app_is_plain
    """)
}
