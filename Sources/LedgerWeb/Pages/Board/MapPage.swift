import HTTPTypes
import LedgerCharts
import LedgerDomain
import LedgerOperations
import LedgerStore

/// A published month as a map without outlines: a tile for each unit.
enum MapPages {
  static let endpoint = Endpoint.page(
    .get, "/map", "page.map", access: .permission(.readPublished),
    query: [
      .month(), .unit("of", "The unit below which units are compared."), BoardPages.edition,
    ],
    handle: { call in
      guard let latest = try await call.latestEdition() else { return BoardPages.nothing(call) }
      let published = try await call.edition(of: call.queryMonth() ?? latest.period)
      let page = MapPage(
        month: published.month, frame: call.frame,
        scopeName: try await call.web.editions.figures(of: published).scopeName,
        kept: try await call.ledger.tilePlaces(by: call.actor()))
      return page.reply
    })

  /// The address of an edition's map.
  static func link(to head: EditionHead) -> Link {
    Link(
      "map",
      query: [
        ("period", head.period.description), ("of", head.scope), ("edition", String(head.number)),
      ])
  }
}

private struct MapPage: Sendable {
  let month: PublishedMonth
  let frame: PageFrame
  let scopeName: BilingualText?
  let kept: [String: TilePlace]

  private var say: Say { frame.say }

  var reply: Reply {
    let title = say(TileText.title, say.month(month.head.period), scopeName.map { say($0) } ?? "")
    let standings = month.ranking.standings
    let tiles = TileMap.arranged(standings.map(\.unit), kept: kept)
    return frame.reply(
      title, entry: .board,
      """
      <div class="hd"><h1>\(title)</h1><p class="pick">\
      <a class="btn" href="\(BoardPages.link(to: month.head, isExact: true))">\
      \(say(TileText.back))</a>\(keep)\
      <button type="button" class="btn" data-print hidden>\(say(FrameText.print))</button></p></div>
      <p class="meta">\(say(TileText.intro))</p>
      <div class="scroll" tabindex="0" role="region" aria-label="\(say(TileText.map))">
      <ul class="tiles">
      \(HTML(each: tiles, tile))</ul></div>
      \(tiles.count < standings.count ? "<p class=\"hint\">\(say(TileText.beyond))</p>" : nil)
      \(table(standings))
      """)
  }

  private var keep: HTML? {
    guard frame.session?.holds(.keepCatalogue) ?? false else { return nil }
    return " <a class=\"btn\" href=\"\(TilePages.link)\">\(say(TileText.keep))</a>"
  }

  private func address(of unit: String) -> Link {
    Link("units", unit, query: [("period", month.head.period.description)])
  }

  private func tile(_ unit: String, _ place: TilePlace) -> HTML {
    let colour = month.colour(unit)
    let standing = month.standing(unit)
    let name = month.name(unit)
    return """
      <li class="tr-\(place.row) tc-\(place.column)"><a class="tile tl-\(colour.rawValue)" \
      href="\(address(of: unit))">\
      <span class="tile-c">\(Icons.colour(colour)) \(say.colour(colour))</span>\
      <b>\(TileName.html(name, say))</b>\
      <span>\(rank(standing))</span></a></li>

      """
  }

  private func rank(_ standing: EditionResult.UnitStanding?) -> String {
    Standing.rankText(doubled: standing?.doubledRank).map { say(TileText.rank, $0) }
      ?? say(TileText.unranked)
  }

  private func table(_ standings: [EditionResult.UnitStanding]) -> HTML {
    let order = standings.indices.sorted {
      (standings[$0].doubledRank ?? .max, $0) < (standings[$1].doubledRank ?? .max, $1)
    }
    let rows = HTML(each: order.map { standings[$0] }) { standing in
      """
      <tr><td class="num">\(Standing.rankText(doubled: standing.doubledRank) ?? "—")</td>\
      <th scope="row"><a href="\(address(of: standing.unit))">\
      \(say(month.name(standing.unit)))</a></th>\
      <td>\(Chip(month.colour(standing.unit), say).html)</td>\
      <td class="num">\(month.marks(standing.score, shown: 2))</td></tr>

      """
    }
    return """
      <details><summary>\(say(TileText.caption))</summary>
      <div class="scroll" tabindex="0" role="region" aria-labelledby="same"><table class="tb">
      <caption id="same">\(say(TileText.caption))</caption>
      <thead><tr><th scope="col" class="num">\(say(BoardText.rank))</th>
      <th scope="col">\(say(BoardText.unit))</th><th scope="col">\(say(BoardText.colour))</th>
      <th scope="col" class="num">\(say(BoardText.score))</th></tr></thead>
      <tbody>
      \(rows)</tbody></table></div></details>
      """
  }
}

/// A unit's name on its tile: short for the eye, whole for who listens.
enum TileName {
  private static let endings = ["街道", "县", "市", "区", "镇", "乡"]
  private static let englishEndings = [
    " Subdistrict", " District", " County", " City", " Township", " Town",
  ]

  static func html(_ name: BilingualText, _ say: Say) -> HTML {
    let (whole, short) = (say(name), short(say(name), say.language))
    guard short.utf8.count < whole.utf8.count else { return "\(whole)" }
    return "<span aria-hidden=\"true\">\(short)</span><span class=\"vh\">\(whole)</span>"
  }

  /// Without what says the kind of area, where two characters are left.
  static func short(_ name: String, _ language: Language) -> String {
    let known = language == .chinese ? endings : englishEndings
    guard let ending = known.first(where: { name.hasSuffix($0) }) else { return name }
    let rest = String(name.dropLast(ending.count))
    return rest.unicodeScalars.count >= 2 ? rest : name
  }
}
