-- Escalations: the ladder as a third kind of method, and what people decided on its proposals.
--
-- Nothing moves by itself: what the ladder proposes is computed from the published editions, and a
-- person's yes or no is the fact. The number stops two who decide at the same time.

alter table ledger.methods drop constraint methods_kind_is_known;

alter table ledger.methods add constraint methods_kind_is_known
check (kind in ('rules', 'index', 'ladder'));

create table ledger.step_decisions (
  scope text not null,
  unit text not null,
  number integer not null,
  ladder text not null,
  move text not null,
  from_step integer not null,
  to_step integer not null,
  period date not null,
  edition integer not null,
  decision text not null,
  reason text not null,
  document text not null,
  decided_on date not null,
  decided_by text not null,
  entry bigint not null,

  constraint step_decisions_pkey primary key (scope, unit, number),
  constraint step_decisions_scope_fkey
  foreign key (scope) references ledger.units (code) on delete restrict,
  constraint step_decisions_unit_fkey
  foreign key (unit) references ledger.units (code) on delete restrict,
  constraint step_decisions_edition_fkey
  foreign key (edition) references ledger.editions (number) on delete restrict,
  constraint step_decisions_number_positive check (number > 0),
  constraint step_decisions_move_is_known check (move in ('enter', 'exit', 'withdraw')),
  constraint step_decisions_decision_is_known check (decision in ('accepted', 'refused')),
  constraint step_decisions_steps_in_range
  check (from_step between 0 and 9 and to_step between 0 and 9 and from_step <> to_step),
  constraint step_decisions_refusal_has_a_reason check (decision = 'accepted' or reason <> '')
);

comment on table ledger.step_decisions is
'What somebody decided on a move of a unit that the ladder proposed.';
comment on column ledger.step_decisions.ladder is 'Code and version: county-ladder/1.';
comment on column ledger.step_decisions.to_step is 'The step proposed; 0 beside the ladder.';
comment on column ledger.step_decisions.document is
'The number of the letter, notice or referral, as its issuer gives it; empty for none.';

create trigger step_decisions_append_only
before update or delete on ledger.step_decisions
for each row execute function ledger.refuse_change();

create trigger step_decisions_no_truncate
before truncate on ledger.step_decisions
for each statement execute function ledger.refuse_change();

alter table ledger.step_decisions enable row level security;

create policy step_decisions_read_in_scope on ledger.step_decisions for select to ledger_app
using (
  (
    select ledger.acting_everywhere(
      array['reporter', 'reviewer', 'verifier', 'office', 'director', 'leader', 'assessor']
    )
  )
  or unit = any(
    (
      select coalesce(array_agg(split_part(held.place, '/', 1)), '{}')
      from unnest(
        ledger.acting_units(
          array['reporter', 'reviewer', 'verifier', 'office', 'director', 'leader', 'assessor']
        )
      ) as held (place)
    )::text[]
  )
);

create policy step_decisions_added_in_scope on ledger.step_decisions for insert to ledger_app
with check (
  decided_by = (select ledger.acting_account())
  and (
    (select ledger.acting_everywhere(array['office', 'director', 'leader']))
    or unit = any((select ledger.acting_units(array['office', 'director', 'leader']))::text[])
  )
);

create policy step_decisions_read_to_verify on ledger.step_decisions for select to ledger_audit
using (true);

grant select, insert on ledger.step_decisions to ledger_app;
grant select on ledger.step_decisions to ledger_audit;
