import ArgumentParser
import LedgerDomain
import LedgerOperations
import LedgerStore

/// What is recorded in cases from the command line.
enum CaseCommands {
  static let all: [any ParsableCommand.Type] = [
    Show.self, Reply.self, Object.self, Answer.self, Record.self, Accept.self, Continue.self,
    Trigger.self,
  ]

  /// What every record takes.
  struct Words: ParsableArguments {
    @OptionGroup var actor: ActorOptions
    @Option(name: .long, help: "What is said.")
    var words: String
    @Option(name: .long, help: "The number of the paper that shows it.")
    var evidence = ""
    @Argument(help: "The case: 990100.990121.2.")
    var id: String

    func run(
      _ kind: CaseEvent.Kind, _ fill: (inout CaseEventRequest) throws -> Void = { _ in }
    ) async throws {
      var request = CaseEventRequest(
        try CaseCommands.key(id), kind, words: words, evidence: evidence)
      try fill(&request)
      let event = try await actor.act { [request] in try await $0.record(request, by: $1) }
      Terminal.print(
        Terminal.say(
          zh: "\(id)：已登记\(event.kind.name.zh)。", en: "\(id): \(event.kind.name.en) is recorded."))
    }
  }

  static func key(_ text: String) throws -> CaseKey {
    guard let key = CaseKey(text) else { throw Refusal(EscalationRefusal.caseUnknown, text) }
    return key
  }

  static func day(_ text: String?, _ option: String) throws -> CalendarDate? {
    try text.map { text in
      guard let day = CalendarDate(text) else {
        throw Refusal(UnitRefusal.dateMalformed, at: .option(option), text)
      }
      return day
    }
  }

  struct Show: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "case", abstract: "One case: what is due, and what happened. 案卷。")
    @OptionGroup var actor: ActorOptions
    @OptionGroup var form: Table.Form
    @Flag(name: .long, help: "What is due instead of what happened.")
    var dues = false
    @Argument(help: "The case: 990100.990121.2.")
    var id: String

    func run() async throws {
      let key = try CaseCommands.key(id)
      let (shown, isInvented) = try await actor.read { try await $0.stepCase(key, by: $1) }
      let table = dues ? CaseTables.dues(shown) : CaseTables.history(shown)
      table.write(as: form, isInvented: isInvented)
    }
  }

  struct Reply: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Answer for a unit: reply, plan, report or progress. 回复、报送。")
    @OptionGroup var record: Words
    @Option(name: .long, help: "reply, plan, report or progress.")
    var kind = "reply"

    func run() async throws {
      guard let kind = CaseEvent.Kind.ofUnit.first(where: { $0.rawValue == kind }) else {
        throw ValidationError("--kind: reply, plan, report, progress")
      }
      try await record.run(kind)
    }
  }

  struct Object: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Object to a figure or to the step. 申诉。")
    @OptionGroup var record: Words
    @Option(name: .long, help: "The indicator whose figure is objected to.")
    var against = ""

    func run() async throws { try await record.run(.objection) { $0.against = against } }
  }

  struct Answer: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Decide on an objection. 决定申诉。")
    @OptionGroup var record: Words
    @Flag(name: .long, help: "Uphold it, which withdraws the step; it is rejected otherwise.")
    var uphold = false

    func run() async throws {
      try await record.run(uphold ? .objectionUpheld : .objectionRejected)
    }
  }

  struct Record: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Record an interview or a re-check. 登记约谈、复查。")
    @OptionGroup var record: Words
    @Option(name: .long, help: "interview, recheck_passed or recheck_failed.")
    var kind: String
    @Option(name: .long, help: "The post that held the interview.")
    var post = ""
    @Option(name: .long, help: "Where the interview was held.")
    var place = ""
    @Option(name: .long, help: "The day; today otherwise.")
    var on: String?

    func run() async throws {
      let kinds: [CaseEvent.Kind] = [.interview, .recheckPassed, .recheckFailed]
      guard let kind = kinds.first(where: { $0.rawValue == kind }) else {
        throw ValidationError("--kind: interview, recheck_passed, recheck_failed")
      }
      try await record.run(kind) { request in
        (request.presidingPost, request.place) = (post, place)
        request.heldOn = try CaseCommands.day(on, "--on")
      }
    }
  }

  struct Accept: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Record the acceptance of a listing. 登记验收。")
    @OptionGroup var record: Words
    @Flag(name: .long, help: "It was not passed.")
    var failed = false
    @Option(name: .long, help: "The day; today otherwise.")
    var on: String?

    func run() async throws {
      try await record.run(failed ? .acceptanceFailed : .acceptancePassed) {
        $0.heldOn = try CaseCommands.day(on, "--on")
      }
    }
  }

  struct Continue: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Continue a listing, once. 继续挂牌。")
    @OptionGroup var record: Words

    func run() async throws { try await record.run(.continued) }
  }

  struct Trigger: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Enter a listing by a higher authority, or false figures. 登记触发事项。")
    @OptionGroup var actor: ActorOptions
    @Option(name: .customLong("of"), help: "The unit below which the ladder is used.")
    var scope: String
    @Option(name: .long, help: "listed_by_higher or false_figures.")
    var fact: String
    @Option(name: .long, help: "The authority that says so.")
    var authority: String
    @Option(name: .long, help: "The document's number.")
    var document: String
    @Option(name: .long, help: "The document's day, 2026-01-15.")
    var issued: String
    @Argument(help: "The unit.")
    var unit: String

    func run() async throws {
      guard let known = LadderFact(rawValue: fact), let issued = try CaseCommands.day(issued, "")
      else { throw Refusal(EscalationRefusal.factNotEntered, at: .option("--fact"), fact) }
      let trigger = try await actor.act {
        try await $0.enterTrigger(
          known, of: unit, scope: scope, authority: authority, document: document,
          issued: issued, by: $1)
      }
      Terminal.print(
        Terminal.say(
          zh: "\(unit)：已登记“\(trigger.fact.name.zh)”。",
          en: "\(unit): “\(trigger.fact.name.en)” is entered."))
    }
  }
}

