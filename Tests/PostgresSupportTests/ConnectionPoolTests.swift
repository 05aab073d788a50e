import Dispatch
import LedgerTestSupport
import NIOConcurrencyHelpers
import PostgresSupport
import Testing

/// The pool: transactions, limits, cancellation, lost connections.
struct ConnectionPoolTests {
  private static let backend = Statement("test_backend", "select pg_backend_pid() as pid")
  private static let kill = Statement("test_kill", "select pg_terminate_backend($1) as killed")
  private static let sleep = Statement("test_sleep", "select pg_sleep(30)::text as slept")
  private static let nap = Statement("test_nap", "select pg_sleep(0.002)::text as slept, $1::int8")
  private static let insert = Statement("test_add", "insert into public.things values ($1)")
  private static let count = Statement(
    "test_things", "select count(*) as count from public.things")
  private static let setting = Statement(
    "test_setting", "select current_setting('ledger.test', true) as value")

  private func database() async throws -> TestDatabase {
    let database = try await TestDatabase.clone(migrated: false)
    try await database.script("create table public.things (id int8 primary key)")
    return database
  }

  @Test
  func `a transaction that throws leaves nothing, and settings end with it`() async throws {
    let pool = try await database().pool(size: 1)
    struct Stop: Error {}
    await #expect(throws: Stop.self) {
      try await pool.transaction { connection in
        try connection.execute(Self.insert, [.int8(1)])
        throw Stop()
      }
    }
    let options = TransactionOptions(settings: [("ledger.test", "x")])
    let inside = try await pool.transaction(options) { connection in
      try connection.execute(Self.insert, [.int8(2)])
      return try connection.execute(Self.setting).first?.optionalText(0)
    }
    #expect(inside == "x")
    let after = try await pool.withConnection {
      (
        try $0.execute(Self.setting).first?.optionalText(0) ?? "",
        try $0.execute(Self.count).first?.int8(0)
      )
    }
    #expect(after == ("", 1))
    await pool.shutdown()
  }

  @Test
  func `a killed backend fails one caller, and the next gets a new connection`() async throws {
    let database = try await database()
    let pool = database.pool(size: 1)
    let killer = database.pool(size: 1)
    let pid = try await pool.withConnection { try $0.execute(Self.backend).first?.int4(0) ?? 0 }
    _ = try await killer.withConnection { try $0.execute(Self.kill, [.int4(pid)]).count }
    let failure = await #expect(throws: PostgresFailure.self) {
      try await pool.withConnection { try $0.execute(Self.backend).count }
    }
    #expect(failure?.isConnectionLoss == true)
    let next = try await pool.withConnection {
      try $0.execute(Self.backend).first?.int4(0) ?? 0
    }
    #expect(next != pid)
    await pool.shutdown()
    await killer.shutdown()
  }

  @Test
  func `a commit whose connection is cut is reported as unknown`() async throws {
    let database = try await database()
    // A deferred trigger runs inside COMMIT and ends its own backend there.
    try await database.script(
      """
      create function public.die() returns trigger language plpgsql as $$
      begin
        perform pg_terminate_backend(pg_backend_pid());
        return null;
      end $$;
      create constraint trigger die after insert on public.things
      deferrable initially deferred for each row execute function public.die();
      """)
    let pool = database.pool(size: 1)
    await #expect(throws: CommitOutcomeUnknown.self) {
      try await pool.transaction { try $0.execute(Self.insert, [.int8(1)]) }
    }
    await pool.shutdown()
  }

  @Test
  func `a deadline ends a wait, and the pool goes on`() async throws {
    let pool = try await database().pool(size: 1)
    let failure = await #expect(throws: PostgresFailure.self) {
      try await pool.withConnection(deadline: .milliseconds(50)) {
        try $0.execute(Self.sleep).count
      }
    }
    #expect(failure?.sqlState == "57014")
    #expect(try await pool.withConnection { try $0.execute(Self.count).count } == 1)
    await pool.shutdown()
  }

  @Test
  func `more callers than may wait are turned away`() async throws {
    let pool = try await database().pool(size: 1, waitersMax: 1)
    let refused = await withTaskGroup(of: Bool.self) { group in
      for _ in 0..<8 {
        group.addTask {
          do {
            _ = try await pool.withConnection { try $0.execute(Self.nap, [.int8(1)]).count }
            return false
          } catch is PoolExhausted {
            return true
          } catch {
            return false
          }
        }
      }
      return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
    }
    #expect(refused > 0)
    #expect(pool.callers == 0)
    await pool.shutdown()
  }

  @Test(.timeLimit(.minutes(1)))
  func `who waits too long is turned away, and who waited and is at work is not`() async throws {
    let database = try await database()
    let pool = ConnectionPool(
      ConnectionConfiguration(database.connectionString, applicationName: "test"), size: 1,
      waitLimit: .milliseconds(500))
    let (first, second) = (Gate(), Gate())
    let holder = Task { try await pool.withConnection { _ in first.pass() } }
    while !first.isReached { await Task.yield() }
    let waiter = Task { try await pool.withConnection { _ in second.pass() } }
    while pool.callers < 2 { await Task.yield() }
    first.open()
    while !second.isReached { await Task.yield() }
    // By the time that this one is turned away, the waiter's own limit has passed as well.
    await #expect(throws: PoolExhausted.self) {
      try await pool.withConnection { try $0.execute(Self.count).count }
    }
    second.open()
    try await holder.value
    try await waiter.value
    #expect(pool.callers == 0)
    await pool.shutdown()
  }

  /// Stops a thread of the pool until the test lets it pass.
  private final class Gate: Sendable {
    private let reached = NIOLockedValueBox(false)
    private let opened = DispatchSemaphore(value: 0)

    var isReached: Bool { reached.withLockedValue { $0 } }

    func pass() {
      reached.withLockedValue { $0 = true }
      opened.wait()
    }

    func open() { opened.signal() }
  }

  @Test
  func `a cancelled caller never hurts another`() async throws {
    let pool = try await database().pool(size: 2)
    let wrong = NIOLockedValueBox(0)
    for round in 0..<100 {
      await withTaskGroup(of: Void.self) { group in
        let victim = Task {
          _ = try? await pool.withConnection { try $0.execute(Self.sleep).count }
        }
        for id in 0..<4 {
          group.addTask {
            do {
              let answer = try await pool.withConnection {
                try $0.execute(Self.nap, [.int8(Int64(id))]).first?.int8(1)
              }
              if answer != Int64(id) { wrong.withLockedValue { $0 += 1 } }
            } catch {
              wrong.withLockedValue { $0 += 1 }
            }
          }
        }
        if round % 2 == 0 { await Task.yield() }
        victim.cancel()
        await victim.value
      }
    }
    #expect(wrong.withLockedValue { $0 } == 0)
    await pool.shutdown()
  }

  @Test
  func `of several hosts the one that answers is used`() async throws {
    let database = try await database()
    let several = database.connectionString
      .replacing("host=", with: "host=/nonexistent,")
      .replacing("port=5432", with: "port=5432,5432")
    let pool = ConnectionPool(
      ConnectionConfiguration(several, applicationName: "test"), size: 1)
    #expect(try await pool.withConnection { try $0.execute(Self.count).count } == 1)
    await pool.shutdown()
  }
}
