import ArgumentParser
import LedgerDomain
import LedgerOperations

extension MeetingCommand {
  struct Attend: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Record whether a unit attended, by which posts. 登记到会。")
    @OptionGroup var actor: ActorOptions
    @Flag(name: .long, help: "The unit did not attend.")
    var absent = false
    @Option(name: .long, help: "The posts that attended; no names.")
    var posts = ""
    @Argument(help: "The meeting, 2026-3.")
    var meeting: String
    @Argument(help: "The unit's code.")
    var unit: String

    func run() async throws {
      let key = try MeetingCommand.key(meeting)
      let attendance = try MeetingAttendance(unit: unit, isPresent: !absent, posts: posts)
      MeetingCommand.tell(
        try await actor.act { ledger, by in
          let version = try await ledger.meeting(key, by: by).meeting.attendanceVersion
          return try await ledger.keepAttendance([attendance], of: key, over: version, by: by)
        })
    }
  }

  struct Minutes: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Write the minutes of an agenda item. 写纪要。")
    @OptionGroup var actor: ActorOptions
    @Argument(help: "The meeting, 2026-3.")
    var meeting: String
    @Argument(help: "The item's number.")
    var item: Int
    @Argument(help: "What was said.")
    var words: String

    func run() async throws {
      let (key, item, words) = (try MeetingCommand.key(meeting), item, words)
      MeetingCommand.tell(
        try await actor.act { ledger, by in
          let known = try await ledger.meeting(key, by: by).meeting.agenda
          let version = known.first { $0.number == item }?.minutesVersion ?? 0
          return try await ledger.keepMinutes(words, on: item, of: key, over: version, by: by)
        })
    }
  }

  struct Resolve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Write down a resolution; with a lead it becomes a task. 写议定事项。")
    @OptionGroup var actor: ActorOptions
    @Option(name: .long, help: "The lead unit's code.")
    var lead: String?
    @Option(name: .long, help: "The supporting units' codes, with commas between.")
    var supporting = ""
    @Option(name: .long, help: "The last day, 2026-06-30.")
    var due: String?
    @Argument(help: "The meeting, 2026-3.")
    var meeting: String
    @Argument(help: "The agenda item's number.")
    var item: Int
    @Argument(help: "What was decided.")
    var words: String

    func run() async throws {
      let key = try MeetingCommand.key(meeting)
      let request = ResolutionRequest(
        item: item, words: words, lead: lead, supporting: MeetingCommand.units(supporting),
        due: try due.map { try ListsCommand.day($0, "--due") })
      MeetingCommand.tell(try await actor.act { try await $0.resolve(request, in: key, by: $1) })
    }
  }

  struct Withdraw: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Withdraw a resolution before the close. 撤回议定事项。")
    @OptionGroup var actor: ActorOptions
    @Argument(help: "The meeting, 2026-3.")
    var meeting: String
    @Argument(help: "The resolution's number.")
    var resolution: Int

    func run() async throws {
      let (key, number) = (try MeetingCommand.key(meeting), resolution)
      MeetingCommand.tell(
        try await actor.act { try await $0.withdrawResolution(number, of: key, by: $1) })
    }
  }

  struct Relay: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Report when a unit passed a meeting on. 报传达情况。")
    @OptionGroup var actor: ActorOptions
    @Option(name: .long, help: "The unit; the first invited that you report for otherwise.")
    var unit: String?
    @Option(name: .long, help: "The day on which its group was formed.")
    var group: String?
    @Argument(help: "The meeting, 2026-3.")
    var meeting: String
    @Argument(help: "The day on which it was passed on.")
    var day: String

    func run() async throws {
      let (key, unit) = (try MeetingCommand.key(meeting), unit)
      let relayed = try ListsCommand.day(day, "day")
      let formed = try group.map { try ListsCommand.day($0, "--group") }
      let relay = try await actor.act {
        try await $0.relayMeeting(key, unit: unit, relayed: relayed, groupFormed: formed, by: $1)
      }
      Terminal.print(
        Terminal.say(
          zh: "已报 \(relay.unit) 的传达情况。", en: "Recorded for \(relay.unit)."))
    }
  }

  struct Addendum: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Add to sealed minutes. 封存后的补记。")
    @OptionGroup var actor: ActorOptions
    @Argument(help: "The meeting, 2026-3.")
    var meeting: String
    @Argument(help: "What is added.")
    var words: String

    func run() async throws {
      let (key, words) = (try MeetingCommand.key(meeting), words)
      MeetingCommand.tell(
        try await actor.act { try await $0.addAddendum(words, to: key, by: $1) })
    }
  }
}
