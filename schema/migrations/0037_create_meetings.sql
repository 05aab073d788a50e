-- Meetings: what was planned, the agenda, who attended, minutes, resolutions, and what units did
-- after.
--
-- Nothing is ever changed: of the versions of a thing the one with the greatest number counts. Once
-- a meeting is closed, whatever its closing sealed takes no row more; units still report, and an
-- addendum corrects.

create table ledger.meeting_plans (
  meeting text not null,
  version integer not null,
  title text not null,
  cadence text not null,
  planned_on date not null,
  place text not null,
  invited text[] not null,
  planned_by text not null,
  entry bigint not null,

  constraint meeting_plans_pkey primary key (meeting, version),
  constraint meeting_plans_meeting_is_a_number check (
    meeting ~ '^2[01][0-9]{2}-[1-9][0-9]{0,3}$'
  ),
  constraint meeting_plans_version_positive check (version > 0),
  constraint meeting_plans_have_a_title check (title <> ''),
  constraint meeting_plans_cadence_is_known check (
    cadence in ('day', 'week', 'month', 'quarter', 'event')
  ),
  constraint meeting_plans_invite_somebody check (cardinality(invited) > 0)
);

comment on table ledger.meeting_plans is
'What a meeting is called, when and where it is held, who is invited; the latest version counts.';
comment on column ledger.meeting_plans.meeting is 'The year and the number in it: 2026-3.';

create table ledger.meeting_steps (
  meeting text not null,
  step text not null,
  taken_on date not null,
  seal text not null,
  taken_by text not null,
  entry bigint not null,

  constraint meeting_steps_pkey primary key (meeting, step),
  constraint meeting_steps_step_is_known check (step in ('call', 'start', 'close')),
  constraint meeting_steps_closing_seals check ((step = 'close') = (seal ~ '^[0-9a-f]{64}$'))
);

comment on table ledger.meeting_steps is
'A meeting is called, begun and closed, each once.';
comment on column ledger.meeting_steps.seal is
'Of closing: the SHA-256 of all that it seals, in hexadecimal digits.';

create table ledger.meeting_items (
  meeting text not null,
  item integer not null,
  version integer not null,
  position integer,
  kind text not null,
  subject text not null,
  unit text,
  due_on date,
  link_kind text not null,
  link_key text not null,
  detail text not null,
  entry bigint not null,

  constraint meeting_items_pkey primary key (meeting, item, version),
  constraint meeting_items_unit_fkey
  foreign key (unit) references ledger.units (code) on delete restrict,
  constraint meeting_items_numbers_positive check (item > 0 and version > 0 and position > 0)
);

comment on table ledger.meeting_items is 'Agenda items, and where they stand on the agenda.';
comment on column ledger.meeting_items.position is 'Null once it is taken off.';

create table ledger.meeting_attendance (
  meeting text not null,
  unit text not null,
  version integer not null,
  is_present boolean not null,
  posts text not null,
  entry bigint not null,

  constraint meeting_attendance_pkey primary key (meeting, unit, version),
  constraint meeting_attendance_unit_fkey
  foreign key (unit) references ledger.units (code) on delete restrict,
  constraint meeting_attendance_version_positive check (version > 0)
);

comment on table ledger.meeting_attendance is
'Which units attended, and by which posts: never by which persons.';

create table ledger.meeting_minutes (
  meeting text not null,
  item integer not null,
  version integer not null,
  words text not null,
  kept_by text not null,
  entry bigint not null,

  constraint meeting_minutes_pkey primary key (meeting, item, version),
  constraint meeting_minutes_numbers_positive check (item > 0 and version > 0),
  constraint meeting_minutes_have_words check (words <> '')
);

comment on table ledger.meeting_minutes is 'What was said on each agenda item.';

create table ledger.meeting_resolutions (
  meeting text not null,
  resolution integer not null,
  version integer not null,
  item integer not null,
  words text not null,
  lead_unit text,
  supporting text[] not null,
  due_on date,
  is_withdrawn boolean not null,
  entry bigint not null,

  constraint meeting_resolutions_pkey primary key (meeting, resolution, version),
  constraint meeting_resolutions_lead_fkey
  foreign key (lead_unit) references ledger.units (code) on delete restrict,
  constraint meeting_resolutions_numbers_positive check (resolution > 0 and version > 0),
  constraint meeting_resolutions_have_words check (words <> ''),
  constraint meeting_resolutions_lead_has_a_day check ((lead_unit is null) = (due_on is null))
);

comment on table ledger.meeting_resolutions is
'What a meeting decided; with a lead unit it becomes a task when the meeting is closed.';

create table ledger.meeting_tasks (
  meeting text not null,
  resolution integer not null,
  list text not null,
  task text not null,
  entry bigint not null,

  constraint meeting_tasks_pkey primary key (meeting, resolution),
  constraint meeting_tasks_task_unique unique (list, task),
  constraint meeting_tasks_task_fkey
  foreign key (list, task) references ledger.tasks (list, task) on delete restrict
);

comment on table ledger.meeting_tasks is 'Which task a resolution became.';

