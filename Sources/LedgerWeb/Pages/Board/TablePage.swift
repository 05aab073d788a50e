import HTTPTypes
import LedgerCharts
import LedgerDocuments
import LedgerDomain
import LedgerOperations
import LedgerStore

/// Every unit by every component of a published month: a colour, a shape and a number in each cell.
enum TablePages {
  static let endpoint = Endpoint.page(
    .get, "/table", "page.table", access: .permission(.readPublished),
    query: [
      .month(), .unit("of", "The unit below which units are compared."), BoardPages.edition,
      .word("figures", "With all reported figures.", of: ["all"]),
      .word("format", "As a file.", of: ["csv"]),
    ],
    handle: { call in
      guard let latest = try await call.latestEdition() else { return BoardPages.nothing(call) }
      let published = try await call.edition(of: call.queryMonth() ?? latest.period)
      let figures = try await call.web.editions.figures(of: published)
      let page = TablePage(
        month: published.month, figures: figures, scope: try await call.visibleScope(),
        frame: call.frame, hasAllFigures: call.query["figures"] == "all")
      guard call.query["format"] == "csv" else { return page.reply }
      let head = published.month.head
      return .csv(page.file, name: "table-\(head.period)-\(head.number).csv", of: call)
    })

  /// The address of a month's table.
  static func link(to head: EditionHead) -> Link {
    Link(
      "table",
      query: [
        ("period", head.period.description), ("of", head.scope), ("edition", String(head.number)),
      ])
  }
}

private struct TablePage: Sendable {
  let month: PublishedMonth
  let figures: EditionFigures
  let scope: VisibleScope
  let frame: PageFrame
  let hasAllFigures: Bool

  private var say: Say { frame.say }
  private var words: MeasureText { month.words(say) }

  /// The figures that are shown for reference: those without which a unit is not rated, or all.
  private var references: [Indicator] {
    let required = Set(month.inputs.plan.ruleSet?.requires ?? [])
    return figures.years.indicators.filter { hasAllFigures || required.contains($0.code) }
  }

  var reply: Reply {
    let name = figures.scopeName.map { say($0) } ?? ""
    let title = say(TableText.title, say.month(month.head.period), name)
    return frame.reply(
      title, entry: .board,
      """
      <div class="hd"><h1>\(title)</h1><p class="pick">\
      <a class="btn" href="\(BoardPages.link(to: month.head, isExact: true))">\
      \(say(TableText.back))</a>\
      <a class="btn" href="\(more)">\
      \(say(hasAllFigures ? TableText.fewerFigures : .allFigures))</a>\
      <a class="btn" href="\(this.adding("format", "csv"))">\(say(BoardText.csv))</a>\
      <button type="button" class="btn" data-print hidden>\(say(FrameText.print))</button></p></div>
      <div class="scroll" tabindex="0" role="region" aria-labelledby="table">
      <table class="tb rug"><caption id="table">\(say(TableText.caption))</caption>
      \(head)
      <tbody>
      \(rows)</tbody></table></div>
      <p>\(say(TableText.rule)) <a href="\(methodLink)">\(say(TableText.byMethod))</a></p>
      """)
  }

  private var fewer: Link { TablePages.link(to: month.head) }
  private var this: Link { hasAllFigures ? fewer.adding("figures", "all") : fewer }
  private var more: Link { hasAllFigures ? fewer : fewer.adding("figures", "all") }

  private var methodLink: Link { BoardPages.link(to: month.head, isExact: true).at("method") }

  private var head: HTML {
    let scored = HTML(each: month.components) { item in
      "<th scope=\"col\">\(words.heading(item.component.measure))</th>"
    }
    let others = HTML(each: references) { indicator in
      """
      <th scope="col">\(words.heading(Self.total(indicator)))\
      <span class="unit"> \(say(indicator.unitOfMeasure)), \(say(TableText.reference))</span></th>
      """
    }
    return """
      <thead><tr><th scope="col">\(say(BoardText.unit))</th>\(scored)
      <th scope="col" class="num">\(say(TableText.reds))</th>\(others)</tr></thead>
      """
  }

  private static func total(_ indicator: Indicator) -> Measure {
    .sum(indicator.code, window: .yearToDate, monthsBack: 0)
  }

  // MARK: - Cells

  /// What a cell shows, on the page as in the file.
  private struct Cell {
    let text: String
    /// Nil where no marks are given.
    var colour: Colour?
    /// Whether it lies outside the reader's scope.
    var isHidden = false
  }

