import CLibPQ
import NIOConcurrencyHelpers
import NIOPosix

/// A bounded set of connections, each used by one caller at a time on a thread of its own.
///
/// libpq blocks, so that it never runs on Swift's cooperative threads. Callers beyond the pool's
/// size wait in a queue of limited length, and not for ever. A broken connection is replaced when
/// it is next needed.
public final class ConnectionPool: Sendable {
  private let configuration: ConnectionConfiguration
  private let threads: NIOThreadPool
  private let executor: PoolExecutor
  private let cancelThread: NIOThreadPool
  private let state: NIOLockedValueBox<State>
  private let size: Int
  private let waitersMax: Int
  private let waitLimit: Duration

  private struct State {
    var idle: [Idle] = []
    var callers = 0
    /// Who may have to wait, and until when; one sweeper looks after all of them, since a timer for
    /// each call costs more than the call.
    var waiters: [Int: (deadline: ContinuousClock.Instant, flight: NIOLockedValueBox<Flight>)] = [:]
    var lastWaiter = 0
    var isSweeping = false
    var isClosed = false
  }

  // A connection changes hands only through the locked list, one owner at a time.
  private struct Idle: @unchecked Sendable {
    let connection: Connection
  }

  /// What one caller has under way, so that a cancel reaches it and nobody else.
  private struct Flight {
    /// Whether what is sent carries a commit, which is never cancelled.
    var isShielded = false
    var isCancelled = false
    var wasCancelSent = false
    var handle: CancellationHandle?
    /// Answers a caller whose turn has not come; nil before it waits and from its turn on.
    var giveUp: (@Sendable (any Error) -> Void)?
  }

  /// Creates a pool; connections are opened when they are first needed.
  ///
  /// `waitersMax` callers at most wait for a connection, each at most for `waitLimit`.
  public init(
    _ configuration: ConnectionConfiguration, size: Int = 8, waitersMax: Int = 256,
    waitLimit: Duration = .seconds(30)
  ) {
    self.configuration = configuration
    threads = NIOThreadPool(numberOfThreads: max(1, size))
    executor = PoolExecutor(threads: threads)
    cancelThread = NIOThreadPool(numberOfThreads: 1)
    state = NIOLockedValueBox(State())
    self.size = max(1, size)
    self.waitersMax = waitersMax
    self.waitLimit = waitLimit
    threads.start()
    cancelThread.start()
  }

  /// How many callers use or await a connection now.
  public var callers: Int { state.withLockedValue { $0.callers } }

  /// Ends every idle connection after the callers of now are done.
  public func shutdown() async {
    state.withLockedValue { $0.isClosed = true }
    try? await threads.shutdownGracefully()
    try? await cancelThread.shutdownGracefully()
    state.withLockedValue { $0.idle.removeAll() }
  }

  /// Lends a connection to a synchronous closure, on a thread of the pool.
  ///
  /// Throws ``PoolExhausted`` when too many callers wait. A cancelled task's statement is
  /// cancelled at the server, and the connection that had it is not used again: the cancel may
  /// arrive late.
  public func withConnection<Answer: Sendable>(
    deadline: Duration? = nil,
    _ body: @escaping @Sendable (Connection) throws -> Answer
  ) async throws -> Answer {
    let flight = NIOLockedValueBox(Flight())
    return try await borrow(flight, deadline: deadline, body)
  }

  /// Runs a task's work on a thread of the pool, where connections are lent without a change of
  /// threads: whoever asks more than once, or computes between two questions, waits less.
  ///
  /// The body counts as one caller from when it waits for its thread. Throws ``PoolExhausted`` when
  /// too many wait, or when its turn comes too late.
  public func onThread<Answer: Sendable>(
    _ body: @escaping @Sendable () async throws -> Answer
  ) async throws -> Answer {
    try state.withLockedValue { state in
      guard !state.isClosed, state.callers < size + waitersMax else { throw PoolExhausted() }
      state.callers += 1
    }
    defer { state.withLockedValue { $0.callers -= 1 } }
    let latest = ContinuousClock.now.advanced(by: waitLimit)
    return try await withTaskExecutorPreference(executor) {
      guard ContinuousClock.now <= latest else { throw PoolExhausted() }
      return try await body()
    }
  }

