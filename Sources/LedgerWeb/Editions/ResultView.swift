import LedgerDomain

/// The results of a month as they are shown: read from an edition's document, or from one that was
/// computed a moment ago.
///
/// Nothing of the document stays in memory but texts that were written anew: a nation's values,
/// kept one by one between those that are freed, would hold hundreds of megabytes.
struct ResultView: Sendable {
  /// The places of the peers below a unit.
  private struct Ranking: Sendable {
    let peersOf: String
    let ranked: Int
    /// Each with all its details.
    let standings: PackedJSON
  }

  private let head: PackedJSON
  /// The codes of all units, in the document's order, and where each stands in it.
  private let codes: [String]
  private let positions: [String: Int]
  private let rankings: [Ranking]
  /// The units' colours, each with all its details.
  private let ratings: PackedJSON

  /// Reads a document, and leaves out what is not shown of it.
  init(_ document: JSONValue, _ disclosure: ResultDisclosure, isInvented: Bool) throws {
    let mask = try ResultMask(document, disclosure)
    let json = JSONReader(document)
    head = try PackedJSON(Self.head(document, isInvented: isInvented))
    let decimals = document["index_method"]?["score"]?["decimals"].flatMap(Self.integer) ?? 6
    var ratings: [String: JSONValue] = [:]
    for rating in try json.required("ratings").elements() {
      let code = try rating.required("unit").string()
      ratings[code] = try mask.rating(rating.value, of: code)
    }
    var names: [String: JSONValue] = [:]
    var codes: [String] = []
    for unit in try json.required("units").elements() {
      let code = try unit.required("code").string()
      codes.append(code)
      names[code] = try unit.required("name").value
    }
    self.codes = codes
    positions = Dictionary(
      codes.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    self.ratings = try PackedJSON(
      codes.map { code in
        [
          "unit": .string(code), "name": names[code] ?? .null,
          "colour": ratings[code]?["colour"] ?? .null, "details": ratings[code] ?? .null,
        ]
      })
    rankings = try json.required("rankings").elements().map { ranking in
      Ranking(
        peersOf: try ranking.required("peers_of").string(),
        ranked: try ranking.required("ranked").integer(0...10_000_000),
        standings: try PackedJSON(
          try ranking.required("standings").elements().map { standing in
            let code = try standing.required("unit").string()
            return try Self.standing(standing, names[code], ratings[code], decimals, mask)
          }))
    }
  }

  private static func head(_ document: JSONValue, isInvented: Bool) throws -> [JSONValue] {
    let json = JSONReader(document)
    let members = [
      JSONValue.Member("period", try json.required("period").value),
      JSONValue.Member("of", try json.required("scope").value),
      JSONValue.Member("kind", try json.required("kind").value),
      JSONValue.Member("title", document["index_method"]?["title"] ?? .null),
    ]
    return [.object((isInvented ? [JSONValue.Member("invented", true)] : []) + members)]
  }

  private static func standing(
    _ json: JSONReader, _ name: JSONValue?, _ rating: JSONValue?, _ decimals: Int,
    _ mask: ResultMask
  ) throws -> JSONValue {
    let code = try json.required("unit").string()
    return [
      "unit": .string(code), "name": name ?? .null, "rank": try json.required("rank").value,
      "previousRank": rank(doubled: try json.required("previous_doubled_rank").value),
      "unranked": try json.required("unranked").value,
      "score": score(try json.required("score").value, decimals),
      "colour": rating?["colour"] ?? .null,
      "details": [
        "components": try mask.components(json.value["components"] ?? [], of: code),
        "deductions": try mask.deductions(json.value["deductions"] ?? [], of: code),
        "previousScore": score(try json.required("previous_score").value, decimals),
        "rules": rating?["rules"] ?? [], "absent": rating?["absent"] ?? [],
      ],
    ]
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

  /// Which details somebody sees: `all`, or the units inside their scope.
  func visibility(_ scope: VisibleScope) -> String {
    guard !scope.everywhere else { return "all" }
    // The smaller of both sets is gone through: a county reads the nation's ranking as fast.
    let seen =
      scope.units.count < codes.count
      ? scope.units.compactMap { positions[$0] }.sorted()
      : codes.indices.filter { scope.units.contains(codes[$0]) }
    return seen.count == codes.count ? "all" : seen.map { codes[$0] }.joined(separator: ",")
  }

  // MARK: - As JSON

  /// The ranking of the peers below a unit; details of the units in a scope only.
  ///
  /// Of a unit in `parts` those components are told that are named there.
  func rankingJSON(
    peersOf: String, edition: JSONValue, _ scope: VisibleScope, parts: SeenParts = .none
  ) throws -> JSONValue {
    let ranking = rankings.first { $0.peersOf == peersOf } ?? rankings.first
    return .object(
      try headMembers(edition) + [
        JSONValue.Member("peersOf", .optional(ranking?.peersOf)),
        JSONValue.Member("ranked", .integer(ranking?.ranked ?? 0)),
        JSONValue.Member(
          "standings", .array(try Self.seen(ranking?.standings.elements() ?? [], scope, parts))),
      ])
  }

  /// The ratings; the rules that hit, of the units in a scope only.
  func ratingsJSON(edition: JSONValue, _ scope: VisibleScope) throws -> JSONValue {
    .object(
      try headMembers(edition) + [
        JSONValue.Member("ratings", .array(try Self.seen(ratings.elements(), scope)))
      ])
  }

  private func headMembers(_ edition: JSONValue) throws -> [JSONValue.Member] {
    guard case .object(let members)? = try head.elements().first else { return [] }
    return members + [JSONValue.Member("edition", edition)]
  }

  /// Units with their details, or without where a scope does not cover them.
  private static func seen(
    _ units: [JSONValue], _ scope: VisibleScope, _ parts: SeenParts = .none
  ) throws -> [JSONValue] {
    try units.map { unit in
      guard case .object(let members) = unit else { return unit }
      let code = try JSONReader(unit).required("unit").string()
      guard !scope.covers(code) else { return unit }
      return .object(
        try members.map { member in
          guard member.name == "details" else { return member }
          return JSONValue.Member(member.name, try parts.details(member.value, of: code))
        })
    }
  }
}

/// What of some units' components somebody sees whose grants are for forms: the same as the pages
/// show, see ``UnitSight``.
struct SeenParts: Sendable {
  /// The components' names by unit.
  private let components: [String: Set<String>]

  static let none = SeenParts(components: [:])

  private init(components: [String: Set<String>]) { self.components = components }

  /// Reads what comes from the forms that a scope holds.
  init(_ scope: VisibleScope, _ published: EditionCache.Published, _ figures: EditionFigures) {
    var components: [String: Set<String>] = [:]
    for unit in scope.unitsInPart {
      let sight = UnitSight(unit, scope, published.month, figures)
      guard !sight.isNone else { continue }
      components[unit] = Set(
        published.month.components.lazy.filter { sight.sees($0.component.measure) }.map(\.name))
    }
    self.components = components
  }

  /// Names what is seen: for those who see the same of a document.
  var visibility: String {
    components.keys.sorted().map { unit in
      "\(unit):" + (components[unit] ?? []).sorted().joined(separator: "+")
    }.joined(separator: ",")
  }

  /// A unit's details with the components that are seen, without what the whole unit gave; null
  /// where nothing is seen.
  func details(_ details: JSONValue, of unit: String) throws -> JSONValue {
    guard let names = components[unit], case .object(let members) = details else { return .null }
    return .object(
      try members.map { member in
        switch member.name {
        case "components":
          let seen = try JSONReader(member.value).elements().filter { component in
            names.contains(try component.required("name").string())
          }
          return JSONValue.Member(member.name, .array(seen.map(\.value)))
        case "deductions", "rules", "absent": return JSONValue.Member(member.name, [])
        default: return member
        }
      })
  }
}

/// The units whose details a session may see.
struct VisibleScope: Sendable {
  let everywhere: Bool
  /// Units, and `unit/form` where it is one form only.
  let units: Set<String>

  func covers(_ unit: String) -> Bool { everywhere || units.contains(unit) }

  /// The units of which it holds some forms, and not all.
  var unitsInPart: [String] {
    guard !everywhere else { return [] }
    let named = units.compactMap { grant -> String? in
      grant.utf8.firstIndex(of: UInt8(ascii: "/")).map { String(grant[..<$0]) }
    }
    return Set(named).subtracting(units).sorted()
  }
}
