import HTTPTypes
import LedgerDomain
import LedgerOperations

/// What the records say, unit by unit, beside what was submitted.
struct RecordFigurePage: Sendable {
  let preview: RecordPreview
  let frame: PageFrame
  let attempt: FormAttempt?
  let isDone: Bool

  private static let unitsMax = 100

  private var say: Say { frame.say }
  private var shown: ArraySlice<RecordPreview.Unit> { preview.units.prefix(Self.unitsMax) }

  var reply: Reply {
    let title = say(RecordFigureText.title, say.month(preview.month))
    let status = attempt.map { Problem.status(of: $0.refusal.kind, $0.refusal.code) } ?? .ok
    let changed = preview.units.count(where: \.isChanged)
    let count = say(RecordFigureText.count, String(preview.units.count), String(changed))
    let done: HTML = "<p class=\"done\" role=\"status\">\(say(RecordFigureText.done))</p>"
    let isCut = preview.units.count > Self.unitsMax
    let cut: HTML = "<p class=\"hint\">\(say(RecordFigureText.cut, String(Self.unitsMax)))</p>"
    return frame.reply(
      (attempt == nil ? "" : say(FrameText.errorPrefix)) + title, status: status,
      entry: RecordFigurePages.entry(frame),
      """
      <div class="hd"><h1>\(title)</h1>\(chooser)</div>
      \(frame.errors(attempt?.errors ?? []))
      \(isDone ? done : .nothing)
      <p class="meta">\(say(RecordFigureText.intro))</p>
      <p>\(say(preview.form.name)) \(count)</p>
      \(table)
      \(isCut ? cut : .nothing)
      \(submission)
      """)
  }

  private var chooser: HTML? {
    guard preview.forms.count > 1 else { return nil }
    let options = HTML(each: preview.forms) { form in
      let isChosen = form.code == preview.form.code
      return
        "<option value=\"\(form.code)\"\(" selected", if: isChosen)>\(say(form.name))</option>\n"
    }
    return """
      <form class="pick" method="get" action="\(RecordFigurePages.link(preview.month))">
      <label for="form">\(say(RecordFigureText.form))</label>
      <select id="form" name="form">\(options)</select>
      <button class="btn">\(say(RecordFigureText.choose))</button></form>
      """
  }

  // MARK: - What is known

  private var table: HTML {
    let rows = HTML(each: shown) { unit in
      HTML(each: unit.fields.filter { $0.recorded != nil }) { field in row(unit, field) }
    }
    return """
      <div class="scroll" tabindex="0" role="region" aria-label="\(say(preview.form.name))">\
      <table class="tb"><thead><tr><th scope="col">\(say(RecordFigureText.unit))</th>
      <th scope="col">\(say(RecordFigureText.indicator))</th>
      <th scope="col" class="num">\(say(RecordFigureText.recorded))</th>
      <th scope="col" class="num">\(say(RecordFigureText.submitted))</th>
      <th scope="col" class="num p2">\(say(RecordFigureText.difference))</th>
      <th scope="col">\(say(RecordFigureText.source))</th></tr></thead>
      <tbody>
      \(rows)</tbody></table></div>
      """
  }

  private func row(_ unit: RecordPreview.Unit, _ field: RecordPreview.Field) -> HTML {
    let recorded = field.recorded.map { MeasureText.grouped($0.description) } ?? ""
    return """
      <tr><th scope="row">\(say(unit.name))</th><td>\(name(field))</td>
      <td class="num">\(field.isChanged ? "<ins>\(recorded)</ins>" : "\(recorded)" as HTML)</td>
      <td class="num">\(submitted(field))</td><td class="num p2">\(difference(field))</td>
      <td>\(field.source.map { say($0) } ?? "")</td></tr>

      """
  }

  private func name(_ field: RecordPreview.Field) -> String {
    preview.indicators[field.indicator].map { say($0.name) } ?? field.indicator
  }

  private func submitted(_ field: RecordPreview.Field) -> String {
    switch field.submitted {
    case .number(let number): MeasureText.grouped(number.description)
    case .absent: "—"
    case nil: ""
    }
  }

  private func difference(_ field: RecordPreview.Field) -> String {
    guard case .number(let before)? = field.submitted, let now = field.recorded, now != before
    else { return "" }
    let (gap, overflow) = now.tenThousandths.subtractingReportingOverflow(before.tenThousandths)
    guard !overflow, let number = FigureNumber(tenThousandths: gap) else { return "" }
    let text = MeasureText.minus(number.description)
    return gap > 0 ? "+\(text)" : text
  }

  // MARK: - What is submitted

  private var submission: HTML {
    guard preview.maySubmit else {
      return "<p class=\"hint\">\(say(RecordFigureText.submitOther))</p>"
    }
    return """
      <form method="post" action="\(RecordFigurePages.link(preview.month))" class="decide">\
      \(frame.hiddenFields)
      <input type="hidden" name="form" value="\(preview.form.code)">
      <input type="hidden" name="digest" value="\(preview.digest)">
      \(given)
      <p class="hint" id="submit-hint">\(say(RecordFigureText.submitHint))</p>
      <p><button class="btn btn-1" id="records" aria-describedby="submit-hint">\
      \(say(RecordFigureText.submit))</button></p></form>
      """
  }

  /// Only for a few fields of the office's own returns; other forms are filled in where they are.
  private var given: HTML? {
    let fields = shown.flatMap { unit in
      unit.fields.filter { $0.recorded == nil }.map { (unit, $0) }
    }
    let known = preview.form.fields.count * 2
    let unknown = shown.first.map { $0.fields.count { $0.recorded == nil } } ?? 0
    guard !fields.isEmpty, unknown * 4 <= known, fields.count <= 500 else { return nil }
    let rows = HTML(each: fields) { unit, field in
      let id = "given.\(unit.code)/\(field.indicator)"
      let label = "\(say(unit.name)) \(name(field))"
      return """
        <tr><th scope="row">\(say(unit.name))</th><td>\(name(field))</td>
        <td class="num">\(submitted(field))</td>
        <td><input class="cell" name="\(id)" aria-label="\(label)" inputmode="decimal" \
        autocomplete="off" maxlength="40" value="\(attempt?[id] ?? "")"></td></tr>

        """
    }
    let isOpen = attempt != nil || fields.contains { $0.1.submitted == nil }
    return """
      <details class="fold"\(" open", if: isOpen)><summary>\(say(RecordFigureText.given))</summary>
      <p class="hint">\(say(RecordFigureText.givenHint))</p>
      <div class="scroll" tabindex="0" role="region" aria-label="\(say(RecordFigureText.given))">\
      <table class="tb"><thead><tr><th scope="col">\(say(RecordFigureText.unit))</th>
      <th scope="col">\(say(RecordFigureText.indicator))</th>
      <th scope="col" class="num">\(say(RecordFigureText.submitted))</th>
      <th scope="col">\(say(RecordFigureText.recorded))</th></tr></thead>
      <tbody>
      \(rows)</tbody></table></div></details>
      """
  }
}
