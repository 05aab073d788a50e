-- A form keeps its frequency. Submissions are kept by their period's first day, which names one
-- day, week, month or quarter only while every version of the form is reported equally often.

alter table ledger.forms
add column frequency text not null
-- The canonical text has one such member; a quotation mark inside a text would be escaped.
generated always as (substring(definition from '"frequency":"([a-z]+)"')) stored,
add constraint forms_frequency_is_known check (
  frequency in ('day', 'week', 'month', 'quarter')
);

comment on column ledger.forms.frequency is
'How often the form is reported, from its definition; the same in every version.';

create function ledger.refuse_other_frequency() returns trigger
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
begin
  -- Of two versions that are added at once, the second waits for the first.
  perform pg_advisory_xact_lock(1953656692, -2);
  if exists (
    select
    from ledger.forms as versions
    where versions.code = new.code and versions.frequency <> new.frequency
  ) then
    raise exception 'a form keeps its frequency'
      using errcode = 'TZ002', constraint = 'forms_frequency_stays';
  end if;
  return null;
end
$$;

create trigger forms_frequency_stays
after insert on ledger.forms
for each row execute function ledger.refuse_other_frequency();
