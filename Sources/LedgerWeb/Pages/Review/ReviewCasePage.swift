import HTTPTypes
import LedgerDomain
import LedgerOperations
import LedgerStore

/// One submission before its reviewer: figure by figure, and the decision.
enum ReviewCasePage {
  private static let access = Endpoint.Access.signedIn([.reviewForUnit, .acceptForOffice])

  static let show = Endpoint.page(
    .get, "/review/{unit}/{form}/{period}", "page.review.case", access: access,
    handle: { call in try await reply(call, nil) })

  static let decide = Endpoint.act(
    "/review/{unit}/{form}/{period}", "page.review.decide", access: access,
    handle: { call in
      let (unit, form, period) = try call.submissionPlace()
      guard let number = Int(try call.form.text("revision", max: 6)), number > 0 else {
        throw Refusal(RequestRefusal.formMalformed)
      }
      let key = RevisionKey(unit: unit, form: form, period: period, number: number)
      let sent = try Sent(call)
      if let problem = sent.problem(call.say) {
        return try await reply(call, Attempt(errors: [problem], number: number))
      }
      let request = RevisionReview(
        revision: key, stage: Review.Stage(rawValue: call.form["stage"] ?? ""),
        decision: sent.decision ?? .return, reasons: sent.reasons)
      return try await call.see(
        { (review: Review) in link(after: review) }, field: sent.field,
        again: { attempt in
          let status = Problem.status(of: attempt.refusal.kind, attempt.refusal.code)
          return try await reply(
            call, Attempt(errors: attempt.errors, number: number, status: status))
        },
        { try await call.ledger.review(request, by: $0) })
    })

  static func link(_ key: RevisionKey) -> Link {
    Link("review", key.unit, key.form, key.period.description)
  }

  private static func link(after review: Review) -> Link {
    Link(
      "review",
      query: [("done", review.decision.rawValue), ("of", review.revision.object)])
  }

  /// A decision as the form states it.
  private struct Sent {
    let decision: Review.Decision?
    let reasons: [(indicator: String?, text: String)]

    init(_ call: Call) throws {
      decision = call.form["decision"].flatMap { Review.Decision(rawValue: $0) }
      var reasons: [(indicator: String?, text: String)] = []
      for indicator in call.form.names(after: "reason.") {
        let text = try call.form.text("reason." + indicator, max: 1_000)
        if !text.isEmpty { reasons.append((indicator, text)) }
      }
      let general = try call.form.text("reason", max: 1_000)
      if !general.isEmpty { reasons.append((nil, general)) }
      self.reasons = reasons
    }

    /// What is contradictory before anybody is asked.
    func problem(_ say: Say) -> (text: String, field: String)? {
      guard let decision else { return (say(ReviewText.decisionMissing), "decision") }
      guard decision == .approve, let first = reasons.first(where: { $0.indicator != nil }) else {
        return nil
      }
      return (say(ReviewText.reasonsWithApproval), "reason-\(first.indicator ?? "")")
    }

    /// The field that a refusal is about.
    func field(_ refusal: Refusal) -> String {
      guard case .pointer(let pointer) = refusal.place else { return "decision" }
      let parts = pointer.split(separator: "/")
      guard parts.first == "reasons", parts.count > 1, let position = Int(parts[1]),
        reasons.indices.contains(position)
      else { return parts.first == "reasons" ? "reason" : "decision" }
      return reasons[position].indicator.map { "reason-\($0)" } ?? "reason"
    }
  }

  /// A decision that was not taken.
  struct Attempt: Sendable {
    let errors: [(text: String, field: String)]
    let number: Int
    var status = HTTPResponse.Status.unprocessableContent
  }

  private static func reply(_ call: Call, _ attempt: Attempt?) async throws -> Reply {
    let (unit, form, period) = try call.submissionPlace()
    let known = try await call.ledger.reviewCase(unit, form, period, by: call.actor())
    var frame = call.frame
    let key = RevisionKey(unit: unit, form: form, period: period, number: 1)
    frame.target = link(key)
    let view = ReviewCaseView(
      key: key, known: known, names: try await ReviewNames(call, on: period.lastDay),
      frame: frame, form: call.form, attempt: attempt)
    return view.reply
  }
}

/// The page.
private struct ReviewCaseView: Sendable {
  let key: RevisionKey
  let known: ReviewCase
  let names: ReviewNames
  let frame: PageFrame
  let form: FormFields
  let attempt: ReviewCasePage.Attempt?

  private var say: Say { frame.say }

