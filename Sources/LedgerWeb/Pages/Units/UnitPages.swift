import HTTPTypes
import LedgerCharts
import LedgerDomain
import LedgerOperations
import LedgerStore

/// One unit: its place and colour, why, how it came to it, and what it submitted.
enum UnitPages {
  static let all: [Endpoint] = [show, SubmissionPage.endpoint]

  private static let show = Endpoint.page(
    .get, "/units/{code}", "page.unit", access: .permission(.readPublished),
    query: [
      .month(),
      Endpoint.Parameter(
        name: "path", text: "The indicator whose way through the year is shown.",
        form: "CASE_CNT"),
    ],
    handle: { call in
      let view = try await UnitView(call)
      let records = try await UnitRecords(call, view.code)
      return UnitPage(view: view, records: records, frame: call.frame).reply
    })
}

/// The page.
private struct UnitPage: Sendable {
  let view: UnitView
  let records: UnitRecords
  let frame: PageFrame

  private var say: Say { view.say }

  var reply: Reply {
    let name = say(view.name)
    let isOwn = frame.session?.unit == view.code
    return frame.reply(
      name, entry: isOwn ? .myUnit : .board,
      """
      <nav class="crumb" aria-label="\(say(UnitText.crumbs))"><ol>\
      <li><a href="\(view.month.map { BoardPages.link(to: $0.head) } ?? Link())">\
      \(say(FrameText.board))</a></li><li aria-current="page">\(name)</li></ol></nav>
      <div class="hd"><div><h1>\(name) \(chip)</h1>\(summary)\(step)\(papers)</div>
      <p class="pick"><button type="button" class="btn" data-print hidden>\
      \(say(FrameText.print))</button></p></div>
      \(note)
      \(UnitTargets(view: view).section)
      \(UnitYear(view: view).section)
      \(UnitScore(view: view).sections)
      \(UnitGain(view: view).section)
      \(UnitHistory(view: view).section)
      \(records.section(say))
      \(submissions)
      """)
  }

  private var note: HTML? {
    guard !view.sight.isWhole else { return nil }
    let text = view.sight.isNone ? say(UnitText.hiddenNote) : say(PathText.partly)
    return "<p class=\"hint\">\(text)</p>"
  }

  /// Where it stands on the ladder.
  private var step: HTML? {
    guard let found = view.escalations,
      let unit = found.units.first(where: { $0.code == view.code })
    else { return nil }
    let words = LadderWords(say: say, ladder: found.ladder)
    var parts = [
      unit.standing.decision.map { decision in
        say(LadderText.unitOn, words.name(unit.standing.step), say.month(decision.month))
      } ?? say(LadderText.unitOff)
    ]
    if let proposal = unit.proposal {
      parts.append(say(LadderText.unitProposed, words.move(proposal)))
    }
    return """
      <p class="meta">\(say.sentences(parts)) \
      <a href="\(LadderPages.link(of: found.scope))">\(say(LadderText.link))</a></p>
      """
  }

  /// The papers of the unit: what it has to do, and the marks of its last year.
  private var papers: HTML? {
    guard let session = frame.session, session.holds(.readTasks) else { return nil }
    return """
      <p class="meta"><a href="\(Link("units", view.code, "sheet"))">\(say(SheetText.title))</a> \
      <a href="\(AssessmentPages.root)">\(say(AssessmentText.title))</a></p>
      """
  }

  private var chip: HTML? {
    guard let month = view.month else { return nil }
    return Chip(month.colour(view.code), say).html
  }

  private var summary: HTML {
    guard let month = view.month, let standing = view.standing, let history = view.history else {
      return "<p class=\"meta\">\(say(UnitText.noResult))</p>"
    }
    let period = say.month(month.head.period)
    var parts: [String] = []
    if let rank = Standing.rankText(doubled: standing.doubledRank) {
      parts.append(say(UnitText.rankOf, period, rank, String(month.ranking.ranked)))
    } else {
      let reason: BoardText = standing.unranked == .byMethod ? .byMethod : .tooLittle
      parts.append(say(UnitText.unrankedNow, period, say(reason)))
    }
    if let before = Standing.rankText(doubled: standing.previousDoubledRank) {
      parts.append(say(UnitText.rankBefore, before))
    }
    if standing.score != nil {
      parts.append(say(UnitText.scoreIs, month.marks(standing.score, shown: 2)))
    }
    let colour = month.colour(view.code)
    let months = history.streak { $0.colour(view.code) == colour }
    if months > 1 {
      parts.append(say(UnitText.colourFor, String(months), say.colour(colour)))
    }
    return """
      <p class="meta">\(parts.joined(separator: say.language == .chinese ? "，" : ", "))</p>
      \(scorePlace(month, standing))
      """
  }

  /// Marks are public, so that everybody may see where they lie.
  private func scorePlace(
    _ month: PublishedMonth, _ standing: EditionResult.UnitStanding
  ) -> HTML? {
    guard let score = standing.score else { return nil }
    let all = month.ranking.standings.compactMap(\.score)
    let label = say(
      UnitText.scorePlaceLabel, month.marks(score, shown: 2), month.marks(all.min(), shown: 2),
      month.marks(all.max(), shown: 2))
    let rail = Charts.rangeRail(
      all: all.map { Fraction(Int128($0)) }, own: Fraction(Int128(score)), target: nil,
      colour: month.colour(view.code), label: label)
    return "<p>\(say(UnitText.scorePlace)) \(rail)</p>"
  }

  // MARK: - Submissions

  /// The way to the form that came back, for who may report on it.
  private func correction(
    _ item: (state: SubmissionState, progress: SubmissionProgress)
  ) -> HTML? {
    let key = item.state.latest
    guard item.progress == .returned,
      frame.session?.reports(key.unit, form: key.form) ?? false
    else { return nil }
    let place = EntryPlace(unit: key.unit, form: key.form, period: key.period)
    return " <a href=\"\(place.link())\">\(say(UnitText.toCorrection))</a>"
  }

  /// The way to what is still to be reported.
  private var entry: HTML? {
    guard frame.session?.holds(.submit) ?? false, frame.session?.unit == view.code else {
      return nil
    }
    return "<p><a href=\"\(Link("entry"))\">\(say(UnitText.toEntry))</a></p>"
  }

  private var submissions: HTML? {
    guard view.readsSubmissions else { return nil }
    let title: HTML = "<h2 id=\"submissions\">\(say(UnitText.submissions))</h2>"
    guard !view.submissions.isEmpty else {
      return "<section>\(title)\(entry)<p>\(say(UnitText.submissionsNone))</p></section>"
    }
    let rows = HTML(each: view.submissions.prefix(12)) { item in
      let key = item.state.latest
      return """
        <tr><th scope="row"><a href="\(SubmissionPage.link(key))">\(view.formName(key.form)) \
        \(key.period.description)</a></th>
        <td class="num">\(key.number)</td>
        <td>\(SubmissionPage.tag(item.progress, say))\(correction(item))</td>
        <td class="p2">\(item.state.submittedBy)</td></tr>

        """
    }
    return """
      <section>\(title)\(entry)
      <div class="scroll" tabindex="0" role="region" aria-labelledby="submissions">
      <table class="tb"><thead><tr><th scope="col">\(say(UnitText.form))</th>
      <th scope="col" class="num">\(say(UnitText.revision))</th>
      <th scope="col">\(say(UnitText.state))</th>
      <th scope="col" class="p2">\(say(UnitText.by))</th></tr></thead>
      <tbody>
      \(rows)</tbody></table></div></section>
      """
  }
}
