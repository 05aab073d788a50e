import LedgerCharts
import LedgerDomain

/// How ranks changed over the months: a chart in two widths, and the same as a table.
struct RankHistory: Sendable {
  let history: PublishedHistory
  let say: Say

  private var units: [String] {
    history.shown.ranking.standings.filter { $0.doubledRank != nil }
      .sorted { ($0.doubledRank ?? 0) < ($1.doubledRank ?? 0) }.map(\.unit)
  }

  var section: HTML? {
    let shown = Array(history.months.suffix(12))
    guard shown.count > 1, !units.isEmpty else { return nil }
    return """
      <section><h2>\(say(BoardText.bump))</h2>
      <div class="only-w">\(chart(shown, width: 860))</div>
      <div class="only-n">\(chart(Array(shown.suffix(4)), width: 360))</div>
      <details><summary>\(say(BoardText.bumpTable))</summary>\(table(shown))</details></section>
      """
  }

  private func rank(_ unit: String, _ month: PublishedMonth?) -> Int? {
    month?.standing(unit)?.doubledRank
  }

  private func chart(
    _ months: [(month: Month, published: PublishedMonth?)], width: Int
  ) -> SVG {
    let lines = units.map { unit in
      RankChart.Line(
        name: say(history.shown.name(unit)),
        doubledRanks: months.map { rank(unit, $0.published) },
        isMarked: history.shown.colour(unit) == .red)
    }
    let label = say(
      BoardText.bumpLabel, String(months.count),
      say.list(
        lines.map { line in
          "\(line.name) \(Standing.rankText(doubled: line.doubledRanks.last ?? nil) ?? "–")"
        }))
    return RankChart(lines: lines, months: months.map { shortName($0.month) }, places: units.count)
      .drawing(width: width, label: label)
  }

  private func shortName(_ month: Month) -> String {
    say.language == .chinese
      ? month.number == 1 ? "\(month.year) 年 1 月" : "\(month.number) 月"
      : month.description
  }

  private func table(_ months: [(month: Month, published: PublishedMonth?)]) -> HTML {
    let head = HTML(each: months) { "<th scope=\"col\" class=\"num\">\($0.month.description)</th>" }
    let rows = HTML(each: units) { unit in
      let cells = HTML(each: months) { month in
        let text = Standing.rankText(doubled: rank(unit, month.published)) ?? "–"
        return "<td class=\"num\">\(text)</td>"
      }
      return "<tr><th scope=\"row\">\(say(history.shown.name(unit)))</th>\(cells)</tr>\n"
    }
    return """
      <div class="scroll" tabindex="0" role="region" aria-label="\(say(BoardText.bump))">\
      <table class="tb"><thead><tr><th scope="col">\(say(BoardText.unit))</th>\(head)</tr></thead>
      <tbody>
      \(rows)</tbody></table></div>
      """
  }
}

/// How marks are given, in words.
struct MethodSection: Sendable {
  let month: PublishedMonth
  let say: Say

  var html: HTML? {
    guard let method = month.inputs.plan.method else { return nil }
    let words = month.words(say)
    let most = month.ranking.standings.first?.components.map(\.marksMax) ?? []
    let rows = HTML(each: Array(method.components.enumerated())) { position, item in
      let component = item.component
      func at(_ value: Fraction?) -> String {
        value.map { words.text($0, component.measure) } ?? "—"
      }
      let way: BoardText = component.isLowerBetter ? .lowerBetter : .higherBetter
      let marks = most.indices.contains(position) ? most[position] : nil
      return """
        <tr><th scope="row">\(words.heading(component.measure))</th>
        <td class="num">\(month.marks(marks))</td>
        <td class="num p2">\(at(component.zero))</td><td class="num">\(at(component.full))</td>
        <td class="p2">\(say(way))</td></tr>

        """
    }
    let note = say(
      BoardText.methodNote, say(method.title), String(method.version),
      method.effective.description)
    let deductions = HTML(each: method.deductions) { "<li>\(say($0.text))</li>" }
    return """
      <section id="method"><details><summary>\(say(BoardText.method))</summary>
      <p>\(note)</p>
      <div class="scroll" tabindex="0" role="region" aria-label="\(say(BoardText.method))">\
      <table class="tb"><thead><tr><th scope="col">\(say(BoardText.component))</th>
      <th scope="col" class="num">\(say(BoardText.weight))</th>
      <th scope="col" class="num p2">\(say(BoardText.zero))</th>
      <th scope="col" class="num">\(say(BoardText.full))</th>
      <th scope="col" class="p2">\(say(BoardText.direction))</th></tr></thead>
      <tbody>
      \(rows)</tbody></table></div>
      <h3>\(say(BoardText.deductions))</h3><ul>\(deductions)</ul></details></section>
      """
  }
}
