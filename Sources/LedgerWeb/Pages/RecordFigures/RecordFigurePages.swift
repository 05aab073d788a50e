import HTTPTypes
import LedgerDomain
import LedgerOperations
import LedgerStore

/// What the ledger's own records say of a month's figures: looked at, then submitted.
enum RecordFigurePages {
  static let all: [Endpoint] = [show, submit]

  private static let show = Endpoint.page(
    .get, "/months/{period}/records", "page.records", access: .permission(.readSubmissions),
    query: [
      .text("form", "The form."), .word("done", "What was done just now.", of: ["submit"]),
    ],
    handle: { call in try await reply(call, call.query["form"], nil) })

  private static let submit = Endpoint.act(
    "/months/{period}/records", "page.records.submit", access: .permission(.submit),
    handle: { call in
      let month = try call.month()
      let form = try call.form.text("form", max: 64)
      var request = RecordSubmission(
        month: month, form: form, digest: try call.form.text("digest", max: 64))
      for name in call.form.names(after: "given.") {
        let value = try call.form.text("given." + name, max: 40)
        let parts = name.split(separator: "/", maxSplits: 1).map(String.init)
        guard parts.count == 2 else { throw Refusal(RequestRefusal.formMalformed) }
        guard value.unicodeScalars.contains(where: { !$0.properties.isWhitespace }) else {
          continue
        }
        request.given.append(
          RecordSubmission.Given(unit: parts[0], indicator: parts[1], value: value))
      }
      let asked = request
      return try await call.see(
        { (_: FigureImportReport) in link(month, form).adding("done", "submit") },
        field: { _ in "records" }, again: { try await reply(call, form, $0) },
        { try await call.ledger.submitRecordFigures(asked, by: $0) })
    })

  static func link(_ month: Month, _ form: String? = nil) -> Link {
    let link = Link("months", month.description, "records")
    return form.map { link.adding("form", $0) } ?? link
  }

  /// Whether a form has figures that the ledger's records know without any other part of it.
  static func knows(_ form: Form) -> Bool {
    form.frequency == .month
      && RecordIndicator.allCases.contains { form.field(of: $0.rawValue) != nil }
  }

  private static func reply(
    _ call: Call, _ form: String?, _ attempt: FormAttempt?
  ) async throws -> Reply {
    let month = try call.month()
    var frame = call.frame
    frame.target = link(month, form)
    do {
      let preview = try await call.ledger.recordFigures(month, form: form, by: call.actor())
      return RecordFigurePage(
        preview: preview, frame: frame, attempt: attempt, isDone: call.query["done"] != nil
      ).reply
    } catch let refusal as Refusal
      where form == nil && refusal.code == RecordFigureRefusal.noForm.rawValue
    {
      let title = call.say(RecordFigureText.title, call.say.month(month))
      return frame.reply(
        title, entry: entry(frame), "<h1>\(title)</h1>\n<p>\(call.say(RecordFigureText.none))</p>")
    }
  }

  static func entry(_ frame: PageFrame) -> PageFrame.Entry {
    frame.session?.holds(.proposeEdition) ?? false ? .month : .entry
  }
}
