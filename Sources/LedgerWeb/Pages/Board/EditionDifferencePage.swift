import HTTPTypes
import LedgerDomain
import LedgerOperations
import LedgerStore

/// What changed from one edition to another, unit by unit.
enum EditionDifferencePage {
  static let endpoint = Endpoint.page(
    .get, "/editions/{id}/differences/{other}", "page.edition.differences",
    access: .permission(.readPublished),
    handle: { call in
      let before = try await call.web.editions.published(try call.number("id"))
      let after = try await call.web.editions.published(try call.number("other"))
      let changes = try await call.ledger.difference(
        fromPublished: before.head.number, to: after.head.number)
      return page(
        changes, before.month, after.month, try await call.visibleScope(), call.frame)
    })

  static func link(_ before: Int, _ after: Int) -> Link {
    Link("editions", String(before), "differences", String(after))
  }

  private static func page(
    _ changes: [EditionChange], _ before: PublishedMonth, _ after: PublishedMonth,
    _ scope: VisibleScope, _ frame: PageFrame
  ) -> Reply {
    let say = frame.say
    let title = say(
      BoardText.diffTitle, String(before.head.number), String(after.head.number))
    let back: HTML = """
      <p><a class="btn" href="\(BoardPages.link(to: after.head))">\(say(BoardText.diffBack))</a></p>
      """
    guard !changes.isEmpty else {
      return frame.reply(
        title, entry: .board, "<h1>\(title)</h1>\n<p>\(say(BoardText.diffNone))</p>\n\(back)")
    }
    let rows = HTML(each: changes) { change in
      let revisions: HTML =
        scope.covers(change.unit)
        ? HTML(each: change.revisions) { "<div>\($0)</div>" } : "\(say(BoardText.hidden))"
      let scores = (marks(change.scores.before, before), marks(change.scores.after, after))
      return """
        <tr><th scope="row">\(say(after.name(change.unit)))</th>
        <td class="num">\(pair(change.ranks))</td>
        <td class="num">\(pair(scores))</td>
        <td>\(pair((word(change.colours.before, say), word(change.colours.after, say))))</td>
        <td class="p2">\(revisions)</td></tr>

        """
    }
    return frame.reply(
      title, entry: .board,
      """
      <h1>\(title)</h1>
      <div class="scroll" tabindex="0" role="region" aria-label="\(title)"><table class="tb">
      <thead><tr><th scope="col">\(say(BoardText.unit))</th>
      <th scope="col" class="num">\(say(BoardText.rank))</th>
      <th scope="col" class="num">\(say(BoardText.score))</th>
      <th scope="col">\(say(BoardText.colour))</th>
      <th scope="col" class="p2">\(say(BoardText.revisions))</th></tr></thead>
      <tbody>
      \(rows)</tbody></table></div>
      \(back)
      """)
  }

  /// What was and is; once where it is the same.
  private static func pair(_ texts: (before: String, after: String)) -> HTML {
    texts.before == texts.after
      ? "\(texts.after)" : "<del>\(texts.before)</del> → <ins>\(texts.after)</ins>"
  }

  private static func marks(_ text: String, _ month: PublishedMonth) -> String {
    Int64(text).map { month.marks($0, shown: 2) } ?? "—"
  }

  private static func word(_ colour: String, _ say: Say) -> String {
    Colour(rawValue: colour).map { say.colour($0) } ?? colour
  }
}
