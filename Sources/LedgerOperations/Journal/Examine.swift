import LedgerDomain
import LedgerStore
import PostgresSupport

/// One thing that an examination looked at.
public struct Examined: Sendable {
  /// What was looked at.
  public let name: String
  /// What was found.
  public let found: String
  /// Whether it is as it should be.
  public let isGood: Bool
}

extension Ledger {
  /// Looks at the server's settings, the clock and the rights on which the record depends.
  public func examination() async throws -> [Examined] {
    let nobody = nobodyAtAll
    let server = try await audit.act(by: nobody, readOnly: true) { try $0.serverState() }
    let machine = surroundings.machineMoment()
    let skew = abs(server.moment.microsecondsSince2000 - machine.microsecondsSince2000) / 1_000_000
    func setting(_ name: String, _ value: String, _ wanted: String) -> Examined {
      Examined(name: name, found: value, isGood: value == wanted)
    }
    return [
      Examined(
        name: "postgresql", found: String(server.version), isGood: server.version >= 150_000),
      setting("fsync", server.fsync, "on"),
      setting("synchronous_commit", server.synchronousCommit, "on"),
      setting("full_page_writes", server.fullPageWrites, "on"),
      setting("data_checksums", server.dataChecksums, "on"),
      Examined(
        name: "synchronous_standbys",
        found: server.standbys.isEmpty ? "none: for trials only" : server.standbys,
        isGood: true),
      Examined(name: "clock", found: "\(server.clock), \(skew) s apart", isGood: skew <= 5),
      Examined(
        name: "ledger_app", found: server.appIsPlain ? "owns and bypasses nothing" : "privileged",
        isGood: server.appIsPlain),
    ]
  }
}
