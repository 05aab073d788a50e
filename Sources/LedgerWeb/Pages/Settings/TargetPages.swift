import HTTPTypes
import LedgerDomain
import LedgerOperations
import LedgerStore

/// What must be reached in a year: set, tried and shown.
enum TargetPages {
  static let all: [Endpoint] = [choose, show, save] + TargetFiles.all

  /// The page of this year.
  static let start = Link("catalogue", "targets")

  private static let place: [Endpoint.Parameter] = [
    .text("indicator", "The indicator."),
    .word("kind", "The kind of target that is edited.", of: TargetKind.allCases.map(\.rawValue)),
    .unit("of", "The unit below which targets are set."),
  ]

  /// The form that chooses a year has no script: it is answered with the way there.
  private static let choose = Endpoint.page(
    .get, "/catalogue/targets", "page.targets.choose", access: .permission(.readUnpublished),
    query: place + [
      Endpoint.Parameter(
        name: "year", text: "The year.", form: "2026",
        isValid: { Int($0).map { (2000...2100).contains($0) } ?? false })
    ],
    handle: { call in
      let year = call.query["year"].flatMap { Int($0) } ?? call.today.year
      return .see(
        link(
          year, call.query["indicator"], call.query["kind"].flatMap(TargetKind.init(rawValue:)),
          call.query["of"]))
    })

  private static let show = Endpoint.page(
    .get, "/catalogue/targets/{year}", "page.targets", access: .permission(.readUnpublished),
    query: place + [
      Endpoint.Parameter(
        name: "saved", text: "How many targets were just set.", form: "1",
        isValid: { Int($0).map { (0...100_000).contains($0) } ?? false })
    ],
    handle: { call in
      let sheet = try await call.ledger.targetSheet(
        year: try call.number("year"), indicator: call.query["indicator"], scope: call.query["of"],
        by: call.actor())
      let kind = call.query["kind"].flatMap(TargetKind.init(rawValue:))
      let changes = try await call.ledger.targetChanges(
        year: sheet.year, indicator: sheet.indicator.code, by: call.actor())
      return TargetPage(call: call, sheet: sheet, chosen: kind, changes: changes).reply(
        TargetForm.untouched, [])
    })

  /// Tries or saves what was typed.
  private static let save = Endpoint.page(
    .post, "/catalogue/targets/{year}", "page.targets.save", access: .permission(.keepTargets),
    isKeyed: true,
    handle: { call in
      let form = try TargetForm(call)
      let sheet = try await call.ledger.targetSheet(
        year: try call.number("year"), indicator: form.indicator, scope: form.scope,
        by: call.actor())
      let changes = try await call.ledger.targetChanges(
        year: sheet.year, indicator: sheet.indicator.code, by: call.actor())
      var page = TargetPage(call: call, sheet: sheet, chosen: form.kind, changes: changes)
      let read = form.read(sheet, call.say)
      guard read.errors.isEmpty else { return page.reply(form, read.errors) }
      do {
        if form.isTrial {
          page.trials = try await call.ledger.tryTargets(
            read.changed, of: form.indicator, year: sheet.year, scope: form.scope,
            by: call.actor())
          (page.isTrial, page.typed) = (true, read.changed)
          return page.reply(form, [])
        }
        guard !read.changed.isEmpty else {
          return page.reply(
            form,
            [(call.say(TargetText.nothingChanged), "goal-\(sheet.rows.first?.unit.code ?? "")")])
        }
        let link = link(sheet.year, form.indicator, form.kind, form.scope)
        return try await call.once({ (report: ImportReport) in
          .see(link.adding("saved", String(report.added)))
        }) {
          try await call.ledger.keepTargets(read.changed, reason: form.reason, by: $0)
        }
      } catch let refusal as Refusal where refusal.kind == .invalid || refusal.kind == .malformed {
        var field = "goal-" + (refusal.details.first ?? "")
        if refusal.place == .option("reason") { field = "reason" }
        return page.reply(form, [(call.sentence(refusal), field)])
      }
    })

