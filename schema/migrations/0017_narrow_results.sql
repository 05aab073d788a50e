-- Results: everybody who is signed in sees every published rank, score and colour; what they are
-- made of only inside one's scope. And the office's tables are kept by those of the office whose
-- act it is.

create or replace view ledger.visible_ratings with (security_barrier = true) as
select
  ratings.period,
  ratings.scope,
  ratings.kind,
  ratings.number,
  ratings.unit,
  ratings.colour,
  case when seen.is_inside then ratings.rules end as rules,
  case when seen.is_inside then ratings.indicator_colours end as indicator_colours
from ledger.ratings as ratings
cross join lateral (
  select
    (select ledger.acting_everywhere(
      array['reporter', 'reviewer', 'verifier', 'office', 'director', 'leader', 'assessor']
    ))
    or ratings.unit = any((select ledger.acting_units(
      array['reporter', 'reviewer', 'verifier', 'office', 'director', 'leader', 'assessor']
    ))::text[]) as is_inside
) as seen
where
  (select ledger.acting_everywhere(array['office', 'director', 'leader', 'assessor']))
  or ratings.scope = any(
    (select ledger.acting_units(array['office', 'director', 'leader', 'assessor']))::text[]
  )
  or (
    (select ledger.acting_account()) is not null
    and exists (
      select
      from ledger.editions as editions
      where
        editions.period = ratings.period
        and editions.scope = ratings.scope
        and editions.kind = ratings.kind
        and editions.evaluation = ratings.number
    )
  );

create or replace view ledger.visible_standings with (security_barrier = true) as
select
  standings.period,
  standings.scope,
  standings.kind,
  standings.number,
  standings.peers_of,
  standings.unit,
  standings.doubled_rank,
  standings.ranked,
  standings.score,
  case when seen.is_inside then standings.marks end as marks
from ledger.standings as standings
cross join lateral (
  select
    (select ledger.acting_everywhere(
      array['reporter', 'reviewer', 'verifier', 'office', 'director', 'leader', 'assessor']
    ))
    or standings.unit = any((select ledger.acting_units(
      array['reporter', 'reviewer', 'verifier', 'office', 'director', 'leader', 'assessor']
    ))::text[]) as is_inside
) as seen
where
  (select ledger.acting_everywhere(array['office', 'director', 'leader', 'assessor']))
  or standings.scope = any(
    (select ledger.acting_units(array['office', 'director', 'leader', 'assessor']))::text[]
  )
  or (
    (select ledger.acting_account()) is not null
    and exists (
      select
      from ledger.editions as editions
      where
        editions.period = standings.period
        and editions.scope = standings.scope
        and editions.kind = standings.kind
        and editions.evaluation = standings.number
    )
  );

-- An edition's document holds every unit's details.
create function ledger.edition_document(wanted_number integer) returns bytea
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
as $$
begin
  return (
    select editions.document
    from ledger.editions as editions
    where editions.number = wanted_number
      and (
        current_setting('role') = 'ledger_audit'
        or ledger.acting_as(array['auditor'])
        or ledger.acting_covers(
          array['office', 'director', 'leader', 'assessor', 'reviewer', 'reporter', 'verifier'],
          editions.scope, ''
        )
      )
  );
end
$$;

comment on function ledger.edition_document(integer) is
'An edition''s document, for who sees all units of its scope or audits; null for others.';

revoke all on function ledger.edition_document(integer) from public;

grant execute on function ledger.edition_document(integer) to ledger_app, ledger_audit;

revoke select on ledger.editions from ledger_app;

grant select (
  number, period, scope, kind, evaluation, replaces, sha256, proposed_by, published_by,
  recorded_at, entry
)
on ledger.editions to ledger_app;

-- Who keeps what: as the table of permissions in the program says.
do $kept$
declare
  kept record;
begin
  for kept in
    select *
    from (
      values
      ('units', array['office']),
      ('unit_versions', array['office']),
      ('populations', array['office']),
      ('calendar_days', array['office']),
      ('indicators', array['office']),
      ('forms', array['office']),
      ('targets', array['office']),
      ('methods', array['office']),
      ('method_approvals', array['director']),
      ('evaluations', array['office'])
    ) as listed (fact, roles)
  loop
    execute format(
      'alter policy %I on ledger.%I with check ((select ledger.acting_as(%L::text[])))',
      kept.fact || '_kept_by_the_office', kept.fact, kept.roles
    );
  end loop;
end
$kept$;

create table ledger.drafts (
  unit text not null,
  form text not null,
  period date not null,
  version integer not null,
  content text not null,
  saved_by text not null,
  saved_at timestamptz not null default ledger.now(),

  constraint drafts_pkey primary key (unit, form, period),
  constraint drafts_unit_fkey
  foreign key (unit) references ledger.units (code) on delete restrict,
  constraint drafts_version_positive check (version > 0),
  constraint drafts_content_is_short check (length(content) <= 262144)
);

comment on table ledger.drafts is
'What a reporter has typed and not submitted: no fact, changed in place, gone once submitted.';
comment on column ledger.drafts.content is 'JSON as the client sent it; never evaluated.';

alter table ledger.drafts enable row level security;

create policy drafts_of_reporters on ledger.drafts for all to ledger_app
using (ledger.acting_covers(array['reporter'], unit, form))
with check (
  ledger.acting_covers(array['reporter'], unit, form)
  and saved_by = (select ledger.acting_account())
);

grant select, insert, delete on ledger.drafts to ledger_app;
grant update (version, content, saved_by, saved_at) on ledger.drafts to ledger_app;
