-- What is done to the whole ledger takes a grant for the whole of it, and a checkpoint takes
-- somebody who may sign one.
--
-- An office keeps the catalogue, closes months and publishes for everybody; an auditor reads every
-- entry; an administrator keeps every account. A grant of such a role for one county or one form
-- was enough for that. From now on none is given, and one that was given before does what it says:
-- what the role may do in a place, in that place.

create function ledger.is_top(wanted_unit text) returns boolean
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$
  select wanted_unit = '*' or ledger.current_parent(wanted_unit) is null
$$;

comment on function ledger.is_top(text) is
'Whether a grant''s unit is the whole: the installation (*), or a unit that has none above it.';

create function ledger.may_hold(wanted_role text, wanted_unit text, wanted_form text)
returns boolean
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$
  select wanted_role not in ('office', 'director', 'auditor', 'system_admin', 'security_admin')
    or (
      wanted_form is null
      and ledger.is_top(wanted_unit)
      and (
        wanted_unit = '*'
        or exists (select from ledger.units as units where units.code = wanted_unit)
        -- The first grants come before the first units.
        or not exists (select from ledger.units)
      )
    )
$$;

comment on function ledger.may_hold(text, text, text) is
'Whether a role may be granted so narrowly; the roles that act on the whole ledger may not.';

create function ledger.refuse_narrow_grant() returns trigger
language plpgsql security definer
set search_path = pg_catalog, pg_temp
as $$
begin
  if not ledger.may_hold(new.role, new.unit, new.form) then
    raise exception 'the role acts on the whole ledger'
      using errcode = 'TZ002', constraint = 'grants_of_the_whole_are_whole';
  end if;
  return null;
end
$$;

-- After the row, so that row-level security says first who may grant at all.
create trigger grants_of_the_whole_are_whole
after insert on ledger.grants
for each row execute function ledger.refuse_narrow_grant();

create function ledger.acting_anywhere(wanted_roles text[]) returns boolean
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

comment on function ledger.acting_anywhere(text[]) is
'Whether the acting account holds one of the roles for any unit; a limited token does not.';

create or replace function ledger.acting_as(wanted_roles text[]) returns boolean
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$
  select exists (
    select
    from ledger.acting_session() as acting
    inner join ledger.grants_in_force as grants on acting.account = grants.account
    where acting.limit_unit is null
      and grants.role = any(wanted_roles)
      and grants.form is null
      and ledger.is_top(grants.unit)
  )
$$;

comment on function ledger.acting_as(text[]) is
'Whether the acting account holds one of the roles for the whole ledger; a token does not.';

create or replace function ledger.acting_everywhere(wanted_roles text[]) returns boolean
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$
  select exists (
    select
    from ledger.acting_session() as acting
    inner join ledger.grants_in_force as grants on acting.account = grants.account
    left join ledger.units as units on grants.unit = units.code
    where acting.limit_unit is null
      and grants.role = any(wanted_roles)
      and grants.form is null
      and (
        (grants.unit = '*' and grants.role in ('office', 'director'))
        or (units.code is not null and ledger.current_parent(grants.unit) is null)
      )
  )
$$;

-- Checkpoints: added by whom the table of permissions names, and by the service beside its
-- requests, which signs as the role that needs no session.
alter table ledger.checkpoints enable row level security;

create policy checkpoints_read_by_all on ledger.checkpoints
for select to ledger_app, ledger_auth, ledger_audit using (true);

create policy checkpoints_signed_by_whom_it_is_granted on ledger.checkpoints
for insert to ledger_app
with check ((select ledger.acting_as(array['office', 'director', 'auditor'])));

create policy checkpoints_signed_by_the_service on ledger.checkpoints
for insert to ledger_auth with check (true);

grant select, insert on ledger.checkpoints to ledger_auth;
grant select on ledger.journal_heads to ledger_auth;

revoke all on function
ledger.is_top(text), ledger.may_hold(text, text, text), ledger.acting_anywhere(text[]),
ledger.refuse_narrow_grant()
from public;

grant execute on function
ledger.is_top(text), ledger.may_hold(text, text, text), ledger.acting_anywhere(text[])
to ledger_app, ledger_auth;
