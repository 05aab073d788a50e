import ArgumentParser
import LedgerDocuments
import LedgerDomain
import LedgerOperations
import LedgerStore

struct FiguresCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "figures", abstract: "Figures. 数值。",
    subcommands: [Import.self, Verify.self, RecordsCommand.self])

  struct Import: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Import unit,period,indicator,value[,absence,note] as submissions.",
      discussion: """
        Nothing is stored when any row is refused, unless --accept-good-rows. Several files are \
        one import.
        """)
    @OptionGroup var actor: ActorOptions
    @OptionGroup var encoding: FileArguments
    @Option(name: .long, help: "The form's code.")
    var form: String
    @Flag(name: .long, help: "Submit the figures; the only thing an import does so far.")
    var submit = false
    @Flag(name: .long, help: "Check everything, store nothing.")
    var dryRun = false
    @Flag(name: .long, help: "Store the good rows although others are refused.")
    var acceptGoodRows = false
    @Flag(name: .long, help: "Correct submissions that exist: a new revision.")
    var revise = false
    @Option(name: .long, help: "Write the refused rows as CSV: line,column,code,text.")
    var rejects: String?
    @Option(name: .long, help: "The idempotency key that the journal keeps.")
    var key: String?
    @Argument var files: [String]

    func run() async throws {
      var request = FigureImport(files: try files.map(encoding.file), form: form)
      request.acceptsGoodRows = acceptGoodRows
      request.revises = revise
      request.isDryRun = dryRun
      request.key = key
      let report: FigureImportReport
      do {
        report = try await actor.act { [request] in
          try await $0.importFigures(request, by: $1)
        }
      } catch let refusals as Refusals {
        try write(refusals.refusals)
        throw refusals
      }
      try write(report.refusals)
      Terminal.print(
        Terminal.say(
          zh: "\(report.rows) 行，拒绝 \(report.refusedRows) 行；\(report.submissions) 份报送，"
            + "\(report.unchanged) 份未变。\(dryRun ? "未保存。" : "")",
          en: "\(report.rows) rows, \(report.refusedRows) refused; "
            + "\(report.submissions) submissions, \(report.unchanged) unchanged."
            + (dryRun ? " Nothing stored." : "")))
    }

    private func write(_ refusals: [Refusal]) throws {
      guard let rejects else { return }
      let rows = refusals.map { refusal -> [String] in
        var (line, column) = ("", "")
        if case .line(let number, let field) = refusal.place {
          line = String(number)
          column = field.map { String($0) } ?? ""
        }
        return [line, column, refusal.code, refusal.text(in: Terminal.language)]
      }
      try Files.write(CSVWriter.text([["line", "column", "code", "text"]] + rows), to: rejects)
    }
  }
}

struct SubmissionsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "submissions", abstract: "Submissions and their reviews. 报送与审核。",
    subcommands: [Approve.self, Return.self, Accept.self])

  struct Selection: ParsableArguments {
    @Option(name: .long, help: "The form's code; every form otherwise.")
    var form: String?
    @Option(name: .long, help: "Only these units.")
    var unit: [String] = []
    @Argument(help: "Periods: 2026-01, 2026-01:2026-03, 2026-W03, 2026-01-15, 2026-Q1.")
    var period: [String]

    func request(
      _ stage: Review.Stage, _ decision: Review.Decision, reason: String = ""
    ) throws -> ReviewRequest {
      ReviewRequest(
        stage: stage, decision: decision, form: form, periods: try Arguments.periods(period),
        units: unit.isEmpty ? nil : unit, reason: reason)
    }
  }

  static func tell(_ count: Int) {
    Terminal.print(Terminal.say(zh: "已办理 \(count) 份。", en: "\(count) submissions decided."))
  }

  struct Approve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Approve as the unit's reviewer. 单位审核通过。")
    @OptionGroup var actor: ActorOptions
    @OptionGroup var selection: Selection

    func run() async throws {
      let request = try selection.request(.unit, .approve)
      tell(try await actor.act { try await $0.review(request, by: $1) })
    }
  }

  struct Return: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Return with a reason. 退回。")
    @OptionGroup var actor: ActorOptions
    @OptionGroup var selection: Selection
    @Option(name: .long, help: "Why.")
    var reason: String
    @Flag(name: .long, help: "Return as the office.")
    var office = false

    func run() async throws {
      let request = try selection.request(office ? .office : .unit, .return, reason: reason)
      tell(try await actor.act { try await $0.review(request, by: $1) })
    }
  }

  struct Accept: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Accept as the office. 审定。",
      discussion: "What a verifier disputes is left alone, unless a reason is given.")
    @OptionGroup var actor: ActorOptions
    @OptionGroup var selection: Selection
    @Option(name: .long, help: "Why disputed figures are accepted as they are.")
    var reason = ""

    func run() async throws {
      let request = try selection.request(.office, .approve, reason: reason)
      tell(try await actor.act { try await $0.review(request, by: $1) })
    }
  }
}
