import HTTPTypes
import LedgerDomain
import LedgerOperations
import LedgerStore

/// A year: every unit's marks, the method, the editions, and the form that seals it.
struct AssessmentPage: Sendable {
  let found: Assessment
  let frame: PageFrame
  let attempt: FormAttempt?
  let isDone: Bool

  private var say: Say { frame.say }
  private var link: Link { AssessmentPages.link(found.year) }
  private var preview: Link { link.adding("state", "unsealed") }

  var reply: Reply {
    let title = say(AssessmentText.titleOf, String(found.year))
    let status = attempt.map { Problem.status(of: $0.refusal.kind, $0.refusal.code) } ?? .ok
    let done: HTML = """
      <p class="done" role="status">\(say(AssessmentText.done, String(found.year)))</p>
      """
    return frame.reply(
      (attempt == nil ? "" : say(FrameText.errorPrefix)) + title, status: status, entry: .tasks,
      """
      <div class="hd"><h1>\(title)</h1>\(chooser)</div>
      \(frame.errors(attempt?.errors ?? []))
      \(isDone ? done : .nothing)
      <p class="meta">\(say(AssessmentText.intro))</p>
      \(state)
      \(tables)
      \(facts)
      \(sealing)
      \(versions)
      """)
  }

  private var chooser: HTML {
    """
    <form class="pick" method="get" action="\(AssessmentPages.root)">
    <label for="year">\(say(AssessmentText.choose))</label>
    <input class="cell" id="year" name="year" inputmode="numeric" maxlength="4" \
    value="\(String(found.year))">
    <button class="btn">\(say(AssessmentText.show))</button></form>
    """
  }

  private var state: HTML {
    let file = found.sealed == nil ? fileLink.adding("state", "unsealed") : fileLink
    let download: HTML = "<a href=\"\(file)\">\(say(AssessmentText.file))</a>"
    guard let sealed = found.sealed else {
      let back: HTML? =
        found.versions.isEmpty
        ? nil : " <a href=\"\(link)\">\(say(AssessmentText.lookBack))</a>"
      return """
        <p><span class="tag tag-warn">\(say(AssessmentText.preview))</span> \
        \(say(AssessmentText.previewHint))\(back) \(download)</p>
        """
    }
    let text = say(
      AssessmentText.sealedAs, String(sealed.number), sealed.sealedBy,
      sealed.recordedAt.map { say.moment($0) } ?? "")
    let ahead: HTML? =
      found.mayPreview ? " <a href=\"\(preview)\">\(say(AssessmentText.lookAhead))</a>" : nil
    return "<p><span class=\"tag tag-ok\">\(text)</span>\(ahead) \(download)</p>"
  }

  private var fileLink: Link { Link("assessments", String(found.year), "file") }

  // MARK: - The units

  private var kinds: [String] {
    found.sheets.reduce(into: []) { kinds, sheet in
      if kinds.last != sheet.kind { kinds.append(sheet.kind) }
    }
  }

  private var tables: HTML {
    guard !found.sheets.isEmpty else { return "<p>\(say(AssessmentText.nobody))</p>" }
    return HTML(each: kinds) { kind in
      let sheets = found.sheets.filter { $0.kind == kind }
      let title = say(
        AssessmentText.units, UnitListText.kind(kind, say), String(sheets.count))
      let full = AssessmentWords.short(sheets.first?.full ?? "")
      return """
        <section><h2 id="kind-\(kind)">\(title)</h2>
        <div class="scroll" tabindex="0" role="region" aria-labelledby="kind-\(kind)">\
        <table class="tb"><thead><tr><th scope="col" class="num">\(say(AssessmentText.rank))</th>
        <th scope="col">\(say(AssessmentText.unit))</th>
        <th scope="col" class="num">\(say(AssessmentText.score, full))</th>
        <th scope="col" class="p2">\(say(AssessmentText.lostMost))</th></tr></thead>
        <tbody>
        \(HTML(each: sheets, row))</tbody></table></div></section>

        """
    }
  }

  private func row(_ sheet: ShownSheet) -> HTML {
    var own = Link("assessments", String(found.year), sheet.unit)
    if found.sealed == nil { own = own.adding("state", "unsealed") }
    return """
      <tr><td class="num">\(sheet.rank)</td>
      <th scope="row"><a href="\(own)">\(say(sheet.name))</a></th>
      <td class="num">\(AssessmentWords.short(sheet.score))</td>
      <td class="p2">\(most(sheet))</td></tr>

      """
  }

