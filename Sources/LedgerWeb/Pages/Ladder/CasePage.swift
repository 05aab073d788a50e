import HTTPTypes
import LedgerDomain
import LedgerOperations
import LedgerStore

/// One case: how it stands, what is due, what happened, what may be done.
struct CasePage: Sendable {
  let call: Call
  let shown: ShownCase
  let attempt: CaseAttempt?

  private var say: Say { call.say }
  private var own: StepCase { shown.own }
  private var words: LadderWords { LadderWords(say: say, ladder: own.ladder) }
  private var name: String {
    shown.isEnded ? say(CaseText.isEnded, say(shown.name)) : say(shown.name)
  }

  func reply() async -> Reply {
    var frame = call.frame
    frame.target = CasePages.link(own.key)
    let title = say(CaseText.heading, name, say(own.step.name))
    let errors = attempt?.tried.errors ?? []
    let status = attempt.map { Problem.status(of: $0.tried.refusal.kind, $0.tried.refusal.code) }
    let sure = await LadderProbability.sentence(
      call, edition: own.decision.edition, unit: own.key.unit)
    return frame.reply(
      (errors.isEmpty ? "" : say(FrameText.errorPrefix)) + title, status: status ?? .ok,
      entry: .tasks,
      """
      <nav class="crumb" aria-label="\(say(UnitText.crumbs))"><ol>\
      <li><a href="\(LadderPages.link(of: own.key.scope))">\(say(LadderText.title))</a></li>\
      <li><a href="\(Link("units", own.key.unit))">\(name)</a></li>\
      <li aria-current="page">\(own.key.description)</li></ol></nav>
      <h1>\(title)</h1>
      \(frame.errors(errors))
      \(done)
      <p class="meta">\(basis)</p>
      \(state)
      \(ground)\(sure.map { "<p class=\"hint\">\($0)</p>" })
      \(CaseForms(shown: shown, frame: frame, attempt: attempt).html)
      \(dues)
      \(next)
      \(CaseHistory(shown: shown, say: say).html)
      """)
  }

  private var done: HTML? {
    guard let word = call.query["done"], let kind = CaseEvent.Kind(rawValue: word) else {
      return nil
    }
    return "<p class=\"note\" role=\"status\">\(say(CaseText.saved, say(kind.name)))</p>"
  }

  private var basis: String {
    let ladder = own.ladder
    return say.list([
      say(CaseText.rests, String(own.decision.edition), say.month(own.decision.month)),
      say(CaseText.method, say(ladder.title), String(ladder.version)),
      say(CaseText.decidedBy, say(own.step.decider.name)),
    ])
  }

  // MARK: - How it stands

  private var state: HTML {
    let text =
      switch own.state {
      case .disputable(let day): say(CaseText.disputable, day.description)
      case .paused(let day): say(CaseText.paused, day.description)
      case .inEffect(let day): say(CaseText.inEffect, day.description)
      case .ended(let day):
        say(CaseText.endedOn, day.description, own.ending.map { words.move($0) } ?? "")
      }
    return "<p class=\"lead\">\(text)</p>\(unsupported)"
  }

  private var unsupported: HTML? {
    guard own.ending == nil, let edition = shown.unit.unsupportedBy else { return nil }
    return """
      <div class="note-box bad"><p>\(say(CaseText.unsupported, String(edition)))</p>
      <p>\(say(CaseText.unsupportedHint))</p></div>
      """
  }

  private var ground: HTML {
    let months = shown.ground.map { month in
      let rank =
        Standing.rankText(doubled: month.doubledRank).map { " \($0)/\(month.ranked)" } ?? ""
      return "\(month.month) \(say.colour(month.colour))\(rank)"
    }
    let facts = LadderFact.allCases.filter(own.decision.facts.contains).map { say($0.name) }
    return """
      <p>\(say(LadderText.rule, say(own.step.entry.text)))</p>
      <p>\(say(LadderText.why, say.list(months + facts)))</p>
      """
  }

