import LedgerDomain

/// What a month is about, in a few sentences made of ranks and colours: everybody may read it.
struct MonthSentence: Sendable {
  let history: PublishedHistory
  let say: Say

  private var month: PublishedMonth { history.shown }
  private var standings: [EditionResult.UnitStanding] { month.ranking.standings }

  var text: String { say.sentences(leader + reds + movers) }

  private func names(_ units: [String]) -> String { say.list(units.map { say(month.name($0)) }) }

  /// Who is first, and for how long.
  private var leader: [String] {
    let first = standings.filter { $0.doubledRank == 2 }.map(\.unit)
    guard first.count == 1, history.months.count > 1 else { return [] }
    let months = history.streak { $0.standing(first[0])?.doubledRank == 2 }
    return [
      months > 1
        ? say(BoardText.leads, names(first), String(months)) : say(BoardText.leadsNew, names(first))
    ]
  }

  /// Who is red, how long already, and who is red no longer.
  private var reds: [String] {
    let red = standings.map(\.unit).filter { month.colour($0) == .red }
    var sentences: [String] = []
    var byMonths: [Int: [String]] = [:]
    for unit in red {
      byMonths[history.streak { $0.colour(unit) == .red }, default: []].append(unit)
    }
    for (months, units) in byMonths.sorted(by: { $0.key > $1.key }) {
      sentences.append(
        months > 1
          ? say(BoardText.redAgain, names(units), String(months))
          : say(BoardText.redNew, names(units)))
    }
    if red.isEmpty { sentences.append(say(BoardText.redNone)) }
    let left = standings.map(\.unit).filter {
      month.colour($0) != .red && history.before?.colour($0) == .red
    }
    if !left.isEmpty { sentences.append(say(BoardText.leftRed, names(left))) }
    let grey = standings.map(\.unit).filter { month.colour($0) == .grey }
    if !grey.isEmpty { sentences.append(say(BoardText.greyNow, names(grey))) }
    return sentences
  }

  /// Who rose and who fell most, where it was by two places or more.
  private var movers: [String] {
    let changes = standings.compactMap { standing -> (unit: String, change: Int)? in
      guard let now = standing.doubledRank, let before = standing.previousDoubledRank else {
        return nil
      }
      return (standing.unit, before - now)
    }
    func sentence(_ most: Int, _ text: BoardText) -> [String] {
      guard most.magnitude >= 4 else { return [] }
      let units = changes.filter { $0.change == most }.map(\.unit)
      let places = Standing.rankText(doubled: abs(most)) ?? ""
      return [say(text, names(units), places)]
    }
    return sentence(changes.map(\.change).max() ?? 0, BoardText.rises)
      + sentence(min(0, changes.map(\.change).min() ?? 0), BoardText.falls)
  }
}
