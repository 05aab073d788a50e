-- Credentials: how an account proves who it is, until when, and what was tried.
--
-- What is decided about an account (a password set, a second factor enrolled, an end, an unlock,
-- the policy) is a fact that the journal covers. The secrets themselves stand beside the facts,
-- which hold their digests: only ledger_auth reads them, and nobody changes them.

create table ledger.credentials (
  account text not null,
  number integer not null,
  phc_sha256 bytea not null,
  must_change boolean not null,
  set_at timestamptz not null,
  valid_until timestamptz,
  entry bigint not null,
  phc text not null,

  constraint credentials_pkey primary key (account, number),
  constraint credentials_account_fkey
  foreign key (account) references ledger.accounts (name) on delete restrict,
  constraint credentials_number_positive check (number > 0),
  constraint credentials_digest_is_of_the_phc
  check (phc_sha256 = sha256(convert_to(phc, 'UTF8')))
);

comment on table ledger.credentials is
'Each password an account ever had; the one with the highest number counts.';
comment on column ledger.credentials.must_change is
'Whether it is a one-time password, which only lets its holder set another.';
comment on column ledger.credentials.valid_until is
'When a one-time password is worth nothing any more; null for no such moment.';
comment on column ledger.credentials.phc is
'The argon2id string. Outside the fact, which holds its digest; ledger_auth alone reads it.';

create table ledger.second_factors (
  account text not null,
  number integer not null,
  state text not null,
  sealed_sha256 bytea,
  entry bigint not null,
  sealed bytea,

  constraint second_factors_pkey primary key (account, number),
  constraint second_factors_account_fkey
  foreign key (account) references ledger.accounts (name) on delete restrict,
  constraint second_factors_number_positive check (number > 0),
  constraint second_factors_state_is_known check (state in ('enrolled', 'ended')),
  constraint second_factors_enrolled_has_a_secret
  check ((state = 'enrolled') = (sealed is not null)),
  constraint second_factors_digest_is_of_the_secret
  check (sealed_sha256 is not distinct from sha256(sealed))
);

comment on table ledger.second_factors is
'Each enrolment and end of an account''s second factor; the one with the highest number counts.';
comment on column ledger.second_factors.sealed_sha256 is
'The digest of the sealed secret; null where the factor ended.';
comment on column ledger.second_factors.sealed is
'The secret, sealed with a key from outside; null where the factor ended. ledger_auth alone reads.';

create table ledger.used_codes (
  account text not null,
  step bigint not null,

  constraint used_codes_pkey primary key (account, step),
  constraint used_codes_account_fkey
  foreign key (account) references ledger.accounts (name) on delete restrict
);

comment on table ledger.used_codes is
'The time steps whose code an account has used: a code that is shown again violates the key.';

create table ledger.account_expiries (
  account text not null,
  number integer not null,
  expires_on date,
  entry bigint not null,

  constraint account_expiries_pkey primary key (account, number),
  constraint account_expiries_account_fkey
  foreign key (account) references ledger.accounts (name) on delete restrict
);

comment on table ledger.account_expiries is
'The last day of an account; the one with the highest number counts.';
comment on column ledger.account_expiries.expires_on is 'The last day; null for no end.';

create table ledger.account_unlocks (
  account text not null,
  number integer not null,
  unlocked_at timestamptz not null,
  reason text not null,
  entry bigint not null,

  constraint account_unlocks_pkey primary key (account, number),
  constraint account_unlocks_account_fkey
  foreign key (account) references ledger.accounts (name) on delete restrict
);

comment on table ledger.account_unlocks is
'The security administrator''s word that an account may sign in again: failures and dormancy before
it do not count.';

create table ledger.policies (
  name text not null,
  number integer not null,
  definition text not null,
  entry bigint not null,

  constraint policies_pkey primary key (name, number),
  constraint policies_name_is_known check (name in ('accounts')),
  constraint policies_number_positive check (number > 0)
);

comment on table ledger.policies is
'Every version of a policy; the one with the highest number counts; without any, the program''s.';
comment on column ledger.policies.definition is 'Canonical JSON.';

create table ledger.sign_in_attempts (
  number bigint generated always as identity,
  account text not null,
  network text not null,
  attempted_at timestamptz not null default ledger.now(),
  is_familiar boolean not null,
  outcome text not null default 'begun',

  constraint sign_in_attempts_pkey primary key (number),
  constraint sign_in_attempts_account_is_short check (length(account) <= 64),
  constraint sign_in_attempts_network_is_short check (length(network) <= 64),
  constraint sign_in_attempts_outcome_is_known
  check (outcome in ('begun', 'failed', 'undecided', 'succeeded'))
);

comment on table ledger.sign_in_attempts is
'What was tried at the door. An attempt that is cut off stays begun, which counts as failed.';
comment on column ledger.sign_in_attempts.outcome is
'Undecided where the password was right but opened nothing yet, or was not looked at.';
comment on column ledger.sign_in_attempts.account is
'The account; for a name that no account has, # and a part of its digest, since people type
passwords into the wrong field.';
comment on column ledger.sign_in_attempts.is_familiar is
'Whether the account had signed in from this network of late: those are counted for themselves.';

create index sign_in_attempts_account on ledger.sign_in_attempts (account, network, number);

