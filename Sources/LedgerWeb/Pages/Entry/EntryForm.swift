import HTTPTypes
import LedgerDomain
import LedgerOperations
import LedgerStore

/// The first step: the form with what it is compared with, what was typed, and what is wrong.
struct EntryForm: Sendable {
  let view: EntryView
  var typed: EntryTyped
  let problems: EntryProblems
  var frame: PageFrame
  /// What stands above the form: what a file gave, where another draft differs.
  var notice: HTML?
  var conflict: EntryConflict?

  private var say: Say { frame.say }
  private var place: EntryPlace { view.place }
  private var compared: (before: EntryText, yearEarlier: EntryText) {
    EntrySteps.compared(view.form.frequency)
  }

  init(
    view: EntryView, typed: EntryTyped, problems: EntryProblems, frame: PageFrame,
    notice: HTML? = nil
  ) {
    self.view = view
    self.typed = typed
    self.problems = problems
    self.frame = frame
    self.frame.script = Assets.entryScript
    self.frame.target = view.place.link()
    self.notice = notice
  }

  /// The form beside what somebody else saved or submitted meanwhile.
  static func conflict(
    _ view: EntryView, _ typed: EntryTyped, _ call: Call, _ status: HTTPResponse.Status
  ) -> Reply {
    let conflict = EntryConflict(view: view, mine: typed, say: call.say)
    var typed = typed
    typed.version = view.submission.draft?.version ?? 0
    typed.basedOn = view.latestNumber
    var form = EntryForm(
      view: view, typed: typed, problems: EntryProblems(explained: []), frame: call.frame)
    form.conflict = conflict
    return form.reply(status)
  }

  /// The page; `told` says what has to be done before it can be submitted, blanks too.
  func reply(told: Bool = false, _ status: HTTPResponse.Status = .ok) -> Reply {
    let title = say(
      EntryText.title, say(view.unitName), say(view.form.name), place.period.description)
    let errors = told ? summary : []
    return frame.reply(
      (errors.isEmpty ? "" : say(FrameText.errorPrefix)) + title, status: status, entry: .entry,
      """
      <nav class="crumb" aria-label="\(say(EntryText.crumbs))"><ol>\
      <li><a href="\(Link("entry"))">\(say(EntryText.listTitle))</a></li>\
      <li aria-current="page">\(say(view.form.name)) \(place.period.description)</li></ol></nav>
      <div class="hd"><div><h1>\(title)</h1>
      <p class="meta">\(SubmissionPage.tag(view.submission.state, say)) \(due)</p></div>
      <p id="save" class="save" role="status">\(saved)</p></div>
      \(frame.errors(errors))
      \(notice)\(whole)\(returned)\(correction)
      \(EntrySteps.list(.fill, say))
      \(form(told: told))
      \(EntryUpload.section(view, typed, frame))
      <section class="boundary"><h2>\(say(EntryText.boundaryTitle))</h2>
      <p>\(say(SignInText.boundary))</p></section>
      \(EntryScriptTexts(view: view, frame: frame).markup)
      """)
  }

  // MARK: - Above the form

  private var due: HTML? {
    view.due.map { "\(EntrySteps.due($0.day, $0.daysLeft, say))" }
  }

  private var saved: String {
    guard let draft = view.submission.draft else { return say(EntryText.notSaved) }
    return say(EntryText.saved, say.moment(draft.savedAt), draft.savedBy)
  }

  /// Each line links to its field, in the words that stand beside it.
  private var summary: [(text: String, field: String)] {
    view.form.fields.indices.flatMap { position in
      (problems.byField[position] ?? []).map { problem in
        let code = view.form.fields[position].indicator
        let word = say(EntryProblems.word(problem.kind))
        return ("\(word) · \(view.name(code, say))\(colon)\(problem.text)", "v-" + code)
      }
    }
  }

  private var colon: String { say.language == .chinese ? "：" : ": " }

