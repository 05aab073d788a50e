-- The journal: one append-only entry for every act that changes anything.
--
-- Entries form one hash chain per unit, so that no county waits for another, and one chain ('*')
-- for the ledger itself. An entry's hash covers the entry before it; its content is the digest of
-- the facts that the act added, so that an edit of a fact behind the journal's back is found.

create schema ledger;

revoke all on schema ledger from public;

grant usage on schema ledger to ledger_app, ledger_auth, ledger_audit;

create function ledger.refuse_change() returns trigger
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
begin
  raise exception 'rows of % are added, never changed or removed', tg_table_name
    using errcode = 'TZ001', table = tg_table_name;
end
$$;

create table ledger.installations (
  is_only boolean not null default true,
  clock text not null default 'system',

  constraint installations_pkey primary key (is_only),
  constraint installations_is_only_one check (is_only),
  constraint installations_clock_is_known check (clock in ('system', 'given'))
);

comment on table ledger.installations is
'One row: how this database is run. A clock that is given marks a demonstration or a test.';

insert into ledger.installations (clock) values ('system');

create function ledger.now() returns timestamptz
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$
  select case
    when installations.clock = 'given'
      then coalesce(
        nullif(current_setting('ledger.now', true), '')::timestamptz,
        transaction_timestamp()
      )
    else transaction_timestamp()
  end
  from ledger.installations as installations
$$;

comment on function ledger.now() is
'The time of this transaction; the caller may give one only where the installation says so.';

create table ledger.journal_heads (
  chain text not null,
  seq bigint not null,
  hash bytea not null,
  recorded_at timestamptz not null,

  constraint journal_heads_pkey primary key (chain)
);

comment on table ledger.journal_heads is
'The last entry of each chain; the row lock on it puts the entries of one chain in order.';

create table ledger.journal_entries (
  chain text not null,
  seq bigint not null,
  format smallint not null default 1,
  alg text not null default 'sha256',
  recorded_at timestamptz not null,
  actor text,
  act text not null,
  object text not null,
  content bytea not null,
  detail text not null,
  idempotency_key text,
  previous_hash bytea not null,
  hash bytea not null,

  constraint journal_entries_pkey primary key (chain, seq),
  constraint journal_entries_seq_positive check (seq > 0),
  constraint journal_entries_format_is_known check (format = 1),
  constraint journal_entries_alg_is_known check (alg = 'sha256'),
  constraint journal_entries_content_is_a_digest check (length(content) = 32),
  constraint journal_entries_hash_is_a_digest check (length(hash) = 32)
);

comment on table ledger.journal_entries is
'Who did what, when, on what: a hash chain per unit. Added by append_journal only.';
comment on column ledger.journal_entries.chain is
'The unit whose chain this is, or * for the ledger itself.';
comment on column ledger.journal_entries.actor is
'The account; null where the operator acted at the console.';
comment on column ledger.journal_entries.content is
'SHA-256 over the facts that the act added.';

create trigger journal_entries_append_only
before update or delete on ledger.journal_entries
for each row execute function ledger.refuse_change();

create trigger journal_entries_no_truncate
before truncate on ledger.journal_entries
for each statement execute function ledger.refuse_change();

create function ledger.journal_hash(
  chain text,
  seq bigint,
  recorded_at timestamptz,
  actor text,
  act text,
  object text,
  content bytea,
  detail text,
  idempotency_key text,
  previous_hash bytea
) returns bytea
language sql stable
as $$
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

comment on function ledger.journal_hash is
'The hash of one entry: SHA-256 over 0x00 and its length-prefixed fields.';
