import ArgumentParser
import LedgerDocuments
import LedgerDomain
import LedgerOperations

struct ExportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Exports as CSV. 导出。",
    subcommands: [Figures.self, JournalExport.self])

  struct Figures: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "The accepted figures: unit,period,indicator,value,absence,note.")
    @OptionGroup var actor: ActorOptions
    @Argument(help: "2026-01, 2026-01:2026-03, 2026-W03, 2026-01-15, 2026-Q1.")
    var period: [String]

    func run() async throws {
      let periods = try Arguments.periods(period)
      let (rows, isInvented) = try await actor.read {
        try await $0.exportFigures(periods, by: $1)
      }
      if isInvented { Terminal.write(InventedMark.comment) }
      Terminal.write(
        CSVWriter.text(
          [["unit", "period", "indicator", "value", "absence", "note"]]
            + rows.map { $0.dropLast() + $0.suffix(1).map(CSVText.guarded) }))
    }
  }

  struct JournalExport: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "journal", abstract: "The journal, as the auditor's role reads it.")
    @OptionGroup var database: DatabaseOptions

    func run() async throws {
      let ledger = try await database.ledger()
      if try await ledger.isDemonstration() { Terminal.write(InventedMark.comment) }
      Terminal.write(
        CSVWriter.line([
          "chain", "seq", "recorded_at", "actor", "act", "object", "content", "detail", "hash",
        ]))
      try await ledger.exportJournal { Terminal.write(CSVWriter.line($0.map(CSVText.guarded))) }
    }
  }
}
