import LedgerDomain
import LedgerOperations

/// The board as cells: the page and the file show exactly these.
struct CampaignTable: Sendable {
  let headings: [String]
  let cells: [[String]]
  /// The positions of the units in the board, in the order of the rows.
  let order: [Int]
  /// Whether the last row is the sum of the others.
  let hasTotal: Bool
  /// The indicator's position.
  let indicator: Int

  /// A board by an indicator, the first where it is none of the campaign's.
  ///
  /// Nil where no day is over.
  init?(_ shown: ShownCampaign, say: Say, by code: String?) {
    let (board, sight) = (shown.board, shown.sight)
    guard let last = board.windows.days.last, !shown.indicators.isEmpty, !shown.units.isEmpty,
      shown.indicators.count == board.indicators.count
    else { return nil }
    let by = board.indicators.firstIndex { $0 == code } ?? 0
    indicator = by
    let words = CampaignWords(say: say)
    let measured = say(shown.indicators[by].unitOfMeasure)
    var headings = [
      say(CampaignText.unit), say(CampaignText.day, last.description, measured),
    ]
    headings += shown.indicators.map {
      say(CampaignText.total, say($0.name), say($0.unitOfMeasure))
    }
    headings.append(say(CampaignText.missing))
    for time in [CampaignText.before, .lastYear] {
      headings += [
        say(time, measured), say(CampaignText.pairs), say(CampaignText.change),
      ]
    }
    self.headings = headings
    // An order by hidden sums would tell them.
    let isOpen = board.units.indices.allSatisfy {
      sight.mark(unit: $0, indicator: by) == nil
    }
    order =
      isOpen
      ? board.units.indices.sorted { left, right in
        let (one, other) = (board.sums[left][by].cumulative, board.sums[right][by].cumulative)
        return one == other ? left < right : one > other
      } : Array(board.units.indices)
    func row(
      _ name: String, _ sums: [CampaignSum], hidesDay: Bool, _ mark: (Int) -> SuppressionMark?
    ) -> [String] {
      let sum = sums[by]
      func told(_ text: String) -> String { mark(by)?.text ?? text }
      func comparison(_ comparison: CampaignComparison) -> [String] {
        [
          comparison.pairs == 0
            ? "—" : told(words.number(comparison.reference, shown.indicators[by])),
          "\(comparison.pairs)/\(comparison.of)", told(words.change(comparison)),
        ]
      }
      var row = [name]
      row.append(hidesDay ? "*" : sum.last.map { words.number($0) } ?? "—")
      for (position, sum) in sums.enumerated() {
        row.append(
          mark(position)?.text ?? words.number(sum.cumulative, shown.indicators[position]))
      }
      row.append(String(sum.missing))
      row += comparison(sum.before)
      row += comparison(sum.lastYear)
      return row
    }
    var cells = order.map { unit in
      row(
        say(shown.units[unit].name), board.sums[unit], hidesDay: sight.hidesDay(indicator: by)
      ) { sight.mark(unit: unit, indicator: $0) }
    }
    hasTotal = board.units.count > 1
    if hasTotal {
      cells.append(
        row(
          say(CampaignText.all), board.totals, hidesDay: sight.hidesTotal(indicator: by)
        ) { sight.hidesTotal(indicator: $0) ? .hidden : nil })
    }
    self.cells = cells
  }
}

/// A board's numbers in words.
struct CampaignWords: Sendable {
  let say: Say

  func number(_ tenThousandths: Int128, _ indicator: Indicator) -> String {
    let text = Fraction(tenThousandths, over: 10_000)
      .text(decimals: MeasureText.shownDecimals(indicator))
    return MeasureText.minus(MeasureText.grouped(text))
  }

  func number(_ number: FigureNumber) -> String {
    MeasureText.minus(MeasureText.grouped(number.description))
  }

  /// A change in per cent, with its sign.
  func change(_ comparison: CampaignComparison) -> String {
    guard let change = comparison.change else { return "—" }
    let text = (change * Fraction(100)).text(decimals: 1)
    return change.signum > 0 ? "+" + text : MeasureText.minus(text)
  }
}
