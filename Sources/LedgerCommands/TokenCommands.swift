import ArgumentParser
import LedgerDomain
import LedgerOperations
import LedgerStore

struct TokenCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "token", abstract: "Tokens, with which programs act. 令牌。",
    subcommands: [Create.self, End.self, List.self])

  struct Create: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Make a token for a unit; its secret is printed this once.")
    @OptionGroup var actor: ActorOptions
    @Option(name: .long, help: "What it is for.")
    var label: String
    @Option(name: .long, help: "The only form it is for.")
    var form: String?
    @Option(name: .long, help: "The last day, 2026-12-31.")
    var until: String
    @Argument(help: "The unit, with everything below it.")
    var unit: String

    func run() async throws {
      let day = try Arguments.day(until, option: "--until")
      let token = try await actor.act {
        try await $0.createToken(label: label, unit: unit, form: form, until: day, by: $1)
      }
      Terminal.error(
        Terminal.say(
          zh: "令牌 \(token.id) 的密钥，仅显示这一次：",
          en: "The secret of the token \(token.id), shown this once:"))
      Terminal.print(token.secret)
    }
  }

  struct End: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "End a token, at once.")
    @OptionGroup var actor: ActorOptions
    @Argument var id: String

    func run() async throws {
      try await actor.act { try await $0.endToken(id: id, by: $1) }
    }
  }

  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "One's own tokens in force.")
    @OptionGroup var actor: ActorOptions
    @OptionGroup var form: Table.Form

    func run() async throws {
      let tokens = try await actor.act { try await $0.tokens(by: $1) }
      var table = Table(columns: [
        Table.Column("id", zh: "编号", en: "Id"), Table.Column("label", zh: "名称", en: "Label"),
        Table.Column("unit", zh: "单位", en: "Unit"), Table.Column("form", zh: "报表", en: "Form"),
        Table.Column("created_at", zh: "创建", en: "Made"),
        Table.Column("seen_at", zh: "最近使用", en: "Last use"),
        Table.Column("ends_at", zh: "到期", en: "Ends"),
      ])
      table.rows = tokens.map {
        [
          $0.id, $0.label, $0.limitedUnit ?? "", $0.limitedForm ?? "",
          Arguments.text($0.openedAt), Arguments.text($0.seenAt), Arguments.text($0.expiresAt),
        ]
      }
      table.write(as: form)
    }
  }
}
