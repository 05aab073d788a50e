-- Units: the one organisation tree, its names and places dated, with populations and the calendar.
--
-- Each row says what holds from a day on; the row with the latest day, and of those the one
-- recorded last, counts. So a past month reads as it was.

create table ledger.units (
  code text not null,
  entry bigint not null,

  constraint units_pkey primary key (code),
  constraint units_code_is_a_code check (code ~ '^[A-Za-z0-9][A-Za-z0-9_-]{0,31}$')
);

comment on table ledger.units is 'Every unit that ever was, by its code. A new code is a new unit.';

create table ledger.unit_versions (
  unit text not null,
  valid_from date not null,
  entry bigint not null,
  name text not null,
  name_en text not null,
  kind text not null,
  parent text,
  peer_group text,
  is_ended boolean not null,

  constraint unit_versions_pkey primary key (unit, valid_from, entry),
  constraint unit_versions_unit_fkey
  foreign key (unit) references ledger.units (code) on delete restrict,
  constraint unit_versions_parent_fkey
  foreign key (parent) references ledger.units (code) on delete restrict,
  constraint unit_versions_kind_is_a_word check (kind ~ '^[a-z][a-z_]{1,31}$')
);

comment on table ledger.unit_versions is
'Name, kind, parent and group of a unit from a day on, or its end.';
comment on column ledger.unit_versions.parent is 'The unit above; null for the root.';
comment on column ledger.unit_versions.peer_group is 'The group it is ranked in; null for none.';

create index unit_versions_parent on ledger.unit_versions (parent);

create table ledger.populations (
  unit text not null,
  as_of date not null,
  entry bigint not null,
  persons bigint not null,

  constraint populations_pkey primary key (unit, as_of, entry),
  constraint populations_unit_fkey
  foreign key (unit) references ledger.units (code) on delete restrict,
  constraint populations_persons_in_range check (persons between 1 and 10000000000)
);

comment on table ledger.populations is 'How many people a unit has, counted on a stated day.';

create table ledger.calendar_days (
  day date not null,
  entry bigint not null,
  is_working boolean not null,
  name text not null,

  constraint calendar_days_pkey primary key (day, entry)
);

comment on table ledger.calendar_days is
'Days that differ from the week: holidays, and weekend days that are worked.';

create function ledger.current_parent(wanted_unit text) returns text
language sql stable
as $$
  select unit_versions.parent
  from ledger.unit_versions as unit_versions
  where unit_versions.unit = wanted_unit and unit_versions.valid_from <= ledger.now()::date
  order by unit_versions.valid_from desc, unit_versions.entry desc
  limit 1
$$;

comment on function ledger.current_parent(text) is
'The unit above a unit today; null for the root.';

create function ledger.acting_as(wanted_roles text[]) returns boolean
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$
  select exists (
    select
    from ledger.grants_in_force as grants
    where grants.account = ledger.acting_account() and grants.role = any(wanted_roles)
  )
$$;

comment on function ledger.acting_as(text[]) is
'Whether the acting account holds one of the roles anywhere.';

create function ledger.acting_everywhere(wanted_roles text[]) returns boolean
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$
  select exists (
    select
    from ledger.grants_in_force as grants
    inner join ledger.units as units on grants.unit = units.code
    where grants.account = ledger.acting_account()
      and grants.role = any(wanted_roles)
      and grants.form is null
      and ledger.current_parent(grants.unit) is null
  )
$$;

comment on function ledger.acting_everywhere(text[]) is
'Whether the acting account holds one of the roles at the root of the tree.';

create function ledger.acting_units(wanted_roles text[]) returns text[]
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$
  with recursive scope as (
    select grants.unit, grants.form
    from ledger.grants_in_force as grants
    where grants.account = ledger.acting_account() and grants.role = any(wanted_roles)
    union
    select unit_versions.unit, scope.form
    from scope
    inner join ledger.unit_versions as unit_versions on unit_versions.parent = scope.unit
    where ledger.current_parent(unit_versions.unit) = scope.unit
  )
  select coalesce(
    array_agg(scope.unit || coalesce('/' || scope.form, '')), '{}'
  )
  from scope
$$;

comment on function ledger.acting_units(text[]) is
'The units in which the acting account holds one of the roles; unit/form for a grant of one form.';
