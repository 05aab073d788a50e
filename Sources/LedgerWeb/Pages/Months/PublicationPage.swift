import HTTPTypes
import LedgerDomain
import LedgerOperations
import LedgerStore

/// The preview of an edition, what publishing it means, and the button of the step that is due.
struct PublicationPage: Sendable {
  let work: MonthWork
  let publication: PublicationWork
  let preview: Preview
  let before: PublishedMonth?
  let frame: PageFrame
  let attempt: FormAttempt?
  let done: PublicationStep?

  private var say: Say { frame.say }
  private var month: Month { work.status.month }

  var reply: Reply {
    let title = say(MonthText.publicationTitle, say.month(month), say(publication.name))
    let status = attempt.map { Problem.status(of: $0.refusal.kind, $0.refusal.code) } ?? .ok
    return frame.reply(
      (attempt == nil ? "" : say(FrameText.errorPrefix)) + title, status: status, entry: .month,
      """
      <nav class="crumb" aria-label="\(say(UnitText.crumbs))"><ol>\
      <li><a href="\(MonthPages.link(month))">\(say(MonthText.title, say.month(month)))</a></li>\
      <li aria-current="page">\(say(publication.name))</li></ol></nav>
      <h1>\(title)</h1>
      \(frame.errors(attempt?.errors ?? []))\(happened)
      \(changes)
      \(confirmation)
      """)
  }

  private var happened: HTML {
    guard let done else { return .nothing }
    guard done == .publish, let head = publication.published else {
      return "<p class=\"done\" role=\"status\">\(say(MonthText.proposedNow))</p>"
    }
    let difference: HTML? = head.replaces.map { old in
      """
       <a href="\(EditionDifferencePage.link(old, head.number))">\
      \(say(MonthText.differences, String(old), String(head.number)))</a>
      """
    }
    return """
      <p class="done" role="status">\(say(MonthText.publishedNow, String(head.number))) \
      <a href="\(BoardPages.link(to: head))">\(say(MonthText.board))</a>\(difference)</p>
      """
  }

  // MARK: - What changes

  private func isChanged(_ unit: String) -> Bool {
    guard let before else { return true }
    let old = before.standing(unit)
    return Standing.rankText(doubled: old?.doubledRank) ?? "—" != preview.rank(unit)
      || before.colour(unit) != preview.colour(unit) || old?.score != preview.score(unit)
  }

  private var changes: HTML {
    let compared =
      before.map { say(MonthText.comparedWith, String($0.head.number), say.month($0.head.period)) }
      ?? say(MonthText.comparedNone)
    let units = preview.units
    let changed = units.filter { isChanged($0.code) }
    let same = units.filter { !isChanged($0.code) }
    let title = say(MonthText.changes, String(changed.count))
    let others = say(MonthText.others, String(same.count))
    let folded: HTML = """
      <details class="fold"><summary>\(others)</summary>\(table(same, others))</details>
      """
    return """
      <section><h2>\(changed.isEmpty ? say(MonthText.changesNone) : title)</h2>
      <p class="meta">\(compared)</p>
      \(changed.isEmpty ? .nothing : table(changed, title))
      \(same.isEmpty ? .nothing : folded)</section>
      """
  }

  private func table(_ units: [(code: String, name: BilingualText)], _ label: String) -> HTML {
    let rows = HTML(each: units.prefix(200)) { unit, name in
      let old = before?.standing(unit)
      let rank = before.map { _ in Standing.rankText(doubled: old?.doubledRank) ?? "—" }
      let colour = before?.colour(unit)
      return """
        <tr><th scope="row">\(say(name))</th>
        <td class="num">\(pair(rank, preview.rank(unit)))</td>
        <td>\(colours(colour, preview.colour(unit)))</td>
        <td class="num">\(pair(before?.marks(old?.score, shown: 2), preview.marks(unit)))</td></tr>

        """
    }
    return """
      <div class="scroll" tabindex="0" role="region" aria-label="\(label)"><table class="tb">
      <thead><tr><th scope="col">\(say(MonthText.unit))</th>
      <th scope="col" class="num">\(say(MonthText.rank))</th>
      <th scope="col">\(say(MonthText.colour))</th>
      <th scope="col" class="num">\(say(MonthText.score))</th></tr></thead>
      <tbody>
      \(rows)</tbody></table></div>
      """
  }

  private func pair(_ old: String?, _ new: String) -> HTML {
    guard let old, old != new else { return "\(new)" }
    return "<del>\(old)</del> → <ins>\(new)</ins>"
  }

  private func colours(_ old: Colour?, _ new: Colour) -> HTML {
    guard let old, old != new else { return Chip(new, say).html }
    return "<del>\(say.colour(old))</del> → \(Chip(new, say).html)"
  }

  // MARK: - What publishing means

  private var confirmation: HTML {
    let red = preview.units.filter { preview.colour($0.code) == .red }.map { say($0.name) }
    func named(_ text: String) -> String { text.isEmpty ? say(MonthText.none) : text }
    func fact(_ text: MonthText, _ value: String) -> HTML {
      "<dt>\(say(text))</dt><dd>\(value)</dd>\n"
    }
    let own = publication.editions.last
    let replaces = publication.published == nil ? own : nil
    return """
      <section><h2 id="publish" tabindex="-1">\(say(MonthText.confirmTitle))</h2>
      \(attempt?.error(at: "publish").map { "<p class=\"err\">\($0)</p>" as HTML })
      <dl class="facts">
      \(fact(.month, say.month(month)))\(fact(.scope, say(publication.name)))\
      \(fact(.rules, named(publication.ruleSet)))\(fact(.method, named(publication.indexMethod)))\
      \(fact(.units, String(publication.units)))\
      \(fact(.red, red.isEmpty ? say(MonthText.redNone) : say.list(red)))\
      \(fact(.proposedBy, named(say.list(publication.proposedBy))))\
      \(fact(.visible, say(MonthText.visibleText)))</dl>
      \(replaces.map { "<p>\(say(MonthText.replaces, String($0.number)))</p>" as HTML })
      \(button)
      <p><a class="btn" href="\(MonthPages.link(month))">\(say(MonthText.back))</a></p></section>
      """
  }

  /// Why nothing can be published by the reader now; nil where it can.
  private var obstacle: String? {
    if work.isOpen { return say(MonthText.notClosed, say.month(month)) }
    if let head = publication.published {
      return say(MonthText.alreadyPublished, String(head.number))
    }
    let others = publication.proposedBy.filter { $0 != frame.session?.account }
    return !publication.proposedBy.isEmpty && others.isEmpty ? say(MonthText.ownProposal) : nil
  }

  private var button: HTML {
    let step: PublicationStep = publication.proposedBy.isEmpty ? .propose : .publish
    let obstacle = obstacle
    let disabled: HTML = " aria-disabled=\"true\" aria-describedby=\"publish-why\""
    let why: HTML? = obstacle.map {
      "<span class=\"hint\" id=\"publish-why\">\(say(MonthText.cannot, $0))</span>"
    }
    let label: MonthText = step == .propose ? .proposeButton : .publishButton
    return """
      <p>\(say(step == .propose ? MonthText.proposeHint : .immutable))</p>
      <form method="post" action="\(Link("months", month.description, "publication"))">\
      \(frame.hiddenFields)
      <input type="hidden" name="of" value="\(publication.scope)">
      <input type="hidden" name="step" value="\(step.rawValue)">
      <p><button class="btn btn-1"\(obstacle == nil ? .nothing : disabled)>\(say(label))</button> \
      \(why)</p></form>
      """
  }
}
