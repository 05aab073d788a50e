/// The elements of a stream, and nil whenever none came for a while.
struct Heartbeats<Element: Sendable>: AsyncSequence, Sendable {
  typealias AsyncIterator = AsyncStream<Element?>.Iterator

  private let stream: AsyncStream<Element?>

  init(_ elements: AsyncStream<Element>, every pause: Duration) {
    stream = AsyncStream { continuation in
      let task = Task {
        await withTaskGroup(of: Void.self) { group in
          group.addTask {
            for await element in elements { continuation.yield(element) }
            continuation.finish()
          }
          group.addTask {
            while (try? await Task.sleep(for: pause)) != nil { continuation.yield(nil) }
          }
          await group.next()
          group.cancelAll()
        }
      }
      continuation.onTermination = { _ in task.cancel() }
    }
  }

  func makeAsyncIterator() -> AsyncStream<Element?>.Iterator { stream.makeAsyncIterator() }
}