  private func borrow<Answer: Sendable>(
    _ flight: NIOLockedValueBox<Flight>, deadline: Duration?,
    _ body: @escaping @Sendable (Connection) throws -> Answer
  ) async throws -> Answer {
    if executor.isCurrent {
      let end = deadline.map { ContinuousClock.now.advanced(by: $0) }
      return try await withTaskCancellationHandler {
        try lend(flight, until: end, body)
      } onCancel: {
        cancel(flight)
      }
    }
    let ticket = try admit(flight)
    defer {
      state.withLockedValue { state in
        state.callers -= 1
        if let ticket { state.waiters[ticket] = nil }
      }
    }
    let end = deadline.map { ContinuousClock.now.advanced(by: $0) }
    return try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { continuation in
        enqueue(flight, until: end, body, continuation)
      }
    } onCancel: {
      cancel(flight)
    }
  }

  /// Lets a caller in; returns its number when it may have to wait.
  private func admit(_ flight: NIOLockedValueBox<Flight>) throws -> Int? {
    let (ticket, needsSweeper) = try state.withLockedValue { state -> (Int?, Bool) in
      guard !state.isClosed, state.callers < size + waitersMax else { throw PoolExhausted() }
      state.callers += 1
      guard state.callers > size else { return (nil, false) }
      state.lastWaiter &+= 1
      state.waiters[state.lastWaiter] = (ContinuousClock.now.advanced(by: waitLimit), flight)
      defer { state.isSweeping = true }
      return (state.lastWaiter, !state.isSweeping)
    }
    if needsSweeper { Task { await sweep() } }
    return ticket
  }

  /// Gives up those whose turn has not come in time, until nobody waits.
  private func sweep() async {
    while true {
      let now = ContinuousClock.now
      let (late, next) = state.withLockedValue { state in
        let late = state.waiters.filter { $0.value.deadline <= now }
        for ticket in late.keys { state.waiters[ticket] = nil }
        let next = state.waiters.values.lazy.map(\.deadline).min()
        state.isSweeping = next != nil
        return (late.values.map(\.flight), next)
      }
      for flight in late { Self.giveUp(flight, PoolExhausted()) }
      guard let next else { return }
      try? await Task.sleep(until: next, clock: .continuous)
    }
  }

  /// Waits for a thread; the continuation is resumed once, by the thread or by who gives up first.
  private func enqueue<Answer: Sendable>(
    _ flight: NIOLockedValueBox<Flight>, until end: ContinuousClock.Instant?,
    _ body: @escaping @Sendable (Connection) throws -> Answer,
    _ continuation: CheckedContinuation<Answer, any Error>
  ) {
    let isWaiting = flight.withLockedValue { flight in
      if !flight.isCancelled { flight.giveUp = { continuation.resume(throwing: $0) } }
      return !flight.isCancelled
    }
    guard isWaiting else {
      continuation.resume(throwing: CancellationError())
      return
    }
    threads.submit { [self] state in
      guard Self.takeGiveUp(flight) != nil else { return }
      guard state == .active else {
        continuation.resume(throwing: PoolExhausted())
        return
      }
      continuation.resume(with: Result { try lend(flight, until: end, body) })
    }
  }

  private static func takeGiveUp(
    _ flight: NIOLockedValueBox<Flight>
  ) -> (@Sendable (any Error) -> Void)? {
    flight.withLockedValue { flight in
      defer { flight.giveUp = nil }
      return flight.giveUp
    }
  }

  private static func giveUp(_ flight: NIOLockedValueBox<Flight>, _ error: any Error) {
    takeGiveUp(flight)?(error)
  }

  private func cancel(_ flight: NIOLockedValueBox<Flight>) {
    let handle = flight.withLockedValue { flight -> CancellationHandle? in
      flight.isCancelled = true
      guard let handle = flight.handle else { return nil }
      flight.wasCancelSent = true
      handle.request()
      return handle
    }
    Self.giveUp(flight, CancellationError())
    if let handle { cancelThread.submit { _ in handle.cancel() } }
  }

  private func lend<Answer>(
    _ flight: NIOLockedValueBox<Flight>, until end: ContinuousClock.Instant?,
    _ body: (Connection) throws -> Answer
  ) throws -> Answer {
    let idle = state.withLockedValue { $0.idle.popLast() }
    let connection = try idle?.connection ?? Connection(configuration)
    connection.deadline = end
    let mayStart = flight.withLockedValue { flight in
      guard !flight.isCancelled else { return false }
      if !flight.isShielded { flight.handle = connection.cancellation }
      return true
    }
    defer {
      // From here on nobody can send a cancel for this connection any more.
      let wasCancelSent = flight.withLockedValue { flight in
        flight.handle = nil
        return flight.wasCancelSent
      }
      connection.deadline = nil
      if !wasCancelSent, connection.isReusable {
        let returned = Idle(connection: connection)
        state.withLockedValue { state in
          if !state.isClosed { state.idle.append(returned) }
        }
      }
    }
    guard mayStart else { throw CancellationError() }
    return try body(connection)
  }
}

/// How a transaction runs.
public struct TransactionOptions: Sendable {
  /// Whether it only reads.
  public var isReadOnly: Bool
  /// Settings that hold to its end (`set_config(name, value, true)`).
  public var settings: [(name: String, value: String)]

