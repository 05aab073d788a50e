-- A session for every county's reporter and for a viewer of every city, put in by the superuser: this
-- database is measured, never verified. The secret of R000001
-- is a000001 behind zeros, that of C000001 c000001.
set session_replication_role = replica;
with people as (
  select v.unit, 'u-' || lower(v.unit) as account, case v.kind when 'county' then 'reporter' else 'leader' end as role
  from ledger.unit_versions as v
  where v.kind in ('county', 'city')
), accounts as (
  insert into ledger.accounts (name, display_name, unit, post, entry)
  select account, account, unit, '', 0 from people
), states as (
  insert into ledger.account_states (account, number, state, reason, entry)
  select account, 1, 'enabled', '', 0 from people
), grants as (
  insert into ledger.grants (account, number, role, unit, entry)
  select account, 1, role, unit, 0 from people
)
insert into ledger.sessions (token_sha256, account, expires_at)
select sha256(convert_to(lpad(translate(unit, 'RC', 'ac'), 64, '0'), 'UTF8')), account, now() + interval '10 years' from people;
