import HTTPTypes
import LedgerDomain
import LedgerOperations
import LedgerStore

/// The page of the ladder.
struct LadderPage: Sendable {
  let call: Call
  let found: Escalations
  /// How sure it is that units are truly among the last, by unit, where that is proposed on.
  let sure: [String: String]
  private let trials: [LadderTrial]?

  private var say: Say { call.say }
  private var words: LadderWords { LadderWords(say: say, ladder: found.ladder) }

  init(_ call: Call, of scope: String? = nil) async throws {
    self.call = call
    let named = try await call.ladderScope()
    found = try await call.ledger.escalations(of: scope ?? named, by: call.actor())
    trials = try await Self.trials(found, call)
    var sure: [String: String] = [:]
    for unit in found.units {
      guard let proposal = unit.proposal, proposal.move == .enter, let edition = proposal.edition
      else { continue }
      sure[unit.code] = await LadderProbability.sentence(call, edition: edition, unit: unit.code)
    }
    self.sure = sure
  }

  /// The trial of the version in force, for who may see what is not published.
  private static func trials(_ found: Escalations, _ call: Call) async throws -> [LadderTrial]? {
    guard call.session?.holds(.readUnpublished) ?? false else { return nil }
    let version = try await call.ledger.methodVersions(by: call.actor()).first {
      $0.kind == .ladder && $0.scope == found.scope && $0.name == found.ladder.name
    }
    guard let version else { return nil }
    do {
      return try await call.ledger.tryLadder(version, by: call.actor())
    } catch let refusal as Refusal where refusal.code == AccountRefusal.outOfScope.rawValue {
      return nil
    }
  }

  /// The page; with what was typed and why it was not taken.
  func reply(_ typed: StepRequest?, _ refusal: Refusal?) -> Reply {
    var frame = call.frame
    frame.target = LadderPages.link(of: found.scope)
    let errors = refusal.map { refusal in
      let name = refusal.place == .option("document") ? "document" : "reason"
      return [(text: refusal.line(say), field: "\(name)-\(typed?.unit ?? "")")]
    }
    let title = say(LadderText.title)
    let status = refusal.map { Problem.status(of: $0.kind, $0.code) } ?? .ok
    return frame.reply(
      (errors == nil ? "" : say(FrameText.errorPrefix)) + title, status: status, entry: .board,
      """
      <h1>\(title)</h1>
      \(frame.errors(errors ?? []))
      \(done)
      <p class="meta">\(version)</p>
      <p class="lead">\(say(LadderText.intro))</p>
      \(steps)
      \(LadderProposals(page: self, frame: frame, typed: typed, refusal: refusal).section)
      \(entering)
      \(forecast)
      \(decisions)
      \(trial)
      """)
  }

  private var version: String {
    let ladder = found.ladder
    return say(
      LadderText.versionOf, say(ladder.title), String(ladder.version),
      found.month.map { say.month($0) } ?? "—")
  }

  private var done: HTML? {
    guard call.query["done"] != nil else { return nil }
    return "<p class=\"note\" role=\"status\">\(say(LadderText.done))</p>"
  }

  // MARK: - Steps

  private var steps: HTML {
    let items = HTML(each: found.ladder.steps) { step in
      """
      <li class="step"><h3>\(step.number) \(say(step.name))</h3>
      <p>\(say(LadderText.rule, say(step.entry.text)))</p>
      <p class="hint">\(say(LadderText.decides, say(step.decider.name)))</p>
      \(standing(on: step))</li>

      """
    }
    return """
      <section><h2>\(say(LadderText.steps))</h2>
      <ol class="steps">
      \(items)</ol></section>
      """
  }

  private func standing(on step: Ladder.Step) -> HTML {
    let units = found.units.filter { $0.standing.step == step.number }
    guard !units.isEmpty else { return "<p class=\"dim\">\(say(LadderText.nobody))</p>" }
    let off = step.exit.map { say(LadderText.off, say($0.text)) } ?? say(LadderText.offNever)
    let next =
      found.ladder.step(step.number + 1).map { say(LadderText.next, say($0.entry.text)) }
      ?? say(LadderText.nextTop)
    return """
      <ul class="on">\(HTML(each: units) { unit in item(unit) })</ul>
      <p class="hint">\(off)</p><p class="hint">\(next)</p>
      """
  }

