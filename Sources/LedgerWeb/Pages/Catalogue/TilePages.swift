import HTTPTypes
import LedgerDocuments
import LedgerDomain
import LedgerOperations
import LedgerStore

/// Where the office puts units' tiles on the map.
enum TilePages {
  static let all: [Endpoint] = [show, save, upload]

  static let link = Link("catalogue", "map")
  private static let columns = ["unit", "row", "column"]

  private static let which: [Endpoint.Parameter] = [
    .text("map", "Units of which kind below which unit: `990100/county`.")
  ]

  private static let show = Endpoint.page(
    .get, "/catalogue/map", "page.catalogue.map", access: .permission(.readCatalogue),
    query: which + [.word("format", "As a file.", of: ["csv"])] + CataloguePages.outcome,
    handle: { call in
      guard call.query["format"] == "csv" else { return try await page(call) }
      let places = try await call.ledger.tilePlaces(by: call.actor())
      let rows = places.sorted { $0.key < $1.key }.map { unit, place in
        [unit, String(place.row), String(place.column)]
      }
      return .csv([columns] + rows, name: "map.csv", of: call)
    })

  private static let save = Endpoint.act(
    "/catalogue/map", "page.catalogue.map.save", access: .permission(.keepCatalogue),
    handle: { call in
      do {
        let tiles = try TileForm.tiles(of: call.form)
        let back = link.adding("map", call.form["map"] ?? "")
        return try await call.once({ Reply.imported($0, back) }) {
          try await call.ledger.placeTiles(tiles, by: $0)
        }
      } catch {
        return try await page(call, typed: call.form, refused: Refused(error))
      }
    })

  private static let upload = Endpoint.page(
    .post, "/catalogue/map/file", "page.catalogue.map.import",
    access: .permission(.keepCatalogue), content: .upload, isKeyed: true,
    handle: { call in
      do {
        let upload = try FileContent(try UploadForm.file(of: call))
        return try await call.once({ Reply.imported($0, link) }) {
          try await call.ledger.importTiles(upload.file, by: $0)
        }
      } catch {
        return try await page(call, refusedFile: Refused(error))
      }
    })

  private static func page(
    _ call: Call, typed: FormFields? = nil, refused: Refused? = nil, refusedFile: Refused? = nil
  ) async throws -> Reply {
    let units = try await call.ledger.units(on: nil, by: call.actor())
    let maps = TileGroup.all(of: units)
    let asked = typed?["map"] ?? call.query["map"]
    var chosen = maps.first { $0.key == asked }
    if chosen == nil { chosen = try await published(call, maps) ?? maps.first }
    var frame = call.frame.at(.map)
    if refused != nil { frame.target = link }
    let page = CataloguePage(frame: frame, section: .map)
    let say = page.say
    let form = TileForm(
      page: page, maps: maps, group: chosen, names: UnitNames(units),
      kept: try await call.ledger.tilePlaces(by: call.actor()), typed: typed, refused: refused)
    let file = UploadForm(
      page: page, action: Link("catalogue", "map", "file"), columns: columns,
      accept: ".csv,.xlsx", hint: .fileHintCSV, refused: refusedFile)
    return page.reply(
      say(TileText.settings), refusals: refused ?? refusedFile,
      """
      <h1>\(say(TileText.settings))</h1>
      \(page.outcome(call))\(form.errors)\(file.errors)
      \(form.chooser)
      \(form.html)
      \(file.html)
      """)
  }

  /// The map of the units that were ranked last.
  private static func published(_ call: Call, _ maps: [TileGroup]) async throws -> TileGroup? {
    guard call.session?.holds(.readPublished) ?? false,
      let head = try await call.latestEdition()
    else { return nil }
    let month = try await call.web.editions.published(head.number).month
    guard let unit = month.ranking.standings.first?.unit else { return nil }
    return maps.first { $0.units.contains { $0.code == unit } }
  }
}

/// The units that stand on one map: those of a kind below a unit.
struct TileGroup: Sendable {
  let key: String
  let parent: String
  let kind: String
  let units: [UnitVersion]

  /// Every map of at least two units.
  static func all(of units: [UnitVersion]) -> [TileGroup] {
    let below = units.filter { $0.parent != nil }
    return Dictionary(grouping: below) { "\($0.parent ?? "")/\($0.kind)" }.compactMap {
      key, units in
      guard units.count > 1, let first = units.first else { return nil }
      return TileGroup(key: key, parent: first.parent ?? "", kind: first.kind, units: units)
    }.sorted { ($0.parent, $0.kind) < ($1.parent, $1.kind) }
  }
}

/// The form of places: two numbers for each unit, and the map as it looks.
struct TileForm {
  let page: CataloguePage
  let maps: [TileGroup]
  let group: TileGroup?
  let names: UnitNames
  let kept: [String: TilePlace]
  let typed: FormFields?
  let refused: Refused?

