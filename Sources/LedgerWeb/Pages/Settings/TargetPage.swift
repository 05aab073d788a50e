import HTTPTypes
import LedgerCharts
import LedgerDomain
import LedgerOperations
import LedgerStore

/// The targets of one indicator: a row for each unit, the sum against what is set from above, the
/// trial, and how they came about.
struct TargetPage: Sendable {
  let call: Call
  let sheet: TargetSheet
  /// The kind that is edited.
  let kind: TargetKind
  let changes: [TargetChange]
  var trials: TargetTrials
  /// Whether the trial is of what was typed.
  var isTrial = false
  /// What was typed and differs from what is set.
  var typed: [Target] = []
  /// The reason that stood beside a table that was not taken.
  var fileReason = ""

  var say: Say { call.say }
  let mayKeep: Bool

  init(call: Call, sheet: TargetSheet, chosen: TargetKind?, changes: [TargetChange]) {
    self.call = call
    self.sheet = sheet
    self.changes = changes
    trials = sheet.trials
    let kinds = sheet.rows.flatMap(\.targets).map(\.kind)
    kind = chosen ?? kinds.first ?? (sheet.indicator.direction == .higher ? .atLeast : .atMost)
    mayKeep = call.session?.holds(.keepTargets) ?? false
  }

  /// The page with what was typed and what was refused of it.
  func reply(_ form: TargetForm, _ errors: [(text: String, field: String)]) -> Reply {
    var frame = call.frame
    frame.target = TargetPages.link(
      sheet.year, sheet.indicator.code, kind, sheet.scope.code)
    let title = say(TargetText.title, String(sheet.year), say(sheet.indicator.name))
    let table = TargetTable(page: self, form: form, errors: errors)
    let status: HTTPResponse.Status = errors.isEmpty ? .ok : .unprocessableContent
    return frame.reply(
      (errors.isEmpty ? "" : say(FrameText.errorPrefix)) + title, status: status,
      entry: .catalogue,
      """
      \(SettingsPages.crumbs(say, [], say(SettingsText.targets)))
      <h1>\(title)</h1>
      <p class="meta">\(say.sentences([effective, say(TargetText.who)]))</p>
      \(frame.errors(errors))
      \(saved)
      \(choice)
      \(sheet.hidesFigures ? "<p class=\"hint\">\(say(TargetText.hidden))</p>" : HTML.nothing)
      \(mayKeep ? editing(form, table, frame, errors) : table.html)
      \(trialNote)
      \(files(frame, errors))
      \(history)
      """)
  }

  private var effective: String {
    sheet.effective.map { say(TargetText.effective, say.month($0)) } ?? say(TargetText.over)
  }

  private var saved: HTML? {
    if isTrial { return "<p class=\"told\" role=\"status\">\(say(TargetText.tried))</p>" }
    return call.query["saved"].map {
      "<p class=\"told\" role=\"status\">\(say(TargetText.saved, $0))</p>"
    }
  }

  private var choice: HTML {
    let indicators = HTML(each: sheet.indicators) { indicator in
      """
      <option value="\(indicator.code)"\
      \(" selected", if: indicator.code == sheet.indicator.code)>\(say(indicator.name))</option>
      """
    }
    let kinds = HTML(each: TargetKind.allCases) { one in
      """
      <option value="\(one.rawValue)"\(" selected", if: one == kind)>\(say(one.text))</option>
      """
    }
    let years = HTML(each: (sheet.year - 2)...(sheet.year + 1)) { year in
      "<option\(" selected", if: year == sheet.year)>\(year)</option>"
    }
    return """
      <form class="pick" method="get" action="\(TargetPages.start)">
      <input type="hidden" name="of" value="\(sheet.scope.code)">
      <label for="year">\(say(TargetText.year))</label><select id="year" name="year">\(years)\
      </select>
      <label for="indicator">\(say(TargetText.indicator))</label>\
      <select id="indicator" name="indicator">\(indicators)</select>
      <label for="kind">\(say(TargetText.kind))</label><select id="kind" name="kind">\(kinds)\
      </select>
      <button class="btn">\(say(TargetText.show))</button></form>
      """
  }

