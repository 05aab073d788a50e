import HTTPTypes
import LedgerDomain
import LedgerOperations
import LedgerStore

/// One submission as it stands: its figures, its revisions, and what was decided about it.
enum SubmissionPage {
  static let endpoint = Endpoint.page(
    .get, "/submissions/{unit}/{form}/{period}", "page.submission",
    access: .permission(.readSubmissions),
    handle: { call in
      let (unit, form, period) = try call.submissionPlace()
      let view = try await call.ledger.submission(unit, form, period, by: call.actor())
      let names = try await call.ledger.unitHistory(unit, by: call.actor()).versions.last?.name
      var indicators: [String: Indicator] = [:]
      for definition in try await call.ledger.indicators(
        on: period.month.lastDay, by: call.actor())
      {
        let indicator = try Indicator(JSONReader(definition))
        indicators[indicator.code] = indicator
      }
      return page(
        view, RevisionKey(unit: unit, form: form, period: period, number: 0),
        names ?? BilingualText(zh: unit, en: unit), indicators, call.frame)
    })

  static func link(_ key: RevisionKey) -> Link {
    Link("submissions", key.unit, key.form, key.period.description)
  }

  /// A state as a word in a box.
  static func tag(_ state: SubmissionProgress, _ say: Say) -> HTML {
    let (text, look): (UnitText, HTML) =
      switch state {
      case .missing: (.missing, "tag-none")
      case .submitted: (.submitted, "tag-warn")
      case .approved: (.approved, "tag-warn")
      case .returned: (.returned, "tag-bad")
      case .disputed: (.disputed, "tag-bad")
      case .accepted: (.accepted, "tag-ok")
      }
    return "<span class=\"tag \(look)\">\(say(text))</span>"
  }

  private static func page(
    _ view: SubmissionView, _ key: RevisionKey, _ unit: BilingualText,
    _ indicators: [String: Indicator], _ frame: PageFrame
  ) -> Reply {
    let say = frame.say
    let title = say(
      UnitText.submissionTitle, say(unit), say(view.form.name), key.period.description)
    return frame.reply(
      title, entry: frame.session?.unit == key.unit ? .myUnit : .board,
      """
      <nav class="crumb" aria-label="\(say(UnitText.crumbs))"><ol>\
      <li><a href="\(Link("units", key.unit))">\(say(unit))</a></li>\
      <li aria-current="page">\(say(view.form.name)) \(key.period.description)</li></ol></nav>
      <h1>\(title)</h1>
      <p class="meta">\(tag(view.state, say))\(entry(view, key, frame))</p>
      \(figures(view, indicators, say))
      \(revisions(view, say))
      \(decisions(view, indicators, say))
      """)
  }

  /// The way to the form, for who may report there and has something to do.
  private static func entry(
    _ view: SubmissionView, _ key: RevisionKey, _ frame: PageFrame
  ) -> HTML? {
    let text: UnitText
    switch view.state {
    case .missing: text = .toEntry
    case .returned, .disputed: text = .toCorrection
    case .submitted, .approved, .accepted: return nil
    }
    guard view.isOpen, frame.session?.reports(key.unit, form: key.form) ?? false else { return nil }
    let place = EntryPlace(unit: key.unit, form: key.form, period: key.period)
    return " <a class=\"btn\" href=\"\(place.link())\">\(frame.say(text))</a>"
  }

  // MARK: - Figures

  private static func figures(
    _ view: SubmissionView, _ indicators: [String: Indicator], _ say: Say
  ) -> HTML {
    guard let latest = view.submission.revisions.last?.revision else {
      return "<p>\(say(UnitText.figuresNone))</p>"
    }
    let fields = zip(view.form.fields, latest.figures).enumerated()
    let rows = HTML(each: fields.map { ($0.offset, $0.element.0, $0.element.1) }) { item in
      let (position, field, figure) = item
      let indicator = indicators[field.indicator]
      let name = indicator.map { say($0.name) } ?? field.indicator
      // Small counts are hidden from those who do not work with them.
      let mark = view.mark(revision: view.submission.revisions.count - 1, field: position)
      let isNoted = mark == nil && latest.notes.indices.contains(position)
      let note = isNoted ? latest.notes[position] ?? "" : ""
      return """
        <tr id="\(field.indicator)"><th scope="row">\(name)\
        \(note.isEmpty ? HTML.nothing : "<span class=\"why-m\">\(note)</span>")</th>
        <td class="num">\(mark?.text ?? text(figure, say))</td>
        <td>\(indicator.map { say($0.unitOfMeasure) } ?? "")</td><td class="p2">\(note)</td></tr>

        """
    }
    return """
      <section><h2 id="figures">\(say(UnitText.figures))</h2>
      <div class="scroll" tabindex="0" role="region" aria-labelledby="figures"><table class="tb">
      <thead><tr><th scope="col">\(say(UnitText.indicator))</th>
      <th scope="col" class="num">\(say(UnitText.value))</th>
      <th scope="col">\(say(UnitText.unitOfMeasure))</th>
      <th scope="col" class="p2">\(say(UnitText.note))</th></tr></thead>
      <tbody>
      \(rows)</tbody></table></div></section>
      """
  }

