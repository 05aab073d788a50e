-- A submission reads what decides one lookup at a time, each by one plan that is kept.

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
