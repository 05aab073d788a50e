-- Accounts, grants and sessions: who acts, and for which units.
--
-- A grant is (account, role, unit and everything below it, optionally one form, until). What a
-- transaction may see and add follows from the session whose secret it shows, never from a name or
-- a unit that it claims.

create table ledger.accounts (
  name text not null,
  display_name text not null,
  unit text not null,
  post text not null,
  entry bigint not null,

  constraint accounts_pkey primary key (name),
  constraint accounts_name_is_a_name check (name ~ '^[a-z0-9][a-z0-9._-]{1,63}$')
);

comment on table ledger.accounts is
'The only persons in the ledger: its own account holders, with unit and post.';

create table ledger.account_states (
  account text not null,
  number integer not null,
  state text not null,
  reason text not null,
  entry bigint not null,

  constraint account_states_pkey primary key (account, number),
  constraint account_states_account_fkey
  foreign key (account) references ledger.accounts (name) on delete restrict,
  constraint account_states_state_is_known check (state in ('enabled', 'disabled'))
);

comment on table ledger.account_states is
'Each enabling and disabling of an account; the one with the highest number counts.';

create table ledger.grants (
  account text not null,
  number integer not null,
  role text not null,
  unit text not null,
  form text,
  valid_until date,
  entry bigint not null,

  constraint grants_pkey primary key (account, number),
  constraint grants_account_fkey
  foreign key (account) references ledger.accounts (name) on delete restrict,
  constraint grants_role_is_known check (
    role in (
      'reporter', 'reviewer', 'verifier', 'office', 'director', 'leader', 'assessor',
      'auditor', 'system_admin', 'security_admin'
    )
  )
);

comment on table ledger.grants is
'What an account may do, for which unit and everything below it.';
comment on column ledger.grants.form is 'The only form the grant is for; null for every form.';
comment on column ledger.grants.valid_until is 'The last day of the grant; null for no end.';

create table ledger.grant_ends (
  account text not null,
  number integer not null,
  reason text not null,
  entry bigint not null,

  constraint grant_ends_pkey primary key (account, number),
  constraint grant_ends_grant_fkey
  foreign key (account, number) references ledger.grants (account, number) on delete restrict
);

comment on table ledger.grant_ends is 'The early end of a grant.';

create table ledger.sessions (
  token_sha256 bytea not null,
  account text not null,
  opened_at timestamptz not null default ledger.now(),
  expires_at timestamptz not null,
  ended_at timestamptz,

  constraint sessions_pkey primary key (token_sha256),
  constraint sessions_account_fkey
  foreign key (account) references ledger.accounts (name) on delete restrict,
  constraint sessions_token_is_a_digest check (length(token_sha256) = 32)
);

comment on table ledger.sessions is
'Open and ended sessions. Only the SHA-256 of the secret is kept; the application cannot read it.';
comment on column ledger.sessions.ended_at is 'When the session was ended; null while it is open.';

create index sessions_account on ledger.sessions (account);

create function ledger.acting_account() returns text
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$
  select sessions.account
  from ledger.sessions as sessions
  where sessions.token_sha256
    = sha256(convert_to(nullif(current_setting('ledger.session', true), ''), 'UTF8'))
    and sessions.ended_at is null
    and sessions.expires_at > transaction_timestamp()
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
$$;

comment on function ledger.acting_account() is
'The account whose session secret this transaction has shown; null when there is none.';

create view ledger.grants_in_force as
select
  grants.account,
  grants.number,
  grants.role,
  grants.unit,
  grants.form
from ledger.grants as grants
left join ledger.grant_ends as grant_ends
  on grants.account = grant_ends.account and grants.number = grant_ends.number
where
  grant_ends.account is null
  and (grants.valid_until is null or grants.valid_until >= ledger.now()::date);

comment on view ledger.grants_in_force is 'The grants that count today. Owner only.';

create table ledger.idempotency_keys (
  account text not null,
  key text not null,
  request_sha256 bytea not null,
  answer text not null,
  recorded_at timestamptz not null default ledger.now(),

  constraint idempotency_keys_pkey primary key (account, key),
  constraint idempotency_keys_key_is_short check (length(key) between 8 and 128)
);

comment on table ledger.idempotency_keys is
'The first answer to each keyed request, kept in the same transaction as its effect.';
