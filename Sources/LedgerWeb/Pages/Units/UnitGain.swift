import LedgerDomain

/// What would gain places: marks are public, values stay inside the scope.
struct UnitGain: Sendable {
  let view: UnitView
  private static let steps = 3

  private var say: Say { view.say }

  var section: HTML? {
    guard let month = view.month, let standing = view.standing, let rank = standing.doubledRank
    else { return nil }
    let title: HTML = "<h2>\(say(UnitText.gain))</h2>"
    guard rank > 2 else { return "<section>\(title)<p>\(say(UnitText.gainFirst))</p></section>" }
    let gains = view.gains(steps: Self.steps)
    guard !gains.isEmpty else { return nil }
    let rows = HTML(each: gains) { row($0, month, standing) }
    let note: HTML? =
      view.sight.isNone ? nil : "<p class=\"hint\">\(say(PathText.gainNote))</p>"
    return "<section>\(title)<ul>\(rows)</ul>\(note)</section>"
  }

  private func row(
    _ gain: Gain, _ month: PublishedMonth, _ standing: EditionResult.UnitStanding
  ) -> HTML {
    let marks = month.fraction(gain.marks).roundedUp(decimals: 2).text(decimals: 2)
    let past = gain.past.compactMap { place in
      month.ranking.standings.indices.contains(place)
        ? say(month.name(month.ranking.standings[place].unit)) : nil
    }
    let text = say(
      PathText.gainRow, Standing.rankText(doubled: gain.doubledRank) ?? "", marks, say.list(past))
    guard !view.sight.isNone else { return "<li>\(text)</li>" }
    let ways = gain.ways.compactMap { way(gain, $0, month, standing) }
    let list: HTML =
      ways.isEmpty
      ? (view.sight.isWhole ? "<div class=\"hint\">\(say(PathText.gainNone))</div>" : .nothing)
      : "<ul>\(HTML(ways))</ul>"
    return "<li>\(text)\(list)</li>"
  }

  /// The value is rounded to the side on which it is enough.
  private func way(
    _ gain: Gain, _ way: Gain.Way, _ month: PublishedMonth, _ standing: EditionResult.UnitStanding
  ) -> HTML? {
    guard month.components.indices.contains(way.component),
      standing.components.indices.contains(way.component)
    else { return nil }
    let component = month.components[way.component].component
    let now = standing.components[way.component].measured
    // What is withheld from the page must not be told by what is missing to it.
    guard view.sight.sees(component.measure), now != .absent(.withheld) else { return nil }
    let words = month.words(say)
    let isDown = (component.full ?? .zero) < (component.zero ?? .zero)
    let decimals = words.decimals(component.measure)
    let value =
      isDown ? way.value.roundedDown(decimals: decimals) : way.value.roundedUp(decimals: decimals)
    let line = say(
      isDown ? PathText.gainWay : .gainWayUp, words.heading(component.measure),
      words.text(value, component.measure), words.text(now, component.measure))
    return "<li>\(line)</li>"
  }
}