  // MARK: - What is due

  private var dues: HTML {
    let title: HTML = "<h2 id=\"dues\">\(say(CaseText.dues))</h2>"
    guard !own.dues.isEmpty else {
      return "<section>\(title)<p>\(say(CaseText.duesNone))</p></section>"
    }
    let rows = HTML(each: own.dues) { due in
      """
      <tr><th scope="row">\(say(due.deadline.what))</th>
      <td>\(due.day?.description ?? "—")</td><td>\(tag(due.state))</td>
      <td class="p2">\(due.done?.day.description ?? "—")</td></tr>

      """
    }
    return """
      <section>\(title)
      <div class="scroll" tabindex="0" role="region" aria-labelledby="dues"><table class="tb">
      <thead><tr><th scope="col">\(say(CaseText.due))</th>
      <th scope="col">\(say(CaseText.dueDay))</th><th scope="col">\(say(CaseText.dueState))</th>
      <th scope="col" class="p2">\(say(CaseText.dueCame))</th></tr></thead>
      <tbody>
      \(rows)</tbody></table></div></section>
      """
  }

  private func tag(_ state: StepCase.Due.State) -> HTML {
    let (text, look): (CaseText, String) =
      switch state {
      case .waiting: (.waiting, "tag-none")
      case .open: (.dueOpen, "tag-none")
      case .paused: (.duePaused, "tag-none")
      case .overdue: (.overdue, "tag-bad")
      case .done: (.done, "tag-ok")
      case .late: (.late, "tag-bad")
      }
    return "<span class=\"tag \(look)\">\(say(text))</span>"
  }

  // MARK: - What comes next

  private var next: HTML {
    var lines = [
      own.step.exit.map { say(CaseText.off, say($0.text)) } ?? say(CaseText.offNever)
    ]
    if let exit = own.step.exit, !exit.needs.isEmpty, own.ending == nil {
      let lacking = exit.needs.filter { !own.facts.contains($0) }.map { say($0.name) }
      lines.append(
        lacking.isEmpty ? say(CaseText.lacksNone) : say(CaseText.lacks, say.list(lacking)))
    }
    if let confirm = own.step.exit?.confirm { lines.append(say(LadderText.confirm, say(confirm))) }
    if let end = own.termEnd, let days = own.acceptanceDays {
      lines.append(say(CaseText.term, end.description))
      lines.append(
        say(CaseText.acceptance, days.lowerBound.description, days.upperBound.description))
      lines.append(say(CaseText.outcome))
    }
    lines.append(
      own.ladder.step(own.step.number + 1).map {
        say(CaseText.up, say($0.name), say($0.entry.text))
      } ?? say(CaseText.upNone))
    if own.ending == nil, let proposal = shown.unit.proposal {
      let open = LadderWords(say: say, ladder: shown.found.ladder).move(proposal)
      lines.append(say(LadderText.unitProposed, open))
    }
    return """
      <section><h2>\(say(CaseText.next))</h2>
      <ul class="words">\(HTML(each: lines) { "<li>\($0)</li>" })</ul></section>
      """
  }
}

/// How probable it is that a unit is truly among the last, by the edition's own figures.
enum LadderProbability {
  /// The sentence; nil where the edition does not tell.
  ///
  /// It is not kept: it is computed again from the edition, and the same each time.
  static func sentence(_ call: Call, edition: Int, unit: String) async -> String? {
    guard let published = try? await call.web.editions.published(edition),
      let figures = try? await call.web.editions.figures(of: published),
      let sure = figures.robustness, let band = sure.bands[unit], band.doubledLow != nil,
      sure.draws > 0
    else { return nil }
    let percent = Fraction(Int128(100 * band.drawsInWorst), over: Int128(sure.draws))
      .text(decimals: 1)
    return call.say(
      CaseText.probability, String(edition), String(sure.draws), String(EditionFigures.worst),
      percent)
  }
}
