import HTTPTypes
import LedgerDomain
import LedgerOperations
import LedgerStore

/// Verifying: the agency that holds the source confirms figures, or disputes them with its own.
enum VerificationPages {
  static let all: [Endpoint] = [queue, show, verify]

  private static let queue = Endpoint.page(
    .get, "/verification", "page.verification", access: .permission(.verifyFigure),
    handle: { call in
      let items = try await call.ledger.verificationQueue(by: call.actor())
      return queuePage(items, try await ReviewNames(call), call.frame)
    })

  private static let show = Endpoint.page(
    .get, "/verification/{unit}/{form}/{period}", "page.verification.case",
    access: .permission(.verifyFigure),
    query: [
      .word("done", "What was said just now.", of: ["confirm", "dispute"]),
      .text("of", "Of which indicator."),
    ],
    handle: { call in try await reply(call, nil) })

  private static let verify = Endpoint.act(
    "/verification/{unit}/{form}/{period}", "page.verification.verify",
    access: .permission(.verifyFigure),
    handle: { call in
      let (unit, form, period) = try call.submissionPlace()
      let indicator = try call.form.text("indicator", max: 64)
      let isDispute = call.form["decision"] == FigureVerification.Decision.dispute.rawValue
      let request = VerificationRequest(
        unit: unit, form: form, period: period,
        revision: Int(try call.form.text("revision", max: 6)), indicator: indicator,
        figure: isDispute ? try call.form.text("figure", max: 40) : nil,
        reason: isDispute ? try call.form.text("reason", max: 1_000) : "")
      let place = link(RevisionKey(unit: unit, form: form, period: period, number: 1))
      return try await call.see(
        { (_: Void) in
          place.adding("done", isDispute ? "dispute" : "confirm").adding("of", indicator)
        },
        field: { refusal in
          let isFigure = refusal.place == .option("--dispute")
          return (isFigure ? "figure-" : isDispute ? "reason-" : "line-") + indicator
        }, again: { try await reply(call, $0) },
        { try await call.ledger.verifyFigure(request, by: $0) })
    })

  static func link(_ key: RevisionKey) -> Link {
    Link("verification", key.unit, key.form, key.period.description)
  }

  private static func queuePage(
    _ items: [VerificationItem], _ names: ReviewNames, _ frame: PageFrame
  ) -> Reply {
    let say = frame.say
    let title = say(ReviewText.verificationTitle)
    let rows = HTML(each: items.prefix(200)) { item in
      let key = item.waiting.key
      let count = say(
        ReviewText.figures, String(item.verified), String(item.sheet.lines.count))
      let disputed: HTML =
        item.disputed == 0
        ? "—" : "<span class=\"tag tag-bad\">\(item.disputed)</span>"
      return """
        <tr><th scope="row"><a href="\(link(key))">\(names.submission(key))</a></th>
        <td>\(count)</td><td>\(disputed)</td></tr>

        """
    }
    let table: HTML = """
      <div class="scroll" tabindex="0" role="region" aria-label="\(title)"><table class="tb">
      <thead><tr><th scope="col">\(say(ReviewText.submission))</th>
      <th scope="col">\(say(ReviewText.verified))</th>
      <th scope="col">\(say(ReviewText.disputed))</th></tr></thead>
      <tbody>
      \(rows)</tbody></table></div>
      """
    return frame.reply(
      title, entry: .review,
      """
      <h1>\(title) <span class="cnt">\(items.count)</span></h1>
      <p class="lead">\(say(items.isEmpty ? ReviewText.verificationNone : .verificationLead))</p>
      \(items.isEmpty ? .nothing : table)
      """)
  }

  private static func reply(_ call: Call, _ attempt: FormAttempt?) async throws -> Reply {
    let (unit, form, period) = try call.submissionPlace()
    let known = try await call.ledger.reviewCase(unit, form, period, by: call.actor())
    var frame = call.frame
    let key = RevisionKey(unit: unit, form: form, period: period, number: 1)
    frame.target = link(key)
    let view = VerificationView(
      key: key, known: known, names: try await ReviewNames(call, on: period.lastDay),
      frame: frame, attempt: attempt, query: call.query)
    return view.reply
  }
}

