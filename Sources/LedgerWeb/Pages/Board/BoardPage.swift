import HTTPTypes
import LedgerCharts
import LedgerDomain
import LedgerStore

/// The board as a page.
struct BoardPage: Sendable {
  let board: Board
  let frame: PageFrame
  let heads: [EditionHead]
  let isBig: Bool

  private var say: Say { board.say }
  private var head: EditionHead { board.month.head }

  var reply: Reply {
    frame.reply(
      title, layout: isBig ? .big : .usual, entry: .board,
      """
      <div class="hd"><div><h1>\(title)</h1>\(version)</div>\(choice)</div>
      \(cards)
      <p class="lead">\(MonthSentence(history: board.history, say: say).text)\(ladder)</p>
      \(BoardTable(board: board).html)
      \(unranked)
      \(RankHistory(history: board.history, say: say).section)
      \(MethodSection(month: board.month, say: say).html)
      \(news)
      """)
  }

  /// The way to the ladder; the view for a wall has no room for it.
  private var ladder: HTML? {
    guard !isBig, frame.session?.holds(.readSteps) ?? false else { return nil }
    return " <a href=\"\(LadderPages.link(of: head.scope))\">\(say(LadderText.link))</a>"
  }

  private var title: String {
    say(
      BoardText.title, say.month(head.period), board.figures?.scopeName.map { say($0) } ?? "",
      say(board.month.title))
  }

  // MARK: - Which edition

  private var version: HTML {
    let newer = heads.last { $0.replaces == head.number }
    let hash = hexadecimal(head.sha256)
    let tag = say(BoardText.published, say.moment(head.recordedAt))
    let look: HTML = newer == nil ? "tag-ok" : "tag-warn"
    return """
      <p class="meta"><span class="tag \(look)">\(tag)</span> \(correction) \(newer.map(superseded))
      <span class="dim">\(say(BoardText.hash, String(hash.prefix(12))))…</span>\
      \(verifying)\(wayBack)</p>
      """
  }

  /// Where a new edition is told, without moving what is read; a script fills it in.
  private var news: HTML {
    """
    <div class="news" role="status" data-news="\(head.scope)" \
    data-period="\(head.period.description)" data-edition="\(head.number)">\
    <a hidden href="\(Link("rankings", query: [("of", head.scope)]))">\
    \(say(TableText.news))</a></div>
    """
  }

  /// For whom the proof of it is.
  private var verifying: HTML? {
    guard !isBig, let session = frame.session,
      session.holds(.readDetails) || session.holds(.readJournal)
    else { return nil }
    let link = Link("editions", String(head.number), "verify")
    return " <a href=\"\(link)\">\(say(VerifyText.link))</a>"
  }

  /// The view for a wall has no navigation, but a way out of it.
  private var wayBack: HTML? {
    guard isBig else { return nil }
    return " <a href=\"\(BoardPages.link(to: head))\">\(say(BoardText.usual))</a>"
  }

  private var correction: HTML {
    guard let before = head.replaces else {
      return "\(say(BoardText.edition, String(head.number)))"
    }
    return """
      \(say(BoardText.replaces, String(head.number), String(before))) \
      <a href="\(EditionDifferencePage.link(before, head.number))">\(say(BoardText.differences))</a>
      """
  }

  private func superseded(_ newer: EditionHead) -> HTML {
    """
    \(say(BoardText.replaced, String(newer.number))) \
    <a href="\(BoardPages.link(to: newer))">\(say(BoardText.newest))</a>
    """
  }

  private var choice: HTML {
    let months = Set(heads.filter { $0.scope == head.scope }.map(\.period)).sorted(by: >)
    let options = HTML(each: months) { month in
      """
      <option value="\(month.description)"\(" selected", if: month == head.period)>\
      \(say.month(month))</option>
      """
    }
    return """
      <form class="pick" method="get" action="\(Link("rankings"))">\
      <input type="hidden" name="of" value="\(head.scope)">\
      <label for="period">\(say(BoardText.month))</label>\
      <select id="period" name="period">\(options)</select>\
      <button class="btn">\(say(BoardText.show))</button>\
      <a class="btn" href="\(variant("view", "big"))">\(say(BoardText.big))</a>\
      <a class="btn" href="\(TablePages.link(to: head))">\(say(TableText.open))</a>\
      <a class="btn" href="\(MapPages.link(to: head))">\(say(TileText.map))</a>\
      <a class="btn" href="\(variant("format", "csv"))">\(say(BoardText.csv))</a>\
      <button type="button" class="btn" data-print hidden>\(say(FrameText.print))</button></form>
      """
  }

  /// The same edition in another form.
  private func variant(_ name: String, _ value: String) -> Link {
    Link(
      "rankings", head.period.description,
      query: [("of", head.scope), ("edition", String(head.number)), (name, value)])
  }

  // MARK: - Cards

  private var cards: HTML {
    let shown: [Colour] = Colour.allCases.filter { $0 != .grey || board.count($0).now > 0 }
    let month = board.month
    let scores = month.ranking.standings.compactMap(\.score)
    return """
      <ul class="cards">\(HTML(each: shown, card))\
      <li><b>\(board.ranked.count)</b> \(say(BoardText.ranked))<span class="under">\
      \(say(BoardText.rankedUnder, String(board.ranked.count + board.unranked.count)))</span></li>\
      <li><b>\(month.marks(scores.sorted(by: >).dropFirst(scores.count / 2).first))</b> \
      \(say(BoardText.scores))<span class="under">\
      \(say(BoardText.scoresUnder, month.marks(scores.max()), month.marks(scores.min())))\
      </span></li></ul>
      """
  }

  private func card(_ colour: Colour) -> HTML {
    let (now, before) = board.count(colour)
    let under =
      before.map { before in
        now == before
          ? say(BoardText.same)
          : now > before
            ? say(BoardText.more, String(now - before)) : say(BoardText.fewer, String(before - now))
      } ?? ""
    return """
      <li><b>\(now)</b> \(Chip(colour, say).html)<span class="under">\(under)</span></li>
      """
  }

  // MARK: - Units without rank

  private var unranked: HTML? {
    guard !board.unranked.isEmpty else { return nil }
    let items = HTML(each: board.unranked) { row, reason in
      """
      <li><a href="\(Link("units", row.unit, query: [("period", head.period.description)]))">\
      \(row.name)</a> \(Chip(row.colour, say).html) \(reason)</li>
      """
    }
    return "<section><h2>\(say(BoardText.unranked))</h2><ul>\(items)</ul></section>"
  }

  /// A change of rank with its sign.
  static func signed(_ change: Fraction) -> String {
    let isWhole = change.small?.denominator == 1
    let text = MeasureText.minus(change.text(decimals: isWhole ? 0 : 1))
    return change.signum > 0 ? "+" + text : text
  }
}

/// A colour as shape, word and fill.
struct Chip: Sendable {
  let html: HTML

  init(_ colour: Colour, _ say: Say) {
    html = """
      <span class="chip chip-\(colour.rawValue)">\(Icons.colour(colour))\(say.colour(colour))</span>
      """
  }
}

extension PublishedMonth {
  /// What the method is called.
  var title: BilingualText {
    inputs.plan.method?.title ?? BilingualText(zh: head.kind, en: head.kind)
  }
}
