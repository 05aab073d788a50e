import LedgerTestSupport
import PostgresSupport
import Testing

/// The way to the server is cut at every byte, dribbles, or goes silent.
struct FaultTests {
  private static let insert = Statement("fault_insert", "insert into public.things values ($1)")
  private static let text = Statement("fault_text", "select repeat('余', $1::int4) as text")
  /// Waits for whoever still writes, then looks.
  private static let lock = Statement("fault_lock", "lock table public.things in share mode")
  private static let has = Statement(
    "fault_has", "select 1 as one from public.things where id = $1")

  private let database: TestDatabase
  private let proxy: FaultProxy

  init() async throws {
    database = try await TestDatabase.clone(migrated: false)
    try await database.script("create table public.things (id int8 primary key)")
    proxy = try FaultProxy(upstream: database.socketFolder)
  }

  private func pool() -> ConnectionPool {
    ConnectionPool(
      ConnectionConfiguration(
        database.connectionString.replacing(database.socketFolder, with: proxy.folder),
        applicationName: "test"),
      size: 1)
  }

  private enum Outcome { case done, unknown, failed }

  private func outcome(
    _ work: (ConnectionPool) async throws -> Void
  ) async throws -> Outcome {
    let pool = pool()
    var outcome = Outcome.done
    do {
      try await work(pool)
    } catch is CommitOutcomeUnknown {
      outcome = .unknown
    } catch let failure as PostgresFailure {
      #expect(failure.isConnectionLoss, "\(failure)")
      outcome = .failed
    }
    await pool.shutdown()
    return outcome
  }

  /// Cuts the connection after every byte of either side; says how the caller heard of it.
  private func cutEverywhere(
    _ work: @escaping @Sendable (ConnectionPool, Int64) async throws -> Void
  ) async throws -> [Outcome] {
    _ = try await outcome { try await work($0, -1) }
    let passed = proxy.passed
    var id: Int64 = 0
    var outcomes: [Outcome] = []
    let observer = database.pool(size: 1)
    let cuts =
      (0..<passed.client).map(FaultProxy.Fault.cutClient)
      + (0..<passed.server).map(FaultProxy.Fault.cutServer)
    for cut in cuts {
      proxy.set(cut)
      let this = id
      let outcome = try await outcome { try await work($0, this) }
      let isStored = try await observer.transaction { connection in
        try connection.execute(Self.lock)
        return try !connection.execute(Self.has, [.int8(this)]).isEmpty
      }
      switch outcome {
      case .done: #expect(isStored, "acknowledged and lost: \(cut)")
      case .failed: #expect(!isStored, "failed and stored: \(cut)")
      case .unknown: break
      }
      outcomes.append(outcome)
      id += 1
    }
    await observer.shutdown()
    proxy.stop()
    return outcomes
  }

  @Test
  func `a transaction cut at any byte is done, undone or said to be unknown`() async throws {
    let outcomes = try await cutEverywhere { pool, id in
      _ = try await pool.transaction(TransactionOptions(settings: [("test.x", "y")])) {
        try $0.execute(Self.insert, [.int8(id)]).count
      }
    }
    #expect(outcomes.contains { $0 == .failed })
    #expect(outcomes.contains { $0 == .unknown })
  }

  @Test
  func `a batch cut at any byte is never said to be undone when it is not`() async throws {
    let outcomes = try await cutEverywhere { pool, id in
      try await pool.batch([(Self.insert, [.int8(id)])])
    }
    #expect(outcomes.contains { $0 == .unknown })
  }

  @Test
  func `an answer that arrives byte by byte is whole`() async throws {
    proxy.set(.dribble)
    let pool = pool()
    let text = try await pool.withConnection {
      try $0.execute(Self.text, [.int4(3_000)]).first?.text(0)
    }
    #expect(text == String(repeating: "余", count: 3_000))
    await pool.shutdown()
    proxy.stop()
  }

  @Test
  func `a server that falls silent is given up at the deadline`() async throws {
    let pool = pool()
    _ = try await pool.withConnection { try $0.execute(Self.text, [.int4(1)]).count }
    await pool.shutdown()
    proxy.set(.stall(after: proxy.passed.server))
    let silent = self.pool()
    let failure = await #expect(throws: PostgresFailure.self) {
      try await silent.withConnection(deadline: .milliseconds(300)) {
        _ = try $0.execute(Self.text, [.int4(1)]).count
        return try $0.execute(Self.text, [.int4(2)]).count
      }
    }
    #expect(failure?.sqlState == "57014")
    await silent.shutdown()
    proxy.stop()
  }
}
