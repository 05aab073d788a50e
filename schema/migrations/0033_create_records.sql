-- Records of the follow-up: inspections, no-fraud units, matters between agencies, notices and
-- ranks from above, honours, policy documents.
--
-- What all have in common stands once, what a noun has besides in a table of its own, and what was
-- done with a record in one table of events: where it stands follows from them.

create table ledger.records (
  record text not null,
  unit text not null,
  title text not null,
  dated_on date not null,
  document text not null,
  concerns text[] not null,
  recorded_by text not null,
  entry bigint not null,

  constraint records_pkey primary key (record),
  constraint records_of_unit_unique unique (record, unit),
  constraint records_unit_fkey
  foreign key (unit) references ledger.units (code) on delete restrict,
  constraint records_record_is_a_key check (
    split_part(record, '/', 1) in (
      'inspection', 'nofraud', 'matter', 'notice', 'external_rank', 'honour', 'document'
    )
    and record ~ '^[a-z_]+/2[01][0-9]{2}-[1-9][0-9]{0,3}$'
  ),
  constraint records_have_a_title check (title <> '')
);

comment on table ledger.records is
'Every record of the follow-up, with what all of them have in common.';
comment on column ledger.records.record is 'The noun, the year and the number in it.';
comment on column ledger.records.concerns is
'The units that see it besides those who see everything; none where all see it.';

create index records_unit on ledger.records (unit);

create table ledger.inspections (
  record text not null,
  unit text not null,
  by_unit text not null,
  line text not null,
  entry bigint not null,

  constraint inspections_pkey primary key (record),
  constraint inspections_record_fkey
  foreign key (record, unit) references ledger.records (record, unit) on delete restrict,
  constraint inspections_by_unit_fkey
  foreign key (by_unit) references ledger.units (code) on delete restrict,
  constraint inspections_are_inspections check (record like 'inspection/%'),
  constraint inspections_line_is_known check (line in ('leadership', 'business'))
);

comment on table ledger.inspections is 'Visits of units, along one of two lines.';

create index inspections_by_unit on ledger.inspections (by_unit);

create table ledger.inspection_findings (
  record text not null,
  number integer not null,
  unit text not null,
  words text not null,
  due_on date not null,
  entry bigint not null,

  constraint inspection_findings_pkey primary key (record, number),
  constraint inspection_findings_inspection_fkey
  foreign key (record) references ledger.inspections (record) on delete restrict,
  constraint inspection_findings_record_fkey
  foreign key (record, unit) references ledger.records (record, unit) on delete restrict,
  constraint inspection_findings_number_positive check (number > 0),
  constraint inspection_findings_have_words check (words <> '')
);

comment on table ledger.inspection_findings is
'What an inspection found, and by when it is to be put right.';

create table ledger.nofraud_standards (
  kind text not null,
  version integer not null,
  effective_from date not null,
  criteria text[] not null,
  entry bigint not null,

  constraint nofraud_standards_pkey primary key (kind, version),
  constraint nofraud_standards_kind_is_known check (
    kind in ('community', 'campus', 'enterprise', 'village')
  ),
  constraint nofraud_standards_version_positive check (version > 0),
  constraint nofraud_standards_have_criteria check (cardinality(criteria) > 0)
);

comment on table ledger.nofraud_standards is
'What no-fraud units of a kind have to fulfil, version by version.';

create table ledger.nofraud_units (
  record text not null,
  unit text not null,
  kind text not null,
  standard integer not null,
  entry bigint not null,

  constraint nofraud_units_pkey primary key (record),
  constraint nofraud_units_record_fkey
  foreign key (record, unit) references ledger.records (record, unit) on delete restrict,
  constraint nofraud_units_standard_fkey
  foreign key (kind, standard) references ledger.nofraud_standards (kind, version)
  on delete restrict,
  constraint nofraud_units_are_such check (record like 'nofraud/%')
);

comment on table ledger.nofraud_units is
'Communities, campuses, enterprises and villages that become no-fraud units.';
comment on column ledger.nofraud_units.standard is 'The version that it is measured by.';

create index nofraud_units_standard on ledger.nofraud_units (kind, standard);

