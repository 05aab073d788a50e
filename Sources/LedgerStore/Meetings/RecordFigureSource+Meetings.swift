extension RecordFigureSource {
  /// Days from a meeting to the day on which a unit passed it on, in the month in which it did.
  ///
  /// Of several meetings the longest counts: a mean of days is no exact figure, and one meeting
  /// that was passed on late is not made good by another. A unit that has passed nothing on has no
  /// row.
  public static let meetingRelay: StaticString = """
    select distinct on (relays.unit)
      relays.unit, 'MEETING_RELAY_DAYS' as indicator,
      (relays.relayed_on - plans.planned_on)::bigint as numerator, 1::bigint as denominator,
      'meeting ' || relays.meeting as source
    from (
      select distinct on (meeting, unit) meeting, unit, relayed_on
      from ledger.meeting_relays
      order by meeting, unit, version desc
    ) as relays
    inner join lateral (
      select kept.planned_on
      from ledger.meeting_plans as kept
      where kept.meeting = relays.meeting
      order by kept.version desc
      limit 1
    ) as plans on true
    where relays.relayed_on between $1::date and $2::date
    order by relays.unit, relays.relayed_on - plans.planned_on desc, relays.meeting
    """
}
