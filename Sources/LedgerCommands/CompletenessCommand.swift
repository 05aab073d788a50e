import ArgumentParser
import LedgerDomain
import LedgerOperations

struct CompletenessCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "completeness",
    abstract: "What a period expects, what came, on time or not, and what was corrected. 报送完整性。")
  @OptionGroup var actor: ActorOptions
  @OptionGroup var form: Table.Form
  @Argument(help: "The period: 2026-01, 2026-W03, 2026-01-15, 2026-Q1.")
  var period: String

  func run() async throws {
    let asked = try Arguments.period(period)
    let items = try await actor.act { try await $0.completeness(of: asked, by: $1) }
    var table = Table(columns: [
      Table.Column("unit", zh: "单位", en: "Unit"),
      Table.Column("form", zh: "报表", en: "Form"),
      Table.Column("due", zh: "应报日", en: "Due"),
      Table.Column("received", zh: "报送日", en: "Received"),
      Table.Column("on_time", zh: "按时", en: "On time"),
      Table.Column("revisions", zh: "版次", en: "Revisions", isNumber: true),
    ])
    table.rows = items.map { item in
      let onTime =
        item.isOnTime ? Terminal.say(zh: "是", en: "yes") : Terminal.say(zh: "否", en: "no")
      return [
        item.unit, item.form, item.due.description, item.received?.description ?? "",
        item.received == nil ? "" : onTime, String(item.revisions),
      ]
    }
    table.write(as: form)
    guard !form.json, !form.csv else { return }
    let received = items.count { $0.received != nil }
    let onTime = items.count(where: \.isOnTime)
    let revised = items.count(where: \.isRevised)
    Terminal.print(
      Terminal.say(
        zh: "\(asked)：应报 \(items.count)，已报 \(received)，按时 \(onTime)，更正 \(revised)。",
        en: "\(asked): \(items.count) expected, \(received) received, \(onTime) on time, "
          + "\(revised) revised."))
  }
}
