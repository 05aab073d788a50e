-- The catalogue tells more: where a population was counted, how many figures a month may ask for,
-- and, to those who remember what is hidden, that an indicator has another definition.

create table ledger.population_sources (
  unit text not null,
  as_of date not null,
  entry bigint not null,
  source text not null,

  constraint population_sources_pkey primary key (unit, as_of, entry),
  constraint population_sources_unit_fkey
  foreign key (unit) references ledger.units (code) on delete restrict,
  constraint population_sources_source_is_given check (source <> '')
);

comment on table ledger.population_sources is
'Where the population of a unit on a day was taken from; the one recorded last counts.';

create table ledger.burden_limits (
  effective_from date not null,
  entry bigint not null,
  figures bigint not null,

  constraint burden_limits_pkey primary key (effective_from, entry),
  constraint burden_limits_figures_in_range check (figures between 1 and 10000000)
);

comment on table ledger.burden_limits is
'How many figures a month may ask of all units together, from a month on.';

do $append_only$
declare
  fact text;
begin
  foreach fact in array array['population_sources', 'burden_limits']
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
    execute format('alter table ledger.%I enable row level security', fact);
    execute format(
      'create policy %I on ledger.%I for select to ledger_app '
      'using ((select ledger.acting_account()) is not null)',
      fact || '_read_by_all', fact
    );
    execute format(
      'create policy %I on ledger.%I for insert to ledger_app '
      'with check ((select ledger.acting_as(array[''office''])))',
      fact || '_kept_by_the_office', fact
    );
    execute format(
      'create policy %I on ledger.%I for select to ledger_audit using (true)',
      fact || '_read_to_verify', fact
    );
    execute format('grant select, insert on ledger.%I to ledger_app', fact);
    execute format('grant select on ledger.%I to ledger_audit', fact);
  end loop;
end
$append_only$;

create function ledger.announce_indicators() returns trigger
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
begin
  perform pg_notify('ledger_indicators', '');
  return null;
end
$$;

comment on function ledger.announce_indicators() is
'Tells those who remember what small counts hide that an indicator has another definition.';

create trigger indicators_announced
after insert on ledger.indicators
for each statement execute function ledger.announce_indicators();

revoke all on function ledger.announce_indicators() from public;
