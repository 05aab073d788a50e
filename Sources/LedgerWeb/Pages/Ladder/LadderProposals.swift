import LedgerDomain
import LedgerOperations
import LedgerStore

/// What is proposed, with its evidence, and the form for whoever decides.
struct LadderProposals: Sendable {
  let page: LadderPage
  let frame: PageFrame
  /// What a form that was not taken held.
  let typed: StepRequest?
  let refusal: Refusal?

  private var say: Say { frame.say }
  private var found: Escalations { page.found }

  var section: HTML {
    let open = found.units.filter { $0.proposal != nil }
    let items = HTML(each: open) { unit in unit.proposal.map { item(unit, $0) } ?? .nothing }
    return """
      <section><h2 id="proposals">\(say(LadderText.proposals))</h2>
      \(open.isEmpty ? "<p>\(say(LadderText.proposalsNone))</p>" : items)</section>
      """
  }

  private func item(_ unit: Escalations.Unit, _ proposal: StepProposal) -> HTML {
    let words = LadderWords(say: say, ladder: found.ladder)
    let rule = rule(proposal)
    return """
      <article class="move"><h3><a href="\(Link("units", unit.code))">\(say(unit.name))</a> \
      \(words.move(proposal))</h3>
      <p>\(rule.map { say(LadderText.why, say($0.text)) } ?? "")</p>
      \(rule.flatMap(words.confirm))\(lacks(unit))
      <ul class="evidence">\(HTML(each: proposal.evidence, month))\(facts(proposal, unit))</ul>
      \(page.sure[unit.code].map { "<p class=\"hint\">\($0)</p>" })
      \(form(unit, proposal))</article>

      """
  }

  private func rule(_ proposal: StepProposal) -> Ladder.Rule? {
    switch proposal.move {
    case .enter: found.ladder.step(proposal.to)?.entry
    case .exit: found.ladder.own(proposal.from)?.exit
    case .withdraw: found.ladder.step(proposal.from)?.entry
    }
  }

  private func lacks(_ unit: Escalations.Unit) -> HTML? {
    guard !unit.lacks.isEmpty else { return nil }
    let names = unit.lacks.map { say($0.name) }
    let link = unit.openCase.map { known -> HTML in
      """
       <a href="\(CasePages.link(known.key))">\(say(CaseText.open))<span class="vh"> \
      \(say(unit.name))</span></a>
      """
    }
    return "<p class=\"hint\">\(say(CaseText.lacks, say.list(names)))\(link)</p>"
  }

  /// What is on record besides, with the documents that say so.
  private func facts(_ proposal: StepProposal, _ unit: Escalations.Unit) -> HTML {
    HTML(each: proposal.facts) { fact in
      let documents = unit.triggers.filter { $0.fact == fact }.map {
        "\($0.authority) \($0.document)"
      }
      return "<li>\(say(fact.name)) \(say.list(documents))</li>"
    }
  }

  private func month(_ month: LadderMonth) -> HTML {
    let rank = Standing.rankText(doubled: month.doubledRank).map { "\($0)/\(month.ranked)" } ?? "—"
    let edition = month.edition.map { say(BoardText.edition, String($0)) } ?? ""
    return """
      <li>\(say.month(month.month)) \(Chip(month.colour, say).html) \
      \(say(LadderText.rank)) \(rank) \
      <a href="\(link(to: month))">\(edition)</a></li>
      """
  }

  private func link(to month: LadderMonth) -> Link {
    Link(
      "rankings", month.month.description,
      query: [("of", found.scope), ("edition", String(month.edition ?? 0))])
  }

  private func form(_ unit: Escalations.Unit, _ proposal: StepProposal) -> HTML {
    guard let step = found.decidingStep(proposal) else { return .nothing }
    guard let session = frame.session, session.roles.contains(step.decider) else {
      return "<p class=\"hint\">\(say(LadderText.decidesOther, say(step.decider.name)))</p>"
    }
    let known = typed?.unit == unit.code ? typed : nil
    let wrong = known == nil ? nil : refusal?.place
    return """
      <form method="post" class="narrow" action="\(Link("ladder", unit.code, "decisions"))">\
      \(frame.hiddenFields)
      <input type="hidden" name="of" value="\(found.scope)">\
      <input type="hidden" name="to" value="\(proposal.to)">\
      <input type="hidden" name="edition" value="\(found.edition(of: proposal, unit) ?? 0)">\
      <input type="hidden" name="after" value="\(unit.decisions.count)">
      \(field("document", unit, .document, .documentHint, known?.document, wrong))
      \(field("reason", unit, .reason, .reasonHint, known?.reason, wrong))
      <p class="acts"><button class="btn btn-1" name="act" value="accept">\
      \(say(LadderText.accept))<span class="vh"> \(say(unit.name))</span></button>
      <button class="btn" name="act" value="refuse">\(say(LadderText.refuse))\
      <span class="vh"> \(say(unit.name))</span></button></p></form>
      """
  }

  private func field(
    _ name: String, _ unit: Escalations.Unit, _ label: LadderText, _ hint: LadderText,
    _ value: String?, _ wrong: Place?
  ) -> HTML {
    let isWrong = wrong == .option(name)
    let id = "\(name)-\(unit.code)"
    return """
      <p><label for="\(id)">\(say(label))</label>
      <span class="hint" id="\(id)-hint">\(say(hint))</span>
      <input id="\(id)" name="\(name)" value="\(value ?? "")" maxlength="200" \
      autocomplete="off" aria-describedby="\(id)-hint"\(" aria-invalid=\"true\"", if: isWrong)></p>
      """
  }
}
