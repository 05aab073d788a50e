/// What an edition's document says came out: each unit's rating and standing, as values.
public struct EditionResult: Sendable {
  /// One unit's rating.
  public struct UnitRating: Sendable {
    /// Its colour.
    public let colour: Colour
    /// The required indicators that are absent.
    public let absent: [String]
    /// The rules that hit.
    public let hits: [Rating.Hit]
  }

  /// One unit's standing.
  public struct UnitStanding: Sendable {
    /// The unit's code.
    public let unit: String
    /// Twice its rank; nil when it is not ranked.
    public let doubledRank: Int?
    /// Why it is not ranked.
    public let unranked: UnrankedReason?
    /// Its score in units of the last decimal.
    public let score: Int64?
    /// Twice its last published rank before.
    public let previousDoubledRank: Int?
    /// Its last published score before.
    public let previousScore: Int64?
    /// Marks taken off, in the method's order.
    public let deductions: [Int64]
    /// The components, in the method's order.
    public let components: [ComponentStanding]
  }

  /// The ratings, by unit.
  public let ratings: [String: UnitRating]
  /// The rankings, each of the peers below a unit, in the document's order.
  public let rankings: [(peersOf: String, ranked: Int, standings: [UnitStanding])]

  /// Reads the results of an edition's document.
  public init(document: JSONValue) throws(Refusal) {
    let json = JSONReader(document)
    var ratings: [String: UnitRating] = [:]
    for rating in try json.required("ratings").elements() {
      ratings[try rating.required("unit").string()] = try Self.rating(rating)
    }
    self.ratings = ratings
    var rankings: [(String, Int, [UnitStanding])] = []
    for ranking in try json.required("rankings").elements() {
      var standings: [UnitStanding] = []
      for standing in try ranking.required("standings").elements() {
        standings.append(try Self.standing(standing))
      }
      rankings.append(
        (
          try ranking.required("peers_of").string(),
          try ranking.required("ranked").integer(0...Int.max), standings
        ))
    }
    self.rankings = rankings
  }

  private init(
    ratings: [String: UnitRating],
    rankings: [(peersOf: String, ranked: Int, standings: [UnitStanding])]
  ) {
    self.ratings = ratings
    self.rankings = rankings
  }

  /// The same results without the values that are not shown where those of several units are:
  /// measured values are withheld, marks that would tell them absent.
  public func hiding(_ disclosure: ResultDisclosure, method: IndexMethod?) -> EditionResult {
    guard !disclosure.isComplete else { return self }
    let components = method?.components.map(\.component.measure) ?? []
    let deductions = method?.deductions.map(\.measure) ?? []
    var ratings: [String: UnitRating] = [:]
    for (unit, rating) in self.ratings {
      ratings[unit] = UnitRating(
        colour: rating.colour, absent: rating.absent,
        hits: rating.hits.map { hit in
          Rating.Hit(
            rule: hit.rule,
            inputs: hit.inputs.map { input in
              disclosure.mark(input.measure, of: unit) == nil
                ? input : Rating.Input(measure: input.measure, measured: .absent(.withheld))
            })
        })
    }
    return EditionResult(
      ratings: ratings,
      rankings: rankings.map { ranking in
        (
          ranking.peersOf, ranking.ranked,
          ranking.standings.map { $0.hiding(disclosure, components, deductions) }
        )
      })
  }

  private static func rating(_ json: JSONReader) throws(Refusal) -> UnitRating {
    let colour = try json.required("colour")
    guard let known = Colour(rawValue: try colour.string()) else {
      throw colour.wrongType("颜色", "a colour")
    }
    var hits: [Rating.Hit] = []
    for rule in try json.required("rules").elements() {
      var inputs: [Rating.Input] = []
      for input in try rule.required("inputs").elements() {
        inputs.append(
          Rating.Input(
            measure: try Measure(try input.required("measure")),
            measured: try Measured(try input.required("value"))))
      }
      hits.append(Rating.Hit(rule: try rule.required("rule").string(), inputs: inputs))
    }
    var absent: [String] = []
    for code in try json.required("absent").elements() { absent.append(try code.string()) }
    return UnitRating(colour: known, absent: absent, hits: hits)
  }