  private var say: Say { page.say }

  /// What was typed; every refusal names its unit.
  static func tiles(of form: FormFields) throws -> [PlacedTile] {
    var refusals: [Refusal] = []
    let tiles = form.names(after: "row-").map { unit in
      do throws(Refusal) {
        let place = try TilePlace.read(
          row: form["row-" + unit] ?? "", column: form["column-" + unit] ?? "")
        return PlacedTile(unit: unit, place: place)
      } catch {
        refusals.append(error.at(.option(unit)))
        return PlacedTile(unit: unit, place: nil)
      }
    }
    guard refusals.isEmpty else { throw Refusals(refusals) }
    return tiles
  }

  /// What is wrong, each with the field that it is about.
  private var lines: [(text: String, field: String)] {
    (refused?.refusals ?? []).map { refusal in
      guard refusal.code == TileRefusal.placeTaken.rawValue, refusal.details.count == 4 else {
        let unit = if case .option(let unit) = refusal.place { unit } else { "" }
        let text = say.sentences([
          refusal.text(in: say.language), refusal.wayOut(in: say.language),
        ])
        return (
          unit.isEmpty ? text : say(TileText.place, names.name(unit, say), text), "row-" + unit
        )
      }
      let details = refusal.details
      let text = say(
        TileText.taken, names.name(details[0], say), names.name(details[1], say), details[2],
        details[3])
      return (text, "row-" + details[0])
    }
  }

  var errors: HTML? { refused.map { _ in page.frame.errors(lines) } }

  var chooser: HTML {
    let options = HTML(each: maps) { map in
      """
      <option value="\(map.key)"\(" selected", if: map.key == group?.key)>\
      \(say(TileText.groupOf, names.name(map.parent, say), UnitListText.kind(map.kind, say)))\
      </option>
      """
    }
    return """
      <form class="pick" method="get" action="\(TilePages.link)">
      <label for="map">\(say(TileText.group))</label>
      <select id="map" name="map">\(options)</select>
      <button class="btn">\(say(CatalogueText.show))</button>
      <a class="btn" href="\(TilePages.link.adding("format", "csv"))">\
      \(say(CatalogueText.download))</a>
      </form>
      """
  }

  var html: HTML {
    guard let group else { return "<p>\(say(TileText.empty))</p>" }
    let tiles = HTML(each: TileMap.arranged(group.units.map(\.code), kept: kept)) { unit, place in
      """
      <li class="tr-\(place.row) tc-\(place.column)"><span class="tile">\
      <b>\(TileName.html(names[unit] ?? BilingualText(zh: unit, en: unit), say))</b>\
      <span>\(place.row), \(place.column)</span></span></li>

      """
    }
    return """
      <section><h2 id="preview">\(say(TileText.preview))</h2>
      <div class="scroll" tabindex="0" role="region" aria-labelledby="preview">
      <ul class="tiles">
      \(tiles)</ul></div></section>
      \(page.mayKeep ? form(group) : nil)
      """
  }

  private func form(_ group: TileGroup) -> HTML {
    let head: [HTML] = [
      page.column(say(CatalogueText.name)), page.column(say(CatalogueText.code), "p2"),
      page.column(say(TileText.row)), page.column(say(TileText.column)),
    ]
    let rows = HTML(each: group.units, row)
    return """
      <section><h2 id="places">\(say(TileText.fileTitle))</h2>
      <p>\(say(TileText.why))</p>
      <form method="post" action="\(TilePages.link)">\(page.frame.hiddenFields)\
      <input type="hidden" name="map" value="\(group.key)">
      \(page.table("places", say(TileText.fileTitle), head: HTML(head), rows))
      <p><button class="btn btn-1">\(say(TileText.save))</button></p></form></section>
      """
  }

  private func row(_ unit: UnitVersion) -> HTML {
    let place = kept[unit.code]
    let isWrong = lines.contains { $0.field == "row-" + unit.code }
    func input(_ name: String, _ label: TileText, _ known: Int?) -> HTML {
      let id = "\(name)-\(unit.code)"
      let value = typed?[id] ?? known.map(String.init) ?? ""
      return """
        <td><input class="cell tile-n" id="\(id)" name="\(id)" value="\(value)" \
        inputmode="numeric" maxlength="2" autocomplete="off" \
        aria-label="\(say(TileText.place, say(unit.name), say(label)))"\
        \(" aria-invalid=\"true\"", if: isWrong)></td>
        """
    }
    return """
      <tr><th scope="row">\(say(unit.name))</th><td class="p2">\(unit.code)</td>\
      \(input("row", .row, place?.row))\(input("column", .column, place?.column))</tr>

      """
  }
}
