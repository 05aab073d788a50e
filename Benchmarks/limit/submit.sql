-- W1 beside the service: one submission as the ledger stores it, with its session, its policies, its
-- key and its chain. One round trip: a pipeline around one statement.
\set n :first + :client_id + :k * :clients
\set k :k + 1
\set county :n % 2844 + 1
\set month :n / 2844 + 1
\startpipeline
begin;
select set_config('ledger.session', 'bench-R' || lpad(:county::text, 6, '0'), true);
with wanted as materialized (
  select
    'R' || lpad(:county::text, 6, '0') as unit,
    (:months::date[])[:month::integer] as period,
    'bench-' || lpad(to_hex(:n::bigint), 12, '0') as key
), acting as materialized (
  select ledger.acting_account() as account from wanted
), month as materialized (
  select
    pg_advisory_xact_lock_shared(1953656692, extract(year from wanted.period)::integer * 12) is null as locked,
    (
      select events.event from ledger.month_events as events
      where events.period = wanted.period order by events.number desc limit 1
    ) as event
  from wanted
), latest as materialized (
  select coalesce(max(revisions.number), 0) as number
  from wanted left join ledger.revisions as revisions
    on revisions.unit = wanted.unit and revisions.form = 'monthly' and revisions.period = wanted.period
), entry as materialized (
  select ledger.append_journal(
    wanted.unit, 'revision.submit', wanted.unit || '/monthly/' || wanted.period || '/1', sha256('x'), '', wanted.key
  ) as seq
  from wanted, acting, month, latest
  where month.event is distinct from 'closed' and latest.number = 0 and not exists (
    select from ledger.idempotency_keys as keys where keys.account = acting.account and keys.key = wanted.key)
), revision as (
  insert into ledger.revisions (
    unit, form, period, number, form_effective_from, figures, submitted_by, row_sha256, entry
  )
  select
    wanted.unit, 'monthly', wanted.period, 1, date '2022-01-01', :figures::bigint[], acting.account, sha256('x'),
    entry.seq
  from wanted, acting, entry
  returning number, entry
), kept as (
  insert into ledger.idempotency_keys (account, key, request_sha256, answer)
  select acting.account, wanted.key, sha256('x'), '1' from wanted, acting, entry
)
select number, entry from revision;
commit;
\endpipeline
