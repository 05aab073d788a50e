import HTTPTypes
import LedgerDomain
import LedgerOperations
import LedgerStore

/// Where the office enters what no figure tells.
enum TriggerPages {
  static let all: [Endpoint] = [show, enter]

  static func link(of scope: String) -> Link {
    Link("ladder", "triggers", query: [("of", scope)])
  }

  private static let show = Endpoint.page(
    .get, "/ladder/triggers", "page.triggers", access: .permission(.recordStep),
    query: [
      .unit("of", "The unit below which the ladder is used."),
      .word("done", "What was just done.", of: ["entered"]),
    ],
    handle: { call in try await page(call, call.ladderScope(), nil) })

  private static let enter = Endpoint.act(
    "/ladder/triggers", "page.triggers.enter", access: .permission(.recordStep)
  ) { call in
    let scope = try call.form.text("of", max: 64)
    return try await call.see(
      { (_: StepTrigger) in link(of: scope).adding("done", "entered") },
      field: { refusal in
        if case .option(let name) = refusal.place { name == "on" ? "issued" : name } else { "unit" }
      },
      again: { try await page(call, scope, $0) },
      { actor in
        let word = try call.form.text("fact", max: 32)
        guard let fact = LadderFact(rawValue: word) else {
          throw Refusal(EscalationRefusal.factNotEntered, at: .option("fact"), word)
        }
        guard let issued = try call.day("issued") else {
          throw Refusal(UnitRefusal.dateMalformed, at: .option("issued"), "")
        }
        return try await call.ledger.enterTrigger(
          fact, of: try call.form.text("unit", max: 64), scope: scope,
          authority: try call.form.text("authority", max: 200),
          document: try call.form.text("document", max: 200), issued: issued, by: actor)
      })
  }

  private static func page(
    _ call: Call, _ scope: String, _ tried: FormAttempt?
  ) async throws -> Reply {
    let found = try await call.ledger.escalations(of: scope, by: call.actor())
    let say = call.say
    var frame = call.frame
    frame.target = link(of: scope)
    var form = AdminForm(say: say)
    if let tried {
      for name in ["unit", "fact", "authority", "document", "issued"] {
        form.values[name] = tried[name]
      }
      form.error = tried.errors.first
    }
    let done: HTML? = call.query["done"].map { _ in
      "<p class=\"note\" role=\"status\">\(say(CaseText.triggered))</p>"
    }
    let title = say(CaseText.trigger)
    return frame.reply(
      (tried == nil ? "" : say(FrameText.errorPrefix)) + title,
      status: tried.map { Problem.status(of: $0.refusal.kind, $0.refusal.code) } ?? .ok,
      entry: .tasks,
      """
      <nav class="crumb" aria-label="\(say(UnitText.crumbs))"><ol>\
      <li><a href="\(LadderPages.link(of: scope))">\(say(LadderText.title))</a></li>\
      <li aria-current="page">\(title)</li></ol></nav>
      <h1>\(title)</h1>
      \(frame.errors(form.errors))
      \(done)
      <p class="lead">\(say(CaseText.triggerHint))</p>
      <form method="post" class="narrow" action="\(Link("ladder", "triggers"))">\
      \(frame.hiddenFields)<input type="hidden" name="of" value="\(scope)">
      \(form.select(
        "unit", say(CaseText.triggerUnit),
        found.units.filter { !$0.isEnded }.map { ($0.code, say($0.name)) }))
      \(form.select(
        "fact", say(CaseText.factLabel),
        LadderFact.entered.map { ($0.rawValue, say($0.name)) }))
      \(form.input("authority", say(CaseText.authorityLabel), isNeeded: true))
      \(form.input("document", say(LadderText.document), isNeeded: true))
      \(form.input(
        "issued", say(CaseText.issuedLabel), hint: say(CaseText.onHint), max: 10, isNeeded: true))
      <p class="acts"><button class="btn btn-1">\(say(CaseText.triggerButton))</button></p></form>
      """)
  }
}
