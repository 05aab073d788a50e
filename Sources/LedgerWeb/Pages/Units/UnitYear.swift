import LedgerCharts
import LedgerDomain
import LedgerStore

/// An indicator's way through the year: the sentence that is quoted, a chart, and the same as a
/// table.
struct UnitYear: Sendable {
  let view: UnitView

  private var say: Say { view.say }

  /// The flows that may be seen: the one that leads the method, and those with a target.
  private var codes: [String] {
    guard let figures = view.figures else { return [] }
    let leading = figures.rate.map { $0.measure.indicatorCodes.sorted() } ?? []
    var codes: [String] = []
    for code in leading + view.targets.map(\.indicator) where !codes.contains(code) {
      guard let column = figures.years.column(of: code),
        figures.years.indicators[column].kind == .flow, view.sight.sees(Self.total(code)),
        figures.tells(code, of: view.code)
      else { continue }
      codes.append(code)
    }
    return codes
  }

  private static func total(_ code: String) -> Measure {
    .sum(code, window: .yearToDate, monthsBack: 0)
  }

  var section: HTML? {
    let codes = codes
    guard let month = view.month, let figures = view.figures,
      let unit = figures.position(of: view.code),
      let code = codes.first(where: { $0 == view.pathCode }) ?? codes.first,
      let indicator = month.indicators[code],
      let path = YearPath(
        code, unit: unit, in: figures.years,
        target: view.targets.first { $0.indicator == code && $0.kind != .decreaseFromStart })
    else { return nil }
    let words = Words(path: path, indicator: indicator, month: month, view: view)
    return """
      <section><h2 id="year">\(say(PathText.path, say(indicator.name)))</h2>
      <p class="lead">\(say.sentences(words.sentences))</p>
      <div class="only-w">\(words.chart(width: 860))</div>
      <div class="only-n">\(words.chart(width: 360))</div>
      \(path.projection == nil ? HTML.nothing : "<p class=\"hint\">\(words.method)</p>")
      \(others(codes, code, month))
      <details><summary>\(say(PathText.table))</summary>\(words.table)</details></section>
      """
  }

  private func others(_ codes: [String], _ code: String, _ month: PublishedMonth) -> HTML? {
    guard codes.count > 1 else { return nil }
    let links = HTML(each: codes.filter { $0 != code }) { other in
      let link = Link(
        "units", view.code,
        query: [("period", month.head.period.description), ("path", other)])
      let name = month.indicators[other].map { say($0.name) } ?? other
      return "<a href=\"\(link.at("year"))\">\(name)</a> "
    }
    return "<p>\(say(PathText.others)) \(links)</p>"
  }
}

/// A path in words and lines.
private struct Words {
  let path: YearPath
  let indicator: Indicator
  let month: PublishedMonth
  let view: UnitView

  private var say: Say { view.say }
  private var unit: String { say(indicator.unitOfMeasure) }
  private var decimals: Int { MeasureText.shownDecimals(indicator) }

  private func text(_ value: Fraction) -> String {
    MeasureText.minus(MeasureText.grouped(value.text(decimals: decimals)))
  }

  // MARK: - The sentence

  var sentences: [String] { projected + demanded }

  private var projected: [String] {
    guard let projection = path.projection else {
      if path.months >= 12 { return [say(PathText.yearOver)] }
      if path.totals.contains(nil) { return [say(PathText.gap)] }
      return [say(PathText.tooFew, String(YearPath.basis))]
    }
    let (expected, low, high) = (
      text(projection.expected), text(projection.low), text(projection.high)
    )
    guard let goal = path.goal else {
      return [say(PathText.projected, expected, unit, low, high)]
    }
    // What is said is the difference of what is shown, so that the sentence adds up.
    let shown = projection.expected.nearest(decimals: decimals)
    let aim = goal.nearest(decimals: decimals)
    let difference = text(shown < aim ? aim - shown : shown - aim)
    let sentence: PathText =
      shown == aim ? .projectedSame : shown > aim ? .projectedMore : .projectedLess
    return [say(sentence, expected, unit, low, high, text(goal), difference)]
  }

