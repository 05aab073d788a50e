import ArgumentParser
import LedgerDomain
import LedgerOperations
import LedgerStore

struct AccountCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "account", abstract: "Accounts. 账号。",
    subcommands: [Create.self, Disable.self, Enable.self])

  struct Create: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Create an account.",
      discussion: """
        --first system_admin or security_admin creates the installation's first administrators at \
        the console; after that an account is created --as the system administrator.
        """)
    @OptionGroup var actor: ActorOptions
    @Option(name: .long, help: "The first administrator: system_admin or security_admin.")
    var first: String?
    @Option(name: .long, help: "How others see it.")
    var display: String?
    @Option(name: .long, help: "The unit it belongs to.")
    var unit = Ledger.installationUnit
    @Option(name: .long, help: "The post that holds it.")
    var post = ""
    @Argument var names: [String]

    func run() async throws {
      for name in names {
        let account = Account(
          name: name, displayName: display ?? name, unit: unit, post: post)
        if let first {
          let role = try GrantCommand.role(first, option: "--first")
          try await actor.database.ledger().createFirstAdministrator(account, role: role)
        } else {
          try await actor.act { try await $0.createAccount(account, by: $1) }
        }
        Terminal.print(Terminal.say(zh: "已建账号 \(name)。", en: "Created the account \(name)."))
      }
    }
  }

  struct Disable: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Disable an account, at once.")
    @OptionGroup var actor: ActorOptions
    @Option(name: .long, help: "Why.")
    var reason: String
    @Argument var name: String

    func run() async throws {
      try await actor.act {
        try await $0.setAccount(name, enabled: false, reason: reason, by: $1)
      }
    }
  }

  struct Enable: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Enable an account again.")
    @OptionGroup var actor: ActorOptions
    @Option(name: .long, help: "Why.")
    var reason: String
    @Argument var name: String

    func run() async throws {
      try await actor.act {
        try await $0.setAccount(name, enabled: true, reason: reason, by: $1)
      }
    }
  }
}

struct GrantCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "grant", abstract: "Grants. 授权。", subcommands: [Add.self, End.self])

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
      let end = try until.map { text in
        guard let day = CalendarDate(text) else {
          throw Refusal(UnitRefusal.dateMalformed, at: .option("--until"), text)
        }
        return day
      }
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
}
