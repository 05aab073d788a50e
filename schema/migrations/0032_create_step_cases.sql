-- Cases: what follows from a decision on the ladder: what the unit answers, what the office
-- records, objections and what was decided on them; and what people enter because no figure tells
-- it.
--
-- How far a case has come, what is due and whether it takes effect are no columns: they follow from
-- the decision, the events and the day.

create table ledger.step_events (
  scope text not null,
  unit text not null,
  step_decision integer not null,
  number integer not null,
  kind text not null,
  words text not null,
  evidence text not null,
  against text not null,
  presiding_post text not null,
  place text not null,
  held_on date not null,
  role text not null,
  recorded_on date not null,
  recorded_by text not null,
  entry bigint not null,

  constraint step_events_pkey primary key (scope, unit, step_decision, number),
  constraint step_events_decision_fkey
  foreign key (scope, unit, step_decision)
  references ledger.step_decisions (scope, unit, number) on delete restrict,
  constraint step_events_number_positive check (number > 0),
  constraint step_events_kind_is_known check (
    kind in (
      'reply', 'plan', 'report', 'progress', 'objection', 'objection_upheld',
      'objection_rejected', 'interview', 'recheck_passed', 'recheck_failed',
      'acceptance_passed', 'acceptance_failed', 'continued'
    )
  ),
  constraint step_events_have_words check (words <> ''),
  constraint step_events_interview_says_who_and_where check (
    kind <> 'interview' or (presiding_post <> '' and place <> '')
  )
);

comment on table ledger.step_events is
'What happened in a case, in its order. Rows are added and never changed or removed.';
comment on column ledger.step_events.step_decision is 'The decision that opened the case.';
comment on column ledger.step_events.evidence is
'The number of the paper that shows it; empty for none.';
comment on column ledger.step_events.against is
'The indicator whose figure is objected to; empty for the step itself.';
comment on column ledger.step_events.presiding_post is 'The post that held an interview.';
comment on column ledger.step_events.role is 'In which role the account acted.';

create unique index step_events_continued_once
on ledger.step_events (scope, unit, step_decision)
where kind = 'continued';

create unique index step_events_objection_decided_once
on ledger.step_events (scope, unit, step_decision)
where kind in ('objection_upheld', 'objection_rejected');

create function ledger.refuse_own_objection() returns trigger
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
begin
  if new.kind in ('objection_upheld', 'objection_rejected') and exists (
    select
    from ledger.step_decisions as decisions
    where decisions.scope = new.scope
      and decisions.unit = new.unit
      and decisions.number = new.step_decision
      and decisions.decided_by = new.recorded_by
  ) then
    raise exception 'who decided on a step does not decide on the objection'
      using errcode = 'TZ002', constraint = 'step_events_decider_is_another';
  end if;
  return new;
end
$$;

create trigger step_events_decider_is_another
before insert on ledger.step_events
for each row execute function ledger.refuse_own_objection();

create table ledger.step_grounds (
  scope text not null,
  unit text not null,
  number integer not null,
  fact text not null,
  entry bigint not null,

  constraint step_grounds_pkey primary key (scope, unit, number, fact),
  constraint step_grounds_decision_fkey
  foreign key (scope, unit, number)
  references ledger.step_decisions (scope, unit, number) on delete restrict
);

comment on table ledger.step_grounds is
'What was on record and gave reason for a decision besides the months.';

create table ledger.step_triggers (
  scope text not null,
  unit text not null,
  number integer not null,
  fact text not null,
  authority text not null,
  document text not null,
  issued_on date not null,
  after_decision integer not null,
  recorded_on date not null,
  recorded_by text not null,
  entry bigint not null,

  constraint step_triggers_pkey primary key (scope, unit, number),
  constraint step_triggers_document_unique unique (scope, unit, fact, document),
  constraint step_triggers_scope_fkey
  foreign key (scope) references ledger.units (code) on delete restrict,
  constraint step_triggers_unit_fkey
  foreign key (unit) references ledger.units (code) on delete restrict,
  constraint step_triggers_number_positive check (number > 0),
  constraint step_triggers_fact_is_entered check (fact in ('listed_by_higher', 'false_figures')),
  constraint step_triggers_name_a_document check (authority <> '' and document <> '')
);

comment on table ledger.step_triggers is
'What gives reason for a step and no figure tells: entered with the number of a document.';
comment on column ledger.step_triggers.after_decision is
'How many decisions on the unit there were: a later one that rests on it uses it up.';

do $protect$
declare
  fact text;
  readers constant text := 'array[''reporter'', ''reviewer'', ''verifier'', ''office'', '
  || '''director'', ''leader'', ''assessor'']';
begin
  foreach fact in array array['step_events', 'step_grounds', 'step_triggers']
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
      '(select ledger.acting_everywhere(%s)) or unit = any(('
      'select coalesce(array_agg(split_part(held.place, ''/'', 1)), ''{}'') '
      'from unnest(ledger.acting_units(%s)) as held (place))::text[]))',
      fact || '_read_in_scope', fact, readers, readers
    );
    execute format(
      'create policy %I on ledger.%I for select to ledger_audit using (true)',
      fact || '_read_to_verify', fact
    );
    execute format('grant select, insert on ledger.%I to ledger_app', fact);
    execute format('grant select on ledger.%I to ledger_audit', fact);
  end loop;
end
$protect$;

create policy step_events_added_in_their_roles on ledger.step_events for insert to ledger_app
with check (
  recorded_by = (select ledger.acting_account())
  and case
    when kind in ('reply', 'plan', 'report', 'progress', 'objection')
      then (
        (select ledger.acting_everywhere(array['reporter']))
        or unit = any((select ledger.acting_units(array['reporter']))::text[])
        or unit || '/tasks' = any((select ledger.acting_units(array['reporter']))::text[])
      )
    when kind in ('objection_upheld', 'objection_rejected')
      then (
        (select ledger.acting_everywhere(array['director', 'leader']))
        or unit = any((select ledger.acting_units(array['director', 'leader']))::text[])
      )
    when kind = 'continued'
      then (
        (select ledger.acting_everywhere(array['office', 'director', 'leader']))
        or unit = any((select ledger.acting_units(array['office', 'director', 'leader']))::text[])
      )
    else (
      (select ledger.acting_everywhere(array['office']))
      or unit = any((select ledger.acting_units(array['office']))::text[])
    )
  end
);

create policy step_grounds_added_in_scope on ledger.step_grounds for insert to ledger_app
with check (
  (select ledger.acting_everywhere(array['office', 'director', 'leader']))
  or unit = any((select ledger.acting_units(array['office', 'director', 'leader']))::text[])
);

create policy step_triggers_added_in_scope on ledger.step_triggers for insert to ledger_app
with check (
  recorded_by = (select ledger.acting_account())
  and (
    (select ledger.acting_everywhere(array['office']))
    or unit = any((select ledger.acting_units(array['office']))::text[])
  )
);
