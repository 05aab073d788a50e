import HTTPTypes
import LedgerDocuments
import LedgerDomain
import LedgerOperations

/// The organisation as it is on a day, and the ways to change it.
enum UnitCataloguePages {
  static let all: [Endpoint] = [list, UnitVersionPages.show, UnitVersionPages.record, upload]

  static let columns = [
    "code", "name", "name_en", "kind", "parent", "group", "valid_from", "valid_to",
  ]

  private static let list = Endpoint.page(
    .get, "/catalogue/units", "page.catalogue.units", access: .permission(.readCatalogue),
    query: [
      .day("on", "As on that day."), .unit("of", "What lies below this unit."),
      .word("format", "As a file.", of: ["csv"]),
    ] + CataloguePages.outcome,
    handle: { call in
      let day = call.query["on"].flatMap { CalendarDate($0) } ?? call.ledger.today
      if call.query["format"] == "csv" { return try await file(call, day) }
      return try await page(call, on: day, of: call.query["of"])
    })

  private static let upload = Endpoint.page(
    .post, "/catalogue/units/file", "page.catalogue.units.import",
    access: .permission(.keepCatalogue), content: .upload, isKeyed: true,
    handle: { call in
      do {
        let upload = try FileContent(try UploadForm.file(of: call))
        return try await call.once({ Reply.imported($0, CataloguePage.Section.units.link) }) {
          try await call.ledger.importUnits(upload.file, by: $0)
        }
      } catch {
        return try await page(call, on: call.ledger.today, of: nil, upload: Refused(error))
      }
    })

  private static func file(_ call: Call, _ day: CalendarDate) async throws -> Reply {
    let units = try await call.ledger.units(on: day, by: call.actor())
    let rows = units.map { unit in
      [
        unit.code, unit.name.zh, unit.name.en, unit.kind, unit.parent ?? "", unit.group ?? "",
        unit.validFrom.description, "",
      ]
    }
    return .csv([columns] + rows, name: "units-\(day).csv", of: call)
  }

  /// The list; with what was typed for a new unit, or a file, that was refused.
  static func page(
    _ call: Call, on day: CalendarDate, of top: String?, upload: Refused? = nil,
    typed: UnitFields? = nil, typedRefused: Refused? = nil
  ) async throws -> Reply {
    let units = try await call.ledger.units(on: day, by: call.actor())
    let page = CataloguePage(frame: call.frame.at(.units), section: .units)
    let say = page.say
    let form = UploadForm(
      page: page, action: Link("catalogue", "units", "file"),
      columns: columns, accept: ".csv,.xlsx",
      hint: .fileHintCSV, refused: upload)
    let new = UnitForm(
      page: page, fields: typed ?? UnitFields(from: call.ledger.today), code: nil,
      refused: typedRefused)
    return page.reply(
      say(CatalogueText.units), refusals: upload ?? typedRefused,
      """
      <h1>\(say(CatalogueText.units))</h1>
      \(page.outcome(call))\(form.errors)\(new.errors)
      \(chooser(page, day, top))
      <p class="meta">\(summary(units, day, say))</p>
      \(UnitTreeTable(page: page, units: units, day: day, top: top).html)
      \(form.html)
      \(new.html)
      """)
  }

  private static func chooser(_ page: CataloguePage, _ day: CalendarDate, _ top: String?) -> HTML {
    let say = page.say
    let on = [(name: "on", value: day.description)]
    return """
      <form class="pick" method="get" action="\(page.section.link)">
      <label for="on">\(say(CatalogueText.on))</label>
      <input id="on" name="on" type="date" value="\(day.description)">
      <button class="btn">\(say(CatalogueText.show))</button>
      \(top == nil ? nil : whole(page, on))
      <a class="btn" href="\(Link("catalogue", "units", query: on + [("format", "csv")]))">\
      \(say(CatalogueText.download))</a> \(page.printing)
      </form>
      """
  }

