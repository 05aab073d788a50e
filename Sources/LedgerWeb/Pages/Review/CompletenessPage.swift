import HTTPTypes
import LedgerDomain
import LedgerOperations
import LedgerStore

/// What a period expects, unit by unit and form by form, and what came when.
enum CompletenessPage {
  static let choose = Endpoint.page(
    .get, "/completeness", "page.completeness", access: .permission(.readSubmissions),
    query: [.period(), .unit("after", "Only units whose codes come after this one.")],
    handle: { call in
      let period: Period
      if let named = call.query["period"].flatMap({ Period($0) }) {
        period = named
      } else {
        let months = try await call.ledger.months(by: call.actor())
        guard let month = months.inWork else { throw Refusal(RequestRefusal.formMalformed) }
        period = Period(month.month)
      }
      let items = try await call.ledger.completeness(of: period, by: call.actor())
      let states = try await call.ledger.submissions(
        [period], form: nil, units: nil, by: call.actor())
      var progress: [RevisionKey: SubmissionProgress] = [:]
      for item in states {
        let key = item.state.latest
        progress[RevisionKey(unit: key.unit, form: key.form, period: period, number: 0)] =
          item.progress
      }
      return Matrix(
        period: period, items: items, progress: progress,
        names: try await ReviewNames(call, on: period.lastDay), frame: call.frame,
        after: call.query["after"]
      ).reply
    })

  /// The matrix of units and forms.
  private struct Matrix: Sendable {
    let period: Period
    let items: [Completeness]
    let progress: [RevisionKey: SubmissionProgress]
    let names: ReviewNames
    let frame: PageFrame
    /// The unit after which the rows begin.
    let after: String?

    private var say: Say { frame.say }
    private static let rowsMax = 60

    var reply: Reply {
      let title = say(ReviewText.completenessTitle, period.description)
      let entry: PageFrame.Entry =
        frame.session?.holds(.proposeEdition) ?? false ? .month : .review
      return frame.reply(
        title, entry: entry,
        """
        <h1>\(title)</h1>
        <form class="pick" method="get" action="\(Link("completeness"))">
        <label for="period">\(say(ReviewText.period))</label>
        <input id="period" name="period" value="\(period.description)" size="10" maxlength="10" \
        required> <button class="btn">\(say(ReviewText.show))</button></form>
        <p class="lead">\(lead)</p>
        \(items.isEmpty ? .nothing : table)
        """)
    }

    private func counts(_ items: [Completeness]) -> [String] {
      let received = items.count { $0.received != nil }
      let onTime = items.count(where: \.isOnTime)
      return [items.count, received, onTime, received - onTime, items.count(where: \.isRevised)]
        .map(String.init)
    }

    private var lead: String {
      guard !items.isEmpty else { return say(ReviewText.completenessNone) }
      let all = counts(items)
      return say(ReviewText.completenessLead, all[0], all[1], all[2], all[3], all[4])
    }

    private var table: HTML {
      let forms = Set(items.map(\.form)).sorted()
      let units = Set(items.map(\.unit)).sorted().filter { unit in
        after.map { $0 < unit } ?? true
      }
      let byPlace = Dictionary(
        items.map { ("\($0.unit)/\($0.form)", $0) }, uniquingKeysWith: { first, _ in first })
      let heads = HTML(each: forms) { form in
        let due = items.first { $0.form == form }?.due.description ?? ""
        return "<th scope=\"col\">\(say(ReviewText.dueOn, names.form(form), due))</th>"
      }
      let rows = HTML(each: units.prefix(Self.rowsMax)) { unit in
        let cells = HTML(each: forms) { form in cell(byPlace["\(unit)/\(form)"]) }
        return "<tr><th scope=\"row\">\(names.unit(unit))</th>\(cells)</tr>\n"
      }
      let totals = HTML(each: forms) { form in
        let all = counts(items.filter { $0.form == form })
        return "<td>\(say(ReviewText.figures, all[1], all[0]))</td>"
      }
      let next = units.count > Self.rowsMax ? units[Self.rowsMax - 1] : nil
      let further: HTML? = next.map { last in
        let link = Link("completeness", query: [("period", period.description), ("after", last)])
        return "<p><a class=\"btn\" href=\"\(link)\">\(say(ReviewText.further))</a></p>"
      }
      return """
        <div class="scroll" tabindex="0" role="region" \
        aria-label="\(say(ReviewText.completenessTitle, period.description))"><table class="tb">
        <thead><tr><th scope="col">\(say(BoardText.unit))</th>\(heads)</tr></thead>
        <tbody>
        \(rows)</tbody>
        <tfoot><tr><th scope="row">\(say(ReviewText.total))</th>\(totals)</tr></tfoot>
        </table></div>
        \(further)
        """
    }

    private func cell(_ item: Completeness?) -> HTML {
      guard let item else { return "<td>—</td>" }
      let key = RevisionKey(unit: item.unit, form: item.form, period: period, number: 0)
      guard let received = item.received else {
        return "<td>\(SubmissionPage.tag(.missing, say))</td>"
      }
      let late: HTML =
        item.isOnTime
        ? .nothing : " <span class=\"tag tag-warn\">\(say(ReviewText.late))</span>"
      let revised = say(ReviewText.revised, String(item.revisions - 1))
      return """
        <td><a href="\(SubmissionPage.link(key))">\
        \(say(ReviewText.receivedOn, received.description))</a>\(late) \
        \(SubmissionPage.tag(progress[key] ?? .submitted, say))\
        \(item.isRevised ? "<div class=\"dim\">\(revised)</div>" : HTML.nothing)</td>
        """
    }
  }
}

extension [MonthOverview] {
  /// The month to work on: the first that is open after the last that is closed; the latest where
  /// none is open.
  var inWork: MonthOverview? {
    let later = prefix { $0.state != "closed" }
    return later.last ?? first
  }
}
