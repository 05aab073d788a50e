import LedgerDomain

/// The ladder in words.
struct LadderWords: Sendable {
  let say: Say
  let ladder: Ladder

  /// What a move is: `拟由“提醒”升到“通报”`.
  func move(_ proposal: StepProposal) -> String {
    move(proposal.move, proposal.from, proposal.to)
  }

  /// What was decided on.
  func move(_ decision: StepDecision) -> String {
    // A correction or an objection that was upheld: the reason says which.
    decision.move == .withdraw
      ? say(LadderText.withdrawn, name(decision.from))
      : move(decision.move, decision.from, decision.to)
  }

  private func move(_ move: StepMove, _ from: Int, _ to: Int) -> String {
    switch move {
    case .enter where from == 0: say(LadderText.enter, name(to))
    case .enter: say(LadderText.climb, name(from), name(to))
    case .exit: say(LadderText.exit, name(from))
    case .withdraw: say(LadderText.withdraw, name(from))
    }
  }

  /// A step's name; its number where the ladder no longer has it.
  func name(_ step: Int) -> String {
    step == 0
      ? say(LadderText.offLadder) : ladder.step(step).map { say($0.name) } ?? String(step)
  }

  /// Every step with what brings a unit on it and off it.
  var html: HTML {
    let items = HTML(each: ladder.steps) { step in
      let off = step.exit.map { say(LadderText.off, say($0.text)) } ?? say(LadderText.offNever)
      return """
        <li class="step"><h3>\(step.number) \(say(step.name))</h3>
        <p>\(say(LadderText.rule, say(step.entry.text)))</p>
        <p>\(off)</p>
        \(confirm(step.entry))\(step.exit.map(confirm) ?? nil)
        <p class="hint">\(say(LadderText.decides, say(step.decider.name)))</p></li>

        """
    }
    return """
      <ol class="steps">
      \(items)</ol>
      """
  }

  /// What the person who decides makes sure of.
  func confirm(_ rule: Ladder.Rule) -> HTML? {
    rule.confirm.map { "<p class=\"hint\">\(say(LadderText.confirm, say($0)))</p>" }
  }
}

/// What a ladder would have done over past months.
struct LadderTrialTable: Sendable {
  let html: HTML

  init(
    _ trials: [LadderTrial], _ ladder: Ladder, _ say: Say, name: (String) -> BilingualText?
  ) {
    let words = LadderWords(say: say, ladder: ladder)
    let moved = trials.filter { !$0.moves.isEmpty }
    let title: HTML = "<h2 id=\"trial\">\(say(LadderText.trial))</h2>"
    guard !moved.isEmpty else {
      html = "<section>\(title)<p>\(say(LadderText.trialNone))</p></section>"
      return
    }
    let rows = HTML(each: moved) { trial in
      let moves = HTML(each: trial.moves) { move in
        "<li>\(move.month.description) \(words.move(move))</li>"
      }
      return """
        <tr><th scope="row">\(name(trial.unit).map { say($0) } ?? trial.unit)</th>
        <td><ul class="plain-list">\(moves)</ul></td><td>\(words.name(trial.step))</td></tr>

        """
    }
    html = """
      <section>\(title)
      <p class="hint">\(say(LadderText.trialHint))</p>
      <div class="scroll" tabindex="0" role="region" aria-labelledby="trial"><table class="tb">
      <thead><tr><th scope="col">\(say(LadderText.unit))</th>
      <th scope="col">\(say(LadderText.moves))</th>
      <th scope="col">\(say(LadderText.end))</th></tr></thead>
      <tbody>
      \(rows)</tbody></table></div></section>
      """
  }
}
