import ArgumentParser
import LedgerDomain
import LedgerOperations
import LedgerStore

struct GrantCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "grant", abstract: "Grants. 授权。", subcommands: [Add.self, End.self, List.self])

  static func role(_ text: String, option: String) throws -> Role {
    guard let role = Role(rawValue: text) else {
      throw Refusal(
        AccountRefusal.roleUnknown, at: .option(option), text,
        Role.allCases.map(\.rawValue).joined(separator: ", "))
    }
    return role
  }

  struct Add: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Grant a role for a unit and everything below it.")
    @OptionGroup var actor: ActorOptions
    @Option(name: .long, help: "The only form it is for.")
    var form: String?
    @Option(name: .long, help: "The last day, 2026-12-31.")
    var until: String?
    @Argument var account: String
    @Argument var role: String
    @Argument var unit: String

    func run() async throws {
      let role = try GrantCommand.role(role, option: "ROLE")
      let end = try until.map { try Arguments.day($0, option: "--until") }
      let grant = try await actor.act {
        try await $0.addGrant(role, to: account, unit: unit, form: form, until: end, by: $1)
      }
      Terminal.print("\(grant.account) \(grant.number) \(grant.role.rawValue) \(grant.unit)")
    }
  }

  struct End: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "End a grant before its day.")
    @OptionGroup var actor: ActorOptions
    @Option(name: .long, help: "Why.")
    var reason: String
    @Argument var account: String
    @Argument var number: Int

    func run() async throws {
      try await actor.act {
        try await $0.endGrant(of: account, number: number, reason: reason, by: $1)
      }
    }
  }

  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "The grants of an account.")
    @OptionGroup var actor: ActorOptions
    @OptionGroup var form: Table.Form
    @Argument var account: String

    func run() async throws {
      let grants = try await actor.act { try await $0.grants(of: account, by: $1) }
      var table = Table(columns: [
        Table.Column("number", zh: "号", en: "Number", isNumber: true),
        Table.Column("role", zh: "角色", en: "Role"), Table.Column("unit", zh: "单位", en: "Unit"),
        Table.Column("form", zh: "报表", en: "Form"),
        Table.Column("until", zh: "到期日", en: "Last day"),
      ])
      table.rows = grants.map {
        [
          String($0.number), $0.role.rawValue, $0.unit, $0.form ?? "",
          $0.validUntil?.description ?? "",
        ]
      }
      table.write(as: form)
    }
  }
}
