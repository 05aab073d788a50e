import LedgerCharts
import LedgerDomain
import LedgerStore

/// A unit's ranks and colours over two years: a chart in two widths, and the same as a table.
struct UnitHistory: Sendable {
  let view: UnitView

  private var say: Say { view.say }

  var section: HTML? {
    guard let history = view.history, history.months.count > 1 else { return nil }
    let months = history.months
    return """
      <section><h2 id="history">\(say(UnitText.history))</h2>
      <div class="only-w">\(chart(months, width: 860))</div>
      <div class="only-n">\(chart(Array(months.suffix(6)), width: 360))</div>
      <details><summary>\(say(BoardText.bumpTable))</summary>\(table(months))</details></section>
      """
  }

  private func chart(_ months: [(month: Month, published: PublishedMonth?)], width: Int) -> SVG {
    let ranks = months.map { $0.published?.standing(view.code)?.doubledRank }
    let line = RankChart.Line(
      name: "", doubledRanks: ranks,
      colours: months.map { $0.published?.colour(view.code) }, isMarked: false)
    let places = months.compactMap { $0.published?.ranking.ranked }.max() ?? 1
    let words = months.map { month in
      let rank = month.published?.standing(view.code)?.doubledRank
      return "\(month.month) \(Standing.rankText(doubled: rank) ?? "–")"
    }
    let label = say(
      UnitText.historyLabel, say(view.name), String(months.count), say.list(words))
    let names = months.map { month in
      say.language == .chinese && month.month.number != 1
        ? "\(month.month.number) 月" : month.month.description
    }
    return RankChart(lines: [line], months: names, places: places)
      .drawing(width: width, label: label)
  }

  private func table(_ months: [(month: Month, published: PublishedMonth?)]) -> HTML {
    let rows = HTML(each: months.reversed()) { month, published in
      let standing = published?.standing(view.code)
      let colour = published.map { Chip($0.colour(view.code), say).html }
      return """
        <tr><th scope="row">\(say.month(month))</th>
        <td class="num">\(Standing.rankText(doubled: standing?.doubledRank) ?? "–")</td>
        <td class="num">\(published?.marks(standing?.score, shown: 2) ?? "–")</td>
        <td>\(colour)</td>
        <td class="num">\(published.map(edition))</td></tr>

        """
    }
    return """
      <div class="scroll" tabindex="0" role="region" aria-labelledby="history"><table class="tb">
      <thead><tr><th scope="col">\(say(UnitText.month))</th>
      <th scope="col" class="num">\(say(UnitText.rank))</th>
      <th scope="col" class="num">\(say(UnitText.score))</th>
      <th scope="col">\(say(UnitText.colour))</th>
      <th scope="col" class="num">\(say(UnitText.edition))</th></tr></thead>
      <tbody>
      \(rows)</tbody></table></div>
      """
  }

  private func edition(_ month: PublishedMonth) -> HTML {
    "<a href=\"\(BoardPages.link(to: month.head))\">\(month.head.number)</a>"
  }
}
