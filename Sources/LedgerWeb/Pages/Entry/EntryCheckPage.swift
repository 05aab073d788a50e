import LedgerDomain
import LedgerOperations
import LedgerStore

/// The second step: what is odd or changed, the rest folded, and the button that submits.
struct EntryCheckPage: Sendable {
  let view: EntryView
  let typed: EntryTyped
  let problems: EntryProblems
  let frame: PageFrame
  /// Whether the draft is another one than was looked at before.
  let isChanged: Bool

  private var say: Say { frame.say }

  var reply: Reply {
    let title = say(
      EntryText.checkTitle, say(view.unitName), say(view.form.name),
      view.place.period.description)
    let open = view.form.fields.indices.filter(isLookedAt)
    let rest = view.form.fields.indices.filter { !isLookedAt($0) }
    return frame.reply(
      title, entry: .entry,
      """
      <nav class="crumb" aria-label="\(say(EntryText.crumbs))"><ol>\
      <li><a href="\(Link("entry"))">\(say(EntryText.listTitle))</a></li>\
      <li><a href="\(view.place.link())">\(say(view.form.name)) \
      \(view.place.period.description)</a></li>\
      <li aria-current="page">\(say(EntryText.stepCheck))</li></ol></nav>
      <h1>\(title)</h1>
      <p class="meta">\(view.due.map { EntrySteps.due($0.day, $0.daysLeft, say) } ?? "")</p>
      \(EntrySteps.list(.check, say))
      \(changed)
      <p class="note-box">\
      \(say.sentences([say(EntryText.checkClean), say(EntryText.checkIntro)]))</p>
      \(open.isEmpty ? HTML.nothing : looked(open))
      <details\(" open", if: open.isEmpty)><summary>\
      \(say(EntryText.checkRest, String(rest.count)))</summary>
      \(table("rest", rest))</details>
      \(form)
      """)
  }

  private var changed: HTML? {
    guard isChanged else { return nil }
    return "<p class=\"note-box bad\" role=\"alert\">\(say(EntryText.changedDraft))</p>"
  }

  private func looked(_ positions: [Int]) -> HTML {
    """
    <section><h2 id="looked">\(say(EntryText.checkOpen, String(positions.count)))</h2>
    \(table("looked", positions))</section>
    """
  }

  /// Odd and explained, with a note or without a number, or other than in the revision that is
  /// corrected.
  private func isLookedAt(_ position: Int) -> Bool {
    let field = typed.fields[position]
    return problems.explained[position] != nil || !field.note.isEmpty || !field.absence.isEmpty
      || isCorrected(position)
  }

  private func isCorrected(_ position: Int) -> Bool {
    view.submitted.map { $0.fields[position] != typed.fields[position] } ?? false
  }

  private func table(_ id: String, _ positions: [Int]) -> HTML {
    """
    <div class="scroll" tabindex="0" role="region" \
    aria-label="\(say(id == "rest" ? EntryText.checkRest : .checkOpen, String(positions.count)))">\
    <table class="tb"><thead><tr><th scope="col">\(say(EntryText.indicator))</th>
    <th scope="col" class="num">\(say(EntryText.newFigure))</th>
    <th scope="col" class="num p2">\(say(EntrySteps.compared(view.form.frequency).before))</th>
    <th scope="col" class="num p2">\(say(EntrySteps.compared(view.form.frequency).yearEarlier))</th>
    <th scope="col">\(say(EntryText.note))</th></tr></thead>
    <tbody>
    \(HTML(each: positions, row))</tbody></table></div>
    """
  }

