-- W1 at its leanest: a token, the same thirty figures, the head of the versions and an audit row; no
-- policies, no chain. One statement.
\set n :first + :client_id + :k * :clients
\set k :k + 1
\set county :n % 2844 + 1
\set month :n / 2844
with who as materialized (
  select u.id as account, c.id as county
  from api_token t
  join app_user u on u.id = t.user_id and u.active
  join org_unit c on c.code = 'R' || lpad(:county::text, 6, '0')
  where t.token_sha256 = sha256(convert_to(lpad('a' || lpad(:county::text, 6, '0'), 64, '0'), 'UTF8')) and not t.revoked
    and u.org_unit_id in (c.id, c.city_id, c.province_id, 1)
), next as materialized (
  select
    nextval(pg_get_serial_sequence('submission', 'id')) as id,
    (date '2001-01-01' + make_interval(months => :month::integer))::date as month, who.*
  from who
), head as (
  insert into return_head as h (month, org_unit_id, submission_id, version)
  select month, county, id, 1 from next
  on conflict (month, org_unit_id) do update set submission_id = excluded.submission_id, version = h.version + 1
  returning version
), stored as (
  insert into submission (id, org_unit_id, month, version, submitted_by, idem_key, body_sha256)
  select id, county, month, version, account, lpad(to_hex(:n::bigint), 32, '0')::uuid, sha256('x') from next, head
  returning id, submitted_by, version
), figures as (
  insert into figure
  select next.id, f.n, f.value / 10000.0 from next, unnest(:figures::bigint[]) with ordinality as f (value, n)
), audited as (
  insert into audit (actor_id, action, entity, entity_id, detail)
  select submitted_by, 'submit', 'submission', id, jsonb_build_object('version', version) from stored
)
select id, version from stored;
