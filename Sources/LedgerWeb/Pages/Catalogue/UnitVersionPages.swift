import HTTPTypes
import LedgerDocuments
import LedgerDomain
import LedgerOperations
import LedgerStore

/// One unit with everything that it was, and the form that records a change of it.
enum UnitVersionPages {
  static let show = Endpoint.page(
    .get, "/catalogue/units/{code}", "page.catalogue.unit", access: .permission(.readCatalogue),
    query: [.day("on", "As on that day.")] + CataloguePages.outcome,
    handle: { call in try await page(call, try call.unit("code")) })

  /// The form is a file of one line for the same act that takes files.
  static let record = Endpoint.page(
    .post, "/catalogue/units", "page.catalogue.unit.record", access: .permission(.keepCatalogue),
    isKeyed: true,
    handle: { call in
      let fields = try UnitFields(call.form)
      let isKnown = call.form["unit"].map { !$0.isEmpty } ?? false
      do {
        let file = fields.file
        let link = Link("catalogue", "units", fields["code"])
        return try await call.once({ Reply.imported($0, link) }) {
          try await call.ledger.importUnits(file, by: $0)
        }
      } catch {
        let refused = try Refused(error)
        guard isKnown else {
          return try await UnitCataloguePages.page(
            call, on: call.ledger.today, of: nil, typed: fields, typedRefused: refused)
        }
        return try await page(call, fields["code"], typed: fields, refused: refused)
      }
    })

  private static func page(
    _ call: Call, _ code: String, typed: UnitFields? = nil, refused: Refused? = nil
  ) async throws -> Reply {
    let history = try await call.ledger.unitHistory(code, by: call.actor())
    let day = call.query["on"].flatMap { CalendarDate($0) } ?? call.ledger.today
    let names = try await names(call, history, day)
    var frame = call.frame
    if refused != nil { frame.target = Link("catalogue", "units", code) }
    let page = CataloguePage(frame: frame, section: .units)
    let say = page.say
    let now = UnitTree(history.versions, on: day)[code]
    let name = (now ?? history.versions.last).map { say($0.name) } ?? code
    let form = UnitForm(
      page: page,
      fields: typed ?? UnitFields(now ?? history.versions.last, from: call.ledger.today),
      code: code, refused: refused)
    return page.reply(
      name, item: name, refusals: refused,
      """
      <h1>\(name)</h1>
      \(page.outcome(call))\(form.errors)
      \(UnitPast(page: page, history: history, names: names, now: now, day: day).html)
      \(form.html)
      """)
  }

  /// What the units are called that the history speaks of.
  private static func names(
    _ call: Call, _ history: LedgerOperations.UnitHistory, _ day: CalendarDate
  ) async throws -> [String: BilingualText] {
    var names: [String: BilingualText] = [:]
    for code in Set(history.versions.compactMap(\.parent)) {
      names[code] = try await call.ledger.unitHistory(code, by: call.actor()).versions.last?.name
    }
    return names
  }
}

/// What a unit is on a day, what it was, and how many live there.
private struct UnitPast {
  let page: CataloguePage
  let history: LedgerOperations.UnitHistory
  let names: [String: BilingualText]
  let now: UnitVersion?
  let day: CalendarDate

  private var say: Say { page.say }

  var html: HTML { "\(facts)\n\(versions)\n\(populations)" }

  private func name(_ code: String?) -> String {
    guard let code else { return say(UnitListText.top) }
    return names[code].map { say($0) } ?? code
  }

  private func kind(_ code: String) -> String { UnitListText.kind(code, say) }

  private func group(_ group: String?) -> String { group ?? say(UnitListText.noGroup) }

  private var facts: HTML {
    guard let now else {
      return "<p class=\"lead\">\(say(UnitListText.notOn, day.description))</p>"
    }
    let parent: HTML =
      now.parent.map { code in
        "<a href=\"\(Link("catalogue", "units", code))\">\(name(code))</a>"
      } ?? "\(say(UnitListText.top))"
    return """
      <p class="meta">\(say(UnitListText.unitOn, day.description))</p>
      <dl class="facts">
      <dt>\(say(CatalogueText.code))</dt><dd>\(now.code)</dd>
      <dt>\(say(CatalogueText.name))</dt><dd>\(now.name.zh)</dd>
      <dt>\(say(CatalogueText.englishName))</dt><dd lang="en">\(now.name.en)</dd>
      <dt>\(say(CatalogueText.kind))</dt><dd>\(kind(now.kind))</dd>
      <dt>\(say(UnitListText.parent))</dt><dd>\(parent)</dd>
      <dt>\(say(UnitListText.group))</dt><dd>\(group(now.group))</dd>
      </dl>
      <p><a href="\(Link("units", now.code))">\(say(UnitListText.publicPage))</a></p>
      """
  }

  private var versions: HTML {
    var rows: HTML = ""
    var before: UnitVersion?
    for version in history.versions {
      rows += """
        <tr><th scope="row">\(version.validFrom.description)</th>\
        <td>\(HTML(each: changes(from: before, to: version)) { "<div>\($0)</div>" })</td></tr>

        """
      before = version
    }
    let head: [HTML] = [
      page.column(say(CatalogueText.from)), page.column(say(UnitListText.change)),
    ]
    return """
      <section><h2 id="history">\(say(UnitListText.history))</h2>
      \(page.table("history", "", head: HTML(head), rows))</section>
      """
  }

  private func changes(from before: UnitVersion?, to version: UnitVersion) -> [String] {
    if version.isEnded {
      return [say(UnitListText.ended, version.validFrom.adding(days: -1).description)]
    }
    guard let before, !before.isEnded else {
      return [say(UnitListText.founded, say(version.name))]
    }
    var changes: [String] = []
    if before.name != version.name {
      changes.append(say(UnitListText.renamed, say(before.name), say(version.name)))
    }
    if before.parent != version.parent {
      changes.append(say(UnitListText.moved, name(before.parent), name(version.parent)))
    }
    if before.kind != version.kind {
      changes.append(say(UnitListText.rekinded, kind(before.kind), kind(version.kind)))
    }
    if before.group != version.group {
      changes.append(say(UnitListText.regrouped, group(before.group), group(version.group)))
    }
    return changes.isEmpty ? [say(UnitListText.unchanged)] : changes
  }

  private var populations: HTML {
    let title: HTML = "<h2 id=\"populations\">\(say(UnitListText.populations))</h2>"
    guard !history.populations.isEmpty else {
      return "<section>\(title)<p>\(say(CatalogueText.none))</p></section>"
    }
    let rows = HTML(each: history.populations.reversed()) { one in
      """
      <tr><th scope="row">\(one.asOf.description)</th>\
      <td class="num">\(MeasureText.grouped(String(one.persons)))</td>\
      <td>\(one.source ?? say(UnitListText.noSource))</td></tr>

      """
    }
    let head: [HTML] = [
      page.column(say(UnitListText.day)), page.column(say(UnitListText.persons), "num"),
      page.column(say(CatalogueText.source)),
    ]
    return "<section>\(title)\n\(page.table("populations", "", head: HTML(head), rows))</section>"
  }
}
