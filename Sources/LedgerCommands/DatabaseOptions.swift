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

  @Option(
    name: .long,
    help: "The file of the key that seals second factors, made when missing; TAIZHANG_SECRETS_KEY.")
  var secretsKey: String?

  var connectionString: String {
    databaseUrl ?? ProcessInfo.processInfo.environment["DATABASE_URL"] ?? ""
  }

  /// How a role connects, and after how long the server ends its statements.
  func configuration(role: String, milliseconds: Int) -> ConnectionConfiguration {
    ConnectionConfiguration(
      connectionString, role: role, applicationName: "taizhang",
      statementTimeoutMilliseconds: milliseconds, idleInTransactionTimeoutMilliseconds: milliseconds
    )
  }

  /// The ledger for one command, whose schema is this program's; connections are opened when they
  /// are needed.
  func ledger() async throws -> Ledger {
    try await ledger { role in
      ConnectionPool(configuration(role: role, milliseconds: 600_000), size: 1)
    }
  }

  /// The ledger for many callers: what waits too long is refused, what runs too long ends.
  func servedLedger(connections: Int) async throws -> Ledger {
    try await ledger { role in
      let isActing = role == "ledger_app"
      return ConnectionPool(
        configuration(role: role, milliseconds: isActing ? 30_000 : 60_000),
        size: isActing ? connections : max(2, connections / 4), waitersMax: 512,
        waitLimit: .seconds(2))
    }
  }

  private func ledger(_ pool: (String) -> ConnectionPool) async throws -> Ledger {
    try await migrator().requireCurrentSchema(as: "ledger_auth")
    return Ledger(
      store: Store(pool: pool("ledger_app")), console: Store(pool: pool("ledger_auth")),
      audit: Store(pool: pool("ledger_audit")),
      surroundings: Ledger.Surroundings(
        givenMoment: try givenMoment(),
        machineMoment: {
          PostgresTimestamp(
            unixMicroseconds: Int64(Date().timeIntervalSince1970 * 1_000_000))
        },
        randomBytes: { count in
          SymmetricKey(size: .init(bitCount: count * 8)).withUnsafeBytes(Array.init)
        },
        secretsKey: try secretsKeyBytes(),
        commonPasswords: {
          let file = try Self.home().appending(path: "defaults/passwords/common.txt")
          return CommonPasswords(try Data(contentsOf: file))
        }))
  }

  private func secretsKeyBytes() throws -> [UInt8]? {
    let named = secretsKey ?? ProcessInfo.processInfo.environment["TAIZHANG_SECRETS_KEY"]
    guard let path = named, !path.isEmpty else { return nil }
    let key = try KeyFile.bytes(at: path, option: "--secrets-key") {
      SymmetricKey(size: .bits256).withUnsafeBytes { Data($0) }
    }
    guard key.count == 32 else {
      throw Refusal(CSVRefusal.fileUnreadable, at: .option("--secrets-key"), path)
    }
    return Array(key)
  }

  private func givenMoment() throws -> PostgresTimestamp? {
    guard let text = at ?? ProcessInfo.processInfo.environment["TAIZHANG_AT"] else { return nil }
    return try Self.moment(text, option: "--at")
  }

  /// Reads `2026-01-15`, `2026-01-15T09:00` or `2026-01-15T09:00:30`, China Standard Time.
  static func moment(_ text: String, option: String) throws -> PostgresTimestamp {
    let parts = text.split(separator: "T", maxSplits: 1)
    let clock = parts.count == 2 ? parts[1].split(separator: ":").compactMap { Int64($0) } : [0, 0]
    guard let first = parts.first, let day = CalendarDate(String(first)),
      (2...3).contains(clock.count), (0..<24).contains(clock[0]),
      clock.dropFirst().allSatisfy({ (0..<60).contains($0) })
    else { throw Refusal(UnitRefusal.dateMalformed, at: .option(option), text) }
    let seconds = (clock[0] - 8) * 3_600 + clock[1] * 60 + (clock.count == 3 ? clock[2] : 0)
    return PostgresTimestamp(
      microsecondsSince2000: Int64(day.daysSince2000) * 86_400_000_000 + seconds * 1_000_000)
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
  static func day(_ text: String, option: String) throws -> CalendarDate {
    guard let day = CalendarDate(text) else {
      throw Refusal(UnitRefusal.dateMalformed, at: .option(option), text)
    }
    return day
  }

  /// `2026-01-15T09:00`, China Standard Time.
  static func text(_ moment: PostgresTimestamp) -> String {
    let minutes = moment.microsecondsSince2000 / 60_000_000 + 8 * 60
    let day = CalendarDate(daysSince2000: Int32(truncatingIfNeeded: minutes / 1_440))
    let (hour, minute) = (minutes / 60 % 24, minutes % 60)
    return "\(day)T\(hour < 10 ? "0" : "")\(hour):\(minute < 10 ? "0" : "")\(minute)"
  }

  static func month(_ text: String, option: String = "PERIOD") throws -> Month {
    guard let month = Month(text) else {
      throw Refusal(MonthRefusal.periodMalformed, at: .option(option), text)
    }
    return month
  }

  static func period(_ text: String) throws -> Period {
    guard let period = Period(text) else {
      throw Refusal(
        SubmissionRefusal.periodMalformed, at: .option("PERIOD"), text,
        Frequency.allCases.map(\.example).joined(separator: ", "))
    }
    return period
  }

  /// `2026-W03`, or `2026-W03:2026-W07` from the first to the last.
  static func periods(_ texts: [String]) throws -> [Period] {
    var periods: [Period] = []
    for text in texts {
      let ends = text.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
      let (first, last) = (try period(ends[0]), try period(ends[ends.count - 1]))
      var range = [last]
      while ends.count <= 2, range.count < 1_200, let next = range.last, next > first {
        range.append(next.before)
      }
      guard ends.count <= 2, first.frequency == last.frequency, range.last == first else {
        throw Refusal(
          SubmissionRefusal.periodMalformed, at: .option("PERIOD"), text,
          "\(first.frequency.example):\(last.frequency.example)")
      }
      periods += range.reversed()
    }
    return periods
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
