import ArgumentParser
import Crypto
import Foundation
import LedgerDocuments
import LedgerDomain
import LedgerOperations
import LedgerStore

struct VerifyCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Recompute the journal, every fact and every edition. 核验日志、数据与期刊版。")

  @OptionGroup var database: DatabaseOptions

  @Option(name: .long, help: "Only this edition.")
  var edition: Int?

  @Option(name: .long, help: "A checkpoint that was kept elsewhere (checkpoint --out); repeatable.")
  var checkpoint: [String] = []

  func run() async throws {
    let copies = try checkpoint.map(CheckpointCopy.init(file:))
    let verification = try await database.ledger().verify(edition: edition, against: copies) {
      what in
      if isatty(2) == 1 { FileHandle.standardError.write(Data("\r\u{1B}[2K\(what)".utf8)) }
    }
    if isatty(2) == 1 { FileHandle.standardError.write(Data("\r\u{1B}[2K".utf8)) }
    for finding in verification.findings { Terminal.print("✗ \(finding)") }
    for recovery in verification.recoveries { Terminal.print("! \(recovery.told)") }
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

  @Option(name: .long, help: "Write a copy, to be kept on another machine.")
  var out: String?

  func run() async throws {
    let signing = try Self.key(at: key)
    let checkpoint = try await actor.act { ledger, actor in
      let checkpoint = try await ledger.createCheckpoint(signedWith: signing, by: actor)
      if let out, let copy = try await ledger.newestCheckpointCopy() {
        try Files.write(String(decoding: copy.bytes, as: UTF8.self), to: out)
      }
      return checkpoint
    }
    Terminal.print(
      "\(checkpoint.number) \(checkpoint.heads.count) \(hexadecimal(checkpoint.root))")
  }

  /// Reads the key, or makes one that only its owner can read.
  static func key(at path: String) throws -> Curve25519.Signing.PrivateKey {
    let data = try KeyFile.bytes(at: path, option: "--key") {
      Curve25519.Signing.PrivateKey().rawRepresentation
    }
    return try Curve25519.Signing.PrivateKey(rawRepresentation: data)
  }
}

struct RecoveryCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "recovery", abstract: "Restores to an earlier moment. 恢复到较早时刻。",
    subcommands: [Record.self])

  struct Record: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Record what such a restore lost. 记录恢复所丢失的日志。")

    @OptionGroup var actor: ActorOptions
    @Option(name: .long, help: "The last checkpoint that was kept elsewhere.")
    var checkpoint: String
    @Option(name: .long, help: "The backup, as its tool names it.")
    var backup: String
    @Option(name: .customLong("to"), help: "The moment restored to: 2026-01-15T09:00:30.")
    var moment: String
    @Option(name: .long, help: "Why it had to be.")
    var reason: String

    func run() async throws {
      let copy = try CheckpointCopy(file: checkpoint)
      let moment = try DatabaseOptions.moment(moment, option: "--to")
      let recovery = try await actor.act {
        try await $0.recordRecovery(
          from: backup, to: moment, against: copy, reason: reason, by: $1)
      }
      for lost in recovery.lost {
        Terminal.print("\(lost.chain) \(lost.first)–\(lost.last)")
      }
      Terminal.print(recovery.told)
    }
  }
}

extension CheckpointCopy {
  fileprivate init(file: String) throws {
    try self.init(SmallFile.bytes(file, max: Self.bytesMax))
  }
}

extension Recovery {
  /// The recovery in one line.
  fileprivate var told: String {
    Terminal.say(
      zh: "恢复 \(number)：备份 \(backup)，丢失 \(lost.count) 条链 \(lostCount) 条日志"
        + "（检查点 \(checkpoint)，\(recordedBy)）：\(reason)",
      en: "recovery \(number): backup \(backup), \(lostCount) entries of \(lost.count) chains lost "
        + "(checkpoint \(checkpoint), \(recordedBy)): \(reason)")
  }
}
