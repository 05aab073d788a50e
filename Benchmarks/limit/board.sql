-- W2 beside the service: one city's published ranking through the views that decide who may read it.
\set i random(1, 60)
\startpipeline
begin read only;
select set_config('ledger.session', 'bench-' || (:cities::text[])[:i::integer], true);
select
  s.doubled_rank, s.ranked, s.unit, names.name, s.score, s.marks, r.colour, r.rules, r.indicator_colours
from ledger.editions as e
join ledger.visible_standings as s
  on s.period = e.period and s.scope = e.scope and s.kind = e.kind and s.number = e.evaluation
join ledger.visible_ratings as r
  on r.period = s.period and r.scope = s.scope and r.kind = s.kind and r.number = s.number and r.unit = s.unit
join lateral (
  select v.name from ledger.unit_versions as v
  where v.unit = s.unit and v.valid_from <= e.period order by v.valid_from desc, v.entry desc limit 1
) as names on true
where e.number = (
    select max(number) from ledger.editions
    where period = date '2024-06-01' and scope = 'N000000' and kind = 'county')
  and s.peers_of = (:cities::text[])[:i::integer]
order by s.doubled_rank, s.unit;
commit;
\endpipeline
