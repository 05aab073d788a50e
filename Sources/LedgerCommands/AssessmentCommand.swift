import ArgumentParser
import LedgerDocuments
import LedgerDomain
import LedgerOperations
import LedgerStore

struct AssessmentCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "assessment", abstract: "The annual assessment. 年度考核。",
    subcommands: [Import.self, Approve.self, Show.self, Seal.self])

  struct Import: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Propose a version of the method from a JSON file. 提出考核办法。")
    @OptionGroup var actor: ActorOptions
    @Option(name: .customLong("of"), help: "The unit below which units are assessed.")
    var scope: String
    @Option(name: .long, help: "The first month; the file's own otherwise.")
    var effective: String?
    @Argument var file: String

    func run() async throws {
      let document = try JSONValue(parsing: SmallFile.bytes(file))
      let month = try effective.map { try Arguments.month($0, option: "--effective") }
      let version = try await actor.act {
        try await $0.proposeMethod(
          document, kind: .assessment, scope: scope, effective: month, by: $1)
      }
      Terminal.print(
        Terminal.say(
          zh: "已提出 \(version.name)，自 \(version.effective) 起，待第二人批准。",
          en: "\(version.name) is proposed from \(version.effective); a second person approves it.")
      )
    }
  }

  struct Approve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Approve as the second person.")
    @OptionGroup var options: MethodApproval

    func run() async throws { try await options.run(.assessment) }
  }

  struct Show: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "A year's marks, sealed or as they would be now. 查看得分。")
    @OptionGroup var actor: ActorOptions
    @OptionGroup var form: Table.Form
    @Flag(name: .long, help: "What the year would be now, although it is sealed.")
    var unsealed = false
    @Option(name: .long, help: "Only this unit, with every mark that it lost.")
    var unit: String?
    @Argument(help: "The year.")
    var year: Int

    func run() async throws {
      let (year, isPreview) = (year, unsealed)
      let (found, isInvented) = try await actor.read {
        try await $0.assessment(of: year, isPreview: isPreview, by: $1)
      }
      guard let unit else {
        return Self.units(found).write(as: form, isInvented: isInvented)
      }
      guard let sheet = found.sheets.first(where: { $0.unit == unit }) else {
        throw Refusal(AssessmentRefusal.unitUnknown, at: .option("--unit"), unit)
      }
      Self.losses(sheet).write(as: form, isInvented: isInvented)
    }

    private static func units(_ found: Assessment) -> Table {
      var table = Table(columns: [
        .init("kind", zh: "类别", en: "Kind"),
        .init("rank", zh: "名次", en: "Rank", isNumber: true),
        .init("unit", zh: "单位", en: "Unit"), .init("name", zh: "名称", en: "Name"),
        .init("score", zh: "得分", en: "Score", isNumber: true),
      ])
      table.rows = found.sheets.map { sheet in
        [
          sheet.kind, String(sheet.rank), sheet.unit, sheet.name.text(in: Terminal.language),
          sheet.score,
        ]
      }
      return table
    }

    private static func losses(_ sheet: ShownSheet) -> Table {
      var table = Table(columns: [
        .init("item", zh: "考核项", en: "Item"),
        .init("lost", zh: "失分", en: "Lost", isNumber: true),
        .init("by", zh: "情形", en: "By"), .init("source", zh: "出处", en: "Source"),
      ])
      for item in sheet.items {
        for loss in item.lost {
          let source = [
            loss.task, loss.last, loss.form, loss.period, loss.edition.map { "#\($0)" },
            loss.letter,
          ]
          table.rows.append([
            item.id, loss.marks, loss.by,
            source.compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: " "),
          ])
        }
      }
      return table
    }
  }

  struct Seal: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Seal a year as the assessor. 定稿。")
    @OptionGroup var actor: ActorOptions
    @Option(name: .customLong("of"), help: "The unit below which units are assessed.")
    var scope: String
    @Option(name: .long, help: "Why it is sealed again.")
    var reason = ""
    @Argument(help: "The year.")
    var year: Int

    func run() async throws {
      let request = SealRequest(year: year, scope: scope, reason: reason)
      let sealed = try await actor.act { try await $0.sealAssessment(request, by: $1) }
      Terminal.print(
        Terminal.say(
          zh: "\(sealed.year) 年度考核第 \(sealed.number) 稿已定稿：\(hexadecimal(sealed.sha256))",
          en: "\(sealed.year), version \(sealed.number), is sealed: \(hexadecimal(sealed.sha256))"))
    }
  }
}
