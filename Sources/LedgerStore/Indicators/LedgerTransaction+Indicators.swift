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

  /// Every version of every form, the earlier first.
  public func forms() throws -> [Form] {
    try connection.execute(IndicatorStatements.forms).map { row in
      try Form(JSONValue(parsing: Array(try row.text(0).utf8)))
    }
  }

  /// The targets of some years that count: of each unit, indicator, year and kind the last
  /// recorded.
  public func targets(years: Set<Int>) throws -> [Target] {
    let numbers = years.sorted().map { Optional(Int32($0)) }
    return try connection.execute(IndicatorStatements.targets, [.int4Array(numbers)]).map { row in
      guard let kind = TargetKind(rawValue: try row.text(3)),
        let goal = FigureNumber(tenThousandths: try row.int8(4))
      else { throw Unexpected.unreadable("targets") }
      let path = try row.optionalInt8Array(6)?.compactMap { number in
        number.flatMap(FigureNumber.init(tenThousandths:))
      }
      return try Target(
        unit: try row.text(0), indicator: try row.text(1), year: Int(try row.int4(2)),
        kind: kind, goal: goal,
        baseline: try row.optionalInt8(5).flatMap(FigureNumber.init(tenThousandths:)),
        path: path)
    }
  }
}

enum IndicatorStatements {
  static let all = [indicators, forms, targets]

  static let indicators = Statement(
    "indicators_on",
    """
    select distinct on (code) code, definition
    from ledger.indicators
    where effective_from <= $1
    order by code, effective_from desc, entry desc
    """)
  static let forms = Statement(
    "forms_all", "select definition from ledger.forms order by code, effective_from, entry")
  static let targets = Statement(
    "targets_of_years",
    """
    select distinct on (unit, indicator, year, kind)
      unit, indicator, year, kind, goal, baseline, path
    from ledger.targets
    where year = any($1)
    order by unit, indicator, year, kind, entry desc
    """)
}