create function ledger.attempt_history(
  wanted_account text,
  wanted_network text,
  failures_max integer,
  day_failures_max integer,
  familiar_days integer,
  out is_familiar boolean,
  out latest timestamptz,
  out first timestamptz,
  out day_latest timestamptz,
  out day_first timestamptz
)
language sql stable
as $$
  with known as (
    select
      max(attempts.number) as last_success,
      coalesce(
        max(attempts.attempted_at) > ledger.now() - make_interval(days => familiar_days),
        false
      ) as is_familiar,
      coalesce(
        (
          select max(account_unlocks.unlocked_at)
          from ledger.account_unlocks as account_unlocks
          where account_unlocks.account = wanted_account
        ),
        '-infinity'
      ) as unlocked_at
    from ledger.sign_in_attempts as attempts
    where attempts.account = wanted_account
      and attempts.network = wanted_network
      and attempts.outcome = 'succeeded'
  ),

  near as (
    select attempts.attempted_at
    from ledger.sign_in_attempts as attempts
    cross join known
    where attempts.account = wanted_account
      and attempts.network = wanted_network
      and attempts.outcome in ('begun', 'failed')
      and attempts.number > coalesce(known.last_success, 0)
      and attempts.attempted_at > known.unlocked_at
    order by attempts.number desc
    limit failures_max
  ),

  counted as (
    select attempts.attempted_at
    from ledger.sign_in_attempts as attempts
    cross join known
    where attempts.account = wanted_account
      and attempts.outcome in ('begun', 'failed')
      and attempts.attempted_at > known.unlocked_at
      and case
        when known.is_familiar then attempts.network = wanted_network
        else not attempts.is_familiar
      end
    order by attempts.number desc
    limit day_failures_max
  )

  select
    known.is_familiar,
    (select max(near.attempted_at) from near) as latest,
    (
      select case when count(*) = failures_max then min(near.attempted_at) end
      from near
    ) as first,
    (select max(counted.attempted_at) from counted) as day_latest,
    (
      select case when count(*) = day_failures_max then min(counted.attempted_at) end
      from counted
    ) as day_first
  from known
$$;

comment on function ledger.attempt_history is
'What was tried at the door where an account signs in: of the network, and of the day.';

do $protected$
declare
  protected text;
begin
  foreach protected in array array[
    'credentials', 'second_factors', 'used_codes', 'account_expiries', 'account_unlocks', 'policies'
  ]
  loop
    execute format(
      'create trigger %I before update or delete on ledger.%I '
      'for each row execute function ledger.refuse_change()',
      protected || '_append_only', protected
    );
    execute format(
      'create trigger %I before truncate on ledger.%I '
      'for each statement execute function ledger.refuse_change()',
      protected || '_no_truncate', protected
    );
  end loop;
  foreach protected in array array[
    'credentials', 'second_factors', 'used_codes', 'account_expiries', 'account_unlocks',
    'policies', 'sign_in_attempts'
  ]
  loop
    execute format('alter table ledger.%I enable row level security', protected);
    execute format(
      'create policy %I on ledger.%I for all to ledger_auth using (true) with check (true)',
      protected || '_of_the_sign_in', protected
    );
    execute format('grant select on ledger.%I to ledger_auth', protected);
  end loop;
  foreach protected in array array[
    'credentials', 'second_factors', 'account_expiries', 'account_unlocks', 'policies'
  ]
  loop
    execute format(
      'create policy %I on ledger.%I for select to ledger_audit using (true)',
      protected || '_read_to_verify', protected
    );
  end loop;
end
$protected$;

grant insert on
ledger.credentials, ledger.second_factors, ledger.used_codes, ledger.sign_in_attempts
to ledger_auth;
grant update (outcome) on ledger.sign_in_attempts to ledger_auth;

-- Verification reads the facts, not what stands beside them.
grant select (account, number, phc_sha256, must_change, set_at, valid_until, entry)
on ledger.credentials to ledger_audit;
grant select (account, number, state, sealed_sha256, entry)
on ledger.second_factors to ledger_audit;
grant select on ledger.account_expiries, ledger.account_unlocks, ledger.policies to ledger_audit;

create policy account_expiries_read_by_administrators on ledger.account_expiries
for select to ledger_app
using (
  account = (select ledger.acting_account())
  or (select ledger.acting_as(array['system_admin', 'security_admin']))
);
create policy account_expiries_kept_by_system_administrator on ledger.account_expiries
for insert to ledger_app
with check ((select ledger.acting_as(array['system_admin'])));

create policy account_unlocks_read_by_administrators on ledger.account_unlocks
for select to ledger_app
using (
  account = (select ledger.acting_account())
  or (select ledger.acting_as(array['system_admin', 'security_admin']))
);
create policy account_unlocks_added_by_security_administrator on ledger.account_unlocks
for insert to ledger_app
with check (
  (select ledger.acting_as(array['security_admin']))
  and account <> (select ledger.acting_account())
);

create policy policies_read_by_all on ledger.policies for select to ledger_app
using ((select ledger.acting_account()) is not null);
create policy policies_kept_by_security_administrator on ledger.policies for insert to ledger_app
with check ((select ledger.acting_as(array['security_admin'])));

grant select, insert on ledger.account_expiries, ledger.account_unlocks, ledger.policies
to ledger_app;

revoke all on function ledger.attempt_history from public;

grant execute on function ledger.attempt_history to ledger_auth;
