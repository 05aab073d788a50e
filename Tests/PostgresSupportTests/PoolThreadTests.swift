import LedgerTestSupport
import NIOConcurrencyHelpers
import PostgresSupport
import Testing

/// Tasks that run on the pool's threads.
struct PoolThreadTests {
  private static let one = Statement("test_one", "select 1")
  private static let nap = Statement("test_nap", "select pg_sleep(0.002)::text as slept, $1::int8")
  private static let sleep = Statement("test_sleep", "select pg_sleep(30)::text as slept")

  @Test
  func `work on a thread borrows there, and counts once however often it asks`() async throws {
    let pool = try await TestDatabase.clone(migrated: false).pool(size: 1)
    let counts = try await pool.onThread {
      var counts: [Int] = []
      for _ in 0..<3 {
        counts.append(
          try await pool.withConnection { connection in
            _ = try connection.execute(Self.one)
            return pool.callers
          })
      }
      return counts
    }
    #expect(counts == [1, 1, 1])
    #expect(pool.callers == 0)
    await pool.shutdown()
  }

  @Test
  func `more work on threads than may wait is turned away`() async throws {
    let pool = try await TestDatabase.clone(migrated: false).pool(size: 1, waitersMax: 1)
    let refused = await withTaskGroup(of: Bool.self) { group in
      for _ in 0..<8 {
        group.addTask {
          do {
            return try await pool.onThread {
              try await pool.withConnection { try $0.execute(Self.nap, [.int8(1)]).count } != 1
            }
          } catch {
            return error is PoolExhausted
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
  func `a cancelled task on a thread stops its statement`() async throws {
    let pool = try await TestDatabase.clone(migrated: false).pool(size: 1)
    let isAtWork = NIOLockedValueBox(false)
    let task = Task {
      try await pool.onThread {
        try await pool.withConnection { connection in
          isAtWork.withLockedValue { $0 = true }
          return try connection.execute(Self.sleep).count
        }
      }
    }
    while !isAtWork.withLockedValue({ $0 }) { await Task.yield() }
    task.cancel()
    await #expect(throws: PostgresFailure.self) { try await task.value }
    #expect(try await pool.withConnection { try $0.execute(Self.one).count } == 1)
    await pool.shutdown()
  }

  @Test
  func `a pool that has ended turns work away`() async throws {
    let pool = try await TestDatabase.clone(migrated: false).pool(size: 1)
    await pool.shutdown()
    await #expect(throws: PoolExhausted.self) { try await pool.onThread { 1 } }
  }
}
