-- Sessions: what each is for, how long it may idle, and how far it reaches.
--
-- All of it is looked up anew in each transaction, so that a grant that ended, a disabled account
-- and an ended session count from the next statement on.

alter table ledger.sessions
add column id text not null default replace(gen_random_uuid()::text, '-', ''),
add column purpose text not null default 'console',
add column idle_seconds integer,
add column seen_at timestamptz not null default ledger.now(),
add column network text not null default '',
add column label text not null default '',
add column limit_unit text,
add column limit_form text,
add column pending_factor bytea,
add constraint sessions_id_unique unique (id),
add constraint sessions_purpose_is_known check (
  purpose in ('full', 'change_password', 'enrol_second_factor', 'console', 'token')
),
add constraint sessions_idle_positive check (idle_seconds > 0),
add constraint sessions_token_is_limited check ((purpose = 'token') = (limit_unit is not null)),
add constraint sessions_form_needs_a_unit check (limit_form is null or limit_unit is not null),
add constraint sessions_limit_unit_fkey
foreign key (limit_unit) references ledger.units (code) on delete restrict;

create index sessions_limit_unit on ledger.sessions (limit_unit);

comment on column ledger.sessions.id is 'How people name the session; it opens nothing.';
comment on column ledger.sessions.idle_seconds is
'The longest pause between two uses; null where a pause ends nothing.';
comment on column ledger.sessions.seen_at is 'The last use, to about a minute.';
comment on column ledger.sessions.limit_unit is
'The unit below which a token acts; null for a session that is not limited.';
comment on column ledger.sessions.limit_form is 'The only form a token acts on; null for all.';
comment on column ledger.sessions.pending_factor is
'The sealed secret of a second factor that is not confirmed yet; null for none.';

create function ledger.today() returns date
language sql stable
as $$
  select ((ledger.now() at time zone 'UTC') + interval '8 hours')::date
$$;

comment on function ledger.today() is 'Today in the ledger''s time zone, China Standard Time.';

create or replace view ledger.grants_in_force as
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
  and (grants.valid_until is null or grants.valid_until >= ledger.today());

comment on view ledger.grants_in_force is 'The grants that count today. Owner and sign-in only.';

create view ledger.sessions_in_force as
select
  sessions.token_sha256,
  sessions.id,
  sessions.account,
  sessions.purpose,
  sessions.opened_at,
  sessions.expires_at,
  sessions.idle_seconds,
  sessions.seen_at,
  sessions.network,
  sessions.label,
  sessions.limit_unit,
  sessions.limit_form
from ledger.sessions as sessions
where
  sessions.ended_at is null
  and sessions.expires_at > ledger.now()
  and (
    sessions.idle_seconds is null
    or sessions.seen_at + make_interval(secs => sessions.idle_seconds) > ledger.now()
  )
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
  and coalesce(
    (
      select account_expiries.expires_on
      from ledger.account_expiries as account_expiries
      where account_expiries.account = sessions.account
      order by account_expiries.number desc
      limit 1
    ) >= ledger.today(),
    true
  );

comment on view ledger.sessions_in_force is
'Sessions that are open, of accounts that are enabled and not past their end.';

create function ledger.acting_session(out account text, out limit_unit text, out limit_form text)
returns setof record
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
as $$
begin
  -- In plpgsql, whose plans are kept: every policy asks this.
  return query
  select sessions.account, sessions.limit_unit, sessions.limit_form
  from ledger.sessions_in_force as sessions
  where sessions.token_sha256
    = sha256(convert_to(nullif(current_setting('ledger.session', true), ''), 'UTF8'))
    -- Who has to set a password or enrol a factor first acts at the sign-in only.
    and (
      sessions.purpose in ('full', 'console', 'token')
      or current_setting('role') = 'ledger_auth'
    );
end
$$;

comment on function ledger.acting_session() is
'The account whose session this transaction shows, and the limits of a token; no row for nobody.';

create or replace function ledger.acting_account() returns text
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$
  select acting.account from ledger.acting_session() as acting
$$;

create or replace function ledger.acting_as(wanted_roles text[]) returns boolean
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$
  select exists (
    select
    from ledger.acting_session() as acting
    inner join ledger.grants_in_force as grants on acting.account = grants.account
    where acting.limit_unit is null and grants.role = any(wanted_roles)
  )
$$;

comment on function ledger.acting_as(text[]) is
'Whether the acting account holds one of the roles anywhere; a limited token does not.';

create or replace function ledger.acting_everywhere(wanted_roles text[]) returns boolean
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$
  select exists (
    select
    from ledger.acting_session() as acting
    inner join ledger.grants_in_force as grants on acting.account = grants.account
    inner join ledger.units as units on grants.unit = units.code
    where acting.limit_unit is null
      and grants.role = any(wanted_roles)
      and grants.form is null
      and ledger.current_parent(grants.unit) is null
  )
$$;

comment on function ledger.acting_everywhere(text[]) is
'Whether the acting account holds one of the roles at the root of the tree; a token does not.';

create function ledger.is_within(wanted_unit text, top text) returns boolean
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$
  with recursive above (unit) as (
    select wanted_unit
    union
    select ledger.current_parent(above.unit)
    from above
    where above.unit is not null and above.unit <> top
  )
  select exists (select from above where above.unit = top)
$$;

comment on function ledger.is_within(text, text) is
'Whether a unit is another one or stands below it today.';

create or replace function ledger.acting_units(wanted_roles text[]) returns text[]
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$
  with recursive held as (
    -- A token's reach is what the grant and the limit have in common: the lower unit of the two.
    select
      case
        when acting.limit_unit is null then grants.unit
        when ledger.is_within(acting.limit_unit, grants.unit) then acting.limit_unit
        when ledger.is_within(grants.unit, acting.limit_unit) then grants.unit
      end as unit,
      coalesce(grants.form, acting.limit_form) as form
    from ledger.acting_session() as acting
    inner join ledger.grants_in_force as grants on acting.account = grants.account
    where grants.role = any(wanted_roles)
      and coalesce(grants.form, acting.limit_form, '')
        = coalesce(acting.limit_form, grants.form, '')
  ),

  scope as (
    select held.unit, held.form
    from held
    where held.unit is not null
    union
    select unit_versions.unit, scope.form
    from scope
    inner join ledger.unit_versions as unit_versions on unit_versions.parent = scope.unit
    where ledger.current_parent(unit_versions.unit) = scope.unit
  )

  select coalesce(
    array_agg(scope.unit || coalesce('/' || scope.form, '')), '{}'
  )
  from scope
$$;

grant update (seen_at, pending_factor) on ledger.sessions to ledger_auth;
grant select on ledger.sessions_in_force, ledger.grants_in_force to ledger_auth;

revoke all on function
ledger.today(), ledger.acting_session(), ledger.is_within(text, text)
from public;

grant execute on function ledger.today(), ledger.is_within(text, text), ledger.acting_session()
to ledger_app, ledger_auth, ledger_audit;
