-- Every change that may end or narrow a session is announced on the channel ledger_sessions, with
-- the account as payload, for those who remember sessions for a while. Disabling an account ends
-- its sessions. And one view shows each account as it is now, for the sign-in and administrators.

create view ledger.account_overviews as
select
  accounts.name,
  accounts.display_name,
  accounts.unit,
  accounts.post,
  coalesce(
    (
      select account_states.state
      from ledger.account_states as account_states
      where account_states.account = accounts.name
      order by account_states.number desc
      limit 1
    ),
    'disabled'
  ) as state,
  (
    select account_expiries.expires_on
    from ledger.account_expiries as account_expiries
    where account_expiries.account = accounts.name
    order by account_expiries.number desc
    limit 1
  ) as expires_on,
  coalesce(
    (
      select second_factors.state
      from ledger.second_factors as second_factors
      where second_factors.account = accounts.name
      order by second_factors.number desc
      limit 1
    ) = 'enrolled',
    false
  ) as has_second_factor,
  (
    select max(sessions.opened_at)
    from ledger.sessions as sessions
    where sessions.account = accounts.name and sessions.purpose not in ('console', 'token')
  ) as signed_in_at,
  greatest(
    (
      select max(sessions.seen_at)
      from ledger.sessions as sessions
      where sessions.account = accounts.name and sessions.purpose <> 'console'
    ),
    (
      select max(account_unlocks.unlocked_at)
      from ledger.account_unlocks as account_unlocks
      where account_unlocks.account = accounts.name
    ),
    (
      select max(credentials.set_at)
      from ledger.credentials as credentials
      where credentials.account = accounts.name
    )
  ) as lively_at
from ledger.accounts as accounts;

comment on view ledger.account_overviews is
'Each account as it is now. lively_at is what dormancy counts from. Owner and sign-in only.';

create function ledger.announce_sessions() returns trigger
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
begin
  perform pg_notify('ledger_sessions', new.account);
  return null;
end
$$;

create function ledger.end_sessions_of_disabled() returns trigger
language plpgsql security definer
set search_path = pg_catalog, pg_temp
as $$
begin
  -- An account that is enabled again signs in again.
  update ledger.sessions as sessions
  set ended_at = ledger.now()
  where sessions.account = new.account and sessions.ended_at is null;
  return null;
end
$$;

create trigger account_states_end_sessions
after insert on ledger.account_states
for each row when (new.state = 'disabled')
execute function ledger.end_sessions_of_disabled();

create trigger sessions_announced
after update of ended_at, expires_at, purpose, limit_unit, limit_form on ledger.sessions
for each row execute function ledger.announce_sessions();

do $announced$
declare
  changing text;
begin
  foreach changing in array array[
    'account_states', 'account_expiries', 'grants', 'grant_ends', 'credentials', 'second_factors'
  ]
  loop
    execute format(
      'create trigger %I after insert on ledger.%I '
      'for each row execute function ledger.announce_sessions()',
      changing || '_announced', changing
    );
  end loop;
end
$announced$;

grant select on ledger.account_overviews to ledger_auth;

revoke all on function ledger.announce_sessions(), ledger.end_sessions_of_disabled() from public;
