import ArgumentParser
import LedgerDomain
import LedgerOperations
import LedgerStore

struct EditionCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "edition", abstract: "Editions. 期刊版。",
    subcommands: [Publish.self, List.self, Show.self, Diff.self, RerunCommand.self])

  struct Publish: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Propose, or as the second person publish, closed months. 提出或发布。")
    @OptionGroup var actor: ActorOptions
    @Option(name: .customLong("of"), help: "The unit below which units are ranked.")
    var scope: String
    @Option(name: .long, help: "Their kind; the method's otherwise.")
    var kind: String?
    @Argument(help: "2026-01, or 2026-01:2026-03.")
    var period: [String]

    func run() async throws {
      let months = try Arguments.months(period)
      try await actor.act { ledger, actor in
        for (position, month) in months.enumerated() {
          let publication = try await ledger.publishEdition(
            month, scope: scope, kind: kind, by: actor)
          if months.count > 1 {
            Terminal.progress(position + 1, of: months.count, Self.text(publication, month))
          } else {
            Terminal.print(Self.text(publication, month))
          }
        }
      }
    }

    private static func text(_ publication: Publication, _ month: Month) -> String {
      switch publication {
      case .proposed(_, let hash):
        Terminal.say(
          zh: "已提出发布 \(month)，待第二人：\(hash)",
          en: "\(month) is proposed; a second person publishes it: \(hash)")
      case .published(let head):
        Terminal.say(
          zh: "\(month) 第 \(head.number) 号期刊版 \(EditionCommand.hash(head))",
          en: "\(month) edition \(head.number) \(EditionCommand.hash(head))")
      }
    }
  }

  static func hash(_ head: EditionHead) -> String {
    hexadecimal(head.sha256)
  }

  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Every edition.")
    @OptionGroup var actor: ActorOptions
    @OptionGroup var form: Table.Form

    func run() async throws {
      let (editions, isInvented) = try await actor.read { try await $0.editions(by: $1) }
      var table = Table(columns: [
        Table.Column("edition", zh: "号", en: "No.", isNumber: true),
        Table.Column("period", zh: "月", en: "Month"),
        Table.Column("scope", zh: "范围", en: "Of"),
        Table.Column("kind", zh: "类别", en: "Kind"),
        Table.Column("replaces", zh: "更正", en: "Corrects", isNumber: true),
        Table.Column("published_by", zh: "发布人", en: "Published by"),
        Table.Column("sha256", zh: "摘要", en: "SHA-256"),
      ])
      table.rows = editions.map { head in
        [
          String(head.number), head.period.description, head.scope, head.kind,
          head.replaces.map { String($0) } ?? "", head.publishedBy, EditionCommand.hash(head),
        ]
      }
      table.write(as: form, isInvented: isInvented)
    }
  }

  struct Show: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "An edition's document, as JSON.")
    @OptionGroup var actor: ActorOptions
    @Argument var edition: Int

    func run() async throws {
      let (document, isInvented) = try await actor.read {
        try await $0.edition(edition, by: $1)
      }
      // The document's bytes are what was published: the mark stands beside them.
      Terminal.print(document.canonicalText)
      if isInvented { Terminal.error(InventedMark.line) }
    }
  }

  struct Diff: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "What changed between two editions.")
    @OptionGroup var actor: ActorOptions
    @OptionGroup var form: Table.Form
    @Argument var first: Int
    @Argument var second: Int

    func run() async throws {
      let (changes, isInvented) = try await actor.read {
        try await $0.diffEditions(first, second, by: $1)
      }
      var table = Table(columns: [
        Table.Column("unit", zh: "单位", en: "Unit"),
        Table.Column("rank", zh: "位次", en: "Rank"),
        Table.Column("score", zh: "得分", en: "Score"),
        Table.Column("colour", zh: "评色", en: "Colour"),
        Table.Column("revisions", zh: "更正的报送", en: "Corrected submissions"),
      ])
      func arrow(_ pair: (before: String, after: String)) -> String {
        pair.before == pair.after ? pair.after : "\(pair.before) → \(pair.after)"
      }
      func decimal(_ score: String) -> String {
        ResultText.marks(Int64(score), 6)
      }
      table.rows = changes.map { change in
        [
          change.unit, arrow(change.ranks),
          arrow((decimal(change.scores.before), decimal(change.scores.after))),
          arrow(change.colours), change.revisions.joined(separator: "; "),
        ]
      }
      table.write(as: form, isInvented: isInvented)
    }
  }

  struct RerunCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "rerun", abstract: "Compute editions again; fails on any difference. 重算。")
    @OptionGroup var database: DatabaseOptions
    @Argument(help: "Numbers of editions.")
    var editions: [Int]

    func run() async throws {
      let ledger = try await database.ledger()
      var isSame = true
      for number in editions {
        let rerun = try await ledger.rerunEdition(number)
        if let difference = rerun.difference {
          isSame = false
          Terminal.print("✗ \(number) \(difference)")
        } else {
          Terminal.print("\(number) \(rerun.sha256)")
        }
      }
      if !isSame { throw ExitCode(1) }
    }
  }
}