  private func row(_ position: Int) -> HTML {
    let code = view.form.fields[position].indicator
    let unit = view.indicators[code].map { say($0.unitOfMeasure) } ?? ""
    let was = isCorrected(position) ? view.submitted?.fields[position].number : nil
    let before: HTML? = was.flatMap { field in
      guard field != typed.fields[position].number else { return nil }
      return
        "<br><del class=\"dim\">\(say(EntryText.was, EntrySteps.text(field, say)))</del>"
    }
    let odd = HTML(each: problems.explained[position] ?? []) { oddity in
      "<br><span class=\"tag tag-warn\">\(say(EntryText.explained, say(oddity)))</span>"
    }
    return """
      <tr><th scope="row">\(view.name(code, say)) <span class="unit">(\(unit))</span></th>
      <td class="num">\(value(position))\
      \(before)</td>
      <td class="num p2 dim">\(view.before[code].map { EntrySteps.text($0, say) } ?? "–")</td>
      <td class="num p2 dim">\(view.yearEarlier[code].map { EntrySteps.text($0, say) } ?? "–")</td>
      <td>\(typed.fields[position].note)\(odd)</td></tr>

      """
  }

  private func value(_ position: Int) -> String {
    let field = typed.fields[position]
    if let absence = FigureText.absence(field.absence) {
      return EntrySteps.text(.absent(absence), say)
    }
    return MeasureText.minus(MeasureText.grouped(field.value))
  }

  private var form: HTML {
    // A key for each time that the page is made: sent twice, it is done once.
    let key = hexadecimal((0..<16).map { _ in UInt8.random(in: 0...255) })
    return """
      <form method="post" action="\(view.place.link("check"))">\(frame.hiddenCSRF)\
      <input type="hidden" name="key" value="\(key)">\
      <input type="hidden" name="version" value="\(typed.version)">
      <p>\(say(EntryText.submitAs, frame.session?.displayName ?? ""))</p>
      <p class="bar"><button class="btn btn-1" id="submit">\(say(EntryText.submit))</button>
      <a class="btn" href="\(view.place.link())">\(say(EntryText.change))</a></p></form>
      """
  }
}

/// The third step: what was taken, where it stands in the journal, and what comes next.
struct EntryReceiptPage: Sendable {
  let view: EntryView
  let kept: Submission.Kept
  let frame: PageFrame

  private var say: Say { frame.say }

  var reply: Reply {
    let title = say(
      EntryText.receiptTitle, say(view.unitName), say(view.form.name),
      view.place.period.description)
    let correct: HTML? =
      view.submission.isOpen
      ? "<a class=\"btn\" href=\"\(view.place.link())\">\(say(EntryText.receiptCorrect))</a>" : nil
    return frame.reply(
      title, entry: .entry,
      """
      <nav class="crumb" aria-label="\(say(EntryText.crumbs))"><ol>\
      <li><a href="\(Link("entry"))">\(say(EntryText.listTitle))</a></li>\
      <li aria-current="page">\(say(view.form.name)) \(view.place.period.description)</li>\
      </ol></nav>
      <h1>\(title)</h1>
      \(EntrySteps.list(.submitted, say))
      <p class="note-box ok" role="status">\
      \(say(EntryText.receiptLead, String(kept.revision.number))) \
      \(SubmissionPage.tag(view.submission.state, say))</p>
      <dl class="facts">
      <dt>\(say(EntryText.receiptRevision))</dt><dd>\(kept.revision.number)</dd>
      <dt>\(say(EntryText.receiptEntry))</dt>\
      <dd>\(say(UnitText.receipt, kept.revision.unit, String(kept.entry)))</dd>
      <dt>\(say(EntryText.receiptAt))</dt><dd>\(say.moment(kept.recordedAt))</dd>
      <dt>\(say(EntryText.receiptBy))</dt><dd>\(kept.revision.submittedBy)</dd>
      </dl>
      <section><h2>\(say(EntryText.receiptNext))</h2>
      <ol><li>\(say(EntryText.nextReview))</li><li>\(say(EntryText.nextOffice))</li></ol></section>
      <p class="bar"><a class="btn btn-1" href="\(Link("entry"))">\(say(EntryText.toList))</a>
      <a class="btn" href="\(SubmissionPage.link(view.place.key))">\(say(EntryText.receiptLook))</a>
      \(correct)</p>
      """)
  }
}