  private var whole: HTML? {
    guard let refusal = problems.whole else { return nil }
    return """
      <p class="note-box">\(refusal.text(in: say.language)) \(refusal.wayOut(in: say.language))</p>
      """
  }

  private var returned: HTML? {
    let reasons = view.reasons(say)
    guard !reasons.isEmpty else { return nil }
    let title: EntryText =
      view.submission.state == .returned ? .returnedTitle : .disputedTitle
    let items = HTML(each: reasons) { reason in
      let subject = reason.indicator.map { view.name($0, say) } ?? say(EntryText.returnedWhole)
      let link: HTML =
        reason.indicator.map { "<a href=\"\(Link(fragment: "v-" + $0))\">\(subject)</a>" }
        ?? "\(subject)"
      return "<li>\(link)\(colon)\(reason.text) (\(reason.by))</li>"
    }
    return """
      <div class="note-box bad" id="returned"><h2>\(say(title))</h2><ul>\(items)</ul></div>
      """
  }

  private var correction: HTML? {
    guard view.latest != nil, view.submission.state != .returned else { return nil }
    let number = view.latestNumber
    return """
      <p class="hint">\(say(EntryText.corrects, String(number), String(number + 1)))</p>
      """
  }

  // MARK: - The form

  private func form(told: Bool) -> HTML {
    let rows = HTML(each: Array(view.form.fields.enumerated())) { position, field in
      EntryRow(
        form: self, field: field, typed: typed.fields[position],
        problems: (problems.byField[position] ?? []).filter { told || $0.kind != .blank },
        reasons: view.reasons(say).filter { $0.indicator == field.indicator }
      ).markup
    }
    // The first button is the one that Enter presses where no script moves on.
    return """
      <form id="entry" class="entry" method="post" action="\(place.link())" novalidate \
      data-key="\(place.unit)|\(place.form)|\(place.period.description)" \
      data-account="\(frame.session?.account ?? "")">\(frame.hiddenCSRF)\
      <input type="hidden" name="version" value="\(typed.version)">\
      <input type="hidden" name="basedOn" value="\(typed.basedOn)">\
      <button name="do" value="save" hidden></button>
      \(conflict?.section)
      <p class="bar">\(progress)
      <button class="btn" name="do" value="zero">\(say(EntryText.zero))</button></p>
      <p class="hint">\(say(EntryText.zeroHint)) \
      <span id="howto" hidden>\(say(EntryText.howTo))</span></p>
      <table class="tb" role="table"><thead role="rowgroup"><tr role="row">\
      <th role="columnheader" scope="col">\(say(EntryText.indicator))</th>
      <th role="columnheader" scope="col" class="num">\(say(compared.before))</th>
      <th role="columnheader" scope="col" class="num">\(say(compared.yearEarlier))</th>
      <th role="columnheader" scope="col" class="num">\(say(EntryText.figure))</th>
      <th role="columnheader" scope="col">\(say(EntryText.absence))</th>
      <th role="columnheader" scope="col">\(say(EntryText.note))</th>
      <th role="columnheader" scope="col">\(say(EntryText.remark))</th></tr></thead>
      <tbody role="rowgroup">
      \(rows)</tbody></table>
      <p class="bar"><button class="btn btn-1" name="do" value="check">\(say(EntryText.next))\
      </button> <button class="btn" name="do" value="save">\(say(EntryText.save))</button></p>
      </form>
      """
  }

  private var progress: HTML {
    let count = typed.fields.count
    return """
      <progress id="pg" max="\(count)" value="\(typed.filled)" \
      aria-label="\(say(EntryText.filledLabel))"></progress> \
      <span id="pgt">\(say(EntryText.filled, String(typed.filled), String(count)))</span>
      """
  }
}

/// One field: what it is, what it was, what is typed, what is wrong.
private struct EntryRow {
  let form: EntryForm
  let field: Form.Field
  let typed: EntryTyped.Field
  let problems: [EntryProblems.Problem]
  let reasons: [(indicator: String?, by: String, text: String)]

