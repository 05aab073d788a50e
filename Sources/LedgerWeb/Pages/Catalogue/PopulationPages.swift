import HTTPTypes
import LedgerDomain
import LedgerOperations
import LedgerStore

/// How many people each unit has, counted when, and where that was taken from.
enum PopulationPages {
  static let all: [Endpoint] = [list, upload]

  private static let columns = ["code", "as_of", "population", "source"]
  private static let rowsMax = 300

  private static let list = Endpoint.page(
    .get, "/catalogue/populations", "page.catalogue.populations",
    access: .permission(.readCatalogue),
    query: [.year, .word("format", "As a file.", of: ["csv"])] + CataloguePages.outcome,
    handle: { call in
      guard call.query["format"] == "csv" else { return try await page(call) }
      let rows = try await call.ledger.populations(by: call.actor()).map { one in
        [one.unit, one.asOf.description, String(one.persons), one.source ?? ""]
      }
      return .csv([columns] + rows, name: "populations.csv", of: call)
    })

  private static let upload = Endpoint.page(
    .post, "/catalogue/populations/file", "page.catalogue.populations.import",
    access: .permission(.keepCatalogue), content: .upload, isKeyed: true,
    handle: { call in
      do {
        let upload = try FileContent(try UploadForm.file(of: call))
        let link = CataloguePage.Section.populations.link
        return try await call.once({ Reply.imported($0, link) }) {
          try await call.ledger.importPopulations(upload.file, by: $0)
        }
      } catch {
        return try await page(call, refused: Refused(error))
      }
    })

  private static func page(_ call: Call, refused: Refused? = nil) async throws -> Reply {
    let all = try await call.ledger.populations(by: call.actor())
    let years = Set(all.map(\.asOf.components.year)).sorted(by: >)
    let year = call.query["year"].flatMap { Int($0) }
    let shown = all.filter { one in year.map { one.asOf.components.year == $0 } ?? true }
    var names: [String: BilingualText] = [:]
    for unit in try await call.ledger.units(on: call.ledger.today, by: call.actor()) {
      names[unit.code] = unit.name
    }
    let page = CataloguePage(frame: call.frame.at(.populations), section: .populations)
    let say = page.say
    let form = UploadForm(
      page: page, action: Link("catalogue", "populations", "file"),
      columns: columns, accept: ".csv,.xlsx",
      hint: .fileHintCSV, refused: refused)
    return page.reply(
      say(CatalogueText.populations), refusals: refused,
      """
      <h1 id="populations">\(say(CatalogueText.populations))</h1>
      \(page.outcome(call))\(form.errors)
      \(chooser(page, years, year))
      \(table(page, shown, names))
      \(form.html)
      """)
  }

  private static func chooser(_ page: CataloguePage, _ years: [Int], _ year: Int?) -> HTML {
    let say = page.say
    let options = HTML(each: years) { one in
      "<option\(" selected", if: one == year)>\(one)</option>"
    }
    return """
      <form class="pick" method="get" action="\(page.section.link)">
      <label for="year">\(say(UnitListText.year))</label>
      <select id="year" name="year"><option value="">\(say(UnitListText.allYears))</option>\
      \(options)</select>
      <button class="btn">\(say(CatalogueText.show))</button>
      <a class="btn" href="\(Link("catalogue", "populations", query: [("format", "csv")]))">\
      \(say(CatalogueText.download))</a>
      </form>
      """
  }

  private static func table(
    _ page: CataloguePage, _ shown: [PopulationRecord], _ names: [String: BilingualText]
  ) -> HTML {
    let say = page.say
    guard !shown.isEmpty else { return "<p>\(say(CatalogueText.none))</p>" }
    let rows = HTML(each: shown.prefix(rowsMax)) { one in
      """
      <tr><th scope="row"><a href="\(Link("catalogue", "units", one.unit))">\
      \(names[one.unit].map { say($0) } ?? one.unit)</a></th><td class="p2">\(one.unit)</td>\
      <td>\(one.asOf.description)</td>\
      <td class="num">\(MeasureText.grouped(String(one.persons)))</td>\
      <td class="p2">\(one.source ?? say(UnitListText.noSource))</td></tr>

      """
    }
    let head: [HTML] = [
      page.column(say(CatalogueText.name)), page.column(say(CatalogueText.code), "p2"),
      page.column(say(UnitListText.day)), page.column(say(UnitListText.persons), "num"),
      page.column(say(CatalogueText.source), "p2"),
    ]
    let more: HTML? =
      shown.count > rowsMax
      ? "<p class=\"hint\">\(say(UnitListText.limited, String(rowsMax)))</p>" : nil
    return """
      \(page.table("populations", say(UnitListText.populationCaption), head: HTML(head), rows))\
      \(more)
      """
  }
}

extension Endpoint.Parameter {
  /// A year; nothing for all.
  static let year = Endpoint.Parameter(
    name: "year", text: "Only this year.", form: "2026",
    isValid: { text in text.isEmpty || Int(text).map { (1...9999).contains($0) } ?? false })
}
