public import LedgerDomain
public import PostgresSupport

/// A target as it was recorded.
public struct KeptTarget: Sendable {
  /// What was set.
  public let target: Target
  /// When.
  public let recordedAt: PostgresTimestamp
  /// Who; nil for the operator at the console.
  public let recordedBy: String?
  /// Why.
  public let reason: String
}

extension LedgerTransaction {
  /// Every target that was ever set of an indicator for a year, the earlier first; needs the
  /// auditor's role, since the journal says who set it.
  public func keptTargets(year: Int, indicator: String) throws -> [KeptTarget] {
    try connection.execute(
      TargetStatements.kept, [.int4(Int32(clamping: year)), .text(indicator)]
    ).map { row in
      guard let kind = TargetKind(rawValue: try row.text(1)),
        let goal = FigureNumber(tenThousandths: try row.int8(2))
      else { throw Unexpected.unreadable("targets") }
      let path = try row.optionalInt8Array(4)?.compactMap { number in
        number.flatMap(FigureNumber.init(tenThousandths:))
      }
      return KeptTarget(
        target: try Target(
          unit: try row.text(0), indicator: indicator, year: year, kind: kind, goal: goal,
          baseline: try row.optionalInt8(3).flatMap(FigureNumber.init(tenThousandths:)),
          path: path),
        recordedAt: try row.timestamp(5), recordedBy: try row.optionalText(6),
        reason: try row.text(7))
    }
  }
}

extension LedgerTransaction {
  /// The targets of one unit for a year that count, by indicator and kind.
  public func targets(year: Int, unit: String) throws -> [Target] {
    try connection.execute(
      TargetStatements.ofUnit, [.int4(Int32(clamping: year)), .text(unit)]
    ).map { row in
      guard let kind = TargetKind(rawValue: try row.text(1)),
        let goal = FigureNumber(tenThousandths: try row.int8(2))
      else { throw Unexpected.unreadable("targets") }
      let path = try row.optionalInt8Array(4)?.compactMap { number in
        number.flatMap(FigureNumber.init(tenThousandths:))
      }
      return try Target(
        unit: unit, indicator: try row.text(0), year: year, kind: kind, goal: goal,
        baseline: try row.optionalInt8(3).flatMap(FigureNumber.init(tenThousandths:)),
        path: path)
    }
  }
}

enum TargetStatements {
  static let all = [kept, ofUnit]

  static let ofUnit = Statement(
    "targets_of_unit",
    """
    select distinct on (indicator collate "C", kind collate "C")
      indicator, kind, goal, baseline, path
    from ledger.targets
    where unit = $2 and year = $1
    order by indicator collate "C", kind collate "C", entry desc
    """)

  static let kept = Statement(
    "targets_kept",
    """
    select targets.unit, targets.kind, targets.goal, targets.baseline, targets.path,
      entries.recorded_at, entries.actor, entries.detail
    from ledger.targets as targets
    inner join ledger.journal_entries as entries
      on entries.chain = '*' and entries.seq = targets.entry
    where targets.year = $1 and targets.indicator = $2
    order by targets.entry, targets.unit collate "C", targets.kind
    """)
}
