-- Indicators, forms and targets: what is measured, who must report it by when, and what it must
-- reach.

create table ledger.indicators (
  code text not null,
  effective_from date not null,
  entry bigint not null,
  definition text not null,

  constraint indicators_pkey primary key (code, effective_from, entry),
  constraint indicators_code_is_a_code check (code ~ '^[A-Z][A-Z0-9_]{1,39}$')
);

comment on table ledger.indicators is 'What an indicator means from a day on.';
comment on column ledger.indicators.definition is
'Canonical JSON: names, unit of measure, decimals, direction, kind, formula.';

create table ledger.forms (
  code text not null,
  effective_from date not null,
  entry bigint not null,
  fields text[] not null,
  definition text not null,

  constraint forms_pkey primary key (code, effective_from, entry),
  constraint forms_fields_unique unique (code, effective_from),
  constraint forms_code_is_a_code check (code ~ '^[a-z0-9][a-z0-9-]{1,39}$'),
  constraint forms_has_fields check (cardinality(fields) between 1 and 200)
);

comment on table ledger.forms is
'Which indicators units of a kind report together from a day on, how often and by when.';
comment on column ledger.forms.fields is
'The indicator codes in the order in which a revision keeps its figures.';

create table ledger.targets (
  unit text not null,
  indicator text not null,
  year integer not null,
  entry bigint not null,
  kind text not null,
  goal bigint not null,
  baseline bigint,
  path bigint[],

  constraint targets_pkey primary key (unit, indicator, year, kind, entry),
  constraint targets_unit_fkey
  foreign key (unit) references ledger.units (code) on delete restrict,
  constraint targets_kind_is_known check (
    kind in (
      'at_most', 'at_least', 'yoy_at_most_percent', 'yoy_at_least_percent',
      'decrease_from_start', 'zero'
    )
  ),
  constraint targets_year_in_range check (year between 2000 and 2100),
  constraint targets_path_has_twelve_months check (path is null or cardinality(path) = 12)
);

comment on table ledger.targets is
'What an indicator of a unit must reach in a year; the one recorded last counts.';
comment on column ledger.targets.goal is 'In ten-thousandths (of a per cent for the yoy kinds).';
comment on column ledger.targets.baseline is
'What the goal was set from, in ten-thousandths; null when none was given.';
comment on column ledger.targets.path is
'What is to be reached by each month, cumulative, in ten-thousandths; null for equal steps.';
