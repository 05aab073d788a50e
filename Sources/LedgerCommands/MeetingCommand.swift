import ArgumentParser
import LedgerDomain
import LedgerOperations

struct MeetingCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "meeting", abstract: "Meetings. 会议。",
    subcommands: [
      List.self, Show.self, Draft.self, Agenda.self, Step.self, Attend.self, Minutes.self,
      Resolve.self, Withdraw.self, Relay.self, Addendum.self,
    ])

  static func key(_ text: String) throws -> MeetingKey {
    guard let key = MeetingKey(text) else { throw Refusal(MeetingRefusal.unknown, text) }
    return key
  }

  static func tell(_ meeting: Meeting) {
    let state = meeting.state.text
    Terminal.print(
      Terminal.say(
        zh: "会议 \(meeting.key)：\(state.zh)，议题 \(meeting.agenda.count) 项。",
        en: "Meeting \(meeting.key): \(state.en), \(meeting.agenda.count) items."))
  }

  /// Units as they are typed: codes with commas between.
  static func units(_ text: String) -> [String] {
    text.utf8.split(separator: UInt8(ascii: ",")).map { String(Substring($0)) }
  }

  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "List meetings. 列出会议。")
    @OptionGroup var actor: ActorOptions
    @OptionGroup var form: Table.Form

    func run() async throws {
      let (overview, isInvented) = try await actor.read { try await $0.meetings(by: $1) }
      var table = Table(columns: [
        .init("id", zh: "编号", en: "id"), .init("day", zh: "日期", en: "day"),
        .init("title", zh: "名称", en: "title"), .init("cadence", zh: "频次", en: "cadence"),
        .init("state", zh: "状态", en: "state"),
        .init("resolutions", zh: "议定", en: "resolutions", isNumber: true),
        .init("relays", zh: "已传达", en: "relays", isNumber: true),
      ])
      let isPlain = form.json || form.csv
      for meeting in overview.meetings {
        let plan = meeting.plan
        table.rows.append([
          meeting.key.description, plan.day.description, plan.title,
          isPlain ? plan.cadence.rawValue : plan.cadence.text.text(in: Terminal.language),
          isPlain ? meeting.state.rawValue : meeting.state.text.text(in: Terminal.language),
          String(meeting.standing.count), String(meeting.relays.count),
        ])
      }
      table.write(as: form, isInvented: isInvented)
    }
  }

  struct Show: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Show a meeting's agenda and minutes. 查看议题和纪要。")
    @OptionGroup var actor: ActorOptions
    @OptionGroup var form: Table.Form
    @Argument(help: "The meeting, 2026-3.")
    var meeting: String

    func run() async throws {
      let key = try MeetingCommand.key(meeting)
      let (shown, isInvented) = try await actor.read { try await $0.meeting(key, by: $1) }
      var table = Table(columns: [
        .init("item", zh: "议题", en: "item", isNumber: true),
        .init("kind", zh: "类别", en: "kind"), .init("unit", zh: "单位", en: "unit"),
        .init("subject", zh: "内容", en: "subject"), .init("minutes", zh: "纪要", en: "minutes"),
      ])
      for item in shown.meeting.agenda {
        table.rows.append([
          String(item.number), item.content.kind, item.content.unit ?? "", item.content.subject,
          item.minutes,
        ])
      }
      table.write(as: form, isInvented: isInvented)
    }
  }

  struct Draft: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Draft a meeting; its agenda builds itself. 起草会议，议题自动生成。")
    @OptionGroup var actor: ActorOptions
    @Option(name: .long, help: "What it is called.")
    var title: String
    @Option(name: .long, help: "day, week, month, quarter or event.")
    var cadence = "month"
    @Option(name: .long, help: "The day, 2026-04-15.")
    var day: String
    @Option(name: .long, help: "Where.")
    var place = ""
    @Option(name: .long, help: "The invited units' codes, with commas between.")
    var invited: String

    func run() async throws {
      guard let cadence = MeetingCadence(rawValue: cadence) else {
        throw Refusal(MeetingRefusal.cadenceUnknown, at: .option("--cadence"), cadence)
      }
      let plan = try MeetingPlan(
        title: title, cadence: cadence, day: ListsCommand.day(day, "--day"), place: place,
        invited: MeetingCommand.units(invited))
      MeetingCommand.tell(try await actor.act { try await $0.draftMeeting(plan, by: $1) })
    }
  }

  struct Agenda: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Add to the agenda: your words, or what the ledger proposes. 补充议题。")
    @OptionGroup var actor: ActorOptions
    @Option(name: .long, help: "The unit that the item is about.")
    var unit: String?
    @Argument(help: "The meeting, 2026-3.")
    var meeting: String
    @Argument(help: "The item's words; what the ledger proposes otherwise.")
    var words: String?

    func run() async throws {
      let (key, words, unit) = (try MeetingCommand.key(meeting), words, unit)
      MeetingCommand.tell(
        try await actor.act { ledger, by in
          guard let words else { return try await ledger.buildAgenda(key, by: by) }
          return try await ledger.addAgendaItem(words, unit: unit, to: key, by: by)
        })
    }
  }

  struct Step: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "call, start or close a meeting. 召集、开始、结束并封存。")
    @OptionGroup var actor: ActorOptions
    @Argument(help: "call, start or close.")
    var step: String
    @Argument(help: "The meeting, 2026-3.")
    var meeting: String

    func run() async throws {
      let key = try MeetingCommand.key(meeting)
      guard let step = MeetingStep(rawValue: step) else {
        throw Refusal(
          RequestRefusal.parameterMalformed, at: .option("step"), "step", step,
          MeetingStep.allCases.map(\.rawValue).joined(separator: " | "))
      }
      let kept = try await actor.act { try await $0.takeMeetingStep(step, of: key, by: $1) }
      MeetingCommand.tell(kept)
      if let seal = kept.seal { Terminal.print("sha256 \(seal)") }
    }
  }
}
