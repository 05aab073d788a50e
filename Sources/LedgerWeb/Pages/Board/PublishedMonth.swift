import LedgerDomain
import LedgerStore

/// A published month as pages read it: its edition's inputs and results, as values.
struct PublishedMonth: Sendable {
  let head: EditionHead
  let inputs: EditionInputs
  let result: EditionResult
  /// The indicators that the document names.
  let indicators: [String: Indicator]
  private let names: [String: BilingualText]

  /// Reads an edition, and leaves out what is not shown of it.
  init(
    _ head: EditionHead, document: JSONValue, _ disclosure: ResultDisclosure
  ) throws(Refusal) {
    self.head = head
    inputs = try EditionInputs(document: document)
    result = try EditionResult(document: document).hiding(disclosure, method: inputs.plan.method)
    var names: [String: BilingualText] = [:]
    for unit in inputs.units { names[unit.unit.code] = unit.name }
    self.names = names
    var indicators: [String: Indicator] = [:]
    for definition in inputs.indicators {
      let indicator = try Indicator(JSONReader(definition))
      indicators[indicator.code] = indicator
    }
    self.indicators = indicators
  }

  /// What a unit is called; its code where the edition does not know it.
  func name(_ unit: String) -> BilingualText { names[unit] ?? BilingualText(zh: unit, en: unit) }

  /// The colour of a unit.
  func colour(_ unit: String) -> Colour { result.ratings[unit]?.colour ?? .grey }

  /// The ranking that the page shows: of the peers below the edition's scope.
  var ranking: (peersOf: String, ranked: Int, standings: [EditionResult.UnitStanding]) {
    result.rankings.first { $0.peersOf == head.scope } ?? result.rankings.first
      ?? (head.scope, 0, [])
  }

  /// A unit's standing in the ranking that the page shows.
  func standing(_ unit: String) -> EditionResult.UnitStanding? {
    ranking.standings.first { $0.unit == unit }
  }

  /// The method's components, in its order.
  var components: [(name: String, component: IndexComponent)] {
    inputs.plan.method?.components ?? []
  }

  /// How many decimals stored scores and marks have.
  var decimals: Int { inputs.plan.method?.score.decimals ?? 6 }

  /// Marks as people read them.
  func marks(_ marks: Int64?, shown: Int = 1) -> String {
    guard let marks else { return "—" }
    return MeasureText.minus(fraction(marks).text(decimals: shown))
  }

  /// Marks as an exact number.
  func fraction(_ marks: Int64) -> Fraction {
    var unit = Fraction.one
    for _ in 0..<max(0, decimals) { unit = unit * Fraction(10) }
    return (Fraction(Int128(marks)) / unit) ?? .zero
  }

  /// What a measure is, and gives, in words.
  func words(_ say: Say) -> MeasureText { MeasureText(say: say, indicators: indicators) }
}

extension IndexComponent {
  /// The value that gives all marks, where the method states one.
  var full: Fraction? {
    if case .goalposts(_, let full, _) = normalisation { full } else { nil }
  }

  /// The value that gives none.
  var zero: Fraction? {
    if case .goalposts(let zero, _, _) = normalisation { zero } else { nil }
  }
}

extension ComponentStanding {
  /// The marks that the component did not give; none where it is not told how many it gave.
  var lost: Int64 { marks.map { (marksMax ?? 0) &- $0 } ?? 0 }
}

/// Published months around one, the last edition of each.
struct PublishedHistory: Sendable {
  /// The month that is shown.
  let shown: PublishedMonth
  /// The months up to it without a break in their count: nil where nothing was published.
  let months: [(month: Month, published: PublishedMonth?)]

  /// The published month before the one shown, if it is the one right before.
  var before: PublishedMonth? { months.dropLast().last?.published }

  /// For how many months up to the shown one something held without a break.
  func streak(_ holds: (PublishedMonth) -> Bool) -> Int {
    months.reversed().prefix { $0.published.map(holds) ?? false }.count
  }
}

extension PublishedHistory {
  /// Loads so many months up to that of an edition.
  init(_ shown: PublishedMonth, months count: Int, from cache: EditionCache) async throws {
    let head = shown.head
    let heads = try await cache.heads().filter {
      $0.scope == head.scope && $0.kind == head.kind && $0.period <= head.period
    }
    let first = heads.map(\.period).min() ?? head.period
    var months: [(month: Month, published: PublishedMonth?)] = []
    for back in (0..<count).reversed() {
      let month = head.period.adding(months: -back)
      if month < first { continue }
      if month == head.period {
        months.append((month, shown))
      } else if let latest = heads.last(where: { $0.period == month }) {
        months.append((month, try await cache.published(latest.number).month))
      } else {
        months.append((month, nil))
      }
    }
    self.init(shown: shown, months: months)
  }
}
