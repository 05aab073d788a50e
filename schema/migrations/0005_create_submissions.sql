-- Submissions: the figures that units report, every later correction, and what others decided.
--
-- A revision holds all figures of one unit, form and period in one row, in the order of the form's
-- fields: one fact, one row, one round trip. It is never changed; a correction is a new revision,
-- and the latest accepted one counts (view accepted_revisions).

create table ledger.revisions (
  unit text not null,
  form text not null,
  period date not null,
  number integer not null,
  form_effective_from date not null,
  figures bigint[] not null,
  absences text[],
  notes text[],
  submitted_by text not null,
  recorded_at timestamptz not null default ledger.now(),
  row_sha256 bytea not null,
  entry bigint not null,

  constraint revisions_pkey primary key (unit, form, period, number),
  constraint revisions_number_positive check (number > 0),
  constraint revisions_figures_in_range check (
    999999999999999999 >= all(figures) and -999999999999999999 <= all(figures)
  ),
  constraint revisions_absent_figures_have_a_reason check (
    array_position(figures, null) is null or cardinality(absences) = cardinality(figures)
  ),
  constraint revisions_absences_are_known check (
    array_remove(absences, null) <@ array['missing', 'not_applicable', 'withheld']
  ),
  constraint revisions_notes_match_figures check (
    notes is null or cardinality(notes) = cardinality(figures)
  )
) partition by range (period);

comment on table ledger.revisions is
'Every figure ever reported, in order. Rows are added and never changed or removed.';
comment on column ledger.revisions.period is 'The first day of the period.';
comment on column ledger.revisions.figures is
'Ten-thousandths in the order of the form''s fields; null where the figure is absent.';
comment on column ledger.revisions.absences is
'For each null figure its reason; null when every figure is a number.';
comment on column ledger.revisions.notes is
'What the reporter explained, per figure; null when nothing needed it.';
comment on column ledger.revisions.row_sha256 is
'The digest of the revision: one import is one journal entry per unit, and a changed row is named.';

create table ledger.revisions_before_2020 partition of ledger.revisions
for values from (minvalue) to ('2020-01-01');

create table ledger.revisions_after_2039 partition of ledger.revisions
for values from ('2040-01-01') to (maxvalue);

do $partitions$
begin
  for year in 2020..2039 loop
    execute format(
      'create table ledger.revisions_%s partition of ledger.revisions '
      'for values from (%L) to (%L)',
      year, make_date(year, 1, 1), make_date(year + 1, 1, 1)
    );
  end loop;
end
$partitions$;

create table ledger.reviews (
  unit text not null,
  form text not null,
  period date not null,
  revision integer not null,
  stage text not null,
  decision text not null,
  reasons text not null,
  decided_by text not null,
  recorded_at timestamptz not null default ledger.now(),
  entry bigint not null,

  constraint reviews_pkey primary key (unit, form, period, revision, stage),
  constraint reviews_revision_fkey
  foreign key (unit, form, period, revision)
  references ledger.revisions (unit, form, period, number) on delete restrict,
  constraint reviews_stage_is_known check (stage in ('unit', 'office')),
  constraint reviews_decision_is_known check (decision in ('approve', 'return'))
);

comment on table ledger.reviews is
'One decision per revision and stage: the unit''s reviewer approves, the office accepts.';
comment on column ledger.reviews.reasons is 'Canonical JSON: a list of indicator and text.';

create index reviews_accepted on ledger.reviews (period, unit, form)
where stage = 'office' and decision = 'approve';

create table ledger.verifications (
  unit text not null,
  form text not null,
  period date not null,
  revision integer not null,
  indicator text not null,
  decision text not null,
  figure bigint,
  reason text not null,
  decided_by text not null,
  recorded_at timestamptz not null default ledger.now(),
  entry bigint not null,

  constraint verifications_pkey primary key (unit, form, period, revision, indicator),
  constraint verifications_revision_fkey
  foreign key (unit, form, period, revision)
  references ledger.revisions (unit, form, period, number) on delete restrict,
  constraint verifications_decision_is_known check (decision in ('confirm', 'dispute')),
  constraint verifications_dispute_has_a_figure check (decision = 'confirm' or figure is not null)
);

comment on table ledger.verifications is
'The source agency confirms a figure, or disputes it with its own.';
comment on column ledger.verifications.figure is
'The verifier''s own figure in ten-thousandths; null when it confirms.';

create function ledger.refuse_own_review() returns trigger
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
begin
  if exists (
    select
    from ledger.revisions as revisions
    where revisions.unit = new.unit
      and revisions.form = new.form
      and revisions.period = new.period
      and revisions.number = new.revision
      and revisions.submitted_by = new.decided_by
  ) then
    raise exception 'who submitted a revision does not review it'
      using errcode = 'TZ002', constraint = 'reviews_reviewer_is_not_submitter';
  end if;
  return new;
end
$$;

create trigger reviews_reviewer_is_not_submitter
before insert on ledger.reviews
for each row execute function ledger.refuse_own_review();

create view ledger.accepted_revisions with (security_invoker = true) as
select distinct on (revisions.period, revisions.unit, revisions.form)
  revisions.unit,
  revisions.form,
  revisions.period,
  revisions.number,
  revisions.form_effective_from,
  revisions.figures,
  revisions.absences,
  revisions.notes,
  revisions.submitted_by,
  revisions.recorded_at,
  revisions.row_sha256
from ledger.reviews as reviews
inner join ledger.revisions as revisions
  on
    reviews.unit = revisions.unit
    and reviews.form = revisions.form
    and reviews.period = revisions.period
    and reviews.revision = revisions.number
where reviews.stage = 'office' and reviews.decision = 'approve'
order by
  revisions.period asc, revisions.unit asc, revisions.form asc, revisions.number desc;

comment on view ledger.accepted_revisions is
'The revision that counts: of each unit, form and period the latest that the office accepted.';
