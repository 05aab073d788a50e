import LedgerDomain

/// One row of the board, as the table, the phone and the file show it: worded once.
struct BoardRow: Sendable {
  let unit: String
  let name: String
  /// The rank; nil where the unit is not ranked.
  let rank: String?
  /// How many places it rose (above zero) or fell; nil where it had no rank before.
  let change: Fraction?
  let colour: Colour
  let score: String
  /// Between which ranks it stands: `9–12`; nil where that is not computed.
  let band: String?
  /// What only those see whose scope covers the unit.
  let details: Details?

  struct Details: Sendable {
    /// The leading component over the months, nil where it had no value.
    let months: [Fraction?]
    let value: String
    let lastYear: String
    /// Nil for those who do not see all of the unit.
    let reason: String?
  }
}

/// The board of a published month, for somebody who sees so much of it.
struct Board: Sendable {
  let history: PublishedHistory
  let figures: EditionFigures?
  let say: Say
  let ranked: [BoardRow]
  /// Units that are listed and not ranked, each with why.
  let unranked: [(row: BoardRow, reason: String)]
  /// Whether somebody sees the details of all units.
  let seesAll: Bool

  var month: PublishedMonth { history.shown }

  /// The component that leads the method: what the sparkline shows.
  let leading: IndexComponent?
  /// The change on last year that comes first in the method.
  let yearOnYear: IndexComponent?

  init(
    _ history: PublishedHistory, _ scope: VisibleScope, _ say: Say, figures: EditionFigures? = nil
  ) {
    self.history = history
    self.figures = figures
    self.say = say
    let month = history.shown
    let components = month.components.map(\.component)
    leading = components.first
    let changing = components.firstIndex {
      if case .yearOnYear = $0.measure { true } else { false }
    }
    yearOnYear = changing.map { components[$0] }
    let worded = Worded(
      history: history, figures: figures, say: say, words: month.words(say), change: changing)
    let rows = month.ranking.standings.map { ($0, worded.row($0, scope)) }
    ranked = rows.filter { $0.0.doubledRank != nil }
      .sorted { ($0.0.doubledRank ?? 0) < ($1.0.doubledRank ?? 0) }.map(\.1)
    unranked = rows.filter { $0.0.doubledRank == nil }.map { standing, row in
      let reason =
        standing.unranked == .byMethod ? say(BoardText.byMethod) : say(BoardText.tooLittle)
      return (row, reason)
    }
    seesAll = rows.allSatisfy { scope.covers($0.0.unit) }
  }

  /// What leads: the rate behind the first component, or that component's measure.
  private var leadingMeasure: Measure? { figures?.rate?.measure ?? leading?.measure }

  /// The name of what leads.
  var leadingName: String {
    leadingMeasure.map { month.words(say).heading($0) } ?? ""
  }

  /// What its values count; nil where they say so themselves.
  var leadingUnit: String? { leadingMeasure.flatMap { month.words(say).unit($0) } }

  /// Both in one line, for the file.
  var leadingHeading: String {
    leadingName + (leadingUnit.map { say.language == .chinese ? "（\($0)）" : " (\($0))" } ?? "")
  }

  /// The heading of the column of the change on last year.
  var yearOnYearName: String {
    yearOnYear.map { month.words(say).heading($0.measure) } ?? say(BoardText.lastYear)
  }

  /// How many units are of a colour this month, and how many were in the month before.
  func count(_ colour: Colour) -> (now: Int, before: Int?) {
    func units(_ month: PublishedMonth) -> Int {
      month.ranking.standings.filter { month.colour($0.unit) == colour }.count
    }
    return (units(month), history.before.map(units))
  }
}

/// Words the rows of a board.
private struct Worded {
  let history: PublishedHistory
  let figures: EditionFigures?
  let say: Say
  let words: MeasureText
  let change: Int?

  func row(_ standing: EditionResult.UnitStanding, _ scope: VisibleScope) -> BoardRow {
    let month = history.shown
    var change: Fraction?
    if let now = standing.doubledRank, let before = standing.previousDoubledRank {
      change = Fraction(Int128(before - now), over: 2)
    }
    return BoardRow(
      unit: standing.unit, name: say(month.name(standing.unit)),
      rank: Standing.rankText(doubled: standing.doubledRank), change: change,
      colour: month.colour(standing.unit), score: month.marks(standing.score, shown: 2),
      band: band(standing.unit),
      details: details(standing, UnitSight(standing.unit, scope, month, figures)))
  }

  private func band(_ unit: String) -> String? {
    guard let band = figures?.robustness?.bands[unit],
      let low = Standing.rankText(doubled: band.doubledLow),
      let high = Standing.rankText(doubled: band.doubledHigh)
    else { return nil }
    return low == high ? low : "\(low)–\(high)"
  }

  private func details(
    _ standing: EditionResult.UnitStanding, _ sight: UnitSight
  ) -> BoardRow.Details? {
    guard !sight.isNone else { return nil }
    let components = history.shown.components
    func text(_ position: Int) -> String {
      guard components.indices.contains(position), standing.components.indices.contains(position),
        sight.sees(components[position].component.measure)
      else { return "—" }
      return words.text(
        standing.components[position].measured, components[position].component.measure)
    }
    let reason =
      sight.isWhole ? MainReason(month: history.shown, say: say).sentence(standing) : nil
    guard let rate = figures?.rate, let values = rate.values[standing.unit] else {
      return BoardRow.Details(
        months: published(standing.unit), value: text(0), lastYear: change.map(text) ?? "—",
        reason: reason)
    }
    let isSeen = sight.sees(rate.measure)
    return BoardRow.Details(
      months: isSeen ? values.months : [],
      value: isSeen ? words.text(values.now, rate.measure) : "—",
      lastYear: change.map(text) ?? "—", reason: reason)
  }

  /// The first component as each month was published.
  private func published(_ unit: String) -> [Fraction?] {
    history.months.suffix(12).map { month in
      // Another method may measure something else in its first place: no line joins the two.
      guard let published = month.published,
        published.components.first?.component.measure
          == history.shown.components.first?.component.measure
      else { return nil }
      return published.standing(unit)?.components.first?.measured.fraction
    }
  }
}

/// Why a unit is not first, in a sentence made of the scoring steps.
struct MainReason: Sendable {
  let month: PublishedMonth
  let say: Say

  /// The largest single loss of marks: a component with its value and the value that gives all
  /// marks, or marks taken off.
  func sentence(_ standing: EditionResult.UnitStanding) -> String {
    let losses = standing.components.map(\.lost)
    let worst = losses.indices.max { losses[$0] < losses[$1] }
    let off = standing.deductions.indices.max {
      standing.deductions[$0] < standing.deductions[$1]
    }
    if let off, standing.deductions[off] > (worst.map { losses[$0] } ?? 0),
      let method = month.inputs.plan.method, method.deductions.indices.contains(off)
    {
      return say(
        BoardText.deducts, say(method.deductions[off].text),
        month.marks(standing.deductions[off]))
    }
    guard let worst, losses[worst] > 0, month.components.indices.contains(worst) else {
      return say(BoardText.allFull, String(losses.count))
    }
    let component = month.components[worst].component
    let words = month.words(say)
    return say(
      BoardText.losesMeasured, words.heading(component.measure),
      words.text(standing.components[worst].measured, component.measure),
      component.full.map { words.text($0, component.measure) } ?? "—",
      month.marks(losses[worst]))
  }
}