  /// The item that cost most, and how much.
  private func most(_ sheet: ShownSheet) -> String {
    let lost = sheet.items.compactMap { item -> (BilingualText, Fraction)? in
      guard let marks = Fraction(decimal: item.marks),
        let score = item.score.flatMap({ Fraction(decimal: $0) }), score < marks
      else { return nil }
      return (item.text, marks - score)
    }
    guard let most = lost.max(by: { $0.1 < $1.1 }) else { return say(AssessmentText.lostNone) }
    return "\(say(most.0)) −\(most.1.text(decimals: 2))"
  }

  /// The table as a file has it.
  var cells: [[String]] {
    [
      [
        say(AssessmentText.rank), say(AssessmentText.unit), say(AssessmentText.item),
        say(AssessmentText.marks), say(AssessmentText.got),
      ]
    ]
      + found.sheets.flatMap { sheet in
        sheet.items.map { item in
          [
            String(sheet.rank), say(sheet.name), say(item.text), AssessmentWords.short(item.marks),
            item.score.map(AssessmentWords.short) ?? "",
          ]
        } + [
          [
            String(sheet.rank), say(sheet.name), say(AssessmentText.total),
            AssessmentWords.short(sheet.full), AssessmentWords.short(sheet.score),
          ]
        ]
      }
  }

  // MARK: - What it rests on

  private var facts: HTML {
    let parts = found.method.split(separator: "/").map(String.init)
    let method = Link(
      "catalogue", "assessments", found.scope, parts.first ?? "", parts.last ?? "")
    let editions = HTML(each: found.editions) { edition in
      let link = Link("rankings", edition.month.description, query: [("of", found.scope)])
      return "<a href=\"\(link)\">\(edition.month.description) · \(edition.number)</a> "
    }
    return """
      <dl class="facts">
      <dt>\(say(AssessmentText.method))</dt><dd><a href="\(method)">\(found.method)</a></dd>
      <dt>\(say(AssessmentText.editions))</dt><dd>\(editions)</dd>
      <dt>\(say(AssessmentText.digest))</dt><dd><code>\(hexadecimal(found.sha256))</code></dd></dl>
      """
  }

  // MARK: - Sealing

  private var sealing: HTML? {
    guard found.sealed == nil else { return nil }
    let title: HTML = "<h2 id=\"seal\" tabindex=\"-1\">\(say(AssessmentText.seal))</h2>"
    guard found.maySeal else {
      return "<section>\(title)<p>\(say(AssessmentText.sealOther))</p></section>"
    }
    func error(_ field: String) -> HTML? {
      attempt?.error(at: field).map { "<span class=\"err\" id=\"\(field)-error\">\($0)</span>" }
    }
    return """
      <section>\(title)\(error("seal"))
      <p>\(say(AssessmentText.sealHint))</p>
      <form method="post" action="\(Link("assessments", String(found.year), "seals"))" \
      class="decide">\(frame.hiddenFields)
      <input type="hidden" name="of" value="\(found.scope)">
      <input type="hidden" name="sha256" value="\(hexadecimal(found.sha256))">
      <p><label for="reason">\(say(AssessmentText.reason))</label>
      <span class="hint" id="reason-hint">\(say(AssessmentText.reasonHint))</span>\(error("reason"))
      <input id="reason" name="reason" autocomplete="off" maxlength="200" \
      aria-describedby="reason-hint" value="\(attempt?["reason"] ?? "")"></p>
      <p><button class="btn btn-1">\(say(AssessmentText.sealButton, String(found.year)))</button>\
      </p></form></section>
      """
  }

  private var versions: HTML? {
    guard !found.versions.isEmpty else { return nil }
    let items = HTML(each: found.versions) { version in
      let line = say(
        AssessmentText.versionLine, String(version.number), version.sealedBy,
        version.recordedAt.map { say.moment($0) } ?? "")
      let why: HTML? =
        version.reason.isEmpty
        ? nil : " <span class=\"dim\">\(say(AssessmentText.sealedMany, version.reason))</span>"
      return """
        <li>\(line)\(why)<div class="dim"><code>\(hexadecimal(version.sha256))</code></div></li>

        """
    }
    return "<section><h2>\(say(AssessmentText.versions))</h2><ul>\(items)</ul></section>"
  }
}
