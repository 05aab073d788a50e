-- Protection of the record: rows are added and never changed, and an account sees and adds what its
-- grants cover. Rights, triggers and policies together; the journal finds what gets past all three.

do $append_only$
declare
  fact text;
begin
  foreach fact in array array[
    'accounts', 'account_states', 'grants', 'grant_ends', 'units', 'unit_versions', 'populations',
    'calendar_days', 'indicators', 'forms', 'targets', 'revisions', 'reviews', 'verifications',
    'month_events', 'methods', 'method_approvals', 'evaluations', 'ratings', 'standings',
    'editions', 'edition_proposals', 'checkpoints', 'idempotency_keys'
  ]
  loop
    execute format(
      'create trigger %I before update or delete on ledger.%I '
      'for each row execute function ledger.refuse_change()',
      fact || '_append_only', fact
    );
    execute format(
      'create trigger %I before truncate on ledger.%I '
      'for each statement execute function ledger.refuse_change()',
      fact || '_no_truncate', fact
    );
  end loop;
end
$append_only$;

do $partitions$
declare
  part text;
begin
  for part in
    select inheriting.inhrelid::regclass::text
    from pg_catalog.pg_inherits as inheriting
    where inheriting.inhparent = 'ledger.revisions'::regclass
  loop
    execute format(
      'create trigger no_truncate before truncate on %s '
      'for each statement execute function ledger.refuse_change()', part
    );
    execute format('alter table %s enable row level security', part);
  end loop;
end
$partitions$;

-- Everybody who is signed in reads the catalogue; the office keeps it.
do $catalogue$
declare
  fact text;
begin
  foreach fact in array array[
    'units', 'unit_versions', 'populations', 'calendar_days', 'indicators', 'forms', 'targets',
    'methods', 'method_approvals', 'month_events', 'evaluations', 'edition_proposals', 'editions'
  ]
  loop
    execute format('alter table ledger.%I enable row level security', fact);
    execute format(
      'create policy %I on ledger.%I for select to ledger_app '
      'using ((select ledger.acting_account()) is not null)',
      fact || '_read_by_all', fact
    );
    execute format(
      'create policy %I on ledger.%I for insert to ledger_app '
      'with check ((select ledger.acting_as(array[''office'', ''director''])))',
      fact || '_kept_by_the_office', fact
    );
    execute format('grant select, insert on ledger.%I to ledger_app', fact);
  end loop;
end
$catalogue$;