create table ledger.matters (
  record text not null,
  unit text not null,
  needs text[] not null,
  due_on date not null,
  entry bigint not null,

  constraint matters_pkey primary key (record),
  constraint matters_record_fkey
  foreign key (record, unit) references ledger.records (record, unit) on delete restrict,
  constraint matters_are_matters check (record like 'matter/%'),
  constraint matters_need_another check (cardinality(needs) > 0 and unit <> all(needs))
);

comment on table ledger.matters is 'What agencies have to settle among each other.';
comment on column ledger.matters.needs is 'The units whose answer is asked for.';

create table ledger.notices (
  record text not null,
  unit text not null,
  kind text not null,
  authority text not null,
  entry bigint not null,

  constraint notices_pkey primary key (record),
  constraint notices_record_fkey
  foreign key (record, unit) references ledger.records (record, unit) on delete restrict,
  constraint notices_are_notices check (record like 'notice/%'),
  constraint notices_kind_is_known check (kind in ('notice', 'listing'))
);

comment on table ledger.notices is 'Notices and listings of units by higher authorities.';

create table ledger.external_ranks (
  record text not null,
  unit text not null,
  authority text not null,
  period text not null,
  kind text not null,
  place integer not null,
  ranked integer,
  entry bigint not null,

  constraint external_ranks_pkey primary key (record),
  constraint external_ranks_record_fkey
  foreign key (record, unit) references ledger.records (record, unit) on delete restrict,
  constraint external_ranks_are_ranks check (record like 'external_rank/%'),
  constraint external_ranks_kind_is_known check (kind in ('exact', 'outside')),
  constraint external_ranks_place_fits check (place > 0 and (ranked is null or place <= ranked))
);

comment on table ledger.external_ranks is 'Ranks that higher authorities gave.';
comment on column ledger.external_ranks.place is
'The place, or the last place that the unit is behind.';

create table ledger.honours (
  record text not null,
  unit text not null,
  kind text not null,
  issuer text not null,
  entry bigint not null,

  constraint honours_pkey primary key (record),
  constraint honours_record_fkey
  foreign key (record, unit) references ledger.records (record, unit) on delete restrict,
  constraint honours_are_honours check (record like 'honour/%'),
  constraint honours_kind_is_known check (kind in ('praised', 'endorsed', 'promoted', 'awarded'))
);

comment on table ledger.honours is 'Recognitions of units, never of persons.';

create table ledger.policy_documents (
  record text not null,
  unit text not null,
  issuer text not null,
  effective_from date not null,
  clauses text[] not null,
  entry bigint not null,

  constraint policy_documents_pkey primary key (record),
  constraint policy_documents_record_fkey
  foreign key (record, unit) references ledger.records (record, unit) on delete restrict,
  constraint policy_documents_are_such check (record like 'document/%')
);

comment on table ledger.policy_documents is
'Documents that rules are taken from, by reference, with their clauses as short texts.';

create table ledger.record_events (
  record text not null,
  number integer not null,
  item integer not null,
  act text not null,
  unit text not null,
  done_on date not null,
  words text not null,
  document text not null,
  due_on date,
  acted_by text not null,
  recorded_at timestamptz not null default ledger.now(),
  entry bigint not null,

  constraint record_events_pkey primary key (record, number),
  constraint record_events_record_fkey
  foreign key (record) references ledger.records (record) on delete restrict,
  constraint record_events_unit_fkey
  foreign key (unit) references ledger.units (code) on delete restrict,
  constraint record_events_number_positive check (number > 0 and item >= 0),
  constraint record_events_act_is_known check (
    act in (
      'rectify', 'pass', 'fail', 'check', 'return', 'accept', 'name', 'review', 'withdraw',
      'answer', 'settle', 'escalate', 'lift', 'replace'
    )
  )
);

comment on table ledger.record_events is
'What was done with a record, in order. Rows are added and never changed or removed.';
comment on column ledger.record_events.item is
'The finding that it is about; 0 for the whole record.';
comment on column ledger.record_events.unit is 'The unit that did it, or that it was done to.';
comment on column ledger.record_events.due_on is 'A new last day, where the act sets one.';
