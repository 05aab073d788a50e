import HTTPTypes
import LedgerDomain
import LedgerOperations
import LedgerStore

/// The page of a month: its tasks, closing, reopening, and what was decided.
struct MonthPage: Sendable {
  let work: MonthWork
  let months: [MonthOverview]
  let names: ReviewNames
  let frame: PageFrame
  let attempt: FormAttempt?
  let isClosedNow: Bool

  /// How many lacking submissions the page lists one by one.
  static let exceptionsMax = 150

  private var say: Say { frame.say }
  private var month: Month { work.status.month }

  var reply: Reply {
    let title = say(MonthText.title, say.month(month))
    let status = attempt.map { Problem.status(of: $0.refusal.kind, $0.refusal.code) } ?? .ok
    let closed = say(MonthText.closedNow, say.month(month))
    let reviews = frame.session?.holds(.acceptForOffice) ?? false
    return frame.reply(
      (attempt == nil ? "" : say(FrameText.errorPrefix)) + title, status: status, entry: .month,
      """
      <div class="hd"><h1>\(title)</h1>\(chooser)</div>
      \(frame.errors(attempt?.errors ?? []))
      \(isClosedNow ? "<p class=\"done\" role=\"status\">\(closed)</p>" : HTML.nothing)
      <p class="meta">\(state)</p>
      \(MonthTasks(work: work, say: say, reviews: reviews).html)
      \(work.isOpen ? closing : reopening)
      \(history)
      """)
  }

  private var chooser: HTML {
    let options = HTML(each: months.prefix(60)) { item in
      let value = item.month.description
      return """
        <option value="\(value)"\(" selected", if: item.month == month)>\(value) \
        \(item.state == "closed" ? "" : say(MonthText.stateOpen))</option>
        """
    }
    return """
      <form class="pick" method="get" action="\(Link("months"))">
      <label for="period">\(say(MonthText.choose))</label>
      <select id="period" name="period">\(options)</select>
      <button class="btn">\(say(ReviewText.show))</button></form>
      """
  }

  private var state: HTML {
    let last = work.events.last
    let (text, look): (MonthText, HTML) =
      switch (work.isOpen, last?.event) {
      case (true, .reopened): (.stateReopened, "tag-warn")
      case (true, _): (.stateOpen, "tag-warn")
      case (false, .reopeningProposed): (.stateProposed, "tag-warn")
      case (false, _): (.stateClosed, "tag-ok")
      }
    let until = work.isOpen ? work.reopenedUntil.map { say(MonthText.until, say.moment($0)) } : nil
    return "<span class=\"tag \(look)\">\(say(text))</span> \(until ?? "")"
  }

  private func error(at field: String) -> HTML? {
    attempt?.error(at: field).map { "<span class=\"err\" id=\"\(field)-error\">\($0)</span>" }
  }

  // MARK: - Closing

  private var closing: HTML {
    let title: HTML = "<h2 id=\"close\" tabindex=\"-1\">\(say(MonthText.closeTitle))</h2>"
    guard frame.session?.holds(.closeMonth) ?? false else {
      return "<section>\(title)<p>\(say(MonthText.closeOffice))</p></section>"
    }
    let lacking = work.status.lacking
    let lead =
      lacking.isEmpty
      ? say(MonthText.closeComplete) : say(MonthText.closeLead, String(lacking.count))
    let disabled: HTML = " aria-disabled=\"true\" aria-describedby=\"close-why\""
    let why: HTML = "<span class=\"hint\" id=\"close-why\">\(say(MonthText.closeNotYet))</span>"
    return """
      <section>\(title)\(error(at: "close"))
      <p>\(lead)</p>
      <form method="post" action="\(Link("months", month.description, "close"))" class="decide">\
      \(frame.hiddenFields)
      \(lacking.isEmpty ? .nothing : exceptions(lacking))
      <p><button class="btn btn-1"\(work.hasEnded ? .nothing : disabled)>\
      \(say(MonthText.closeButton))</button> \(work.hasEnded ? .nothing : why)</p></form></section>
      """
  }

  /// What the list has no room for is excepted by one tick, which says how many there are.
  private func rest(_ count: Int) -> HTML? {
    guard count > 0 else { return nil }
    let isTicked = attempt?.form["rest"] == String(count)
    let all = Link("completeness", query: [("period", month.description)])
    return """
      <p>\(say(MonthText.cut, String(Self.exceptionsMax), String(count))) \
      <a href="\(all)">\(say(MonthText.restList))</a></p>
      <label class="tick"><input type="checkbox" name="rest" value="\(count)"\
      \(" checked", if: isTicked)>\(say(MonthText.rest, String(count)))</label>
      """
  }

