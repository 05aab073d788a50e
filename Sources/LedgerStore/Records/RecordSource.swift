/// What records of the follow-up give to other parts: to the agenda of a meeting and to the
/// figures of a month.
enum RecordSource {
  /// Matters that are not settled: kind, subject, unit, due, link kind, link key, detail.
  static let agendaMatters: StaticString = """
    select 'matter' as kind, records.title as subject, records.unit, matters.due_on as due,
      'records' as link_kind, records.record as link_key,
      array_to_string(matters.needs, ' ') as detail
    from ledger.matters as matters
    inner join ledger.records as records on matters.record = records.record
    where not exists (
      select
      from ledger.record_events as events
      where events.record = matters.record and events.act = 'settle'
    )
    order by matters.due_on, records.record
    """

  /// Findings that are not put right although their last day is over, in the same shape.
  static let agendaInspections: StaticString = """
    select 'inspection' as kind, findings.words as subject, findings.unit,
      coalesce(latest.due_on, findings.due_on) as due, 'records' as link_kind,
      findings.record as link_key, records.title as detail
    from ledger.inspection_findings as findings
    inner join ledger.records as records on findings.record = records.record
    left join lateral (
      select
        (array_agg(events.act order by events.number desc))[1] as act,
        max(events.due_on) as due_on
      from ledger.record_events as events
      where events.record = findings.record and events.item = findings.number
    ) as latest on true
    where coalesce(latest.act, 'fail') = 'fail'
      and coalesce(latest.due_on, findings.due_on)
      < ((ledger.now() at time zone 'UTC') + interval '8 hours')::date
    order by due, findings.record, findings.number
    """

  /// Of each county, at the end of a period: how many no-fraud units are planned (have applied) and
  /// how many are named and not withdrawn.
  ///
  /// A place counts for the county that its unit is, or lies in, on that day.
  static let noFraudUnits: StaticString = """
    with recursive tree as (
      select distinct on (unit) unit as code, kind, parent
      from ledger.unit_versions
      where valid_from <= $2::date
      order by unit, valid_from desc, entry desc
    ), above as (
      select code as unit, code, kind, parent from tree
      union all
      select above.unit, tree.code, tree.kind, tree.parent
      from above
      inner join tree on above.parent = tree.code
      where above.kind <> 'county'
    ), places as (
      select above.code as unit, (
        select events.act in ('name', 'review')
        from ledger.record_events as events
        where events.record = records.record and events.done_on <= $2::date
          and events.act in ('name', 'review', 'withdraw')
        order by events.number desc
        limit 1
      ) as is_named
      from ledger.nofraud_units as units
      inner join ledger.records as records on units.record = records.record
      inner join above on records.unit = above.unit and above.kind = 'county'
      where records.dated_on <= $2::date and $1::date <= $2::date
    )
    select unit, 'NOFRAUD_PLANNED_CNT' as indicator, count(*) as numerator,
      1::bigint as denominator, 'records/nofraud' as source
    from places
    group by unit
    union all
    select unit, 'NOFRAUD_NAMED_CNT', count(*) filter (where is_named), 1::bigint,
      'records/nofraud'
    from places
    group by unit
    order by unit, indicator
    """

  /// Of each county whether a notice or listing is in force at the end of a period.
  static let listedFlags: StaticString = """
    with counties as (
      select distinct on (unit) unit as code, kind, is_ended
      from ledger.unit_versions
      where valid_from <= $2::date
      order by unit, valid_from desc, entry desc
    )
    select counties.code as unit, 'LISTED_FLAG' as indicator, exists (
        select
        from ledger.notices as notices
        inner join ledger.records as records on notices.record = records.record
        where notices.unit = counties.code and records.dated_on <= $2::date
          and $1::date <= $2::date
          and not exists (
            select
            from ledger.record_events as events
            where events.record = notices.record and events.act = 'lift'
              and events.done_on <= $2::date
          )
      )::int::bigint as numerator,
      1::bigint as denominator, 'records/notices' as source
    from counties
    where counties.kind = 'county' and not counties.is_ended
    order by counties.code
    """
}
