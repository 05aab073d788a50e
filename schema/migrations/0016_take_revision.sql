-- One submission in two statements: what is known before it is decided, and the taking of it.
--
-- A county's month is sent by people who wait, many at the same hour. Each of the two functions
-- looks once whether the account may, where policies would ask anew for every table, and does in
-- one round trip what an import does in ten.

create function ledger.acting_covers(
  wanted_roles text[], wanted_unit text, wanted_form text
) returns boolean
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
as $$
begin
  -- In plpgsql, whose plans are kept.
  return exists (
    select
    from ledger.acting_session() as acting
    inner join ledger.grants_in_force as grants on acting.account = grants.account
    where grants.role = any(wanted_roles)
      and coalesce(grants.form, wanted_form) = wanted_form
      and coalesce(acting.limit_form, wanted_form) = wanted_form
      and (acting.limit_unit is null or ledger.is_within(wanted_unit, acting.limit_unit))
      and ledger.is_within(wanted_unit, grants.unit)
  );
end
$$;

comment on function ledger.acting_covers(text[], text, text) is
'Whether the acting account holds one of the roles for a unit and form.';

create function ledger.month_is_open(month date) returns boolean
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
as $$
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

comment on function ledger.month_is_open(date) is
'Whether figures of a month are taken now: it was never closed, or is reopened for a while.';

create function ledger.submission_situation(
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
as $$
#variable_conflict use_column
declare
  author text := ledger.acting_account();
  covered boolean := author is not null
    and ledger.acting_covers(array['reporter'], wanted_unit, wanted_form);
begin
  return query
  select
    author,
    covered,
    ledger.now(),
    ledger.month_is_open(date_trunc('month', last_day)::date),
    latest_revision.number,
    unit.kind,
    unit.is_ended,
    heads.seq,
    known.request_sha256,
    known.answer,
    accepted.period,
    accepted.form_effective_from,
    accepted.figures,
    accepted.absences
  from (select 1) as always
  left join lateral (
    select revisions.number
    from ledger.revisions as revisions
    where covered
      and revisions.unit = wanted_unit
      and revisions.form = wanted_form
      and revisions.period = wanted_period
    order by revisions.number desc
    limit 1
  ) as latest_revision on true
  left join lateral (
    select
      unit_versions.kind,
      unit_versions.is_ended
    from ledger.unit_versions as unit_versions
    where unit_versions.unit = wanted_unit and unit_versions.valid_from <= last_day
    order by unit_versions.valid_from desc, unit_versions.entry desc
    limit 1
  ) as unit on true
  left join ledger.journal_heads as heads on heads.chain = '*'
  left join ledger.idempotency_keys as known
    on known.account = author and known.key = idempotency_key
  left join lateral (
    select distinct on (revisions.period)
      revisions.period,
      revisions.form_effective_from,
      revisions.figures,
      revisions.absences
    from ledger.revisions as revisions
    inner join ledger.reviews as reviews
      on
        revisions.unit = reviews.unit
        and revisions.form = reviews.form
        and revisions.period = reviews.period
        and revisions.number = reviews.revision
    where covered
      and revisions.unit = wanted_unit
      and revisions.form = wanted_form
      and revisions.period = any(earlier)
      and reviews.stage = 'office'
      and reviews.decision = 'approve'
    order by revisions.period asc, revisions.number desc
  ) as accepted on true;
end
$$;

comment on function ledger.submission_situation is
'What decides about a submission: who acts, the month, the latest revision, what the key''s request
was answered with, the accepted figures of earlier periods; of others'' units it tells nothing.';

create function ledger.take_revision(
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
as $$
#variable_conflict use_variable
declare
  author text := ledger.acting_account();
  known_request bytea;
begin
  if author is null or not ledger.acting_covers(array['reporter'], wanted_unit, wanted_form) then
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
  seq := ledger.append_journal(
    wanted_unit, 'revision.submit', object, content, '', idempotency_key
  );
  insert into ledger.revisions (
    unit, form, period, number, form_effective_from, figures, absences, notes, submitted_by,
    row_sha256, entry
  )
  values (
    wanted_unit, wanted_form, wanted_period, wanted_number, form_effective_from, figures,
    absences, notes, author, row_sha256, seq
  );
  delete from ledger.drafts as drafts
  where drafts.unit = wanted_unit and drafts.form = wanted_form and drafts.period = wanted_period;
  insert into ledger.idempotency_keys (account, key, request_sha256, answer)
  values (author, idempotency_key, request_sha256, answer_before || seq || answer_after);
end
$$;

comment on function ledger.take_revision is
'Adds one revision with its journal entry and its key, or tells what the key''s request was answered
with before. The answer is kept with the entry''s number between its two parts.';

revoke all on function
ledger.acting_covers(text[], text, text), ledger.month_is_open(date),
ledger.submission_situation, ledger.take_revision
from public;

grant execute on function
ledger.acting_covers(text[], text, text), ledger.month_is_open(date),
ledger.submission_situation, ledger.take_revision
to ledger_app;

-- What an account sees of results depends on the tree, and everybody waits for editions.
create function ledger.announce() returns trigger
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
begin
  perform pg_notify(tg_argv[0], tg_argv[1]);
  return null;
end
$$;

comment on function ledger.announce() is 'Says on a channel that something changed.';

create trigger unit_versions_announced
after insert on ledger.unit_versions
for each statement execute function ledger.announce('ledger_sessions', '*');

create trigger editions_announced
after insert on ledger.editions
for each statement execute function ledger.announce('ledger_editions', '');
