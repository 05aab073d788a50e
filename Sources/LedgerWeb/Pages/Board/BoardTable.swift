import LedgerCharts
import LedgerDomain
import LedgerStore

/// The table of the board.
struct BoardTable: Sendable {
  let board: Board

  private var say: Say { board.say }

  var html: HTML {
    """
    <div class="scroll" tabindex="0" role="region" aria-labelledby="ranking"><table class="tb rank">
    <caption id="ranking">\(say(BoardText.caption, say(board.month.title))) \
    \(board.seesAll ? "" : say(BoardText.captionScope))</caption>
    <thead><tr><th scope="col" class="num">\(say(BoardText.rank))</th>
    <th scope="col" class="num"><span class="vh-n">\(say(BoardText.change))</span></th>
    <th scope="col">\(say(BoardText.unit))</th>
    <th scope="col">\(say(BoardText.colour))</th>
    <th scope="col" class="num">\(say(BoardText.score))</th>
    <th scope="col" class="num p2">\(say(TableText.band))</th>
    <th scope="col" class="p3">\(say(TableText.monthly))</th>
    <th scope="col" class="num p2 long">\(board.leadingName)\
    \(board.leadingUnit.map { " <span class=\"unit\">\($0)</span>" as HTML })</th>
    <th scope="col" class="num p2 long">\(board.yearOnYearName)</th>
    <th scope="col" class="p2">\(say(BoardText.reason))</th></tr></thead>
    <tbody>
    \(HTML(each: board.ranked, row))</tbody></table></div>
    \(legend)
    \(bandNote)
    """
  }

  private func row(_ row: BoardRow) -> HTML {
    let period = board.month.head.period.description
    let unit = Link("units", row.unit, query: [("period", period)])
    let reason = row.details?.reason
    let dash: HTML = "<span class=\"dim\">—</span>"
    return """
      <tr class="r-\(row.colour.rawValue)"><td class="num rk">\(row.rank ?? "")</td>
      <td class="num">\(change(row.change))</td>
      <th scope="row"><a href="\(unit)">\(row.name)</a>\
      \(reason.map { "<span class=\"why-m\">\($0)</span>" as HTML })</th>
      <td>\(Chip(row.colour, say).html)</td>
      <td class="num">\(row.score)</td>
      <td class="num p2">\(row.band ?? "—")</td>
      <td class="p3">\(row.details.map { spark($0, row) } ?? dash)</td>
      <td class="num p2">\(row.details.map { "\($0.value)" as HTML } ?? dash)</td>
      <td class="num p2">\(row.details.map { "\($0.lastYear)" as HTML } ?? dash)</td>
      <td class="why p2">\(reason.map { "\($0)" as HTML } ?? dash)</td></tr>

      """
  }

  private func change(_ change: Fraction?) -> HTML {
    guard let change else {
      return "<span aria-hidden=\"true\">·</span><span class=\"vh\">\(say(BoardText.new))</span>"
    }
    guard !change.isZero else {
      return
        "<span aria-hidden=\"true\">—</span><span class=\"vh\">\(say(BoardText.unchanged))</span>"
    }
    let isUp = change.signum > 0
    let places = (isUp ? change : -change).text(decimals: change.small?.denominator == 1 ? 0 : 1)
    return """
      <span class="chg">\(Icons.arrow(up: isUp))<span aria-hidden="true">\(places)</span>\
      <span class="vh">\(say(isUp ? BoardText.up : BoardText.down, places))</span></span>
      """
  }

  private func spark(_ details: BoardRow.Details, _ row: BoardRow) -> HTML {
    let label = say(
      BoardText.sparkLabel, row.name, board.leadingName, String(details.months.count),
      details.value)
    let drawing = Charts.sparkline(
      details.months, target: board.figures?.rate == nil ? board.leading?.full : nil,
      colour: row.colour, label: label)
    return "\(drawing)"
  }

  private var bandNote: HTML? {
    guard let sure = board.figures?.robustness else { return nil }
    let text = say(TableText.bandNote, String(sure.draws), String(EditionFigures.seed))
    return "<p class=\"hint band-note\">\(text)</p>"
  }

  private var legend: HTML {
    let rules: [(Colour, BoardText)] = [
      (.red, .redRule), (.yellow, .yellowRule), (.blue, .blueRule), (.grey, .greyRule),
    ]
    let items = HTML(each: rules) { colour, text in
      "<li>\(Chip(colour, say).html) \(say(text))</li>"
    }
    return """
      <ul class="legend" aria-label="\(say(BoardText.legend))">\(items)\
      <li>\(say(BoardText.gap))</li></ul>
      """
  }
}
