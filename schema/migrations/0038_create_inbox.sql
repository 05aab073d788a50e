-- The inbox: which reminders an account has read.
--
-- What waits for whom is no table: it follows from the facts and the day, so that nothing kept here
-- can disagree with them. The marks are no part of the record: they are their account's alone.

create table ledger.inbox_marks (
  account text not null,
  reminder text not null,
  marked_at timestamptz not null default ledger.now(),

  constraint inbox_marks_pkey primary key (account, reminder),
  constraint inbox_marks_account_fkey
  foreign key (account) references ledger.accounts (name) on delete restrict,
  constraint inbox_marks_reminder_is_short check (length(reminder) between 1 and 200)
);

comment on table ledger.inbox_marks is 'The reminders that an account has read.';

alter table ledger.inbox_marks enable row level security;

create policy inbox_marks_of_oneself on ledger.inbox_marks for all to ledger_app
using (account = (select ledger.acting_account()))
with check (account = (select ledger.acting_account()));

grant select, insert, delete on ledger.inbox_marks to ledger_app;
