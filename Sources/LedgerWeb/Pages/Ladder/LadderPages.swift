import HTTPTypes
import LedgerDomain
import LedgerOperations
import LedgerStore

/// The ladder: who stands where, and the decisions on what it proposes.
enum LadderPages {
  static let all: [Endpoint] = [show, decide]

  private static let show = Endpoint.page(
    .get, "/ladder", "page.ladder", access: .permission(.readSteps),
    query: [
      .unit("of", "The unit below which the ladder is used."),
      .word("done", "What was just done.", of: ["decided"]),
    ],
    handle: { call in
      do {
        return try await LadderPage(call).reply(nil, nil)
      } catch let refusal as Refusal where refusal.code == EscalationRefusal.noLadder.rawValue {
        return nothing(call)
      }
    })

  private static let decide = Endpoint.page(
    .post, "/ladder/{unit}/decisions", "page.ladder.decide", access: .permission(.decideStep),
    isKeyed: true,
    handle: { call in
      var request = StepRequest(
        scope: try call.form.text("of", max: 64), unit: try call.unit(),
        to: Int(try call.form.text("to", max: 2)) ?? 0,
        edition: Int(try call.form.text("edition", max: 9)) ?? 0,
        after: Int(try call.form.text("after", max: 9)) ?? 0,
        isAccepted: call.form["act"] == "accept")
      request.reason = try call.form.text("reason", max: 500)
      request.document = try call.form.text("document", max: 200)
      let asked = request
      let link = link(of: request.scope).adding("done", "decided")
      do {
        return try await call.once({ (_: KeptDecision) in .see(link) }) {
          try await call.ledger.decideStep(asked, by: $0)
        }
      } catch let refusal as Refusal where fields.contains(refusal.place) {
        return try await LadderPage(call, of: asked.scope).reply(asked, refusal)
      }
    })

  /// What a refusal can be about, so that the form is shown again.
  private static let fields: Set<Place> = [.option("reason"), .option("document")]

  static func link(of scope: String) -> Link { Link("ladder", query: [("of", scope)]) }

  private static func nothing(_ call: Call) -> Reply {
    let say = call.say
    return call.frame.reply(
      say(LadderText.title), entry: .board,
      """
      <h1>\(say(LadderText.title))</h1>
      <p class="lead">\(say(LadderText.none))</p>
      <p>\(say(LadderText.noneHint))</p>
      """)
  }
}

extension Call {
  /// The unit below which the first or the named ladder is used.
  func ladderScope() async throws -> String {
    if let scope = query["of"] { return scope }
    let versions = try await ledger.methodVersions(by: actor())
    let scopes = versions.filter { $0.kind == .ladder && $0.approvedBy != nil }.map(\.scope)
    guard let first = scopes.min() else { throw Refusal(EscalationRefusal.noLadder, "…") }
    return first
  }
}
