-- The one way into the journal: functions that number, date and hash entries themselves, so that
-- the application can add an entry but cannot forge its place, time or author.

create function ledger.append_journal_entries(
  chains text[],
  act text,
  objects text[],
  contents bytea[],
  detail text default '',
  idempotency_key text default null
) returns bigint[]
language plpgsql security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  moment timestamptz := ledger.now();
  author text := ledger.acting_account();
  newest timestamptz;
  numbers bigint[];
begin
  if author is null and current_setting('role') <> 'ledger_auth' then
    raise exception 'nobody acts: the session is unknown, ended or expired'
      using errcode = 'TZ004', constraint = 'journal_entries_somebody_acts';
  end if;
  -- The heads are locked in the order of their bytes, whoever appends.
  insert into ledger.journal_heads (chain, seq, hash, recorded_at)
  select wanted.chain, 0, decode(repeat('00', 32), 'hex'), moment
  from unnest(chains) as wanted (chain)
  where not exists (
    select
    from ledger.journal_heads as heads
    where heads.chain = wanted.chain
  )
  order by wanted.chain collate "C"
  on conflict on constraint journal_heads_pkey do nothing;
  select max(locked.recorded_at) into newest
  from (
    select heads.recorded_at
    from ledger.journal_heads as heads
    where heads.chain = any(chains)
    order by heads.chain collate "C"
    for update
  ) as locked;
  -- Two transactions of one chain may overlap; a clock that went back by more than that is a fault.
  if moment < newest - interval '1 minute' then
    raise exception 'the clock (%) is before the last entry (%)', moment, newest
      using errcode = 'TZ003', constraint = 'journal_entries_clock_goes_forward';
  end if;
  with added as (
    insert into ledger.journal_entries (
      chain, seq, recorded_at, actor, act, object, content, detail, idempotency_key,
      previous_hash, hash
    )
    select
      heads.chain, heads.seq + 1, moment, author, append_journal_entries.act, wanted.object,
      wanted.content, append_journal_entries.detail, append_journal_entries.idempotency_key,
      heads.hash,
      ledger.journal_hash(
        heads.chain, heads.seq + 1, moment, author, append_journal_entries.act, wanted.object,
        wanted.content, append_journal_entries.detail, append_journal_entries.idempotency_key,
        heads.hash
      )
    from unnest(chains, objects, contents) as wanted (chain, object, content)
    inner join ledger.journal_heads as heads on wanted.chain = heads.chain
    returning chain, seq, hash
  ),

  moved as (
    update ledger.journal_heads as heads
    set
      seq = added.seq,
      hash = added.hash,
      recorded_at = greatest(moment, heads.recorded_at)
    from added
    where added.chain = heads.chain
  )

  select array_agg(added.seq order by wanted.position) into numbers
  from unnest(chains) with ordinality as wanted (chain, position)
  inner join added on wanted.chain = added.chain;
  return numbers;
end
$$;

comment on function ledger.append_journal_entries is
'Appends one entry to each of some chains, all different, and returns their numbers in that order.';

create function ledger.append_journal(
  chain text,
  act text,
  object text,
  content bytea,
  detail text default '',
  idempotency_key text default null
) returns bigint
language sql security definer
set search_path = pg_catalog, pg_temp
as $$
  select (
    ledger.append_journal_entries(
      array[chain], act, array[object], array[content], detail, idempotency_key
    )
  )[1]
$$;

comment on function ledger.append_journal is
'Appends one entry to a chain and returns its number; nobody else may write the journal.';

create function ledger.refuse_excluded_roles() returns trigger
language plpgsql security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  administrators constant text[] := array['system_admin', 'security_admin', 'auditor'];
begin
  perform pg_advisory_xact_lock(hashtext('ledger.grants'), hashtext(new.account));
  if exists (
    select
    from ledger.grants_in_force as grants
    where grants.account = new.account
      and grants.role <> new.role
      and (grants.role = any(administrators) or new.role = any(administrators))
  ) then
    raise exception 'an administrator or auditor holds no other role'
      using errcode = 'TZ002', constraint = 'grants_administrators_exclude_others';
  end if;
  return new;
end
$$;

create trigger grants_administrators_exclude_others
before insert on ledger.grants
for each row execute function ledger.refuse_excluded_roles();

create function ledger.refuse_result_of_others() returns trigger
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
begin
  if not ledger.acting_as(array['office', 'director']) then
    raise exception 'only the office stores results'
      using errcode = 'TZ004', constraint = 'results_are_stored_by_the_office';
  end if;
  return null;
end
$$;

-- COPY does not go into tables with row-level security, so that results are fenced by this trigger
-- for writing and by views for reading.
create trigger ratings_stored_by_the_office
before insert on ledger.ratings
for each statement execute function ledger.refuse_result_of_others();

create trigger standings_stored_by_the_office
before insert on ledger.standings
for each statement execute function ledger.refuse_result_of_others();

create view ledger.visible_ratings with (security_barrier = true) as
select
  ratings.period,
  ratings.scope,
  ratings.kind,
  ratings.number,
  ratings.unit,
  ratings.colour,
  ratings.rules,
  ratings.indicator_colours
from ledger.ratings as ratings
where
  (select ledger.acting_everywhere(array['office', 'director', 'leader', 'assessor']))
  or ratings.scope = any(
    (select ledger.acting_units(array['office', 'director', 'leader', 'assessor']))::text[]
  )
  or exists (
    select
    from ledger.editions as editions
    where
      editions.period = ratings.period
      and editions.scope = ratings.scope
      and editions.kind = ratings.kind
      and editions.evaluation = ratings.number
  );

comment on view ledger.visible_ratings is
'Published ratings for everybody; all of them for the office and leaders of the scope.';

create view ledger.visible_standings with (security_barrier = true) as
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
  standings.marks
from ledger.standings as standings
where
  (select ledger.acting_everywhere(array['office', 'director', 'leader', 'assessor']))
  or standings.scope = any(
    (select ledger.acting_units(array['office', 'director', 'leader', 'assessor']))::text[]
  )
  or exists (
    select
    from ledger.editions as editions
    where
      editions.period = standings.period
      and editions.scope = standings.scope
      and editions.kind = standings.kind
      and editions.evaluation = standings.number
  );

comment on view ledger.visible_standings is
'Published standings for everybody; all of them for the office and leaders of the scope.';
