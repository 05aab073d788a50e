import Dispatch
import NIOConcurrencyHelpers

extension ConnectionPool {
  /// Reads the rows of a binary `copy … to stdout` as an asynchronous sequence, in one read-only
  /// transaction.
  ///
  /// Rows are decoded on the connection's thread and handed over in batches; the server waits while
  /// the reader does. Ending the loop early ends the COPY.
  public func copyOut<Element: Sendable>(
    _ statement: CopyStatement, settings: [(name: String, value: String)] = [],
    _ decode: @escaping @Sendable (inout CopyRow) throws -> Element
  ) -> CopiedRows<Element> {
    CopiedRows { sink in
      try await self.transactionOnce(TransactionOptions(isReadOnly: true, settings: settings)) {
        connection in
        var batch: [Element] = []
        try connection.copyOut(statement) { row in
          batch.append(try decode(&row))
          guard batch.count == Handover.batchSize else { return }
          try sink.put(batch)
          batch.removeAll(keepingCapacity: true)
        }
        if !batch.isEmpty { try sink.put(batch) }
      }
    }
  }

  /// Stores an asynchronous sequence by a binary `copy … from stdin`, in one transaction.
  ///
  /// When the sequence or `encode` throws, nothing is stored. Returns how many rows were.
  @discardableResult
  public func copyIn<Rows: AsyncSequence & Sendable>(
    _ statement: CopyStatement, settings: [(name: String, value: String)] = [], from rows: Rows,
    _ encode: @escaping @Sendable (inout CopyWriter, Rows.Element) throws -> Void
  ) async throws -> Int where Rows.Element: Sendable {
    let intake = Intake<Rows.Element>()
    let store: @Sendable () async throws -> Int = {
      // However it ends, the sequence must not go on waiting for room.
      defer { intake.stop() }
      return try await self.transactionOnce(TransactionOptions(settings: settings)) { connection in
        try connection.copyIn(statement) { writer in
          while let batch = try intake.take() {
            for element in batch { try encode(&writer, element) }
          }
        }
      }
    }
    async let stored = store()
    await intake.fill(from: rows)
    return try await stored
  }
}

/// How rows are handed from thread to reader, and from sequence to thread.
private enum Handover {
  static let batchSize = 512
  static let batchesAhead = 4
}

/// The rows of a COPY, read once.
public struct CopiedRows<Element: Sendable>: AsyncSequence, Sendable {
  private let produce: @Sendable (Sink) async throws -> Void

  fileprivate init(_ produce: @escaping @Sendable (Sink) async throws -> Void) {
    self.produce = produce
  }

  /// Begins the COPY.
  public func makeAsyncIterator() -> Iterator {
    let (stream, continuation) = AsyncThrowingStream.makeStream(of: [Element].self)
    let sink = Sink(continuation, slots: Handover.batchesAhead)
    let task = Task { [produce] in
      do {
        try await produce(sink)
        continuation.finish()
      } catch {
        continuation.finish(throwing: error)
      }
    }
    continuation.onTermination = { _ in
      sink.stop()
      task.cancel()
    }
    return Iterator(batches: stream.makeAsyncIterator(), sink: sink)
  }

  /// Walks over the rows.
  public struct Iterator: AsyncIteratorProtocol {
    fileprivate var batches: AsyncThrowingStream<[Element], any Error>.Iterator
    fileprivate let sink: Sink
    private var batch: [Element] = []
    private var position = 0

    fileprivate init(batches: AsyncThrowingStream<[Element], any Error>.Iterator, sink: Sink) {
      self.batches = batches
      self.sink = sink
    }

    /// The next row; nil after the last.
    public mutating func next() async throws -> Element? {
      while position == batch.count {
        guard let next = try await batches.next() else { return nil }
        sink.taken()
        batch = next
        position = 0
      }
      defer { position += 1 }
      return batch[position]
    }
  }

  /// Where the connection's thread puts batches; it waits there while the reader is behind.
  fileprivate final class Sink: Sendable {
    private let continuation: AsyncThrowingStream<[Element], any Error>.Continuation
    private let slots: DispatchSemaphore
    private let isStopped = NIOLockedValueBox(false)

    init(
      _ continuation: AsyncThrowingStream<[Element], any Error>.Continuation, slots: Int
    ) {
      self.continuation = continuation
      // Made with zero and raised, since a semaphore may not end below its first value.
      self.slots = DispatchSemaphore(value: 0)
      for _ in 0..<slots { self.slots.signal() }
    }

    func put(_ batch: [Element]) throws {
      slots.wait()
      guard !isStopped.withLockedValue({ $0 }) else { throw CancellationError() }
      continuation.yield(batch)
    }

    func taken() { slots.signal() }

    func stop() {
      isStopped.withLockedValue { $0 = true }
      slots.signal()
    }
  }
}

/// Where a connection's thread takes batches from; the sequence waits while the thread is behind.
private final class Intake<Element: Sendable>: Sendable {
  private struct State {
    var batches: [[Element]] = []
    var failure: (any Error)?
  }

  private let state = NIOLockedValueBox(State())
  private let filled = DispatchSemaphore(value: 0)
  private let room: AsyncStream<Void>
  private let roomMade: AsyncStream<Void>.Continuation

  init() {
    (room, roomMade) = AsyncStream.makeStream()
    for _ in 0..<Handover.batchesAhead { roomMade.yield() }
  }

  /// The next batch, for which the thread waits; nil after the last.
  ///
  /// Throws what the sequence threw.
  func take() throws -> [Element]? {
    filled.wait()
    roomMade.yield()
    return try state.withLockedValue { state in
      guard state.batches.isEmpty else { return state.batches.removeFirst() }
      if let failure = state.failure { throw failure }
      return nil
    }
  }

  /// Nothing more is taken.
  func stop() { roomMade.finish() }

  func fill<Rows: AsyncSequence>(from rows: Rows) async where Rows.Element == Element {
    var room = room.makeAsyncIterator()
    var failure: (any Error)?
    do {
      var batch: [Element] = []
      for try await row in rows {
        batch.append(row)
        guard batch.count == Handover.batchSize else { continue }
        guard await room.next() != nil else { throw CancellationError() }
        put(batch)
        batch.removeAll(keepingCapacity: true)
      }
      if !batch.isEmpty {
        guard await room.next() != nil else { throw CancellationError() }
        put(batch)
      }
      // A cancelled task's sequence may just end, as if it were whole.
      try Task.checkCancellation()
    } catch {
      failure = error
    }
    state.withLockedValue { [failure] in $0.failure = failure }
    filled.signal()
  }

  private func put(_ batch: [Element]) {
    state.withLockedValue { $0.batches.append(batch) }
    filled.signal()
  }
}
