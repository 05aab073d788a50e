-- Roles: who may do what in the database. Run before the migrations, as often as one likes.
--
-- ledger_owner owns everything and is used by migrations only. ledger_app does the ledger's acts,
-- ledger_auth opens and ends sessions, ledger_audit reads all facts to verify them. Nobody logs in
-- as these roles by default: the login user of an installation is made a member of them.

do $roles$
declare
  wanted text;
begin
  foreach wanted in array array['ledger_owner', 'ledger_app', 'ledger_auth', 'ledger_audit']
  loop
    begin
      if not exists (select from pg_catalog.pg_roles where rolname = wanted) then
        execute format('create role %I nologin noinherit', wanted);
      end if;
    exception
      when duplicate_object or unique_violation then
        null; -- another installation on the same server was first
    end;
  end loop;

  execute format('grant create, connect, temporary on database %I to ledger_owner', current_database());
  execute format('revoke all on database %I from public', current_database());
  execute format(
    'grant connect, temporary on database %I to ledger_app, ledger_auth, ledger_audit',
    current_database()
  );
end
$roles$;
