-- Targets are read inside one's scope, like the figures that they are compared with; a grant or
-- token for one form reads the targets of its units. And nobody ends a grant of their own.

alter policy targets_read_by_all on ledger.targets
rename to targets_read_in_scope;

alter policy targets_read_in_scope on ledger.targets
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

alter policy grant_ends_added_by_security_administrator on ledger.grant_ends
with check (
  (select ledger.acting_as(array['security_admin']))
  and account <> (select ledger.acting_account())
);