  private static func standing(_ json: JSONReader) throws(Refusal) -> UnitStanding {
    var components: [ComponentStanding] = []
    for item in try json.required("components").elements() {
      let normalised = try item.required("normalised")
      components.append(
        ComponentStanding(
          measured: try Measured(try item.required("measured")),
          normalised: normalised.value == .null ? nil : try normalised.fraction(),
          isAbsent: try item.required("absent").bool(),
          isSmallBase: try item.required("small_base").bool(),
          marks: try number(item, "marks"), marksMax: try number(item, "marks_max")))
    }
    var deductions: [Int64] = []
    for item in try json.required("deductions").elements() {
      guard case .number(let digits) = item.value, let number = Int64(digits) else {
        throw item.wrongType("整数", "a whole number")
      }
      deductions.append(number)
    }
    let rank = try json.required("rank")
    let reason = try json.required("unranked")
    return UnitStanding(
      unit: try json.required("unit").string(),
      doubledRank: rank.value == .null ? nil : try Self.doubled(rank),
      unranked: reason.value == .null ? nil : UnrankedReason(rawValue: try reason.string()),
      score: try number(json, "score"),
      previousDoubledRank: try number(json, "previous_doubled_rank").map { Int(clamping: $0) },
      previousScore: try number(json, "previous_score"), deductions: deductions,
      components: components)
  }

  /// A rank's text, `3` or `2.5`, as twice the rank.
  private static func doubled(_ json: JSONReader) throws(Refusal) -> Int {
    let doubled = try json.fraction() * Fraction(2)
    guard let (numerator, denominator) = doubled.small, denominator == 1,
      let rank = Int(exactly: numerator)
    else { throw json.wrongType("名次", "a rank") }
    return rank
  }

  private static func number(_ json: JSONReader, _ name: String) throws(Refusal) -> Int64? {
    let member = try json.required(name)
    guard member.value != .null else { return nil }
    guard case .number(let digits) = member.value, let number = Int64(digits) else {
      throw member.wrongType("整数", "a whole number")
    }
    return number
  }
}

extension EditionResult.UnitStanding {
  fileprivate func hiding(
    _ disclosure: ResultDisclosure, _ measures: [Measure], _ counted: [Measure]
  ) -> Self {
    func isHidden(_ measures: [Measure], _ position: Int) -> Bool {
      measures.indices.contains(position) && disclosure.mark(measures[position], of: unit) != nil
    }
    return Self(
      unit: unit, doubledRank: doubledRank, unranked: unranked, score: score,
      previousDoubledRank: previousDoubledRank, previousScore: previousScore,
      deductions: deductions.enumerated().map { isHidden(counted, $0) ? 0 : $1 },
      components: components.enumerated().map { position, component in
        guard isHidden(measures, position) else { return component }
        return ComponentStanding(
          measured: .absent(.withheld), normalised: nil, isAbsent: false, isSmallBase: false,
          marks: nil, marksMax: component.marksMax)
      })
  }
}

extension Measured {
  /// Reads what ``EditionDocument/json(of:)-(Measured)`` writes.
  public init(_ json: JSONReader) throws(Refusal) {
    func fraction(_ json: JSONReader) throws(Refusal) -> Fraction {
      guard let fraction = Fraction(exactText: try json.string()) else {
        throw json.wrongType("数", "a number")
      }
      return fraction
    }
    guard case .object = json.value else {
      self = .value(try fraction(json))
      return
    }
    if let incomplete = try json.optional("incomplete") {
      self = .incomplete(try fraction(incomplete))
      return
    }
    let absent = try json.required("absent")
    let word = try absent.string()
    if let absence = Absence(rawValue: word) {
      self = .absent(absence)
    } else if word == "undefined" {
      self = .undefined
    } else {
      throw absent.wrongType("缺失原因", "a reason of absence")
    }
  }
}
