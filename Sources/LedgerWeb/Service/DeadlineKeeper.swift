import LedgerDomain
import NIOConcurrencyHelpers

/// Answers for work that takes too long, and lets it go on: what may be committing is never
/// cancelled.
///
/// One sweeper watches all deadlines, since a timer for each request costs more than many requests
/// do.
final class DeadlineKeeper: Sendable {
  private struct State {
    var waiting: [UInt64: (end: ContinuousClock.Instant, giveUp: @Sendable () -> Void)] = [:]
    var last: UInt64 = 0
    var isSweeping = false
  }

  private let state = NIOLockedValueBox(State())
  private static let pause = Duration.milliseconds(100)

  /// Runs `body` in a task of its own; throws ``RequestRefusal/deadlinePassed`` when it is not done
  /// within the limit.
  func run<Answer: Sendable>(
    within limit: Duration, on executor: any TaskExecutor,
    _ body: @escaping @Sendable () async throws -> Answer
  ) async throws -> Answer {
    try await withCheckedThrowingContinuation { continuation in
      let once = NIOLockedValueBox<CheckedContinuation<Answer, any Error>?>(continuation)
      @Sendable func take() -> CheckedContinuation<Answer, any Error>? {
        once.withLockedValue { waiting in
          defer { waiting = nil }
          return waiting
        }
      }
      let ticket = register(.now + limit) {
        take()?.resume(
          throwing: Refusal(
            RequestRefusal.deadlinePassed, String(limit.components.seconds)))
      }
      // What is answered from memory never waits, and is done before this returns.
      Task.immediate(executorPreference: executor) {
        do {
          let answer = try await body()
          self.forget(ticket)
          take()?.resume(returning: answer)
        } catch {
          self.forget(ticket)
          take()?.resume(throwing: error)
        }
      }
    }
  }

  /// Runs `body` in a task of its own, cancels it at the limit, and waits until it has ended.
  ///
  /// For what must not go on behind the caller's back, such as reading a request's content: two who
  /// read one connection stop the whole process. Throws ``RequestRefusal/bodyTooSlow`` when it was
  /// cancelled.
  func runAndEnd<Answer: Sendable>(
    within limit: Duration, on executor: any TaskExecutor,
    _ body: @escaping @Sendable () async throws -> Answer
  ) async throws -> Answer {
    let isLate = NIOLockedValueBox(false)
    let task = Task.immediate(executorPreference: executor) { try await body() }
    let ticket = register(.now + limit) {
      isLate.withLockedValue { $0 = true }
      task.cancel()
    }
    let result = await withTaskCancellationHandler {
      await task.result
    } onCancel: {
      task.cancel()
    }
    forget(ticket)
    guard !isLate.withLockedValue({ $0 }) else {
      throw Refusal(RequestRefusal.bodyTooSlow, String(limit.components.seconds))
    }
    return try result.get()
  }

  private func register(
    _ end: ContinuousClock.Instant, giveUp: @escaping @Sendable () -> Void
  ) -> UInt64 {
    let (ticket, needsSweeper) = state.withLockedValue { state in
      state.last &+= 1
      state.waiting[state.last] = (end, giveUp)
      defer { state.isSweeping = true }
      return (state.last, !state.isSweeping)
    }
    if needsSweeper { Task { await sweep() } }
    return ticket
  }

  private func forget(_ ticket: UInt64) {
    state.withLockedValue { $0.waiting[ticket] = nil }
  }

  private func sweep() async {
    while true {
      try? await Task.sleep(for: Self.pause)
      let now = ContinuousClock.now
      let (late, isDone) = state.withLockedValue { state in
        let late = state.waiting.filter { $0.value.end <= now }
        for ticket in late.keys { state.waiting[ticket] = nil }
        state.isSweeping = !state.waiting.isEmpty
        return (late.values.map(\.giveUp), state.waiting.isEmpty)
      }
      for giveUp in late { giveUp() }
      if isDone { return }
    }
  }
}