  private func exceptions(_ lacking: [(submission: String, state: String)]) -> HTML {
    let items = HTML(each: lacking.prefix(Self.exceptionsMax)) { item in
      let field = "except." + item.submission
      let parts = item.submission.split(separator: "/").map(String.init)
      let name = parts.enumerated().map { position, part in
        position == 0 ? names.unit(part) : position == 1 ? names.form(part) : part
      }.joined(separator: " ")
      let progress = SubmissionProgress(rawValue: item.state) ?? .missing
      return """
        <li><label class="tick"><input type="checkbox" name="\(field)"\
        \(" checked", if: attempt?.form[field] != nil)>\(name)</label> \
        \(SubmissionPage.tag(progress, say))</li>

        """
    }
    return """
      <fieldset class="inl"><legend>\(say(MonthText.exceptions))</legend>
      <p class="hint">\(say(MonthText.exceptionsHint))</p>
      <label class="tick" data-script hidden><input type="checkbox" data-check-all="except.">\
      \(say(ReviewText.all))</label>
      <ul class="plain-list">
      \(items)</ul>\(rest(lacking.count - Self.exceptionsMax))</fieldset>
      <p><label for="close-reason">\(say(MonthText.closeReason))</label>
      \(error(at: "close-reason"))
      <textarea id="close-reason" name="close-reason" maxlength="200">\
      \(attempt?["close-reason"] ?? "")</textarea></p>
      """
  }

  // MARK: - Reopening

  private var reopening: HTML {
    let isProposed = work.events.last?.event == .reopeningProposed
    return """
      <section><h2 id="reopen" tabindex="-1">\(say(MonthText.reopenTitle))</h2>
      \(error(at: "reopen"))
      <p>\(say(MonthText.reopenLead))</p>
      \(isProposed ? agreement : .nothing)
      \(frame.session?.holds(.proposeReopening) ?? false ? proposal : .nothing)</section>
      """
  }

  private var agreement: HTML {
    guard let event = work.events.last, let until = event.reopenedUntil else { return .nothing }
    let text = say(
      MonthText.reopenProposed, event.decidedBy, say.moment(until), event.reason)
    let mayAgree = frame.session?.holds(.agreeToReopening) ?? false
    let isOwn = event.decidedBy == frame.session?.account
    let why = mayAgree ? (isOwn ? say(MonthText.agreeOther) : "") : say(MonthText.agreeDirector)
    let action = Link("months", month.description, "reopenings", "agreements")
    let button: HTML = """
      <form method="post" action="\(action)">\(frame.hiddenFields)\
      <button class="btn btn-1"\(" aria-disabled=\"true\"", if: isOwn)>\
      \(say(MonthText.agree))</button> <span class="hint">\(why)</span></form>
      """
    return """
      <div class="done"><p>\(text)</p>\
      \(mayAgree ? button : "<p class=\"hint\">\(why)</p>")</div>
      """
  }

  private var proposal: HTML {
    """
    <form method="post" action="\(Link("months", month.description, "reopenings"))" \
    class="decide">\(frame.hiddenFields)
    <p><label for="reopen-reason">\(say(MonthText.reopenReason))</label>
    \(error(at: "reopen-reason"))
    <textarea id="reopen-reason" name="reopen-reason" maxlength="200">\
    \(attempt?["reopen-reason"] ?? "")</textarea></p>
    <p><label for="until">\(say(MonthText.reopenUntil))</label>
    <span class="hint" id="until-hint">\(say(MonthText.reopenUntilHint))</span>\(error(at: "until"))
    <input id="until" name="until" type="datetime-local" aria-describedby="until-hint" \
    value="\(attempt?["until"] ?? "")"></p>
    <p><button class="btn">\(say(MonthText.reopenButton))</button></p></form>
    """
  }

  // MARK: - What was decided

  private var history: HTML {
    let events = HTML(each: work.events.reversed()) { event in
      let text: MonthText =
        switch event.event {
        case .closed: .eventClosed
        case .reopeningProposed: .eventProposed
        case .reopened: .eventReopened
        }
      let first = event.exceptions.prefix(10).joined(separator: ", ")
      let exceptions: HTML =
        event.exceptions.isEmpty
        ? .nothing
        : """
        <div class="dim">\(say(MonthText.exceptionsOf, String(event.exceptions.count), first))</div>
        """
      return """
        <li>\(say.moment(event.recordedAt)) \(event.decidedBy) \(say(text)) \(event.reason)\
        \(exceptions)</li>

        """
    }
    let editions = work.publications.flatMap(\.editions).sorted { $0.number > $1.number }
    let list = HTML(each: editions) { head in
      let line = say(
        MonthText.editionLine, String(head.number), head.proposedBy, head.publishedBy,
        say.moment(head.recordedAt))
      let difference: HTML? = head.replaces.map { before in
        """
         <a href="\(EditionDifferencePage.link(before, head.number))">\
        \(say(MonthText.differences, String(before), String(head.number)))</a>
        """
      }
      return """
        <li><a href="\(BoardPages.link(to: head).adding("edition", String(head.number)))">\
        \(line)</a>\
        \(difference)</li>

        """
    }
    return """
      \(editions.isEmpty ? .nothing : section(.editions, list))
      \(work.events.isEmpty ? .nothing : section(.events, events))
      """
  }

  private func section(_ title: MonthText, _ items: HTML) -> HTML {
    "<section><h2>\(say(title))</h2><ul>\(items)</ul></section>"
  }
}
