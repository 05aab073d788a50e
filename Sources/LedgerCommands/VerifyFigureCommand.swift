import ArgumentParser
import LedgerDomain
import LedgerOperations

extension FiguresCommand {
  struct Verify: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Confirm a figure as the agency that knows its source, or dispute it. 核验数值。")
    @OptionGroup var actor: ActorOptions
    @Option(name: .long, help: "The unit's code.")
    var unit: String
    @Option(name: .long, help: "The form's code.")
    var form: String
    @Option(name: .long, help: "The indicator's code.")
    var indicator: String
    @Option(name: .long, help: "The revision that was looked at; the latest otherwise.")
    var revision: Int?
    @Option(name: .long, help: "The right figure, to dispute the reported one.")
    var dispute: String?
    @Option(name: .long, help: "Why it is disputed.")
    var reason = ""
    @Argument(help: "The period: 2026-01, 2026-W03, 2026-01-15, 2026-Q1.")
    var period: String

    func run() async throws {
      let request = VerificationRequest(
        unit: unit, form: form, period: try Arguments.period(period), revision: revision,
        indicator: indicator, figure: dispute, reason: reason)
      try await actor.act { try await $0.verifyFigure(request, by: $1) }
      Terminal.print(
        dispute == nil
          ? Terminal.say(zh: "已核验。", en: "Confirmed.")
          : Terminal.say(
            zh: "已提出异议，待联席办处理。", en: "Disputed; the office decides."))
    }
  }
}
