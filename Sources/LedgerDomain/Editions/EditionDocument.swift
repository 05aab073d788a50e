/// Everything that an edition is made from: inputs, methods and what came before.
///
/// With the revisions it names, it is enough to compute the edition again, byte for byte.
public struct EditionInputs: Sendable {
  /// What is evaluated.
  public let plan: EvaluationPlan
  /// The edition's number in the ledger.
  public let number: Int
  /// The edition that it corrects.
  public let replaces: Int?
  /// The units, each with its name, as the tree was on the month's last day.
  public let units: [(unit: CubeUnit, name: BilingualText)]
  /// The documents of the indicators that are read.
  public let indicators: [JSONValue]
  /// The accepted revisions that are read.
  public let revisions: [RevisionReference]
  /// The targets that are read.
  public let targets: [Target]
  /// The last published standings before the month.
  public let previous: Previous?

  /// One revision by name and digest.
  public struct RevisionReference: Hashable, Sendable {
    /// The unit's code.
    public let unit: String
    /// The form's code.
    public let form: String
    /// The month.
    public let period: Month
    /// The revision's number.
    public let number: Int
    /// The digest of its figures.
    public let digest: [UInt8]

    /// Names a revision.
    public init(unit: String, form: String, period: Month, number: Int, digest: [UInt8]) {
      self.unit = unit
      self.form = form
      self.period = period
      self.number = number
      self.digest = digest
    }
  }

  /// The last published standings before the month.
  public struct Previous: Sendable {
    /// The edition's number.
    public let edition: Int
    /// Each unit's place among the peers below a unit.
    public let rows: [Row]

    /// One unit's place.
    public struct Row: Sendable {
      /// The unit below which it was ranked.
      public let peersOf: String
      /// The unit.
      public let unit: String
      /// Twice its rank.
      public let doubledRank: Int?
      /// Its score.
      public let score: Int64?

      /// States a place.
      public init(peersOf: String, unit: String, doubledRank: Int?, score: Int64?) {
        self.peersOf = peersOf
        self.unit = unit
        self.doubledRank = doubledRank
        self.score = score
      }
    }

    /// States the places.
    public init(edition: Int, rows: [Row]) {
      self.edition = edition
      self.rows = rows
    }
  }

  /// Collects the inputs.
  public init(
    plan: EvaluationPlan, number: Int, replaces: Int?,
    units: [(unit: CubeUnit, name: BilingualText)], indicators: [JSONValue],
    revisions: [RevisionReference], targets: [Target], previous: Previous?
  ) {
    self.plan = plan
    self.number = number
    self.replaces = replaces
    self.units = units
    self.indicators = indicators
    self.revisions = revisions
    self.targets = targets
    self.previous = previous
  }
}

/// The document of an edition: canonical JSON, hashed as it stands.
public enum EditionDocument {
  /// The format that this program writes.
  public static let format = 1

  /// What is evaluated, of whom and how: the inputs without targets and revisions.
  public static func headJSON(
    _ plan: EvaluationPlan, units: [(unit: CubeUnit, name: BilingualText)], indicators: [JSONValue]
  ) -> JSONValue {
    .object(headMembers(plan, units, indicators))
  }

  private static func headMembers(
    _ plan: EvaluationPlan, _ units: [(unit: CubeUnit, name: BilingualText)],
    _ indicators: [JSONValue]
  ) -> [JSONValue.Member] {
    [
      JSONValue.Member("period", .string(plan.month.description)),
      JSONValue.Member("scope", .string(plan.scope)),
      JSONValue.Member("kind", .string(plan.kind)),
      JSONValue.Member("rule_set", plan.ruleSet?.definition ?? .null),
      JSONValue.Member("index_method", plan.method?.definition ?? .null),
      JSONValue.Member("indicators", .array(indicators)),
      JSONValue.Member("units", .array(units.map { json(of: $0.unit, name: $0.name) })),
    ]
  }

  /// The document of an evaluation.
  public static func json(_ inputs: EditionInputs, _ evaluation: Evaluation) -> JSONValue {
    .object(
      headMembers(inputs.plan, inputs.units, inputs.indicators) + [
        JSONValue.Member("targets", .array(inputs.targets.map(json))),
        JSONValue.Member("revisions", .array(inputs.revisions.map(json))),
        JSONValue.Member("format", .number(String(format))),
        JSONValue.Member("edition", .number(String(inputs.number))),
        JSONValue.Member("replaces", inputs.replaces.map { .number(String($0)) } ?? .null),
        JSONValue.Member("previous", inputs.previous.map(json) ?? .null),
        JSONValue.Member(
          "ratings",
          .array(
            zip(evaluation.cube.units, evaluation.ratings).map { json(of: $1, unit: $0.code) })),
        JSONValue.Member(
          "rankings",
          .array(
            evaluation.rankings.map {
              json(of: $0, evaluation.cube, inputs.plan.method, inputs.previous)
            })),
      ])
  }