  /// The errors, and first of all that there is a newer revision than the one that was looked at.
  private var errors: [(text: String, field: String)] {
    guard let attempt else { return [] }
    guard let now = known.sheet?.revision.number, now != attempt.number else {
      return attempt.errors
    }
    return [(say(ReviewText.newer, String(attempt.number), String(now)), "decision")]
  }

  var reply: Reply {
    let title = say(
      ReviewText.caseTitle, names.unit(key.unit), names.form(key.form), key.period.description)
    let isWrong = attempt != nil
    return frame.reply(
      (isWrong ? say(FrameText.errorPrefix) : "") + title, status: attempt?.status ?? .ok,
      entry: .review,
      """
      <nav class="crumb" aria-label="\(say(UnitText.crumbs))"><ol>\
      <li><a href="\(Link("review"))">\(say(ReviewText.queueTitle))</a></li>\
      <li aria-current="page">\(names.unit(key.unit))</li></ol></nav>
      <h1>\(title)</h1>
      \(frame.errors(errors))
      <p class="meta">\(SubmissionPage.tag(known.view.state, say)) \(summary) \
      <a href="\(SubmissionPage.link(key))">\(say(ReviewText.history))</a></p>
      \(content)
      """)
  }

  private var summary: String {
    guard let kept = known.view.submission.revisions.last else { return "" }
    let stage: ReviewText = known.stage == .unit ? .stageUnit : .stageOffice
    return say(
      ReviewText.submittedBy, String(kept.revision.number), kept.revision.submittedBy,
      say.moment(kept.recordedAt), say(stage))
  }

  private var content: HTML {
    guard let sheet = known.sheet else { return "<p>\(say(UnitText.figuresNone))</p>" }
    guard known.obstacle == nil, let stage = known.stage else {
      let why = known.obstacle.map {
        say.sentences([$0.text(in: say.language), $0.wayOut(in: say.language)])
      }
      return """
        <p class="lead" role="status">\(say(ReviewText.notNow))\
        \(say.language == .chinese ? "：" : ": ")\(why ?? "")</p>
        \(ReviewLines(sheet: sheet, names: names).html)
        """
    }
    let lines = ReviewLines(
      sheet: sheet, names: names, last: (say(ReviewText.reason), { reason($0.indicator) }),
      isUnfolded: sheet.lines.contains { !(form["reason." + $0.indicator] ?? "").isEmpty })
    return """
      <form method="post" action="\(ReviewCasePage.link(key))" class="decide">\(frame.hiddenFields)
      <input type="hidden" name="revision" value="\(sheet.revision.number)">
      <input type="hidden" name="stage" value="\(stage.rawValue)">
      <p class="hint">\(say(ReviewText.reasonHint))</p>
      \(lines.html)
      \(decision)</form>
      """
  }

  private func error(at field: String) -> HTML {
    guard let text = errors.first(where: { $0.field == field })?.text else { return .nothing }
    return "<span class=\"err\" id=\"\(field)-error\">\(text)</span>"
  }

  private func reason(_ indicator: String) -> HTML {
    let field = "reason-\(indicator)"
    let label = "\(say(ReviewText.reason))：\(names.bare(indicator))"
    let isWrong = errors.contains { $0.field == field }
    return """
      \(error(at: field))<input class="wide" id="\(field)" name="reason.\(indicator)" \
      maxlength="200" aria-label="\(label)" value="\(form["reason." + indicator] ?? "")"\
      \(" aria-invalid=\"true\"", if: isWrong)>
      """
  }

  private var decision: HTML {
    func radio(_ decision: Review.Decision, _ text: ReviewText, id: String) -> HTML {
      let isChosen = form["decision"] == decision.rawValue
      return """
        <label class="tick"><input type="radio" id="\(id)" name="decision" \
        value="\(decision.rawValue)"\(" checked", if: isChosen)>\(say(text))</label>
        """
    }
    return """
      <fieldset class="inl"><legend>\(say(ReviewText.decision))</legend>\(error(at: "decision"))
      \(radio(.approve, .approve, id: "decision"))
      \(radio(.return, .returned, id: "decision-return"))
      </fieldset>
      <p><label for="reason">\(say(ReviewText.general))</label>
      <span class="hint" id="reason-hint">\(say(ReviewText.generalHint))</span>
      \(error(at: "reason"))<input class="wide" id="reason" name="reason" maxlength="200" \
      aria-describedby="reason-hint" value="\(form["reason"] ?? "")"></p>
      <p><button class="btn btn-1">\(say(ReviewText.decide))</button></p>
      """
  }
}