/// The page of one submission's figures.
private struct VerificationView: Sendable {
  let key: RevisionKey
  let known: ReviewCase
  let names: ReviewNames
  let frame: PageFrame
  let attempt: FormAttempt?
  let query: [String: String]

  private var say: Say { frame.say }

  var reply: Reply {
    let title = "\(say(ReviewText.verify)) \(names.submission(key))"
    var happened: HTML = .nothing
    if let word = query["done"], let indicator = query["of"] {
      let text: ReviewText = word == "confirm" ? .verifiedNow : .disputedNow
      happened = "<p class=\"done\" role=\"status\">\(say(text, names.bare(indicator)))</p>"
    }
    let status = attempt.map { Problem.status(of: $0.refusal.kind, $0.refusal.code) } ?? .ok
    return frame.reply(
      (attempt == nil ? "" : say(FrameText.errorPrefix)) + title, status: status,
      entry: .review,
      """
      <nav class="crumb" aria-label="\(say(UnitText.crumbs))"><ol>\
      <li><a href="\(Link("verification"))">\(say(ReviewText.verificationTitle))</a></li>\
      <li aria-current="page">\(names.unit(key.unit))</li></ol></nav>
      <h1>\(title)</h1>
      \(frame.errors(attempt?.errors ?? []))\(happened)
      <p class="meta">\(SubmissionPage.tag(known.view.state, say)) \
      <a href="\(SubmissionPage.link(key))">\(say(ReviewText.history))</a></p>
      \(content)
      """)
  }

  private var content: HTML {
    guard let sheet = known.sheet else { return "<p>\(say(UnitText.figuresNone))</p>" }
    let lines = ReviewLines(
      sheet: sheet, names: names,
      last: known.mayVerify
        ? (say(ReviewText.verify), { forms($0, sheet.revision.number) }) : nil)
    return lines.table(sheet.lines, label: names.submission(key))
  }

  private func forms(_ line: ReviewSheet.Line, _ number: Int) -> HTML {
    guard line.isDisputed == nil else { return "—" }
    let code = line.indicator
    let isMine = attempt?["indicator"] == code
    let name = names.bare(code)
    func hidden(_ decision: FigureVerification.Decision) -> HTML {
      """
      \(frame.hiddenFields)<input type="hidden" name="revision" value="\(number)">\
      <input type="hidden" name="indicator" value="\(code)">\
      <input type="hidden" name="decision" value="\(decision.rawValue)">
      """
    }
    func field(_ field: String, _ label: ReviewText, _ attributes: HTML) -> HTML {
      let id = "\(field)-\(code)"
      let error: HTML? =
        isMine ? attempt?.error(at: id).map { "<span class=\"err\">\($0)</span>" } : nil
      return """
        <p><label for="\(id)">\(say(label))</label>\(error)\
        <input class="wide" id="\(id)" name="\(field)" \(attributes) \
        value="\(isMine ? attempt?[field] ?? "" : "")"></p>
        """
    }
    return """
      <form method="post" action="\(VerificationPages.link(key))">\(hidden(.confirm))\
      <button class="btn" aria-label="\(say(ReviewText.confirm)) \(name)">\
      \(say(ReviewText.confirm))</button></form>
      <details\(" open", if: isMine)><summary>\(say(ReviewText.dispute))\
      <span class="vh"> \(name)</span></summary>
      <form method="post" action="\(VerificationPages.link(key))">\(hidden(.dispute))
      \(field("figure", .ownFigure, "inputmode=\"decimal\" maxlength=\"40\""))
      \(field("reason", .disputeReason, "maxlength=\"200\""))
      <p><button class="btn">\(say(ReviewText.disputeSend))</button></p></form></details>
      """
  }
}
