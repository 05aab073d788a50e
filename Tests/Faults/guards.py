"""Guards, each with the statements that take it away, the round that must then turn red, and where.

A suite that stays green without a guard proves nothing about it. Nothing here changes the program:
whoever owns the database could do the same.
"""

GUARDS = {
    "durability": (
        "commits do not wait for the disk", "postgres_killed", {"I1"},
        """
        alter system set wal_writer_delay = '10s';
        alter system set synchronous_commit = off;
        select pg_reload_conf();
        """),
    "standby": (
        "commits do not wait for the standby", "standby_promoted", {"I1"},
        """
        alter system set synchronous_standby_names = '';
        select pg_reload_conf();
        """),
    "key": (
        "the answers to keys are not kept", "cut_after_commit", {"I2"},
        """
        create function ledger.forget() returns trigger language plpgsql as 'begin return null; end';
        create trigger forget before insert on ledger.idempotency_keys
        for each row execute function ledger.forget();
        """),
    "revision": (
        "two revisions may have one number", "calm", {"I4"},
        "alter table ledger.revisions drop constraint revisions_pkey cascade;"),
    "chain": (
        "entries of one chain are not put in order", "calm", {"I9-I12"},
        """
        alter table ledger.journal_entries drop constraint journal_entries_pkey;
        do $$
        begin
          execute replace(
            pg_get_functiondef('ledger.append_journal_entries'::regproc), 'for update', '');
        end
        $$;
        """),
    "policy": (
        "row-level security is off", "calm", {"I13"},
        "alter table ledger.revisions disable row level security;"),
    "edit": (
        "somebody edits a figure behind the journal's back", "calm", {"I9-I12"},
        """
        set session_replication_role = replica;
        update ledger.revisions set figures = array_replace(figures, figures[1], figures[1] + 10000)
        where (unit, period) = ('CA-AB', '2022-01-01');
        """),
    "children": (
        "one province's accepted revisions are left out where figures are added up", "calm", {"I7"},
        """
        do $$
        begin
          execute 'create or replace view ledger.accepted_revisions with (security_invoker = true) as '
            || replace(pg_get_viewdef('ledger.accepted_revisions'),
                       'WHERE ', 'WHERE revisions.unit <> ''CA-ON'' AND ');
        end
        $$;
        """),
    "edition": (
        "somebody changes a published edition and its hash", "calm", {"I8", "I9-I12"},
        """
        alter table ledger.editions disable trigger all;
        update ledger.editions
        set document = document || ' '::bytea, sha256 = sha256(document || ' '::bytea)
        where number = 1;
        """),
    "tail": (
        "somebody cuts the end of a chain, and the head with it", "calm", {"I9-I12"},
        """
        set session_replication_role = replica;
        with cut as (
          delete from ledger.journal_entries
          where chain = '*' and seq = (select seq from ledger.journal_heads where chain = '*')
          returning *
        ), fact as (
          delete from ledger.editions using cut where editions.entry = cut.seq
        )
        update ledger.journal_heads h set seq = cut.seq - 1, hash = cut.previous_hash
        from cut where h.chain = '*';
        delete from ledger.checkpoints;
        """),
    "second_person": (
        "a submitter approves his own revision", "calm", {"I6", "I9-I12"},
        """
        alter table ledger.reviews disable trigger user;
        insert into ledger.reviews (unit, form, period, revision, stage, decision, reasons, decided_by, entry)
        select unit, form, period, number, 'unit', 'approve', '[]', submitted_by, entry + 1
        from ledger.revisions r
        where not exists (
          select from ledger.reviews v
          where (v.unit, v.form, v.period, v.revision) = (r.unit, r.form, r.period, r.number))
        limit 1;
        """),
    "log": (
        "the server logs what statements are given", "calm", {"I14"},
        """
        alter system set log_statement = 'all';
        alter system set log_parameter_max_length = -1;
        select pg_reload_conf();
        """),
}
