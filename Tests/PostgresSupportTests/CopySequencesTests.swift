import LedgerTestSupport
import PostgresSupport
import Testing

/// COPY both ways as asynchronous sequences.
struct CopySequencesTests {
  private static let into = CopyStatement("copy public.things from stdin (format binary)")
  private static let out = CopyStatement(
    "copy (select id from public.things order by id) to stdout (format binary)")
  private static let count = Statement(
    "copied_count", "select count(*) as count from public.things")

  private func pool() async throws -> ConnectionPool {
    let database = try await TestDatabase.clone(migrated: false)
    try await database.script("create table public.things (id int8 primary key)")
    return database.pool(size: 2)
  }

  private func count(_ pool: ConnectionPool) async throws -> Int64? {
    try await pool.withConnection { try $0.execute(Self.count).first?.int8(0) }
  }

  private func numbers(_ count: Int64, failingAt bad: Int64? = nil) -> AsyncThrowingStream<
    Int64, any Error
  > {
    AsyncThrowingStream { continuation in
      for number in 0..<count {
        if number == bad {
          continuation.finish(throwing: GivenUp())
          return
        }
        continuation.yield(number)
      }
      continuation.finish()
    }
  }

  private struct GivenUp: Error {}

  @Test(.timeLimit(.minutes(1)), arguments: [0, 1, 512, 513, 20_000])
  func `what goes in comes out`(rows: Int64) async throws {
    let pool = try await pool()
    let stored = try await pool.copyIn(Self.into, from: numbers(rows)) { writer, number in
      try writer.beginRow(fields: 1)
      writer.int8(number)
    }
    #expect(stored == Int(rows))
    var expected: Int64 = 0
    for try await number in pool.copyOut(Self.out, { try $0.int8() ?? -1 }) {
      #expect(number == expected)
      expected += 1
    }
    #expect(expected == rows)
    await pool.shutdown()
  }

  @Test(.timeLimit(.minutes(1)))
  func `a sequence that fails stores nothing`() async throws {
    let pool = try await pool()
    await #expect(throws: GivenUp.self) {
      try await pool.copyIn(Self.into, from: numbers(9_000, failingAt: 5_000)) {
        writer, number in
        try writer.beginRow(fields: 1)
        writer.int8(number)
      }
    }
    #expect(try await count(pool) == 0)
    await pool.shutdown()
  }

  @Test(.timeLimit(.minutes(1)))
  func `a row that the server refuses ends the sequence`() async throws {
    let pool = try await pool()
    let failure = await #expect(throws: PostgresFailure.self) {
      try await pool.copyIn(Self.into, from: numbers(50_000)) { writer, number in
        try writer.beginRow(fields: 1)
        writer.int8(number % 40_000)
      }
    }
    #expect(failure?.constraint == "things_pkey")
    #expect(try await count(pool) == 0)
    await pool.shutdown()
  }

  @Test(.timeLimit(.minutes(1)))
  func `a cancelled copy stores nothing and frees its connection`() async throws {
    let pool = try await pool()
    let (endless, continuation) = AsyncStream.makeStream(of: Int64.self)
    for number in 0..<2_000 { continuation.yield(Int64(number)) }
    let task = Task {
      try await pool.copyIn(Self.into, from: endless) { writer, number in
        try writer.beginRow(fields: 1)
        writer.int8(number)
      }
    }
    task.cancel()
    await #expect(throws: (any Error).self) { try await task.value }
    #expect(try await count(pool) == 0)
    #expect(pool.callers == 0)
    await pool.shutdown()
  }

  @Test(.timeLimit(.minutes(1)))
  func `a reader that stops early frees the connection`() async throws {
    let pool = try await pool()
    try await pool.copyIn(Self.into, from: numbers(50_000)) { writer, number in
      try writer.beginRow(fields: 1)
      writer.int8(number)
    }
    var seen = 0
    for try await _ in pool.copyOut(Self.out, { try $0.int8() ?? -1 }) {
      seen += 1
      if seen == 700 { break }
    }
    #expect(try await count(pool) == 50_000)
    #expect(try await count(pool) == 50_000)
    await pool.shutdown()
  }
}
