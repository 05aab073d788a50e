import ArgumentParser
import LedgerDocuments
import LedgerDomain
import LedgerOperations

struct RecordCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "record",
    abstract: "Inspections, no-fraud units, matters, notices, ranks, honours, documents. 后续记录。",
    subcommands: [
      List.self, Add.self, Do.self, ImportPlaces.self, ImportStandards.self,
    ])

  private static let nouns = RecordNoun.allCases.map(\.rawValue).joined(separator: " | ")

  static func noun(_ text: String) throws -> RecordNoun {
    guard let noun = RecordNoun(rawValue: text) else {
      throw Refusal(RecordRefusal.wordUnknown, at: .option("noun"), text, nouns)
    }
    return noun
  }

  /// The names and values of `name=value`.
  static func values(_ words: [String]) throws -> [String: String] {
    var values: [String: String] = [:]
    for word in words {
      let parts = word.utf8.split(
        separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2 else {
        throw Refusal(RecordRefusal.wordUnknown, at: .option("field"), word, "name=value")
      }
      values[String(Substring(parts[0]))] = String(Substring(parts[1]))
    }
    return values
  }

  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "List records of a noun. 查看。")
    @OptionGroup var actor: ActorOptions
    @OptionGroup var form: Table.Form
    @Option(name: .long, help: "Only records that concern this unit.")
    var unit: String?
    @Argument(help: "\(RecordCommand.nouns).")
    var noun: String

    func run() async throws {
      let (noun, unit) = (try RecordCommand.noun(noun), unit)
      let (overview, isInvented) = try await actor.read {
        try await $0.records(of: noun, unit: unit, by: $1)
      }
      var table = Table(columns: [
        .init("id", zh: "编号", en: "id"), .init("day", zh: "日期", en: "day"),
        .init("unit", zh: "单位", en: "unit"), .init("title", zh: "内容", en: "title"),
        .init("document", zh: "文号", en: "document"), .init("state", zh: "状态", en: "state"),
        .init("due", zh: "期限", en: "due"),
      ])
      let isPlain = form.json || form.csv
      for shown in overview.records {
        let (record, standing) = (shown.record, shown.standing)
        table.rows.append([
          record.key.description, record.day.description,
          isPlain
            ? record.unit : overview.units[record.unit]?.name.text(in: Terminal.language) ?? "",
          record.title, record.document,
          isPlain ? standing.state.rawValue : standing.state.text.text(in: Terminal.language),
          standing.due?.description ?? "",
        ])
      }
      table.write(as: form, isInvented: isInvented)
    }
  }

  struct Add: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Add a record from name=value. 登记。",
      discussion: RecordNoun.allCases.map { noun in
        "\(noun.rawValue): "
          + RecordField.all(of: noun).map { $0.isNeeded ? $0.name : "[\($0.name)]" }
          .joined(separator: " ")
      }.joined(separator: "\n"))
    @OptionGroup var actor: ActorOptions
    @Argument(help: "\(RecordCommand.nouns).")
    var noun: String
    @Argument(help: "The fields, name=value; several lines in one value with line breaks.")
    var fields: [String]

    func run() async throws {
      let (noun, values) = (try RecordCommand.noun(noun), try RecordCommand.values(fields))
      let key = try await actor.act { try await $0.addRecord(noun, values, by: $1) }
      Terminal.print(Terminal.say(zh: "已登记 \(key)。", en: "\(key) is recorded."))
    }
  }

  struct Do: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Do something with a record. 办理。",
      discussion: RecordAct.allCases.map { "\($0.rawValue): \($0.text.zh)" }
        .joined(separator: "\n"))
    @OptionGroup var actor: ActorOptions
    @Option(name: .long, help: "The finding that it is about.")
    var item = 0
    @Option(name: .long, help: "What is said to it.")
    var words = ""
    @Option(name: .long, help: "The number of the document that states it.")
    var document = ""
    @Option(name: .long, help: "The day, 2026-03-01; today otherwise.")
    var day = ""
    @Option(name: .long, help: "A new last day, where a second check did not pass.")
    var due = ""
    @Flag(name: .long, help: "Every criterion of the standard is met, for a self-check.")
    var allMet = false
    @Argument(help: "The record, inspection/2026-3.")
    var record: String
    @Argument(help: "What is done.")
    var act: String

    func run() async throws {
      guard let key = RecordKey(record) else { throw Refusal(RecordRefusal.unknown, record) }
      guard let act = RecordAct(rawValue: act) else {
        throw Refusal(
          RecordRefusal.wordUnknown, at: .option("act"), act,
          RecordAct.allCases.map(\.rawValue).joined(separator: " | "))
      }
      let request = RecordActRequest(
        key, act, item: item, words: words, document: document, day: day, due: due,
        criteria: allMet ? Set(1...1_000) : [])
      _ = try await actor.act { try await $0.actOnRecord(request, by: $1) }
      Terminal.print(Terminal.say(zh: "已记录。", en: "It is recorded."))
    }
  }

  struct ImportPlaces: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "import-nofraud",
      abstract: "Import no-fraud units that apply. 导入无诈单元。",
      discussion: "Columns: \(RecordFiles.placeColumns.joined(separator: ",")). All rows or none.")
    @OptionGroup var actor: ActorOptions
    @OptionGroup var files: FileArguments
    @Argument var file: String

    func run() async throws {
      let csv = try files.file(file)
      try await actor.act { try await $0.importNoFraudUnits(csv, by: $1) }.tell()
    }
  }

  struct ImportStandards: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "import-standards",
      abstract: "Import standards of no-fraud units. 导入创建标准。",
      discussion:
        "Columns: \(RecordFiles.standardColumns.joined(separator: ",")). All rows or none.")
    @OptionGroup var actor: ActorOptions
    @OptionGroup var files: FileArguments
    @Argument var file: String

    func run() async throws {
      let csv = try files.file(file)
      try await actor.act { try await $0.importNoFraudStandards(csv, by: $1) }.tell()
    }
  }
}
