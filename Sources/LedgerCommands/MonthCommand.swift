import ArgumentParser
import LedgerDomain
import LedgerOperations

struct MonthCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "month", abstract: "Months: check-list, closing, reopening. 月结与重开。",
    subcommands: [Status.self, Close.self, Reopen.self])

  struct Status: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "The check-list. 月结清单。")
    @OptionGroup var actor: ActorOptions
    @OptionGroup var form: Table.Form
    @Argument var period: String

    func run() async throws {
      let month = try Arguments.month(period)
      let status = try await actor.act { try await $0.monthStatus(month, by: $1) }
      var table = Table(columns: [
        Table.Column("submission", zh: "所缺报送", en: "Lacking"),
        Table.Column("state", zh: "状态", en: "State"),
      ])
      table.rows = status.lacking.map { [$0.submission, $0.state] }
      if !form.json && !form.csv {
        Terminal.print(
          Terminal.say(
            zh: "\(month)：\(status.state)。应报 \(status.expected)，已报 \(status.received)，"
              + "已审定 \(status.accepted)。",
            en: "\(month): \(status.state). \(status.expected) expected, "
              + "\(status.received) received, \(status.accepted) accepted."))
        guard !table.rows.isEmpty else { return }
      }
      table.write(as: form)
    }
  }

  struct Close: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Close months and evaluate them. 月结并评价。")
    @OptionGroup var actor: ActorOptions
    @Option(
      name: .customLong("except"),
      help: "A unit, unit/form, or unit/form/period, that may be lacking.")
    var exceptions: [String] = []
    @Option(name: .long, help: "Why something may be lacking.")
    var reason = ""
    @Argument(help: "2026-01, or 2026-01:2026-03.")
    var period: [String]

    func run() async throws {
      let months = try Arguments.months(period)
      try await actor.act { ledger, actor in
        for (position, month) in months.enumerated() {
          let closing = try await ledger.closeMonth(
            month, exceptions: exceptions, reason: reason, by: actor)
          if months.count > 1 {
            Terminal.progress(
              position + 1, of: months.count, Terminal.say(zh: "月结 \(month)", en: "close \(month)"))
          } else {
            tell(closing)
          }
        }
      }
    }

    private func tell(_ closing: MonthClosing) {
      for item in closing.evaluations {
        Terminal.print(
          Terminal.say(
            zh:
              "\(closing.month)：\(item.scope) \(item.kind) 第 \(item.number) 次评价，\(item.units) 个单位。",
            en: "\(closing.month): \(item.scope) \(item.kind), evaluation \(item.number), "
              + "\(item.units) units."))
      }
      Terminal.print(Terminal.say(zh: "\(closing.month) 已月结。", en: "\(closing.month) is closed."))
    }
  }

  struct Reopen: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Propose to reopen a month, or agree to it. 提出或同意重开。")
    @OptionGroup var actor: ActorOptions
    @Option(name: .long, help: "Why.")
    var reason = ""
    @Option(name: .long, help: "When it ends by itself: 2026-02-20, or 2026-02-20T18:00.")
    var until: String?
    @Flag(name: .long, help: "Agree to the proposal, as the second person.")
    var agree = false
    @Argument var period: String

    func run() async throws {
      let month = try Arguments.month(period)
      if agree {
        try await actor.act { try await $0.agreeToReopening(month, by: $1) }
        Terminal.print(Terminal.say(zh: "\(month) 已重开。", en: "\(month) is reopened."))
        return
      }
      guard let until else {
        throw ValidationError("--until is needed to propose a reopening.")
      }
      let end = try DatabaseOptions.moment(until, option: "--until")
      try await actor.act {
        try await $0.proposeReopening(month, reason: reason, until: end, by: $1)
      }
      Terminal.print(
        Terminal.say(
          zh: "已提出重开 \(month)，待第二人同意。",
          en: "The reopening of \(month) is proposed; a second person agrees to it."))
    }
  }
}
