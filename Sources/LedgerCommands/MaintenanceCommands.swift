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
