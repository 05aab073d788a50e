import ArgumentParser
import LedgerDocuments
import LedgerDomain
import LedgerOperations

struct ListsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lists", abstract: "Responsibility lists. 责任清单。",
    subcommands: [Import.self, Show.self])

  static func key(_ text: String) throws -> ListKey {
    guard let key = ListKey(text) else {
      throw Refusal(TaskRefusal.listUnknown, at: .option("--list"), text)
    }
    return key
  }

  static func day(_ text: String, _ option: String) throws -> CalendarDate {
    guard let day = CalendarDate(text) else {
      throw Refusal(UnitRefusal.dateMalformed, at: .option(option), text)
    }
    return day
  }

  struct Import: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Import 序号,任务,牵头单位,… as CSV or workbook. 导入清单。",
      discussion: """
        Columns: \(TaskFile.columns.map(\.zh).joined(separator: ",")) \
        (or \(TaskFile.columns.map(\.name).joined(separator: ","))). All rows or none.
        """)
    @OptionGroup var actor: ActorOptions
    @OptionGroup var files: FileArguments
    @Option(name: .long, help: "The list's number, 2026-1.")
    var list: String
    @Option(name: .long, help: "What the list is called.")
    var title: String
    @Option(name: .long, help: "The document that it comes from.")
    var source: String
    @Option(name: .long, help: "The day of issue, 2026-03-01.")
    var issued: String
    @Option(name: .long, help: "The day from which its tasks are so; the day of issue otherwise.")
    var from: String?
    @Argument var file: String

    func run() async throws {
      let csv = try files.file(file)
      let list = try ResponsibilityList(
        key: ListsCommand.key(list), title: title, source: source,
        issued: ListsCommand.day(issued, "--issued"))
      let day = try from.map { try ListsCommand.day($0, "--from") }
      try await actor.act {
        try await $0.importTasks(csv, list: list, from: day, by: $1)
      }.tell()
    }
  }

  struct Show: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Show tasks. 查看任务。")
    @OptionGroup var actor: ActorOptions
    @OptionGroup var form: Table.Form
    @Option(name: .long, help: "Only tasks of this unit.")
    var unit: String?
    @Option(name: .long, help: "Only tasks in this state.")
    var state: String?

    private func wanted() throws -> TaskState? {
      guard let state else { return nil }
      guard let known = TaskState(rawValue: state) else {
        throw Refusal(
          RequestRefusal.parameterMalformed, at: .option("--state"), "--state", state,
          TaskState.allCases.map(\.rawValue).joined(separator: " | "))
      }
      return known
    }

    @Argument(help: "The list's number; every list otherwise.")
    var list: String?

    func run() async throws {
      let (key, state) = (try list.map(ListsCommand.key), try wanted())
      let (overview, isInvented) = try await actor.read { try await $0.tasks(by: $1) }
      var table = Table(columns: [
        .init("id", zh: "编号", en: "id"), .init("task", zh: "任务", en: "task"),
        .init("lead", zh: "牵头", en: "lead"), .init("due", zh: "期限", en: "due"),
        .init("amount", zh: "完成数", en: "amount", isNumber: true),
        .init("finished", zh: "已完", en: "finished", isNumber: true),
        .init("of", zh: "共", en: "of", isNumber: true), .init("state", zh: "状态", en: "state"),
      ])
      for shown in overview.tasks {
        let (task, status) = (shown.task, shown.status)
        guard key.map({ $0 == task.key.list }) ?? true, unit.map(task.concerns) ?? true,
          state.map({ $0 == status.state }) ?? true
        else { continue }
        let isPlain = form.json || form.csv
        table.rows.append([
          task.key.description, task.words,
          isPlain ? task.lead : overview.units[task.lead]?.name.text(in: Terminal.language) ?? "",
          status.due?.description ?? "", status.amount?.description ?? "",
          String(status.finished), String(status.leaves),
          isPlain ? status.state.rawValue : status.state.text.text(in: Terminal.language),
        ])
      }
      table.write(as: form, isInvented: isInvented)
    }
  }
}

struct TaskCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "task", abstract: "Tasks of responsibility lists. 任务。",
    subcommands: [Report.self, Accept.self, Return.self])

  static func key(_ text: String) throws -> TaskKey {
    guard let key = TaskKey(text) else { throw Refusal(TaskRefusal.unknown, text) }
    return key
  }

  struct Report: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Report progress. 报进展。")
    @OptionGroup var actor: ActorOptions
    @Option(name: .long, help: "The unit that reports; the first of the task's otherwise.")
    var unit: String?
    @Option(name: .long, help: "How much is done.")
    var amount = ""
    @Flag(name: .long, help: "The task is done.")
    var done = false
    @Argument(help: "The task, 2026-1-7.")
    var task: String
    @Argument(help: "One sentence.")
    var sentence: String

    func run() async throws {
      let request = TaskProgressRequest(
        task: try TaskCommand.key(task), unit: unit, amount: amount, sentence: sentence,
        isDone: done)
      let report = try await actor.act { try await $0.reportTask(request, by: $1) }
      Terminal.print(
        Terminal.say(
          zh: "已报第 \(report.number) 次进展。", en: "Report \(report.number) is recorded."))
    }
  }

  struct Decision: ParsableArguments {
    @Option(name: .long, help: "Why.")
    var reason: String
    @Argument(help: "The task, 2026-1-7.")
    var task: String

    func decide(_ actor: ActorOptions, accept: Bool) async throws {
      let (key, reason) = (try TaskCommand.key(task), reason)
      _ = try await actor.act { ledger, by in
        let reports = try await ledger.task(key, by: by).reports
        return try await ledger.decideTask(
          key, report: reports.last?.number ?? 0, accept: accept, reason: reason, by: by)
      }
      Terminal.print(
        accept
          ? Terminal.say(zh: "已销号。", en: "Accepted.")
          : Terminal.say(zh: "已退回。", en: "Returned."))
    }
  }

  struct Accept: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Accept the task as the office. 销号。")
    @OptionGroup var actor: ActorOptions
    @OptionGroup var decision: Decision

    func run() async throws { try await decision.decide(actor, accept: true) }
  }

  struct Return: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Return what was reported last, with a reason. 退回。")
    @OptionGroup var actor: ActorOptions
    @OptionGroup var decision: Decision

    func run() async throws { try await decision.decide(actor, accept: false) }
  }
}