  private func item(_ unit: Escalations.Unit) -> HTML {
    let decision = unit.standing.decision
    let since = decision.map { say(LadderText.since, say.month($0.month)) } ?? ""
    let name = unit.isEnded ? say(CaseText.isEnded, say(unit.name)) : say(unit.name)
    let link = unit.openCase.map { known -> HTML in
      """
       <a href="\(CasePages.link(known.key))">\(say(CaseText.open))<span class="vh"> \(name)</span>\
      </a>
      """
    }
    return """
      <li><a href="\(Link("units", unit.code))">\(name)</a> \
      <span class="dim">\(since)</span>\(link)\
      \(ground(unit))\
      \(HTML(each: dues(unit)) { "<span class=\"under\">\($0)</span>" })</li>
      """
  }

  /// What is due in the unit's case, what is late, and what took its ground away.
  private func dues(_ unit: Escalations.Unit) -> [String] {
    guard let known = unit.openCase else { return [] }
    var lines = unit.unsupportedBy.map { [say(CaseText.unsupported, String($0))] } ?? []
    if case .paused(let day) = known.state {
      lines.append(say(CaseText.paused, day.description))
      return lines
    }
    for due in known.dues {
      guard let day = due.day, due.state == .open || due.state == .overdue else { continue }
      let line = say(LadderText.due, say(due.deadline.what), day.description)
      lines.append(due.state == .overdue ? "\(line)（\(say(CaseText.overdue))）" : line)
    }
    return lines
  }

  private func ground(_ unit: Escalations.Unit) -> HTML? {
    guard !unit.ground.isEmpty else { return nil }
    let months = unit.ground.map { month in
      let rank =
        Standing.rankText(doubled: month.doubledRank).map { " \($0)/\(month.ranked)" } ?? ""
      return "\(month.month) \(say.colour(month.colour))\(rank)"
    }
    return "<span class=\"under\">\(say(LadderText.why, say.list(months)))</span>"
  }

  private var entering: HTML? {
    guard call.session?.holds(.recordStep) ?? false else { return nil }
    return """
      <p><a href="\(TriggerPages.link(of: found.scope))">\(say(CaseText.trigger))</a></p>
      """
  }

  // MARK: - What would come

  private var forecast: HTML {
    let lines = found.units.compactMap { unit in
      unit.forecast.map { say(LadderText.forecastLine, say(unit.name), words.move($0)) }
    }
    let list: HTML =
      lines.isEmpty
      ? "<p>\(say(LadderText.forecastNone))</p>"
      : "<ul>\(HTML(each: lines) { "<li>\($0)</li>" })</ul>"
    return """
      <section><h2>\(say(LadderText.forecast))</h2>
      <p class="hint">\(say(LadderText.forecastHint))</p>\(list)</section>
      """
  }

  private var trial: HTML? {
    guard let trials else { return nil }
    return LadderTrialTable(trials, found.ladder, say) { code in
      found.units.first { $0.code == code }?.name
    }.html
  }

  // MARK: - What was decided

  /// What was decided on, with the way to the case that it opened.
  private func move(_ kept: KeptDecision) -> HTML {
    let text = words.move(kept.decision)
    guard kept.decision.isAccepted, kept.decision.move == .enter else { return "\(text)" }
    let key = CaseKey(scope: kept.scope, unit: kept.unit, number: kept.decision.number)
    return "<a href=\"\(CasePages.link(key))\">\(text)</a>"
  }

  private var decisions: HTML {
    let kept = found.units.flatMap { unit in unit.decisions.map { (unit, $0) } }
      .sorted { ($0.1.decision.day, $0.1.unit) > ($1.1.decision.day, $1.1.unit) }
    let title: HTML = "<h2 id=\"decided\">\(say(LadderText.decisions))</h2>"
    guard !kept.isEmpty else {
      return "<section>\(title)<p>\(say(LadderText.decisionsNone))</p></section>"
    }
    let rows = HTML(each: kept.prefix(100)) { unit, kept in
      let answer = say(kept.decision.isAccepted ? LadderText.accepted : .refused)
      let note = [kept.reason, kept.document].filter { !$0.isEmpty }
      return """
        <tr><td>\(kept.decision.day.description)</td><th scope="row">\(say(unit.name))</th>
        <td>\(move(kept))</td><td>\(answer)</td>
        <td class="p2">\(say.list(note))</td><td class="p2">\(kept.decidedBy)</td></tr>

        """
    }
    return """
      <section>\(title)
      <div class="scroll" tabindex="0" role="region" aria-labelledby="decided"><table class="tb">
      <thead><tr><th scope="col">\(say(LadderText.when))</th>
      <th scope="col">\(say(LadderText.unit))</th><th scope="col">\(say(LadderText.what))</th>
      <th scope="col">\(say(LadderText.decide))</th>
      <th scope="col" class="p2">\(say(LadderText.note))</th>
      <th scope="col" class="p2">\(say(LadderText.by))</th></tr></thead>
      <tbody>
      \(rows)</tbody></table></div></section>
      """
  }
}
