import HTTPTypes
import LedgerDomain
import LedgerOperations
import LedgerStore
import PostgresSupport

/// The queue of what waits for somebody's decision.
struct ReviewQueuePage: Sendable {
  let items: [ReviewItem]
  let names: ReviewNames
  let query: [String: String]
  var frame: PageFrame
  let now: PostgresTimestamp
  let error: String?

  private static let rowsMax = 50

  private var say: Say { frame.say }

  private var shown: [ReviewItem] {
    items.filter { item in
      (chosen("form").map { $0 == item.waiting.key.form } ?? true)
        && (chosen("period").map { $0 == item.waiting.key.period.description } ?? true)
    }
  }

  /// What the list is narrowed to; nil for everything.
  private func chosen(_ name: String) -> String? {
    query[name].flatMap { $0.isEmpty ? nil : $0 }
  }

  var reply: Reply {
    var frame = frame
    if error != nil { frame.target = Link("review") }
    let title = say(ReviewText.queueTitle)
    let shown = shown
    let flagged = shown.count { !$0.isClean }
    let lead =
      shown.isEmpty
      ? say(ReviewText.queueNone)
      : say(ReviewText.queueLead, String(shown.count), String(flagged))
    return frame.reply(
      (error == nil ? "" : say(FrameText.errorPrefix)) + title,
      status: error == nil ? .ok : .unprocessableContent, entry: .review,
      """
      <h1>\(title) <span class="cnt">\(shown.count)</span></h1>
      \(frame.errors(error.map { [($0, "queue")] } ?? []))\(happened)
      <p class="lead">\(lead)</p>
      \(filter)\(verification)
      \(shown.isEmpty ? .nothing : table(shown, frame))
      """)
  }

  /// What the act did that led here.
  private var happened: HTML {
    var lines: HTML = ""
    if let word = query["done"], let key = query["of"].flatMap({ RevisionKey(object: $0) }) {
      let text: ReviewText = word == "approve" ? .doneApprove : .doneReturn
      lines += "<p>\(say(text, names.submission(key)))</p>"
    }
    if let count = query["approved"] { lines += "<p>\(say(ReviewText.approvedCount, count))</p>" }
    let left = (query["left"] ?? "").split(separator: ",").compactMap {
      RevisionKey(object: String($0))
    }
    if !left.isEmpty {
      let items = HTML(each: left) { key in
        "<li><a href=\"\(ReviewCasePage.link(key))\">\(names.submission(key))</a></li>"
      }
      lines += "<p>\(say(ReviewText.leftAlone, String(left.count)))</p><ul>\(items)</ul>"
    }
    return lines.bytes.isEmpty ? .nothing : "<div class=\"done\" role=\"status\">\(lines)</div>"
  }

  private var filter: HTML {
    let forms = Set(items.map(\.waiting.key.form)).sorted()
    let periods = Set(items.map(\.waiting.key.period)).sorted().map(\.description)
    guard forms.count + periods.count > 2 else { return .nothing }
    func options(_ values: [String], _ chosen: String?, _ name: (String) -> String) -> HTML {
      HTML(each: values) { value in
        """
        <option value="\(value)"\(" selected", if: value == chosen)>\(name(value))</option>
        """
      }
    }
    let everything: HTML = "<option value=\"\">\(say(ReviewText.all))</option>"
    return """
      <form class="pick" method="get" action="\(Link("review"))">
      <label for="form">\(say(ReviewText.filterForm))</label>
      <select id="form" name="form">\(everything)\
      \(options(forms, chosen("form"), names.form))</select>
      <label for="period">\(say(ReviewText.filterPeriod))</label>
      <select id="period" name="period">\(everything)\
      \(options(periods, chosen("period")) { $0 })</select>
      <button class="btn">\(say(ReviewText.show))</button></form>
      """
  }

  private var verification: HTML {
    guard frame.session?.holds(.verifyFigure) ?? false else { return .nothing }
    return "<p><a href=\"\(Link("verification"))\">\(say(ReviewText.toVerification))</a></p>"
  }

  private func table(_ shown: [ReviewItem], _ frame: PageFrame) -> HTML {
    let rows = HTML(each: shown.prefix(Self.rowsMax), row)
    let isCut = shown.count > Self.rowsMax
    let hasClean = shown.prefix(Self.rowsMax).contains(where: \.isClean)
    let bar: HTML = """
      <p class="bar"><button class="btn btn-1">\(say(ReviewText.approveChosen))\
      <span data-count="pick." data-text="\(say(ReviewText.chosenCount))"></span></button> \
      <label class="tick" data-script hidden><input type="checkbox" data-check-all="pick.">\
      \(say(ReviewText.chooseAll))</label> \
      <span class="hint">\(say(ReviewText.cleanHint))</span></p>
      """
    return """
      <form method="post" action="\(Link("review", "approvals"))">\(frame.hiddenFields)
      <table class="tb stack" id="queue" role="table" aria-label="\(say(ReviewText.queueTitle))">
      <thead role="rowgroup"><tr role="row"><th scope="col" role="columnheader">\
      <span class="vh">\(say(ReviewText.approveChosen))</span></th>
      \(HTML(each: [ReviewText.submission, .findings, .change, .waiting]) { text in
        "<th scope=\"col\" role=\"columnheader\">\(say(text))</th>"
      })</tr></thead>
      <tbody role="rowgroup">
      \(rows)</tbody></table>
      \(isCut ? "<p class=\"hint\">\(say(ReviewText.cut, String(Self.rowsMax)))</p>" : HTML.nothing)
      \(hasClean ? bar : .nothing)</form>
      """
  }

  private func row(_ item: ReviewItem) -> HTML {
    let key = item.waiting.key
    let name = names.submission(key)
    let tick: HTML =
      item.isClean
      ? """
      <label class="tick"><input type="checkbox" name="pick.\(key.object)">\
      <span class="vh">\(say(ReviewText.choose, name))</span></label>
      """ : .nothing
    return """
      <tr role="row"><td role="cell">\(tick)</td>
      <th scope="row" role="rowheader"><a href="\(ReviewCasePage.link(key))">\(name)</a> \
      <span class="dim">\(say(UnitText.revision)) \(key.number) · \(stage(item))</span></th>
      <td role="cell" data-label="\(say(ReviewText.findings))"><div>\(findings(item))</div></td>
      <td role="cell" data-label="\(say(ReviewText.change))">\(change(item.sheet))</td>
      <td role="cell" class="nowrap" data-label="\(say(ReviewText.waiting))">\
      \(say.waiting(since: item.waiting.waitingSince, now: now))</td></tr>

      """
  }

  private func stage(_ item: ReviewItem) -> String {
    say(item.waiting.stage == .unit ? ReviewText.stageUnit : .stageOffice)
  }

  private func findings(_ item: ReviewItem) -> HTML {
    guard !item.isClean else {
      return "<span class=\"tag tag-ok\">\(say(ReviewText.none))</span>"
    }
    let flagged = item.sheet.lines.filter(\.isFlagged)
    let first = flagged.prefix(3).map { names.bare($0.indicator) }
    let rest = flagged.count > 3 ? "…" : ""
    return """
      <span class="tag tag-bad">\(say(ReviewText.flags, String(flagged.count)))</span> \
      \(say.list(first))\(rest)
      """
  }

  private func change(_ sheet: ReviewSheet) -> HTML {
    guard let line = sheet.greatestChange else { return "—" }
    return """
      \(names.bare(line.indicator)) \
      <span class="nowrap">\(say.figure(line.before)) → \(say.figure(line.figure))</span>
      """
  }
}
