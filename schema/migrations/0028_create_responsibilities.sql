-- Responsibility lists: their tasks with units, posts and last days, what units reported on them,
-- and what the office said to it.
--
-- A task is a row that is never changed: of its versions the one with the latest day, and of those
-- the one recorded last, counts. How far it has come is no column: it follows from reports,
-- decisions and the day.

create table ledger.responsibility_lists (
  list text not null,
  title text not null,
  source text not null,
  issued_on date not null,
  entry bigint not null,

  constraint responsibility_lists_pkey primary key (list, entry),
  constraint responsibility_lists_list_is_a_number check (
    list ~ '^2[01][0-9]{2}-[1-9][0-9]{0,3}$'
  )
);

comment on table ledger.responsibility_lists is
'Lists of tasks as they were issued; of two rows of one list the later counts.';
comment on column ledger.responsibility_lists.list is 'The year and the number in it: 2026-1.';

create table ledger.tasks (
  list text not null,
  task text not null,
  entry bigint not null,

  constraint tasks_pkey primary key (list, task),
  constraint tasks_task_is_a_number check (task ~ '^[A-Za-z0-9][A-Za-z0-9._-]{0,19}$')
);

comment on table ledger.tasks is 'Every task that ever was, by its list and its number there.';

create table ledger.task_versions (
  list text not null,
  task text not null,
  valid_from date not null,
  words text not null,
  parent text,
  lead_unit text not null,
  responsible text[] not null,
  supporting text[] not null,
  target text not null,
  indicator text not null,
  goal_kind text,
  goal bigint,
  due_on date,
  recurrence text,
  principal_post text not null,
  deputy_post text not null,
  liaison_post text not null,
  measure text not null,
  standard text not null,
  entry bigint not null,

  constraint task_versions_pkey primary key (list, task, valid_from, entry),
  constraint task_versions_task_fkey
  foreign key (list, task) references ledger.tasks (list, task) on delete restrict,
  constraint task_versions_parent_fkey
  foreign key (list, parent) references ledger.tasks (list, task) on delete restrict,
  constraint task_versions_lead_fkey
  foreign key (lead_unit) references ledger.units (code) on delete restrict,
  constraint task_versions_have_words check (words <> ''),
  constraint task_versions_parent_is_another check (parent <> task),
  constraint task_versions_goal_is_whole check ((goal_kind is null) = (goal is null)),
  constraint task_versions_goal_kind_is_known check (goal_kind in ('at_least', 'at_most')),
  constraint task_versions_recurrence_is_known check (
    recurrence in ('week', 'month', 'quarter', 'half_year', 'year')
  ),
  constraint task_versions_once_or_again check (due_on is null or recurrence is null)
);

comment on table ledger.task_versions is
'What a task is from a day on: its words, its units, its last day, its posts.';
comment on column ledger.task_versions.parent is
'The task of the same list that this one is a part of; null for none.';
comment on column ledger.task_versions.goal is 'Ten-thousandths; null where words say it all.';

create index task_versions_parent on ledger.task_versions (list, parent);
create index task_versions_lead on ledger.task_versions (lead_unit);

create table ledger.task_reports (
  list text not null,
  task text not null,
  number integer not null,
  unit text not null,
  amount bigint,
  sentence text not null,
  is_done boolean not null,
  reported_by text not null,
  recorded_at timestamptz not null default ledger.now(),
  entry bigint not null,

  constraint task_reports_pkey primary key (list, task, number),
  constraint task_reports_task_fkey
  foreign key (list, task) references ledger.tasks (list, task) on delete restrict,
  constraint task_reports_unit_fkey
  foreign key (unit) references ledger.units (code) on delete restrict,
  constraint task_reports_number_positive check (number > 0),
  constraint task_reports_have_a_sentence check (sentence <> ''),
  constraint task_reports_amount_in_range check (
    amount between -999999999999999999 and 999999999999999999
  )
);

comment on table ledger.task_reports is
'What units reported on tasks, in order. Rows are added and never changed or removed.';
comment on column ledger.task_reports.amount is
'How much is done, in ten-thousandths; null where nothing is counted.';

create table ledger.task_decisions (
  list text not null,
  task text not null,
  report integer not null,
  unit text not null,
  decision text not null,
  reason text not null,
  decided_by text not null,
  recorded_at timestamptz not null default ledger.now(),
  entry bigint not null,

  constraint task_decisions_pkey primary key (list, task, report),
  constraint task_decisions_report_fkey
  foreign key (list, task, report)
  references ledger.task_reports (list, task, number) on delete restrict,
  constraint task_decisions_decision_is_known check (decision in ('accept', 'return')),
  constraint task_decisions_have_a_reason check (reason <> '')
);

comment on table ledger.task_decisions is
'The office accepts what was reported as done, or returns it, once for each report.';

create function ledger.refuse_own_task_decision() returns trigger
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
begin
  if exists (
    select
    from ledger.task_reports as task_reports
    where task_reports.list = new.list
      and task_reports.task = new.task
      and task_reports.number = new.report
      and task_reports.reported_by = new.decided_by
  ) then
    raise exception 'who reported on a task does not decide'
      using errcode = 'TZ002', constraint = 'task_decisions_decider_is_not_reporter';
  end if;
  return new;
end
$$;

create trigger task_decisions_decider_is_not_reporter
before insert on ledger.task_decisions
for each row execute function ledger.refuse_own_task_decision();

do $protect$
declare
  fact text;
  readers constant text := 'array[''reporter'', ''reviewer'', ''verifier'', ''office'', '
  || '''director'', ''leader'', ''assessor'']';
begin
  foreach fact in array array[
    'responsibility_lists', 'tasks', 'task_versions', 'task_reports', 'task_decisions'
  ]
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
      'using ((select ledger.acting_anywhere(%s)))',
      fact || '_read_by_business', fact, readers
    );
    execute format(
      'create policy %I on ledger.%I for select to ledger_audit using (true)',
      fact || '_read_to_verify', fact
    );
    execute format('grant select, insert on ledger.%I to ledger_app', fact);
    execute format('grant select on ledger.%I to ledger_audit', fact);
  end loop;
  foreach fact in array array['responsibility_lists', 'tasks', 'task_versions']
  loop
    execute format(
      'create policy %I on ledger.%I for insert to ledger_app '
      'with check ((select ledger.acting_as(array[''office''])))',
      fact || '_kept_by_the_office', fact
    );
  end loop;
end
$protect$;

create policy task_reports_added_in_scope on ledger.task_reports for insert to ledger_app
with check (
  reported_by = (select ledger.acting_account())
  and (
    (select ledger.acting_everywhere(array['reporter']))
    or unit = any((select ledger.acting_units(array['reporter']))::text[])
    or unit || '/tasks' = any((select ledger.acting_units(array['reporter']))::text[])
  )
);

create policy task_decisions_added_by_the_office on ledger.task_decisions
for insert to ledger_app
with check (
  decided_by = (select ledger.acting_account())
  and (select ledger.acting_as(array['office']))
);