  private func editing(
    _ form: TargetForm, _ table: TargetTable, _ frame: PageFrame,
    _ errors: [(text: String, field: String)]
  ) -> HTML {
    let isPath = (kind == .atMost || kind == .atLeast) && sheet.indicator.kind == .flow
    let shape: HTML? =
      isPath
      ? """
      <p><label for="shape">\(say(TargetText.shape))</label>
      <span class="hint" id="shape-hint">\(say(TargetText.shapeHint))</span>
      <select id="shape" name="shape" aria-describedby="shape-hint">
      <option value="share">\(say(TargetText.shapeShare))</option>
      <option value="even"\(" selected", if: !form.isShared)>\(say(TargetText.shapeEven))</option>
      </select></p>
      """ : nil
    let isReasonWrong = errors.contains { $0.field == "reason" }
    return """
      <form method="post" action="\(Link("catalogue", "targets", String(sheet.year)))">\
      \(frame.hiddenFields)
      <input type="hidden" name="indicator" value="\(sheet.indicator.code)">\
      <input type="hidden" name="of" value="\(sheet.scope.code)">\
      <input type="hidden" name="kind" value="\(kind.rawValue)">
      \(table.html)
      <div class="narrow">\(shape)
      <p><label for="reason">\(say(TargetText.reason))</label>
      <span class="hint" id="reason-hint">\(say(TargetText.reasonHint))</span>
      <input id="reason" name="reason" value="\(form.reason)" maxlength="200" autocomplete="off" \
      aria-describedby="reason-hint"\(" aria-invalid=\"true\"", if: isReasonWrong)></p>
      <p class="acts"><button class="btn" name="act" value="try">\(say(TargetText.tryOut))</button>
      <button class="btn btn-1" name="act" value="save">\(say(TargetText.save))</button></p></div>
      </form>
      """
  }

  private var trialNote: HTML {
    let rules =
      trials.rules.map { rules in
        say(
          trials.rulesReadTargets ? TargetText.rulesRead : .rulesIgnore,
          "\(rules.id)/\(rules.version)")
      } ?? say(TargetText.rulesNone)
    let months = say(
      TargetText.months, trials.months.first?.description ?? "",
      trials.months.last?.description ?? "")
    return "<p class=\"hint\">\(say.sentences([months, rules]))</p>"
  }

  /// A target in words, with its unit of measure.
  func sentence(_ target: Target) -> String {
    let number = MeasureText.minus(MeasureText.grouped(target.goal.description))
    guard !target.kind.isChange, target.kind != .zero else {
      return say(target.kind.sentence, number)
    }
    return say(target.kind.sentence, "\(number) \(say(sheet.indicator.unitOfMeasure))")
  }

  // MARK: - History

  private var history: HTML {
    let title: HTML = "<h2 id=\"changes\">\(say(TargetText.history))</h2>"
    guard !changes.isEmpty else {
      return "<section>\(title)<p>\(say(TargetText.historyNone))</p></section>"
    }
    var names = [sheet.scope.code: say(sheet.scope.name)]
    for row in sheet.rows { names[row.unit.code] = say(row.unit.name) }
    let rows = HTML(each: changes.prefix(50)) { change in
      let before: HTML =
        change.previous.map { "<del>\(sentence($0))</del>" } ?? "\(say(TargetText.first))"
      return """
        <tr><td>\(say.moment(change.recordedAt))</td>
        <th scope="row">\(names[change.target.unit] ?? change.target.unit)</th>
        <td>\(before) → <ins>\(sentence(change.target))</ins></td>
        <td class="p2">\(change.recordedBy ?? "")</td><td class="p2">\(change.reason)</td></tr>

        """
    }
    return """
      <section>\(title)
      <div class="scroll" tabindex="0" role="region" aria-labelledby="changes"><table class="tb">
      <thead><tr><th scope="col">\(say(TargetText.when))</th>
      <th scope="col">\(say(TargetText.unit))</th><th scope="col">\(say(TargetText.change))</th>
      <th scope="col" class="p2">\(say(TargetText.by))</th>
      <th scope="col" class="p2">\(say(TargetText.why))</th></tr></thead>
      <tbody>
      \(rows)</tbody></table></div></section>
      """
  }
}
