-- Methods: the versioned rule sets that rate and the index methods that score and rank.
--
-- A version is proposed with the month from which it holds, counts once a second person approved
-- it, and is never changed.

create table ledger.methods (
  scope text not null,
  kind text not null,
  code text not null,
  version integer not null,
  effective_from date not null,
  definition text not null,
  sha256 bytea not null,
  proposed_by text not null,
  entry bigint not null,

  constraint methods_pkey primary key (scope, kind, code, version),
  constraint methods_scope_fkey
  foreign key (scope) references ledger.units (code) on delete restrict,
  constraint methods_kind_is_known check (kind in ('rules', 'index')),
  constraint methods_version_positive check (version > 0),
  constraint methods_sha256_is_a_digest check (length(sha256) = 32)
);

comment on table ledger.methods is
'Every version of every rule set and index method, for the units below one unit.';
comment on column ledger.methods.definition is 'Canonical JSON; sha256 is its digest.';

create table ledger.method_approvals (
  scope text not null,
  kind text not null,
  code text not null,
  version integer not null,
  approved_by text not null,
  entry bigint not null,

  constraint method_approvals_pkey primary key (scope, kind, code, version),
  constraint method_approvals_method_fkey
  foreign key (scope, kind, code, version)
  references ledger.methods (scope, kind, code, version) on delete restrict
);

comment on table ledger.method_approvals is 'The second person''s yes to a version.';

create function ledger.refuse_own_approval() returns trigger
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
begin
  if exists (
    select
    from ledger.methods as methods
    where methods.scope = new.scope
      and methods.kind = new.kind
      and methods.code = new.code
      and methods.version = new.version
      and methods.proposed_by = new.approved_by
  ) then
    raise exception 'who proposed a method does not approve it'
      using errcode = 'TZ002', constraint = 'method_approvals_second_person';
  end if;
  return new;
end
$$;

create trigger method_approvals_second_person
before insert on ledger.method_approvals
for each row execute function ledger.refuse_own_approval();