  private var say: Say { form.frame.say }
  private var view: EntryView { form.view }
  private var code: String { field.indicator }
  private var compared: (before: EntryText, yearEarlier: EntryText) {
    EntrySteps.compared(view.form.frequency)
  }
  private var isBad: Bool { problems.contains { $0.kind != .mustExplain } }

  var markup: HTML {
    let name = view.name(code, say)
    let unit = view.indicators[code].map { say($0.unitOfMeasure) } ?? ""
    let (before, year) = (figure(view.before[code]), figure(view.yearEarlier[code]))
    let look: HTML = isBad ? " class=\"bad\"" : problems.isEmpty ? "" : " class=\"warn\""
    return """
      <tr role="row" id="r-\(code)" data-code="\(code)"\(look)>\
      <th role="rowheader" scope="row"><label for="v-\(code)">\(name)</label> \
      <span class="unit">(\(unit))</span>\(limits)\
      <span class="why-m">\(say(compared.before)) \(before) · \
      \(say(compared.yearEarlier)) \(year)</span></th>
      <td role="cell" class="num dim p2">\(before)</td>\
      <td role="cell" class="num dim p2">\(year)</td>
      <td role="cell" class="in"><input id="v-\(code)" name="v-\(code)" class="cell" \
      inputmode="decimal" maxlength="60" value="\(typed.value)" autocomplete="off" \
      spellcheck="false" aria-label="\(say(EntryText.valueOf, name))" \
      aria-describedby="m-\(code)"\(" aria-invalid=\"true\"", if: isBad)></td>
      <td role="cell" class="ab"><select name="a-\(code)" \
      aria-label="\(say(EntryText.absenceOf, name))">\(absences)</select></td>
      <td role="cell" class="nt"><input id="n-\(code)" name="n-\(code)" class="note" \
      maxlength="\(FreeText.lengthMax)" value="\(typed.note)" autocomplete="off" \
      aria-label="\(say(EntryText.noteOf, name))"></td>
      <td role="cell" class="msg" id="m-\(code)">\(messages)</td></tr>

      """
  }

  private var absences: HTML {
    let words: [(value: String, text: String)] = [
      ("", say(EntryText.hasNumber)), ("missing", say(UnitText.absenceMissing)),
      ("not_applicable", say(UnitText.absenceNotApplicable)),
      ("withheld", say(UnitText.absenceWithheld)),
    ]
    return HTML(each: words) { word in
      """
      <option value="\(word.value)"\(" selected", if: typed.absence == word.value)>\(word.text)\
      </option>
      """
    }
  }

  private var limits: HTML? {
    var hints: [String] = []
    if let partOf = field.partOf { hints.append(say(EntryWord.partOf, view.name(partOf, say))) }
    if field.isCumulative { hints.append(say(EntryWord.cumulative)) }
    if let maximum = field.maximum {
      hints.append(say(EntryWord.between, field.minimum.description, maximum.description))
    } else if field.minimum != .zero {
      hints.append(say(EntryWord.atMost, MeasureText.minus(field.minimum.description)))
    }
    guard !hints.isEmpty else { return nil }
    return
      "<span class=\"lim\">\(hints.joined(separator: say.language == .chinese ? "；" : "; "))</span>"
  }

  private var messages: HTML {
    let returned = HTML(each: reasons) { reason in
      """
      <p><span class="tag tag-bad">\(say(EntryWord.returned))</span> \(reason.text)</p>
      """
    }
    let wrong = HTML(each: problems) { problem in
      let look: HTML = problem.kind == .mustExplain ? "tag-warn" : "tag-bad"
      return """
        <p><span class="tag \(look)">\(say(EntryProblems.word(problem.kind)))</span> \
        \(problem.text)</p>
        """
    }
    return "\(returned)\(wrong)"
  }

  private func figure(_ figure: Figure?) -> String {
    guard let figure else { return "–" }
    return EntrySteps.text(figure, say)
  }
}
