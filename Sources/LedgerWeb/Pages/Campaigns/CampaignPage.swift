import HTTPTypes
import LedgerCharts
import LedgerDomain
import LedgerOperations
import LedgerStore

/// One campaign: cards, days, units, phases, documents, and the acts that are allowed now.
struct CampaignPage: Sendable {
  let call: Call
  let shown: ShownCampaign
  /// What was typed and refused.
  let attempt: FormAttempt?

  private var say: Say { call.say }
  private var campaign: Campaign { shown.campaign }
  private var history: CampaignHistory { shown.standing.history }
  private var link: Link { Link("campaigns", campaign.code) }
  private var words: CampaignWords { CampaignWords(say: say) }

  var reply: Reply {
    var frame = call.frame
    frame.target = link
    let errors = attempt?.errors ?? []
    let status = attempt.map { Problem.status(of: $0.refusal.kind, $0.refusal.code) } ?? .ok
    let title = say(campaign.name)
    let table = CampaignTable(shown, say: say, by: call.query["by"])
    return frame.reply(
      (errors.isEmpty ? "" : say(FrameText.errorPrefix)) + title, status: status, entry: .tasks,
      """
      <p class="crumb"><a href="\(CampaignPages.link)">\(say(CampaignText.back))</a></p>
      <h1>\(title)</h1>
      \(frame.errors(errors))
      \(done)
      <p class="meta">\(span) \(Self.tag(shown.standing.state, say))\(now)</p>
      \(sealed)
      <section><h2 id="board">\(say(CampaignText.board))</h2>
      <p class="lead">\(say(CampaignText.notRanking))</p>
      \(table.map(board) ?? "<p>\(say(CampaignText.noFigures))</p>")\(entry)</section>
      \(CampaignFacts(shown: shown, say: say).html)
      \(shown.mayKeep ? CampaignForms(shown: shown, frame: frame, attempt: attempt).html : nil)
      """)
  }

  static func tag(_ state: CampaignState, _ say: Say) -> HTML {
    switch state {
    case .planned: "<span class=\"tag tag-none\">\(say(state.text))</span>"
    case .running: "<span class=\"tag tag-warn\">\(say(state.text))</span>"
    case .ended: "<span class=\"tag tag-bad\">\(say(state.text))</span>"
    case .closed: "<span class=\"tag tag-ok\">\(say(state.text))</span>"
    }
  }

  private var done: HTML? {
    let texts: [String: CampaignText] = ["extend": .extend, "end": .end, "close": .close]
    guard attempt == nil, let act = call.query["done"].flatMap({ texts[$0] }) else { return nil }
    return "<p class=\"note\" role=\"status\">\(say(CampaignText.done, say(act)))</p>"
  }

  private var span: String {
    say(
      CampaignText.days, campaign.start.description,
      history.end?.description ?? say(CampaignText.openEnd), say(campaign.days.text))
  }

  private var now: HTML? {
    shown.standing.phase.map { " \(say(CampaignText.phase)) <b>\(say($0.label))</b>" }
  }

  /// Whoever reports its forms reaches them from the list of what is due.
  private var entry: HTML? {
    guard shown.standing.state == .running, call.session?.holds(.submit) ?? false else {
      return nil
    }
    return "<p><a class=\"btn\" href=\"\(Link("entry"))\">\(say(CampaignText.entry))</a></p>"
  }

  private var sealed: HTML? {
    guard let event = history.closing, let text = event.summary,
      let document = try? JSONValue(parsing: Array(text.utf8)),
      let summary = try? CampaignSummary.read(document)
    else { return nil }
    let sentences = HTML(each: summary.sentences) { "<li>\(say($0))</li>" }
    return """
      <section class="note-box"><h2>\(say(CampaignText.summary))</h2><ul>\(sentences)</ul>
      <p>\(summary.closing)</p>
      <p class="hint wrapped">\
      \(say(CampaignText.sealed, event.day.description, event.digest ?? ""))</p></section>
      """
  }

  // MARK: - The board

  private func board(_ table: CampaignTable) -> HTML {
    let count = (String(shown.units.count), String(shown.participants))
    let seen: HTML? =
      shown.units.count < shown.participants
      ? "<p class=\"hint\">\(say(CampaignText.shownUnits, count.0, count.1))</p>" : nil
    let isHidden = table.cells.contains { $0.contains("*") }
    return """
      \(cards(table))
      \(chart(table))
      \(seen)\(isHidden ? "<p class=\"hint\">\(say(CampaignText.hidden))</p>" : HTML.nothing)
      \(rows(table))
      <p><a class="btn" href="\(by(table.indicator, Link("campaigns", campaign.code, "file")))">\
      \(say(CampaignText.file))</a></p>
      """
  }

  private func by(_ indicator: Int, _ link: Link) -> Link {
    link.adding("by", shown.board.indicators[indicator])
  }

