-- A ledger that holds invented figures says so for ever: the mark is set on an empty ledger, by its
-- first act, and is never taken back.

alter table ledger.installations
add column is_demonstration boolean not null default false;

comment on column ledger.installations.is_demonstration is
'Whether every figure in this ledger is invented. Set once, before the first act; never unset.';

create function ledger.keep_installation_mark() returns trigger
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
begin
  if old.is_demonstration and not new.is_demonstration then
    raise exception 'a demonstration stays one'
      using errcode = 'TZ001', table = tg_table_name;
  end if;
  return new;
end
$$;

create trigger installations_mark_is_kept
before update on ledger.installations
for each row execute function ledger.keep_installation_mark();

create trigger installations_stay
before delete on ledger.installations
for each row execute function ledger.refuse_change();

create trigger installations_no_truncate
before truncate on ledger.installations
for each statement execute function ledger.refuse_change();

create function ledger.mark_demonstration() returns boolean
language sql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
  with marked as (
    update ledger.installations
    set
      is_demonstration = true,
      clock = 'given'
    where not exists (select from ledger.journal_heads)
    returning is_demonstration
  )

  select exists (select from marked)
$$;

comment on function ledger.mark_demonstration() is
'Makes an empty ledger a demonstration, whose acts may be dated; false where there was any act.';

revoke all on function ledger.keep_installation_mark() from public;

revoke all on function ledger.mark_demonstration() from public;

grant execute on function ledger.mark_demonstration() to ledger_auth;