-- Figures: read inside one's scope, added by whom the grant names.
do $scoped$
declare
  fact text;
  adders text;
  readers constant text := 'array[''reporter'', ''reviewer'', ''verifier'', ''office'', '
  || '''director'', ''leader'', ''assessor'']';
begin
  foreach fact in array array['revisions', 'reviews', 'verifications']
  loop
    adders := case fact
      when 'revisions' then 'array[''reporter'']'
      when 'reviews' then 'array[''reviewer'', ''office'']'
      else 'array[''verifier'']'
    end;
    execute format('alter table ledger.%I enable row level security', fact);
    execute format(
      'create policy %I on ledger.%I for select to ledger_app using ('
      '(select ledger.acting_everywhere(%s)) '
      'or unit = any((select ledger.acting_units(%s))::text[]) '
      'or unit || ''/'' || form = any((select ledger.acting_units(%s))::text[]))',
      fact || '_read_in_scope', fact,
      readers, readers, readers
    );
    execute format(
      'create policy %I on ledger.%I for insert to ledger_app with check ('
      '%s = (select ledger.acting_account()) and ('
      '(select ledger.acting_everywhere(%s)) '
      'or unit = any((select ledger.acting_units(%s))::text[]) '
      'or unit || ''/'' || form = any((select ledger.acting_units(%s))::text[])))',
      fact || '_added_in_scope', fact,
      case fact when 'revisions' then 'submitted_by' else 'decided_by' end,
      adders, adders, adders
    );
    execute format('grant select, insert on ledger.%I to ledger_app', fact);
  end loop;
end
$scoped$;

-- Results are stored by COPY and read through views (0009).
grant insert on ledger.ratings, ledger.standings to ledger_app;

grant select on ledger.visible_ratings, ledger.visible_standings, ledger.accepted_revisions
to ledger_app;

-- Accounts: kept by the system administrator, granted by the security administrator.
alter table ledger.accounts enable row level security;

create policy accounts_read_by_administrators on ledger.accounts for select to ledger_app
using (
  name = (select ledger.acting_account())
  or (select ledger.acting_as(array['system_admin', 'security_admin']))
);

create policy accounts_kept_by_system_administrator on ledger.accounts
for insert to ledger_app
with check ((select ledger.acting_as(array['system_admin'])));

alter table ledger.account_states enable row level security;

create policy account_states_read_by_administrators on ledger.account_states
for select to ledger_app
using (
  account = (select ledger.acting_account())
  or (select ledger.acting_as(array['system_admin', 'security_admin']))
);

create policy account_states_kept_by_system_administrator on ledger.account_states
for insert to ledger_app
with check ((select ledger.acting_as(array['system_admin'])));

alter table ledger.grants enable row level security;

create policy grants_read_by_administrators on ledger.grants for select to ledger_app
using (
  account = (select ledger.acting_account())
  or (select ledger.acting_as(array['system_admin', 'security_admin']))
);

create policy grants_added_by_security_administrator on ledger.grants
for insert to ledger_app
with check (
  (select ledger.acting_as(array['security_admin']))
  and account <> (select ledger.acting_account())
);

alter table ledger.grant_ends enable row level security;

create policy grant_ends_read_by_administrators on ledger.grant_ends for select to ledger_app
using (
  account = (select ledger.acting_account())
  or (select ledger.acting_as(array['system_admin', 'security_admin']))
);

create policy grant_ends_added_by_security_administrator on ledger.grant_ends
for insert to ledger_app
with check ((select ledger.acting_as(array['security_admin'])));

grant select, insert
on ledger.accounts, ledger.account_states, ledger.grants, ledger.grant_ends
to ledger_app;

alter table ledger.idempotency_keys enable row level security;

create policy idempotency_keys_own on ledger.idempotency_keys for all to ledger_app
using (account = (select ledger.acting_account()))
with check (account = (select ledger.acting_account()));

grant select, insert on ledger.idempotency_keys to ledger_app;

-- Checkpoints are public statements; any process of the application may add one that verifies.
grant select, insert on ledger.checkpoints to ledger_app;
grant select on ledger.journal_heads to ledger_app;
grant select on ledger.installations to ledger_app, ledger_auth, ledger_audit;

-- The journal: read by auditors.
alter table ledger.journal_entries enable row level security;

create policy journal_entries_read_by_auditors on ledger.journal_entries
for select to ledger_app
using ((select ledger.acting_as(array['auditor'])));

grant select on ledger.journal_entries to ledger_app;

do $audit$
declare
  fact text;
begin
  for fact in
    select tables.relname
    from pg_catalog.pg_class as tables
    where tables.relnamespace = 'ledger'::regnamespace
      and tables.relkind in ('r', 'p')
      and not tables.relispartition
      and tables.relname <> 'sessions'
  loop
    execute format('grant select on ledger.%I to ledger_audit', fact);
    if (select relrowsecurity from pg_catalog.pg_class
        where oid = ('ledger.' || quote_ident(fact))::regclass)
    then
      execute format(
        'create policy %I on ledger.%I for select to ledger_audit using (true)',
        fact || '_read_to_verify', fact
      );
    end if;
  end loop;
end
$audit$;

-- The console and the sign-in: sessions, and the first two administrators of an empty ledger.
grant select, insert, update (ended_at) on ledger.sessions to ledger_auth;
grant select on ledger.accounts, ledger.account_states, ledger.grants to ledger_auth;
grant insert on ledger.accounts, ledger.account_states, ledger.grants to ledger_auth;

create policy accounts_read_to_sign_in on ledger.accounts for select to ledger_auth using (true);
create policy account_states_read_to_sign_in on ledger.account_states
for select to ledger_auth using (true);
create policy grants_read_to_sign_in on ledger.grants for select to ledger_auth using (true);

create function ledger.has_no_administrator(wanted_role text) returns boolean
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$
  select wanted_role in ('system_admin', 'security_admin')
    and not exists (select from ledger.grants as grants where grants.role = wanted_role)
$$;

comment on function ledger.has_no_administrator(text) is
'Whether the installation still lacks its first administrator of that role.';

create policy accounts_first on ledger.accounts for insert to ledger_auth
with check (
  ledger.has_no_administrator('system_admin') or ledger.has_no_administrator('security_admin')
);
create policy account_states_first on ledger.account_states for insert to ledger_auth
with check (
  ledger.has_no_administrator('system_admin') or ledger.has_no_administrator('security_admin')
);
create policy grants_first on ledger.grants for insert to ledger_auth
with check (ledger.has_no_administrator(role));
revoke all on all functions in schema ledger from public;

grant execute on all functions in schema ledger to ledger_app, ledger_auth, ledger_audit;
