import CLibPQ

/// What the server, or the way to it, said when something did not succeed.
public struct PostgresFailure: Error, Sendable {
  /// The five-character SQLSTATE; `08006` where the connection broke.
  public let sqlState: String
  /// The primary message.
  public let message: String
  /// The server's detail, if any.
  public let detail: String?
  /// The constraint that was violated, if any.
  public let constraint: String?
  /// The table that the failure speaks of, if any.
  public let table: String?
  /// The name of the statement that failed, if one did.
  public let statement: String?

  /// Whether the connection is gone: nothing is known of a statement that was under way.
  public var isConnectionLoss: Bool {
    sqlState.hasPrefix("08") || sqlState.hasPrefix("57P")
  }

  /// Whether the transaction may be tried again as it is (serialization failure, deadlock).
  public var isTransient: Bool { sqlState == "40001" || sqlState == "40P01" }

  init(
    sqlState: String, message: String, detail: String? = nil, constraint: String? = nil,
    table: String? = nil, statement: String? = nil
  ) {
    self.sqlState = sqlState
    self.message = message
    self.detail = detail
    self.constraint = constraint
    self.table = table
    self.statement = statement
  }

  init(result: OpaquePointer, statement: String?) {
    func field(_ code: Int32) -> String? {
      PQresultErrorField(result, code).map { String(cString: $0) }
    }
    self.init(
      sqlState: field(TZ_DIAG_SQLSTATE) ?? "08006",
      message: field(TZ_DIAG_MESSAGE_PRIMARY) ?? String(cString: PQresultErrorMessage(result)),
      detail: field(TZ_DIAG_MESSAGE_DETAIL), constraint: field(TZ_DIAG_CONSTRAINT_NAME),
      table: field(TZ_DIAG_TABLE_NAME), statement: statement)
  }

  init(connection: OpaquePointer?, statement: String? = nil) {
    let message = connection.map { String(cString: PQerrorMessage($0)) } ?? "out of memory"
    self.init(sqlState: "08006", message: message, statement: statement)
  }

  static func deadline(_ statement: String?) -> PostgresFailure {
    PostgresFailure(
      sqlState: "57014", message: "the deadline passed before the server answered",
      statement: statement)
  }
}

/// The connection was lost while COMMIT was under way: the transaction is committed or it is not.
///
/// Never tried again by itself. Ask by an idempotency key on a fresh connection.
public struct CommitOutcomeUnknown: Error, Sendable {
  /// What was seen.
  public let cause: String
}

/// Too many callers wait for a connection, or one waited too long.
///
/// Nothing was sent; try again later.
public struct PoolExhausted: Error, Sendable {}

/// A column does not hold what was asked of it.
public struct DecodingFailure: Error, Sendable {
  /// The column's name.
  public let column: String
  /// What was expected.
  public let expected: String
}