  /// One card for each indicator: the sum, the last day, the change; a link to its board.
  private func cards(_ table: CampaignTable) -> HTML {
    let items = HTML(each: shown.indicators.indices) { position in
      let (indicator, sum) = (shown.indicators[position], shown.board.totals[position])
      let isHidden = shown.sight.hidesTotal(indicator: position)
      let day = shown.board.windows.days.last?.description ?? ""
      let last = isHidden ? "*" : sum.last.map { words.number($0) } ?? "—"
      let change =
        isHidden
        ? "*"
        : sum.before.change == nil ? say(CampaignText.nothing) : words.change(sum.before) + "%"
      return """
        <li><a href="\(by(position, link).at("board"))"\
        \(" aria-current=\"true\"", if: position == table.indicator)>\(say(indicator.name))</a>
        <span class="under"><b>\(isHidden ? "*" : words.number(sum.cumulative, indicator))</b>\
        \(say(indicator.unitOfMeasure))</span>
        <span class="under">\(say(CampaignText.dayOf, day, last))</span>
        <span class="under">\(say(CampaignText.against, change))</span></li>

        """
    }
    return "<ul class=\"cards\">\(items)</ul>"
  }

  private func chart(_ table: CampaignTable) -> HTML? {
    let (board, position) = (shown.board, table.indicator)
    guard !shown.sight.hidesTotal(indicator: position), board.windows.days.count > 1 else {
      return nil
    }
    let values = board.daily[position].compactMap(\.self)
    let decimals = MeasureText.shownDecimals(shown.indicators[position])
    func text(_ value: Fraction?) -> String { value?.text(decimals: decimals) ?? "—" }
    let label = say(
      CampaignText.chartLabel, say(shown.indicators[position].name),
      board.windows.days.first?.description ?? "", board.windows.days.last?.description ?? "",
      text(values.max()), text(values.min()))
    let chart = DaysChart(
      days: board.daily[position], before: board.dailyBefore[position],
      lastYear: board.dailyLastYear[position],
      labels: board.windows.days.map { day in
        let (_, month, number) = day.components
        return "\(month)-\(number)"
      })
    return """
      <div class="only-w">\(chart.drawing(width: 860, label: label))</div>
      <div class="only-n">\(chart.drawing(width: 360, label: label))</div>
      <ul class="legend"><li>\(say(CampaignText.legendDays))</li>\
      <li>\(say(CampaignText.legendBefore))</li><li>\(say(CampaignText.legendLastYear))</li></ul>
      <p class="hint">\(say(CampaignText.gaps))</p>
      """
  }

  private func rows(_ table: CampaignTable) -> HTML {
    func cells(_ row: [String]) -> HTML {
      HTML(each: row.dropFirst()) { "<td class=\"num\">\($0)</td>" }
    }
    let units = table.hasTotal ? table.cells.dropLast() : table.cells[...]
    let body = HTML(each: units) { row in
      "<tr><th scope=\"row\">\(row.first ?? "")</th>\(cells(row))</tr>\n"
    }
    let foot: HTML? =
      table.hasTotal
      ? table.cells.last.map { row -> HTML in
        "<tfoot><tr><th scope=\"row\">\(row.first ?? "")</th>\(cells(row))</tr></tfoot>"
      } : nil
    let head = HTML(each: table.headings.enumerated()) { position, heading in
      """
      <th scope="col" class="long\(" num", if: position > 0)">\(heading)</th>
      """
    }
    return """
      <div class="scroll" tabindex="0" role="region" aria-labelledby="board">\
      <table class="tb campaign"><thead><tr>\(head)</tr></thead>
      <tbody>
      \(body)</tbody>\(foot)</table></div>
      """
  }
}

/// What a campaign is: its phases, its documents, what was decided.
struct CampaignFacts: Sendable {
  let shown: ShownCampaign
  let say: Say

  private var campaign: Campaign { shown.campaign }

  var html: HTML { "\(phases)\(documents)\(events)" }

  private var phases: HTML? {
    guard !campaign.phases.isEmpty else { return nil }
    let items = HTML(each: campaign.phases) { phase in
      let isNow = phase == shown.standing.phase && shown.standing.state == .running
      let until = phase.to?.description ?? say(CampaignText.openEnd)
      let tag: HTML? =
        isNow ? "<span class=\"tag tag-warn\">\(say(CampaignText.current))</span>" : nil
      return """
        <li>\(say(phase.label)) <span class="dim day">\(phase.from.description) – \(until)</span>\
        \(tag)</li>
        """
    }
    return "<section><h2>\(say(CampaignText.phases))</h2><ol>\(items)</ol></section>"
  }

