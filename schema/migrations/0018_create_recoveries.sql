-- Recoveries: what a restore to an earlier moment lost.
--
-- Such a restore looks like tampering to whoever keeps a later checkpoint, and should: it ends with
-- this fact, which the auditor records from that copy. Verification then tells it as recorded.

create table ledger.recoveries (
  number integer not null,
  backup text not null,
  recovered_to timestamptz not null,
  checkpoint integer not null,
  checkpoint_signature bytea not null,
  lost text not null,
  reason text not null,
  recorded_by text not null,
  recorded_at timestamptz not null default ledger.now(),
  entry bigint not null,

  constraint recoveries_pkey primary key (number),
  constraint recoveries_number_positive check (number > 0),
  constraint recoveries_lost_something check (lost <> ''),
  constraint recoveries_have_a_reason check (reason <> '')
);

comment on table ledger.recoveries is
'Restores to an earlier moment: from which backup, to when, and which journal entries were lost.';
comment on column ledger.recoveries.checkpoint is
'The last checkpoint that the auditor kept outside; it names what was lost.';
comment on column ledger.recoveries.lost is
'One chain a line: the chain, the first lost entry, the last.';

create trigger recoveries_append_only
before update or delete on ledger.recoveries
for each row execute function ledger.refuse_change();

create trigger recoveries_no_truncate
before truncate on ledger.recoveries
for each statement execute function ledger.refuse_change();

alter table ledger.recoveries enable row level security;

create policy recoveries_read_by_all on ledger.recoveries for select to ledger_app
using ((select ledger.acting_account()) is not null);

create policy recoveries_recorded_by_auditors on ledger.recoveries for insert to ledger_app
with check (
  recorded_by = (select ledger.acting_account())
  and (select ledger.acting_as(array['auditor']))
);

create policy recoveries_read_to_verify on ledger.recoveries for select to ledger_audit
using (true);

grant select, insert on ledger.recoveries to ledger_app;
grant select on ledger.recoveries to ledger_audit;
