import PostgresSupport

/// Brings a database's schema up to date.
public struct Migrator: Sendable {
  private let migrations: Migrations
  private let connectionString: String

  /// The database is reached as a login that may create roles, or is a member of `ledger_owner`.
  public init(_ migrations: Migrations, connectionString: String) {
    self.migrations = migrations
    self.connectionString = connectionString
  }

  /// Applies what is missing; returns the names that were applied.
  ///
  /// Each migration is one transaction, under a lock that lets one migrator work at a time. Throws
  /// ``MigrationFailure`` before anything is applied when the history does not fit.
  public func migrate(
    progress: @escaping @Sendable (String) -> Void = { _ in }
  ) async throws -> [String] {
    let login = pool(role: nil)
    let all = migrations
    try await login.withConnection { connection in
      try connection.execute(Statements.lock)
      defer { _ = try? connection.execute(Statements.unlock) }
      if try connection.execute(Statements.canCreateRoles).first?.bool(0) == true {
        try connection.executeScript(all.roles)
      }
    }
    await login.shutdown()
    let owner = pool(role: "ledger_owner")
    let names = try await owner.withConnection { connection in
      try connection.execute(Statements.lock)
      defer { _ = try? connection.execute(Statements.unlock) }
      try connection.executeScript(Self.bookkeeping)
      let pending = try Self.pending(all, connection)
      for migration in pending {
        progress(migration.name)
        try connection.executeScript("begin")
        do {
          try connection.executeScript(migration.sql)
          try connection.execute(
            Statements.record,
            [.int4(Int32(migration.number)), .text(migration.name), .text(migration.sha256)])
          try connection.executeScript("commit")
        } catch {
          try? connection.executeScript("rollback")
          throw error
        }
      }
      return pending.map(\.name)
    }
    await owner.shutdown()
    return names
  }

  /// How many migrations are applied, and whether the history fits this program.
  public func status() async throws -> (applied: Int, known: Int) {
    let owner = pool(role: "ledger_owner")
    defer { Task { await owner.shutdown() } }
    let all = migrations
    return try await owner.withConnection { connection in
      guard try connection.execute(Statements.exists).first?.bool(0) == true else {
        return (0, all.all.count)
      }
      return (all.all.count - (try Self.pending(all, connection)).count, all.all.count)
    }
  }

  /// Refuses a schema that is newer than this program, or lacks migrations.
  ///
  /// Looks as a role that may not change it.
  public func requireCurrentSchema(as role: String) async throws {
    let pool = pool(role: role)
    let all = migrations
    let pending: Int
    do {
      pending = try await pool.withConnection { connection in
        guard try connection.execute(Statements.exists).first?.bool(0) == true else {
          return all.all.count
        }
        return try Self.pending(all, connection).count
      }
      await pool.shutdown()
    } catch {
      await pool.shutdown()
      // Who may not look at the history has an old schema, or none.
      guard let failure = error as? PostgresFailure, failure.sqlState == "42501" else {
        throw error
      }
      throw MigrationFailure.olderSchema(pending: nil)
    }
    guard pending == 0 else { throw MigrationFailure.olderSchema(pending: pending) }
  }

  /// States whether the installation's clock is given by the caller: for demonstrations and tests.
  public func setGivenClock() async throws {
    let owner = pool(role: "ledger_owner")
    try await owner.withConnection { connection in
      try connection.execute(Statements.givenClock)
      return ()
    }
    await owner.shutdown()
  }

  private static func pending(
    _ migrations: Migrations, _ connection: Connection
  ) throws -> [Migrations.Migration] {
    let applied = try connection.execute(Statements.applied).map { row in
      (number: Int(try row.int4(0)), sha256: try row.text(1))
    }
    if let last = applied.last, last.number > migrations.all.count {
      throw MigrationFailure.newerSchema(applied: last.number, known: migrations.all.count)
    }
    for (migration, known) in zip(migrations.all, applied)
    where migration.sha256 != known.sha256 {
      throw MigrationFailure.edited(name: migration.name)
    }
    return Array(migrations.all.dropFirst(applied.count))
  }

  private func pool(role: String?) -> ConnectionPool {
    ConnectionPool(
      ConnectionConfiguration(
        connectionString, role: role, applicationName: "taizhang migrate",
        statementTimeoutMilliseconds: 0), size: 1)
  }

  private static let bookkeeping = """
    create schema if not exists migrations;
    create table if not exists migrations.applied (
      number integer primary key, name text not null, sha256 text not null,
      applied_at timestamptz not null default now()
    );
    """

  private enum Statements {
    static let lock = Statement(
      "migrator_lock", "select pg_advisory_lock(1953656692, 0) is null as locked")
    static let unlock = Statement(
      "migrator_unlock", "select pg_advisory_unlock(1953656692, 0) as unlocked")
    static let canCreateRoles = Statement(
      "migrator_can_create_roles",
      """
      select rolsuper or rolcreaterole as can_create
      from pg_catalog.pg_roles
      where rolname = current_user
      """)
    static let exists = Statement(
      "migrator_exists", "select to_regclass('migrations.applied') is not null as is_there")
    static let applied = Statement(
      "migrator_applied", "select number, sha256 from migrations.applied order by number")
    static let record = Statement(
      "migrator_record",
      "insert into migrations.applied (number, name, sha256) values ($1, $2, $3)")
    static let givenClock = Statement(
      "migrator_given_clock", "update ledger.installations set clock = 'given'")
  }
}
