import LedgerDomain
import LedgerOperations
import LedgerStore

/// One version: what it says in words, what it would change, and the second person's yes.
struct MethodVersionPage: Sendable {
  let call: Call
  let version: MethodVersion
  private let versions: [MethodVersion]
  private let scope: BilingualText
  private let words: HTML
  private let trial: HTML?

  private var say: Say { call.say }

  init(_ call: Call, _ version: MethodVersion) async throws {
    self.call = call
    self.version = version
    versions = try await call.ledger.methodVersions(by: call.actor())
    let names = try await call.knownUnits()
    scope = names[version.scope] ?? BilingualText(zh: version.scope, en: version.scope)
    words = try await Self.words(version.definition, version.kind, call)
    guard call.session?.holds(.readUnpublished) ?? false else {
      trial = nil
      return
    }
    let months = call.query["months"].flatMap { Int($0) } ?? 1
    do {
      guard version.kind != .assessment else {
        trial = nil
        return
      }
      guard version.kind != .ladder else {
        trial =
          LadderTrialTable(
            try await call.ledger.tryLadder(version, by: call.actor()),
            try Ladder(version.definition), call.say
          ) { names[$0] }.html
        return
      }
      let trials = try await call.ledger.tryMethod(
        kind: version.kind, scope: version.scope, code: version.code, version: version.version,
        through: nil, months: months, by: call.actor())
      trial =
        MethodTrialTable(
          trials, version.definition, version.kind, try await call.indicatorsByCode(), call.say,
          link: MethodPages.link(version), chosen: months
        ).html
    } catch let refusal as Refusal where refusal.code == AccountRefusal.outOfScope.rawValue {
      trial = nil
    }
  }

  /// A document in words; refused where it is not understood.
  static func words(
    _ document: JSONValue, _ kind: MethodVersion.Kind, _ call: Call
  ) async throws -> HTML {
    let words = MethodWords(call.say, try await call.indicatorsByCode())
    let text =
      switch kind {
      case .rules: words.html(try RuleSet(document))
      case .index: words.html(try IndexMethod(document))
      case .ladder: LadderWords(say: call.say, ladder: try Ladder(document)).html
      case .assessment: AssessmentWords(say: call.say, method: try AssessmentMethod(document)).html
      }
    return "<section><h2 id=\"words\">\(call.say(MethodText.words))</h2>\n\(text)</section>"
  }

  var reply: Reply {
    let title = say(MethodText.titleOf, version.code, String(version.version))
    let list = (link: Link("catalogue", version.kind.path), text: say(version.kind.title))
    return call.frame.reply(
      title, entry: .catalogue,
      """
      \(SettingsPages.crumbs(say, [list], title))
      <h1>\(title) \(MethodPages.tag(version, of: versions, call))</h1>
      \(done)
      \(approval)
      <dl class="facts">
      <dt>\(say(MethodText.scope))</dt><dd>\(say(scope))</dd>
      <dt>\(say(MethodText.effective))</dt><dd>\(version.effective.description)</dd>
      <dt>\(say(MethodText.proposedBy))</dt><dd>\(version.proposedBy)</dd>
      <dt>\(say(MethodText.approvedBy))</dt><dd>\(version.approvedBy ?? say(MethodText.none2))</dd>
      <dt>\(say(MethodText.hash))</dt><dd><code>\(hexadecimal(version.sha256))</code></dd>
      <dt>\(say(MethodText.file))</dt>\
      <dd><a href="\(file)">\(version.code)-\(version.version).json</a></dd>
      </dl>
      \(words)
      \(trial)
      """)
  }

  private var file: Link {
    Link(
      "catalogue", version.kind.path, version.scope, version.code, String(version.version), "file")
  }

  private var done: HTML? {
    guard let done = call.query["done"] else { return nil }
    let text: MethodText = done == "approved" ? .doneApproved : .done
    return "<p class=\"told\" role=\"status\">\(say(text))</p>"
  }

  private var approval: HTML? {
    guard version.approvedBy == nil else { return nil }
    let isOther = version.proposedBy != call.session?.account
    guard isOther, call.session?.holds(.approveMethod) ?? false else {
      return "<p class=\"told\">\(say(MethodText.approveOther))</p>"
    }
    let link = Link(
      "catalogue", version.kind.path, version.scope, version.code, String(version.version),
      "approvals")
    return """
      <form class="told" method="post" action="\(link)">\(call.frame.hiddenFields)
      <p>\(say(MethodText.approveHint, version.effective.description))</p>
      <p><button class="btn btn-1">\(say(MethodText.approve))</button></p></form>
      """
  }
}
