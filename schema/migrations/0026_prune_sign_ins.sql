-- Sign-ins are not kept for ever: attempts at the door, and sessions that are over.
--
-- They say who was where and when, and nothing of the record hangs on them. Of each account the
-- latest use stays, since dormancy counts from it. Facts, codes and the journal are not touched.
-- Besides, administrators see whether a door is shut, and auditors what one entry of the journal
-- covers, without figures and secrets.

create index sign_in_attempts_attempted_at on ledger.sign_in_attempts (attempted_at);

create function ledger.prune_sign_ins(
  days integer, rows_max integer, out attempts bigint, out sessions bigint
)
language plpgsql security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  -- A network is familiar for a year at most: no setting makes the door forget that.
  cutoff timestamptz := ledger.now() - make_interval(days => greatest(days, 366));
begin
  attempts := 0;
  sessions := 0;
  -- One process at a time.
  if not pg_try_advisory_xact_lock(1953656692, -4) then
    return;
  end if;
  with old as (
    select known.number
    from ledger.sign_in_attempts as known
    where known.attempted_at < cutoff
    order by known.attempted_at
    limit rows_max
  )

  delete from ledger.sign_in_attempts as known
  using old
  where known.number = old.number;
  get diagnostics attempts = row_count;
  with old as (
    select known.token_sha256
    from ledger.sessions as known
    where coalesce(known.ended_at, known.expires_at) < cutoff
      and (
        known.purpose = 'console'
        or exists (
          select
          from ledger.sessions as newer
          where newer.account = known.account
            and newer.purpose not in ('console', 'token')
            and newer.opened_at > known.opened_at
            and newer.seen_at >= known.seen_at
        )
      )
    limit rows_max
  )

  delete from ledger.sessions as known
  using old
  where known.token_sha256 = old.token_sha256;
  get diagnostics sessions = row_count;
end
$$;

comment on function ledger.prune_sign_ins is
'Forgets attempts and ended sessions that are older than so many days, at least 366; so many rows
at a time. Nothing where another process does.';

create function ledger.door_failures(wanted_account text, failures_max integer)
returns table (attempted_at timestamptz)
language sql stable
as $$
  select attempts.attempted_at
  from ledger.sign_in_attempts as attempts
  where attempts.account = wanted_account
    and attempts.outcome in ('begun', 'failed')
    and not attempts.is_familiar
    and attempts.attempted_at > coalesce(
      (
        select max(account_unlocks.unlocked_at)
        from ledger.account_unlocks as account_unlocks
        where account_unlocks.account = wanted_account
      ),
      '-infinity'
    )
  order by attempts.number desc
  limit failures_max
$$;

comment on function ledger.door_failures is
'The latest failures from strange networks at the door of an account, since it was unlocked.';

create function ledger.facts_of_entry(wanted_chain text, wanted_seq bigint)
returns table (fact text, content text, before text)
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  -- What auditors do not read: figures and their notes, and what stands beside the facts.
  hidden constant text[] := array[
    'entry', 'figures', 'absences', 'notes', 'figure', 'phc', 'phc_sha256', 'sealed',
    'sealed_sha256', 'document', 'row_sha256'
  ];
  source record;
begin
  if not ledger.acting_as(array['auditor']) then
    return;
  end if;
  for source in
    select
      tables.oid::regclass::text as name,
      tables.relname,
      tables.relname in ('revisions', 'reviews', 'verifications') as is_of_unit,
      (
        select string_agg(
          case
            when keyed.place = cardinality(keys.conkey)
              then format('previous.%1$I = known.%1$I - 1', attributes.attname)
            else format('previous.%1$I = known.%1$I', attributes.attname)
          end,
          ' and ' order by keyed.place
        )
        from unnest(keys.conkey) with ordinality as keyed (attnum, place)
        inner join pg_catalog.pg_attribute as attributes
          on keys.conrelid = attributes.attrelid and keyed.attnum = attributes.attnum
        having bool_or(
          keyed.place = cardinality(keys.conkey)
          and attributes.atttypid = 'integer'::regtype
          and attributes.attname in ('number', 'version')
        ) and count(*) > 1
      ) as comparison
    from pg_catalog.pg_class as tables
    inner join pg_catalog.pg_attribute as entries
      on tables.oid = entries.attrelid and entries.attname = 'entry'
    inner join pg_catalog.pg_constraint as keys
      on tables.oid = keys.conrelid and keys.contype = 'p'
    where tables.relnamespace = 'ledger'::regnamespace
      and tables.relkind in ('r', 'p')
      and not tables.relispartition
      -- Thousands of rows in an entry, which an edition shows better.
      and tables.relname not in ('ratings', 'standings', 'journal_entries')
    order by tables.relname
  loop
    continue when source.is_of_unit <> (wanted_chain <> '*');
    return query execute format(
      'select %L::text, (to_jsonb(known) - $3)::text, %s from %s as known %s '
      'where known.entry = $2 and %s limit 50',
      source.relname,
      case
        when source.comparison is null then 'null::text'
        else '(to_jsonb(previous) - $3)::text'
      end,
      source.name,
      case
        when source.comparison is null then ''
        else format('left join %s as previous on %s', source.name, source.comparison)
      end,
      case when source.is_of_unit then 'known.unit = $1' else '$1 = $1' end
    ) using wanted_chain, wanted_seq, hidden;
  end loop;
end
$$;

comment on function ledger.facts_of_entry is
'The facts that an entry covers, as JSON, at most fifty of a table, with the fact before each where
they are numbered; for auditors, without figures and secrets.';

revoke all on function
ledger.prune_sign_ins, ledger.door_failures, ledger.facts_of_entry
from public;

grant execute on function ledger.prune_sign_ins, ledger.door_failures to ledger_auth;
grant execute on function ledger.facts_of_entry to ledger_app;
