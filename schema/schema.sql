--
-- PostgreSQL database dump
--



SET statement_timeout = 0;
SET lock_timeout = 0;
SET idle_in_transaction_session_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;
SET xmloption = content;
SET client_min_messages = warning;
SET row_security = off;

--
-- Name: ledger; Type: SCHEMA; Schema: -; Owner: -
--

CREATE SCHEMA ledger;


--
-- Name: acting_account(); Type: FUNCTION; Schema: ledger; Owner: -
--

CREATE FUNCTION ledger.acting_account() RETURNS text
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
  select acting.account from ledger.acting_session() as acting
$$;


--
-- Name: FUNCTION acting_account(); Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON FUNCTION ledger.acting_account() IS 'The account whose session secret this transaction has shown; null when there is none.';


--
-- Name: acting_anywhere(text[]); Type: FUNCTION; Schema: ledger; Owner: -
--

CREATE FUNCTION ledger.acting_anywhere(wanted_roles text[]) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
  select exists (
    select
    from ledger.acting_session() as acting
    inner join ledger.grants_in_force as grants on acting.account = grants.account
    where acting.limit_unit is null and grants.role = any(wanted_roles)
  )
$$;


--
-- Name: FUNCTION acting_anywhere(wanted_roles text[]); Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON FUNCTION ledger.acting_anywhere(wanted_roles text[]) IS 'Whether the acting account holds one of the roles for any unit; a limited token does not.';


--
-- Name: acting_as(text[]); Type: FUNCTION; Schema: ledger; Owner: -
--

CREATE FUNCTION ledger.acting_as(wanted_roles text[]) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
  select exists (
    select
    from ledger.acting_session() as acting
    inner join ledger.grants_in_force as grants on acting.account = grants.account
    where acting.limit_unit is null
      and grants.role = any(wanted_roles)
      and grants.form is null
      and ledger.is_top(grants.unit)
  )
$$;


--
-- Name: FUNCTION acting_as(wanted_roles text[]); Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON FUNCTION ledger.acting_as(wanted_roles text[]) IS 'Whether the acting account holds one of the roles for the whole ledger; a token does not.';


--
-- Name: acting_covers(text[], text, text); Type: FUNCTION; Schema: ledger; Owner: -
--

CREATE FUNCTION ledger.acting_covers(wanted_roles text[], wanted_unit text, wanted_form text) RETURNS boolean
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
  return ledger.acting_for(wanted_roles, wanted_unit, wanted_form) is not null;
end
$$;


--
-- Name: FUNCTION acting_covers(wanted_roles text[], wanted_unit text, wanted_form text); Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON FUNCTION ledger.acting_covers(wanted_roles text[], wanted_unit text, wanted_form text) IS 'Whether the acting account holds one of the roles for a unit and form.';


--
-- Name: acting_details(); Type: FUNCTION; Schema: ledger; Owner: -
--

CREATE FUNCTION ledger.acting_details(OUT everywhere boolean, OUT units text[]) RETURNS record
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
  select ledger.acting_everywhere(roles.read_details), ledger.acting_units(roles.read_details)
  from (
    values (
      array['reporter', 'reviewer', 'verifier', 'office', 'director', 'leader', 'assessor']
    )
  ) as roles (read_details)
$$;


--
-- Name: FUNCTION acting_details(OUT everywhere boolean, OUT units text[]); Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON FUNCTION ledger.acting_details(OUT everywhere boolean, OUT units text[]) IS 'The units whose details the acting account may read, and whether it may everywhere.';


--
-- Name: acting_everywhere(text[]); Type: FUNCTION; Schema: ledger; Owner: -
--

CREATE FUNCTION ledger.acting_everywhere(wanted_roles text[]) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
  select exists (
    select
    from ledger.acting_session() as acting
    inner join ledger.grants_in_force as grants on acting.account = grants.account
    left join ledger.units as units on grants.unit = units.code
    where acting.limit_unit is null
      and grants.role = any(wanted_roles)
      and grants.form is null
      and (
        (grants.unit = '*' and grants.role in ('office', 'director'))
        or (units.code is not null and ledger.current_parent(grants.unit) is null)
      )
  )
$$;


--
-- Name: FUNCTION acting_everywhere(wanted_roles text[]); Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON FUNCTION ledger.acting_everywhere(wanted_roles text[]) IS 'Whether the acting account holds one of the roles at the root of the tree; a token does not.';


--
-- Name: acting_for(text[], text, text); Type: FUNCTION; Schema: ledger; Owner: -
--

CREATE FUNCTION ledger.acting_for(wanted_roles text[], wanted_unit text, wanted_form text) RETURNS text
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
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


--
-- Name: FUNCTION acting_for(wanted_roles text[], wanted_unit text, wanted_form text); Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON FUNCTION ledger.acting_for(wanted_roles text[], wanted_unit text, wanted_form text) IS 'The acting account, where it holds one of the roles for a unit and form; null otherwise.';


--
-- Name: acting_meetings(); Type: FUNCTION; Schema: ledger; Owner: -
--

CREATE FUNCTION ledger.acting_meetings() RETURNS text[]
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
  with readers as (
    select array[
      'reporter', 'reviewer', 'verifier', 'office', 'director', 'leader', 'assessor'
    ] as roles
  ),

  held as (
    select coalesce(array_agg(split_part(acting.place, '/', 1)), '{}') as units
    from readers
    cross join unnest(ledger.acting_units(readers.roles)) as acting (place)
  )

  select coalesce(array_agg(plans.meeting), '{}')
  from (
    select distinct on (meeting_plans.meeting) meeting_plans.meeting, meeting_plans.invited
    from ledger.meeting_plans
    order by meeting_plans.meeting, meeting_plans.version desc
  ) as plans
  cross join readers
  cross join held
  where ledger.acting_anywhere(readers.roles)
    and (ledger.acting_everywhere(readers.roles) or plans.invited && held.units)
    and exists (
      select
      from ledger.meeting_steps as steps
      where steps.meeting = plans.meeting
    )
$$;


--
-- Name: FUNCTION acting_meetings(); Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON FUNCTION ledger.acting_meetings() IS 'The meetings that were called and to which a unit of the acting account is invited.';


--
-- Name: acting_session(); Type: FUNCTION; Schema: ledger; Owner: -
--

CREATE FUNCTION ledger.acting_session(OUT account text, OUT limit_unit text, OUT limit_form text) RETURNS SETOF record
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
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


--
-- Name: FUNCTION acting_session(OUT account text, OUT limit_unit text, OUT limit_form text); Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON FUNCTION ledger.acting_session(OUT account text, OUT limit_unit text, OUT limit_form text) IS 'The account whose session this transaction shows, and the limits of a token; no row for nobody.';


--
-- Name: acting_units(text[]); Type: FUNCTION; Schema: ledger; Owner: -
--

CREATE FUNCTION ledger.acting_units(wanted_roles text[]) RETURNS text[]
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
  with recursive held as (
    -- A token's reach is what the grant and the limit have in common: the lower unit of the two.
    select
      case
        when acting.limit_unit is null then grants.unit
        when ledger.is_within(acting.limit_unit, grants.unit) then acting.limit_unit
        when ledger.is_within(grants.unit, acting.limit_unit) then grants.unit
      end as unit,
      coalesce(grants.form, acting.limit_form) as form
    from ledger.acting_session() as acting
    inner join ledger.grants_in_force as grants on acting.account = grants.account
    where grants.role = any(wanted_roles)
      and coalesce(grants.form, acting.limit_form, '')
        = coalesce(acting.limit_form, grants.form, '')
  ),

  scope as (
    select held.unit, held.form
    from held
    where held.unit is not null
    union
    select unit_versions.unit, scope.form
    from scope
    inner join ledger.unit_versions as unit_versions on unit_versions.parent = scope.unit
    where ledger.current_parent(unit_versions.unit) = scope.unit
  )

  select coalesce(
    array_agg(scope.unit || coalesce('/' || scope.form, '')), '{}'
  )
  from scope
$$;


--
-- Name: FUNCTION acting_units(wanted_roles text[]); Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON FUNCTION ledger.acting_units(wanted_roles text[]) IS 'The units in which the acting account holds one of the roles; unit/form for a grant of one form.';


--
-- Name: announce(); Type: FUNCTION; Schema: ledger; Owner: -
--

CREATE FUNCTION ledger.announce() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
  perform pg_notify(tg_argv[0], tg_argv[1]);
  return null;
end
$$;


--
-- Name: FUNCTION announce(); Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON FUNCTION ledger.announce() IS 'Says on a channel that something changed.';


--
-- Name: announce_indicators(); Type: FUNCTION; Schema: ledger; Owner: -
--

CREATE FUNCTION ledger.announce_indicators() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
  perform pg_notify('ledger_indicators', '');
  return null;
end
$$;


--
-- Name: FUNCTION announce_indicators(); Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON FUNCTION ledger.announce_indicators() IS 'Tells those who remember what small counts hide that an indicator has another definition.';


--
-- Name: announce_sessions(); Type: FUNCTION; Schema: ledger; Owner: -
--

CREATE FUNCTION ledger.announce_sessions() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
  perform pg_notify('ledger_sessions', new.account);
  return null;
end
$$;


--
-- Name: append_entry(text, timestamp with time zone, text, text, text, bytea, text, text); Type: FUNCTION; Schema: ledger; Owner: -
--

CREATE FUNCTION ledger.append_entry(chain text, moment timestamp with time zone, author text, act text, object text, content bytea, detail text, idempotency_key text) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
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


--
-- Name: FUNCTION append_entry(chain text, moment timestamp with time zone, author text, act text, object text, content bytea, detail text, idempotency_key text); Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON FUNCTION ledger.append_entry(chain text, moment timestamp with time zone, author text, act text, object text, content bytea, detail text, idempotency_key text) IS 'Appends an entry to one chain for who is known to act; only functions of the ledger may.';


--
-- Name: append_journal(text, text, text, bytea, text, text); Type: FUNCTION; Schema: ledger; Owner: -
--

CREATE FUNCTION ledger.append_journal(chain text, act text, object text, content bytea, detail text DEFAULT ''::text, idempotency_key text DEFAULT NULL::text) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
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


--
-- Name: FUNCTION append_journal(chain text, act text, object text, content bytea, detail text, idempotency_key text); Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON FUNCTION ledger.append_journal(chain text, act text, object text, content bytea, detail text, idempotency_key text) IS 'Appends one entry to a chain and returns its number; nobody else may write the journal.';


--
-- Name: append_journal_entries(text[], text, text[], bytea[], text, text); Type: FUNCTION; Schema: ledger; Owner: -
--

CREATE FUNCTION ledger.append_journal_entries(chains text[], act text, objects text[], contents bytea[], detail text DEFAULT ''::text, idempotency_key text DEFAULT NULL::text) RETURNS bigint[]
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
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


--
-- Name: FUNCTION append_journal_entries(chains text[], act text, objects text[], contents bytea[], detail text, idempotency_key text); Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON FUNCTION ledger.append_journal_entries(chains text[], act text, objects text[], contents bytea[], detail text, idempotency_key text) IS 'Appends one entry to each of some chains, all different, and returns their numbers in that order.';


--
-- Name: attempt_history(text, text, integer, integer, integer); Type: FUNCTION; Schema: ledger; Owner: -
--

CREATE FUNCTION ledger.attempt_history(wanted_account text, wanted_network text, failures_max integer, day_failures_max integer, familiar_days integer, OUT is_familiar boolean, OUT latest timestamp with time zone, OUT first timestamp with time zone, OUT day_latest timestamp with time zone, OUT day_first timestamp with time zone) RETURNS record
    LANGUAGE sql STABLE
    AS $$
  with known as (
    select
      max(attempts.number) as last_success,
      coalesce(
        max(attempts.attempted_at) > ledger.now() - make_interval(days => familiar_days),
        false
      ) as is_familiar,
      coalesce(
        (
          select max(account_unlocks.unlocked_at)
          from ledger.account_unlocks as account_unlocks
          where account_unlocks.account = wanted_account
        ),
        '-infinity'
      ) as unlocked_at
    from ledger.sign_in_attempts as attempts
    where attempts.account = wanted_account
      and attempts.network = wanted_network
      and attempts.outcome = 'succeeded'
  ),

  near as (
    select attempts.attempted_at
    from ledger.sign_in_attempts as attempts
    cross join known
    where attempts.account = wanted_account
      and attempts.network = wanted_network
      and attempts.outcome in ('begun', 'failed')
      and attempts.number > coalesce(known.last_success, 0)
      and attempts.attempted_at > known.unlocked_at
    order by attempts.number desc
    limit failures_max
  ),

  counted as (
    select attempts.attempted_at
    from ledger.sign_in_attempts as attempts
    cross join known
    where attempts.account = wanted_account
      and attempts.outcome in ('begun', 'failed')
      and attempts.attempted_at > known.unlocked_at
      and case
        when known.is_familiar then attempts.network = wanted_network
        else not attempts.is_familiar
      end
    order by attempts.number desc
    limit day_failures_max
  )

  select
    known.is_familiar,
    (select max(near.attempted_at) from near) as latest,
    (
      select case when count(*) = failures_max then min(near.attempted_at) end
      from near
    ) as first,
    (select max(counted.attempted_at) from counted) as day_latest,
    (
      select case when count(*) = day_failures_max then min(counted.attempted_at) end
      from counted
    ) as day_first
  from known
$$;


--
-- Name: FUNCTION attempt_history(wanted_account text, wanted_network text, failures_max integer, day_failures_max integer, familiar_days integer, OUT is_familiar boolean, OUT latest timestamp with time zone, OUT first timestamp with time zone, OUT day_latest timestamp with time zone, OUT day_first timestamp with time zone); Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON FUNCTION ledger.attempt_history(wanted_account text, wanted_network text, failures_max integer, day_failures_max integer, familiar_days integer, OUT is_familiar boolean, OUT latest timestamp with time zone, OUT first timestamp with time zone, OUT day_latest timestamp with time zone, OUT day_first timestamp with time zone) IS 'What was tried at the door where an account signs in: of the network, and of the day.';


--
-- Name: current_parent(text); Type: FUNCTION; Schema: ledger; Owner: -
--

CREATE FUNCTION ledger.current_parent(wanted_unit text) RETURNS text
    LANGUAGE plpgsql STABLE
    AS $$
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


--
-- Name: FUNCTION current_parent(wanted_unit text); Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON FUNCTION ledger.current_parent(wanted_unit text) IS 'The unit above a unit today; null for the root.';


--
-- Name: door_failures(text, integer); Type: FUNCTION; Schema: ledger; Owner: -
--

CREATE FUNCTION ledger.door_failures(wanted_account text, failures_max integer) RETURNS TABLE(attempted_at timestamp with time zone)
    LANGUAGE sql STABLE
    AS $$
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


--
-- Name: FUNCTION door_failures(wanted_account text, failures_max integer); Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON FUNCTION ledger.door_failures(wanted_account text, failures_max integer) IS 'The latest failures from strange networks at the door of an account, since it was unlocked.';


--
-- Name: edition_document(integer); Type: FUNCTION; Schema: ledger; Owner: -
--

CREATE FUNCTION ledger.edition_document(wanted_number integer) RETURNS bytea
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
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


--
-- Name: FUNCTION edition_document(wanted_number integer); Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON FUNCTION ledger.edition_document(wanted_number integer) IS 'An edition''s document, for who sees all units of its scope or audits; null for others.';


--
-- Name: end_sessions_of_disabled(); Type: FUNCTION; Schema: ledger; Owner: -
--

CREATE FUNCTION ledger.end_sessions_of_disabled() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
  -- An account that is enabled again signs in again.
  update ledger.sessions as sessions
  set ended_at = ledger.now()
  where sessions.account = new.account and sessions.ended_at is null;
  return null;
end
$$;


--
-- Name: facts_of_entry(text, bigint); Type: FUNCTION; Schema: ledger; Owner: -
--

CREATE FUNCTION ledger.facts_of_entry(wanted_chain text, wanted_seq bigint) RETURNS TABLE(fact text, content text, before text)
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $_$
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
$_$;


--
-- Name: FUNCTION facts_of_entry(wanted_chain text, wanted_seq bigint); Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON FUNCTION ledger.facts_of_entry(wanted_chain text, wanted_seq bigint) IS 'The facts that an entry covers, as JSON, at most fifty of a table, with the fact before each where
they are numbered; for auditors, without figures and secrets.';


--
-- Name: has_no_administrator(text); Type: FUNCTION; Schema: ledger; Owner: -
--

CREATE FUNCTION ledger.has_no_administrator(wanted_role text) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
  select wanted_role in ('system_admin', 'security_admin')
    and not exists (select from ledger.grants as grants where grants.role = wanted_role)
$$;


--
-- Name: FUNCTION has_no_administrator(wanted_role text); Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON FUNCTION ledger.has_no_administrator(wanted_role text) IS 'Whether the installation still lacks its first administrator of that role.';


--
-- Name: is_top(text); Type: FUNCTION; Schema: ledger; Owner: -
--

CREATE FUNCTION ledger.is_top(wanted_unit text) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
  select wanted_unit = '*' or ledger.current_parent(wanted_unit) is null
$$;


--
-- Name: FUNCTION is_top(wanted_unit text); Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON FUNCTION ledger.is_top(wanted_unit text) IS 'Whether a grant''s unit is the whole: the installation (*), or a unit that has none above it.';


--
-- Name: is_within(text, text); Type: FUNCTION; Schema: ledger; Owner: -
--

CREATE FUNCTION ledger.is_within(wanted_unit text, top text) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
  with recursive above (unit) as (
    select wanted_unit
    union
    select ledger.current_parent(above.unit)
    from above
    where above.unit is not null and above.unit <> top
  )
  select exists (select from above where above.unit = top)
$$;


--
-- Name: FUNCTION is_within(wanted_unit text, top text); Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON FUNCTION ledger.is_within(wanted_unit text, top text) IS 'Whether a unit is another one or stands below it today.';


--
-- Name: journal_hash(text, bigint, timestamp with time zone, text, text, text, bytea, text, text, bytea); Type: FUNCTION; Schema: ledger; Owner: -
--

CREATE FUNCTION ledger.journal_hash(chain text, seq bigint, recorded_at timestamp with time zone, actor text, act text, object text, content bytea, detail text, idempotency_key text, previous_hash bytea) RETURNS bytea
    LANGUAGE sql STABLE
    AS $$
  -- Each field with its length in front, -1 for null, so that joined fields cannot be read two
  -- ways. Written out and without a search_path of its own, so that the caller's plan takes it in.
  select sha256(
    '\x00'::bytea
    || int4send(18) || 'taizhang-journal-1'::bytea
    || int4send(6) || 'sha256'::bytea
    || int4send(octet_length(chain)) || convert_to(chain, 'UTF8')
    || int4send(8) || int8send(seq)
    || int4send(8) || timestamptz_send(recorded_at)
    || coalesce(int4send(octet_length(actor)) || convert_to(actor, 'UTF8'), int4send(-1))
    || int4send(octet_length(act)) || convert_to(act, 'UTF8')
    || int4send(octet_length(object)) || convert_to(object, 'UTF8')
    || int4send(octet_length(content)) || content
    || int4send(octet_length(detail)) || convert_to(detail, 'UTF8')
    || coalesce(
      int4send(octet_length(idempotency_key)) || convert_to(idempotency_key, 'UTF8'),
      int4send(-1)
    )
    || int4send(octet_length(previous_hash)) || previous_hash
  )
$$;


--
-- Name: FUNCTION journal_hash(chain text, seq bigint, recorded_at timestamp with time zone, actor text, act text, object text, content bytea, detail text, idempotency_key text, previous_hash bytea); Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON FUNCTION ledger.journal_hash(chain text, seq bigint, recorded_at timestamp with time zone, actor text, act text, object text, content bytea, detail text, idempotency_key text, previous_hash bytea) IS 'The hash of one entry: SHA-256 over 0x00 and its length-prefixed fields.';


--
-- Name: keep_installation_mark(); Type: FUNCTION; Schema: ledger; Owner: -
--

CREATE FUNCTION ledger.keep_installation_mark() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
  if old.is_demonstration and not new.is_demonstration then
    raise exception 'a demonstration stays one'
      using errcode = 'TZ001', table = tg_table_name;
  end if;
  return new;
end
$$;


--
-- Name: last_record(text, integer); Type: FUNCTION; Schema: ledger; Owner: -
--

CREATE FUNCTION ledger.last_record(noun text, year integer) RETURNS integer
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
  select coalesce(max(split_part(record, '-', 2)::integer), 0)
  from ledger.records
  where record like noun || '/' || year || '-%'
$$;


--
-- Name: FUNCTION last_record(noun text, year integer); Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON FUNCTION ledger.last_record(noun text, year integer) IS 'The greatest number of a noun''s records in a year, of whichever units.';


--
-- Name: mark_demonstration(); Type: FUNCTION; Schema: ledger; Owner: -
--

CREATE FUNCTION ledger.mark_demonstration() RETURNS boolean
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
  with marked as (
    update ledger.installations
    set
      is_demonstration = true,
      clock = 'given'
    where not exists (select from ledger.journal_heads)
    returning is_demonstration
  )

  select exists (select from marked)
$$;


--
-- Name: FUNCTION mark_demonstration(); Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON FUNCTION ledger.mark_demonstration() IS 'Makes an empty ledger a demonstration, whose acts may be dated; false where there was any act.';


--
-- Name: may_hold(text, text, text); Type: FUNCTION; Schema: ledger; Owner: -
--

CREATE FUNCTION ledger.may_hold(wanted_role text, wanted_unit text, wanted_form text) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
  select wanted_role not in ('office', 'director', 'auditor', 'system_admin', 'security_admin')
    or (
      wanted_form is null
      and ledger.is_top(wanted_unit)
      and (
        wanted_unit = '*'
        or exists (select from ledger.units as units where units.code = wanted_unit)
        -- The first grants come before the first units.
        or not exists (select from ledger.units)
      )
    )
$$;


--
-- Name: FUNCTION may_hold(wanted_role text, wanted_unit text, wanted_form text); Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON FUNCTION ledger.may_hold(wanted_role text, wanted_unit text, wanted_form text) IS 'Whether a role may be granted so narrowly; the roles that act on the whole ledger may not.';


--
-- Name: month_is_open(date); Type: FUNCTION; Schema: ledger; Owner: -
--

CREATE FUNCTION ledger.month_is_open(month date) RETURNS boolean
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
  return coalesce(
    (
      select
        events.event = 'reopened'
        and coalesce(proposals.reopened_until > ledger.now(), false)
      from ledger.month_events as events
      left join ledger.month_events as proposals
        on proposals.period = events.period and proposals.number = events.number - 1
      where events.period = month
      order by events.number desc
      limit 1
    ),
    true
  );
end
$$;


--
-- Name: FUNCTION month_is_open(month date); Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON FUNCTION ledger.month_is_open(month date) IS 'Whether figures of a month are taken now: it was never closed, or is reopened for a while.';


--
-- Name: now(); Type: FUNCTION; Schema: ledger; Owner: -
--

CREATE FUNCTION ledger.now() RETURNS timestamp with time zone
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
  if (select installations.clock from ledger.installations as installations) = 'given' then
    return coalesce(
      nullif(current_setting('ledger.now', true), '')::timestamptz, transaction_timestamp()
    );
  end if;
  return transaction_timestamp();
end
$$;


--
-- Name: FUNCTION now(); Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON FUNCTION ledger.now() IS 'The time of this transaction; the caller may give one only where the installation says so.';


--
-- Name: prune_sign_ins(integer, integer); Type: FUNCTION; Schema: ledger; Owner: -
--

CREATE FUNCTION ledger.prune_sign_ins(days integer, rows_max integer, OUT attempts bigint, OUT sessions bigint) RETURNS record
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
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


--
-- Name: FUNCTION prune_sign_ins(days integer, rows_max integer, OUT attempts bigint, OUT sessions bigint); Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON FUNCTION ledger.prune_sign_ins(days integer, rows_max integer, OUT attempts bigint, OUT sessions bigint) IS 'Forgets attempts and ended sessions that are older than so many days, at least 366; so many rows
at a time. Nothing where another process does.';


--
-- Name: receipts_of(date); Type: FUNCTION; Schema: ledger; Owner: -
--

CREATE FUNCTION ledger.receipts_of(wanted_period date) RETURNS TABLE(unit text, form text, received_at timestamp with time zone, revisions integer)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
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


--
-- Name: FUNCTION receipts_of(wanted_period date); Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON FUNCTION ledger.receipts_of(wanted_period date) IS 'When the submissions of a period came, of every form of the units that the account works on.';


--
-- Name: refuse_change(); Type: FUNCTION; Schema: ledger; Owner: -
--

CREATE FUNCTION ledger.refuse_change() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
  raise exception 'rows of % are added, never changed or removed', tg_table_name
    using errcode = 'TZ001', table = tg_table_name;
end
$$;


--
-- Name: refuse_excluded_roles(); Type: FUNCTION; Schema: ledger; Owner: -
--

CREATE FUNCTION ledger.refuse_excluded_roles() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
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


--
-- Name: refuse_narrow_grant(); Type: FUNCTION; Schema: ledger; Owner: -
--

CREATE FUNCTION ledger.refuse_narrow_grant() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
  if not ledger.may_hold(new.role, new.unit, new.form) then
    raise exception 'the role acts on the whole ledger'
      using errcode = 'TZ002', constraint = 'grants_of_the_whole_are_whole';
  end if;
  return null;
end
$$;


--
-- Name: refuse_other_frequency(); Type: FUNCTION; Schema: ledger; Owner: -
--

CREATE FUNCTION ledger.refuse_other_frequency() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
  -- Of two versions that are added at once, the second waits for the first.
  perform pg_advisory_xact_lock(1953656692, -2);
  if exists (
    select
    from ledger.forms as versions
    where versions.code = new.code and versions.frequency <> new.frequency
  ) then
    raise exception 'a form keeps its frequency'
      using errcode = 'TZ002', constraint = 'forms_frequency_stays';
  end if;
  return null;
end
$$;


--
-- Name: refuse_own_approval(); Type: FUNCTION; Schema: ledger; Owner: -
--

CREATE FUNCTION ledger.refuse_own_approval() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
  if exists (
    select
    from ledger.methods as methods
    where methods.scope = new.scope
      and methods.kind = new.kind
      and methods.code = new.code
      and methods.version = new.version
      and methods.proposed_by = new.approved_by
  ) then
    raise exception 'who proposed a method does not approve it'
      using errcode = 'TZ002', constraint = 'method_approvals_second_person';
  end if;
  return new;
end
$$;


--
-- Name: refuse_own_objection(); Type: FUNCTION; Schema: ledger; Owner: -
--

CREATE FUNCTION ledger.refuse_own_objection() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
  if new.kind in ('objection_upheld', 'objection_rejected') and exists (
    select
    from ledger.step_decisions as decisions
    where decisions.scope = new.scope
      and decisions.unit = new.unit
      and decisions.number = new.step_decision
      and decisions.decided_by = new.recorded_by
  ) then
    raise exception 'who decided on a step does not decide on the objection'
      using errcode = 'TZ002', constraint = 'step_events_decider_is_another';
  end if;
  return new;
end
$$;


--
-- Name: refuse_own_reopening(); Type: FUNCTION; Schema: ledger; Owner: -
--

CREATE FUNCTION ledger.refuse_own_reopening() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
  if new.event = 'reopened' and not exists (
    select
    from ledger.month_events as proposals
    where proposals.period = new.period
      and proposals.number = new.number - 1
      and proposals.event = 'reopening_proposed'
      and proposals.decided_by <> new.decided_by
  ) then
    raise exception 'a reopening is agreed by someone else than who proposed it'
      using errcode = 'TZ002', constraint = 'month_events_second_person';
  end if;
  return new;
end
$$;


--
-- Name: refuse_own_review(); Type: FUNCTION; Schema: ledger; Owner: -
--

CREATE FUNCTION ledger.refuse_own_review() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
  if exists (
    select
    from ledger.revisions as revisions
    where revisions.unit = new.unit
      and revisions.form = new.form
      and revisions.period = new.period
      and revisions.number = new.revision
      and revisions.submitted_by = new.decided_by
  ) then
    raise exception 'who submitted a revision does not review it'
      using errcode = 'TZ002', constraint = 'reviews_reviewer_is_not_submitter';
  end if;
  return new;
end
$$;


--
-- Name: refuse_own_task_decision(); Type: FUNCTION; Schema: ledger; Owner: -
--

CREATE FUNCTION ledger.refuse_own_task_decision() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
  if exists (
    select
    from ledger.task_reports as task_reports
    where task_reports.list = new.list
      and task_reports.task = new.task
      and task_reports.number = new.report
      and task_reports.reported_by = new.decided_by
  ) then
    raise exception 'who reported on a task does not decide'
      using errcode = 'TZ002', constraint = 'task_decisions_decider_is_not_reporter';
  end if;
  return new;
end
$$;


--
-- Name: refuse_result_of_others(); Type: FUNCTION; Schema: ledger; Owner: -
--

CREATE FUNCTION ledger.refuse_result_of_others() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
  if not ledger.acting_as(array['office', 'director']) then
    raise exception 'only the office stores results'
      using errcode = 'TZ004', constraint = 'results_are_stored_by_the_office';
  end if;
  return null;
end
$$;


--
-- Name: refuse_sealed_meeting(); Type: FUNCTION; Schema: ledger; Owner: -
--

CREATE FUNCTION ledger.refuse_sealed_meeting() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
  if exists (
    select
    from ledger.meeting_steps as steps
    where steps.meeting = new.meeting and steps.step = 'close'
  ) then
    raise exception 'the minutes are sealed'
      using errcode = 'TZ002', constraint = 'meetings_closed_are_sealed';
  end if;
  return null;
end
$$;


--
-- Name: submission_situation(text, text, date, date, date[], text); Type: FUNCTION; Schema: ledger; Owner: -
--

CREATE FUNCTION ledger.submission_situation(wanted_unit text, wanted_form text, wanted_period date, last_day date, earlier date[], idempotency_key text) RETURNS TABLE(account text, is_covered boolean, moment timestamp with time zone, is_open boolean, latest integer, kind text, is_ended boolean, catalogue bigint, known_request bytea, known_answer text, period date, form_effective_from date, figures bigint[], absences text[])
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    SET plan_cache_mode TO 'force_generic_plan'
    AS $$
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


--
-- Name: FUNCTION submission_situation(wanted_unit text, wanted_form text, wanted_period date, last_day date, earlier date[], idempotency_key text); Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON FUNCTION ledger.submission_situation(wanted_unit text, wanted_form text, wanted_period date, last_day date, earlier date[], idempotency_key text) IS 'What decides about a submission: who acts, the month, the latest revision, what the key''s request
was answered with, the accepted figures of earlier periods; of others'' units it tells nothing.';


--
-- Name: take_revision(text, text, date, integer, text, date, date, bigint[], text[], text[], bytea, bytea, text, bytea, text, text); Type: FUNCTION; Schema: ledger; Owner: -
--

CREATE FUNCTION ledger.take_revision(wanted_unit text, wanted_form text, wanted_period date, wanted_number integer, object text, form_effective_from date, last_day date, figures bigint[], absences text[], notes text[], row_sha256 bytea, content bytea, idempotency_key text, request_sha256 bytea, answer_before text, answer_after text, OUT seq bigint, OUT kept text) RETURNS record
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    SET plan_cache_mode TO 'force_generic_plan'
    AS $$
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


--
-- Name: FUNCTION take_revision(wanted_unit text, wanted_form text, wanted_period date, wanted_number integer, object text, form_effective_from date, last_day date, figures bigint[], absences text[], notes text[], row_sha256 bytea, content bytea, idempotency_key text, request_sha256 bytea, answer_before text, answer_after text, OUT seq bigint, OUT kept text); Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON FUNCTION ledger.take_revision(wanted_unit text, wanted_form text, wanted_period date, wanted_number integer, object text, form_effective_from date, last_day date, figures bigint[], absences text[], notes text[], row_sha256 bytea, content bytea, idempotency_key text, request_sha256 bytea, answer_before text, answer_after text, OUT seq bigint, OUT kept text) IS 'Adds one revision with its journal entry and its key, or tells what the key''s request was answered
with before. The answer is kept with the entry''s number between its two parts.';


--
-- Name: today(); Type: FUNCTION; Schema: ledger; Owner: -
--

CREATE FUNCTION ledger.today() RETURNS date
    LANGUAGE sql STABLE
    AS $$
  select ((ledger.now() at time zone 'UTC') + interval '8 hours')::date
$$;


--
-- Name: FUNCTION today(); Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON FUNCTION ledger.today() IS 'Today in the ledger''s time zone, China Standard Time.';


SET default_tablespace = '';

SET default_table_access_method = heap;

--
-- Name: reviews; Type: TABLE; Schema: ledger; Owner: -
--

CREATE TABLE ledger.reviews (
    unit text NOT NULL,
    form text NOT NULL,
    period date NOT NULL,
    revision integer NOT NULL,
    stage text NOT NULL,
    decision text NOT NULL,
    reasons text NOT NULL,
    decided_by text NOT NULL,
    recorded_at timestamp with time zone DEFAULT ledger.now() NOT NULL,
    entry bigint NOT NULL,
    CONSTRAINT reviews_decision_is_known CHECK ((decision = ANY (ARRAY['approve'::text, 'return'::text]))),
    CONSTRAINT reviews_stage_is_known CHECK ((stage = ANY (ARRAY['unit'::text, 'office'::text])))
);


--
-- Name: TABLE reviews; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON TABLE ledger.reviews IS 'One decision per revision and stage: the unit''s reviewer approves, the office accepts.';


--
-- Name: COLUMN reviews.reasons; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON COLUMN ledger.reviews.reasons IS 'Canonical JSON: a list of indicator and text.';


--
-- Name: revisions; Type: TABLE; Schema: ledger; Owner: -
--

CREATE TABLE ledger.revisions (
    unit text NOT NULL,
    form text NOT NULL,
    period date NOT NULL,
    number integer NOT NULL,
    form_effective_from date NOT NULL,
    figures bigint[] NOT NULL,
    absences text[],
    notes text[],
    submitted_by text NOT NULL,
    recorded_at timestamp with time zone DEFAULT ledger.now() NOT NULL,
    row_sha256 bytea NOT NULL,
    entry bigint NOT NULL,
    CONSTRAINT revisions_absences_are_known CHECK ((array_remove(absences, NULL::text) <@ ARRAY['missing'::text, 'not_applicable'::text, 'withheld'::text])),
    CONSTRAINT revisions_absent_figures_have_a_reason CHECK (((array_position(figures, NULL::bigint) IS NULL) OR (cardinality(absences) = cardinality(figures)))),
    CONSTRAINT revisions_figures_in_range CHECK ((('999999999999999999'::bigint >= ALL (figures)) AND ('-999999999999999999'::bigint <= ALL (figures)))),
    CONSTRAINT revisions_notes_match_figures CHECK (((notes IS NULL) OR (cardinality(notes) = cardinality(figures)))),
    CONSTRAINT revisions_number_positive CHECK ((number > 0))
)
PARTITION BY RANGE (period);


--
-- Name: TABLE revisions; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON TABLE ledger.revisions IS 'Every figure ever reported, in order. Rows are added and never changed or removed.';


--
-- Name: COLUMN revisions.period; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON COLUMN ledger.revisions.period IS 'The first day of the period.';


--
-- Name: COLUMN revisions.figures; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON COLUMN ledger.revisions.figures IS 'Ten-thousandths in the order of the form''s fields; null where the figure is absent.';


--
-- Name: COLUMN revisions.absences; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON COLUMN ledger.revisions.absences IS 'For each null figure its reason; null when every figure is a number.';


--
-- Name: COLUMN revisions.notes; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON COLUMN ledger.revisions.notes IS 'What the reporter explained, per figure; null when nothing needed it.';


--
-- Name: COLUMN revisions.row_sha256; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON COLUMN ledger.revisions.row_sha256 IS 'The digest of the revision: one import is one journal entry per unit, and a changed row is named.';


--
-- Name: accepted_revisions; Type: VIEW; Schema: ledger; Owner: -
--

CREATE VIEW ledger.accepted_revisions WITH (security_invoker='true') AS
 SELECT DISTINCT ON (revisions.period, revisions.unit, revisions.form) revisions.unit,
    revisions.form,
    revisions.period,
    revisions.number,
    revisions.form_effective_from,
    revisions.figures,
    revisions.absences,
    revisions.notes,
    revisions.submitted_by,
    revisions.recorded_at,
    revisions.row_sha256
   FROM (ledger.reviews reviews
     JOIN ledger.revisions revisions ON (((reviews.unit = revisions.unit) AND (reviews.form = revisions.form) AND (reviews.period = revisions.period) AND (reviews.revision = revisions.number))))
  WHERE ((reviews.stage = 'office'::text) AND (reviews.decision = 'approve'::text))
  ORDER BY revisions.period, revisions.unit, revisions.form, revisions.number DESC;


--
-- Name: VIEW accepted_revisions; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON VIEW ledger.accepted_revisions IS 'The revision that counts: of each unit, form and period the latest that the office accepted.';


--
-- Name: account_expiries; Type: TABLE; Schema: ledger; Owner: -
--

CREATE TABLE ledger.account_expiries (
    account text NOT NULL,
    number integer NOT NULL,
    expires_on date,
    entry bigint NOT NULL
);


--
-- Name: TABLE account_expiries; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON TABLE ledger.account_expiries IS 'The last day of an account; the one with the highest number counts.';


--
-- Name: COLUMN account_expiries.expires_on; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON COLUMN ledger.account_expiries.expires_on IS 'The last day; null for no end.';


--
-- Name: account_states; Type: TABLE; Schema: ledger; Owner: -
--

CREATE TABLE ledger.account_states (
    account text NOT NULL,
    number integer NOT NULL,
    state text NOT NULL,
    reason text NOT NULL,
    entry bigint NOT NULL,
    CONSTRAINT account_states_state_is_known CHECK ((state = ANY (ARRAY['enabled'::text, 'disabled'::text])))
);


--
-- Name: TABLE account_states; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON TABLE ledger.account_states IS 'Each enabling and disabling of an account; the one with the highest number counts.';


--
-- Name: account_unlocks; Type: TABLE; Schema: ledger; Owner: -
--

CREATE TABLE ledger.account_unlocks (
    account text NOT NULL,
    number integer NOT NULL,
    unlocked_at timestamp with time zone NOT NULL,
    reason text NOT NULL,
    entry bigint NOT NULL
);


--
-- Name: TABLE account_unlocks; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON TABLE ledger.account_unlocks IS 'The security administrator''s word that an account may sign in again: failures and dormancy before
it do not count.';


--
-- Name: accounts; Type: TABLE; Schema: ledger; Owner: -
--

CREATE TABLE ledger.accounts (
    name text NOT NULL,
    display_name text NOT NULL,
    unit text NOT NULL,
    post text NOT NULL,
    entry bigint NOT NULL,
    CONSTRAINT accounts_name_is_a_name CHECK ((name ~ '^[a-z0-9][a-z0-9._-]{1,63}$'::text))
);


--
-- Name: TABLE accounts; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON TABLE ledger.accounts IS 'The only persons in the ledger: its own account holders, with unit and post.';


--
-- Name: credentials; Type: TABLE; Schema: ledger; Owner: -
--

CREATE TABLE ledger.credentials (
    account text NOT NULL,
    number integer NOT NULL,
    phc_sha256 bytea NOT NULL,
    must_change boolean NOT NULL,
    set_at timestamp with time zone NOT NULL,
    valid_until timestamp with time zone,
    entry bigint NOT NULL,
    phc text NOT NULL,
    CONSTRAINT credentials_digest_is_of_the_phc CHECK ((phc_sha256 = sha256(convert_to(phc, 'UTF8'::name)))),
    CONSTRAINT credentials_number_positive CHECK ((number > 0))
);


--
-- Name: TABLE credentials; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON TABLE ledger.credentials IS 'Each password an account ever had; the one with the highest number counts.';


--
-- Name: COLUMN credentials.must_change; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON COLUMN ledger.credentials.must_change IS 'Whether it is a one-time password, which only lets its holder set another.';


--
-- Name: COLUMN credentials.valid_until; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON COLUMN ledger.credentials.valid_until IS 'When a one-time password is worth nothing any more; null for no such moment.';


--
-- Name: COLUMN credentials.phc; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON COLUMN ledger.credentials.phc IS 'The argon2id string. Outside the fact, which holds its digest; ledger_auth alone reads it.';


--
-- Name: second_factors; Type: TABLE; Schema: ledger; Owner: -
--

CREATE TABLE ledger.second_factors (
    account text NOT NULL,
    number integer NOT NULL,
    state text NOT NULL,
    sealed_sha256 bytea,
    entry bigint NOT NULL,
    sealed bytea,
    CONSTRAINT second_factors_digest_is_of_the_secret CHECK ((NOT (sealed_sha256 IS DISTINCT FROM sha256(sealed)))),
    CONSTRAINT second_factors_enrolled_has_a_secret CHECK (((state = 'enrolled'::text) = (sealed IS NOT NULL))),
    CONSTRAINT second_factors_number_positive CHECK ((number > 0)),
    CONSTRAINT second_factors_state_is_known CHECK ((state = ANY (ARRAY['enrolled'::text, 'ended'::text])))
);


--
-- Name: TABLE second_factors; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON TABLE ledger.second_factors IS 'Each enrolment and end of an account''s second factor; the one with the highest number counts.';


--
-- Name: COLUMN second_factors.sealed_sha256; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON COLUMN ledger.second_factors.sealed_sha256 IS 'The digest of the sealed secret; null where the factor ended.';


--
-- Name: COLUMN second_factors.sealed; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON COLUMN ledger.second_factors.sealed IS 'The secret, sealed with a key from outside; null where the factor ended. ledger_auth alone reads.';


--
-- Name: sessions; Type: TABLE; Schema: ledger; Owner: -
--

CREATE TABLE ledger.sessions (
    token_sha256 bytea NOT NULL,
    account text NOT NULL,
    opened_at timestamp with time zone DEFAULT ledger.now() NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    id text DEFAULT replace((gen_random_uuid())::text, '-'::text, ''::text) NOT NULL,
    purpose text DEFAULT 'console'::text NOT NULL,
    idle_seconds integer,
    seen_at timestamp with time zone DEFAULT ledger.now() NOT NULL,
    network text DEFAULT ''::text NOT NULL,
    label text DEFAULT ''::text NOT NULL,
    limit_unit text,
    limit_form text,
    pending_factor bytea,
    CONSTRAINT sessions_form_needs_a_unit CHECK (((limit_form IS NULL) OR (limit_unit IS NOT NULL))),
    CONSTRAINT sessions_idle_positive CHECK ((idle_seconds > 0)),
    CONSTRAINT sessions_purpose_is_known CHECK ((purpose = ANY (ARRAY['full'::text, 'change_password'::text, 'enrol_second_factor'::text, 'console'::text, 'token'::text]))),
    CONSTRAINT sessions_token_is_a_digest CHECK ((length(token_sha256) = 32)),
    CONSTRAINT sessions_token_is_limited CHECK (((purpose = 'token'::text) = (limit_unit IS NOT NULL)))
);


--
-- Name: TABLE sessions; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON TABLE ledger.sessions IS 'Open and ended sessions. Only the SHA-256 of the secret is kept; the application cannot read it.';


--
-- Name: COLUMN sessions.ended_at; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON COLUMN ledger.sessions.ended_at IS 'When the session was ended; null while it is open.';


--
-- Name: COLUMN sessions.id; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON COLUMN ledger.sessions.id IS 'How people name the session; it opens nothing.';


--
-- Name: COLUMN sessions.idle_seconds; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON COLUMN ledger.sessions.idle_seconds IS 'The longest pause between two uses; null where a pause ends nothing.';


--
-- Name: COLUMN sessions.seen_at; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON COLUMN ledger.sessions.seen_at IS 'The last use, to about a minute.';


--
-- Name: COLUMN sessions.limit_unit; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON COLUMN ledger.sessions.limit_unit IS 'The unit below which a token acts; null for a session that is not limited.';


--
-- Name: COLUMN sessions.limit_form; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON COLUMN ledger.sessions.limit_form IS 'The only form a token acts on; null for all.';


--
-- Name: COLUMN sessions.pending_factor; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON COLUMN ledger.sessions.pending_factor IS 'The sealed secret of a second factor that is not confirmed yet; null for none.';


--
-- Name: account_overviews; Type: VIEW; Schema: ledger; Owner: -
--

CREATE VIEW ledger.account_overviews AS
 SELECT accounts.name,
    accounts.display_name,
    accounts.unit,
    accounts.post,
    COALESCE(( SELECT account_states.state
           FROM ledger.account_states account_states
          WHERE (account_states.account = accounts.name)
          ORDER BY account_states.number DESC
         LIMIT 1), 'disabled'::text) AS state,
    ( SELECT account_expiries.expires_on
           FROM ledger.account_expiries account_expiries
          WHERE (account_expiries.account = accounts.name)
          ORDER BY account_expiries.number DESC
         LIMIT 1) AS expires_on,
    COALESCE((( SELECT second_factors.state
           FROM ledger.second_factors second_factors
          WHERE (second_factors.account = accounts.name)
          ORDER BY second_factors.number DESC
         LIMIT 1) = 'enrolled'::text), false) AS has_second_factor,
    ( SELECT max(sessions.opened_at) AS max
           FROM ledger.sessions sessions
          WHERE ((sessions.account = accounts.name) AND (sessions.purpose <> ALL (ARRAY['console'::text, 'token'::text])))) AS signed_in_at,
    GREATEST(( SELECT max(sessions.seen_at) AS max
           FROM ledger.sessions sessions
          WHERE ((sessions.account = accounts.name) AND (sessions.purpose <> 'console'::text))), ( SELECT max(account_unlocks.unlocked_at) AS max
           FROM ledger.account_unlocks account_unlocks
          WHERE (account_unlocks.account = accounts.name)), ( SELECT max(credentials.set_at) AS max
           FROM ledger.credentials credentials
          WHERE (credentials.account = accounts.name))) AS lively_at
   FROM ledger.accounts accounts;


--
-- Name: VIEW account_overviews; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON VIEW ledger.account_overviews IS 'Each account as it is now. lively_at is what dormancy counts from. Owner and sign-in only.';


--
-- Name: assessment_sheets; Type: TABLE; Schema: ledger; Owner: -
--

CREATE TABLE ledger.assessment_sheets (
    scope text NOT NULL,
    year integer NOT NULL,
    number integer NOT NULL,
    unit text NOT NULL,
    document text NOT NULL,
    entry bigint NOT NULL
);


--
-- Name: TABLE assessment_sheets; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON TABLE ledger.assessment_sheets IS 'One unit''s marks of a sealed year, each with what it was lost by.';


--
-- Name: COLUMN assessment_sheets.document; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON COLUMN ledger.assessment_sheets.document IS 'Canonical JSON.';


--
-- Name: assessments; Type: TABLE; Schema: ledger; Owner: -
--

CREATE TABLE ledger.assessments (
    scope text NOT NULL,
    year integer NOT NULL,
    number integer NOT NULL,
    method text NOT NULL,
    document text NOT NULL,
    sha256 bytea NOT NULL,
    reason text NOT NULL,
    sealed_by text NOT NULL,
    recorded_at timestamp with time zone DEFAULT ledger.now() NOT NULL,
    entry bigint NOT NULL,
    CONSTRAINT assessments_again_with_a_reason CHECK (((number = 1) OR (reason <> ''::text))),
    CONSTRAINT assessments_number_positive CHECK ((number > 0)),
    CONSTRAINT assessments_sha256_is_a_digest CHECK ((length(sha256) = 32)),
    CONSTRAINT assessments_year_in_range CHECK (((year >= 2000) AND (year <= 2100)))
);


--
-- Name: TABLE assessments; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON TABLE ledger.assessments IS 'The years that were assessed and sealed, each version.';


--
-- Name: COLUMN assessments.document; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON COLUMN ledger.assessments.document IS 'Canonical JSON: the method, the editions and the digest of every sheet; sha256 is its digest.';


--
-- Name: burden_limits; Type: TABLE; Schema: ledger; Owner: -
--

CREATE TABLE ledger.burden_limits (
    effective_from date NOT NULL,
    entry bigint NOT NULL,
    figures bigint NOT NULL,
    CONSTRAINT burden_limits_figures_in_range CHECK (((figures >= 1) AND (figures <= 10000000)))
);


--
-- Name: TABLE burden_limits; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON TABLE ledger.burden_limits IS 'How many figures a month may ask of all units together, from a month on.';


--
-- Name: calendar_days; Type: TABLE; Schema: ledger; Owner: -
--

CREATE TABLE ledger.calendar_days (
    day date NOT NULL,
    entry bigint NOT NULL,
    is_working boolean NOT NULL,
    name text NOT NULL
);


--
-- Name: TABLE calendar_days; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON TABLE ledger.calendar_days IS 'Days that differ from the week: holidays, and weekend days that are worked.';


--
-- Name: campaign_events; Type: TABLE; Schema: ledger; Owner: -
--

CREATE TABLE ledger.campaign_events (
    campaign text NOT NULL,
    number integer NOT NULL,
    act text NOT NULL,
    last_day date,
    document text NOT NULL,
    issuer text NOT NULL,
    issued_on date,
    summary text,
    summary_sha256 text,
    decided_by text NOT NULL,
    decided_on date NOT NULL,
    entry bigint NOT NULL,
    CONSTRAINT campaign_events_act_is_known CHECK ((act = ANY (ARRAY['extend'::text, 'end'::text, 'close'::text]))),
    CONSTRAINT campaign_events_closing_is_sealed CHECK ((((act = 'close'::text) = (summary IS NOT NULL)) AND ((summary IS NULL) = (summary_sha256 IS NULL)) AND ((summary_sha256 IS NULL) OR (summary_sha256 ~ '^[0-9a-f]{64}$'::text)))),
    CONSTRAINT campaign_events_day_and_document CHECK ((((act = 'close'::text) = (last_day IS NULL)) AND ((last_day IS NULL) OR ((document <> ''::text) AND (issuer <> ''::text) AND (issued_on IS NOT NULL))))),
    CONSTRAINT campaign_events_number_positive CHECK ((number > 0))
);


--
-- Name: TABLE campaign_events; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON TABLE ledger.campaign_events IS 'What was decided about campaigns, in order. Rows are added and never changed or removed.';


--
-- Name: COLUMN campaign_events.last_day; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON COLUMN ledger.campaign_events.last_day IS 'The last day that the act sets.';


--
-- Name: COLUMN campaign_events.document; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON COLUMN ledger.campaign_events.document IS 'The number of the document that an extension or an end follows from.';


--
-- Name: COLUMN campaign_events.summary; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON COLUMN ledger.campaign_events.summary IS 'The sealed summary, canonical JSON: totals of all units only.';


--
-- Name: campaigns; Type: TABLE; Schema: ledger; Owner: -
--

CREATE TABLE ledger.campaigns (
    campaign text NOT NULL,
    starts_on date NOT NULL,
    ends_on date,
    definition text NOT NULL,
    entry bigint NOT NULL,
    CONSTRAINT campaigns_campaign_is_a_code CHECK ((campaign ~ '^[a-z0-9][a-z0-9.-]{1,39}$'::text)),
    CONSTRAINT campaigns_end_after_start CHECK ((ends_on >= starts_on))
);


--
-- Name: TABLE campaigns; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON TABLE ledger.campaigns IS 'Campaigns as they were defined; of two rows of one campaign the later counts.';


--
-- Name: COLUMN campaigns.ends_on; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON COLUMN ledger.campaigns.ends_on IS 'The last day as defined; null for none.';


--
-- Name: COLUMN campaigns.definition; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON COLUMN ledger.campaigns.definition IS 'The file, in canonical JSON.';


--
-- Name: checkpoints; Type: TABLE; Schema: ledger; Owner: -
--

CREATE TABLE ledger.checkpoints (
    number integer NOT NULL,
    alg text DEFAULT 'ed25519'::text NOT NULL,
    entries bigint NOT NULL,
    chains bigint NOT NULL,
    root bytea NOT NULL,
    heads text NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    public_key bytea NOT NULL,
    signature bytea NOT NULL,
    CONSTRAINT checkpoints_alg_is_known CHECK ((alg = 'ed25519'::text))
);


--
-- Name: TABLE checkpoints; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON TABLE ledger.checkpoints IS 'Signed statements of all chains'' heads, joined in a Merkle tree (RFC 9162 hashing).';


--
-- Name: COLUMN checkpoints.heads; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON COLUMN ledger.checkpoints.heads IS 'The leaves: chain, length and hash of each, one a line, in the order of the chains'' bytes.';


--
-- Name: drafts; Type: TABLE; Schema: ledger; Owner: -
--

CREATE TABLE ledger.drafts (
    unit text NOT NULL,
    form text NOT NULL,
    period date NOT NULL,
    version integer NOT NULL,
    content text NOT NULL,
    saved_by text NOT NULL,
    saved_at timestamp with time zone DEFAULT ledger.now() NOT NULL,
    CONSTRAINT drafts_content_is_short CHECK ((length(content) <= 262144)),
    CONSTRAINT drafts_version_positive CHECK ((version > 0))
);


--
-- Name: TABLE drafts; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON TABLE ledger.drafts IS 'What a reporter has typed and not submitted: no fact, changed in place, gone once submitted.';


--
-- Name: COLUMN drafts.content; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON COLUMN ledger.drafts.content IS 'JSON as the client sent it; never evaluated.';


--
-- Name: edition_proposals; Type: TABLE; Schema: ledger; Owner: -
--

CREATE TABLE ledger.edition_proposals (
    period date NOT NULL,
    scope text NOT NULL,
    kind text NOT NULL,
    evaluation integer NOT NULL,
    sha256 bytea NOT NULL,
    proposed_by text NOT NULL,
    entry bigint NOT NULL
);


--
-- Name: TABLE edition_proposals; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON TABLE ledger.edition_proposals IS 'Who proposed to publish an evaluation; another person publishes it.';


--
-- Name: editions; Type: TABLE; Schema: ledger; Owner: -
--

CREATE TABLE ledger.editions (
    number integer NOT NULL,
    period date NOT NULL,
    scope text NOT NULL,
    kind text NOT NULL,
    evaluation integer NOT NULL,
    replaces integer,
    document bytea NOT NULL,
    sha256 bytea NOT NULL,
    proposed_by text NOT NULL,
    published_by text NOT NULL,
    recorded_at timestamp with time zone DEFAULT ledger.now() NOT NULL,
    entry bigint NOT NULL,
    CONSTRAINT editions_hash_is_of_the_document CHECK ((sha256 = sha256(document))),
    CONSTRAINT editions_second_person CHECK ((proposed_by <> published_by))
);
ALTER TABLE ONLY ledger.editions ALTER COLUMN document SET STORAGE EXTERNAL;


--
-- Name: TABLE editions; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON TABLE ledger.editions IS 'Every published result: inputs, methods, ratings and rankings in one document under one hash.';


--
-- Name: COLUMN editions.replaces; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON COLUMN ledger.editions.replaces IS 'The edition that this one corrects; null for the first of its month.';


--
-- Name: evaluations; Type: TABLE; Schema: ledger; Owner: -
--

CREATE TABLE ledger.evaluations (
    period date NOT NULL,
    scope text NOT NULL,
    kind text NOT NULL,
    number integer NOT NULL,
    rule_set text NOT NULL,
    index_method text NOT NULL,
    inputs_sha256 bytea NOT NULL,
    indicators text[] NOT NULL,
    components text[] NOT NULL,
    evaluated_by text NOT NULL,
    entry bigint NOT NULL,
    CONSTRAINT evaluations_number_positive CHECK ((number > 0))
);


--
-- Name: TABLE evaluations; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON TABLE ledger.evaluations IS 'One evaluation of a closed month for the units of a kind below a unit.';


--
-- Name: COLUMN evaluations.rule_set; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON COLUMN ledger.evaluations.rule_set IS 'Code and version: county-colours/1.';


--
-- Name: COLUMN evaluations.index_method; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON COLUMN ledger.evaluations.index_method IS 'Code and version: four-declines/1.';


--
-- Name: COLUMN evaluations.indicators; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON COLUMN ledger.evaluations.indicators IS 'The indicators whose colours a rating keeps, in their order; empty when rules rate units only.';


--
-- Name: COLUMN evaluations.components; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON COLUMN ledger.evaluations.components IS 'The components whose marks a standing keeps, in their order.';


--
-- Name: external_ranks; Type: TABLE; Schema: ledger; Owner: -
--

CREATE TABLE ledger.external_ranks (
    record text NOT NULL,
    unit text NOT NULL,
    authority text NOT NULL,
    period text NOT NULL,
    kind text NOT NULL,
    place integer NOT NULL,
    ranked integer,
    entry bigint NOT NULL,
    CONSTRAINT external_ranks_are_ranks CHECK ((record ~~ 'external_rank/%'::text)),
    CONSTRAINT external_ranks_kind_is_known CHECK ((kind = ANY (ARRAY['exact'::text, 'outside'::text]))),
    CONSTRAINT external_ranks_place_fits CHECK (((place > 0) AND ((ranked IS NULL) OR (place <= ranked))))
);


--
-- Name: TABLE external_ranks; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON TABLE ledger.external_ranks IS 'Ranks that higher authorities gave.';


--
-- Name: COLUMN external_ranks.place; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON COLUMN ledger.external_ranks.place IS 'The place, or the last place that the unit is behind.';


--
-- Name: forms; Type: TABLE; Schema: ledger; Owner: -
--

CREATE TABLE ledger.forms (
    code text NOT NULL,
    effective_from date NOT NULL,
    entry bigint NOT NULL,
    fields text[] NOT NULL,
    definition text NOT NULL,
    frequency text GENERATED ALWAYS AS ("substring"(definition, '"frequency":"([a-z]+)"'::text)) STORED NOT NULL,
    CONSTRAINT forms_code_is_a_code CHECK ((code ~ '^[a-z0-9][a-z0-9-]{1,39}$'::text)),
    CONSTRAINT forms_frequency_is_known CHECK ((frequency = ANY (ARRAY['day'::text, 'week'::text, 'month'::text, 'quarter'::text]))),
    CONSTRAINT forms_has_fields CHECK (((cardinality(fields) >= 1) AND (cardinality(fields) <= 200)))
);


--
-- Name: TABLE forms; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON TABLE ledger.forms IS 'Which indicators units of a kind report together from a day on, how often and by when.';


--
-- Name: COLUMN forms.fields; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON COLUMN ledger.forms.fields IS 'The indicator codes in the order in which a revision keeps its figures.';


--
-- Name: COLUMN forms.frequency; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON COLUMN ledger.forms.frequency IS 'How often the form is reported, from its definition; the same in every version.';


--
-- Name: grant_ends; Type: TABLE; Schema: ledger; Owner: -
--

CREATE TABLE ledger.grant_ends (
    account text NOT NULL,
    number integer NOT NULL,
    reason text NOT NULL,
    entry bigint NOT NULL
);


--
-- Name: TABLE grant_ends; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON TABLE ledger.grant_ends IS 'The early end of a grant.';


--
-- Name: grants; Type: TABLE; Schema: ledger; Owner: -
--

CREATE TABLE ledger.grants (
    account text NOT NULL,
    number integer NOT NULL,
    role text NOT NULL,
    unit text NOT NULL,
    form text,
    valid_until date,
    entry bigint NOT NULL,
    CONSTRAINT grants_role_is_known CHECK ((role = ANY (ARRAY['reporter'::text, 'reviewer'::text, 'verifier'::text, 'office'::text, 'director'::text, 'leader'::text, 'assessor'::text, 'auditor'::text, 'system_admin'::text, 'security_admin'::text])))
);


--
-- Name: TABLE grants; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON TABLE ledger.grants IS 'What an account may do, for which unit and everything below it.';


--
-- Name: COLUMN grants.form; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON COLUMN ledger.grants.form IS 'The only form the grant is for; null for every form.';


--
-- Name: COLUMN grants.valid_until; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON COLUMN ledger.grants.valid_until IS 'The last day of the grant; null for no end.';


--
-- Name: grants_in_force; Type: VIEW; Schema: ledger; Owner: -
--

CREATE VIEW ledger.grants_in_force AS
 SELECT grants.account,
    grants.number,
    grants.role,
    grants.unit,
    grants.form
   FROM (ledger.grants grants
     LEFT JOIN ledger.grant_ends grant_ends ON (((grants.account = grant_ends.account) AND (grants.number = grant_ends.number))))
  WHERE ((grant_ends.account IS NULL) AND ((grants.valid_until IS NULL) OR (grants.valid_until >= ledger.today())));


--
-- Name: VIEW grants_in_force; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON VIEW ledger.grants_in_force IS 'The grants that count today. Owner and sign-in only.';


--
-- Name: honours; Type: TABLE; Schema: ledger; Owner: -
--

CREATE TABLE ledger.honours (
    record text NOT NULL,
    unit text NOT NULL,
    kind text NOT NULL,
    issuer text NOT NULL,
    entry bigint NOT NULL,
    CONSTRAINT honours_are_honours CHECK ((record ~~ 'honour/%'::text)),
    CONSTRAINT honours_kind_is_known CHECK ((kind = ANY (ARRAY['praised'::text, 'endorsed'::text, 'promoted'::text, 'awarded'::text])))
);


--
-- Name: TABLE honours; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON TABLE ledger.honours IS 'Recognitions of units, never of persons.';


--
-- Name: idempotency_keys; Type: TABLE; Schema: ledger; Owner: -
--

CREATE TABLE ledger.idempotency_keys (
    account text NOT NULL,
    key text NOT NULL,
    request_sha256 bytea NOT NULL,
    answer text NOT NULL,
    recorded_at timestamp with time zone DEFAULT ledger.now() NOT NULL,
    CONSTRAINT idempotency_keys_key_is_short CHECK (((length(key) >= 8) AND (length(key) <= 128)))
);


--
-- Name: TABLE idempotency_keys; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON TABLE ledger.idempotency_keys IS 'The first answer to each keyed request, kept in the same transaction as its effect.';


--
-- Name: inbox_marks; Type: TABLE; Schema: ledger; Owner: -
--

CREATE TABLE ledger.inbox_marks (
    account text NOT NULL,
    reminder text NOT NULL,
    marked_at timestamp with time zone DEFAULT ledger.now() NOT NULL,
    CONSTRAINT inbox_marks_reminder_is_short CHECK (((length(reminder) >= 1) AND (length(reminder) <= 200)))
);


--
-- Name: TABLE inbox_marks; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON TABLE ledger.inbox_marks IS 'The reminders that an account has read.';


--
-- Name: indicators; Type: TABLE; Schema: ledger; Owner: -
--

CREATE TABLE ledger.indicators (
    code text NOT NULL,
    effective_from date NOT NULL,
    entry bigint NOT NULL,
    definition text NOT NULL,
    CONSTRAINT indicators_code_is_a_code CHECK ((code ~ '^[A-Z][A-Z0-9_]{1,39}$'::text))
);


--
-- Name: TABLE indicators; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON TABLE ledger.indicators IS 'What an indicator means from a day on.';


--
-- Name: COLUMN indicators.definition; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON COLUMN ledger.indicators.definition IS 'Canonical JSON: names, unit of measure, decimals, direction, kind, formula.';


--
-- Name: inspection_findings; Type: TABLE; Schema: ledger; Owner: -
--

CREATE TABLE ledger.inspection_findings (
    record text NOT NULL,
    number integer NOT NULL,
    unit text NOT NULL,
    words text NOT NULL,
    due_on date NOT NULL,
    entry bigint NOT NULL,
    CONSTRAINT inspection_findings_have_words CHECK ((words <> ''::text)),
    CONSTRAINT inspection_findings_number_positive CHECK ((number > 0))
);


--
-- Name: TABLE inspection_findings; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON TABLE ledger.inspection_findings IS 'What an inspection found, and by when it is to be put right.';


--
-- Name: inspections; Type: TABLE; Schema: ledger; Owner: -
--

CREATE TABLE ledger.inspections (
    record text NOT NULL,
    unit text NOT NULL,
    by_unit text NOT NULL,
    line text NOT NULL,
    entry bigint NOT NULL,
    CONSTRAINT inspections_are_inspections CHECK ((record ~~ 'inspection/%'::text)),
    CONSTRAINT inspections_line_is_known CHECK ((line = ANY (ARRAY['leadership'::text, 'business'::text])))
);


--
-- Name: TABLE inspections; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON TABLE ledger.inspections IS 'Visits of units, along one of two lines.';


--
-- Name: installations; Type: TABLE; Schema: ledger; Owner: -
--

CREATE TABLE ledger.installations (
    is_only boolean DEFAULT true NOT NULL,
    clock text DEFAULT 'system'::text NOT NULL,
    is_demonstration boolean DEFAULT false NOT NULL,
    CONSTRAINT installations_clock_is_known CHECK ((clock = ANY (ARRAY['system'::text, 'given'::text]))),
    CONSTRAINT installations_is_only_one CHECK (is_only)
);


--
-- Name: TABLE installations; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON TABLE ledger.installations IS 'One row: how this database is run. A clock that is given marks a demonstration or a test.';


--
-- Name: COLUMN installations.is_demonstration; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON COLUMN ledger.installations.is_demonstration IS 'Whether every figure in this ledger is invented. Set once, before the first act; never unset.';


--
-- Name: journal_entries; Type: TABLE; Schema: ledger; Owner: -
--

CREATE TABLE ledger.journal_entries (
    chain text NOT NULL,
    seq bigint NOT NULL,
    format smallint DEFAULT 1 NOT NULL,
    alg text DEFAULT 'sha256'::text NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    actor text,
    act text NOT NULL,
    object text NOT NULL,
    content bytea NOT NULL,
    detail text NOT NULL,
    idempotency_key text,
    previous_hash bytea NOT NULL,
    hash bytea NOT NULL,
    transaction xid8 DEFAULT pg_current_xact_id() NOT NULL,
    CONSTRAINT journal_entries_alg_is_known CHECK ((alg = 'sha256'::text)),
    CONSTRAINT journal_entries_content_is_a_digest CHECK ((length(content) = 32)),
    CONSTRAINT journal_entries_format_is_known CHECK ((format = 1)),
    CONSTRAINT journal_entries_hash_is_a_digest CHECK ((length(hash) = 32)),
    CONSTRAINT journal_entries_seq_positive CHECK ((seq > 0))
);


--
-- Name: TABLE journal_entries; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON TABLE ledger.journal_entries IS 'Who did what, when, on what: a hash chain per unit. Added by append_journal only.';


--
-- Name: COLUMN journal_entries.chain; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON COLUMN ledger.journal_entries.chain IS 'The unit whose chain this is, or * for the ledger itself.';


--
-- Name: COLUMN journal_entries.actor; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON COLUMN ledger.journal_entries.actor IS 'The account; null where the operator acted at the console.';


--
-- Name: COLUMN journal_entries.content; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON COLUMN ledger.journal_entries.content IS 'SHA-256 over the facts that the act added.';


--
-- Name: COLUMN journal_entries.transaction; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON COLUMN ledger.journal_entries.transaction IS 'The transaction that added the entry; orders events, and is no part of the hash.';


--
-- Name: journal_heads; Type: TABLE; Schema: ledger; Owner: -
--

CREATE TABLE ledger.journal_heads (
    chain text NOT NULL,
    seq bigint NOT NULL,
    hash bytea NOT NULL,
    recorded_at timestamp with time zone NOT NULL
);


--
-- Name: TABLE journal_heads; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON TABLE ledger.journal_heads IS 'The last entry of each chain; the row lock on it puts the entries of one chain in order.';


--
-- Name: matters; Type: TABLE; Schema: ledger; Owner: -
--

CREATE TABLE ledger.matters (
    record text NOT NULL,
    unit text NOT NULL,
    needs text[] NOT NULL,
    due_on date NOT NULL,
    entry bigint NOT NULL,
    CONSTRAINT matters_are_matters CHECK ((record ~~ 'matter/%'::text)),
    CONSTRAINT matters_need_another CHECK (((cardinality(needs) > 0) AND (unit <> ALL (needs))))
);


--
-- Name: TABLE matters; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON TABLE ledger.matters IS 'What agencies have to settle among each other.';


--
-- Name: COLUMN matters.needs; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON COLUMN ledger.matters.needs IS 'The units whose answer is asked for.';


--
-- Name: meeting_addenda; Type: TABLE; Schema: ledger; Owner: -
--

CREATE TABLE ledger.meeting_addenda (
    meeting text NOT NULL,
    number integer NOT NULL,
    words text NOT NULL,
    added_on date NOT NULL,
    added_by text NOT NULL,
    entry bigint NOT NULL,
    CONSTRAINT meeting_addenda_have_words CHECK ((words <> ''::text)),
    CONSTRAINT meeting_addenda_number_positive CHECK ((number > 0))
);


--
-- Name: TABLE meeting_addenda; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON TABLE ledger.meeting_addenda IS 'What corrects sealed minutes: an addition, never a change.';


--
-- Name: meeting_attendance; Type: TABLE; Schema: ledger; Owner: -
--

CREATE TABLE ledger.meeting_attendance (
    meeting text NOT NULL,
    unit text NOT NULL,
    version integer NOT NULL,
    is_present boolean NOT NULL,
    posts text NOT NULL,
    entry bigint NOT NULL,
    CONSTRAINT meeting_attendance_version_positive CHECK ((version > 0))
);


--
-- Name: TABLE meeting_attendance; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON TABLE ledger.meeting_attendance IS 'Which units attended, and by which posts: never by which persons.';


--
-- Name: meeting_items; Type: TABLE; Schema: ledger; Owner: -
--

CREATE TABLE ledger.meeting_items (
    meeting text NOT NULL,
    item integer NOT NULL,
    version integer NOT NULL,
    "position" integer,
    kind text NOT NULL,
    subject text NOT NULL,
    unit text,
    due_on date,
    link_kind text NOT NULL,
    link_key text NOT NULL,
    detail text NOT NULL,
    entry bigint NOT NULL,
    CONSTRAINT meeting_items_numbers_positive CHECK (((item > 0) AND (version > 0) AND ("position" > 0)))
);


--
-- Name: TABLE meeting_items; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON TABLE ledger.meeting_items IS 'Agenda items, and where they stand on the agenda.';


--
-- Name: COLUMN meeting_items."position"; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON COLUMN ledger.meeting_items."position" IS 'Null once it is taken off.';


--
-- Name: meeting_minutes; Type: TABLE; Schema: ledger; Owner: -
--

CREATE TABLE ledger.meeting_minutes (
    meeting text NOT NULL,
    item integer NOT NULL,
    version integer NOT NULL,
    words text NOT NULL,
    kept_by text NOT NULL,
    entry bigint NOT NULL,
    CONSTRAINT meeting_minutes_have_words CHECK ((words <> ''::text)),
    CONSTRAINT meeting_minutes_numbers_positive CHECK (((item > 0) AND (version > 0)))
);


--
-- Name: TABLE meeting_minutes; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON TABLE ledger.meeting_minutes IS 'What was said on each agenda item.';


--
-- Name: meeting_plans; Type: TABLE; Schema: ledger; Owner: -
--

CREATE TABLE ledger.meeting_plans (
    meeting text NOT NULL,
    version integer NOT NULL,
    title text NOT NULL,
    cadence text NOT NULL,
    planned_on date NOT NULL,
    place text NOT NULL,
    invited text[] NOT NULL,
    planned_by text NOT NULL,
    entry bigint NOT NULL,
    CONSTRAINT meeting_plans_cadence_is_known CHECK ((cadence = ANY (ARRAY['day'::text, 'week'::text, 'month'::text, 'quarter'::text, 'event'::text]))),
    CONSTRAINT meeting_plans_have_a_title CHECK ((title <> ''::text)),
    CONSTRAINT meeting_plans_invite_somebody CHECK ((cardinality(invited) > 0)),
    CONSTRAINT meeting_plans_meeting_is_a_number CHECK ((meeting ~ '^2[01][0-9]{2}-[1-9][0-9]{0,3}$'::text)),
    CONSTRAINT meeting_plans_version_positive CHECK ((version > 0))
);


--
-- Name: TABLE meeting_plans; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON TABLE ledger.meeting_plans IS 'What a meeting is called, when and where it is held, who is invited; the latest version counts.';


--
-- Name: COLUMN meeting_plans.meeting; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON COLUMN ledger.meeting_plans.meeting IS 'The year and the number in it: 2026-3.';


--
-- Name: meeting_relays; Type: TABLE; Schema: ledger; Owner: -
--

CREATE TABLE ledger.meeting_relays (
    meeting text NOT NULL,
    unit text NOT NULL,
    version integer NOT NULL,
    relayed_on date NOT NULL,
    group_formed_on date,
    reported_by text NOT NULL,
    entry bigint NOT NULL,
    CONSTRAINT meeting_relays_version_positive CHECK ((version > 0))
);


--
-- Name: TABLE meeting_relays; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON TABLE ledger.meeting_relays IS 'When a unit passed a meeting on, and when it formed its group; the latest version counts.';


--
-- Name: meeting_resolutions; Type: TABLE; Schema: ledger; Owner: -
--

CREATE TABLE ledger.meeting_resolutions (
    meeting text NOT NULL,
    resolution integer NOT NULL,
    version integer NOT NULL,
    item integer NOT NULL,
    words text NOT NULL,
    lead_unit text,
    supporting text[] NOT NULL,
    due_on date,
    is_withdrawn boolean NOT NULL,
    entry bigint NOT NULL,
    CONSTRAINT meeting_resolutions_have_words CHECK ((words <> ''::text)),
    CONSTRAINT meeting_resolutions_lead_has_a_day CHECK (((lead_unit IS NULL) = (due_on IS NULL))),
    CONSTRAINT meeting_resolutions_numbers_positive CHECK (((resolution > 0) AND (version > 0)))
);


--
-- Name: TABLE meeting_resolutions; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON TABLE ledger.meeting_resolutions IS 'What a meeting decided; with a lead unit it becomes a task when the meeting is closed.';


--
-- Name: meeting_steps; Type: TABLE; Schema: ledger; Owner: -
--

CREATE TABLE ledger.meeting_steps (
    meeting text NOT NULL,
    step text NOT NULL,
    taken_on date NOT NULL,
    seal text NOT NULL,
    taken_by text NOT NULL,
    entry bigint NOT NULL,
    CONSTRAINT meeting_steps_closing_seals CHECK (((step = 'close'::text) = (seal ~ '^[0-9a-f]{64}$'::text))),
    CONSTRAINT meeting_steps_step_is_known CHECK ((step = ANY (ARRAY['call'::text, 'start'::text, 'close'::text])))
);


--
-- Name: TABLE meeting_steps; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON TABLE ledger.meeting_steps IS 'A meeting is called, begun and closed, each once.';


--
-- Name: COLUMN meeting_steps.seal; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON COLUMN ledger.meeting_steps.seal IS 'Of closing: the SHA-256 of all that it seals, in hexadecimal digits.';


--
-- Name: meeting_tasks; Type: TABLE; Schema: ledger; Owner: -
--

CREATE TABLE ledger.meeting_tasks (
    meeting text NOT NULL,
    resolution integer NOT NULL,
    list text NOT NULL,
    task text NOT NULL,
    entry bigint NOT NULL
);


--
-- Name: TABLE meeting_tasks; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON TABLE ledger.meeting_tasks IS 'Which task a resolution became.';


--
-- Name: method_approvals; Type: TABLE; Schema: ledger; Owner: -
--

CREATE TABLE ledger.method_approvals (
    scope text NOT NULL,
    kind text NOT NULL,
    code text NOT NULL,
    version integer NOT NULL,
    approved_by text NOT NULL,
    entry bigint NOT NULL
);


--
-- Name: TABLE method_approvals; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON TABLE ledger.method_approvals IS 'The second person''s yes to a version.';


--
-- Name: methods; Type: TABLE; Schema: ledger; Owner: -
--

CREATE TABLE ledger.methods (
    scope text NOT NULL,
    kind text NOT NULL,
    code text NOT NULL,
    version integer NOT NULL,
    effective_from date NOT NULL,
    definition text NOT NULL,
    sha256 bytea NOT NULL,
    proposed_by text NOT NULL,
    entry bigint NOT NULL,
    CONSTRAINT methods_kind_is_known CHECK ((kind = ANY (ARRAY['rules'::text, 'index'::text, 'ladder'::text, 'assessment'::text]))),
    CONSTRAINT methods_sha256_is_a_digest CHECK ((length(sha256) = 32)),
    CONSTRAINT methods_version_positive CHECK ((version > 0))
);


--
-- Name: TABLE methods; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON TABLE ledger.methods IS 'Every version of every rule set and index method, for the units below one unit.';


--
-- Name: COLUMN methods.definition; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON COLUMN ledger.methods.definition IS 'Canonical JSON; sha256 is its digest.';


--
-- Name: month_events; Type: TABLE; Schema: ledger; Owner: -
--

CREATE TABLE ledger.month_events (
    period date NOT NULL,
    number integer NOT NULL,
    event text NOT NULL,
    reason text NOT NULL,
    exceptions text[] NOT NULL,
    reopened_until timestamp with time zone,
    decided_by text NOT NULL,
    recorded_at timestamp with time zone DEFAULT ledger.now() NOT NULL,
    entry bigint NOT NULL,
    CONSTRAINT month_events_event_is_known CHECK ((event = ANY (ARRAY['closed'::text, 'reopening_proposed'::text, 'reopened'::text]))),
    CONSTRAINT month_events_number_positive CHECK ((number > 0)),
    CONSTRAINT month_events_period_is_first_day CHECK ((EXTRACT(day FROM period) = (1)::numeric)),
    CONSTRAINT month_events_reopening_ends CHECK (((event <> 'reopening_proposed'::text) OR (reopened_until IS NOT NULL)))
);


--
-- Name: TABLE month_events; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON TABLE ledger.month_events IS 'Every closing and reopening of a month, in order.';


--
-- Name: COLUMN month_events.exceptions; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON COLUMN ledger.month_events.exceptions IS 'Submissions (unit/form) that were absent at the closing, each named on purpose.';


--
-- Name: COLUMN month_events.reopened_until; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON COLUMN ledger.month_events.reopened_until IS 'When a reopening ends by itself; null for a closing.';


--
-- Name: nofraud_standards; Type: TABLE; Schema: ledger; Owner: -
--

CREATE TABLE ledger.nofraud_standards (
    kind text NOT NULL,
    version integer NOT NULL,
    effective_from date NOT NULL,
    criteria text[] NOT NULL,
    entry bigint NOT NULL,
    CONSTRAINT nofraud_standards_have_criteria CHECK ((cardinality(criteria) > 0)),
    CONSTRAINT nofraud_standards_kind_is_known CHECK ((kind = ANY (ARRAY['community'::text, 'campus'::text, 'enterprise'::text, 'village'::text]))),
    CONSTRAINT nofraud_standards_version_positive CHECK ((version > 0))
);


--
-- Name: TABLE nofraud_standards; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON TABLE ledger.nofraud_standards IS 'What no-fraud units of a kind have to fulfil, version by version.';


--
-- Name: nofraud_units; Type: TABLE; Schema: ledger; Owner: -
--

CREATE TABLE ledger.nofraud_units (
    record text NOT NULL,
    unit text NOT NULL,
    kind text NOT NULL,
    standard integer NOT NULL,
    entry bigint NOT NULL,
    CONSTRAINT nofraud_units_are_such CHECK ((record ~~ 'nofraud/%'::text))
);


--
-- Name: TABLE nofraud_units; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON TABLE ledger.nofraud_units IS 'Communities, campuses, enterprises and villages that become no-fraud units.';


--
-- Name: COLUMN nofraud_units.standard; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON COLUMN ledger.nofraud_units.standard IS 'The version that it is measured by.';


--
-- Name: notices; Type: TABLE; Schema: ledger; Owner: -
--

CREATE TABLE ledger.notices (
    record text NOT NULL,
    unit text NOT NULL,
    kind text NOT NULL,
    authority text NOT NULL,
    entry bigint NOT NULL,
    CONSTRAINT notices_are_notices CHECK ((record ~~ 'notice/%'::text)),
    CONSTRAINT notices_kind_is_known CHECK ((kind = ANY (ARRAY['notice'::text, 'listing'::text])))
);


--
-- Name: TABLE notices; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON TABLE ledger.notices IS 'Notices and listings of units by higher authorities.';


--
-- Name: policies; Type: TABLE; Schema: ledger; Owner: -
--

CREATE TABLE ledger.policies (
    name text NOT NULL,
    number integer NOT NULL,
    definition text NOT NULL,
    entry bigint NOT NULL,
    CONSTRAINT policies_name_is_known CHECK ((name = 'accounts'::text)),
    CONSTRAINT policies_number_positive CHECK ((number > 0))
);


--
-- Name: TABLE policies; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON TABLE ledger.policies IS 'Every version of a policy; the one with the highest number counts; without any, the program''s.';


--
-- Name: COLUMN policies.definition; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON COLUMN ledger.policies.definition IS 'Canonical JSON.';


--
-- Name: policy_documents; Type: TABLE; Schema: ledger; Owner: -
--

CREATE TABLE ledger.policy_documents (
    record text NOT NULL,
    unit text NOT NULL,
    issuer text NOT NULL,
    effective_from date NOT NULL,
    clauses text[] NOT NULL,
    entry bigint NOT NULL,
    CONSTRAINT policy_documents_are_such CHECK ((record ~~ 'document/%'::text))
);


--
-- Name: TABLE policy_documents; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON TABLE ledger.policy_documents IS 'Documents that rules are taken from, by reference, with their clauses as short texts.';


--
-- Name: population_sources; Type: TABLE; Schema: ledger; Owner: -
--

CREATE TABLE ledger.population_sources (
    unit text NOT NULL,
    as_of date NOT NULL,
    entry bigint NOT NULL,
    source text NOT NULL,
    CONSTRAINT population_sources_source_is_given CHECK ((source <> ''::text))
);


--
-- Name: TABLE population_sources; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON TABLE ledger.population_sources IS 'Where the population of a unit on a day was taken from; the one recorded last counts.';


--
-- Name: populations; Type: TABLE; Schema: ledger; Owner: -
--

CREATE TABLE ledger.populations (
    unit text NOT NULL,
    as_of date NOT NULL,
    entry bigint NOT NULL,
    persons bigint NOT NULL,
    CONSTRAINT populations_persons_in_range CHECK (((persons >= 1) AND (persons <= '10000000000'::bigint)))
);


--
-- Name: TABLE populations; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON TABLE ledger.populations IS 'How many people a unit has, counted on a stated day.';


--
-- Name: ratings; Type: TABLE; Schema: ledger; Owner: -
--

CREATE TABLE ledger.ratings (
    period date NOT NULL,
    scope text NOT NULL,
    kind text NOT NULL,
    number integer NOT NULL,
    unit text NOT NULL,
    colour text NOT NULL,
    rules text[] NOT NULL,
    indicator_colours text NOT NULL,
    row_sha256 bytea NOT NULL,
    CONSTRAINT ratings_colour_is_known CHECK ((colour = ANY (ARRAY['R'::text, 'Y'::text, 'B'::text, 'G'::text])))
);


--
-- Name: TABLE ratings; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON TABLE ledger.ratings IS 'A unit''s colour and every rule that hit.';


--
-- Name: COLUMN ratings.indicator_colours; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON COLUMN ledger.ratings.indicator_colours IS 'One letter per indicator of the evaluation: R, Y, B, G or - where no rule speaks of it.';


--
-- Name: COLUMN ratings.row_sha256; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON COLUMN ledger.ratings.row_sha256 IS 'The digest of the columns before it, so that a changed row is named and not only found.';


--
-- Name: record_events; Type: TABLE; Schema: ledger; Owner: -
--

CREATE TABLE ledger.record_events (
    record text NOT NULL,
    number integer NOT NULL,
    item integer NOT NULL,
    act text NOT NULL,
    unit text NOT NULL,
    done_on date NOT NULL,
    words text NOT NULL,
    document text NOT NULL,
    due_on date,
    acted_by text NOT NULL,
    recorded_at timestamp with time zone DEFAULT ledger.now() NOT NULL,
    entry bigint NOT NULL,
    CONSTRAINT record_events_act_is_known CHECK ((act = ANY (ARRAY['rectify'::text, 'pass'::text, 'fail'::text, 'check'::text, 'return'::text, 'accept'::text, 'name'::text, 'review'::text, 'withdraw'::text, 'answer'::text, 'settle'::text, 'escalate'::text, 'lift'::text, 'replace'::text]))),
    CONSTRAINT record_events_number_positive CHECK (((number > 0) AND (item >= 0)))
);


--
-- Name: TABLE record_events; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON TABLE ledger.record_events IS 'What was done with a record, in order. Rows are added and never changed or removed.';


--
-- Name: COLUMN record_events.item; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON COLUMN ledger.record_events.item IS 'The finding that it is about; 0 for the whole record.';


--
-- Name: COLUMN record_events.unit; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON COLUMN ledger.record_events.unit IS 'The unit that did it, or that it was done to.';


--
-- Name: COLUMN record_events.due_on; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON COLUMN ledger.record_events.due_on IS 'A new last day, where the act sets one.';


--
-- Name: records; Type: TABLE; Schema: ledger; Owner: -
--

CREATE TABLE ledger.records (
    record text NOT NULL,
    unit text NOT NULL,
    title text NOT NULL,
    dated_on date NOT NULL,
    document text NOT NULL,
    concerns text[] NOT NULL,
    recorded_by text NOT NULL,
    entry bigint NOT NULL,
    CONSTRAINT records_have_a_title CHECK ((title <> ''::text)),
    CONSTRAINT records_record_is_a_key CHECK (((split_part(record, '/'::text, 1) = ANY (ARRAY['inspection'::text, 'nofraud'::text, 'matter'::text, 'notice'::text, 'external_rank'::text, 'honour'::text, 'document'::text])) AND (record ~ '^[a-z_]+/2[01][0-9]{2}-[1-9][0-9]{0,3}$'::text)))
);


--
-- Name: TABLE records; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON TABLE ledger.records IS 'Every record of the follow-up, with what all of them have in common.';


--
-- Name: COLUMN records.record; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON COLUMN ledger.records.record IS 'The noun, the year and the number in it.';


--
-- Name: COLUMN records.concerns; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON COLUMN ledger.records.concerns IS 'The units that see it besides those who see everything; none where all see it.';


--
-- Name: recoveries; Type: TABLE; Schema: ledger; Owner: -
--

CREATE TABLE ledger.recoveries (
    number integer NOT NULL,
    backup text NOT NULL,
    recovered_to timestamp with time zone NOT NULL,
    checkpoint integer NOT NULL,
    checkpoint_signature bytea NOT NULL,
    lost text NOT NULL,
    reason text NOT NULL,
    recorded_by text NOT NULL,
    recorded_at timestamp with time zone DEFAULT ledger.now() NOT NULL,
    entry bigint NOT NULL,
    CONSTRAINT recoveries_have_a_reason CHECK ((reason <> ''::text)),
    CONSTRAINT recoveries_lost_something CHECK ((lost <> ''::text)),
    CONSTRAINT recoveries_number_positive CHECK ((number > 0))
);


--
-- Name: TABLE recoveries; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON TABLE ledger.recoveries IS 'Restores to an earlier moment: from which backup, to when, and which journal entries were lost.';


--
-- Name: COLUMN recoveries.checkpoint; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON COLUMN ledger.recoveries.checkpoint IS 'The last checkpoint that the auditor kept outside; it names what was lost.';


--
-- Name: COLUMN recoveries.lost; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON COLUMN ledger.recoveries.lost IS 'One chain a line: the chain, the first lost entry, the last.';


--
-- Name: responsibility_lists; Type: TABLE; Schema: ledger; Owner: -
--

CREATE TABLE ledger.responsibility_lists (
    list text NOT NULL,
    title text NOT NULL,
    source text NOT NULL,
    issued_on date NOT NULL,
    entry bigint NOT NULL,
    CONSTRAINT responsibility_lists_list_is_a_number CHECK ((list ~ '^2[01][0-9]{2}-[1-9][0-9]{0,3}$'::text))
);


--
-- Name: TABLE responsibility_lists; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON TABLE ledger.responsibility_lists IS 'Lists of tasks as they were issued; of two rows of one list the later counts.';


--
-- Name: COLUMN responsibility_lists.list; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON COLUMN ledger.responsibility_lists.list IS 'The year and the number in it: 2026-1.';


--
-- Name: revisions_2020; Type: TABLE; Schema: ledger; Owner: -
--

CREATE TABLE ledger.revisions_2020 (
    unit text NOT NULL,
    form text NOT NULL,
    period date NOT NULL,
    number integer NOT NULL,
    form_effective_from date NOT NULL,
    figures bigint[] NOT NULL,
    absences text[],
    notes text[],
    submitted_by text NOT NULL,
    recorded_at timestamp with time zone DEFAULT ledger.now() NOT NULL,
    row_sha256 bytea NOT NULL,
    entry bigint NOT NULL,
    CONSTRAINT revisions_absences_are_known CHECK ((array_remove(absences, NULL::text) <@ ARRAY['missing'::text, 'not_applicable'::text, 'withheld'::text])),
    CONSTRAINT revisions_absent_figures_have_a_reason CHECK (((array_position(figures, NULL::bigint) IS NULL) OR (cardinality(absences) = cardinality(figures)))),
    CONSTRAINT revisions_figures_in_range CHECK ((('999999999999999999'::bigint >= ALL (figures)) AND ('-999999999999999999'::bigint <= ALL (figures)))),
    CONSTRAINT revisions_notes_match_figures CHECK (((notes IS NULL) OR (cardinality(notes) = cardinality(figures)))),
    CONSTRAINT revisions_number_positive CHECK ((number > 0))
);


--
-- Name: revisions_2021; Type: TABLE; Schema: ledger; Owner: -
--

CREATE TABLE ledger.revisions_2021 (
    unit text NOT NULL,
    form text NOT NULL,
    period date NOT NULL,
    number integer NOT NULL,
    form_effective_from date NOT NULL,
    figures bigint[] NOT NULL,
    absences text[],
    notes text[],
    submitted_by text NOT NULL,
    recorded_at timestamp with time zone DEFAULT ledger.now() NOT NULL,
    row_sha256 bytea NOT NULL,
    entry bigint NOT NULL,
    CONSTRAINT revisions_absences_are_known CHECK ((array_remove(absences, NULL::text) <@ ARRAY['missing'::text, 'not_applicable'::text, 'withheld'::text])),
    CONSTRAINT revisions_absent_figures_have_a_reason CHECK (((array_position(figures, NULL::bigint) IS NULL) OR (cardinality(absences) = cardinality(figures)))),
    CONSTRAINT revisions_figures_in_range CHECK ((('999999999999999999'::bigint >= ALL (figures)) AND ('-999999999999999999'::bigint <= ALL (figures)))),
    CONSTRAINT revisions_notes_match_figures CHECK (((notes IS NULL) OR (cardinality(notes) = cardinality(figures)))),
    CONSTRAINT revisions_number_positive CHECK ((number > 0))
);


--
-- Name: revisions_2022; Type: TABLE; Schema: ledger; Owner: -
--

CREATE TABLE ledger.revisions_2022 (
    unit text NOT NULL,
    form text NOT NULL,
    period date NOT NULL,
    number integer NOT NULL,
    form_effective_from date NOT NULL,
    figures bigint[] NOT NULL,
    absences text[],
    notes text[],
    submitted_by text NOT NULL,
    recorded_at timestamp with time zone DEFAULT ledger.now() NOT NULL,
    row_sha256 bytea NOT NULL,
    entry bigint NOT NULL,
    CONSTRAINT revisions_absences_are_known CHECK ((array_remove(absences, NULL::text) <@ ARRAY['missing'::text, 'not_applicable'::text, 'withheld'::text])),
    CONSTRAINT revisions_absent_figures_have_a_reason CHECK (((array_position(figures, NULL::bigint) IS NULL) OR (cardinality(absences) = cardinality(figures)))),
    CONSTRAINT revisions_figures_in_range CHECK ((('999999999999999999'::bigint >= ALL (figures)) AND ('-999999999999999999'::bigint <= ALL (figures)))),
    CONSTRAINT revisions_notes_match_figures CHECK (((notes IS NULL) OR (cardinality(notes) = cardinality(figures)))),
    CONSTRAINT revisions_number_positive CHECK ((number > 0))
);


--
-- Name: revisions_2023; Type: TABLE; Schema: ledger; Owner: -
--

CREATE TABLE ledger.revisions_2023 (
    unit text NOT NULL,
    form text NOT NULL,
    period date NOT NULL,
    number integer NOT NULL,
    form_effective_from date NOT NULL,
    figures bigint[] NOT NULL,
    absences text[],
    notes text[],
    submitted_by text NOT NULL,
    recorded_at timestamp with time zone DEFAULT ledger.now() NOT NULL,
    row_sha256 bytea NOT NULL,
    entry bigint NOT NULL,
    CONSTRAINT revisions_absences_are_known CHECK ((array_remove(absences, NULL::text) <@ ARRAY['missing'::text, 'not_applicable'::text, 'withheld'::text])),
    CONSTRAINT revisions_absent_figures_have_a_reason CHECK (((array_position(figures, NULL::bigint) IS NULL) OR (cardinality(absences) = cardinality(figures)))),
    CONSTRAINT revisions_figures_in_range CHECK ((('999999999999999999'::bigint >= ALL (figures)) AND ('-999999999999999999'::bigint <= ALL (figures)))),
    CONSTRAINT revisions_notes_match_figures CHECK (((notes IS NULL) OR (cardinality(notes) = cardinality(figures)))),
    CONSTRAINT revisions_number_positive CHECK ((number > 0))
);


--
-- Name: revisions_2024; Type: TABLE; Schema: ledger; Owner: -
--

CREATE TABLE ledger.revisions_2024 (
    unit text NOT NULL,
    form text NOT NULL,
    period date NOT NULL,
    number integer NOT NULL,
    form_effective_from date NOT NULL,
    figures bigint[] NOT NULL,
    absences text[],
    notes text[],
    submitted_by text NOT NULL,
    recorded_at timestamp with time zone DEFAULT ledger.now() NOT NULL,
    row_sha256 bytea NOT NULL,
    entry bigint NOT NULL,
    CONSTRAINT revisions_absences_are_known CHECK ((array_remove(absences, NULL::text) <@ ARRAY['missing'::text, 'not_applicable'::text, 'withheld'::text])),
    CONSTRAINT revisions_absent_figures_have_a_reason CHECK (((array_position(figures, NULL::bigint) IS NULL) OR (cardinality(absences) = cardinality(figures)))),
    CONSTRAINT revisions_figures_in_range CHECK ((('999999999999999999'::bigint >= ALL (figures)) AND ('-999999999999999999'::bigint <= ALL (figures)))),
    CONSTRAINT revisions_notes_match_figures CHECK (((notes IS NULL) OR (cardinality(notes) = cardinality(figures)))),
    CONSTRAINT revisions_number_positive CHECK ((number > 0))
);


--
-- Name: revisions_2025; Type: TABLE; Schema: ledger; Owner: -
--

CREATE TABLE ledger.revisions_2025 (
    unit text NOT NULL,
    form text NOT NULL,
    period date NOT NULL,
    number integer NOT NULL,
    form_effective_from date NOT NULL,
    figures bigint[] NOT NULL,
    absences text[],
    notes text[],
    submitted_by text NOT NULL,
    recorded_at timestamp with time zone DEFAULT ledger.now() NOT NULL,
    row_sha256 bytea NOT NULL,
    entry bigint NOT NULL,
    CONSTRAINT revisions_absences_are_known CHECK ((array_remove(absences, NULL::text) <@ ARRAY['missing'::text, 'not_applicable'::text, 'withheld'::text])),
    CONSTRAINT revisions_absent_figures_have_a_reason CHECK (((array_position(figures, NULL::bigint) IS NULL) OR (cardinality(absences) = cardinality(figures)))),
    CONSTRAINT revisions_figures_in_range CHECK ((('999999999999999999'::bigint >= ALL (figures)) AND ('-999999999999999999'::bigint <= ALL (figures)))),
    CONSTRAINT revisions_notes_match_figures CHECK (((notes IS NULL) OR (cardinality(notes) = cardinality(figures)))),
    CONSTRAINT revisions_number_positive CHECK ((number > 0))
);


--
-- Name: revisions_2026; Type: TABLE; Schema: ledger; Owner: -
--

CREATE TABLE ledger.revisions_2026 (
    unit text NOT NULL,
    form text NOT NULL,
    period date NOT NULL,
    number integer NOT NULL,
    form_effective_from date NOT NULL,
    figures bigint[] NOT NULL,
    absences text[],
    notes text[],
    submitted_by text NOT NULL,
    recorded_at timestamp with time zone DEFAULT ledger.now() NOT NULL,
    row_sha256 bytea NOT NULL,
    entry bigint NOT NULL,
    CONSTRAINT revisions_absences_are_known CHECK ((array_remove(absences, NULL::text) <@ ARRAY['missing'::text, 'not_applicable'::text, 'withheld'::text])),
    CONSTRAINT revisions_absent_figures_have_a_reason CHECK (((array_position(figures, NULL::bigint) IS NULL) OR (cardinality(absences) = cardinality(figures)))),
    CONSTRAINT revisions_figures_in_range CHECK ((('999999999999999999'::bigint >= ALL (figures)) AND ('-999999999999999999'::bigint <= ALL (figures)))),
    CONSTRAINT revisions_notes_match_figures CHECK (((notes IS NULL) OR (cardinality(notes) = cardinality(figures)))),
    CONSTRAINT revisions_number_positive CHECK ((number > 0))
);


--
-- Name: revisions_2027; Type: TABLE; Schema: ledger; Owner: -
--

CREATE TABLE ledger.revisions_2027 (
    unit text NOT NULL,
    form text NOT NULL,
    period date NOT NULL,
    number integer NOT NULL,
    form_effective_from date NOT NULL,
    figures bigint[] NOT NULL,
    absences text[],
    notes text[],
    submitted_by text NOT NULL,
    recorded_at timestamp with time zone DEFAULT ledger.now() NOT NULL,
    row_sha256 bytea NOT NULL,
    entry bigint NOT NULL,
    CONSTRAINT revisions_absences_are_known CHECK ((array_remove(absences, NULL::text) <@ ARRAY['missing'::text, 'not_applicable'::text, 'withheld'::text])),
    CONSTRAINT revisions_absent_figures_have_a_reason CHECK (((array_position(figures, NULL::bigint) IS NULL) OR (cardinality(absences) = cardinality(figures)))),
    CONSTRAINT revisions_figures_in_range CHECK ((('999999999999999999'::bigint >= ALL (figures)) AND ('-999999999999999999'::bigint <= ALL (figures)))),
    CONSTRAINT revisions_notes_match_figures CHECK (((notes IS NULL) OR (cardinality(notes) = cardinality(figures)))),
    CONSTRAINT revisions_number_positive CHECK ((number > 0))
);


--
-- Name: revisions_2028; Type: TABLE; Schema: ledger; Owner: -
--

CREATE TABLE ledger.revisions_2028 (
    unit text NOT NULL,
    form text NOT NULL,
    period date NOT NULL,
    number integer NOT NULL,
    form_effective_from date NOT NULL,
    figures bigint[] NOT NULL,
    absences text[],
    notes text[],
    submitted_by text NOT NULL,
    recorded_at timestamp with time zone DEFAULT ledger.now() NOT NULL,
    row_sha256 bytea NOT NULL,
    entry bigint NOT NULL,
    CONSTRAINT revisions_absences_are_known CHECK ((array_remove(absences, NULL::text) <@ ARRAY['missing'::text, 'not_applicable'::text, 'withheld'::text])),
    CONSTRAINT revisions_absent_figures_have_a_reason CHECK (((array_position(figures, NULL::bigint) IS NULL) OR (cardinality(absences) = cardinality(figures)))),
    CONSTRAINT revisions_figures_in_range CHECK ((('999999999999999999'::bigint >= ALL (figures)) AND ('-999999999999999999'::bigint <= ALL (figures)))),
    CONSTRAINT revisions_notes_match_figures CHECK (((notes IS NULL) OR (cardinality(notes) = cardinality(figures)))),
    CONSTRAINT revisions_number_positive CHECK ((number > 0))
);


--
-- Name: revisions_2029; Type: TABLE; Schema: ledger; Owner: -
--

CREATE TABLE ledger.revisions_2029 (
    unit text NOT NULL,
    form text NOT NULL,
    period date NOT NULL,
    number integer NOT NULL,
    form_effective_from date NOT NULL,
    figures bigint[] NOT NULL,
    absences text[],
    notes text[],
    submitted_by text NOT NULL,
    recorded_at timestamp with time zone DEFAULT ledger.now() NOT NULL,
    row_sha256 bytea NOT NULL,
    entry bigint NOT NULL,
    CONSTRAINT revisions_absences_are_known CHECK ((array_remove(absences, NULL::text) <@ ARRAY['missing'::text, 'not_applicable'::text, 'withheld'::text])),
    CONSTRAINT revisions_absent_figures_have_a_reason CHECK (((array_position(figures, NULL::bigint) IS NULL) OR (cardinality(absences) = cardinality(figures)))),
    CONSTRAINT revisions_figures_in_range CHECK ((('999999999999999999'::bigint >= ALL (figures)) AND ('-999999999999999999'::bigint <= ALL (figures)))),
    CONSTRAINT revisions_notes_match_figures CHECK (((notes IS NULL) OR (cardinality(notes) = cardinality(figures)))),
    CONSTRAINT revisions_number_positive CHECK ((number > 0))
);


--
-- Name: revisions_2030; Type: TABLE; Schema: ledger; Owner: -
--

CREATE TABLE ledger.revisions_2030 (
    unit text NOT NULL,
    form text NOT NULL,
    period date NOT NULL,
    number integer NOT NULL,
    form_effective_from date NOT NULL,
    figures bigint[] NOT NULL,
    absences text[],
    notes text[],
    submitted_by text NOT NULL,
    recorded_at timestamp with time zone DEFAULT ledger.now() NOT NULL,
    row_sha256 bytea NOT NULL,
    entry bigint NOT NULL,
    CONSTRAINT revisions_absences_are_known CHECK ((array_remove(absences, NULL::text) <@ ARRAY['missing'::text, 'not_applicable'::text, 'withheld'::text])),
    CONSTRAINT revisions_absent_figures_have_a_reason CHECK (((array_position(figures, NULL::bigint) IS NULL) OR (cardinality(absences) = cardinality(figures)))),
    CONSTRAINT revisions_figures_in_range CHECK ((('999999999999999999'::bigint >= ALL (figures)) AND ('-999999999999999999'::bigint <= ALL (figures)))),
    CONSTRAINT revisions_notes_match_figures CHECK (((notes IS NULL) OR (cardinality(notes) = cardinality(figures)))),
    CONSTRAINT revisions_number_positive CHECK ((number > 0))
);


--
-- Name: revisions_2031; Type: TABLE; Schema: ledger; Owner: -
--

CREATE TABLE ledger.revisions_2031 (
    unit text NOT NULL,
    form text NOT NULL,
    period date NOT NULL,
    number integer NOT NULL,
    form_effective_from date NOT NULL,
    figures bigint[] NOT NULL,
    absences text[],
    notes text[],
    submitted_by text NOT NULL,
    recorded_at timestamp with time zone DEFAULT ledger.now() NOT NULL,
    row_sha256 bytea NOT NULL,
    entry bigint NOT NULL,
    CONSTRAINT revisions_absences_are_known CHECK ((array_remove(absences, NULL::text) <@ ARRAY['missing'::text, 'not_applicable'::text, 'withheld'::text])),
    CONSTRAINT revisions_absent_figures_have_a_reason CHECK (((array_position(figures, NULL::bigint) IS NULL) OR (cardinality(absences) = cardinality(figures)))),
    CONSTRAINT revisions_figures_in_range CHECK ((('999999999999999999'::bigint >= ALL (figures)) AND ('-999999999999999999'::bigint <= ALL (figures)))),
    CONSTRAINT revisions_notes_match_figures CHECK (((notes IS NULL) OR (cardinality(notes) = cardinality(figures)))),
    CONSTRAINT revisions_number_positive CHECK ((number > 0))
);


--
-- Name: revisions_2032; Type: TABLE; Schema: ledger; Owner: -
--

CREATE TABLE ledger.revisions_2032 (
    unit text NOT NULL,
    form text NOT NULL,
    period date NOT NULL,
    number integer NOT NULL,
    form_effective_from date NOT NULL,
    figures bigint[] NOT NULL,
    absences text[],
    notes text[],
    submitted_by text NOT NULL,
    recorded_at timestamp with time zone DEFAULT ledger.now() NOT NULL,
    row_sha256 bytea NOT NULL,
    entry bigint NOT NULL,
    CONSTRAINT revisions_absences_are_known CHECK ((array_remove(absences, NULL::text) <@ ARRAY['missing'::text, 'not_applicable'::text, 'withheld'::text])),
    CONSTRAINT revisions_absent_figures_have_a_reason CHECK (((array_position(figures, NULL::bigint) IS NULL) OR (cardinality(absences) = cardinality(figures)))),
    CONSTRAINT revisions_figures_in_range CHECK ((('999999999999999999'::bigint >= ALL (figures)) AND ('-999999999999999999'::bigint <= ALL (figures)))),
    CONSTRAINT revisions_notes_match_figures CHECK (((notes IS NULL) OR (cardinality(notes) = cardinality(figures)))),
    CONSTRAINT revisions_number_positive CHECK ((number > 0))
);


--
-- Name: revisions_2033; Type: TABLE; Schema: ledger; Owner: -
--

CREATE TABLE ledger.revisions_2033 (
    unit text NOT NULL,
    form text NOT NULL,
    period date NOT NULL,
    number integer NOT NULL,
    form_effective_from date NOT NULL,
    figures bigint[] NOT NULL,
    absences text[],
    notes text[],
    submitted_by text NOT NULL,
    recorded_at timestamp with time zone DEFAULT ledger.now() NOT NULL,
    row_sha256 bytea NOT NULL,
    entry bigint NOT NULL,
    CONSTRAINT revisions_absences_are_known CHECK ((array_remove(absences, NULL::text) <@ ARRAY['missing'::text, 'not_applicable'::text, 'withheld'::text])),
    CONSTRAINT revisions_absent_figures_have_a_reason CHECK (((array_position(figures, NULL::bigint) IS NULL) OR (cardinality(absences) = cardinality(figures)))),
    CONSTRAINT revisions_figures_in_range CHECK ((('999999999999999999'::bigint >= ALL (figures)) AND ('-999999999999999999'::bigint <= ALL (figures)))),
    CONSTRAINT revisions_notes_match_figures CHECK (((notes IS NULL) OR (cardinality(notes) = cardinality(figures)))),
    CONSTRAINT revisions_number_positive CHECK ((number > 0))
);


--
-- Name: revisions_2034; Type: TABLE; Schema: ledger; Owner: -
--

CREATE TABLE ledger.revisions_2034 (
    unit text NOT NULL,
    form text NOT NULL,
    period date NOT NULL,
    number integer NOT NULL,
    form_effective_from date NOT NULL,
    figures bigint[] NOT NULL,
    absences text[],
    notes text[],
    submitted_by text NOT NULL,
    recorded_at timestamp with time zone DEFAULT ledger.now() NOT NULL,
    row_sha256 bytea NOT NULL,
    entry bigint NOT NULL,
    CONSTRAINT revisions_absences_are_known CHECK ((array_remove(absences, NULL::text) <@ ARRAY['missing'::text, 'not_applicable'::text, 'withheld'::text])),
    CONSTRAINT revisions_absent_figures_have_a_reason CHECK (((array_position(figures, NULL::bigint) IS NULL) OR (cardinality(absences) = cardinality(figures)))),
    CONSTRAINT revisions_figures_in_range CHECK ((('999999999999999999'::bigint >= ALL (figures)) AND ('-999999999999999999'::bigint <= ALL (figures)))),
    CONSTRAINT revisions_notes_match_figures CHECK (((notes IS NULL) OR (cardinality(notes) = cardinality(figures)))),
    CONSTRAINT revisions_number_positive CHECK ((number > 0))
);


--
-- Name: revisions_2035; Type: TABLE; Schema: ledger; Owner: -
--

CREATE TABLE ledger.revisions_2035 (
    unit text NOT NULL,
    form text NOT NULL,
    period date NOT NULL,
    number integer NOT NULL,
    form_effective_from date NOT NULL,
    figures bigint[] NOT NULL,
    absences text[],
    notes text[],
    submitted_by text NOT NULL,
    recorded_at timestamp with time zone DEFAULT ledger.now() NOT NULL,
    row_sha256 bytea NOT NULL,
    entry bigint NOT NULL,
    CONSTRAINT revisions_absences_are_known CHECK ((array_remove(absences, NULL::text) <@ ARRAY['missing'::text, 'not_applicable'::text, 'withheld'::text])),
    CONSTRAINT revisions_absent_figures_have_a_reason CHECK (((array_position(figures, NULL::bigint) IS NULL) OR (cardinality(absences) = cardinality(figures)))),
    CONSTRAINT revisions_figures_in_range CHECK ((('999999999999999999'::bigint >= ALL (figures)) AND ('-999999999999999999'::bigint <= ALL (figures)))),
    CONSTRAINT revisions_notes_match_figures CHECK (((notes IS NULL) OR (cardinality(notes) = cardinality(figures)))),
    CONSTRAINT revisions_number_positive CHECK ((number > 0))
);


--
-- Name: revisions_2036; Type: TABLE; Schema: ledger; Owner: -
--

CREATE TABLE ledger.revisions_2036 (
    unit text NOT NULL,
    form text NOT NULL,
    period date NOT NULL,
    number integer NOT NULL,
    form_effective_from date NOT NULL,
    figures bigint[] NOT NULL,
    absences text[],
    notes text[],
    submitted_by text NOT NULL,
    recorded_at timestamp with time zone DEFAULT ledger.now() NOT NULL,
    row_sha256 bytea NOT NULL,
    entry bigint NOT NULL,
    CONSTRAINT revisions_absences_are_known CHECK ((array_remove(absences, NULL::text) <@ ARRAY['missing'::text, 'not_applicable'::text, 'withheld'::text])),
    CONSTRAINT revisions_absent_figures_have_a_reason CHECK (((array_position(figures, NULL::bigint) IS NULL) OR (cardinality(absences) = cardinality(figures)))),
    CONSTRAINT revisions_figures_in_range CHECK ((('999999999999999999'::bigint >= ALL (figures)) AND ('-999999999999999999'::bigint <= ALL (figures)))),
    CONSTRAINT revisions_notes_match_figures CHECK (((notes IS NULL) OR (cardinality(notes) = cardinality(figures)))),
    CONSTRAINT revisions_number_positive CHECK ((number > 0))
);


--
-- Name: revisions_2037; Type: TABLE; Schema: ledger; Owner: -
--

CREATE TABLE ledger.revisions_2037 (
    unit text NOT NULL,
    form text NOT NULL,
    period date NOT NULL,
    number integer NOT NULL,
    form_effective_from date NOT NULL,
    figures bigint[] NOT NULL,
    absences text[],
    notes text[],
    submitted_by text NOT NULL,
    recorded_at timestamp with time zone DEFAULT ledger.now() NOT NULL,
    row_sha256 bytea NOT NULL,
    entry bigint NOT NULL,
    CONSTRAINT revisions_absences_are_known CHECK ((array_remove(absences, NULL::text) <@ ARRAY['missing'::text, 'not_applicable'::text, 'withheld'::text])),
    CONSTRAINT revisions_absent_figures_have_a_reason CHECK (((array_position(figures, NULL::bigint) IS NULL) OR (cardinality(absences) = cardinality(figures)))),
    CONSTRAINT revisions_figures_in_range CHECK ((('999999999999999999'::bigint >= ALL (figures)) AND ('-999999999999999999'::bigint <= ALL (figures)))),
    CONSTRAINT revisions_notes_match_figures CHECK (((notes IS NULL) OR (cardinality(notes) = cardinality(figures)))),
    CONSTRAINT revisions_number_positive CHECK ((number > 0))
);


--
-- Name: revisions_2038; Type: TABLE; Schema: ledger; Owner: -
--

CREATE TABLE ledger.revisions_2038 (
    unit text NOT NULL,
    form text NOT NULL,
    period date NOT NULL,
    number integer NOT NULL,
    form_effective_from date NOT NULL,
    figures bigint[] NOT NULL,
    absences text[],
    notes text[],
    submitted_by text NOT NULL,
    recorded_at timestamp with time zone DEFAULT ledger.now() NOT NULL,
    row_sha256 bytea NOT NULL,
    entry bigint NOT NULL,
    CONSTRAINT revisions_absences_are_known CHECK ((array_remove(absences, NULL::text) <@ ARRAY['missing'::text, 'not_applicable'::text, 'withheld'::text])),
    CONSTRAINT revisions_absent_figures_have_a_reason CHECK (((array_position(figures, NULL::bigint) IS NULL) OR (cardinality(absences) = cardinality(figures)))),
    CONSTRAINT revisions_figures_in_range CHECK ((('999999999999999999'::bigint >= ALL (figures)) AND ('-999999999999999999'::bigint <= ALL (figures)))),
    CONSTRAINT revisions_notes_match_figures CHECK (((notes IS NULL) OR (cardinality(notes) = cardinality(figures)))),
    CONSTRAINT revisions_number_positive CHECK ((number > 0))
);


--
-- Name: revisions_2039; Type: TABLE; Schema: ledger; Owner: -
--

CREATE TABLE ledger.revisions_2039 (
    unit text NOT NULL,
    form text NOT NULL,
    period date NOT NULL,
    number integer NOT NULL,
    form_effective_from date NOT NULL,
    figures bigint[] NOT NULL,
    absences text[],
    notes text[],
    submitted_by text NOT NULL,
    recorded_at timestamp with time zone DEFAULT ledger.now() NOT NULL,
    row_sha256 bytea NOT NULL,
    entry bigint NOT NULL,
    CONSTRAINT revisions_absences_are_known CHECK ((array_remove(absences, NULL::text) <@ ARRAY['missing'::text, 'not_applicable'::text, 'withheld'::text])),
    CONSTRAINT revisions_absent_figures_have_a_reason CHECK (((array_position(figures, NULL::bigint) IS NULL) OR (cardinality(absences) = cardinality(figures)))),
    CONSTRAINT revisions_figures_in_range CHECK ((('999999999999999999'::bigint >= ALL (figures)) AND ('-999999999999999999'::bigint <= ALL (figures)))),
    CONSTRAINT revisions_notes_match_figures CHECK (((notes IS NULL) OR (cardinality(notes) = cardinality(figures)))),
    CONSTRAINT revisions_number_positive CHECK ((number > 0))
);


--
-- Name: revisions_after_2039; Type: TABLE; Schema: ledger; Owner: -
--

CREATE TABLE ledger.revisions_after_2039 (
    unit text NOT NULL,
    form text NOT NULL,
    period date NOT NULL,
    number integer NOT NULL,
    form_effective_from date NOT NULL,
    figures bigint[] NOT NULL,
    absences text[],
    notes text[],
    submitted_by text NOT NULL,
    recorded_at timestamp with time zone DEFAULT ledger.now() NOT NULL,
    row_sha256 bytea NOT NULL,
    entry bigint NOT NULL,
    CONSTRAINT revisions_absences_are_known CHECK ((array_remove(absences, NULL::text) <@ ARRAY['missing'::text, 'not_applicable'::text, 'withheld'::text])),
    CONSTRAINT revisions_absent_figures_have_a_reason CHECK (((array_position(figures, NULL::bigint) IS NULL) OR (cardinality(absences) = cardinality(figures)))),
    CONSTRAINT revisions_figures_in_range CHECK ((('999999999999999999'::bigint >= ALL (figures)) AND ('-999999999999999999'::bigint <= ALL (figures)))),
    CONSTRAINT revisions_notes_match_figures CHECK (((notes IS NULL) OR (cardinality(notes) = cardinality(figures)))),
    CONSTRAINT revisions_number_positive CHECK ((number > 0))
);


--
-- Name: revisions_before_2020; Type: TABLE; Schema: ledger; Owner: -
--

CREATE TABLE ledger.revisions_before_2020 (
    unit text NOT NULL,
    form text NOT NULL,
    period date NOT NULL,
    number integer NOT NULL,
    form_effective_from date NOT NULL,
    figures bigint[] NOT NULL,
    absences text[],
    notes text[],
    submitted_by text NOT NULL,
    recorded_at timestamp with time zone DEFAULT ledger.now() NOT NULL,
    row_sha256 bytea NOT NULL,
    entry bigint NOT NULL,
    CONSTRAINT revisions_absences_are_known CHECK ((array_remove(absences, NULL::text) <@ ARRAY['missing'::text, 'not_applicable'::text, 'withheld'::text])),
    CONSTRAINT revisions_absent_figures_have_a_reason CHECK (((array_position(figures, NULL::bigint) IS NULL) OR (cardinality(absences) = cardinality(figures)))),
    CONSTRAINT revisions_figures_in_range CHECK ((('999999999999999999'::bigint >= ALL (figures)) AND ('-999999999999999999'::bigint <= ALL (figures)))),
    CONSTRAINT revisions_notes_match_figures CHECK (((notes IS NULL) OR (cardinality(notes) = cardinality(figures)))),
    CONSTRAINT revisions_number_positive CHECK ((number > 0))
);


--
-- Name: sessions_in_force; Type: VIEW; Schema: ledger; Owner: -
--

CREATE VIEW ledger.sessions_in_force AS
 SELECT sessions.token_sha256,
    sessions.id,
    sessions.account,
    sessions.purpose,
    sessions.opened_at,
    sessions.expires_at,
    sessions.idle_seconds,
    sessions.seen_at,
    sessions.network,
    sessions.label,
    sessions.limit_unit,
    sessions.limit_form
   FROM ledger.sessions sessions
  WHERE ((sessions.ended_at IS NULL) AND (sessions.expires_at > ledger.now()) AND ((sessions.idle_seconds IS NULL) OR ((sessions.seen_at + make_interval(secs => (sessions.idle_seconds)::double precision)) > ledger.now())) AND COALESCE((( SELECT account_states.state
           FROM ledger.account_states account_states
          WHERE (account_states.account = sessions.account)
          ORDER BY account_states.number DESC
         LIMIT 1) = 'enabled'::text), false) AND COALESCE((( SELECT account_expiries.expires_on
           FROM ledger.account_expiries account_expiries
          WHERE (account_expiries.account = sessions.account)
          ORDER BY account_expiries.number DESC
         LIMIT 1) >= ledger.today()), true));


--
-- Name: VIEW sessions_in_force; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON VIEW ledger.sessions_in_force IS 'Sessions that are open, of accounts that are enabled and not past their end.';


--
-- Name: sign_in_attempts; Type: TABLE; Schema: ledger; Owner: -
--

CREATE TABLE ledger.sign_in_attempts (
    number bigint NOT NULL,
    account text NOT NULL,
    network text NOT NULL,
    attempted_at timestamp with time zone DEFAULT ledger.now() NOT NULL,
    is_familiar boolean NOT NULL,
    outcome text DEFAULT 'begun'::text NOT NULL,
    CONSTRAINT sign_in_attempts_account_is_short CHECK ((length(account) <= 64)),
    CONSTRAINT sign_in_attempts_network_is_short CHECK ((length(network) <= 64)),
    CONSTRAINT sign_in_attempts_outcome_is_known CHECK ((outcome = ANY (ARRAY['begun'::text, 'failed'::text, 'undecided'::text, 'succeeded'::text])))
);


--
-- Name: TABLE sign_in_attempts; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON TABLE ledger.sign_in_attempts IS 'What was tried at the door. An attempt that is cut off stays begun, which counts as failed.';


--
-- Name: COLUMN sign_in_attempts.account; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON COLUMN ledger.sign_in_attempts.account IS 'The account; for a name that no account has, # and a part of its digest, since people type
passwords into the wrong field.';


--
-- Name: COLUMN sign_in_attempts.is_familiar; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON COLUMN ledger.sign_in_attempts.is_familiar IS 'Whether the account had signed in from this network of late: those are counted for themselves.';


--
-- Name: COLUMN sign_in_attempts.outcome; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON COLUMN ledger.sign_in_attempts.outcome IS 'Undecided where the password was right but opened nothing yet, or was not looked at.';


--
-- Name: sign_in_attempts_number_seq; Type: SEQUENCE; Schema: ledger; Owner: -
--

ALTER TABLE ledger.sign_in_attempts ALTER COLUMN number ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME ledger.sign_in_attempts_number_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: standings; Type: TABLE; Schema: ledger; Owner: -
--

CREATE TABLE ledger.standings (
    period date NOT NULL,
    scope text NOT NULL,
    kind text NOT NULL,
    number integer NOT NULL,
    peers_of text NOT NULL,
    unit text NOT NULL,
    doubled_rank integer,
    ranked integer NOT NULL,
    score bigint,
    marks bigint[] NOT NULL,
    row_sha256 bytea NOT NULL,
    CONSTRAINT standings_rank_in_range CHECK (((doubled_rank >= 2) AND (doubled_rank <= (2 * ranked))))
);


--
-- Name: TABLE standings; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON TABLE ledger.standings IS 'A unit''s place among its peers.';


--
-- Name: COLUMN standings.peers_of; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON COLUMN ledger.standings.peers_of IS 'The unit below which the peers were ranked.';


--
-- Name: COLUMN standings.doubled_rank; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON COLUMN ledger.standings.doubled_rank IS 'Twice the rank, since an average of ties may be a half; null when the unit is not ranked.';


--
-- Name: COLUMN standings.score; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON COLUMN ledger.standings.score IS 'In units of the method''s last decimal; null when the unit is not ranked.';


--
-- Name: COLUMN standings.marks; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON COLUMN ledger.standings.marks IS 'Each component''s marks in the unit of the score, in the order of the evaluation''s components.';


--
-- Name: step_decisions; Type: TABLE; Schema: ledger; Owner: -
--

CREATE TABLE ledger.step_decisions (
    scope text NOT NULL,
    unit text NOT NULL,
    number integer NOT NULL,
    ladder text NOT NULL,
    move text NOT NULL,
    from_step integer NOT NULL,
    to_step integer NOT NULL,
    period date NOT NULL,
    edition integer NOT NULL,
    decision text NOT NULL,
    reason text NOT NULL,
    document text NOT NULL,
    decided_on date NOT NULL,
    decided_by text NOT NULL,
    entry bigint NOT NULL,
    CONSTRAINT step_decisions_decision_is_known CHECK ((decision = ANY (ARRAY['accepted'::text, 'refused'::text]))),
    CONSTRAINT step_decisions_move_is_known CHECK ((move = ANY (ARRAY['enter'::text, 'exit'::text, 'withdraw'::text]))),
    CONSTRAINT step_decisions_number_positive CHECK ((number > 0)),
    CONSTRAINT step_decisions_refusal_has_a_reason CHECK (((decision = 'accepted'::text) OR (reason <> ''::text))),
    CONSTRAINT step_decisions_steps_in_range CHECK ((((from_step >= 0) AND (from_step <= 9)) AND ((to_step >= 0) AND (to_step <= 9)) AND (from_step <> to_step)))
);


--
-- Name: TABLE step_decisions; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON TABLE ledger.step_decisions IS 'What somebody decided on a move of a unit that the ladder proposed.';


--
-- Name: COLUMN step_decisions.ladder; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON COLUMN ledger.step_decisions.ladder IS 'Code and version: county-ladder/1.';


--
-- Name: COLUMN step_decisions.to_step; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON COLUMN ledger.step_decisions.to_step IS 'The step proposed; 0 beside the ladder.';


--
-- Name: COLUMN step_decisions.document; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON COLUMN ledger.step_decisions.document IS 'The number of the letter, notice or referral, as its issuer gives it; empty for none.';


--
-- Name: step_events; Type: TABLE; Schema: ledger; Owner: -
--

CREATE TABLE ledger.step_events (
    scope text NOT NULL,
    unit text NOT NULL,
    step_decision integer NOT NULL,
    number integer NOT NULL,
    kind text NOT NULL,
    words text NOT NULL,
    evidence text NOT NULL,
    against text NOT NULL,
    presiding_post text NOT NULL,
    place text NOT NULL,
    held_on date NOT NULL,
    role text NOT NULL,
    recorded_on date NOT NULL,
    recorded_by text NOT NULL,
    entry bigint NOT NULL,
    CONSTRAINT step_events_have_words CHECK ((words <> ''::text)),
    CONSTRAINT step_events_interview_says_who_and_where CHECK (((kind <> 'interview'::text) OR ((presiding_post <> ''::text) AND (place <> ''::text)))),
    CONSTRAINT step_events_kind_is_known CHECK ((kind = ANY (ARRAY['reply'::text, 'plan'::text, 'report'::text, 'progress'::text, 'objection'::text, 'objection_upheld'::text, 'objection_rejected'::text, 'interview'::text, 'recheck_passed'::text, 'recheck_failed'::text, 'acceptance_passed'::text, 'acceptance_failed'::text, 'continued'::text]))),
    CONSTRAINT step_events_number_positive CHECK ((number > 0))
);


--
-- Name: TABLE step_events; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON TABLE ledger.step_events IS 'What happened in a case, in its order. Rows are added and never changed or removed.';


--
-- Name: COLUMN step_events.step_decision; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON COLUMN ledger.step_events.step_decision IS 'The decision that opened the case.';


--
-- Name: COLUMN step_events.evidence; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON COLUMN ledger.step_events.evidence IS 'The number of the paper that shows it; empty for none.';


--
-- Name: COLUMN step_events.against; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON COLUMN ledger.step_events.against IS 'The indicator whose figure is objected to; empty for the step itself.';


--
-- Name: COLUMN step_events.presiding_post; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON COLUMN ledger.step_events.presiding_post IS 'The post that held an interview.';


--
-- Name: COLUMN step_events.role; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON COLUMN ledger.step_events.role IS 'In which role the account acted.';


--
-- Name: step_grounds; Type: TABLE; Schema: ledger; Owner: -
--

CREATE TABLE ledger.step_grounds (
    scope text NOT NULL,
    unit text NOT NULL,
    number integer NOT NULL,
    fact text NOT NULL,
    entry bigint NOT NULL
);


--
-- Name: TABLE step_grounds; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON TABLE ledger.step_grounds IS 'What was on record and gave reason for a decision besides the months.';


--
-- Name: step_triggers; Type: TABLE; Schema: ledger; Owner: -
--

CREATE TABLE ledger.step_triggers (
    scope text NOT NULL,
    unit text NOT NULL,
    number integer NOT NULL,
    fact text NOT NULL,
    authority text NOT NULL,
    document text NOT NULL,
    issued_on date NOT NULL,
    after_decision integer NOT NULL,
    recorded_on date NOT NULL,
    recorded_by text NOT NULL,
    entry bigint NOT NULL,
    CONSTRAINT step_triggers_fact_is_entered CHECK ((fact = ANY (ARRAY['listed_by_higher'::text, 'false_figures'::text]))),
    CONSTRAINT step_triggers_name_a_document CHECK (((authority <> ''::text) AND (document <> ''::text))),
    CONSTRAINT step_triggers_number_positive CHECK ((number > 0))
);


--
-- Name: TABLE step_triggers; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON TABLE ledger.step_triggers IS 'What gives reason for a step and no figure tells: entered with the number of a document.';


--
-- Name: COLUMN step_triggers.after_decision; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON COLUMN ledger.step_triggers.after_decision IS 'How many decisions on the unit there were: a later one that rests on it uses it up.';


--
-- Name: targets; Type: TABLE; Schema: ledger; Owner: -
--

CREATE TABLE ledger.targets (
    unit text NOT NULL,
    indicator text NOT NULL,
    year integer NOT NULL,
    entry bigint NOT NULL,
    kind text NOT NULL,
    goal bigint NOT NULL,
    baseline bigint,
    path bigint[],
    CONSTRAINT targets_kind_is_known CHECK ((kind = ANY (ARRAY['at_most'::text, 'at_least'::text, 'yoy_at_most_percent'::text, 'yoy_at_least_percent'::text, 'decrease_from_start'::text, 'zero'::text]))),
    CONSTRAINT targets_path_has_twelve_months CHECK (((path IS NULL) OR (cardinality(path) = 12))),
    CONSTRAINT targets_year_in_range CHECK (((year >= 2000) AND (year <= 2100)))
);


--
-- Name: TABLE targets; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON TABLE ledger.targets IS 'What an indicator of a unit must reach in a year; the one recorded last counts.';


--
-- Name: COLUMN targets.goal; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON COLUMN ledger.targets.goal IS 'In ten-thousandths (of a per cent for the yoy kinds).';


--
-- Name: COLUMN targets.baseline; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON COLUMN ledger.targets.baseline IS 'What the goal was set from, in ten-thousandths; null when none was given.';


--
-- Name: COLUMN targets.path; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON COLUMN ledger.targets.path IS 'What is to be reached by each month, cumulative, in ten-thousandths; null for equal steps.';


--
-- Name: task_decisions; Type: TABLE; Schema: ledger; Owner: -
--

CREATE TABLE ledger.task_decisions (
    list text NOT NULL,
    task text NOT NULL,
    report integer NOT NULL,
    unit text NOT NULL,
    decision text NOT NULL,
    reason text NOT NULL,
    decided_by text NOT NULL,
    recorded_at timestamp with time zone DEFAULT ledger.now() NOT NULL,
    entry bigint NOT NULL,
    CONSTRAINT task_decisions_decision_is_known CHECK ((decision = ANY (ARRAY['accept'::text, 'return'::text]))),
    CONSTRAINT task_decisions_have_a_reason CHECK ((reason <> ''::text))
);


--
-- Name: TABLE task_decisions; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON TABLE ledger.task_decisions IS 'The office accepts what was reported as done, or returns it, once for each report.';


--
-- Name: task_reports; Type: TABLE; Schema: ledger; Owner: -
--

CREATE TABLE ledger.task_reports (
    list text NOT NULL,
    task text NOT NULL,
    number integer NOT NULL,
    unit text NOT NULL,
    amount bigint,
    sentence text NOT NULL,
    is_done boolean NOT NULL,
    reported_by text NOT NULL,
    recorded_at timestamp with time zone DEFAULT ledger.now() NOT NULL,
    entry bigint NOT NULL,
    CONSTRAINT task_reports_amount_in_range CHECK (((amount >= '-999999999999999999'::bigint) AND (amount <= '999999999999999999'::bigint))),
    CONSTRAINT task_reports_have_a_sentence CHECK ((sentence <> ''::text)),
    CONSTRAINT task_reports_number_positive CHECK ((number > 0))
);


--
-- Name: TABLE task_reports; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON TABLE ledger.task_reports IS 'What units reported on tasks, in order. Rows are added and never changed or removed.';


--
-- Name: COLUMN task_reports.amount; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON COLUMN ledger.task_reports.amount IS 'How much is done, in ten-thousandths; null where nothing is counted.';


--
-- Name: task_versions; Type: TABLE; Schema: ledger; Owner: -
--

CREATE TABLE ledger.task_versions (
    list text NOT NULL,
    task text NOT NULL,
    valid_from date NOT NULL,
    words text NOT NULL,
    parent text,
    lead_unit text NOT NULL,
    responsible text[] NOT NULL,
    supporting text[] NOT NULL,
    target text NOT NULL,
    indicator text NOT NULL,
    goal_kind text,
    goal bigint,
    due_on date,
    recurrence text,
    principal_post text NOT NULL,
    deputy_post text NOT NULL,
    liaison_post text NOT NULL,
    measure text NOT NULL,
    standard text NOT NULL,
    entry bigint NOT NULL,
    CONSTRAINT task_versions_goal_is_whole CHECK (((goal_kind IS NULL) = (goal IS NULL))),
    CONSTRAINT task_versions_goal_kind_is_known CHECK ((goal_kind = ANY (ARRAY['at_least'::text, 'at_most'::text]))),
    CONSTRAINT task_versions_have_words CHECK ((words <> ''::text)),
    CONSTRAINT task_versions_once_or_again CHECK (((due_on IS NULL) OR (recurrence IS NULL))),
    CONSTRAINT task_versions_parent_is_another CHECK ((parent <> task)),
    CONSTRAINT task_versions_recurrence_is_known CHECK ((recurrence = ANY (ARRAY['week'::text, 'month'::text, 'quarter'::text, 'half_year'::text, 'year'::text])))
);


--
-- Name: TABLE task_versions; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON TABLE ledger.task_versions IS 'What a task is from a day on: its words, its units, its last day, its posts.';


--
-- Name: COLUMN task_versions.parent; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON COLUMN ledger.task_versions.parent IS 'The task of the same list that this one is a part of; null for none.';


--
-- Name: COLUMN task_versions.goal; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON COLUMN ledger.task_versions.goal IS 'Ten-thousandths; null where words say it all.';


--
-- Name: tasks; Type: TABLE; Schema: ledger; Owner: -
--

CREATE TABLE ledger.tasks (
    list text NOT NULL,
    task text NOT NULL,
    entry bigint NOT NULL,
    CONSTRAINT tasks_task_is_a_number CHECK ((task ~ '^[A-Za-z0-9][A-Za-z0-9._-]{0,19}$'::text))
);


--
-- Name: TABLE tasks; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON TABLE ledger.tasks IS 'Every task that ever was, by its list and its number there.';


--
-- Name: tile_places; Type: TABLE; Schema: ledger; Owner: -
--

CREATE TABLE ledger.tile_places (
    unit text NOT NULL,
    entry bigint NOT NULL,
    tile_row bigint,
    tile_column bigint,
    CONSTRAINT tile_places_column_in_grid CHECK (((tile_column >= 1) AND (tile_column <= 20))),
    CONSTRAINT tile_places_row_in_grid CHECK (((tile_row >= 1) AND (tile_row <= 20))),
    CONSTRAINT tile_places_whole_or_none CHECK (((tile_row IS NULL) = (tile_column IS NULL)))
);


--
-- Name: TABLE tile_places; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON TABLE ledger.tile_places IS 'Where a unit stands on the map of tiles; of a unit''s rows the one recorded last counts.';


--
-- Name: COLUMN tile_places.tile_row; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON COLUMN ledger.tile_places.tile_row IS 'Counted from the top; null where the unit has no place of its own.';


--
-- Name: unit_versions; Type: TABLE; Schema: ledger; Owner: -
--

CREATE TABLE ledger.unit_versions (
    unit text NOT NULL,
    valid_from date NOT NULL,
    entry bigint NOT NULL,
    name text NOT NULL,
    name_en text NOT NULL,
    kind text NOT NULL,
    parent text,
    peer_group text,
    is_ended boolean NOT NULL,
    CONSTRAINT unit_versions_kind_is_a_word CHECK ((kind ~ '^[a-z][a-z_]{1,31}$'::text))
);


--
-- Name: TABLE unit_versions; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON TABLE ledger.unit_versions IS 'Name, kind, parent and group of a unit from a day on, or its end.';


--
-- Name: COLUMN unit_versions.parent; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON COLUMN ledger.unit_versions.parent IS 'The unit above; null for the root.';


--
-- Name: COLUMN unit_versions.peer_group; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON COLUMN ledger.unit_versions.peer_group IS 'The group it is ranked in; null for none.';


--
-- Name: units; Type: TABLE; Schema: ledger; Owner: -
--

CREATE TABLE ledger.units (
    code text NOT NULL,
    entry bigint NOT NULL,
    CONSTRAINT units_code_is_a_code CHECK ((code ~ '^[A-Za-z0-9][A-Za-z0-9_-]{0,31}$'::text))
);


--
-- Name: TABLE units; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON TABLE ledger.units IS 'Every unit that ever was, by its code. A new code is a new unit.';


--
-- Name: used_codes; Type: TABLE; Schema: ledger; Owner: -
--

CREATE TABLE ledger.used_codes (
    account text NOT NULL,
    step bigint NOT NULL
);


--
-- Name: TABLE used_codes; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON TABLE ledger.used_codes IS 'The time steps whose code an account has used: a code that is shown again violates the key.';


--
-- Name: verifications; Type: TABLE; Schema: ledger; Owner: -
--

CREATE TABLE ledger.verifications (
    unit text NOT NULL,
    form text NOT NULL,
    period date NOT NULL,
    revision integer NOT NULL,
    indicator text NOT NULL,
    decision text NOT NULL,
    figure bigint,
    reason text NOT NULL,
    decided_by text NOT NULL,
    recorded_at timestamp with time zone DEFAULT ledger.now() NOT NULL,
    entry bigint NOT NULL,
    CONSTRAINT verifications_decision_is_known CHECK ((decision = ANY (ARRAY['confirm'::text, 'dispute'::text]))),
    CONSTRAINT verifications_dispute_has_a_figure CHECK (((decision = 'confirm'::text) OR (figure IS NOT NULL)))
);


--
-- Name: TABLE verifications; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON TABLE ledger.verifications IS 'The source agency confirms a figure, or disputes it with its own.';


--
-- Name: COLUMN verifications.figure; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON COLUMN ledger.verifications.figure IS 'The verifier''s own figure in ten-thousandths; null when it confirms.';


--
-- Name: visible_ratings; Type: VIEW; Schema: ledger; Owner: -
--

CREATE VIEW ledger.visible_ratings WITH (security_barrier='true') AS
 SELECT ratings.period,
    ratings.scope,
    ratings.kind,
    ratings.number,
    ratings.unit,
    ratings.colour,
        CASE
            WHEN (seen.everywhere OR (ratings.unit = ANY (seen.units))) THEN ratings.rules
            ELSE NULL::text[]
        END AS rules,
        CASE
            WHEN (seen.everywhere OR (ratings.unit = ANY (seen.units))) THEN ratings.indicator_colours
            ELSE NULL::text
        END AS indicator_colours
   FROM (ledger.ratings ratings
     CROSS JOIN ledger.acting_details() seen(everywhere, units))
  WHERE (( SELECT ledger.acting_everywhere(ARRAY['office'::text, 'director'::text, 'leader'::text, 'assessor'::text]) AS acting_everywhere) OR (ratings.scope = ANY (( SELECT ledger.acting_units(ARRAY['office'::text, 'director'::text, 'leader'::text, 'assessor'::text]) AS acting_units)::text[])) OR ((( SELECT ledger.acting_account() AS acting_account) IS NOT NULL) AND (EXISTS ( SELECT
           FROM ledger.editions editions
          WHERE ((editions.period = ratings.period) AND (editions.scope = ratings.scope) AND (editions.kind = ratings.kind) AND (editions.evaluation = ratings.number))))));


--
-- Name: VIEW visible_ratings; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON VIEW ledger.visible_ratings IS 'Published ratings for everybody; all of them for the office and leaders of the scope.';


--
-- Name: visible_standings; Type: VIEW; Schema: ledger; Owner: -
--

CREATE VIEW ledger.visible_standings WITH (security_barrier='true') AS
 SELECT standings.period,
    standings.scope,
    standings.kind,
    standings.number,
    standings.peers_of,
    standings.unit,
    standings.doubled_rank,
    standings.ranked,
    standings.score,
        CASE
            WHEN (seen.everywhere OR (standings.unit = ANY (seen.units))) THEN standings.marks
            ELSE NULL::bigint[]
        END AS marks
   FROM (ledger.standings standings
     CROSS JOIN ledger.acting_details() seen(everywhere, units))
  WHERE (( SELECT ledger.acting_everywhere(ARRAY['office'::text, 'director'::text, 'leader'::text, 'assessor'::text]) AS acting_everywhere) OR (standings.scope = ANY (( SELECT ledger.acting_units(ARRAY['office'::text, 'director'::text, 'leader'::text, 'assessor'::text]) AS acting_units)::text[])) OR ((( SELECT ledger.acting_account() AS acting_account) IS NOT NULL) AND (EXISTS ( SELECT
           FROM ledger.editions editions
          WHERE ((editions.period = standings.period) AND (editions.scope = standings.scope) AND (editions.kind = standings.kind) AND (editions.evaluation = standings.number))))));


--
-- Name: VIEW visible_standings; Type: COMMENT; Schema: ledger; Owner: -
--

COMMENT ON VIEW ledger.visible_standings IS 'Published standings for everybody; all of them for the office and leaders of the scope.';


--
-- Name: revisions_2020; Type: TABLE ATTACH; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.revisions ATTACH PARTITION ledger.revisions_2020 FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');


--
-- Name: revisions_2021; Type: TABLE ATTACH; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.revisions ATTACH PARTITION ledger.revisions_2021 FOR VALUES FROM ('2021-01-01') TO ('2022-01-01');


--
-- Name: revisions_2022; Type: TABLE ATTACH; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.revisions ATTACH PARTITION ledger.revisions_2022 FOR VALUES FROM ('2022-01-01') TO ('2023-01-01');


--
-- Name: revisions_2023; Type: TABLE ATTACH; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.revisions ATTACH PARTITION ledger.revisions_2023 FOR VALUES FROM ('2023-01-01') TO ('2024-01-01');


--
-- Name: revisions_2024; Type: TABLE ATTACH; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.revisions ATTACH PARTITION ledger.revisions_2024 FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');


--
-- Name: revisions_2025; Type: TABLE ATTACH; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.revisions ATTACH PARTITION ledger.revisions_2025 FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');


--
-- Name: revisions_2026; Type: TABLE ATTACH; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.revisions ATTACH PARTITION ledger.revisions_2026 FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');


--
-- Name: revisions_2027; Type: TABLE ATTACH; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.revisions ATTACH PARTITION ledger.revisions_2027 FOR VALUES FROM ('2027-01-01') TO ('2028-01-01');


--
-- Name: revisions_2028; Type: TABLE ATTACH; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.revisions ATTACH PARTITION ledger.revisions_2028 FOR VALUES FROM ('2028-01-01') TO ('2029-01-01');


--
-- Name: revisions_2029; Type: TABLE ATTACH; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.revisions ATTACH PARTITION ledger.revisions_2029 FOR VALUES FROM ('2029-01-01') TO ('2030-01-01');


--
-- Name: revisions_2030; Type: TABLE ATTACH; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.revisions ATTACH PARTITION ledger.revisions_2030 FOR VALUES FROM ('2030-01-01') TO ('2031-01-01');


--
-- Name: revisions_2031; Type: TABLE ATTACH; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.revisions ATTACH PARTITION ledger.revisions_2031 FOR VALUES FROM ('2031-01-01') TO ('2032-01-01');


--
-- Name: revisions_2032; Type: TABLE ATTACH; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.revisions ATTACH PARTITION ledger.revisions_2032 FOR VALUES FROM ('2032-01-01') TO ('2033-01-01');


--
-- Name: revisions_2033; Type: TABLE ATTACH; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.revisions ATTACH PARTITION ledger.revisions_2033 FOR VALUES FROM ('2033-01-01') TO ('2034-01-01');


--
-- Name: revisions_2034; Type: TABLE ATTACH; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.revisions ATTACH PARTITION ledger.revisions_2034 FOR VALUES FROM ('2034-01-01') TO ('2035-01-01');


--
-- Name: revisions_2035; Type: TABLE ATTACH; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.revisions ATTACH PARTITION ledger.revisions_2035 FOR VALUES FROM ('2035-01-01') TO ('2036-01-01');


--
-- Name: revisions_2036; Type: TABLE ATTACH; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.revisions ATTACH PARTITION ledger.revisions_2036 FOR VALUES FROM ('2036-01-01') TO ('2037-01-01');


--
-- Name: revisions_2037; Type: TABLE ATTACH; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.revisions ATTACH PARTITION ledger.revisions_2037 FOR VALUES FROM ('2037-01-01') TO ('2038-01-01');


--
-- Name: revisions_2038; Type: TABLE ATTACH; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.revisions ATTACH PARTITION ledger.revisions_2038 FOR VALUES FROM ('2038-01-01') TO ('2039-01-01');


--
-- Name: revisions_2039; Type: TABLE ATTACH; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.revisions ATTACH PARTITION ledger.revisions_2039 FOR VALUES FROM ('2039-01-01') TO ('2040-01-01');


--
-- Name: revisions_after_2039; Type: TABLE ATTACH; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.revisions ATTACH PARTITION ledger.revisions_after_2039 FOR VALUES FROM ('2040-01-01') TO (MAXVALUE);


--
-- Name: revisions_before_2020; Type: TABLE ATTACH; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.revisions ATTACH PARTITION ledger.revisions_before_2020 FOR VALUES FROM (MINVALUE) TO ('2020-01-01');


--
-- Name: account_expiries account_expiries_pkey; Type: CONSTRAINT; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.account_expiries
    ADD CONSTRAINT account_expiries_pkey PRIMARY KEY (account, number);


--
-- Name: account_states account_states_pkey; Type: CONSTRAINT; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.account_states
    ADD CONSTRAINT account_states_pkey PRIMARY KEY (account, number);


--
-- Name: account_unlocks account_unlocks_pkey; Type: CONSTRAINT; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.account_unlocks
    ADD CONSTRAINT account_unlocks_pkey PRIMARY KEY (account, number);


--
-- Name: accounts accounts_pkey; Type: CONSTRAINT; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.accounts
    ADD CONSTRAINT accounts_pkey PRIMARY KEY (name);


--
-- Name: assessment_sheets assessment_sheets_pkey; Type: CONSTRAINT; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.assessment_sheets
    ADD CONSTRAINT assessment_sheets_pkey PRIMARY KEY (scope, year, number, unit);


--
-- Name: assessments assessments_pkey; Type: CONSTRAINT; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.assessments
    ADD CONSTRAINT assessments_pkey PRIMARY KEY (scope, year, number);


--
-- Name: burden_limits burden_limits_pkey; Type: CONSTRAINT; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.burden_limits
    ADD CONSTRAINT burden_limits_pkey PRIMARY KEY (effective_from, entry);


--
-- Name: calendar_days calendar_days_pkey; Type: CONSTRAINT; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.calendar_days
    ADD CONSTRAINT calendar_days_pkey PRIMARY KEY (day, entry);


--
-- Name: campaign_events campaign_events_pkey; Type: CONSTRAINT; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.campaign_events
    ADD CONSTRAINT campaign_events_pkey PRIMARY KEY (campaign, number);


--
-- Name: campaigns campaigns_pkey; Type: CONSTRAINT; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.campaigns
    ADD CONSTRAINT campaigns_pkey PRIMARY KEY (campaign, entry);


--
-- Name: checkpoints checkpoints_pkey; Type: CONSTRAINT; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.checkpoints
    ADD CONSTRAINT checkpoints_pkey PRIMARY KEY (number);


--
-- Name: credentials credentials_pkey; Type: CONSTRAINT; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.credentials
    ADD CONSTRAINT credentials_pkey PRIMARY KEY (account, number);


--
-- Name: drafts drafts_pkey; Type: CONSTRAINT; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.drafts
    ADD CONSTRAINT drafts_pkey PRIMARY KEY (unit, form, period);


--
-- Name: edition_proposals edition_proposals_pkey; Type: CONSTRAINT; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.edition_proposals
    ADD CONSTRAINT edition_proposals_pkey PRIMARY KEY (period, scope, kind, evaluation, proposed_by);


--
-- Name: editions editions_evaluation_unique; Type: CONSTRAINT; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.editions
    ADD CONSTRAINT editions_evaluation_unique UNIQUE (period, scope, kind, evaluation);


--
-- Name: editions editions_pkey; Type: CONSTRAINT; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.editions
    ADD CONSTRAINT editions_pkey PRIMARY KEY (number);


--
-- Name: evaluations evaluations_pkey; Type: CONSTRAINT; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.evaluations
    ADD CONSTRAINT evaluations_pkey PRIMARY KEY (period, scope, kind, number);


--
-- Name: external_ranks external_ranks_pkey; Type: CONSTRAINT; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.external_ranks
    ADD CONSTRAINT external_ranks_pkey PRIMARY KEY (record);


--
-- Name: forms forms_fields_unique; Type: CONSTRAINT; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.forms
    ADD CONSTRAINT forms_fields_unique UNIQUE (code, effective_from);


--
-- Name: forms forms_pkey; Type: CONSTRAINT; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.forms
    ADD CONSTRAINT forms_pkey PRIMARY KEY (code, effective_from, entry);


--
-- Name: grant_ends grant_ends_pkey; Type: CONSTRAINT; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.grant_ends
    ADD CONSTRAINT grant_ends_pkey PRIMARY KEY (account, number);


--
-- Name: grants grants_pkey; Type: CONSTRAINT; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.grants
    ADD CONSTRAINT grants_pkey PRIMARY KEY (account, number);


--
-- Name: honours honours_pkey; Type: CONSTRAINT; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.honours
    ADD CONSTRAINT honours_pkey PRIMARY KEY (record);


--
-- Name: idempotency_keys idempotency_keys_pkey; Type: CONSTRAINT; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.idempotency_keys
    ADD CONSTRAINT idempotency_keys_pkey PRIMARY KEY (account, key);


--
-- Name: inbox_marks inbox_marks_pkey; Type: CONSTRAINT; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.inbox_marks
    ADD CONSTRAINT inbox_marks_pkey PRIMARY KEY (account, reminder);


--
-- Name: indicators indicators_pkey; Type: CONSTRAINT; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.indicators
    ADD CONSTRAINT indicators_pkey PRIMARY KEY (code, effective_from, entry);


--
-- Name: inspection_findings inspection_findings_pkey; Type: CONSTRAINT; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.inspection_findings
    ADD CONSTRAINT inspection_findings_pkey PRIMARY KEY (record, number);


--
-- Name: inspections inspections_pkey; Type: CONSTRAINT; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.inspections
    ADD CONSTRAINT inspections_pkey PRIMARY KEY (record);


--
-- Name: installations installations_pkey; Type: CONSTRAINT; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.installations
    ADD CONSTRAINT installations_pkey PRIMARY KEY (is_only);


--
-- Name: journal_entries journal_entries_pkey; Type: CONSTRAINT; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.journal_entries
    ADD CONSTRAINT journal_entries_pkey PRIMARY KEY (chain, seq);


--
-- Name: journal_heads journal_heads_pkey; Type: CONSTRAINT; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.journal_heads
    ADD CONSTRAINT journal_heads_pkey PRIMARY KEY (chain);


--
-- Name: matters matters_pkey; Type: CONSTRAINT; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.matters
    ADD CONSTRAINT matters_pkey PRIMARY KEY (record);


--
-- Name: meeting_addenda meeting_addenda_pkey; Type: CONSTRAINT; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.meeting_addenda
    ADD CONSTRAINT meeting_addenda_pkey PRIMARY KEY (meeting, number);


--
-- Name: meeting_attendance meeting_attendance_pkey; Type: CONSTRAINT; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.meeting_attendance
    ADD CONSTRAINT meeting_attendance_pkey PRIMARY KEY (meeting, unit, version);


--
-- Name: meeting_items meeting_items_pkey; Type: CONSTRAINT; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.meeting_items
    ADD CONSTRAINT meeting_items_pkey PRIMARY KEY (meeting, item, version);


--
-- Name: meeting_minutes meeting_minutes_pkey; Type: CONSTRAINT; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.meeting_minutes
    ADD CONSTRAINT meeting_minutes_pkey PRIMARY KEY (meeting, item, version);


--
-- Name: meeting_plans meeting_plans_pkey; Type: CONSTRAINT; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.meeting_plans
    ADD CONSTRAINT meeting_plans_pkey PRIMARY KEY (meeting, version);


--
-- Name: meeting_relays meeting_relays_pkey; Type: CONSTRAINT; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.meeting_relays
    ADD CONSTRAINT meeting_relays_pkey PRIMARY KEY (meeting, unit, version);


--
-- Name: meeting_resolutions meeting_resolutions_pkey; Type: CONSTRAINT; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.meeting_resolutions
    ADD CONSTRAINT meeting_resolutions_pkey PRIMARY KEY (meeting, resolution, version);


--
-- Name: meeting_steps meeting_steps_pkey; Type: CONSTRAINT; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.meeting_steps
    ADD CONSTRAINT meeting_steps_pkey PRIMARY KEY (meeting, step);


--
-- Name: meeting_tasks meeting_tasks_pkey; Type: CONSTRAINT; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.meeting_tasks
    ADD CONSTRAINT meeting_tasks_pkey PRIMARY KEY (meeting, resolution);


--
-- Name: meeting_tasks meeting_tasks_task_unique; Type: CONSTRAINT; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.meeting_tasks
    ADD CONSTRAINT meeting_tasks_task_unique UNIQUE (list, task);


--
-- Name: method_approvals method_approvals_pkey; Type: CONSTRAINT; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.method_approvals
    ADD CONSTRAINT method_approvals_pkey PRIMARY KEY (scope, kind, code, version);


--
-- Name: methods methods_pkey; Type: CONSTRAINT; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.methods
    ADD CONSTRAINT methods_pkey PRIMARY KEY (scope, kind, code, version);


--
-- Name: month_events month_events_pkey; Type: CONSTRAINT; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.month_events
    ADD CONSTRAINT month_events_pkey PRIMARY KEY (period, number);


--
-- Name: nofraud_standards nofraud_standards_pkey; Type: CONSTRAINT; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.nofraud_standards
    ADD CONSTRAINT nofraud_standards_pkey PRIMARY KEY (kind, version);


--
-- Name: nofraud_units nofraud_units_pkey; Type: CONSTRAINT; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.nofraud_units
    ADD CONSTRAINT nofraud_units_pkey PRIMARY KEY (record);


--
-- Name: notices notices_pkey; Type: CONSTRAINT; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.notices
    ADD CONSTRAINT notices_pkey PRIMARY KEY (record);


--
-- Name: policies policies_pkey; Type: CONSTRAINT; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.policies
    ADD CONSTRAINT policies_pkey PRIMARY KEY (name, number);


--
-- Name: policy_documents policy_documents_pkey; Type: CONSTRAINT; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.policy_documents
    ADD CONSTRAINT policy_documents_pkey PRIMARY KEY (record);


--
-- Name: population_sources population_sources_pkey; Type: CONSTRAINT; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.population_sources
    ADD CONSTRAINT population_sources_pkey PRIMARY KEY (unit, as_of, entry);


--
-- Name: populations populations_pkey; Type: CONSTRAINT; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.populations
    ADD CONSTRAINT populations_pkey PRIMARY KEY (unit, as_of, entry);


--
-- Name: ratings ratings_pkey; Type: CONSTRAINT; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.ratings
    ADD CONSTRAINT ratings_pkey PRIMARY KEY (period, scope, kind, number, unit);


--
-- Name: record_events record_events_pkey; Type: CONSTRAINT; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.record_events
    ADD CONSTRAINT record_events_pkey PRIMARY KEY (record, number);


--
-- Name: records records_of_unit_unique; Type: CONSTRAINT; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.records
    ADD CONSTRAINT records_of_unit_unique UNIQUE (record, unit);


--
-- Name: records records_pkey; Type: CONSTRAINT; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.records
    ADD CONSTRAINT records_pkey PRIMARY KEY (record);


--
-- Name: recoveries recoveries_pkey; Type: CONSTRAINT; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.recoveries
    ADD CONSTRAINT recoveries_pkey PRIMARY KEY (number);


--
-- Name: responsibility_lists responsibility_lists_pkey; Type: CONSTRAINT; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.responsibility_lists
    ADD CONSTRAINT responsibility_lists_pkey PRIMARY KEY (list, entry);


--
-- Name: reviews reviews_pkey; Type: CONSTRAINT; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.reviews
    ADD CONSTRAINT reviews_pkey PRIMARY KEY (unit, form, period, revision, stage);


--
-- Name: revisions revisions_pkey; Type: CONSTRAINT; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.revisions
    ADD CONSTRAINT revisions_pkey PRIMARY KEY (unit, form, period, number);


--
-- Name: revisions_2020 revisions_2020_pkey; Type: CONSTRAINT; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.revisions_2020
    ADD CONSTRAINT revisions_2020_pkey PRIMARY KEY (unit, form, period, number);


--
-- Name: revisions_2021 revisions_2021_pkey; Type: CONSTRAINT; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.revisions_2021
    ADD CONSTRAINT revisions_2021_pkey PRIMARY KEY (unit, form, period, number);


--
-- Name: revisions_2022 revisions_2022_pkey; Type: CONSTRAINT; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.revisions_2022
    ADD CONSTRAINT revisions_2022_pkey PRIMARY KEY (unit, form, period, number);


--
-- Name: revisions_2023 revisions_2023_pkey; Type: CONSTRAINT; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.revisions_2023
    ADD CONSTRAINT revisions_2023_pkey PRIMARY KEY (unit, form, period, number);


--
-- Name: revisions_2024 revisions_2024_pkey; Type: CONSTRAINT; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.revisions_2024
    ADD CONSTRAINT revisions_2024_pkey PRIMARY KEY (unit, form, period, number);


--
-- Name: revisions_2025 revisions_2025_pkey; Type: CONSTRAINT; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.revisions_2025
    ADD CONSTRAINT revisions_2025_pkey PRIMARY KEY (unit, form, period, number);


--
-- Name: revisions_2026 revisions_2026_pkey; Type: CONSTRAINT; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.revisions_2026
    ADD CONSTRAINT revisions_2026_pkey PRIMARY KEY (unit, form, period, number);


--
-- Name: revisions_2027 revisions_2027_pkey; Type: CONSTRAINT; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.revisions_2027
    ADD CONSTRAINT revisions_2027_pkey PRIMARY KEY (unit, form, period, number);


--
-- Name: revisions_2028 revisions_2028_pkey; Type: CONSTRAINT; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.revisions_2028
    ADD CONSTRAINT revisions_2028_pkey PRIMARY KEY (unit, form, period, number);


--
-- Name: revisions_2029 revisions_2029_pkey; Type: CONSTRAINT; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.revisions_2029
    ADD CONSTRAINT revisions_2029_pkey PRIMARY KEY (unit, form, period, number);


--
-- Name: revisions_2030 revisions_2030_pkey; Type: CONSTRAINT; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.revisions_2030
    ADD CONSTRAINT revisions_2030_pkey PRIMARY KEY (unit, form, period, number);


--
-- Name: revisions_2031 revisions_2031_pkey; Type: CONSTRAINT; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.revisions_2031
    ADD CONSTRAINT revisions_2031_pkey PRIMARY KEY (unit, form, period, number);


--
-- Name: revisions_2032 revisions_2032_pkey; Type: CONSTRAINT; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.revisions_2032
    ADD CONSTRAINT revisions_2032_pkey PRIMARY KEY (unit, form, period, number);


--
-- Name: revisions_2033 revisions_2033_pkey; Type: CONSTRAINT; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.revisions_2033
    ADD CONSTRAINT revisions_2033_pkey PRIMARY KEY (unit, form, period, number);


--
-- Name: revisions_2034 revisions_2034_pkey; Type: CONSTRAINT; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.revisions_2034
    ADD CONSTRAINT revisions_2034_pkey PRIMARY KEY (unit, form, period, number);


--
-- Name: revisions_2035 revisions_2035_pkey; Type: CONSTRAINT; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.revisions_2035
    ADD CONSTRAINT revisions_2035_pkey PRIMARY KEY (unit, form, period, number);


--
-- Name: revisions_2036 revisions_2036_pkey; Type: CONSTRAINT; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.revisions_2036
    ADD CONSTRAINT revisions_2036_pkey PRIMARY KEY (unit, form, period, number);


--
-- Name: revisions_2037 revisions_2037_pkey; Type: CONSTRAINT; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.revisions_2037
    ADD CONSTRAINT revisions_2037_pkey PRIMARY KEY (unit, form, period, number);


--
-- Name: revisions_2038 revisions_2038_pkey; Type: CONSTRAINT; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.revisions_2038
    ADD CONSTRAINT revisions_2038_pkey PRIMARY KEY (unit, form, period, number);


--
-- Name: revisions_2039 revisions_2039_pkey; Type: CONSTRAINT; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.revisions_2039
    ADD CONSTRAINT revisions_2039_pkey PRIMARY KEY (unit, form, period, number);


--
-- Name: revisions_after_2039 revisions_after_2039_pkey; Type: CONSTRAINT; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.revisions_after_2039
    ADD CONSTRAINT revisions_after_2039_pkey PRIMARY KEY (unit, form, period, number);


--
-- Name: revisions_before_2020 revisions_before_2020_pkey; Type: CONSTRAINT; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.revisions_before_2020
    ADD CONSTRAINT revisions_before_2020_pkey PRIMARY KEY (unit, form, period, number);


--
-- Name: second_factors second_factors_pkey; Type: CONSTRAINT; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.second_factors
    ADD CONSTRAINT second_factors_pkey PRIMARY KEY (account, number);


--
-- Name: sessions sessions_id_unique; Type: CONSTRAINT; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.sessions
    ADD CONSTRAINT sessions_id_unique UNIQUE (id);


--
-- Name: sessions sessions_pkey; Type: CONSTRAINT; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.sessions
    ADD CONSTRAINT sessions_pkey PRIMARY KEY (token_sha256);


--
-- Name: sign_in_attempts sign_in_attempts_pkey; Type: CONSTRAINT; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.sign_in_attempts
    ADD CONSTRAINT sign_in_attempts_pkey PRIMARY KEY (number);


--
-- Name: standings standings_pkey; Type: CONSTRAINT; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.standings
    ADD CONSTRAINT standings_pkey PRIMARY KEY (period, scope, kind, number, peers_of, unit);


--
-- Name: step_decisions step_decisions_pkey; Type: CONSTRAINT; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.step_decisions
    ADD CONSTRAINT step_decisions_pkey PRIMARY KEY (scope, unit, number);


--
-- Name: step_events step_events_pkey; Type: CONSTRAINT; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.step_events
    ADD CONSTRAINT step_events_pkey PRIMARY KEY (scope, unit, step_decision, number);


--
-- Name: step_grounds step_grounds_pkey; Type: CONSTRAINT; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.step_grounds
    ADD CONSTRAINT step_grounds_pkey PRIMARY KEY (scope, unit, number, fact);


--
-- Name: step_triggers step_triggers_document_unique; Type: CONSTRAINT; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.step_triggers
    ADD CONSTRAINT step_triggers_document_unique UNIQUE (scope, unit, fact, document);


--
-- Name: step_triggers step_triggers_pkey; Type: CONSTRAINT; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.step_triggers
    ADD CONSTRAINT step_triggers_pkey PRIMARY KEY (scope, unit, number);


--
-- Name: targets targets_pkey; Type: CONSTRAINT; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.targets
    ADD CONSTRAINT targets_pkey PRIMARY KEY (unit, indicator, year, kind, entry);


--
-- Name: task_decisions task_decisions_pkey; Type: CONSTRAINT; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.task_decisions
    ADD CONSTRAINT task_decisions_pkey PRIMARY KEY (list, task, report);


--
-- Name: task_reports task_reports_pkey; Type: CONSTRAINT; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.task_reports
    ADD CONSTRAINT task_reports_pkey PRIMARY KEY (list, task, number);


--
-- Name: task_versions task_versions_pkey; Type: CONSTRAINT; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.task_versions
    ADD CONSTRAINT task_versions_pkey PRIMARY KEY (list, task, valid_from, entry);


--
-- Name: tasks tasks_pkey; Type: CONSTRAINT; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.tasks
    ADD CONSTRAINT tasks_pkey PRIMARY KEY (list, task);


--
-- Name: tile_places tile_places_pkey; Type: CONSTRAINT; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.tile_places
    ADD CONSTRAINT tile_places_pkey PRIMARY KEY (unit, entry);


--
-- Name: unit_versions unit_versions_pkey; Type: CONSTRAINT; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.unit_versions
    ADD CONSTRAINT unit_versions_pkey PRIMARY KEY (unit, valid_from, entry);


--
-- Name: units units_pkey; Type: CONSTRAINT; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.units
    ADD CONSTRAINT units_pkey PRIMARY KEY (code);


--
-- Name: used_codes used_codes_pkey; Type: CONSTRAINT; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.used_codes
    ADD CONSTRAINT used_codes_pkey PRIMARY KEY (account, step);


--
-- Name: verifications verifications_pkey; Type: CONSTRAINT; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.verifications
    ADD CONSTRAINT verifications_pkey PRIMARY KEY (unit, form, period, revision, indicator);


--
-- Name: campaign_events_closed_once; Type: INDEX; Schema: ledger; Owner: -
--

CREATE UNIQUE INDEX campaign_events_closed_once ON ledger.campaign_events USING btree (campaign) WHERE (act = 'close'::text);


--
-- Name: inspections_by_unit; Type: INDEX; Schema: ledger; Owner: -
--

CREATE INDEX inspections_by_unit ON ledger.inspections USING btree (by_unit);


--
-- Name: journal_entries_transaction; Type: INDEX; Schema: ledger; Owner: -
--

CREATE INDEX journal_entries_transaction ON ledger.journal_entries USING btree (transaction, chain COLLATE "C", seq);


--
-- Name: meeting_relays_on; Type: INDEX; Schema: ledger; Owner: -
--

CREATE INDEX meeting_relays_on ON ledger.meeting_relays USING btree (relayed_on);


--
-- Name: nofraud_units_standard; Type: INDEX; Schema: ledger; Owner: -
--

CREATE INDEX nofraud_units_standard ON ledger.nofraud_units USING btree (kind, standard);


--
-- Name: records_unit; Type: INDEX; Schema: ledger; Owner: -
--

CREATE INDEX records_unit ON ledger.records USING btree (unit);


--
-- Name: reviews_accepted; Type: INDEX; Schema: ledger; Owner: -
--

CREATE INDEX reviews_accepted ON ledger.reviews USING btree (period, unit, form) WHERE ((stage = 'office'::text) AND (decision = 'approve'::text));


--
-- Name: sessions_account; Type: INDEX; Schema: ledger; Owner: -
--

CREATE INDEX sessions_account ON ledger.sessions USING btree (account);


--
-- Name: sessions_limit_unit; Type: INDEX; Schema: ledger; Owner: -
--

CREATE INDEX sessions_limit_unit ON ledger.sessions USING btree (limit_unit);


--
-- Name: sign_in_attempts_account; Type: INDEX; Schema: ledger; Owner: -
--

CREATE INDEX sign_in_attempts_account ON ledger.sign_in_attempts USING btree (account, network, number);


--
-- Name: sign_in_attempts_attempted_at; Type: INDEX; Schema: ledger; Owner: -
--

CREATE INDEX sign_in_attempts_attempted_at ON ledger.sign_in_attempts USING btree (attempted_at);


--
-- Name: step_events_continued_once; Type: INDEX; Schema: ledger; Owner: -
--

CREATE UNIQUE INDEX step_events_continued_once ON ledger.step_events USING btree (scope, unit, step_decision) WHERE (kind = 'continued'::text);


--
-- Name: step_events_objection_decided_once; Type: INDEX; Schema: ledger; Owner: -
--

CREATE UNIQUE INDEX step_events_objection_decided_once ON ledger.step_events USING btree (scope, unit, step_decision) WHERE (kind = ANY (ARRAY['objection_upheld'::text, 'objection_rejected'::text]));


--
-- Name: task_versions_lead; Type: INDEX; Schema: ledger; Owner: -
--

CREATE INDEX task_versions_lead ON ledger.task_versions USING btree (lead_unit);


--
-- Name: task_versions_parent; Type: INDEX; Schema: ledger; Owner: -
--

CREATE INDEX task_versions_parent ON ledger.task_versions USING btree (list, parent);


--
-- Name: unit_versions_parent; Type: INDEX; Schema: ledger; Owner: -
--

CREATE INDEX unit_versions_parent ON ledger.unit_versions USING btree (parent);


--
-- Name: revisions_2020_pkey; Type: INDEX ATTACH; Schema: ledger; Owner: -
--

ALTER INDEX ledger.revisions_pkey ATTACH PARTITION ledger.revisions_2020_pkey;


--
-- Name: revisions_2021_pkey; Type: INDEX ATTACH; Schema: ledger; Owner: -
--

ALTER INDEX ledger.revisions_pkey ATTACH PARTITION ledger.revisions_2021_pkey;


--
-- Name: revisions_2022_pkey; Type: INDEX ATTACH; Schema: ledger; Owner: -
--

ALTER INDEX ledger.revisions_pkey ATTACH PARTITION ledger.revisions_2022_pkey;


--
-- Name: revisions_2023_pkey; Type: INDEX ATTACH; Schema: ledger; Owner: -
--

ALTER INDEX ledger.revisions_pkey ATTACH PARTITION ledger.revisions_2023_pkey;


--
-- Name: revisions_2024_pkey; Type: INDEX ATTACH; Schema: ledger; Owner: -
--

ALTER INDEX ledger.revisions_pkey ATTACH PARTITION ledger.revisions_2024_pkey;


--
-- Name: revisions_2025_pkey; Type: INDEX ATTACH; Schema: ledger; Owner: -
--

ALTER INDEX ledger.revisions_pkey ATTACH PARTITION ledger.revisions_2025_pkey;


--
-- Name: revisions_2026_pkey; Type: INDEX ATTACH; Schema: ledger; Owner: -
--

ALTER INDEX ledger.revisions_pkey ATTACH PARTITION ledger.revisions_2026_pkey;


--
-- Name: revisions_2027_pkey; Type: INDEX ATTACH; Schema: ledger; Owner: -
--

ALTER INDEX ledger.revisions_pkey ATTACH PARTITION ledger.revisions_2027_pkey;


--
-- Name: revisions_2028_pkey; Type: INDEX ATTACH; Schema: ledger; Owner: -
--

ALTER INDEX ledger.revisions_pkey ATTACH PARTITION ledger.revisions_2028_pkey;


--
-- Name: revisions_2029_pkey; Type: INDEX ATTACH; Schema: ledger; Owner: -
--

ALTER INDEX ledger.revisions_pkey ATTACH PARTITION ledger.revisions_2029_pkey;


--
-- Name: revisions_2030_pkey; Type: INDEX ATTACH; Schema: ledger; Owner: -
--

ALTER INDEX ledger.revisions_pkey ATTACH PARTITION ledger.revisions_2030_pkey;


--
-- Name: revisions_2031_pkey; Type: INDEX ATTACH; Schema: ledger; Owner: -
--

ALTER INDEX ledger.revisions_pkey ATTACH PARTITION ledger.revisions_2031_pkey;


--
-- Name: revisions_2032_pkey; Type: INDEX ATTACH; Schema: ledger; Owner: -
--

ALTER INDEX ledger.revisions_pkey ATTACH PARTITION ledger.revisions_2032_pkey;


--
-- Name: revisions_2033_pkey; Type: INDEX ATTACH; Schema: ledger; Owner: -
--

ALTER INDEX ledger.revisions_pkey ATTACH PARTITION ledger.revisions_2033_pkey;


--
-- Name: revisions_2034_pkey; Type: INDEX ATTACH; Schema: ledger; Owner: -
--

ALTER INDEX ledger.revisions_pkey ATTACH PARTITION ledger.revisions_2034_pkey;


--
-- Name: revisions_2035_pkey; Type: INDEX ATTACH; Schema: ledger; Owner: -
--

ALTER INDEX ledger.revisions_pkey ATTACH PARTITION ledger.revisions_2035_pkey;


--
-- Name: revisions_2036_pkey; Type: INDEX ATTACH; Schema: ledger; Owner: -
--

ALTER INDEX ledger.revisions_pkey ATTACH PARTITION ledger.revisions_2036_pkey;


--
-- Name: revisions_2037_pkey; Type: INDEX ATTACH; Schema: ledger; Owner: -
--

ALTER INDEX ledger.revisions_pkey ATTACH PARTITION ledger.revisions_2037_pkey;


--
-- Name: revisions_2038_pkey; Type: INDEX ATTACH; Schema: ledger; Owner: -
--

ALTER INDEX ledger.revisions_pkey ATTACH PARTITION ledger.revisions_2038_pkey;


--
-- Name: revisions_2039_pkey; Type: INDEX ATTACH; Schema: ledger; Owner: -
--

ALTER INDEX ledger.revisions_pkey ATTACH PARTITION ledger.revisions_2039_pkey;


--
-- Name: revisions_after_2039_pkey; Type: INDEX ATTACH; Schema: ledger; Owner: -
--

ALTER INDEX ledger.revisions_pkey ATTACH PARTITION ledger.revisions_after_2039_pkey;


--
-- Name: revisions_before_2020_pkey; Type: INDEX ATTACH; Schema: ledger; Owner: -
--

ALTER INDEX ledger.revisions_pkey ATTACH PARTITION ledger.revisions_before_2020_pkey;


--
-- Name: account_expiries account_expiries_announced; Type: TRIGGER; Schema: ledger; Owner: -
--

CREATE TRIGGER account_expiries_announced AFTER INSERT ON ledger.account_expiries FOR EACH ROW EXECUTE FUNCTION ledger.announce_sessions();


--
-- Name: account_expiries account_expiries_append_only; Type: TRIGGER; Schema: ledger; Owner: -
--

CREATE TRIGGER account_expiries_append_only BEFORE DELETE OR UPDATE ON ledger.account_expiries FOR EACH ROW EXECUTE FUNCTION ledger.refuse_change();


--
-- Name: account_expiries account_expiries_no_truncate; Type: TRIGGER; Schema: ledger; Owner: -
--

CREATE TRIGGER account_expiries_no_truncate BEFORE TRUNCATE ON ledger.account_expiries FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_change();


--
-- Name: account_states account_states_announced; Type: TRIGGER; Schema: ledger; Owner: -
--

CREATE TRIGGER account_states_announced AFTER INSERT ON ledger.account_states FOR EACH ROW EXECUTE FUNCTION ledger.announce_sessions();


--
-- Name: account_states account_states_append_only; Type: TRIGGER; Schema: ledger; Owner: -
--

CREATE TRIGGER account_states_append_only BEFORE DELETE OR UPDATE ON ledger.account_states FOR EACH ROW EXECUTE FUNCTION ledger.refuse_change();


--
-- Name: account_states account_states_end_sessions; Type: TRIGGER; Schema: ledger; Owner: -
--

CREATE TRIGGER account_states_end_sessions AFTER INSERT ON ledger.account_states FOR EACH ROW WHEN ((new.state = 'disabled'::text)) EXECUTE FUNCTION ledger.end_sessions_of_disabled();


--
-- Name: account_states account_states_no_truncate; Type: TRIGGER; Schema: ledger; Owner: -
--

CREATE TRIGGER account_states_no_truncate BEFORE TRUNCATE ON ledger.account_states FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_change();


--
-- Name: account_unlocks account_unlocks_append_only; Type: TRIGGER; Schema: ledger; Owner: -
--

CREATE TRIGGER account_unlocks_append_only BEFORE DELETE OR UPDATE ON ledger.account_unlocks FOR EACH ROW EXECUTE FUNCTION ledger.refuse_change();


--
-- Name: account_unlocks account_unlocks_no_truncate; Type: TRIGGER; Schema: ledger; Owner: -
--

CREATE TRIGGER account_unlocks_no_truncate BEFORE TRUNCATE ON ledger.account_unlocks FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_change();


--
-- Name: accounts accounts_append_only; Type: TRIGGER; Schema: ledger; Owner: -
--

CREATE TRIGGER accounts_append_only BEFORE DELETE OR UPDATE ON ledger.accounts FOR EACH ROW EXECUTE FUNCTION ledger.refuse_change();


--
-- Name: accounts accounts_no_truncate; Type: TRIGGER; Schema: ledger; Owner: -
--

CREATE TRIGGER accounts_no_truncate BEFORE TRUNCATE ON ledger.accounts FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_change();


--
-- Name: assessment_sheets assessment_sheets_append_only; Type: TRIGGER; Schema: ledger; Owner: -
--

CREATE TRIGGER assessment_sheets_append_only BEFORE DELETE OR UPDATE ON ledger.assessment_sheets FOR EACH ROW EXECUTE FUNCTION ledger.refuse_change();


--
-- Name: assessment_sheets assessment_sheets_no_truncate; Type: TRIGGER; Schema: ledger; Owner: -
--

CREATE TRIGGER assessment_sheets_no_truncate BEFORE TRUNCATE ON ledger.assessment_sheets FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_change();


--
-- Name: assessments assessments_append_only; Type: TRIGGER; Schema: ledger; Owner: -
--

CREATE TRIGGER assessments_append_only BEFORE DELETE OR UPDATE ON ledger.assessments FOR EACH ROW EXECUTE FUNCTION ledger.refuse_change();


--
-- Name: assessments assessments_no_truncate; Type: TRIGGER; Schema: ledger; Owner: -
--

CREATE TRIGGER assessments_no_truncate BEFORE TRUNCATE ON ledger.assessments FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_change();


--
-- Name: burden_limits burden_limits_append_only; Type: TRIGGER; Schema: ledger; Owner: -
--

CREATE TRIGGER burden_limits_append_only BEFORE DELETE OR UPDATE ON ledger.burden_limits FOR EACH ROW EXECUTE FUNCTION ledger.refuse_change();


--
-- Name: burden_limits burden_limits_no_truncate; Type: TRIGGER; Schema: ledger; Owner: -
--

CREATE TRIGGER burden_limits_no_truncate BEFORE TRUNCATE ON ledger.burden_limits FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_change();


--
-- Name: calendar_days calendar_days_append_only; Type: TRIGGER; Schema: ledger; Owner: -
--

CREATE TRIGGER calendar_days_append_only BEFORE DELETE OR UPDATE ON ledger.calendar_days FOR EACH ROW EXECUTE FUNCTION ledger.refuse_change();


--
-- Name: calendar_days calendar_days_no_truncate; Type: TRIGGER; Schema: ledger; Owner: -
--

CREATE TRIGGER calendar_days_no_truncate BEFORE TRUNCATE ON ledger.calendar_days FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_change();


--
-- Name: campaign_events campaign_events_append_only; Type: TRIGGER; Schema: ledger; Owner: -
--

CREATE TRIGGER campaign_events_append_only BEFORE DELETE OR UPDATE ON ledger.campaign_events FOR EACH ROW EXECUTE FUNCTION ledger.refuse_change();


--
-- Name: campaign_events campaign_events_no_truncate; Type: TRIGGER; Schema: ledger; Owner: -
--

CREATE TRIGGER campaign_events_no_truncate BEFORE TRUNCATE ON ledger.campaign_events FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_change();


--
-- Name: campaigns campaigns_append_only; Type: TRIGGER; Schema: ledger; Owner: -
--

CREATE TRIGGER campaigns_append_only BEFORE DELETE OR UPDATE ON ledger.campaigns FOR EACH ROW EXECUTE FUNCTION ledger.refuse_change();


--
-- Name: campaigns campaigns_no_truncate; Type: TRIGGER; Schema: ledger; Owner: -
--

CREATE TRIGGER campaigns_no_truncate BEFORE TRUNCATE ON ledger.campaigns FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_change();


--
-- Name: checkpoints checkpoints_append_only; Type: TRIGGER; Schema: ledger; Owner: -
--

CREATE TRIGGER checkpoints_append_only BEFORE DELETE OR UPDATE ON ledger.checkpoints FOR EACH ROW EXECUTE FUNCTION ledger.refuse_change();


--
-- Name: checkpoints checkpoints_no_truncate; Type: TRIGGER; Schema: ledger; Owner: -
--

CREATE TRIGGER checkpoints_no_truncate BEFORE TRUNCATE ON ledger.checkpoints FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_change();


--
-- Name: credentials credentials_announced; Type: TRIGGER; Schema: ledger; Owner: -
--

CREATE TRIGGER credentials_announced AFTER INSERT ON ledger.credentials FOR EACH ROW EXECUTE FUNCTION ledger.announce_sessions();


--
-- Name: credentials credentials_append_only; Type: TRIGGER; Schema: ledger; Owner: -
--

CREATE TRIGGER credentials_append_only BEFORE DELETE OR UPDATE ON ledger.credentials FOR EACH ROW EXECUTE FUNCTION ledger.refuse_change();


--
-- Name: credentials credentials_no_truncate; Type: TRIGGER; Schema: ledger; Owner: -
--

CREATE TRIGGER credentials_no_truncate BEFORE TRUNCATE ON ledger.credentials FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_change();


--
-- Name: edition_proposals edition_proposals_append_only; Type: TRIGGER; Schema: ledger; Owner: -
--

CREATE TRIGGER edition_proposals_append_only BEFORE DELETE OR UPDATE ON ledger.edition_proposals FOR EACH ROW EXECUTE FUNCTION ledger.refuse_change();


--
-- Name: edition_proposals edition_proposals_no_truncate; Type: TRIGGER; Schema: ledger; Owner: -
--

CREATE TRIGGER edition_proposals_no_truncate BEFORE TRUNCATE ON ledger.edition_proposals FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_change();


--
-- Name: editions editions_announced; Type: TRIGGER; Schema: ledger; Owner: -
--

CREATE TRIGGER editions_announced AFTER INSERT ON ledger.editions FOR EACH STATEMENT EXECUTE FUNCTION ledger.announce('ledger_editions', '');


--
-- Name: editions editions_append_only; Type: TRIGGER; Schema: ledger; Owner: -
--

CREATE TRIGGER editions_append_only BEFORE DELETE OR UPDATE ON ledger.editions FOR EACH ROW EXECUTE FUNCTION ledger.refuse_change();


--
-- Name: editions editions_no_truncate; Type: TRIGGER; Schema: ledger; Owner: -
--

CREATE TRIGGER editions_no_truncate BEFORE TRUNCATE ON ledger.editions FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_change();


--
-- Name: evaluations evaluations_append_only; Type: TRIGGER; Schema: ledger; Owner: -
--

CREATE TRIGGER evaluations_append_only BEFORE DELETE OR UPDATE ON ledger.evaluations FOR EACH ROW EXECUTE FUNCTION ledger.refuse_change();


--
-- Name: evaluations evaluations_no_truncate; Type: TRIGGER; Schema: ledger; Owner: -
--

CREATE TRIGGER evaluations_no_truncate BEFORE TRUNCATE ON ledger.evaluations FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_change();


--
-- Name: external_ranks external_ranks_append_only; Type: TRIGGER; Schema: ledger; Owner: -
--

CREATE TRIGGER external_ranks_append_only BEFORE DELETE OR UPDATE ON ledger.external_ranks FOR EACH ROW EXECUTE FUNCTION ledger.refuse_change();


--
-- Name: external_ranks external_ranks_no_truncate; Type: TRIGGER; Schema: ledger; Owner: -
--

CREATE TRIGGER external_ranks_no_truncate BEFORE TRUNCATE ON ledger.external_ranks FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_change();


--
-- Name: forms forms_append_only; Type: TRIGGER; Schema: ledger; Owner: -
--

CREATE TRIGGER forms_append_only BEFORE DELETE OR UPDATE ON ledger.forms FOR EACH ROW EXECUTE FUNCTION ledger.refuse_change();


--
-- Name: forms forms_frequency_stays; Type: TRIGGER; Schema: ledger; Owner: -
--

CREATE TRIGGER forms_frequency_stays AFTER INSERT ON ledger.forms FOR EACH ROW EXECUTE FUNCTION ledger.refuse_other_frequency();


--
-- Name: forms forms_no_truncate; Type: TRIGGER; Schema: ledger; Owner: -
--

CREATE TRIGGER forms_no_truncate BEFORE TRUNCATE ON ledger.forms FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_change();


--
-- Name: grant_ends grant_ends_announced; Type: TRIGGER; Schema: ledger; Owner: -
--

CREATE TRIGGER grant_ends_announced AFTER INSERT ON ledger.grant_ends FOR EACH ROW EXECUTE FUNCTION ledger.announce_sessions();


--
-- Name: grant_ends grant_ends_append_only; Type: TRIGGER; Schema: ledger; Owner: -
--

CREATE TRIGGER grant_ends_append_only BEFORE DELETE OR UPDATE ON ledger.grant_ends FOR EACH ROW EXECUTE FUNCTION ledger.refuse_change();


--
-- Name: grant_ends grant_ends_no_truncate; Type: TRIGGER; Schema: ledger; Owner: -
--

CREATE TRIGGER grant_ends_no_truncate BEFORE TRUNCATE ON ledger.grant_ends FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_change();


--
-- Name: grants grants_administrators_exclude_others; Type: TRIGGER; Schema: ledger; Owner: -
--

CREATE TRIGGER grants_administrators_exclude_others BEFORE INSERT ON ledger.grants FOR EACH ROW EXECUTE FUNCTION ledger.refuse_excluded_roles();


--
-- Name: grants grants_announced; Type: TRIGGER; Schema: ledger; Owner: -
--

CREATE TRIGGER grants_announced AFTER INSERT ON ledger.grants FOR EACH ROW EXECUTE FUNCTION ledger.announce_sessions();


--
-- Name: grants grants_append_only; Type: TRIGGER; Schema: ledger; Owner: -
--

CREATE TRIGGER grants_append_only BEFORE DELETE OR UPDATE ON ledger.grants FOR EACH ROW EXECUTE FUNCTION ledger.refuse_change();


--
-- Name: grants grants_no_truncate; Type: TRIGGER; Schema: ledger; Owner: -
--

CREATE TRIGGER grants_no_truncate BEFORE TRUNCATE ON ledger.grants FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_change();


--
-- Name: grants grants_of_the_whole_are_whole; Type: TRIGGER; Schema: ledger; Owner: -
--

CREATE TRIGGER grants_of_the_whole_are_whole AFTER INSERT ON ledger.grants FOR EACH ROW EXECUTE FUNCTION ledger.refuse_narrow_grant();


--
-- Name: honours honours_append_only; Type: TRIGGER; Schema: ledger; Owner: -
--

CREATE TRIGGER honours_append_only BEFORE DELETE OR UPDATE ON ledger.honours FOR EACH ROW EXECUTE FUNCTION ledger.refuse_change();


--
-- Name: honours honours_no_truncate; Type: TRIGGER; Schema: ledger; Owner: -
--

CREATE TRIGGER honours_no_truncate BEFORE TRUNCATE ON ledger.honours FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_change();


--
-- Name: idempotency_keys idempotency_keys_append_only; Type: TRIGGER; Schema: ledger; Owner: -
--

CREATE TRIGGER idempotency_keys_append_only BEFORE DELETE OR UPDATE ON ledger.idempotency_keys FOR EACH ROW EXECUTE FUNCTION ledger.refuse_change();


--
-- Name: idempotency_keys idempotency_keys_no_truncate; Type: TRIGGER; Schema: ledger; Owner: -
--

CREATE TRIGGER idempotency_keys_no_truncate BEFORE TRUNCATE ON ledger.idempotency_keys FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_change();


--
-- Name: indicators indicators_announced; Type: TRIGGER; Schema: ledger; Owner: -
--

CREATE TRIGGER indicators_announced AFTER INSERT ON ledger.indicators FOR EACH STATEMENT EXECUTE FUNCTION ledger.announce_indicators();


--
-- Name: indicators indicators_append_only; Type: TRIGGER; Schema: ledger; Owner: -
--

CREATE TRIGGER indicators_append_only BEFORE DELETE OR UPDATE ON ledger.indicators FOR EACH ROW EXECUTE FUNCTION ledger.refuse_change();


--
-- Name: indicators indicators_no_truncate; Type: TRIGGER; Schema: ledger; Owner: -
--

CREATE TRIGGER indicators_no_truncate BEFORE TRUNCATE ON ledger.indicators FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_change();


--
-- Name: inspection_findings inspection_findings_append_only; Type: TRIGGER; Schema: ledger; Owner: -
--

CREATE TRIGGER inspection_findings_append_only BEFORE DELETE OR UPDATE ON ledger.inspection_findings FOR EACH ROW EXECUTE FUNCTION ledger.refuse_change();


--
-- Name: inspection_findings inspection_findings_no_truncate; Type: TRIGGER; Schema: ledger; Owner: -
--

CREATE TRIGGER inspection_findings_no_truncate BEFORE TRUNCATE ON ledger.inspection_findings FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_change();


--
-- Name: inspections inspections_append_only; Type: TRIGGER; Schema: ledger; Owner: -
--

CREATE TRIGGER inspections_append_only BEFORE DELETE OR UPDATE ON ledger.inspections FOR EACH ROW EXECUTE FUNCTION ledger.refuse_change();


--
-- Name: inspections inspections_no_truncate; Type: TRIGGER; Schema: ledger; Owner: -
--

CREATE TRIGGER inspections_no_truncate BEFORE TRUNCATE ON ledger.inspections FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_change();


--
-- Name: installations installations_mark_is_kept; Type: TRIGGER; Schema: ledger; Owner: -
--

CREATE TRIGGER installations_mark_is_kept BEFORE UPDATE ON ledger.installations FOR EACH ROW EXECUTE FUNCTION ledger.keep_installation_mark();


--
-- Name: installations installations_no_truncate; Type: TRIGGER; Schema: ledger; Owner: -
--

CREATE TRIGGER installations_no_truncate BEFORE TRUNCATE ON ledger.installations FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_change();


--
-- Name: installations installations_stay; Type: TRIGGER; Schema: ledger; Owner: -
--

CREATE TRIGGER installations_stay BEFORE DELETE ON ledger.installations FOR EACH ROW EXECUTE FUNCTION ledger.refuse_change();


--
-- Name: journal_entries journal_entries_append_only; Type: TRIGGER; Schema: ledger; Owner: -
--

CREATE TRIGGER journal_entries_append_only BEFORE DELETE OR UPDATE ON ledger.journal_entries FOR EACH ROW EXECUTE FUNCTION ledger.refuse_change();


--
-- Name: journal_entries journal_entries_no_truncate; Type: TRIGGER; Schema: ledger; Owner: -
--

CREATE TRIGGER journal_entries_no_truncate BEFORE TRUNCATE ON ledger.journal_entries FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_change();


--
-- Name: matters matters_append_only; Type: TRIGGER; Schema: ledger; Owner: -
--

CREATE TRIGGER matters_append_only BEFORE DELETE OR UPDATE ON ledger.matters FOR EACH ROW EXECUTE FUNCTION ledger.refuse_change();


--
-- Name: matters matters_no_truncate; Type: TRIGGER; Schema: ledger; Owner: -
--

CREATE TRIGGER matters_no_truncate BEFORE TRUNCATE ON ledger.matters FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_change();


--
-- Name: meeting_addenda meeting_addenda_append_only; Type: TRIGGER; Schema: ledger; Owner: -
--

CREATE TRIGGER meeting_addenda_append_only BEFORE DELETE OR UPDATE ON ledger.meeting_addenda FOR EACH ROW EXECUTE FUNCTION ledger.refuse_change();


--
-- Name: meeting_addenda meeting_addenda_no_truncate; Type: TRIGGER; Schema: ledger; Owner: -
--

CREATE TRIGGER meeting_addenda_no_truncate BEFORE TRUNCATE ON ledger.meeting_addenda FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_change();


--
-- Name: meeting_attendance meeting_attendance_append_only; Type: TRIGGER; Schema: ledger; Owner: -
--

CREATE TRIGGER meeting_attendance_append_only BEFORE DELETE OR UPDATE ON ledger.meeting_attendance FOR EACH ROW EXECUTE FUNCTION ledger.refuse_change();


--
-- Name: meeting_attendance meeting_attendance_no_truncate; Type: TRIGGER; Schema: ledger; Owner: -
--

CREATE TRIGGER meeting_attendance_no_truncate BEFORE TRUNCATE ON ledger.meeting_attendance FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_change();


--
-- Name: meeting_attendance meeting_attendance_sealed; Type: TRIGGER; Schema: ledger; Owner: -
--

CREATE TRIGGER meeting_attendance_sealed AFTER INSERT ON ledger.meeting_attendance FOR EACH ROW EXECUTE FUNCTION ledger.refuse_sealed_meeting();


--
-- Name: meeting_items meeting_items_append_only; Type: TRIGGER; Schema: ledger; Owner: -
--

CREATE TRIGGER meeting_items_append_only BEFORE DELETE OR UPDATE ON ledger.meeting_items FOR EACH ROW EXECUTE FUNCTION ledger.refuse_change();


--
-- Name: meeting_items meeting_items_no_truncate; Type: TRIGGER; Schema: ledger; Owner: -
--

CREATE TRIGGER meeting_items_no_truncate BEFORE TRUNCATE ON ledger.meeting_items FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_change();


--
-- Name: meeting_items meeting_items_sealed; Type: TRIGGER; Schema: ledger; Owner: -
--

CREATE TRIGGER meeting_items_sealed AFTER INSERT ON ledger.meeting_items FOR EACH ROW EXECUTE FUNCTION ledger.refuse_sealed_meeting();


--
-- Name: meeting_minutes meeting_minutes_append_only; Type: TRIGGER; Schema: ledger; Owner: -
--

CREATE TRIGGER meeting_minutes_append_only BEFORE DELETE OR UPDATE ON ledger.meeting_minutes FOR EACH ROW EXECUTE FUNCTION ledger.refuse_change();


--
-- Name: meeting_minutes meeting_minutes_no_truncate; Type: TRIGGER; Schema: ledger; Owner: -
--

CREATE TRIGGER meeting_minutes_no_truncate BEFORE TRUNCATE ON ledger.meeting_minutes FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_change();


--
-- Name: meeting_minutes meeting_minutes_sealed; Type: TRIGGER; Schema: ledger; Owner: -
--

CREATE TRIGGER meeting_minutes_sealed AFTER INSERT ON ledger.meeting_minutes FOR EACH ROW EXECUTE FUNCTION ledger.refuse_sealed_meeting();


--
-- Name: meeting_plans meeting_plans_append_only; Type: TRIGGER; Schema: ledger; Owner: -
--

CREATE TRIGGER meeting_plans_append_only BEFORE DELETE OR UPDATE ON ledger.meeting_plans FOR EACH ROW EXECUTE FUNCTION ledger.refuse_change();


--
-- Name: meeting_plans meeting_plans_no_truncate; Type: TRIGGER; Schema: ledger; Owner: -
--

CREATE TRIGGER meeting_plans_no_truncate BEFORE TRUNCATE ON ledger.meeting_plans FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_change();


--
-- Name: meeting_plans meeting_plans_sealed; Type: TRIGGER; Schema: ledger; Owner: -
--

CREATE TRIGGER meeting_plans_sealed AFTER INSERT ON ledger.meeting_plans FOR EACH ROW EXECUTE FUNCTION ledger.refuse_sealed_meeting();


--
-- Name: meeting_relays meeting_relays_append_only; Type: TRIGGER; Schema: ledger; Owner: -
--

CREATE TRIGGER meeting_relays_append_only BEFORE DELETE OR UPDATE ON ledger.meeting_relays FOR EACH ROW EXECUTE FUNCTION ledger.refuse_change();


--
-- Name: meeting_relays meeting_relays_no_truncate; Type: TRIGGER; Schema: ledger; Owner: -
--

CREATE TRIGGER meeting_relays_no_truncate BEFORE TRUNCATE ON ledger.meeting_relays FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_change();


--
-- Name: meeting_resolutions meeting_resolutions_append_only; Type: TRIGGER; Schema: ledger; Owner: -
--

CREATE TRIGGER meeting_resolutions_append_only BEFORE DELETE OR UPDATE ON ledger.meeting_resolutions FOR EACH ROW EXECUTE FUNCTION ledger.refuse_change();


--
-- Name: meeting_resolutions meeting_resolutions_no_truncate; Type: TRIGGER; Schema: ledger; Owner: -
--

CREATE TRIGGER meeting_resolutions_no_truncate BEFORE TRUNCATE ON ledger.meeting_resolutions FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_change();


--
-- Name: meeting_resolutions meeting_resolutions_sealed; Type: TRIGGER; Schema: ledger; Owner: -
--

CREATE TRIGGER meeting_resolutions_sealed AFTER INSERT ON ledger.meeting_resolutions FOR EACH ROW EXECUTE FUNCTION ledger.refuse_sealed_meeting();


--
-- Name: meeting_steps meeting_steps_append_only; Type: TRIGGER; Schema: ledger; Owner: -
--

CREATE TRIGGER meeting_steps_append_only BEFORE DELETE OR UPDATE ON ledger.meeting_steps FOR EACH ROW EXECUTE FUNCTION ledger.refuse_change();


--
-- Name: meeting_steps meeting_steps_no_truncate; Type: TRIGGER; Schema: ledger; Owner: -
--

CREATE TRIGGER meeting_steps_no_truncate BEFORE TRUNCATE ON ledger.meeting_steps FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_change();


--
-- Name: meeting_tasks meeting_tasks_append_only; Type: TRIGGER; Schema: ledger; Owner: -
--

CREATE TRIGGER meeting_tasks_append_only BEFORE DELETE OR UPDATE ON ledger.meeting_tasks FOR EACH ROW EXECUTE FUNCTION ledger.refuse_change();


--
-- Name: meeting_tasks meeting_tasks_no_truncate; Type: TRIGGER; Schema: ledger; Owner: -
--

CREATE TRIGGER meeting_tasks_no_truncate BEFORE TRUNCATE ON ledger.meeting_tasks FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_change();


--
-- Name: method_approvals method_approvals_append_only; Type: TRIGGER; Schema: ledger; Owner: -
--

CREATE TRIGGER method_approvals_append_only BEFORE DELETE OR UPDATE ON ledger.method_approvals FOR EACH ROW EXECUTE FUNCTION ledger.refuse_change();


--
-- Name: method_approvals method_approvals_no_truncate; Type: TRIGGER; Schema: ledger; Owner: -
--

CREATE TRIGGER method_approvals_no_truncate BEFORE TRUNCATE ON ledger.method_approvals FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_change();


--
-- Name: method_approvals method_approvals_second_person; Type: TRIGGER; Schema: ledger; Owner: -
--

CREATE TRIGGER method_approvals_second_person BEFORE INSERT ON ledger.method_approvals FOR EACH ROW EXECUTE FUNCTION ledger.refuse_own_approval();


--
-- Name: methods methods_append_only; Type: TRIGGER; Schema: ledger; Owner: -
--

CREATE TRIGGER methods_append_only BEFORE DELETE OR UPDATE ON ledger.methods FOR EACH ROW EXECUTE FUNCTION ledger.refuse_change();


--
-- Name: methods methods_no_truncate; Type: TRIGGER; Schema: ledger; Owner: -
--

CREATE TRIGGER methods_no_truncate BEFORE TRUNCATE ON ledger.methods FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_change();


--
-- Name: month_events month_events_append_only; Type: TRIGGER; Schema: ledger; Owner: -
--

CREATE TRIGGER month_events_append_only BEFORE DELETE OR UPDATE ON ledger.month_events FOR EACH ROW EXECUTE FUNCTION ledger.refuse_change();


--
-- Name: month_events month_events_no_truncate; Type: TRIGGER; Schema: ledger; Owner: -
--

CREATE TRIGGER month_events_no_truncate BEFORE TRUNCATE ON ledger.month_events FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_change();


--
-- Name: month_events month_events_second_person; Type: TRIGGER; Schema: ledger; Owner: -
--

CREATE TRIGGER month_events_second_person BEFORE INSERT ON ledger.month_events FOR EACH ROW EXECUTE FUNCTION ledger.refuse_own_reopening();


--
-- Name: revisions_2020 no_truncate; Type: TRIGGER; Schema: ledger; Owner: -
--

CREATE TRIGGER no_truncate BEFORE TRUNCATE ON ledger.revisions_2020 FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_change();


--
-- Name: revisions_2021 no_truncate; Type: TRIGGER; Schema: ledger; Owner: -
--

CREATE TRIGGER no_truncate BEFORE TRUNCATE ON ledger.revisions_2021 FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_change();


--
-- Name: revisions_2022 no_truncate; Type: TRIGGER; Schema: ledger; Owner: -
--

CREATE TRIGGER no_truncate BEFORE TRUNCATE ON ledger.revisions_2022 FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_change();


--
-- Name: revisions_2023 no_truncate; Type: TRIGGER; Schema: ledger; Owner: -
--

CREATE TRIGGER no_truncate BEFORE TRUNCATE ON ledger.revisions_2023 FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_change();


--
-- Name: revisions_2024 no_truncate; Type: TRIGGER; Schema: ledger; Owner: -
--

CREATE TRIGGER no_truncate BEFORE TRUNCATE ON ledger.revisions_2024 FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_change();


--
-- Name: revisions_2025 no_truncate; Type: TRIGGER; Schema: ledger; Owner: -
--

CREATE TRIGGER no_truncate BEFORE TRUNCATE ON ledger.revisions_2025 FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_change();


--
-- Name: revisions_2026 no_truncate; Type: TRIGGER; Schema: ledger; Owner: -
--

CREATE TRIGGER no_truncate BEFORE TRUNCATE ON ledger.revisions_2026 FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_change();


--
-- Name: revisions_2027 no_truncate; Type: TRIGGER; Schema: ledger; Owner: -
--

CREATE TRIGGER no_truncate BEFORE TRUNCATE ON ledger.revisions_2027 FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_change();


--
-- Name: revisions_2028 no_truncate; Type: TRIGGER; Schema: ledger; Owner: -
--

CREATE TRIGGER no_truncate BEFORE TRUNCATE ON ledger.revisions_2028 FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_change();


--
-- Name: revisions_2029 no_truncate; Type: TRIGGER; Schema: ledger; Owner: -
--

CREATE TRIGGER no_truncate BEFORE TRUNCATE ON ledger.revisions_2029 FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_change();


--
-- Name: revisions_2030 no_truncate; Type: TRIGGER; Schema: ledger; Owner: -
--

CREATE TRIGGER no_truncate BEFORE TRUNCATE ON ledger.revisions_2030 FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_change();


--
-- Name: revisions_2031 no_truncate; Type: TRIGGER; Schema: ledger; Owner: -
--

CREATE TRIGGER no_truncate BEFORE TRUNCATE ON ledger.revisions_2031 FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_change();


--
-- Name: revisions_2032 no_truncate; Type: TRIGGER; Schema: ledger; Owner: -
--

CREATE TRIGGER no_truncate BEFORE TRUNCATE ON ledger.revisions_2032 FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_change();


--
-- Name: revisions_2033 no_truncate; Type: TRIGGER; Schema: ledger; Owner: -
--

CREATE TRIGGER no_truncate BEFORE TRUNCATE ON ledger.revisions_2033 FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_change();


--
-- Name: revisions_2034 no_truncate; Type: TRIGGER; Schema: ledger; Owner: -
--

CREATE TRIGGER no_truncate BEFORE TRUNCATE ON ledger.revisions_2034 FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_change();


--
-- Name: revisions_2035 no_truncate; Type: TRIGGER; Schema: ledger; Owner: -
--

CREATE TRIGGER no_truncate BEFORE TRUNCATE ON ledger.revisions_2035 FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_change();


--
-- Name: revisions_2036 no_truncate; Type: TRIGGER; Schema: ledger; Owner: -
--

CREATE TRIGGER no_truncate BEFORE TRUNCATE ON ledger.revisions_2036 FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_change();


--
-- Name: revisions_2037 no_truncate; Type: TRIGGER; Schema: ledger; Owner: -
--

CREATE TRIGGER no_truncate BEFORE TRUNCATE ON ledger.revisions_2037 FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_change();


--
-- Name: revisions_2038 no_truncate; Type: TRIGGER; Schema: ledger; Owner: -
--

CREATE TRIGGER no_truncate BEFORE TRUNCATE ON ledger.revisions_2038 FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_change();


--
-- Name: revisions_2039 no_truncate; Type: TRIGGER; Schema: ledger; Owner: -
--

CREATE TRIGGER no_truncate BEFORE TRUNCATE ON ledger.revisions_2039 FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_change();


--
-- Name: revisions_after_2039 no_truncate; Type: TRIGGER; Schema: ledger; Owner: -
--

CREATE TRIGGER no_truncate BEFORE TRUNCATE ON ledger.revisions_after_2039 FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_change();


--
-- Name: revisions_before_2020 no_truncate; Type: TRIGGER; Schema: ledger; Owner: -
--

CREATE TRIGGER no_truncate BEFORE TRUNCATE ON ledger.revisions_before_2020 FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_change();


--
-- Name: nofraud_standards nofraud_standards_append_only; Type: TRIGGER; Schema: ledger; Owner: -
--

CREATE TRIGGER nofraud_standards_append_only BEFORE DELETE OR UPDATE ON ledger.nofraud_standards FOR EACH ROW EXECUTE FUNCTION ledger.refuse_change();


--
-- Name: nofraud_standards nofraud_standards_no_truncate; Type: TRIGGER; Schema: ledger; Owner: -
--

CREATE TRIGGER nofraud_standards_no_truncate BEFORE TRUNCATE ON ledger.nofraud_standards FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_change();


--
-- Name: nofraud_units nofraud_units_append_only; Type: TRIGGER; Schema: ledger; Owner: -
--

CREATE TRIGGER nofraud_units_append_only BEFORE DELETE OR UPDATE ON ledger.nofraud_units FOR EACH ROW EXECUTE FUNCTION ledger.refuse_change();


--
-- Name: nofraud_units nofraud_units_no_truncate; Type: TRIGGER; Schema: ledger; Owner: -
--

CREATE TRIGGER nofraud_units_no_truncate BEFORE TRUNCATE ON ledger.nofraud_units FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_change();


--
-- Name: notices notices_append_only; Type: TRIGGER; Schema: ledger; Owner: -
--

CREATE TRIGGER notices_append_only BEFORE DELETE OR UPDATE ON ledger.notices FOR EACH ROW EXECUTE FUNCTION ledger.refuse_change();


--
-- Name: notices notices_no_truncate; Type: TRIGGER; Schema: ledger; Owner: -
--

CREATE TRIGGER notices_no_truncate BEFORE TRUNCATE ON ledger.notices FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_change();


--
-- Name: policies policies_append_only; Type: TRIGGER; Schema: ledger; Owner: -
--

CREATE TRIGGER policies_append_only BEFORE DELETE OR UPDATE ON ledger.policies FOR EACH ROW EXECUTE FUNCTION ledger.refuse_change();


--
-- Name: policies policies_no_truncate; Type: TRIGGER; Schema: ledger; Owner: -
--

CREATE TRIGGER policies_no_truncate BEFORE TRUNCATE ON ledger.policies FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_change();


--
-- Name: policy_documents policy_documents_append_only; Type: TRIGGER; Schema: ledger; Owner: -
--

CREATE TRIGGER policy_documents_append_only BEFORE DELETE OR UPDATE ON ledger.policy_documents FOR EACH ROW EXECUTE FUNCTION ledger.refuse_change();


--
-- Name: policy_documents policy_documents_no_truncate; Type: TRIGGER; Schema: ledger; Owner: -
--

CREATE TRIGGER policy_documents_no_truncate BEFORE TRUNCATE ON ledger.policy_documents FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_change();


--
-- Name: population_sources population_sources_append_only; Type: TRIGGER; Schema: ledger; Owner: -
--

CREATE TRIGGER population_sources_append_only BEFORE DELETE OR UPDATE ON ledger.population_sources FOR EACH ROW EXECUTE FUNCTION ledger.refuse_change();


--
-- Name: population_sources population_sources_no_truncate; Type: TRIGGER; Schema: ledger; Owner: -
--

CREATE TRIGGER population_sources_no_truncate BEFORE TRUNCATE ON ledger.population_sources FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_change();


--
-- Name: populations populations_append_only; Type: TRIGGER; Schema: ledger; Owner: -
--

CREATE TRIGGER populations_append_only BEFORE DELETE OR UPDATE ON ledger.populations FOR EACH ROW EXECUTE FUNCTION ledger.refuse_change();


--
-- Name: populations populations_no_truncate; Type: TRIGGER; Schema: ledger; Owner: -
--

CREATE TRIGGER populations_no_truncate BEFORE TRUNCATE ON ledger.populations FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_change();


--
-- Name: ratings ratings_append_only; Type: TRIGGER; Schema: ledger; Owner: -
--

CREATE TRIGGER ratings_append_only BEFORE DELETE OR UPDATE ON ledger.ratings FOR EACH ROW EXECUTE FUNCTION ledger.refuse_change();


--
-- Name: ratings ratings_no_truncate; Type: TRIGGER; Schema: ledger; Owner: -
--

CREATE TRIGGER ratings_no_truncate BEFORE TRUNCATE ON ledger.ratings FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_change();


--
-- Name: ratings ratings_stored_by_the_office; Type: TRIGGER; Schema: ledger; Owner: -
--

CREATE TRIGGER ratings_stored_by_the_office BEFORE INSERT ON ledger.ratings FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_result_of_others();


--
-- Name: record_events record_events_append_only; Type: TRIGGER; Schema: ledger; Owner: -
--

CREATE TRIGGER record_events_append_only BEFORE DELETE OR UPDATE ON ledger.record_events FOR EACH ROW EXECUTE FUNCTION ledger.refuse_change();


--
-- Name: record_events record_events_no_truncate; Type: TRIGGER; Schema: ledger; Owner: -
--

CREATE TRIGGER record_events_no_truncate BEFORE TRUNCATE ON ledger.record_events FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_change();


--
-- Name: records records_append_only; Type: TRIGGER; Schema: ledger; Owner: -
--

CREATE TRIGGER records_append_only BEFORE DELETE OR UPDATE ON ledger.records FOR EACH ROW EXECUTE FUNCTION ledger.refuse_change();


--
-- Name: records records_no_truncate; Type: TRIGGER; Schema: ledger; Owner: -
--

CREATE TRIGGER records_no_truncate BEFORE TRUNCATE ON ledger.records FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_change();


--
-- Name: recoveries recoveries_append_only; Type: TRIGGER; Schema: ledger; Owner: -
--

CREATE TRIGGER recoveries_append_only BEFORE DELETE OR UPDATE ON ledger.recoveries FOR EACH ROW EXECUTE FUNCTION ledger.refuse_change();


--
-- Name: recoveries recoveries_no_truncate; Type: TRIGGER; Schema: ledger; Owner: -
--

CREATE TRIGGER recoveries_no_truncate BEFORE TRUNCATE ON ledger.recoveries FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_change();


--
-- Name: responsibility_lists responsibility_lists_append_only; Type: TRIGGER; Schema: ledger; Owner: -
--

CREATE TRIGGER responsibility_lists_append_only BEFORE DELETE OR UPDATE ON ledger.responsibility_lists FOR EACH ROW EXECUTE FUNCTION ledger.refuse_change();


--
-- Name: responsibility_lists responsibility_lists_no_truncate; Type: TRIGGER; Schema: ledger; Owner: -
--

CREATE TRIGGER responsibility_lists_no_truncate BEFORE TRUNCATE ON ledger.responsibility_lists FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_change();


--
-- Name: reviews reviews_append_only; Type: TRIGGER; Schema: ledger; Owner: -
--

CREATE TRIGGER reviews_append_only BEFORE DELETE OR UPDATE ON ledger.reviews FOR EACH ROW EXECUTE FUNCTION ledger.refuse_change();


--
-- Name: reviews reviews_no_truncate; Type: TRIGGER; Schema: ledger; Owner: -
--

CREATE TRIGGER reviews_no_truncate BEFORE TRUNCATE ON ledger.reviews FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_change();


--
-- Name: reviews reviews_reviewer_is_not_submitter; Type: TRIGGER; Schema: ledger; Owner: -
--

CREATE TRIGGER reviews_reviewer_is_not_submitter BEFORE INSERT ON ledger.reviews FOR EACH ROW EXECUTE FUNCTION ledger.refuse_own_review();


--
-- Name: revisions revisions_append_only; Type: TRIGGER; Schema: ledger; Owner: -
--

CREATE TRIGGER revisions_append_only BEFORE DELETE OR UPDATE ON ledger.revisions FOR EACH ROW EXECUTE FUNCTION ledger.refuse_change();


--
-- Name: revisions revisions_no_truncate; Type: TRIGGER; Schema: ledger; Owner: -
--

CREATE TRIGGER revisions_no_truncate BEFORE TRUNCATE ON ledger.revisions FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_change();


--
-- Name: second_factors second_factors_announced; Type: TRIGGER; Schema: ledger; Owner: -
--

CREATE TRIGGER second_factors_announced AFTER INSERT ON ledger.second_factors FOR EACH ROW EXECUTE FUNCTION ledger.announce_sessions();


--
-- Name: second_factors second_factors_append_only; Type: TRIGGER; Schema: ledger; Owner: -
--

CREATE TRIGGER second_factors_append_only BEFORE DELETE OR UPDATE ON ledger.second_factors FOR EACH ROW EXECUTE FUNCTION ledger.refuse_change();


--
-- Name: second_factors second_factors_no_truncate; Type: TRIGGER; Schema: ledger; Owner: -
--

CREATE TRIGGER second_factors_no_truncate BEFORE TRUNCATE ON ledger.second_factors FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_change();


--
-- Name: sessions sessions_announced; Type: TRIGGER; Schema: ledger; Owner: -
--

CREATE TRIGGER sessions_announced AFTER UPDATE OF ended_at, expires_at, purpose, limit_unit, limit_form ON ledger.sessions FOR EACH ROW EXECUTE FUNCTION ledger.announce_sessions();


--
-- Name: standings standings_append_only; Type: TRIGGER; Schema: ledger; Owner: -
--

CREATE TRIGGER standings_append_only BEFORE DELETE OR UPDATE ON ledger.standings FOR EACH ROW EXECUTE FUNCTION ledger.refuse_change();


--
-- Name: standings standings_no_truncate; Type: TRIGGER; Schema: ledger; Owner: -
--

CREATE TRIGGER standings_no_truncate BEFORE TRUNCATE ON ledger.standings FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_change();


--
-- Name: standings standings_stored_by_the_office; Type: TRIGGER; Schema: ledger; Owner: -
--

CREATE TRIGGER standings_stored_by_the_office BEFORE INSERT ON ledger.standings FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_result_of_others();


--
-- Name: step_decisions step_decisions_append_only; Type: TRIGGER; Schema: ledger; Owner: -
--

CREATE TRIGGER step_decisions_append_only BEFORE DELETE OR UPDATE ON ledger.step_decisions FOR EACH ROW EXECUTE FUNCTION ledger.refuse_change();


--
-- Name: step_decisions step_decisions_no_truncate; Type: TRIGGER; Schema: ledger; Owner: -
--

CREATE TRIGGER step_decisions_no_truncate BEFORE TRUNCATE ON ledger.step_decisions FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_change();


--
-- Name: step_events step_events_append_only; Type: TRIGGER; Schema: ledger; Owner: -
--

CREATE TRIGGER step_events_append_only BEFORE DELETE OR UPDATE ON ledger.step_events FOR EACH ROW EXECUTE FUNCTION ledger.refuse_change();


--
-- Name: step_events step_events_decider_is_another; Type: TRIGGER; Schema: ledger; Owner: -
--

CREATE TRIGGER step_events_decider_is_another BEFORE INSERT ON ledger.step_events FOR EACH ROW EXECUTE FUNCTION ledger.refuse_own_objection();


--
-- Name: step_events step_events_no_truncate; Type: TRIGGER; Schema: ledger; Owner: -
--

CREATE TRIGGER step_events_no_truncate BEFORE TRUNCATE ON ledger.step_events FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_change();


--
-- Name: step_grounds step_grounds_append_only; Type: TRIGGER; Schema: ledger; Owner: -
--

CREATE TRIGGER step_grounds_append_only BEFORE DELETE OR UPDATE ON ledger.step_grounds FOR EACH ROW EXECUTE FUNCTION ledger.refuse_change();


--
-- Name: step_grounds step_grounds_no_truncate; Type: TRIGGER; Schema: ledger; Owner: -
--

CREATE TRIGGER step_grounds_no_truncate BEFORE TRUNCATE ON ledger.step_grounds FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_change();


--
-- Name: step_triggers step_triggers_append_only; Type: TRIGGER; Schema: ledger; Owner: -
--

CREATE TRIGGER step_triggers_append_only BEFORE DELETE OR UPDATE ON ledger.step_triggers FOR EACH ROW EXECUTE FUNCTION ledger.refuse_change();


--
-- Name: step_triggers step_triggers_no_truncate; Type: TRIGGER; Schema: ledger; Owner: -
--

CREATE TRIGGER step_triggers_no_truncate BEFORE TRUNCATE ON ledger.step_triggers FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_change();


--
-- Name: targets targets_append_only; Type: TRIGGER; Schema: ledger; Owner: -
--

CREATE TRIGGER targets_append_only BEFORE DELETE OR UPDATE ON ledger.targets FOR EACH ROW EXECUTE FUNCTION ledger.refuse_change();


--
-- Name: targets targets_no_truncate; Type: TRIGGER; Schema: ledger; Owner: -
--

CREATE TRIGGER targets_no_truncate BEFORE TRUNCATE ON ledger.targets FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_change();


--
-- Name: task_decisions task_decisions_append_only; Type: TRIGGER; Schema: ledger; Owner: -
--

CREATE TRIGGER task_decisions_append_only BEFORE DELETE OR UPDATE ON ledger.task_decisions FOR EACH ROW EXECUTE FUNCTION ledger.refuse_change();


--
-- Name: task_decisions task_decisions_decider_is_not_reporter; Type: TRIGGER; Schema: ledger; Owner: -
--

CREATE TRIGGER task_decisions_decider_is_not_reporter BEFORE INSERT ON ledger.task_decisions FOR EACH ROW EXECUTE FUNCTION ledger.refuse_own_task_decision();


--
-- Name: task_decisions task_decisions_no_truncate; Type: TRIGGER; Schema: ledger; Owner: -
--

CREATE TRIGGER task_decisions_no_truncate BEFORE TRUNCATE ON ledger.task_decisions FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_change();


--
-- Name: task_reports task_reports_append_only; Type: TRIGGER; Schema: ledger; Owner: -
--

CREATE TRIGGER task_reports_append_only BEFORE DELETE OR UPDATE ON ledger.task_reports FOR EACH ROW EXECUTE FUNCTION ledger.refuse_change();


--
-- Name: task_reports task_reports_no_truncate; Type: TRIGGER; Schema: ledger; Owner: -
--

CREATE TRIGGER task_reports_no_truncate BEFORE TRUNCATE ON ledger.task_reports FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_change();


--
-- Name: task_versions task_versions_append_only; Type: TRIGGER; Schema: ledger; Owner: -
--

CREATE TRIGGER task_versions_append_only BEFORE DELETE OR UPDATE ON ledger.task_versions FOR EACH ROW EXECUTE FUNCTION ledger.refuse_change();


--
-- Name: task_versions task_versions_no_truncate; Type: TRIGGER; Schema: ledger; Owner: -
--

CREATE TRIGGER task_versions_no_truncate BEFORE TRUNCATE ON ledger.task_versions FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_change();


--
-- Name: tasks tasks_append_only; Type: TRIGGER; Schema: ledger; Owner: -
--

CREATE TRIGGER tasks_append_only BEFORE DELETE OR UPDATE ON ledger.tasks FOR EACH ROW EXECUTE FUNCTION ledger.refuse_change();


--
-- Name: tasks tasks_no_truncate; Type: TRIGGER; Schema: ledger; Owner: -
--

CREATE TRIGGER tasks_no_truncate BEFORE TRUNCATE ON ledger.tasks FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_change();


--
-- Name: tile_places tile_places_append_only; Type: TRIGGER; Schema: ledger; Owner: -
--

CREATE TRIGGER tile_places_append_only BEFORE DELETE OR UPDATE ON ledger.tile_places FOR EACH ROW EXECUTE FUNCTION ledger.refuse_change();


--
-- Name: tile_places tile_places_no_truncate; Type: TRIGGER; Schema: ledger; Owner: -
--

CREATE TRIGGER tile_places_no_truncate BEFORE TRUNCATE ON ledger.tile_places FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_change();


--
-- Name: unit_versions unit_versions_announced; Type: TRIGGER; Schema: ledger; Owner: -
--

CREATE TRIGGER unit_versions_announced AFTER INSERT ON ledger.unit_versions FOR EACH STATEMENT EXECUTE FUNCTION ledger.announce('ledger_sessions', '*');


--
-- Name: unit_versions unit_versions_append_only; Type: TRIGGER; Schema: ledger; Owner: -
--

CREATE TRIGGER unit_versions_append_only BEFORE DELETE OR UPDATE ON ledger.unit_versions FOR EACH ROW EXECUTE FUNCTION ledger.refuse_change();


--
-- Name: unit_versions unit_versions_no_truncate; Type: TRIGGER; Schema: ledger; Owner: -
--

CREATE TRIGGER unit_versions_no_truncate BEFORE TRUNCATE ON ledger.unit_versions FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_change();


--
-- Name: units units_append_only; Type: TRIGGER; Schema: ledger; Owner: -
--

CREATE TRIGGER units_append_only BEFORE DELETE OR UPDATE ON ledger.units FOR EACH ROW EXECUTE FUNCTION ledger.refuse_change();


--
-- Name: units units_no_truncate; Type: TRIGGER; Schema: ledger; Owner: -
--

CREATE TRIGGER units_no_truncate BEFORE TRUNCATE ON ledger.units FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_change();


--
-- Name: used_codes used_codes_append_only; Type: TRIGGER; Schema: ledger; Owner: -
--

CREATE TRIGGER used_codes_append_only BEFORE DELETE OR UPDATE ON ledger.used_codes FOR EACH ROW EXECUTE FUNCTION ledger.refuse_change();


--
-- Name: used_codes used_codes_no_truncate; Type: TRIGGER; Schema: ledger; Owner: -
--

CREATE TRIGGER used_codes_no_truncate BEFORE TRUNCATE ON ledger.used_codes FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_change();


--
-- Name: verifications verifications_append_only; Type: TRIGGER; Schema: ledger; Owner: -
--

CREATE TRIGGER verifications_append_only BEFORE DELETE OR UPDATE ON ledger.verifications FOR EACH ROW EXECUTE FUNCTION ledger.refuse_change();


--
-- Name: verifications verifications_no_truncate; Type: TRIGGER; Schema: ledger; Owner: -
--

CREATE TRIGGER verifications_no_truncate BEFORE TRUNCATE ON ledger.verifications FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_change();


--
-- Name: account_expiries account_expiries_account_fkey; Type: FK CONSTRAINT; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.account_expiries
    ADD CONSTRAINT account_expiries_account_fkey FOREIGN KEY (account) REFERENCES ledger.accounts(name) ON DELETE RESTRICT;


--
-- Name: account_states account_states_account_fkey; Type: FK CONSTRAINT; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.account_states
    ADD CONSTRAINT account_states_account_fkey FOREIGN KEY (account) REFERENCES ledger.accounts(name) ON DELETE RESTRICT;


--
-- Name: account_unlocks account_unlocks_account_fkey; Type: FK CONSTRAINT; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.account_unlocks
    ADD CONSTRAINT account_unlocks_account_fkey FOREIGN KEY (account) REFERENCES ledger.accounts(name) ON DELETE RESTRICT;


--
-- Name: assessment_sheets assessment_sheets_assessment_fkey; Type: FK CONSTRAINT; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.assessment_sheets
    ADD CONSTRAINT assessment_sheets_assessment_fkey FOREIGN KEY (scope, year, number) REFERENCES ledger.assessments(scope, year, number) ON DELETE RESTRICT;


--
-- Name: assessment_sheets assessment_sheets_unit_fkey; Type: FK CONSTRAINT; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.assessment_sheets
    ADD CONSTRAINT assessment_sheets_unit_fkey FOREIGN KEY (unit) REFERENCES ledger.units(code) ON DELETE RESTRICT;


--
-- Name: assessments assessments_scope_fkey; Type: FK CONSTRAINT; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.assessments
    ADD CONSTRAINT assessments_scope_fkey FOREIGN KEY (scope) REFERENCES ledger.units(code) ON DELETE RESTRICT;


--
-- Name: credentials credentials_account_fkey; Type: FK CONSTRAINT; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.credentials
    ADD CONSTRAINT credentials_account_fkey FOREIGN KEY (account) REFERENCES ledger.accounts(name) ON DELETE RESTRICT;


--
-- Name: drafts drafts_unit_fkey; Type: FK CONSTRAINT; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.drafts
    ADD CONSTRAINT drafts_unit_fkey FOREIGN KEY (unit) REFERENCES ledger.units(code) ON DELETE RESTRICT;


--
-- Name: editions editions_evaluation_fkey; Type: FK CONSTRAINT; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.editions
    ADD CONSTRAINT editions_evaluation_fkey FOREIGN KEY (period, scope, kind, evaluation) REFERENCES ledger.evaluations(period, scope, kind, number) ON DELETE RESTRICT;


--
-- Name: editions editions_replaces_fkey; Type: FK CONSTRAINT; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.editions
    ADD CONSTRAINT editions_replaces_fkey FOREIGN KEY (replaces) REFERENCES ledger.editions(number) ON DELETE RESTRICT;


--
-- Name: external_ranks external_ranks_record_fkey; Type: FK CONSTRAINT; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.external_ranks
    ADD CONSTRAINT external_ranks_record_fkey FOREIGN KEY (record, unit) REFERENCES ledger.records(record, unit) ON DELETE RESTRICT;


--
-- Name: grant_ends grant_ends_grant_fkey; Type: FK CONSTRAINT; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.grant_ends
    ADD CONSTRAINT grant_ends_grant_fkey FOREIGN KEY (account, number) REFERENCES ledger.grants(account, number) ON DELETE RESTRICT;


--
-- Name: grants grants_account_fkey; Type: FK CONSTRAINT; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.grants
    ADD CONSTRAINT grants_account_fkey FOREIGN KEY (account) REFERENCES ledger.accounts(name) ON DELETE RESTRICT;


--
-- Name: honours honours_record_fkey; Type: FK CONSTRAINT; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.honours
    ADD CONSTRAINT honours_record_fkey FOREIGN KEY (record, unit) REFERENCES ledger.records(record, unit) ON DELETE RESTRICT;


--
-- Name: inbox_marks inbox_marks_account_fkey; Type: FK CONSTRAINT; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.inbox_marks
    ADD CONSTRAINT inbox_marks_account_fkey FOREIGN KEY (account) REFERENCES ledger.accounts(name) ON DELETE RESTRICT;


--
-- Name: inspection_findings inspection_findings_inspection_fkey; Type: FK CONSTRAINT; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.inspection_findings
    ADD CONSTRAINT inspection_findings_inspection_fkey FOREIGN KEY (record) REFERENCES ledger.inspections(record) ON DELETE RESTRICT;


--
-- Name: inspection_findings inspection_findings_record_fkey; Type: FK CONSTRAINT; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.inspection_findings
    ADD CONSTRAINT inspection_findings_record_fkey FOREIGN KEY (record, unit) REFERENCES ledger.records(record, unit) ON DELETE RESTRICT;


--
-- Name: inspections inspections_by_unit_fkey; Type: FK CONSTRAINT; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.inspections
    ADD CONSTRAINT inspections_by_unit_fkey FOREIGN KEY (by_unit) REFERENCES ledger.units(code) ON DELETE RESTRICT;


--
-- Name: inspections inspections_record_fkey; Type: FK CONSTRAINT; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.inspections
    ADD CONSTRAINT inspections_record_fkey FOREIGN KEY (record, unit) REFERENCES ledger.records(record, unit) ON DELETE RESTRICT;


--
-- Name: matters matters_record_fkey; Type: FK CONSTRAINT; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.matters
    ADD CONSTRAINT matters_record_fkey FOREIGN KEY (record, unit) REFERENCES ledger.records(record, unit) ON DELETE RESTRICT;


--
-- Name: meeting_attendance meeting_attendance_unit_fkey; Type: FK CONSTRAINT; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.meeting_attendance
    ADD CONSTRAINT meeting_attendance_unit_fkey FOREIGN KEY (unit) REFERENCES ledger.units(code) ON DELETE RESTRICT;


--
-- Name: meeting_items meeting_items_unit_fkey; Type: FK CONSTRAINT; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.meeting_items
    ADD CONSTRAINT meeting_items_unit_fkey FOREIGN KEY (unit) REFERENCES ledger.units(code) ON DELETE RESTRICT;


--
-- Name: meeting_relays meeting_relays_unit_fkey; Type: FK CONSTRAINT; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.meeting_relays
    ADD CONSTRAINT meeting_relays_unit_fkey FOREIGN KEY (unit) REFERENCES ledger.units(code) ON DELETE RESTRICT;


--
-- Name: meeting_resolutions meeting_resolutions_lead_fkey; Type: FK CONSTRAINT; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.meeting_resolutions
    ADD CONSTRAINT meeting_resolutions_lead_fkey FOREIGN KEY (lead_unit) REFERENCES ledger.units(code) ON DELETE RESTRICT;


--
-- Name: meeting_tasks meeting_tasks_task_fkey; Type: FK CONSTRAINT; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.meeting_tasks
    ADD CONSTRAINT meeting_tasks_task_fkey FOREIGN KEY (list, task) REFERENCES ledger.tasks(list, task) ON DELETE RESTRICT;


--
-- Name: method_approvals method_approvals_method_fkey; Type: FK CONSTRAINT; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.method_approvals
    ADD CONSTRAINT method_approvals_method_fkey FOREIGN KEY (scope, kind, code, version) REFERENCES ledger.methods(scope, kind, code, version) ON DELETE RESTRICT;


--
-- Name: methods methods_scope_fkey; Type: FK CONSTRAINT; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.methods
    ADD CONSTRAINT methods_scope_fkey FOREIGN KEY (scope) REFERENCES ledger.units(code) ON DELETE RESTRICT;


--
-- Name: nofraud_units nofraud_units_record_fkey; Type: FK CONSTRAINT; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.nofraud_units
    ADD CONSTRAINT nofraud_units_record_fkey FOREIGN KEY (record, unit) REFERENCES ledger.records(record, unit) ON DELETE RESTRICT;


--
-- Name: nofraud_units nofraud_units_standard_fkey; Type: FK CONSTRAINT; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.nofraud_units
    ADD CONSTRAINT nofraud_units_standard_fkey FOREIGN KEY (kind, standard) REFERENCES ledger.nofraud_standards(kind, version) ON DELETE RESTRICT;


--
-- Name: notices notices_record_fkey; Type: FK CONSTRAINT; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.notices
    ADD CONSTRAINT notices_record_fkey FOREIGN KEY (record, unit) REFERENCES ledger.records(record, unit) ON DELETE RESTRICT;


--
-- Name: policy_documents policy_documents_record_fkey; Type: FK CONSTRAINT; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.policy_documents
    ADD CONSTRAINT policy_documents_record_fkey FOREIGN KEY (record, unit) REFERENCES ledger.records(record, unit) ON DELETE RESTRICT;


--
-- Name: population_sources population_sources_unit_fkey; Type: FK CONSTRAINT; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.population_sources
    ADD CONSTRAINT population_sources_unit_fkey FOREIGN KEY (unit) REFERENCES ledger.units(code) ON DELETE RESTRICT;


--
-- Name: populations populations_unit_fkey; Type: FK CONSTRAINT; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.populations
    ADD CONSTRAINT populations_unit_fkey FOREIGN KEY (unit) REFERENCES ledger.units(code) ON DELETE RESTRICT;


--
-- Name: record_events record_events_record_fkey; Type: FK CONSTRAINT; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.record_events
    ADD CONSTRAINT record_events_record_fkey FOREIGN KEY (record) REFERENCES ledger.records(record) ON DELETE RESTRICT;


--
-- Name: record_events record_events_unit_fkey; Type: FK CONSTRAINT; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.record_events
    ADD CONSTRAINT record_events_unit_fkey FOREIGN KEY (unit) REFERENCES ledger.units(code) ON DELETE RESTRICT;


--
-- Name: records records_unit_fkey; Type: FK CONSTRAINT; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.records
    ADD CONSTRAINT records_unit_fkey FOREIGN KEY (unit) REFERENCES ledger.units(code) ON DELETE RESTRICT;


--
-- Name: reviews reviews_revision_fkey; Type: FK CONSTRAINT; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.reviews
    ADD CONSTRAINT reviews_revision_fkey FOREIGN KEY (unit, form, period, revision) REFERENCES ledger.revisions(unit, form, period, number) ON DELETE RESTRICT;


--
-- Name: second_factors second_factors_account_fkey; Type: FK CONSTRAINT; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.second_factors
    ADD CONSTRAINT second_factors_account_fkey FOREIGN KEY (account) REFERENCES ledger.accounts(name) ON DELETE RESTRICT;


--
-- Name: sessions sessions_account_fkey; Type: FK CONSTRAINT; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.sessions
    ADD CONSTRAINT sessions_account_fkey FOREIGN KEY (account) REFERENCES ledger.accounts(name) ON DELETE RESTRICT;


--
-- Name: sessions sessions_limit_unit_fkey; Type: FK CONSTRAINT; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.sessions
    ADD CONSTRAINT sessions_limit_unit_fkey FOREIGN KEY (limit_unit) REFERENCES ledger.units(code) ON DELETE RESTRICT;


--
-- Name: step_decisions step_decisions_edition_fkey; Type: FK CONSTRAINT; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.step_decisions
    ADD CONSTRAINT step_decisions_edition_fkey FOREIGN KEY (edition) REFERENCES ledger.editions(number) ON DELETE RESTRICT;


--
-- Name: step_decisions step_decisions_scope_fkey; Type: FK CONSTRAINT; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.step_decisions
    ADD CONSTRAINT step_decisions_scope_fkey FOREIGN KEY (scope) REFERENCES ledger.units(code) ON DELETE RESTRICT;


--
-- Name: step_decisions step_decisions_unit_fkey; Type: FK CONSTRAINT; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.step_decisions
    ADD CONSTRAINT step_decisions_unit_fkey FOREIGN KEY (unit) REFERENCES ledger.units(code) ON DELETE RESTRICT;


--
-- Name: step_events step_events_decision_fkey; Type: FK CONSTRAINT; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.step_events
    ADD CONSTRAINT step_events_decision_fkey FOREIGN KEY (scope, unit, step_decision) REFERENCES ledger.step_decisions(scope, unit, number) ON DELETE RESTRICT;


--
-- Name: step_grounds step_grounds_decision_fkey; Type: FK CONSTRAINT; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.step_grounds
    ADD CONSTRAINT step_grounds_decision_fkey FOREIGN KEY (scope, unit, number) REFERENCES ledger.step_decisions(scope, unit, number) ON DELETE RESTRICT;


--
-- Name: step_triggers step_triggers_scope_fkey; Type: FK CONSTRAINT; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.step_triggers
    ADD CONSTRAINT step_triggers_scope_fkey FOREIGN KEY (scope) REFERENCES ledger.units(code) ON DELETE RESTRICT;


--
-- Name: step_triggers step_triggers_unit_fkey; Type: FK CONSTRAINT; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.step_triggers
    ADD CONSTRAINT step_triggers_unit_fkey FOREIGN KEY (unit) REFERENCES ledger.units(code) ON DELETE RESTRICT;


--
-- Name: targets targets_unit_fkey; Type: FK CONSTRAINT; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.targets
    ADD CONSTRAINT targets_unit_fkey FOREIGN KEY (unit) REFERENCES ledger.units(code) ON DELETE RESTRICT;


--
-- Name: task_decisions task_decisions_report_fkey; Type: FK CONSTRAINT; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.task_decisions
    ADD CONSTRAINT task_decisions_report_fkey FOREIGN KEY (list, task, report) REFERENCES ledger.task_reports(list, task, number) ON DELETE RESTRICT;


--
-- Name: task_reports task_reports_task_fkey; Type: FK CONSTRAINT; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.task_reports
    ADD CONSTRAINT task_reports_task_fkey FOREIGN KEY (list, task) REFERENCES ledger.tasks(list, task) ON DELETE RESTRICT;


--
-- Name: task_reports task_reports_unit_fkey; Type: FK CONSTRAINT; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.task_reports
    ADD CONSTRAINT task_reports_unit_fkey FOREIGN KEY (unit) REFERENCES ledger.units(code) ON DELETE RESTRICT;


--
-- Name: task_versions task_versions_lead_fkey; Type: FK CONSTRAINT; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.task_versions
    ADD CONSTRAINT task_versions_lead_fkey FOREIGN KEY (lead_unit) REFERENCES ledger.units(code) ON DELETE RESTRICT;


--
-- Name: task_versions task_versions_parent_fkey; Type: FK CONSTRAINT; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.task_versions
    ADD CONSTRAINT task_versions_parent_fkey FOREIGN KEY (list, parent) REFERENCES ledger.tasks(list, task) ON DELETE RESTRICT;


--
-- Name: task_versions task_versions_task_fkey; Type: FK CONSTRAINT; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.task_versions
    ADD CONSTRAINT task_versions_task_fkey FOREIGN KEY (list, task) REFERENCES ledger.tasks(list, task) ON DELETE RESTRICT;


--
-- Name: tile_places tile_places_unit_fkey; Type: FK CONSTRAINT; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.tile_places
    ADD CONSTRAINT tile_places_unit_fkey FOREIGN KEY (unit) REFERENCES ledger.units(code) ON DELETE RESTRICT;


--
-- Name: unit_versions unit_versions_parent_fkey; Type: FK CONSTRAINT; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.unit_versions
    ADD CONSTRAINT unit_versions_parent_fkey FOREIGN KEY (parent) REFERENCES ledger.units(code) ON DELETE RESTRICT;


--
-- Name: unit_versions unit_versions_unit_fkey; Type: FK CONSTRAINT; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.unit_versions
    ADD CONSTRAINT unit_versions_unit_fkey FOREIGN KEY (unit) REFERENCES ledger.units(code) ON DELETE RESTRICT;


--
-- Name: used_codes used_codes_account_fkey; Type: FK CONSTRAINT; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.used_codes
    ADD CONSTRAINT used_codes_account_fkey FOREIGN KEY (account) REFERENCES ledger.accounts(name) ON DELETE RESTRICT;


--
-- Name: verifications verifications_revision_fkey; Type: FK CONSTRAINT; Schema: ledger; Owner: -
--

ALTER TABLE ONLY ledger.verifications
    ADD CONSTRAINT verifications_revision_fkey FOREIGN KEY (unit, form, period, revision) REFERENCES ledger.revisions(unit, form, period, number) ON DELETE RESTRICT;


--
-- Name: account_expiries; Type: ROW SECURITY; Schema: ledger; Owner: -
--

ALTER TABLE ledger.account_expiries ENABLE ROW LEVEL SECURITY;

--
-- Name: account_expiries account_expiries_kept_by_system_administrator; Type: POLICY; Schema: ledger; Owner: -
--

CREATE POLICY account_expiries_kept_by_system_administrator ON ledger.account_expiries FOR INSERT TO ledger_app WITH CHECK (( SELECT ledger.acting_as(ARRAY['system_admin'::text]) AS acting_as));


--
-- Name: account_expiries account_expiries_of_the_sign_in; Type: POLICY; Schema: ledger; Owner: -
--

CREATE POLICY account_expiries_of_the_sign_in ON ledger.account_expiries TO ledger_auth USING (true) WITH CHECK (true);


--
-- Name: account_expiries account_expiries_read_by_administrators; Type: POLICY; Schema: ledger; Owner: -
--

CREATE POLICY account_expiries_read_by_administrators ON ledger.account_expiries FOR SELECT TO ledger_app USING (((account = ( SELECT ledger.acting_account() AS acting_account)) OR ( SELECT ledger.acting_as(ARRAY['system_admin'::text, 'security_admin'::text]) AS acting_as)));


--
-- Name: account_expiries account_expiries_read_to_verify; Type: POLICY; Schema: ledger; Owner: -
--

CREATE POLICY account_expiries_read_to_verify ON ledger.account_expiries FOR SELECT TO ledger_audit USING (true);


--
-- Name: account_states; Type: ROW SECURITY; Schema: ledger; Owner: -
--

ALTER TABLE ledger.account_states ENABLE ROW LEVEL SECURITY;

--
-- Name: account_states account_states_first; Type: POLICY; Schema: ledger; Owner: -
--

CREATE POLICY account_states_first ON ledger.account_states FOR INSERT TO ledger_auth WITH CHECK ((ledger.has_no_administrator('system_admin'::text) OR ledger.has_no_administrator('security_admin'::text)));


--
-- Name: account_states account_states_kept_by_system_administrator; Type: POLICY; Schema: ledger; Owner: -
--

CREATE POLICY account_states_kept_by_system_administrator ON ledger.account_states FOR INSERT TO ledger_app WITH CHECK (( SELECT ledger.acting_as(ARRAY['system_admin'::text]) AS acting_as));


--
-- Name: account_states account_states_read_by_administrators; Type: POLICY; Schema: ledger; Owner: -
--

CREATE POLICY account_states_read_by_administrators ON ledger.account_states FOR SELECT TO ledger_app USING (((account = ( SELECT ledger.acting_account() AS acting_account)) OR ( SELECT ledger.acting_as(ARRAY['system_admin'::text, 'security_admin'::text]) AS acting_as)));


--
-- Name: account_states account_states_read_to_sign_in; Type: POLICY; Schema: ledger; Owner: -
--

CREATE POLICY account_states_read_to_sign_in ON ledger.account_states FOR SELECT TO ledger_auth USING (true);


--
-- Name: account_states account_states_read_to_verify; Type: POLICY; Schema: ledger; Owner: -
--

CREATE POLICY account_states_read_to_verify ON ledger.account_states FOR SELECT TO ledger_audit USING (true);


--
-- Name: account_unlocks; Type: ROW SECURITY; Schema: ledger; Owner: -
--

ALTER TABLE ledger.account_unlocks ENABLE ROW LEVEL SECURITY;

--
-- Name: account_unlocks account_unlocks_added_by_security_administrator; Type: POLICY; Schema: ledger; Owner: -
--

CREATE POLICY account_unlocks_added_by_security_administrator ON ledger.account_unlocks FOR INSERT TO ledger_app WITH CHECK ((( SELECT ledger.acting_as(ARRAY['security_admin'::text]) AS acting_as) AND (account <> ( SELECT ledger.acting_account() AS acting_account))));


--
-- Name: account_unlocks account_unlocks_of_the_sign_in; Type: POLICY; Schema: ledger; Owner: -
--

CREATE POLICY account_unlocks_of_the_sign_in ON ledger.account_unlocks TO ledger_auth USING (true) WITH CHECK (true);


--
-- Name: account_unlocks account_unlocks_read_by_administrators; Type: POLICY; Schema: ledger; Owner: -
--

CREATE POLICY account_unlocks_read_by_administrators ON ledger.account_unlocks FOR SELECT TO ledger_app USING (((account = ( SELECT ledger.acting_account() AS acting_account)) OR ( SELECT ledger.acting_as(ARRAY['system_admin'::text, 'security_admin'::text]) AS acting_as)));


--
-- Name: account_unlocks account_unlocks_read_to_verify; Type: POLICY; Schema: ledger; Owner: -
--

CREATE POLICY account_unlocks_read_to_verify ON ledger.account_unlocks FOR SELECT TO ledger_audit USING (true);


--
-- Name: accounts; Type: ROW SECURITY; Schema: ledger; Owner: -
--

ALTER TABLE ledger.accounts ENABLE ROW LEVEL SECURITY;

--
-- Name: accounts accounts_first; Type: POLICY; Schema: ledger; Owner: -
--

CREATE POLICY accounts_first ON ledger.accounts FOR INSERT TO ledger_auth WITH CHECK ((ledger.has_no_administrator('system_admin'::text) OR ledger.has_no_administrator('security_admin'::text)));


--
-- Name: accounts accounts_kept_by_system_administrator; Type: POLICY; Schema: ledger; Owner: -
--

CREATE POLICY accounts_kept_by_system_administrator ON ledger.accounts FOR INSERT TO ledger_app WITH CHECK (( SELECT ledger.acting_as(ARRAY['system_admin'::text]) AS acting_as));


--
-- Name: accounts accounts_read_by_administrators; Type: POLICY; Schema: ledger; Owner: -
--

CREATE POLICY accounts_read_by_administrators ON ledger.accounts FOR SELECT TO ledger_app USING (((name = ( SELECT ledger.acting_account() AS acting_account)) OR ( SELECT ledger.acting_as(ARRAY['system_admin'::text, 'security_admin'::text]) AS acting_as)));


--
-- Name: accounts accounts_read_to_sign_in; Type: POLICY; Schema: ledger; Owner: -
--

CREATE POLICY accounts_read_to_sign_in ON ledger.accounts FOR SELECT TO ledger_auth USING (true);


--
-- Name: accounts accounts_read_to_verify; Type: POLICY; Schema: ledger; Owner: -
--

CREATE POLICY accounts_read_to_verify ON ledger.accounts FOR SELECT TO ledger_audit USING (true);


--
-- Name: assessment_sheets; Type: ROW SECURITY; Schema: ledger; Owner: -
--

ALTER TABLE ledger.assessment_sheets ENABLE ROW LEVEL SECURITY;

--
-- Name: assessment_sheets assessment_sheets_read_in_scope; Type: POLICY; Schema: ledger; Owner: -
--

CREATE POLICY assessment_sheets_read_in_scope ON ledger.assessment_sheets FOR SELECT TO ledger_app USING ((( SELECT ledger.acting_everywhere(ARRAY['reporter'::text, 'reviewer'::text, 'verifier'::text, 'office'::text, 'director'::text, 'leader'::text, 'assessor'::text]) AS acting_everywhere) OR (unit = ANY (( SELECT COALESCE(array_agg(split_part(held.place, '/'::text, 1)), '{}'::text[]) AS "coalesce"
   FROM unnest(ledger.acting_units(ARRAY['reporter'::text, 'reviewer'::text, 'verifier'::text, 'office'::text, 'director'::text, 'leader'::text, 'assessor'::text])) held(place))::text[]))));


--
-- Name: assessment_sheets assessment_sheets_read_to_verify; Type: POLICY; Schema: ledger; Owner: -
--

CREATE POLICY assessment_sheets_read_to_verify ON ledger.assessment_sheets FOR SELECT TO ledger_audit USING (true);


--
-- Name: assessment_sheets assessment_sheets_sealed_by_the_assessor; Type: POLICY; Schema: ledger; Owner: -
--

CREATE POLICY assessment_sheets_sealed_by_the_assessor ON ledger.assessment_sheets FOR INSERT TO ledger_app WITH CHECK ((( SELECT ledger.acting_everywhere(ARRAY['assessor'::text]) AS acting_everywhere) OR (scope = ANY (( SELECT ledger.acting_units(ARRAY['assessor'::text]) AS acting_units)::text[]))));


--
-- Name: assessments; Type: ROW SECURITY; Schema: ledger; Owner: -
--

ALTER TABLE ledger.assessments ENABLE ROW LEVEL SECURITY;

--
-- Name: assessments assessments_read_by_business; Type: POLICY; Schema: ledger; Owner: -
--

CREATE POLICY assessments_read_by_business ON ledger.assessments FOR SELECT TO ledger_app USING (( SELECT ledger.acting_anywhere(ARRAY['reporter'::text, 'reviewer'::text, 'verifier'::text, 'office'::text, 'director'::text, 'leader'::text, 'assessor'::text]) AS acting_anywhere));


--
-- Name: assessments assessments_read_to_verify; Type: POLICY; Schema: ledger; Owner: -
--

CREATE POLICY assessments_read_to_verify ON ledger.assessments FOR SELECT TO ledger_audit USING (true);


--
-- Name: assessments assessments_sealed_by_the_assessor; Type: POLICY; Schema: ledger; Owner: -
--

CREATE POLICY assessments_sealed_by_the_assessor ON ledger.assessments FOR INSERT TO ledger_app WITH CHECK ((( SELECT ledger.acting_everywhere(ARRAY['assessor'::text]) AS acting_everywhere) OR (scope = ANY (( SELECT ledger.acting_units(ARRAY['assessor'::text]) AS acting_units)::text[]))));


--
-- Name: burden_limits; Type: ROW SECURITY; Schema: ledger; Owner: -
--

ALTER TABLE ledger.burden_limits ENABLE ROW LEVEL SECURITY;

--
-- Name: burden_limits burden_limits_kept_by_the_office; Type: POLICY; Schema: ledger; Owner: -
--

CREATE POLICY burden_limits_kept_by_the_office ON ledger.burden_limits FOR INSERT TO ledger_app WITH CHECK (( SELECT ledger.acting_as(ARRAY['office'::text]) AS acting_as));


--
-- Name: burden_limits burden_limits_read_by_all; Type: POLICY; Schema: ledger; Owner: -
--

CREATE POLICY burden_limits_read_by_all ON ledger.burden_limits FOR SELECT TO ledger_app USING ((( SELECT ledger.acting_account() AS acting_account) IS NOT NULL));


--
-- Name: burden_limits burden_limits_read_to_verify; Type: POLICY; Schema: ledger; Owner: -
--

CREATE POLICY burden_limits_read_to_verify ON ledger.burden_limits FOR SELECT TO ledger_audit USING (true);


--
-- Name: calendar_days; Type: ROW SECURITY; Schema: ledger; Owner: -
--

ALTER TABLE ledger.calendar_days ENABLE ROW LEVEL SECURITY;

--
-- Name: calendar_days calendar_days_kept_by_the_office; Type: POLICY; Schema: ledger; Owner: -
--

CREATE POLICY calendar_days_kept_by_the_office ON ledger.calendar_days FOR INSERT TO ledger_app WITH CHECK (( SELECT ledger.acting_as('{office}'::text[]) AS acting_as));


--
-- Name: calendar_days calendar_days_read_by_all; Type: POLICY; Schema: ledger; Owner: -
--

CREATE POLICY calendar_days_read_by_all ON ledger.calendar_days FOR SELECT TO ledger_app USING ((( SELECT ledger.acting_account() AS acting_account) IS NOT NULL));


--
-- Name: calendar_days calendar_days_read_to_verify; Type: POLICY; Schema: ledger; Owner: -
--

CREATE POLICY calendar_days_read_to_verify ON ledger.calendar_days FOR SELECT TO ledger_audit USING (true);


--
-- Name: campaign_events; Type: ROW SECURITY; Schema: ledger; Owner: -
--

ALTER TABLE ledger.campaign_events ENABLE ROW LEVEL SECURITY;

--
-- Name: campaign_events campaign_events_added_by_the_office; Type: POLICY; Schema: ledger; Owner: -
--

CREATE POLICY campaign_events_added_by_the_office ON ledger.campaign_events FOR INSERT TO ledger_app WITH CHECK (((decided_by = ( SELECT ledger.acting_account() AS acting_account)) AND ( SELECT ledger.acting_as(ARRAY['office'::text]) AS acting_as)));


--
-- Name: campaign_events campaign_events_read_by_business; Type: POLICY; Schema: ledger; Owner: -
--

CREATE POLICY campaign_events_read_by_business ON ledger.campaign_events FOR SELECT TO ledger_app USING (( SELECT ledger.acting_anywhere(ARRAY['reporter'::text, 'reviewer'::text, 'verifier'::text, 'office'::text, 'director'::text, 'leader'::text, 'assessor'::text]) AS acting_anywhere));


--
-- Name: campaign_events campaign_events_read_to_verify; Type: POLICY; Schema: ledger; Owner: -
--

CREATE POLICY campaign_events_read_to_verify ON ledger.campaign_events FOR SELECT TO ledger_audit USING (true);


--
-- Name: campaigns; Type: ROW SECURITY; Schema: ledger; Owner: -
--

ALTER TABLE ledger.campaigns ENABLE ROW LEVEL SECURITY;

--
-- Name: campaigns campaigns_kept_by_the_office; Type: POLICY; Schema: ledger; Owner: -
--

CREATE POLICY campaigns_kept_by_the_office ON ledger.campaigns FOR INSERT TO ledger_app WITH CHECK (( SELECT ledger.acting_as(ARRAY['office'::text]) AS acting_as));


--
-- Name: campaigns campaigns_read_by_business; Type: POLICY; Schema: ledger; Owner: -
--

CREATE POLICY campaigns_read_by_business ON ledger.campaigns FOR SELECT TO ledger_app USING (( SELECT ledger.acting_anywhere(ARRAY['reporter'::text, 'reviewer'::text, 'verifier'::text, 'office'::text, 'director'::text, 'leader'::text, 'assessor'::text]) AS acting_anywhere));


--
-- Name: campaigns campaigns_read_to_verify; Type: POLICY; Schema: ledger; Owner: -
--

CREATE POLICY campaigns_read_to_verify ON ledger.campaigns FOR SELECT TO ledger_audit USING (true);


--
-- Name: checkpoints; Type: ROW SECURITY; Schema: ledger; Owner: -
--

ALTER TABLE ledger.checkpoints ENABLE ROW LEVEL SECURITY;

--
-- Name: checkpoints checkpoints_read_by_all; Type: POLICY; Schema: ledger; Owner: -
--

CREATE POLICY checkpoints_read_by_all ON ledger.checkpoints FOR SELECT TO ledger_app, ledger_auth, ledger_audit USING (true);


--
-- Name: checkpoints checkpoints_signed_by_the_service; Type: POLICY; Schema: ledger; Owner: -
--

CREATE POLICY checkpoints_signed_by_the_service ON ledger.checkpoints FOR INSERT TO ledger_auth WITH CHECK (true);


--
-- Name: checkpoints checkpoints_signed_by_whom_it_is_granted; Type: POLICY; Schema: ledger; Owner: -
--

CREATE POLICY checkpoints_signed_by_whom_it_is_granted ON ledger.checkpoints FOR INSERT TO ledger_app WITH CHECK (( SELECT ledger.acting_as(ARRAY['office'::text, 'director'::text, 'auditor'::text]) AS acting_as));


--
-- Name: credentials; Type: ROW SECURITY; Schema: ledger; Owner: -
--

ALTER TABLE ledger.credentials ENABLE ROW LEVEL SECURITY;

--
-- Name: credentials credentials_of_the_sign_in; Type: POLICY; Schema: ledger; Owner: -
--

CREATE POLICY credentials_of_the_sign_in ON ledger.credentials TO ledger_auth USING (true) WITH CHECK (true);


--
-- Name: credentials credentials_read_to_verify; Type: POLICY; Schema: ledger; Owner: -
--

CREATE POLICY credentials_read_to_verify ON ledger.credentials FOR SELECT TO ledger_audit USING (true);


--
-- Name: drafts; Type: ROW SECURITY; Schema: ledger; Owner: -
--

ALTER TABLE ledger.drafts ENABLE ROW LEVEL SECURITY;

--
-- Name: drafts drafts_of_reporters; Type: POLICY; Schema: ledger; Owner: -
--

CREATE POLICY drafts_of_reporters ON ledger.drafts TO ledger_app USING (ledger.acting_covers(ARRAY['reporter'::text], unit, form)) WITH CHECK ((ledger.acting_covers(ARRAY['reporter'::text], unit, form) AND (saved_by = ( SELECT ledger.acting_account() AS acting_account))));


--
-- Name: edition_proposals; Type: ROW SECURITY; Schema: ledger; Owner: -
--

ALTER TABLE ledger.edition_proposals ENABLE ROW LEVEL SECURITY;

--
-- Name: edition_proposals edition_proposals_kept_by_the_office; Type: POLICY; Schema: ledger; Owner: -
--

CREATE POLICY edition_proposals_kept_by_the_office ON ledger.edition_proposals FOR INSERT TO ledger_app WITH CHECK (( SELECT ledger.acting_as(ARRAY['office'::text, 'director'::text]) AS acting_as));


--
-- Name: edition_proposals edition_proposals_read_by_all; Type: POLICY; Schema: ledger; Owner: -
--

CREATE POLICY edition_proposals_read_by_all ON ledger.edition_proposals FOR SELECT TO ledger_app USING ((( SELECT ledger.acting_account() AS acting_account) IS NOT NULL));


--
-- Name: edition_proposals edition_proposals_read_to_verify; Type: POLICY; Schema: ledger; Owner: -
--

CREATE POLICY edition_proposals_read_to_verify ON ledger.edition_proposals FOR SELECT TO ledger_audit USING (true);


--
-- Name: editions; Type: ROW SECURITY; Schema: ledger; Owner: -
--

ALTER TABLE ledger.editions ENABLE ROW LEVEL SECURITY;

--
-- Name: editions editions_kept_by_the_office; Type: POLICY; Schema: ledger; Owner: -
--

CREATE POLICY editions_kept_by_the_office ON ledger.editions FOR INSERT TO ledger_app WITH CHECK (( SELECT ledger.acting_as(ARRAY['office'::text, 'director'::text]) AS acting_as));


--
-- Name: editions editions_read_by_all; Type: POLICY; Schema: ledger; Owner: -
--

CREATE POLICY editions_read_by_all ON ledger.editions FOR SELECT TO ledger_app USING ((( SELECT ledger.acting_account() AS acting_account) IS NOT NULL));


--
-- Name: editions editions_read_to_verify; Type: POLICY; Schema: ledger; Owner: -
--

CREATE POLICY editions_read_to_verify ON ledger.editions FOR SELECT TO ledger_audit USING (true);


--
-- Name: evaluations; Type: ROW SECURITY; Schema: ledger; Owner: -
--

ALTER TABLE ledger.evaluations ENABLE ROW LEVEL SECURITY;

--
-- Name: evaluations evaluations_kept_by_the_office; Type: POLICY; Schema: ledger; Owner: -
--

CREATE POLICY evaluations_kept_by_the_office ON ledger.evaluations FOR INSERT TO ledger_app WITH CHECK (( SELECT ledger.acting_as('{office}'::text[]) AS acting_as));


--
-- Name: evaluations evaluations_read_by_all; Type: POLICY; Schema: ledger; Owner: -
--

CREATE POLICY evaluations_read_by_all ON ledger.evaluations FOR SELECT TO ledger_app USING ((( SELECT ledger.acting_account() AS acting_account) IS NOT NULL));


--
-- Name: evaluations evaluations_read_to_verify; Type: POLICY; Schema: ledger; Owner: -
--

CREATE POLICY evaluations_read_to_verify ON ledger.evaluations FOR SELECT TO ledger_audit USING (true);


--
-- Name: external_ranks; Type: ROW SECURITY; Schema: ledger; Owner: -
--

ALTER TABLE ledger.external_ranks ENABLE ROW LEVEL SECURITY;

--
-- Name: external_ranks external_ranks_kept_by_the_office; Type: POLICY; Schema: ledger; Owner: -
--

CREATE POLICY external_ranks_kept_by_the_office ON ledger.external_ranks FOR INSERT TO ledger_app WITH CHECK (( SELECT ledger.acting_as(ARRAY['office'::text]) AS acting_as));


--
-- Name: external_ranks external_ranks_read_to_verify; Type: POLICY; Schema: ledger; Owner: -
--

CREATE POLICY external_ranks_read_to_verify ON ledger.external_ranks FOR SELECT TO ledger_audit USING (true);


--
-- Name: external_ranks external_ranks_read_with_the_record; Type: POLICY; Schema: ledger; Owner: -
--

CREATE POLICY external_ranks_read_with_the_record ON ledger.external_ranks FOR SELECT TO ledger_app USING ((EXISTS ( SELECT
   FROM ledger.records known
  WHERE (known.record = external_ranks.record))));


--
-- Name: forms; Type: ROW SECURITY; Schema: ledger; Owner: -
--

ALTER TABLE ledger.forms ENABLE ROW LEVEL SECURITY;

--
-- Name: forms forms_kept_by_the_office; Type: POLICY; Schema: ledger; Owner: -
--

CREATE POLICY forms_kept_by_the_office ON ledger.forms FOR INSERT TO ledger_app WITH CHECK (( SELECT ledger.acting_as('{office}'::text[]) AS acting_as));


--
-- Name: forms forms_read_by_all; Type: POLICY; Schema: ledger; Owner: -
--

CREATE POLICY forms_read_by_all ON ledger.forms FOR SELECT TO ledger_app USING ((( SELECT ledger.acting_account() AS acting_account) IS NOT NULL));


--
-- Name: forms forms_read_to_verify; Type: POLICY; Schema: ledger; Owner: -
--

CREATE POLICY forms_read_to_verify ON ledger.forms FOR SELECT TO ledger_audit USING (true);


--
-- Name: grant_ends; Type: ROW SECURITY; Schema: ledger; Owner: -
--

ALTER TABLE ledger.grant_ends ENABLE ROW LEVEL SECURITY;

--
-- Name: grant_ends grant_ends_added_by_security_administrator; Type: POLICY; Schema: ledger; Owner: -
--

CREATE POLICY grant_ends_added_by_security_administrator ON ledger.grant_ends FOR INSERT TO ledger_app WITH CHECK ((( SELECT ledger.acting_as(ARRAY['security_admin'::text]) AS acting_as) AND (account <> ( SELECT ledger.acting_account() AS acting_account))));


--
-- Name: grant_ends grant_ends_read_by_administrators; Type: POLICY; Schema: ledger; Owner: -
--

CREATE POLICY grant_ends_read_by_administrators ON ledger.grant_ends FOR SELECT TO ledger_app USING (((account = ( SELECT ledger.acting_account() AS acting_account)) OR ( SELECT ledger.acting_as(ARRAY['system_admin'::text, 'security_admin'::text]) AS acting_as)));


--
-- Name: grant_ends grant_ends_read_to_verify; Type: POLICY; Schema: ledger; Owner: -
--

CREATE POLICY grant_ends_read_to_verify ON ledger.grant_ends FOR SELECT TO ledger_audit USING (true);


--
-- Name: grants; Type: ROW SECURITY; Schema: ledger; Owner: -
--

ALTER TABLE ledger.grants ENABLE ROW LEVEL SECURITY;

--
-- Name: grants grants_added_by_security_administrator; Type: POLICY; Schema: ledger; Owner: -
--

CREATE POLICY grants_added_by_security_administrator ON ledger.grants FOR INSERT TO ledger_app WITH CHECK ((( SELECT ledger.acting_as(ARRAY['security_admin'::text]) AS acting_as) AND (account <> ( SELECT ledger.acting_account() AS acting_account))));


--
-- Name: grants grants_first; Type: POLICY; Schema: ledger; Owner: -
--

CREATE POLICY grants_first ON ledger.grants FOR INSERT TO ledger_auth WITH CHECK (ledger.has_no_administrator(role));


--
-- Name: grants grants_read_by_administrators; Type: POLICY; Schema: ledger; Owner: -
--

CREATE POLICY grants_read_by_administrators ON ledger.grants FOR SELECT TO ledger_app USING (((account = ( SELECT ledger.acting_account() AS acting_account)) OR ( SELECT ledger.acting_as(ARRAY['system_admin'::text, 'security_admin'::text]) AS acting_as)));


--
-- Name: grants grants_read_to_sign_in; Type: POLICY; Schema: ledger; Owner: -
--

CREATE POLICY grants_read_to_sign_in ON ledger.grants FOR SELECT TO ledger_auth USING (true);


--
-- Name: grants grants_read_to_verify; Type: POLICY; Schema: ledger; Owner: -
--

CREATE POLICY grants_read_to_verify ON ledger.grants FOR SELECT TO ledger_audit USING (true);


--
-- Name: honours; Type: ROW SECURITY; Schema: ledger; Owner: -
--

ALTER TABLE ledger.honours ENABLE ROW LEVEL SECURITY;

--
-- Name: honours honours_kept_by_the_office; Type: POLICY; Schema: ledger; Owner: -
--

CREATE POLICY honours_kept_by_the_office ON ledger.honours FOR INSERT TO ledger_app WITH CHECK (( SELECT ledger.acting_as(ARRAY['office'::text]) AS acting_as));


--
-- Name: honours honours_read_to_verify; Type: POLICY; Schema: ledger; Owner: -
--

CREATE POLICY honours_read_to_verify ON ledger.honours FOR SELECT TO ledger_audit USING (true);


--
-- Name: honours honours_read_with_the_record; Type: POLICY; Schema: ledger; Owner: -
--

CREATE POLICY honours_read_with_the_record ON ledger.honours FOR SELECT TO ledger_app USING ((EXISTS ( SELECT
   FROM ledger.records known
  WHERE (known.record = honours.record))));


--
-- Name: idempotency_keys; Type: ROW SECURITY; Schema: ledger; Owner: -
--

ALTER TABLE ledger.idempotency_keys ENABLE ROW LEVEL SECURITY;

--
-- Name: idempotency_keys idempotency_keys_own; Type: POLICY; Schema: ledger; Owner: -
--

CREATE POLICY idempotency_keys_own ON ledger.idempotency_keys TO ledger_app USING ((account = ( SELECT ledger.acting_account() AS acting_account))) WITH CHECK ((account = ( SELECT ledger.acting_account() AS acting_account)));


--
-- Name: idempotency_keys idempotency_keys_read_to_verify; Type: POLICY; Schema: ledger; Owner: -
--

CREATE POLICY idempotency_keys_read_to_verify ON ledger.idempotency_keys FOR SELECT TO ledger_audit USING (true);


--
-- Name: inbox_marks; Type: ROW SECURITY; Schema: ledger; Owner: -
--

ALTER TABLE ledger.inbox_marks ENABLE ROW LEVEL SECURITY;

--
-- Name: inbox_marks inbox_marks_of_oneself; Type: POLICY; Schema: ledger; Owner: -
--

CREATE POLICY inbox_marks_of_oneself ON ledger.inbox_marks TO ledger_app USING ((account = ( SELECT ledger.acting_account() AS acting_account))) WITH CHECK ((account = ( SELECT ledger.acting_account() AS acting_account)));


--
-- Name: indicators; Type: ROW SECURITY; Schema: ledger; Owner: -
--

ALTER TABLE ledger.indicators ENABLE ROW LEVEL SECURITY;

--
-- Name: indicators indicators_kept_by_the_office; Type: POLICY; Schema: ledger; Owner: -
--

CREATE POLICY indicators_kept_by_the_office ON ledger.indicators FOR INSERT TO ledger_app WITH CHECK (( SELECT ledger.acting_as('{office}'::text[]) AS acting_as));


--
-- Name: indicators indicators_read_by_all; Type: POLICY; Schema: ledger; Owner: -
--

CREATE POLICY indicators_read_by_all ON ledger.indicators FOR SELECT TO ledger_app USING ((( SELECT ledger.acting_account() AS acting_account) IS NOT NULL));


--
-- Name: indicators indicators_read_to_verify; Type: POLICY; Schema: ledger; Owner: -
--

CREATE POLICY indicators_read_to_verify ON ledger.indicators FOR SELECT TO ledger_audit USING (true);


--
-- Name: inspection_findings; Type: ROW SECURITY; Schema: ledger; Owner: -
--

ALTER TABLE ledger.inspection_findings ENABLE ROW LEVEL SECURITY;

--
-- Name: inspection_findings inspection_findings_kept_by_the_office; Type: POLICY; Schema: ledger; Owner: -
--

CREATE POLICY inspection_findings_kept_by_the_office ON ledger.inspection_findings FOR INSERT TO ledger_app WITH CHECK (( SELECT ledger.acting_as(ARRAY['office'::text]) AS acting_as));


--
-- Name: inspection_findings inspection_findings_read_to_verify; Type: POLICY; Schema: ledger; Owner: -
--

CREATE POLICY inspection_findings_read_to_verify ON ledger.inspection_findings FOR SELECT TO ledger_audit USING (true);


--
-- Name: inspection_findings inspection_findings_read_with_the_record; Type: POLICY; Schema: ledger; Owner: -
--

CREATE POLICY inspection_findings_read_with_the_record ON ledger.inspection_findings FOR SELECT TO ledger_app USING ((EXISTS ( SELECT
   FROM ledger.records known
  WHERE (known.record = inspection_findings.record))));


--
-- Name: inspections; Type: ROW SECURITY; Schema: ledger; Owner: -
--

ALTER TABLE ledger.inspections ENABLE ROW LEVEL SECURITY;

--
-- Name: inspections inspections_kept_by_the_office; Type: POLICY; Schema: ledger; Owner: -
--

CREATE POLICY inspections_kept_by_the_office ON ledger.inspections FOR INSERT TO ledger_app WITH CHECK (( SELECT ledger.acting_as(ARRAY['office'::text]) AS acting_as));


--
-- Name: inspections inspections_read_to_verify; Type: POLICY; Schema: ledger; Owner: -
--

CREATE POLICY inspections_read_to_verify ON ledger.inspections FOR SELECT TO ledger_audit USING (true);


--
-- Name: inspections inspections_read_with_the_record; Type: POLICY; Schema: ledger; Owner: -
--

CREATE POLICY inspections_read_with_the_record ON ledger.inspections FOR SELECT TO ledger_app USING ((EXISTS ( SELECT
   FROM ledger.records known
  WHERE (known.record = inspections.record))));


--
-- Name: journal_entries; Type: ROW SECURITY; Schema: ledger; Owner: -
--

ALTER TABLE ledger.journal_entries ENABLE ROW LEVEL SECURITY;

--
-- Name: journal_entries journal_entries_read_by_auditors; Type: POLICY; Schema: ledger; Owner: -
--

CREATE POLICY journal_entries_read_by_auditors ON ledger.journal_entries FOR SELECT TO ledger_app USING (( SELECT ledger.acting_as(ARRAY['auditor'::text]) AS acting_as));


--
-- Name: journal_entries journal_entries_read_to_verify; Type: POLICY; Schema: ledger; Owner: -
--

CREATE POLICY journal_entries_read_to_verify ON ledger.journal_entries FOR SELECT TO ledger_audit USING (true);


--
-- Name: matters; Type: ROW SECURITY; Schema: ledger; Owner: -
--

ALTER TABLE ledger.matters ENABLE ROW LEVEL SECURITY;

--
-- Name: matters matters_added_in_scope; Type: POLICY; Schema: ledger; Owner: -
--

CREATE POLICY matters_added_in_scope ON ledger.matters FOR INSERT TO ledger_app WITH CHECK ((( SELECT ledger.acting_as(ARRAY['office'::text]) AS acting_as) OR (unit = ANY (( SELECT ledger.acting_units(ARRAY['reporter'::text]) AS acting_units)::text[])) OR ((unit || '/tasks'::text) = ANY (( SELECT ledger.acting_units(ARRAY['reporter'::text]) AS acting_units)::text[]))));


--
-- Name: matters matters_read_to_verify; Type: POLICY; Schema: ledger; Owner: -
--

CREATE POLICY matters_read_to_verify ON ledger.matters FOR SELECT TO ledger_audit USING (true);


--
-- Name: matters matters_read_with_the_record; Type: POLICY; Schema: ledger; Owner: -
--

CREATE POLICY matters_read_with_the_record ON ledger.matters FOR SELECT TO ledger_app USING ((EXISTS ( SELECT
   FROM ledger.records known
  WHERE (known.record = matters.record))));


--
-- Name: meeting_addenda; Type: ROW SECURITY; Schema: ledger; Owner: -
--

ALTER TABLE ledger.meeting_addenda ENABLE ROW LEVEL SECURITY;

--
-- Name: meeting_addenda meeting_addenda_kept_by_the_office; Type: POLICY; Schema: ledger; Owner: -
--

CREATE POLICY meeting_addenda_kept_by_the_office ON ledger.meeting_addenda FOR INSERT TO ledger_app WITH CHECK (( SELECT ledger.acting_as(ARRAY['office'::text]) AS acting_as));


--
-- Name: meeting_addenda meeting_addenda_read_by_those_invited; Type: POLICY; Schema: ledger; Owner: -
--

CREATE POLICY meeting_addenda_read_by_those_invited ON ledger.meeting_addenda FOR SELECT TO ledger_app USING ((( SELECT ledger.acting_as(ARRAY['office'::text, 'director'::text]) AS acting_as) OR (meeting = ANY (( SELECT ledger.acting_meetings() AS acting_meetings)::text[]))));


--
-- Name: meeting_addenda meeting_addenda_read_to_verify; Type: POLICY; Schema: ledger; Owner: -
--

CREATE POLICY meeting_addenda_read_to_verify ON ledger.meeting_addenda FOR SELECT TO ledger_audit USING (true);


--
-- Name: meeting_attendance; Type: ROW SECURITY; Schema: ledger; Owner: -
--

ALTER TABLE ledger.meeting_attendance ENABLE ROW LEVEL SECURITY;

--
-- Name: meeting_attendance meeting_attendance_kept_by_the_office; Type: POLICY; Schema: ledger; Owner: -
--

CREATE POLICY meeting_attendance_kept_by_the_office ON ledger.meeting_attendance FOR INSERT TO ledger_app WITH CHECK (( SELECT ledger.acting_as(ARRAY['office'::text]) AS acting_as));


--
-- Name: meeting_attendance meeting_attendance_read_by_those_invited; Type: POLICY; Schema: ledger; Owner: -
--

CREATE POLICY meeting_attendance_read_by_those_invited ON ledger.meeting_attendance FOR SELECT TO ledger_app USING ((( SELECT ledger.acting_as(ARRAY['office'::text, 'director'::text]) AS acting_as) OR (meeting = ANY (( SELECT ledger.acting_meetings() AS acting_meetings)::text[]))));


--
-- Name: meeting_attendance meeting_attendance_read_to_verify; Type: POLICY; Schema: ledger; Owner: -
--

CREATE POLICY meeting_attendance_read_to_verify ON ledger.meeting_attendance FOR SELECT TO ledger_audit USING (true);


--
-- Name: meeting_items; Type: ROW SECURITY; Schema: ledger; Owner: -
--

ALTER TABLE ledger.meeting_items ENABLE ROW LEVEL SECURITY;

--
-- Name: meeting_items meeting_items_kept_by_the_office; Type: POLICY; Schema: ledger; Owner: -
--

CREATE POLICY meeting_items_kept_by_the_office ON ledger.meeting_items FOR INSERT TO ledger_app WITH CHECK (( SELECT ledger.acting_as(ARRAY['office'::text]) AS acting_as));


--
-- Name: meeting_items meeting_items_read_by_those_invited; Type: POLICY; Schema: ledger; Owner: -
--

CREATE POLICY meeting_items_read_by_those_invited ON ledger.meeting_items FOR SELECT TO ledger_app USING ((( SELECT ledger.acting_as(ARRAY['office'::text, 'director'::text]) AS acting_as) OR (meeting = ANY (( SELECT ledger.acting_meetings() AS acting_meetings)::text[]))));


--
-- Name: meeting_items meeting_items_read_to_verify; Type: POLICY; Schema: ledger; Owner: -
--

CREATE POLICY meeting_items_read_to_verify ON ledger.meeting_items FOR SELECT TO ledger_audit USING (true);


--
-- Name: meeting_minutes; Type: ROW SECURITY; Schema: ledger; Owner: -
--

ALTER TABLE ledger.meeting_minutes ENABLE ROW LEVEL SECURITY;

--
-- Name: meeting_minutes meeting_minutes_kept_by_the_office; Type: POLICY; Schema: ledger; Owner: -
--

CREATE POLICY meeting_minutes_kept_by_the_office ON ledger.meeting_minutes FOR INSERT TO ledger_app WITH CHECK (( SELECT ledger.acting_as(ARRAY['office'::text]) AS acting_as));


--
-- Name: meeting_minutes meeting_minutes_read_by_those_invited; Type: POLICY; Schema: ledger; Owner: -
--

CREATE POLICY meeting_minutes_read_by_those_invited ON ledger.meeting_minutes FOR SELECT TO ledger_app USING ((( SELECT ledger.acting_as(ARRAY['office'::text, 'director'::text]) AS acting_as) OR (meeting = ANY (( SELECT ledger.acting_meetings() AS acting_meetings)::text[]))));


--
-- Name: meeting_minutes meeting_minutes_read_to_verify; Type: POLICY; Schema: ledger; Owner: -
--

CREATE POLICY meeting_minutes_read_to_verify ON ledger.meeting_minutes FOR SELECT TO ledger_audit USING (true);


--
-- Name: meeting_plans; Type: ROW SECURITY; Schema: ledger; Owner: -
--

ALTER TABLE ledger.meeting_plans ENABLE ROW LEVEL SECURITY;

--
-- Name: meeting_plans meeting_plans_kept_by_the_office; Type: POLICY; Schema: ledger; Owner: -
--

CREATE POLICY meeting_plans_kept_by_the_office ON ledger.meeting_plans FOR INSERT TO ledger_app WITH CHECK (( SELECT ledger.acting_as(ARRAY['office'::text]) AS acting_as));


--
-- Name: meeting_plans meeting_plans_read_by_those_invited; Type: POLICY; Schema: ledger; Owner: -
--

CREATE POLICY meeting_plans_read_by_those_invited ON ledger.meeting_plans FOR SELECT TO ledger_app USING ((( SELECT ledger.acting_as(ARRAY['office'::text, 'director'::text]) AS acting_as) OR (meeting = ANY (( SELECT ledger.acting_meetings() AS acting_meetings)::text[]))));


--
-- Name: meeting_plans meeting_plans_read_to_verify; Type: POLICY; Schema: ledger; Owner: -
--

CREATE POLICY meeting_plans_read_to_verify ON ledger.meeting_plans FOR SELECT TO ledger_audit USING (true);


--
-- Name: meeting_relays; Type: ROW SECURITY; Schema: ledger; Owner: -
--

ALTER TABLE ledger.meeting_relays ENABLE ROW LEVEL SECURITY;

--
-- Name: meeting_relays meeting_relays_added_in_scope; Type: POLICY; Schema: ledger; Owner: -
--

CREATE POLICY meeting_relays_added_in_scope ON ledger.meeting_relays FOR INSERT TO ledger_app WITH CHECK (((reported_by = ( SELECT ledger.acting_account() AS acting_account)) AND (meeting = ANY (( SELECT ledger.acting_meetings() AS acting_meetings)::text[])) AND (( SELECT ledger.acting_everywhere(ARRAY['reporter'::text]) AS acting_everywhere) OR (unit = ANY (( SELECT ledger.acting_units(ARRAY['reporter'::text]) AS acting_units)::text[])) OR ((unit || '/tasks'::text) = ANY (( SELECT ledger.acting_units(ARRAY['reporter'::text]) AS acting_units)::text[])))));


--
-- Name: meeting_relays meeting_relays_read_by_those_invited; Type: POLICY; Schema: ledger; Owner: -
--

CREATE POLICY meeting_relays_read_by_those_invited ON ledger.meeting_relays FOR SELECT TO ledger_app USING ((( SELECT ledger.acting_as(ARRAY['office'::text, 'director'::text]) AS acting_as) OR (meeting = ANY (( SELECT ledger.acting_meetings() AS acting_meetings)::text[]))));


--
-- Name: meeting_relays meeting_relays_read_to_verify; Type: POLICY; Schema: ledger; Owner: -
--

CREATE POLICY meeting_relays_read_to_verify ON ledger.meeting_relays FOR SELECT TO ledger_audit USING (true);


--
-- Name: meeting_resolutions; Type: ROW SECURITY; Schema: ledger; Owner: -
--

ALTER TABLE ledger.meeting_resolutions ENABLE ROW LEVEL SECURITY;

--
-- Name: meeting_resolutions meeting_resolutions_kept_by_the_office; Type: POLICY; Schema: ledger; Owner: -
--

CREATE POLICY meeting_resolutions_kept_by_the_office ON ledger.meeting_resolutions FOR INSERT TO ledger_app WITH CHECK (( SELECT ledger.acting_as(ARRAY['office'::text]) AS acting_as));


--
-- Name: meeting_resolutions meeting_resolutions_read_by_those_invited; Type: POLICY; Schema: ledger; Owner: -
--

CREATE POLICY meeting_resolutions_read_by_those_invited ON ledger.meeting_resolutions FOR SELECT TO ledger_app USING ((( SELECT ledger.acting_as(ARRAY['office'::text, 'director'::text]) AS acting_as) OR (meeting = ANY (( SELECT ledger.acting_meetings() AS acting_meetings)::text[]))));


--
-- Name: meeting_resolutions meeting_resolutions_read_to_verify; Type: POLICY; Schema: ledger; Owner: -
--

CREATE POLICY meeting_resolutions_read_to_verify ON ledger.meeting_resolutions FOR SELECT TO ledger_audit USING (true);


--
-- Name: meeting_steps; Type: ROW SECURITY; Schema: ledger; Owner: -
--

ALTER TABLE ledger.meeting_steps ENABLE ROW LEVEL SECURITY;

--
-- Name: meeting_steps meeting_steps_called_by_office_or_director; Type: POLICY; Schema: ledger; Owner: -
--

CREATE POLICY meeting_steps_called_by_office_or_director ON ledger.meeting_steps FOR INSERT TO ledger_app WITH CHECK (((taken_by = ( SELECT ledger.acting_account() AS acting_account)) AND (( SELECT ledger.acting_as(ARRAY['office'::text]) AS acting_as) OR ((step = 'call'::text) AND ( SELECT ledger.acting_as(ARRAY['director'::text]) AS acting_as)))));


--
-- Name: meeting_steps meeting_steps_read_by_those_invited; Type: POLICY; Schema: ledger; Owner: -
--

CREATE POLICY meeting_steps_read_by_those_invited ON ledger.meeting_steps FOR SELECT TO ledger_app USING ((( SELECT ledger.acting_as(ARRAY['office'::text, 'director'::text]) AS acting_as) OR (meeting = ANY (( SELECT ledger.acting_meetings() AS acting_meetings)::text[]))));


--
-- Name: meeting_steps meeting_steps_read_to_verify; Type: POLICY; Schema: ledger; Owner: -
--

CREATE POLICY meeting_steps_read_to_verify ON ledger.meeting_steps FOR SELECT TO ledger_audit USING (true);


--
-- Name: meeting_tasks; Type: ROW SECURITY; Schema: ledger; Owner: -
--

ALTER TABLE ledger.meeting_tasks ENABLE ROW LEVEL SECURITY;

--
-- Name: meeting_tasks meeting_tasks_kept_by_the_office; Type: POLICY; Schema: ledger; Owner: -
--

CREATE POLICY meeting_tasks_kept_by_the_office ON ledger.meeting_tasks FOR INSERT TO ledger_app WITH CHECK (( SELECT ledger.acting_as(ARRAY['office'::text]) AS acting_as));


--
-- Name: meeting_tasks meeting_tasks_read_by_those_invited; Type: POLICY; Schema: ledger; Owner: -
--

CREATE POLICY meeting_tasks_read_by_those_invited ON ledger.meeting_tasks FOR SELECT TO ledger_app USING ((( SELECT ledger.acting_as(ARRAY['office'::text, 'director'::text]) AS acting_as) OR (meeting = ANY (( SELECT ledger.acting_meetings() AS acting_meetings)::text[]))));


--
-- Name: meeting_tasks meeting_tasks_read_to_verify; Type: POLICY; Schema: ledger; Owner: -
--

CREATE POLICY meeting_tasks_read_to_verify ON ledger.meeting_tasks FOR SELECT TO ledger_audit USING (true);


--
-- Name: method_approvals; Type: ROW SECURITY; Schema: ledger; Owner: -
--

ALTER TABLE ledger.method_approvals ENABLE ROW LEVEL SECURITY;

--
-- Name: method_approvals method_approvals_kept_by_the_office; Type: POLICY; Schema: ledger; Owner: -
--

CREATE POLICY method_approvals_kept_by_the_office ON ledger.method_approvals FOR INSERT TO ledger_app WITH CHECK (( SELECT ledger.acting_as('{director}'::text[]) AS acting_as));


--
-- Name: method_approvals method_approvals_read_by_all; Type: POLICY; Schema: ledger; Owner: -
--

CREATE POLICY method_approvals_read_by_all ON ledger.method_approvals FOR SELECT TO ledger_app USING ((( SELECT ledger.acting_account() AS acting_account) IS NOT NULL));


--
-- Name: method_approvals method_approvals_read_to_verify; Type: POLICY; Schema: ledger; Owner: -
--

CREATE POLICY method_approvals_read_to_verify ON ledger.method_approvals FOR SELECT TO ledger_audit USING (true);


--
-- Name: methods; Type: ROW SECURITY; Schema: ledger; Owner: -
--

ALTER TABLE ledger.methods ENABLE ROW LEVEL SECURITY;

--
-- Name: methods methods_kept_by_the_office; Type: POLICY; Schema: ledger; Owner: -
--

CREATE POLICY methods_kept_by_the_office ON ledger.methods FOR INSERT TO ledger_app WITH CHECK (( SELECT ledger.acting_as('{office}'::text[]) AS acting_as));


--
-- Name: methods methods_read_by_all; Type: POLICY; Schema: ledger; Owner: -
--

CREATE POLICY methods_read_by_all ON ledger.methods FOR SELECT TO ledger_app USING ((( SELECT ledger.acting_account() AS acting_account) IS NOT NULL));


--
-- Name: methods methods_read_to_verify; Type: POLICY; Schema: ledger; Owner: -
--

CREATE POLICY methods_read_to_verify ON ledger.methods FOR SELECT TO ledger_audit USING (true);


--
-- Name: month_events; Type: ROW SECURITY; Schema: ledger; Owner: -
--

ALTER TABLE ledger.month_events ENABLE ROW LEVEL SECURITY;

--
-- Name: month_events month_events_kept_by_the_office; Type: POLICY; Schema: ledger; Owner: -
--

CREATE POLICY month_events_kept_by_the_office ON ledger.month_events FOR INSERT TO ledger_app WITH CHECK (( SELECT ledger.acting_as(ARRAY['office'::text, 'director'::text]) AS acting_as));


--
-- Name: month_events month_events_read_by_all; Type: POLICY; Schema: ledger; Owner: -
--

CREATE POLICY month_events_read_by_all ON ledger.month_events FOR SELECT TO ledger_app USING ((( SELECT ledger.acting_account() AS acting_account) IS NOT NULL));


--
-- Name: month_events month_events_read_to_verify; Type: POLICY; Schema: ledger; Owner: -
--

CREATE POLICY month_events_read_to_verify ON ledger.month_events FOR SELECT TO ledger_audit USING (true);


--
-- Name: nofraud_standards; Type: ROW SECURITY; Schema: ledger; Owner: -
--

ALTER TABLE ledger.nofraud_standards ENABLE ROW LEVEL SECURITY;

--
-- Name: nofraud_standards nofraud_standards_kept_by_the_office; Type: POLICY; Schema: ledger; Owner: -
--

CREATE POLICY nofraud_standards_kept_by_the_office ON ledger.nofraud_standards FOR INSERT TO ledger_app WITH CHECK (( SELECT ledger.acting_as(ARRAY['office'::text]) AS acting_as));


--
-- Name: nofraud_standards nofraud_standards_read_by_business; Type: POLICY; Schema: ledger; Owner: -
--

CREATE POLICY nofraud_standards_read_by_business ON ledger.nofraud_standards FOR SELECT TO ledger_app USING (( SELECT ledger.acting_anywhere(ARRAY['reporter'::text, 'reviewer'::text, 'verifier'::text, 'office'::text, 'director'::text, 'leader'::text, 'assessor'::text]) AS acting_anywhere));


--
-- Name: nofraud_standards nofraud_standards_read_to_verify; Type: POLICY; Schema: ledger; Owner: -
--

CREATE POLICY nofraud_standards_read_to_verify ON ledger.nofraud_standards FOR SELECT TO ledger_audit USING (true);


--
-- Name: nofraud_units; Type: ROW SECURITY; Schema: ledger; Owner: -
--

ALTER TABLE ledger.nofraud_units ENABLE ROW LEVEL SECURITY;

--
-- Name: nofraud_units nofraud_units_added_in_scope; Type: POLICY; Schema: ledger; Owner: -
--

CREATE POLICY nofraud_units_added_in_scope ON ledger.nofraud_units FOR INSERT TO ledger_app WITH CHECK ((( SELECT ledger.acting_as(ARRAY['office'::text]) AS acting_as) OR (unit = ANY (( SELECT ledger.acting_units(ARRAY['reporter'::text]) AS acting_units)::text[])) OR ((unit || '/tasks'::text) = ANY (( SELECT ledger.acting_units(ARRAY['reporter'::text]) AS acting_units)::text[]))));


--
-- Name: nofraud_units nofraud_units_read_to_verify; Type: POLICY; Schema: ledger; Owner: -
--

CREATE POLICY nofraud_units_read_to_verify ON ledger.nofraud_units FOR SELECT TO ledger_audit USING (true);


--
-- Name: nofraud_units nofraud_units_read_with_the_record; Type: POLICY; Schema: ledger; Owner: -
--

CREATE POLICY nofraud_units_read_with_the_record ON ledger.nofraud_units FOR SELECT TO ledger_app USING ((EXISTS ( SELECT
   FROM ledger.records known
  WHERE (known.record = nofraud_units.record))));


--
-- Name: notices; Type: ROW SECURITY; Schema: ledger; Owner: -
--

ALTER TABLE ledger.notices ENABLE ROW LEVEL SECURITY;

--
-- Name: notices notices_kept_by_the_office; Type: POLICY; Schema: ledger; Owner: -
--

CREATE POLICY notices_kept_by_the_office ON ledger.notices FOR INSERT TO ledger_app WITH CHECK (( SELECT ledger.acting_as(ARRAY['office'::text]) AS acting_as));


--
-- Name: notices notices_read_to_verify; Type: POLICY; Schema: ledger; Owner: -
--

CREATE POLICY notices_read_to_verify ON ledger.notices FOR SELECT TO ledger_audit USING (true);


--
-- Name: notices notices_read_with_the_record; Type: POLICY; Schema: ledger; Owner: -
--

CREATE POLICY notices_read_with_the_record ON ledger.notices FOR SELECT TO ledger_app USING ((EXISTS ( SELECT
   FROM ledger.records known
  WHERE (known.record = notices.record))));


--
-- Name: policies; Type: ROW SECURITY; Schema: ledger; Owner: -
--

ALTER TABLE ledger.policies ENABLE ROW LEVEL SECURITY;

--
-- Name: policies policies_kept_by_security_administrator; Type: POLICY; Schema: ledger; Owner: -
--

CREATE POLICY policies_kept_by_security_administrator ON ledger.policies FOR INSERT TO ledger_app WITH CHECK (( SELECT ledger.acting_as(ARRAY['security_admin'::text]) AS acting_as));


--
-- Name: policies policies_of_the_sign_in; Type: POLICY; Schema: ledger; Owner: -
--

CREATE POLICY policies_of_the_sign_in ON ledger.policies TO ledger_auth USING (true) WITH CHECK (true);


--
-- Name: policies policies_read_by_all; Type: POLICY; Schema: ledger; Owner: -
--

CREATE POLICY policies_read_by_all ON ledger.policies FOR SELECT TO ledger_app USING ((( SELECT ledger.acting_account() AS acting_account) IS NOT NULL));


--
-- Name: policies policies_read_to_verify; Type: POLICY; Schema: ledger; Owner: -
--

CREATE POLICY policies_read_to_verify ON ledger.policies FOR SELECT TO ledger_audit USING (true);


--
-- Name: policy_documents; Type: ROW SECURITY; Schema: ledger; Owner: -
--

ALTER TABLE ledger.policy_documents ENABLE ROW LEVEL SECURITY;

--
-- Name: policy_documents policy_documents_kept_by_the_office; Type: POLICY; Schema: ledger; Owner: -
--

CREATE POLICY policy_documents_kept_by_the_office ON ledger.policy_documents FOR INSERT TO ledger_app WITH CHECK (( SELECT ledger.acting_as(ARRAY['office'::text]) AS acting_as));


--
-- Name: policy_documents policy_documents_read_to_verify; Type: POLICY; Schema: ledger; Owner: -
--

CREATE POLICY policy_documents_read_to_verify ON ledger.policy_documents FOR SELECT TO ledger_audit USING (true);


--
-- Name: policy_documents policy_documents_read_with_the_record; Type: POLICY; Schema: ledger; Owner: -
--

CREATE POLICY policy_documents_read_with_the_record ON ledger.policy_documents FOR SELECT TO ledger_app USING ((EXISTS ( SELECT
   FROM ledger.records known
  WHERE (known.record = policy_documents.record))));


--
-- Name: population_sources; Type: ROW SECURITY; Schema: ledger; Owner: -
--

ALTER TABLE ledger.population_sources ENABLE ROW LEVEL SECURITY;

--
-- Name: population_sources population_sources_kept_by_the_office; Type: POLICY; Schema: ledger; Owner: -
--

CREATE POLICY population_sources_kept_by_the_office ON ledger.population_sources FOR INSERT TO ledger_app WITH CHECK (( SELECT ledger.acting_as(ARRAY['office'::text]) AS acting_as));


--
-- Name: population_sources population_sources_read_by_all; Type: POLICY; Schema: ledger; Owner: -
--

CREATE POLICY population_sources_read_by_all ON ledger.population_sources FOR SELECT TO ledger_app USING ((( SELECT ledger.acting_account() AS acting_account) IS NOT NULL));


--
-- Name: population_sources population_sources_read_to_verify; Type: POLICY; Schema: ledger; Owner: -
--

CREATE POLICY population_sources_read_to_verify ON ledger.population_sources FOR SELECT TO ledger_audit USING (true);


--
-- Name: populations; Type: ROW SECURITY; Schema: ledger; Owner: -
--

ALTER TABLE ledger.populations ENABLE ROW LEVEL SECURITY;

--
-- Name: populations populations_kept_by_the_office; Type: POLICY; Schema: ledger; Owner: -
--

CREATE POLICY populations_kept_by_the_office ON ledger.populations FOR INSERT TO ledger_app WITH CHECK (( SELECT ledger.acting_as('{office}'::text[]) AS acting_as));


--
-- Name: populations populations_read_by_all; Type: POLICY; Schema: ledger; Owner: -
--

CREATE POLICY populations_read_by_all ON ledger.populations FOR SELECT TO ledger_app USING ((( SELECT ledger.acting_account() AS acting_account) IS NOT NULL));


--
-- Name: populations populations_read_to_verify; Type: POLICY; Schema: ledger; Owner: -
--

CREATE POLICY populations_read_to_verify ON ledger.populations FOR SELECT TO ledger_audit USING (true);


--
-- Name: record_events; Type: ROW SECURITY; Schema: ledger; Owner: -
--

ALTER TABLE ledger.record_events ENABLE ROW LEVEL SECURITY;

--
-- Name: record_events record_events_added_in_scope; Type: POLICY; Schema: ledger; Owner: -
--

CREATE POLICY record_events_added_in_scope ON ledger.record_events FOR INSERT TO ledger_app WITH CHECK (((acted_by = ( SELECT ledger.acting_account() AS acting_account)) AND (( SELECT ledger.acting_as(ARRAY['office'::text]) AS acting_as) OR ((act = ANY (ARRAY['rectify'::text, 'check'::text, 'answer'::text])) AND ((unit = ANY (( SELECT ledger.acting_units(ARRAY['reporter'::text]) AS acting_units)::text[])) OR ((unit || '/tasks'::text) = ANY (( SELECT ledger.acting_units(ARRAY['reporter'::text]) AS acting_units)::text[])))))));


--
-- Name: record_events record_events_read_to_verify; Type: POLICY; Schema: ledger; Owner: -
--

CREATE POLICY record_events_read_to_verify ON ledger.record_events FOR SELECT TO ledger_audit USING (true);


--
-- Name: record_events record_events_read_with_the_record; Type: POLICY; Schema: ledger; Owner: -
--

CREATE POLICY record_events_read_with_the_record ON ledger.record_events FOR SELECT TO ledger_app USING ((EXISTS ( SELECT
   FROM ledger.records known
  WHERE (known.record = record_events.record))));


--
-- Name: records; Type: ROW SECURITY; Schema: ledger; Owner: -
--

ALTER TABLE ledger.records ENABLE ROW LEVEL SECURITY;

--
-- Name: records records_added_in_scope; Type: POLICY; Schema: ledger; Owner: -
--

CREATE POLICY records_added_in_scope ON ledger.records FOR INSERT TO ledger_app WITH CHECK (((recorded_by = ( SELECT ledger.acting_account() AS acting_account)) AND (( SELECT ledger.acting_as(ARRAY['office'::text]) AS acting_as) OR ((split_part(record, '/'::text, 1) = ANY (ARRAY['matter'::text, 'nofraud'::text])) AND ((unit = ANY (( SELECT ledger.acting_units(ARRAY['reporter'::text]) AS acting_units)::text[])) OR ((unit || '/tasks'::text) = ANY (( SELECT ledger.acting_units(ARRAY['reporter'::text]) AS acting_units)::text[])))))));


--
-- Name: records records_read_by_those_concerned; Type: POLICY; Schema: ledger; Owner: -
--

CREATE POLICY records_read_by_those_concerned ON ledger.records FOR SELECT TO ledger_app USING ((( SELECT ledger.acting_everywhere(ARRAY['reporter'::text, 'reviewer'::text, 'verifier'::text, 'office'::text, 'director'::text, 'leader'::text, 'assessor'::text]) AS acting_everywhere) OR ((concerns = '{}'::text[]) AND ( SELECT ledger.acting_anywhere(ARRAY['reporter'::text, 'reviewer'::text, 'verifier'::text, 'office'::text, 'director'::text, 'leader'::text, 'assessor'::text]) AS acting_anywhere)) OR (concerns && ( SELECT COALESCE(array_agg(split_part(held.place, '/'::text, 1)), '{}'::text[]) AS "coalesce"
   FROM unnest(ledger.acting_units(ARRAY['reporter'::text, 'reviewer'::text, 'verifier'::text, 'office'::text, 'director'::text, 'leader'::text, 'assessor'::text])) held(place)))));


--
-- Name: records records_read_to_verify; Type: POLICY; Schema: ledger; Owner: -
--

CREATE POLICY records_read_to_verify ON ledger.records FOR SELECT TO ledger_audit USING (true);


--
-- Name: recoveries; Type: ROW SECURITY; Schema: ledger; Owner: -
--

ALTER TABLE ledger.recoveries ENABLE ROW LEVEL SECURITY;

--
-- Name: recoveries recoveries_read_by_all; Type: POLICY; Schema: ledger; Owner: -
--

CREATE POLICY recoveries_read_by_all ON ledger.recoveries FOR SELECT TO ledger_app USING ((( SELECT ledger.acting_account() AS acting_account) IS NOT NULL));


--
-- Name: recoveries recoveries_read_to_verify; Type: POLICY; Schema: ledger; Owner: -
--

CREATE POLICY recoveries_read_to_verify ON ledger.recoveries FOR SELECT TO ledger_audit USING (true);


--
-- Name: recoveries recoveries_recorded_by_auditors; Type: POLICY; Schema: ledger; Owner: -
--

CREATE POLICY recoveries_recorded_by_auditors ON ledger.recoveries FOR INSERT TO ledger_app WITH CHECK (((recorded_by = ( SELECT ledger.acting_account() AS acting_account)) AND ( SELECT ledger.acting_as(ARRAY['auditor'::text]) AS acting_as)));


--
-- Name: responsibility_lists; Type: ROW SECURITY; Schema: ledger; Owner: -
--

ALTER TABLE ledger.responsibility_lists ENABLE ROW LEVEL SECURITY;

--
-- Name: responsibility_lists responsibility_lists_kept_by_the_office; Type: POLICY; Schema: ledger; Owner: -
--

CREATE POLICY responsibility_lists_kept_by_the_office ON ledger.responsibility_lists FOR INSERT TO ledger_app WITH CHECK (( SELECT ledger.acting_as(ARRAY['office'::text]) AS acting_as));


--
-- Name: responsibility_lists responsibility_lists_read_by_business; Type: POLICY; Schema: ledger; Owner: -
--

CREATE POLICY responsibility_lists_read_by_business ON ledger.responsibility_lists FOR SELECT TO ledger_app USING (( SELECT ledger.acting_anywhere(ARRAY['reporter'::text, 'reviewer'::text, 'verifier'::text, 'office'::text, 'director'::text, 'leader'::text, 'assessor'::text]) AS acting_anywhere));


--
-- Name: responsibility_lists responsibility_lists_read_to_verify; Type: POLICY; Schema: ledger; Owner: -
--

CREATE POLICY responsibility_lists_read_to_verify ON ledger.responsibility_lists FOR SELECT TO ledger_audit USING (true);


--
-- Name: reviews; Type: ROW SECURITY; Schema: ledger; Owner: -
--

ALTER TABLE ledger.reviews ENABLE ROW LEVEL SECURITY;

--
-- Name: reviews reviews_added_in_scope; Type: POLICY; Schema: ledger; Owner: -
--

CREATE POLICY reviews_added_in_scope ON ledger.reviews FOR INSERT TO ledger_app WITH CHECK (((decided_by = ( SELECT ledger.acting_account() AS acting_account)) AND (( SELECT ledger.acting_everywhere(ARRAY['reviewer'::text, 'office'::text]) AS acting_everywhere) OR (unit = ANY (( SELECT ledger.acting_units(ARRAY['reviewer'::text, 'office'::text]) AS acting_units)::text[])) OR (((unit || '/'::text) || form) = ANY (( SELECT ledger.acting_units(ARRAY['reviewer'::text, 'office'::text]) AS acting_units)::text[])))));


--
-- Name: reviews reviews_read_in_scope; Type: POLICY; Schema: ledger; Owner: -
--

CREATE POLICY reviews_read_in_scope ON ledger.reviews FOR SELECT TO ledger_app USING ((( SELECT ledger.acting_everywhere(ARRAY['reporter'::text, 'reviewer'::text, 'verifier'::text, 'office'::text, 'director'::text, 'leader'::text, 'assessor'::text]) AS acting_everywhere) OR (unit = ANY (( SELECT ledger.acting_units(ARRAY['reporter'::text, 'reviewer'::text, 'verifier'::text, 'office'::text, 'director'::text, 'leader'::text, 'assessor'::text]) AS acting_units)::text[])) OR (((unit || '/'::text) || form) = ANY (( SELECT ledger.acting_units(ARRAY['reporter'::text, 'reviewer'::text, 'verifier'::text, 'office'::text, 'director'::text, 'leader'::text, 'assessor'::text]) AS acting_units)::text[]))));


--
-- Name: reviews reviews_read_to_verify; Type: POLICY; Schema: ledger; Owner: -
--

CREATE POLICY reviews_read_to_verify ON ledger.reviews FOR SELECT TO ledger_audit USING (true);


--
-- Name: revisions; Type: ROW SECURITY; Schema: ledger; Owner: -
--

ALTER TABLE ledger.revisions ENABLE ROW LEVEL SECURITY;

--
-- Name: revisions_2020; Type: ROW SECURITY; Schema: ledger; Owner: -
--

ALTER TABLE ledger.revisions_2020 ENABLE ROW LEVEL SECURITY;

--
-- Name: revisions_2021; Type: ROW SECURITY; Schema: ledger; Owner: -
--

ALTER TABLE ledger.revisions_2021 ENABLE ROW LEVEL SECURITY;

--
-- Name: revisions_2022; Type: ROW SECURITY; Schema: ledger; Owner: -
--

ALTER TABLE ledger.revisions_2022 ENABLE ROW LEVEL SECURITY;

--
-- Name: revisions_2023; Type: ROW SECURITY; Schema: ledger; Owner: -
--

ALTER TABLE ledger.revisions_2023 ENABLE ROW LEVEL SECURITY;

--
-- Name: revisions_2024; Type: ROW SECURITY; Schema: ledger; Owner: -
--

ALTER TABLE ledger.revisions_2024 ENABLE ROW LEVEL SECURITY;

--
-- Name: revisions_2025; Type: ROW SECURITY; Schema: ledger; Owner: -
--

ALTER TABLE ledger.revisions_2025 ENABLE ROW LEVEL SECURITY;

--
-- Name: revisions_2026; Type: ROW SECURITY; Schema: ledger; Owner: -
--

ALTER TABLE ledger.revisions_2026 ENABLE ROW LEVEL SECURITY;

--
-- Name: revisions_2027; Type: ROW SECURITY; Schema: ledger; Owner: -
--

ALTER TABLE ledger.revisions_2027 ENABLE ROW LEVEL SECURITY;

--
-- Name: revisions_2028; Type: ROW SECURITY; Schema: ledger; Owner: -
--

ALTER TABLE ledger.revisions_2028 ENABLE ROW LEVEL SECURITY;

--
-- Name: revisions_2029; Type: ROW SECURITY; Schema: ledger; Owner: -
--

ALTER TABLE ledger.revisions_2029 ENABLE ROW LEVEL SECURITY;

--
-- Name: revisions_2030; Type: ROW SECURITY; Schema: ledger; Owner: -
--

ALTER TABLE ledger.revisions_2030 ENABLE ROW LEVEL SECURITY;

--
-- Name: revisions_2031; Type: ROW SECURITY; Schema: ledger; Owner: -
--

ALTER TABLE ledger.revisions_2031 ENABLE ROW LEVEL SECURITY;

--
-- Name: revisions_2032; Type: ROW SECURITY; Schema: ledger; Owner: -
--

ALTER TABLE ledger.revisions_2032 ENABLE ROW LEVEL SECURITY;

--
-- Name: revisions_2033; Type: ROW SECURITY; Schema: ledger; Owner: -
--

ALTER TABLE ledger.revisions_2033 ENABLE ROW LEVEL SECURITY;

--
-- Name: revisions_2034; Type: ROW SECURITY; Schema: ledger; Owner: -
--

ALTER TABLE ledger.revisions_2034 ENABLE ROW LEVEL SECURITY;

--
-- Name: revisions_2035; Type: ROW SECURITY; Schema: ledger; Owner: -
--

ALTER TABLE ledger.revisions_2035 ENABLE ROW LEVEL SECURITY;

--
-- Name: revisions_2036; Type: ROW SECURITY; Schema: ledger; Owner: -
--

ALTER TABLE ledger.revisions_2036 ENABLE ROW LEVEL SECURITY;

--
-- Name: revisions_2037; Type: ROW SECURITY; Schema: ledger; Owner: -
--

ALTER TABLE ledger.revisions_2037 ENABLE ROW LEVEL SECURITY;

--
-- Name: revisions_2038; Type: ROW SECURITY; Schema: ledger; Owner: -
--

ALTER TABLE ledger.revisions_2038 ENABLE ROW LEVEL SECURITY;

--
-- Name: revisions_2039; Type: ROW SECURITY; Schema: ledger; Owner: -
--

ALTER TABLE ledger.revisions_2039 ENABLE ROW LEVEL SECURITY;

--
-- Name: revisions revisions_added_in_scope; Type: POLICY; Schema: ledger; Owner: -
--

CREATE POLICY revisions_added_in_scope ON ledger.revisions FOR INSERT TO ledger_app WITH CHECK (((submitted_by = ( SELECT ledger.acting_account() AS acting_account)) AND (( SELECT ledger.acting_everywhere(ARRAY['reporter'::text]) AS acting_everywhere) OR (unit = ANY (( SELECT ledger.acting_units(ARRAY['reporter'::text]) AS acting_units)::text[])) OR (((unit || '/'::text) || form) = ANY (( SELECT ledger.acting_units(ARRAY['reporter'::text]) AS acting_units)::text[])))));


--
-- Name: revisions_after_2039; Type: ROW SECURITY; Schema: ledger; Owner: -
--

ALTER TABLE ledger.revisions_after_2039 ENABLE ROW LEVEL SECURITY;

--
-- Name: revisions_before_2020; Type: ROW SECURITY; Schema: ledger; Owner: -
--

ALTER TABLE ledger.revisions_before_2020 ENABLE ROW LEVEL SECURITY;

--
-- Name: revisions revisions_read_in_scope; Type: POLICY; Schema: ledger; Owner: -
--

CREATE POLICY revisions_read_in_scope ON ledger.revisions FOR SELECT TO ledger_app USING ((( SELECT ledger.acting_everywhere(ARRAY['reporter'::text, 'reviewer'::text, 'verifier'::text, 'office'::text, 'director'::text, 'leader'::text, 'assessor'::text]) AS acting_everywhere) OR (unit = ANY (( SELECT ledger.acting_units(ARRAY['reporter'::text, 'reviewer'::text, 'verifier'::text, 'office'::text, 'director'::text, 'leader'::text, 'assessor'::text]) AS acting_units)::text[])) OR (((unit || '/'::text) || form) = ANY (( SELECT ledger.acting_units(ARRAY['reporter'::text, 'reviewer'::text, 'verifier'::text, 'office'::text, 'director'::text, 'leader'::text, 'assessor'::text]) AS acting_units)::text[]))));


--
-- Name: revisions revisions_read_to_verify; Type: POLICY; Schema: ledger; Owner: -
--

CREATE POLICY revisions_read_to_verify ON ledger.revisions FOR SELECT TO ledger_audit USING (true);


--
-- Name: second_factors; Type: ROW SECURITY; Schema: ledger; Owner: -
--

ALTER TABLE ledger.second_factors ENABLE ROW LEVEL SECURITY;

--
-- Name: second_factors second_factors_of_the_sign_in; Type: POLICY; Schema: ledger; Owner: -
--

CREATE POLICY second_factors_of_the_sign_in ON ledger.second_factors TO ledger_auth USING (true) WITH CHECK (true);


--
-- Name: second_factors second_factors_read_to_verify; Type: POLICY; Schema: ledger; Owner: -
--

CREATE POLICY second_factors_read_to_verify ON ledger.second_factors FOR SELECT TO ledger_audit USING (true);


--
-- Name: sign_in_attempts; Type: ROW SECURITY; Schema: ledger; Owner: -
--

ALTER TABLE ledger.sign_in_attempts ENABLE ROW LEVEL SECURITY;

--
-- Name: sign_in_attempts sign_in_attempts_of_the_sign_in; Type: POLICY; Schema: ledger; Owner: -
--

CREATE POLICY sign_in_attempts_of_the_sign_in ON ledger.sign_in_attempts TO ledger_auth USING (true) WITH CHECK (true);


--
-- Name: step_decisions; Type: ROW SECURITY; Schema: ledger; Owner: -
--

ALTER TABLE ledger.step_decisions ENABLE ROW LEVEL SECURITY;

--
-- Name: step_decisions step_decisions_added_in_scope; Type: POLICY; Schema: ledger; Owner: -
--

CREATE POLICY step_decisions_added_in_scope ON ledger.step_decisions FOR INSERT TO ledger_app WITH CHECK (((decided_by = ( SELECT ledger.acting_account() AS acting_account)) AND (( SELECT ledger.acting_everywhere(ARRAY['office'::text, 'director'::text, 'leader'::text]) AS acting_everywhere) OR (unit = ANY (( SELECT ledger.acting_units(ARRAY['office'::text, 'director'::text, 'leader'::text]) AS acting_units)::text[])))));


--
-- Name: step_decisions step_decisions_read_in_scope; Type: POLICY; Schema: ledger; Owner: -
--

CREATE POLICY step_decisions_read_in_scope ON ledger.step_decisions FOR SELECT TO ledger_app USING ((( SELECT ledger.acting_everywhere(ARRAY['reporter'::text, 'reviewer'::text, 'verifier'::text, 'office'::text, 'director'::text, 'leader'::text, 'assessor'::text]) AS acting_everywhere) OR (unit = ANY (( SELECT COALESCE(array_agg(split_part(held.place, '/'::text, 1)), '{}'::text[]) AS "coalesce"
   FROM unnest(ledger.acting_units(ARRAY['reporter'::text, 'reviewer'::text, 'verifier'::text, 'office'::text, 'director'::text, 'leader'::text, 'assessor'::text])) held(place))::text[]))));


--
-- Name: step_decisions step_decisions_read_to_verify; Type: POLICY; Schema: ledger; Owner: -
--

CREATE POLICY step_decisions_read_to_verify ON ledger.step_decisions FOR SELECT TO ledger_audit USING (true);


--
-- Name: step_events; Type: ROW SECURITY; Schema: ledger; Owner: -
--

ALTER TABLE ledger.step_events ENABLE ROW LEVEL SECURITY;

--
-- Name: step_events step_events_added_in_their_roles; Type: POLICY; Schema: ledger; Owner: -
--

CREATE POLICY step_events_added_in_their_roles ON ledger.step_events FOR INSERT TO ledger_app WITH CHECK (((recorded_by = ( SELECT ledger.acting_account() AS acting_account)) AND
CASE
    WHEN (kind = ANY (ARRAY['reply'::text, 'plan'::text, 'report'::text, 'progress'::text, 'objection'::text])) THEN (( SELECT ledger.acting_everywhere(ARRAY['reporter'::text]) AS acting_everywhere) OR (unit = ANY (( SELECT ledger.acting_units(ARRAY['reporter'::text]) AS acting_units)::text[])) OR ((unit || '/tasks'::text) = ANY (( SELECT ledger.acting_units(ARRAY['reporter'::text]) AS acting_units)::text[])))
    WHEN (kind = ANY (ARRAY['objection_upheld'::text, 'objection_rejected'::text])) THEN (( SELECT ledger.acting_everywhere(ARRAY['director'::text, 'leader'::text]) AS acting_everywhere) OR (unit = ANY (( SELECT ledger.acting_units(ARRAY['director'::text, 'leader'::text]) AS acting_units)::text[])))
    WHEN (kind = 'continued'::text) THEN (( SELECT ledger.acting_everywhere(ARRAY['office'::text, 'director'::text, 'leader'::text]) AS acting_everywhere) OR (unit = ANY (( SELECT ledger.acting_units(ARRAY['office'::text, 'director'::text, 'leader'::text]) AS acting_units)::text[])))
    ELSE (( SELECT ledger.acting_everywhere(ARRAY['office'::text]) AS acting_everywhere) OR (unit = ANY (( SELECT ledger.acting_units(ARRAY['office'::text]) AS acting_units)::text[])))
END));


--
-- Name: step_events step_events_read_in_scope; Type: POLICY; Schema: ledger; Owner: -
--

CREATE POLICY step_events_read_in_scope ON ledger.step_events FOR SELECT TO ledger_app USING ((( SELECT ledger.acting_everywhere(ARRAY['reporter'::text, 'reviewer'::text, 'verifier'::text, 'office'::text, 'director'::text, 'leader'::text, 'assessor'::text]) AS acting_everywhere) OR (unit = ANY (( SELECT COALESCE(array_agg(split_part(held.place, '/'::text, 1)), '{}'::text[]) AS "coalesce"
   FROM unnest(ledger.acting_units(ARRAY['reporter'::text, 'reviewer'::text, 'verifier'::text, 'office'::text, 'director'::text, 'leader'::text, 'assessor'::text])) held(place))::text[]))));


--
-- Name: step_events step_events_read_to_verify; Type: POLICY; Schema: ledger; Owner: -
--

CREATE POLICY step_events_read_to_verify ON ledger.step_events FOR SELECT TO ledger_audit USING (true);


--
-- Name: step_grounds; Type: ROW SECURITY; Schema: ledger; Owner: -
--

ALTER TABLE ledger.step_grounds ENABLE ROW LEVEL SECURITY;

--
-- Name: step_grounds step_grounds_added_in_scope; Type: POLICY; Schema: ledger; Owner: -
--

CREATE POLICY step_grounds_added_in_scope ON ledger.step_grounds FOR INSERT TO ledger_app WITH CHECK ((( SELECT ledger.acting_everywhere(ARRAY['office'::text, 'director'::text, 'leader'::text]) AS acting_everywhere) OR (unit = ANY (( SELECT ledger.acting_units(ARRAY['office'::text, 'director'::text, 'leader'::text]) AS acting_units)::text[]))));


--
-- Name: step_grounds step_grounds_read_in_scope; Type: POLICY; Schema: ledger; Owner: -
--

CREATE POLICY step_grounds_read_in_scope ON ledger.step_grounds FOR SELECT TO ledger_app USING ((( SELECT ledger.acting_everywhere(ARRAY['reporter'::text, 'reviewer'::text, 'verifier'::text, 'office'::text, 'director'::text, 'leader'::text, 'assessor'::text]) AS acting_everywhere) OR (unit = ANY (( SELECT COALESCE(array_agg(split_part(held.place, '/'::text, 1)), '{}'::text[]) AS "coalesce"
   FROM unnest(ledger.acting_units(ARRAY['reporter'::text, 'reviewer'::text, 'verifier'::text, 'office'::text, 'director'::text, 'leader'::text, 'assessor'::text])) held(place))::text[]))));


--
-- Name: step_grounds step_grounds_read_to_verify; Type: POLICY; Schema: ledger; Owner: -
--

CREATE POLICY step_grounds_read_to_verify ON ledger.step_grounds FOR SELECT TO ledger_audit USING (true);


--
-- Name: step_triggers; Type: ROW SECURITY; Schema: ledger; Owner: -
--

ALTER TABLE ledger.step_triggers ENABLE ROW LEVEL SECURITY;

--
-- Name: step_triggers step_triggers_added_in_scope; Type: POLICY; Schema: ledger; Owner: -
--

CREATE POLICY step_triggers_added_in_scope ON ledger.step_triggers FOR INSERT TO ledger_app WITH CHECK (((recorded_by = ( SELECT ledger.acting_account() AS acting_account)) AND (( SELECT ledger.acting_everywhere(ARRAY['office'::text]) AS acting_everywhere) OR (unit = ANY (( SELECT ledger.acting_units(ARRAY['office'::text]) AS acting_units)::text[])))));


--
-- Name: step_triggers step_triggers_read_in_scope; Type: POLICY; Schema: ledger; Owner: -
--

CREATE POLICY step_triggers_read_in_scope ON ledger.step_triggers FOR SELECT TO ledger_app USING ((( SELECT ledger.acting_everywhere(ARRAY['reporter'::text, 'reviewer'::text, 'verifier'::text, 'office'::text, 'director'::text, 'leader'::text, 'assessor'::text]) AS acting_everywhere) OR (unit = ANY (( SELECT COALESCE(array_agg(split_part(held.place, '/'::text, 1)), '{}'::text[]) AS "coalesce"
   FROM unnest(ledger.acting_units(ARRAY['reporter'::text, 'reviewer'::text, 'verifier'::text, 'office'::text, 'director'::text, 'leader'::text, 'assessor'::text])) held(place))::text[]))));


--
-- Name: step_triggers step_triggers_read_to_verify; Type: POLICY; Schema: ledger; Owner: -
--

CREATE POLICY step_triggers_read_to_verify ON ledger.step_triggers FOR SELECT TO ledger_audit USING (true);


--
-- Name: targets; Type: ROW SECURITY; Schema: ledger; Owner: -
--

ALTER TABLE ledger.targets ENABLE ROW LEVEL SECURITY;

--
-- Name: targets targets_kept_by_the_office; Type: POLICY; Schema: ledger; Owner: -
--

CREATE POLICY targets_kept_by_the_office ON ledger.targets FOR INSERT TO ledger_app WITH CHECK (( SELECT ledger.acting_as('{office}'::text[]) AS acting_as));


--
-- Name: targets targets_read_in_scope; Type: POLICY; Schema: ledger; Owner: -
--

CREATE POLICY targets_read_in_scope ON ledger.targets FOR SELECT TO ledger_app USING ((( SELECT ledger.acting_everywhere(ARRAY['reporter'::text, 'reviewer'::text, 'verifier'::text, 'office'::text, 'director'::text, 'leader'::text, 'assessor'::text]) AS acting_everywhere) OR (unit = ANY (( SELECT COALESCE(array_agg(split_part(held.place, '/'::text, 1)), '{}'::text[]) AS "coalesce"
   FROM unnest(ledger.acting_units(ARRAY['reporter'::text, 'reviewer'::text, 'verifier'::text, 'office'::text, 'director'::text, 'leader'::text, 'assessor'::text])) held(place))::text[]))));


--
-- Name: targets targets_read_to_verify; Type: POLICY; Schema: ledger; Owner: -
--

CREATE POLICY targets_read_to_verify ON ledger.targets FOR SELECT TO ledger_audit USING (true);


--
-- Name: task_decisions; Type: ROW SECURITY; Schema: ledger; Owner: -
--

ALTER TABLE ledger.task_decisions ENABLE ROW LEVEL SECURITY;

--
-- Name: task_decisions task_decisions_added_by_the_office; Type: POLICY; Schema: ledger; Owner: -
--

CREATE POLICY task_decisions_added_by_the_office ON ledger.task_decisions FOR INSERT TO ledger_app WITH CHECK (((decided_by = ( SELECT ledger.acting_account() AS acting_account)) AND ( SELECT ledger.acting_as(ARRAY['office'::text]) AS acting_as)));


--
-- Name: task_decisions task_decisions_read_by_business; Type: POLICY; Schema: ledger; Owner: -
--

CREATE POLICY task_decisions_read_by_business ON ledger.task_decisions FOR SELECT TO ledger_app USING (( SELECT ledger.acting_anywhere(ARRAY['reporter'::text, 'reviewer'::text, 'verifier'::text, 'office'::text, 'director'::text, 'leader'::text, 'assessor'::text]) AS acting_anywhere));


--
-- Name: task_decisions task_decisions_read_to_verify; Type: POLICY; Schema: ledger; Owner: -
--

CREATE POLICY task_decisions_read_to_verify ON ledger.task_decisions FOR SELECT TO ledger_audit USING (true);


--
-- Name: task_reports; Type: ROW SECURITY; Schema: ledger; Owner: -
--

ALTER TABLE ledger.task_reports ENABLE ROW LEVEL SECURITY;

--
-- Name: task_reports task_reports_added_in_scope; Type: POLICY; Schema: ledger; Owner: -
--

CREATE POLICY task_reports_added_in_scope ON ledger.task_reports FOR INSERT TO ledger_app WITH CHECK (((reported_by = ( SELECT ledger.acting_account() AS acting_account)) AND (( SELECT ledger.acting_everywhere(ARRAY['reporter'::text]) AS acting_everywhere) OR (unit = ANY (( SELECT ledger.acting_units(ARRAY['reporter'::text]) AS acting_units)::text[])) OR ((unit || '/tasks'::text) = ANY (( SELECT ledger.acting_units(ARRAY['reporter'::text]) AS acting_units)::text[])))));


--
-- Name: task_reports task_reports_read_by_business; Type: POLICY; Schema: ledger; Owner: -
--

CREATE POLICY task_reports_read_by_business ON ledger.task_reports FOR SELECT TO ledger_app USING (( SELECT ledger.acting_anywhere(ARRAY['reporter'::text, 'reviewer'::text, 'verifier'::text, 'office'::text, 'director'::text, 'leader'::text, 'assessor'::text]) AS acting_anywhere));


--
-- Name: task_reports task_reports_read_to_verify; Type: POLICY; Schema: ledger; Owner: -
--

CREATE POLICY task_reports_read_to_verify ON ledger.task_reports FOR SELECT TO ledger_audit USING (true);


--
-- Name: task_versions; Type: ROW SECURITY; Schema: ledger; Owner: -
--

ALTER TABLE ledger.task_versions ENABLE ROW LEVEL SECURITY;

--
-- Name: task_versions task_versions_kept_by_the_office; Type: POLICY; Schema: ledger; Owner: -
--

CREATE POLICY task_versions_kept_by_the_office ON ledger.task_versions FOR INSERT TO ledger_app WITH CHECK (( SELECT ledger.acting_as(ARRAY['office'::text]) AS acting_as));


--
-- Name: task_versions task_versions_read_by_business; Type: POLICY; Schema: ledger; Owner: -
--

CREATE POLICY task_versions_read_by_business ON ledger.task_versions FOR SELECT TO ledger_app USING (( SELECT ledger.acting_anywhere(ARRAY['reporter'::text, 'reviewer'::text, 'verifier'::text, 'office'::text, 'director'::text, 'leader'::text, 'assessor'::text]) AS acting_anywhere));


--
-- Name: task_versions task_versions_read_to_verify; Type: POLICY; Schema: ledger; Owner: -
--

CREATE POLICY task_versions_read_to_verify ON ledger.task_versions FOR SELECT TO ledger_audit USING (true);


--
-- Name: tasks; Type: ROW SECURITY; Schema: ledger; Owner: -
--

ALTER TABLE ledger.tasks ENABLE ROW LEVEL SECURITY;

--
-- Name: tasks tasks_kept_by_the_office; Type: POLICY; Schema: ledger; Owner: -
--

CREATE POLICY tasks_kept_by_the_office ON ledger.tasks FOR INSERT TO ledger_app WITH CHECK (( SELECT ledger.acting_as(ARRAY['office'::text]) AS acting_as));


--
-- Name: tasks tasks_read_by_business; Type: POLICY; Schema: ledger; Owner: -
--

CREATE POLICY tasks_read_by_business ON ledger.tasks FOR SELECT TO ledger_app USING (( SELECT ledger.acting_anywhere(ARRAY['reporter'::text, 'reviewer'::text, 'verifier'::text, 'office'::text, 'director'::text, 'leader'::text, 'assessor'::text]) AS acting_anywhere));


--
-- Name: tasks tasks_read_to_verify; Type: POLICY; Schema: ledger; Owner: -
--

CREATE POLICY tasks_read_to_verify ON ledger.tasks FOR SELECT TO ledger_audit USING (true);


--
-- Name: tile_places; Type: ROW SECURITY; Schema: ledger; Owner: -
--

ALTER TABLE ledger.tile_places ENABLE ROW LEVEL SECURITY;

--
-- Name: tile_places tile_places_kept_by_the_office; Type: POLICY; Schema: ledger; Owner: -
--

CREATE POLICY tile_places_kept_by_the_office ON ledger.tile_places FOR INSERT TO ledger_app WITH CHECK (( SELECT ledger.acting_as(ARRAY['office'::text]) AS acting_as));


--
-- Name: tile_places tile_places_read_by_all; Type: POLICY; Schema: ledger; Owner: -
--

CREATE POLICY tile_places_read_by_all ON ledger.tile_places FOR SELECT TO ledger_app USING ((( SELECT ledger.acting_account() AS acting_account) IS NOT NULL));


--
-- Name: tile_places tile_places_read_to_verify; Type: POLICY; Schema: ledger; Owner: -
--

CREATE POLICY tile_places_read_to_verify ON ledger.tile_places FOR SELECT TO ledger_audit USING (true);


--
-- Name: unit_versions; Type: ROW SECURITY; Schema: ledger; Owner: -
--

ALTER TABLE ledger.unit_versions ENABLE ROW LEVEL SECURITY;

--
-- Name: unit_versions unit_versions_kept_by_the_office; Type: POLICY; Schema: ledger; Owner: -
--

CREATE POLICY unit_versions_kept_by_the_office ON ledger.unit_versions FOR INSERT TO ledger_app WITH CHECK (( SELECT ledger.acting_as('{office}'::text[]) AS acting_as));


--
-- Name: unit_versions unit_versions_read_by_all; Type: POLICY; Schema: ledger; Owner: -
--

CREATE POLICY unit_versions_read_by_all ON ledger.unit_versions FOR SELECT TO ledger_app USING ((( SELECT ledger.acting_account() AS acting_account) IS NOT NULL));


--
-- Name: unit_versions unit_versions_read_to_verify; Type: POLICY; Schema: ledger; Owner: -
--

CREATE POLICY unit_versions_read_to_verify ON ledger.unit_versions FOR SELECT TO ledger_audit USING (true);


--
-- Name: units; Type: ROW SECURITY; Schema: ledger; Owner: -
--

ALTER TABLE ledger.units ENABLE ROW LEVEL SECURITY;

--
-- Name: units units_kept_by_the_office; Type: POLICY; Schema: ledger; Owner: -
--

CREATE POLICY units_kept_by_the_office ON ledger.units FOR INSERT TO ledger_app WITH CHECK (( SELECT ledger.acting_as('{office}'::text[]) AS acting_as));


--
-- Name: units units_read_by_all; Type: POLICY; Schema: ledger; Owner: -
--

CREATE POLICY units_read_by_all ON ledger.units FOR SELECT TO ledger_app USING ((( SELECT ledger.acting_account() AS acting_account) IS NOT NULL));


--
-- Name: units units_read_to_verify; Type: POLICY; Schema: ledger; Owner: -
--

CREATE POLICY units_read_to_verify ON ledger.units FOR SELECT TO ledger_audit USING (true);


--
-- Name: used_codes; Type: ROW SECURITY; Schema: ledger; Owner: -
--

ALTER TABLE ledger.used_codes ENABLE ROW LEVEL SECURITY;

--
-- Name: used_codes used_codes_of_the_sign_in; Type: POLICY; Schema: ledger; Owner: -
--

CREATE POLICY used_codes_of_the_sign_in ON ledger.used_codes TO ledger_auth USING (true) WITH CHECK (true);


--
-- Name: verifications; Type: ROW SECURITY; Schema: ledger; Owner: -
--

ALTER TABLE ledger.verifications ENABLE ROW LEVEL SECURITY;

--
-- Name: verifications verifications_added_in_scope; Type: POLICY; Schema: ledger; Owner: -
--

CREATE POLICY verifications_added_in_scope ON ledger.verifications FOR INSERT TO ledger_app WITH CHECK (((decided_by = ( SELECT ledger.acting_account() AS acting_account)) AND (( SELECT ledger.acting_everywhere(ARRAY['verifier'::text]) AS acting_everywhere) OR (unit = ANY (( SELECT ledger.acting_units(ARRAY['verifier'::text]) AS acting_units)::text[])) OR (((unit || '/'::text) || form) = ANY (( SELECT ledger.acting_units(ARRAY['verifier'::text]) AS acting_units)::text[])))));


--
-- Name: verifications verifications_read_in_scope; Type: POLICY; Schema: ledger; Owner: -
--

CREATE POLICY verifications_read_in_scope ON ledger.verifications FOR SELECT TO ledger_app USING ((( SELECT ledger.acting_everywhere(ARRAY['reporter'::text, 'reviewer'::text, 'verifier'::text, 'office'::text, 'director'::text, 'leader'::text, 'assessor'::text]) AS acting_everywhere) OR (unit = ANY (( SELECT ledger.acting_units(ARRAY['reporter'::text, 'reviewer'::text, 'verifier'::text, 'office'::text, 'director'::text, 'leader'::text, 'assessor'::text]) AS acting_units)::text[])) OR (((unit || '/'::text) || form) = ANY (( SELECT ledger.acting_units(ARRAY['reporter'::text, 'reviewer'::text, 'verifier'::text, 'office'::text, 'director'::text, 'leader'::text, 'assessor'::text]) AS acting_units)::text[]))));


--
-- Name: verifications verifications_read_to_verify; Type: POLICY; Schema: ledger; Owner: -
--

CREATE POLICY verifications_read_to_verify ON ledger.verifications FOR SELECT TO ledger_audit USING (true);


--
-- Name: SCHEMA ledger; Type: ACL; Schema: -; Owner: -
--

GRANT USAGE ON SCHEMA ledger TO ledger_app;
GRANT USAGE ON SCHEMA ledger TO ledger_auth;
GRANT USAGE ON SCHEMA ledger TO ledger_audit;


--
-- Name: FUNCTION acting_account(); Type: ACL; Schema: ledger; Owner: -
--

REVOKE ALL ON FUNCTION ledger.acting_account() FROM PUBLIC;
GRANT ALL ON FUNCTION ledger.acting_account() TO ledger_app;
GRANT ALL ON FUNCTION ledger.acting_account() TO ledger_auth;
GRANT ALL ON FUNCTION ledger.acting_account() TO ledger_audit;


--
-- Name: FUNCTION acting_anywhere(wanted_roles text[]); Type: ACL; Schema: ledger; Owner: -
--

REVOKE ALL ON FUNCTION ledger.acting_anywhere(wanted_roles text[]) FROM PUBLIC;
GRANT ALL ON FUNCTION ledger.acting_anywhere(wanted_roles text[]) TO ledger_app;
GRANT ALL ON FUNCTION ledger.acting_anywhere(wanted_roles text[]) TO ledger_auth;


--
-- Name: FUNCTION acting_as(wanted_roles text[]); Type: ACL; Schema: ledger; Owner: -
--

REVOKE ALL ON FUNCTION ledger.acting_as(wanted_roles text[]) FROM PUBLIC;
GRANT ALL ON FUNCTION ledger.acting_as(wanted_roles text[]) TO ledger_app;
GRANT ALL ON FUNCTION ledger.acting_as(wanted_roles text[]) TO ledger_auth;
GRANT ALL ON FUNCTION ledger.acting_as(wanted_roles text[]) TO ledger_audit;


--
-- Name: FUNCTION acting_covers(wanted_roles text[], wanted_unit text, wanted_form text); Type: ACL; Schema: ledger; Owner: -
--

REVOKE ALL ON FUNCTION ledger.acting_covers(wanted_roles text[], wanted_unit text, wanted_form text) FROM PUBLIC;
GRANT ALL ON FUNCTION ledger.acting_covers(wanted_roles text[], wanted_unit text, wanted_form text) TO ledger_app;


--
-- Name: FUNCTION acting_details(OUT everywhere boolean, OUT units text[]); Type: ACL; Schema: ledger; Owner: -
--

REVOKE ALL ON FUNCTION ledger.acting_details(OUT everywhere boolean, OUT units text[]) FROM PUBLIC;
GRANT ALL ON FUNCTION ledger.acting_details(OUT everywhere boolean, OUT units text[]) TO ledger_app;
GRANT ALL ON FUNCTION ledger.acting_details(OUT everywhere boolean, OUT units text[]) TO ledger_audit;
GRANT ALL ON FUNCTION ledger.acting_details(OUT everywhere boolean, OUT units text[]) TO ledger_auth;


--
-- Name: FUNCTION acting_everywhere(wanted_roles text[]); Type: ACL; Schema: ledger; Owner: -
--

REVOKE ALL ON FUNCTION ledger.acting_everywhere(wanted_roles text[]) FROM PUBLIC;
GRANT ALL ON FUNCTION ledger.acting_everywhere(wanted_roles text[]) TO ledger_app;
GRANT ALL ON FUNCTION ledger.acting_everywhere(wanted_roles text[]) TO ledger_auth;
GRANT ALL ON FUNCTION ledger.acting_everywhere(wanted_roles text[]) TO ledger_audit;


--
-- Name: FUNCTION acting_for(wanted_roles text[], wanted_unit text, wanted_form text); Type: ACL; Schema: ledger; Owner: -
--

REVOKE ALL ON FUNCTION ledger.acting_for(wanted_roles text[], wanted_unit text, wanted_form text) FROM PUBLIC;
GRANT ALL ON FUNCTION ledger.acting_for(wanted_roles text[], wanted_unit text, wanted_form text) TO ledger_app;


--
-- Name: FUNCTION acting_meetings(); Type: ACL; Schema: ledger; Owner: -
--

REVOKE ALL ON FUNCTION ledger.acting_meetings() FROM PUBLIC;
GRANT ALL ON FUNCTION ledger.acting_meetings() TO ledger_app;


--
-- Name: FUNCTION acting_session(OUT account text, OUT limit_unit text, OUT limit_form text); Type: ACL; Schema: ledger; Owner: -
--

REVOKE ALL ON FUNCTION ledger.acting_session(OUT account text, OUT limit_unit text, OUT limit_form text) FROM PUBLIC;
GRANT ALL ON FUNCTION ledger.acting_session(OUT account text, OUT limit_unit text, OUT limit_form text) TO ledger_app;
GRANT ALL ON FUNCTION ledger.acting_session(OUT account text, OUT limit_unit text, OUT limit_form text) TO ledger_auth;
GRANT ALL ON FUNCTION ledger.acting_session(OUT account text, OUT limit_unit text, OUT limit_form text) TO ledger_audit;


--
-- Name: FUNCTION acting_units(wanted_roles text[]); Type: ACL; Schema: ledger; Owner: -
--

REVOKE ALL ON FUNCTION ledger.acting_units(wanted_roles text[]) FROM PUBLIC;
GRANT ALL ON FUNCTION ledger.acting_units(wanted_roles text[]) TO ledger_app;
GRANT ALL ON FUNCTION ledger.acting_units(wanted_roles text[]) TO ledger_auth;
GRANT ALL ON FUNCTION ledger.acting_units(wanted_roles text[]) TO ledger_audit;


--
-- Name: FUNCTION announce_indicators(); Type: ACL; Schema: ledger; Owner: -
--

REVOKE ALL ON FUNCTION ledger.announce_indicators() FROM PUBLIC;


--
-- Name: FUNCTION announce_sessions(); Type: ACL; Schema: ledger; Owner: -
--

REVOKE ALL ON FUNCTION ledger.announce_sessions() FROM PUBLIC;


--
-- Name: FUNCTION append_entry(chain text, moment timestamp with time zone, author text, act text, object text, content bytea, detail text, idempotency_key text); Type: ACL; Schema: ledger; Owner: -
--

REVOKE ALL ON FUNCTION ledger.append_entry(chain text, moment timestamp with time zone, author text, act text, object text, content bytea, detail text, idempotency_key text) FROM PUBLIC;


--
-- Name: FUNCTION append_journal(chain text, act text, object text, content bytea, detail text, idempotency_key text); Type: ACL; Schema: ledger; Owner: -
--

REVOKE ALL ON FUNCTION ledger.append_journal(chain text, act text, object text, content bytea, detail text, idempotency_key text) FROM PUBLIC;
GRANT ALL ON FUNCTION ledger.append_journal(chain text, act text, object text, content bytea, detail text, idempotency_key text) TO ledger_app;
GRANT ALL ON FUNCTION ledger.append_journal(chain text, act text, object text, content bytea, detail text, idempotency_key text) TO ledger_auth;
GRANT ALL ON FUNCTION ledger.append_journal(chain text, act text, object text, content bytea, detail text, idempotency_key text) TO ledger_audit;


--
-- Name: FUNCTION append_journal_entries(chains text[], act text, objects text[], contents bytea[], detail text, idempotency_key text); Type: ACL; Schema: ledger; Owner: -
--

REVOKE ALL ON FUNCTION ledger.append_journal_entries(chains text[], act text, objects text[], contents bytea[], detail text, idempotency_key text) FROM PUBLIC;
GRANT ALL ON FUNCTION ledger.append_journal_entries(chains text[], act text, objects text[], contents bytea[], detail text, idempotency_key text) TO ledger_app;
GRANT ALL ON FUNCTION ledger.append_journal_entries(chains text[], act text, objects text[], contents bytea[], detail text, idempotency_key text) TO ledger_auth;
GRANT ALL ON FUNCTION ledger.append_journal_entries(chains text[], act text, objects text[], contents bytea[], detail text, idempotency_key text) TO ledger_audit;


--
-- Name: FUNCTION attempt_history(wanted_account text, wanted_network text, failures_max integer, day_failures_max integer, familiar_days integer, OUT is_familiar boolean, OUT latest timestamp with time zone, OUT first timestamp with time zone, OUT day_latest timestamp with time zone, OUT day_first timestamp with time zone); Type: ACL; Schema: ledger; Owner: -
--

REVOKE ALL ON FUNCTION ledger.attempt_history(wanted_account text, wanted_network text, failures_max integer, day_failures_max integer, familiar_days integer, OUT is_familiar boolean, OUT latest timestamp with time zone, OUT first timestamp with time zone, OUT day_latest timestamp with time zone, OUT day_first timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION ledger.attempt_history(wanted_account text, wanted_network text, failures_max integer, day_failures_max integer, familiar_days integer, OUT is_familiar boolean, OUT latest timestamp with time zone, OUT first timestamp with time zone, OUT day_latest timestamp with time zone, OUT day_first timestamp with time zone) TO ledger_auth;


--
-- Name: FUNCTION current_parent(wanted_unit text); Type: ACL; Schema: ledger; Owner: -
--

REVOKE ALL ON FUNCTION ledger.current_parent(wanted_unit text) FROM PUBLIC;
GRANT ALL ON FUNCTION ledger.current_parent(wanted_unit text) TO ledger_app;
GRANT ALL ON FUNCTION ledger.current_parent(wanted_unit text) TO ledger_auth;
GRANT ALL ON FUNCTION ledger.current_parent(wanted_unit text) TO ledger_audit;


--
-- Name: FUNCTION door_failures(wanted_account text, failures_max integer); Type: ACL; Schema: ledger; Owner: -
--

REVOKE ALL ON FUNCTION ledger.door_failures(wanted_account text, failures_max integer) FROM PUBLIC;
GRANT ALL ON FUNCTION ledger.door_failures(wanted_account text, failures_max integer) TO ledger_auth;


--
-- Name: FUNCTION edition_document(wanted_number integer); Type: ACL; Schema: ledger; Owner: -
--

REVOKE ALL ON FUNCTION ledger.edition_document(wanted_number integer) FROM PUBLIC;
GRANT ALL ON FUNCTION ledger.edition_document(wanted_number integer) TO ledger_app;
GRANT ALL ON FUNCTION ledger.edition_document(wanted_number integer) TO ledger_audit;


--
-- Name: FUNCTION end_sessions_of_disabled(); Type: ACL; Schema: ledger; Owner: -
--

REVOKE ALL ON FUNCTION ledger.end_sessions_of_disabled() FROM PUBLIC;


--
-- Name: FUNCTION facts_of_entry(wanted_chain text, wanted_seq bigint); Type: ACL; Schema: ledger; Owner: -
--

REVOKE ALL ON FUNCTION ledger.facts_of_entry(wanted_chain text, wanted_seq bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION ledger.facts_of_entry(wanted_chain text, wanted_seq bigint) TO ledger_app;


--
-- Name: FUNCTION has_no_administrator(wanted_role text); Type: ACL; Schema: ledger; Owner: -
--

REVOKE ALL ON FUNCTION ledger.has_no_administrator(wanted_role text) FROM PUBLIC;
GRANT ALL ON FUNCTION ledger.has_no_administrator(wanted_role text) TO ledger_app;
GRANT ALL ON FUNCTION ledger.has_no_administrator(wanted_role text) TO ledger_auth;
GRANT ALL ON FUNCTION ledger.has_no_administrator(wanted_role text) TO ledger_audit;


--
-- Name: FUNCTION is_top(wanted_unit text); Type: ACL; Schema: ledger; Owner: -
--

REVOKE ALL ON FUNCTION ledger.is_top(wanted_unit text) FROM PUBLIC;
GRANT ALL ON FUNCTION ledger.is_top(wanted_unit text) TO ledger_app;
GRANT ALL ON FUNCTION ledger.is_top(wanted_unit text) TO ledger_auth;


--
-- Name: FUNCTION is_within(wanted_unit text, top text); Type: ACL; Schema: ledger; Owner: -
--

REVOKE ALL ON FUNCTION ledger.is_within(wanted_unit text, top text) FROM PUBLIC;
GRANT ALL ON FUNCTION ledger.is_within(wanted_unit text, top text) TO ledger_app;
GRANT ALL ON FUNCTION ledger.is_within(wanted_unit text, top text) TO ledger_auth;
GRANT ALL ON FUNCTION ledger.is_within(wanted_unit text, top text) TO ledger_audit;


--
-- Name: FUNCTION journal_hash(chain text, seq bigint, recorded_at timestamp with time zone, actor text, act text, object text, content bytea, detail text, idempotency_key text, previous_hash bytea); Type: ACL; Schema: ledger; Owner: -
--

REVOKE ALL ON FUNCTION ledger.journal_hash(chain text, seq bigint, recorded_at timestamp with time zone, actor text, act text, object text, content bytea, detail text, idempotency_key text, previous_hash bytea) FROM PUBLIC;
GRANT ALL ON FUNCTION ledger.journal_hash(chain text, seq bigint, recorded_at timestamp with time zone, actor text, act text, object text, content bytea, detail text, idempotency_key text, previous_hash bytea) TO ledger_app;
GRANT ALL ON FUNCTION ledger.journal_hash(chain text, seq bigint, recorded_at timestamp with time zone, actor text, act text, object text, content bytea, detail text, idempotency_key text, previous_hash bytea) TO ledger_auth;
GRANT ALL ON FUNCTION ledger.journal_hash(chain text, seq bigint, recorded_at timestamp with time zone, actor text, act text, object text, content bytea, detail text, idempotency_key text, previous_hash bytea) TO ledger_audit;


--
-- Name: FUNCTION keep_installation_mark(); Type: ACL; Schema: ledger; Owner: -
--

REVOKE ALL ON FUNCTION ledger.keep_installation_mark() FROM PUBLIC;


--
-- Name: FUNCTION last_record(noun text, year integer); Type: ACL; Schema: ledger; Owner: -
--

REVOKE ALL ON FUNCTION ledger.last_record(noun text, year integer) FROM PUBLIC;
GRANT ALL ON FUNCTION ledger.last_record(noun text, year integer) TO ledger_app;


--
-- Name: FUNCTION mark_demonstration(); Type: ACL; Schema: ledger; Owner: -
--

REVOKE ALL ON FUNCTION ledger.mark_demonstration() FROM PUBLIC;
GRANT ALL ON FUNCTION ledger.mark_demonstration() TO ledger_auth;


--
-- Name: FUNCTION may_hold(wanted_role text, wanted_unit text, wanted_form text); Type: ACL; Schema: ledger; Owner: -
--

REVOKE ALL ON FUNCTION ledger.may_hold(wanted_role text, wanted_unit text, wanted_form text) FROM PUBLIC;
GRANT ALL ON FUNCTION ledger.may_hold(wanted_role text, wanted_unit text, wanted_form text) TO ledger_app;
GRANT ALL ON FUNCTION ledger.may_hold(wanted_role text, wanted_unit text, wanted_form text) TO ledger_auth;


--
-- Name: FUNCTION month_is_open(month date); Type: ACL; Schema: ledger; Owner: -
--

REVOKE ALL ON FUNCTION ledger.month_is_open(month date) FROM PUBLIC;
GRANT ALL ON FUNCTION ledger.month_is_open(month date) TO ledger_app;


--
-- Name: FUNCTION now(); Type: ACL; Schema: ledger; Owner: -
--

REVOKE ALL ON FUNCTION ledger.now() FROM PUBLIC;
GRANT ALL ON FUNCTION ledger.now() TO ledger_app;
GRANT ALL ON FUNCTION ledger.now() TO ledger_auth;
GRANT ALL ON FUNCTION ledger.now() TO ledger_audit;


--
-- Name: FUNCTION prune_sign_ins(days integer, rows_max integer, OUT attempts bigint, OUT sessions bigint); Type: ACL; Schema: ledger; Owner: -
--

REVOKE ALL ON FUNCTION ledger.prune_sign_ins(days integer, rows_max integer, OUT attempts bigint, OUT sessions bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION ledger.prune_sign_ins(days integer, rows_max integer, OUT attempts bigint, OUT sessions bigint) TO ledger_auth;


--
-- Name: FUNCTION receipts_of(wanted_period date); Type: ACL; Schema: ledger; Owner: -
--

REVOKE ALL ON FUNCTION ledger.receipts_of(wanted_period date) FROM PUBLIC;
GRANT ALL ON FUNCTION ledger.receipts_of(wanted_period date) TO ledger_app;


--
-- Name: FUNCTION refuse_change(); Type: ACL; Schema: ledger; Owner: -
--

REVOKE ALL ON FUNCTION ledger.refuse_change() FROM PUBLIC;
GRANT ALL ON FUNCTION ledger.refuse_change() TO ledger_app;
GRANT ALL ON FUNCTION ledger.refuse_change() TO ledger_auth;
GRANT ALL ON FUNCTION ledger.refuse_change() TO ledger_audit;


--
-- Name: FUNCTION refuse_excluded_roles(); Type: ACL; Schema: ledger; Owner: -
--

REVOKE ALL ON FUNCTION ledger.refuse_excluded_roles() FROM PUBLIC;
GRANT ALL ON FUNCTION ledger.refuse_excluded_roles() TO ledger_app;
GRANT ALL ON FUNCTION ledger.refuse_excluded_roles() TO ledger_auth;
GRANT ALL ON FUNCTION ledger.refuse_excluded_roles() TO ledger_audit;


--
-- Name: FUNCTION refuse_narrow_grant(); Type: ACL; Schema: ledger; Owner: -
--

REVOKE ALL ON FUNCTION ledger.refuse_narrow_grant() FROM PUBLIC;


--
-- Name: FUNCTION refuse_own_approval(); Type: ACL; Schema: ledger; Owner: -
--

REVOKE ALL ON FUNCTION ledger.refuse_own_approval() FROM PUBLIC;
GRANT ALL ON FUNCTION ledger.refuse_own_approval() TO ledger_app;
GRANT ALL ON FUNCTION ledger.refuse_own_approval() TO ledger_auth;
GRANT ALL ON FUNCTION ledger.refuse_own_approval() TO ledger_audit;


--
-- Name: FUNCTION refuse_own_reopening(); Type: ACL; Schema: ledger; Owner: -
--

REVOKE ALL ON FUNCTION ledger.refuse_own_reopening() FROM PUBLIC;
GRANT ALL ON FUNCTION ledger.refuse_own_reopening() TO ledger_app;
GRANT ALL ON FUNCTION ledger.refuse_own_reopening() TO ledger_auth;
GRANT ALL ON FUNCTION ledger.refuse_own_reopening() TO ledger_audit;


--
-- Name: FUNCTION refuse_own_review(); Type: ACL; Schema: ledger; Owner: -
--

REVOKE ALL ON FUNCTION ledger.refuse_own_review() FROM PUBLIC;
GRANT ALL ON FUNCTION ledger.refuse_own_review() TO ledger_app;
GRANT ALL ON FUNCTION ledger.refuse_own_review() TO ledger_auth;
GRANT ALL ON FUNCTION ledger.refuse_own_review() TO ledger_audit;


--
-- Name: FUNCTION refuse_result_of_others(); Type: ACL; Schema: ledger; Owner: -
--

REVOKE ALL ON FUNCTION ledger.refuse_result_of_others() FROM PUBLIC;
GRANT ALL ON FUNCTION ledger.refuse_result_of_others() TO ledger_app;
GRANT ALL ON FUNCTION ledger.refuse_result_of_others() TO ledger_auth;
GRANT ALL ON FUNCTION ledger.refuse_result_of_others() TO ledger_audit;


--
-- Name: FUNCTION refuse_sealed_meeting(); Type: ACL; Schema: ledger; Owner: -
--

REVOKE ALL ON FUNCTION ledger.refuse_sealed_meeting() FROM PUBLIC;


--
-- Name: FUNCTION submission_situation(wanted_unit text, wanted_form text, wanted_period date, last_day date, earlier date[], idempotency_key text); Type: ACL; Schema: ledger; Owner: -
--

REVOKE ALL ON FUNCTION ledger.submission_situation(wanted_unit text, wanted_form text, wanted_period date, last_day date, earlier date[], idempotency_key text) FROM PUBLIC;
GRANT ALL ON FUNCTION ledger.submission_situation(wanted_unit text, wanted_form text, wanted_period date, last_day date, earlier date[], idempotency_key text) TO ledger_app;


--
-- Name: FUNCTION take_revision(wanted_unit text, wanted_form text, wanted_period date, wanted_number integer, object text, form_effective_from date, last_day date, figures bigint[], absences text[], notes text[], row_sha256 bytea, content bytea, idempotency_key text, request_sha256 bytea, answer_before text, answer_after text, OUT seq bigint, OUT kept text); Type: ACL; Schema: ledger; Owner: -
--

REVOKE ALL ON FUNCTION ledger.take_revision(wanted_unit text, wanted_form text, wanted_period date, wanted_number integer, object text, form_effective_from date, last_day date, figures bigint[], absences text[], notes text[], row_sha256 bytea, content bytea, idempotency_key text, request_sha256 bytea, answer_before text, answer_after text, OUT seq bigint, OUT kept text) FROM PUBLIC;
GRANT ALL ON FUNCTION ledger.take_revision(wanted_unit text, wanted_form text, wanted_period date, wanted_number integer, object text, form_effective_from date, last_day date, figures bigint[], absences text[], notes text[], row_sha256 bytea, content bytea, idempotency_key text, request_sha256 bytea, answer_before text, answer_after text, OUT seq bigint, OUT kept text) TO ledger_app;


--
-- Name: FUNCTION today(); Type: ACL; Schema: ledger; Owner: -
--

REVOKE ALL ON FUNCTION ledger.today() FROM PUBLIC;
GRANT ALL ON FUNCTION ledger.today() TO ledger_app;
GRANT ALL ON FUNCTION ledger.today() TO ledger_auth;
GRANT ALL ON FUNCTION ledger.today() TO ledger_audit;


--
-- Name: TABLE reviews; Type: ACL; Schema: ledger; Owner: -
--

GRANT SELECT,INSERT ON TABLE ledger.reviews TO ledger_app;
GRANT SELECT ON TABLE ledger.reviews TO ledger_audit;


--
-- Name: TABLE revisions; Type: ACL; Schema: ledger; Owner: -
--

GRANT SELECT,INSERT ON TABLE ledger.revisions TO ledger_app;
GRANT SELECT ON TABLE ledger.revisions TO ledger_audit;


--
-- Name: TABLE accepted_revisions; Type: ACL; Schema: ledger; Owner: -
--

GRANT SELECT ON TABLE ledger.accepted_revisions TO ledger_app;
GRANT SELECT ON TABLE ledger.accepted_revisions TO ledger_audit;


--
-- Name: TABLE account_expiries; Type: ACL; Schema: ledger; Owner: -
--

GRANT SELECT ON TABLE ledger.account_expiries TO ledger_auth;
GRANT SELECT ON TABLE ledger.account_expiries TO ledger_audit;
GRANT SELECT,INSERT ON TABLE ledger.account_expiries TO ledger_app;


--
-- Name: TABLE account_states; Type: ACL; Schema: ledger; Owner: -
--

GRANT SELECT,INSERT ON TABLE ledger.account_states TO ledger_app;
GRANT SELECT ON TABLE ledger.account_states TO ledger_audit;
GRANT SELECT,INSERT ON TABLE ledger.account_states TO ledger_auth;


--
-- Name: TABLE account_unlocks; Type: ACL; Schema: ledger; Owner: -
--

GRANT SELECT ON TABLE ledger.account_unlocks TO ledger_auth;
GRANT SELECT ON TABLE ledger.account_unlocks TO ledger_audit;
GRANT SELECT,INSERT ON TABLE ledger.account_unlocks TO ledger_app;


--
-- Name: TABLE accounts; Type: ACL; Schema: ledger; Owner: -
--

GRANT SELECT,INSERT ON TABLE ledger.accounts TO ledger_app;
GRANT SELECT ON TABLE ledger.accounts TO ledger_audit;
GRANT SELECT,INSERT ON TABLE ledger.accounts TO ledger_auth;


--
-- Name: TABLE credentials; Type: ACL; Schema: ledger; Owner: -
--

GRANT SELECT,INSERT ON TABLE ledger.credentials TO ledger_auth;


--
-- Name: COLUMN credentials.account; Type: ACL; Schema: ledger; Owner: -
--

GRANT SELECT(account) ON TABLE ledger.credentials TO ledger_audit;


--
-- Name: COLUMN credentials.number; Type: ACL; Schema: ledger; Owner: -
--

GRANT SELECT(number) ON TABLE ledger.credentials TO ledger_audit;


--
-- Name: COLUMN credentials.phc_sha256; Type: ACL; Schema: ledger; Owner: -
--

GRANT SELECT(phc_sha256) ON TABLE ledger.credentials TO ledger_audit;


--
-- Name: COLUMN credentials.must_change; Type: ACL; Schema: ledger; Owner: -
--

GRANT SELECT(must_change) ON TABLE ledger.credentials TO ledger_audit;


--
-- Name: COLUMN credentials.set_at; Type: ACL; Schema: ledger; Owner: -
--

GRANT SELECT(set_at) ON TABLE ledger.credentials TO ledger_audit;


--
-- Name: COLUMN credentials.valid_until; Type: ACL; Schema: ledger; Owner: -
--

GRANT SELECT(valid_until) ON TABLE ledger.credentials TO ledger_audit;


--
-- Name: COLUMN credentials.entry; Type: ACL; Schema: ledger; Owner: -
--

GRANT SELECT(entry) ON TABLE ledger.credentials TO ledger_audit;


--
-- Name: TABLE second_factors; Type: ACL; Schema: ledger; Owner: -
--

GRANT SELECT,INSERT ON TABLE ledger.second_factors TO ledger_auth;


--
-- Name: COLUMN second_factors.account; Type: ACL; Schema: ledger; Owner: -
--

GRANT SELECT(account) ON TABLE ledger.second_factors TO ledger_audit;


--
-- Name: COLUMN second_factors.number; Type: ACL; Schema: ledger; Owner: -
--

GRANT SELECT(number) ON TABLE ledger.second_factors TO ledger_audit;


--
-- Name: COLUMN second_factors.state; Type: ACL; Schema: ledger; Owner: -
--

GRANT SELECT(state) ON TABLE ledger.second_factors TO ledger_audit;


--
-- Name: COLUMN second_factors.sealed_sha256; Type: ACL; Schema: ledger; Owner: -
--

GRANT SELECT(sealed_sha256) ON TABLE ledger.second_factors TO ledger_audit;


--
-- Name: COLUMN second_factors.entry; Type: ACL; Schema: ledger; Owner: -
--

GRANT SELECT(entry) ON TABLE ledger.second_factors TO ledger_audit;


--
-- Name: TABLE sessions; Type: ACL; Schema: ledger; Owner: -
--

GRANT SELECT,INSERT ON TABLE ledger.sessions TO ledger_auth;


--
-- Name: COLUMN sessions.ended_at; Type: ACL; Schema: ledger; Owner: -
--

GRANT UPDATE(ended_at) ON TABLE ledger.sessions TO ledger_auth;


--
-- Name: COLUMN sessions.seen_at; Type: ACL; Schema: ledger; Owner: -
--

GRANT UPDATE(seen_at) ON TABLE ledger.sessions TO ledger_auth;


--
-- Name: COLUMN sessions.pending_factor; Type: ACL; Schema: ledger; Owner: -
--

GRANT UPDATE(pending_factor) ON TABLE ledger.sessions TO ledger_auth;


--
-- Name: TABLE account_overviews; Type: ACL; Schema: ledger; Owner: -
--

GRANT SELECT ON TABLE ledger.account_overviews TO ledger_auth;


--
-- Name: TABLE assessment_sheets; Type: ACL; Schema: ledger; Owner: -
--

GRANT SELECT,INSERT ON TABLE ledger.assessment_sheets TO ledger_app;
GRANT SELECT ON TABLE ledger.assessment_sheets TO ledger_audit;


--
-- Name: TABLE assessments; Type: ACL; Schema: ledger; Owner: -
--

GRANT SELECT,INSERT ON TABLE ledger.assessments TO ledger_app;
GRANT SELECT ON TABLE ledger.assessments TO ledger_audit;


--
-- Name: TABLE burden_limits; Type: ACL; Schema: ledger; Owner: -
--

GRANT SELECT,INSERT ON TABLE ledger.burden_limits TO ledger_app;
GRANT SELECT ON TABLE ledger.burden_limits TO ledger_audit;


--
-- Name: TABLE calendar_days; Type: ACL; Schema: ledger; Owner: -
--

GRANT SELECT,INSERT ON TABLE ledger.calendar_days TO ledger_app;
GRANT SELECT ON TABLE ledger.calendar_days TO ledger_audit;


--
-- Name: TABLE campaign_events; Type: ACL; Schema: ledger; Owner: -
--

GRANT SELECT,INSERT ON TABLE ledger.campaign_events TO ledger_app;
GRANT SELECT ON TABLE ledger.campaign_events TO ledger_audit;


--
-- Name: TABLE campaigns; Type: ACL; Schema: ledger; Owner: -
--

GRANT SELECT,INSERT ON TABLE ledger.campaigns TO ledger_app;
GRANT SELECT ON TABLE ledger.campaigns TO ledger_audit;


--
-- Name: TABLE checkpoints; Type: ACL; Schema: ledger; Owner: -
--

GRANT SELECT,INSERT ON TABLE ledger.checkpoints TO ledger_app;
GRANT SELECT ON TABLE ledger.checkpoints TO ledger_audit;
GRANT SELECT,INSERT ON TABLE ledger.checkpoints TO ledger_auth;


--
-- Name: TABLE drafts; Type: ACL; Schema: ledger; Owner: -
--

GRANT SELECT,INSERT,DELETE ON TABLE ledger.drafts TO ledger_app;


--
-- Name: COLUMN drafts.version; Type: ACL; Schema: ledger; Owner: -
--

GRANT UPDATE(version) ON TABLE ledger.drafts TO ledger_app;


--
-- Name: COLUMN drafts.content; Type: ACL; Schema: ledger; Owner: -
--

GRANT UPDATE(content) ON TABLE ledger.drafts TO ledger_app;


--
-- Name: COLUMN drafts.saved_by; Type: ACL; Schema: ledger; Owner: -
--

GRANT UPDATE(saved_by) ON TABLE ledger.drafts TO ledger_app;


--
-- Name: COLUMN drafts.saved_at; Type: ACL; Schema: ledger; Owner: -
--

GRANT UPDATE(saved_at) ON TABLE ledger.drafts TO ledger_app;


--
-- Name: TABLE edition_proposals; Type: ACL; Schema: ledger; Owner: -
--

GRANT SELECT,INSERT ON TABLE ledger.edition_proposals TO ledger_app;
GRANT SELECT ON TABLE ledger.edition_proposals TO ledger_audit;


--
-- Name: TABLE editions; Type: ACL; Schema: ledger; Owner: -
--

GRANT INSERT ON TABLE ledger.editions TO ledger_app;
GRANT SELECT ON TABLE ledger.editions TO ledger_audit;


--
-- Name: COLUMN editions.number; Type: ACL; Schema: ledger; Owner: -
--

GRANT SELECT(number) ON TABLE ledger.editions TO ledger_app;


--
-- Name: COLUMN editions.period; Type: ACL; Schema: ledger; Owner: -
--

GRANT SELECT(period) ON TABLE ledger.editions TO ledger_app;


--
-- Name: COLUMN editions.scope; Type: ACL; Schema: ledger; Owner: -
--

GRANT SELECT(scope) ON TABLE ledger.editions TO ledger_app;


--
-- Name: COLUMN editions.kind; Type: ACL; Schema: ledger; Owner: -
--

GRANT SELECT(kind) ON TABLE ledger.editions TO ledger_app;


--
-- Name: COLUMN editions.evaluation; Type: ACL; Schema: ledger; Owner: -
--

GRANT SELECT(evaluation) ON TABLE ledger.editions TO ledger_app;


--
-- Name: COLUMN editions.replaces; Type: ACL; Schema: ledger; Owner: -
--

GRANT SELECT(replaces) ON TABLE ledger.editions TO ledger_app;


--
-- Name: COLUMN editions.sha256; Type: ACL; Schema: ledger; Owner: -
--

GRANT SELECT(sha256) ON TABLE ledger.editions TO ledger_app;


--
-- Name: COLUMN editions.proposed_by; Type: ACL; Schema: ledger; Owner: -
--

GRANT SELECT(proposed_by) ON TABLE ledger.editions TO ledger_app;


--
-- Name: COLUMN editions.published_by; Type: ACL; Schema: ledger; Owner: -
--

GRANT SELECT(published_by) ON TABLE ledger.editions TO ledger_app;


--
-- Name: COLUMN editions.recorded_at; Type: ACL; Schema: ledger; Owner: -
--

GRANT SELECT(recorded_at) ON TABLE ledger.editions TO ledger_app;


--
-- Name: COLUMN editions.entry; Type: ACL; Schema: ledger; Owner: -
--

GRANT SELECT(entry) ON TABLE ledger.editions TO ledger_app;


--
-- Name: TABLE evaluations; Type: ACL; Schema: ledger; Owner: -
--

GRANT SELECT,INSERT ON TABLE ledger.evaluations TO ledger_app;
GRANT SELECT ON TABLE ledger.evaluations TO ledger_audit;


--
-- Name: TABLE external_ranks; Type: ACL; Schema: ledger; Owner: -
--

GRANT SELECT,INSERT ON TABLE ledger.external_ranks TO ledger_app;
GRANT SELECT ON TABLE ledger.external_ranks TO ledger_audit;


--
-- Name: TABLE forms; Type: ACL; Schema: ledger; Owner: -
--

GRANT SELECT,INSERT ON TABLE ledger.forms TO ledger_app;
GRANT SELECT ON TABLE ledger.forms TO ledger_audit;


--
-- Name: TABLE grant_ends; Type: ACL; Schema: ledger; Owner: -
--

GRANT SELECT,INSERT ON TABLE ledger.grant_ends TO ledger_app;
GRANT SELECT ON TABLE ledger.grant_ends TO ledger_audit;


--
-- Name: TABLE grants; Type: ACL; Schema: ledger; Owner: -
--

GRANT SELECT,INSERT ON TABLE ledger.grants TO ledger_app;
GRANT SELECT ON TABLE ledger.grants TO ledger_audit;
GRANT SELECT,INSERT ON TABLE ledger.grants TO ledger_auth;


--
-- Name: TABLE grants_in_force; Type: ACL; Schema: ledger; Owner: -
--

GRANT SELECT ON TABLE ledger.grants_in_force TO ledger_auth;


--
-- Name: TABLE honours; Type: ACL; Schema: ledger; Owner: -
--

GRANT SELECT,INSERT ON TABLE ledger.honours TO ledger_app;
GRANT SELECT ON TABLE ledger.honours TO ledger_audit;


--
-- Name: TABLE idempotency_keys; Type: ACL; Schema: ledger; Owner: -
--

GRANT SELECT,INSERT ON TABLE ledger.idempotency_keys TO ledger_app;
GRANT SELECT ON TABLE ledger.idempotency_keys TO ledger_audit;


--
-- Name: TABLE inbox_marks; Type: ACL; Schema: ledger; Owner: -
--

GRANT SELECT,INSERT,DELETE ON TABLE ledger.inbox_marks TO ledger_app;


--
-- Name: TABLE indicators; Type: ACL; Schema: ledger; Owner: -
--

GRANT SELECT,INSERT ON TABLE ledger.indicators TO ledger_app;
GRANT SELECT ON TABLE ledger.indicators TO ledger_audit;


--
-- Name: TABLE inspection_findings; Type: ACL; Schema: ledger; Owner: -
--

GRANT SELECT,INSERT ON TABLE ledger.inspection_findings TO ledger_app;
GRANT SELECT ON TABLE ledger.inspection_findings TO ledger_audit;


--
-- Name: TABLE inspections; Type: ACL; Schema: ledger; Owner: -
--

GRANT SELECT,INSERT ON TABLE ledger.inspections TO ledger_app;
GRANT SELECT ON TABLE ledger.inspections TO ledger_audit;


--
-- Name: TABLE installations; Type: ACL; Schema: ledger; Owner: -
--

GRANT SELECT ON TABLE ledger.installations TO ledger_app;
GRANT SELECT ON TABLE ledger.installations TO ledger_auth;
GRANT SELECT ON TABLE ledger.installations TO ledger_audit;


--
-- Name: TABLE journal_entries; Type: ACL; Schema: ledger; Owner: -
--

GRANT SELECT ON TABLE ledger.journal_entries TO ledger_app;
GRANT SELECT ON TABLE ledger.journal_entries TO ledger_audit;


--
-- Name: TABLE journal_heads; Type: ACL; Schema: ledger; Owner: -
--

GRANT SELECT ON TABLE ledger.journal_heads TO ledger_app;
GRANT SELECT ON TABLE ledger.journal_heads TO ledger_audit;
GRANT SELECT ON TABLE ledger.journal_heads TO ledger_auth;


--
-- Name: TABLE matters; Type: ACL; Schema: ledger; Owner: -
--

GRANT SELECT,INSERT ON TABLE ledger.matters TO ledger_app;
GRANT SELECT ON TABLE ledger.matters TO ledger_audit;


--
-- Name: TABLE meeting_addenda; Type: ACL; Schema: ledger; Owner: -
--

GRANT SELECT,INSERT ON TABLE ledger.meeting_addenda TO ledger_app;
GRANT SELECT ON TABLE ledger.meeting_addenda TO ledger_audit;


--
-- Name: TABLE meeting_attendance; Type: ACL; Schema: ledger; Owner: -
--

GRANT SELECT,INSERT ON TABLE ledger.meeting_attendance TO ledger_app;
GRANT SELECT ON TABLE ledger.meeting_attendance TO ledger_audit;


--
-- Name: TABLE meeting_items; Type: ACL; Schema: ledger; Owner: -
--

GRANT SELECT,INSERT ON TABLE ledger.meeting_items TO ledger_app;
GRANT SELECT ON TABLE ledger.meeting_items TO ledger_audit;


--
-- Name: TABLE meeting_minutes; Type: ACL; Schema: ledger; Owner: -
--

GRANT SELECT,INSERT ON TABLE ledger.meeting_minutes TO ledger_app;
GRANT SELECT ON TABLE ledger.meeting_minutes TO ledger_audit;


--
-- Name: TABLE meeting_plans; Type: ACL; Schema: ledger; Owner: -
--

GRANT SELECT,INSERT ON TABLE ledger.meeting_plans TO ledger_app;
GRANT SELECT ON TABLE ledger.meeting_plans TO ledger_audit;


--
-- Name: TABLE meeting_relays; Type: ACL; Schema: ledger; Owner: -
--

GRANT SELECT,INSERT ON TABLE ledger.meeting_relays TO ledger_app;
GRANT SELECT ON TABLE ledger.meeting_relays TO ledger_audit;


--
-- Name: TABLE meeting_resolutions; Type: ACL; Schema: ledger; Owner: -
--

GRANT SELECT,INSERT ON TABLE ledger.meeting_resolutions TO ledger_app;
GRANT SELECT ON TABLE ledger.meeting_resolutions TO ledger_audit;


--
-- Name: TABLE meeting_steps; Type: ACL; Schema: ledger; Owner: -
--

GRANT SELECT,INSERT ON TABLE ledger.meeting_steps TO ledger_app;
GRANT SELECT ON TABLE ledger.meeting_steps TO ledger_audit;


--
-- Name: TABLE meeting_tasks; Type: ACL; Schema: ledger; Owner: -
--

GRANT SELECT,INSERT ON TABLE ledger.meeting_tasks TO ledger_app;
GRANT SELECT ON TABLE ledger.meeting_tasks TO ledger_audit;


--
-- Name: TABLE method_approvals; Type: ACL; Schema: ledger; Owner: -
--

GRANT SELECT,INSERT ON TABLE ledger.method_approvals TO ledger_app;
GRANT SELECT ON TABLE ledger.method_approvals TO ledger_audit;


--
-- Name: TABLE methods; Type: ACL; Schema: ledger; Owner: -
--

GRANT SELECT,INSERT ON TABLE ledger.methods TO ledger_app;
GRANT SELECT ON TABLE ledger.methods TO ledger_audit;


--
-- Name: TABLE month_events; Type: ACL; Schema: ledger; Owner: -
--

GRANT SELECT,INSERT ON TABLE ledger.month_events TO ledger_app;
GRANT SELECT ON TABLE ledger.month_events TO ledger_audit;


--
-- Name: TABLE nofraud_standards; Type: ACL; Schema: ledger; Owner: -
--

GRANT SELECT,INSERT ON TABLE ledger.nofraud_standards TO ledger_app;
GRANT SELECT ON TABLE ledger.nofraud_standards TO ledger_audit;


--
-- Name: TABLE nofraud_units; Type: ACL; Schema: ledger; Owner: -
--

GRANT SELECT,INSERT ON TABLE ledger.nofraud_units TO ledger_app;
GRANT SELECT ON TABLE ledger.nofraud_units TO ledger_audit;


--
-- Name: TABLE notices; Type: ACL; Schema: ledger; Owner: -
--

GRANT SELECT,INSERT ON TABLE ledger.notices TO ledger_app;
GRANT SELECT ON TABLE ledger.notices TO ledger_audit;


--
-- Name: TABLE policies; Type: ACL; Schema: ledger; Owner: -
--

GRANT SELECT ON TABLE ledger.policies TO ledger_auth;
GRANT SELECT ON TABLE ledger.policies TO ledger_audit;
GRANT SELECT,INSERT ON TABLE ledger.policies TO ledger_app;


--
-- Name: TABLE policy_documents; Type: ACL; Schema: ledger; Owner: -
--

GRANT SELECT,INSERT ON TABLE ledger.policy_documents TO ledger_app;
GRANT SELECT ON TABLE ledger.policy_documents TO ledger_audit;


--
-- Name: TABLE population_sources; Type: ACL; Schema: ledger; Owner: -
--

GRANT SELECT,INSERT ON TABLE ledger.population_sources TO ledger_app;
GRANT SELECT ON TABLE ledger.population_sources TO ledger_audit;


--
-- Name: TABLE populations; Type: ACL; Schema: ledger; Owner: -
--

GRANT SELECT,INSERT ON TABLE ledger.populations TO ledger_app;
GRANT SELECT ON TABLE ledger.populations TO ledger_audit;


--
-- Name: TABLE ratings; Type: ACL; Schema: ledger; Owner: -
--

GRANT INSERT ON TABLE ledger.ratings TO ledger_app;
GRANT SELECT ON TABLE ledger.ratings TO ledger_audit;


--
-- Name: TABLE record_events; Type: ACL; Schema: ledger; Owner: -
--

GRANT SELECT,INSERT ON TABLE ledger.record_events TO ledger_app;
GRANT SELECT ON TABLE ledger.record_events TO ledger_audit;


--
-- Name: TABLE records; Type: ACL; Schema: ledger; Owner: -
--

GRANT SELECT,INSERT ON TABLE ledger.records TO ledger_app;
GRANT SELECT ON TABLE ledger.records TO ledger_audit;


--
-- Name: TABLE recoveries; Type: ACL; Schema: ledger; Owner: -
--

GRANT SELECT,INSERT ON TABLE ledger.recoveries TO ledger_app;
GRANT SELECT ON TABLE ledger.recoveries TO ledger_audit;


--
-- Name: TABLE responsibility_lists; Type: ACL; Schema: ledger; Owner: -
--

GRANT SELECT,INSERT ON TABLE ledger.responsibility_lists TO ledger_app;
GRANT SELECT ON TABLE ledger.responsibility_lists TO ledger_audit;


--
-- Name: TABLE sessions_in_force; Type: ACL; Schema: ledger; Owner: -
--

GRANT SELECT ON TABLE ledger.sessions_in_force TO ledger_auth;


--
-- Name: TABLE sign_in_attempts; Type: ACL; Schema: ledger; Owner: -
--

GRANT SELECT,INSERT ON TABLE ledger.sign_in_attempts TO ledger_auth;


--
-- Name: COLUMN sign_in_attempts.outcome; Type: ACL; Schema: ledger; Owner: -
--

GRANT UPDATE(outcome) ON TABLE ledger.sign_in_attempts TO ledger_auth;


--
-- Name: TABLE standings; Type: ACL; Schema: ledger; Owner: -
--

GRANT INSERT ON TABLE ledger.standings TO ledger_app;
GRANT SELECT ON TABLE ledger.standings TO ledger_audit;


--
-- Name: TABLE step_decisions; Type: ACL; Schema: ledger; Owner: -
--

GRANT SELECT,INSERT ON TABLE ledger.step_decisions TO ledger_app;
GRANT SELECT ON TABLE ledger.step_decisions TO ledger_audit;


--
-- Name: TABLE step_events; Type: ACL; Schema: ledger; Owner: -
--

GRANT SELECT,INSERT ON TABLE ledger.step_events TO ledger_app;
GRANT SELECT ON TABLE ledger.step_events TO ledger_audit;


--
-- Name: TABLE step_grounds; Type: ACL; Schema: ledger; Owner: -
--

GRANT SELECT,INSERT ON TABLE ledger.step_grounds TO ledger_app;
GRANT SELECT ON TABLE ledger.step_grounds TO ledger_audit;


--
-- Name: TABLE step_triggers; Type: ACL; Schema: ledger; Owner: -
--

GRANT SELECT,INSERT ON TABLE ledger.step_triggers TO ledger_app;
GRANT SELECT ON TABLE ledger.step_triggers TO ledger_audit;


--
-- Name: TABLE targets; Type: ACL; Schema: ledger; Owner: -
--

GRANT SELECT,INSERT ON TABLE ledger.targets TO ledger_app;
GRANT SELECT ON TABLE ledger.targets TO ledger_audit;


--
-- Name: TABLE task_decisions; Type: ACL; Schema: ledger; Owner: -
--

GRANT SELECT,INSERT ON TABLE ledger.task_decisions TO ledger_app;
GRANT SELECT ON TABLE ledger.task_decisions TO ledger_audit;


--
-- Name: TABLE task_reports; Type: ACL; Schema: ledger; Owner: -
--

GRANT SELECT,INSERT ON TABLE ledger.task_reports TO ledger_app;
GRANT SELECT ON TABLE ledger.task_reports TO ledger_audit;


--
-- Name: TABLE task_versions; Type: ACL; Schema: ledger; Owner: -
--

GRANT SELECT,INSERT ON TABLE ledger.task_versions TO ledger_app;
GRANT SELECT ON TABLE ledger.task_versions TO ledger_audit;


--
-- Name: TABLE tasks; Type: ACL; Schema: ledger; Owner: -
--

GRANT SELECT,INSERT ON TABLE ledger.tasks TO ledger_app;
GRANT SELECT ON TABLE ledger.tasks TO ledger_audit;


--
-- Name: TABLE tile_places; Type: ACL; Schema: ledger; Owner: -
--

GRANT SELECT,INSERT ON TABLE ledger.tile_places TO ledger_app;
GRANT SELECT ON TABLE ledger.tile_places TO ledger_audit;


--
-- Name: TABLE unit_versions; Type: ACL; Schema: ledger; Owner: -
--

GRANT SELECT,INSERT ON TABLE ledger.unit_versions TO ledger_app;
GRANT SELECT ON TABLE ledger.unit_versions TO ledger_audit;


--
-- Name: TABLE units; Type: ACL; Schema: ledger; Owner: -
--

GRANT SELECT,INSERT ON TABLE ledger.units TO ledger_app;
GRANT SELECT ON TABLE ledger.units TO ledger_audit;


--
-- Name: TABLE used_codes; Type: ACL; Schema: ledger; Owner: -
--

GRANT SELECT,INSERT ON TABLE ledger.used_codes TO ledger_auth;


--
-- Name: TABLE verifications; Type: ACL; Schema: ledger; Owner: -
--

GRANT SELECT,INSERT ON TABLE ledger.verifications TO ledger_app;
GRANT SELECT ON TABLE ledger.verifications TO ledger_audit;


--
-- Name: TABLE visible_ratings; Type: ACL; Schema: ledger; Owner: -
--

GRANT SELECT ON TABLE ledger.visible_ratings TO ledger_app;


--
-- Name: TABLE visible_standings; Type: ACL; Schema: ledger; Owner: -
--

GRANT SELECT ON TABLE ledger.visible_standings TO ledger_app;


--
-- PostgreSQL database dump complete
--


