-- Assessments: how a year is assessed, as a fourth kind of method, and the years that were sealed.
--
-- Before a year is sealed its sheets are computed from editions, tasks, submissions and the ladder;
-- what is sealed is kept as it was, a later version beside the earlier one.

alter table ledger.methods drop constraint methods_kind_is_known;

alter table ledger.methods add constraint methods_kind_is_known
check (kind in ('rules', 'index', 'ladder', 'assessment'));

create table ledger.assessments (
  scope text not null,
  year integer not null,
  number integer not null,
  method text not null,
  document text not null,
  sha256 bytea not null,
  reason text not null,
  sealed_by text not null,
  recorded_at timestamptz not null default ledger.now(),
  entry bigint not null,

  constraint assessments_pkey primary key (scope, year, number),
  constraint assessments_scope_fkey
  foreign key (scope) references ledger.units (code) on delete restrict,
  constraint assessments_year_in_range check (year between 2000 and 2100),
  constraint assessments_number_positive check (number > 0),
  constraint assessments_again_with_a_reason check (number = 1 or reason <> ''),
  constraint assessments_sha256_is_a_digest check (length(sha256) = 32)
);

comment on table ledger.assessments is 'The years that were assessed and sealed, each version.';
comment on column ledger.assessments.document is
'Canonical JSON: the method, the editions and the digest of every sheet; sha256 is its digest.';

create table ledger.assessment_sheets (
  scope text not null,
  year integer not null,
  number integer not null,
  unit text not null,
  document text not null,
  entry bigint not null,

  constraint assessment_sheets_pkey primary key (scope, year, number, unit),
  constraint assessment_sheets_assessment_fkey
  foreign key (scope, year, number)
  references ledger.assessments (scope, year, number) on delete restrict,
  constraint assessment_sheets_unit_fkey
  foreign key (unit) references ledger.units (code) on delete restrict
);

comment on table ledger.assessment_sheets is
'One unit''s marks of a sealed year, each with what it was lost by.';
comment on column ledger.assessment_sheets.document is 'Canonical JSON.';

do $protect$
declare
  fact text;
begin
  foreach fact in array array['assessments', 'assessment_sheets']
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
    execute format(
      'create policy %I on ledger.%I for insert to ledger_app with check ('
      '(select ledger.acting_everywhere(array[''assessor''])) '
      'or scope = any((select ledger.acting_units(array[''assessor'']))::text[]))',
      fact || '_sealed_by_the_assessor', fact
    );
    execute format('grant select, insert on ledger.%I to ledger_app', fact);
    execute format('grant select on ledger.%I to ledger_audit', fact);
  end loop;
end
$protect$;

create policy assessments_read_by_business on ledger.assessments for select to ledger_app
using (
  (
    select ledger.acting_anywhere(
      array['reporter', 'reviewer', 'verifier', 'office', 'director', 'leader', 'assessor']
    )
  )
);

create policy assessment_sheets_read_in_scope on ledger.assessment_sheets for select to ledger_app
using (
  (
    select ledger.acting_everywhere(
      array['reporter', 'reviewer', 'verifier', 'office', 'director', 'leader', 'assessor']
    )
  )
  or unit = any(
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