  private var documents: HTML {
    let rows = HTML(each: campaign.documents) { document in
      """
      <tr><th scope="row">\(document.number)</th><td>\(document.issuer)</td>\
      <td class="day">\(document.issued.description)</td></tr>

      """
    }
    return """
      <section><h2 id="documents">\(say(CampaignText.documents))</h2>
      <div class="scroll" tabindex="0" role="region" aria-labelledby="documents">\
      <table class="tb"><thead><tr><th scope="col">\(say(CampaignText.document))</th>\
      <th scope="col">\(say(CampaignText.issuer))</th>\
      <th scope="col">\(say(CampaignText.issued))</th></tr></thead>
      <tbody>
      \(rows)</tbody></table></div></section>
      """
  }

  private var events: HTML? {
    let events = shown.standing.history.events
    guard !events.isEmpty else { return nil }
    let rows = HTML(each: events) { event in
      let source = event.document.map { [$0.issuer, $0.number].joined(separator: " ") } ?? ""
      return """
        <tr><td class="day">\(event.day.description)</td>\
        <th scope="row">\(say(event.act.text))</th>\
        <td class="day">\(event.act.lastDay?.description ?? "")</td>\
        <td>\(source)</td>\
        <td>\(event.decidedBy)</td></tr>

        """
    }
    return """
      <section><h2 id="decided">\(say(CampaignText.decided))</h2>
      <div class="scroll" tabindex="0" role="region" aria-labelledby="decided">\
      <table class="tb"><thead><tr><th scope="col">\(say(CampaignText.from))</th>\
      <th scope="col">\(say(CampaignText.act))</th><th scope="col">\(say(CampaignText.until))</th>\
      <th scope="col">\(say(CampaignText.documents))</th>\
      <th scope="col">\(say(CampaignText.by))</th></tr></thead>
      <tbody>
      \(rows)</tbody></table></div></section>
      """
  }
}

/// What the office may decide now.
struct CampaignForms: Sendable {
  let shown: ShownCampaign
  let frame: PageFrame
  let attempt: FormAttempt?

  private var say: Say { frame.say }
  private var history: CampaignHistory { shown.standing.history }

  var html: HTML {
    switch shown.standing.state {
    case .planned, .closed: return .nothing
    case .ended: return closing
    case .running:
      let isDecided = history.events.contains { event in
        if case .end = event.act { true } else { false }
      }
      guard !isDecided else { return .nothing }
      let extend = history.end == nil ? HTML.nothing : decision("extend", .extend, .extendHint)
      return "\(extend)\(decision("end", .end, .endHint))"
    }
  }

  private func decision(
    _ act: String, _ title: CampaignText, _ hint: CampaignText
  ) -> HTML {
    let isOpen = attempt?.errors.contains { $0.field.hasPrefix("\(act)-") } ?? false
    return """
      <details class="act"\(" open", if: isOpen)><summary>\(say(title))</summary>
      <form method="post" class="narrow" \
      action="\(Link("campaigns", shown.campaign.code, act))">\(frame.hiddenFields)
      <p class="hint">\(say(hint))</p>
      \(field("\(act)-until", .newEnd, type: "date"))
      \(field("\(act)-document", .document))
      \(field("\(act)-issuer", .issuer))
      \(field("\(act)-issued", .issued, type: "date"))
      <p><button class="btn btn-1">\(say(title))</button></p></form></details>
      """
  }

  private func field(_ id: String, _ label: CampaignText, type: String = "text") -> HTML {
    let error = attempt?.error(at: id)
    let message: HTML? = error.map { "<span class=\"field-error\" id=\"\(id)-error\">\($0)</span>" }
    let described: HTML =
      error == nil ? .nothing : " aria-invalid=\"true\" aria-describedby=\"\(id)-error\""
    return """
      <p><label for="\(id)">\(say(label))</label>\(message)
      <input id="\(id)" name="\(id)" type="\(type)" value="\(attempt?[id] ?? "")" \
      maxlength="200" autocomplete="off"\(described)></p>
      """
  }

  private var closing: HTML {
    guard let draft = shown.draft else { return .nothing }
    let id = "close-closing"
    let error = attempt?.error(at: id)
    let message: HTML? = error.map { "<span class=\"field-error\" id=\"\(id)-error\">\($0)</span>" }
    let sentences = HTML(each: draft.sentences) { "<li>\(say($0))</li>" }
    return """
      <section><h2>\(say(CampaignText.close))</h2>
      <p class="hint">\(say(CampaignText.closeHint))</p>
      <p>\(say(CampaignText.preview))</p><ul>\(sentences)</ul>
      <form method="post" class="narrow" \
      action="\(Link("campaigns", shown.campaign.code, "close"))">\(frame.hiddenFields)
      <p><label for="\(id)">\(say(CampaignText.closing))</label>
      <span class="hint" id="\(id)-hint">\(say(CampaignText.closingHint))</span>\(message)
      <textarea id="\(id)" name="\(id)" maxlength="2000" rows="6" \
      aria-describedby="\(id)-hint"\(" aria-invalid=\"true\"", if: error != nil)>\
      \(attempt?[id] ?? "")</textarea></p>
      <p><button class="btn btn-1">\(say(CampaignText.close))</button></p></form></section>
      """
  }
}
