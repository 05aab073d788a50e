import ArgumentParser
import Foundation
import LedgerDomain
import LedgerOperations
import PostgresSupport
import SchemaMigrator

/// Runs the program and turns what it throws into an exit code: the one place where refusals and
/// failures of the command line are told.
public enum Outcome {
  /// Runs a command line; returns its exit code.
  public static func run(_ arguments: [String]) async -> Int32 {
    do {
      var command = try TaizhangCommand.parseAsRoot(arguments)
      if var command = command as? any AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
      return 0
    } catch {
      return tell(error)
    }
  }

  /// Tells an error on standard error; returns the exit code that says its kind.
  static func tell(_ error: any Error) -> Int32 {
    switch error {
    case let refusal as Refusal:
      tell([refusal])
      return 2
    case let refusals as Refusals:
      tell(refusals.refusals)
      return 2
    case let failure as PostgresFailure:
      tell(failure)
      return 1
    case let unknown as CommitOutcomeUnknown:
      fail(
        zh: "提交时连接中断，结果未知；请核对后用同一幂等键重试。",
        en: "the connection broke during COMMIT; the outcome is unknown: check, then retry.")
      Terminal.error(unknown.cause)
      return 1
    case let failure as MigrationFailure:
      tell(failure)
      return failure.isRefusal ? 2 : 1
    case let exit as ExitCode:
      return exit.rawValue
    default:
      return tellOther(error)
    }
  }

  /// What the server said; in plain words before it where the server lacks something (class 53).
  private static func tell(_ failure: PostgresFailure) {
    let said = (
      zh: "数据库：\(failure.message)（\(failure.sqlState)）",
      en: "database: \(failure.message) (\(failure.sqlState))"
    )
    if let lack = lack(of: failure.sqlState) {
      fail(
        zh: "\(lack.zh)，本次操作未保存任何内容。解决后请重新执行同一命令（原有 --key 的仍用同一个）。",
        en: "\(lack.en); this act stored nothing. Put that right, then give the same command "
          + "again, with the same --key if it had one.")
      Terminal.error(Terminal.say(zh: said.zh, en: said.en))
    } else {
      fail(zh: said.zh, en: said.en)
    }
    if let detail = failure.detail { Terminal.error(detail) }
  }

  /// What a server lacks that refuses to work for want of resources.
  private static func lack(of sqlState: String) -> BilingualText? {
    guard sqlState.hasPrefix("53") else { return nil }
    return switch sqlState {
    case "53100":
      BilingualText(zh: "数据库服务器的磁盘已满", en: "the disk of the database server is full")
    case "53200":
      BilingualText(zh: "数据库服务器的内存不足", en: "the database server is out of memory")
    case "53300":
      BilingualText(
        zh: "数据库服务器的连接已满", en: "the database server takes no more connections")
    default:
      BilingualText(
        zh: "数据库服务器达到其设置的上限", en: "the database server reached one of its limits")
    }
  }

  private static func tellOther(_ error: any Error) -> Int32 {
    let code = TaizhangCommand.exitCode(for: error)
    let message = TaizhangCommand.fullMessage(for: error)
    if code == .success {
      Terminal.print(message)
    } else {
      Terminal.error(message)
    }
    return code == .success ? 0 : code == .validationFailure ? 64 : 1
  }

  private static func tell(_ failure: MigrationFailure) {
    switch failure {
    case .misnumbered(let file, let expected):
      fail(zh: "迁移文件 \(file) 应为第 \(expected) 号", en: "\(file) should be number \(expected)")
    case .edited(let name):
      fail(zh: "已执行的迁移 \(name) 被改动", en: "the migration \(name) was edited after it ran")
    case .newerSchema(let applied, let known):
      fail(
        zh: "数据库结构（\(applied)）比程序（\(known)）新；请升级程序。",
        en: "the schema (\(applied)) is newer than the program (\(known)): upgrade it.")
    case .olderSchema:
      fail(
        zh: "数据库结构比程序旧；请先执行 taizhang migrate。",
        en: "the schema is older than the program: run taizhang migrate first.")
    }
  }

  private static func fail(zh: String, en: String) {
    Terminal.error(Terminal.language == .chinese ? "故障：\(zh)" : "failure: \(en)")
  }

  private static func tell(_ refusals: [Refusal]) {
    let language = Terminal.language
    for refusal in refusals.prefix(100) {
      let place = text(of: refusal.place, language)
      Terminal.error("\(place)\(refusal.code): \(refusal.text(in: language))")
      Terminal.error("    → \(refusal.wayOut(in: language))")
    }
    if refusals.count > 100 {
      Terminal.error(
        language == .chinese
          ? "……共 \(refusals.count) 处拒绝。" : "… \(refusals.count) refusals in all.")
    }
  }

  /// How a place is written: `第 3 行第 4 列 `, `line 3, column 4: `.
  static func text(of place: Place, _ language: Language) -> String {
    switch (place, language) {
    case (.whole, _): ""
    case (.line(let line, nil), .chinese): "第 \(line) 行 "
    case (.line(let line, nil), .english): "line \(line): "
    case (.line(let line, let column?), .chinese): "第 \(line) 行第 \(column) 列 "
    case (.line(let line, let column?), .english): "line \(line), column \(column): "
    case (.pointer(let pointer), _): "\(pointer.isEmpty ? "/" : pointer): "
    case (.option(let option), _): "\(option): "
    }
  }
}

extension MigrationFailure {
  var isRefusal: Bool {
    switch self {
    case .newerSchema, .olderSchema: true
    case .misnumbered, .edited: false
    }
  }
}
