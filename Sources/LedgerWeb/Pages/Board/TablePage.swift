import HTTPTypes
import LedgerCharts
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
    ],
    handle: { call in
      guard let latest = try await call.latestEdition() else { return BoardPages.nothing(call) }
      let published = try await call.edition(of: call.queryMonth() ?? latest.period)
      let figures = try await call.web.editions.figures(of: published)
      return TablePage(
        month: published.month, figures: figures, scope: try await call.visibleScope(),
        frame: call.frame, hasAllFigures: call.query["figures"] == "all"
      ).reply
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
      <button type="button" class="btn" data-print hidden>\(say(FrameText.print))</button></p></div>
      <div class="scroll" tabindex="0" role="region" aria-labelledby="table">
      <table class="tb rug"><caption id="table">\(say(TableText.caption))</caption>
      \(head)
      <tbody>
      \(rows)</tbody></table></div>
      <p>\(say(TableText.rule)) <a href="\(methodLink)">\(say(TableText.byMethod))</a></p>
      """)
  }

  private var more: Link {
    let link = TablePages.link(to: month.head)
    return hasAllFigures ? link : link.adding("figures", "all")
  }

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

  private var rows: HTML {
    let evaluator = MeasureEvaluator(figures.years)
    let standings = month.ranking.standings
    let order = standings.indices.sorted {
      (standings[$0].doubledRank ?? .max, $0) < (standings[$1].doubledRank ?? .max, $1)
    }
    return HTML(each: order) { row(standings[$0], evaluator) }
  }

  private func row(
    _ standing: EditionResult.UnitStanding, _ evaluator: MeasureEvaluator
  ) -> HTML {
    let sight = UnitSight(standing.unit, scope, month, figures)
    let unit = Link("units", standing.unit, query: [("period", month.head.period.description)])
    var reds = 0
    let cells = HTML(each: zip(month.components, standing.components)) { item, part in
      guard sight.sees(item.component.measure) else { return hidden }
      let colour = item.component.colour(of: part)
      if colour == .red { reds += 1 }
      return cell(item.component, part, colour, unit)
    }
    let others = HTML(each: references) { reference($0, standing.unit, sight, evaluator) }
    return """
      <tr><th scope="row"><a href="\(unit)">\(say(month.name(standing.unit)))</a></th>\(cells)
      <td class="num">\(sight.isNone ? "—" : String(reds))</td>\(others)</tr>

      """
  }

  private var hidden: HTML {
    """
    <td class="dim"><span aria-hidden="true">—</span>\
    <span class="vh">\(say(TableText.hidden))</span></td>
    """
  }

  private func cell(
    _ component: IndexComponent, _ part: ComponentStanding, _ colour: Colour, _ unit: Link
  ) -> HTML {
    let value =
      part.measured == .absent(.withheld)
      ? say(TableText.masked) : words.text(part.measured, component.measure)
    guard colour != .grey else {
      return "<td class=\"rg-none\"><a href=\"\(unit.at("why"))\">\(value)</a></td>"
    }
    return """
      <td class="rg-\(colour.rawValue)"><a href="\(unit.at("why"))">\(Icons.colour(colour))\
      <span class="vh">\(say.colour(colour)) </span>\(value)</a></td>
      """
  }

  private func reference(
    _ indicator: Indicator, _ unit: String, _ sight: UnitSight, _ evaluator: MeasureEvaluator
  ) -> HTML {
    let measure = Self.total(indicator)
    guard sight.sees(measure), let place = figures.position(of: unit) else { return hidden }
    let value =
      figures.isHidden(measure, of: unit, monthsBack: 0)
      ? say(TableText.masked)
      : words.text(evaluator.measured(measure, unit: place), measure)
    return "<td class=\"rg-none\">\(value)</td>"
  }
}
