-- What PostgresSupport and pgbench read and write beside each other.
create table measured_row (
  id bigint primary key, name text not null, value bigint not null, recorded_at timestamptz not null,
  digest bytea not null
);
insert into measured_row
select n, 'row ' || n, n * 7, now(), sha256(int8send(n)) from generate_series(1, 100000::bigint) n;
create table measured_figure (caller bigint not null, indicator bigint not null, value bigint not null);
vacuum analyze;
