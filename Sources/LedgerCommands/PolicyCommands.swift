import ArgumentParser
import LedgerDocuments
import LedgerDomain
import LedgerOperations

struct PolicyCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "policy", abstract: "How accounts prove who they are. 账号策略。",
    subcommands: [Show.self, Import.self])

  struct Show: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Print the policy in force, as JSON.")
    @OptionGroup var database: DatabaseOptions

    func run() async throws {
      Terminal.print(try await database.ledger().policy().document.compactText)
    }
  }

  struct Import: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "State another policy, from a JSON file; defaults/policies/accounts.json is one.")
    @OptionGroup var actor: ActorOptions
    @Argument var file: String

    func run() async throws {
      let document = try JSONValue(parsing: SmallFile.bytes(file))
      try await actor.act { try await $0.setPolicy(document, by: $1) }
    }
  }
}
