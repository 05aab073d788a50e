import HTTPTypes
import LedgerDomain
import LedgerOperations

/// One record: what it says, where it stands, what was done, and what may be done now.
struct RecordPage: Sendable {
  let call: Call
  let overview: RecordOverview
  let shown: ShownRecord
  let attempt: FormAttempt?

  private var say: Say { call.say }
  private var words: RecordWords { RecordWords(overview: overview, say: say) }
  private var record: LedgerRecord { shown.record }
  private var noun: RecordNoun { record.key.noun }

  var reply: Reply {
    var frame = call.frame
    frame.target = RecordPages.link(record.key)
    let errors = attempt?.errors ?? []
    let saved: HTML? = call.query["saved"].map { _ in
      "<p class=\"note\" role=\"status\">\(say(RecordText.recorded))</p>"
    }
    return frame.reply(
      (errors.isEmpty ? "" : say(FrameText.errorPrefix)) + record.title,
      status: attempt.map { Problem.status(of: $0.refusal.kind, $0.refusal.code) } ?? .ok,
      entry: .tasks,
      """
      <nav class="crumb" aria-label="\(say(UnitText.crumbs))"><ol>\
      <li><a href="\(RecordPages.link(noun))">\(say(noun.text))</a></li>\
      <li aria-current="page">\(record.key.number.description)</li></ol></nav>
      <h1>\(record.title)</h1>
      <p class="meta">\(words.tag(shown.standing))</p>
      \(frame.errors(errors))
      \(saved)
      \(facts)
      \(findings)
      \(criteria)
      \(forms(frame))
      \(history)
      """)
  }

  private var facts: HTML {
    let items = HTML(each: words.facts(shown)) { name, value in
      "<dt>\(name)</dt><dd>\(value)</dd>\n"
    }
    return "<dl class=\"facts\">\(items)</dl>"
  }

  private var findings: HTML? {
    guard !shown.standing.findings.isEmpty else { return nil }
    let rows = HTML(each: shown.standing.findings) { finding in
      let isLate = finding.state == .toRectify && finding.due < overview.today
      return """
        <tr><td class="num">\(finding.finding.number)</td><th scope="row">\(finding.finding.words)\
        </th><td class="day">\(finding.due.description)</td>
        <td>\(words.tag(finding.state, isLate: isLate, due: finding.due))</td></tr>

        """
    }
    return table(
      "findings", say(RecordText.findings),
      [.number, .finding, .due, .state], rows)
  }

  private func table(
    _ id: String, _ title: String, _ headings: [RecordText], _ rows: HTML
  ) -> HTML {
    let head = HTML(each: headings) { "<th scope=\"col\">\(say($0))</th>" }
    return """
      <section><h2 id="\(id)">\(title)</h2>
      <div class="scroll" tabindex="0" role="region" aria-labelledby="\(id)"><table class="tb">
      <thead><tr>\(head)</tr></thead>
      <tbody>
      \(rows)</tbody></table></div></section>
      """
  }

  /// The clauses of a document, or what a no-fraud unit has to fulfil.
  private var criteria: HTML? {
    var (title, lines) = (RecordText.criteria, overview.criteria(of: record))
    if case .policyDocument(let document) = record.content {
      (title, lines) = (.clauses, document.clauses)
    }
    guard !lines.isEmpty else { return nil }
    let items = HTML(each: lines) { "<li>\($0)</li>" }
    return "<section><h2>\(say(title))</h2><ol>\(items)</ol></section>"
  }

  // MARK: - What may be done

  private func forms(_ frame: PageFrame) -> HTML? {
    guard !shown.acts.isEmpty else { return nil }
    let forms = HTML(each: shown.acts) { form($0.act, $0.item, frame) }
    return "<section><h2>\(say(RecordText.acts))</h2><div class=\"narrow\">\(forms)</div></section>"
  }

  private func form(_ act: RecordAct, _ item: Int, _ frame: PageFrame) -> HTML {
    let word = "\(act.rawValue).\(item)"
    let suffix = "-\(act.rawValue)-\(item)"
    let typed = attempt.flatMap { $0["act"] == word ? $0 : nil }
    let form = RecordForm(say: say, attempt: typed)
    let title = item == 0 ? say(act.text) : say(RecordText.ofFinding, String(item), say(act.text))
    let due: HTML? =
      act.needsDue ? form.line("due", say(RecordText.newDue), type: "date", suffix: suffix) : nil
    let optional = say(RecordText.optional)
    let document: HTML? =
      act.isOfUnit
      ? nil
      : form.line(
        "document", say(RecordText.document) + (act.needsDocument ? "" : optional), suffix: suffix)
    return """
      <details class="act" id="form\(suffix)"\(" open", if: typed != nil)><summary>\(title)\
      </summary>
      <form method="post" \
      action="\(Link(RecordPages.path(noun), record.key.number.description, "acts"))">\
      \(frame.hiddenFields)<input type="hidden" name="act" value="\(word)">
      \(act == .check ? ticks(form, suffix) : .nothing)
      \(form.line(
        "words", say(RecordText.words) + (act.needsWords ? "" : optional), suffix: suffix))
      \(document)
      \(form.line("day", say(RecordText.doneOn) + optional, type: "date", suffix: suffix))
      \(due)
      <p><button class="btn btn-1">\(title)</button></p></form></details>
      """
  }

  private func ticks(_ form: RecordForm, _ suffix: String) -> HTML {
    let lines = Array(overview.criteria(of: record).enumerated())
    let items = HTML(each: lines) { position, line in
      let id = "criterion-\(position + 1)\(suffix)"
      return """
        <p>\(form.message(id))<label class="tick"><input type="checkbox" id="\(id)" \
        name="criterion-\(position + 1)" value="1"\
        \(" checked", if: form.attempt?.form["criterion-\(position + 1)"] != nil)\
        \(form.described(id))> \(line)</label></p>
        """
    }
    return "<fieldset><legend>\(say(RecordText.criteria))</legend>\(items)</fieldset>"
  }

  // MARK: - What was done

  private var history: HTML? {
    guard !shown.events.isEmpty else { return nil }
    let rows = HTML(each: shown.events.reversed()) { event in
      let title =
        event.item == 0
        ? say(event.act.text) : say(RecordText.ofFinding, String(event.item), say(event.act.text))
      let document: HTML? =
        event.document.isEmpty ? nil : "<span class=\"line\">\(event.document)</span>"
      let due: HTML? = event.due.map {
        "<span class=\"line\">\(say(RecordText.dueUntil, $0.description))</span>"
      }
      return """
        <tr><td class="day">\(event.day.description)</td><th scope="row">\(title)</th>
        <td>\(event.words)\(document)\(due)</td><td>\(words.unit(event.unit))</td></tr>

        """
    }
    return table("history", say(RecordText.history), [.doneOn, .act, .words, .unit], rows)
  }
}
