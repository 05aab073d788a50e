\set id random(1, 100000)
select id, name, value, recorded_at, digest from measured_row where id = :id;
