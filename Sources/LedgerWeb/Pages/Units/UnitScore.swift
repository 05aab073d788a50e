import LedgerCharts
import LedgerDomain
import LedgerStore

/// Why a unit has its rank and its colour: components, marks off, rules.
struct UnitScore: Sendable {
  let view: UnitView

  private var say: Say { view.say }

  var sections: HTML? {
    guard let month = view.month, let standing = view.standing else { return nil }
    guard !view.sight.isNone else { return nil }
    return "\(why(month, standing))\n\(rules(month))"
  }

  // MARK: - The rank

  /// The components in the order of the marks that they cost.
  private func order(_ standing: EditionResult.UnitStanding) -> [Int] {
    let losses = standing.components.map(\.lost)
    return losses.indices.sorted { (losses[$1], $0) < (losses[$0], $1) }
  }

  private func why(
    _ month: PublishedMonth, _ standing: EditionResult.UnitStanding
  ) -> HTML {
    let components = month.components
    let rows = HTML(each: order(standing).filter { components.indices.contains($0) }) {
      row(components[$0].component, $0, month, standing)
    }
    let names = month.inputs.plan.method?.deductions ?? []
    let most = standing.components.compactMap(\.marksMax).reduce(0, &+)
    let off = HTML(
      each: zip(names, standing.deductions).filter { $0.1 != 0 && view.sight.sees($0.0.measure) }
    ) { item, marks in
      """
      <tr><th scope="row">\(say(UnitText.deduction, say(item.text)))</th><td class="num"></td>
      <td class="num p2"></td><td class="num p2"></td><td class="num p2"></td>
      <td class="num">\(month.marks(marks, shown: 2))</td>\
      \(view.seesPeers ? "<td class=\"p3\"></td>" : HTML.nothing)<td class="p2"></td></tr>

      """
    }
    return """
      <section><h2 id="why">\(say(UnitText.why))</h2>
      <div class="scroll" tabindex="0" role="region" aria-labelledby="why"><table class="tb">
      <caption>\(say(UnitText.whyCaption))</caption>
      \(head)
      <tbody>
      \(rows)\(off)</tbody>
      <tfoot><tr><th scope="row">\(say(UnitText.total))</th><td></td><td class="p2"></td>
      <td class="num p2">\(month.marks(standing.score, shown: 2))</td>
      <td class="num p2">\(month.marks(most, shown: 0))</td>
      <td class="num">\(month.marks(lostInAll(standing), shown: 2))</td>\
      \(view.seesPeers ? "<td class=\"p3\"></td>" : HTML.nothing)<td class="p2"></td></tr></tfoot>
      </table></div></section>
      """
  }

  private func lostInAll(_ standing: EditionResult.UnitStanding) -> Int64 {
    (standing.components.map(\.lost) + standing.deductions).reduce(0, &+)
  }

  private var head: HTML {
    """
    <thead><tr><th scope="col">\(say(UnitText.component))</th>
    <th scope="col" class="num">\(say(UnitText.measured))</th>
    <th scope="col" class="num p2">\(say(UnitText.full))</th>
    <th scope="col" class="num p2">\(say(UnitText.marks))</th>
    <th scope="col" class="num p2">\(say(UnitText.of))</th>
    <th scope="col" class="num">\(say(UnitText.lost))</th>\
    \(view.seesPeers ? "<th scope=\"col\" class=\"p3\">\(say(UnitText.place))</th>" : HTML.nothing)
    <th scope="col" class="p2">\(say(UnitText.source))</th></tr></thead>
    """
  }

