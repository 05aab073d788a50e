-- Months: closing and the governed reopening.
--
-- A month without an event is open. Each event says what holds from then on; the one with the
-- highest number counts. A reopening is proposed by one person, agreed by another, and ends by
-- itself.

create table ledger.month_events (
  period date not null,
  number integer not null,
  event text not null,
  reason text not null,
  exceptions text[] not null,
  reopened_until timestamptz,
  decided_by text not null,
  recorded_at timestamptz not null default ledger.now(),
  entry bigint not null,

  constraint month_events_pkey primary key (period, number),
  constraint month_events_number_positive check (number > 0),
  constraint month_events_period_is_first_day check (extract(day from period) = 1),
  constraint month_events_event_is_known check (
    event in ('closed', 'reopening_proposed', 'reopened')
  ),
  constraint month_events_reopening_ends check (
    event <> 'reopening_proposed' or reopened_until is not null
  )
);

comment on table ledger.month_events is 'Every closing and reopening of a month, in order.';
comment on column ledger.month_events.exceptions is
'Submissions (unit/form) that were absent at the closing, each named on purpose.';
comment on column ledger.month_events.reopened_until is
'When a reopening ends by itself; null for a closing.';

create function ledger.refuse_own_reopening() returns trigger
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
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

create trigger month_events_second_person
before insert on ledger.month_events
for each row execute function ledger.refuse_own_reopening();
