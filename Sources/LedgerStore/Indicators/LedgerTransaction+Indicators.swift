public import LedgerDomain
import PostgresSupport

/// Something defined by a JSON document from a month on.
public struct Dated<Definition: Sendable>: Sendable {
  /// The first day.
  public let from: CalendarDate
  /// What it means.
  public let definition: Definition
}

extension Indicator {
  /// The indicator as a fact, from a month on.
  public static func fact(_ definition: JSONValue, code: String, from month: Month) -> Fact {
    Fact(
      .indicators,
      [.text(code), .day(month.firstDay), .text(definition.canonicalText)])
  }
}

extension Form {
  /// The form as a fact.
  public var fact: Fact {
    Fact(
      .forms,
      [
        .text(code), .day(effective.firstDay), .texts(fields.map(\.indicator)),
        .text(definition.canonicalText),
      ])
  }
}

extension BurdenLimit {
  /// The limit as a fact.
  public var fact: Fact {
    Fact(.burdenLimits, [.day(effective.firstDay), .integer(Int64(figures))])
  }
}

extension Target {
  /// The target as a fact.
  public var fact: Fact {
    Fact(
      .targets,
      [
        .text(unit), .text(indicator), .integer(Int64(year)), .text(kind.rawValue),
        .integer(goal.tenThousandths), .optional(baseline?.tenThousandths),
        path.map { .integers($0.map(\.tenThousandths)) } ?? .null,
      ])
  }
}

extension LedgerTransaction {
  /// The indicators as they are defined on a day, by code, each with its document.
  public func indicators(
    on day: CalendarDate
  ) throws -> [(indicator: Indicator, definition: JSONValue)] {
    try connection.execute(IndicatorStatements.indicators, [.date(day.postgres)]).map { row in
      let definition = try JSONValue(parsing: Array(try row.text(1).utf8))
      return (try Indicator(JSONReader(definition)), definition)
    }
  }

  /// The definitions of one indicator by the days from which they count, the earlier first; of two
  /// for one day the one recorded last.
  public func indicatorVersions(_ code: String) throws -> [Dated<JSONValue>] {
    try connection.execute(IndicatorStatements.versions, [.text(code)]).map { row in
      Dated(
        from: try row.date(0).calendar,
        definition: try JSONValue(parsing: Array(try row.text(1).utf8)))
    }
  }

  /// How many figures a month may ask for, the earlier first; of two from one month on the one
  /// recorded last.
  public func burdenLimits() throws -> [BurdenLimit] {
    try connection.execute(IndicatorStatements.burdenLimits).map { row in
      BurdenLimit(
        effective: Month(containing: try row.date(0).calendar),
        figures: Int(clamping: try row.int8(1)))
    }
  }

  /// Every version of every form, the earlier first.
  public func forms() throws -> [Form] {
    try connection.execute(IndicatorStatements.forms).map { row in
      try Form(JSONValue(parsing: Array(try row.text(0).utf8)))
    }
  }

  /// How often each form is reported, by its code.
  public func frequencies() throws -> [String: Frequency] {
    var frequencies: [String: Frequency] = [:]
    for row in try connection.execute(IndicatorStatements.frequencies) {
      guard let frequency = Frequency(rawValue: try row.text(1)) else {
        throw Unexpected.unreadable("forms")
      }
      frequencies[try row.text(0)] = frequency
    }
    return frequencies
  }

  /// Calls `target` for each target of some years, the earlier recorded first: of two for one unit,
  /// indicator, year and kind the later counts.
  ///
  /// `end` leaves out what was recorded by that entry of the journal or later.
  public func forEachTarget(
    years: Set<Int>, before end: Int64? = nil, _ target: (Target) throws -> Void
  ) throws {
    guard !years.isEmpty else { return }
    let years = CopyLiteral.integers(years.sorted().map(Int64.init))
    let literals = [years, CopyLiteral.number(end ?? Int64.max)]
    try connection.copyOut(CopyStatement(IndicatorStatements.targets, literals)) { row in
      guard let unit = try row.text(), let indicator = try row.text(), let year = try row.int4(),
        let kind = try row.text().flatMap(TargetKind.init(rawValue:)),
        let goal = try row.int8().flatMap(FigureNumber.init(tenThousandths:))
      else { throw Unexpected.unreadable("targets") }
      let baseline = try row.int8().flatMap(FigureNumber.init(tenThousandths:))
      let path = try row.int8Array()?.compactMap { number in
        number.flatMap(FigureNumber.init(tenThousandths:))
      }
      try target(
        Target(
          unit: unit, indicator: indicator, year: Int(year), kind: kind, goal: goal,
          baseline: baseline, path: path))
    }
  }
}

enum IndicatorStatements {
  static let all = [indicators, versions, burdenLimits, forms, frequencies]

  static let indicators = Statement(
    "indicators_on",
    """
    select distinct on (code) code, definition
    from ledger.indicators
    where effective_from <= $1
    order by code, effective_from desc, entry desc
    """)
  static let versions = Statement(
    "indicator_versions",
    """
    select distinct on (effective_from) effective_from, definition
    from ledger.indicators
    where code = $1
    order by effective_from, entry desc
    """)
  static let burdenLimits = Statement(
    "burden_limits",
    """
    select distinct on (effective_from) effective_from, figures
    from ledger.burden_limits
    order by effective_from, entry desc
    """)
  static let forms = Statement(
    "forms_all", "select definition from ledger.forms order by code, effective_from, entry")
  static let frequencies = Statement(
    "form_frequencies", "select distinct code, frequency from ledger.forms")
  static let targets: StaticString =
    """
    copy (
      select unit, indicator, year, kind, goal, baseline, path
      from ledger.targets
      where year = any($1) and entry < $2
      order by entry
    ) to stdout (format binary)
    """
}
