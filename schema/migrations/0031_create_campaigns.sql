-- Campaigns: named actions with a start and an end, or none, whose daily forms are due while they
-- run, and what was decided about them: extended, ended, summed up and sealed.
--
-- Where a campaign stands is no column: it follows from its definition, the acts and the day.

create table ledger.campaigns (
  campaign text not null,
  starts_on date not null,
  ends_on date,
  definition text not null,
  entry bigint not null,

  constraint campaigns_pkey primary key (campaign, entry),
  constraint campaigns_campaign_is_a_code check (campaign ~ '^[a-z0-9][a-z0-9.-]{1,39}$'),
  constraint campaigns_end_after_start check (ends_on >= starts_on)
);

comment on table ledger.campaigns is
'Campaigns as they were defined; of two rows of one campaign the later counts.';
comment on column ledger.campaigns.ends_on is 'The last day as defined; null for none.';
comment on column ledger.campaigns.definition is 'The file, in canonical JSON.';

create table ledger.campaign_events (
  campaign text not null,
  number integer not null,
  act text not null,
  last_day date,
  document text not null,
  issuer text not null,
  issued_on date,
  summary text,
  summary_sha256 text,
  decided_by text not null,
  decided_on date not null,
  entry bigint not null,

  constraint campaign_events_pkey primary key (campaign, number),
  constraint campaign_events_number_positive check (number > 0),
  constraint campaign_events_act_is_known check (act in ('extend', 'end', 'close')),
  constraint campaign_events_day_and_document check (
    (act = 'close') = (last_day is null)
    and (last_day is null or (document <> '' and issuer <> '' and issued_on is not null))
  ),
  constraint campaign_events_closing_is_sealed check (
    (act = 'close') = (summary is not null)
    and (summary is null) = (summary_sha256 is null)
    and (summary_sha256 is null or summary_sha256 ~ '^[0-9a-f]{64}$')
  )
);

comment on table ledger.campaign_events is
'What was decided about campaigns, in order. Rows are added and never changed or removed.';
comment on column ledger.campaign_events.last_day is 'The last day that the act sets.';
comment on column ledger.campaign_events.document is
'The number of the document that an extension or an end follows from.';
comment on column ledger.campaign_events.summary is
'The sealed summary, canonical JSON: totals of all units only.';

create unique index campaign_events_closed_once on ledger.campaign_events (campaign)
where act = 'close';

do $protect$
declare
  fact text;
  readers constant text := 'array[''reporter'', ''reviewer'', ''verifier'', ''office'', '
  || '''director'', ''leader'', ''assessor'']';
begin
  foreach fact in array array['campaigns', 'campaign_events']
  loop
    execute format(
      'create trigger %I before update or delete on ledger.%I '
      'for each row execute function ledger.refuse_change()',
      fact || '_append_only', fact
    );
    execute format(
      'create trigger %I before truncate on ledger.%I '
      'for each statement execute function ledger.refuse_change()',
      fact || '_no_truncate', fact
    );
    execute format('alter table ledger.%I enable row level security', fact);
    execute format(
      'create policy %I on ledger.%I for select to ledger_app '
      'using ((select ledger.acting_anywhere(%s)))',
      fact || '_read_by_business', fact, readers
    );
    execute format(
      'create policy %I on ledger.%I for select to ledger_audit using (true)',
      fact || '_read_to_verify', fact
    );
    execute format('grant select, insert on ledger.%I to ledger_app', fact);
    execute format('grant select on ledger.%I to ledger_audit', fact);
  end loop;
end
$protect$;

create policy campaigns_kept_by_the_office on ledger.campaigns for insert to ledger_app
with check ((select ledger.acting_as(array['office'])));

create policy campaign_events_added_by_the_office on ledger.campaign_events
for insert to ledger_app
with check (
  decided_by = (select ledger.acting_account())
  and (select ledger.acting_as(array['office']))
);