  /// Describes a transaction.
  public init(isReadOnly: Bool = false, settings: [(name: String, value: String)] = []) {
    self.isReadOnly = isReadOnly
    self.settings = settings
  }
}

extension ConnectionPool {
  private static let begin = Statement("pool_begin", "begin")
  private static let beginReadOnly = Statement(
    "pool_begin_read_only", "begin isolation level repeatable read, read only")
  private static let commit = Statement("pool_commit", "commit")
  private static let rollback = Statement("pool_rollback", "rollback")
  private static let setting = Statement("pool_setting", "select set_config($1, $2, true)")
  private static let attemptsMax = 4

  /// Runs a closure in one READ COMMITTED transaction and commits it; undone when the closure
  /// throws.
  ///
  /// A read-only transaction sees one snapshot. A serialization conflict or deadlock runs the
  /// closure again, up to three times. COMMIT is never cancelled; when the connection breaks
  /// during it, ``CommitOutcomeUnknown`` is thrown and nothing is tried again.
  public func transaction<Answer: Sendable>(
    _ options: TransactionOptions = TransactionOptions(), deadline: Duration? = nil,
    _ body: @escaping @Sendable (Connection) throws -> Answer
  ) async throws -> Answer {
    var attempt = 1
    while true {
      do {
        return try await transactionOnce(options, deadline: deadline, body)
      } catch let failure as PostgresFailure where failure.isTransient && attempt < Self.attemptsMax
      {
        attempt += 1
      }
    }
  }

  /// The same for what cannot be run again, such as a COPY of a sequence.
  func transactionOnce<Answer: Sendable>(
    _ options: TransactionOptions, deadline: Duration? = nil,
    _ body: @escaping @Sendable (Connection) throws -> Answer
  ) async throws -> Answer {
    let flight = NIOLockedValueBox(Flight())
    return try await borrow(flight, deadline: deadline) { connection in
      try Self.run(options, on: connection, flight, body)
    }
  }

  /// Runs statements as one transaction in one round trip; undone when one of them fails.
  ///
  /// The settings hold for all of them; each statement sees what was committed when it began. Since
  /// the commit travels with the statements, a batch that may write is not cancelled once it was
  /// sent, and ``CommitOutcomeUnknown`` is thrown when the connection breaks under it.
  @discardableResult
  public func batch(
    _ calls: [(Statement, [Parameter])], _ options: TransactionOptions = TransactionOptions()
  ) async throws -> [Rows] {
    let settings = Self.settings(of: options)
    let flight = NIOLockedValueBox(Flight(isShielded: !options.isReadOnly))
    return try await borrow(flight, deadline: nil) { connection in
      _ = connection.takeDoubtAboutCommit()
      do {
        let answers = try connection.pipeline(settings + calls)
        if connection.takeDoubtAboutCommit() {
          throw CommitOutcomeUnknown(cause: "the server could not confirm the replication")
        }
        return Array(answers.dropFirst(settings.count))
      } catch let failure as PostgresFailure
        where failure.isConnectionLoss && !options.isReadOnly
      {
        throw CommitOutcomeUnknown(cause: failure.message)
      }
    }
  }

  private static func settings(of options: TransactionOptions) -> [(Statement, [Parameter])] {
    options.settings.map { name, value in (setting, [.text(name), .text(value)]) }
  }

  private static func run<Answer>(
    _ options: TransactionOptions, on connection: Connection,
    _ flight: NIOLockedValueBox<Flight>, _ body: (Connection) throws -> Answer
  ) throws -> Answer {
    let opening = [(options.isReadOnly ? beginReadOnly : begin, [])] + settings(of: options)
    let answer: Answer
    do {
      _ = try connection.pipeline(opening)
      answer = try body(connection)
    } catch {
      if connection.isInTransaction { _ = try? connection.execute(rollback) }
      throw error
    }
    // A commit is not cancelled, and no deadline gives it up: its outcome would be unknown.
    let wasCancelled = flight.withLockedValue { flight in
      flight.handle = nil
      return flight.isCancelled
    }
    guard !wasCancelled else {
      _ = try? connection.execute(rollback)
      throw CancellationError()
    }
    connection.deadline = nil
    try finish(connection)
    return answer
  }

  private static func finish(_ connection: Connection) throws {
    _ = connection.takeDoubtAboutCommit()
    do {
      try connection.execute(commit)
    } catch let failure as PostgresFailure where failure.isConnectionLoss {
      throw CommitOutcomeUnknown(cause: failure.message)
    }
    if connection.takeDoubtAboutCommit() {
      throw CommitOutcomeUnknown(cause: "the server could not confirm the replication")
    }
  }
}
