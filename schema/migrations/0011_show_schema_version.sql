-- Every command looks whether the schema is its own before it does anything.

grant usage on schema migrations to ledger_app, ledger_auth, ledger_audit;

grant select on migrations.applied to ledger_app, ledger_auth, ledger_audit;
