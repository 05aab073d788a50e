import LedgerDomain
import LedgerOperations
import LedgerStore

/// What the page of one unit shows, for somebody who sees so much of it.
struct UnitView: Sendable {
  let code: String
  let name: BilingualText
  let say: Say
  /// The month that is shown with those before; nil where nothing of the unit was published.
  let history: PublishedHistory?
  /// The figures behind the edition shown.
  let figures: EditionFigures?
  /// What of its details may be seen, and whether all of all its peers may.
  let sight: UnitSight
  let seesPeers: Bool
  /// The targets of the year that may be seen, and whether targets may be read at all.
  let targets: [Target]
  let readsTargets: Bool
  /// The indicator whose way through the year is asked for.
  let pathCode: String?
  /// Whether at least the submissions of some form may be read.
  let readsSubmissions: Bool
  /// Its submissions, the newest first.
  let submissions: [(state: SubmissionState, progress: SubmissionProgress)]
  let forms: [Form]
  /// The forms of the month from which the edition read figures of the unit.
  private let readForms: [String]
  /// The ladder, where one is in force and the unit's step may be seen.
  let escalations: Escalations?

  var month: PublishedMonth? { history?.shown }
  var standing: EditionResult.UnitStanding? { month?.standing(code) }

  /// The form's name as it was in force last.
  func formName(_ code: String) -> String {
    forms.last { $0.code == code }.map { say($0.name) } ?? code
  }

  /// What the unit needs to pass the next ones.
  func gains(steps: Int) -> [Gain] {
    guard let month, let method = month.inputs.plan.method, let figures,
      let place = month.ranking.standings.firstIndex(where: { $0.unit == code })
    else { return [] }
    return (try? method.gains(of: place, among: figures.inputs, steps: steps)) ?? []
  }

  /// Where the figures of a measure were submitted.
  func sources(of measure: Measure) -> [(form: String, period: String)] {
    guard let month, let figures else { return [] }
    let codes = figures.indicators(of: measure)
    let holding = Set(
      forms.lazy.filter { form in form.fields.contains { codes.contains($0.indicator) } }
        .map(\.code))
    return readForms.filter { holding.contains($0) && sight.reads(form: $0) }
      .map { ($0, month.head.period.description) }
  }
}

extension UnitView {
  /// Loads what a request asks for.
  init(_ call: Call) async throws {
    let code = try call.unit("code")
    let actor = try call.actor()
    let scope = try await call.visibleScope()
    let published = try await Self.edition(of: code, call)
    let isCovered = scope.covers(code)
    let mayReadTargets = call.session?.holds(.readTargets) ?? false
    readsSubmissions =
      (call.session?.holds(.readSubmissions) ?? false)
      && (isCovered || scope.units.contains { $0.hasPrefix(code + "/") })
    self.code = code
    say = call.say
    pathCode = call.query["path"]
    seesPeers = published?.month.ranking.standings.allSatisfy { scope.covers($0.unit) } ?? false
    if let published {
      let month = published.month
      let figures = try await call.web.editions.figures(of: published)
      self.figures = figures
      sight = UnitSight(code, scope, month, figures)
      readsTargets = mayReadTargets && !sight.isNone
      let period = month.head.period
      readForms = month.inputs.revisions.lazy.filter { $0.unit == code && $0.period == period }
        .map(\.form)
      forms = readsSubmissions ? figures.forms : []
      name = month.name(code)
      history = try await PublishedHistory(month, months: 24, from: call.web.editions)
    } else {
      let last = try await call.ledger.unitHistory(code, by: actor).versions.last
      name = last?.name ?? BilingualText(zh: code, en: code)
      history = nil
      figures = nil
      sight = .none
      (readsTargets, readForms) = (false, [])
      forms = readsSubmissions ? try await call.ledger.forms(by: actor) : []
    }
    let head = published?.month.head
    let seesStep = isCovered && (call.session?.holds(.readSteps) ?? false)
    // Everything else that is read anew for each request, in one transaction.
    let record = try await call.ledger.unitRecord(
      of: code,
      UnitRecord.Wanted(
        year: readsTargets ? head?.period.year : nil, ladderScope: seesStep ? head?.scope : nil,
        submissions: readsSubmissions),
      by: actor)
    (targets, escalations, submissions) = (record.targets, record.escalations, record.submissions)
  }

  /// The edition of the month asked for, or the latest, that ranks or rates a unit.
  private static func edition(
    of code: String, _ call: Call
  ) async throws -> EditionCache.Published? {
    let month = call.queryMonth()
    let heads = try await call.web.editions.heads().filter { month == nil || $0.period == month }
    // Editions of other scopes and kinds do not know the unit; there are few of them in a month.
    for head in heads.sorted(by: { ($0.period, $0.number) > ($1.period, $1.number) }).prefix(12) {
      let published = try await call.web.editions.published(head.number)
      if published.month.standing(code) != nil { return published }
    }
    return nil
  }
}
