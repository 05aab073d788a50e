-- The map of tiles: in which row and column of a neutral grid a unit stands. No outline of any area
-- is kept or drawn.

create table ledger.tile_places (
  unit text not null,
  entry bigint not null,
  tile_row bigint,
  tile_column bigint,

  constraint tile_places_pkey primary key (unit, entry),
  constraint tile_places_unit_fkey
  foreign key (unit) references ledger.units (code) on delete restrict,
  constraint tile_places_whole_or_none check ((tile_row is null) = (tile_column is null)),
  constraint tile_places_row_in_grid check (tile_row between 1 and 20),
  constraint tile_places_column_in_grid check (tile_column between 1 and 20)
);

comment on table ledger.tile_places is
'Where a unit stands on the map of tiles; of a unit''s rows the one recorded last counts.';
comment on column ledger.tile_places.tile_row is
'Counted from the top; null where the unit has no place of its own.';

create trigger tile_places_append_only before update or delete on ledger.tile_places
for each row execute function ledger.refuse_change();
create trigger tile_places_no_truncate before truncate on ledger.tile_places
for each statement execute function ledger.refuse_change();

alter table ledger.tile_places enable row level security;
create policy tile_places_read_by_all on ledger.tile_places for select to ledger_app
using ((select ledger.acting_account()) is not null);
create policy tile_places_kept_by_the_office on ledger.tile_places for insert to ledger_app
with check ((select ledger.acting_as(array['office'])));
create policy tile_places_read_to_verify on ledger.tile_places for select to ledger_audit
using (true);
grant select, insert on ledger.tile_places to ledger_app;
grant select on ledger.tile_places to ledger_audit;
