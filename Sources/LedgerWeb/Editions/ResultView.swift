import LedgerDomain

/// The results of a month as they are shown: read from an edition's document, or from one that was
/// computed a moment ago.
struct ResultView: Sendable {
  /// One unit's result.
  struct Unit: Sendable {
    let code: String
    let name: JSONValue
    let colour: JSONValue
    let rating: JSONValue
  }

  /// One unit's place among the peers below a unit.
  struct Standing: Sendable {
    let unit: String
    let rank: JSONValue
    let previousRank: JSONValue
    let unranked: JSONValue
    let score: JSONValue
    let previousScore: JSONValue
    let components: JSONValue
    let deductions: JSONValue
  }

  let document: JSONValue
  /// Whether the figures are invented, which is told wherever they are shown.
  let isInvented: Bool
  let period: String
  let scope: String
  let kind: String
  let title: JSONValue
  let units: [Unit]
  let rankings: [(peersOf: String, ranked: JSONValue, standings: [Standing])]
  private let positions: [String: Int]

  /// Reads a document, and leaves out what is not shown of it.
  init(_ document: JSONValue, _ disclosure: ResultDisclosure, isInvented: Bool) throws {
    self.document = document
    self.isInvented = isInvented
    let mask = try ResultMask(document, disclosure)
    let json = JSONReader(document)
    period = try json.required("period").string()
    scope = try json.required("scope").string()
    kind = try json.required("kind").string()
    title = document["index_method"]?["title"] ?? .null
    let decimals = document["index_method"]?["score"]?["decimals"].flatMap(Self.integer) ?? 6
    var ratings: [String: JSONValue] = [:]
    for rating in try json.required("ratings").elements() {
      let code = try rating.required("unit").string()
      ratings[code] = try mask.rating(rating.value, of: code)
    }
    units = try json.required("units").elements().map { unit in
      let code = try unit.required("code").string()
      return Unit(
        code: code, name: try unit.required("name").value,
        colour: ratings[code]?["colour"] ?? .null, rating: ratings[code] ?? .null)
    }
    positions = Dictionary(
      units.enumerated().map { ($1.code, $0) }, uniquingKeysWith: { first, _ in first })
    rankings = try json.required("rankings").elements().map { ranking in
      (
        try ranking.required("peers_of").string(), try ranking.required("ranked").value,
        try ranking.required("standings").elements().map { try Self.standing($0, decimals, mask) }
      )
    }
  }

  private static func standing(
    _ json: JSONReader, _ decimals: Int, _ mask: ResultMask
  ) throws -> Standing {
    let code = try json.required("unit").string()
    return Standing(
      unit: code, rank: try json.required("rank").value,
      previousRank: rank(doubled: try json.required("previous_doubled_rank").value),
      unranked: try json.required("unranked").value,
      score: score(try json.required("score").value, decimals),
      previousScore: score(try json.required("previous_score").value, decimals),
      components: try mask.components(json.value["components"] ?? [], of: code),
      deductions: try mask.deductions(json.value["deductions"] ?? [], of: code))
  }

  private static func integer(_ value: JSONValue) -> Int? {
    if case .number(let digits) = value { Int(digits) } else { nil }
  }

  /// Twice a rank as the rank's text: `3`, `2.5`.
  private static func rank(doubled value: JSONValue) -> JSONValue {
    guard let doubled = integer(value) else { return .null }
    return .string(doubled.isMultiple(of: 2) ? "\(doubled / 2)" : "\(doubled / 2).5")
  }

  /// A score in units of its last decimal as a decimal text.
  private static func score(_ value: JSONValue, _ decimals: Int) -> JSONValue {
    guard let units = integer(value), (0...12).contains(decimals) else { return .null }
    guard decimals > 0 else { return .string("\(units)") }
    let digits = String(units.magnitude)
    let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.utf8.count)) + digits
    return .string(
      (units < 0 ? "-" : "") + padded.dropLast(decimals) + "." + padded.suffix(decimals))
  }

  /// A unit's result.
  func unit(_ code: String) -> Unit? { positions[code].map { units[$0] } }

  /// Which details somebody sees: `all`, or the units inside their scope.
  func visibility(_ scope: VisibleScope) -> String {
    let seen = units.filter { scope.covers($0.code) }
    return seen.count == units.count ? "all" : seen.map(\.code).joined(separator: ",")
  }

  // MARK: - As JSON

  /// The ranking of the peers below a unit; details of the units in a scope only.
  func rankingJSON(peersOf: String, edition: JSONValue, _ scope: VisibleScope) -> JSONValue {
    let ranking = rankings.first { $0.peersOf == peersOf } ?? rankings.first
    return .object(
      head(edition) + [
        JSONValue.Member("peersOf", .optional(ranking?.peersOf)),
        JSONValue.Member("ranked", ranking?.ranked ?? 0),
        JSONValue.Member(
          "standings", .array((ranking?.standings ?? []).map { json(of: $0, scope) })),
      ])
  }

  /// The ratings; the rules that hit, of the units in a scope only.
  func ratingsJSON(edition: JSONValue, _ scope: VisibleScope) -> JSONValue {
    .object(
      head(edition) + [
        JSONValue.Member(
          "ratings",
          .array(
            units.map { unit in
              [
                "unit": .string(unit.code), "name": unit.name, "colour": unit.colour,
                "details": scope.covers(unit.code) ? unit.rating : .null,
              ]
            }))
      ])
  }

  private func head(_ edition: JSONValue) -> [JSONValue.Member] {
    (isInvented ? [JSONValue.Member("invented", true)] : []) + [
      JSONValue.Member("period", .string(period)), JSONValue.Member("of", .string(scope)),
      JSONValue.Member("kind", .string(kind)), JSONValue.Member("title", title),
      JSONValue.Member("edition", edition),
    ]
  }

  private func json(of standing: Standing, _ scope: VisibleScope) -> JSONValue {
    let unit = unit(standing.unit)
    let details: JSONValue =
      scope.covers(standing.unit)
      ? [
        "components": standing.components, "deductions": standing.deductions,
        "previousScore": standing.previousScore, "rules": unit?.rating["rules"] ?? [],
        "absent": unit?.rating["absent"] ?? [],
      ] : .null
    return [
      "unit": .string(standing.unit), "name": unit?.name ?? .null, "rank": standing.rank,
      "previousRank": standing.previousRank, "unranked": standing.unranked,
      "score": standing.score, "colour": unit?.colour ?? .null, "details": details,
    ]
  }
}

/// The units whose details a session may see.
struct VisibleScope: Sendable {
  let everywhere: Bool
  /// Units, and `unit/form` where it is one form only.
  let units: Set<String>

  func covers(_ unit: String) -> Bool { everywhere || units.contains(unit) }
}
