import ArgumentParser
import Crypto
import Foundation
import LedgerDomain
import LedgerOperations
import LedgerStore
import PostgresSupport
import SchemaMigrator

/// Where the ledger is, and who acts on it.
struct DatabaseOptions: ParsableArguments {
  @Option(name: .long, help: "libpq's connection string or URI; DATABASE_URL otherwise.")
  var databaseUrl: String?

  @Option(name: .long, help: "The time of the act (2026-01-15T09:00), for demonstrations only.")
  var at: String?

  var connectionString: String {
    databaseUrl ?? ProcessInfo.processInfo.environment["DATABASE_URL"] ?? ""
  }

  private func pool(_ role: String, size: Int = 1) -> ConnectionPool {
    let configuration = ConnectionConfiguration(
      connectionString, role: role, applicationName: "taizhang",
      statementTimeoutMilliseconds: 600_000, idleInTransactionTimeoutMilliseconds: 600_000)
    return ConnectionPool(configuration, size: size)
  }

  /// The ledger, whose schema is this program's; connections are opened when they are needed.
  ///
  /// `width` acts may be under way at once.
  func ledger(width: Int = 1) async throws -> Ledger {
    try await migrator().requireCurrentSchema(as: "ledger_auth")
    return Ledger(
      store: Store(pool: pool("ledger_app", size: width)),
      console: Store(pool: pool("ledger_auth")),
      audit: Store(pool: pool("ledger_audit")),
      surroundings: Ledger.Surroundings(
        givenMoment: try givenMoment(),
        machineMoment: {
          PostgresTimestamp(
            unixMicroseconds: Int64(Date().timeIntervalSince1970 * 1_000_000))
        },
        randomBytes: { count in
          SymmetricKey(size: .init(bitCount: count * 8)).withUnsafeBytes(Array.init)
        }))
  }

  private func givenMoment() throws -> PostgresTimestamp? {
    guard let text = at ?? ProcessInfo.processInfo.environment["TAIZHANG_AT"] else { return nil }
    return try Self.moment(text, option: "--at")
  }

  /// Reads `2026-01-15` or `2026-01-15T09:00`, China Standard Time.
  static func moment(_ text: String, option: String) throws -> PostgresTimestamp {
    let parts = text.split(separator: "T", maxSplits: 1)
    let clock = parts.count == 2 ? parts[1].split(separator: ":").compactMap { Int64($0) } : [0, 0]
    guard let first = parts.first, let day = CalendarDate(String(first)), clock.count == 2,
      (0..<24).contains(clock[0]), (0..<60).contains(clock[1])
    else { throw Refusal(UnitRefusal.dateMalformed, at: .option(option), text) }
    let minutes = clock[0] * 60 + clock[1] - 8 * 60
    return PostgresTimestamp(
      microsecondsSince2000: Int64(day.daysSince2000) * 86_400_000_000 + minutes * 60_000_000)
  }

  /// The repository or installation folder that holds `schema/` and `defaults/`.
  static func home() throws -> URL {
    var candidates: [URL] = []
    if let home = ProcessInfo.processInfo.environment["TAIZHANG_HOME"] {
      candidates.append(URL(filePath: home))
    }
    let executable = URL(filePath: CommandLine.arguments.first ?? "")
      .resolvingSymlinksInPath()
    for start in [executable, URL(filePath: FileManager.default.currentDirectoryPath)] {
      var folder = start
      for _ in 0..<8 {
        candidates.append(folder)
        candidates.append(folder.appending(path: "share/taizhang"))
        folder = folder.deletingLastPathComponent()
      }
    }
    let found = candidates.first {
      FileManager.default.fileExists(atPath: $0.appending(path: "schema/roles.sql").path)
    }
    guard let found else {
      throw ValidationError("The folder schema/ is not found; set TAIZHANG_HOME.")
    }
    return found
  }

  func migrator() throws -> Migrator {
    Migrator(
      try Migrations(folder: try Self.home().appending(path: "schema")),
      connectionString: connectionString)
  }
}

/// Who acts: an account whose session the console opens.
struct ActorOptions: ParsableArguments {
  @OptionGroup var database: DatabaseOptions

  @Option(name: .customLong("as"), help: "The account that acts; TAIZHANG_AS otherwise.")
  var account: String?

  /// Runs an act, and tells besides whether what it answers is invented.
  func read<Answer>(
    _ body: (Ledger, Ledger.Actor) async throws -> Answer
  ) async throws -> (answer: Answer, isInvented: Bool) {
    try await act { ledger, actor in
      (try await body(ledger, actor), try await ledger.isDemonstration())
    }
  }

  /// Opens a session, runs the act, ends the session.
  func act<Answer>(
    _ body: (Ledger, Ledger.Actor) async throws -> Answer
  ) async throws -> Answer {
    let name = account ?? ProcessInfo.processInfo.environment["TAIZHANG_AS"]
    guard let name else { throw Refusal(AccountRefusal.nobodyActs, at: .option("--as")) }
    let ledger = try await database.ledger()
    let actor = try await ledger.openConsoleSession(as: name)
    do {
      let answer = try await body(ledger, actor)
      try await ledger.endSession(of: actor)
      return answer
    } catch {
      try? await ledger.endSession(of: actor)
      throw error
    }
  }
}

/// Arguments that commands share.
enum Arguments {
  static func month(_ text: String, option: String = "PERIOD") throws -> Month {
    guard let month = Month(text) else {
      throw Refusal(MonthRefusal.periodMalformed, at: .option(option), text)
    }
    return month
  }

  /// `2022-01` or `2022-01:2024-08`.
  static func months(_ texts: [String]) throws -> [Month] {
    var months: [Month] = []
    for text in texts {
      let ends = text.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
      let first = try month(ends[0])
      let last = try month(ends[ends.count - 1])
      guard ends.count <= 2, first <= last, last.index - first.index < 1_200 else {
        throw Refusal(MonthRefusal.periodMalformed, at: .option("PERIOD"), text)
      }
      months += (first.index...last.index).map(Month.init(index:))
    }
    return months
  }
}
