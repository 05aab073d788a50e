import LedgerCharts
import LedgerDomain
import LedgerStore

/// The unit's indicators against this year's targets.
struct UnitTargets: Sendable {
  let view: UnitView

  private var say: Say { view.say }

  var section: HTML? {
    guard let month = view.month, let figures = view.figures,
      let unit = figures.position(of: view.code), view.readsTargets
    else { return nil }
    let title: HTML = "<h2 id=\"targets\">\(say(PathText.scorecard))</h2>"
    let shown = view.targets.filter {
      view.sight.sees($0.measure) && figures.years.column(of: $0.indicator) != nil
        && !figures.isHidden($0.measure, of: view.code, monthsBack: 0)
    }
    guard !shown.isEmpty else {
      return view.targets.isEmpty
        ? "<section>\(title)<p>\(say(PathText.none))</p></section>" : nil
    }
    let evaluator = MeasureEvaluator(figures.years)
    let rows = HTML(each: shown) { target in
      TargetRow(
        target: target, unit: unit, view: view, month: month, figures: figures,
        measured: evaluator.measured(target.measure, unit: unit),
        met: evaluator.met(target, unit: unit)
      ).html(evaluator)
    }
    return """
      <section>\(title)
      <div class="scroll" tabindex="0" role="region" aria-labelledby="targets"><table class="tb">
      <caption>\(say(PathText.scorecardNote))</caption>
      <thead><tr><th scope="col">\(say(PathText.indicator))</th>
      <th scope="col">\(say(UnitText.colour))</th>
      <th scope="col" class="num">\(say(PathText.value))</th>
      <th scope="col" class="num p2">\(say(PathText.due))</th>
      \(peerHeads)<th scope="col" class="p3">\(say(PathText.months))</th>
      <th scope="col" class="p2">\(say(PathText.explanation))</th></tr></thead>
      <tbody>
      \(rows)</tbody></table></div></section>
      """
  }

  private var peerHeads: HTML? {
    guard view.seesPeers else { return nil }
    return """
      <th scope="col" class="num p2">\(say(PathText.place))</th>\
      <th scope="col" class="p3">\(say(PathText.among))</th>
      """
  }
}

/// One target in the table.
private struct TargetRow {
  let target: Target
  let unit: Int
  let view: UnitView
  let month: PublishedMonth
  let figures: EditionFigures
  let measured: Measured
  let met: Measured

  private var say: Say { view.say }
  private var indicator: Indicator? { month.indicators[target.indicator] }
  private var colour: Colour { met.fraction.map { $0.isZero ? .red : .blue } ?? .grey }
  private var decimals: Int { indicator.map(MeasureText.shownDecimals) ?? 0 }
  private var total: Measure { .sum(target.indicator, window: .yearToDate, monthsBack: 0) }

  func html(_ evaluator: MeasureEvaluator) -> HTML {
    let words = month.words(say)
    let sum = evaluator.measured(total, unit: unit)
    let value = words.text(sum, total)
    let linked: HTML =
      view.sources(of: total).first.map { source in
        let link = Link("submissions", view.code, source.form, source.period)
        return "<a href=\"\(link.at(target.indicator))\">\(value)</a>"
      } ?? "\(value)"
    let why = explanation(words, sum)
    return """
      <tr><th scope="row">\(indicator.map { say($0.name) } ?? target.indicator) \
      <span class="unit">\(indicator.map { say($0.unitOfMeasure) } ?? "")</span>\
      <span class="why-m">\(why)</span></th>
      <td>\(Chip(colour, say).html)</td><td class="num">\(linked)</td>
      <td class="num p2">\(due)</td>\(peers(evaluator, words))
      <td class="p3">\(spark(evaluator, value))</td><td class="p2">\(why)</td></tr>

      """
  }

  private var path: YearPath? {
    YearPath(target.indicator, unit: unit, in: figures.years, target: target)
  }

  /// What is due by now, rounded to the side on which it is met.
  private var due: String {
    let now = month.head.period.number
    let asked =
      path?.due.dropFirst(now - 1).first.flatMap(\.self)
      ?? (target.measure == total ? target.asked(month: now) : nil)
    guard let asked else { return "—" }
    let value =
      target.isUpperBound
      ? asked.roundedDown(decimals: decimals) : asked.roundedUp(decimals: decimals)
    return MeasureText.minus(MeasureText.grouped(value.text(decimals: decimals)))
  }

  private func explanation(_ words: MeasureText, _ sum: Measured) -> String {
    if target.kind == .decreaseFromStart {
      return say(PathText.fromStart, MeasureText.grouped(target.goal.description))
    }
    guard let value = measured.fraction, let met = met.fraction,
      let asked = target.asked(month: month.head.period.number)
    else { return say(PathText.unknown) }
    let gap = value < asked ? asked - value : value - asked
    guard case .yearOnYear = target.measure else {
      guard met.isZero else { return say(PathText.met) }
      let text = MeasureText.grouped(gap.text(decimals: decimals))
      return say(target.isUpperBound ? PathText.over : .below, text)
    }
    let change = say(
      PathText.change, words.text(value, target.measure), words.text(asked, target.measure))
    return change
      + (met.isZero
        ? say(PathText.short, (gap * Fraction(100)).text(decimals: 1)) : say(PathText.met))
  }

  private func peers(_ evaluator: MeasureEvaluator, _ words: MeasureText) -> HTML? {
    guard view.seesPeers else { return nil }
    let others = month.ranking.standings.compactMap { standing -> Fraction? in
      guard let place = figures.position(of: standing.unit),
        !figures.isHidden(target.measure, of: standing.unit, monthsBack: 0)
      else { return nil }
      return evaluator.measured(target.measure, unit: place).fraction
    }
    guard let own = measured.fraction, let low = others.min(), let high = others.max() else {
      return "<td class=\"num p2\">—</td><td class=\"p3\">—</td>"
    }
    let better = others.filter { target.isUpperBound ? $0 < own : own < $0 }.count
    let label = say(
      UnitText.placeLabel, words.heading(target.measure), words.text(own, target.measure),
      words.text(low, target.measure), words.text(high, target.measure), String(better + 1))
    let rail = Charts.rangeRail(
      all: others, own: own, target: target.asked(month: month.head.period.number), colour: colour,
      label: label)
    return "<td class=\"num p2\">\(better + 1)/\(others.count)</td><td class=\"p3\">\(rail)</td>"
  }

  private func spark(_ evaluator: MeasureEvaluator, _ value: String) -> HTML {
    let monthly = Measure.sum(target.indicator, window: .month, monthsBack: 0)
    let months = (0..<12).reversed().map { back -> Fraction? in
      guard !figures.isHidden(monthly, of: view.code, monthsBack: back),
        case .value(let value) = evaluator.measured(monthly, unit: unit, monthsBack: back)
      else { return nil }
      return value
    }
    let now = months.last.flatMap(\.self).map { month.words(say).text($0, monthly) } ?? "—"
    let label = say(
      BoardText.sparkLabel, say(view.name), month.words(say).name(monthly), String(months.count),
      now)
    return "\(Charts.sparkline(months, target: nil, colour: colour, label: label))"
  }
}
