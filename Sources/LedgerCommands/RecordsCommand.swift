import ArgumentParser
import LedgerDomain
import LedgerOperations

struct RecordsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "records",
    abstract: "What the ledger's own records say, shown or submitted. 账面数值。")
  @OptionGroup var actor: ActorOptions
  @OptionGroup var table: Table.Form
  @Option(name: .long, help: "The month, 2026-01.")
  var month: String
  @Option(name: .customLong("form"), help: "The form; the one of which the records know most.")
  var form: String?
  @Flag(name: .long, help: "Submit what they say as revisions; the sources become the notes.")
  var submit = false
  @Option(name: .long, help: "A figure that they do not know: UNIT/INDICATOR=VALUE.")
  var given: [String] = []

  func run() async throws {
    let asked = try Arguments.month(month, option: "--month")
    let (form, typed) = (form, try given.map(Self.given))
    guard submit else {
      let (preview, isInvented) = try await actor.read {
        try await $0.recordFigures(asked, form: form, by: $1)
      }
      return rows(preview).write(as: table, isInvented: isInvented)
    }
    let report = try await actor.act { ledger, by in
      let preview = try await ledger.recordFigures(asked, form: form, by: by)
      return try await ledger.submitRecordFigures(
        RecordSubmission(
          month: asked, form: preview.form.code, digest: preview.digest, given: typed), by: by)
    }
    Terminal.print(
      Terminal.say(
        zh: "已报送 \(report.submissions) 份，\(report.unchanged) 份未变。",
        en: "\(report.submissions) submitted, \(report.unchanged) unchanged."))
  }

  private static func given(_ text: String) throws -> RecordSubmission.Given {
    let sides = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let place = sides[0].split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
    guard sides.count == 2, place.count == 2 else {
      throw Refusal(
        RequestRefusal.parameterMalformed, at: .option("--given"), "--given", text,
        "UNIT/INDICATOR=VALUE")
    }
    return RecordSubmission.Given(
      unit: String(place[0]), indicator: String(place[1]), value: String(sides[1]))
  }

  private func rows(_ preview: RecordPreview) -> Table {
    var table = Table(columns: [
      .init("unit", zh: "单位", en: "Unit"), .init("indicator", zh: "指标", en: "Indicator"),
      .init("recorded", zh: "账面", en: "Recorded", isNumber: true),
      .init("submitted", zh: "已报", en: "Submitted", isNumber: true),
      .init("source", zh: "依据", en: "Source"),
    ])
    for unit in preview.units {
      for field in unit.fields {
        var submitted = ""
        if case .number(let number)? = field.submitted { submitted = number.description }
        table.rows.append([
          unit.code, field.indicator, field.recorded?.description ?? "", submitted,
          field.source?.text(in: Terminal.language) ?? "",
        ])
      }
    }
    return table
  }
}
