import ArgumentParser
import Crypto
import Foundation
import LedgerDomain
import LedgerOperations
import LedgerStore
import PostgresSupport
import SchemaMigrator

struct Migrate: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Bring the schema up to date. 更新数据库结构。")

  @OptionGroup var database: DatabaseOptions

  @Flag(name: .long, help: "Let callers give the time: for demonstrations and tests only.")
  var givenClock = false

  func run() async throws {
    let migrator = try database.migrator()
    let applied = try await migrator.migrate { Terminal.error("migrate \($0)") }
    if givenClock { try await migrator.setGivenClock() }
    Terminal.print(
      Terminal.say(
        zh: applied.isEmpty ? "数据库结构已是最新。" : "已执行 \(applied.count) 个迁移。",
        en: applied.isEmpty ? "The schema is up to date." : "\(applied.count) migrations applied."))
  }
}

struct Doctor: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Check configuration, rights, clock, disk and schema. 检查运行环境。")

  @OptionGroup var database: DatabaseOptions
  @OptionGroup var form: Table.Form

  func run() async throws {
    let (applied, known) = try await database.migrator().status()
    var checks: [(String, String, Bool)] = [
      ("schema", "\(applied)/\(known)", applied == known)
    ]
    let ledger = try await database.ledger()
    checks += try await ledger.examination().map { ($0.name, $0.found, $0.isGood) }
    var table = Table(columns: [
      Table.Column("check", zh: "检查", en: "Check"),
      Table.Column("found", zh: "结果", en: "Found"),
      Table.Column("good", zh: "合格", en: "Good"),
    ])
    table.rows = checks.map { [$0.0, $0.1, $0.2 ? "yes" : "no"] }
    table.write(as: form, isInvented: try await ledger.isDemonstration())
    if checks.contains(where: { !$0.2 }) { throw ExitCode(1) }
  }
}

struct VerifyCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Recompute the journal, every fact and every edition. 核验日志、数据与期刊版。")

  @OptionGroup var database: DatabaseOptions

  @Option(name: .long, help: "Only this edition.")
  var edition: Int?

  func run() async throws {
    let verification = try await database.ledger().verify(edition: edition) { what in
      if isatty(2) == 1 { FileHandle.standardError.write(Data("\r\u{1B}[2K\(what)".utf8)) }
    }
    if isatty(2) == 1 { FileHandle.standardError.write(Data("\r\u{1B}[2K".utf8)) }
    for finding in verification.findings { Terminal.print("✗ \(finding)") }
    let counts = Terminal.say(
      zh: "\(verification.chains) 条链、\(verification.entries) 条日志、\(verification.rows) 行数据、"
        + "\(verification.checkpoints) 个检查点、\(verification.editions) 个期刊版",
      en: "\(verification.chains) chains, \(verification.entries) entries, "
        + "\(verification.rows) rows, \(verification.checkpoints) checkpoints, "
        + "\(verification.editions) editions")
    guard verification.findings.isEmpty else {
      Terminal.print(
        Terminal.say(
          zh: "不符：\(verification.findings.count) 处（\(counts)）",
          en: "\(verification.findings.count) findings in \(counts)"))
      throw ExitCode(1)
    }
    Terminal.print(Terminal.say(zh: "✓ 全部相符：\(counts)", en: "✓ verified: \(counts)"))
  }
}

struct CheckpointCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "checkpoint",
    abstract: "Sign the heads of all journal chains. 对日志各链签发检查点。")

  @OptionGroup var actor: ActorOptions

  @Option(name: .long, help: "The file of the Ed25519 key; made when it does not exist.")
  var key: String

  func run() async throws {
    let signing = try Self.key(at: key)
    let checkpoint = try await actor.act { ledger, actor in
      try await ledger.createCheckpoint(signedWith: signing, by: actor)
    }
    Terminal.print(
      "\(checkpoint.number) \(checkpoint.heads.count) \(hexadecimal(checkpoint.root))")
  }

  /// Reads the key, or makes one that only its owner can read.
  static func key(at path: String) throws -> Curve25519.Signing.PrivateKey {
    if let data = FileManager.default.contents(atPath: path) {
      return try Curve25519.Signing.PrivateKey(rawRepresentation: data)
    }
    let key = Curve25519.Signing.PrivateKey()
    let isMade = FileManager.default.createFile(
      atPath: path, contents: key.rawRepresentation, attributes: [.posixPermissions: 0o400])
    guard isMade else { throw Refusal(CSVRefusal.fileUnreadable, at: .option("--key"), path) }
    return key
  }
}