create table ledger.meeting_relays (
  meeting text not null,
  unit text not null,
  version integer not null,
  relayed_on date not null,
  group_formed_on date,
  reported_by text not null,
  entry bigint not null,

  constraint meeting_relays_pkey primary key (meeting, unit, version),
  constraint meeting_relays_unit_fkey
  foreign key (unit) references ledger.units (code) on delete restrict,
  constraint meeting_relays_version_positive check (version > 0)
);

comment on table ledger.meeting_relays is
'When a unit passed a meeting on, and when it formed its group; the latest version counts.';

create table ledger.meeting_addenda (
  meeting text not null,
  number integer not null,
  words text not null,
  added_on date not null,
  added_by text not null,
  entry bigint not null,

  constraint meeting_addenda_pkey primary key (meeting, number),
  constraint meeting_addenda_number_positive check (number > 0),
  constraint meeting_addenda_have_words check (words <> '')
);

comment on table ledger.meeting_addenda is
'What corrects sealed minutes: an addition, never a change.';

create index meeting_relays_on on ledger.meeting_relays (relayed_on);

-- The seal.

create function ledger.refuse_sealed_meeting() returns trigger
language plpgsql security definer
set search_path = pg_catalog, pg_temp
as $$
begin
  if exists (
    select
    from ledger.meeting_steps as steps
    where steps.meeting = new.meeting and steps.step = 'close'
  ) then
    raise exception 'the minutes are sealed'
      using errcode = 'TZ002', constraint = 'meetings_closed_are_sealed';
  end if;
  return null;
end
$$;

-- The meetings that units take part in.

create function ledger.acting_meetings() returns text[]
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$
  with readers as (
    select array[
      'reporter', 'reviewer', 'verifier', 'office', 'director', 'leader', 'assessor'
    ] as roles
  ),

  held as (
    select coalesce(array_agg(split_part(acting.place, '/', 1)), '{}') as units
    from readers
    cross join unnest(ledger.acting_units(readers.roles)) as acting (place)
  )

  select coalesce(array_agg(plans.meeting), '{}')
  from (
    select distinct on (meeting_plans.meeting) meeting_plans.meeting, meeting_plans.invited
    from ledger.meeting_plans
    order by meeting_plans.meeting, meeting_plans.version desc
  ) as plans
  cross join readers
  cross join held
  where ledger.acting_anywhere(readers.roles)
    and (ledger.acting_everywhere(readers.roles) or plans.invited && held.units)
    and exists (
      select
      from ledger.meeting_steps as steps
      where steps.meeting = plans.meeting
    )
$$;

comment on function ledger.acting_meetings() is
'The meetings that were called and to which a unit of the acting account is invited.';

revoke all on function ledger.refuse_sealed_meeting(), ledger.acting_meetings() from public;
grant execute on function ledger.acting_meetings() to ledger_app;

do $protect$
declare
  fact text;
begin
  foreach fact in array array[
    'meeting_plans', 'meeting_steps', 'meeting_items', 'meeting_attendance', 'meeting_minutes',
    'meeting_resolutions', 'meeting_tasks', 'meeting_relays', 'meeting_addenda'
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
      'create policy %I on ledger.%I for select to ledger_app using ('
      '(select ledger.acting_as(array[''office'', ''director''])) '
      'or meeting = any((select ledger.acting_meetings())::text[]))',
      fact || '_read_by_those_invited', fact
    );
    execute format(
      'create policy %I on ledger.%I for select to ledger_audit using (true)',
      fact || '_read_to_verify', fact
    );
    execute format('grant select, insert on ledger.%I to ledger_app', fact);
    execute format('grant select on ledger.%I to ledger_audit', fact);
  end loop;
  foreach fact in array array[
    'meeting_plans', 'meeting_items', 'meeting_attendance', 'meeting_minutes',
    'meeting_resolutions', 'meeting_tasks', 'meeting_addenda'
  ]
  loop
    execute format(
      'create policy %I on ledger.%I for insert to ledger_app '
      'with check ((select ledger.acting_as(array[''office''])))',
      fact || '_kept_by_the_office', fact
    );
  end loop;
  -- After the row, so that row-level security says first who may write at all.
  foreach fact in array array[
    'meeting_plans', 'meeting_items', 'meeting_attendance', 'meeting_minutes',
    'meeting_resolutions'
  ]
  loop
    execute format(
      'create trigger %I after insert on ledger.%I '
      'for each row execute function ledger.refuse_sealed_meeting()',
      fact || '_sealed', fact
    );
  end loop;
end
$protect$;

create policy meeting_steps_called_by_office_or_director on ledger.meeting_steps
for insert to ledger_app
with check (
  taken_by = (select ledger.acting_account())
  and (
    (select ledger.acting_as(array['office']))
    or (step = 'call' and (select ledger.acting_as(array['director'])))
  )
);

create policy meeting_relays_added_in_scope on ledger.meeting_relays for insert to ledger_app
with check (
  reported_by = (select ledger.acting_account())
  and meeting = any((select ledger.acting_meetings())::text[])
  and (
    (select ledger.acting_everywhere(array['reporter']))
    or unit = any((select ledger.acting_units(array['reporter']))::text[])
    or unit || '/tasks' = any((select ledger.acting_units(array['reporter']))::text[])
  )
);
