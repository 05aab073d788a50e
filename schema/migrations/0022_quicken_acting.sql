-- Who acts, and the journal, asked less often and answered sooner.
--
-- Every statement asks who acts, and every fact has its time. Functions in plpgsql keep their plans;
-- each of these looks at the clock once.

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

create or replace function ledger.submission_situation(
  wanted_unit text,
  wanted_form text,
  wanted_period date,
  last_day date,
  earlier date[],
  idempotency_key text
) returns table (
  account text,
  is_covered boolean,
  moment timestamptz,
  is_open boolean,
  latest integer,
  kind text,
  is_ended boolean,
  catalogue bigint,
  known_request bytea,
  known_answer text,
  period date,
  form_effective_from date,
  figures bigint[],
  absences text[]
)
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
-- A generic plan looks costly by the number of partitions, so each call would be planned anew.
set plan_cache_mode = force_generic_plan
as $$
#variable_conflict use_column
declare
  earlier_period date;
  has_accepted boolean := false;
begin
  moment := ledger.now();
  account := ledger.acting_for(array['reporter'], wanted_unit, wanted_form);
  is_covered := account is not null;
  account := coalesce(account, ledger.acting_account());
  is_open := ledger.month_is_open(date_trunc('month', last_day)::date);
  catalogue := (select heads.seq from ledger.journal_heads as heads where heads.chain = '*');
  select unit_versions.kind, unit_versions.is_ended into kind, is_ended
  from ledger.unit_versions as unit_versions
  where unit_versions.unit = wanted_unit and unit_versions.valid_from <= last_day
  order by unit_versions.valid_from desc, unit_versions.entry desc
  limit 1;
  select keys.request_sha256, keys.answer into known_request, known_answer
  from ledger.idempotency_keys as keys
  where keys.account = submission_situation.account
    and keys.key = submission_situation.idempotency_key;
  if is_covered then
    latest := (
      select max(revisions.number)
      from ledger.revisions as revisions
      where revisions.unit = wanted_unit
        and revisions.form = wanted_form
        and revisions.period = wanted_period
    );
    -- One period at a time: each statement then reads one partition, and knows its one plan.
    foreach earlier_period in array coalesce(earlier, '{}') loop
      select
        revisions.period, revisions.form_effective_from, revisions.figures, revisions.absences
      into period, form_effective_from, figures, absences
      from ledger.revisions as revisions
      where revisions.unit = wanted_unit
        and revisions.form = wanted_form
        and revisions.period = earlier_period
        and revisions.number = (
          select max(reviews.revision)
          from ledger.reviews as reviews
          where reviews.unit = wanted_unit
            and reviews.form = wanted_form
            and reviews.period = earlier_period
            and reviews.stage = 'office'
            and reviews.decision = 'approve'
        );
      if found then
        has_accepted := true;
        return next;
      end if;
    end loop;
  end if;
  if not has_accepted then
    return next;
  end if;
end
$$;

create or replace function ledger.take_revision(
  wanted_unit text,
  wanted_form text,
  wanted_period date,
  wanted_number integer,
  object text,
  form_effective_from date,
  last_day date,
  figures bigint[],
  absences text[],
  notes text[],
  row_sha256 bytea,
  content bytea,
  idempotency_key text,
  request_sha256 bytea,
  answer_before text,
  answer_after text,
  out seq bigint,
  out kept text
)
language plpgsql security definer
set search_path = pg_catalog, pg_temp
-- A generic plan looks costly by the number of partitions, so each call would be planned anew.
set plan_cache_mode = force_generic_plan
as $$
#variable_conflict use_variable
declare
  author text := ledger.acting_for(array['reporter'], wanted_unit, wanted_form);
  moment timestamptz := ledger.now();
  known_request bytea;
begin
  if author is null then
    raise exception 'the session may not submit for this unit and form'
      using errcode = 'TZ004', constraint = 'revisions_added_in_scope';
  end if;
  perform pg_advisory_xact_lock(hashtextextended(author || ' ' || idempotency_key, 0));
  select keys.request_sha256, keys.answer into known_request, kept
  from ledger.idempotency_keys as keys
  where keys.account = author and keys.key = idempotency_key;
  if found then
    if known_request <> request_sha256 then
      raise exception 'the key was used for another request'
        using errcode = 'TZ006', constraint = 'idempotency_keys_one_request';
    end if;
    return;
  end if;
  -- The same lock as that of imports and closing (one number per month).
  perform pg_advisory_xact_lock_shared(
    1953656692,
    (extract(year from last_day) * 12 + extract(month from last_day) - 1)::integer
  );
  if not ledger.month_is_open(date_trunc('month', last_day)::date) then
    raise exception 'the month is closed'
      using errcode = 'TZ005', constraint = 'revisions_month_is_open';
  end if;
  if wanted_number > 1 and not exists (
    select
    from ledger.revisions as revisions
    where revisions.unit = wanted_unit
      and revisions.form = wanted_form
      and revisions.period = wanted_period
      and revisions.number = wanted_number - 1
  ) then
    raise exception 'a revision follows the one before it'
      using errcode = 'TZ007', constraint = 'revisions_without_gaps';
  end if;
  seq := ledger.append_entry(
    wanted_unit, moment, author, 'revision.submit', object, content, '', idempotency_key
  );
  insert into ledger.revisions (
    unit, form, period, number, form_effective_from, figures, absences, notes, submitted_by,
    recorded_at, row_sha256, entry
  )
  values (
    wanted_unit, wanted_form, wanted_period, wanted_number, form_effective_from, figures,
    absences, notes, author, moment, row_sha256, seq
  );
  delete from ledger.drafts as drafts
  where drafts.unit = wanted_unit and drafts.form = wanted_form and drafts.period = wanted_period;
  insert into ledger.idempotency_keys (account, key, request_sha256, answer, recorded_at)
  values (author, idempotency_key, request_sha256, answer_before || seq || answer_after, moment);
end
$$;
