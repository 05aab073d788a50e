import ArgumentParser
import LedgerDocuments
import LedgerDomain
import LedgerOperations

/// A CSV file and how it is spelt.
struct FileArguments: ParsableArguments {
  @Option(name: .long, help: "utf-8 or gbk.")
  var encoding = "utf-8"

  func file(_ path: String) throws -> CSVFile {
    guard let encoding = TextEncoding(rawValue: encoding) else {
      throw Refusal(CSVRefusal.encodingUnknown, at: .option("--encoding"), encoding)
    }
    return CSVFile(path: path, encoding: encoding)
  }
}

extension ImportReport {
  func tell() {
    Terminal.print(
      Terminal.say(
        zh: "新增 \(added)，未变 \(unchanged)。", en: "\(added) added, \(unchanged) unchanged."))
  }
}

struct UnitsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "units", abstract: "Units. 单位。", subcommands: [Import.self])

  struct Import: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Import code,name,name_en,kind,parent,group,valid_from,valid_to.")
    @OptionGroup var actor: ActorOptions
    @OptionGroup var files: FileArguments
    @Argument var file: String

    func run() async throws {
      let csv = try files.file(file)
      try await actor.act { try await $0.importUnits(csv, by: $1) }.tell()
    }
  }
}

struct PopulationsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "populations", abstract: "Populations. 人口。", subcommands: [Import.self])

  struct Import: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Import code,as_of,population.")
    @OptionGroup var actor: ActorOptions
    @OptionGroup var files: FileArguments
    @Argument var file: String

    func run() async throws {
      let csv = try files.file(file)
      try await actor.act { try await $0.importPopulations(csv, by: $1) }.tell()
    }
  }
}

struct CalendarCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "calendar", abstract: "Working days. 工作日历。", subcommands: [Import.self])

  struct Import: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Import day,kind,name; kind is working or holiday.")
    @OptionGroup var actor: ActorOptions
    @OptionGroup var files: FileArguments
    @Argument var file: String

    func run() async throws {
      let csv = try files.file(file)
      try await actor.act { try await $0.importCalendar(csv, by: $1) }.tell()
    }
  }
}

struct MapCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "map", abstract: "The map of tiles. 方块地图。", subcommands: [Import.self])

  struct Import: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Import unit,row,column; both empty for no place of its own.")
    @OptionGroup var actor: ActorOptions
    @OptionGroup var files: FileArguments
    @Argument var file: String

    func run() async throws {
      let csv = try files.file(file)
      try await actor.act { try await $0.importTiles(csv, by: $1) }.tell()
    }
  }
}

struct TargetsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "targets", abstract: "Targets. 目标。", subcommands: [Import.self])

  struct Import: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Import unit,indicator,year,kind,value.")
    @OptionGroup var actor: ActorOptions
    @OptionGroup var files: FileArguments
    @Argument var file: String

    func run() async throws {
      let csv = try files.file(file)
      try await actor.act { try await $0.importTargets(csv, by: $1) }.tell()
    }
  }
}

struct IndicatorsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "indicators", abstract: "Indicators. 指标。", subcommands: [Import.self])

  struct Import: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Import a JSON array of indicators.")
    @OptionGroup var actor: ActorOptions
    @Option(name: .long, help: "The first month, 2026-01.")
    var effective: String
    @Argument var file: String

    func run() async throws {
      let month = try Arguments.month(effective, option: "--effective")
      let document = try JSONValue(parsing: SmallFile.bytes(file))
      try await actor.act {
        try await $0.importIndicators(document, effective: month, by: $1)
      }.tell()
    }
  }
}

struct FormsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "forms", abstract: "Forms. 报表。", subcommands: [Import.self])

  struct Import: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Import a form's JSON file.")
    @OptionGroup var actor: ActorOptions
    @Argument var file: String

    func run() async throws {
      let document = try JSONValue(parsing: SmallFile.bytes(file))
      try await actor.act { try await $0.importForm(document, by: $1) }.tell()
    }
  }
}
