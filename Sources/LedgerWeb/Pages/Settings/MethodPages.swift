import HTTPTypes
import LedgerDomain
import LedgerOperations
import LedgerStore
import PostgresSupport

/// The versions of rule sets, index methods and ladders: read in words, tried, proposed, approved.
enum MethodPages {
  static let all: [Endpoint] = [MethodVersion.Kind.rules, .index, .ladder, .assessment].flatMap {
    kind in
    [list(kind), add(kind), show(kind), file(kind), approve(kind)]
  }

  private static func list(_ kind: MethodVersion.Kind) -> Endpoint {
    .page(
      .get, "/catalogue/\(kind.path)", "page.\(kind.path)", access: .permission(.readMethods),
      handle: { call in
        try await MethodListPage(call, kind).reply(MethodListPage.Typed(), [])
      })
  }

  /// Tries or proposes the version of a file.
  private static func add(_ kind: MethodVersion.Kind) -> Endpoint {
    .page(
      .post, "/catalogue/\(kind.path)", "page.\(kind.path).add",
      access: .permission(.proposeMethod), content: .upload, isKeyed: true,
      handle: { call in
        let page = try await MethodListPage(call, kind)
        var typed = MethodListPage.Typed()
        typed.scope = try call.form.text("of", max: 32)
        typed.effective = try call.form.text("effective", max: 20)
        typed.definition = try call.form.text("definition", max: 262_144)
        do {
          return try await page.take(&typed)
        } catch let refusals as Refusals {
          return page.reply(typed, refusals.refusals)
        } catch let refusal as Refusal {
          return page.reply(typed, [refusal])
        }
      })
  }

  private static func show(_ kind: MethodVersion.Kind) -> Endpoint {
    .page(
      .get, "/catalogue/\(kind.path)/{of}/{code}/{version}", "page.\(kind.path).version",
      access: .permission(.readMethods),
      query: [
        .word("months", "How many months are tried.", of: MethodTrialTable.choices),
        .word("done", "What was just done.", of: ["proposed", "approved"]),
      ],
      handle: { call in
        let version = try await call.methodVersion(kind)
        return try await MethodVersionPage(call, version).reply
      })
  }

  private static func file(_ kind: MethodVersion.Kind) -> Endpoint {
    .page(
      .get, "/catalogue/\(kind.path)/{of}/{code}/{version}/file", "page.\(kind.path).file",
      access: .permission(.readMethods),
      handle: { call in
        let version = try await call.methodVersion(kind)
        return Reply.text(version.definition.indentedText, "application/json").with(
          .contentDisposition,
          "attachment; filename=\"\(version.code)-\(version.version).json\"")
      })
  }

  private static func approve(_ kind: MethodVersion.Kind) -> Endpoint {
    .page(
      .post, "/catalogue/\(kind.path)/{of}/{code}/{version}/approvals",
      "page.\(kind.path).approve", access: .permission(.approveMethod), isKeyed: true,
      handle: { call in
        let version = try await call.methodVersion(kind)
        let link = link(version).adding("done", "approved")
        return try await call.once({ (_: Void) in .see(link) }) {
          try await call.ledger.approveMethod(
            kind: kind, scope: version.scope, code: version.code, version: version.version, by: $0)
        }
      })
  }

  static func link(_ version: MethodVersion) -> Link {
    Link(
      "catalogue", version.kind.path, version.scope, version.code, String(version.version))
  }

  /// A version's state in a box; `versions` are all that there are.
  static func tag(_ version: MethodVersion, of versions: [MethodVersion], _ call: Call) -> HTML {
    let (text, look) = state(version, of: versions, today: call.today)
    return "<span class=\"tag \(look)\">\(call.say(text))</span>"
  }

  private static func state(
    _ version: MethodVersion, of versions: [MethodVersion], today: Month
  ) -> (MethodText, HTML) {
    guard version.approvedBy != nil else { return (.proposed, "tag-warn") }
    let current = versions.inForce(version.kind, scope: version.scope, in: today)
    if current == version { return (.inForce, "tag-ok") }
    return version.effective > today ? (.later, "tag-ok") : (.replaced, "tag-none")
  }
}

extension MethodVersion.Kind {
  /// Where its pages lie.
  var path: String {
    switch self {
    case .rules: "rule-sets"
    case .index: "methods"
    case .ladder: "ladders"
    case .assessment: "assessments"
    }
  }

  var title: SettingsText {
    switch self {
    case .rules: .ruleSets
    case .index: .methods
    case .ladder: .ladders
    case .assessment: .assessments
    }
  }
}

extension Call {
  /// The month by the ledger's clock.
  var today: Month {
    let east = ledger.moment.microsecondsSince2000 &+ 8 * 3_600_000_000
    let days = east / 86_400_000_000
    return Month(containing: CalendarDate(daysSince2000: Int32(clamping: days)))
  }

  /// The version that the path names.
  fileprivate func methodVersion(_ kind: MethodVersion.Kind) async throws -> MethodVersion {
    let (scope, code, number) = (try unit("of"), part("code"), try number("version"))
    let known = try await ledger.methodVersions(by: actor()).first {
      $0.kind == kind && $0.scope == scope && $0.code == code && $0.version == number
    }
    guard let known else { throw Refusal(MethodRefusal.unknown, code, String(number)) }
    return known
  }

  /// The indicators as they are defined today, by code.
  func indicatorsByCode() async throws -> [String: Indicator] {
    var indicators: [String: Indicator] = [:]
    for definition in try await ledger.indicators(on: nil, by: actor()) {
      let indicator = try Indicator(JSONReader(definition))
      indicators[indicator.code] = indicator
    }
    return indicators
  }
}

extension Refusal {
  /// What is wrong with a file, where, and the way out, in one line.
  func line(_ say: Say) -> String {
    let sentence = say.sentences([text(in: say.language), wayOut(in: say.language)])
    switch place {
    case .pointer(let pointer) where !pointer.isEmpty:
      return say(MethodText.place, pointer, sentence)
    case .line(let line, _): return say(MethodText.line, String(line), sentence)
    case .whole, .pointer, .option: return sentence
    }
  }
}
