-- Events: the journal read in an order in which nothing comes late.
--
-- Entries of different chains are committed in any order, so that neither their time nor their
-- number says what a reader has seen. The transaction does: everything below the oldest one that
-- still runs is complete.

alter table ledger.journal_entries
add column transaction xid8 not null default pg_current_xact_id();

comment on column ledger.journal_entries.transaction is
'The transaction that added the entry; orders events, and is no part of the hash.';

create index journal_entries_transaction on ledger.journal_entries (
  transaction, chain collate "C", seq
);
