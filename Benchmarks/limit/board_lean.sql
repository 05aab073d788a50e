-- W2 at its leanest: a token, and one city's ranking from tables without policies. One statement.
\set i random(1, 60)
with wanted as materialized (select (:cities::text[])[:i::integer] as code)
select
  r.city_rank, r.prev_city_rank, u.code, u.name, r.city_score, r.nation_score, r.nation_rank, r.n_red, r.n_yellow,
  r.n_blue, c.name as city
from wanted
join org_unit c on c.code = wanted.code
join api_token t on t.token_sha256 = sha256(convert_to(lpad(lower(wanted.code), 64, '0'), 'UTF8')) and not t.revoked
join app_user a on a.id = t.user_id and a.active and a.org_unit_id in (c.id, c.province_id, 1)
join ranking_head h on h.month = date '2024-06-01'
join ranking r on r.run_id = h.run_id and r.city_id = c.id
join org_unit u on u.id = r.org_unit_id
order by r.city_rank, u.code;