  private struct Row {
    let unit: String
    let name: String
    let scored: [Cell]
    let reds: String
    let others: [Cell]
  }

  private var table: [Row] {
    let evaluator = MeasureEvaluator(figures.years)
    let standings = month.ranking.standings
    let order = standings.indices.sorted {
      (standings[$0].doubledRank ?? .max, $0) < (standings[$1].doubledRank ?? .max, $1)
    }
    return order.map { row(standings[$0], evaluator) }
  }

  private func row(
    _ standing: EditionResult.UnitStanding, _ evaluator: MeasureEvaluator
  ) -> Row {
    let sight = UnitSight(standing.unit, scope, month, figures)
    let scored = zip(month.components, standing.components).map { item, part in
      guard sight.sees(item.component.measure) else { return Cell(text: "—", isHidden: true) }
      let colour = item.component.colour(of: part)
      let value =
        part.measured == .absent(.withheld)
        ? say(TableText.masked) : words.text(part.measured, item.component.measure)
      return Cell(text: value, colour: colour == .grey ? nil : colour)
    }
    return Row(
      unit: standing.unit, name: say(month.name(standing.unit)), scored: scored,
      reds: sight.isNone ? "—" : String(scored.count { $0.colour == .red }),
      others: references.map { reference($0, standing.unit, sight, evaluator) })
  }

  private func reference(
    _ indicator: Indicator, _ unit: String, _ sight: UnitSight, _ evaluator: MeasureEvaluator
  ) -> Cell {
    let measure = Self.total(indicator)
    guard sight.sees(measure), let place = figures.position(of: unit) else {
      return Cell(text: "—", isHidden: true)
    }
    return Cell(
      text: figures.isHidden(measure, of: unit, monthsBack: 0)
        ? say(TableText.masked)
        : words.text(evaluator.measured(measure, unit: place), measure))
  }

  // MARK: - As a page

  private var rows: HTML {
    HTML(each: table) { row in
      let unit = Link("units", row.unit, query: [("period", month.head.period.description)])
      return """
        <tr><th scope="row"><a href="\(unit)">\(row.name)</a></th>\
        \(HTML(each: row.scored) { html($0, unit.at("why")) })
        <td class="num">\(row.reds)</td>\(HTML(each: row.others) { html($0, nil) })</tr>

        """
    }
  }

  private func html(_ cell: Cell, _ link: Link?) -> HTML {
    guard !cell.isHidden else {
      return """
        <td class="dim"><span aria-hidden="true">—</span>\
        <span class="vh">\(say(TableText.hidden))</span></td>
        """
    }
    guard let link else { return "<td class=\"rg-none\">\(cell.text)</td>" }
    guard let colour = cell.colour else {
      return "<td class=\"rg-none\"><a href=\"\(link)\">\(cell.text)</a></td>"
    }
    return """
      <td class="rg-\(colour.rawValue)"><a href="\(link)">\(Icons.colour(colour))\
      <span class="vh">\(say.colour(colour)) </span>\(cell.text)</a></td>
      """
  }

  // MARK: - As a file

  /// Exactly what the page shows; beside each component its colour as a word.
  var file: [[String]] {
    var heads = [say(BoardText.unit)]
    for item in month.components {
      let name = words.heading(item.component.measure)
      heads += [name, say(TableText.colourOf, name)]
    }
    heads.append(say(TableText.reds))
    heads += references.map { indicator in
      say(
        TableText.referenceOf, words.heading(Self.total(indicator)), say(indicator.unitOfMeasure))
    }
    return [heads.map(CSVText.guarded)]
      + table.map { row in
        var fields = [row.name]
        for cell in row.scored { fields += [cell.text, cell.colour.map { say.colour($0) } ?? ""] }
        fields.append(row.reds)
        return (fields + row.others.map(\.text)).map(Self.guarded)
      }
  }

  /// A sign in front of digits is a number; before anything else a spreadsheet would compute.
  private static func guarded(_ text: String) -> String {
    let digits = text.utf8.dropFirst(text.utf8.first == UInt8(ascii: "+") ? 1 : 0)
    let isNumber = digits.allSatisfy { byte in
      (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || byte == UInt8(ascii: ".")
        || byte == UInt8(ascii: ",") || byte == UInt8(ascii: "%")
    }
    return isNumber ? text : CSVText.guarded(text)
  }
}
