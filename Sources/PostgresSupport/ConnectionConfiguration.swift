/// How to reach a server, and under which limits.
public struct ConnectionConfiguration: Sendable {
  /// libpq's connection string or URI, as the operator wrote it; several hosts are fine.
  ///
  /// Empty for the
  /// `PG*` environment alone.
  public var connectionString: String
  /// The role that every session of the pool takes; nil for the login's own.
  public var role: String?
  /// What the server calls this program.
  public var applicationName: String
  /// The server ends a statement after so many milliseconds; 0 for never.
  public var statementTimeoutMilliseconds: Int
  /// The server ends a wait for a lock after so many milliseconds; 0 for never.
  public var lockTimeoutMilliseconds: Int
  /// The server ends a transaction in which nothing happens after so many milliseconds.
  public var idleInTransactionTimeoutMilliseconds: Int
  /// Connecting is given up after so many seconds, per host.
  public var connectTimeoutSeconds: Int
  /// Hears the server's notices; never printed otherwise.
  public var noticeHandler: @Sendable (String) -> Void

  /// Creates a configuration with the limits of a service.
  public init(
    _ connectionString: String, role: String? = nil, applicationName: String,
    statementTimeoutMilliseconds: Int = 30_000, lockTimeoutMilliseconds: Int = 10_000,
    idleInTransactionTimeoutMilliseconds: Int = 60_000, connectTimeoutSeconds: Int = 5,
    noticeHandler: @escaping @Sendable (String) -> Void = { _ in }
  ) {
    self.connectionString = connectionString
    self.role = role
    self.applicationName = applicationName
    self.statementTimeoutMilliseconds = statementTimeoutMilliseconds
    self.lockTimeoutMilliseconds = lockTimeoutMilliseconds
    self.idleInTransactionTimeoutMilliseconds = idleInTransactionTimeoutMilliseconds
    self.connectTimeoutSeconds = connectTimeoutSeconds
    self.noticeHandler = noticeHandler
  }

  /// libpq's keywords and values; `dbname` comes first, since it may be a whole connection string.
  func keywords() -> (names: [String], values: [String]) {
    var options = [
      "-c statement_timeout=\(statementTimeoutMilliseconds)",
      "-c lock_timeout=\(lockTimeoutMilliseconds)",
      "-c idle_in_transaction_session_timeout=\(idleInTransactionTimeoutMilliseconds)",
      "-c search_path=pg_catalog",
      "-c TimeZone=UTC",
      "-c DateStyle=ISO",
    ]
    if let role { options.append("-c role=\(role)") }
    var pairs: [(String, String)] = []
    if !connectionString.isEmpty { pairs.append(("dbname", connectionString)) }
    pairs += [
      ("client_encoding", "UTF8"),
      ("fallback_application_name", applicationName),
      ("connect_timeout", String(connectTimeoutSeconds)),
      ("tcp_user_timeout", "10000"),
      ("keepalives_idle", "10"),
      ("keepalives_interval", "3"),
      ("keepalives_count", "3"),
      ("options", options.joined(separator: " ")),
    ]
    return (pairs.map(\.0), pairs.map(\.1))
  }
}
