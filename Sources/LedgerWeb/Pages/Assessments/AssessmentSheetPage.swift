import LedgerDomain
import LedgerOperations

/// One unit's sheet: every item, and every mark that is lost with where it went.
struct AssessmentSheetPage: Sendable {
  let found: Assessment
  let sheet: ShownSheet
  let forms: [String: BilingualText]
  let frame: PageFrame

  private static let lostMax = 100

  private var say: Say { frame.say }
  private var words: AssessmentWords { AssessmentWords(say: say) }

  var reply: Reply {
    let title = say(AssessmentText.sheet, say(sheet.name), String(found.year))
    let year = AssessmentPages.link(found.year)
    let tag: HTML =
      found.sealed == nil
      ? "<span class=\"tag tag-warn\">\(say(AssessmentText.preview))</span>" : .nothing
    let rank = say(
      AssessmentText.rankOf, AssessmentWords.short(sheet.score), String(sheet.rank),
      String(sheet.ranked))
    return frame.reply(
      title, entry: .tasks,
      """
      <nav class="crumb" aria-label="\(say(UnitText.crumbs))"><ol>\
      <li><a href="\(found.sealed == nil ? year.adding("state", "unsealed") : year)">\
      \(say(AssessmentText.titleOf, String(found.year)))</a></li>\
      <li aria-current="page">\(say(sheet.name))</li></ol></nav>
      <div class="hd"><h1>\(title)</h1>\
      <p class="pick"><button type="button" class="btn" data-print hidden>\
      \(say(FrameText.print))</button></p></div>
      <p class="meta">\(tag) \(rank)</p>
      \(items)
      \(losses)
      """)
  }

  private var items: HTML {
    let rows = HTML(each: sheet.items) { item in
      let score = item.score.map(AssessmentWords.short)
      let none: HTML = "<span class=\"hint\">\(say(AssessmentText.notKnown))</span>"
      return """
        <tr><th scope="row">\(say(item.text))</th>
        <td class="num">\(AssessmentWords.short(item.marks))</td>
        <td class="num">\(score.map { "\($0)" as HTML } ?? none)</td></tr>

        """
    }
    return """
      <div class="scroll" tabindex="0" role="region" aria-label="\(say(AssessmentText.item))">\
      <table class="tb"><thead><tr><th scope="col">\(say(AssessmentText.item))</th>
      <th scope="col" class="num">\(say(AssessmentText.marks))</th>
      <th scope="col" class="num">\(say(AssessmentText.got))</th></tr></thead>
      <tbody>
      \(rows)<tr><th scope="row">\(say(AssessmentText.total))</th>
      <td class="num">\(AssessmentWords.short(sheet.full))</td>
      <td class="num"><b>\(AssessmentWords.short(sheet.score))</b></td></tr></tbody></table></div>
      """
  }

  private var losses: HTML {
    let sections = HTML(each: sheet.items.filter { !$0.lost.isEmpty }) { item in
      let rows = HTML(each: item.lost.prefix(Self.lostMax)) { loss in
        let text = words.source(loss, forms)
        let linked: HTML =
          words.link(loss, sheet.unit).map { "<a href=\"\($0)\">\(text)</a>" } ?? "\(text)"
        return """
          <tr><th scope="row">\(linked)</th>
          <td class="num">−\(AssessmentWords.short(loss.marks))</td></tr>

          """
      }
      return """
        <h3>\(say(item.text))</h3>
        <div class="scroll" tabindex="0" role="region" aria-label="\(say(item.text))">\
        <table class="tb"><tbody>
        \(rows)</tbody></table></div>

        """
    }
    let title: HTML = "<h2>\(say(AssessmentText.lost))</h2>"
    let isWhole = sheet.items.allSatisfy(\.lost.isEmpty)
    return """
      <section>\(title)\(isWhole ? "<p>\(say(AssessmentText.lostNone))</p>" : sections)</section>
      """
  }
}
