import Foundation
import Glibc
import NIOConcurrencyHelpers

/// Stands between libpq and the server on a Unix socket, and does harm at a stated byte.
public final class FaultProxy: Sendable {
  /// What happens to connections.
  public enum Fault: Sendable {
    /// Everything passes; the bytes are counted.
    case none
    /// Both sides are cut after so many bytes from the client.
    case cutClient(after: Int)
    /// Both sides are cut after so many bytes from the server.
    case cutServer(after: Int)
    /// The server's bytes arrive one at a time.
    case dribble
    /// Nothing arrives from the server after so many bytes, and nothing is cut.
    case stall(after: Int)
  }

  /// The folder to name as `host`.
  public let folder: String
  private let upstream: String
  private let listening: Int32
  private let fault: NIOLockedValueBox<Fault>
  private let counts = NIOLockedValueBox((client: 0, server: 0))

  /// Listens in a folder of its own; `upstream` is the folder of the server's socket.
  public init(upstream: String, _ fault: Fault = .none) throws {
    folder = NSTemporaryDirectory() + "proxy-" + UUID().uuidString.prefix(8)
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    self.upstream = upstream
    self.fault = NIOLockedValueBox(fault)
    listening = try Self.socket(at: folder + "/.s.PGSQL.5432") { bind($0, $1, $2) }
    guard listen(listening, 64) == 0 else { throw Failed() }
    Thread.detachNewThread { [listening] in
      while case let client = accept(listening, nil, nil), client >= 0 {
        Thread.detachNewThread { [self] in serve(client) }
      }
    }
  }

  /// A socket could not be made.
  public struct Failed: Error {}

  /// How many bytes passed, from the first connection to the last.
  public var passed: (client: Int, server: Int) { counts.withLockedValue { $0 } }

  /// What happens to connections from now on.
  public func set(_ fault: Fault) { self.fault.withLockedValue { $0 = fault } }

  /// Stops listening; connections that are open stay.
  public func stop() {
    shutdown(listening, Int32(SHUT_RDWR))
    close(listening)
    try? FileManager.default.removeItem(atPath: folder)
  }

  private static func socket(
    at path: String, _ join: (Int32, UnsafePointer<sockaddr>, socklen_t) -> Int32
  ) throws -> Int32 {
    let descriptor = Glibc.socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    withUnsafeMutableBytes(of: &address.sun_path) { bytes in
      bytes.copyBytes(from: Array(path.utf8).prefix(bytes.count - 1))
    }
    let joined = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        join(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
      }
    }
    guard descriptor >= 0, joined == 0 else { throw Failed() }
    return descriptor
  }

  private func serve(_ client: Int32) {
    defer { close(client) }
    guard
      let server = try? Self.socket(
        at: upstream + "/.s.PGSQL.5432", { Glibc.connect($0, $1, $2) })
    else { return }
    defer { close(server) }
    let fault = fault.withLockedValue { $0 }
    var passed = (client: 0, server: 0)
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      var ends = [
        pollfd(fd: client, events: Int16(POLLIN), revents: 0),
        pollfd(fd: server, events: Int16(POLLIN), revents: 0),
      ]
      guard poll(&ends, 2, -1) > 0 else { return }
      let isClient = ends[0].revents != 0
      let count = read(isClient ? client : server, &buffer, buffer.count)
      guard count > 0 else { return }
      var left = count
      if isClient {
        if case .cutClient(let limit) = fault { left = min(count, limit - passed.client) }
        passed.client += count
      } else {
        if case .cutServer(let limit) = fault { left = min(count, limit - passed.server) }
        if case .stall(let limit) = fault { left = max(0, min(count, limit - passed.server)) }
        passed.server += count
      }
      counts.withLockedValue {
        $0 = ($0.client + (isClient ? count : 0), $0.server + (isClient ? 0 : count))
      }
      guard
        send(buffer[..<max(0, left)], to: isClient ? server : client, !isClient && fault.dribbles)
      else { return }
      if left < count, !fault.stalls { return }
    }
  }

  private func send(_ bytes: ArraySlice<UInt8>, to end: Int32, _ oneByOne: Bool) -> Bool {
    var rest = bytes
    while !rest.isEmpty {
      let part = oneByOne ? rest.prefix(1) : rest
      let sent = part.withUnsafeBytes {
        Glibc.send(end, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      guard sent > 0 else { return false }
      rest = rest.dropFirst(sent)
    }
    return true
  }
}

extension FaultProxy.Fault {
  fileprivate var dribbles: Bool { if case .dribble = self { true } else { false } }
  fileprivate var stalls: Bool { if case .stall = self { true } else { false } }
}
