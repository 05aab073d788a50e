-- Who acts, and the journal, asked less often and answered sooner.
--
-- Every statement asks who acts, and every fact has its time. Functions in plpgsql keep plans; each
-- of these looks at the clock once.

create or replace function ledger.now() returns timestamptz
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
as $$
begin
  if (select installations.clock from ledger.installations as installations) = 'given' then
    return coalesce(
      nullif(current_setting('ledger.now', true), '')::timestamptz, transaction_timestamp()
    );
  end if;
  return transaction_timestamp();
end
$$;

create or replace function ledger.acting_session(
  out account text, out limit_unit text, out limit_form text
)
returns setof record
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  moment timestamptz;
begin
  if coalesce(current_setting('ledger.session', true), '') = '' then
    return;
  end if;
  moment := ledger.now();
  return query
  select sessions.account, sessions.limit_unit, sessions.limit_form
  from ledger.sessions as sessions
  where sessions.token_sha256
    = sha256(convert_to(current_setting('ledger.session', true), 'UTF8'))
    and sessions.ended_at is null
    and sessions.expires_at > moment
    and (
      sessions.idle_seconds is null
      or sessions.seen_at + make_interval(secs => sessions.idle_seconds) > moment
    )
    -- Who has to set a password or enrol a factor first acts at the sign-in only.
    and (
      sessions.purpose in ('full', 'console', 'token')
      or current_setting('role') = 'ledger_auth'
    )
    and coalesce(
      (
        select account_states.state
        from ledger.account_states as account_states
        where account_states.account = sessions.account
        order by account_states.number desc
        limit 1
      ) = 'enabled',
      false
    )
    and coalesce(
      (
        select account_expiries.expires_on
        from ledger.account_expiries as account_expiries
        where account_expiries.account = sessions.account
        order by account_expiries.number desc
        limit 1
      ) >= ((moment at time zone 'UTC') + interval '8 hours')::date,
      true
    );
end
$$;

create function ledger.acting_for(
  wanted_roles text[], wanted_unit text, wanted_form text
) returns text
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  acting record;
  today date;
  granted text[];
  node text := wanted_unit;
  is_granted boolean := false;
  is_inside boolean;
begin
  select * into acting from ledger.acting_session();
  if acting.account is null or coalesce(acting.limit_form, wanted_form) <> wanted_form then
    return null;
  end if;
  today := ledger.today();
  select array_agg(grants.unit) into granted
  from ledger.grants as grants
  where grants.account = acting.account
    and grants.role = any(wanted_roles)
    and coalesce(grants.form, wanted_form) = wanted_form
    and (grants.valid_until is null or grants.valid_until >= today)
    and not exists (
      select
      from ledger.grant_ends as grant_ends
      where grant_ends.account = grants.account and grant_ends.number = grants.number
    );
  is_inside := acting.limit_unit is null;
  -- Upwards from the unit, which is a few steps; the tree has no circles and less depth than this.
  for step in 1..64 loop
    exit when granted is null or node is null;
    is_granted := is_granted or node = any(granted);
    is_inside := is_inside or node = acting.limit_unit;
    if is_granted and is_inside then
      return acting.account;
    end if;
    node := (
      select unit_versions.parent
      from ledger.unit_versions as unit_versions
      where unit_versions.unit = node and unit_versions.valid_from <= today
      order by unit_versions.valid_from desc, unit_versions.entry desc
      limit 1
    );
  end loop;
  return null;
end
$$;

comment on function ledger.acting_for(text[], text, text) is
'The acting account, where it holds one of the roles for a unit and form; null otherwise.';

create or replace function ledger.acting_covers(
  wanted_roles text[], wanted_unit text, wanted_form text
) returns boolean
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
as $$
begin
  return ledger.acting_for(wanted_roles, wanted_unit, wanted_form) is not null;
end
$$;

create or replace function ledger.current_parent(wanted_unit text) returns text
language plpgsql stable
as $$
declare
  today date := ledger.today();
begin
  return (
    select unit_versions.parent
    from ledger.unit_versions as unit_versions
    where unit_versions.unit = wanted_unit and unit_versions.valid_from <= today
    order by unit_versions.valid_from desc, unit_versions.entry desc
    limit 1
  );
end
$$;

create or replace function ledger.append_journal(
  chain text,
  act text,
  object text,
  content bytea,
  detail text default '',
  idempotency_key text default null
) returns bigint
language plpgsql security definer
set search_path = pg_catalog, pg_temp
as $$
#variable_conflict use_variable
declare
  moment timestamptz := ledger.now();
  author text := ledger.acting_account();
begin
  if author is null and current_setting('role') <> 'ledger_auth' then
    raise exception 'nobody acts: the session is unknown, ended or expired'
      using errcode = 'TZ004', constraint = 'journal_entries_somebody_acts';
  end if;
  return ledger.append_entry(
    chain, moment, author, act, object, content, detail, idempotency_key
  );
end
$$;

create function ledger.append_entry(
  chain text,
  moment timestamptz,
  author text,
  act text,
  object text,
  content bytea,
  detail text,
  idempotency_key text
) returns bigint
language plpgsql security definer
set search_path = pg_catalog, pg_temp
as $$
#variable_conflict use_variable
declare
  head record;
  entry_hash bytea;
begin
  select heads.seq, heads.hash, heads.recorded_at into head
  from ledger.journal_heads as heads
  where heads.chain = chain
  for update;
  if not found then
    insert into ledger.journal_heads (chain, seq, hash, recorded_at)
    values (chain, 0, decode(repeat('00', 32), 'hex'), moment)
    on conflict on constraint journal_heads_pkey do nothing;
    select heads.seq, heads.hash, heads.recorded_at into head
    from ledger.journal_heads as heads
    where heads.chain = chain
    for update;
  end if;
  -- Two transactions of one chain may overlap; a clock that went back by more than that is a fault.
  if moment < head.recorded_at - interval '1 minute' then
    raise exception 'the clock (%) is before the last entry (%)', moment, head.recorded_at
      using errcode = 'TZ003', constraint = 'journal_entries_clock_goes_forward';
  end if;
  entry_hash := ledger.journal_hash(
    chain, head.seq + 1, moment, author, act, object, content, detail, idempotency_key, head.hash
  );
  insert into ledger.journal_entries (
    chain, seq, recorded_at, actor, act, object, content, detail, idempotency_key,
    previous_hash, hash
  )
  values (
    chain, head.seq + 1, moment, author, act, object, content, detail, idempotency_key,
    head.hash, entry_hash
  );
  update ledger.journal_heads as heads
  set
    seq = head.seq + 1,
    hash = entry_hash,
    recorded_at = greatest(moment, head.recorded_at)
  where heads.chain = chain;
  return head.seq + 1;
end
$$;

comment on function ledger.append_entry is
'Appends an entry to one chain for who is known to act; only functions of the ledger may.';

revoke all on function
ledger.acting_for(text[], text, text), ledger.append_entry
from public;

grant execute on function ledger.acting_for(text[], text, text) to ledger_app;
