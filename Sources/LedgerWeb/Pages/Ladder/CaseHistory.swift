import LedgerDomain
import LedgerOperations
import LedgerStore

/// Everything that happened in a case, the first first.
struct CaseHistory: Sendable {
  let shown: ShownCase
  let say: Say

  var html: HTML {
    let rows = HTML(each: shown.entries) { entry in
      """
      <tr><td class="day">\(entry.day.description)</td><th scope="row">\(what(entry))</th>
      <td>\(HTML(each: words(entry)) { "<span class=\"line\">\($0)</span>" })</td>
      <td class="p2">\(who(entry))</td></tr>

      """
    }
    return """
      <section><h2 id="history">\(say(CaseText.history))</h2>
      <div class="scroll" tabindex="0" role="region" aria-labelledby="history"><table class="tb">
      <thead><tr><th scope="col">\(say(CaseText.when))</th>
      <th scope="col">\(say(CaseText.what))</th><th scope="col">\(say(CaseText.words))</th>
      <th scope="col" class="p2">\(say(CaseText.who))</th></tr></thead>
      <tbody>
      \(rows)</tbody></table></div></section>
      """
  }

  private func what(_ entry: ShownCase.Entry) -> HTML {
    switch entry.what {
    case .proposed(let head):
      let link = Link(
        "rankings", head.period.description,
        query: [("of", head.scope), ("edition", String(head.number))])
      return "<a href=\"\(link)\">\(say(CaseText.proposed, String(head.number)))</a>"
    case .entered(let trigger): return "\(say(CaseText.entered, say(trigger.fact.name)))"
    case .decided(let kept):
      let move = LadderWords(say: say, ladder: shown.own.ladder).move(kept.decision)
      return "\(say(kept.decision.isAccepted ? CaseText.accepted : .refused, move))"
    case .happened(let event): return "\(say(event.kind.name))"
    }
  }

  private func words(_ entry: ShownCase.Entry) -> [String] {
    let lines: [String]
    switch entry.what {
    case .proposed(let head):
      lines = [say.month(head.period)]
    case .entered(let trigger):
      lines = [trigger.authority, trigger.document, trigger.issued.description]
    case .decided(let kept): lines = [kept.reason, kept.document]
    case .happened(let event):
      lines = [
        event.presidingPost.isEmpty ? "" : say(CaseText.held, event.presidingPost, event.place),
        event.against.isEmpty ? "" : say(CaseText.against, event.against), event.words,
        event.evidence.isEmpty ? "" : say(CaseText.evidence, event.evidence),
        event.heldOn == event.day ? "" : say(CaseText.onDay, event.heldOn.description),
      ]
    }
    return lines.filter { !$0.isEmpty }
  }

  private func who(_ entry: ShownCase.Entry) -> String {
    guard let role = entry.role else { return entry.by }
    let place = role == .reporter ? say(shown.name) : say(role.name)
    return say(CaseText.andRole, place, entry.by)
  }
}
