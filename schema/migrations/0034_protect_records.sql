-- Who reads and adds records of the follow-up: the office everything, a unit what concerns it.
--
-- What a noun has besides is read with its record, so that the question is asked once.

create function ledger.last_record(noun text, year integer) returns integer
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$
  select coalesce(max(split_part(record, '-', 2)::integer), 0)
  from ledger.records
  where record like noun || '/' || year || '-%'
$$;

comment on function ledger.last_record is
'The greatest number of a noun''s records in a year, of whichever units.';

revoke all on function ledger.last_record from public;
grant execute on function ledger.last_record to ledger_app;

do $protect$
declare
  fact text;
begin
  foreach fact in array array[
    'records', 'inspections', 'inspection_findings', 'nofraud_standards', 'nofraud_units',
    'matters', 'notices', 'external_ranks', 'honours', 'policy_documents', 'record_events'
  ]
  loop
    execute format(
      'create trigger %I before update or delete on ledger.%I '
      'for each row execute function ledger.refuse_change()',
      fact || '_append_only', fact
    );
    execute format(
      'create trigger %I before truncate on ledger.%I '
      'for each statement execute function ledger.refuse_change()',
      fact || '_no_truncate', fact
    );
    execute format('alter table ledger.%I enable row level security', fact);
    execute format(
      'create policy %I on ledger.%I for select to ledger_audit using (true)',
      fact || '_read_to_verify', fact
    );
    execute format('grant select, insert on ledger.%I to ledger_app', fact);
    execute format('grant select on ledger.%I to ledger_audit', fact);
  end loop;
  foreach fact in array array[
    'inspections', 'inspection_findings', 'nofraud_units', 'matters', 'notices', 'external_ranks',
    'honours', 'policy_documents', 'record_events'
  ]
  loop
    execute format(
      'create policy %I on ledger.%I for select to ledger_app using '
      '(exists (select from ledger.records as known where known.record = %I.record))',
      fact || '_read_with_the_record', fact, fact
    );
  end loop;
  foreach fact in array array[
    'inspections', 'inspection_findings', 'nofraud_standards', 'notices', 'external_ranks',
    'honours', 'policy_documents'
  ]
  loop
    execute format(
      'create policy %I on ledger.%I for insert to ledger_app '
      'with check ((select ledger.acting_as(array[''office''])))',
      fact || '_kept_by_the_office', fact
    );
  end loop;
  foreach fact in array array['nofraud_units', 'matters']
  loop
    execute format(
      'create policy %I on ledger.%I for insert to ledger_app with check ('
      '(select ledger.acting_as(array[''office''])) '
      'or unit = any((select ledger.acting_units(array[''reporter'']))::text[]) '
      'or unit || ''/tasks'' = any((select ledger.acting_units(array[''reporter'']))::text[]))',
      fact || '_added_in_scope', fact
    );
  end loop;
end
$protect$;

create policy records_read_by_those_concerned on ledger.records for select to ledger_app
using (
  (
    select ledger.acting_everywhere(
      array['reporter', 'reviewer', 'verifier', 'office', 'director', 'leader', 'assessor']
    )
  )
  or (
    concerns = '{}'
    and (
      select ledger.acting_anywhere(
        array['reporter', 'reviewer', 'verifier', 'office', 'director', 'leader', 'assessor']
      )
    )
  )
  or concerns && (
    (
      select coalesce(array_agg(split_part(held.place, '/', 1)), '{}')
      from unnest(
        ledger.acting_units(
          array['reporter', 'reviewer', 'verifier', 'office', 'director', 'leader', 'assessor']
        )
      ) as held (place)
    )::text[]
  )
);

create policy nofraud_standards_read_by_business on ledger.nofraud_standards
for select to ledger_app
using (
  (
    select ledger.acting_anywhere(
      array['reporter', 'reviewer', 'verifier', 'office', 'director', 'leader', 'assessor']
    )
  )
);

create policy records_added_in_scope on ledger.records for insert to ledger_app
with check (
  recorded_by = (select ledger.acting_account())
  and (
    (select ledger.acting_as(array['office']))
    or (
      split_part(record, '/', 1) in ('matter', 'nofraud')
      and (
        unit = any((select ledger.acting_units(array['reporter']))::text[])
        or unit || '/tasks' = any((select ledger.acting_units(array['reporter']))::text[])
      )
    )
  )
);

create policy record_events_added_in_scope on ledger.record_events for insert to ledger_app
with check (
  acted_by = (select ledger.acting_account())
  and (
    (select ledger.acting_as(array['office']))
    or (
      act in ('rectify', 'check', 'answer')
      and (
        unit = any((select ledger.acting_units(array['reporter']))::text[])
        or unit || '/tasks' = any((select ledger.acting_units(array['reporter']))::text[])
      )
    )
  )
);
