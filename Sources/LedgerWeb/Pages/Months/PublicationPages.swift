import HTTPTypes
import LedgerDomain
import LedgerOperations
import LedgerStore

/// What a month's edition would change for whom, and publishing it by two persons.
enum PublicationPages {
  static let all: [Endpoint] = [show, act]

  private static let show = Endpoint.page(
    .get, "/months/{period}/publication", "page.publication", access: MonthPages.access,
    query: [
      .unit("of", "The unit below which units are compared."),
      .word("done", "What was done just now.", of: PublicationStep.allCases.map(\.rawValue)),
    ],
    handle: { call in try await reply(call, of: call.query["of"], nil) })

  private static let act = Endpoint.act(
    "/months/{period}/publication", "page.publication.act", access: MonthPages.access,
    isUnhurried: true,
    handle: { call in
      let month = try call.month()
      let scope = try call.form.text("of", max: 32)
      guard let step = PublicationStep(rawValue: try call.form.text("step", max: 10)) else {
        throw Refusal(RequestRefusal.formMalformed)
      }
      return try await call.see(
        { (_: Publication) in link(month, of: scope).adding("done", step.rawValue) },
        field: { _ in "publish" }, again: { try await reply(call, of: scope, $0) },
        { try await call.ledger.publishEdition(month, scope: scope, kind: nil, step: step, by: $0) }
      )
    })

  static func link(_ month: Month, of scope: String) -> Link {
    Link("months", month.description, "publication", query: [("of", scope)])
  }

  private static func reply(
    _ call: Call, of scope: String?, _ attempt: FormAttempt?
  ) async throws -> Reply {
    let month = try call.month()
    let work = try await call.ledger.monthWork(month, by: call.actor())
    let known = work.publications.first { scope == nil || $0.scope == scope }
    guard let publication = known else {
      throw Refusal(UnitRefusal.unknown, at: .option("of"), scope ?? "")
    }
    let (document, disclosure) = try await call.ledger.unpublished(
      month, scope: publication.scope, kind: publication.kind, by: call.actor())
    var frame = call.frame
    frame.target = link(month, of: publication.scope)
    let page = PublicationPage(
      work: work, publication: publication,
      preview: try Preview(document, disclosure),
      before: try await before(call, month, publication), frame: frame, attempt: attempt,
      done: call.query["done"].flatMap { PublicationStep(rawValue: $0) })
    return page.reply
  }

  /// The edition with which the preview is compared: the month's own that it would correct, else
  /// that of the month before.
  private static func before(
    _ call: Call, _ month: Month, _ publication: PublicationWork
  ) async throws -> PublishedMonth? {
    let heads = try await call.web.editions.heads().filter { head in
      head.scope == publication.scope && head.kind == publication.kind && head.period <= month
        && head.number != publication.published?.number
    }
    let own = heads.last { $0.period == month }
    let latest = heads.map(\.period).max()
    guard let head = own ?? heads.last(where: { $0.period == latest }) else { return nil }
    return try await call.web.editions.published(head.number).month
  }
}

/// What the figures accepted now give.
struct Preview: Sendable {
  let inputs: EditionInputs
  let result: EditionResult
  private let standings: [String: EditionResult.UnitStanding]

  init(_ document: JSONValue, _ disclosure: ResultDisclosure) throws {
    inputs = try EditionInputs(document: document)
    result = try EditionResult(document: document)
      .hiding(disclosure, method: inputs.plan.method)
    let scope = inputs.plan.scope
    let ranking = result.rankings.first { $0.peersOf == scope } ?? result.rankings.first
    standings = Dictionary(
      (ranking?.standings ?? []).map { ($0.unit, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The units in the order of their places, those without one last.
  var units: [(code: String, name: BilingualText)] {
    inputs.units.map { ($0.unit.code, $0.name) }.sorted {
      (place($0.code), $0.code) < (place($1.code), $1.code)
    }
  }

  private func place(_ unit: String) -> Int { standings[unit]?.doubledRank ?? Int.max }

  func rank(_ unit: String) -> String {
    Standing.rankText(doubled: standings[unit]?.doubledRank) ?? "—"
  }

  func score(_ unit: String) -> Int64? { standings[unit]?.score }

  func colour(_ unit: String) -> Colour { result.ratings[unit]?.colour ?? .grey }

  /// Marks with two decimals.
  func marks(_ unit: String) -> String {
    guard let score = score(unit) else { return "—" }
    var one = Fraction.one
    for _ in 0..<max(0, inputs.plan.method?.score.decimals ?? 6) { one = one * Fraction(10) }
    let value = Fraction(Int128(score)) / one
    return value.map { MeasureText.minus($0.text(decimals: 2)) } ?? "—"
  }
}
