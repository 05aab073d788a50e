import HTTPTypes
import LedgerDocuments
import LedgerDomain
import LedgerOperations

/// The targets of a year as a table to keep, to change in a spreadsheet and to bring back.
enum TargetFiles {
  static let all: [Endpoint] = [download, upload]

  static let columns = ["unit", "indicator", "year", "kind", "value", "baseline", "path"]

  private static let download = Endpoint.page(
    .get, "/catalogue/targets/{year}/file", "page.targets.file",
    access: .permission(.readUnpublished),
    query: [
      .text("indicator", "The indicator."),
      .unit("of", "The unit below which targets are set."),
    ],
    handle: { call in
      let sheet = try await call.ledger.targetSheet(
        year: try call.number("year"), indicator: call.query["indicator"], scope: call.query["of"],
        by: call.actor())
      let rows = (sheet.rows + [sheet.parent]).flatMap(\.targets).map { target in
        [
          target.unit, target.indicator, String(target.year), target.kind.rawValue,
          target.goal.description, target.baseline?.description ?? "",
          target.path?.map(\.description).joined(separator: " ") ?? "",
        ]
      }
      let isInvented = call.web.configuration.isDemonstration
      // The mark at the beginning lets spreadsheets read the file as UTF-8.
      return Reply.text(
        "\u{FEFF}" + (isInvented ? InventedMark.comment : "") + CSVWriter.text([columns] + rows),
        "text/csv; charset=utf-8"
      ).with(
        .contentDisposition,
        "attachment; filename=\"targets-\(sheet.year)-\(sheet.indicator.code).csv\"")
    })

  private static let upload = Endpoint.page(
    .post, "/catalogue/targets/{year}/file", "page.targets.upload",
    access: .permission(.keepTargets), content: .upload, isKeyed: true,
    handle: { call in
      let year = try call.number("year")
      let indicator = try call.form.text("indicator", max: 40)
      let kind = TargetKind(rawValue: try call.form.text("kind", max: 40))
      let scope = try call.form.text("of", max: 32)
      let reason = try call.form.text("reason", max: 400)
      var refusals: [Refusal] = []
      do {
        guard let file = call.form.file("file") else {
          return try await again(call, year, indicator, kind, scope, reason) { say in
            [(say(TargetText.noFile), "file")]
          }
        }
        let content = try FileContent(file)
        let link = TargetPages.link(year, indicator, kind, scope)
        return try await call.once({ (report: ImportReport) in
          .see(link.adding("saved", String(report.added)))
        }) {
          try await call.ledger.importTargets(content.file, reason: reason, by: $0)
        }
      } catch let several as Refusals {
        refusals = several.refusals
      } catch let one as Refusal where one.kind != .conflict {
        refusals = [one]
      }
      return try await again(call, year, indicator, kind, scope, reason) { say in
        refusals.prefix(50).map { refusal in
          (refusal.line(say), refusal.place == .option("reason") ? "file-reason" : "file")
        }
      }
    })

  /// The page again, with what was wrong and what was typed.
  private static func again(
    _ call: Call, _ year: Int, _ indicator: String, _ kind: TargetKind?, _ scope: String,
    _ reason: String, _ errors: (Say) -> [(text: String, field: String)]
  ) async throws -> Reply {
    let sheet = try await call.ledger.targetSheet(
      year: year, indicator: indicator, scope: scope, by: call.actor())
    let changes = try await call.ledger.targetChanges(
      year: sheet.year, indicator: sheet.indicator.code, by: call.actor())
    var page = TargetPage(call: call, sheet: sheet, chosen: kind, changes: changes)
    page.fileReason = reason
    return page.reply(.untouched, errors(call.say))
  }
}

extension TargetPage {
  /// The way out to a spreadsheet and back.
  func files(_ frame: PageFrame, _ errors: [(text: String, field: String)]) -> HTML {
    let file = Link("catalogue", "targets", String(sheet.year), "file")
    let download = file.adding("indicator", sheet.indicator.code).adding("of", sheet.scope.code)
    let link: HTML = """
      <p><a class="btn" href="\(download)">\(say(TargetText.download))</a></p>
      """
    func wrong(_ field: String) -> Bool { errors.contains { $0.field == field } }
    guard mayKeep else { return link }
    return """
      <section><h2 id="table">\(say(TargetText.files))</h2>
      <p class="hint">\(say(
        TargetText.filesHint, TargetFiles.columns.joined(separator: ", ")))</p>
      \(link)
      <form class="narrow" method="post" enctype="multipart/form-data" action="\(file)">\
      \(frame.hiddenFields)
      <input type="hidden" name="indicator" value="\(sheet.indicator.code)">\
      <input type="hidden" name="of" value="\(sheet.scope.code)">\
      <input type="hidden" name="kind" value="\(kind.rawValue)">
      <p><label for="file">\(say(TargetText.file))</label>
      <input id="file" name="file" type="file" accept=".csv,.xlsx,text/csv"\
      \(" aria-invalid=\"true\"", if: wrong("file"))></p>
      <p><label for="file-reason">\(say(TargetText.reason))</label>
      <input id="file-reason" name="reason" value="\(fileReason)" maxlength="200" \
      autocomplete="off"\(" aria-invalid=\"true\"", if: wrong("file-reason"))></p>
      <p><button class="btn">\(say(TargetText.upload))</button></p></form></section>
      """
  }
}
