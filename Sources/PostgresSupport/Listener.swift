import CLibPQ
import Dispatch
import Glibc
import NIOConcurrencyHelpers
import NIOPosix

/// What a ``Listener`` hears.
public enum ListenerEvent: Sendable, Hashable {
  /// Listening began, or began again after the connection was lost: whatever was announced before
  /// may have been missed, so that the reader looks for itself now.
  case listening
  /// The connection was lost: nothing is heard until ``listening`` comes again.
  case lost
  /// A NOTIFY that was committed.
  case notification(channel: String, payload: String)
}

/// Hears NOTIFY on a connection of its own, and connects again whenever that is lost.
///
/// The server keeps nothing for a listener that is away. ``ListenerEvent/listening`` says when that
/// may have been, so that nobody relies on every notification.
public struct Listener: Sendable {
  private let configuration: ConnectionConfiguration
  private let channels: [String]
  /// The longest pause between two attempts to connect.
  private let pauseMax: Duration

  /// Describes a listener; the names of channels are taken as they are, case and all.
  public init(
    _ configuration: ConnectionConfiguration, channels: [String],
    pauseMax: Duration = .seconds(5)
  ) {
    self.configuration = configuration
    self.channels = channels
    self.pauseMax = pauseMax
  }

  /// Listens until the loop over the events ends or its task is cancelled.
  ///
  /// A reader that is far behind misses the oldest events and hears
  /// ``ListenerEvent/listening`` in their place.
  public func events() -> AsyncStream<ListenerEvent> {
    AsyncStream(bufferingPolicy: .bufferingNewest(1_024)) { continuation in
      guard let wake = Wake() else {
        continuation.finish()
        return
      }
      let thread = NIOThreadPool(numberOfThreads: 1)
      thread.start()
      continuation.onTermination = { _ in
        wake.stop()
        thread.shutdownGracefully(queue: .global()) { _ in }
      }
      thread.submit { _ in
        run(wake, continuation)
        continuation.finish()
      }
    }
  }

  private func run(_ wake: Wake, _ continuation: AsyncStream<ListenerEvent>.Continuation) {
    var pause = Duration.milliseconds(50)
    while !wake.isStopped {
      if let connection = try? connect() {
        pause = .milliseconds(50)
        continuation.yield(.listening)
        hear(connection, wake, continuation)
        continuation.yield(.lost)
      }
      guard !wake.isStopped else { return }
      wake.wait(for: pause)
      pause = min(pause * 2, pauseMax)
    }
  }

  private func connect() throws -> Connection {
    let connection = try Connection(configuration)
    for channel in channels { try connection.listen(to: channel) }
    return connection
  }

  /// Passes notifications on until the connection is lost or listening ends.
  private func hear(
    _ connection: Connection, _ wake: Wake,
    _ continuation: AsyncStream<ListenerEvent>.Continuation
  ) {
    while !wake.isStopped {
      while let (channel, payload) = connection.nextNotification() {
        let event = ListenerEvent.notification(channel: channel, payload: payload)
        if case .dropped = continuation.yield(event) { continuation.yield(.listening) }
      }
      guard wake.waitForInput(of: connection.handle), connection.takeInput() else { return }
    }
  }
}

extension Connection {
  fileprivate func listen(to channel: String) throws {
    guard let name = PQescapeIdentifier(handle, channel, channel.utf8.count) else {
      throw lost("listen")
    }
    defer { PQfreemem(name) }
    try executeScript("listen " + String(cString: name))
  }

  fileprivate func nextNotification() -> (channel: String, payload: String)? {
    guard let notification = PQnotifies(handle) else { return nil }
    defer { PQfreemem(notification) }
    return (
      String(cString: notification.pointee.relname), String(cString: notification.pointee.extra)
    )
  }

  /// Reads what has arrived; false when the connection is lost.
  fileprivate func takeInput() -> Bool { PQconsumeInput(handle) == 1 }
}

/// Ends a wait on a socket from another thread.
private final class Wake: Sendable {
  private let reader: Int32
  private let writer: Int32
  private let stopped = NIOLockedValueBox(false)

  init?() {
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else { return nil }
    (reader, writer) = (ends[0], ends[1])
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
  }

  deinit {
    close(reader)
    close(writer)
  }

  var isStopped: Bool { stopped.withLockedValue { $0 } }

  func stop() {
    stopped.withLockedValue { $0 = true }
    _ = write(writer, [1], 1)
  }

  func wait(for pause: Duration) {
    var descriptors = [pollfd(fd: reader, events: Int16(POLLIN), revents: 0)]
    _ = poll(&descriptors, 1, Int32(clamping: Int64(pause / .milliseconds(1))))
  }

  /// False when it was woken, or the socket is gone.
  func waitForInput(of handle: OpaquePointer) -> Bool {
    var descriptors = [
      pollfd(fd: PQsocket(handle), events: Int16(POLLIN), revents: 0),
      pollfd(fd: reader, events: Int16(POLLIN), revents: 0),
    ]
    while true {
      let ready = poll(&descriptors, 2, -1)
      if ready > 0 { return descriptors[1].revents == 0 }
      if ready < 0, errno != EINTR { return false }
    }
  }
}
