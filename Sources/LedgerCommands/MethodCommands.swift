import ArgumentParser
import LedgerDocuments
import LedgerDomain
import LedgerOperations
import LedgerStore

struct RulesCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules", abstract: "Rule sets. 评价规则。",
    subcommands: [Import.self, Approve.self])

  struct Import: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Propose a version from a JSON file.")
    @OptionGroup var options: MethodImport

    func run() async throws { try await options.run(.rules) }
  }

  struct Approve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Approve as the second person.")
    @OptionGroup var options: MethodApproval

    func run() async throws { try await options.run(.rules) }
  }
}

struct MethodCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "method", abstract: "Index methods. 指数方法。",
    subcommands: [Import.self, Approve.self])

  struct Import: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Propose a version from a JSON file.")
    @OptionGroup var options: MethodImport

    func run() async throws { try await options.run(.index) }
  }

  struct Approve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Approve as the second person.")
    @OptionGroup var options: MethodApproval

    func run() async throws { try await options.run(.index) }
  }
}

/// A version from a file, proposed or tried.
struct MethodImport: ParsableArguments {
  @OptionGroup var actor: ActorOptions
  @Option(name: .customLong("of"), help: "The unit below which it is used.")
  var scope: String
  @Option(name: .long, help: "The first month; the file's own otherwise.")
  var effective: String?
  @Option(name: .long, help: "Store nothing; show who would move in these months, 2026-01:2026-06.")
  var `try`: String?
  @OptionGroup var form: Table.Form
  @Argument var file: String

  func run(_ kind: MethodVersion.Kind) async throws {
    let document = try JSONValue(parsing: SmallFile.bytes(file))
    if let months = `try` {
      try await tryOut(kind, document, try Arguments.months([months]))
      return
    }
    let month = try effective.map { try Arguments.month($0, option: "--effective") }
    let version = try await actor.act {
      try await $0.proposeMethod(document, kind: kind, scope: scope, effective: month, by: $1)
    }
    Terminal.print(
      Terminal.say(
        zh: "已提出 \(version.name)，自 \(version.effective) 起，待第二人批准。",
        en: "\(version.name) is proposed from \(version.effective); a second person approves it."))
  }

  private func tryOut(
    _ kind: MethodVersion.Kind, _ document: JSONValue, _ months: [Month]
  ) async throws {
    let rules = kind == .rules ? try RuleSet(document) : nil
    let method = kind == .index ? try IndexMethod(document) : nil
    var table = Table(columns: [
      Table.Column("period", zh: "月", en: "Month"), Table.Column("unit", zh: "单位", en: "Unit"),
      Table.Column("before", zh: "现行", en: "Now"), Table.Column("after", zh: "试用", en: "Tried"),
    ])
    let (_, isInvented) = try await actor.read { ledger, actor in
      for month in months {
        let now = try? await ledger.result(of: month, scope: scope, kind: nil, by: actor)
        let tried = try await ledger.result(
          of: month, scope: scope, kind: nil, rules: rules, method: method, by: actor)
        let before = now.map { $0.words(kind) } ?? [:]
        for (unit, word) in tried.words(kind).sorted(by: { $0.key < $1.key })
        where before[unit] != word {
          table.rows.append([month.description, unit, before[unit] ?? "–", word])
        }
      }
    }
    table.write(as: form, isInvented: isInvented)
  }
}

extension MonthResult {
  /// Each unit's colour or rank, as a word.
  fileprivate func words(_ kind: MethodVersion.Kind) -> [String: String] {
    var words: [String: String] = [:]
    switch kind {
    case .rules:
      for (unit, rating) in zip(units, evaluation.ratings) {
        words[unit.unit.code] = rating.colour.word.text(in: Terminal.language)
      }
    case .index, .ladder, .assessment:
      for ranking in evaluation.rankings.reversed() {
        for standing in ranking.standings {
          words[units[standing.unit].unit.code] = standing.rankText ?? "–"
        }
      }
    }
    return words
  }
}

/// The second person's yes.
struct MethodApproval: ParsableArguments {
  @OptionGroup var actor: ActorOptions
  @Option(name: .customLong("of"), help: "The unit below which it is used.")
  var scope: String
  @Argument(help: "The code.")
  var code: String
  @Argument(help: "The version.")
  var version: Int

  func run(_ kind: MethodVersion.Kind) async throws {
    try await actor.act {
      try await $0.approveMethod(
        kind: kind, scope: scope, code: code, version: version, by: $1)
    }
    Terminal.print(
      Terminal.say(zh: "已批准 \(code)/\(version)。", en: "\(code)/\(version) is approved."))
  }
}
