\set id random(1, 100000)
begin;
select set_config('measure.caller', '16', true);
insert into measured_figure (caller, indicator, value)
select :id, * from unnest(
  '{0,1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23,24,25,26,27,28,29}'::bigint[],
  '{0,1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23,24,25,26,27,28,29}'::bigint[]);
commit;