  private static func whole(_ page: CataloguePage, _ on: [(name: String, value: String)]) -> HTML {
    """
    <a class="btn" href="\(Link("catalogue", "units", query: on))">\
    \(page.say(UnitListText.whole))</a>
    """
  }

  private static func summary(_ units: [UnitVersion], _ day: CalendarDate, _ say: Say) -> String {
    var counts: [(kind: String, count: Int)] = []
    for (kind, units) in Dictionary(grouping: units, by: \.kind) {
      counts.append((kind, units.count))
    }
    let words = counts.sorted { ($0.count, $0.kind) < ($1.count, $1.kind) }.map {
      say(UnitListText.countOfKind, UnitListText.kind($0.kind, say), String($0.count))
    }
    return say(UnitListText.count, day.description, String(units.count), say.list(words))
  }
}

/// The tree as rows, each below the unit it belongs to.
struct UnitTreeTable {
  let page: CataloguePage
  let units: [UnitVersion]
  let day: CalendarDate
  let top: String?

  /// More rows than this are not shown at once: below counties only their number then.
  private static let rowsMax = 250

  private struct Row {
    let unit: UnitVersion
    let depth: Int
    let below: Int
  }

  private var say: Say { page.say }

  var html: HTML {
    let id: HTML = "tree"
    let head: [HTML] = [
      page.column(say(CatalogueText.name)), page.column(say(CatalogueText.code)),
      page.column(say(CatalogueText.kind), "p2"), page.column(say(UnitListText.group), "p2"),
      page.column(say(CatalogueText.from), "p2"),
    ]
    return """
      <section><h2 id="\(id)" class="vh">\(say(CatalogueText.units))</h2>
      \(page.table(id, say(UnitListText.caption), head: HTML(head), HTML(each: rows, row)))
      </section>
      """
  }

  private var rows: [Row] {
    let isDeep = units.count > Self.rowsMax && top == nil
    var below = Dictionary(grouping: units, by: { $0.parent ?? "" })
    for (parent, list) in below {
      below[parent] = list.sorted { ($0.kind, $0.code) < ($1.kind, $1.code) }
    }
    var rows: [Row] = []
    // The way from a unit to the units below it; a circle ends where there are no more units.
    var open = top.map { top in units.filter { $0.code == top } } ?? below[""] ?? []
    var stack = open.reversed().map { (unit: $0, depth: 0) }
    open = []
    while let (unit, depth) = stack.popLast(), rows.count <= units.count {
      let children = below[unit.code] ?? []
      let isClosed = isDeep && depth >= 1
      rows.append(Row(unit: unit, depth: depth, below: isClosed ? children.count : 0))
      if isClosed { continue }
      stack += children.reversed().map { ($0, depth + 1) }
    }
    return rows
  }

  private func row(_ row: Row) -> HTML {
    let unit = row.unit
    let link = Link("catalogue", "units", unit.code)
    let on = [(name: "on", value: day.description), (name: "of", value: unit.code)]
    let more: HTML? =
      row.below == 0
      ? nil
      : """
      <a class="dim" href="\(Link("catalogue", "units", query: on))">\
      \(say(UnitListText.below, String(row.below)))</a>
      """
    return """
      <tr><th scope="row" class="lv lv-\(min(row.depth, 4))"><a href="\(link)">\
      \(say(unit.name))</a> \(more)</th><td>\(unit.code)</td>
      <td class="p2">\(UnitListText.kind(unit.kind, say))</td>\
      <td class="p2">\(unit.group ?? "")</td>\
      <td class="p2">\(unit.validFrom.description)</td></tr>

      """
  }
}

extension PageFrame {
  /// The frame of a page that shows what was refused: its other language is the page's own.
  func at(_ section: CataloguePage.Section) -> PageFrame {
    var frame = self
    let path = section.link.text
    // After a form that was refused, the address is one that only takes forms.
    if target.text.utf8.elementsEqual((path + "/file").utf8) { frame.target = section.link }
    return frame
  }
}
