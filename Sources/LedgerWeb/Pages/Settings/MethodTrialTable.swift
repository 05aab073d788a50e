import LedgerDomain
import LedgerOperations
import LedgerStore

/// Who would move, from what to what, and why: a table for each month that was tried.
struct MethodTrialTable: Sendable {
  /// Over how many months a version can be tried on its page.
  static let choices = ["1", "3", "6", "12"]

  private let trials: [MethodTrial]
  private let kind: MethodVersion.Kind
  private let components: [IndexComponent]
  private let say: Say
  private let words: ConditionText
  /// Where the number of months is chosen; nil where it is not.
  private let link: Link?
  private let chosen: Int

  init(
    _ trials: [MethodTrial], _ document: JSONValue, _ kind: MethodVersion.Kind,
    _ indicators: [String: Indicator], _ say: Say, link: Link? = nil, chosen: Int = 1
  ) {
    self.trials = trials
    self.kind = kind
    self.say = say
    self.link = link
    self.chosen = chosen
    words = ConditionText(words: MeasureText(say: say, indicators: indicators))
    components =
      kind == .index
      ? (try? IndexMethod(document))?.components.map(\.component) ?? [] : []
  }

  var html: HTML {
    """
    <section><h2 id="trial">\(say(MethodText.trial))</h2>
    <p class="hint">\(say(MethodText.trialHint))</p>
    \(choice)
    \(trials.isEmpty ? "<p>\(say(MethodText.trialNone))</p>" : HTML(each: trials, table))
    </section>
    """
  }

  private var choice: HTML? {
    guard let link else { return nil }
    let options = HTML(each: Self.choices) {
      "<option\(" selected", if: $0 == String(chosen))>\($0)</option>"
    }
    return """
      <form class="pick" method="get" action="\(link)"><label for="months">\
      \(say(MethodText.months))</label><select id="months" name="months">\(options)</select>\
      <button class="btn">\(say(MethodText.monthsShow))</button></form>
      """
  }

  private func table(_ trial: MethodTrial) -> HTML {
    let moved = trial.units.filter(\.isMoved)
    let title = say(MethodText.moved, say.month(trial.month), String(moved.count))
    let rest = trial.units.count - moved.count
    guard !moved.isEmpty else {
      return """
        <h3>\(title)</h3><p>\(say(MethodText.allUnchanged, String(trial.units.count)))</p>

        """
    }
    let rows = HTML(each: moved) { row($0, trial.decimals) }
    let id = "trial-\(trial.month)"
    return """
      <h3 id="\(id)">\(title)</h3>
      <div class="scroll" tabindex="0" role="region" aria-labelledby="\(id)"><table class="tb">
      <thead><tr><th scope="col">\(say(MethodText.unit))</th>
      <th scope="col">\(say(MethodText.colour))</th>
      <th scope="col" class="num">\(say(MethodText.rank))</th>
      <th scope="col" class="num p2">\(say(MethodText.score))</th>
      <th scope="col" class="p2">\(say(MethodText.reason))</th></tr></thead>
      <tbody>
      \(rows)</tbody></table></div>
      \(rest > 0 ? "<p>\(say(MethodText.unchanged, String(rest)))</p>" : HTML.nothing)

      """
  }

  private func row(
    _ unit: MethodTrial.Unit, _ decimals: (before: Int, after: Int)
  ) -> HTML {
    let why = unit.reason.map { reason($0, decimals) } ?? ""
    let before = unit.before
    return """
      <tr><th scope="row">\(say(unit.name))<span class="why-m">\(why)</span></th>
      <td>\(pair(colour(before?.colour), colour(unit.after.colour),
        isSame: before?.colour == unit.after.colour))</td>
      <td class="num">\(pair(rank(before), rank(unit.after),
        isSame: before?.doubledRank == unit.after.doubledRank))</td>
      <td class="num p2">\(pair(score(before, decimals.before), score(unit.after, decimals.after),
        isSame: before?.score == unit.after.score))</td>
      <td class="p2">\(why)</td></tr>

      """
  }

  /// What was and would be; once where it is the same.
  private func pair(_ before: HTML, _ after: HTML, isSame: Bool) -> HTML {
    isSame ? after : "<del>\(before)</del> → <ins>\(after)</ins>"
  }

  private func colour(_ colour: Colour?) -> HTML {
    colour.map { Chip($0, say).html } ?? "—"
  }

  private func rank(_ outcome: MethodTrial.Outcome?) -> HTML {
    guard let rank = Standing.rankText(doubled: outcome?.doubledRank) else {
      return "\(say(MethodText.notRanked))"
    }
    return "\(rank)"
  }

  private func score(_ outcome: MethodTrial.Outcome?, _ decimals: Int) -> HTML {
    guard let score = outcome?.score else { return "—" }
    return "\(MeasureText.minus(ScoreText.text(score, decimals: decimals, shown: 2)))"
  }

  private func reason(
    _ reason: MethodTrial.Reason, _ decimals: (before: Int, after: Int)
  ) -> String {
    switch reason {
    case .rules(let hitting, let noLonger):
      let parts = [
        hitting.isEmpty ? nil : say(MethodText.hits, say.list(hitting)),
        noLonger.isEmpty ? nil : say(MethodText.noLonger, say.list(noLonger)),
      ].compactMap(\.self)
      return parts.joined(separator: say.language == .chinese ? "；" : "; ")
    case .component(let position, let before, let after):
      let name =
        components.indices.contains(position)
        ? words.name(components[position].measure) : String(position + 1)
      guard let before, let after else { return say(MethodText.componentOnly, name) }
      func marks(_ marks: Int64, _ decimals: Int) -> String {
        MeasureText.minus(ScoreText.text(marks, decimals: decimals, shown: 2))
      }
      return say(
        MethodText.componentMarks, name, marks(before, decimals.before),
        marks(after, decimals.after))
    }
  }
}