  private static func json(of unit: CubeUnit, name: BilingualText) -> JSONValue {
    [
      "code": .string(unit.code), "name": ["zh": .string(name.zh), "en": .string(name.en)],
      "parent": .string(unit.parent), "group": unit.group.map(JSONValue.string) ?? .null,
      "populations": .array(
        unit.populations.map { $0.map { .number(String($0)) } ?? .null }),
      "states": .array(unit.states.sorted().map(JSONValue.string)),
    ]
  }

  private static func json(_ target: Target) -> JSONValue {
    [
      "unit": .string(target.unit), "indicator": .string(target.indicator),
      "year": .number(String(target.year)), "kind": .string(target.kind.rawValue),
      "value": .string(target.goal.description),
      "path": target.path.map { .array($0.map { .string($0.description) }) } ?? .null,
    ]
  }

  private static func json(_ revision: EditionInputs.RevisionReference) -> JSONValue {
    [
      .string(revision.unit), .string(revision.form), .string(revision.period.description),
      .number(String(revision.number)), .string(hexadecimal(revision.digest)),
    ]
  }

  private static func json(_ previous: EditionInputs.Previous) -> JSONValue {
    [
      "edition": .number(String(previous.edition)),
      "standings": .array(
        previous.rows.map { row in
          [
            .string(row.peersOf), .string(row.unit),
            row.doubledRank.map { .number(String($0)) } ?? .null,
            row.score.map { .number(String($0)) } ?? .null,
          ]
        }),
    ]
  }

  private static func json(of rating: Rating, unit: String) -> JSONValue {
    [
      "unit": .string(unit), "colour": .string(rating.colour.rawValue),
      "absent": .array(rating.absent.map(JSONValue.string)),
      "rules": .array(
        rating.hits.map { hit in
          [
            "rule": .string(hit.rule),
            "inputs": .array(
              hit.inputs.map { ["measure": $0.measure.json, "value": json(of: $0.measured)] }),
          ]
        }),
    ]
  }

  /// A measured value: its exact text, or why it has none.
  public static func json(of measured: Measured) -> JSONValue {
    switch measured {
    case .value(let fraction): .string(fraction.exactText)
    case .incomplete(let fraction): ["incomplete": .string(fraction.exactText)]
    case .absent(let absence): ["absent": .string(absence.rawValue)]
    case .undefined: ["absent": "undefined"]
    }
  }

  private static func json(
    of ranking: Evaluation.PeerRanking, _ cube: FigureCube, _ method: IndexMethod?,
    _ previous: EditionInputs.Previous?
  ) -> JSONValue {
    var before: [String: EditionInputs.Previous.Row] = [:]
    for row in previous?.rows ?? [] where row.peersOf == ranking.peersOf { before[row.unit] = row }
    let names = method?.components.map(\.name) ?? []
    return [
      "peers_of": .string(ranking.peersOf), "ranked": .number(String(ranking.ranked)),
      "standings": .array(
        ranking.standings.map { standing in
          json(of: standing, cube.units[standing.unit].code, names, before)
        }),
    ]
  }

  private static func json(
    of standing: Standing, _ code: String, _ names: [String],
    _ before: [String: EditionInputs.Previous.Row]
  ) -> JSONValue {
    [
      "unit": .string(code), "rank": standing.rankText.map(JSONValue.string) ?? .null,
      "unranked": standing.unrankedReason.map { .string($0.rawValue) } ?? .null,
      "score": standing.score.map { .number(String($0)) } ?? .null,
      "previous_doubled_rank": before[code]?.doubledRank.map { .number(String($0)) } ?? .null,
      "previous_score": before[code]?.score.map { .number(String($0)) } ?? .null,
      "deductions": .array(standing.deductions.map { .number(String($0)) }),
      "components": .array(
        zip(names, standing.components).map { name, component in
          [
            "name": .string(name), "measured": json(of: component.measured),
            "normalised": component.normalised.map { .string($0.text(decimals: 12)) } ?? .null,
            "marks": component.marks.map { .number(String($0)) } ?? .null,
            "marks_max": component.marksMax.map { .number(String($0)) } ?? .null,
            "absent": .bool(component.isAbsent), "small_base": .bool(component.isSmallBase),
          ]
        }),
    ]
  }
}
