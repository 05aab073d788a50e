-- When the submissions of units came, for whoever works on those units: a form of the office's own
-- counts a county's returns that came in time, and its reporter does not see their figures.

create function ledger.receipts_of(wanted_period date)
returns table (unit text, form text, received_at timestamptz, revisions integer)
language sql
stable security definer
set search_path = pg_catalog, pg_temp
as $$
  with held as (
    select
      ledger.acting_everywhere(
        array['reporter', 'reviewer', 'verifier', 'office', 'director', 'leader', 'assessor']
      ) as everywhere,
      (
        select coalesce(array_agg(split_part(places.place, '/', 1)), '{}')
        from unnest(
          ledger.acting_units(
            array['reporter', 'reviewer', 'verifier', 'office', 'director', 'leader', 'assessor']
          )
        ) as places (place)
      ) as units
  )

  select revisions.unit, revisions.form, min(revisions.recorded_at), max(revisions.number)
  from ledger.revisions as revisions
  cross join held
  where revisions.period = wanted_period
    and (held.everywhere or revisions.unit = any(held.units))
  group by revisions.unit, revisions.form
$$;

comment on function ledger.receipts_of(date) is
'When the submissions of a period came, of every form of the units that the account works on.';

revoke execute on function ledger.receipts_of(date) from public;

grant execute on function ledger.receipts_of(date) to ledger_app;
