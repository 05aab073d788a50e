public import LedgerDomain
import LedgerStore
public import PostgresSupport

/// The targets of one indicator for a year, with what a person needs who sets them.
public struct TargetSheet: Sendable {
  /// The year.
  public let year: Int
  /// The unit below which targets are set.
  public let scope: UnitVersion
  /// The indicator.
  public let indicator: Indicator
  /// Every indicator that takes targets, in the order of the codes.
  public let indicators: [Indicator]
  /// The units, in the order of their codes.
  public let rows: [Row]
  /// The unit above, of which years and months are not told.
  public let parent: Row
  /// The first month for which a target counts that is set now; nil when the year is published.
  public let effective: Month?
  /// What the targets that are set would have done.
  public let trials: TargetTrials
  /// Whether figures are left out, since the account may not read small counts.
  public let hidesFigures: Bool

  /// One unit.
  public struct Row: Sendable {
    /// The unit.
    public let unit: UnitVersion
    /// The whole year before the last one.
    public let yearBeforeLast: Measured
    /// The whole last year.
    public let lastYear: Measured
    /// The months of last year, January to December; empty where one is absent.
    public let lastMonths: [FigureNumber]
    /// What is demanded now, by kind.
    public let targets: [Target]
  }
}

/// One target as it was set, with what it replaced.
public struct TargetChange: Sendable {
  /// What was set.
  public let target: Target
  /// What it replaced; nil for the first.
  public let previous: Target?
  /// When.
  public let recordedAt: PostgresTimestamp
  /// Who; nil for the operator at the console.
  public let recordedBy: String?
  /// Why.
  public let reason: String
}

extension Ledger {
  /// The targets of an indicator for a year below a unit; the first indicator that has targets,
  /// unless one is named.
  ///
  /// Refused for who may not read unpublished results there.
  public func targetSheet(
    year: Int, indicator: String?, scope: String?, by actor: Actor
  ) async throws -> TargetSheet {
    try await act(by: actor, readOnly: true) { transaction, _ in
      let today = try transaction.today()
      let indicators = try transaction.indicators(on: today).map(\.indicator)
        .filter(TargetPlace.takesTargets)
      let code =
        try indicator ?? transaction.firstIndicatorWithTargets(year)
        ?? indicators.first?.code ?? ""
      let place = try TargetPlace(transaction, code, year: year, scope: scope)
      try transaction.require(.readUnpublished, unit: place.scope.code)
      let known = try place.targets(transaction)
      let trials = try place.trials(
        TargetLine(Array(known.values), of: code), transaction)
      let hides =
        try place.indicator.suppressBelow != nil
        && !transaction.may(.readSmallCounts, unit: place.scope.code)
      let sorted = known.values.sorted { $0.kind.rawValue < $1.kind.rawValue }
      return TargetSheet(
        year: year, scope: place.scope, indicator: place.indicator, indicators: indicators,
        rows: try place.rows(sorted, hidesFigures: hides, transaction),
        parent: TargetSheet.Row(
          unit: place.scope, yearBeforeLast: .absent(.missing), lastYear: .absent(.missing),
          lastMonths: [], targets: sorted.filter { $0.unit == place.scope.code }),
        effective: place.effective, trials: trials, hidesFigures: hides)
    }
  }

  /// How the targets of an indicator for a year came about, the newest first; only of units within
  /// the account's scope.
  ///
  /// Who set them stands in the journal, which is read as the auditor's role.
  public func targetChanges(
    year: Int, indicator: String, by actor: Actor
  ) async throws -> [TargetChange] {
    let scope = try await act(by: actor, readOnly: true) { transaction, _ in
      try transaction.actingScope(Permission.readTargets.rule.roles)
    }
    // A grant for one form only names its unit with the form behind it.
    let units = Set(scope.units.map { String($0.prefix { $0 != "/" }) })
    guard scope.everywhere || !units.isEmpty else { throw Refusal(AccountRefusal.notAllowed) }
    return try await audit.act(by: nobodyAtAll, readOnly: true) { transaction in
      var latest: [Target.Key: Target] = [:]
      var changes: [TargetChange] = []
      for kept in try transaction.keptTargets(year: year, indicator: indicator)
      where scope.everywhere || units.contains(kept.target.unit) {
        changes.append(
          TargetChange(
            target: kept.target, previous: latest[kept.target.key], recordedAt: kept.recordedAt,
            recordedBy: kept.recordedBy, reason: kept.reason))
        latest[kept.target.key] = kept.target
      }
      return changes.reversed()
    }
  }
}

extension LedgerTransaction {
  fileprivate func firstIndicatorWithTargets(_ year: Int) throws -> String? {
    var codes: Set<String> = []
    try forEachTarget(years: [year]) { codes.insert($0.indicator) }
    return codes.min()
  }
}

extension TargetPlace {
  /// Each unit with the two years before and what is demanded of it.
  fileprivate func rows(
    _ targets: [Target], hidesFigures: Bool, _ transaction: LedgerTransaction
  ) throws -> [TargetSheet.Row] {
    // From December the line reads this and the whole year before.
    let december = Month(index: year * 12 - 1)
    let line = TargetLine([], of: indicator.code)
    let cube = try transaction.evaluate(
      plan(december, line.read(beside: nil, in: december)), catalogue, withReasons: false
    ).evaluation.cube
    let column = cube.column(of: indicator.code)
    return cube.units.enumerated().compactMap { position, unit in
      guard let version = catalogue.tree[unit.code] else { return nil }
      func total(_ back: Int) -> Measured {
        guard let column, !hidesFigures else { return .absent(hidesFigures ? .withheld : .missing) }
        return cube.total(column, .yearToDate, unit: position, monthsBack: back)
      }
      var months: [FigureNumber] = []
      if let column, !hidesFigures {
        months = (0..<12).reversed().compactMap { back in
          if case .number(let number) = cube.figure(
            unit: position, indicator: column, monthsBack: back)
          {
            number
          } else {
            nil
          }
        }
      }
      return TargetSheet.Row(
        unit: version, yearBeforeLast: total(12), lastYear: total(0),
        lastMonths: months.count == 12 ? months : [],
        targets: targets.filter { $0.unit == unit.code })
    }
  }
}