  /// A figure as people read it, or why there is none.
  static func text(_ figure: Figure, _ say: Say) -> String {
    switch figure {
    case .number(let number): MeasureText.minus(MeasureText.grouped(number.description))
    case .absent(.missing): say(UnitText.absenceMissing)
    case .absent(.notApplicable): say(UnitText.absenceNotApplicable)
    case .absent(.withheld): say(UnitText.absenceWithheld)
    }
  }

  // MARK: - How it came about

  private static func revisions(_ view: SubmissionView, _ say: Say) -> HTML? {
    guard !view.submission.revisions.isEmpty else { return nil }
    let rows = HTML(each: view.submission.revisions.reversed()) { kept in
      """
      <tr><th scope="row">\(kept.revision.number)</th><td>\(say.moment(kept.recordedAt))</td>
      <td>\(kept.revision.submittedBy)</td>
      <td class="p2">\(say(UnitText.receipt, kept.revision.unit, String(kept.entry)))</td></tr>

      """
    }
    return """
      <section><h2 id="revisions">\(say(UnitText.revisions))</h2>
      <div class="scroll" tabindex="0" role="region" aria-labelledby="revisions"><table class="tb">
      <thead><tr><th scope="col">\(say(UnitText.revision))</th>
      <th scope="col">\(say(UnitText.submittedAt))</th><th scope="col">\(say(UnitText.by))</th>
      <th scope="col" class="p2">\(say(UnitText.source))</th></tr></thead>
      <tbody>
      \(rows)</tbody></table></div></section>
      """
  }

  private static func decisions(
    _ view: SubmissionView, _ indicators: [String: Indicator], _ say: Say
  ) -> HTML {
    func name(_ code: String) -> String { indicators[code].map { say($0.name) } ?? code }
    let reviews = HTML(each: view.submission.reviews) { review in
      let stage: UnitText = review.stage == Review.Stage.unit.rawValue ? .unitStage : .officeStage
      let word: UnitText =
        review.decision == Review.Decision.approve.rawValue ? .approve : .returnWord
      return """
        <li>\(say.moment(review.recordedAt)) \(say(stage)) (\(review.revision)): \(say(word)), \
        \(review.decidedBy)\(reasons(review.reasons, view, name))</li>
        """
    }
    let verifications = HTML(each: view.submission.verifications) { one in
      let isDispute = one.decision == FigureVerification.Decision.dispute.rawValue
      let isHidden = view.hides(one.indicator)
      return """
        <li>\(say.moment(one.recordedAt)) \(name(one.indicator)) (\(one.revision)): \
        \(say(isDispute ? UnitText.dispute : .confirm)) \
        \(isHidden ? "" : one.figure?.description ?? "") \(isHidden ? "" : one.reason), \
        \(one.decidedBy)</li>
        """
    }
    let isNone = view.submission.reviews.isEmpty && view.submission.verifications.isEmpty
    return """
      <section><h2>\(say(UnitText.decisions))</h2>
      \(isNone ? "<p>\(say(UnitText.decisionsNone))</p>" : "<ul>\(reviews)\(verifications)</ul>")
      </section>
      """
  }

  /// The reasons of a return, each with its indicator.
  private static func reasons(
    _ text: String, _ view: SubmissionView, _ name: (String) -> String
  ) -> HTML {
    guard let value = try? JSONValue(parsing: Array(text.utf8)), case .array(let items) = value,
      !items.isEmpty
    else { return .nothing }
    let list = HTML(each: items) { item in
      var subject = ""
      if case .string(let code)? = item["indicator"] {
        guard !view.hides(code) else { return .nothing }
        subject = name(code) + " "
      }
      guard case .string(let reason)? = item["text"] else { return .nothing }
      return "<li>\(subject)\(reason)</li>"
    }
    return "<ul>\(list)</ul>"
  }
}

extension ActingSession {
  /// Whether somebody's own grants let them report a form of a unit; the act itself asks again.
  func reports(_ unit: String, form: String) -> Bool {
    grants.contains { grant in
      Permission.submit.rule.roles.contains(grant.role) && grant.unit == unit
        && (grant.form ?? form) == form
    }
  }
}
