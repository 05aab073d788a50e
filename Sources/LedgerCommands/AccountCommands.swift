import ArgumentParser
import LedgerDomain
import LedgerOperations
import LedgerStore

struct AccountCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "account", abstract: "Accounts. 账号。",
    subcommands: [
      Create.self, Disable.self, Enable.self, Reset.self, Unlock.self, Expire.self, List.self,
      Demonstrate.self, Code.self,
    ])

  struct Create: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Create an account.",
      discussion: """
        --first system_admin or security_admin creates the installation's first administrators at \
        the console and prints a one-time password; after that an account is created --as the \
        system administrator, and the security administrator's `account reset` gives it its first \
        password.
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
          let password = try await actor.database.ledger()
            .createFirstAdministrator(account, role: role)
          OneTimePassword.tell(password, of: name)
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

  struct Reset: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Print a one-time password; ends sessions, tokens and the second factor.")
    @OptionGroup var actor: ActorOptions
    @Argument var name: String

    func run() async throws {
      let password = try await actor.act {
        try await $0.resetCredentials(of: name, by: $1)
      }
      OneTimePassword.tell(password, of: name)
    }
  }

  struct Unlock: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Let an account sign in again that failures or dormancy shut out.")
    @OptionGroup var actor: ActorOptions
    @Option(name: .long, help: "Why.")
    var reason = ""
    @Argument var name: String

    func run() async throws {
      try await actor.act { try await $0.unlock(name, reason: reason, by: $1) }
    }
  }

  struct Expire: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "State an account's last day.")
    @OptionGroup var actor: ActorOptions
    @Option(name: .long, help: "The last day, 2026-12-31; never for no end.")
    var until: String
    @Argument var name: String

    func run() async throws {
      let day = until == "never" ? nil : try Arguments.day(until, option: "--until")
      try await actor.act { try await $0.setExpiry(of: name, until: day, by: $1) }
    }
  }

  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Every account as it is now.")
    @OptionGroup var actor: ActorOptions
    @OptionGroup var form: Table.Form

    func run() async throws {
      let (accounts, isInvented) = try await actor.read { try await $0.accounts(by: $1) }
      var table = Table(columns: [
        Table.Column("account", zh: "账号", en: "Account"),
        Table.Column("name", zh: "姓名", en: "Name"),
        Table.Column("unit", zh: "单位", en: "Unit"), Table.Column("post", zh: "岗位", en: "Post"),
        Table.Column("state", zh: "状态", en: "State"),
        Table.Column("expires_on", zh: "到期日", en: "Last day"),
        Table.Column("grants", zh: "授权", en: "Grants"),
        Table.Column("signed_in_at", zh: "最近登录", en: "Last sign-in"),
        Table.Column("second_factor", zh: "第二因子", en: "Second factor"),
      ])
      table.rows = accounts.map { account in
        [
          account.account.name, account.account.displayName, account.account.unit,
          account.account.post, account.isEnabled ? "enabled" : "disabled",
          account.expiresOn?.description ?? "",
          account.grants.map(\.text).joined(separator: " "),
          account.signedInAt.map(Arguments.text) ?? "", account.hasSecondFactor ? "yes" : "no",
        ]
      }
      table.write(as: form, isInvented: isInvented)
    }
  }

  struct Code: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "The code that an authenticator shows now, for trying the demonstration.")
    @OptionGroup var database: DatabaseOptions
    @Argument(help: "The second factor's secret, in base 32.")
    var secret: String

    func run() async throws {
      guard let code = try await database.ledger().code(ofSecretBase32: secret) else {
        throw Refusal(SessionRefusal.factorMalformed, at: .option("SECRET"))
      }
      Terminal.print(code)
    }
  }

  struct Demonstrate: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Give an account a known password, where the clock is given only.")
    @OptionGroup var database: DatabaseOptions
    @Option(name: .long, help: "The secret of its second factor, in base 32.")
    var secondFactor: String?
    @Argument var name: String
    @Argument var password: String

    func run() async throws {
      let ledger = try await database.ledger()
      try await ledger.setDemonstrationPassword(of: name, to: password)
      if let secondFactor {
        try await ledger.enrolDemonstrationSecondFactor(of: name, secretBase32: secondFactor)
      }
    }
  }
}

extension ActingSession.Grant {
  /// `reporter:CA-AB` or `reporter:CA-AB/fraud-monthly`.
  var text: String { "\(role.rawValue):\(unit)" + (form.map { "/\($0)" } ?? "") }
}

/// A password that is shown once: alone on standard output, what it is on standard error.
enum OneTimePassword {
  static func tell(_ password: String, of account: String) {
    Terminal.error(
      Terminal.say(
        zh: "\(account) 的一次性密码，仅显示这一次，首次登录须更改：",
        en: "The one-time password of \(account), shown this once; it is changed at sign-in:"))
    Terminal.print(password)
  }
}
