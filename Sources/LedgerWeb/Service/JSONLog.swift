import Foundation
import Glibc
import LedgerDomain
public import Logging
import PostgresSupport

/// Writes each event as one line of JSON on standard error, in one write.
public struct JSONLog: LogHandler {
  /// Joined to every event.
  public var metadata: Logger.Metadata = [:]
  /// What is written at least.
  public var logLevel: Logger.Level
  /// Joined to every event, when it is written.
  public var metadataProvider: Logger.MetadataProvider?
  private let label: String

  /// Creates the handler of one logger.
  public init(label: String, level: Logger.Level = .info) {
    self.label = label
    logLevel = level
  }

  /// One value that every event carries.
  public subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  /// Writes one event.
  public func log(event: LogEvent) {
    let now = PostgresTimestamp(
      unixMicroseconds: Int64(Date().timeIntervalSince1970 * 1_000_000))
    var members = [
      JSONValue.Member("at", .string(MomentText.text(now))),
      JSONValue.Member("level", .string(event.level.rawValue)),
      JSONValue.Member("logger", .string(label)),
      JSONValue.Member("message", .string("\(event.message)")),
    ]
    var all = metadata
    if let provided = metadataProvider?.get() { all.merge(provided) { $1 } }
    if let own = event.metadata { all.merge(own) { $1 } }
    for (name, value) in all.sorted(by: { $0.key < $1.key }) {
      members.append(JSONValue.Member(name, .string("\(value)")))
    }
    let line = Array((JSONValue.object(members).compactText + "\n").utf8)
    line.withUnsafeBytes { _ = write(2, $0.baseAddress, $0.count) }
  }
}