  static func link(
    _ year: Int, _ indicator: String?, _ kind: TargetKind?, _ scope: String?
  ) -> Link {
    var link = Link("catalogue", "targets", String(year))
    if let indicator { link = link.adding("indicator", indicator) }
    if let kind { link = link.adding("kind", kind.rawValue) }
    if let scope { link = link.adding("of", scope) }
    return link
  }
}

/// What was typed on the page of targets.
struct TargetForm: Sendable {
  let indicator: String
  let scope: String?
  let kind: TargetKind
  let isShared: Bool
  let reason: String
  let isTrial: Bool
  /// What was typed for each unit, by its code.
  let goals: [String: String]

  /// Nothing was typed yet.
  static let untouched = TargetForm()

  private init() {
    (indicator, scope, kind, isShared, reason, isTrial, goals) =
      ("", nil, .atMost, true, "", false, [:])
  }

  init(_ call: Call) throws(Refusal) {
    let form = call.form
    indicator = try form.text("indicator", max: 40)
    let scope = try form.text("of", max: 32)
    self.scope = scope.isEmpty ? nil : scope
    let word = try form.text("kind", max: 40)
    guard let kind = TargetKind(rawValue: word) else {
      throw Refusal(
        TargetRefusal.kindUnknown, at: .option("kind"), word,
        TargetKind.allCases.map(\.rawValue).joined(separator: ", "))
    }
    self.kind = kind
    isShared = form["shape"] != "even"
    reason = try form.text("reason", max: 400)
    isTrial = form["act"] != "save"
    var goals: [String: String] = [:]
    for name in form.names where name.hasPrefix("goal-") {
      goals[String(name.dropFirst(5))] = try form.text(name, max: 40)
    }
    self.goals = goals
  }

  /// The targets that differ from those that are set, and what is wrong with the others.
  func read(
    _ sheet: TargetSheet, _ say: Say
  ) -> (changed: [Target], errors: [(text: String, field: String)]) {
    var changed: [Target] = []
    var errors: [(text: String, field: String)] = []
    for row in sheet.rows + [sheet.parent] {
      let text = goals[row.unit.code] ?? ""
      guard text.unicodeScalars.contains(where: { !$0.properties.isWhitespace }) else { continue }
      let decimals = kind.isChange ? 4 : sheet.indicator.decimals
      switch FigureText.number(text.replacing("−", with: "-"), decimals: decimals) {
      case .failure(let reason):
        let refusal = Refusal(reason, text, String(decimals))
        let sentence = say.sentences([
          refusal.text(in: say.language), refusal.wayOut(in: say.language),
        ])
        errors.append(
          (say(TargetText.numberWrong, say(row.unit.name), sentence), "goal-\(row.unit.code)"))
      case .success(let goal):
        guard row.targets.first(where: { $0.kind == kind })?.goal != goal else { continue }
        if let target = try? target(goal, row, sheet) { changed.append(target) }
      }
    }
    return (changed, errors)
  }

  private func target(
    _ goal: FigureNumber, _ row: TargetSheet.Row, _ sheet: TargetSheet
  ) throws(Refusal) -> Target {
    let isPath = (kind == .atMost || kind == .atLeast) && sheet.indicator.kind == .flow
    var total: FigureNumber?
    if row.lastMonths.count == 12 {
      let sum = row.lastMonths.reduce(Int64(0)) { $0.addingReportingOverflow($1.tenThousandths).0 }
      total = FigureNumber(tenThousandths: sum)
    }
    return try Target(
      unit: row.unit.code, indicator: sheet.indicator.code, year: sheet.year, kind: kind,
      goal: goal, baseline: isPath ? total : nil,
      path: isPath && isShared
        ? Target.path(to: goal, like: row.lastMonths, decimals: sheet.indicator.decimals) : nil)
  }
}