/// The tables of a case.
enum CaseTables {
  static func dues(_ shown: ShownCase) -> Table {
    var table = Table(columns: [
      Table.Column("what", zh: "事项", en: "What"), Table.Column("due", zh: "最后一日", en: "Due"),
      Table.Column("state", zh: "状态", en: "State"), Table.Column("came", zh: "办理日", en: "Came"),
    ])
    table.rows = shown.own.dues.map { due in
      [
        due.deadline.what.text(in: Terminal.language), due.day?.description ?? "",
        due.state.rawValue, due.done?.day.description ?? "",
      ]
    }
    return table
  }

  static func history(_ shown: ShownCase) -> Table {
    var table = Table(columns: [
      Table.Column("on", zh: "日期", en: "Date"), Table.Column("what", zh: "事项", en: "What"),
      Table.Column("words", zh: "内容", en: "Words"), Table.Column("role", zh: "角色", en: "Role"),
      Table.Column("by", zh: "经办", en: "By"),
    ])
    table.rows = shown.entries.map { entry in
      [entry.day.description] + told(entry)
        + [entry.role?.name.text(in: Terminal.language) ?? "", entry.by]
    }
    return table
  }

  private static func told(_ entry: ShownCase.Entry) -> [String] {
    switch entry.what {
    case .proposed(let head):
      [Terminal.say(zh: "提出", en: "proposed"), "\(head.period) #\(head.number)"]
    case .entered(let trigger):
      [trigger.fact.name.text(in: Terminal.language), "\(trigger.authority) \(trigger.document)"]
    case .decided(let kept):
      [
        kept.decision.isAccepted
          ? Terminal.say(zh: "同意", en: "accepted") : Terminal.say(zh: "不同意", en: "refused"),
        [
          "\(kept.decision.move.rawValue) \(kept.decision.from)>\(kept.decision.to)", kept.reason,
          kept.document,
        ].filter { !$0.isEmpty }.joined(separator: " "),
      ]
    case .happened(let event):
      [
        event.kind.name.text(in: Terminal.language),
        [event.presidingPost, event.place, event.against, event.words, event.evidence]
          .filter { !$0.isEmpty }.joined(separator: " "),
      ]
    }
  }
}
