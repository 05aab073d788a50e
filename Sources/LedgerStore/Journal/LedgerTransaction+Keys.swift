import LedgerDomain
import PostgresSupport

extension LedgerTransaction {
  /// Does something once per key: the first answer is kept, and given again to the same request.
  ///
  /// Refuses the key with another request. Without a key it is simply done.
  public func once(
    key: String?, account: String, request: [UInt8], _ act: () throws -> String
  ) throws -> String {
    guard let key else { return try act() }
    try connection.execute(KeyStatements.lock, [.text(account), .text(key)])
    let known = try connection.execute(KeyStatements.known, [.text(account), .text(key)])
    if let row = known.first {
      guard try row.bytea(0) == request else { throw Refusal(JournalRefusal.keyReused) }
      return try row.text(1)
    }
    let answer = try act()
    try connection.execute(
      KeyStatements.keep, [.text(account), .text(key), .bytea(request), .text(answer)])
    return answer
  }
}

enum KeyStatements {
  static let all = [lock, known, keep]

  static let lock = Statement(
    "key_lock",
    "select pg_advisory_xact_lock(hashtextextended($1 || ' ' || $2, 0)) is null as locked")
  static let known = Statement(
    "key_known",
    "select request_sha256, answer from ledger.idempotency_keys where account = $1 and key = $2")
  static let keep = Statement(
    "key_keep",
    """
    insert into ledger.idempotency_keys (account, key, request_sha256, answer)
    values ($1, $2, $3, $4)
    """)
}