  private func row(
    _ component: IndexComponent, _ position: Int, _ month: PublishedMonth,
    _ standing: EditionResult.UnitStanding
  ) -> HTML {
    let words = month.words(say)
    let part = standing.components[position]
    let place: HTML? =
      view.seesPeers ? "<td class=\"p3\">\(rail(component, position, month, part))</td>" : nil
    guard view.sight.sees(component.measure) else {
      return """
        <tr><th scope="row">\(words.heading(component.measure))</th>
        <td class="num dim">\(say(PathText.hidden))</td><td class="num p2">—</td>
        <td class="num p2">—</td><td class="num p2">\(month.marks(part.marksMax, shown: 0))</td>
        <td class="num">—</td><td class="p2"></td></tr>

        """
    }
    let note = part.isAbsent ? UnitText.absentMarks : part.isSmallBase ? .smallBase : nil
    return """
      <tr><th scope="row">\(words.heading(component.measure))\
      \(note.map { "<div class=\"hint\">\(say($0))</div>" as HTML })</th>
      <td class="num">\(value(part, component, words))</td>
      <td class="num p2">\(component.full.map { words.text($0, component.measure) } ?? "—")</td>
      <td class="num p2">\(month.marks(part.marks, shown: 2))</td>
      <td class="num p2">\(month.marks(part.marksMax, shown: 0))</td>
      <td class="num">\(month.marks(part.lost, shown: 2))</td>\
      \(place)
      <td class="p2">\(sources(component, words))</td></tr>

      """
  }

  private func rail(
    _ component: IndexComponent, _ position: Int, _ month: PublishedMonth, _ part: ComponentStanding
  ) -> HTML? {
    let all = month.ranking.standings.compactMap { standing in
      standing.components.indices.contains(position)
        ? standing.components[position].measured.fraction : nil
    }
    guard let own = part.measured.fraction, let low = all.min(), let high = all.max() else {
      return nil
    }
    let better = all.filter { component.isLowerBetter ? $0 < own : own < $0 }.count
    let words = month.words(say)
    let label = say(
      UnitText.placeLabel, words.heading(component.measure), words.text(own, component.measure),
      words.text(low, component.measure), words.text(high, component.measure), String(better + 1))
    let rail = Charts.rangeRail(
      all: all, own: own, target: component.full, colour: component.colour(of: part), label: label)
    return "\(rail) <span aria-hidden=\"true\">\(better + 1)/\(all.count)</span>"
  }

  /// A value leads to the figures it is made of, and those to their revisions and entries.
  private func value(
    _ part: ComponentStanding, _ component: IndexComponent, _ words: MeasureText
  ) -> HTML {
    let text = words.text(part.measured, component.measure)
    guard let source = view.sources(of: component.measure).first else { return "\(text)" }
    return "<a href=\"\(evidence(source, component))\">\(text)</a>"
  }

  private func evidence(
    _ source: (form: String, period: String), _ component: IndexComponent
  ) -> Link {
    let link = Link("submissions", view.code, source.form, source.period)
    let code = view.figures?.indicators(of: component.measure).sorted().first
    return code.map { link.at($0) } ?? link
  }

  private func sources(_ component: IndexComponent, _ words: MeasureText) -> HTML {
    HTML(each: view.sources(of: component.measure)) { source in
      """
      <a href="\(evidence(source, component))">\
      \(say(UnitText.evidence))<span class="vh"> \(words.name(component.measure))</span></a>
      """
    }
  }

  // MARK: - The colour

  private func rules(_ month: PublishedMonth) -> HTML? {
    guard let rating = month.result.ratings[view.code], let set = month.inputs.plan.ruleSet else {
      return nil
    }
    let words = month.words(say)
    let items = HTML(each: rating.hits) { hit in
      let rule = set.rules.first { $0.id == hit.rule }
      let inputs = HTML(each: hit.inputs.filter { view.sight.sees($0.measure) }) { input in
        let value = words.text(input.measured, input.measure)
        return "<li>\(say(UnitText.rulesNote, words.heading(input.measure), value))</li>"
      }
      return """
        <li>\(rule.map { Chip($0.colour, say).html }) \(rule.map { say($0.text) } ?? hit.rule)\
        <ul>\(inputs)</ul></li>
        """
    }
    let isNone = rating.hits.isEmpty && rating.absent.isEmpty
    let absent = say.list(rating.absent.map { month.indicators[$0].map { say($0.name) } ?? $0 })
    return """
      <section><h2>\(say(UnitText.rules))</h2>
      \(rating.absent.isEmpty ? HTML.nothing : "<p>\(say(UnitText.absent, absent))</p>")
      \(isNone ? "<p>\(say(UnitText.rulesNone))</p>" : "<ul>\(items)</ul>")
      </section>
      """
  }
}