  private var demanded: [String] {
    switch path.demand(decimals: decimals) {
    case .atMost(let each): [say(PathText.atMost, restOfYear, text(each), unit)]
    case .atLeast(let each): [say(PathText.atLeast, restOfYear, text(each), unit)]
    case .passed: [say(PathText.passed)]
    case .reached: [say(PathText.reached)]
    case nil: []
    }
  }

  /// `7–12 月`, `July to December`.
  private var restOfYear: String {
    let next = path.months + 1
    if say.language == .chinese { return next == 12 ? "12 月" : "\(next)–12 月" }
    let december = Say.name(ofMonth: 12)
    return next == 12 ? december : "\(Say.name(ofMonth: next)) to \(december)"
  }

  var method: String { say(PathText.method, String(YearPath.basis)) }

  // MARK: - The chart

  /// The total of each month to come, by the least, the mean and the greatest of the last.
  private var steps: [(low: Fraction, expected: Fraction, high: Fraction)] {
    guard let projection = path.projection, let last = path.totals.last, let reached = last else {
      return []
    }
    return (1...(12 - path.months)).map { count in
      let months = Fraction(Int128(count))
      return (
        reached + months * projection.least, reached + months * projection.mean,
        reached + months * projection.greatest
      )
    }
  }

  func chart(width: Int) -> SVG {
    func end(_ name: PathText, _ value: Fraction?) -> String {
      "\(say(name)) \(value.map(text) ?? "")"
    }
    let colours = (1...path.months).map { number -> Colour? in
      let shown = view.history?.months.first {
        $0.month == month.head.period.adding(months: number - path.months)
      }
      return shown?.published.map { $0.colour(view.code) }
    }
    let words = path.totals.enumerated().map { position, total in
      "\(name(position + 1)) \(total.map(text) ?? "—")"
    }
    return PathChart(
      totals: path.totals, colours: colours, lastYear: path.lastYear, due: path.due,
      projected: steps, months: (1...12).map(name),
      ends: PathChart.Ends(
        lastYear: end(.lastYear, path.lastYear.last.flatMap(\.self)), due: end(.target, path.goal),
        projected: end(.projection, path.projection?.expected))
    ).drawing(
      width: width, label: say(PathText.pathLabel, say(indicator.name), say.list(words)))
  }

  private func name(_ month: Int) -> String {
    say.language == .chinese ? "\(month) 月" : String(Say.name(ofMonth: month).prefix(3))
  }

  // MARK: - The table

  var table: HTML {
    let steps = steps
    let rows = HTML(each: 1...12) { number in
      func cell(_ values: [Fraction?]) -> String {
        values.indices.contains(number - 1) ? values[number - 1].map(text) ?? "—" : ""
      }
      let ahead = number - path.months - 1
      let step = steps.indices.contains(ahead) ? steps[ahead] : nil
      let projection = step.map { "\(text($0.expected))（\(text($0.low))–\(text($0.high))）" } ?? ""
      return """
        <tr><th scope="row">\(name(number))</th><td class="num">\(cell(path.totals))</td>
        <td class="num">\(cell(path.due))</td><td class="num p2">\(cell(path.lastYear))</td>
        <td class="num">\(projection)</td></tr>

        """
    }
    return """
      <div class="scroll" tabindex="0" role="region" aria-labelledby="year"><table class="tb">
      <thead><tr><th scope="col">\(say(PathText.month))</th>
      <th scope="col" class="num">\(say(PathText.totals)) (\(unit))</th>
      <th scope="col" class="num">\(say(PathText.target))</th>
      <th scope="col" class="num p2">\(say(PathText.lastYear))</th>
      <th scope="col" class="num">\(say(PathText.projection))</th></tr></thead>
      <tbody>
      \(rows)</tbody></table></div>
      """
  }
}
