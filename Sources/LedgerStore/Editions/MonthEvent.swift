public import LedgerDomain
public import PostgresSupport

/// One thing that was decided about a month, as it is kept.
public struct MonthEvent: Hashable, Sendable {
  /// 1 for the first.
  public let number: Int
  /// What was decided.
  public let event: MonthState.Event
  /// Why.
  public let reason: String
  /// The submissions that a closing let go.
  public let exceptions: [String]
  /// When a proposed reopening ends.
  public let reopenedUntil: PostgresTimestamp?
  /// Who decided.
  public let decidedBy: String
  /// When.
  public let recordedAt: PostgresTimestamp
}

extension LedgerTransaction {
  /// Everything that was decided about a month, the first first.
  public func monthEvents(_ month: Month) throws -> [MonthEvent] {
    try connection.execute(
      MonthStatements.events, [.date(month.firstDay.postgres)]
    ).map { row in
      guard let event = MonthState.Event(rawValue: try row.text(1)) else {
        throw Unexpected.unreadable("month_events")
      }
      return MonthEvent(
        number: Int(try row.int4(0)), event: event, reason: try row.text(2),
        exceptions: try row.textArray(3).compactMap(\.self),
        reopenedUntil: try row.optionalTimestamp(4), decidedBy: try row.text(5),
        recordedAt: try row.timestamp(6))
    }
  }

  /// What was last decided about each month about which anything was, the earlier first.
  public func monthStates() throws -> [(month: Month, state: MonthState)] {
    try connection.execute(MonthStatements.states).map { row in
      guard let event = MonthState.Event(rawValue: try row.text(2)) else {
        throw Unexpected.unreadable("month_events")
      }
      return (
        Month(containing: try row.date(0).calendar),
        MonthState(
          number: Int(try row.int4(1)), event: event,
          reopenedUntil: try row.optionalTimestamp(3), decidedBy: try row.text(4))
      )
    }
  }
}

enum MonthStatements {
  static let all = [events, states]

  static let events = Statement(
    "month_events_of",
    """
    select number, event, reason, exceptions, reopened_until, decided_by, recorded_at
    from ledger.month_events
    where period = $1
    order by number
    """)
  static let states = Statement(
    "month_states",
    """
    select distinct on (events.period) events.period, events.number, events.event,
      coalesce(events.reopened_until, proposals.reopened_until), events.decided_by
    from ledger.month_events as events
    left join ledger.month_events as proposals
      on proposals.period = events.period and proposals.number = events.number - 1
    order by events.period, events.number desc
    """)
}
